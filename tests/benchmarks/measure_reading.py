"""How long reading and checking a file takes, against PyYAML composing the same bytes, and how it grows."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator

from figures import Figure
from programs import Driver, start

MOST = 4.0
"""Times what `yaml.compose` takes."""

GROWTH = 1.05
"""The most that the exponent may be: 1 is twice the time for twice the scenes."""

_WARM = ((100, False), (1000, False), (300, True), (3000, True))
_PEER = "yaml.compose, CSafeLoader"


def measure(dummy: Driver, rounds: int) -> Iterator[Figure]:
    """The figures, from `rounds` rounds. 10,000 scenes do not fit into the 1 MB that the format allows, so that growth
    is told from 100 to 1,000 scenes, and from 300 to 3,000 of terse ones."""
    took: dict[tuple[int, bool], tuple[tuple[float, ...], tuple[float, ...]]] = {}
    for scenes, terse in _WARM:
        answer = start(dummy, "reading.py", str(scenes), "terse" if terse else "full", str(rounds)).answer()
        ours, peer = took[scenes, terse] = tuple(answer["ours"]), tuple(answer["peer"])
        what = f"read and check {scenes:,} {'terse ' if terse else ''}scenes ({answer['bytes'] / 1000:,.0f} kB)"
        yield Figure(what, "ms", ours, _PEER, peer, "ratio", MOST if scenes == 1000 else None)
    for small, large in (_WARM[:2], _WARM[2:]):
        (mine, other) = (_exponent(took[small][which], took[large][which]) for which in (0, 1))
        kind = "terse " if large[1] else ""
        what = f"growth from {small[0]:,} to {large[0]:,} {kind}scenes"
        yield Figure(what, "", (mine,), _PEER, (other,), wanted=GROWTH)


def _exponent(small: tuple[float, ...], large: tuple[float, ...]) -> float:
    """Of ten times the work: 1 when it takes ten times as long."""
    return math.log10(statistics.median(large) / statistics.median(small))
