"""A terminal: lines that wrap at words, questions, and a screen that can be wiped.

Text stays plain, for screen readers, files and pipes alike: no colours, boxes or cursor movements. What is said and
asked is left to the modules that use it.
"""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable
from typing import TextIO

NARROWEST = 20
WIDEST = 100
"""Columns: longer lines are hard to follow by eye."""

_WIPE = "\x1b[H\x1b[2J\x1b[3J"
"""Home, erase the screen, erase what was scrolled away (ECMA-48, and xterm for the last)."""


class InputEnded(Exception):
    """There is nothing more to read: the end of a file, or Ctrl+D."""


class Terminal:
    """Reads lines from `source`, writes to `out`. `width` in columns; measured at each line when None."""

    def __init__(self, source: TextIO | None, out: TextIO, width: int | None = None) -> None:
        self._source = source
        self._out = out
        self._width = width
        self._waiting: list[str] = []
        self._ended = False

    @property
    def width(self) -> int:
        """Columns to wrap at, from `NARROWEST` to `WIDEST`."""
        wanted = self._width or shutil.get_terminal_size().columns
        return max(NARROWEST, min(wanted, WIDEST))

    def say(self, text: str = "", indent: int = 0, hang: int = 0) -> None:
        """Write a text, wrapped; `indent` columns before each line, `hang` more before all but the first."""
        for line in wrapped(text, self.width, indent, hang):
            self._out.write(line + "\n")

    def say_all(self, lines: Iterable[str]) -> None:
        """Write lines that are wrapped already."""
        for line in lines:
            self._out.write(line + "\n")

    def ask(self, prompt: str) -> str:
        """Show `prompt` and give the line that is typed, without spaces at its ends. Raises `InputEnded`."""
        self._out.write(prompt + " ")
        if self._waiting:
            typed = self._waiting.pop()
            self._out.write(typed + "\n")
            return typed
        self._out.flush()
        try:
            # A terminal goes on after Ctrl+D, but whoever typed it meant to stop.
            line = self._source.readline() if self._source and not self._ended else ""
        except KeyboardInterrupt:
            self._out.write("\n")
            raise
        if not line:
            self._ended = True
            self._out.write("\n")
            raise InputEnded
        typed = printable(line.strip())
        if not self._typed_here():
            # Nobody's keys echo a file's lines, and the answers belong beside the questions.
            self._out.write(typed + "\n")
        return typed

    def keep(self, typed: str) -> None:
        """Give `typed` as the answer to the next question."""
        self._waiting.append(typed)

    def wipe(self) -> None:
        """Leave nothing to read on the screen; does nothing where the output is a file or a pipe."""
        if not self._out.isatty():
            return
        if sys.platform == "win32":
            self._out.flush()
            os.system("cls")  # older consoles print escape sequences instead of obeying them
        elif os.environ.get("TERM", "dumb") in ("", "dumb"):
            self._out.write("\n" * shutil.get_terminal_size().lines * 3)
        else:
            self._out.write(_WIPE)
        self._out.flush()

    def _typed_here(self) -> bool:
        return self._source is not None and self._source.isatty()


def here() -> Terminal:
    """The terminal that the command was typed in."""
    return Terminal(sys.stdin, sys.stdout)


def columns(text: str) -> int:
    """How many columns `text` takes: two for East Asian wide characters and emoji, none for marks and joiners."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def wrapped(text: str, width: int, indent: int = 0, hang: int = 0) -> list[str]:
    """`text` as lines of at most `width` columns; its own line breaks stay, and a word too long is never cut.

    Only ordinary spaces break lines: « Quoi ? » with its no-break spaces stays whole.
    """
    lines: list[str] = []
    for paragraph in printable(text).split("\n"):
        line = ""
        for word in paragraph.split(" "):
            margin = indent + (hang if lines else 0)
            if line and columns(line) + 1 + columns(word) > width - margin:
                lines.append(" " * margin + line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        margin = indent + (hang if lines else 0)
        lines.append(" " * margin + line if line else "")
    return lines


def printable(text: str) -> str:
    """`text` without control characters, which could move a terminal's cursor or change its colours."""
    if text.isprintable():
        return text
    plain = text.replace("\t", " ")
    return "".join(one if one == "\n" or unicodedata.category(one) != "Cc" else "\ufffd" for one in plain)
