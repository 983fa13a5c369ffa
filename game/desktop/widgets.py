"""Widgets: what every piece of the window has in common, and how the tree of them is asked.

A widget has a role, a label and states, so that a screen reader, a test and the eye meet the same thing. How a
piece is laid out or looks is left to `layout` and the `widget_*` modules; who has the focus is left to `widget_hands`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from pygame import Rect, Surface

from game.desktop.tokens import Look

Role = Literal[
    "alert",
    "button",
    "checkbox",
    "dialog",
    "group",
    "heading",
    "image",
    "label",
    "link",
    "list",
    "listitem",
    "log",
    "note",
    "radio",
    "radiogroup",
    "spinbutton",
    "status",
    "tablist",
]
"""What a widget is. A "status" is text that is said whenever it changes; a "tablist" holds the buttons of its pages."""

Press = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Key:
    """One key going down. `name` is "tab", "enter", "space", "escape", "up", "page down", "f1", "a", "3", "+", ...

    "right" is the arrow that points on along a line: the app has seen to it where lines run from right to left.

    `repeat` is true when the key is only still held down. `digit` is the one on the key in the row of digits: on a
    French keyboard such a key types "é" or "-" unless Shift is held.
    """

    name: str
    shift: bool = False
    ctrl: bool = False
    alt: bool = False
    repeat: bool = False
    digit: str = ""

    @property
    def number(self) -> str:
        """The digit that is meant where only a number can be typed; "" for none."""
        return self.digit or (self.name if len(self.name) == 1 and self.name in "0123456789" else "")

    @property
    def plain(self) -> bool:
        """Whether neither Ctrl nor Alt is held."""
        return not (self.ctrl or self.alt)


@dataclass(frozen=True, slots=True)
class Node:
    """What a person is told about one widget: the same for a screen reader and for a test."""

    role: Role
    label: str
    state: tuple[str, ...]
    rect: tuple[int, int, int, int]


class Widget:
    """A piece of the window. A subclass says how high it is for a width, and draws itself in its `rect`.

    The order of work: `measure(look, width)` gives the height, then `place` gives the rectangle in window
    coordinates, then `draw`. `children` stand in reading order.
    """

    role: Role | None = None
    label: str = ""
    key: str = ""
    """Names the widget across two builds of its screen, so that the focus stays; made from role and label if ""."""
    focusable = False
    tab_stop = True
    """Whether Tab comes to it: of a group that the arrow keys walk, to one alone."""
    enabled = True
    focused = False
    """The keyboard is on it."""
    ringed = False
    """The keyboard is on it and was used last: the focus ring shows."""
    hovered = False
    held = False
    """The mouse or a finger is down on it."""
    checked: bool | None = None
    expanded: bool | None = None
    """Whether what it unfolds is there; None for what unfolds nothing."""
    current = False
    grow = 0
    """The share of left-over height that a Column gives it."""
    flat = False
    """Nothing in it scrolls, however much it holds: who looks for what scrolls need not look through it."""
    look: Look
    rect: Rect
    children: tuple[Widget, ...] = ()

    def __init__(self) -> None:
        self.rect = Rect(0, 0, 0, 0)

    def natural(self, look: Look, limit: int) -> int:
        """The width in pixels, at most `limit`, that this widget would like."""
        return limit

    def measure(self, look: Look, width: int) -> int:
        """The least height in pixels at this width."""
        self.look = look
        return 0

    def place(self, rect: Rect) -> None:
        """Take this rectangle; a container then places its children."""
        self.rect = rect

    def put(self, child: Widget, rect: Rect) -> None:
        """Place a child where `rect` is seen: every container places its children by this."""
        child.place(self.turned(rect))

    def turned(self, rect: Rect) -> Rect:
        """Where `rect`, reckoned as if the language ran from left to right, is seen in this widget.

        Containers know one direction only; where the language runs from right to left, what they reckon is mirrored
        here, within their own rectangle. What a widget draws beside its text goes through this too.
        """
        if not self.look.mirrored:
            return rect
        return Rect(self.rect.left + self.rect.right - rect.right, rect.y, rect.w, rect.h)

    def draw(self, surface: Surface) -> None:
        """Draw on the window."""
        for child in self.children:
            child.draw(surface)

    def press(self) -> None:
        """Do what the widget is for: Enter, Space, a click or a screen reader asked for it."""

    def on_key(self, key: Key) -> bool:
        """Use a key that arrived while the focus is here or below; False lets it go on."""
        return False

    def states(self) -> tuple[str, ...]:
        """What is true of it now, in fixed words ("disabled", "focused", "checked", "not checked",
        "expanded", "collapsed", "current")."""
        found = []
        if not self.enabled:
            found.append("disabled")
        if self.focused:
            found.append("focused")
        if self.checked is not None:
            found.append("checked" if self.checked else "not checked")
        if self.expanded is not None:
            found.append("expanded" if self.expanded else "collapsed")
        if self.current:
            found.append("current")
        return tuple(found)

    def stops(self) -> Iterator[Widget]:
        """What the keyboard can reach here and below, in reading order."""
        if self.focusable and self.enabled and (self.tab_stop or self.focused):
            yield self
        for child in self.children:
            yield from child.stops()

    def below(self, wanted: Widget) -> tuple[Widget, ...]:
        """The widgets from a child down to `wanted`, both included; empty when it is not below this one."""
        for child in self.children:
            if child is wanted:
                return (child,)
            found = child.below(wanted)
            if found:
                return (child, *found)
        return ()

    def stops_before(self, wanted: Widget) -> int:
        """How many stops come before this child."""
        return sum(len(tuple(child.stops())) for child in takewhile(lambda child: child is not wanted, self.children))

    def under(self, x: int, y: int) -> Iterable[Widget]:
        """The children that may be under a point of the window, the last drawn first."""
        return reversed(self.children)

    def window(self) -> Rect:
        """The part of the window outside which its children are not seen nor hit; its rectangle unless it scrolls."""
        return self.rect


def walk(root: Widget) -> Iterator[Widget]:
    """Every widget of the tree in reading order, the root first."""
    yield root
    for child in root.children:
        yield from walk(child)


def nodes(root: Widget) -> tuple[Node, ...]:
    """What the tree says, in reading order; widgets without a role only hold others and say nothing."""
    return tuple(
        Node(widget.role, widget.label, widget.states(), (widget.rect.x, widget.rect.y, widget.rect.w, widget.rect.h))
        for widget in walk(root)
        if widget.role is not None
    )


def find(root: Widget, role: Role, label: str) -> Widget:
    """The first widget with this role and exactly this label. Raises LookupError, naming what there is, for none."""
    for widget in walk(root):
        if widget.role == role and widget.label == label:
            return widget
    there = ", ".join(repr(widget.label) for widget in walk(root) if widget.role == role)
    raise LookupError(f"no {role} {label!r}; there are: {there or 'none'}")


def keyed(root: Widget, key: str, focusable: bool = False) -> Widget:
    """The first widget with this `key`, that can have the focus if `focusable`. Raises LookupError as `find` does."""
    for widget in walk(root):
        if widget.key == key and (widget.focusable or not focusable):
            return widget
    there = ", ".join(widget.key for widget in walk(root) if widget.key)
    raise LookupError(f"no {key!r}; there are: {there or 'none'}")


def focusables(root: Widget) -> tuple[Widget, ...]:
    """The widgets that the keyboard can reach, in reading order."""
    return tuple(root.stops())


def path_to(root: Widget, wanted: Widget) -> tuple[Widget, ...]:
    """The widgets from the root down to `wanted`, both included; empty when it is not in the tree."""
    if root is wanted:
        return (root,)
    below = root.below(wanted)
    return (root, *below) if below else ()


def path_at(root: Widget, x: int, y: int) -> tuple[Widget, ...]:
    """The widgets under a point of the window, from the root down; of overlapping ones the last drawn."""
    if not root.rect.collidepoint(x, y):
        return ()
    if root.window().collidepoint(x, y):
        for child in root.under(x, y):
            below = path_at(child, x, y)
            if below:
                return (root, *below)
    return (root,)


def key_of(widget: Widget) -> str:
    """What names a widget from one build of its screen to the next."""
    return widget.key or f"{widget.role} {widget.label}"
