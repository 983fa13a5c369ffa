"""A play on the wall, for a class: the teacher's keys, and which part of the wall shows what.

Where the class is, is `hour`'s affair; what it is asked looks as in `class_turn`. A player alone has `play_screen`.
"""

from __future__ import annotations

from collections.abc import Callable

from game.classroom.vote import Vote
from game.desktop import text
from game.desktop.hour import Hour
from game.desktop.layout import Column
from game.desktop.play import Play
from game.desktop.screens import Context, Screen, class_turn
from game.desktop.screens.class_turn import Hands
from game.desktop.screens.conversation import Conversation
from game.desktop.screens.stopping import ask_to_stop
from game.desktop.tokens import tokens
from game.desktop.widget_scroll import Dock, Scroll
from game.desktop.widget_split import Follow, airy
from game.desktop.widget_talk import Talk
from game.desktop.widget_vote import CountField, Counting, Keeping, grown
from game.desktop.widgets import Key, Widget, walk
from game.engine.events import Command, MessageArrived
from game.telling import country
from game.telling.language import _

_STILL = 0.4
"""Seconds after a change of what is asked in which a press decides nothing: a double click is not two decisions."""

_QUESTION, _FOOT = 0.8, 0.3
"""The most of the height that the question, and the foot, may take."""


class ClassPlay(Screen):
    """A play of one story with a class. `debrief` makes the screen that follows it."""

    fiction = True
    for_class = True
    pausable = True

    def __init__(self, play: Play, debrief: Callable[[Play], Screen]) -> None:
        self.hour: Hour | None = Hour(play)
        self._debrief = debrief
        self._conversation: Conversation | None = None
        self._told_for = ("", "")
        """The language and the country for which the kept widgets were made."""
        self._follow = Follow("talk")
        self._still = 0.0
        self._growing = 0.0
        self._fields: tuple[CountField, ...] = ()
        self._typed = ""
        """The key of the field in which a count is typed: it stays in view, and Enter goes on from it."""
        self._noticed = ""
        """The key of the field that was last seen to have the focus."""
        self._begun = False
        """Whether a digit was typed in that field since it was come to; the first one replaces what stood there."""
        self._scroll: Scroll = self._follow
        """What pages first."""
        self._talk: Talk | None = None
        self._shown: Widget = Widget()
        """The tree that was built last."""

    # What is shown.

    def build(self, context: Context) -> Widget:
        self._shown = self._build(context)
        return self._shown

    def _build(self, context: Context) -> Widget:
        hour, self._fields, self._scroll, self._talk = self.hour, (), self._follow, None
        if hour is None:
            return Column(())
        self._speak(hour, context.language)
        gestures = self._gestures(context)
        foot = class_turn.foot(hour, gestures, self._typed.removeprefix("count "))
        whole, self._fields = class_turn.wall(hour, gestures, self._grown)
        if whole is not None:
            return self._whole(context, whole, foot)
        if self._conversation is None:
            self._conversation = Conversation(lambda at: self._mark(context, at))
        talk = self._conversation.talk(hour.play, awaited=False)
        self._talk = talk
        panel = class_turn.panel(hour, gestures)
        if not airy(context.look):
            after = (panel, foot) if panel else (foot,)
            self._follow.follow(Column((talk, *after), gap="m", pad="m"), talk, after)
            return self._follow
        self._follow.follow(Column((talk,), pad="s"), talk)
        if panel is None:
            return Dock(self._follow, foot, _FOOT)
        stage = Dock(self._follow, panel, _QUESTION, key="question")
        self._scroll = stage.foot
        return Dock(stage, foot, _FOOT)

    def on_show(self, context: Context) -> None:
        """A story never opens on an empty wall, nor on a date alone: what is said first is there."""
        hour = self.hour
        while hour is not None and not _anybody_spoke(hour.play) and hour.read_on():
            context.refresh()

    def _speak(self, hour: Hour, language: str) -> None:
        if country.reader() != self._told_for:
            self._told_for = country.reader()
            hour.play.speak(language)
            self._conversation = None

    def _whole(self, context: Context, body: Widget, foot: Widget) -> Widget:
        """A part that has the whole wall; another one begins at its top."""
        room = airy(context.look)
        typed = next((field for field in self._fields if field.key == self._typed), None)
        step = self.hour.step if self.hour else ""
        parts = body.children if step == "result" else ()
        self._scroll = Keeping(
            Column((body,) if room else (body, foot), gap="m", pad="m"), f"wall {step}", typed, parts
        )
        return Dock(self._scroll, foot, _FOOT) if room else self._scroll

    def _gestures(self, context: Context) -> Hands:
        return Hands(
            forward=lambda: self._forward(context),
            backward=lambda: self._step_back(context),
            back=lambda: self._go_back(context),
            do=lambda command: self._do(context, command),
            picked=lambda choice: self._pick(context, choice),
            other_hands=lambda: self._other_hands(context),
            look=lambda: self._look(context),
            helps=context.help,
            counting=lambda choice: self._counting(context, choice),
        )

    def _counting(self, context: Context, choice: str) -> Counting:
        key = f"count {choice}"

        def change(how: Callable[[Vote], Vote], begun: bool) -> None:
            if self.hour is not None:
                self.hour.count(how)
                self._typed, self._begun = key, begun
                context.focus(key)

        def typed(digit: str) -> None:
            begun = self._begun and self._typed == key
            change(lambda vote: vote.typed(choice, digit, anew=not begun), True)

        return Counting(
            typed=typed,
            rubbed=lambda: change(lambda vote: vote.rubbed(choice), True),
            more=lambda: change(lambda vote: vote.more(choice), False),
            fewer=lambda: change(lambda vote: vote.fewer(choice), False),
            done=lambda: self._next_field(context),
            come=lambda: self._type_in(context, key),
        )

    # The teacher's keys.

    def on_key_first(self, context: Context, key: Key) -> bool:
        """The keys of a presenter's clicker, and those that change a count, wherever the focus is."""
        if self.hour is None or not key.plain:
            return False
        self._notice_field(context)
        match key.name:
            case "page down":
                # What is out of view comes first.
                if not (self._scroll.on_key(key) or self._page_talk(key) or key.repeat):
                    self._forward(context)
            case "page up":
                if not (self._scroll.on_key(key) or (not key.repeat and self._backward(context))):
                    self._page_talk(key)
            case "right":
                if not key.repeat:
                    self._forward(context)
            case "left":
                if not key.repeat:
                    self._backward(context)
            case "tab" if (row := self._row_by_tab(key)) is not None:
                self._type_in(context, self._fields[row].key)
            case "up" | "down" if not self._on_button():
                self._go_along(context, -1 if key.name == "up" else 1)
            case "enter" | "space" if self.hour.step != "reading" and self._on_message():
                # While something is asked, the key that goes on does so: a flag is not put by mistake.
                if not key.repeat:
                    self._forward(context)
            case _:
                return False
        return True

    def _page_talk(self, key: Key) -> bool:
        """Page through the conversation, where it stands above a question."""
        return self._scroll.key == "question" and self._follow.on_key(key)

    def _go_along(self, context: Context, step: int) -> None:
        """An arrow: from row to row while votes are counted, else a few lines from where the view is."""
        if self._fields:
            at = self._row() + step
            if 0 <= at < len(self._fields):
                self._type_in(context, self._fields[at].key)
            return
        views: list[Scroll] = [self._scroll]
        if self._scroll.key == "question":
            views.insert(0 if step > 0 else 1, self._follow)
        if any(view.go_lines(step) for view in views):
            context.redraw()

    def _on_button(self) -> bool:
        """Whether the keyboard was led, by Tab, to something that is neither a message nor a count."""
        led = self._led()
        return led is not None and led not in self._fields and not self._on_message()

    def _on_message(self) -> bool:
        led = self._led()
        return led is not None and bool(self._talk.below(led)) if self._talk else False

    def _led(self) -> Widget | None:
        """What the keyboard was led to."""
        return next((one for one in walk(self._shown) if one.focused and one.ringed), None)

    def on_key(self, context: Context, key: Key) -> bool:
        hour = self.hour
        if hour is None or not key.plain or key.repeat:
            return False
        if self._fields and (key.number or key.name in ("+", "-", "backspace")):
            # Nothing has the focus: the row that the foot tells of is meant.
            return self._fields[self._row()].on_key(key)
        if key.name in ("enter", "space"):
            if self._fields:
                self._next_field(context)
            else:
                self._forward(context)
            return True
        if key.name == ".":
            # What a clicker's button for a black screen sends.
            context.pause()
            return True
        if key.name == "v" and hour.step == "think":
            self._other_hands(context)
            return True
        if key.name == "backspace" and hour.may_return:
            self._go_back(context)
            return True
        return False

    def on_back(self, context: Context) -> bool:
        """One step back; leaving in the middle is asked about."""
        if self._backward(context):
            return True
        play = self.hour.play if self.hour else None
        if play is None or play.state.phase == "ended":
            return False
        ask_to_stop(context, _("Go on playing"), (lambda: self._end(context)) if play.begun else None)
        return True

    def tick(self, context: Context, seconds: float) -> bool:
        if self.hour is None:
            return False
        self._notice_field(context)
        self._still = max(0.0, self._still - seconds)
        grows = self.hour.step == "result" and self._growing < _whole_growth()
        self._growing += seconds
        return self._follow.advance(seconds) or grows

    def forget(self) -> None:
        self.hour = None
        self._conversation = None
        self._fields, self._typed, self._begun = (), "", False
        self._shown, self._talk = Widget(), None
        self._follow = Follow("talk")
        self._scroll = self._follow

    # What they do.

    def _forward(self, context: Context) -> None:
        """The one way on, wherever the class is."""
        hour = self.hour
        if hour is None:
            return
        if hour.read_on():
            self._follow.catch_up()
            context.refresh()
        elif self._still > 0:
            return
        elif hour.step == "ended":
            self._end(context)
        elif hour.step == "offer":
            # Back in the story, its next message comes with the same press.
            hour.forward()
            hour.read_on()
            self._turned(context)
        else:
            counted = hour.step in ("result", "confirm")
            if hour.forward():
                self._turned(context, counted)

    def _backward(self, context: Context) -> bool:
        """Back to the phase before; False when there is none."""
        if self.hour is None or not self.hour.backward():
            return False
        self._turned(context)
        return True

    def _step_back(self, context: Context) -> None:
        self._backward(context)

    def _turned(self, context: Context, counted: bool = False) -> None:
        """Something else is on the wall. What was `counted` is then nowhere, nor are the words that it was set in."""
        hour = self.hour
        self._still = _STILL
        self._growing = _whole_growth() if context.look.still else 0.0
        self._typed, self._begun = "", False
        if hour is not None and hour.step == "count":
            self._typed = f"count {hour.round.vote.choices[0]}"
        if counted:
            self._fields = ()
            text.forget()
        self._follow.catch_up()
        context.focus(self._typed)

    def _pick(self, context: Context, choice: str) -> None:
        if self.hour is not None and self._still <= 0 and self.hour.pick(choice):
            self._turned(context)

    def _do(self, context: Context, command: Command) -> None:
        if self.hour is not None and self._still <= 0 and self.hour.do(command):
            self._turned(context)

    def _look(self, context: Context) -> None:
        if self.hour is not None and self._still <= 0 and self.hour.look():
            self._turned(context)

    def _go_back(self, context: Context) -> None:
        """Any moment again, another way."""
        if self.hour is not None and self._still <= 0 and self.hour.go_back():
            self._turned(context, counted=True)

    def _other_hands(self, context: Context) -> None:
        if self.hour is not None:
            self.hour.raised = not self.hour.raised
            context.refresh()

    def _type_in(self, context: Context, field: str) -> None:
        """Come to the count of this key: the first digit replaces what stands there."""
        self._typed, self._begun = field, False
        context.focus(field)

    def _notice_field(self, context: Context) -> None:
        """Where Tab or the mouse came to another count, the foot tells what Enter does there."""
        focused = next((field.key for field in self._fields if field.focused), "")
        if focused in ("", self._noticed):
            # Of a tree that is about to be built again, it tells nothing new.
            return
        self._noticed = focused
        if focused != self._typed:
            self._typed, self._begun = focused, False
            context.refresh()

    def _row(self) -> int:
        """Which of the counts is typed now."""
        return next((at for at, field in enumerate(self._fields) if field.key == self._typed), 0)

    def _row_by_tab(self, key: Key) -> int | None:
        """The count that Tab leads to from another one, with the foot that goes with it; None where it leads out."""
        at = (at + (-1 if key.shift else 1) for at, field in enumerate(self._fields) if field.focused)
        return next((row for row in at if 0 <= row < len(self._fields)), None)

    def _next_field(self, context: Context) -> None:
        at = self._row() + 1
        if at < len(self._fields):
            self._type_in(context, self._fields[at].key)
        else:
            self._forward(context)

    def _end(self, context: Context) -> None:
        if self.hour is not None:
            context.replace(self._debrief(self.hour.play))

    def _mark(self, context: Context, at: int) -> None:
        if self.hour is not None:
            self.hour.play.toggle_mark(at)
            context.refresh()

    def _grown(self) -> float:
        return grown(self._growing, _whole_growth())


def _anybody_spoke(play: Play) -> bool:
    shown = (event for _at, event in play.visible if isinstance(event, MessageArrived))
    return any(play.message(event).speaker is not None for event in shown)


def _whole_growth() -> float:
    return tokens().durations["bars"]
