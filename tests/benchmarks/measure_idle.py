"""What the game costs while nothing happens: each screen, against the game's own loop around an app that does nothing.

The screens are those of the gallery. Several are open at the same time and measured over the same spans: they are at
rest, so they hardly disturb one another, and what else the machine does disturbs them alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from figures import Figure
from programs import Driver, start

from game.desktop.gallery import SCREENS

MOST = 0.6
"""Per cent of one core."""
_TOGETHER = 6
"""Windows that are open at once, besides the empty one."""


def measure(drivers: tuple[Driver, ...], rounds: int, seconds: float) -> Iterator[Figure]:
    """The figures for each driver, from `rounds` spans of `seconds`."""
    names = tuple(SCREENS)
    for driver in drivers:
        for first in range(0, len(names), _TOGETHER):
            yield from _together(driver, names[first : first + _TOGETHER], rounds, seconds)


def _together(driver: Driver, names: tuple[str, ...], rounds: int, seconds: float) -> Iterator[Figure]:
    words = {name: f"screen:{name}" for name in names} | {"empty": "empty"}
    opened = {name: start(driver, "game_window.py", word, str(rounds), str(seconds)) for name, word in words.items()}
    try:
        patience = 120 + rounds * seconds
        used = {name: tuple(program.answer(patience)["percent"]) for name, program in opened.items()}
    finally:
        # One that failed must not leave the others open.
        for program in opened.values():
            program.process.kill()
    for name in names:
        yield Figure(f"idle on {name}, {driver.name}", "%", used[name], "empty app", used["empty"], wanted=MOST)
