"""Playing a scenario: what happens, as a growing log of events.

Nothing here waits, draws or rolls dice: `MessageArrived.after` is a wish, in seconds, that the face grants. Keeping
the log is left to the face; what it amounts to, to `score` and `debrief`. Rules: docs/play-rules.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from game.engine.model import HERE, ME, Message, Scenario, Scene, Ways
from game.engine.order import on_screen

Answer = Literal["trap", "nothing", "unsure"]
Phase = Literal["new", "announced", "verdict", "choosing", "ended"]

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


class Refused(ValueError):
    """The command makes no sense in this state; nothing happened."""


class StoryStuck(ValueError):
    """The scenario has an error that `check` tells of: it leads nowhere from here."""


# -- state: where we stand


@dataclass(frozen=True, slots=True)
class Arrived:
    """The messages that arrived, newest first, as a chain; two chains compare by their newest link."""

    at: int
    scene: str
    number: int
    before: Arrived | None = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Offer:
    """The choice lists that were offered, newest first, each with the state to return to."""

    at: int
    state: State = field(compare=False, repr=False)
    before: Offer | None = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class State:
    """Where a play stands: the fold of its log by `apply`. `length` counts every event, rewound ones too."""

    length: int = 0
    seed: int = 0
    phase: Phase = "new"
    scene: str = ""
    ending: str = ""
    facts: frozenset[str] = frozenset()
    offered: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    marks: frozenset[int] = frozenset()
    arrived: Arrived | None = None
    offers: Offer | None = None


NEW = State()


def decide(scenario: Scenario, state: State, command: Command) -> tuple[Event, ...]:
    """What happens when `command` is given in `state`.

    Raises `Refused` for a command that does not fit the state, and `StoryStuck` where a scenario with errors leads
    nowhere. The scenario is one that `check` found no error in.
    """
    match command:
        case Start(seed) if state.phase == "new":
            return (Started(seed), *_enter(scenario, scenario.scenes[0].id, frozenset(), seed))
        case GoOn() if state.phase == "announced":
            scene = scenario.scene[state.scene]
            return tuple(_read_through(scenario, scene, state.facts, state.seed, {scene.id}))
        case ReadSummary() if state.phase == "announced":
            scene = scenario.scene[state.scene]
            events: list[Event] = [SummaryRead(scene.id)]
            return (*events, *_offer_or_move(scenario, scene, state.facts, state.seed, {scene.id}))
        case GiveVerdict("trap" | "nothing" | "unsure" as answer, 1 | 2 | 3 as sure) if state.phase == "verdict":
            scene = scenario.scene[state.scene]
            given = VerdictGiven(answer, sure)
            return (given, *_offer_or_move(scenario, scene, state.facts, state.seed, {scene.id}))
        case Choose(choice) if state.phase == "choosing" and choice in state.offered:
            return _choose(scenario, state, choice)
        case Mark(at, family) if _can_be_marked(scenario, state, at):
            return (Marked(at, family),)
        case Unmark(at) if at in state.marks:
            return (Unmarked(at),)
        case Rewind(to) if _offer_at(state, to) is not None:
            return (Rewound(to),)
    raise Refused(f"{command} in phase {state.phase}")


def apply(state: State, event: Event) -> State:
    """The state after `event`."""
    length = state.length + 1
    match event:
        case MessageArrived(scene, number):
            return replace(state, length=length, arrived=Arrived(state.length, scene, number, state.arrived))
        case ChoicesOffered(_, choices):
            offering = replace(state, phase="choosing", offered=choices)
            return replace(offering, length=length, offers=Offer(state.length, offering, state.offers))
        case Chosen(_, choice, sets):
            facts = state.facts.union(sets) if sets else state.facts
            return replace(state, length=length, facts=facts, offered=(), taken=(*state.taken, choice))
        case SceneEntered(scene):
            return replace(state, length=length, scene=scene, offered=(), taken=())
        case SceneAnnounced():
            return replace(state, length=length, phase="announced")
        case VerdictAsked():
            return replace(state, length=length, phase="verdict")
        case EndingReached(ending):
            return replace(state, length=length, phase="ended", ending=ending, offered=())
        case Marked(at):
            return replace(state, length=length, marks=state.marks | {at})
        case Unmarked(at):
            return replace(state, length=length, marks=state.marks - {at})
        case Started(seed):
            return replace(state, length=length, seed=seed)
        case Rewound(to):
            offer = _offer_at(state, to)
            if offer is None:
                raise Refused(f"{event}: no choices were offered there")
            return replace(offer.state, length=length, offers=offer)
    return replace(state, length=length)


def fold(log: Iterable[Event], state: State = NEW) -> State:
    """The state that a whole log leads to."""
    for event in log:
        state = apply(state, event)
    return state


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


def waits(message: Message) -> int:
    """Seconds to wait before `message` shows: the author's, else 1 more for every 30 code points, at most 6."""
    return message.after if message.after is not None else min(1 + len(message.text) // 30, 6)


def offered(scene: Scene, facts: frozenset[str], taken: Iterable[str], seed: int) -> tuple[str, ...]:
    """The ids of the choices that can be taken now, in the order of the screen."""
    gone = set(taken)
    return tuple(one.id for one in on_screen(scene, seed) if one.id not in gone and one.when.holds(facts))


def _choose(scenario: Scenario, state: State, name: str) -> tuple[Event, ...]:
    scene = scenario.scene[state.scene]
    choice = scene.choice(name)
    chosen = Chosen(scene.id, name, choice.sets)
    facts = state.facts.union(choice.sets)
    target = _target(choice.ways or scene.ways, facts, scene)
    if target != HERE:
        return (chosen, *_enter(scenario, target, facts, state.seed))
    again = offered(scene, facts, (*state.taken, name), state.seed)
    if again:
        return (chosen, ChoicesOffered(scene.id, again, True))
    return (chosen, *_enter(scenario, _target(scene.ways, facts, scene), facts, state.seed))


def _enter(scenario: Scenario, target: str, facts: frozenset[str], seed: int) -> list[Event]:
    return _onward(scenario, target, facts, seed, set())


def _onward(scenario: Scenario, target: str, facts: frozenset[str], seed: int, passed: set[str]) -> list[Event]:
    """Everything from entering `target` to the next time the player is asked. `passed` are the scenes since then."""
    if target in scenario.ending:
        return [EndingReached(target)]
    scene = scenario.scene.get(target)
    if scene is None or target in passed:
        # No fact can change before the player is asked again, so a scene met twice would come for ever.
        raise StoryStuck(target)
    events: list[Event] = [SceneEntered(target)]
    if scene.skip is not None:
        return [*events, SceneAnnounced(target)]
    return events + _read_through(scenario, scene, facts, seed, passed | {target})


def _read_through(scenario: Scenario, scene: Scene, facts: frozenset[str], seed: int, passed: set[str]) -> list[Event]:
    events: list[Event] = [
        MessageArrived(scene.id, number, waits(message))
        for number, message in enumerate(scene.messages)
        if message.when.holds(facts)
    ]
    if scene.verdict:
        return [*events, VerdictAsked(scene.id)]
    return events + _offer_or_move(scenario, scene, facts, seed, passed)


def _offer_or_move(scenario: Scenario, scene: Scene, facts: frozenset[str], seed: int, passed: set[str]) -> list[Event]:
    choices = offered(scene, facts, (), seed)
    if choices:
        return [ChoicesOffered(scene.id, choices, False)]
    return _onward(scenario, _target(scene.ways, facts, scene), facts, seed, passed)


def _target(ways: Ways, facts: frozenset[str], scene: Scene) -> str:
    for way in ways:
        if way.when.holds(facts):
            return way.to
    raise StoryStuck(scene.id)


def _can_be_marked(scenario: Scenario, state: State, at: int) -> bool:
    arrived = state.arrived
    while arrived is not None and arrived.at > at:
        arrived = arrived.before
    return (
        arrived is not None
        and arrived.at == at
        and scenario.scene[arrived.scene].messages[arrived.number].speaker != ME
    )


def _offer_at(state: State, to: int) -> Offer | None:
    offer = state.offers
    while offer is not None and offer.at > to:
        offer = offer.before
    return offer if offer is not None and offer.at == to else None
