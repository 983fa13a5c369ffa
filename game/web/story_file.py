"""A story as the file that a browser plays: opened in each of its languages, then made into one document.

Where the file goes, and what is said when it cannot, is left to the faces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from game.pseudo import MADE_UP
from game.shelf import languages, open_file, ships
from game.telling import country
from game.telling.language import LANGUAGES, current, speaking
from game.web.document import document
from game.web.edition import Edition


class NotToldIn(Exception):
    """The story is not there in the language `missing`; `known` are those in which it is."""

    def __init__(self, missing: str, known: tuple[str, ...]) -> None:
        super().__init__(missing)
        self.missing = missing
        self.known = known


def languages_of(path: Path, wanted: Sequence[str] = ()) -> tuple[str, ...]:
    """The languages in which the story at `path` can be exported, its own first; a story in a language that the
    interface does not speak has the one spoken now around it. A made-up one is among them where it is spoken or
    `wanted`."""
    spoken = (*LANGUAGES, *(one for one in MADE_UP if one in (current(), *wanted)))
    told = tuple(one for one in languages(path, spoken) if one in spoken)
    return told or (current(),)


def editions(path: Path, wanted: Sequence[str] = ()) -> tuple[Edition, ...]:
    """The story at `path`, one that can be played, in the languages `wanted`; where none is named, in the one spoken
    now if it is there in that, else in its own. A file of one's own is there in its own language only.

    Raises NotToldIn.
    """
    known = languages_of(path, wanted)
    for one in wanted:
        if one not in known:
            raise NotToldIn(one, known)
    spoken = current() if ships(path) and current() in known else known[0]
    return tuple(_opened(path, wanted or (spoken,)))


def _opened(path: Path, wanted: Sequence[str]) -> Iterable[Edition]:
    for language in wanted:
        with speaking(language):
            story = open_file(path, language, country=country.current()).story
        assert story is not None  # it can be played
        yield Edition(language, *story)


def _alone(language: str) -> str:
    return ""


def story_file(
    path: Path, wanted: Sequence[str] = (), others: Callable[[str], str] = _alone
) -> tuple[str, tuple[str, ...]]:
    """The document of the story at `path`, and the languages that are in it; `others` gives the page beside it that
    lists the other stories in a language. Raises NotToldIn."""
    stories = [replace(one, others=others(one.language)) for one in editions(path, wanted)]
    return document(stories), tuple(one.language for one in stories)
