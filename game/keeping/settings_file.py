"""The settings on disk: one small JSON file, read at start and written whole when something was changed.

What the settings mean is left to `settings`. A file that cannot be read never keeps anybody from playing.
"""

from __future__ import annotations

import json

from game.keeping.places import kept_folder
from game.keeping.settings import Settings, from_plain, to_plain
from game.storage import write_file

NAME = "settings.json"
_MOST_BYTES = 64 * 1024


def read_settings() -> Settings:
    """What was kept; the settings of a first start where nothing was, or nothing that makes sense."""
    return from_plain(_plain() or {})


def unreadable() -> bool:
    """Whether there is a file of which nothing makes sense: then the settings are those of a first start again."""
    return (kept_folder() / NAME).exists() and _plain() is None


def _plain() -> dict[str, object] | None:
    try:
        with (kept_folder() / NAME).open("rb") as file:
            plain = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    return plain if isinstance(plain, dict) else None


def write_settings(settings: Settings) -> None:
    """Keep these settings. Raises OSError when the disk or the rights do not allow it; what was kept is then there."""
    folder = kept_folder()
    folder.mkdir(parents=True, exist_ok=True)
    write_file(folder / NAME, json.dumps(to_plain(settings), indent=1) + "\n")
