"""A scenario made ready for the walk: its scenes as tuples of small ints, every fact on its bit.

Facts that choices or ways ask for *steer*: situations that differ in them are walked apart. Facts that only messages or
a debrief ask for *dress*: they change what is shown, never where the story goes, and are followed beside the walk, for
all the facts of one condition together (`dress`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.engine.check import MOST_CHOICES
from game.engine.model import ALWAYS, HERE, Choice, Condition, Scenario, Scene, Ways
from game.engine.proof.facts import Asks, Matters, matters, shared
from game.engine.proof.protect import ASKED, UNDER_THREAT, UNHELPED, UNRELIEVED, Mark, helps, marks, met
from game.engine.reference import Reference

STUCK, AGAIN, DEPENDS = -1, -2, -3
"""Where a choice may lead besides scenes and endings: nowhere; to the same choices; that depends on facts."""

MOST_TOGETHER = 6
"""Facts of one message's condition that are followed beside the walk; those of a longer condition steer."""

_NEVER = 16
_FIRST = 5
_PROTECTION = 4

Test = tuple[int, int]
"""A condition: the bits that must all be there, and those of which none may be."""

Road = tuple[int, tuple[tuple[int, int, int, int], ...]]
"""The number of a list of ways, and for each way its test, its target, and what is kept on the way there."""

Pick = tuple[int, int, int, int, int, int, Road]
"""A choice: its own bit among the taken ones, its number, what is kept, what is set; the only scene or ending that it
leads to, or else `DEPENDS`, and what is kept on the way there; and its ways."""


@dataclass(frozen=True, slots=True)
class Shows:
    """A message or a line of a debrief that has a condition: its number in its scene or ending."""

    part: int
    number: int
    when: Condition


@dataclass(frozen=True, slots=True)
class Room:
    """A scene or an ending as the walk sees it. `plain` messages always show, `direct` ones by steering facts."""

    marks: tuple[tuple[bool, int, int], ...] = ()
    verdict: bool = False
    plain: int = 0
    direct: tuple[tuple[int, int, int], ...] = ()
    always: int = 0
    tests: tuple[tuple[int, int, int], ...] = ()
    picks: tuple[Pick, ...] = ()
    onward: Road = (0, ())
    helps: int = 0
    steps: int = 0
    gives: int = 0
    sure: bool = True
    """Whether every list of choices here has help that is always on offer, or was taken."""
    many: bool = False
    """Whether more choices than fit may be on offer together, which only facts decide."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A scenario made ready. Parts are the scenes, then the endings, in the order of the file; the first opens it.

    `beside` are the messages and lines whose facts are followed beside the walk, `fields` the sets of facts that they
    ask for together: the elements of `matters` from `first_field` on. A situation's facts fit into `width` bits.
    """

    names: tuple[str, ...]
    scenes: int
    rooms: tuple[Room, ...]
    roads: int
    beside: tuple[Shows, ...]
    fields: tuple[tuple[str, ...], ...]
    first_field: int
    width: int
    matters: Matters


def facts_of(when: Condition) -> set[str]:
    """The facts that `when` asks for."""
    return {*when.needs, *when.bars}


def steering(scenario: Scenario, noted: Iterable[tuple[Mark, ...]]) -> set[str]:
    """The facts that choices, ways or what is remembered of threats ask for."""
    found: set[str] = set()
    for scene in scenario.scenes:
        for choice in scene.choices:
            found.update(choice.when.needs, choice.when.bars)
            for way in choice.ways:
                found.update(way.when.needs, way.when.bars)
        for way in scene.ways:
            found.update(way.when.needs, way.when.bars)
    for some in noted:
        for mark in some:
            found |= facts_of(mark.when)
    return found


def ready(scenario: Scenario, reference: Reference, *, messages_steer: bool = False) -> Ready:
    """`scenario` made ready for the walk. With `messages_steer`, situations that differ in a message to come are walked
    apart too, and nothing is left to follow beside. The scenario is one in which reading and checking found no error,
    dead ends and circles aside."""
    return _Maker(scenario, reference, messages_steer).ready()


class _Maker:
    def __init__(self, scenario: Scenario, reference: Reference, messages_steer: bool) -> None:
        self.scenario = scenario
        self.reference = reference
        names = [scene.id for scene in scenario.scenes] + [ending.id for ending in scenario.endings]
        self.names = tuple(names)
        self.target = {name: at for at, name in reversed(list(enumerate(names)))} | {HERE: AGAIN}
        self.element = {fact.id: _PROTECTION + at for at, fact in enumerate(scenario.facts)}
        self.first_field = _PROTECTION + len(self.element)
        self.marks = marks(scenario, reference)
        shows = list(self._shows(messages_steer))
        self.direct = [one for one, direct in shows if direct]
        self.beside = [one for one, direct in shows if not direct]
        fields = dict.fromkeys(tuple(sorted(facts_of(one.when))) for one in self.beside)
        self.fields = {facts: self.first_field + at for at, facts in enumerate(fields)}
        self.touched = {fact: 1 << element for fact, element in self.element.items()}
        for facts, element in self.fields.items():
            for fact in facts:
                self.touched[fact] |= 1 << element
        known = steering(scenario, self.marks)
        for one in self.direct:
            known |= facts_of(one.when)
        self.steer = {fact: 1 << self.element[fact] for fact in known}
        self.roads = 0

    def ready(self) -> Ready:
        """All of it."""
        asks = [self._scene_asks(at, scene) for at, scene in enumerate(self.scenario.scenes)]
        asks += [Asks(UNHELPED, 0, 0, 0, []) for _ in self.scenario.endings]
        for one in self.direct:
            asks[one.part].on_entering |= self._asked(one.when)
        for one in self.beside:
            asks[one.part].on_entering |= 1 << self.fields[tuple(sorted(facts_of(one.when)))]
        self.found = matters(asks)
        facts = [[one for one in some if _PROTECTION <= one < self.first_field] for some in self.found.inside]
        self.places = shared(facts)
        self.bit = {element: 1 << _FIRST + place for element, place in self.places.items()}
        self.bit |= {element: 1 << element for element in range(_PROTECTION)}
        direct: list[list[Shows]] = [[] for _ in self.names]
        for one in self.direct:
            direct[one.part].append(one)
        rooms = tuple(self._room(at, direct[at]) for at in range(len(self.names)))
        return Ready(
            self.names,
            len(self.scenario.scenes),
            rooms,
            self.roads,
            tuple(self.beside),
            tuple(self.fields),
            self.first_field,
            1 + _FIRST + max(self.places.values(), default=0),
            self.found,
        )

    def _shows(self, messages_steer: bool) -> Iterator[tuple[Shows, bool]]:
        said = [[message.when for message in scene.messages] for scene in self.scenario.scenes]
        if not messages_steer:
            said += [[line.when for line in ending.debrief] for ending in self.scenario.endings]
        for part, conditions in enumerate(said):
            for number, when in enumerate(conditions):
                if not _free(when):
                    yield Shows(part, number, when), messages_steer or len(facts_of(when)) > MOST_TOGETHER

    def _asked(self, when: Condition) -> int:
        found = 0
        for fact in (*when.needs, *when.bars):
            found |= self.steer[fact]
        return found

    def _made(self, choice: Choice) -> int:
        found = 0
        for fact in choice.sets:
            found |= self.touched[fact]
        return found

    def _scene_asks(self, at: int, scene: Scene) -> Asks:
        asks = Asks(0, 0, 0, 0, [])
        for mark in self.marks[at]:
            asks.on_entering |= self._asked(mark.when)
            asks.makes |= UNDER_THREAT | UNRELIEVED if mark.threatens else 0
            if mark.when == ALWAYS:
                asks.overrides |= UNDER_THREAT | UNRELIEVED if mark.threatens else UNRELIEVED
        if met(self.marks[at]):
            asks.on_entering |= UNRELIEVED
        if scene.verdict:
            asks.on_entering |= ASKED | UNDER_THREAT
            asks.makes |= ASKED
        if scene.choices and not self._sure(scene):
            asks.after |= UNDER_THREAT
        self._ahead(asks, scene.ways, 0)
        for choice in scene.choices:
            asks.after |= self._asked(choice.when)
            asks.makes |= self._made(choice)
            decided = 0
            for fact in choice.sets:
                decided |= self.steer.get(fact, 0)
            if choice.steps and helps(choice, self.reference):
                decided |= UNHELPED | UNRELIEVED
            if choice.against and self.reference.gives_in(choice.against):
                decided |= UNHELPED
                asks.makes |= UNHELPED
            self._ahead(asks, choice.ways or scene.ways, decided)
        return asks

    def _ahead(self, asks: Asks, ways: Ways, decided: int) -> None:
        for way in ways:
            asks.after |= self._asked(way.when)
            if way.to != HERE:
                asks.ahead.append((self.target[way.to], decided))

    def _sure(self, scene: Scene) -> bool:
        return any(choice.steps and _free(choice.when) and helps(choice, self.reference) for choice in scene.choices)

    # -- rooms

    def _room(self, at: int, direct: list[Shows]) -> Room:
        facts = self.scenario.facts
        here = {
            facts[element - _PROTECTION].id: self.bit[element]
            for element in self.found.inside[at]
            if _PROTECTION <= element < self.first_field
        }
        shown = tuple((one.number, *_test(one.when, here)) for one in direct)
        if at >= len(self.scenario.scenes):
            return Room(direct=shown)
        scene = self.scenario.scenes[at]
        onward = self._road(at, scene.ways, here)
        tests: list[tuple[int, int, int]] = []
        picks: list[Pick] = []
        always = helping = steps = gives = 0
        for number, choice in enumerate(scene.choices):
            bit = 1 << number
            if _free(choice.when):
                always |= bit
            else:
                tests.append((bit, *_test(choice.when, here)))
            keep, sets = -1, 0
            for fact in choice.sets:
                sets |= here.get(fact, 0)
            if choice.steps:
                steps |= bit
                if helps(choice, self.reference):
                    helping |= bit
                    keep = ~(UNHELPED | UNRELIEVED)
            if choice.against and self.reference.gives_in(choice.against):
                gives |= bit
                sets |= UNHELPED
            road = self._road(at, choice.ways, here) if choice.ways else onward
            to, kept = DEPENDS, 0
            ways = choice.ways or scene.ways
            if ways and _free(ways[0].when) and ways[0].to != HERE:
                _, _, to, kept = road[1][0]
            picks.append((bit, number, keep, sets, to, kept, road))
        return Room(
            tuple((mark.threatens, *_test(mark.when, here)) for mark in self.marks[at]),
            scene.verdict,
            sum(map(_free, (message.when for message in scene.messages))),
            shown,
            always,
            tuple(tests),
            tuple(picks),
            onward,
            helping,
            steps,
            gives,
            self._sure(scene),
            len(scene.choices) > MOST_CHOICES >= always.bit_count(),
        )

    def _road(self, at: int, ways: Ways, here: dict[str, int]) -> Road:
        self.roads += 1
        found = []
        for way in ways:
            to = self.target[way.to]
            elements = self.found.staying[at] if to == AGAIN else self.found.entering[to] & self.found.inside[at]
            kept = 0
            for element in elements:
                kept |= self.bit.get(element, 0)
            needs, bars = (0, 0) if _free(way.when) else _test(way.when, here)
            found.append((needs, bars, to, kept))
        return self.roads - 1, tuple(found)


def _free(when: Condition) -> bool:
    """Whether `when` holds in every case: asked so often that comparing would take long."""
    return not when.needs and not when.bars


def _test(when: Condition, here: dict[str, int]) -> Test:
    """`when` as bits; a fact that cannot be true here asks for a bit that never is."""
    needs = bars = 0
    for fact in when.needs:
        needs |= here.get(fact, _NEVER)
    for fact in when.bars:
        bars |= here.get(fact, 0)
    return needs, bars
