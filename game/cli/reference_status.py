"""`vigichat reference status`: when each fact of a country was checked, and which are to be checked again.

It never fails: an old fact is for people to look up. What “too old” means is `game.telling.sourced`'s.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from game.cli.asked import Form
from game.cli.terminal import here
from game.engine.reference import Reference, Sourced
from game.reference.library import known_or_first, load
from game.telling import country
from game.telling.country import country_name
from game.telling.figures import figure
from game.telling.language import N_, _, current, ngettext
from game.telling.sourced import doubt, long_date, to_check, too_old

_KINDS = (
    ("helplines", N_("Helplines and reporting")),
    ("steps", N_("Response steps")),
    ("signs", N_("Warning signs")),
    ("law", N_("The law")),
    ("duties", N_("What the law asks of adults")),
)
"""The lists of the reference, as they are named in the file and to people."""


@dataclass(frozen=True, slots=True)
class _Fact:
    kind: str
    id: str
    name: str
    sourced: Sourced
    age: int
    """Days since it was checked; less than 0 before that."""


def reference_status(on: str | None, form: Form) -> int:
    """Print it for the country that was asked for, or the first one; gives the number to exit with."""
    today = date.today() if on is None else date.fromisoformat(on)
    reference = load(known_or_first(country.current()), current())
    facts = [
        _Fact(kind, entry.id, getattr(entry, "name", "") or entry.short, entry.sourced, _age(entry.sourced, today))
        for kind, _name in _KINDS
        for entry in getattr(reference, kind)
    ]
    if form == "json":
        print(json.dumps(_plain(reference, facts, today), ensure_ascii=False, indent=1))
    else:
        here().say_all(_lines(reference, facts, today))
    return 0


def _age(sourced: Sourced, today: date) -> int:
    return (today - date.fromisoformat(sourced.checked)).days


def _checked(fact: _Fact) -> str:
    day = long_date(fact.sourced.checked)
    if fact.age < 0:
        return _("{name}: checked later, on {date}.").format(name=fact.name, date=day)
    return ngettext(
        "{name}: checked on {date}, {days} day ago.", "{name}: checked on {date}, {days} days ago.", fact.age
    ).format(name=fact.name, date=day, days=figure(fact.age))


def _plain(reference: Reference, facts: list[_Fact], today: date) -> dict[str, object]:
    return {
        "country": reference.country,
        "on": today.isoformat(),
        "facts": [
            {
                "kind": fact.kind,
                "id": fact.id,
                "name": fact.name,
                "status": fact.sourced.status,
                "checked": fact.sourced.checked,
                "days": fact.age,
                "to_check": too_old(fact.sourced.checked, today),
            }
            for fact in facts
        ],
        "untold": [one.id for one in reference.untold],
        "general": [step.id for step in reference.steps if step.general],
    }


def _lines(reference: Reference, facts: list[_Fact], today: date) -> list[str]:
    lines = [f"{country_name(reference.country)}, {long_date(today.isoformat())}"]
    for kind, name in _KINDS:
        those = [fact for fact in facts if fact.kind == kind]
        if those:
            lines += ["", _(name)]
        for fact in those:
            said = (_checked(fact), doubt(fact.sourced), to_check(fact.sourced, today))
            lines.append(f"  {' '.join(one for one in said if one)}")
    general = ", ".join(step.short for step in reference.steps if step.general)
    untold = ", ".join(one.short for one in reference.untold)
    if general:
        lines += ["", _("Steps without a source of this country: {steps}.").format(steps=general)]
    if untold:
        lines += ["", _("Law without a checked text: {topics}.").format(topics=untold)]
    old = sum(too_old(fact.sourced.checked, today) for fact in facts)
    unsure = sum(fact.sourced.status != "verified" for fact in facts)
    lines += [
        "",
        ngettext("{count} fact is to be checked again.", "{count} facts are to be checked again.", old).format(
            count=old
        ),
        ngettext("{count} fact is to be confirmed.", "{count} facts are to be confirmed.", unsure).format(count=unsure),
    ]
    return lines
