"""What is behind the doors: stories and reference, read from their files in the language spoken now, with the help
of the country chosen now.

Which door leads where is `game`'s. Nothing that reads them is imported before a door is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from game.telling import country, language

if TYPE_CHECKING:
    from game.engine.model import Scenario
    from game.engine.reference import Reference


def story(path: Path) -> tuple[Scenario, Reference] | None:
    """The story in the file at `path` with its reference; None when it cannot be played."""
    from game.shelf import open_file

    return open_file(path, language.current(), country=country.current()).story


def shipped_stories() -> Iterator[tuple[Path, Scenario, Reference]]:
    """Each story that comes with the game and can be played: its file, and what `story` says of that."""
    from game.shelf import shipped

    for path in shipped():
        told = story(path)
        if told is not None:
            yield path, *told


def reference() -> Reference:
    """What is known of the country chosen now, or of the first one where it is not known."""
    from game.reference.library import load

    return load(country_now(), language.current())


def country_now() -> str:
    """The code of the country chosen now, or of the first one where nothing is known of it."""
    from game.reference.library import known_or_first

    return known_or_first(country.current())


def countries() -> tuple[tuple[str, str], ...]:
    """The code and the name of each country that the game has helplines of, by name."""
    from game.reference import library

    named = ((code, country.country_name(code)) for code in library.countries())
    return tuple(sorted(named, key=lambda one: one[1]))
