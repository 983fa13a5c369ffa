"""Words that are in no catalogue, found in what is shown in the made-up language that is written in Arabic letters.

There every word has Arabic letters but for names, addresses, single letters of keys and choices, and what the sources
say in their own words: what else is found in Latin letters was written into the code and never looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from game.paper.document import FICTION
from game.pseudo import ARABIC_LIKE, MADE_UP
from game.reference.library import countries, load
from game.telling.language import OWN_NAMES
from game.telling.sources import FONTS
from game.web.document import TITLE

_LINK = re.compile(r"https?://\S+")
_ADDRESS = re.compile(r"\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|eu|net|be|ch|ca|lu|html|yaml)\b\S*")
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœ]{2,}")
"""Alone, a letter is a key of the keyboard, or of a choice."""

_NAMES = ("Vigichat", "vigichat", TITLE, FICTION.partition(" ")[0], *OWN_NAMES.values(), *MADE_UP)
"""The title of the tab and the mark of fiction are the same everywhere."""


def other_words(texts: Iterable[str], *more: str) -> list[str]:
    """Each of `texts` that has a word in Latin letters that may not stand there; `more` are further names that may."""
    return [text for text in texts if text and _WORD.search(_without_names(text, more))]


def _without_names(text: str, more: Iterable[str]) -> str:
    text = _LINK.sub(" ", _plain(text))
    for name in (*map(_plain, more), *_known()):
        text = text.replace(name, " ")
    return _ADDRESS.sub(" ", text)


@lru_cache(maxsize=1)
def _known() -> tuple[str, ...]:
    """What stays as it is in every language, the longest first: no name may be cut by one inside it."""
    return tuple(sorted({*map(_plain, _found())} - {""}, key=len, reverse=True))


def _found() -> Iterator[str]:
    yield from _NAMES
    for font in FONTS:
        yield from font
    for country in countries():
        reference = load(country, ARABIC_LIKE)
        sourced = (*reference.signs, *reference.steps, *reference.law, *reference.helplines)
        yield from (source.title for one in sourced for source in one.sourced.sources)
        yield reference.document.title
        yield from (step.quotation for step in reference.steps)
        yield from (article for topic in (*reference.law, *reference.duties) for article in topic.articles)


def _plain(text: str) -> str:
    return " ".join(text.replace("\u2019", "'").split())
