"""The walk: every situation that a story can come to, and how one leads to the next.

A situation is a scene entered, or its choices met again after some were taken, with the facts and the protection that
still matter; or an ending. What must hold of them is judged in `prove`, what they amount to in `certificate`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.check import MOST_CHOICES
from game.engine.proof.facts import components
from game.engine.proof.protect import ASKED, MOST_THREATS, UNDER_THREAT, UNHELPED, UNRELIEVED
from game.engine.proof.scenes import AGAIN, STUCK, Ready, Road, Room

MOST_STATES = 200_000
"""Situations after which the walk stops and nothing is claimed any more."""

_TRIES = 20
"""Choices looked at for every situation allowed: many choices in few situations take time too."""


@dataclass(slots=True)
class Graph:
    """Situations by number, in the order they were found; the first opens the story.

    `ahead` are the next situations, one for each choice of `picked` (a choice's number in its scene), or one without a
    choice where `picked` is empty. `via` is the situation and the choice (-1: none) through which one is first reached
    with the fewest choices, `choices` in number. `faults` are what was met, by kind and part, with the first situation.
    """

    part: list[int] = field(default_factory=list)
    state: list[int] = field(default_factory=list)
    taken: list[int] = field(default_factory=list)
    via: list[tuple[int, int]] = field(default_factory=list)
    choices: list[int] = field(default_factory=list)
    ahead: list[list[int]] = field(default_factory=list)
    picked: list[list[int]] = field(default_factory=list)
    shown: list[int] = field(default_factory=list)
    faults: dict[tuple[str, int], int] = field(default_factory=dict)
    offered: list[int] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    roads: list[int] = field(default_factory=list)
    direct: dict[tuple[int, int], int] = field(default_factory=dict)
    complete: bool = True


def walk(ready: Ready, most: int = MOST_STATES) -> Graph:
    """Every situation of a story, or the first `most`, roughly, if there are more: the graph then is not `complete`.

    `offered` and `refused` hold, per part, the choices whose condition was met true and false; `roads`, per list of
    ways that depend on facts or were followed without a choice, two bits a way: found true, found false; `direct` the
    same for messages that the walk itself judges.
    """
    rooms = ready.rooms
    width = ready.width
    graph = Graph(offered=[0] * len(rooms), refused=[0] * len(rooms), roads=[0] * ready.roads)
    part, state, taken, via, choices = graph.part, graph.state, graph.taken, graph.via, graph.choices
    ahead, picked, shown = graph.ahead, graph.picked, graph.shown
    known: list[dict[int, int]] = [{} for _ in rooms]
    level: list[int] = []
    following: list[int] = []
    done = bytearray()
    tries = 0
    distance = 0

    def number(there: int, now: int, gone: int, before: int, choice: int) -> int:
        """The number of a situation, which is reached from `before`, by `choice` unless that is -1."""
        key = now | gone << width
        found = known[there].get(key)
        far = distance + (choice >= 0)
        if found is None:
            found = known[there][key] = len(part)
            part.append(there)
            state.append(now)
            taken.append(gone)
            via.append((before, choice))
            choices.append(far)
            ahead.append([])
            picked.append([])
            shown.append(0)
            done.append(0)
            (following if choice >= 0 else level).append(found)
        elif far < choices[found]:
            choices[found] = far
            via[found] = (before, choice)
            level.append(found)
        return found

    number(0, 0, 0, -1, -1)
    while level:
        for node in level:
            if done[node]:
                continue
            done[node] = 1
            here, now, gone = part[node], state[node], taken[node]
            room = rooms[here]
            if not gone:
                shown[node] = room.plain
                if room.direct:
                    shown[node] += _judge(graph, here, room, now)
                if room.marks or room.verdict:
                    now = _enter(graph, node, here, room, now)
            if here >= ready.scenes:
                if now & UNHELPED:
                    graph.faults.setdefault(("ending-without-help", here), node)
                continue
            met = room.always
            if room.tests:
                for bit, needs, bars in room.tests:
                    if now & needs == needs and not now & bars:
                        met |= bit
                graph.offered[here] |= met & ~gone
                graph.refused[here] |= ~met & ~gone
            offer = met & ~gone
            tries += len(room.picks)
            if len(part) > most or tries > most * _TRIES:
                graph.complete = False
                return graph
            if not offer:
                to, kept = _follow(graph, room.onward, now)
                if to == STUCK:
                    graph.faults.setdefault(("no-way-on", here), node)
                else:
                    ahead[node].append(number(to, now & kept, 0, node, -1))
                continue
            if now & UNDER_THREAT and not room.sure and not (offer | gone) & room.helps:
                graph.faults.setdefault(("threat-without-help", here), node)
            if room.many and offer.bit_count() > MOST_CHOICES:
                graph.faults.setdefault(("too-many-choices", here), node)
            some, through = ahead[node], picked[node]
            for bit, choice, keep, sets, to, kept, road in room.picks:
                if not offer & bit:
                    continue
                through.append(choice)
                after = now & keep | sets
                if to >= 0:
                    # Most choices lead to one scene, and most situations are known there: no call is made for them.
                    there = known[to].get(after & kept)
                    if there is None or choices[there] > distance + 1:
                        there = number(to, after & kept, 0, node, choice)
                    some.append(there)
                    continue
                to, kept = _follow(graph, road, after)
                if to >= 0:
                    some.append(number(to, after & kept, 0, node, choice))
                elif to == AGAIN:
                    some.append(number(here, after & kept, gone | bit, node, choice))
                else:
                    some.append(STUCK)
                    graph.faults.setdefault(("no-way-on", here), node)
        level, following = following, []
        distance += 1
    return graph


def _follow(graph: Graph, road: Road, now: int) -> tuple[int, int]:
    """Where the first way that holds leads, and what is kept on it, noting which were tried."""
    at, ways = road
    noted = 1
    for needs, bars, to, kept in ways:
        if now & needs == needs and not now & bars:
            graph.roads[at] |= noted
            return to, kept
        graph.roads[at] |= noted << 1
        noted <<= 2
    return STUCK, 0


def _judge(graph: Graph, here: int, room: Room, now: int) -> int:
    """How many messages with a condition show; each is noted as found true (1) or false (2)."""
    count = 0
    for number, needs, bars in room.direct:
        holds = now & needs == needs and not now & bars
        count += holds
        graph.direct[here, number] = graph.direct.get((here, number), 0) | (1 if holds else 2)
    return count


def _enter(graph: Graph, node: int, here: int, room: Room, now: int) -> int:
    """What is remembered once the messages of a scene have arrived and its verdict was asked."""
    threats = 0
    earlier = bool(now & UNRELIEVED)
    for threatens, needs, bars in room.marks:
        if now & needs != needs or now & bars:
            continue
        if threatens:
            threats += 1
            if earlier:
                graph.faults.setdefault(("threat-without-relief", here), node)
            earlier = False
            now |= UNDER_THREAT | UNRELIEVED
        else:
            now &= ~UNRELIEVED
            earlier = False
    if threats > MOST_THREATS:
        graph.faults.setdefault(("too-much-threat", here), node)
    if room.verdict:
        if now & ASKED:
            graph.faults.setdefault(("verdict-twice", here), node)
        if now & UNDER_THREAT:
            graph.faults.setdefault(("verdict-after-threat", here), node)
        now |= ASKED
    return now


def in_turn(graph: Graph) -> list[int] | None:
    """The situations, each before those it leads to; None when some come again."""
    before = [0] * len(graph.part)
    for ahead in graph.ahead:
        for there in ahead:
            if there >= 0:
                before[there] += 1
    turn = [0] if not before[0] else []
    for node in turn:
        for there in graph.ahead[node]:
            if there >= 0:
                before[there] -= 1
                if not before[there]:
                    turn.append(there)
    return turn if len(turn) == len(before) else None


def rings(graph: Graph) -> list[list[int]]:
    """The sets of situations that lead to one another, those furthest on first."""
    ahead = [[there for there in some if there >= 0] for some in graph.ahead]
    return [part for part in components(ahead, [0]) if len(part) > 1 or part[0] in ahead[part[0]]]


def leads_to(graph: Graph, goals: set[int]) -> bytearray:
    """One byte a situation: whether one of `goals` can still be reached from it."""
    behind: list[list[int]] = [[] for _ in graph.part]
    for node, ahead in enumerate(graph.ahead):
        for there in ahead:
            if there >= 0:
                behind[there].append(node)
    reached = bytearray(len(graph.part))
    pending = list(goals)
    for node in pending:
        reached[node] = 1
    while pending:
        for there in behind[pending.pop()]:
            if not reached[there]:
                reached[there] = 1
                pending.append(there)
    return reached
