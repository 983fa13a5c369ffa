"""Erasing what is kept, and knowing what that is: so many plays, so many places, settings.

Saying it in words is left to `telling.kept`. Only files of the game are touched, whatever else lies in its folder.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from game.keeping import progress, settings_file
from game.keeping.places import STOPPED, kept_folder

_STALE = 60.0
"""Seconds after which a file that was being written beside another was left there by a program that was stopped."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is on the disk: `plays` finished and noted, `places` kept in stories, and whether there are `settings`."""

    plays: int = 0
    places: int = 0
    settings: bool = False


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased, and what could not be: each file with the system's reason."""

    what: Kept
    left: tuple[tuple[Path, str], ...] = ()


def kept() -> Kept:
    """What is kept now."""
    plays, unread = progress.read_progress()
    return Kept(len(plays) + unread, len(_places()), (kept_folder() / settings_file.NAME).is_file())


def erase(settings_too: bool = False) -> Erased:
    """Erase plays and places, and the settings if asked. Never raises: what could not be erased is in the answer."""
    before = kept()
    paths = [kept_folder() / progress.NAME, *_places()]
    if settings_too:
        paths.append(kept_folder() / settings_file.NAME)
    left = [(path, fault) for path in (*paths, *_half_written()) if (fault := _unlinked(path))]
    now = kept()
    # A folder in which something else lies stays.
    for folder in (kept_folder() / STOPPED, kept_folder()):
        with suppress(OSError):
            folder.rmdir()
    return Erased(
        Kept(before.plays - now.plays, before.places - now.places, before.settings and not now.settings), tuple(left)
    )


def erase_places() -> None:
    """Erase every place, in whatever story and whenever it was kept. Never raises."""
    for path in _places():
        _unlinked(path)
    with suppress(OSError):
        (kept_folder() / STOPPED).rmdir()


def sweep(older: float = _STALE) -> None:
    """Erase what a program that was stopped while it wrote has left beside the files, `older` seconds ago or more.
    Never raises."""
    for path in _half_written():
        with suppress(OSError):
            if time.time() - path.stat().st_mtime >= older:
                path.unlink()


def _places() -> list[Path]:
    return sorted((kept_folder() / STOPPED).glob("*.json"))


def _half_written() -> Iterator[Path]:
    """The files that `storage.write_file` makes before it renames them."""
    for folder, name in ((kept_folder(), "*.json*"), (kept_folder() / STOPPED, "*.json")):
        yield from folder.glob(f".{name}.*.new")


def _unlinked(path: Path) -> str:
    """Erase one file; why that was not possible, or ""."""
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        return fault.strerror or str(fault)
    return ""
