"""The question before a class leaves the wall: whether to stop here, and the ways on.

Which key leads to it is left to the screens of a class; a player alone is asked by `play_screen`.
"""

from __future__ import annotations

from game.desktop.layout import Column
from game.desktop.screens import Context
from game.desktop.screens.turn import LETTERS
from game.desktop.widget_button import Button
from game.desktop.widget_dialog import Dialog
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Press
from game.telling.language import _


def ask_to_stop(context: Context, stay: str, look_back: Press | None = None) -> None:
    """Ask whether to stop. `stay` says what goes on otherwise; `look_back`, if given, leads to the debrief."""

    def leave_wall() -> None:
        context.ask(None)
        context.project(False)

    ways: list[tuple[str, Press, str]] = [(stay, lambda: context.ask(None), "stay")]
    if look_back is not None:
        ways.append((_("Look back at what happened"), look_back, "debrief"))
    ways.append((_("Leave the story"), context.back, "leave story"))
    ways.append((_("Leave projector mode (F8)"), leave_wall, "desk"))
    words = TextBlock(_("We can stop at any time. Nothing is held against anybody."))
    buttons = [Button(said, do, letter=letter, key=key) for letter, (said, do, key) in zip(LETTERS, ways)]
    context.ask(Dialog(_("Stop here?"), Column((words, *buttons)), on_close=lambda: context.ask(None)))
