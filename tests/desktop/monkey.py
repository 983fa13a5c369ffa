"""A monkey at the window: it presses, types, scrolls, drags, resizes and waits by chance, and looks at what it sees.

    python -m tests.desktop.monkey --steps 100000 --seed 1

It knows no screen: it presses whatever can be pressed. After every so many steps it looks whether everything has its
place, and whether help and the way out are in reach. What it did last is told when something goes wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pygame
from pygame import Surface

from game.desktop.game import Game
from game.desktop.widget_frame import Blank
from game.desktop.widgets import Widget, focusables
from game.keeping.settings import LEAST_PERCENT, MOST_PERCENT, PERCENT_STEP, Settings
from game.pseudo import MADE_UP
from game.telling import language
from tests.desktop.layout_faults import faults, focus_faults
from tests.desktop.playing import STORY

KEYS = (
    *("tab",) * 6,
    *("enter", "space") * 4,
    *("up", "down", "left", "right", "page up", "page down", "home", "end") * 2,
    *("a", "b", "c", "d", "e", "m", "z", "1", "2", "9", "é", "?", "+", "-"),
    *("escape", "backspace", "delete", "f1", "f2", "f5", "f6", "f8", "f11", "shift", "unknown"),
    *("m", "z", "enter", "space", "tab") * 2,
)
WITH_CTRL = ("z", "y", "+", "-", "0", "page up", "page down", "tab", "a", "enter")
SIZES = ((1280, 720), (1920, 1080), (640, 480), (1024, 768), (800, 600), (1366, 768), (480, 900))
SELDOM = ("bar leave", "bar help", "bar back", "quit", "start", "leave story")
"""What leads away is pressed less often: a monkey that always leaves sees little."""
LOOKS_EVERY = 25
_TRIES = 3


class Caught(AssertionError):
    """Something went wrong; the message tells what, and how to see it again."""


class Monkey:
    """One monkey, at a window that it opens anew whenever it was left. `folder` is where it may write.

    The same seed does the same, as long as the game is the same.
    """

    def __init__(self, seed: int, folder: Path) -> None:
        self.seed = seed
        self.chance = random.Random(seed)
        self.done = 0
        self.did: deque[str] = deque(maxlen=30)
        self.met: Counter[str] = Counter()
        """How often it looked at each kind of screen."""
        self._story = folder / "histoire.yaml"
        self._story.write_bytes(STORY.read_bytes())
        self._actions: tuple[tuple[Callable[[], str], int], ...] = (
            (self._press, 30),
            (self._type, 30),
            (self._type_with_ctrl, 5),
            (self._click, 12),
            (self._drag, 6),
            (self._turn_the_wheel, 10),
            (self._wait, 16),
            (self._back, 8),
            (self._resize, 2),
            (self._change_settings, 3),
            (self._mark, 2),
            (self._way_out, 0.15),  # type: ignore[list-item]
        )
        self._open()

    def _open(self) -> None:
        settings = Settings(progress=self.chance.random() < 0.5)
        self.game = Game(self.chance.randrange(100), settings)
        size = self.chance.choice(SIZES)
        self.app = self.game.app(size, kept=True, strict=True)
        self.surface = Surface(size)
        match self.chance.randrange(5):
            case 3:
                self.app.go(self.game.first_start())
            case 0 | 1:
                self.app.go(self.game.story(self._story))
            case 2:
                self.app.go(self.game.preview(self._story))
        self.app.draw(self.surface)

    def run(self, steps: int) -> None:
        """Do so many things. Raises Caught."""
        actions, weights = zip(*self._actions, strict=True)
        for _ in range(steps):
            self.done += 1
            try:
                self.did.append(f"{self.chance.choices(actions, weights)[0]()}")
                if self.app.dirty:
                    self.app.draw(self.surface)
                if self.done % LOOKS_EVERY == 0:
                    self._look()
            except Exception as error:
                did = "\n  ".join(self.did)
                where = f"seed {self.seed}, step {self.done}, window {self.surface.get_size()}, {self.app.settings}"
                raise Caught(f"{where}\n  {did}\n{type(error).__name__}: {error}") from error
            if not self.app.running or (self.app.gone and self.chance.random() < 0.2):
                self._open()

    # What it does; each returns what it was, in words.

    def _press(self) -> str:
        there = self._in_reach()
        if self.chance.random() < 0.7:
            there = [one for one in there if not one.key.startswith("message ")]
        if not there:
            return "nothing to press"
        one = self.chance.choice(there)
        if one.key in SELDOM and self.chance.random() < 0.9:
            return f"did not press {one.key}"
        if self.chance.random() < 0.3 and self.surface.get_rect().collidepoint(one.rect.center):
            self.app.click(*one.rect.center)
        elif one.role is not None:
            self.app.choose(one.role, one.label)
        return f"pressed {one.role} {one.key or one.label!r}"

    def _in_reach(self) -> list[Widget]:
        tree = self.app.tree
        zones = getattr(tree, "zones", (tree,))
        return [one for zone in zones for one in focusables(zone)]

    def _type(self) -> str:
        name = self.chance.choice(KEYS)
        shift = self.chance.random() < 0.25 and name != "shift"
        times = self.chance.choice((1, 1, 1, 2, 5))
        for number in range(times):
            if name == "shift":
                # Three of them close together are the way out, which has its own turn.
                self.app.tick(1.5)
            self.app.key(name, shift=shift, repeat=number > 0 and self.chance.random() < 0.5)
        return f"typed {'shift+' * shift}{name} {times} times"

    def _type_with_ctrl(self) -> str:
        name, shift, alt = self.chance.choice(WITH_CTRL), self.chance.random() < 0.2, self.chance.random() < 0.1
        self.app.key("left" if alt else name, shift=shift, ctrl=not alt, alt=alt)
        return f"typed {'alt+left' if alt else 'ctrl+' + 'shift+' * shift + name}"

    def _somewhere(self) -> tuple[int, int]:
        wide, high = self.surface.get_size()
        return self.chance.randrange(-5, wide + 5), self.chance.randrange(-5, high + 5)

    def _click(self) -> str:
        at = self._somewhere()
        # The way out is in a corner.
        if self.app.tree.rect.w - at[0] < 200 and at[1] < 120:
            return "did not click near the way out"
        self.app.click(*at)
        return f"clicked at {at}"

    def _drag(self) -> str:
        start, end = self._somewhere(), self._somewhere()
        steps, finger = self.chance.randint(1, 12), self.chance.random() < 0.5
        self.app.press(*start)
        for step in range(1, steps + 1):
            x, y = ((a * (steps - step) + b * step) // steps for a, b in zip(start, end, strict=True))
            self.app.move(x, y)
            if self.chance.random() < 0.7:
                self.app.tick(1 / 60)
        if self.surface.get_width() - end[0] >= 200 or end[1] >= 120:
            self.app.release(*end, finger)
        else:
            self.app.release(0, 0, finger)
        return f"dragged from {start} to {end} in {steps} steps{' by a finger' * finger}"

    def _turn_the_wheel(self) -> str:
        at, notches = self._somewhere(), self.chance.choice((-30, -5, -1, -0.3, 0.3, 1, 5, 30))
        for _ in range(self.chance.randint(1, 4)):
            self.app.wheel(*at, notches)
            self.app.draw(self.surface)
        return f"turned the wheel by {notches} at {at}"

    def _wait(self) -> str:
        seconds = self.chance.choice((0.0, 0.01, 0.016, 0.1, 0.5, 0.5, 2.0, 30.0))
        times = self.chance.randint(1, 4)
        for _ in range(times):
            self.app.tick(seconds)
        return f"waited {seconds} s {times} times"

    def _resize(self) -> str:
        size = self.chance.choice((*SIZES, (self.chance.randint(480, 2200), self.chance.randint(360, 1300))))
        if self.chance.random() < 0.5:
            self.app.resize(*size)
            self.app.tick(0.1)
        self.surface = Surface(size)
        self.app.draw(self.surface)
        return f"resized to {size}"

    def _change_settings(self) -> str:
        """One of them, whichever there are."""
        name = self.chance.choice([field.name for field in fields(Settings)])
        kind, value = get_type_hints(Settings)[name], getattr(self.app.settings, name)
        if get_origin(kind) is Literal:
            value = self.chance.choice(get_args(kind))
        elif kind is bool:
            value = not value
        elif name == "text_percent":
            value = self.chance.choice(range(LEAST_PERCENT, MOST_PERCENT + 1, PERCENT_STEP))
        elif name == "language":
            value = self.chance.choice((*language.LANGUAGES * 3, *MADE_UP))
        self.app.change(replace(self.app.settings, **{name: value}))
        return f"set {name} to {value!r}"

    def _back(self) -> str:
        """Out of the help, which is entered from everywhere, more often than out of what it was entered from."""
        screen = self.app.screen
        if screen is not None and not screen.is_help and self.chance.random() < 0.8:
            return "did not go back"
        self.app.key("escape")
        return "typed escape"

    def _mark(self) -> str:
        messages = [one for one in self._in_reach() if one.key.startswith("message ")]
        if not messages:
            return "no message to mark"
        one = self.chance.choice(messages)
        one.press()
        return f"marked {one.key}"

    def _way_out(self) -> str:
        for _ in range(_TRIES):
            for _ in range(3):
                self.app.key("shift")
            if self.app.gone:
                break
            # Where it is rehearsed, the next one is the real one.
            self.app.tick(2)
        if not (self.app.gone and self.game.play is None and isinstance(self.app.tree, Blank)):
            raise Caught("the way out did not lead out")
        return "took the way out"

    # What it looks at.

    def _look(self) -> None:
        self.met[type(self.app.screen).__name__] += 1
        bare = self.app.screen is None or self.app.screen.bare
        wrong = [] if bare else self._out_of_reach()
        size = self.surface.get_size()
        # The smallest windows are not held to everything.
        if size[0] >= 640 and size[1] >= 480:
            wrong += faults(self.app, size)
            self.app.key("tab")
            self.app.draw(self.surface)
            wrong += focus_faults(self.app, size)
        if wrong:
            raise Caught("\n".join(wrong))

    def _out_of_reach(self) -> list[str]:
        keys = {one.key for one in self._in_reach()}
        return [f"no {key}" for key in ("bar help", "bar leave") if key not in keys]


def main(arguments: list[str]) -> int:
    """Let one monkey do what `arguments` ask for; 1 when it caught something."""
    parser = argparse.ArgumentParser(description="Let a monkey at the window.")
    parser.add_argument("--steps", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
    pygame.display.init()
    pygame.font.init()
    language.use("fr")
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VIGICHAT_FOLDER"] = folder
        os.chdir(folder)
        monkey = Monkey(asked.seed, Path(folder))
        try:
            while monkey.done < asked.steps:
                monkey.run(min(5000, asked.steps - monkey.done))
                print(f"{monkey.done} steps, {time.perf_counter() - began:.0f} s", flush=True)
        except Caught as caught:
            print(caught)
            raise
    print("met:", ", ".join(f"{name} {count}" for name, count in monkey.met.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
