"""What is behind the doors: stories and reference, read from their files in the language spoken now.

Which door leads where is `game`'s. Nothing that reads them is imported before a door is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from game.telling import language

if TYPE_CHECKING:
    from game.engine.model import Scenario
    from game.engine.reference import Reference

_COUNTRY = "fr"
"""Whose helplines are shown where nothing is known of the country that was chosen."""


def story(path: Path) -> tuple[Scenario, Reference] | None:
    """The story in the file at `path` with its reference; None when it cannot be played."""
    from game.shelf import open_file

    return open_file(path, language.current()).story


def shipped_stories() -> Iterator[tuple[Path, Scenario, Reference]]:
    """Each story that comes with the game and can be played: its file, and what `story` says of that."""
    from game.shelf import shipped

    for path in shipped():
        told = story(path)
        if told is not None:
            yield path, *told


def reference(country: str) -> Reference:
    """What is known of the country of this code, or of the first one where it is not known."""
    from game.reference.library import countries, load

    return load(country if country in countries() else _COUNTRY, language.current())


def countries() -> tuple[tuple[str, str], ...]:
    """The code and the name of each country that the game has helplines of."""
    from babel import Locale

    from game.reference import library

    names = Locale.parse(language.current().partition("-")[0]).territories
    return tuple((code, names.get(code.upper(), code)) for code in library.countries())
