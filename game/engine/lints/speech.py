"""Finding words in what people write: folding, lists of phrases, and where they occur.

A list stands in `french`, `english` or `brands`; what a hit means is left to the lints. Folded text is in lower case,
without accents, with straight apostrophes and ordinary spaces; each text is one line of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, normalize

from game.engine.lints.texts import Text

_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_FEW = 60
_ALIKE = {
    "\u2019": "'",
    "\u2018": "'",
    "\u02bc": "'",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2010": "-",
    "\u2011": "-",
    "œ": "oe",
    "æ": "ae",
    "ß": "ss",
}


class _Plain(dict[int, str]):
    """For `str.translate`: each character as the lists are written, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = "".join(one for one in normalize("NFD", character) if not combining(one))
        self[code] = _ALIKE.get(character, plain)
        return self[code]


_PLAIN = _Plain()


@dataclass(frozen=True, slots=True)
class Phrases:
    """A list of phrases, as fragments of regular expressions on folded text; each starts and ends with a word.

    `innocent` phrases look alike and are read over: where one begins, it swallows what it matches. No fragment has a
    capturing group.
    """

    guilty: tuple[str, ...]
    innocent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Several texts, folded and joined: line N of `folded` is text N."""

    texts: tuple[Text, ...]
    folded: str


def fold(text: str) -> str:
    """`text` as the lists are written: lower case, no accents, apostrophes and spaces alike, one line."""
    folded = text.lower()
    unlike = set(_BEYOND_ASCII.findall(folded))
    if len(unlike) > _FEW:
        return folded.translate(_PLAIN)
    # One pass for each is faster than one call for each letter, as long as they are few.
    for character in unlike:
        folded = folded.replace(character, _PLAIN[ord(character)])
    return folded


def sheet(texts: Iterable[Text]) -> Sheet:
    """The texts, ready to be searched."""
    kept = tuple(texts)
    return Sheet(kept, fold("\n".join(one.text.replace("\n", " ") for one in kept)))


def hits(phrases: Phrases, sheets: Iterable[Sheet], words: str) -> Iterator[tuple[Text, str]]:
    """Each text that says one of the guilty phrases, once, with the first of them as it was written.

    `words` holds every word of the sheets at least once: phrases that need another word are not looked for.
    """
    guilty, innocent = _possible(phrases.guilty, words), _possible(phrases.innocent, words)
    if guilty:
        pattern = _pattern(guilty, innocent)
        for one in sheets:
            yield from matches(pattern, one)


def matches(pattern: re.Pattern[str], one: Sheet) -> Iterator[tuple[Text, str]]:
    """Each text that `pattern` matches, once, with the words; where it has groups, only matches with a group count."""
    number, line_start, done, at = 0, 0, -1, 0
    for match in pattern.finditer(one.folded):
        if pattern.groups and match.lastindex is None:
            continue
        skipped = one.folded.count("\n", at, match.start())
        if skipped:
            number += skipped
            line_start = one.folded.rindex("\n", at, match.start()) + 1
        at = match.start()
        if number != done:
            done = number
            text = one.texts[number]
            yield text, _as_written(text.text, match, line_start)


def sentences(folded: str) -> list[str]:
    """The sentences of a folded text: they end at . ! ? … or ; before a space, a closing quotation or the end."""
    return [part for part in _SENTENCE_END.split(folded) if part.strip()]


_INNER_GROUP = re.compile(r"\((?:[^()\\]|\\.)*\)[?*]?(?:\{[^}]*\})?")
_NOT_LETTERS = re.compile(r"\[[^]]*\][?*+]?|\\.[?*+]?|\{[^}]*\}|.[?*]|[^a-z]")
"""Classes, escapes, counts, and whatever may be absent."""

_CHOICE_OF_WORDS = re.compile(r"\(\?:([^()]+)\)(?!\?)")
_SENTENCE_END = re.compile("[.!?\u2026;]+(?=[ \"'»”)]|$)", re.MULTILINE)


def _as_written(text: str, match: re.Match[str], line_start: int) -> str:
    start, end = match.start() - line_start, match.end() - line_start
    flat = text.replace("\n", " ")
    # Folding keeps lengths, but for a few ligatures: then the folded words are shown.
    return flat[start:end] if fold(flat[start:end]) == match.group() else match.group()


def _from_a_letter(fragment: str) -> list[str]:
    """`fragment`, as several where it starts with a choice of words."""
    start = _CHOICE_OF_WORDS.match(fragment)
    return [fragment] if start is None else [word + fragment[start.end() :] for word in start[1].split("|")]


@cache
def _needed(written: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each fragment of a list, with runs of letters without which it cannot match."""
    return tuple((one, _letters(one)) for fragment in written for one in _from_a_letter(fragment))


def _letters(fragment: str) -> tuple[str, ...]:
    """The runs of letters that every match of `fragment` has, as far as they are easily seen."""
    bare = fragment
    while (less := _INNER_GROUP.sub(" ", bare)) != bare:
        bare = less
    # The longest first: it is the one that fewest texts have.
    return tuple(sorted(re.findall("[a-z]+", _NOT_LETTERS.sub(" ", bare)), key=len, reverse=True))


def _possible(written: tuple[str, ...], words: str) -> tuple[str, ...]:
    return tuple(fragment for fragment, runs in _needed(written) if all(run in words for run in runs))


@cache
def _pattern(guilty: tuple[str, ...], innocent: tuple[str, ...]) -> re.Pattern[str]:
    """One alternation: innocent phrases first, then the guilty ones in a group."""
    before = f"{_tree(innocent)}|" if innocent else ""
    return re.compile(rf"\b(?:{before}({_tree(guilty)}))(?!\w)")


def _tree(fragments: Iterable[str]) -> str:
    """The fragments as an alternation that shares what they begin with: a word that starts none is left at once."""
    letters: dict[str, list[str]] = {}
    ends: list[str] = []
    for fragment in fragments:
        shared = fragment[:1].isalnum() and fragment[1:2] not in ("?", "*", "+", "{")
        if shared:
            letters.setdefault(fragment[0], []).append(fragment[1:])
        else:
            ends.append(fragment)
    parts = [letter + (_tree(rest) if len(rest) > 1 else rest[0]) for letter, rest in sorted(letters.items())]
    parts += ends
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})" if parts else ""
