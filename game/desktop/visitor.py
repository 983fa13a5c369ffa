"""A visitor who goes through the app by the names of its widgets, and looks: for pictures of the screens.

Which screens there are, and the ways to them, is left to `gallery`.
"""

from __future__ import annotations

from pathlib import Path

from pygame import Surface

from game.desktop.app import App
from game.desktop.game import Game
from game.desktop.screens.turn import HURRY
from game.desktop.widgets import walk
from game.keeping.settings import Settings

_FRAME = 0.05
_MOST_MESSAGES = 500


class Visitor:
    """Sits at the game's window, which opens at home. `story` is the file that is played."""

    def __init__(self, story: Path, size: tuple[int, int], settings: Settings, seed: int = 1) -> None:
        self.story = story
        self.game = Game(seed, settings)
        self.app = self.game.app(size, strict=True)
        self.see()

    def see(self, size: tuple[int, int] | None = None) -> Surface:
        """What the window shows once everything is still, with neither the pointer nor the keyboard on anything."""
        surface = Surface(size or (self.app.look.metrics.width, self.app.look.metrics.height))
        self.app.resize(*surface.get_size())
        for _ in range(round(1 / _FRAME)):
            # As in a window, what has changed is drawn before time goes on: what glides knows where to.
            if self.app.dirty:
                self.app.draw(surface)
            self.app.tick(_FRAME)
        self.app.click(0, 0)
        self.app.draw(surface)
        return surface

    def press(self, *keys: str) -> None:
        """Press the widgets with these keys, one after the other, each when all that was said before is read."""
        for key in keys:
            self.read()
            press_first(self.app, key)
            self.see()
        self.read()

    def type(self, *names: str) -> None:
        """Press these keys of the keyboard, one after the other."""
        for name in names:
            self.app.key(name)
            # Just after a question changes, a press decides nothing.
            self.app.tick(1)
        self.see()

    def read(self) -> None:
        """Hurry to the next question."""
        for _ in range(_MOST_MESSAGES):
            play = self.game.play
            if play is None or play.settled:
                break
            self.app.choose_key(HURRY)
        self.see()

    def scroll(self, notches: float) -> None:
        """Turn the wheel in the middle of the window; positive goes down the page."""
        metrics = self.app.look.metrics
        self.app.wheel(metrics.width // 2, metrics.height // 2, -notches)


def press_first(app: App, start: str) -> None:
    """Press the first widget whose key begins so. Raises LookupError."""
    keys = (one.key for one in walk(app.tree) if one.key.startswith(start) and one.focusable)
    app.choose_key(next(keys, start))
