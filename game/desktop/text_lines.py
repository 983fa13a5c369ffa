"""Breaking a paragraph into lines of pieces: where a line may end, and what stands where on it.

All in px and without a surface. Styles are numbers that the caller gives a meaning to; drawing is left to `text`.
Values here are named tuples: six dataclasses would cost 8 ms before the first frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from game.desktop import text_faces
from game.desktop.text_chips import advance
from game.desktop.text_clusters import clusters
from game.desktop.text_fallback import NO_BREAK_SPACES, SPACES, Drawn, drawn, is_plain
from game.desktop.text_order import levels, runs_backwards, seen_order

_LONGEST = 64
"""Clusters in one piece at most, so that no chip grows without end."""

_FEW, _TIED = 4, 12
"""From how many words on the last two are kept together, and how wide they may be for that, in em."""

_CLOSING = ":;!?»"
_OPENING = "«"
_BREAKING = frozenset((*SPACES, "\u200b")).difference(NO_BREAK_SPACES)
"""Clusters after which a line may end: the spaces that allow it, and the space without width."""


class Piece(NamedTuple):
    """A stretch of one line in one font: `source` as written, `x` px from the left of the line, `width` px."""

    source: str
    what: Drawn
    style: int
    level: int
    width: int
    x: int = 0


class Line(NamedTuple):
    """The pieces of one line from left to right; `backwards` when its paragraph runs from right to left."""

    pieces: tuple[Piece, ...]
    width: int
    backwards: bool


def paragraph(
    text: str, styles: Sequence[int], bold: Sequence[bool], size: int, width: int, among_backwards: bool = False
) -> list[Line]:
    """`text`, which has no line break, set in lines of at most `width` px; an empty text is one empty line.

    `styles` has an entry for each character, `bold` one for each style; `among_backwards` is as for `levels`. Only a
    cluster that is wider than `width` on its own makes a wider line. The spaces at which a line was broken are in no
    line.
    """
    found = clusters(text)
    base, level = levels(found, among_backwards) if runs_backwards(text) else (0, [0] * len(found))
    places = accumulate(map(len, found), initial=0)
    setting = _Setting(found, [styles[place] for _, place in zip(found, places)], level, base, bold, size, width)
    return list(setting.lines())


class _Setting:
    """One paragraph, and the measures of stretches of it, given as first and past-last cluster."""

    def __init__(
        self,
        found: tuple[str, ...],
        styles: Sequence[int],
        level: Sequence[int],
        base: int,
        bold: Sequence[bool],
        size: int,
        width: int,
    ) -> None:
        self.clusters, self.styles, self.levels, self.base = found, styles, level, base
        self.bold, self.size, self.width = bold, size, width
        self.turns = base > 0 or any(level)

    def lines(self) -> Iterator[Line]:
        """Every line takes as many words as it can, and a part of a word only when the word is too wide for any."""
        line: list[Piece] = []
        used = end = 0
        for first, past in self.words():
            more = [*self.pieces(end, first), *self.pieces(first, past)]
            used += _width(more)
            if used <= self.width:
                line += more
            else:
                if line:
                    yield self.placed(line)
                while not self.fits(first, past) and (cut := self.cut(first, past)) < past:
                    yield self.placed(list(self.pieces(first, cut)))
                    first = cut
                line = list(self.pieces(first, past))
                used = _width(line)
            end = past
        # Spaces after the last word count, so that a caret behind them moves.
        for space in self.pieces(end, len(self.clusters)):
            used += space.width
            if used > self.width:
                break
            line.append(space)
        yield self.placed(line)

    def words(self) -> Iterator[tuple[int, int]]:
        """The stretches that stay on one line. The last two words are one of them, where they are short: a word alone
        on the last line reads as if something were missing. No text takes more lines for it."""
        words = list(_words(self.clusters))
        if len(words) >= _FEW:
            first, past = words[-2][0], words[-1][1]
            if _width(list(self.pieces(first, past))) <= min(self.width, _TIED * self.size):
                words[-2:] = [(first, past)]
        return iter(words)

    def placed(self, pieces: list[Piece]) -> Line:
        """The pieces of one line, which are in reading order, as they are seen."""
        if self.turns:
            tail = len(pieces)
            while tail and pieces[tail - 1].what[0] == "gap":
                tail -= 1
            level_tail = [piece._replace(level=self.base) for piece in pieces[tail:]]
            pieces = seen_order(pieces[:tail] + level_tail, lambda piece: piece.level)
        x = 0
        line = []
        for piece in pieces:
            line.append(piece._replace(x=x))
            x += piece.width
        return Line(tuple(line), x, bool(self.base))

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The clusters from start to end, joined where font, style and direction stay the same."""
        if 0 < end - start <= _LONGEST and not self.turns and self.styles[start] == self.styles[end - 1]:
            letters = self.clusters[start:end]
            if is_plain(letters):  # nearly every word: the loop below would say the same, ten times slower
                text = "".join(letters)
                yield self.piece(text, (text_faces.shape().families[0], text), self.styles[start], 0)
                return
        if end - start == 1 and len(shown := drawn(self.clusters[start])) == 1:  # nearly every gap
            yield self.piece(self.clusters[start], shown[0], self.styles[start], self.levels[start])
            return
        held: list[tuple[str, Drawn]] = []  # written and drawn, of the piece that is growing
        style = level = -1
        for at in range(start, end):
            written, own_style, own_level = self.clusters[at], self.styles[at], self.levels[at]
            shown = drawn(written)
            for what in shown:
                same = held and what[0] == held[0][1][0] and own_style == style and own_level == level
                if held and not (same and what[0] not in ("gap", "emoji") and len(held) < _LONGEST):
                    yield self.joined(held, style, level)
                    held = []
                held.append((written, what))
                style, level, written = own_style, own_level, ""
            if held and not shown:
                # A line may end at an unseen character: pieces must not depend on whether it does.
                yield self.joined(held, style, level)
                held = []
        if held:
            yield self.joined(held, style, level)

    def joined(self, held: list[tuple[str, Drawn]], style: int, level: int) -> Piece:
        what: Drawn = (held[0][1][0], "".join(text for _, (_, text) in held))
        return self.piece("".join(written for written, _ in held), what, style, level)

    def piece(self, source: str, what: Drawn, style: int, level: int) -> Piece:
        return Piece(source, what, style, level, advance(what, self.bold[style], self.size, bool(level % 2)))

    def fits(self, start: int, end: int) -> bool:
        """Whether a stretch is at most as wide as a line. Looks no further than it has to."""
        return all(reach <= self.width for reach in accumulate(piece.width for piece in self.pieces(start, end)))

    def cut(self, start: int, past: int) -> int:
        """Where to end a line inside a word: after one cluster at least, and if possible not before one that clings."""
        fits, step = start + 1, 1
        while fits + step <= past and self.fits(start, fits + step):
            fits += step
            step *= 2
        while step:
            if fits + step <= past and self.fits(start, fits + step):
                fits += step
            step //= 2
        if fits == past:
            return past
        good = fits
        while good > start and self.clings(good):
            good -= 1
        return good if good > start else fits

    def clings(self, at: int) -> bool:
        """Whether no line should begin with cluster `at`: a gap, or what a French gap holds to its neighbour."""
        if self.clusters[at] in SPACES:
            return True
        if self.clusters[at - 1] not in SPACES:
            return False
        before = self.clusters[at - 2] if at > 1 else ""
        return self.clusters[at] in _CLOSING or before == _OPENING


def _width(pieces: Sequence[Piece]) -> int:
    return sum(piece.width for piece in pieces)


def _words(found: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and past-last cluster of every stretch that should stay on one line.

    French puts a space before : ; ! ? » and after «. It should be a no-break space; those who type a plain one
    are not punished with a line that begins with an exclamation mark.
    """
    at, past = 0, len(found)
    while at < past:
        while at < past and found[at] in _BREAKING:
            at += 1
        first = at
        while at < past:
            while at < past and found[at] not in _BREAKING:
                at += 1
            gap = at
            while gap < past and found[gap] in _BREAKING:
                gap += 1
            if gap == past or not (found[gap] in _CLOSING or found[at - 1] == _OPENING):
                break
            at = gap
        if at > first:
            yield first, at
