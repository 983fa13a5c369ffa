"""A play in progress: the scenario, its growing log, and how much of it is shown.

The rules are the engine's and the rhythm is `pace`'s; what it looks like is left to the screens.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

from game.desktop import pace
from game.desktop.counting import Counting
from game.desktop.marking import Gesture, Marking
from game.desktop.pace import Pace
from game.engine.check import THREAT
from game.engine.debrief import fill
from game.engine.events import (
    ChoicesOffered,
    Chosen,
    Command,
    Event,
    Log,
    Mark,
    Marked,
    MessageArrived,
    Rewound,
    SceneEntered,
    Start,
    Unmark,
    Unmarked,
)
from game.engine.model import ME, Message, Scenario
from game.engine.other_ways import going_back
from game.engine.problems import Problem
from game.engine.reference import Reference
from game.engine.replay import replay, shown_again
from game.engine.session import NEW, Refused, State, decide, fold
from game.keeping.settings import Arrival
from game.shelf import open_file
from game.telling import country


def _no_step(event: Event) -> bool:
    return isinstance(event, Marked | Unmarked | Rewound)


class Play:
    """One play of the file at `path`, which is read again when its author asks for it."""

    def __init__(self, path: Path, scenario: Scenario, reference: Reference, seed: int = 0) -> None:
        self.path = path
        self.scenario = scenario
        self.reference = reference
        self.seed = seed
        self.log: list[Event] = []
        self.state: State = NEW
        self.pace = Pace()
        self._shown = Counting(lambda event: isinstance(event, MessageArrived) and self._threatens(event))
        self.marking = Marking()
        self._all = Counting(lambda event: isinstance(event, Chosen))
        self._spoken = reference.language, country.current()
        self.do(Start(seed))

    def do(self, command: Command) -> bool:
        """Give a command; False when it does not fit, and then nothing happened."""
        try:
            events = decide(self.scenario, self.state, command)
        except Refused:
            return False
        shown_all = self.settled
        self.log += events
        self.state = fold(events, self.state)
        if not isinstance(command, Mark | Unmark):
            self._forget_gestures(events)
        # What answers a gesture is seen at once; only messages take their time.
        if shown_all or isinstance(command, Mark | Unmark):
            self.pace = pace.advance(self.log, self.pace, 0)
        return True

    def stand_at(self, log: Log, shown: int) -> None:
        """Stand where a play of the same story and seed stood, with the first `shown` events of its log shown."""
        self.log = list(log)
        self.state = fold(log)
        self.pace = Pace(shown)

    @property
    def last_choice(self) -> int | None:
        """Where in the log the last choice that counts was made; None before the first one."""
        counted = self._all.read(self.log, len(self.log))
        if not counted.picked:
            return None
        before = range(counted.place(counted.picked[-1]) - 1, -1, -1)
        asked = (counted.events[place] for place in before)
        return next(at for at, event in asked if isinstance(event, ChoicesOffered))

    @property
    def came_back(self) -> bool:
        """Whether nothing but marks has happened since the player went back to a choice."""
        return any(isinstance(event, Rewound) for event in takewhile(_no_step, reversed(self.log)))

    def go_back(self, to: int) -> bool:
        """Go back to the choices offered at this index of the log; False when they do not count any more."""
        done = all(self.do(command) for command in going_back(self.log, to))
        if done:
            # What led there was read, and what was still on its way is taken back.
            self.pace = Pace(len(self.log))
        return done

    def advance(self, seconds: float, arrival: Arrival = "normal") -> bool:
        """Let time pass, messages arriving as fast as that; True when something more is shown."""
        before = self.pace.shown
        if before == len(self.log):
            return False
        if arrival == "fast" and self.under_threat:
            # Nothing presses the player then.
            arrival = "normal"
        self.pace = pace.arrive(self.log, self.pace, seconds, arrival)
        return self.pace.shown != before

    def hurry(self) -> bool:
        """Show the next message now; True when there was one."""
        before = self.pace.shown
        self.pace = pace.hurry(self.log, self.pace)
        return self.pace.shown != before

    @property
    def settled(self) -> bool:
        """Whether everything that has happened is shown, so that it is the player's turn."""
        return self.pace.shown == len(self.log)

    @property
    def visible(self) -> Sequence[tuple[int, Event]]:
        """What counts of what is shown, each event with its index in the log; not to be kept, since it grows."""
        return self._shown.read(self.log, self.pace.shown).events

    def message(self, event: MessageArrived) -> Message:
        """The message that arrived."""
        return self.scenario.scene[event.scene].messages[event.number]

    def text(self, words: str) -> str:
        """Words of the scenario with the country's helpline in its placeholders."""
        return fill(words, self.reference)

    def name(self, speaker: str) -> str:
        """How somebody of the cast is called."""
        return self.scenario.person[speaker].name

    @property
    def under_threat(self) -> bool:
        """Whether a sign of the threatening stages has been shown: from then on nothing may press the player."""
        return bool(self._shown.read(self.log, self.pace.shown).picked)

    @property
    def typing(self) -> str | None:
        """Who is writing the message that is on its way; None when nobody is, or where that would announce a threat."""
        event = pace.coming(self.log, self.pace)
        if event is None:
            return None
        message = self.message(event)
        if message.speaker in (None, ME) or message.masked or self._threatens(event) or self.under_threat:
            return None
        return message.speaker

    def _threatens(self, event: MessageArrived) -> bool:
        return any(self.reference.sign[shown.sign].stage >= THREAT for shown in self.message(event).shown)

    def toggle_mark(self, at: int) -> None:
        """Mark a message, or take its mark back."""
        mark, unmark = Mark(at, self._family(at)), Unmark(at)
        did, undoes = (unmark, mark) if at in self.state.marks else (Mark(at), unmark)
        if self.do(did):
            self.marking.made(Gesture(did, undoes))

    def undo_mark(self) -> bool:
        """Take back the last mark that was made, or taken back, in this scene; False when there is none."""
        gesture = self.marking.to_undo
        if gesture is None or not self.do(gesture.undoes):
            return False
        self.marking.undone()
        return True

    def redo_mark(self) -> bool:
        """Do again what `undo_mark` took back; False when there is nothing."""
        gesture = self.marking.to_redo
        if gesture is None or not self.do(gesture.did):
            return False
        self.marking.redone()
        return True

    def _family(self, at: int) -> str | None:
        """The sign that was named when this message was last marked."""
        marked = (event for event in reversed(self.log) if isinstance(event, Marked) and event.at == at)
        return next((event.family for event in marked), None)

    def _forget_gestures(self, events: Sequence[Event]) -> None:
        """Marks can be undone within a scene: what was marked before the next one counts as it was seen then."""
        if any(isinstance(event, SceneEntered | Rewound) for event in events):
            self.marking = Marking()

    @property
    def last_to_mark(self) -> int | None:
        """Where in the log the last message that is shown and can be marked arrived."""
        shown = ((at, event) for at, event in reversed(self.visible) if isinstance(event, MessageArrived))
        return next((at for at, event in shown if self.message(event).speaker != ME), None)

    @property
    def begun(self) -> bool:
        """Whether a choice was made: then there is something to look back at."""
        return self._all.read(self.log, len(self.log)).ever

    def reload(self, language: str) -> tuple[Problem, ...]:
        """Read the file again and stand where we stood; with errors in it, nothing changes: they are returned."""
        opened = open_file(self.path, language, country=country.current())
        if opened.story is None:
            return opened.problems
        self.take(*opened.story)
        return ()

    def speak(self, language: str) -> None:
        """Tell the story in this language from now on, as far as it is translated, with the help of the country chosen
        now."""
        if (language, country.current()) != self._spoken:
            self._spoken = language, country.current()
            self.reload(language)

    def take(self, scenario: Scenario, reference: Reference) -> None:
        """Go on with the story as it is now, and stand where we stood."""
        before, log = self.scenario, tuple(self.log)
        self.scenario, self.reference = scenario, reference
        new = replay(before, self.scenario, log)
        self.pace = Pace(shown_again(before, self.scenario, log, self.pace.shown, new))
        self.log = list(new)
        self.marking = Marking()
        self.state = fold(new)
