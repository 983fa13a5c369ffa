"""The log of a play as a file: one event a line, as JSON (docs/play-rules.md).

Deciding when to write it is left to `commands`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from game.engine.plain import to_plain
from game.engine.session import Log
from game.storage import write_file
from game.telling.language import _

_OPENING = b'{"type": "Started"'


def blocked(path: Path) -> str:
    """Why a log cannot be written to `path`, in a sentence, or "". Nothing is written to find out."""
    if path.is_dir():
        return _("The log cannot be written: {path} is a folder. The play goes on without it.").format(path=path)
    if not path.parent.is_dir():
        return _("The log cannot be written: there is no folder {path}. The play goes on without it.").format(
            path=path.parent
        )
    if path.exists() and not _may_be_replaced(path):
        return _("The log is not written: {path} is another file. The play goes on without it.").format(path=path)
    if not os.access(path.parent, os.W_OK):
        return _("The log cannot be written: {path} is read-only. The play goes on without it.").format(
            path=path.parent
        )
    return ""


def write_log(path: Path, log: Log) -> str:
    """Write `log` to `path`, whole or not at all. Gives "", or the sentence that says why it could not be done."""
    lines = [json.dumps(to_plain(event), ensure_ascii=False) + "\n" for event in log]
    try:
        write_file(path, "".join(lines))
    except OSError as fault:
        reason = fault.strerror or str(fault)
        return _("The log could not be written to {path}: {reason}.").format(path=path, reason=reason)
    return ""


def _may_be_replaced(path: Path) -> bool:
    """Whether `path` is empty or a log: a scenario named by mistake must not be lost."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            start = file.read(len(_OPENING))
    except OSError:
        return False
    return start in (b"", _OPENING)
