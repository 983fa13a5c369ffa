"""Adding a review to the text of a scenario file: every line that is not of `reviewed` stays as it is.

Which day it is and where the file is are left to the command that asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple
from unicodedata import normalize

from game.engine.model import Review, Scenario
from game.engine.problems import stops
from game.engine.read import read
from game.engine.review import fingerprint
from game.engine.source import Items, Node, Table, parse
from game.engine.write import review_entry

_MARK = "\ufeff"
"""Some editors begin a file with it; it stays in front of everything."""


class NoRoom(ValueError):
    """The file is laid out so that the review cannot be added without touching more; `lines` are what it would hold."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("the review cannot be added to this layout")
        self.lines = lines


class Written(NamedTuple):
    """The new text of a file, the line of it that holds the review, and whether an older one made room for it."""

    text: str
    line: str
    replaced: bool


def with_review(content: bytes, by: str, as_what: str, on: str) -> Written:
    """The file `content` with a review of it as it stands, in the place of older ones: those `by` the same person
    `as_what`, and those of hers that are out of date.

    `on` is a day, “2027-01-15”. Raises NoRoom, and ValueError for a file that does not read without an error or for a
    review that no file can hold.
    """
    reading = read(content)
    if reading.scenario is None or stops(reading.problems):
        raise ValueError("this file does not read without an error")
    scenario = reading.scenario
    review = Review(by, as_what, on, fingerprint(scenario))
    kept = tuple(one for one in scenario.reviewed if not _replaces(review, one))
    wanted = replace(scenario, reviewed=(*kept, review))
    block = ("reviewed:", *(f"  - {review_entry(one)}" for one in wanted.reviewed))
    if not _reads_as(_alone(block), wanted.reviewed):
        raise ValueError("no file can hold this review")
    text = _edited(content, scenario, review, block)
    if text is None or read(text.encode()).scenario != wanted:
        raise NoRoom(block)
    return Written(text, f"- {review_entry(review)}", len(kept) < len(scenario.reviewed))


def _replaces(review: Review, older: Review) -> bool:
    if _same_words(review.by) != _same_words(older.by):
        return False
    # Whoever reads the story as it is now, in whatever capacity, no longer stands by what she read of it before.
    return review.of != older.of or _same_words(review.as_what) == _same_words(older.as_what)


def _same_words(text: str) -> str:
    return " ".join(normalize("NFC", text).casefold().split())


def _alone(block: Sequence[str]) -> bytes:
    return "\n".join(("format: 1", *block)).encode("utf-8", "surrogatepass")


def _reads_as(content: bytes, reviews: tuple[Review, ...]) -> bool:
    reading = read(content)
    told = {one.name for one in reading.problems} - {"missing-key"}
    return not told and reading.scenario is not None and reading.scenario.reviewed == reviews


def _edited(content: bytes, scenario: Scenario, review: Review, block: tuple[str, ...]) -> str | None:
    """The file's text with the block in it, or None where it does not stand on lines of its own."""
    root = parse(content).root
    if not isinstance(root, Table):
        return None
    text = content.decode("utf-8")
    mark, text = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    margin = " " * (root.place.column - 1)
    new = [f"{margin}{line}{end[:-1]}" for line in block]
    if "reviewed" not in root.keys:
        at = _after_what_stands_above(lines, root.keys["cast"].line - 1)
        lines[at:at] = new
        return mark + "\n".join(lines)
    first = root.keys["reviewed"].line - 1
    after = min((place.line - 1 for place in root.keys.values() if place.line - 1 > first), default=len(lines))
    last = _after_what_stands_above(lines, after)
    items = _own_lines(root.values["reviewed"], lines)
    if items is None:
        # One entry, or all on one line: written anew, unless something is noted there that would be lost.
        if any("#" in line for line in lines[first:last]):
            return None
        lines[first:last] = new
        return mark + "\n".join(lines)
    dash = lines[items[-1]][: lines[items[-1]].index("-")]
    lines.insert(last, f"{dash}- {review_entry(review)}{end[:-1]}")
    for start, stop, one in reversed(list(zip(items, (*items[1:], last), scenario.reviewed, strict=True))):
        if _replaces(review, one):
            del lines[start : _after_what_stands_above(lines, stop)]
    return mark + "\n".join(lines)


def _after_what_stands_above(lines: Sequence[str], index: int) -> int:
    """The index after the last line before `index` that is neither empty nor a note: those belong to what follows."""
    while index > 0 and (not lines[index - 1].strip() or lines[index - 1].lstrip().startswith("#")):
        index -= 1
    return index


def _own_lines(node: Node, lines: Sequence[str]) -> list[int] | None:
    """The index of the line on which each item of a list begins, or None when they have no line of their own each."""
    if not isinstance(node, Items) or not node.nodes:
        return None
    places = [item.place for item in node.nodes]
    if all(lines[place.line - 1][: place.column - 1].strip() == "-" for place in places):
        return [place.line - 1 for place in places]
    return None
