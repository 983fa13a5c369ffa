"""The way out, rehearsed: what it does is said, then done for show, and nothing is lost.

The way out itself is the app's. On the rehearsed blank, Shift three times more is the real one, however fast.
"""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.layout import Column, Row, Spacer
from game.desktop.screens import Context, Screen
from game.desktop.widget_button import Button
from game.desktop.widget_frame import Blank
from game.desktop.widget_hands import WAY_OUT_TAPS
from game.desktop.widget_panel import Panel
from game.desktop.widget_scroll import Dock, Scroll
from game.desktop.widget_text import Heading, TextBlock
from game.desktop.widgets import Key, Widget
from game.telling.language import _

_DOUBLE = 0.4
"""Seconds in which a press still belongs to the one that led here: a double click is to be seen to work, too."""


class Rehearsal(Screen):
    """Says what the way out does, and waits until it is tried. `done` leads on; `count` says which question it is."""

    def __init__(self, done: Callable[[Context], None], count: Callable[[], str] = str) -> None:
        self._done = done
        self._count = count
        self._tried = False

    def title(self) -> str:
        return _("The way out")

    def build(self, context: Context) -> Widget:
        words = self._seen() if self._tried else self._before()
        if self._tried:
            way = Button(_("Got it"), lambda: self._done(context), "primary", icon="check", key="done")
        else:
            way = Button(_("Later"), lambda: self._done(context), key="later")
        body = Column((Spacer(grow=1), *words, Spacer(grow=2)), pad="l", limit="reading")
        count = self._count()
        ways = (TextBlock(count, "small", "ink_soft"), way) if count else (way,)
        return Dock(Scroll(body, key=f"rehearsal {self._tried}"), Row(ways, align="end"))

    def _before(self) -> tuple[Widget, ...]:
        return (
            Heading(_("Someone coming? There is a way out."), level=1),
            TextBlock(_("Press Shift three times, or click “Leave” at the top. Try it now."), size="lead"),
            Row([_cap(_("Shift")) for _number in range(WAY_OUT_TAPS)]),
            TextBlock(_("The window goes blank at once. Then press any key, or click, to come back here.")),
            TextBlock(_("This time it is only a rehearsal: nothing is lost.")),
            TextBlock(
                _("Is someone really there? Press Shift three times again, or close the window."),
                size="small",
                colour="ink_soft",
            ),
        )

    def _seen(self) -> tuple[Widget, ...]:
        return (
            Heading(_("This is what it looks like. Nothing is lost this time."), level=1),
            TextBlock(
                _(
                    "When it is for real, the game forgets where you were, and nothing brings it back."
                    " The window is called “Notes”."
                ),
                size="lead",
            ),
            TextBlock(
                _("The way out does not hide that a program was opened on this computer, nor that settings are kept.")
            ),
        )

    def on_key(self, context: Context, key: Key) -> bool:
        if self._tried and key.name == "enter" and not key.repeat:
            self._done(context)
            return True
        return False

    def rehearse(self, context: Context) -> bool:
        if self._tried:
            return False
        self._tried = True
        context.go(RehearsedBlank())
        return True


def _cap(name: str) -> Widget:
    """A key of the keyboard: the words beside it say what to do with it."""
    words = TextBlock(name, "h3", bold=True)
    words.role = None
    return Panel(words, edge="edge", pad="m", shadow=True, thick=2)


class RehearsedBlank(Screen):
    """Exactly what is left after the way out, until a key is pressed or the window is clicked."""

    bare = True

    def __init__(self) -> None:
        self._shown = 0.0

    def build(self, context: Context) -> Widget:
        return Blank()

    def tick(self, context: Context, seconds: float) -> bool:
        self._shown += seconds
        return False

    def on_touch(self, context: Context) -> None:
        if self._shown >= _DOUBLE:
            context.back()
