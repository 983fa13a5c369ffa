"""The country whose help, steps and law are shown: its name, which one a system speaks of, and what is said of a story
that was written for another.

Which country somebody chose is left to the faces; what is known of each, to the reference.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from game.engine.model import Scenario
from game.engine.reference import Reference
from game.telling.language import _, current


def country_name(code: str) -> str:
    """The name of the country of this ISO code ("be"), in the language spoken now; the code where it has none."""
    from babel import Locale  # imported here: it is slower than the first frame may be

    names = Locale.parse(current().partition("-")[0]).territories
    return str(names.get(code.upper(), code.upper()))


def guessed(environ: Mapping[str, str], known: Collection[str]) -> str:
    """The country, one of `known`, that the locale of the system names: "be" for fr_BE.UTF-8; "" if it names none."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    wanted = locale.partition(".")[0].partition("@")[0].replace("-", "_").partition("_")[2].lower()
    return wanted if wanted in known else ""


def elsewhere(scenario: Scenario, reference: Reference) -> str:
    """That a story was written for another country than the one whose help and law are shown; "" if it was not."""
    if scenario.country == reference.country:
        return ""
    told = _("This story takes place in another country: {there}. The help and the law shown are those of: {here}.")
    return told.format(there=country_name(scenario.country), here=country_name(reference.country))


def untold_line(reference: Reference, topics: Iterable[str]) -> str:
    """That nothing is known yet of what the country's law says of some `topics`, named, and whom to ask."""
    told = _("Country: {country}. We have no checked text of its law yet on: {topics}. Whom to ask: {helpline}.")
    return told.format(
        country=country_name(reference.country),
        topics=", ".join(topics),
        helpline=reference.helplines[0].name,
    )
