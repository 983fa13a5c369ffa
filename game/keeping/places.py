"""Where the game keeps what it was asked to keep: one folder for each person of this computer.

What is in it is left to the other modules of this room.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

STOPPED = "places"
"""The folder in it that holds a file for each story in which a place was kept."""

VARIABLE = "VIGICHAT_FOLDER"
"""Names another folder, for example one on the stick that the game was started from."""

_STORY = re.compile(r"[a-z0-9-]{1,80}")


def is_story(name: str) -> bool:
    """Whether a story that comes with the game can have this name: it is that of a file, and of a line that is kept."""
    return _STORY.fullmatch(name) is not None


def kept_folder() -> Path:
    """The folder; it need not exist. platformdirs knows the place that each system has for such files."""
    asked = os.environ.get(VARIABLE)
    if asked:
        return Path(asked)
    from platformdirs import user_config_path

    return user_config_path("vigichat", appauthor=False)


def stopped() -> tuple[str, ...]:
    """The names of the stories in which a place was kept, the latest first; what the files hold is `saved_play`'s."""
    try:
        found = [(path.stat().st_mtime, path.stem) for path in (kept_folder() / STOPPED).glob("*.json")]
    except OSError:
        return ()
    return tuple(story for _, story in sorted(found, reverse=True))
