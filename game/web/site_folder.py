"""The folder of all stories on the disk: written whole or not at all, and only where nothing of somebody else is lost.

A list of what it holds stands in it, by which a folder of ours is told from others. What the files are is `site`'s, and
what is said when they cannot be written the faces'.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

LIST = "files.json"
"""The list: names of files and the SHA-256 of what was written in each."""


class NotOurs(Exception):
    """Something in the folder was not written by the game, or was changed since: `name`, or "" for what is no folder.

    All stays as it is.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` as the whole content of the folder `path`, which is made, or replaced if it is ours or empty.

    They are written beside it first. Raises NotOurs, and OSError or ValueError when the disk or the rights do not allow
    it; what was at `path` is then still there.
    """
    path = path.resolve()
    if os.path.lexists(path):
        _look(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    before = path.with_name(f".{path.name}.{os.getpid()}.old")
    listed = {name: sha256(content).hexdigest() for name, content in files.items()}
    written = {**files, LIST: (json.dumps({"generator": "Vigichat", "files": listed}, indent=1) + "\n").encode("ascii")}
    try:
        beside.mkdir()
        for name, content in written.items():
            with (beside / name).open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
        _exchange(beside, path, before)
    except (OSError, ValueError):
        shutil.rmtree(beside, ignore_errors=True)
        raise
    shutil.rmtree(before, ignore_errors=True)


def _exchange(new: Path, path: Path, before: Path) -> None:
    """Put `new` at `path`, and what was there at `before`."""
    if os.path.lexists(path):
        path.rename(before)
    try:
        new.rename(path)
    except OSError:
        with suppress(OSError):
            before.rename(path)
        raise


def _look(path: Path) -> None:
    """Raises NotOurs where the folder holds anything that the game did not write as it is now."""
    if not path.is_dir():
        raise NotOurs("")
    there = sorted(one.name for one in path.iterdir())
    listed = _listed(path)
    for name in there:
        one = path / name
        if name == LIST and listed:
            continue
        if one.is_symlink() or not one.is_file() or listed.get(name) != sha256(one.read_bytes()).hexdigest():
            raise NotOurs(name)


def _listed(path: Path) -> dict[str, str]:
    """What the list in the folder says, nothing where there is none."""
    try:
        told = json.loads((path / LIST).read_text(encoding="ascii"))
        files = told["files"] if told["generator"] == "Vigichat" else {}
    except (OSError, ValueError, LookupError, TypeError):
        return {}
    return files if isinstance(files, dict) else {}
