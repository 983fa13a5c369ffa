"""A play as a class goes through it: read a message, stop, think, count, play on, look at another way.

Which keys the teacher presses, and what is on the wall, is left to `screens.class_play`; the rules of a vote to
`classroom`. Counts live in the question that is asked now, and go with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from game.classroom.round import Round, asked
from game.classroom.tempting import most_tempting, took_a_step
from game.classroom.vote import Vote
from game.desktop.play import Play
from game.engine.events import Answer, ChoicesOffered, Choose, Command, GiveVerdict, MessageArrived
from game.engine.other_ways import Visit, visits

Step = Literal["reading", "announced", "stop", "think", "count", "result", "confirm", "offer", "what if", "ended"]

ANSWERS: tuple[Answer, ...] = ("trap", "nothing", "unsure")
"""What a class answers to “is this a trap?”, in the order of the wall."""

_SURE = 2
"""A class is “fairly sure”: how sure each pupil is, is not asked before the others."""


class Hour:
    """One class at one play. Each gesture returns whether something else is asked than before."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.tempting: tuple[Visit, str] | None = None
        """The other choice whose way is offered, with the visit that it was on offer in."""
        self.raised = False
        """Whether the class raises hands; else it holds cards."""
        self._looking = False
        self._open = play.settled
        """Whether the teacher asked for what follows the last message."""
        self._round: Round | None = None
        self._talked: set[int] = set()
        """The choice lists before which the class has stopped, by their index in the log."""

    @property
    def step(self) -> Step:
        """Where the class is."""
        if self.tempting is not None:
            return "what if" if self._looking else "offer"
        if not self.play.settled or not self._open:
            return "reading"
        match self.play.state.phase:
            case "announced":
                return "announced"
            case "ended":
                return "ended"
            case "choosing" if self.stop is not None:
                return "stop"
        return self.round.phase

    @property
    def round(self) -> Round:
        """The question that is put now; a new one where there was none."""
        if self._round is None:
            verdict = self.play.state.phase == "verdict"
            self._round = asked(ANSWERS if verdict else self.play.state.offered)
        return self._round

    @property
    def stop(self) -> str | None:
        """The question of the stop that is due before these choices; None when none is, or the class has talked."""
        state = self.play.state
        if state.phase != "choosing" or state.taken or self._offered in self._talked:
            return None
        return self.play.scenario.scene[state.scene].stop

    @property
    def _offered(self) -> int:
        return max(at for at, event in self.play.visible if isinstance(event, ChoicesOffered))

    @property
    def pickable(self) -> tuple[str, ...]:
        """The choices that the teacher may name now."""
        return self.round.pickable if self.step in ("think", "result") else ()

    @property
    def may_return(self) -> bool:
        """Whether there is a choice before to go back to, and no count that a slip would lose."""
        steps = ("reading", "announced", "stop", "think", "ended")
        return self.play.last_choice is not None and self.step in steps

    def read_on(self) -> bool:
        """The next message; True when there was one. The last one is read before what is asked after it."""
        if self.step != "reading" or not self.play.hurry():
            return False
        self._open = False
        return True

    def forward(self) -> bool:
        """The one way on, but for the next message and the end of the story; nothing leads into a hard scene."""
        match self.step:
            case "reading":
                if not self.play.settled:
                    return False
                self._open = True
            case "stop":
                self._talked.add(self._offered)
            case "offer" | "what if":
                self.tempting, self._looking = None, False
            case "announced" | "ended":
                return False
            case _ if self.round.plays:
                return self._play_on(self.round.plays)
            case _:
                return self._to(self.round.forward())
        return True

    def backward(self) -> bool:
        """The phase before, counts and all."""
        if self.step == "what if":
            self._looking = False
            return True
        before = self.round.back() if self.step in ("count", "result", "confirm") else None
        return before is not None and self._to(before)

    def pick(self, choice: str) -> bool:
        """The teacher names a choice, which is asked about once more."""
        return choice in self.pickable and self._to(self.round.pick(choice))

    def count(self, change: Callable[[Vote], Vote]) -> None:
        """Change a count while votes are counted."""
        self._round = self.round.counted(change(self.round.vote))

    def look(self) -> bool:
        """See where the other choice would have led."""
        self._looking = self.tempting is not None
        return self._looking

    def do(self, command: Command) -> bool:
        """Give the play a command; the question that was put is over."""
        before = len(self.play.log)
        if not self.play.do(command):
            return False
        self._round = None
        self._open = not any(isinstance(event, MessageArrived) for event in self.play.log[before:])
        return True

    def go_back(self) -> bool:
        """To where the last choice was made: any moment again, another way."""
        to = self.play.last_choice
        if to is None or not self.play.go_back(to):
            return False
        self._round = self.tempting = None
        self._open = True
        return True

    def _to(self, round_: Round) -> bool:
        changed = round_ != self._round
        self._round = round_
        return changed

    def _play_on(self, choice: str) -> bool:
        """What the class, or the teacher, chose is played. Nothing of the counts outlives this."""
        play, vote = self.play, self.round.vote
        if play.state.phase == "verdict":
            return self.do(GiveVerdict(next(one for one in ANSWERS if one == choice), _SURE))
        taken = play.scenario.scene[play.state.scene].choice(choice)
        if not self.do(Choose(choice)):
            return False
        again = play.state.phase == "choosing" and bool(play.state.taken)
        if took_a_step(taken) and not again:
            self.tempting = _tempted(play, vote)
        return True


def _tempted(play: Play, vote: Vote) -> tuple[Visit, str] | None:
    """The other choice of the last visit that tempted the class most, if it leads anywhere."""
    visit = visits(play.scenario, play.log)[-1]
    scene = play.scenario.scene[visit.scene]
    others = tuple(scene.choice(other.choice) for other in visit.others if other.events)
    choice = most_tempting(others, vote, play.reference)
    return None if choice is None else (visit, choice)
