"""The rules of play without a window: choices a second, 1,000 plays by chance, and what is kept of a play.

Each beside inkjs, where it was found; the same story, and the same plays.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import same_story
from figures import Figure
from programs import Driver, Ink, start, whole

CHOICES = "choices played, story of 1,000 scenes"
RANDOM = "1,000 plays by chance and what they met, 1,000 scenes, whole process"
ROUTE = "seed and route after 40 choices"
DURABLE = "the same, written durably"
_PLAYS = 60


def measure(dummy: Driver, ink: Ink | None, rounds: int) -> Iterator[Figure]:
    """The figures, from `rounds` rounds."""
    with tempfile.TemporaryDirectory() as folder:
        for scenes in (100, 1000):
            ours, theirs = same_story.files(Path(folder), scenes)
            yield _speed(dummy, ink, rounds, scenes, ours, theirs)
        yield _by_chance(dummy, ink, max(3, rounds // 3), ours, theirs)
        saved = start(dummy, "saving.py", str(ours), str(rounds)).answer()
        yield Figure("log after 40 choices, one event a line", "bytes", (saved["log"],))
        state = () if ink is None else (float(ink.start("save", theirs, "40").answer()["bytes"]),)
        name = "" if ink is None else ink.name
        yield Figure(
            ROUTE, "bytes", (saved["route"],), name, state, "ratio" if state else "value", 0.6 if state else None
        )
        yield Figure(DURABLE, "ms", tuple(saved["ms"]))


def _speed(dummy: Driver, ink: Ink | None, rounds: int, scenes: int, ours: Path, theirs: Path) -> Figure:
    what = f"choices played, story of {scenes:,} scenes"
    # As many choices in a small story as in a large one: inkjs plays faster once it was compiled by use.
    plays = str(_PLAYS * 1000 // scenes)
    mine, other = [], []
    for _ in range(rounds):
        answer = start(dummy, "playing.py", str(ours), plays, "1").answer()
        mine += answer["speeds"]
        if ink is not None:
            peer = ink.start("walk", theirs, plays, "1").answer()
            if peer["choices"] != answer["choices"]:
                raise RuntimeError(f"not the same plays: {answer} {peer}")
            other += peer["speeds"]
    if not other:
        return Figure(what, "per s", tuple(mine))
    return Figure(what, "per s", tuple(mine), ink.name, tuple(other), "ratio", 10, least=True)


def _by_chance(dummy: Driver, ink: Ink | None, rounds: int, ours: Path, theirs: Path) -> Figure:
    mine, other = [], []
    for _ in range(rounds + 1):
        mine.append(whole(dummy, ["-m", "game", "random", str(ours), "--plays", "1000"]).ms)
        if ink is not None:
            other.append(ink.whole("cover", theirs, "1000").ms)
    if not other:
        return Figure(RANDOM, "ms", tuple(mine[1:]))
    return Figure(RANDOM, "ms", tuple(mine[1:]), ink.name, tuple(other[1:]), "ratio", 0.1)
