"""`vigichat schema`: the schema that common editors complete and check a story by, printed or beside a story.

What it says is the engine's; which editors use it and how is left to docs/writing.md.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from game.cli.tell import reason, tell
from game.engine.schema import SCHEMA_ID, schema
from game.reference.library import FIRST_COUNTRY, load
from game.storage import write_file
from game.telling.language import _, current

MODELINE = f"# yaml-language-server: $schema=./{SCHEMA_ID}"
"""The first line of a story that is to be checked by the schema beside it."""


def schema_text() -> str:
    """The schema as JSON, its descriptions in the language spoken now."""
    return json.dumps(schema(_, load(FIRST_COUNTRY, current())), ensure_ascii=False, indent=1) + "\n"


def print_schema() -> int:
    """Print it; gives the number to exit with."""
    sys.stdout.write(schema_text())
    return 0


def write_schema(folder: Path) -> None:
    """Write it into `folder`, or again where one that Vigichat wrote differs, and say so.

    A file of that name that somebody else made is left alone. Stories play without it, so a fault stops nothing.
    """
    path = folder / SCHEMA_ID
    text = schema_text()
    try:
        if path.exists():
            there = path.read_text(encoding="utf-8")
            if there == text or not _ours(there):
                return
        write_file(path, text)
    except (OSError, ValueError) as fault:
        tell(_("“{path}” cannot be written: {reason}.").format(path=path, reason=reason(fault)))
        return
    print(_("“{path}” is written beside it: with it, many editors complete and check what you type.").format(path=path))


def _ours(text: str) -> bool:
    try:
        found = json.loads(text)
    except ValueError:
        return False
    return isinstance(found, dict) and found.get("$id") == SCHEMA_ID
