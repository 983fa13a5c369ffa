"""Scrolling through a conversation, frame by frame, beside a plain copy of a picture to the whole window.

    python scrolling.py MESSAGES FRAMES

Each frame is what the window does for one notch of the wheel: the app is told, draws, and the window is shown. Both are
done in turn, each as often; the wheel goes up from the last message and, after half of the frames, down again. Prints
one line of JSON: the milliseconds of every frame and of every copy, in processor time without the showing ("drawn",
"plain") and on the wall with it ("shown", "copied"), and those that the first build of the conversation took.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path

import pygame
from story import conversation

from game import shelf
from game.desktop import window
from game.desktop.app import App
from game.desktop.game import Game
from game.desktop.pace import Pace
from game.desktop.play import Play
from game.desktop.screens.play_screen import PlayScreen
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
    began = _now()
    play.pace = Pace(len(play.log))
    app.refresh()
    app.draw(surface)
    built = _ms(_now() - began)
    for _ in range(60):
        app.tick(1 / 30)
    app.key("end")
    app.draw(surface)
    # In the window's own format, and as large; what is in it makes no difference.
    picture, other = surface.copy(), surface.copy()
    drawn: list[float] = []
    shown: list[float] = []
    plain: list[float] = []
    copied: list[float] = []
    way = 1.0
    while len(drawn) < frames:
        pygame.event.pump()
        at, began = time.perf_counter(), _now()
        app.wheel(SIZE[0] // 4, SIZE[1] // 2, way)
        if not app.dirty or len(drawn) == frames // 2 > 0 < way:
            way = -way
            continue
        app.draw(surface)
        drawn.append(_ms(_now() - began))
        opened.flip()
        shown.append(_ms(time.perf_counter() - at))
        at, began = time.perf_counter(), _now()
        other.blit(picture, (0, 0))
        plain.append(_ms(_now() - began))
        opened.flip()
        copied.append(_ms(time.perf_counter() - at))
    print(json.dumps({"drawn": drawn, "shown": shown, "plain": plain, "copied": copied, "built": built}))
    sys.stdout.flush()
    os._exit(0)


def _app(messages: int) -> tuple[App, Play]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "conversation.yaml"
        path.write_bytes(conversation(messages))
        story = shelf.open_file(path, "fr").story
    assert story is not None
    return Game().app(SIZE, strict=True), Play(path, *story)


def _now() -> float:
    """Seconds of processor time: else what other programs do would fill the slowest hundredth of the frames."""
    return time.thread_time()


def _ms(seconds: float) -> float:
    return 1000 * seconds


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
