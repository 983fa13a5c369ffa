"""What facts that steer nothing make of messages and debriefs: which conditions are found true, which false.

For each set of facts that one condition asks for, the walk's situations carry which combinations of them can have
become true on the way there, one bit a combination. Such facts never change where the story goes, so joining these bits
over all the ways into a situation loses nothing, and they multiply nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.model import Condition, Scenario
from game.engine.proof.facts import bits, shared
from game.engine.proof.graph import Graph
from game.engine.proof.scenes import MOST_TOGETHER, Ready

Moves = tuple[tuple[int, int], ...]
"""What a choice does to the combinations: those of a mask move up by a number of bits."""


def found_beside(scenario: Scenario, ready: Ready, graph: Graph, turn: Sequence[int] | None) -> tuple[int, ...]:
    """For each of `ready.beside`, 1 if it is found true, 2 if false, 3 if both, 0 if its scene is never entered.

    `turn` are the situations each before those it leads to, or None where some come again.
    """
    if not ready.beside:
        return ()
    dress = _Dress(scenario, ready)
    met = dress.met(graph, turn)
    found: list[int] = []
    for one in ready.beside:
        facts = tuple(sorted({*one.when.needs, *one.when.bars}))
        combinations = 0
        if met[one.part] is not None:
            combinations = dress.combinations(one.part, facts, met[one.part] or 0)
        found.append(_truth(one.when, facts, combinations))
    return tuple(found)


class _Dress:
    def __init__(self, scenario: Scenario, ready: Ready) -> None:
        self.ready = ready
        self.first = ready.first_field
        self.places = self._places()
        matters, parts = ready.matters, range(len(ready.names))
        self.new = [self._fill(matters.inside[part] - matters.entering[part]) for part in parts]
        self.moves: list[tuple[Moves, ...]] = [
            tuple(self._moves(part, choice.sets) for choice in scene.choices)
            for part, scene in enumerate(scenario.scenes)
        ]
        self.passed: dict[tuple[int, int], tuple[int, int]] = {}

    def met(self, graph: Graph, turn: Sequence[int] | None) -> list[int | None]:
        """Per part, every combination that is met on entering it; None where it is never entered."""
        found: list[int | None] = [None] * len(self.ready.names)
        carried = [0] * len(graph.part)
        carried[0] = self._fill(self.ready.matters.entering[0])
        pending = list(turn) if turn is not None else [0]
        waiting = bytearray(len(graph.part))
        seen = bytearray(len(graph.part))
        for node in pending:
            waiting[node] = 0
            seen[node] = 1
            part = graph.part[node]
            now = carried[node]
            if not graph.taken[node]:
                now |= self.new[part]
                found[part] = (found[part] or 0) | now
            picked = graph.picked[node]
            for at, there in enumerate(graph.ahead[node]):
                if there < 0:
                    continue
                after = now
                if picked:
                    for mask, shift in self.moves[part][picked[at]]:
                        after = (after & ~mask) | ((after & mask) << shift)
                if not graph.taken[there]:
                    kept, joining = self._passed(part, graph.part[there])
                    after = after & kept | joining
                if turn is not None:
                    carried[there] |= after
                elif after & ~carried[there] or not seen[there]:
                    carried[there] |= after
                    if not waiting[there]:
                        waiting[there] = 1
                        pending.append(there)
        return found

    def combinations(self, part: int, facts: tuple[str, ...], carried: int) -> int:
        """Those of `facts`, one bit each, among all that are `carried` into `part`."""
        element = self.first + self.ready.fields.index(facts)
        if element not in self.ready.matters.inside[part]:
            return 1
        offset, size = self.places[element]
        return carried >> offset & ((1 << size) - 1)

    def _places(self) -> dict[int, tuple[int, int]]:
        """Where each field stands: its lowest bit, and how many there are."""
        found: dict[int, tuple[int, int]] = {}
        base = 0
        for length in range(1, MOST_TOGETHER + 1):
            group = {self.first + at for at, facts in enumerate(self.ready.fields) if len(facts) == length}
            if not group:
                continue
            places = shared([elements & group for elements in self.ready.matters.inside])
            size = 1 << length
            found |= {element: (base + place * size, size) for element, place in places.items()}
            base += size * (max(places.values(), default=-1) + 1)
        return found

    def _fill(self, elements: frozenset[int], whole: bool = False) -> int:
        """All the bits of the fields among `elements`; only that for "none of its facts is true" unless `whole`."""
        found = 0
        for element in elements:
            if element >= self.first:
                offset, size = self.places[element]
                found |= (((1 << size) - 1) if whole else 1) << offset
        return found

    def _passed(self, part: int, to: int) -> tuple[int, int]:
        """What is kept from `part` to `to`, and what starts on the way: fields of which nothing could be true
        before."""
        found = self.passed.get((part, to))
        if found is None:
            entering, inside = self.ready.matters.entering[to], self.ready.matters.inside[part]
            found = self._fill(entering & inside, whole=True), self._fill(entering - inside)
            self.passed[part, to] = found
        return found

    def _moves(self, part: int, sets: Sequence[str]) -> Moves:
        if not sets:
            return ()
        moves: list[tuple[int, int]] = []
        here = [element for element in self.ready.matters.inside[part] if element >= self.first]
        for fact in sets:
            by_shift: dict[int, int] = {}
            for element in here:
                facts = self.ready.fields[element - self.first]
                if fact in facts:
                    offset, size = self.places[element]
                    shift = 1 << facts.index(fact)
                    without = sum(1 << one for one in range(size) if not one & shift)
                    by_shift[shift] = by_shift.get(shift, 0) | without << offset
            moves += [(mask, shift) for shift, mask in by_shift.items()]
        return tuple(moves)


def _truth(when: Condition, facts: tuple[str, ...], combinations: int) -> int:
    needs = sum(1 << facts.index(fact) for fact in set(when.needs))
    bars = sum(1 << facts.index(fact) for fact in set(when.bars))
    found = 0
    for one in bits(combinations):
        found |= 1 if one & needs == needs and not one & bars else 2
    return found
