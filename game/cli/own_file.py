"""A file of the author's own: its text as it stands, and writing it back without losing anything.

What is to be changed in it is left to `fix_file` and `format_files`.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from game.cli.tell import reason, tell
from game.engine.problems import Problem
from game.engine.read import read
from game.shelf import content_of
from game.storage import write_file
from game.telling.language import _
from game.telling.problem_words import line

_WITHOUT_TEXT = {"file-too-big", "file-empty", "not-utf8"}


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file and the text that was read from it, byte order mark and line breaks included."""

    path: Path
    text: str


def read_own(path: Path) -> OwnFile | None:
    """The file's text; when there is none to be had, it is said why, and None is given."""
    content = content_of(path)
    if isinstance(content, Problem):
        tell(line(str(path), content))
        return None
    for problem in read(content).problems:
        if problem.name in _WITHOUT_TEXT:
            tell(line(str(path), problem))
            return None
    return OwnFile(path, content.decode("utf-8"))


def write_own(file: OwnFile, text: str) -> bool:
    """Write `text` instead of what the file says; whether that was done. It is said why not.

    Nothing is written over what somebody else wrote meanwhile, nor over a file that is not to be written.
    """
    target = file.path.resolve()  # a link goes on pointing to the file
    try:
        if content_of(target) != file.text.encode("utf-8"):
            tell(
                _("“{path}” was changed by another program meanwhile. Nothing was written; try again.").format(
                    path=file.path
                )
            )
            return False
        mode = stat.S_IMODE(target.stat().st_mode)
        # Renaming could replace it all the same; and whoever may do everything is told that a file is protected.
        if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
            tell(_("“{path}” is protected against writing. Nothing was written.").format(path=file.path))
            return False
        write_file(target, text)
        target.chmod(mode)
    except (OSError, ValueError) as fault:
        tell(_("“{path}” cannot be written: {reason}.").format(path=file.path, reason=reason(fault)))
        return False
    return True


def typed(name: str) -> str:
    """`name` as it is typed in a command."""
    return f'"{name}"' if " " in name else name
