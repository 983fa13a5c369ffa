"""Playing a scenario: what happens, as a growing log of events.

Nothing here waits, draws or rolls dice: `MessageArrived.after` is a wish, in seconds, that the face grants. Keeping
the log is left to the face; what it amounts to, to `score` and `debrief`. Rules: docs/play-rules.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from game.engine.events import (
    ChoicesOffered,
    Choose,
    Chosen,
    Command,
    EndingReached,
    Event,
    GiveVerdict,
    GoOn,
    Log,
    Mark,
    Marked,
    MessageArrived,
    ReadSummary,
    Rewind,
    Rewound,
    SceneAnnounced,
    SceneEntered,
    Start,
    Started,
    SummaryRead,
    Unmark,
    Unmarked,
    VerdictAsked,
    VerdictGiven,
)
from game.engine.model import ME, Scenario
from game.engine.staging import stage

Phase = Literal["new", "announced", "verdict", "choosing", "ended"]


class Refused(ValueError):
    """The command makes no sense in this state; nothing happened."""


# -- state: where we stand. Named tuples rather than dataclasses: they are made by the thousand, and made faster.


class Past(NamedTuple):
    """The latest events, and the state before them, which has a past of its own: the way back for marks and rewinds."""

    state: State
    events: tuple[Event, ...]


class State(NamedTuple):
    """Where a play stands: the fold of its log by `apply`. `length` counts every event, rewound ones too.

    `past` takes no part in comparisons: it may have come about in fewer steps or in more.
    """

    length: int = 0
    seed: int = 0
    phase: Phase = "new"
    scene: str = ""
    ending: str = ""
    facts: frozenset[str] = frozenset()
    offered: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    marks: frozenset[int] = frozenset()
    past: Past | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-1])

    def __repr__(self) -> str:
        return f"State{self[:-1]}"


NEW = State()


def decide(scenario: Scenario, state: State, command: Command) -> tuple[Event, ...]:
    """What happens when `command` is given in `state`.

    Raises `Refused` for a command that does not fit the state, and `StoryStuck` where a scenario with errors leads
    nowhere. The scenario is one that `check` found no error in.
    """
    match command:
        case Choose() if state.phase == "choosing" and command.choice in state.offered:
            here = stage(scenario, state.seed)
            chosen, then = here.answer(state.scene, command.choice, state.facts, state.taken)
            return (chosen, *then)
        case Start(seed) if state.phase == "new":
            return (Started(seed), *stage(scenario, seed).enter(scenario.scenes[0].id, frozenset()))
        case GoOn() if state.phase == "announced":
            here = stage(scenario, state.seed)
            return here.onward(state.scene, here.scene(state.scene).read(state.facts), state.facts)
        case ReadSummary() if state.phase == "announced":
            return (SummaryRead(state.scene), *_offer(scenario, state))
        case GiveVerdict("trap" | "nothing" | "unsure" as answer, 1 | 2 | 3 as sure) if state.phase == "verdict":
            return (VerdictGiven(answer, sure), *_offer(scenario, state))
        case Mark(at, family) if _can_be_marked(scenario, state, at):
            return (Marked(at, family),)
        case Unmark(at) if at in state.marks:
            return (Unmarked(at),)
        case Rewind(to) if isinstance(_counting(state.past, to), ChoicesOffered):
            return (Rewound(to),)
    raise Refused(f"{command} in phase {state.phase}")


def apply(state: State, event: Event) -> State:
    """The state after `event`. Raises `Refused` for a rewind to where no choices were offered."""
    return fold((event,), state)


def fold(log: Iterable[Event], state: State = NEW) -> State:
    """The state that a whole log leads to, or the rest of a log from `state`. Raises as `apply` does."""
    # One state is made for all of the events: making one for each is most of what playing by the thousand would cost.
    events = tuple(log)
    length, seed, phase, scene, ending, facts, offered, taken, marks, _ = state
    first = 0
    for event in events:
        # By type, the most frequent first: with `match`, playing by the thousand takes a fifth longer.
        if type(event) is MessageArrived:
            pass
        elif type(event) is ChoicesOffered:
            phase, offered = "choosing", event.choices
        elif type(event) is Chosen:
            offered, taken = (), (*taken, event.choice)
            if event.sets:
                facts = facts.union(event.sets)
        elif type(event) is SceneEntered:
            scene, offered, taken = event.scene, (), ()
        elif type(event) is SceneAnnounced:
            phase = "announced"
        elif type(event) is VerdictAsked:
            phase = "verdict"
        elif type(event) is EndingReached:
            phase, ending, offered = "ended", event.ending, ()
        elif type(event) is Marked:
            marks = marks | {event.at}
        elif type(event) is Unmarked:
            marks = marks - {event.at}
        elif type(event) is Started:
            seed = event.seed
        elif type(event) is Rewound:
            now = events.index(event, first)
            state = _returned(Past(state, events[first:now]), event.to, length + now + 1)
            _, seed, phase, scene, ending, facts, offered, taken, marks, _ = state
            first = now + 1
    length += len(events)
    return State(length, seed, phase, scene, ending, facts, offered, taken, marks, Past(state, events[first:]))


def effective(log: Log) -> tuple[tuple[int, Event], ...]:
    """What counts of a log, each event with its index: everything but what was rewound, and the rewinds themselves."""
    kept: list[tuple[int, Event]] = []
    for at, event in enumerate(log):
        if isinstance(event, Rewound):
            while kept and kept[-1][0] > event.to:
                kept.pop()
        else:
            kept.append((at, event))
    return tuple(kept)


def _offer(scenario: Scenario, state: State) -> tuple[Event, ...]:
    """What follows where the messages of a scene were read, or its summary, or its verdict given."""
    here = stage(scenario, state.seed)
    return here.onward(state.scene, here.scene(state.scene).offer(state.facts), state.facts)


def _can_be_marked(scenario: Scenario, state: State, at: int) -> bool:
    event = _counting(state.past, at)
    return isinstance(event, MessageArrived) and scenario.scene[event.scene].messages[event.number].speaker != ME


def _counting(past: Past | None, at: int) -> Event | None:
    """The event at index `at` of the log, None where it does not count: what a rewind took back is in no past."""
    part = _part(past, at)
    return None if part is None else part.events[at - part.state.length]


def _part(past: Past | None, at: int) -> Past | None:
    while past is not None and past.state.length > at:
        past = past.state.past
    return past if past is not None and 0 <= at - past.state.length < len(past.events) else None


def _returned(past: Past, to: int, length: int) -> State:
    """The state when the choices at index `to` of the log were offered, as one that counts `length` events."""
    part = _part(past, to)
    if part is None or not isinstance(part.events[to - part.state.length], ChoicesOffered):
        raise Refused(f"{Rewound(to)}: no choices were offered there")
    return fold(part.events[: to - part.state.length + 1], part.state)._replace(length=length)
