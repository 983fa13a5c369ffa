"""Hands: how the keyboard, the mouse and a finger reach the widgets of one tree.

What a press does is left to the widget, keys that mean the same everywhere to `everywhere`, the way out to `app`.
"""

from __future__ import annotations

from itertools import pairwise
from math import exp

from game.desktop.widget_button import Button
from game.desktop.widget_scroll import Scroll, scrolls
from game.desktop.widgets import Key, Widget, focusables, key_of, path_at, path_to

_SLOWEST, _FASTEST, _BRAKE, _LATE = 40.0, 4000.0, 4.0, 0.1
"""A page that a finger let go of: pixels a second at which it stops and at most, how fast that goes down, and from how
many seconds before the finger left its speed is told."""

_DRAG_FROM = 10
"""How far a pressed pointer moves, in pixels, before it drags the page rather than pressing what is under it."""


WAY_OUT_TAPS = 3
"""So many presses of Shift are the way out."""


class Taps:
    """Tells when one key was pressed `count` times within `seconds`, with no other key between."""

    def __init__(self, name: str, count: int, seconds: float) -> None:
        self._name = name
        self._count = count
        self._seconds = seconds
        self._at: list[float] = []

    def complete(self, name: str, now: float) -> bool:
        """A key went down at `now`, in seconds; whether it is the last of the presses that were waited for."""
        if name != self._name:
            self._at.clear()
            return False
        self._at = [at for at in self._at if at >= now - self._seconds] + [now]
        if len(self._at) < self._count:
            return False
        self._at.clear()
        return True


class Hands:
    """The focus, the pointer and the drags on one tree.

    `zones` are the parts that the keyboard can reach, in the order in which Tab goes through them. What the keyboard
    does returns whether the window must be drawn again; what the pointer does, the part that must: a Scroll that has
    only moved, or the root, or None.
    """

    def __init__(self) -> None:
        self.root = Widget()
        self.zones: tuple[Widget, ...] = ()
        self.focus: Widget | None = None
        self.ring = False
        self._index = 0
        self._hovered: Widget | None = None
        self._held: Widget | None = None
        self._scroll: Scroll | None = None
        self._grip = 0
        self._from = 0
        self._on_thumb = False
        self._dragging = False
        self._clock = 0.0
        self._trail: list[tuple[float, int]] = []
        """When and where the pointer that drags the page was of late."""
        self._flung: Scroll | None = None
        self._speed = 0.0

    def take(self, root: Widget, zones: tuple[Widget, ...], wanted: str | None = None) -> None:
        """Work on a new tree: the focus goes to the widget named `wanted`, else to the one named like the old one.

        A `wanted` of "" names none: Tab then begins at the first.
        """
        name = wanted if wanted is not None else key_of(self.focus) if self.focus else None
        self.root, self.zones = root, zones
        # A widget that was kept may come back in the new tree, without the pointer and the focus.
        held = self._held
        for widget in (self._hovered, held):
            if widget is not None:
                widget.hovered = widget.held = False
        self._hovered = self._held = None
        self._scroll, self._flung = self._same(self._scroll), self._same(self._flung)
        self._dragging = self._dragging and self._scroll is not None
        self._set(None)
        if wanted == "":
            self._index = 0
        elif name is not None:
            self._set(self._named(name))
        if held is not None and (again := self._named(key_of(held))) is not None:
            # Something changed between going down and letting go: the press still counts.
            self._held = again
            again.held = True

    def _same(self, scroll: Scroll | None) -> Scroll | None:
        """The scrolling part of this tree that stands for one of the tree before: a drag goes on."""
        return scroll and next((one for one in scrolls(self.root) if one.key == scroll.key), None)

    def _named(self, name: str) -> Widget | None:
        return next((widget for widget in self.order() if key_of(widget) == name), None)

    def order(self) -> tuple[Widget, ...]:
        """The widgets that the keyboard can reach, in the order of Tab."""
        return tuple(widget for zone in self.zones for widget in focusables(zone))

    def _set(self, widget: Widget | None) -> None:
        if self.focus is not None:
            self.focus.focused = self.focus.ringed = False
        self.focus = widget
        if widget is not None:
            widget.focused, widget.ringed = True, self.ring
            self._index = self.order().index(widget)

    def focus_on(self, widget: Widget) -> bool:
        """Move the focus there, as the keyboard does, and bring it into view."""
        self.ring = True
        self._set(widget)
        self.reveal(widget)
        return True

    def rest_on(self, widget: Widget) -> None:
        """Read what cannot have the focus: nothing has it then, and Tab goes on from here."""
        self._set(None)
        self._index = 0
        for zone in self.zones:
            path = path_to(zone, widget)
            if path:
                self._index += sum(above.stops_before(below) for above, below in pairwise(path))
                break
            self._index += len(focusables(zone))
        self.reveal(widget)

    def reveal(self, widget: Widget) -> None:
        """Scroll whatever the widget is in so that it is in view."""
        for above in reversed(path_to(self.root, widget)):
            if isinstance(above, Scroll):
                margin = above.look.metrics.s + above.look.metrics.ring
                if above.reveal(widget.rect, margin) and path_to(above, widget):
                    # Where it is in a long conversation was only guessed before.
                    above.reveal(widget.rect, margin)

    def tab(self, step: int) -> bool:
        """The next widget (`step` 1) or the one before (-1), round and round."""
        order = self.order()
        if not order:
            return False
        if self.focus is not None:
            at = order.index(self.focus) + step
        elif 0 < self._index <= len(order):
            # What had the focus is gone, or something between is read: go on from there.
            at = self._index if step > 0 else self._index - 1
        else:
            at = 0 if step > 0 else -1
        return self.focus_on(order[at % len(order)])

    def arrow(self, name: str) -> bool:
        """An arrow key: the next widget in reading order if it is near, else a few lines of scrolling."""
        step = 1 if name in ("down", "right") else -1
        order = self.order()
        scroll = self._scroll_of(self.focus)
        coming: Widget | None = None
        if self.focus is not None:
            at = order.index(self.focus) + step
            coming = order[at] if 0 <= at < len(order) else None
        elif scroll is None or not self._can_move(scroll, step):
            # Back from nothing is nowhere: the last of all is the way out, which no arrow should lead to unseen.
            coming = order[0] if order and step > 0 else None
        if name in ("left", "right"):
            return coming is not None and self.focus_on(coming)
        near = coming is not None and scroll is not None and self._near(scroll, coming, step)
        if scroll is not None and not near and scroll.scroll_to(scroll.offset + step * scroll.step()):
            return True
        return coming is not None and self.focus_on(coming)

    def _can_move(self, scroll: Scroll, step: int) -> bool:
        return scroll.offset < scroll.reach if step > 0 else scroll.offset > 0

    def _near(self, scroll: Scroll, widget: Widget, step: int) -> bool:
        """Whether the widget is in the scrolled part, and at most one step out of view."""
        if scroll not in path_to(self.root, widget):
            return False
        if step > 0:
            return widget.rect.bottom <= scroll.rect.bottom + scroll.step()
        return widget.rect.top >= scroll.rect.top - scroll.step()

    def _scroll_of(self, widget: Widget | None) -> Scroll | None:
        """The scrolling part that the widget is in, else the first one that the keyboard can reach."""
        if widget is not None:
            for above in reversed(path_to(self.root, widget)):
                if isinstance(above, Scroll) and above.reach:
                    return above
        return next((scroll for zone in self.zones for scroll in scrolls(zone) if scroll.reach), None)

    def offer(self, key: Key) -> bool:
        """Let the focused widget, and then what it is in, use a key; the main scrolling part is asked last."""
        if self.focus is not None:
            for widget in reversed(path_to(self.root, self.focus)):
                if widget.on_key(key):
                    return True
        scroll = self._scroll_of(None)
        return scroll is not None and scroll.on_key(key)

    def walks(self, key: Key) -> bool:
        """Whether this key moves the focus, or scrolls for want of one to move: Tab and the arrows."""
        if not key.plain:
            return False
        if key.name == "tab":
            return self.tab(-1 if key.shift else 1)
        return key.name in ("up", "down", "left", "right") and self.arrow(key.name)

    def pressed_by(self, key: Key) -> Widget | None:
        """The widget that this key presses: the focused one once the keyboard is used, or the one with that letter."""
        if not key.plain:
            return None
        if key.name in ("enter", "space"):
            return self.focus if self.ring else None
        return self._lettered(key.name)

    def way_on(self, key: Key) -> Widget | None:
        """What Enter presses where nothing has the focus: the one primary button; None where there are several."""
        if key != Key("enter") or self.focus is not None:
            return None
        ways = [widget for widget in self.order() if isinstance(widget, Button) and widget.kind == "primary"]
        return ways[0] if len(ways) == 1 else None

    def _lettered(self, name: str) -> Widget | None:
        for zone in self.zones:
            for widget in focusables(zone):
                if isinstance(widget, Button) and widget.letter and widget.letter.lower() == name:
                    return widget
        return None

    def moved(self, x: int, y: int) -> Widget | None:
        """The pointer is at this point of the window."""
        if self._scroll is not None and (self._on_thumb or self._dragging or abs(y - self._grip) > _DRAG_FROM):
            return self._drag(self._scroll, y)
        hovered = _pressable(path_at(self.root, x, y))
        if hovered is self._hovered:
            return None
        if self._hovered is not None:
            self._hovered.hovered = False
        if hovered is not None:
            hovered.hovered = True
        self._hovered = hovered
        return self.root

    def _drag(self, scroll: Scroll, y: int) -> Widget | None:
        held, self._held = self._held, None
        if held is not None:
            held.held = False
        self._dragging = True
        if self._on_thumb:
            moved = scroll.drag_thumb(y - self._grip, self._from)
        else:
            moved = scroll.scroll_to(scroll.offset + self._trail[-1][1] - y)
            self._trail.append((self._clock, y))
        return self.root if held is not None else scroll if moved else None

    def down(self, x: int, y: int) -> Widget | None:
        """The pointer was pressed."""
        path = path_at(self.root, x, y)
        self.ring = False
        found = [widget for widget in path if isinstance(widget, Scroll) and widget.reach]
        self._scroll = found[-1] if found else None
        self._on_thumb = self._dragging = False
        # Who stops a page that runs on does not press what happens to be there.
        stopped, self._flung = self._flung is not None, None
        if self._scroll is not None:
            self._grip, self._from = y, self._scroll.offset
            self._trail = [(self._clock, y)]
            thumb = self._scroll.thumb()
            self._on_thumb = thumb is not None and thumb.collidepoint(x, y)
        self._held = None if self._on_thumb or stopped else _pressable(path)
        if self._held is not None:
            self._held.held = True
        self._set(self._held)
        return self.root

    def up(self, x: int, y: int, finger: bool = False) -> Widget | None:
        """The pointer was let go; the widget that was pressed and let go on, if there is one."""
        held, self._held = self._held, None
        scroll, self._scroll = self._scroll, None
        if finger:
            if scroll is not None and self._dragging and not self._on_thumb and not scroll.look.still:
                self._fling(scroll, y)
            if self._hovered is not None:
                self._hovered.hovered = False
                self._hovered = None
        if held is None:
            return None
        held.held = False
        return held if held in path_at(self.root, x, y) else None

    def _fling(self, scroll: Scroll, y: int) -> None:
        """A finger let go of the page at this height: it runs on as fast as it was dragged."""
        began, start = next(
            point for point in self._trail if point[0] >= self._clock - _LATE or point is self._trail[-1]
        )
        passed = self._clock - began
        if passed > 0:
            self._speed = max(-_FASTEST, min(_FASTEST, (start - y) / passed))
            self._flung = scroll if abs(self._speed) > _SLOWEST else None

    def tick(self, seconds: float) -> Widget | None:
        """Time has passed."""
        self._clock += seconds
        scroll = self._flung
        if scroll is None:
            return None
        step = round(self._speed * seconds)
        self._speed *= exp(-seconds * _BRAKE)
        if abs(self._speed) < _SLOWEST or (step and not scroll.scroll_to(scroll.offset + step)):
            self._flung = None
        return scroll

    def wheel(self, x: int, y: int, notches: float) -> Widget | None:
        """The wheel was turned by so many notches (positive: away from the person, towards the start)."""
        self._flung = None
        under = [widget for widget in path_at(self.root, x, y) if isinstance(widget, Scroll) and widget.reach]
        scroll = under[-1] if under else self._scroll_of(None)
        if scroll is None or not scroll.scroll_to(round(scroll.offset - notches * scroll.step())):
            return None
        return scroll


def _pressable(path: tuple[Widget, ...]) -> Widget | None:
    return next((widget for widget in reversed(path) if widget.focusable and widget.enabled), None)
