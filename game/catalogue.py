"""Catalogues: what a text says in another language, from `locales/<language>/LC_MESSAGES/<domain>`.

The domains are `vigichat` (the interface), `reference` (signs, steps, law, helplines) and one for each story that is
translated. Which texts they hold is left to those who ask; which of their translations may
be shown to `compiling`.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from game.pseudo import MADE_UP, MadeUp
from game.storage import folder

Words = Callable[[str, str], str]
"""From a context ("threat.short") and a text as it is written, that text in another language."""

_TOGETHER = 2_000_000_000
"""Files unpacked together (an installed wheel, a copied folder) differ in age by up to this, in nanoseconds."""


def translations(domain: str, language: str, locales: Path | None = None) -> gettext.NullTranslations | None:
    """The catalogue of `domain` in `language` ("en", "en_GB"), or None if there is none that can be read.

    The compiled file is read, or the written one where it is newer. What a catalogue lacks, or has only as a guess
    that may not be shown, comes back as it was asked.
    """
    if language in MADE_UP:
        return MadeUp(language)
    root = locales or folder("locales")
    for code in dict.fromkeys((language, language.partition("_")[0])):
        compiled = root / code / "LC_MESSAGES" / f"{domain}.mo"
        written = compiled.with_suffix(".po")
        edited = written.stat().st_mtime_ns if written.is_file() else 0
        if compiled.is_file() and compiled.stat().st_mtime_ns >= edited - _TOGETHER:
            return _read(compiled, compiled.stat().st_mtime_ns)
        if edited:
            # Half of a translator's work must not keep anybody from playing.
            with suppress(OSError, ValueError, LookupError):
                return _read(written, edited)
    return None


def words(domain: str, language: str, locales: Path | None = None) -> Words | None:
    """What says a text of `domain` in `language` by its context, or None if there is no catalogue."""
    found = translations(domain, language, locales)
    return None if found is None else found.pgettext


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> gettext.NullTranslations:
    """The catalogue at `path`, which was `changed` then. Who writes in two languages asks for both again and again."""
    if path.suffix == ".po":
        return _from_written(path)
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def _from_written(path: Path) -> gettext.NullTranslations:
    # Only a checkout comes here, where a translator has just saved: Babel takes longer to import than all the rest.
    from game.compiling import compiled, read_written

    return gettext.GNUTranslations(BytesIO(compiled(read_written(path.read_bytes()), path.stem)))
