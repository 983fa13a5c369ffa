"""The view: the tree of widgets that is in the window now, who reaches it, and how much of it must be drawn again.

What is in the tree is the app's; the keyboard, the mouse and a finger are `widget_hands`'.
"""

from __future__ import annotations

from pygame import Rect, Surface

from game.desktop.tokens import Look
from game.desktop.widget_hands import Hands
from game.desktop.widget_scroll import Scroll, slide
from game.desktop.widgets import Press, Widget, key_of


class View:
    """One tree in a window of `size` pixels. `build` is called for the next one, which it `put`s here."""

    def __init__(self, size: tuple[int, int], build: Press) -> None:
        self.size = size
        self._build = build
        self._stale = True
        self._wanted: str | None = None
        """The key of what is to have the focus in the next tree; None for what has it in this one."""
        self.tree = Widget()
        self.hands = Hands()
        self._all_dirty = True
        self._slid: Scroll | None = None
        """The part that was scrolled since the last drawing, where nothing else has changed."""
        self._drawn_on: Surface | None = None

    @property
    def dirty(self) -> bool:
        """Whether the window must be drawn again. Set it where the window lost what was drawn."""
        return self._all_dirty or self._slid is not None

    @dirty.setter
    def dirty(self, dirty: bool) -> None:
        self._all_dirty = dirty
        self._slid = None

    def changed(self, part: Widget | None) -> None:
        """This part of the window must be drawn again: one that was scrolled, or else all of it."""
        if isinstance(part, Scroll) and self._slid in (None, part):
            self._slid = part
        elif part is not None:
            self.dirty = True

    def refresh(self, wanted: str | None = None) -> None:
        """Something that is shown has changed: the tree is built anew when it is next asked for.

        The focus then goes to the widget of the key `wanted`, to none for "", or stays for None.
        """
        self._stale = True
        if wanted is not None:
            self._wanted = wanted
        self.dirty = True

    def now(self) -> View:
        """The view, built anew first where that is due."""
        if self._stale:
            self._stale = False
            self.dirty = True
            self._build()
        return self

    @property
    def left(self) -> bool:
        """Whether the tree is still that of a screen that was left."""
        return self.hands.root is not self.tree

    def leave(self) -> None:
        """Let go of the tree: the focus of its screen must not land on a widget of the same name in the next one."""
        self.hands.take(Widget(), ())

    @property
    def focus(self) -> str:
        """The key of what has the focus; "" when nothing has."""
        return key_of(self.hands.focus) if self.hands.focus else ""

    def put(self, tree: Widget, look: Look, zones: tuple[Widget, ...] = ()) -> None:
        """Fill the window with a tree; the keyboard reaches these parts of it, as `Hands` says."""
        tree.measure(look, self.size[0])
        tree.place(Rect(0, 0, *self.size))
        self.tree = tree
        wanted, self._wanted = self._wanted, None
        self.hands.take(tree, zones, wanted)
        if wanted is not None and self.hands.focus is not None and self.hands.ring:
            self.hands.reveal(self.hands.focus)
        self.dirty = True

    def draw(self, surface: Surface) -> None:
        """Draw on the window's surface: all of it, or only what a scrolled part brought into view."""
        slid = None if self._all_dirty or surface is not self._drawn_on else self._slid
        self.dirty = False
        self._drawn_on = surface
        if slid is None or not slide(slid, self.tree, surface):
            self.tree.draw(surface)
