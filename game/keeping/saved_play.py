"""Places kept in stories: a small file for each story, so that one that is damaged costs one place.

Where a play stands is left to `game.engine.save`; when a place is kept, to the faces. Only stories that come with the
game have one: the name of anybody's own file would be a trace.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from game.engine.save import Saved, is_word
from game.keeping.places import STOPPED, is_story, kept_folder
from game.storage import write_file

_SHAPE = re.compile(r"[0-9a-f]{4,64}")
_MOST_BYTES = 64 * 1024
_MOST = 2**53


class Damaged(ValueError):
    """The file of a place says nothing that can be played on from."""


def path_of(story: str) -> Path:
    """The file of the place in `story`, the name of its file without its ending. Raises ValueError for no such name."""
    if not is_story(story):
        raise ValueError(story)
    return kept_folder() / STOPPED / f"{story}.json"


def write_saved(story: str, saved: Saved) -> None:
    """Keep this place in `story`. Raises OSError when the disk or the rights do not allow it; the one before is then
    still there."""
    path = path_of(story)
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = {"of": saved.of, "seed": saved.seed, "shown": saved.shown, "route": " ".join(saved.route)}
    write_file(path, json.dumps(plain, separators=(",", ":")) + "\n")


def read_saved(story: str) -> Saved | None:
    """The place kept in `story`, or None. Raises Damaged for a file that makes no sense or cannot be read."""
    try:
        with path_of(story).open("rb") as file:
            plain = json.loads(file.read(_MOST_BYTES))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as fault:
        raise Damaged(story) from fault
    match plain:
        case {"of": str(of), "seed": int(seed), "shown": int(shown), "route": str(route)} if (
            _SHAPE.fullmatch(of) and 0 <= seed < _MOST and 0 <= shown < _MOST and all(map(is_word, route.split()))
        ):
            return Saved(of, int(seed), tuple(route.split()), int(shown))
    raise Damaged(story)


def drop_saved(story: str) -> bool:
    """Erase the place in `story`; whether there was one. Raises OSError when it cannot be erased."""
    try:
        path_of(story).unlink()
    except FileNotFoundError:
        return False
    return True


def has_saved(story: str) -> bool:
    """Whether there is a file for a place in `story`; it may be damaged."""
    return path_of(story).is_file()
