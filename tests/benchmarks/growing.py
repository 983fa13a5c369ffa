"""Playing a story in the window over and over, and what memory that takes in the end.

    python growing.py FEW MANY [--tell]

Plays MANY times from home to home: the note, every message, choices by chance, marks, every page of the debrief; drawn
as it goes. Prints one line of JSON: the megabytes (2**20 bytes) that Python holds after FEW plays and after MANY, as
tracemalloc counts them. With --tell, the lines that hold more at the end than after FEW are printed before it.
"""

from __future__ import annotations

import gc
import json
import random
import sys
import tracemalloc
from pathlib import Path

import pygame
from pygame import Surface

from game.desktop.game import Game
from game.desktop.widgets import Widget, focusables
from game.telling import language

STORY = Path(__file__).resolve().parent.parent / "pictures" / "story.yaml"
SIZE = (1280, 720)
_PATIENCE = 400


class Reader:
    """Somebody who plays by chance; the same plays for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.game = Game(seed)
        self.app = self.game.app(SIZE, strict=True)
        self.surface = Surface(SIZE)

    def look(self, seconds: float) -> None:
        self.app.tick(seconds)
        if self.app.dirty:
            self.app.draw(self.surface)

    def play(self) -> None:
        """One play from home to home."""
        self.app.go(self.game.story(STORY))
        self.look(1)
        self._press("begin")
        for _ in range(_PATIENCE):
            assert self.game.play is not None
            there = self._there()
            if "debrief" in there:
                break
            if "hurry" in there:
                self.app.key("space")
                if self.chance.random() < 0.2:
                    self.app.key("m")
            else:
                ways = [key for key in there if key.startswith(("choice ", "verdict ", "sure ", "go on", "summary"))]
                self._press(self.chance.choice(ways))
            self.look(1)
        self._press("debrief")
        for key in [key for key in self._there() if key.startswith("tab ")]:
            self._press(key)
            self.app.wheel(SIZE[0] // 2, SIZE[1] // 2, -3)
            self.look(0.1)
        self.app.home()
        self.look(1)

    def _there(self) -> dict[str, Widget]:
        return {one.key: one for one in focusables(self.app.tree)}

    def _press(self, key: str) -> None:
        self.app.choose_key(key)
        self.look(1)


def main(few: int, many: int, tell: bool) -> None:
    """Play, and print one line of JSON."""
    pygame.display.init()
    pygame.font.init()
    language.use("fr")
    reader = Reader()
    tracemalloc.start(8 if tell else 1)
    for _ in range(few):
        reader.play()
    gc.collect()
    before, first = tracemalloc.get_traced_memory()[0], tracemalloc.take_snapshot() if tell else None
    for _ in range(many - few):
        reader.play()
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    if first is not None:
        for one in tracemalloc.take_snapshot().compare_to(first, "lineno")[:25]:
            print(one)
    print(json.dumps({"few": before / 2**20, "many": after / 2**20}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), "--tell" in sys.argv)
