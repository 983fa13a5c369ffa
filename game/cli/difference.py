"""What changes in a text, line by line, as a person reads it.

Which changes there are to be is left to those who ask for them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import groupby
from typing import TextIO

from game.cli.terminal import printable

_FARTHEST = 60
"""Lines: how far a line that both texts have is looked for."""

_RED, _GREEN, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"


def difference(before: str, after: str) -> tuple[str, ...]:
    """Each line that goes as “12 - text” and each that comes as “12 + text”, with its own number, from top to end."""
    old, new = _lines(before), _lines(after)
    width = len(str(max(len(old), len(new))))
    told: list[str] = []
    for gone, come in _changes(old, new):
        told += (f"{number + 1:>{width}} - {_shown(old[number])}".rstrip() for number in gone)
        told += (f"{number + 1:>{width}} + {_shown(new[number])}".rstrip() for number in come)
    return tuple(told)


def changed_lines(before: str, after: str) -> int:
    """How many lines are not as they were, line breaks included; a line that goes and one that comes in its place count
    once."""
    return sum(max(len(gone), len(come)) for gone, come in _changes(before.split("\n"), after.split("\n")))


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[range, range]]:
    """The lines that go and those that come in their place, by index.

    From each difference on to the nearest line that both have: what is told is always true, if not always the least.
    difflib, which looks further, takes half a minute for a file of the largest size.
    """
    here, there = 0, 0
    while here < len(old) and there < len(new):
        if old[here] == new[there]:
            here, there = here + 1, there + 1
            continue
        goes, comes = _nearest_alike(old, new, here, there)
        yield from _without_alike(old, new, range(here, goes), range(there, comes))
        here, there = goes, comes
    if here < len(old) or there < len(new):
        yield range(here, len(old)), range(there, len(new))


def _without_alike(old: list[str], new: list[str], gone: range, come: range) -> Iterator[tuple[range, range]]:
    """The same without the lines, empty ones for the most part, that are alike in both."""
    while gone and come and old[gone[-1]] == new[come[-1]]:
        gone, come = gone[:-1], come[:-1]
    if len(gone) != len(come):
        yield gone, come
        return
    for differs, run in groupby(zip(gone, come, strict=True), lambda pair: old[pair[0]] != new[pair[1]]):
        if differs:
            here, there = next(run)
            many = 1 + sum(1 for _pair in run)
            yield range(here, here + many), range(there, there + many)


def _nearest_alike(old: list[str], new: list[str], here: int, there: int) -> tuple[int, int]:
    for away in range(1, _FARTHEST):
        for step in range(away + 1):
            goes, comes = here + step, there + away - step
            if goes < len(old) and comes < len(new) and old[goes].strip() and old[goes] == new[comes]:
                return goes, comes
    return here + 1, there + 1


def _shown(line: str) -> str:
    """What a person can see of the line: spaces at its end become dots, which else would go as nothing at all."""
    text = line.rstrip(" ")
    return printable(text.replace("\t", "→   ")) + "·" * (len(line) - len(text))


def show(lines: tuple[str, ...], out: TextIO) -> None:
    """Write `lines` of a difference: what goes in red and what comes in green where `out` shows colours."""
    for line in _coloured(lines) if _shows_colours(out) else lines:
        out.write(line + "\n")


def _coloured(lines: tuple[str, ...]) -> Iterator[str]:
    for line in lines:
        sign = line.lstrip(" 0123456789")[:1]
        yield f"{_RED if sign == '-' else _GREEN}{line}{_PLAIN}"


def _shows_colours(out: TextIO) -> bool:
    # Older Windows consoles print escape sequences instead of obeying them.
    known = sys.platform != "win32" and os.environ.get("TERM", "dumb") not in ("", "dumb")
    return known and "NO_COLOR" not in os.environ and out.isatty()


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
