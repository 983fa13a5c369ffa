"""Where the project's folders are, and how a file is written so that a power cut costs nothing."""

from __future__ import annotations

import os
from pathlib import Path

_HERE = Path(__file__).resolve().parent


_ELSEWHERE = {"problems": "docs/problems", "gallery": "tests/pictures"}
"""Folders that a checkout keeps in another place than beside the package."""


def folder(name: str) -> Path:
    """The folder `name` ("scenarios", "assets", "locales", "problems"), in an installed wheel or in a checkout.

    "gallery" is in a checkout only.
    """
    packed = _HERE / "_data" / name
    return packed if packed.is_dir() else _HERE.parent / _ELSEWHERE.get(name, name)


def write_file(path: Path, text: str) -> None:
    """Write `text` as UTF-8 to `path`, whole or not at all: beside it first, then renamed over it.

    Raises OSError when the disk or the rights do not allow it, and ValueError when the path or the text cannot be one;
    what was at `path` is then still there.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(path)
    except (OSError, ValueError):  # ValueError: half of a surrogate pair, or a path that no system can hold
        beside.unlink(missing_ok=True)
        raise
