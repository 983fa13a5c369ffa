"""An HTML file of ours on the disk: written whole or not at all, and never over what somebody else wrote.

What is in it is left to the rooms that make documents, and what is said when it cannot be written to the faces.
"""

from __future__ import annotations

import os
from pathlib import Path

from game.paper.document import GENERATOR
from game.storage import write_file

ENDINGS = (".html", ".htm")
"""How the name of such a file ends, in small letters."""

_START = 600
"""Bytes in which a document of ours has said that it is one."""


class NotOurs(Exception):
    """There is another file at the path: it stays as it is."""


def write_html(path: Path, document: str) -> None:
    """Write `document` to `path`, whole or not at all; an older one of ours there is replaced.

    Raises NotOurs where something else is there, and OSError or ValueError when the disk or the rights do not allow it.
    """
    if os.path.lexists(path) and not _ours(path):
        raise NotOurs(str(path))
    write_file(path, document)


def _ours(path: Path) -> bool:
    """Whether there is a document that the game wrote, or an empty file."""
    if not os.path.isfile(path):
        return False
    with path.open("rb") as file:
        start = file.read(_START)
    return not start or GENERATOR.encode("ascii") in start
