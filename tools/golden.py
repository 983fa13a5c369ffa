"""Write the golden plays anew: the routes below, through the shipped story, as text that is reviewed like code.

    python tools/golden.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from game.engine.transcript import play, text
from game.shelf import find, open_file

STORY = "trois-semaines-en-aout"
ROUTES = {}
"""By name: a sentence's worth of what happens, and the route."""


def main() -> None:
    """Write `tests/golden/STORY/NAME.txt` for each route."""
    opened = open_file(find(STORY), "fr")
    if opened.story is None:
        sys.exit(f"{STORY} cannot be played: {opened.problems}")
    scenario, reference = opened.story
    folder = ROOT / "tests" / "golden" / STORY
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    for name, route in ROUTES.items():
        log = play(scenario, tuple(route.split(",")))
        (folder / f"{name}.txt").write_text(text(scenario, reference, log), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
