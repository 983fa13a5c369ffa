"""What playing over and over leaves in memory: between the hundredth play in the window and the thousandth."""

from __future__ import annotations

from collections.abc import Iterator

from figures import Figure
from programs import Driver, start

FEW, MANY = 100, 1000
MOST = 1.0
"""Megabytes that may be added between the two."""


def measure(dummy: Driver) -> Iterator[Figure]:
    """One figure, from one run of some minutes."""
    answer = start(dummy, "growing.py", str(FEW), str(MANY)).answer(3600)
    yield Figure(
        f"memory added from play {FEW} to play {MANY:,}",
        "MB",
        (answer["many"],),
        f"after play {FEW}",
        (answer["few"],),
        "difference",
        MOST,
    )
