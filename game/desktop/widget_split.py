"""The two halves of a play: a conversation that follows its last line, and the part where the player decides.

In a wide window they stand side by side; with large text or in a narrow window they are one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pygame import Rect, Surface

from game.desktop.layout import Column, Spacer
from game.desktop.tokens import Look, Metrics
from game.desktop.widget_scroll import Scroll
from game.desktop.widgets import Key, Widget

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
        if self._parts and self._top != (0, 0):
            part = self._parts[min(at, len(self._parts) - 1)].rect
            self.scroll_to(part.y + round(above * part.h) - self.rect.y + self.offset)

    def _find_top(self) -> tuple[int, float]:
        for at, part in enumerate(self._parts):
            if part.rect.bottom > self.rect.y:
                return at, max(0, self.rect.y - part.rect.y) / max(1, part.rect.h)
        return 0, 0


class Follow(Anchored):
    """Keeps its end in view until the reader goes up, and again once they come back down.

    Its last message is shown from the top, even where what stands under it then goes on out of view; and a message that
    is too high for the view is not taken away by the next one before its end was seen.
    """

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.following = True
        self._asked = False
        self._hold = False
        self._last: Widget | None = None

    def catch_up(self) -> None:
        """Follow whatever comes next: the reader asked for it."""
        self.following = self._asked = True

    def hold(self) -> None:
        """Do not scroll for what takes the focus with the next layout: what is to be read first stays in view."""
        self._hold = True

    def follow(self, child: Widget, messages: Sequence[Widget], after: Sequence[Widget] = ()) -> None:
        """Show `child`, which holds `messages` and then the parts `after` them."""
        last = messages[-1] if messages else None
        if last is not self._last and not self._asked and self._cut():
            self.following = False
        self._asked = False
        self._last = last
        self.show(child, (*messages, *after))

    def _cut(self) -> bool:
        """Whether the last message goes on below the view."""
        if self._last is None or self._sizes is None:
            return False
        ahead = 0 if self.aim is None else self.aim - self.offset
        return self._last.rect.bottom - ahead > self.rect.bottom

    def place(self, rect: Rect) -> None:
        following, begun = self.following, self._sizes is not None
        super().place(rect)
        end = self._end()
        if following and self.offset < end:
            # A conversation that is come back to opens where it stands; only what is added to it glides in.
            if begun:
                self.glide_to(end)
            else:
                self.scroll_to(end)

    def _changed(self) -> None:
        if not self.following:
            super()._changed()
            return
        self.scroll_to(self._end())

    def _end(self) -> int:
        if self._last is None:
            return self.reach
        top = self._last.rect.y - self.look.metrics.s - self.rect.y + self.offset
        return max(0, min(self.reach, top))

    def scroll_to(self, offset: int) -> bool:
        moved = super().scroll_to(offset)
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


def talk_and_turn(
    look: Look, follow: Follow, messages: Sequence[Widget], coming: Widget | None, turn: Widget, label: str
) -> Widget:
    """The body of a play's screen: `messages`, oldest first, and the one that is `coming`, in a log called `label`; and
    the player's turn."""
    log = Column((*messages, *((coming,) if coming else ())), gap="s", role="log", label=label)
    if roomy(look):
        follow.follow(Column((log,), pad="l"), messages)
        return Split(follow, Column((turn,), pad="l"))
    follow.follow(Column((log, turn), gap="l", pad="m"), messages, (turn,))
    return follow
