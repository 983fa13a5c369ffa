"""The two halves of a play: a conversation that follows its last line, and the part where the player decides.

In a wide window they stand side by side; with large text or in a narrow window they are one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pygame import Rect, Surface

from game.desktop.layout import Column, Spacer
from game.desktop.tokens import Look, Metrics
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_talk import Talk
from game.desktop.widgets import Key, Widget

AIRY = 19
"""From so many lines of body text on, some parts of a screen keep their room while the rest scrolls."""

ROOMY = 56
"""From this many widths of the body text on, the halves stand side by side."""

_SHARE = 0.37


class Anchored(Scroll):
    """A Scroll that shows the same words after a change of the window's or the text's size.

    One lives as long as its screen, so that it remembers where the reader is; `show` gives it new content. `parts` are
    the pieces of that content from top to bottom: the first one in view is what stays there.
    """

    def __init__(self, key: str) -> None:
        super().__init__(Spacer(), key=key)
        self._parts: tuple[Widget, ...] = ()
        self._top = (0, 0.0)
        """The part at the top of the view, and how much of it is above, 0 to 1."""
        self._sizes: tuple[tuple[int, int], Metrics] | None = None

    def show(self, child: Widget, parts: Iterable[Widget]) -> None:
        """Take `child` as the content from the next layout on."""
        if self._sizes is not None:
            self._top = self._find_top()
        self.children = (child,)
        self._parts = tuple(parts)

    def place(self, rect: Rect) -> None:
        sizes = rect.size, self.look.metrics
        changed = self._sizes is not None and self._sizes != sizes
        self._sizes = sizes
        super().place(rect)
        if changed:
            self._changed()

    def on_key(self, key: Key) -> bool:
        return key.plain and super().on_key(key)

    def _changed(self) -> None:
        """The sizes are others than before: bring back what was at the top."""
        at, above = self._top
        if self._top != (0, 0):
            part = self._part(at)
            self.scroll_to(part.y + round(above * part.h) - self.rect.y + self.offset)

    def _part(self, at: int) -> Rect:
        """Where a part is, or the last one, where there are fewer."""
        return self._parts[min(at, len(self._parts) - 1)].rect if self._parts else self.rect

    def _find_top(self) -> tuple[int, float]:
        for at, part in enumerate(self._parts):
            if part.rect.bottom > self.rect.y:
                return at, self._above(part.rect)
        return 0, 0

    def _above(self, part: Rect) -> float:
        return max(0, self.rect.y - part.y) / max(1, part.h)


class Follow(Anchored):
    """Keeps the end of a `Talk` in view until the reader goes up, and again once they come back down.

    Its last message is shown from the top, even where what stands under it then goes on out of view; and a message that
    is too high for the view is not taken away by the next one before its end was seen. Of several that come at once,
    the first is shown from the top: they are read from there.
    """

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.following = True
        self._asked = False
        self._hold = False
        self._talk: Talk | None = None
        self._last: Widget | None = None
        self._count = 0
        """How many messages there were."""
        self._first: int | None = None
        """The first of those that came at once, if several did."""
        self.begins = False
        """Whether it opens at its first message, as nothing of it was read before."""

    def catch_up(self) -> None:
        """Follow whatever comes next: the reader asked for it."""
        self.following = self._asked = True

    def hold(self) -> None:
        """Do not scroll for what takes the focus with the next layout: what is to be read first stays in view."""
        self._hold = True

    def follow(self, child: Widget, talk: Talk, after: Sequence[Widget] = ()) -> None:
        """Show `child`, which holds `talk` and then the parts `after` it."""
        if talk.last is not self._last and not self._asked and self._cut():
            self.following = False
        self._asked = False
        self.show(child, after)
        if talk.messages != self._count:
            several = talk.messages - self._count > 1 and (self._sizes is not None or self.begins)
            self._first = self._count if several else None
        self._talk, self._last, self._count = talk, talk.last, talk.messages
        talk.when_grown = self._grown

    def _cut(self) -> bool:
        """Whether the last message goes on below the view."""
        if self._talk is None or self._last is None or self._sizes is None:
            return False
        ahead = 0 if self.aim is None else self.aim - self.offset
        return self._talk.last_rect.bottom - ahead > self.rect.bottom

    def place(self, rect: Rect) -> None:
        following, begun = self.following, self._sizes is not None
        super().place(rect)
        if following and self.offset < self._end():
            # A conversation that is come back to opens where it stands; only what is added to it glides in.
            if begun:
                self.glide_to(self._end())
            else:
                self._to_end()

    def _fill(self) -> None:
        super()._fill()
        if self._talk is None:
            return
        self._talk.near(self.rect)

    def _grown(self, by: int) -> None:
        """What is in view was moved down by what is above it, which was only guessed before: go after it."""
        self.offset += by
        self.drawn_at += by
        if self.aim is not None:
            self.aim += by
        self._content = self.children[0].measure(self.look, max(1, self.rect.w - self._gutter(self.look)))
        self._fill()

    def _changed(self) -> None:
        if self.following:
            self._to_end()
        else:
            # Once more, now that what is near was measured.
            super()._changed()
            super()._changed()

    def _find_top(self) -> tuple[int, float]:
        if self._talk is None:
            return super()._find_top()
        at = self._talk.at(self.rect.y)
        if at < self._talk.measured:
            return at, self._above(self._talk.rect_of(at))
        at, above = super()._find_top()
        return len(self._talk) + at, above

    def _part(self, at: int) -> Rect:
        messages = 0 if self._talk is None else len(self._talk)
        if self._talk is not None and (at < messages or not self._parts):
            return self._talk.rect_of(min(at, messages - 1))
        return super()._part(at - messages)

    def _to_end(self) -> None:
        """Show the end, wherever it is once what is near it was measured."""
        while self.offset != (end := self._end()):
            super().scroll_to(end)
        self.following = True

    def _end(self) -> int:
        if self._talk is None or self._last is None:
            return self.reach
        if self._first == 0:
            return 0
        top = self._talk.last_rect.y
        if self._first is not None and self._first < self._talk.measured:
            top = self._talk.rect_of(self._first).y
        top += self.offset - self.rect.y - self.look.metrics.s
        return max(0, min(self.reach, top))

    def scroll_to(self, offset: int) -> bool:
        if self._first is not None and offset != self._end():
            # The reader goes on from the first of them: from now on the end is the last message again.
            self._first = None
        to_the_end = offset >= self.reach
        moved = super().scroll_to(offset)
        if moved:
            # Who goes on from there reads on by themselves.
            self._first = None
        while to_the_end and self.offset < self.reach:
            super().scroll_to(self.reach)
        self.following = self.offset >= self._end() - 2
        return moved

    def reveal(self, part: Rect, margin: int = 0) -> bool:
        if self._hold:
            self._hold = False
            return False
        if self.aim is not None:
            # What is asked for was placed before the glide: finish it first, then see what is still out of view.
            ahead = self.aim - self.offset
            super().scroll_to(self.aim)
            part = part.move(0, -ahead)
        return super().reveal(part, margin)

    def draw(self, surface: Surface) -> None:
        self._hold = False
        super().draw(surface)


class Split(Widget):
    """`talk` beside `turn` where there is room, else `talk` alone: the caller then puts the turn at its end."""

    grow = 1

    def __init__(self, talk: Follow, turn: Widget) -> None:
        super().__init__()
        self.turn = Scroll(turn, key="turn")
        self.talk = talk
        self.children = (talk, self.turn)

    def _aside(self, width: int) -> int:
        return round(width * _SHARE)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        aside = self._aside(width)
        self.turn.measure(look, aside)
        return self.talk.measure(look, width - aside)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        aside = self._aside(rect.w)
        self.put(self.talk, Rect(rect.x, rect.y, rect.w - aside, rect.h))
        self.put(self.turn, Rect(rect.right - aside, rect.y, aside, rect.h))

    def draw(self, surface: Surface) -> None:
        theme = self.look.theme
        surface.fill(theme.surface, self.turn.rect)
        aside = self.turn.rect
        between = aside.right - 1 if self.look.mirrored else aside.x
        surface.fill(theme.line, (between, aside.y, 1, aside.h))
        super().draw(surface)


class Rule(Spacer):
    """A thin line between two parts."""

    def __init__(self) -> None:
        super().__init__("xs")

    def draw(self, surface: Surface) -> None:
        surface.fill(self.look.theme.line, (self.rect.x, self.rect.centery, self.rect.w, 1))


def roomy(look: Look) -> bool:
    """Whether the halves stand side by side in this window at this text size."""
    return look.metrics.width >= ROOMY * look.metrics.body


def airy(look: Look) -> bool:
    """Whether this window has room, at this text size, for parts that stay while others scroll."""
    return look.metrics.height >= AIRY * look.metrics.body


def talk_and_turn(look: Look, follow: Follow, talk: Talk, turn: Widget) -> Widget:
    """The body of a play's screen: the conversation and the player's turn."""
    if roomy(look):
        follow.follow(Column((talk,), pad="l"), talk)
        return Split(follow, Column((turn,), pad="l"))
    follow.follow(Column((talk, turn), gap="l", pad="m"), talk, (turn,))
    return follow
