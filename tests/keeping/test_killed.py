"""Killed at any instant, the program finds the last state that it kept, or the one before, and never a broken one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TIMES = 200

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="starts its writers by fork")


def kill(kind: str, folder: Path, seed: int) -> dict[str, int]:
    """Kill a writer of this kind `TIMES` times; how often it was killed, and how many states it kept in between."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.keeping.killed", kind, str(folder), str(TIMES), str(seed)],
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "SDL_VIDEODRIVER": "dummy"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    *faults, last = ran.stdout.strip().splitlines()
    assert faults == []
    seen: dict[str, int] = json.loads(last)
    return seen


def test_two_hundred_kills_break_no_file(tmp_path: Path) -> None:
    seen = kill("files", tmp_path, 1)
    assert seen["killed"] == TIMES
    assert seen["kept"] > TIMES


def test_two_hundred_kills_of_the_game_break_no_place(tmp_path: Path) -> None:
    seen = kill("game", tmp_path, 2)
    assert seen["killed"] == TIMES
    assert seen["kept"] > TIMES
