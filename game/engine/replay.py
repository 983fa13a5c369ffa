"""The same play in a changed scenario: what was done is done again, as far as it still can be.

An author who saves a file while playing it wants to stand where they stood. Reading the file again is left to the face.
"""

from __future__ import annotations

from game.engine.model import Scenario
from game.engine.session import (
    NEW,
    Choose,
    Chosen,
    Command,
    Event,
    GiveVerdict,
    GoOn,
    Log,
    Mark,
    Marked,
    MessageArrived,
    ReadSummary,
    Refused,
    SceneAnnounced,
    SceneEntered,
    Start,
    Started,
    StoryStuck,
    SummaryRead,
    Unmark,
    Unmarked,
    VerdictGiven,
    apply,
    decide,
    effective,
)

_Arrival = tuple[int, int]
"""The visit (how many scenes were entered before it) and the message's number in the scene's file order."""


def replay(scenario: Scenario, log: Log) -> tuple[Event, ...]:
    """The log of the same play of `scenario`: every command of the effective log until one no longer fits.

    Rewinds are not repeated, only what they led to. A mark whose message is gone is left out.
    """
    new: list[Event] = []
    state = NEW
    before = _arrivals(effective(log))
    for command in _commands(log):
        if isinstance(command, Mark | Unmark):
            at = next((at for at, one in _arrivals(tuple(enumerate(new))).items() if one == before[command.at]), None)
            if at is None:
                continue
            command = Mark(at, command.family) if isinstance(command, Mark) else Unmark(at)
        try:
            events = decide(scenario, state, command)
        except Refused:
            if isinstance(command, Mark | Unmark):
                continue
            break
        except StoryStuck:
            break
        for event in events:
            state = apply(state, event)
        new += events
    return tuple(new)


def _arrivals(events: tuple[tuple[int, Event], ...]) -> dict[int, _Arrival]:
    found: dict[int, _Arrival] = {}
    visit = 0
    for at, event in events:
        if isinstance(event, SceneEntered):
            visit += 1
        elif isinstance(event, MessageArrived):
            found[at] = (visit, event.number)
    return found


def _commands(log: Log) -> list[Command]:
    """The commands that led to the effective log."""
    commands: list[Command] = []
    announced = False
    for _, event in effective(log):
        if announced and not isinstance(event, Marked | Unmarked):
            announced = False
            if not isinstance(event, SummaryRead):
                commands.append(GoOn())
        match event:
            case Started(seed):
                commands.append(Start(seed))
            case SceneAnnounced():
                announced = True
            case SummaryRead():
                commands.append(ReadSummary())
            case Chosen(_, choice, _):
                commands.append(Choose(choice))
            case VerdictGiven(answer, sure):
                commands.append(GiveVerdict(answer, sure))
            case Marked(at, family):
                commands.append(Mark(at, family))
            case Unmarked(at):
                commands.append(Unmark(at))
    return commands
