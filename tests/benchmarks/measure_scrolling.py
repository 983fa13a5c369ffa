"""How long a frame takes while a conversation of 10,000 messages is scrolled, and one of 50, at 1920x1080.

Each is held against a plain copy of a picture to the whole window.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from figures import Figure
from programs import Driver, start

MANY, FEW = 10_000, 50
SLOWER = 5.0
"""How many times a plain copy a frame may take, by the median."""
WORST = 8.0
"""Milliseconds in which 99 of 100 frames are drawn."""
_FRAMES = 200
"""In one round."""


def measure(drivers: tuple[Driver, ...], rounds: int) -> Iterator[Figure]:
    """The figures for each driver, from `rounds` rounds of so many frames in one process."""
    for driver in drivers:
        # With the dummy driver, showing a frame costs nothing, and is not counted in.
        ours, floor = ("shown", "copied") if driver.display else ("drawn", "plain")
        for messages in (MANY, FEW):
            answer = start(driver, "scrolling.py", str(messages), str(rounds * _FRAMES)).answer(300)
            what, held = f"{messages:,} messages, {driver.name}", None if driver.display else SLOWER
            frames = tuple(map(statistics.median, _rounds(answer[ours])))
            copies = tuple(map(statistics.median, _rounds(answer[floor])))
            yield Figure(f"scrolling {what}, median", "ms", frames, "full-window blit", copies, "ratio", held)
            worst = (statistics.quantiles(answer[ours], n=100)[98],)
            yield Figure(f"scrolling {what}, p99", "ms", worst, wanted=None if driver.display else WORST)
            yield Figure(f"first build of {what}", "ms", (answer["built"],))


def _rounds(values: list[float]) -> Iterator[list[float]]:
    for first in range(0, len(values), _FRAMES):
        yield values[first : first + _FRAMES]
