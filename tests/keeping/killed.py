"""A program that keeps one state after another until it is killed, and what its files then hold.

Run as a program: it starts a writer so many times, kills each at a random instant, and prints what went wrong.

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
from collections.abc import Callable

from game import shelf
from game.engine.save import Saved, restore
from game.keeping.places import VARIABLE
from game.keeping.progress import FinishedPlay, read_progress, write_progress
from game.keeping.saved_play import read_saved, write_saved
from game.keeping.settings import Settings
from game.keeping.settings_file import read_settings, write_settings

STORY = "trois-semaines-en-aout"
_NUMBER = struct.Struct("<q")
_LONGEST = 0.04
"""Seconds within which a writer is killed."""

Done = Callable[[int], object]


def write_files(first: int, done: Done) -> None:
    """Keep the state `first`, the next, and so on, in all three files; `done` is told each that is kept."""
    number = first
    while True:
        route = tuple(f"choice-{one}" for one in range(number % 40))
        write_saved("killed", Saved("0123abcd", number, route, number))
        write_settings(Settings(text_percent=100 + number % 200))
        write_progress([FinishedPlay("killed", "2026-11-27", sure=0)] * (number % 200))
        done(number)
        number += 1


def files_fault(last: int) -> str:
    """What is wrong with the files when `last` was the last state that was said to be kept; "" when nothing is."""
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


def play_on(first: int, done: Done) -> None:
    """Play the story by chance in the window, with progress kept: `done` is told how many words the route has."""
    from game.desktop.app import App
    from game.desktop.start import Game

    chance = random.Random(first)
    settings = Settings(progress=True, arrival="at once")
    game = Game(0, settings)
    app = App(game.home(), game.help_screen, (640, 360), settings, game.keep, strict=True)
    app.go(game.story(shelf.find(STORY)))

    def press(key: str) -> None:
        app.choose_key(key)
        for _ in range(3):
            app.tick(0.5)

    press("begin")
    play = game.play
    assert play is not None
    while play.state.phase != "ended":
        if play.state.phase == "verdict":
            press("verdict unsure")
        asked = [f"choice {name}" for name in play.state.offered]
        press(chance.choice(asked or {"announced": ["go on", "summary"], "verdict": ["sure 2"]}[play.state.phase]))
        done(len(route()))
    while True:
        time.sleep(1)


def route() -> tuple[str, ...]:
    """That of the place that is kept."""
    place = read_saved(STORY)
    return () if place is None else place.route


def game_fault(last: int) -> str:
    """The same for the game: there is a place, from which the play can be taken up whole, and nothing was lost."""
    place = read_saved(STORY)
    scenario = shelf.open_file(shelf.find(STORY), "fr").scenario
    assert scenario is not None
    if place is None:
        # The story was not begun yet, or read to its end.
        return ""
    again = restore(scenario, place)
    if not again.whole or again.shown > len(again.log):
        return f"{place} is not whole"
    return "" if len(place.route) >= last else f"{place} has fewer than {last} words"


def main(kind: str, folder: str, times: int, seed: int) -> None:
    """Kill that many writers, and print a fault a line; then a line of JSON with what was seen."""
    os.environ[VARIABLE] = folder
    write, fault = {"files": (write_files, files_fault), "game": (play_on, game_fault)}[kind]
    chance = random.Random(seed)
    if kind == "game":
        import pygame

        from game.telling import language

        pygame.display.init()
        pygame.font.init()
        language.use("fr")
        longest = 0.3
    else:
        longest = _LONGEST
    kept, began = 0, 1
    for number in range(times):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)

            def done(state: int, out: int = writing) -> None:
                os.write(out, _NUMBER.pack(state))

            try:
                write(number if kind == "game" else began, done)
            finally:
                os._exit(3)
        os.close(writing)
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told = b""
        while part := os.read(reading, 65536):
            told += part
        os.close(reading)
        states = [one for (one,) in _NUMBER.iter_unpack(told)]
        if kind == "files":
            if not states and number == 0:
                write_saved("killed", Saved("0123abcd", 0, (), 0))
            last = states[-1] if states else began - 1
            if last and (wrong := fault(last)):
                print(wrong)
            began = last + 1
        elif wrong := fault(states[-1] if states else 0):
            print(wrong)
        kept += len(states)
    print(json.dumps({"killed": times, "kept": kept}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
