"""The program itself, in a process of its own, with somebody at it who does what is written: for tests of what is real.

    python -m tests.desktop.real_run STEPS [words for the program]

STEPS is a JSON list. `press KEY` presses the first widget whose key begins so; `first` the first choice on offer;
`read` asks for messages until the next question; `key NAME` presses a key; `burst` posts every event by which a system
tells of displays, devices and memory; `say` prints what is said now as a line of JSON; `wait` lets some frames pass;
`quit` closes the window.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pygame

from game.cli.main import main
from game.desktop import window
from game.desktop.app import App
from game.desktop.screens.play_screen import PlayScreen
from game.desktop.screens.turn import HURRY
from game.desktop.visitor import press_first

_STILL, _SOON = 27, 3
"""Frames that are waited for after a press, which decides nothing right after something was asked; and after others."""

_TOLD = """
WINDOWDISPLAYCHANGED WINDOWSIZECHANGED WINDOWEXPOSED WINDOWHIDDEN WINDOWSHOWN WINDOWMOVED WINDOWFOCUSLOST
WINDOWFOCUSGAINED WINDOWMAXIMIZED WINDOWMINIMIZED WINDOWRESTORED WINDOWICCPROFCHANGED RENDER_TARGETS_RESET
RENDER_DEVICE_RESET AUDIODEVICEADDED AUDIODEVICEREMOVED LOCALECHANGED KEYMAPCHANGED CLIPBOARDUPDATE APP_LOWMEMORY
APP_WILLENTERBACKGROUND APP_DIDENTERBACKGROUND APP_WILLENTERFOREGROUND APP_DIDENTERFOREGROUND JOYDEVICEREMOVED
VIDEOEXPOSE ACTIVEEVENT
"""
EVENTS = [getattr(pygame, name) for name in _TOLD.split()]


def done(app: App, step: str) -> Iterator[None]:
    """Do one step, a frame at a time."""
    what, _, name = step.partition(" ")
    if what == "press":
        press_first(app, name)
    elif what == "first":
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        assert screen.play is not None
        app.choose_key(f"choice {screen.play.state.offered[0]}")
    elif what == "read":
        while isinstance(screen := app.screen, PlayScreen) and screen.play is not None and not screen.play.settled:
            app.choose_key(HURRY)
            yield
    elif what == "key":
        app.key(name)
    elif what == "burst":
        for number in range(200):
            pygame.event.post(pygame.event.Event(EVENTS[number * 7 % len(EVENTS)], window=None, x=0, y=0))
    elif what == "say":
        print(json.dumps([node.label for node in app.nodes()]), flush=True)
    elif what == "quit":
        pygame.event.post(pygame.event.Event(pygame.QUIT))
    else:
        assert what == "wait", step
    for _ in range(_STILL if what in ("press", "first", "read", "burst") else _SOON):
        yield


def attended(steps: list[str]) -> None:
    """From now on, every window that is run has somebody at it who does these steps."""
    run = window.run

    def run_with_somebody(app: App, *others: object, **more: object) -> None:
        acts = (frame for step in steps for frame in done(app, step))
        tick = app.tick

        def act(seconds: float) -> None:
            tick(seconds)
            next(acts, None)

        app.tick = act  # type: ignore[method-assign]
        app._strict = True
        run(app, *others, **more)  # type: ignore[arg-type]

    window.run = run_with_somebody  # type: ignore[assignment]


if __name__ == "__main__":
    attended(json.loads(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
