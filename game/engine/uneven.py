"""Slips of layout that can be named: a line that starts too far left or right, a missing colon, a missing space.

YAML tells only where it no longer understood. The lines around that place are tried with one slip mended; what lets
YAML read on is the slip. When nothing does, or two things do, nothing is said here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from game.engine.keys import TABLES
from game.engine.model import Place
from game.engine.problems import Problem, problem
from game.engine.quoting import without_comment

_KNOWN = frozenset(key for table in TABLES.values() for key in table)
_MOST_LINES = 3000
"""Lines of a file in which slips are looked for: each trial reads them again."""

_BEYOND = 60
"""Lines after the fault that a trial reads."""

_LINE = re.compile(r"( *)(- +)?([^\W\d][\w-]*)?")
_NO_SPACE = re.compile(r"( *(?:- +)?([A-Za-z_][\w-]*):)(?=[^\s:/])")
_NO_COLON = re.compile(r"( *(?:- +)?([A-Za-z_][\w-]*))(?=[ \t]+(\S)|[ \t]*$)")
_CHAT = re.compile(r" *chat[ \t]*:[ \t]*\|")
_MESSAGE = re.compile(r" *(?:[~^] |[^\W\d][\w-]*(?: *\([^()]*\))? ?:)")


class Slip(NamedTuple):
    """A mended line: its row from 0, its text, and the problem that it had."""

    row: int
    line: str
    why: Problem


def slip(at: int, key: int | None, lines: list[str], stop: Callable[[list[str]], int]) -> Slip | None:
    """The one slip that surely keeps YAML from reading on at row `at` of `lines`, or None.

    `key` is the row of a key that has no colon, if YAML met one. `stop` gives the row where it stops in other lines.
    """
    if len(lines) > _MOST_LINES:
        return None
    near = _near(min(at, len(lines) - 1), lines) | ({key} if key is not None else set())
    first = min(near, default=0)
    while first > 0 and not re.match(r"[A-Za-z_]", lines[first]):
        first -= 1
    last = at + _BEYOND
    reached: dict[Slip, int] = {}
    for index in sorted(near):
        for one in _tries(index, lines):
            reached[one] = first + stop([*lines[first:index], one.line, *lines[index + 1 : last]])
    far = max(reached.values(), default=0)
    best = [one for one, line in reached.items() if line == far]
    return _likeliest(best, lines) if far > at + 2 else None


def _likeliest(slips: list[Slip], lines: list[str]) -> Slip | None:
    """The one slip of several that mend as much: a sign left out, else the smallest step to an even column."""
    signs = [one for one in slips if one.why.name != "uneven-indentation"]
    if signs or len(slips) < 2:
        slips = signs or slips
        return slips[0] if len(slips) == 1 else None
    slips = [one for one in slips if not _width(one.line) % 2]
    steps = [abs(_width(one.line) - _width(lines[one.row])) for one in slips]
    return slips[steps.index(min(steps))] if steps and steps.count(min(steps)) == 1 else None


def _near(at: int, lines: list[str]) -> set[int]:
    """The lines where the slip may be: that of the fault, the one above, and those that its level hangs on."""
    while at > 0 and _bare(lines[at]):
        at -= 1
    near = {at}
    width, least = _width(lines[at]), -1
    above = [index for index in range(at - 1, -1, -1) if not _bare(lines[index])]
    near.update(above[:1])
    for index in above:
        if _width(lines[index]) <= width:
            near.add(index)
            break
        if least < 0 or _width(lines[index]) <= _width(lines[least]):
            least = index
    return near | ({least} if least >= 0 else set())


def _tries(index: int, lines: list[str]) -> Iterator[Slip]:
    line = lines[index]
    place = Place(index + 1, _width(line) + 1)
    if match := _NO_SPACE.match(line):
        if match[2] in _KNOWN or line[match.end()] in "\"'«“":
            mended = f"{match[1]} {line[match.end() :]}"
            yield _slip("missing-space", index, match, mended)
    elif (match := _NO_COLON.match(line)) and (match[2] in _KNOWN or match[3] in (None, '"', "'")):
        yield _slip("missing-colon", index, match, f"{match[1]}:{line[match.end() :]}")
    start = _chat_start(index, lines)
    if start is not None:
        left = _width(lines[start])
        wanted = {left + (2 if line.lstrip().startswith("^") else 0)} if _width(line) < left else set()
    else:
        wanted = _levels(index, lines)
    for width in sorted(wanted - {_width(line)}):
        why = problem("uneven-indentation", place, count=str(_width(line)), wanted=str(width))
        yield Slip(index, " " * width + line.lstrip(" "), why)


def _slip(name: str, index: int, match: re.Match[str], mended: str) -> Slip:
    shown = without_comment(mended.strip())
    return Slip(index, mended, problem(name, Place(index + 1, match.end() + 1), key=match[2], line=shown))


def _chat_start(index: int, lines: list[str]) -> int | None:
    """The first message of the chat that the line, a later message, is in or was to be in."""
    match = _LINE.match(lines[index])
    if not _MESSAGE.match(lines[index]) or (match and match[3] in _KNOWN):
        return None
    for above in range(index - 1, -1, -1):
        if _CHAT.match(lines[above]):
            start = next((one for one in range(above + 1, index) if lines[one].strip()), None)
            return start if start is not None and _width(lines[start]) > _width(lines[above]) else None
        if not _MESSAGE.match(lines[above]) and lines[above].strip():
            return None
    return None


def _levels(index: int, lines: list[str]) -> set[int]:
    """How far in the line may start: as far as a line of the same sort around it."""
    mine = _LINE.match(lines[index])
    assert mine is not None  # the pattern takes any line
    if mine[3] is None and not mine[2] and not _MESSAGE.match(lines[index]):
        return set()
    around: list[int] = []
    for way in (range(index - 1, -1, -1), range(index + 1, len(lines))):
        floor = len(lines[index]) + 80
        for at in way:
            if not _bare(lines[at]) and _width(lines[at]) < floor:
                around.append(at)
                floor = _width(lines[at])
    found: set[int] = set()
    for at in around:
        other = _LINE.match(lines[at])
        if other is None or (other[3] in _KNOWN) != (mine[3] in _KNOWN):
            continue
        if bool(mine[2]) == bool(other[2]):
            found.add(len(other[1]))
        elif other[2]:
            found.add(len(other[1]) + len(other[2]))
    return found


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _bare(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
