"""The log of a conversation: messages under each other, of which there may be ten thousand.

It measures a message once, and of a long conversation only what is near the view: how high the others are is guessed
until they come near. It places what is drawn, pressed or asked for. Where the view is, is `widget_split`'s affair.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from pygame import Rect, Surface

from game.desktop import text
from game.desktop.tokens import Look
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Role, Widget, walk

_AT_ONCE = 200
"""Messages that are measured rather than guessed, wherever they are."""

_AROUND = 40
"""How far what belongs to a message may reach out of its rectangle, in pixels: the focus ring, a flag."""

_LETTER, _ROOM = 0.52, 0.62
"""For guesses: the width of a letter in em, and the part of the width that a bubble's text takes."""


class Talk(Widget):
    """Messages, oldest first, and one that is on its way. The screen keeps it and tells it what changes."""

    role: Role | None = "log"
    flat = True

    def __init__(self, gap: str = "s") -> None:
        super().__init__()
        self.gap = gap
        self._parts: list[Widget] = []
        self._coming: Widget | None = None
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        """Where each part begins, from the top of the log; past the last one, where another would."""
        self._known = bytearray()
        """1 for each part that was measured for the sizes in force; the height of others is a guess."""
        self._sizes: tuple[Look, int, str] | None = None
        """The look, the width and the face of the letters that the parts were measured for."""
        self._gap = 0
        self._at: dict[Widget, int] = {}
        """The part that holds each widget which takes the focus."""
        self._stops: tuple[Widget, ...] | None = None
        self._set = range(0)
        """The parts whose text may be set."""
        self._view = Rect(0, 0, 0, 0)
        self.when_grown: Callable[[int], None] = lambda by: None
        """Called when guesses gave way to measures, with how far down what is at the top of the view has moved."""

    # What the screen tells.

    def show(self, kept: int, more: Sequence[Widget], coming: Widget | None) -> None:
        """Keep the first `kept` messages and let `more` follow them; `coming` is the one on its way, if one is."""
        had = len(self._parts) - (self._coming is not None)
        if kept == had and not more and coming is None and self._coming is None:
            return
        for part in self._parts[kept:]:
            for stop in part.stops():
                self._at.pop(stop, None)
        del self._parts[kept:], self._heights[kept:], self._tops[kept + 1 :], self._known[kept:]
        self._coming = coming
        for part in (*more, *((coming,) if coming else ())):
            self._add(part)
        self._stops = None

    def _add(self, part: Widget) -> None:
        for stop in part.stops():
            self._at[stop] = len(self._parts)
        self._parts.append(part)
        self._known.append(0)

    def change(self, at: int, part: Widget) -> None:
        """Show another widget for message `at`."""
        for stop in self._parts[at].stops():
            del self._at[stop]
        for stop in part.stops():
            self._at[stop] = at
        self._parts[at] = part
        self._known[at] = 0
        self._stops = None

    # What a tree asks.

    @property
    def children(self) -> tuple[Widget, ...]:  # type: ignore[override]
        """Every part, measured and placed: who only needs some of them asks in another way."""
        if self._sizes is not None:
            if len(self._heights) == len(self._parts):
                self._learn(range(len(self._parts)))
            for at in range(len(self._heights)):
                self._put(at)
        return tuple(self._parts)

    def stops(self) -> Iterator[Widget]:
        if self._stops is None:
            self._stops = tuple(stop for part in self._parts for stop in part.stops())
        return iter(self._stops)

    def stops_before(self, wanted: Widget) -> int:
        place = self._place_of(wanted)
        return sum(at < place for at in self._at.values()) if place is not None else 0

    def _place_of(self, wanted: Widget) -> int | None:
        return next((at for at, part in enumerate(self._parts) if part is wanted), None)

    def below(self, wanted: Widget) -> tuple[Widget, ...]:
        at = self._at[wanted] if wanted in self._at else self._place_of(wanted)
        if at is None:
            return () if wanted.focusable or isinstance(wanted, Scroll) else super().below(wanted)
        self._put(at)
        part = self._parts[at]
        return (part, *(() if part is wanted else part.below(wanted)))

    def under(self, x: int, y: int) -> Iterable[Widget]:
        for at in reversed(self._between(y, y + 1)):
            self._put(at)
            yield self._parts[at]

    @property
    def focused_at(self) -> int | None:
        """The part that the focus is in; None when it is elsewhere."""
        return next((self._at[stop] for stop in self.stops() if stop.focused), None)

    # Layout.

    def measure(self, look: Look, width: int) -> int:
        before, self._sizes = self._sizes, (look, width, text.face())
        self.look = look
        if before is not None and before != self._sizes:
            self._known = bytearray(len(self._parts))
            if (replace(before[0], theme=look.theme), *before[1:]) != self._sizes:
                self._heights = [self._guess(part) for part in self._parts[: len(self._heights)]]
                self._tops = [0]
        self._gap = look.metrics.size(self.gap)
        added = range(len(self._heights), len(self._parts))
        self._heights += [self._guess(self._parts[at]) for at in added]
        self._sum(min(len(self._tops) - 1, added.start))
        if self._known.count(0) <= _AT_ONCE:
            self._measure(range(len(self._parts)))
        elif len(added) <= _AT_ONCE:
            self._measure(added)
        return max(0, self._tops[-1] - self._gap)

    def near(self, view: Rect) -> None:
        """Measure what is within a view's height of `view`, so that it is there before it comes into view."""
        self._view = view
        around = self._between(view.y - view.h, view.bottom + view.h)
        self._keep(around)
        self._learn(around)

    def _learn(self, which: range) -> None:
        """Measure these parts, and tell of it: what is in view must not move because of it."""
        if self._known.find(0, which.start, which.stop) >= 0:
            top = min(self.at(self._view.y), len(self._heights) - 1)
            before = self._tops[top]
            if self._measure(which):
                self.when_grown(self._tops[top] - before)

    def at(self, y: int) -> int:
        """The first part that is not wholly above `y`, a height in the window."""
        at = max(0, bisect_right(self._tops, y - self.rect.y) - 1)
        if at < len(self._heights) and self._tops[at] + self._heights[at] <= y - self.rect.y:
            at += 1
        return at

    def __len__(self) -> int:
        """How many parts it has, the one on its way included."""
        return len(self._parts)

    @property
    def last(self) -> Widget | None:
        """The last message, without the one on its way; None where there is none."""
        return self._parts[self.messages - 1] if self.messages else None

    @property
    def messages(self) -> int:
        """How many messages it has, without the one on its way."""
        return len(self._parts) - (self._coming is not None)

    def outline(self) -> Iterator[tuple[Widget, int, int]]:
        """Every part, where it begins from the top of the log and how high it is: guessed where it was not measured."""
        return zip(self._parts, self._tops, self._heights, strict=False)

    @property
    def measured(self) -> int:
        """How many parts it had when it was last measured; those that came since follow them."""
        return len(self._heights)

    def rect_of(self, at: int) -> Rect:
        """The rectangle of a part, in the window, whether it was placed or not."""
        return Rect(self.rect.x, self.rect.y + self._tops[at], self.rect.w, self._heights[at])

    @property
    def last_rect(self) -> Rect:
        """The rectangle of the last message, as far as it was measured yet."""
        messages = min(self.messages, len(self._heights))
        return self.rect_of(messages - 1) if messages else Rect(self.rect.topleft, (0, 0))

    def _guess(self, part: Widget) -> int:
        assert self._sizes is not None
        look, width, _ = self._sizes
        metrics = look.metrics
        lines = 1 + int(len(part.label) * _LETTER * metrics.body / max(1.0, _ROOM * width))
        return round(lines * metrics.body * metrics.line + 1.5 * metrics.m)

    def _measure(self, which: range) -> bool:
        """Measure these parts, where their height is a guess; whether a guess was wrong."""
        assert self._sizes is not None
        look, width, _ = self._sizes
        first = -1
        at = self._known.find(0, which.start, which.stop)
        while at >= 0:
            part = self._parts[at]
            high = part.measure(look, width)
            self._known[at] = 1
            # Whatever was in the same place before is placed anew.
            part.rect = Rect(0, 0, 0, 0)
            if high != self._heights[at]:
                self._heights[at] = high
                first = at if first < 0 else first
            if at not in self._set and len(self._parts) > _AT_ONCE:
                _drop(part)
            at = self._known.find(0, at + 1, which.stop)
        if first >= 0:
            self._sum(first)
        return first >= 0

    def _sum(self, first: int) -> None:
        """Work out where the parts from `first` on begin."""
        more = (high + self._gap for high in self._heights[first:])
        self._tops[first:] = accumulate(more, initial=self._tops[first])

    def _put(self, at: int) -> None:
        if not self._known[at]:
            self._learn(range(at, at + 1))
        # As wide as the talk itself, so there is nothing to mirror.
        rect = self.rect_of(at)
        if self._parts[at].rect != rect:
            self._parts[at].place(rect)

    def _between(self, top: int, bottom: int) -> range:
        """The parts of which something is between two heights of the window."""
        first = self.at(top)
        past = bisect_right(self._tops, bottom - 1 - self.rect.y, hi=len(self._heights))
        return range(first, max(first, past))

    def _keep(self, which: range) -> None:
        """Drop the set text of all other parts: ten thousand would fill the memory."""
        if len(self._parts) > _AT_ONCE:
            for at in self._set:
                if at not in which and at < len(self._parts):
                    _drop(self._parts[at])
        self._set = which

    def draw(self, surface: Surface) -> None:
        clip = surface.get_clip()
        for at in self._between(clip.y - _AROUND, clip.bottom + _AROUND):
            self._put(at)
            self._parts[at].draw(surface)


def _drop(part: Widget) -> None:
    for one in walk(part):
        if isinstance(one, TextBlock):
            one.drop()
