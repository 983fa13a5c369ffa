"""How long the window takes to open, and what memory it takes: home and a play, against a bare window of pygame-ce."""

from __future__ import annotations

from collections.abc import Iterator

from figures import Figure
from programs import Driver, start

SLOWER, TIMES = 80.0, 2.5
"""Milliseconds by which home may come later than a bare window, and how many times as late."""


def measure(drivers: tuple[Driver, ...], rounds: int) -> Iterator[Figure]:
    """The figures for each driver, from `rounds` rounds in each of which every program is started once."""
    for driver in drivers:
        bare = [_opened(driver, "bare_window.py")]
        home, chat = [_opened(driver, "game_window.py", "home")], [_opened(driver, "game_window.py", "chat")]
        for _ in range(rounds):
            bare.append(_opened(driver, "bare_window.py"))
            home.append(_opened(driver, "game_window.py", "home"))
            chat.append(_opened(driver, "game_window.py", "chat"))
        # The first of each only filled the caches: of the disk, and of Python's compiled files.
        (bare_ms, bare_mb), (home_ms, home_mb), (chat_ms, chat_mb) = (zip(*runs[1:]) for runs in (bare, home, chat))
        floor = "bare pygame-ce window"
        yield Figure(
            f"start to first frame of home, {driver.name}", "ms", home_ms, floor, bare_ms, "difference", SLOWER
        )
        yield Figure(f"the same, {driver.name}", "ms", home_ms, floor, bare_ms, "ratio", TIMES)
        # Reading the story, its reference and their words is in this one; so is a screen full of messages.
        yield Figure(f"start to a play, {driver.name}", "ms", chat_ms, floor, bare_ms, "difference")
        if any(bare_mb):
            yield Figure(f"memory after first frame of home, {driver.name}", "MB", home_mb, floor, bare_mb, "ratio")
            yield Figure(f"memory in a play, {driver.name}", "MB", chat_mb, floor, bare_mb, "ratio")


def _opened(driver: Driver, script: str, *words: str) -> tuple[float, float]:
    """Milliseconds from the start of the process to its first frame, and megabytes then."""
    program = start(driver, script, *words)
    answer = program.answer()
    return 1000 * (answer["shown"] - program.started), answer["memory"]
