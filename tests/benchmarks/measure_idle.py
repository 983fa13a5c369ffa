"""What the game costs while nothing happens: each screen, against the game's own loop around an app that does nothing.

All of them are open at the same time and measured over the same spans: they are at rest, so they hardly disturb one
another, and what else the machine does disturbs them alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from figures import Figure
from programs import Driver, start

SCREENS = ("home", "help", "chat", "debrief")
MOST = 0.6
"""Per cent of one core."""


def measure(drivers: tuple[Driver, ...], rounds: int, seconds: float) -> Iterator[Figure]:
    """The figures for each driver, from `rounds` spans of `seconds`."""
    for driver in drivers:
        opened = {
            name: start(driver, "game_window.py", name, str(rounds), str(seconds)) for name in (*SCREENS, "empty")
        }
        try:
            patience = 60 + rounds * seconds
            used = {name: tuple(program.answer(patience)["percent"]) for name, program in opened.items()}
        finally:
            # One that failed must not leave the others open.
            for program in opened.values():
                program.process.kill()
        for name in SCREENS:
            yield Figure(f"idle on {name}, {driver.name}", "%", used[name], "empty app", used["empty"], wanted=MOST)
