"""Where each fact of a story still matters: what the walk may forget, and which bit holds what.

A fact matters in a scene when something that can follow still asks for it and a choice may already have made it true.
Facts that never matter in the same scene share a bit, so that a long story needs no long numbers. What is asked is
gathered by `scenes`; the walk is `graph`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_ROUNDS = 20


@dataclass(slots=True)
class Asks:
    """What a scene or an ending asks, as sets of elements (bits of an int): `on_entering`, and `after` by its choices
    and ways. `makes` is what may become true here; `overrides` what is decided on entering whatever came before;
    `ahead` are the scenes and endings that may follow, each with what every way to it decides anew."""

    on_entering: int
    after: int
    makes: int
    overrides: int
    ahead: list[tuple[int, int]]


@dataclass(slots=True)
class Matters:
    """Per scene and ending: what is kept on `entering` and when its choices come again (`staying`), and all that
    `inside` it may be true and asked for."""

    entering: list[frozenset[int]]
    staying: list[frozenset[int]]
    inside: list[frozenset[int]]
    rings: bool
    """Whether a scene may come again at all."""


def bits(mask: int) -> Iterator[int]:
    """The numbers of the bits that are set, from the lowest."""
    at = -1
    while mask:
        step = (mask & -mask).bit_length()
        at += step
        yield at
        # Shifted, not masked: what is left of a long number is then short.
        mask >>= step


def components(ahead: Sequence[Sequence[int]], starts: Sequence[int]) -> list[list[int]]:
    """The strongly connected parts of what `starts` lead to, each after the parts it leads to (Tarjan, no
    recursion)."""
    number = [0] * len(ahead)
    low = [0] * len(ahead)
    open_ = bytearray(len(ahead))
    pending: list[int] = []
    found: list[list[int]] = []
    count = 0
    for start in starts:
        if number[start]:
            continue
        count += 1
        number[start] = low[start] = count
        pending.append(start)
        open_[start] = 1
        path = [(start, iter(ahead[start]))]
        while path:
            here, rest = path[-1]
            for there in rest:
                if not number[there]:
                    count += 1
                    number[there] = low[there] = count
                    pending.append(there)
                    open_[there] = 1
                    path.append((there, iter(ahead[there])))
                    break
                if open_[there] and number[there] < low[here]:
                    low[here] = number[there]
            else:
                path.pop()
                if path and low[here] < low[path[-1][0]]:
                    low[path[-1][0]] = low[here]
                if low[here] == number[here]:
                    part: list[int] = []
                    while not part or part[-1] != here:
                        part.append(pending.pop())
                        open_[part[-1]] = 0
                    found.append(part)
    return found


def matters(asks: Sequence[Asks]) -> Matters:
    """Where each element matters in a story of these scenes and endings, the first of which opens it."""
    ahead = [[there for there, _ in one.ahead] for one in asks]
    parts = components(ahead, range(len(asks)))
    asked = [0] * len(asks)
    again = [0] * len(asks)
    for part in parts:
        for _ in range(_ROUNDS):
            if not _look_back(asks, part, asked, again) or (len(part) == 1 and part[0] not in ahead[part[0]]):
                break
        else:
            # Rings within rings take long to settle. Then nothing that is asked in them is forgotten in them.
            ring = 0
            for number in part:
                ring |= asks[number].on_entering | asks[number].after | asked[number]
                for there in ahead[number]:
                    ring |= asked[there]
            for number in part:
                asked[number] = again[number] = ring
    true = [0] * len(asks)
    for part in reversed(parts):
        if len(part) > 1:
            ring = 0
            for number in part:
                ring |= true[number] | asks[number].makes
            for number in part:
                true[number] = ring & asked[number]
        for number in part:
            made = true[number] | asks[number].makes
            for there in ahead[number]:
                true[there] |= made & asked[there]
    staying: list[frozenset[int]] = []
    inside: list[frozenset[int]] = []
    for number, one in enumerate(asks):
        wanted = asked[number] | one.on_entering | one.after
        for there in ahead[number]:
            wanted |= asked[there]
        made = true[number] | one.makes
        inside.append(frozenset(bits(made & wanted)))
        staying.append(frozenset(bits(made & again[number])))
    come_again = any(len(part) > 1 or part[0] in ahead[part[0]] for part in parts)
    return Matters([frozenset(bits(mask)) for mask in true], staying, inside, come_again)


def _look_back(asks: Sequence[Asks], part: Sequence[int], asked: list[int], again: list[int]) -> bool:
    """Whether what is asked in the scenes of `part` grew, once what they lead to was looked at."""
    grew = False
    for number in part:
        one = asks[number]
        kept = one.after
        for there, decided in one.ahead:
            kept |= asked[there] & ~decided
        again[number] = kept
        now = one.on_entering | (kept & ~one.overrides)
        if now != asked[number]:
            asked[number] = now
            grew = True
    return grew


def shared(inside: Sequence[Iterable[int]]) -> dict[int, int]:
    """A place (from 0) for every element, such that those which are inside the same scene have places of their own."""
    scenes: dict[int, list[int]] = {}
    for number, elements in enumerate(inside):
        for element in elements:
            scenes.setdefault(element, []).append(number)
    taken = [0] * len(inside)
    places: dict[int, int] = {}
    for element, there in sorted(scenes.items()):
        used = 0
        for number in there:
            used |= taken[number]
        free = ~used & (used + 1)
        places[element] = free.bit_length() - 1
        for number in there:
            taken[number] |= free
    return places
