"""The same play in a changed scenario: what was done is done again, as far as it still can be.

An author who saves a file while playing it wants to stand where they stood. Reading the file again is left to the face.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.engine.events import (
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
    SceneAnnounced,
    SceneEntered,
    Start,
    Started,
    SummaryRead,
    Unmark,
    Unmarked,
    VerdictGiven,
)
from game.engine.model import Scenario
from game.engine.session import NEW, Refused, State, apply, decide, effective
from game.engine.staging import StoryStuck

_Arrival = tuple[int, str, int]
"""The visit (how many scenes were entered before it), its scene, and the message's number in the scene's file order."""


def replay(before: Scenario, now: Scenario, log: Log) -> tuple[Event, ...]:
    """The log of the same play of the scenario `now`, where `log` is a play of `before`.

    What was done is done again up to the first decision that is no longer asked there, or no longer possible. A scene
    that has become a hard one counts as read where a choice was made in it. Rewinds are not repeated, only what they
    led to. Marks stay on their message, also when others are written around it; one whose message is gone is left out.
    """
    new: list[Event] = []
    state = NEW
    for scene, command in _commands(log):
        if isinstance(command, Mark | Unmark):
            at = _place(before, now, log, command.at, new)
            if at is None:
                continue
            command = replace(command, at=at)
        elif scene != state.scene:
            break
        if isinstance(command, Choose):
            choice = _choice(before, now, scene, command.choice)
            if choice is None:
                break
            command = Choose(choice)
        try:
            for fitting in _fitting(state, command):
                events = decide(now, state, fitting)
                for event in events:
                    state = apply(state, event)
                new += events
        except Refused:
            if not isinstance(command, Mark | Unmark):
                break
        except StoryStuck:
            break
    return tuple(new)


def shown_again(before: Scenario, now: Scenario, log: Log, shown: int, new: Log) -> int:
    """How many events of `new`, the replay of `log`, show as much as the first `shown` events of `log` did."""
    if shown == len(log):
        return len(new)
    for at in reversed(range(shown)):
        if isinstance(log[at], MessageArrived):
            place = _place(before, now, log, at, new)
            if place is not None:
                return place + 1
    return min(shown, len(new))


def _commands(log: Log) -> Iterator[tuple[str, Command]]:
    """The commands that led to the effective log, each with the scene in which it was given ("" before the first)."""
    scene = announced = ""
    for _, event in effective(log):
        if announced and not isinstance(event, Marked | Unmarked):
            if not isinstance(event, SummaryRead):
                yield announced, GoOn()
            announced = ""
        match event:
            case Started(seed):
                yield scene, Start(seed)
            case SceneEntered(entered):
                scene = entered
            case SceneAnnounced():
                announced = scene
            case SummaryRead():
                yield scene, ReadSummary()
            case Chosen(_, choice, _):
                yield scene, Choose(choice)
            case VerdictGiven(answer, sure):
                yield scene, GiveVerdict(answer, sure)
            case Marked(at, family):
                yield scene, Mark(at, family)
            case Unmarked(at):
                yield scene, Unmark(at)


def _fitting(state: State, command: Command) -> tuple[Command, ...]:
    """`command` as it is to be given now: the scene may be announced only since, or its question no longer asked."""
    match command, state.phase:
        case Choose() | GiveVerdict(), "announced":
            return (GoOn(), command)
        case ((GoOn() | ReadSummary()), ("verdict" | "choosing")):
            return ()
        case GiveVerdict(), "choosing":
            return ()
    return (command,)


def _arrivals(log: Log) -> dict[int, _Arrival]:
    found: dict[int, _Arrival] = {}
    visit = 0
    for at, event in effective(log):
        if isinstance(event, SceneEntered):
            visit += 1
        elif isinstance(event, MessageArrived):
            found[at] = (visit, event.scene, event.number)
    return found


def _place(before: Scenario, now: Scenario, log: Log, at: int, new: Log) -> int | None:
    """The index in `new` of the message that arrived at index `at` of `log`; None when it did not arrive there."""
    arrival = _arrivals(log).get(at)
    if arrival is None:
        return None
    visit, scene, number = arrival
    wanted = visit, scene, _number(before, now, scene, number)
    return next((place for place, found in _arrivals(new).items() if found == wanted), None)


def _number(before: Scenario, now: Scenario, name: str, number: int) -> int | None:
    """The number that message `number` of the scene `name` has now: where its words are, or where they were changed."""
    scene = now.scene.get(name)
    if scene is None:
        return None
    old = [(message.speaker, message.text) for message in before.scene[name].messages]
    new = [(message.speaker, message.text) for message in scene.messages]
    same = [at for at, words in enumerate(new) if words == old[number]]
    if same:
        # The same words may be said twice: the first stays the first.
        return same[min(old[:number].count(old[number]), len(same) - 1)]
    return number if len(new) == len(old) and new[number] not in old else None


def _choice(before: Scenario, now: Scenario, name: str, choice: str) -> str | None:
    """The id that a choice of the scene `name` has now; None when it is gone.

    A choice that its author gave no id is called by its number, which moves when another is written above it: it is
    known by its words, or by its place where only its words were changed.
    """
    old = {one.id: (one.says, one.text) for one in before.scene[name].choices}
    new = {one.id: (one.says, one.text) for one in now.scene[name].choices}
    if not choice.isdecimal() or new.get(choice) == old[choice]:
        return choice
    same = next((one for one, words in new.items() if words == old[choice]), None)
    return same or (choice if choice in new and new[choice] not in old.values() and len(new) == len(old) else None)
