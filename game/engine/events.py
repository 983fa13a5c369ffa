"""What is asked of a play, and what happens in it: commands and events. A log is the events of one play, in order.

Which events a command brings is left to `session`, their form as JSON to `plain`. Rules: docs/play-rules.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Answer = Literal["trap", "nothing", "unsure"]

# -- commands: what is asked


@dataclass(frozen=True, slots=True)
class Start:
    """Open the story. `seed` (0 or more) mixes the order of choices."""

    seed: int = 0


@dataclass(frozen=True, slots=True)
class GoOn:
    """Read the hard scene that was announced."""


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """Read the summary of the announced scene in its place."""


@dataclass(frozen=True, slots=True)
class GiveVerdict:
    """Say whether this is a trap, and how sure one is (1 to 3)."""

    answer: Answer
    sure: int


@dataclass(frozen=True, slots=True)
class Choose:
    """Take the offered choice of this id."""

    choice: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Mark the message that arrived at this index of the log; `family` names the sign, if the player did."""

    at: int
    family: str | None = None


@dataclass(frozen=True, slots=True)
class Unmark:
    """Take a mark back."""

    at: int


@dataclass(frozen=True, slots=True)
class Rewind:
    """Go back to the choices that were offered at this index of the log."""

    to: int


Command = Start | GoOn | ReadSummary | GiveVerdict | Choose | Mark | Unmark | Rewind

# -- events: what happened


@dataclass(frozen=True, slots=True)
class Started:
    seed: int


@dataclass(frozen=True, slots=True)
class SceneEntered:
    scene: str


@dataclass(frozen=True, slots=True)
class SceneAnnounced:
    """A hard scene waits for `GoOn` or `ReadSummary`."""

    scene: str


@dataclass(frozen=True, slots=True)
class SummaryRead:
    scene: str


@dataclass(frozen=True, slots=True)
class MessageArrived:
    """Message `number` (from 0, in file order) of `scene`; `after` is the wished delay in seconds."""

    scene: str
    number: int
    after: int


@dataclass(frozen=True, slots=True)
class VerdictAsked:
    scene: str


@dataclass(frozen=True, slots=True)
class VerdictGiven:
    answer: Answer
    sure: int


@dataclass(frozen=True, slots=True)
class ChoicesOffered:
    """Ids in the order of the screen. `again` is true for the same moment after a `here`."""

    scene: str
    choices: tuple[str, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """`sets` are the facts that became true."""

    scene: str
    choice: str
    sets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    at: int
    family: str | None


@dataclass(frozen=True, slots=True)
class Unmarked:
    at: int


@dataclass(frozen=True, slots=True)
class EndingReached:
    ending: str


@dataclass(frozen=True, slots=True)
class Rewound:
    to: int


Event = (
    Started
    | SceneEntered
    | SceneAnnounced
    | SummaryRead
    | MessageArrived
    | VerdictAsked
    | VerdictGiven
    | ChoicesOffered
    | Chosen
    | Marked
    | Unmarked
    | EndingReached
    | Rewound
)
Log = Sequence[Event]
