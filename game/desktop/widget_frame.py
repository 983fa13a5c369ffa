"""The whole window as one tree: the bar, the screen under it, a dialog over the screen; and what the way out shows.

What is in the screen is left to `screens`.
"""

from __future__ import annotations

from dataclasses import replace

from pygame import Rect, Surface

from game.desktop.layout import Column
from game.desktop.tokens import Look, theme
from game.desktop.widget_text import Heading
from game.desktop.widgets import Widget


class Frame(Widget):
    """The bar on top, `body` in the rest of the window, `dialog` over the body."""

    def __init__(self, bar: Widget, body: Widget, dialog: Widget | None) -> None:
        super().__init__()
        self.bar = bar
        self.front = dialog or body
        self.children = (bar, body, dialog) if dialog else (bar, body)

    @property
    def zones(self) -> tuple[Widget, ...]:
        """What the keyboard can reach: the bar comes last, so that the first Tab lands in the screen."""
        return (self.front, self.bar)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return look.metrics.height

    def place(self, rect: Rect) -> None:
        super().place(rect)
        top = self.bar.measure(self.look, rect.w)
        self.put(self.bar, Rect(rect.x, rect.y, rect.w, top))
        for part in self.children[1:]:
            part.measure(self.look, rect.w)
            self.put(part, Rect(rect.x, rect.y + top, rect.w, rect.h - top))

    def draw(self, surface: Surface) -> None:
        surface.fill(self.look.theme.ground, self.rect)
        outer = surface.get_clip()
        for part in self.children[1:]:
            # A ring or a shadow at the top of a screen must not run over the bar.
            surface.set_clip(part.rect.clip(outer))
            part.draw(surface)
        surface.set_clip(outer)
        if self.bar.rect.colliderect(outer):
            self.bar.draw(surface)


class Blank(Widget):
    """What is left after the way out: an empty sheet of notes, always in the same colours; no key changes it."""

    def __init__(self) -> None:
        super().__init__()
        # The word is the same in every language that the interface speaks, and is the window's title.
        self.children = (Column((Heading("Notes", level=2),), pad="xl"),)

    def measure(self, look: Look, width: int) -> int:
        self.look = replace(look, theme=theme("light"))
        return self.children[0].measure(self.look, width)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        self.put(self.children[0], rect)

    def draw(self, surface: Surface) -> None:
        colours, metrics = self.look.theme, self.look.metrics
        surface.fill(colours.surface, self.rect)
        apart = round(metrics.body * 2)
        for y in range(self.rect.y + metrics.xl + 2 * apart, self.rect.bottom - metrics.m, apart):
            surface.fill(colours.line, (self.rect.x + metrics.xl, y, self.rect.w - 2 * metrics.xl, 1))
        super().draw(surface)
