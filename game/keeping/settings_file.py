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
    try:
        with (kept_folder() / NAME).open("rb") as file:
            plain = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return from_plain(plain) if isinstance(plain, dict) else Settings()


def write_settings(settings: Settings) -> None:
    """Keep these settings. Raises OSError when the disk or the rights do not allow it; what was kept is then there."""
    folder = kept_folder()
    folder.mkdir(parents=True, exist_ok=True)
    write_file(folder / NAME, json.dumps(to_plain(settings), indent=1) + "\n")
