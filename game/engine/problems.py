"""Problems: the faults of a scenario, as told to its author.

Their kinds, with the sentences, are listed in `kinds`. Finding the faults is left to `source`, `chat`, `read` and
`check`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from unicodedata import combining, normalize

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
    def says(self) -> str:
        """The untranslated sentence that fits: the closer one where it is known which sort was found."""
        found = dict(self.values).get("found", "")
        return dict(self.kind.by_found).get(found, self.kind.says)

    @property
    def hint(self) -> str:
        """The untranslated hint that fits: the one with a near name if there is such a name."""
        return self.kind.near if self.kind.near and any(key == "near" for key, _ in self.values) else self.kind.hint


def problem(name: str, place: Place, /, **values: str) -> Problem:
    """A problem of the kind `name` (KeyError for one that is not in `KINDS`); empty values are left out."""
    if name not in KINDS:
        raise KeyError(name)
    return Problem(name, place, tuple((key, value) for key, value in values.items() if value))


MOST_COMPARED = 1000
"""Known words that a word is compared with: a story of ten thousand scenes is not to take minutes over a fault."""

MOST_NAMED = 40
"""Known words that a hint lists."""


_FEWEST_LETTERS = 4
"""Of words that say which text is meant."""

_APOSTROPHE = str.maketrans("\u2019", "'")


def near(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or "" when none is close.

    Capitals, accents, and the difference between “_”, “-” and a space count for nothing.
    """
    spelt = {_plain(one): one for one in islice(known, MOST_COMPARED)}
    close = get_close_matches(_plain(word), spelt, n=1, cutoff=0.6)
    return spelt[close[0]] if close else ""


def _plain(word: str) -> str:
    bare = "".join(one for one in normalize("NFD", word.casefold()) if not combining(one))
    return bare.replace("_", "-").replace(" ", "-").replace("\u2019", "'")


def cleaned(name: str, joiner: str) -> str:
    """`name` in lower case, without accents, `joiner` in place of all that is neither a letter nor a figure."""
    bare = normalize("NFD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", joiner, bare).strip(joiner)


def shown_as(words: str, texts: Mapping[str, str]) -> str:
    """The one name whose text in `texts` holds `words` from the start of a word on, "" when none or several do.

    An author may well write what the game shows, such as “captures d’écran”, in place of the name of a step.
    """
    spelt = {name: f"-{cleaned(text.translate(_APOSTROPHE), '-')}" for name, text in texts.items()}
    wanted = cleaned(words.translate(_APOSTROPHE), "-")
    # “Bloquer” for “Bloque”, “menaces” for “menace”.
    for form in dict.fromkeys((wanted, wanted.removesuffix("r"), wanted.removesuffix("s"))):
        holding = [name for name, text in spelt.items() if f"-{form}" in text]
        if holding and len(form) >= _FEWEST_LETTERS:
            return holding[0] if len(holding) == 1 else ""
    return ""


def some(known: Iterable[str]) -> str:
    """The known words with commas between them; “…” stands for those after the fortieth."""
    names = list(islice(known, MOST_NAMED + 1))
    return ", ".join((*names[:MOST_NAMED], "…") if len(names) > MOST_NAMED else names)


class Guesses:
    """Unknown names of one file, and what may have been meant.

    Only for the first hundred: nobody reads more, and where known names are many each guess takes time.
    """

    def __init__(self, most: int = 100) -> None:
        self._left = most

    def near(self, word: str, known: Iterable[str]) -> str:
        """The same as the function `near`, or "" once there were too many."""
        self._left -= 1
        return near(word, known) if self._left >= 0 else ""

    def unknown(self, sort: str, name: str, known: Iterable[str], place: Place, **values: str) -> Problem:
        """The problem of a `name` that is none of `known`; `sort` is the placeholder of the name in its sentence."""
        return problem(
            f"unknown-{sort}", place, **{sort: name}, known=some(known), near=self.near(name, known), **values
        )

    def unlisted(self, sort: str, name: str, texts: Mapping[str, str], place: Place) -> Problem:
        """The same for a name of the reference: `texts` are the known names, each with what the game shows for it."""
        kind = {"topic": "unknown-law"}.get(sort, f"unknown-{sort}")
        meant = shown_as(name, texts) or self.near(name, texts)
        return problem(kind, place, **{sort: name}, known=some(texts), near=meant, short=texts.get(meant, ""))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, from the top of the file to its end."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda one: (one.place.line, one.place.column, one.name)))


def stops(problems: Iterable[Problem]) -> bool:
    """Whether one of them keeps the scenario from playing."""
    return any(one.severity is Severity.ERROR for one in problems)
