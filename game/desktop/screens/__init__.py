"""Screens: what a screen is, and what the app lends it.

Each screen of the window is a module of this package. Which of them is shown, the top bar, the way out and the
focus are left to `app`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from game.desktop.tokens import Look
from game.desktop.widget_dialog import Dialog
from game.desktop.widgets import Key, Widget
from game.keeping.settings import Settings


class Context(Protocol):
    """What a screen may ask of the app."""

    @property
    def look(self) -> Look:
        """The theme and the sizes in force."""

    @property
    def language(self) -> str:
        """The language of the interface, "fr" or "en"."""

    @property
    def projected(self) -> bool:
        """Whether the window is on a wall, for a class."""

    @property
    def settings(self) -> Settings:
        """What the person chose."""

    def change(self, settings: Settings) -> None:
        """Take other settings from now on, and keep them for the next start."""

    def go(self, screen: Screen) -> None:
        """Show a screen on top of this one; Back comes back here."""

    def replace(self, screen: Screen) -> None:
        """Show a screen in the place of this one."""

    def back(self) -> None:
        """Leave the topmost screen; nothing happens on the first."""

    def home(self) -> None:
        """Leave every screen but the first."""

    def help(self) -> None:
        """Show who helps, on top of this screen."""

    def open_settings(self) -> None:
        """Show the settings, on top of this screen."""

    def pause(self) -> None:
        """Hide this screen behind a calm one, if it is one that can be paused."""

    def way_out(self) -> None:
        """Blank the window, forget everything; a screen on which that is rehearsed shows only what it looks like."""

    def refresh(self) -> None:
        """Build the topmost screen again before the next frame: something it shows has changed."""

    def redraw(self) -> None:
        """Draw again before the next frame: only looks have changed."""

    def focus(self, key: str) -> None:
        """Build again, and give the focus to the widget with this `key`; "" takes it away, so that Tab begins anew."""

    def ask(self, dialog: Dialog | None) -> None:
        """Show a dialog over the topmost screen, or take it away."""

    def tell(self, words: str) -> None:
        """Say something under the bar, on whatever screen is shown, until it is put away or was there for a while.

        "" puts it away.
        """

    def next_theme(self) -> None: ...

    def larger_text(self, steps: int) -> None:
        """Larger text by so many steps of 25 per cent, smaller for negative ones."""

    def full_screen(self) -> None:
        """Fill the screen, or go back to a window."""

    def project(self, on: bool) -> None:
        """Show everything on the wall, for a class, and fill the screen; or go back to the desk."""

    def quit(self) -> None: ...


class Screen:
    """One screen. The app calls `build` when it is first shown, and again whenever its looks or contents change.

    Keep what the player did in the screen, not in the widgets: they are made anew by each `build`. A widget that
    costs much (a bubble) may be kept and put into the next tree.
    """

    fiction = False
    """Whether the bar bears "Fiction · Vigichat": true for whatever shows words of a scenario."""
    is_help = False
    """Whether this is the help itself: the Help button then shows it is open."""
    for_class = False
    """Whether this shows a play to a class; only asked where there is an `other_stage`."""
    other_stage: Callable[[], Screen] | None = None
    """Makes the screen that shows the same play to one player where this is for a class, and the other way round."""
    is_settings = False
    """Whether these are the settings themselves."""
    pausable = False
    """Whether the bar has a button that hides this screen: true for whatever shows a conversation."""
    bare = False
    """Whether it fills the window, without the bar; every key and click is then for its `on_touch`."""

    def title(self) -> str:
        """What the bar says, in the language spoken now."""
        return ""

    def build(self, context: Context) -> Widget:
        """The tree for the room under the bar; whatever does not fit must scroll."""
        raise NotImplementedError

    def on_key_first(self, context: Context, key: Key) -> bool:
        """Use a key before it moves the focus or reaches the focused widget; False when it is not used."""
        return False

    def on_key(self, context: Context, key: Key) -> bool:
        """Use a key that neither the app nor the focused widget wanted; False when it is not used."""
        return False

    def on_back(self, context: Context) -> bool:
        """Back was asked for; True when the screen dealt with it itself."""
        return False

    def on_touch(self, context: Context) -> None:
        """On a bare screen: a key was pressed, any but Shift, or the window was clicked."""

    def rehearse(self, context: Context) -> bool:
        """The way out was asked for; True when this screen rehearses it, and nothing is to be forgotten."""
        return False

    def on_show(self, context: Context) -> None:
        """The screen has become the topmost one, for the first time or again."""

    def tick(self, context: Context, seconds: float) -> bool:
        """`seconds` have passed since the last call; True when the window must be drawn again.

        When the contents have changed, call `context.refresh()` too.
        """
        return False

    def forget(self) -> None:
        """Drop whatever the player did: the way out was taken."""
