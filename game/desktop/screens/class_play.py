"""A play on the wall, for a class: the teacher's keys bring each message, put the question, count, and play on.

What a vote is, is `classroom`'s affair; what is asked looks as in `class_turn`. A player alone has `play_screen`.
Counts live in the question that is asked now, and go with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from game.classroom.round import Round, asked
from game.classroom.tempting import most_tempting, took_a_step
from game.classroom.vote import Vote
from game.desktop.layout import Column
from game.desktop.play import Play
from game.desktop.screens import Context, Screen, class_turn
from game.desktop.screens.class_turn import Hands, Way
from game.desktop.screens.conversation import conversation
from game.desktop.tokens import tokens
from game.desktop.widget_button import Button
from game.desktop.widget_dialog import Dialog
from game.desktop.widget_scroll import Dock, Scroll
from game.desktop.widget_split import Follow
from game.desktop.widget_text import TextBlock
from game.desktop.widget_vote import CountField, Counting, Lettered, grown
from game.desktop.widgets import Key, Widget
from game.engine.events import ChoicesOffered, Choose, Command, GiveVerdict, GoOn, MessageArrived, ReadSummary
from game.engine.other_ways import Visit, visits
from game.telling.language import _
from game.telling.what_if import other_way

Step = Literal[
    "reading", "announced", "stop", "think", "count", "result", "confirm", "offer", "what if", "ended", "gone"
]

_STILL = 0.4
"""Seconds after a change of what is asked in which a press decides nothing: a double click is not two decisions."""

_SURE = 2
"""A class is “fairly sure”: how sure each pupil is, is not asked before the others."""

_LINES = 19
"""From so many lines of body text on, the conversation, the question and the foot each have their own room."""

_QUESTION, _FOOT = 0.8, 0.3
"""The most of the height that the question, and the foot, may take."""


class ClassPlay(Screen):
    """A play of one story with a class. `debrief` makes the screen that follows it."""

    fiction = True
    for_class = True

    def __init__(self, play: Play, debrief: Callable[[Play], Screen]) -> None:
        self.play: Play | None = play
        self._debrief = debrief
        self._kept: dict[tuple[int, bool], Widget] = {}
        self._follow = Follow("talk")
        self._open = play.settled
        """Whether the teacher asked for what follows the last message."""
        self._round: Round | None = None
        self._talked: set[int] = set()
        """The choice lists before which the class has stopped, by their index in the log."""
        self._tempting: tuple[Visit, str] | None = None
        """The other choice whose way is offered, with the visit it was on offer in."""
        self._looking = False
        self._raised = False
        self._still = 0.0
        self._growing = 0.0
        self._fields: tuple[CountField, ...] = ()
        self._scroll: Scroll = self._follow

    @property
    def step(self) -> Step:
        """What is on the wall now."""
        play = self.play
        if play is None:
            return "gone"
        if self._tempting is not None:
            return "what if" if self._looking else "offer"
        if not play.settled or not self._open:
            return "reading"
        match play.state.phase:
            case "announced":
                return "announced"
            case "ended":
                return "ended"
            case "choosing" if self._stop is not None:
                return "stop"
        return self._asked.phase

    @property
    def _stop(self) -> str | None:
        """The question of the stop that is due here."""
        play = self.play
        if play is None or play.state.taken or self._offered in self._talked:
            return None
        return play.scenario.scene[play.state.scene].stop

    @property
    def _offered(self) -> int:
        assert self.play is not None
        return max(at for at, event in self.play.visible if isinstance(event, ChoicesOffered))

    @property
    def _asked(self) -> Round:
        """The question that is put now; a new one where there was none."""
        assert self.play is not None
        if self._round is None:
            verdict = self.play.state.phase == "verdict"
            self._round = asked(class_turn.ANSWERS if verdict else self.play.state.offered)
        return self._round

    # What is shown.

    def build(self, context: Context) -> Widget:
        play, self._fields, self._scroll = self.play, (), self._follow
        if play is None:
            return Column(())
        foot = class_turn.foot(self._ways(context))
        whole = self._whole(context, play)
        if whole is not None:
            return self._full(context, whole, foot)
        messages = conversation(play, self._kept, lambda at: self._mark(context, at))
        log = Column(messages, gap="s", role="log", label=_("Conversation"))
        panel = self._panel(context, play)
        if not _airy(context):
            after = (panel, foot) if panel else (foot,)
            self._follow.follow(Column((log, *after), gap="m", pad="m"), messages, after)
            return self._follow
        self._follow.follow(Column((log,), pad="s"), messages)
        if panel is None:
            return Dock(self._follow, foot, _FOOT)
        stage = Dock(self._follow, panel, _QUESTION, key="question")
        self._scroll = stage.foot
        return Dock(stage, foot, _FOOT)

    def _full(self, context: Context, body: Widget, foot: Widget) -> Widget:
        """A part that has the whole wall; another one begins at its top."""
        airy = _airy(context)
        parts = (body,) if airy else (body, foot)
        self._scroll = Scroll(Column(parts, gap="m", pad="m"), key=f"wall {self.step}")
        return Dock(self._scroll, foot, _FOOT) if airy else self._scroll

    def _whole(self, context: Context, play: Play) -> Widget | None:
        hands = self._hands(context)
        match self.step:
            case "stop":
                return class_turn.stop(play.text(self._stop or ""))
            case "count":
                body, self._fields = class_turn.count(play, self._asked, hands)
                return body
            case "result":
                return class_turn.came_out(play, self._asked, self._grown, hands)
            case "what if":
                assert self._tempting is not None
                return class_turn.other_way(other_way(play.scenario, play.reference, *self._tempting))
        return None

    def _panel(self, context: Context, play: Play) -> Widget | None:
        match self.step:
            case "announced":
                read, summary = lambda: self._do(context, GoOn()), lambda: self._do(context, ReadSummary())
                return class_turn.announced(play, read, summary, context.help)
            case "think":
                return class_turn.think(play, self._asked, self._raised, self._hands(context))
            case "confirm":
                return class_turn.confirm(play, self._asked)
            case "offer":
                assert self._tempting is not None
                visit, choice = self._tempting
                one = play.scenario.scene[visit.scene].choice(choice)
                words = play.text(one.text)
                if one.says:
                    words = _("“{words}”").format(words=words)
                return class_turn.offer(words, lambda: self._look(context))
            case "ended":
                return class_turn.ended(play.text(play.scenario.ending[play.state.ending].title))
        return None

    def _ways(self, context: Context) -> tuple[Way, ...]:
        """The keys of the moment, the one that leads on first."""
        enter, escape = _("Enter"), _("Esc")
        words = {
            "reading": _("next message") if self.play and not self.play.settled else _("go on"),
            "stop": _("go on"),
            "think": _("count the votes"),
            "count": _("show the bars"),
            "confirm": _("play it"),
            "offer": _("go on with our story"),
            "what if": _("back to our story"),
            "ended": _("look back at what happened"),
        }.get(self.step, "")
        if self.step == "result" and self._asked.plays:
            words = _("play {letter}").format(letter=self._letter(self._asked.plays))
        ways = []
        if words:
            key = _("Space") if self.step == "reading" else enter
            ways.append(Way(key, words, lambda: self._forward(context), main=True))
        if self.step == "think":
            by = _("cards instead of hands") if self._raised else _("hands instead of cards")
            ways.append(Way("V", by, lambda: self._by_hands(context)))
            named = [one.letter for one in self._lettered.values() if one.letter]
            ways.append(Way("–".join((named[0], named[-1])), _("without a vote"), None))
        if self.step in ("count", "result", "confirm"):
            ways.append(Way(escape, _("back"), lambda: self._step_back(context)))
        elif self._may_return:
            ways.append(Way(_("Backspace"), _("the choice before"), lambda: self._return(context)))
        return tuple(ways)

    @property
    def _lettered(self) -> dict[str, Lettered]:
        assert self.play is not None
        return class_turn.lettered(self.play, self._asked.vote.choices)

    def _letter(self, choice: str) -> str:
        one = self._lettered[choice]
        return one.letter or one.words

    @property
    def _may_return(self) -> bool:
        play = self.play
        return (
            play is not None
            and play.last_choice is not None
            and self.step in ("reading", "announced", "stop", "think", "ended")
        )

    def _hands(self, context: Context) -> Hands:
        return Hands(
            picked=lambda choice: self._pick(context, choice),
            counting=lambda choice: Counting(
                typed=lambda digit: self._count(context, lambda vote: vote.typed(choice, digit), choice),
                rubbed=lambda: self._count(context, lambda vote: vote.rubbed(choice), choice),
                more=lambda: self._count(context, lambda vote: vote.more(choice), choice),
                fewer=lambda: self._count(context, lambda vote: vote.fewer(choice), choice),
                done=lambda: self._next_field(context),
            ),
        )

    # The teacher's keys.

    def on_key_first(self, context: Context, key: Key) -> bool:
        """The keys of a presenter's clicker, and those that change a count, wherever the focus is."""
        if self.play is None or not key.plain:
            return False
        at = next((at for at, field in enumerate(self._fields) if field.focused), None)
        match key.name:
            case "page down":
                # What is out of view comes first.
                if not (self._scroll.on_key(key) or self._follow_on_key(key) or key.repeat):
                    self._forward(context)
            case "page up":
                if not (self._scroll.on_key(key) or (not key.repeat and self._backward(context))):
                    self._follow_on_key(key)
            case "right":
                if not key.repeat:
                    self._forward(context)
            case "left":
                if not key.repeat:
                    self._backward(context)
            case "up" | "down" if at is not None:
                self._fields[at].on_key(Key("+" if key.name == "up" else "-"))
            case "tab" if at is not None and 0 <= at + (step := -1 if key.shift else 1) < len(self._fields):
                context.focus(self._fields[at + step].key)
            case _:
                return False
        return True

    def _follow_on_key(self, key: Key) -> bool:
        """Page through the conversation, where it stands above a question."""
        seen = self._scroll is not self._follow and self.step not in ("stop", "count", "result", "what if")
        return seen and self._follow.on_key(key)

    def on_key(self, context: Context, key: Key) -> bool:
        if self.play is None or not key.plain or key.repeat:
            return False
        if self._fields and (key.number or key.name in ("+", "-", "backspace")):
            # Nothing has the focus: the first count is meant, as for a form that opens.
            context.focus(self._fields[0].key)
            return self._fields[0].on_key(key)
        if key.name in ("enter", "space"):
            self._forward(context)
            return True
        if key.name == "v" and self.step == "think":
            self._by_hands(context)
            return True
        if key.name == "backspace" and self._may_return:
            self._return(context)
            return True
        return False

    def on_back(self, context: Context) -> bool:
        """One step back; leaving in the middle is asked about."""
        if self._backward(context):
            return True
        play = self.play
        if play is None or not play.begun or play.state.phase == "ended":
            return False
        words = TextBlock(_("You can stop at any time. Nothing is held against you."))
        stay = Button(_("Go on playing"), lambda: context.ask(None), letter="A", key="stay")
        look = Button(_("Look back at what happened"), lambda: self._end(context), letter="B", key="debrief")
        leave = Button(_("Leave the story"), context.back, letter="C", key="leave story")
        body = Column((words, stay, look, leave))
        context.ask(Dialog(_("Stop here?"), body, on_close=lambda: context.ask(None)))
        return True

    def tick(self, context: Context, seconds: float) -> bool:
        if self.play is None:
            return False
        self._still = max(0.0, self._still - seconds)
        grows = self.step == "result" and self._growing < _whole_growth() and not context.look.still
        self._growing += seconds
        return self._follow.advance(seconds) or grows

    def forget(self) -> None:
        self.play = self._round = self._tempting = None
        self._kept.clear()
        self._talked.clear()
        self._fields = ()
        self._follow = Follow("talk")
        self._scroll = self._follow

    # What they do.

    def _forward(self, context: Context) -> None:
        """The one way on, wherever the class is."""
        play = self.play
        if play is None:
            return
        step = self.step
        if step == "reading" and not play.settled:
            play.hurry()
            self._follow.catch_up()
            # The last message is read before what is asked after it.
            self._open = False
            context.refresh()
        elif self._still > 0 or step in ("announced", "gone"):
            return
        elif step == "reading":
            self._open = True
            self._turned(context)
        elif step == "stop":
            self._talked.add(self._offered)
            self._turned(context)
        elif step == "offer":
            self._tempting = None
            self._turned(context)
            if not play.settled:
                self._forward(context)
        elif step == "what if":
            self._tempting, self._looking = None, False
            self._turned(context)
        elif step == "ended":
            self._end(context)
        elif self._asked.plays:
            self._play_on(context, self._asked.plays)
        else:
            self._to(context, self._asked.forward())

    def _step_back(self, context: Context) -> None:
        self._backward(context)

    def _backward(self, context: Context) -> bool:
        """Back to the phase before; False when there is none."""
        if self.step == "what if":
            self._looking = False
            self._turned(context)
            return True
        before = self._round.back() if self._round is not None and self.step in ("count", "result", "confirm") else None
        if before is not None:
            self._to(context, before)
        return before is not None

    def _to(self, context: Context, round_: Round) -> None:
        if round_ == self._round:
            return
        self._round = round_
        self._growing = _whole_growth() if context.look.still else 0.0
        first = f"count {round_.vote.choices[0]}" if round_.phase == "count" else ""
        self._turned(context, first)

    def _turned(self, context: Context, focus: str = "") -> None:
        """Something else is on the wall."""
        self._still = _STILL
        self._follow.catch_up()
        context.focus(focus)

    def _pick(self, context: Context, choice: str) -> None:
        if self._still <= 0:
            self._to(context, self._asked.pick(choice))

    def _by_hands(self, context: Context) -> None:
        self._raised = not self._raised
        context.refresh()

    def _count(self, context: Context, change: Callable[[Vote], Vote], choice: str) -> None:
        self._round = self._asked.counted(change(self._asked.vote))
        context.focus(f"count {choice}")

    def _next_field(self, context: Context) -> None:
        at = next((at for at, field in enumerate(self._fields) if field.focused), len(self._fields) - 1)
        if at + 1 < len(self._fields):
            context.focus(self._fields[at + 1].key)
        else:
            self._forward(context)

    def _play_on(self, context: Context, choice: str) -> None:
        """What the class, or the teacher, chose is played. Nothing of the counts outlives this."""
        play, round_ = self.play, self._round
        if play is None or round_ is None:
            return
        if play.state.phase == "verdict":
            self._do(context, GiveVerdict(next(one for one in class_turn.ANSWERS if one == choice), _SURE))
            return
        taken = play.scenario.scene[play.state.scene].choice(choice)
        self._do(context, Choose(choice))
        again = play.state.phase == "choosing" and bool(play.state.taken)
        if took_a_step(taken) and not again:
            self._tempting = _tempted(play, round_.vote)
            context.refresh()

    def _do(self, context: Context, command: Command) -> None:
        play = self.play
        if play is None or self._still > 0:
            return
        before = len(play.log)
        if play.do(command):
            self._round = None
            self._open = not any(isinstance(event, MessageArrived) for event in play.log[before:])
            self._turned(context)

    def _look(self, context: Context) -> None:
        if self._still <= 0:
            self._looking = True
            self._turned(context)

    def _return(self, context: Context) -> None:
        """Any moment again, another way."""
        to = None if self.play is None else self.play.last_choice
        if self.play is not None and to is not None and self._still <= 0:
            self.play.go_back(to)
            self._round = self._tempting = None
            self._open = True
            self._turned(context)

    def _end(self, context: Context) -> None:
        if self.play is not None:
            context.replace(self._debrief(self.play))

    def _mark(self, context: Context, at: int) -> None:
        if self.play is not None:
            self.play.toggle_mark(at)
            context.refresh()

    def _grown(self) -> float:
        return grown(self._growing, _whole_growth())


def _tempted(play: Play, vote: Vote) -> tuple[Visit, str] | None:
    """The other choice of the last visit that tempted the class most, if it leads anywhere."""
    visit = visits(play.scenario, play.log)[-1]
    scene = play.scenario.scene[visit.scene]
    others = tuple(scene.choice(other.choice) for other in visit.others if other.events)
    choice = most_tempting(others, vote, play.reference)
    return None if choice is None else (visit, choice)


def _airy(context: Context) -> bool:
    metrics = context.look.metrics
    return metrics.height >= _LINES * metrics.body


def _whole_growth() -> float:
    return tokens().durations["bars"]
