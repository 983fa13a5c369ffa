"""The stack of screens: which lie on which, and what is kept of each between two builds.

When they are built, shown and left is the app's; what they are, `screens`'.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.desktop.screens import Screen
from game.desktop.widget_dialog import Dialog
from game.desktop.widget_scroll import scrolls
from game.desktop.widgets import Widget


@dataclass(slots=True)
class Shown:
    """A screen on the stack, and what is kept of it between two builds."""

    screen: Screen
    dialog: Dialog | None = None
    places: dict[str, tuple[int, bool]] = field(default_factory=dict)
    """By key of the scrolling part: its offset, and whether its end was in view."""
    focus: str = ""
    under: str = ""
    """What had the focus before the dialog was opened."""

    def keep_place(self, tree: Widget, focus: str) -> None:
        """Remember how far the tree of this screen is scrolled, and the key of what has the focus."""
        self.focus = focus
        for scroll in scrolls(tree):
            self.places[scroll.key] = (scroll.offset, scroll.at_end)

    def ask(self, dialog: Dialog | None, focus: str) -> str:
        """Put a dialog over the screen, or take it away; `focus` has the focus, what is returned is to get it."""
        if dialog is not None and self.dialog is None:
            self.under = focus
        self.dialog = dialog
        return self.under if dialog is None else ""

    def scroll_back(self, tree: Widget) -> None:
        """Scroll a new tree of this screen to where the last one was."""
        for scroll in scrolls(tree):
            if scroll.key in self.places:
                scroll.restore(*self.places[scroll.key])


class Stack:
    """The screens that are open, the first at the bottom; empty after the way out.

    What comes onto it while it is `on_the_wall` is what a class is to see, where there is such a screen.
    """

    def __init__(self, first: Screen) -> None:
        self.on_the_wall = False
        self._shown = [Shown(first)]

    def __len__(self) -> int:
        return len(self._shown)

    @property
    def top(self) -> Shown:
        """The one that is to be seen. Raises IndexError after the way out."""
        return self._shown[-1]

    def push(self, screen: Screen) -> None:
        """Put a screen on top."""
        self._shown.append(Shown(self._staged(screen)))

    def swap(self, screen: Screen) -> None:
        """Put a screen in the place of the topmost one."""
        self._shown[-1] = Shown(self._staged(screen))

    def pop(self) -> None:
        """Take the topmost away."""
        self._shown.pop()

    def cut(self) -> tuple[Screen, ...]:
        """Take all but the first away; those that went."""
        gone = tuple(shown.screen for shown in self._shown[1:])
        del self._shown[1:]
        return gone

    def clear(self) -> tuple[Screen, ...]:
        """Take all away: the way out. Those that went."""
        gone = tuple(shown.screen for shown in self._shown)
        self._shown.clear()
        return gone

    def project(self, on: bool) -> None:
        """Every screen shows the same on the wall from now on, or at the desk."""
        self.on_the_wall = on
        for at, shown in enumerate(self._shown):
            staged = self._staged(shown.screen)
            if staged is not shown.screen:
                self._shown[at] = Shown(staged)

    def _staged(self, screen: Screen) -> Screen:
        """The screen, or in its place the one that shows the same on the wall, or at the desk."""
        other = screen.other_stage
        return screen if other is None or screen.for_class == self.on_the_wall else other()
