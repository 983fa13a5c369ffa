"""The screens of the game at the moment at which they are measured: those of the gallery, and a play of the first
shipped story at its first question.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pygame import Surface

from game import shelf
from game.desktop import start
from game.desktop.app import App
from game.desktop.gallery import SCREENS
from game.desktop.game import Game
from game.desktop.play import Play
from game.desktop.screens import Screen
from game.desktop.screens.play_screen import PlayScreen
from game.desktop.visitor import Visitor
from game.engine.events import Choose, GiveVerdict, GoOn
from game.keeping.settings import Settings

SIZE = (1280, 720)
STORY = Path(__file__).resolve().parent.parent / "pictures" / "story.yaml"


class Empty:
    """An app that shows nothing and does nothing."""

    running = True
    filled = False
    gone = False
    settings = Settings(met=True)

    def __init__(self) -> None:
        self.dirty = True

    def tick(self, seconds: float) -> None:
        """Time has passed."""

    def draw(self, surface: Surface) -> None:
        """Draw nothing."""
        self.dirty = False

    def move(self, x: int, y: int) -> None:
        """The pointer is wherever the screen put it."""


def put_in_place_of_home(name: str) -> None:
    """Let the game open on a play ("chat"), on nothing ("empty") or on the screen "screen:NAME" of the gallery. Raises
    ValueError for another."""
    kind, _, screen = name.partition(":")
    match kind:
        case "empty":
            start.Game = _Nothing  # type: ignore[misc]
        case "screen":
            start.Game = partial(_Gone, screen)  # type: ignore[misc,assignment]
        case "chat":
            start.Game = _Chatting  # type: ignore[misc]
        case _:
            raise ValueError(name)


class _Nothing(Game):
    """A game of which nothing is seen."""

    def app(self, size: tuple[int, int] = SIZE, kept: bool = False, strict: bool = False) -> App:
        return Empty()  # type: ignore[return-value]


class _Gone(Game):
    """A game in which somebody has gone from home to a screen of the gallery."""

    def __init__(self, screen: str, seed: int, settings: Settings) -> None:
        super().__init__(seed, settings)
        self._screen = screen

    def app(self, size: tuple[int, int] = SIZE, kept: bool = False, strict: bool = False) -> App:
        visitor = Visitor(STORY, size, self.settings)
        SCREENS[self._screen](visitor)
        visitor.see()
        return visitor.app


class _Chatting(Game):
    """A game that opens on a play."""

    def home(self) -> Screen:
        return PlayScreen(_play(), lambda play: self.home())


def _play() -> Play:
    """A play that waits for its first choice, all messages shown."""
    path = shelf.shipped()[0]
    story = shelf.open_file(path, "fr").story
    assert story is not None, f"{path} cannot be played"
    play = Play(path, *story)
    while play.state.phase != "choosing":
        _go_on(play)
    while play.hurry():
        pass
    return play


def _go_on(play: Play) -> None:
    """Answer what is asked, with the first of what is offered."""
    match play.state.phase:
        case "announced":
            play.do(GoOn())
        case "verdict":
            play.do(GiveVerdict("unsure", 1))
        case _:
            play.do(Choose(play.state.offered[0]))
