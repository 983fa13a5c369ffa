"""How many choices a second the rules of play take, without a window. Reported only."""

from __future__ import annotations

from collections.abc import Iterator

from figures import Figure
from programs import Driver, start

CHOICES = "choices played, story of 1,000 scenes"


def measure(dummy: Driver, rounds: int) -> Iterator[Figure]:
    """The figure, from `rounds` rounds."""
    yield Figure(CHOICES, "per s", tuple(start(dummy, "playing.py", str(rounds)).answer()["speeds"]))
