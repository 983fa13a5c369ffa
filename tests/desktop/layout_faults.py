"""What is wrong with where things stand in the window: cut, drawn over something else, or out of reach.

Whether it looks good is for the eye, and for the pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from pygame import Rect

from game.desktop.app import App
from game.desktop.widget_button import Button
from game.desktop.widget_frame import Frame
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Widget, walk


def faults(app: App, size: tuple[int, int]) -> list[str]:
    """Every fault of the tree that is shown in a window of this size, in words; an empty list when all is well."""
    root = app.tree
    return [f"{_named(root)}: not the whole window"] * (root.rect.size != size) + list(_faults(root, root.rect))


def focus_faults(app: App, size: tuple[int, int]) -> list[str]:
    """Whether what has the focus is in view with its ring; from the top, where it is higher than its part."""
    focused = app.focused
    if focused is None:
        return []
    ring = focused.rect.inflate(2 * focused.look.metrics.ring, 2 * focused.look.metrics.ring)
    view = Rect(0, 0, *size)
    for above in walk(app.tree):
        if isinstance(above, Scroll) and any(one is focused for one in walk(above)):
            view = view.clip(above.rect)
    if view.contains(ring) or (ring.h > view.h and view.x <= ring.x and view.y <= ring.y < view.bottom):
        return []
    return [f"{_named(focused)}: focused at {tuple(ring)}, in view is {tuple(view)}"]


def _faults(widget: Widget, room: Rect) -> Iterator[str]:
    """`room` is where the widget may be: its parent's rectangle, or for what scrolls, as much height as it wants."""
    if widget.rect.w and widget.rect.h and not room.contains(widget.rect):
        yield f"{_named(widget)}: at {tuple(widget.rect)}, out of {tuple(room)}"
    if isinstance(widget, TextBlock):
        yield from _text_faults(widget, widget.rect)
    if isinstance(widget, Button) and widget.show_words:
        yield from _text_faults(widget.words, widget.rect)
    inside = widget.rect
    if isinstance(widget, Scroll):
        if widget.children[0].rect.h > inside.h:
            yield from _reach_faults(widget)
        inside = Rect(inside.x, -100_000, inside.w, 200_000)
    for child in widget.children:
        yield from _faults(child, inside)
    # A dialog lies over the screen under it.
    beside = widget.children[:2] if isinstance(widget, Frame) else widget.children
    for one, other in combinations(beside, 2):
        if one.rect.colliderect(other.rect):
            yield f"{_named(one)} {tuple(one.rect)} over {_named(other)} {tuple(other.rect)}"


def _text_faults(block: TextBlock, room: Rect) -> Iterator[str]:
    laid = block.laid(block.look, block.rect.w)
    if laid.width > block.rect.w or laid.height > block.rect.h:
        yield f"{_named(block)}: needs {laid.width}x{laid.height}, has {block.rect.w}x{block.rect.h}"
    if not room.contains(block.set_in(laid)):
        yield f"{_named(block)}: its text leaves its place"


def _reach_faults(scroll: Scroll) -> Iterator[str]:
    """Whether scrolling from one end to the other shows all of it, and the room is worth looking through."""
    content = scroll.children[0].rect
    if scroll.reach != content.h - scroll.rect.h:
        yield f"{_named(scroll)}: reaches {scroll.reach} of {content.h - scroll.rect.h}"
    # Two lines, or two fifths of a window that is hardly higher; of a part beside the page, one line.
    metrics = scroll.look.metrics
    line = metrics.body * metrics.line
    least = line if scroll.key in ("foot", "banner", "notice") else min(2 * line, 0.4 * metrics.height)
    if scroll.rect.h < least:
        yield f"{_named(scroll)}: {scroll.rect.h} pixels high is no room to read in"


def _named(widget: Widget) -> str:
    return f"{type(widget).__name__} {(widget.key or widget.label)[:40]!r}"
