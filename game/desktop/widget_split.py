"""The two halves of a play: a conversation that follows its last line, and the part where the player decides.

In a wide window they stand side by side; with large text or in a narrow window they are one page.
"""

from __future__ import annotations

from pygame import Rect, Surface

from game.desktop.layout import Column, Spacer
from game.desktop.tokens import Look
from game.desktop.widget_scroll import Scroll
from game.desktop.widgets import Widget

ROOMY = 56
"""From this many widths of the body text on, the halves stand side by side."""

_SHARE = 0.37


class Follow(Scroll):
    """A Scroll that keeps its end in view until the reader goes up, and again once they come back down.

    One lives as long as its screen, so that it remembers where the reader is; `show` gives it new content. A part
    at the end that is too high for the view is shown from its top: `last` names it.
    """

    def __init__(self, key: str) -> None:
        super().__init__(Spacer(), key=key)
        self.following = True
        self.last: Widget | None = None

    def show(self, child: Widget, last: Widget | None = None) -> None:
        """Take `child` as the content from the next layout on."""
        self.children = (child,)
        self.last = last

    def place(self, rect: Rect) -> None:
        moved = self.rect.size != rect.size
        following = self.following
        super().place(rect)
        if not following:
            return
        end = self._end()
        if moved:
            super().scroll_to(end)
        elif self.offset != end:
            self.glide_to(end)

    def _end(self) -> int:
        if self.last is None:
            return self.reach
        return min(self.reach, self.last.rect.top + self.offset - self.rect.top)

    def scroll_to(self, offset: int) -> bool:
        moved = super().scroll_to(offset)
        self.following = self.offset >= self._end() - 2
        return moved

    def reveal(self, part: Rect, margin: int = 0) -> bool:
        if self.aim is not None:
            # What is asked for was placed before the glide: finish it first, then see what is still out of view.
            ahead = self.aim - self.offset
            super().scroll_to(self.aim)
            part = part.move(0, -ahead)
        return super().reveal(part, margin)


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
        self.talk.place(Rect(rect.x, rect.y, rect.w - aside, rect.h))
        self.turn.place(Rect(rect.right - aside, rect.y, aside, rect.h))

    def draw(self, surface: Surface) -> None:
        theme = self.look.theme
        surface.fill(theme.surface, self.turn.rect)
        surface.fill(theme.line, (self.turn.rect.x, self.turn.rect.y, 1, self.turn.rect.h))
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


def talk_and_turn(look: Look, follow: Follow, talk: list[Widget], turn: Widget, label: str) -> Widget:
    """The body of a play's screen. `talk` are the messages, oldest first; `label` names their log."""
    log = Column(talk, gap="s", role="log", label=label)
    if roomy(look):
        follow.show(Column((log,), pad="l"))
        return Split(follow, turn)
    follow.show(Column((log, turn), gap="m", pad="m"), last=turn)
    return follow
