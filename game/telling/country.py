"""The country whose help, steps and law are shown: the reader's choice, apart from the language that they read.

What is known of each country is left to the reference; whether there is anything, to `game.reference.library`. Where
nobody chose, a story brings its own country.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from game.telling import language
from game.telling.language import _

if TYPE_CHECKING:
    # The window asks for the country before it opens, and waits for no more than it needs.
    from game.engine.model import Scenario
    from game.engine.reference import Reference

# Until `use` is called, nobody has chosen.
_country = ""
_asked = False


def use(code: str, asked: bool = False) -> None:
    """Show the help and the law of this country from now on, "" for each story's own; `asked` says that somebody asked
    for it for this run."""
    global _country, _asked
    _country, _asked = code, asked


def current() -> str:
    """The code of the country that was chosen, or that the system names; "" for none. Nothing may be known of it."""
    return _country


def reader() -> tuple[str, str]:
    """The language spoken now and the country chosen now: what was made for others is to be made anew."""
    return language.current(), _country


def asked() -> bool:
    """Whether somebody asked for it for this run, so that one they chose earlier does not take its place."""
    return _asked


def country_name(code: str) -> str:
    """The name of the country of this ISO code ("be"), in the language spoken now; the code where it has none."""
    from babel import Locale  # imported here: it is slower than the first frame may be

    names = Locale.parse(language.current().partition("-")[0]).territories
    return str(names.get(code.upper(), code.upper()))


def guessed(environ: Mapping[str, str]) -> str:
    """The country that the locale of the system names: "be" for fr_BE.UTF-8; "" if it names none. Nothing may be known
    of it."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    if sys.platform == "win32" and not locale:
        # Windows sets none of these variables: Python knows the user's locale by another way.
        from locale import getlocale

        locale = getlocale()[0] or ""
    country = locale.partition(".")[0].partition("@")[0].replace("-", "_").partition("_")[2]
    return country.lower() if len(country) == 2 and country.isascii() and country.isalpha() else ""


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
        helpline=reference.helplines[0].in_full,
    )
