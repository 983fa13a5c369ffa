"""The whole command `vigichat check`, proof and lints included, against inkjs compiling the same story.

inkjs proves nothing of it. Sizes beyond the 1 MB of the format are checked with that limit lifted (`any_size.py`).
"""

from __future__ import annotations

import math
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import same_story
from figures import Figure
from programs import Driver, Ink, Run, whole

COLD = "vigichat check, 1,000 scenes, whole process"
_SIZES = (100, 1000, 10_000)


def measure(dummy: Driver, ink: Ink | None, rounds: int) -> Iterator[Figure]:
    """The figures, from `rounds` rounds, a third of them for the largest story."""
    taken: dict[int, list[Run]] = {}
    theirs: dict[int, list[Run]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for scenes in _SIZES:
            ours, other = same_story.files(Path(folder), scenes)
            taken[scenes], theirs[scenes] = [], []
            for _ in range(max(2, rounds // (3 if scenes == _SIZES[-1] else 1)) + 1):
                taken[scenes].append(whole(dummy, ["tests/benchmarks/any_size.py", "check", str(ours)]))
                if ink is not None:
                    theirs[scenes].append(ink.whole("compile", other))
            yield _figure(scenes, "ms", taken[scenes], theirs[scenes], ink, None if scenes == 100 else 0.5)
            yield _figure(scenes, "MB", taken[scenes], theirs[scenes], ink, 0.35 if scenes == 10_000 else None)
    small, large = taken[1000], taken[10_000]
    start = statistics.median(whole(dummy, ["-m", "game", "--version"]).ms for _ in range(max(2, rounds // 3)))
    grown = math.log10((_median(large) - start) / (_median(small) - start))
    yield Figure("growth from 1,000 to 10,000 scenes, without the start", "", (grown,), wanted=1.1)


def _figure(
    scenes: int, unit: str, ours: list[Run], theirs: list[Run], ink: Ink | None, wanted: float | None
) -> Figure:
    def values(runs: list[Run]) -> tuple[float, ...]:
        # The first round only filled the caches.
        return tuple(run.ms if unit == "ms" else run.mb for run in runs[1:])

    what = f"vigichat check, {scenes:,} scenes, {'whole process' if unit == 'ms' else 'memory'}"
    if ink is None:
        return Figure(what, unit, values(ours))
    return Figure(what, unit, values(ours), f"{ink.name}, compiling", values(theirs), "ratio", wanted)


def _median(runs: list[Run]) -> float:
    return statistics.median(run.ms for run in runs[1:])
