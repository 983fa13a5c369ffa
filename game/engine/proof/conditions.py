"""Conditions that hold always or never, as problems, each where it stands.

What was found true and false is the walk's (`graph`) and, for what only dresses, `dress`'s. A condition
that asks for a fact which nothing makes true is not told: the fact is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.engine.model import Choice, Condition, Message, Place, Said, Scenario, Ways
from game.engine.problems import Problem, problem
from game.engine.proof.graph import Graph
from game.engine.proof.scenes import Ready

TRUE, FALSE = 1, 2
"""A condition was found true, was found false; both may be."""


class Found(NamedTuple):
    """A condition of something reached: its scene or ending, where it stands, whether it was found `TRUE`, `FALSE`,
    both or neither, and whether a message or a line of a debrief has it."""

    part: int
    when: Condition
    place: Place
    found: int
    shows: bool


def set_by(scenario: Scenario) -> dict[str, set[str]]:
    """By fact, the scenes in which a choice sets it."""
    found: dict[str, set[str]] = {}
    for scene in scenario.scenes:
        for choice in scene.choices:
            for fact in choice.sets:
                found.setdefault(fact, set()).add(scene.id)
    return found


def condition_problems(
    scenario: Scenario, made: Ready, graph: Graph, beside: Sequence[int], unreachable: set[str]
) -> Iterator[Problem]:
    """The problems. `beside` is what `found_beside` gave, `unreachable` the scenes that are told of already."""
    setters = set_by(scenario)
    hopeless = {fact.id for fact in scenario.facts if setters.get(fact.id, set()) <= unreachable}
    shown: set[tuple[int, Condition]] = set()
    for part, when, place, found, shows in conditions_found(scenario, made, graph, beside):
        told = {TRUE: "condition-always-true", FALSE: "condition-never-true"}.get(found)
        # Messages in a row often share a condition, and with it the fault.
        if told is None or (part, when) in shown or _follows(when, found, hopeless):
            continue
        if shows:
            shown.add((part, when))
        yield problem(told, place, condition=_words(when))


def _follows(when: Condition, found: int, hopeless: set[str]) -> bool:
    """Whether facts that are told of already, since nothing can make them true, explain it."""
    if found == FALSE:
        return not hopeless.isdisjoint(when.needs)
    return not when.needs and hopeless.issuperset(when.bars)


def _words(when: Condition) -> str:
    """`when` as an author writes it in the chat."""
    return ", ".join((*(f"if {fact}" for fact in when.needs), *(f"unless {fact}" for fact in when.bars)))


def conditions_found(scenario: Scenario, made: Ready, graph: Graph, beside: Sequence[int]) -> Iterator[Found]:
    """Every condition of what is reached."""
    yield from _lines(scenario, made, graph, beside)
    for part in sorted(set(graph.part)):
        if part >= made.scenes:
            continue
        scene, room = scenario.scenes[part], made.rooms[part]
        yield from _ways(part, scene.ways, graph.roads[room.onward[0]])
        for number, choice in enumerate(scene.choices):
            if choice.when.needs or choice.when.bars:
                found = graph.offered[part] >> number & 1 | (graph.refused[part] >> number & 1) << 1
                yield Found(part, choice.when, _place(choice), found, False)
            if choice.ways:
                yield from _ways(part, choice.ways, graph.roads[room.picks[number][6][0]])


def _lines(scenario: Scenario, made: Ready, graph: Graph, beside: Sequence[int]) -> Iterator[Found]:
    found = {(one.part, one.number): value for one, value in zip(made.beside, beside, strict=True)}
    found |= graph.direct
    for part, number in sorted(found):
        line: Message | Said
        if part < made.scenes:
            line = scenario.scenes[part].messages[number]
        else:
            line = scenario.endings[part - made.scenes].debrief[number]
        yield Found(part, line.when, line.place, found[part, number], True)


def _ways(part: int, ways: Ways, noted: int) -> Iterator[Found]:
    for number, way in enumerate(ways):
        if way.when.needs or way.when.bars:
            yield Found(part, way.when, way.place, noted >> 2 * number & 3, False)


def _place(choice: Choice) -> Place:
    """Where the condition of `choice` stands."""
    return choice.places.get("if/0", choice.places.get("unless/0", choice.place))
