"""The play itself: the conversation as it arrives, and the player's turn beside it.

The rules are the engine's, the rhythm `pace`'s; the debrief is a screen of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.layout import Column
from game.desktop.play import Play
from game.desktop.screens import Context, Screen
from game.desktop.screens.conversation import conversation
from game.desktop.screens.turn import PROMPT, Turn
from game.desktop.widget_button import Button
from game.desktop.widget_dialog import Dialog
from game.desktop.widget_split import Follow, talk_and_turn
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Key, Widget
from game.engine.session import Command
from game.telling import problem_words
from game.telling.language import _


class PlayScreen(Screen):
    """A play of one story. `debrief` makes the screen that follows it."""

    fiction = True

    def __init__(self, play: Play, debrief: Callable[[Play], Screen]) -> None:
        self.play: Play | None = play
        self._debrief = debrief
        self._kept: dict[tuple[int, bool], Widget] = {}
        self._follow = Follow("talk")
        self._asked = False
        self._turn: Turn | None = None

    def title(self) -> str:
        return self.play.scenario.title if self.play else ""

    def build(self, context: Context) -> Widget:
        play = self.play
        if play is None:
            return Column(())
        if self._turn is None:
            self._turn = Turn(
                do=lambda command: self._do(context, command),
                hurry=lambda: self._hurry(context),
                helps=context.help,
                end=lambda: context.replace(self._debrief(play)),
            )
        talk = conversation(play, self._kept, lambda at: self._mark(context, at))
        turn = self._turn.build(play, ask_again=lambda: context.focus(PROMPT))
        return talk_and_turn(context.look, self._follow, talk, turn, _("Conversation"))

    def on_key(self, context: Context, key: Key) -> bool:
        if key.name in ("space", "enter") and key.plain and self.play is not None and not self.play.settled:
            self._hurry(context)
            return True
        if key.name == "f5":
            self._reload(context)
            return True
        return False

    def tick(self, context: Context, seconds: float) -> bool:
        if self.play is None:
            return False
        if self.play.advance(seconds):
            self._changed(context)
        return self._follow.advance(seconds)

    def forget(self) -> None:
        self.play = None
        self._kept.clear()
        self._follow = Follow("talk")

    def _do(self, context: Context, command: Command) -> None:
        if self.play is not None and self.play.do(command):
            self._follow.following = True
            self._changed(context)

    def _hurry(self, context: Context) -> None:
        if self.play is not None and self.play.hurry():
            self._changed(context)

    def _mark(self, context: Context, at: int) -> None:
        if self.play is not None:
            self.play.toggle_mark(at)
            context.refresh()

    def _changed(self, context: Context) -> None:
        """More is shown: build again, and bring the question to whoever uses the keyboard when it is their turn."""
        asked = self.play is not None and self.play.settled
        if asked and not self._asked:
            context.focus(PROMPT)
        self._asked = asked
        context.refresh()

    def _reload(self, context: Context) -> None:
        if self.play is None:
            return
        problems = self.play.reload(context.language)
        self._kept.clear()
        if not problems:
            context.refresh()
            return
        lines = [TextBlock(problem_words.line(self.play.path.name, one)) for one in problems[:5]]
        intro = TextBlock(_("The play goes on with the text as it was. What stops the new one:"))
        close = Button(_("Go on"), lambda: context.ask(None), "primary")
        body = Column((intro, *lines, close))
        context.ask(Dialog(_("The file has faults"), body, on_close=lambda: context.ask(None)))
