"""Scrolling through a conversation, frame by frame, beside a plain copy of a picture to the whole window.

    python scrolling.py MESSAGES FRAMES

Each frame is what the window does for one notch of the wheel: the app is told, draws, and the window is shown. Both are
done in turn, each as often; the wheel goes up to the first message and down again. Prints one line of JSON: the
milliseconds of every frame and of every copy, with the showing and without it.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import pygame
from pygame import Surface
from story import conversation

from game import shelf
from game.desktop import window
from game.desktop.app import App
from game.desktop.pace import Pace
from game.desktop.play import Play
from game.desktop.screens.play_screen import PlayScreen
from game.desktop.start import Game
from game.telling import language

SIZE = (1920, 1080)


def main(messages: int, frames: int) -> None:
    """Measure, and print one line of JSON."""
    language.use("fr")
    opened = window.open_window(SIZE)
    surface = opened.get_surface()
    app, play = _app(messages)
    app.go(PlayScreen(play, lambda play: Game().home()))
    app.draw(surface)
    began = time.perf_counter()
    play.pace = Pace(len(play.log))
    app.refresh()
    app.draw(surface)
    built = _ms(began)
    for _ in range(60):
        app.tick(1 / 30)
    app.draw(surface)
    picture = _picture(surface)
    drawn: list[float] = []
    shown: list[float] = []
    copied: list[float] = []
    plain: list[float] = []
    way = 1.0
    while len(drawn) < frames:
        pygame.event.pump()
        began = time.perf_counter()
        app.wheel(SIZE[0] // 4, SIZE[1] // 2, way)
        moved = app.dirty
        if moved:
            app.draw(surface)
        here = _ms(began)
        opened.flip()
        if not moved:
            way = -way
            continue
        drawn.append(here)
        shown.append(_ms(began))
        kept = surface.copy()
        began = time.perf_counter()
        surface.blit(picture, (0, 0))
        plain.append(_ms(began))
        opened.flip()
        copied.append(_ms(began))
        surface.blit(kept, (0, 0))
    print(json.dumps({"drawn": drawn, "shown": shown, "plain": plain, "copied": copied, "built": built}))
    sys.stdout.flush()
    os._exit(0)


def _app(messages: int) -> tuple[App, Play]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "conversation.yaml"
        path.write_bytes(conversation(messages))
        story = shelf.open_file(path, "fr").story
    assert story is not None
    game = Game()
    return App(game.home(), game.help_screen, SIZE, strict=True), Play(path, *story)


def _picture(surface: Surface) -> Surface:
    """Something to copy, in the window's own format: what is in it makes no difference."""
    picture = surface.copy()
    gc.collect()
    return picture


def _ms(began: float) -> float:
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
