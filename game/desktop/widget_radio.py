"""One of several: radio buttons beside each other, of which one is checked.

Tab comes to the checked one, the arrow keys check the next or the one before. What a choice changes is left to the
callable that the group is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from pygame import Rect, Surface

from game.desktop.layout import Row
from game.desktop.tokens import Look
from game.desktop.widget_button import Pressable
from game.desktop.widget_paint import box, disc
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Key, Press, Role, Widget

Value = TypeVar("Value", bound=str)


class Radio(Pressable):
    """One choice of a group: a disc that is full when it is checked, and its words."""

    role: Role | None = "radio"

    def __init__(self, words: str, checked: bool, on_press: Press, key: str) -> None:
        super().__init__(on_press)
        self.label = words
        self.key = key
        self.checked = self.tab_stop = checked
        self.words = TextBlock(words, spacing=1.25)

    def _disc(self, look: Look) -> int:
        return round(look.metrics.body * 1.1)

    def _pads(self, look: Look) -> tuple[int, int]:
        metrics = look.metrics
        return metrics.s + metrics.xs, metrics.xs

    def _around(self, look: Look) -> int:
        return 2 * self._pads(look)[0] + self._disc(look) + look.metrics.s

    def natural(self, look: Look, limit: int) -> int:
        around = self._around(look)
        words = self.words.natural(look, max(1, limit - around))
        return min(limit, max(look.metrics.target, words + around))

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        self._room = max(1, width - self._around(look))
        return max(look.metrics.target, self.words.measure(look, self._room) + 2 * self._pads(look)[1])

    def place(self, rect: Rect) -> None:
        super().place(rect)
        high = self.words.measure(self.look, self._room)
        left = rect.x + self._pads(self.look)[0] + self._disc(self.look) + self.look.metrics.s
        self.put(self.words, Rect(left, rect.y + (rect.h - high) // 2, self._room, high))

    def draw(self, surface: Surface) -> None:
        theme, metrics = self.look.theme, self.look.metrics
        fill = theme.primary_soft if self.checked else theme.surface
        edge = theme.primary if self.checked else theme.edge
        fill = self.shaded(fill, theme.ink)
        box(surface, self.rect, metrics.radius_m, fill, edge, 2 if self.checked else 1)
        radius = self._disc(self.look) // 2
        left = self.rect.x + self._pads(self.look)[0]
        centre = self.turned(Rect(left, self.rect.centery - radius, 2 * radius, 2 * radius)).center
        disc(surface, centre, radius, edge)
        disc(surface, centre, radius - max(2, radius // 5), fill)
        if self.checked:
            disc(surface, centre, round(radius * 0.55), theme.primary)
        self.words.draw(surface)
        self.draw_ring(surface, metrics.radius_m)


class Radios(Row):
    """The group called `label`: `options` are values with their words, `on_choose` is given the value chosen.

    The radio of a value is keyed "{key} {value}".
    """

    def __init__(
        self,
        label: str,
        options: Iterable[tuple[Value, str]],
        chosen: Value,
        on_choose: Callable[[Value], None],
        key: str,
    ) -> None:
        self.radios = tuple(
            Radio(words, value == chosen, lambda value=value: on_choose(value), f"{key} {value}")  # type: ignore[misc]
            for value, words in options
        )
        if self.radios and not any(radio.checked for radio in self.radios):
            # Where nothing is checked yet, Tab still has somewhere to come to.
            self.radios[0].tab_stop = True
        held: tuple[Widget, ...] = self.radios
        super().__init__(held, role="radiogroup", label=label)

    def on_key(self, key: Key) -> bool:
        at = next((number for number, radio in enumerate(self.radios) if radio.focused), None)
        if at is None or not key.plain or key.name not in ("up", "down", "left", "right"):
            return False
        step = 1 if key.name in ("down", "right") else -1
        self.radios[(at + step) % len(self.radios)].press()
        return True
