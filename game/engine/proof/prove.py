"""Proving a scenario: what holds on every path, and the problems where something does not.

The walk over all situations is `graph`'s, faults seen without walking are `check`'s, words are left to the faces.
Rules: docs/proof.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from game.engine.check import MOST_CHOICES
from game.engine.model import Scenario
from game.engine.problems import Problem, in_order, problem, some
from game.engine.proof.certificate import Certificate, certify
from game.engine.proof.conditions import condition_problems, set_by
from game.engine.proof.dress import found_beside
from game.engine.proof.graph import MOST_STATES, Graph, in_turn, leads_to, rings, walk
from game.engine.proof.marks import blocked
from game.engine.proof.reach import told_unreachable
from game.engine.proof.routes import way_there
from game.engine.proof.scenes import Ready, ready
from game.engine.reference import Reference

EXACT = frozenset(("no-way-on", "endless-loop", "not-reachable"))
"""Kinds that `check` can only guess at: where the proof is complete, what it says of them replaces the guess."""

_STUCK = frozenset(("no-way-on", "endless-loop", "ending-out-of-reach"))
_ROUTED = ("threat-without-help", "verdict-twice", "verdict-after-threat")


@dataclass(frozen=True)
class Proof:
    """What was proved: its `problems`, in the order of the file. Unless it is `complete`, there were more situations
    than can be walked, and nothing is claimed that would need all of them."""

    problems: tuple[Problem, ...]
    complete: bool
    scenario: Scenario = field(repr=False)
    reference: Reference = field(repr=False)
    ready: Ready = field(repr=False)
    graph: Graph = field(repr=False)
    most: int = field(repr=False)

    @cached_property
    def certificate(self) -> Certificate:
        """What was walked, in figures and routes. Worked out when first asked for."""
        return certify(self.scenario, self.reference, self.ready, self.graph, self.most)


def prove(scenario: Scenario, reference: Reference, most: int = MOST_STATES) -> Proof:
    """Walk every situation of `scenario`, about `most` at the utmost.

    The scenario is one in which reading and checking found no error, those of `EXACT` aside.
    """
    made = ready(scenario, reference)
    graph = walk(made, most)
    found = [*_facts(scenario), *_faults(scenario, made, graph)]
    if not graph.complete:
        found.append(_too_large(scenario, made, graph, most))
    else:
        # Scenes that cannot come again make no rings, and without messages to follow no order is asked for.
        turn = in_turn(graph) if made.matters.rings or made.beside else []
        if turn is None:
            found += _rings(scenario, made, graph)
        # In a story that gets stuck, much is never met for that reason alone: one fault at a time.
        if _STUCK.isdisjoint(one.name for one in found):
            found += _never_met(scenario, made, graph, turn)
    return Proof(in_order(found), graph.complete, scenario, reference, made, graph, most)


def _never_met(scenario: Scenario, made: Ready, graph: Graph, turn: list[int] | None) -> Iterator[Problem]:
    """What no path has, though the author meant some to have it."""
    unreachable = told_unreachable(scenario, made, graph)
    for name, place in unreachable:
        yield problem("not-reachable", place, name=name)
    beside = found_beside(scenario, made, graph, turn)
    yield from condition_problems(scenario, made, graph, beside, {name for name, _ in unreachable})
    yield from _open(scenario, made, graph)
    scene = blocked(made, graph)
    if scene is not None:
        yield problem("full-marks-impossible", scenario.scenes[scene].place, scene=made.names[scene])


def _facts(scenario: Scenario) -> Iterator[Problem]:
    setters = set_by(scenario)
    conditions = [message.when for scene in scenario.scenes for message in scene.messages]
    conditions += [way.when for scene in scenario.scenes for way in scene.ways]
    conditions += [said.when for ending in scenario.endings for said in ending.debrief]
    for scene in scenario.scenes:
        for choice in scene.choices:
            conditions.append(choice.when)
            conditions += [way.when for way in choice.ways]
    read = {fact for when in conditions for fact in (*when.needs, *when.bars)}
    for fact in scenario.facts:
        if fact.id not in setters:
            yield problem("fact-never-set", fact.place, fact=fact.id)
        elif fact.id not in read:
            yield problem("fact-never-read", fact.place, fact=fact.id)


def _faults(scenario: Scenario, made: Ready, graph: Graph) -> Iterator[Problem]:
    for (name, part), node in graph.faults.items():
        if part >= made.scenes:
            ending = scenario.endings[part - made.scenes]
            if not ending.open:
                yield problem(name, ending.place, ending=ending.id, route=way_there(scenario, made, graph, node))
            continue
        scene = scenario.scenes[part]
        if name in _ROUTED:
            yield problem(name, scene.place, scene=scene.id, route=way_there(scenario, made, graph, node))
        elif name == "too-many-choices":
            yield problem(name, scene.choices[graph.picked[node][MOST_CHOICES]].place)
        else:
            yield problem(name, scene.place, scene=scene.id)


def _open(scenario: Scenario, made: Ready, graph: Graph) -> Iterator[Problem]:
    reached = set(graph.part)
    for at, ending in enumerate(scenario.endings, made.scenes):
        if ending.open and at in reached and ("ending-without-help", at) not in graph.faults:
            yield problem("open-not-needed", ending.places.get("open", ending.place), ending=ending.id)


def _rings(scenario: Scenario, made: Ready, graph: Graph) -> Iterator[Problem]:
    found = rings(graph)
    circles = [ring for ring in found if not any(graph.picked[node] for node in ring)]
    told: set[int] = set()
    goals = {node for node, part in enumerate(graph.part) if part >= made.scenes or _stops(graph, node)}
    goals.update(node for ring in circles for node in ring)
    onward = leads_to(graph, goals)
    traps = [ring for ring in found if not onward[ring[0]]]
    for name, told_of in (("endless-loop", circles), ("ending-out-of-reach", traps)):
        for ring in told_of:
            scenes = sorted({graph.part[node] for node in ring})
            if told.isdisjoint(scenes):
                told.update(scenes)
                names = some(made.names[scene] for scene in scenes)
                yield problem(name, scenario.scenes[scenes[0]].place, scenes=names)


def _stops(graph: Graph, node: int) -> bool:
    """Whether the story can stop dead here; that is told by itself."""
    return not graph.ahead[node] or any(there < 0 for there in graph.ahead[node])


def _too_large(scenario: Scenario, made: Ready, graph: Graph, most: int) -> Problem:
    counts = [0] * len(made.names)
    for part in graph.part:
        counts[part] += 1
    widest = max(range(made.scenes), key=lambda part: counts[part])
    return problem("proof-too-large", scenario.scenes[widest].place, scene=made.names[widest], most=str(most))
