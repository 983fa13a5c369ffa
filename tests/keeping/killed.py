"""A program that keeps one state after another until it is killed, and what its files then hold.

Run as a program: it starts a writer so many times, kills each at a random instant, and prints a fault a line; then, as
JSON, how many writers were killed and how many states they kept.

    python -m tests.keeping.killed files|game FOLDER TIMES SEED
"""

from __future__ import annotations

import json
import os
import random
import signal
import struct
import sys
import time
from collections.abc import Iterator

from game import shelf
from game.engine.save import Saved, restore
from game.keeping.places import VARIABLE
from game.keeping.progress import FinishedPlay, read_progress, write_progress
from game.keeping.saved_play import read_saved, write_saved
from game.keeping.settings import Settings
from game.keeping.settings_file import read_settings, write_settings

STORY = "trois-semaines-en-aout"
_NUMBER = struct.Struct("<q")

States = Iterator[int]
"""What a writer has kept, each time that it has: the number of a state."""


class Files:
    """Writes numbered states to all three files."""

    def __init__(self) -> None:
        self.first = 1
        self._write(0)

    def _write(self, number: int) -> None:
        choices = tuple(f"choice-{one}" for one in range(number % 40))
        write_saved("killed", Saved("0123abcd", number, choices, number))
        write_settings(Settings(text_percent=100 + number % 200))
        write_progress([FinishedPlay("killed", "2026-11-27")] * (number % 200))

    def states(self) -> States:
        number = self.first
        while True:
            self._write(number)
            yield number
            number += 1

    def fault(self, told: list[int]) -> str:
        """What is wrong when these states were said to be kept; "" when each file holds the last, or the one begun."""
        last = told[-1] if told else self.first - 1
        self.first = last + 1
        allowed = (last, last + 1)
        place = read_saved("killed")
        if place is None or place.seed not in allowed or len(place.route) != place.seed % 40:
            return f"place {place} after {last}"
        if read_settings().text_percent not in [100 + one % 200 for one in allowed]:
            return f"settings {read_settings()} after {last}"
        plays, unread = read_progress()
        if unread or len(plays) not in [one % 200 for one in allowed]:
            return f"progress {len(plays)}, {unread} unread after {last}"
        return ""


class Game:
    """Plays the story by chance in the window, with progress kept; a state is the number of words of its route."""

    def __init__(self) -> None:
        import pygame

        from game.desktop.game import Game as Screens

        pygame.display.init()
        pygame.font.init()
        self._game = Screens(0, Settings(progress=True, arrival="at once"))
        self._app = self._game.app((640, 360), kept=True, strict=True)
        self._app.go(self._game.story(shelf.find(STORY)))
        scenario = shelf.open_file(shelf.find(STORY), "fr").scenario
        assert scenario is not None
        self._scenario = scenario
        self._plays = 0

    def _press(self, key: str) -> None:
        self._app.choose_key(key)
        for _ in range(3):
            self._app.tick(0.5)

    def states(self) -> States:
        chance = random.Random(self._plays)
        self._press("begin")
        play = self._game.play
        assert play is not None
        while play.state.phase != "ended":
            if play.state.phase == "verdict":
                self._press("verdict unsure")
            asked = [f"choice {name}" for name in play.state.offered]
            self._press(chance.choice(asked or {"announced": ["go on", "summary"]}.get(play.state.phase, ["sure 2"])))
            place = read_saved(STORY)
            if place is not None:
                yield len(place.route)
        while True:
            time.sleep(1)

    def fault(self, told: list[int]) -> str:
        """The same for the place: the play can be taken up whole, and nothing that was kept is lost."""
        self._plays += 1
        place = read_saved(STORY)
        if place is None:
            # Its writer was killed before the first choice or after the last; or the end has removed it.
            return ""
        again = restore(self._scenario, place)
        if not again.whole or again.shown > len(again.log):
            return f"{place} is not whole"
        return "" if not told or len(place.route) >= told[-1] else f"{place} has fewer than {told[-1]} words"


def main(kind: str, folder: str, times: int, seed: int) -> None:
    os.environ[VARIABLE] = folder
    writer = Files() if kind == "files" else Game()
    chance = random.Random(seed)
    kept, each = 0, 0.01
    for _ in range(times):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                for state in writer.states():
                    os.write(writing, _NUMBER.pack(state))
            finally:
                os._exit(3)
        os.close(writing)
        # However slow the disk is now: killed within the time of two states, after none, one or two of them.
        waited, told = chance.randrange(3), b""
        before = time.perf_counter()
        for _ in range(waited):
            told += os.read(reading, _NUMBER.size)
        if waited:
            each = (time.perf_counter() - before) / waited
        time.sleep(chance.uniform(0, 2 * each))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while part := os.read(reading, 65536):
            told += part
        os.close(reading)
        states = [one for (one,) in _NUMBER.iter_unpack(told)]
        if fault := writer.fault(states):
            print(fault)
        kept += len(states)
    print(json.dumps({"killed": times, "kept": kept}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
