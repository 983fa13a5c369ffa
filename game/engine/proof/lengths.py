"""How long a play is: shortest, expected when every choice is as likely as any other, and longest; and how many plays.

What counts, messages or choices, is the caller's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from game.engine.proof.facts import components
from game.engine.proof.graph import Graph

_MOST_LOOKED_AT = 10_000_000
"""Ways on looked at, in all rounds of all loops together, after which the mean is given up: some seconds."""
_CLOSE = 1e-12


@dataclass(frozen=True, slots=True)
class Length:
    """Of a play from the first scene to an ending. `expected` is None where some situation leads to no ending or
    where the average does not settle soon, `longest` where a play can go on for as long as one likes."""

    shortest: int
    expected: float | None
    longest: int | None


def length(
    graph: Graph, scenes: int, turn: Sequence[int] | None, weights: Sequence[int], per_choice: int
) -> Length | None:
    """The length of plays, in `weights` (one a situation) and `per_choice`; None when no ending is reached.

    `scenes` is the number of parts that are no ending, `turn` the situations in an order in which none comes again.
    """
    if turn is None:
        shortest = _shortest(graph, scenes, weights, per_choice)
        return None if shortest is None else Length(shortest, _settled(graph, scenes, weights, per_choice), None)
    least: list[int | None] = [None] * len(graph.part)
    most = [0] * len(graph.part)
    mean: list[float | None] = [None] * len(graph.part)
    for node in reversed(turn):
        weight = weights[node]
        if graph.part[node] >= scenes:
            least[node] = most[node] = weight
            mean[node] = weight
            continue
        step = per_choice if graph.picked[node] else 0
        ahead = graph.ahead[node]
        near = [far for there in ahead if there >= 0 and (far := least[there]) is not None]
        if near:
            least[node] = weight + step + min(near)
            most[node] = weight + step + max(most[there] for there in ahead if there >= 0 and least[there] is not None)
        means = [one for there in ahead if there >= 0 and (one := mean[there]) is not None]
        if ahead and len(means) == len(ahead):
            mean[node] = weight + step + sum(means) / len(means)
    found = least[0]
    return None if found is None else Length(found, mean[0], most[0])


def paths(graph: Graph, scenes: int, turn: Sequence[int] | None) -> int | None:
    """How many plays to an ending differ in their choices; None when there is no end of them."""
    if turn is None:
        return None
    counts = [0] * len(graph.part)
    for node in reversed(turn):
        if graph.part[node] >= scenes:
            counts[node] = 1
        else:
            counts[node] = sum(counts[there] for there in graph.ahead[node] if there >= 0)
    return counts[0]


def _shortest(graph: Graph, scenes: int, weights: Sequence[int], per_choice: int) -> int | None:
    """Dijkstra's search: no weight is less than nought."""
    pending = [(weights[0], 0)]
    done = bytearray(len(graph.part))
    while pending:
        far, node = heappop(pending)
        if done[node]:
            continue
        done[node] = 1
        if graph.part[node] >= scenes:
            return far
        step = per_choice if graph.picked[node] else 0
        for there in graph.ahead[node]:
            if there >= 0 and not done[there]:
                heappush(pending, (far + step + weights[there], there))
    return None


def _settled(graph: Graph, scenes: int, weights: Sequence[int], per_choice: int) -> float | None:
    """The mean in a story with loops: each loop is gone round until its figures settle, or for too long."""
    left = _MOST_LOOKED_AT
    mean = [0.0] * len(graph.part)
    ahead = [[there for there in some if there >= 0] for some in graph.ahead]
    for at, part in enumerate(graph.part):
        if -1 in graph.ahead[at] or (not ahead[at] and part < scenes):
            return None
    for ring in components(ahead, [0]):
        loops = len(ring) > 1 or ring[0] in ahead[ring[0]]
        inside = set(ring)
        if loops and all(there in inside for node in ring for there in ahead[node]):
            return None
        while True:
            change = 0.0
            for node in ring:
                some = ahead[node]
                value = float(weights[node])
                if some:
                    value += (per_choice if graph.picked[node] else 0) + sum(mean[there] for there in some) / len(some)
                change = max(change, abs(value - mean[node]) / (1.0 + value))
                mean[node] = value
                left -= len(some)
            if not loops or change < _CLOSE:
                break
            if left < 0:
                return None
    return mean[0]
