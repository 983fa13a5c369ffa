"""Whether every moment of some path can be followed: full marks, by the rules of `score`.

The situations are `graph`'s.
"""

from __future__ import annotations

from game.engine.proof.graph import Graph
from game.engine.proof.scenes import Ready


def blocked(made: Ready, graph: Graph) -> int | None:
    """The part where the paths that followed every moment end, or None if one of them comes to an ending.

    A moment counts if a choice on offer takes a step or gives in; it is followed if a step was taken in it and no
    choice gave in. So the search never gives in, and leaves a moment that counts only with a step.
    """
    start = (0, False)
    pending = [start]
    known = {start}
    stopped: int | None = None
    while pending:
        node, counted = pending.pop()
        part = graph.part[node]
        if part >= made.scenes:
            return None
        room = made.rooms[part]
        picked, gone = graph.picked[node], graph.taken[node]
        telling = room.steps | room.gives
        counts = counted or (telling != 0 and any(telling >> choice & 1 for choice in picked))
        onward = False
        for at, there in enumerate(graph.ahead[node]):
            bit = 1 << picked[at] if picked else 0
            if there < 0 or bit & room.gives:
                continue
            stays = graph.taken[there] != 0
            if counts and not stays and not (gone | bit) & room.steps:
                continue
            onward = True
            following = (there, counts and stays)
            if following not in known:
                known.add(following)
                pending.append(following)
        if not onward and (stopped is None or graph.choices[node] < graph.choices[stopped]):
            stopped = node
    return graph.part[stopped or 0]
