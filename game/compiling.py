"""Written catalogues: reading them with all that they say, and compiling what may be shown of them.

Where catalogues are is left to `catalogue`, bringing them up to their texts to `translating`. The build hook compiles
with this module too, so it needs nothing but Babel, which is imported when it is first needed.
"""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

NEVER_GUESSED = ("vigichat", "reference")
"""Domains of which a text that changed is not shown in its old translation: a wrong sentence of help, law or of a
helpline is worse than one in the language it was written in. In a story, a bubble in another language is worse than
one that says nearly the same."""

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_NUMBER = re.compile(r"\d+")
_THOUSANDS = re.compile(r"(?<=\d)[\u00a0\u202f ,.](?=\d{3}(?!\d))")
_PLACEHOLDER = re.compile(r"\{[\w-]+\}")


def read_written(content: bytes, language: str | None = None, *, whole: bool = False) -> Catalog:
    """The catalogue that the .po file `content` is, each guess with the text it was made for. It is read as UTF-8,
    whatever its header says: editors save so, and another charset would spoil every accent.

    Raises ValueError or LookupError for what is no catalogue; with `whole` also Babel's PoFileError where something of
    it cannot be read.
    """
    from babel.messages.pofile import read_po, unescape

    catalogue = read_po(StringIO(content.decode("utf-8-sig")), locale=language, abort_invalid=whole)
    catalogue.charset = "utf-8"
    for message in catalogue:
        # Babel writes the text that a guess was made for, and reads it back as a remark of the translator's.
        before = " ".join(told[1:].strip() for told in message.user_comments if told.startswith("|"))
        message.user_comments = [told for told in message.user_comments if not told.startswith("|")]
        if message.fuzzy and before:
            message.previous_id = ["".join(map(unescape, _STRING.findall(before.partition("msgid")[2])))]
    return catalogue


def compiled(catalogue: Catalog, domain: str) -> bytes:
    """The .mo file of the `catalogue` of `domain`, with the guesses that may be shown."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    shown = Catalog(locale=catalogue.locale, fuzzy=False)
    shown.mime_headers = catalogue.mime_headers
    for message in catalogue:
        if message.id and message.string and may_be_shown(message, domain):
            shown.add(message.id, message.string, context=message.context)
    image = BytesIO()
    write_mo(image, shown)
    return image.getvalue()


def may_be_shown(message: Message, domain: str) -> bool:
    """Whether the translation of `message` is shown: a guess only in a story, and only where no number and no
    placeholder changed since it was made."""
    if not message.fuzzy:
        return True
    if domain in NEVER_GUESSED or not isinstance(message.id, str):
        return False
    # Without the text of before, its translation has to say the very same numbers.
    before = str(message.previous_id[0]) if message.previous_id else str(message.string)
    return numbers(message.id) == numbers(before) and placeholders(message.id) == placeholders(str(message.string))


def numbers(text: str) -> Counter[str]:
    """The numbers of `text`, without what parts their thousands, each as often as it is there."""
    return Counter(_NUMBER.findall(_THOUSANDS.sub("", text)))


def placeholders(text: str) -> frozenset[str]:
    """The words in braces of `text`, with their braces."""
    return frozenset(_PLACEHOLDER.findall(text))
