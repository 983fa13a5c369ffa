"""Measure the game's speed and memory, and print them beside what they are held against.

    python tests/benchmarks/run.py [--only start,reading] [--ink FOLDER] [--rounds N] [--seconds S] [--json FILE]

Nothing is asserted and, without --json, nothing is written. What is measured, and how, is in README.md.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import measure_checking
import measure_equality
import measure_growth
import measure_idle
import measure_playing
import measure_reading
import measure_scrolling
import measure_start
import measure_web
from figures import Figure, Recorded, recorded_table, table
from programs import ROOT, Driver, Ink, drivers

MEASURES = ("start", "idle", "scrolling", "growth", "reading", "checking", "playing", "equality", "web")

RECORDED = (
    Recorded("start to first text", "Ren'Py 8.5", 1700, "ms", 0.15, "start to a play, Xvfb"),
    Recorded("idle", "Ren'Py 8.5", 25, "%", 0.03, "idle on chat, Xvfb"),
    Recorded("memory", "Ren'Py 8.5", 370, "MB", 0.3, "memory in a play, Xvfb"),
    Recorded("lint, 1,000 nodes, whole process", "Ren'Py 8.5", 2987, "ms", 0.05, measure_checking.COLD),
    Recorded("compile, 1,000 nodes, whole process", "inkjs 2.4", 981, "ms", 0.5, measure_checking.COLD),
    Recorded("choices, story of 1,000 nodes", "inkjs 2.4", 19_800, "per s", 10, measure_playing.CHOICES),
    Recorded("quicktest, 1,000 nodes, whole process", "ChoiceScript", 455, "ms", 1, measure_checking.COLD),
    Recorded("randomtest, 1,000 plays, 1,000 nodes", "ChoiceScript", 2070, "ms", 0.25, measure_playing.RANDOM),
    Recorded("compiling and 1,000 plays, 1,000 nodes", "inkjs 2.4", 5670, "ms", 0.1, measure_playing.RANDOM),
    Recorded("state after 40 choices", "inkjs 2.4", 2304, "bytes", 0.6, measure_playing.ROUTE),
    Recorded("first choice seen, 100 scenes", "SugarCube 2.37", 371, "ms", 0.3, measure_web.VISIBLE),
    Recorded("first choice seen, 100 scenes, slow phone", "SugarCube 2.37", 1452, "ms", 0.5, measure_web.SLOW),
    Recorded("press on a choice, 100 scenes", "inkjs 2.4", 4.4, "ms", 0.5, measure_web.PRESS),
    Recorded("save after 40 choices", "Ren'Py 8.5", 6.4, "ms", 0.2, measure_playing.DURABLE),
)
"""Measured in 2026 on two cores of a Xeon at 2.3 GHz without a GPU, Debian 12, Python 3.11. Ren'Py's idle load is lower
where there is a GPU."""


def main(arguments: list[str]) -> int:
    """Measure what `arguments` ask for."""
    parser = argparse.ArgumentParser(description="Measure the game's speed and memory.")
    parser.add_argument("--only", default=",".join(MEASURES), help=f"some of {','.join(MEASURES)}")
    parser.add_argument("--rounds", type=int, default=15, help="runs of each measure (15)")
    parser.add_argument("--seconds", type=float, default=10, help="length of a run at rest (10)")
    parser.add_argument("--ink", type=Path, help="a folder in which “npm install inkjs” was run")
    parser.add_argument("--json", type=Path, help="a file to write every run to")
    asked = parser.parse_args(arguments)
    wanted = asked.only.split(",")
    if unknown := set(wanted) - set(MEASURES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    print(f"{_machine()}, load {_load()}; medians of {asked.rounds} rounds, ± half of what the middle half spans")
    for complaint in _behind():
        print(complaint)
    figures: list[Figure] = []
    with drivers() as screens:
        if len(screens) == 1:
            print("Xvfb is not installed: only the dummy driver is measured.")
        for name in wanted:
            print(f"measuring {name}…", file=sys.stderr, flush=True)
            figures += _measures(screens, asked.ink and Ink(asked.ink), asked.rounds, asked.seconds)[name]()
    print(f"\n{table(figures)}\n\n{recorded_table(RECORDED, figures)}\n\nload at the end {_load()}")
    if asked.json:
        kept = {"machine": _machine(), "rounds": asked.rounds, "figures": [one.plain() for one in figures]}
        asked.json.write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")
    return 0


def _measures(
    screens: tuple[Driver, ...], ink: Ink | None, rounds: int, seconds: float
) -> dict[str, Callable[[], Iterator[Figure]]]:
    return {
        "start": lambda: measure_start.measure(screens, rounds),
        "idle": lambda: measure_idle.measure(screens, rounds, seconds),
        "scrolling": lambda: measure_scrolling.measure(screens, rounds),
        "growth": lambda: measure_growth.measure(screens[0]),
        "reading": lambda: measure_reading.measure(screens[0], rounds),
        "checking": lambda: measure_checking.measure(screens[0], ink, rounds),
        "playing": lambda: measure_playing.measure(screens[0], ink, rounds),
        "equality": lambda: measure_equality.measure(screens[0]),
        "web": lambda: measure_web.measure(ink, rounds),
    }


def _machine() -> str:
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("pygame-ce", "PyYAML"))
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {versions}"


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _behind() -> Iterator[str]:
    """What would make the game start more slowly than it does once installed: it forgives two seconds, too."""
    for written in sorted((ROOT / "locales").glob("*/LC_MESSAGES/*.po")):
        compiled = written.with_suffix(".mo")
        if not compiled.is_file() or compiled.stat().st_mtime < written.stat().st_mtime - 2:
            name = written.relative_to(ROOT)
            yield f"{name} is newer than its .mo, and each start compiles it: install again before measuring."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
