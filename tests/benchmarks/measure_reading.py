"""How long reading and checking a file takes, against PyYAML composing the same bytes, and how it grows."""

from __future__ import annotations

import math
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import story
from figures import Figure
from programs import Driver, start

MOST = 4.0
"""Times what `yaml.compose` takes."""

COLD = "vigichat check, 1,000 scenes, whole process"
GROWTH = 1.05
"""The most that the exponent may be: 1 is twice the time for twice the scenes."""

_WARM = ((100, False), (1000, False), (300, True), (3000, True))
_PEER = "yaml.compose, CSafeLoader"
_COMPOSE = "import sys, yaml; yaml.compose(open(sys.argv[1], 'rb').read(), Loader=yaml.CSafeLoader)"


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
    yield _cold(dummy, rounds)


def _exponent(small: tuple[float, ...], large: tuple[float, ...]) -> float:
    """Of ten times the work: 1 when it takes ten times as long."""
    return math.log10(statistics.median(large) / statistics.median(small))


def _cold(dummy: Driver, rounds: int) -> Figure:
    """The whole command, from the start of its process to its end."""
    ours, peer = [], []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "story.yaml")
        path.write_text(story.text(1000), encoding="utf-8")
        for _ in range(rounds + 1):
            peer.append(_whole(dummy, ["-c", _COMPOSE, str(path)]))
            ours.append(_whole(dummy, ["-m", "game", "check", str(path)]))
    return Figure(COLD, "ms", tuple(ours[1:]), f"{_PEER}, whole process", tuple(peer[1:]), "ratio")


def _whole(dummy: Driver, words: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *words], env=dummy.surroundings, check=True, capture_output=True)
    return 1000 * (time.perf_counter() - began)
