"""Problems: the faults of a scenario, as told to its author.

Their kinds, with the sentences, are listed in `kinds`. Finding the faults is left to `source`, `chat`, `read` and
`check`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from game.engine.kinds import KINDS, Kind, Severity
from game.engine.model import Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the name of its kind, where it stands, and what fills the placeholders of its sentences."""

    name: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind that its name stands for."""
        return KINDS[self.name]

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.kind.severity

    @property
    def hint(self) -> str:
        """The untranslated hint that fits: the one with a near name if there is such a name."""
        return self.kind.near if self.kind.near and any(key == "near" for key, _ in self.values) else self.kind.hint


def problem(name: str, place: Place, /, **values: str) -> Problem:
    """A problem of the kind `name` (KeyError for one that is not in `KINDS`); empty values are left out."""
    if name not in KINDS:
        raise KeyError(name)
    return Problem(name, place, tuple((key, value) for key, value in values.items() if value))


def near(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or "" when none is close."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, from the top of the file to its end."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda one: (one.place.line, one.place.column, one.name)))


def stops(problems: Iterable[Problem]) -> bool:
    """Whether one of them keeps the scenario from playing."""
    return any(one.severity is Severity.ERROR for one in problems)
