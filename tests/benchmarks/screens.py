"""The screens of the game at the moment at which they are measured: the first shipped story, at its first question or
at its end.
"""

from __future__ import annotations

from pygame import Surface

from game import shelf
from game.desktop import start
from game.desktop.play import Play
from game.desktop.screens import Screen
from game.desktop.screens.debrief_screen import DebriefScreen
from game.desktop.screens.play_screen import PlayScreen
from game.engine.events import Choose, GiveVerdict, GoOn
from game.telling.debrief_pages import pages
from game.telling.what_if import what_ifs


class Empty:
    """An app that shows nothing and does nothing."""

    running = True
    filled = False
    gone = False

    def __init__(self, *given: object) -> None:
        self.dirty = True

    def tick(self, seconds: float) -> None:
        """Time has passed."""

    def draw(self, surface: Surface) -> None:
        """Draw nothing."""
        self.dirty = False

    def move(self, x: int, y: int) -> None:
        """The pointer is wherever the screen put it."""


def put_in_place_of_home(name: str) -> None:
    """Let the game open on the screen of this name. Raises ValueError for another."""
    if name == "empty":
        setattr(start, "App", Empty)  # noqa: B010
    else:
        start.Game.home = lambda self: _screen(self, name)  # type: ignore[method-assign]


def _screen(game: start.Game, name: str) -> Screen:
    match name:
        case "help":
            return game.help_screen()
        case "chat":
            return PlayScreen(_play(), lambda play: game.home())
        case "debrief":
            play = _play()
            while play.state.phase != "ended":
                _go_on(play)
            return DebriefScreen(
                lambda: (
                    *pages(play.scenario, play.reference, play.log),
                    *what_ifs(play.scenario, play.reference, play.log),
                ),
                again=lambda context: context.home(),
                go_back=lambda context, to: context.home(),
            )
    raise ValueError(name)


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
