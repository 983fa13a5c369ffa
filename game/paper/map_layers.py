"""Where the boxes of a story's map stand: rows from the first scene down to the endings, and lanes between them.

The method is the usual one for layered graphs (Sugiyama, Tagawa and Toda, 1981): roads that go back are turned round,
each box stands below all that lead to it, roads that pass a row get a place in it, and rows are ordered so that few
roads cross. Two things are ours. The roads to one box share one lane, as lines share a track on the way to a station.
And the scenes that open a story one after the other stand side by side. Drawing it is left to `map_drawing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from game.engine.proof.facts import components

Edge = tuple[int, int]

_SWEEPS = 24
_SETTLES = 60
_OPENING = 4
"""Scenes side by side in a row of the opening."""

_LANE = 1.0
_LEAST = 0.6
"""The part of the room that is taken even where less would do."""

_APART, _CLOSE = 9.0, 2.5
"""Room between two stops of a row: where there is much of it, and at least."""


@dataclass(eq=False, slots=True)
class Stop:
    """A place in a row: a box by its index, or where a lane passes (`box` is -1). `x` is its middle."""

    box: int
    width: float
    row: int
    x: float = 0.0
    above: list[Stop] = field(default_factory=list)
    below: list[Stop] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Layers:
    """`rows` from the top, each from left to right. `tracks` are the stops that each road passes, both ends included;
    one that goes `back` passes them from the bottom up. `opening` is how many rows stand in line, boxes side by side.
    """

    rows: tuple[tuple[Stop, ...], ...]
    tracks: Mapping[Edge, tuple[Stop, ...]]
    back: frozenset[Edge]
    opening: int
    width: float


def layers(widths: Sequence[float], roads: Sequence[Edge], last: frozenset[int], room: float) -> Layers:
    """The places of boxes as wide as `widths`, of which the first opens the story and those in `last` end it.

    All stand in `room` or less, unless the boxes of a row are wider together. Lengths are in millimetres.
    """
    edges = list(dict.fromkeys((a, b) for a, b in roads if a != b))
    back = _back(len(widths), edges)
    forward = [edge if edge not in back else edge[::-1] for edge in edges]
    ranks = _ranks(len(widths), forward, last)
    opening = _opening(ranks, edges, back)
    ranks = _in_line(ranks, opening)
    stops = [Stop(box, width, ranks[box]) for box, width in enumerate(widths)]
    rows: list[list[Stop]] = [[] for _ in range(max(ranks, default=0) + 1)]
    for stop in stops:
        rows[stop.row].append(stop)
    tracks = {}
    lanes: dict[tuple[int, bool, int], Stop] = {}
    for edge in edges:
        low, high = edge if edge not in back else edge[::-1]
        track = [stops[low]]
        for row in range(ranks[low] + 1, ranks[high]):
            key = (edge[1], edge in back, row)
            if key not in lanes:
                lanes[key] = Stop(-1, _LANE, row)
                rows[row].append(lanes[key])
            track.append(lanes[key])
        track.append(stops[high])
        for one, other in pairwise(track):
            if other not in one.below and one.row != other.row:
                one.below.append(other)
                other.above.append(one)
        tracks[edge] = tuple(track) if edge not in back else tuple(reversed(track))
    lines = len({ranks[box] for run in opening for box in run})
    _order(rows, lines)
    # A small story is drawn as large as the paper lets it, within reason.
    wished = max(_LEAST * room, *(_room(row, _APART) for row in rows))
    width = max(min(room, wished), *(_room(row, _CLOSE) for row in rows))
    _settle(rows, lines, width)
    return Layers(tuple(map(tuple, rows)), tracks, back, lines, width)


def _back(count: int, edges: Sequence[Edge]) -> frozenset[Edge]:
    """The roads to turn round so that none leads in a circle: in a circle, those against the order of the file."""
    ahead: list[list[int]] = [[] for _ in range(count)]
    for a, b in edges:
        ahead[a].append(b)
    ring = {}
    for number, part in enumerate(components(ahead, range(count))):
        ring.update(dict.fromkeys(part, number))
    return frozenset((a, b) for a, b in edges if ring[a] == ring[b] and b < a)


def _ranks(count: int, edges: Sequence[Edge], last: frozenset[int]) -> list[int]:
    """The row of each box: one below the lowest that leads to it; then, as low as what it leads to allows, where that
    makes its roads shorter. Those in `last` share the lowest row."""
    behind: list[list[int]] = [[] for _ in range(count)]
    ahead: list[list[int]] = [[] for _ in range(count)]
    for a, b in edges:
        ahead[a].append(b)
        behind[b].append(a)
    left = [len(some) for some in behind]
    turn = [box for box in range(count) if not left[box]]
    for box in turn:
        for there in ahead[box]:
            left[there] -= 1
            if not left[there]:
                turn.append(there)
    ranks = [0] * count
    for box in turn:
        ranks[box] = max((ranks[one] + 1 for one in behind[box]), default=0)
    lowest = max((rank + (box not in last) for box, rank in enumerate(ranks)), default=0)
    for box in last:
        ranks[box] = lowest
    for box in reversed(turn):
        if box not in last and behind[box] and len(ahead[box]) > len(behind[box]):
            ranks[box] = min(ranks[there] for there in ahead[box]) - 1
    return ranks


def _opening(ranks: Sequence[int], roads: Sequence[Edge], back: frozenset[Edge]) -> list[list[int]]:
    """The boxes that open the story one after the other, in lines of a few.

    No road goes back to them, and none leads from one to another of them but to the next: it would pass behind boxes.
    Only in the last line may one lead elsewhere.
    """
    by_rank: dict[int, list[int]] = {}
    for box, rank in enumerate(ranks):
        by_rank.setdefault(rank, []).append(box)
    circling = {box for road in back for box in road}
    chain: list[int] = []
    while len(by_rank.get(len(chain), ())) == 1 and by_rank[len(chain)][0] not in circling:
        chain.append(by_rank[len(chain)][0])
    # The one that the story branches from keeps a row of its own, and so its place above its branches.
    del chain[-1:]
    place = {box: at for at, box in enumerate(chain)}
    skipped = [place[b] for a, b in roads if a in place and b in place and place[b] != place[a] + 1]
    chain = chain[: min(skipped, default=len(chain))]
    leads: dict[int, set[int]] = {}
    for a, b in roads:
        leads.setdefault(a, set()).add(b)
    lines = []
    for start in range(0, len(chain), _OPENING):
        line = chain[start : start + _OPENING]
        lines.append(line)
        if any(leads[box] - set(chain[at : at + 1]) for at, box in enumerate(line, start + 1) if at < len(chain)):
            break
    return lines if sum(map(len, lines)) > 2 else []


def _in_line(ranks: Sequence[int], opening: Sequence[Sequence[int]]) -> list[int]:
    """`ranks` with each line of the opening as one row."""
    row = {box: number for number, line in enumerate(opening) for box in line}
    saved = len(row) - len(opening)
    return [row.get(box, rank - saved) for box, rank in enumerate(ranks)]


def _order(rows: list[list[Stop]], opening: int) -> None:
    """Order rows so that few roads cross: each by the middle of its neighbours, down and up, and the best is kept."""
    best = [list(row) for row in rows]
    least = _crossings(rows)
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        for row in rows[opening:] if down else reversed(rows[opening:]):
            place = {id(stop): (at + 0.5) / len(other) for other in rows for at, stop in enumerate(other)}
            row.sort(key=partial(_middle, place, down))
        crossed = _crossings(rows)
        if crossed < least:
            least, best = crossed, [list(row) for row in rows]
    for row, kept in zip(rows, best, strict=True):
        row[:] = kept
    _swap(rows, opening)


def _middle(place: Mapping[int, float], down: bool, stop: Stop) -> float:
    """Where, from 0 to 1, the neighbours of a stop are on average; where it is, if it has none."""
    near = stop.above if down else stop.below
    return sum(place[id(one)] for one in near) / len(near) if near else place[id(stop)]


def _swap(rows: list[list[Stop]], opening: int) -> None:
    """Swap neighbours of a row as long as that makes fewer roads cross."""
    better = True
    while better:
        better = False
        for number in range(opening, len(rows)):
            row = rows[number]
            near = rows[max(number - 1, 0) : number + 2]
            for at in range(len(row) - 1):
                before = _crossings(near)
                row[at], row[at + 1] = row[at + 1], row[at]
                if _crossings(near) < before:
                    better = True
                else:
                    row[at], row[at + 1] = row[at + 1], row[at]


def _crossings(rows: Sequence[Sequence[Stop]]) -> int:
    count = 0
    for upper, lower in pairwise(rows):
        place = {id(stop): at for at, stop in enumerate(lower)}
        ends = [sorted(place[id(one)] for one in stop.below if id(one) in place) for stop in upper]
        seen: list[int] = []
        for some in ends:
            count += sum(1 for end in some for other in seen if other > end)
            seen += some
    return count


def _room(row: Sequence[Stop], gap: float) -> float:
    return sum(stop.width for stop in row) + gap * max(len(row) - 1, 0)


def _gap(row: Sequence[Stop], width: float) -> float:
    return max(_CLOSE, min(_APART, (width - _room(row, 0.0)) / max(len(row) - 1, 1)))


def _settle(rows: Sequence[Sequence[Stop]], opening: int, width: float) -> None:
    """Give each stop its `x`: as near as its row allows to what it is tied to, lanes straight before all."""
    for row in rows[:opening]:
        _columns(row, width)
    for row in rows[opening:]:
        gap = _gap(row, width)
        x = (width - _room(row, gap)) / 2
        for stop in row:
            stop.x = x + stop.width / 2
            x += stop.width + gap
    for turn in range(_SETTLES):
        for row in rows[opening:] if turn % 2 == 0 else reversed(rows[opening:]):
            _place(row, width)


def _columns(line: Sequence[Stop], width: float) -> None:
    """Put a line of the opening into columns as wide as the widest line has."""
    boxes = max(sum(stop.width for stop in line), 1.0)
    between = max(_CLOSE, (width - boxes) / max(_OPENING - 1, len(line) - 1))
    x = 0.0
    for stop in line:
        stop.x = x + stop.width / 2
        x += stop.width + between


def _place(row: Sequence[Stop], width: float) -> None:
    """The places nearest to what each stop of a row wishes that leave room between them: isotonic regression, by
    pooling neighbours that are in each other's way."""
    gap = _gap(row, width)
    offsets, x = [], 0.0
    for stop in row:
        offsets.append(x + stop.width / 2)
        x += stop.width + gap
    most = max(width - (x - gap), 0.0)
    pools: list[list[float]] = []  # weight, weight times wish, how many
    for stop, offset in zip(row, offsets, strict=True):
        weight, wish = _wish(stop)
        pools.append([weight, weight * (wish - offset), 1])
        while len(pools) > 1 and pools[-2][1] / pools[-2][0] > pools[-1][1] / pools[-1][0]:
            more = pools.pop()
            pools[-1] = [pools[-1][0] + more[0], pools[-1][1] + more[1], pools[-1][2] + more[2]]
    at = 0
    for weight, total, many in pools:
        base = min(max(total / weight, 0.0), most)
        for stop, offset in zip(row[at : at + int(many)], offsets[at : at + int(many)], strict=True):
            stop.x = base + offset
        at += int(many)


def _wish(stop: Stop) -> tuple[float, float]:
    """How much a stop is tied to its neighbours, and where it would best be."""
    weight, total = 0.0, 0.0
    for other, tie in _ties(stop):
        weight += tie
        total += tie * other.x
    return (weight, total / weight) if weight else (0.1, stop.x)


def _ties(stop: Stop) -> Iterator[tuple[Stop, float]]:
    for other in (*stop.above, *stop.below):
        yield other, 8.0 if stop.box < 0 and other.box < 0 else 2.0 if stop.box < 0 or other.box < 0 else 1.0
