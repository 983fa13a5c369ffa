"""A real screen (Xvfb) with a real mouse and keyboard (xdotool), on which a program of ours is shown.

What is on the screen is read from Xvfb's memory. What should be there is the tests' own affair.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pygame
from pygame import Rect, Surface

from tests.desktop.closing import ask_to_close

PATIENCE = 60.0
"""Seconds after which what should have happened will not."""

MISSING = tuple(program for program in ("Xvfb", "xdotool") if shutil.which(program) is None)
"""The programs that these tests need and this machine lacks."""

_HEADER = struct.Struct(">25I")
_FIELDS, _WIDTH, _HEIGHT, _BITS, _LINE, _COLOURS = 0, 4, 5, 11, 12, 19
"""Where the header of an X window dump says how long it is itself, and what follows."""


def until(holds: Callable[[], bool], what: str, between: Callable[[], object] = lambda: None) -> None:
    """Wait until `holds`, doing `between` after every look. Fails, naming `what`, when patience ends."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"not within {PATIENCE:.0f} s: {what}"
        between()
        time.sleep(0.05)


class Screen:
    """An X server of its own, of this size in pixels, whose memory is a file in `folder`."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self.folder = folder
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size[0]}x{size[1]}x24"]
        self._server = subprocess.Popen(
            # Without -noreset the server begins anew when its last client leaves, and turns away who comes meanwhile.
            [*command, "-noreset", "-nolisten", "tcp", "-fbdir", str(folder)],
            pass_fds=(writing,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb does not start"
        self.display = f":{number}"
        self.environment = {**os.environ, "DISPLAY": self.display, "SDL_VIDEODRIVER": "x11"}

    def close(self) -> None:
        self._server.terminate()
        self._server.wait(PATIENCE)

    def picture(self) -> Surface:
        """What is on the screen now."""
        dump = (self.folder / "Xvfb_screen0").read_bytes()
        header = _HEADER.unpack_from(dump)
        assert header[_BITS] == 32
        start = header[_FIELDS] + 12 * header[_COLOURS]
        size = header[_WIDTH], header[_HEIGHT]
        assert header[_LINE] == 4 * size[0]
        return pygame.image.frombuffer(dump[start : start + 4 * size[0] * size[1]], size, "BGRA")

    def shows(self, wanted: Surface, at: tuple[int, int] = (0, 0)) -> bool:
        """Whether it shows this picture, whose top left is `at`, but for what the mouse pointer covers."""
        whole = self.picture()
        where = wanted.get_rect(topleft=at)
        if not whole.get_rect().contains(where):
            return False
        seen = whole.subsurface(where).convert(24)
        same = pygame.transform.threshold(None, seen, None, (8, 8, 8, 255), None, 0, wanted.convert(24))
        return same >= wanted.get_width() * wanted.get_height() - 600

    def run(self, *words: str) -> str:
        """What xdotool answers to these words."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        return done.stdout.strip()


class Window:
    """The one window of a program that is started on a screen with this command."""

    def __init__(self, screen: Screen, command: list[str], environment: dict[str, str]) -> None:
        self.screen = screen
        self.process = subprocess.Popen(
            command,
            env={**screen.environment, "SDL_AUDIODRIVER": "dummy", **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.id = ""
        until(self._found, "the window opens")
        screen.run("windowfocus", "--sync", self.id)

    def _found(self) -> bool:
        assert self.process.poll() is None, f"the program ended: {self.process.communicate()[0]}"
        self.id = self.screen.run("search", "--onlyvisible", "--pid", str(self.process.pid)).partition("\n")[0]
        return bool(self.id)

    @property
    def place(self) -> Rect:
        """Where it is on the screen, and its size, both in pixels."""
        told = self.screen.run("getwindowgeometry", "--shell", self.id).splitlines()
        found = {name: int(value) for name, _, value in (line.partition("=") for line in told)}
        return Rect(found["X"], found["Y"], found["WIDTH"], found["HEIGHT"])

    def shows(self, wanted: Surface) -> bool:
        """Whether this picture is seen in it, from its top left on, but for what the mouse pointer covers."""
        return self.screen.shows(wanted, self.place.topleft)

    def move(self, at: tuple[int, int]) -> None:
        """Move the mouse to a point of the window."""
        self.screen.run("mousemove", "--window", self.id, str(at[0]), str(at[1]))

    def click(self, at: tuple[int, int]) -> None:
        """Move the mouse to a point of the window, and click."""
        self.screen.run("mousemove", "--window", self.id, str(at[0]), str(at[1]), "click", "1")

    def turn(self, notch: int) -> None:
        """Turn the wheel where the mouse is: up by one for 1, down for -1."""
        self.screen.run("click", "4" if notch > 0 else "5")

    def key(self, name: str) -> None:
        """Press a key, by its X name."""
        self.screen.run("key", name)

    def close(self) -> int:
        """Close the window as its button would; the number that the program then ends with."""
        ask_to_close(self.screen.display, int(self.id))
        told = self.process.communicate(timeout=PATIENCE)[0]
        assert told == "", told
        return self.process.returncode

    def stop(self) -> None:
        """End the program if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()
