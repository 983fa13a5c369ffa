"""The words of the reference in another language, from `locales/<language>/LC_MESSAGES/reference`.

What is translated is left to `library`, refreshing a catalogue to `tools/reference_catalogue.py`. The interface's
own sentences are another room's.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.storage import folder

Words = Callable[[str, str], str]
"""From a context ("threat.short") and a text as it is written, that text in another language."""

DOMAIN = "reference"

_TOGETHER = 2_000_000_000
"""Files unpacked together (an installed wheel, a copied folder) differ in age by up to this, in nanoseconds."""


def words_in(language: str, locales: Path | None = None) -> Words | None:
    """What says a text in `language` ("en", "en_GB"), or None if there is no catalogue for it.

    A text that the catalogue lacks, or has only as a guess, comes back as it is written.
    """
    root = locales or folder("locales")
    for code in (language, language.partition("_")[0]):
        compiled = root / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
        written = compiled.with_suffix(".po")
        edited = written.stat().st_mtime_ns if written.is_file() else 0
        if compiled.is_file() and compiled.stat().st_mtime_ns >= edited - _TOGETHER:
            return _from_compiled(compiled)
        if edited:
            return _from_written(written)
    return None


def _from_compiled(path: Path) -> Words:
    from gettext import GNUTranslations

    with path.open("rb") as file:
        return GNUTranslations(file).pgettext


def _from_written(path: Path) -> Words:
    # Only a checkout whose catalogue was just edited comes here: Babel takes longer to import than all the rest.
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        messages = read_po(file)
    said = {
        (message.context, message.id): str(message.string)
        for message in messages
        if message.id and message.string and not message.fuzzy
    }
    return lambda context, text: said.get((context, text), text)
