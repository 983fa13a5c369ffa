"""The contrast of what is drawn: every text, every picture of one colour and every control of a screen, as it is seen.

The tree says where a thing is, the pixels say what it looks like. The pairs of colours that ought to be drawn together
are left to `test_tokens`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pygame
from pygame import Rect, Surface

from game.desktop.pages import Marker
from game.desktop.screens.home import Badge
from game.desktop.tokens import Colour
from game.desktop.widget_button import Button, Checkbox, Pressable
from game.desktop.widget_frame import Frame
from game.desktop.widget_panel import Panel
from game.desktop.widget_text import Picture, TextBlock
from game.desktop.widgets import Widget
from tests.contrast import contrast

TEXT, LARGE_TEXT, GRAPHIC = 4.5, 3.0, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""

_LARGE, _LARGE_BOLD = 24, 18.66
"""From how many pixels text is large, by the same."""

_SHARE = 0.006
"""The least share of pixels that makes a colour one of an area's: letters are thin, and their rims of any colour."""

_REACH = 5
"""How far inside a control, in pixels, its edge is looked for."""


def contrast_faults(root: Widget, surface: Surface) -> list[str]:
    """Every text, picture and control drawn on `surface` that is too hard to see, in words."""
    return list(_faults(root, surface, surface.get_rect()))


def ring_faults(widget: Widget, surface: Surface) -> list[str]:
    """Whether the ring around the widget that has the focus is hard to tell from what is around it."""
    look = widget.look
    middle = widget.rect.centery
    outside = _at(surface, widget.rect.x - look.metrics.ring - 5, middle)
    ring = _at(surface, widget.rect.x - 2 - (look.metrics.ring + 1) // 2, middle)
    if outside is None or ring is None:
        return []
    found = contrast(ring, outside)
    return [] if found >= GRAPHIC else [f"ring of {_named(widget)}: {found:.2f}, {ring} on {outside}"]


def _faults(widget: Widget, surface: Surface, view: Rect) -> Iterator[str]:
    yield from _own_faults(widget, surface, view)
    view = view.clip(widget.window())
    children = widget.children
    if isinstance(widget, Frame) and widget.front is not widget.children[1]:
        # Under a dialog, the screen is veiled on purpose.
        children = (widget.bar, widget.front)
    for child in children:
        yield from _faults(child, surface, view)


def _own_faults(widget: Widget, surface: Surface, view: Rect) -> Iterator[str]:
    if isinstance(widget, TextBlock):
        yield from _text_faults(widget, surface, view)
    # WCAG leaves out what cannot be used now.
    if widget.enabled:
        for block in _own_texts(widget):
            yield from _text_faults(block, surface, view)
    if isinstance(widget, Marker | Badge) or (isinstance(widget, Picture) and widget.tint):
        yield from _picture_faults(widget, surface, view)
    if isinstance(widget, Pressable) and widget.enabled and _has_an_edge(widget):
        yield from _edge_faults(widget, surface, view)


def _own_texts(widget: Widget) -> list[TextBlock]:
    """The texts that a widget draws itself, so that they are no nodes of the tree: a button's words, a count."""
    held = [one for one in vars(widget).values() if isinstance(one, TextBlock)]
    return [one for one in held if one.rect.w and not any(one is child for child in widget.children)]


def _has_an_edge(widget: Pressable) -> bool:
    """Whether the edge says where to press. Of a bubble and of a bare button, the words say it."""
    if isinstance(widget, Button):
        return widget.kind != "bare"
    if isinstance(widget, Panel):
        return widget.focusable and widget.edge not in ("", "bubble_edge", "line")
    return isinstance(widget, Checkbox)


def _text_faults(block: TextBlock, surface: Surface, view: Rect) -> Iterator[str]:
    laid = block.laid(block.look, block.rect.w)
    place = block.set_in(laid)
    areas: dict[int, list[Rect]] = {}
    for number, (line, start) in enumerate(zip(laid.lines, laid.starts, strict=True)):
        for piece in line.pieces:
            top = place.y + number * laid.line_height
            area = Rect(place.x + start + piece.x, top, piece.width, laid.line_height)
            # Pictures have colours of their own.
            if piece.what[0] not in ("gap", "emoji") and area.w and view.contains(area):
                areas.setdefault(piece.style, []).append(area)
    for style, found in areas.items():
        run = laid.runs[style]
        large = laid.size >= (_LARGE_BOLD if run.bold else _LARGE)
        yield from _told(block, found, surface, LARGE_TEXT if large else TEXT)


def _picture_faults(widget: Widget, surface: Surface, view: Rect) -> Iterator[str]:
    area = widget.rect.copy()
    area.w = widget.natural(widget.look, area.w)
    if isinstance(widget, Badge):
        area = widget.turned(area)
    else:
        area.center = widget.rect.center
    if area.w and view.contains(area):
        yield from _told(widget, [area], surface, GRAPHIC)


def _told(widget: Widget, areas: list[Rect], surface: Surface, least: float) -> Iterator[str]:
    seen = Counter[Colour]()
    for area in areas:
        seen += _colours(surface, area)
    ground = seen.most_common(1)[0][0]
    all_of_it = seen.total()
    inks = [colour for colour, count in seen.items() if count >= _SHARE * all_of_it]
    ink = max(inks, key=lambda colour: contrast(colour, ground))
    found = contrast(ink, ground)
    if found < least:
        yield f"{_named(widget)}: {found:.2f}, {ink} on {ground}"


def _edge_faults(widget: Widget, surface: Surface, view: Rect) -> Iterator[str]:
    """At half its height, what is a little inside the control beside what is a little outside it."""
    rect = widget.rect
    middle = rect.centery
    if not view.contains(rect.inflate(6, 0)):
        return
    outside = _at(surface, rect.x - 2, middle)
    inside = [_at(surface, rect.x + step, middle) for step in range(_REACH)]
    if isinstance(widget, Checkbox):
        box = widget.turned(Rect(rect.x, middle, widget.words.rect.x - rect.x - widget.look.metrics.s, 1))
        inside = list(_colours(surface, box))
    if outside is None:
        return
    found = max(contrast(colour, outside) for colour in inside if colour is not None)
    if found < GRAPHIC:
        yield f"edge of {_named(widget)}: {found:.2f} on {outside}"


def _colours(surface: Surface, area: Rect) -> Counter[Colour]:
    raw = memoryview(pygame.image.tobytes(surface.subsurface(area), "RGBA")).cast("I")
    return Counter({(one & 255, one >> 8 & 255, one >> 16 & 255): count for one, count in Counter(raw).items()})


def _at(surface: Surface, x: int, y: int) -> Colour | None:
    if not surface.get_rect().collidepoint(x, y):
        return None
    red, green, blue, _ = surface.get_at((x, y))
    return red, green, blue


def _named(widget: Widget) -> str:
    return f"{type(widget).__name__} {(widget.key or widget.label)[:40]!r}"
