"""Edits of a file's text: replacing some of its characters, and no other.

Which edits are wanted is left to `fix`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.engine.model import Place
from game.engine.problems import Problem

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from `start` to `end` (code points of the text, `end` excluded) become `new`.

    `mends` is the problem that this is for, or None for something that was no fault.
    """

    start: int
    end: int
    new: str
    mends: Problem | None = None


def applied(text: str, edits: Iterable[Edit]) -> str:
    """`text` after `edits`, which do not overlap. Raises ValueError when they do."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if edit.start < at:
            raise ValueError("edits overlap")
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, text[at:]])


def apart(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """`edits` from the start of the text to its end, without those that touch an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(dict.fromkeys(edits), key=lambda one: (one.start, one.end)):
        if not kept or edit.start > kept[-1].end:
            kept.append(edit)
    return tuple(kept)


class Shift:
    """Where things stand before and after `edits`, which are in order and do not overlap."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._old = [edit.start for edit in edits]
        self._new: list[int] = []
        moved = 0
        for edit in edits:
            self._new.append(edit.start + moved)
            moved += len(edit.new) - (edit.end - edit.start)

    def after(self, offset: int) -> int:
        """Where what stood at `offset` stands now; inside an edit, where that starts."""
        at = bisect_left(self._old, offset) - 1
        if at < 0:
            return offset
        edit = self._edits[at]
        return self._new[at] if edit.end > offset else self._new[at] + len(edit.new) + offset - edit.end

    def before(self, offset: int) -> int:
        """Where what stands at `offset` now stood; inside an edit, where that started."""
        at = bisect_left(self._new, offset) - 1
        if at < 0:
            return offset
        edit = self._edits[at]
        come = self._new[at] + len(edit.new)
        return edit.start if come > offset else edit.end + offset - come


class Lines:
    """The lines of a file's text, found by places as the reader counts them: from 1, without a byte order mark."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._first = 1 if text.startswith(BOM) else 0
        self._starts = [self._first]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def offset(self, place: Place) -> int:
        """The offset of `place` in the text; at most the text's end."""
        start = self._starts[min(place.line, len(self._starts)) - 1]
        return min(start + place.column - 1, len(self.text))

    def place(self, offset: int) -> Place:
        """The place that `offset` is."""
        line = max(bisect_right(self._starts, offset), 1)
        return Place(line, max(offset - self._starts[line - 1], 0) + 1)

    def end(self, offset: int) -> int:
        """Where the line of `offset` ends, before its line break."""
        at = self.text.find("\n", offset)
        if at < 0:
            return len(self.text)
        return at - 1 if at > offset and self.text[at - 1] == "\r" else at

    def start(self, offset: int) -> int:
        """Where the line of `offset` starts."""
        return self._starts[self.place(offset).line - 1]

    @property
    def line_break(self) -> str:
        """What ends the first line: the file's own line break."""
        at = self.text.find("\n")
        return "\r\n" if at > 0 and self.text[at - 1] == "\r" else "\n"
