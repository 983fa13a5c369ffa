"""The play itself: the conversation as it arrives, and the player's turn beside it.

The rules are the engine's, the rhythm `pace`'s; the debrief is a screen of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.layout import Column
from game.desktop.play import Play
from game.desktop.screens import Context, Screen
from game.desktop.screens.conversation import Conversation
from game.desktop.screens.lookout import gestures_here
from game.desktop.screens.turn import HURRY, PROMPT, Gestures, turn
from game.desktop.sitting import Sitting, story_of
from game.desktop.widget_button import Button
from game.desktop.widget_dialog import Dialog
from game.desktop.widget_split import Follow, roomy, talk_and_turn
from game.desktop.widget_text import TextBlock
from game.desktop.widget_words import Unfolded
from game.desktop.widgets import Key, Widget, walk
from game.engine.events import Answer, Command, MessageArrived
from game.engine.problems import Problem, stops
from game.telling import country, problem_words
from game.telling.language import _, ngettext
from game.telling.page import Words

_STILL = 0.4
"""Seconds after a change of what is asked in which a press decides nothing: a double click is not two decisions."""

_FAULTS = 5
"""How many faults of a file are told in the dialog."""


class PlayScreen(Screen):
    """A play of one story. `debrief` makes the screen that follows it, `sitting` keeps what was asked to be kept."""

    fiction = True
    pausable = True

    def __init__(self, play: Play, debrief: Callable[[Play], Screen], sitting: Sitting | None = None) -> None:
        self.play: Play | None = play
        self._debrief = debrief
        self._sitting = sitting
        self._conversation: Conversation | None = None
        self._follow = Follow("talk")
        self._follow.begins = not any(isinstance(event, MessageArrived) for _, event in play.visible)
        self._turn = Widget()
        self._unfolded = Unfolded()
        self._answer: Answer | None = None
        self._asked = False
        self._still = 0.0
        self._paused = False
        """While a dialog is open, no message arrives under it."""
        self._met = False
        self._told_for = ("", "")
        """The language in which the kept widgets were made."""

    def title(self) -> str:
        return self.play.scenario.title if self.play else ""

    def build(self, context: Context) -> Widget:
        play = self.play
        if play is None:
            return Column(())
        self._speak(context.language)
        gestures = Gestures(
            do=lambda command: self._do(context, command),
            answer=lambda answer: self._give(context, answer),
            hurry=lambda: self._hurry(context),
            helps=context.help,
            end=lambda: self._end(context),
            back=lambda: self._go_back(context),
            undo=lambda: self._undo(context),
        )
        if self._conversation is None:
            self._conversation = Conversation(lambda at: self._mark(context, at), gestures_here())
        scene = play.state.scene

        def explain(words: Words) -> Widget:
            return self._unfolded.shown(words, scene, context.refresh)

        self._turn = turn(play, gestures, self._answer, roomy(context.look), explain)
        return talk_and_turn(context.look, self._follow, self._conversation.talk(play), self._turn)

    def _speak(self, language: str) -> None:
        if self.play is not None and country.reader() != self._told_for:
            self._told_for = country.reader()
            self.play.speak(language)
            self._conversation = None

    def on_show(self, context: Context) -> None:
        if not self._met:
            self._met = True
            # A play that is come back to asks at once, and a press that led here does not answer.
            self._asked = self.play is not None and self.play.settled
            self._still = _STILL if self._asked else 0.0
            context.focus(PROMPT if self._asked else HURRY)

    def on_key_first(self, context: Context, key: Key) -> bool:
        """Space on a message goes on, or to the question: only Enter and M mark, so that no mark is an accident."""
        on_message = self._conversation is not None and self._conversation.focused is not None
        if self.play is None or key.name != "space" or not key.plain or not on_message:
            return False
        if not self.play.settled:
            self._hurry(context)
        elif not key.repeat:
            self._follow.catch_up()
            context.focus(PROMPT)
            self._follow.hold()
        return True

    def on_key(self, context: Context, key: Key) -> bool:
        if self.play is None:
            return False
        if key.name in ("space", "enter") and key.plain and not self.play.settled:
            self._hurry(context)
            return True
        if key.name == "f5" and not key.repeat:
            self._reload(context)
            return True
        if key.name == "backspace" and key.plain and not key.repeat:
            self._go_back(context)
            return True
        return self._marks(context, key)

    def _marks(self, context: Context, key: Key) -> bool:
        """Marking by keys: M, and undo and redo as everywhere."""
        match key:
            case Key(name="m", ctrl=False, alt=False, repeat=False):
                self._mark_here(context)
            case Key(name="z", ctrl=True, shift=False, alt=False):
                self._undo(context)
            case Key(name="y", ctrl=True, alt=False) | Key(name="z", ctrl=True, shift=True, alt=False):
                if self.play is not None and self.play.redo_mark():
                    context.refresh()
            case _:
                return False
        return True

    def on_back(self, context: Context) -> bool:
        """Leaving in the middle is asked about, and leads to what there is to look back at."""
        if self.play is None or not self.play.begun or self.play.state.phase == "ended":
            return False
        words = TextBlock(_("You can stop at any time. Nothing is held against you."))
        stay = Button(_("Go on playing"), lambda: self._close(context), letter="A", key="stay")
        look = Button(_("Look back at what happened"), lambda: self._end(context), letter="B", key="debrief")
        leave = Button(_("Leave the story"), lambda: self._leave(context), letter="C", key="leave story")
        ways = (words, stay, look, leave, *self._keeping(context, self.play))
        self._ask(context, _("Stop here?"), ways)
        return True

    def _keeping(self, context: Context, play: Play) -> tuple[Widget, ...]:
        """How one's place can be kept; nothing for a story of one's own, whose name would be a trace."""
        if self._sitting is None or story_of(play) is None:
            return ()
        if context.settings.progress:
            words = _("Your place is kept on this computer. The way out erases it.")
            return (TextBlock(words, "small", "ink_soft"),)
        words = _("It stays on this computer until you erase it. The way out erases it too.")
        return (
            Button(
                _("Leave the story, and keep my place"),
                lambda: self._leave(context, keep=True),
                letter="D",
                detail=words,
                key="keep place",
            ),
        )

    def tick(self, context: Context, seconds: float) -> bool:
        if self.play is None:
            return False
        self._still = max(0.0, self._still - seconds)
        more = not self._paused and self.play.advance(seconds, context.settings.arrival)
        if more:
            self._changed(context)
        return self._follow.advance(seconds) or more

    def forget(self) -> None:
        self.play = None
        self._conversation = None
        self._follow = Follow("talk")
        self._turn = Widget()
        self._unfolded.forget()

    # What the player does.

    def _do(self, context: Context, command: Command) -> None:
        if self.play is not None and self._still <= 0 and self.play.do(command):
            self._answer = None
            self._follow.catch_up()
            self._asked = not self.play.settled
            self._changed(context)

    def _give(self, context: Context, answer: Answer | None) -> None:
        if self._still <= 0:
            self._answer = answer
            self._still = _STILL
            context.focus(PROMPT)

    def _hurry(self, context: Context) -> None:
        if self.play is not None and self.play.hurry():
            self._follow.catch_up()
            self._changed(context)

    def _go_back(self, context: Context) -> None:
        """Back to where the last choice was made; pressed again, to the one before."""
        to = None if self.play is None else self.play.last_choice
        if self.play is None or to is None or self._still > 0:
            return
        self.play.go_back(to)
        self._answer = None
        self._asked = True
        self._still = _STILL
        self._follow.catch_up()
        self._went_on(context)
        context.focus(PROMPT)
        self._follow.hold()

    def _leave(self, context: Context, keep: bool = False) -> None:
        if self.play is not None and self._sitting is not None:
            (self._sitting.keep_place if keep else self._sitting.went_on)(context, self.play)
        context.back()

    def _went_on(self, context: Context) -> None:
        if self.play is not None and self._sitting is not None:
            self._sitting.went_on(context, self.play)

    def _end(self, context: Context) -> None:
        if self.play is not None and self._still <= 0:
            context.replace(self._debrief(self.play))

    def _mark(self, context: Context, at: int) -> None:
        if self.play is not None:
            self.play.toggle_mark(at)
            context.refresh()

    def _mark_here(self, context: Context) -> None:
        """Mark the message that has the focus, or the last one that can be marked."""
        if self.play is not None and self._conversation is not None:
            focused = self._conversation.focused
            at = self.play.last_to_mark if focused is None else focused
            if at is not None:
                self._mark(context, at)

    def _undo(self, context: Context) -> None:
        if self.play is not None and self.play.undo_mark():
            context.refresh()

    def _changed(self, context: Context) -> None:
        """More is shown, or something else is asked: build again, and take the keyboard to the question.

        Only from the turn before: somebody who is on a message or on the bar is left there, and so is who reads
        further up where both are one page.
        """
        asked = self.play is not None and self.play.settled
        if asked != self._asked:
            self._went_on(context)
            self._still = _STILL if asked else 0.0
            in_view = roomy(context.look) or self._follow.following
            if in_view and any(widget.focused for widget in walk(self._turn)):
                context.focus(PROMPT if asked else HURRY)
                self._follow.hold()
        self._asked = asked
        context.refresh()

    # The dialogs.

    def _ask(self, context: Context, title: str, body: tuple[Widget, ...]) -> None:
        self._paused = True
        context.ask(Dialog(title, Column(body), on_close=lambda: self._close(context)))

    def _close(self, context: Context) -> None:
        self._paused = False
        context.ask(None)

    def _reload(self, context: Context) -> None:
        """Read the file again: its author has changed it. With faults in it, the play goes on with what it had."""
        if self.play is None:
            return
        problems = self.play.reload(context.language)
        if problems:
            self._tell(context, self.play.path.name, [one for one in problems if stops((one,))])
            return
        self.show_anew(context)

    def show_anew(self, context: Context) -> None:
        """Show the play afresh: its story is another one now."""
        self._conversation = None
        self._answer = None
        self._asked = self.play is not None and self.play.settled
        context.refresh()

    def _tell(self, context: Context, name: str, faults: list[Problem]) -> None:
        lines: list[Widget] = [TextBlock(problem_words.line(name, fault)) for fault in faults[:_FAULTS]]
        rest = len(faults) - _FAULTS
        if rest > 0:
            more = ngettext("And {count} more fault.", "And {count} more faults.", rest).format(count=rest)
            lines.append(TextBlock(more, colour="ink_soft"))
        words = TextBlock(_("The play goes on with the text as it was. What stops the new one:"))
        close = Button(_("Go on"), lambda: self._close(context), "primary", key="close")
        self._ask(context, _("The file has faults"), (words, *lines, close))
