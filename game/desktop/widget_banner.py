"""A banner over a screen: what it says takes the height that it needs, up to a share, and scrolls beyond.

Of what is said in one, only the notice of the game itself is here; the rest is left to the screens.
"""

from __future__ import annotations

from dataclasses import dataclass

from pygame import Rect, Surface

from game.desktop.layout import Column, Row
from game.desktop.tokens import Look
from game.desktop.widget_button import Button
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Press, Widget
from game.telling.language import _

_PUT_AWAY = "noticed"
"""The key of the button that puts a notice away."""
_LASTS = 30.0
"""Seconds for which a notice stays when nobody puts it away; longer while the keyboard is on it."""

_SHARE = 0.4
"""The most of the height that a banner takes: the screen under it is to be seen."""
_LEAST = 2
"""Lines of text that are seen of it at least, unless that is more than half of the height."""


class Banner(Widget):
    """`told` above `body`, which gets the rest of the height; `fill` names the colour behind what is told.

    `key` names its scrolling part: there may be one banner in another.
    """

    grow = 1

    def __init__(self, told: Widget, body: Widget, fill: str = "surface", key: str = "banner") -> None:
        super().__init__()
        self._fill = fill
        self._told = Scroll(told, key=key)
        self._told.even = False
        self._body = body
        self.children = (self._told, body)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return self._told.measure(look, width) + self._body.measure(look, width)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        metrics = self.look.metrics
        least = round(_LEAST * metrics.body * metrics.line) + 1
        most = max(round(rect.h * _SHARE), min(least, rect.h // 2))
        high = min(self._told.measure(self.look, rect.w), most)
        self.put(self._told, Rect(rect.x, rect.y, rect.w, high))
        self._body.measure(self.look, rect.w)
        self.put(self._body, Rect(rect.x, rect.y + high, rect.w, rect.h - high))

    def draw(self, surface: Surface) -> None:
        theme = self.look.theme
        surface.fill(theme.colour(self._fill), self._told.rect)
        outer = surface.get_clip()
        for part in self.children:
            surface.set_clip(part.rect.clip(outer))
            part.draw(surface)
        surface.set_clip(outer)
        surface.fill(theme.line, (self.rect.x, self._told.rect.bottom - 1, self.rect.w, 1))


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner says of the game itself: its words, and when they were told, in seconds of the app's clock."""

    words: str
    since: float

    def over(self, now: float, focus: str) -> bool:
        """Whether it was there for a while, and `focus`, the key of what has the focus, is not its button's."""
        return now - self.since > _LASTS and focus != _PUT_AWAY

    def told(self, put_away: Press) -> Widget:
        """The words, with a button that puts them away."""
        block = TextBlock(self.words)
        block.role = None
        button = Button(_("Got it"), put_away, tight=True, key=_PUT_AWAY)
        # The words take what the button leaves, and stand above it where that is little.
        block.grow = 1
        return Column((Row((block, button), align="stretch"),), pad="s", limit="wide", role="alert", label=self.words)
