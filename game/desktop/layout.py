"""Layout: columns, rows and spaces, from what the widgets in them need.

Nothing here has a fixed size: everything follows font metrics, so that large text and narrow windows hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pygame import Rect

from game.desktop.tokens import Look
from game.desktop.widgets import Role, Widget

Align = Literal["stretch", "start", "centre", "end"]
Limit = Literal["", "reading", "wide"]


class Spacer(Widget):
    """Empty room: `size` names a space, and `grow` takes a share of what is left over in a Column."""

    def __init__(self, size: str = "", grow: int = 0) -> None:
        super().__init__()
        self.size = size
        self.grow = grow

    def natural(self, look: Look, limit: int) -> int:
        return min(limit, look.metrics.size(self.size))

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return look.metrics.size(self.size)


class Column(Widget):
    """Widgets under each other.

    `gap` and `pad` name spaces ("", "xs" to "xl"); `limit` keeps the column to the width that reads well and centres
    it; with `align` other than "stretch" children take their natural width. Left-over height goes to children that
    `grow`. Give a `role` and a `label` to make it a group, a list or a log.
    """

    def __init__(
        self,
        children: Iterable[Widget],
        gap: str = "m",
        pad: str = "",
        limit: Limit = "",
        align: Align = "stretch",
        grow: int = 0,
        role: Role | None = None,
        label: str = "",
    ) -> None:
        super().__init__()
        self.children = tuple(children)
        self.gap = gap
        self.pad = pad
        self.limit: Limit = limit
        self.align = align
        self.grow = grow
        self.role = role
        self.label = label
        self._sizes: list[tuple[int, int]] = []

    def _room(self, look: Look, width: int) -> int:
        room = width - 2 * look.metrics.size(self.pad)
        return max(1, min(room, look.metrics.size(self.limit)) if self.limit else room)

    def natural(self, look: Look, limit: int) -> int:
        room = self._room(look, limit)
        widest = max((child.natural(look, room) for child in self.children), default=0)
        return min(limit, widest + 2 * look.metrics.size(self.pad))

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        room = self._room(look, width)
        self._sizes = []
        for child in self.children:
            wide = room if self.align == "stretch" else child.natural(look, room)
            self._sizes.append((wide, child.measure(look, wide)))
        gaps = look.metrics.size(self.gap) * max(0, len(self.children) - 1)
        return sum(high for _, high in self._sizes) + gaps + 2 * look.metrics.size(self.pad)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        metrics = self.look.metrics
        pad, gap = metrics.size(self.pad), metrics.size(self.gap)
        room = self._room(self.look, rect.w)
        left = rect.x + (rect.w - room) // 2 if self.limit else rect.x + pad
        spare = rect.h - sum(high for _, high in self._sizes) - gap * max(0, len(self._sizes) - 1) - 2 * pad
        shares = sum(child.grow for child in self.children)
        y = rect.y + pad
        for child, (wide, high) in zip(self.children, self._sizes, strict=True):
            if child.grow and spare > 0:
                high += spare * child.grow // shares
            self.put(child, Rect(left + _shift(self.align, room - wide), y, wide, high))
            y += high + gap


class Row(Widget):
    """Widgets beside each other at their natural widths, on as many lines as they need.

    `align` moves each line; "stretch" gives the left-over width of a line to its children that `grow`.
    """

    def __init__(
        self,
        children: Iterable[Widget],
        gap: str = "s",
        align: Align = "start",
        middle: bool = True,
        role: Role | None = None,
        label: str = "",
    ) -> None:
        super().__init__()
        self.children = tuple(children)
        self.gap = gap
        self.align = align
        self.middle = middle
        self.role = role
        self.label = label
        self._lines: list[list[tuple[Widget, int, int]]] = []

    def natural(self, look: Look, limit: int) -> int:
        gaps = look.metrics.size(self.gap) * max(0, len(self.children) - 1)
        return min(limit, sum(child.natural(look, limit) for child in self.children) + gaps)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        gap = look.metrics.size(self.gap)
        lines: list[list[tuple[Widget, int]]] = [[]]
        used = 0
        for child in self.children:
            wide = child.natural(look, width)
            if lines[-1] and used + gap + wide > width:
                lines.append([])
                used = 0
            used += (gap if lines[-1] else 0) + wide
            lines[-1].append((child, wide))
        self._lines = []
        for line in lines:
            spare = width - sum(wide for _, wide in line) - gap * max(0, len(line) - 1)
            shares = sum(child.grow for child, _ in line) if self.align == "stretch" else 0
            sized = [(child, wide + (spare * child.grow // shares if shares else 0)) for child, wide in line]
            self._lines.append([(child, wide, child.measure(look, wide)) for child, wide in sized])
        return sum(_tallest(line) for line in self._lines) + gap * max(0, len(self._lines) - 1)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        gap = self.look.metrics.size(self.gap)
        y = rect.y
        for line in self._lines:
            tall = _tallest(line)
            used = sum(wide for _, wide, _ in line) + gap * max(0, len(line) - 1)
            x = rect.x + _shift(self.align, rect.w - used)
            for child, wide, high in line:
                self.put(child, Rect(x, y + (tall - high) // 2 if self.middle else y, wide, high))
                x += wide + gap
            y += tall + gap


class Columns(Widget):
    """Widgets of equal width and height beside each other; under each other when one would be narrower than `least`.

    `least` is in widths of the body text's size.
    """

    def __init__(self, children: Iterable[Widget], gap: str = "l", least: float = 16) -> None:
        super().__init__()
        self.children = tuple(children)
        self.gap = gap
        self.least = least
        self._heights: list[int] = []
        self._beside = True

    def _each(self, look: Look, width: int) -> int:
        count = len(self.children)
        return (width - look.metrics.size(self.gap) * (count - 1)) // max(1, count)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        each = self._each(look, width)
        self._beside = each >= self.least * look.metrics.body
        self._heights = [child.measure(look, each if self._beside else width) for child in self.children]
        if self._beside:
            self._heights = [max(self._heights, default=0)] * len(self.children)
            return max(self._heights, default=0)
        return sum(self._heights) + look.metrics.size(self.gap) * max(0, len(self.children) - 1)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        gap = self.look.metrics.size(self.gap)
        x, y = rect.x, rect.y
        each = self._each(self.look, rect.w)
        for child, high in zip(self.children, self._heights, strict=True):
            if self._beside:
                self.put(child, Rect(x, y, each, rect.h))
                x += each + gap
            else:
                self.put(child, Rect(x, y, rect.w, high))
                y += high + gap


class Beside(Widget):
    """One widget at its natural width, and another that takes the rest of the line; their tops are level.

    With `middle`, the first stands halfway down the second.
    """

    def __init__(self, first: Widget, rest: Widget, gap: str = "s", middle: bool = False) -> None:
        super().__init__()
        self.children = (first, rest)
        self.gap = gap
        self.middle = middle
        self._first = (0, 0)
        self._rest = 0

    def natural(self, look: Look, limit: int) -> int:
        first, rest = self.children
        taken = first.natural(look, limit) + look.metrics.size(self.gap)
        return min(limit, taken + rest.natural(look, max(1, limit - taken)))

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        first, rest = self.children
        wide = first.natural(look, width)
        self._first = (wide, first.measure(look, wide))
        self._rest = rest.measure(look, max(1, width - wide - look.metrics.size(self.gap)))
        return max(self._first[1], self._rest)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        first, rest = self.children
        wide, high = self._first
        taken = wide + self.look.metrics.size(self.gap)
        self.put(first, Rect(rect.x, rect.y + ((rect.h - high) // 2 if self.middle else 0), wide, high))
        top = rect.y + max(0, (rect.h - self._rest) // 2 if self.middle else 0)
        self.put(rest, Rect(rect.x + taken, top, rect.w - taken, self._rest))


def _tallest(line: list[tuple[Widget, int, int]]) -> int:
    return max((high for _, _, high in line), default=0)


def _shift(align: Align, spare: int) -> int:
    return {"centre": spare // 2, "end": spare}.get(align, 0)
