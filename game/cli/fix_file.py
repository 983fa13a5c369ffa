"""`vigichat fix`: shows what can be mended for sure in a file, and writes it when asked to.

Which fixes are sure is the engine's to know; reading and writing the file are left to `own_file`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from game.cli.difference import difference, show
from game.cli.own_file import read_own, typed, write_own
from game.cli.terminal import InputEnded, here, printable
from game.engine.check import check
from game.engine.mending.edits import Lines
from game.engine.mending.fix import Mended, mended
from game.engine.problems import Problem, in_order
from game.engine.read import read
from game.engine.reference import Reference
from game.reference.library import countries, load
from game.telling.language import _, current, ngettext

_load = cache(load)
_MOST_SHOWN = 60
"""Characters of a text in the list of fixes; the difference below shows it whole."""


def fix_file(name: str, yes: bool) -> int:
    """Mend the file `name`: after asking, or at once if `yes`; without a terminal to ask in, only show.

    Gives 0 when nothing is left to write, 1 when a fix was not written, 2 when there is no such text.
    """
    own = read_own(Path(name))
    if own is None:
        return 2
    fixed = mended(own.text, _judged, tuple(_reference("fr").sign))
    left = len(_judged(fixed.text))
    if not fixed.edits:
        said = _("Nothing in “{path}” can be mended for sure.") if left else _("There is no slip to mend in “{path}”.")
        print(said.format(path=name))
        _say_left(left, name)
        return 0
    for sentence in _sentences(own.text, fixed):
        print(sentence)
    print()
    show(difference(own.text, fixed.text), sys.stdout)
    print()
    if not yes and not _agreed(name):
        return 1
    if not write_own(own, fixed.text):
        return 1
    print(_("“{path}” is written.").format(path=name))
    _say_left(left, name)
    return 0


def _reference(country: str) -> Reference:
    return _load(country, current())


def _judged(text: str) -> tuple[Problem, ...]:
    """What reading and checking find; the rest of what `vigichat check` tells is no matter of spelling."""
    reading = read(text.encode("utf-8"))
    if reading.scenario is None or reading.scenario.country not in countries():
        return reading.problems
    found = check(reading.scenario, _reference(reading.scenario.country), reading.problems)
    return in_order((*reading.problems, *found))


def _sentences(text: str, fixed: Mended) -> Iterator[str]:
    """One line a fix: where, what, and the name of the problem that it mends."""
    lines = Lines(text)
    for edit in fixed.edits:
        number = lines.place(edit.start).line
        old, new = _short(text[edit.start : edit.end]), _short(edit.new)
        if edit.mends is None:
            yield _("line {line}: “{new}” gives a choice the name that it has already").format(line=number, new=new)
        elif edit.mends.name == "missing-space":
            yield _("line {line}: a space is added ({name})").format(line=number, name=edit.mends.name)
        elif edit.mends.name == "sign-not-indented":
            yield _("line {line}: two spaces are added ({name})").format(line=number, name=edit.mends.name)
        elif not new:
            yield _("line {line}: spaces instead of a tab or no-break spaces ({name})").format(
                line=number, name=edit.mends.name
            )
        elif not old:
            yield _("line {line}: “{new}” is added ({name})").format(line=number, new=new, name=edit.mends.name)
        else:
            yield _("line {line}: {old} → {new} ({name})").format(line=number, old=old, new=new, name=edit.mends.name)


def _short(text: str) -> str:
    line = " ".join(printable(text).split()).rstrip(",")
    return line if len(line) <= _MOST_SHOWN else f"{line[: _MOST_SHOWN - 1]}…"


def _agreed(name: str) -> bool:
    """Whether the person at the terminal wants the changes written; it is said how to write them otherwise."""
    if sys.stdin is None or not sys.stdin.isatty() or not sys.stdout.isatty():
        print(
            _("Nothing was written. To write these changes: {command}").format(
                command=f"vigichat fix {typed(name)} --yes"
            )
        )
        return False
    try:
        answer = here().ask(_("Write these changes? [y/N]"))
    except InputEnded:
        answer = ""
    # Both languages' letters, whatever is spoken: nobody types the other one to say no.
    if answer.casefold() in ("y", "yes", "o", "oui"):
        return True
    print(_("Nothing was written."))
    return False


def _say_left(count: int, name: str) -> None:
    if count:
        told = ngettext(
            "{number} problem is left for you: {command}", "{number} problems are left for you: {command}", count
        )
        print(told.format(number=count, command=f"vigichat check {typed(name)}"))
