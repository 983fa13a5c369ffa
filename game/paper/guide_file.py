"""A story's guide for a teacher as one HTML file.

What is in it is `telling.teacher_guide`'s. Where it goes, and what is said when it cannot, is left to the faces.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from game.engine.model import Scenario
from game.engine.reference import Reference
from game.paper.document import GENERATOR, document
from game.storage import write_file
from game.telling.teacher_guide import guide_title, teacher_guide

ENDINGS = (".html", ".htm")
"""How the name of such a file ends, in small letters."""

_START = 600
"""Bytes in which a document of ours has said that it is one."""


class NotOurs(Exception):
    """There is another file at the path: it stays as it is."""


def write_guide(path: Path, scenario: Scenario, reference: Reference, today: date) -> None:
    """Write the guide to `path`, whole or not at all, in the language spoken now; an older one there is replaced.

    Raises NotOurs where something else is there, and OSError or ValueError when the disk or the rights do not allow it.
    """
    if os.path.lexists(path) and not _ours(path):
        raise NotOurs(str(path))
    write_file(path, document(guide_title(scenario), teacher_guide(scenario, reference, today)))


def _ours(path: Path) -> bool:
    """Whether there is a document that this room wrote, or an empty file."""
    if not os.path.isfile(path):
        return False
    with path.open("rb") as file:
        start = file.read(_START)
    return not start or GENERATOR.encode("ascii") in start
