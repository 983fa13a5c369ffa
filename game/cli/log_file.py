"""The log of a play as a file: one event a line, as JSON (docs/play-rules.md).

Deciding when to write it is left to `commands`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from game.cli.tell import reason, tell
from game.engine.events import Log
from game.engine.plain import to_plain
from game.storage import write_file
from game.telling.language import _

_OPENING = b'{"type": "Started"'


def blocked(path: Path) -> str:
    """Why a log cannot be written to `path`, in a sentence, or "". Nothing is written to find out."""
    if os.path.isdir(path):
        return _("The log cannot be written: {path} is a folder. The play goes on without it.").format(path=path)
    if not os.path.isdir(path.parent):
        return _("The log cannot be written: there is no folder {path}. The play goes on without it.").format(
            path=path.parent
        )
    if os.path.lexists(path) and not _may_be_replaced(path):
        return _("The log is not written: {path} is another file. The play goes on without it.").format(path=path)
    if not os.access(path.parent, os.W_OK):
        return _("The log cannot be written: {path} is read-only. The play goes on without it.").format(
            path=path.parent
        )
    return ""


def write_log(path: Path | None, log: Log) -> bool:
    """Write `log` to `path`, whole or not at all; nothing for None or for a play that never began.

    False, once it was said why, where it could not be written.
    """
    if path is None or not log:
        return True
    lines = [json.dumps(to_plain(event), ensure_ascii=False) + "\n" for event in log]
    try:
        write_file(path, "".join(lines))
    except (OSError, ValueError) as fault:
        tell(_("The log could not be written to {path}: {reason}.").format(path=path, reason=reason(fault)))
        return False
    return True


def _may_be_replaced(path: Path) -> bool:
    """Whether `path` is empty or a log: a scenario named by mistake must not be lost."""
    if not os.path.isfile(path):
        return False
    try:
        with path.open("rb") as file:
            start = file.read(len(_OPENING))
    except OSError:
        return False
    return start in (b"", _OPENING)
