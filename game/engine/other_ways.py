"""The choices of a play that one can go back to, and what another choice there would have brought: “what if”.

Nothing here changes a play: going back is `session.Rewind`, and is asked for by a person. Making sentences and pages
is left to the faces. Rules: docs/play-rules.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from game.engine.events import (
    ChoicesOffered,
    Choose,
    Chosen,
    Command,
    Event,
    Log,
    Mark,
    Marked,
    MessageArrived,
    ReadSummary,
    Rewind,
    Rewound,
    SceneEntered,
    SummaryRead,
    Unmark,
    Unmarked,
)
from game.engine.model import Scenario
from game.engine.session import NEW, State, decide, effective, fold
from game.engine.staging import StoryStuck


@dataclass(frozen=True, slots=True)
class OtherWay:
    """A choice that was on offer and not taken, and what it would have brought.

    `events` begin with its `Chosen` and go on until the player is asked again, but no further than the first scene that
    shows something. They are empty where a story with errors leads nowhere.
    """

    choice: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit to a choice list, with its `here` returns, in which a choice was made.

    `at` is the log's index of its first offer, which can be gone back to; `taken` are the ids of the choices made, and
    `others` those that were on offer and were not, in the order of the screen. `replayed`: somebody came back to it.
    """

    at: int
    scene: str
    taken: tuple[str, ...]
    others: tuple[OtherWay, ...]
    replayed: bool


@dataclass(slots=True)
class _Open:
    """A visit while the log is read. `offered` holds, by choice, the state of the first offer that it was part of."""

    at: int
    scene: str
    offers: list[int] = field(default_factory=list)
    offered: dict[str, State] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)


def visits(scenario: Scenario, log: Log) -> tuple[Visit, ...]:
    """The visits of what counts of a play, in order; the play is one of `scenario`."""
    found: list[_Open] = []
    state = NEW
    for at, event in effective(log):
        # What is asked of this state is a choice alone: without a past, a long play costs no more than its length.
        state = fold((event,), state)._replace(past=None)
        if isinstance(event, ChoicesOffered):
            if not event.again:
                found.append(_Open(at, event.scene))
            found[-1].offers.append(at)
            for choice in event.choices:
                found[-1].offered.setdefault(choice, state)
        elif isinstance(event, Chosen):
            found[-1].taken.append(event.choice)
    returns = {event.to for event in log if isinstance(event, Rewound)}
    return tuple(_closed(scenario, one, not returns.isdisjoint(one.offers)) for one in found if one.taken)


def last_choice(log: Log) -> int | None:
    """The index in the log of the offer where the last choice that counts was made; None before the first choice."""
    offered = last = None
    for at, event in effective(log):
        if isinstance(event, ChoicesOffered):
            offered = at
        elif isinstance(event, Chosen):
            last = offered
    return last


def going_back(log: Log, to: int) -> tuple[Command, ...]:
    """The commands by which a face goes back to the choices offered at the index `to` of the log.

    A rewind forgets all that came after the offer, and so the marks of somebody who was thinking about these choices:
    they are given again. Marks made after a choice are not.
    """
    commands: list[Command] = [Rewind(to)]
    for at, event in effective(log):
        if at <= to:
            continue
        match event:
            case Marked(marked, family):
                commands.append(Mark(marked, family))
            case Unmarked(marked):
                commands.append(Unmark(marked))
            case _:
                break
    return tuple(commands)


def _closed(scenario: Scenario, visit: _Open, replayed: bool) -> Visit:
    others = tuple(
        OtherWay(choice, _followed(scenario, state, choice))
        for choice, state in visit.offered.items()
        if choice not in visit.taken
    )
    return Visit(visit.at, visit.scene, tuple(visit.taken), others, replayed)


def _followed(scenario: Scenario, state: State, choice: str) -> tuple[Event, ...]:
    """The events of an `OtherWay`. A hard scene is announced and read as its summary: its messages are never shown."""
    try:
        events = decide(scenario, state, Choose(choice))
        after = fold(events, state)
        if after.phase == "announced":
            events = (*events, *decide(scenario, after, ReadSummary()))
    except StoryStuck:
        return ()
    return tuple(_to_the_next_scene(events))


def _to_the_next_scene(events: Iterable[Event]) -> Iterator[Event]:
    shown = False
    for event in events:
        if shown and isinstance(event, SceneEntered):
            return
        shown = shown or isinstance(event, MessageArrived | SummaryRead)
        yield event
