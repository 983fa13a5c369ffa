"""Scenes and endings that no path reaches, where nothing else that is told explains it.

Conditions that keep a scene from being reached are told by themselves (`conditions`).
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.model import Place, Scenario, Scene, Ways
from game.engine.proof.graph import Graph
from game.engine.proof.scenes import Ready


def told_unreachable(scenario: Scenario, made: Ready, graph: Graph) -> list[tuple[str, Place]]:
    """The names and places of the scenes and endings to tell of, in the order of the file."""
    reached = set(graph.part)
    number = {name: at for at, name in reversed(list(enumerate(made.names)))}
    explained = set(reached)
    ahead = sorted(reached)
    while ahead:
        at = ahead.pop()
        if at >= made.scenes:
            continue
        for name in _leads(scenario.scenes[at], made, graph, at in reached, at):
            there = number.get(name)
            if there is not None and there not in explained:
                explained.add(there)
                ahead.append(there)
    places = [one.place for one in scenario.scenes] + [one.place for one in scenario.endings]
    return [(name, places[at]) for at, name in enumerate(made.names) if at not in explained]


def _leads(scene: Scene, made: Ready, graph: Graph, reached: bool, at: int) -> Iterator[str]:
    """Where `scene` would lead if no condition stood in the way. Of a scene that is reached, its own ways only where
    they were followed without a choice, or are a choice's."""
    if not reached or graph.roads[made.rooms[at].onward[0]] or any(not one.ways for one in scene.choices):
        yield from _tried(scene.ways)
    for choice in scene.choices:
        yield from _tried(choice.ways)


def _tried(ways: Ways) -> Iterator[str]:
    for way in ways:
        yield way.to
        if way.when.free:
            return
