"""A file that somebody is writing: whether it was saved since it was last looked at.

What is in it is left to whoever reads it. Only the system's note of its time and size is asked for, at most four times
a second.
"""

from __future__ import annotations

import os
from pathlib import Path

LOOK_EVERY = 0.25
"""Seconds between two looks."""

_Stamp = tuple[int, int, int] | None
"""Time of the last change, size and number of the file; None when there is no file."""


class WatchedFile:
    """The file at `path`, taken to have been read when this is made."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read = self._seen = _stamp(path)
        self._since = 0.0

    def saved(self, seconds: float) -> bool:
        """Let `seconds` pass; True when the file is another than the one last read, which it then counts as.

        It must have been the same at two looks: some editors empty a file before they fill it, others put a new one in
        its place, and neither is to be read half way.
        """
        self._since += seconds
        if self._since < LOOK_EVERY:
            return False
        self._since = 0.0
        before, self._seen = self._seen, _stamp(self.path)
        if self._seen == self._read or self._seen != before:
            return False
        self._read = self._seen
        return True


def _stamp(path: Path) -> _Stamp:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
