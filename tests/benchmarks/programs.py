"""Programs that are measured: each a Python process of its own, in the same surroundings, on a screen of its own.

What they do is said in `bare_window` and `game_window`; what is made of their answers, in the `measure_*` modules.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclass(frozen=True, slots=True)
class Driver:
    """Where SDL draws: nowhere ("dummy"), or on the X server at `display`."""

    name: str
    display: str = ""

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment variables of a program that draws there."""
        video = {"SDL_VIDEODRIVER": "x11", "DISPLAY": self.display} if self.display else {"SDL_VIDEODRIVER": "dummy"}
        kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        return {
            **kept,
            **video,
            "SDL_AUDIODRIVER": "dummy",
            # The game asks for this itself: without it, the window that ours is held against would be slower.
            "SDL_FRAMEBUFFER_ACCELERATION": "0",
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "",
        }


@contextmanager
def drivers() -> Iterator[tuple[Driver, ...]]:
    """The dummy driver, and a screen of its own where Xvfb is installed, for as long as it is wanted."""
    dummy = Driver("dummy")
    if shutil.which("Xvfb") is None:
        yield (dummy,)
        return
    # It finds a free number by itself, and says which once it is ready.
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            number = server.stdout.readline().strip()
            yield (dummy, Driver("Xvfb", f":{number}")) if number else (dummy,)
        finally:
            server.terminate()


@dataclass(frozen=True, slots=True)
class Program:
    """A program under way, and when it was started, in seconds of `time.monotonic`."""

    process: subprocess.Popen[str]
    started: float

    def answer(self, patience: float = 120) -> dict[str, Any]:
        """The line of JSON that it says before it ends, which takes at most `patience` seconds. Raises RuntimeError
        when it says none."""
        try:
            said, complaint = self.process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            said, complaint = self.process.communicate()
        if self.process.returncode != 0:
            raise RuntimeError(f"{self.process.args!r} has failed:\n{complaint}")
        answer: dict[str, Any] = json.loads(said)
        return answer


def start(driver: Driver, script: str, *words: str) -> Program:
    """Start `script`, a file of this folder, with these words."""
    command = [sys.executable, str(HERE / script), *words]
    started = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=driver.surroundings, cwd=ROOT
    )
    return Program(process, started)
