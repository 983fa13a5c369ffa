"""What can happen in a small story, found the slow way: through `decide` and `apply`, with every fact kept.

The proof is held to it (`test_prove_against_every_path`). Nothing is forgotten and nothing is packed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from game.engine.events import (
    ChoicesOffered,
    Choose,
    Chosen,
    Command,
    EndingReached,
    Event,
    GiveVerdict,
    GoOn,
    MessageArrived,
    SceneEntered,
    Start,
    VerdictAsked,
)
from game.engine.model import ALWAYS, HERE, Condition, Message, Place, Scenario, Scene, Ways
from game.engine.reference import Reference
from game.engine.score import gives_in
from game.engine.session import NEW, State, apply, decide
from game.engine.staging import StoryStuck

CLOSE = ("friend", "family", "adult", "helper")


@dataclass(frozen=True)
class Memory:
    """What the rules of protection remember of a play."""

    threat: bool = False
    unhelped: bool = False
    unrelieved: bool = False
    asked: bool = False


Key = tuple[str, str, str, frozenset[str], frozenset[str], Memory]


@dataclass
class Walked:
    """Everything found: `ahead` by situation, as (choice or "", next, messages shown on the way)."""

    scenes: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    choices: set[tuple[str, str]] = field(default_factory=set)
    conditions: dict[Place, set[bool]] = field(default_factory=dict)
    faults: set[tuple[str, str]] = field(default_factory=set)
    ahead: dict[Key, list[tuple[str, Key, int]]] = field(default_factory=dict)
    first: tuple[Key, int] | None = None
    stuck: bool = False


def every_path(scenario: Scenario, reference: Reference) -> Walked:
    """All that can happen. Where the story gets stuck, `stuck` is true and the rest is only what was found till
    then."""
    walked = Walked()
    walker = _Walker(scenario, reference, walked)
    try:
        walker.all()
    except StoryStuck:
        walked.stuck = True
    return walked


class _Walker:
    def __init__(self, scenario: Scenario, reference: Reference, walked: Walked) -> None:
        self.scenario = scenario
        self.reference = reference
        self.walked = walked

    def all(self) -> None:
        state, memory, shown = self.step(NEW, Memory(), Start(0))
        key = self.key(state, memory)
        self.walked.first = key, shown
        pending = [(key, state, memory)]
        self.walked.ahead[key] = []
        for key, state, memory in pending:
            for command in self.commands(state):
                after, remembered, shown = self.step(state, memory, command)
                there = self.key(after, remembered)
                self.walked.ahead[key].append((command.choice if isinstance(command, Choose) else "", there, shown))
                if there not in self.walked.ahead:
                    self.walked.ahead[there] = []
                    pending.append((there, after, remembered))

    def key(self, state: State, memory: Memory) -> Key:
        return state.phase, state.scene, state.ending, state.facts, frozenset(state.taken), memory

    def commands(self, state: State) -> Iterator[Command]:
        match state.phase:
            case "announced":
                yield GoOn()
            case "verdict":
                yield GiveVerdict("unsure", 1)
            case "choosing":
                yield from (Choose(choice) for choice in state.offered)

    def step(self, state: State, memory: Memory, command: Command) -> tuple[State, Memory, int]:
        shown = threats = 0
        earlier = memory.unrelieved
        last: Event | None = None
        if isinstance(command, GoOn):
            self.read(self.scenario.scene[state.scene], state.facts)
        for event in decide(self.scenario, state, command):
            match event:
                case SceneEntered() | EndingReached():
                    self.went(last, state)
            state = apply(state, event)
            match event:
                case SceneEntered(scene):
                    self.walked.scenes.add(scene)
                    threats, earlier = 0, memory.unrelieved
                    if self.scenario.scene[scene].skip is None:
                        self.read(self.scenario.scene[scene], state.facts)
                case MessageArrived(scene, number):
                    shown += 1
                    message = self.scenario.scene[scene].messages[number]
                    if self.threatens(message):
                        threats += 1
                        self.fault("threat-without-relief", scene, earlier)
                        self.fault("too-much-threat", scene, threats > 2)
                        memory = replace(memory, threat=True, unrelieved=True)
                        earlier = False
                    elif message.speaker is None or self.scenario.person[message.speaker].role in CLOSE:
                        memory = replace(memory, unrelieved=False)
                        earlier = False
                case VerdictAsked(scene):
                    self.fault("verdict-twice", scene, memory.asked)
                    self.fault("verdict-after-threat", scene, memory.threat)
                    memory = replace(memory, asked=True)
                case ChoicesOffered(scene, choices):
                    self.left_over(state)
                    possible = {*choices, *state.taken}
                    self.fault(
                        "threat-without-help", scene, memory.threat and not any(map(self.helps(scene), possible))
                    )
                case Chosen(scene, name):
                    self.walked.choices.add((scene, name))
                    if self.helps(scene)(name):
                        memory = replace(memory, unhelped=False, unrelieved=False)
                    if gives_in(self.scenario.scene[scene].choice(name), self.reference):
                        memory = replace(memory, unhelped=True)
                    self.ways(self.scenario.scene[scene].choice(name).ways or self.scenario.scene[scene].ways, state)
                case EndingReached(ending):
                    self.walked.endings.add(ending)
                    self.fault("ending-without-help", ending, memory.unhelped)
                    self.lines([(said.when, said.place) for said in self.scenario.ending[ending].debrief], state.facts)
            last = event
        return state, memory, shown

    def fault(self, name: str, where: str, is_one: bool) -> None:
        if is_one:
            self.walked.faults.add((name, where))

    def threatens(self, message: Message) -> bool:
        return any(self.reference.sign[one.sign].stage >= 6 for one in message.shown)

    def helps(self, scene: str) -> Callable[[str], bool]:
        def does(name: str) -> bool:
            choice = self.scenario.scene[scene].choice(name)
            return any(self.reference.step[step].help for step in choice.steps)

        return does

    # -- conditions

    def note(self, when: Condition, place: Place, facts: frozenset[str]) -> bool:
        holds = when.holds(facts)
        if when != ALWAYS:
            self.walked.conditions.setdefault(place, set()).add(holds)
        return holds

    def lines(self, conditions: list[tuple[Condition, Place]], facts: frozenset[str]) -> None:
        for when, place in conditions:
            self.note(when, place, facts)

    def read(self, scene: Scene, facts: frozenset[str]) -> None:
        self.lines([(message.when, message.place) for message in scene.messages], facts)

    def left_over(self, state: State) -> None:
        for choice in self.scenario.scene[state.scene].choices:
            if choice.id not in state.taken:
                self.note(choice.when, choice.place, state.facts)

    def ways(self, ways: Ways, state: State) -> None:
        for way in ways:
            if self.note(way.when, way.place, state.facts):
                return

    def went(self, last: Event | None, state: State) -> None:
        """A scene or an ending comes: without a choice just before, or after `here`, the scene's own ways led there."""
        if not state.scene:
            return
        scene = self.scenario.scene[state.scene]
        if isinstance(last, Chosen):
            choice = scene.choice(last.choice)
            target = next(way.to for way in choice.ways or scene.ways if way.when.holds(state.facts))
            if target != HERE:
                return
        self.left_over(state)
        self.ways(scene.ways, state)


# -- figures


def turn_of(walked: Walked) -> list[Key] | None:
    """The situations, each before those it leads to, or None when some come again."""
    assert walked.first is not None
    done: dict[Key, bool] = {}
    turn: list[Key] = []

    def visit(key: Key) -> bool:
        if key in done:
            return done[key]
        done[key] = False
        for _, there, _ in walked.ahead[key]:
            if not visit(there):
                return False
        done[key] = True
        turn.append(key)
        return True

    return turn[::-1] if visit(walked.first[0]) else None


def ends(walked: Walked) -> bool:
    """Whether an ending can be reached from every situation."""
    good = {key for key in walked.ahead if key[0] == "ended"}
    grew = True
    while grew:
        more = {key for key, ahead in walked.ahead.items() if any(there in good for _, there, _ in ahead)} - good
        good |= more
        grew = bool(more)
    return len(good) == len(walked.ahead)


def figures(walked: Walked, turn: list[Key]) -> tuple[int, list[tuple[int, Fraction, int]]]:
    """How many plays there are, and for choices and for messages the shortest, the mean and the longest."""
    assert walked.first is not None
    count: dict[Key, int] = {}
    found: dict[Key, list[tuple[int, Fraction, int]]] = {}
    for key in reversed(turn):
        ahead = walked.ahead[key]
        if not ahead:
            count[key], found[key] = 1, [(0, Fraction(0), 0)] * 2
            continue
        count[key] = sum(count[there] for _, there, _ in ahead)
        found[key] = []
        for which in range(2):
            values = [
                tuple(one + (bool(choice), shown)[which] for one in found[there][which])
                for choice, there, shown in ahead
            ]
            mean = sum((Fraction(value[1]) for value in values), Fraction(0)) / len(values)
            found[key].append((int(min(v[0] for v in values)), mean, int(max(v[2] for v in values))))
    key, shown = walked.first
    choices, (least, mean, most) = found[key]
    return count[key], [choices, (least + shown, mean + shown, most + shown)]
