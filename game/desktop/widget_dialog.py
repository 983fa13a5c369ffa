"""A dialog: a question or a notice over a screen, which waits until it is answered.

It never covers the top bar: help and the way out stay in reach.
"""

from __future__ import annotations

import pygame
from pygame import Rect, Surface

from game.desktop.layout import Column
from game.desktop.tokens import Look
from game.desktop.widget_panel import Panel
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_text import Heading
from game.desktop.widgets import Press, Role, Widget

_VEIL = 150
"""How much of what is under a dialog is veiled, of 255."""


class Dialog(Widget):
    """A box in the middle of the room below the bar, with a title and `body` under it; high content scrolls.

    `on_close` is called when Escape is pressed; with None, Escape does nothing.
    """

    role: Role | None = "dialog"

    def __init__(self, title: str, body: Widget, on_close: Press | None = None) -> None:
        super().__init__()
        self.label = title
        self.on_close = on_close
        content = Column((Heading(title, level=2), body), gap="m", pad="m")
        self._panel = Panel(Scroll(content, key=f"dialog {title}"), radius="radius_l", edge="edge", pad="s")
        self.children = (self._panel,)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return self._panel.measure(look, self._wide(width))

    def _wide(self, width: int) -> int:
        metrics = self.look.metrics
        return min(width - 2 * metrics.m, metrics.reading)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        wide = self._wide(rect.w)
        high = min(self._panel.measure(self.look, wide), rect.h - 2 * self.look.metrics.s)
        self.put(self._panel, Rect(rect.centerx - wide // 2, rect.centery - high // 2, wide, high))

    def draw(self, surface: Surface) -> None:
        veil = Surface(self.rect.size, pygame.SRCALPHA)
        veil.fill((*self.look.theme.scrim, _VEIL))
        surface.blit(veil, self.rect)
        super().draw(surface)
