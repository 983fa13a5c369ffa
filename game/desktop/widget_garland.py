"""A garland: a row of lanterns on a string, lit or not. It is a picture, and says in words what it shows.

What a lantern stands for is left to the screens.
"""

from __future__ import annotations

from itertools import pairwise

import pygame
from pygame import Rect, Surface

from game.desktop.tokens import Look
from game.desktop.widget_paint import box, disc, ring
from game.desktop.widgets import Role, Widget

_HIGH = 3.4
"""The height in body lines."""
_POINTS = 48


class Garland(Widget):
    """A lantern for each of `lit`, in the order of reading; `label` says the same in words.

    A lit one glows and is filled, another is an outline: nothing is told by colour alone.
    """

    role: Role | None = "image"

    def __init__(self, lit: tuple[bool, ...], label: str) -> None:
        super().__init__()
        self.lit = lit
        self.label = label

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return round(_HIGH * self._unit(width))

    def _unit(self, width: int) -> float:
        """The size that everything follows: that of the text, smaller where there are many lanterns in little room."""
        return min(self.look.metrics.body * 1.4, 0.75 * width / max(1, len(self.lit)))

    def draw(self, surface: Surface) -> None:
        theme, area, unit = self.look.theme, self.rect, self._unit(self.rect.w)
        string = [self._on_string(area, unit, step / _POINTS) for step in range(_POINTS + 1)]
        for start, end in pairwise(string):
            pygame.draw.aaline(surface, theme.edge, start, end, max(1, self.look.metrics.stroke - 1))
        for number, lit in enumerate(self.lit):
            share = (number + 0.5) / len(self.lit)
            x, y = self._on_string(area, unit, 1 - share if self.look.mirrored else share)
            self._lantern(surface, x, y, unit, lit)

    def _on_string(self, area: Rect, unit: float, share: float) -> tuple[int, int]:
        """A point of the string, which hangs in the shape of a shallow bow."""
        return area.x + round(share * (area.w - 1)), area.y + round(unit * (0.3 + 4 * share * (1 - share)))

    def _lantern(self, surface: Surface, x: int, y: int, unit: float, lit: bool) -> None:
        theme = self.look.theme
        wide, high = round(unit * 0.8), round(unit * 1.05)
        body = Rect(x - wide // 2, y + round(unit * 0.35), wide, high)
        line = max(2, self.look.metrics.stroke - 1)
        if lit:
            disc(surface, body.center, round(unit * 0.8), theme.help_soft)
        pygame.draw.line(surface, theme.edge, (x, y), (x, body.y), line)
        if lit:
            box(surface, body, wide // 2, theme.help, theme.help_edge, line)
            disc(surface, body.center, max(2, round(unit * 0.16)), theme.on_help)
        else:
            box(surface, body, wide // 2, theme.ground)
            ring(surface, body, wide // 2, theme.edge, line)
