"""One question put to a class: think, count, see, and play one choice on. Each gesture gives the next value.

Forward and back are the two buttons of a presenter's clicker. Going back never loses a count; when the question is
over, the value is dropped and nothing of it is left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from game.classroom.vote import Majority, NoVotes, Tie, Vote, opened, result

Phase = Literal["think", "count", "result", "confirm"]


@dataclass(frozen=True, slots=True)
class Round:
    """`picked` is the choice that the teacher named, in the phase "confirm"; `came` is the phase before that one."""

    vote: Vote
    phase: Phase = "think"
    picked: str = ""
    came: Phase = "think"

    @property
    def pickable(self) -> tuple[str, ...]:
        """The choices that the teacher may name now: any while the class thinks, the tied ones after a tie."""
        match self.phase:
            case "think":
                return self.vote.choices
            case "result":
                match result(self.vote):
                    case Tie(choices):
                        return choices
                    case NoVotes():
                        return self.vote.choices
        return ()

    @property
    def plays(self) -> str:
        """The choice that forward plays now; "" while forward only shows more, or waits for the teacher."""
        if self.phase == "confirm":
            return self.picked
        came_out = result(self.vote) if self.phase == "result" else None
        return came_out.choice if isinstance(came_out, Majority) else ""

    def forward(self) -> Round:
        """From thinking to counting, from counting to what came out; else as it is."""
        match self.phase:
            case "think":
                return replace(self, phase="count")
            case "count":
                return replace(self, phase="result")
        return self

    def back(self) -> Round | None:
        """The phase before, with its counts; None when there is none."""
        match self.phase:
            case "count":
                return replace(self, phase="think")
            case "result":
                return replace(self, phase="count")
            case "confirm":
                return replace(self, phase=self.came, picked="", came="think")
        return None

    def pick(self, choice: str) -> Round:
        """The teacher names a choice, which is asked about once more; one that is not pickable changes nothing."""
        if choice not in self.pickable:
            return self
        return replace(self, phase="confirm", picked=choice, came=self.phase)

    def counted(self, vote: Vote) -> Round:
        """With another vote, while it is counted."""
        return replace(self, vote=vote) if self.phase == "count" else self


def asked(choices: tuple[str, ...]) -> Round:
    """The question with these choices, named by their ids in the order of the screen."""
    return Round(opened(choices))
