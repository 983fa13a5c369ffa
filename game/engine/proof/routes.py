"""A shortest route to a situation: as `transcript` plays it, and as it is told to an author.

Which situations there are is `graph`'s.
"""

from __future__ import annotations

from game.engine.model import Scenario
from game.engine.proof.graph import Graph
from game.engine.proof.scenes import Ready

VERDICT = "+verdict:unsure:1"
"""How a route answers when a verdict is asked: any answer leads on."""


def route(scenario: Scenario, made: Ready, graph: Graph, node: int, choice: int = -1) -> tuple[str, ...]:
    """The words of a route with the fewest choices to the situation `node`, and then to take its `choice` (a number
    in its scene), if any. Hard scenes are read through, which takes no word."""
    words: list[str] = []
    if choice >= 0:
        words.append(scenario.scenes[graph.part[node]].choices[choice].id)
        words += _verdict(scenario, graph, node)
    while True:
        before, taken = graph.via[node]
        if before < 0:
            return tuple(reversed(words))
        node = before
        if taken >= 0:
            words.append(scenario.scenes[graph.part[node]].choices[taken].id)
        words += _verdict(scenario, graph, node)


def way_there(scenario: Scenario, made: Ready, graph: Graph, node: int) -> str:
    """The choices of a shortest route to the situation `node`, each with its scene, and where one then is. For reading:
    where this is told, the story cannot be played."""
    words = [made.names[graph.part[node]]]
    before, taken = graph.via[node]
    while before >= 0:
        if taken >= 0:
            scene = scenario.scenes[graph.part[before]]
            words.append(f"{scene.id}/{scene.choices[taken].id}")
        before, taken = graph.via[before]
    return ", ".join(reversed(words))


def _verdict(scenario: Scenario, graph: Graph, node: int) -> tuple[str, ...]:
    """What is said on entering `node` before one goes on from it."""
    return (VERDICT,) if not graph.taken[node] and scenario.scenes[graph.part[node]].verdict else ()
