"""`vigichat export NAME -o FILE`: a story as one file that any browser plays.

What is in the file is `game.web`'s; opening the story is left to `commands`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from game.cli.html_file import html_file
from game.cli.tell import tell
from game.paper.html_file import write_html
from game.telling.figures import figure
from game.telling.language import OWN_NAMES, _
from game.web.story_file import NotToldIn, story_file

NEUTRAL = "notes.html"
"""A name that says nothing."""

_TELLING = (
    *("chantage", "sexto", "webcam", "arnaque", "harcel", "victim", "piege", "vigichat", "3018"),
    *("blackmail", "extortion", "scam", "harass", "bully", "abuse", "nude"),
)
"""In a name without accents: what a pupil would not want to have in a list of files."""


def export_file(story: Path, name: str, languages: Sequence[str]) -> int:
    """Write the story at `story`, one that can be played, to the file `name`; gives the number to exit with."""
    try:
        document, told = story_file(story, languages)
    except NotToldIn as fault:
        tell(
            _("“{story}” is not there in “{language}”, only in: {known}.").format(
                story=story.stem, language=fault.missing, known=", ".join(fault.known)
            )
        )
        return 1
    failed = html_file(name, f"-o {NEUTRAL}", lambda path: write_html(path, document))
    if failed:
        return failed
    path = Path(name)
    print(
        _("“{path}” is written: {size} kB, {languages}.").format(
            path=path,
            size=figure(kilobytes(len(document.encode("utf-8")))),
            languages=", ".join(OWN_NAMES.get(one, one) for one in told),
        )
    )
    print(_("Any browser plays it, with or without a network: from a USB stick, on a phone, on a school’s site."))
    if tells(path.stem, story.stem):
        print(
            _(
                "The name “{name}” says what it is about, and stays in lists of files. “{neutral}” would say nothing."
            ).format(name=path.name, neutral=NEUTRAL)
        )
    else:
        print(_("Others can see the name of a file, in downloads and in the history: a neutral one is best."))
    return 0


def kilobytes(size: int) -> int:
    """Thousands of bytes, at least one."""
    return max(1, round(size / 1000))


def tells(name: str, story: str) -> bool:
    """Whether the name of a file, without its ending, says what the file is about: blackmail, or this very story."""
    plain = _letters(name)
    return any(word in plain for word in (*_TELLING, _letters(story)))


def _letters(words: str) -> str:
    """`words` in small letters and digits, without accents, spaces and signs."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKD", words.casefold()))
