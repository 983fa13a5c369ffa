"""Programs that are measured: each a Python process of its own, in the same surroundings, on a screen of its own.

What they do is said in `bare_window` and `game_window`; what is made of their answers, in the `measure_*` modules.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.keeping.places import VARIABLE
from game.keeping.settings import Settings, to_plain
from game.keeping.settings_file import NAME

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclass(frozen=True, slots=True)
class Driver:
    """Where SDL draws: nowhere ("dummy"), or on the X server at `display`; and the folder of what the game keeps."""

    name: str
    folder: str
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
            VARIABLE: self.folder,
            "PYTHONDONTWRITEBYTECODE": "",
        }


@contextmanager
def drivers() -> Iterator[tuple[Driver, ...]]:
    """The dummy driver, and a screen of its own where Xvfb is installed, for as long as it is wanted."""
    with tempfile.TemporaryDirectory() as folder:
        # Not a first start: that asks for the language before home is shown.
        (Path(folder) / NAME).write_text(json.dumps(to_plain(Settings(met=True))), encoding="utf-8")
        dummy = Driver("dummy", folder)
        if shutil.which("Xvfb") is None:
            yield (dummy,)
            return
        # It finds a free number by itself, and says which once it is ready.
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            assert server.stdout is not None
            try:
                number = server.stdout.readline().strip()
                yield (dummy, Driver("Xvfb", folder, f":{number}")) if number else (dummy,)
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


@dataclass(frozen=True, slots=True)
class Run:
    """A whole program from its start to its end: milliseconds on the wall, and megabytes at its largest."""

    ms: float
    mb: float


@dataclass(frozen=True, slots=True)
class Ink:
    """inkjs, in the folder that holds its node_modules."""

    folder: Path

    @property
    def name(self) -> str:
        """Its name and version."""
        package = json.loads((self.folder / "node_modules" / "inkjs" / "package.json").read_text(encoding="utf-8"))
        return f"inkjs {package['version']}"

    def start(self, what: str, story: Path, *numbers: str) -> Program:
        """Start `ink.cjs`, which says what it can do."""
        return _started(self._command(what, story, *numbers), dict(os.environ))

    def whole(self, what: str, story: Path, *numbers: str) -> Run:
        """The same, from its start to its end."""
        return _whole(self._command(what, story, *numbers), dict(os.environ))

    def _command(self, what: str, story: Path, *numbers: str) -> list[str]:
        return ["node", str(HERE / "ink.cjs"), str(self.folder), what, str(story), *numbers]


def whole(driver: Driver, words: list[str]) -> Run:
    """Python with these words, from its start to its end. Raises RuntimeError when it fails."""
    return _whole([sys.executable, *words], driver.surroundings)


def _whole(command: list[str], surroundings: dict[str, str]) -> Run:
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=surroundings, cwd=ROOT)
    assert process.stderr is not None
    complaint = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    took = 1000 * (time.perf_counter() - began)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command!r} has failed:\n{complaint.decode()}")
    return Run(took, used.ru_maxrss / 1024)


def start(driver: Driver, script: str, *words: str) -> Program:
    """Start `script`, a file of this folder, with these words."""
    return _started([sys.executable, str(HERE / script), *words], driver.surroundings)


def _started(command: list[str], surroundings: dict[str, str]) -> Program:
    started = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings, cwd=ROOT
    )
    return Program(process, started)
