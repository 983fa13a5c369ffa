"""Changing catalogues: beginning one, and bringing those there are up to their texts.

What is then left to be done by people is said by `overview`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog

from game.telling.language import _
from game.translating.catalogue_files import NoCatalogue, keep, opened, written
from game.translating.overview import Home
from game.translating.refreshing import refreshed
from game.translating.wanted import INTERFACE, REFERENCE, Wanted, reference, shown, stories


def behind(here: Home, asked: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """The catalogues of `asked` (all when empty) that `update` would change."""
    changed = []
    for path, wanted in _kept(here, asked):
        try:
            if written(refreshed(opened(path), wanted.texts)) != path.read_text(encoding="utf-8"):
                changed.append(path)
        except NoCatalogue:
            continue
    return tuple(changed)


def update(here: Home, asked: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """Bring the catalogues of `asked` (all when empty) up to their texts, and compile them; gives those that changed.

    One that cannot be read stays as it is: `overview` tells of it. Raises OSError where a folder cannot be written.
    """
    changed = behind(here, asked)
    for path, wanted in _kept(here, asked):
        try:
            keep(path, refreshed(opened(path), wanted.texts))
        except NoCatalogue:
            continue
    return changed


def begin(here: Home, language: str, story: str) -> tuple[Path, int]:
    """Write the first catalogue of the story called `story` in `language`; gives its path and how many texts it has.

    Raises NoCatalogue, and OSError where the folder cannot be written.
    """
    wanted = stories(here.scenarios).get(story)
    if wanted is None or wanted.scenario is None:
        raise NoCatalogue(_("no story that can be read is called “{story}”. Run “vigichat list”.").format(story=story))
    if wanted.language == language:
        raise NoCatalogue(
            _("the story is written in “{language}”: it needs no catalogue in it.").format(language=language)
        )
    try:
        name = Locale.parse(language).get_display_name("en")
    except (ValueError, UnknownLocaleError) as fault:
        raise NoCatalogue(
            _("“{language}” is no language. Write its code, such as {example}.").format(language=language, example="en")
        ) from fault
    path = here.locales / language / "LC_MESSAGES" / f"{story}.po"
    if path.exists():
        raise NoCatalogue(
            _("{path} is there already. “vigichat translate update” brings it up.").format(path=shown(path))
        )
    comment = f"# The story “{wanted.scenario.title}” in {name}.\n# docs/translating.md says how. CC BY-SA 4.0."
    keep(path, refreshed(Catalog(locale=language, header_comment=comment), wanted.texts))
    return path, len(wanted.texts)


def _kept(here: Home, asked: tuple[str, ...]) -> Iterator[tuple[Path, Wanted]]:
    known = stories(here.scenarios)
    for path in sorted(here.locales.glob("*/LC_MESSAGES/*.po")):
        if path.stem == INTERFACE or (asked and path.stem not in asked):
            continue
        wanted = reference() if path.stem == REFERENCE else known.get(path.stem)
        if wanted is not None:
            yield path, wanted
