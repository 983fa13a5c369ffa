"""Made-up languages: every sentence drawn longer, in foreign letters, from left to right or back.

They are for tests and for whoever works on screens and pages: what one does in a language that runs from right to left,
or needs a third more room, and which of its words are in no catalogue, is seen before anybody has translated a
sentence. The interface, the reference and the stories of the game speak them. No player is offered one; that is left to
`game.telling.language`.
"""

from __future__ import annotations

import gettext
import re
from functools import lru_cache

ARABIC_LIKE = "ar-x-pseudo"
"""From right to left, in Arabic letters that spell the English ones."""
LONG = "en-x-pseudo"
"""From left to right, in letters with accents."""
MADE_UP = (ARABIC_LIKE, LONG)

LONGER = 1.35
"""How long a sentence is beside the one it is made from: French and German take up to a third more than English."""

_KEPT = re.compile(r"(\{[^{}]*\}|https?://\S+|\w[\w.-]*\.\w{2,}\S*|Vigichat|\d[\d/: \u00a0\u202f]*\d|\d)")
"""What stays as it is: placeholders, addresses, the name of the game, and numbers."""

_ARABIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzàâçèéêëîïôùûü?,;%",
    "ابكدهفغحيجقلمنوبقرستعفوخيزااسععععييوووو؟،؛٪",
)
_ACCENTED = str.maketrans("aceilnosuyzACEILNOSUYZ", "áçéíłñôšüýžÁÇÉÍŁÑÔŠÜÝŽ")
_FILLERS = {ARABIC_LIKE: "وهكذا", LONG: "Žüšàtz"}


class MadeUp(gettext.NullTranslations):
    """A catalogue that has every text, in one of `MADE_UP`."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def gettext(self, message: str) -> str:
        return made_up(self._language, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return made_up(self._language, msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        # What a sign quotes is a part of its message, and must be found in it: it gets no words more.
        quoted = context.endswith("/quotation")
        return letters(self._language, message) if quoted else made_up(self._language, message)


@lru_cache(maxsize=2048)
def made_up(language: str, text: str) -> str:
    """`text` in one of `MADE_UP`, about `LONGER` times as long; placeholders, numbers and addresses stay."""
    return _longer(letters(language, text), _FILLERS[language])


def letters(language: str, text: str) -> str:
    """`text` in the letters of one of `MADE_UP`, as long as it is; placeholders, numbers and addresses stay."""
    parts = enumerate(_KEPT.split(text))
    return "".join(part if at % 2 else _letters(language, part) for at, part in parts)


def _letters(language: str, text: str) -> str:
    return text.lower().translate(_ARABIC) if language == ARABIC_LIKE else text.translate(_ACCENTED)


def _longer(text: str, filler: str) -> str:
    """`text` with some words more before what ends it."""
    words = text.rstrip(" \u00a0.:;!?؟…\n")
    room = round(len(words) * (LONGER - 1))
    if not words or not any(char.isalpha() for char in words):
        return text
    more = " ".join([filler] * (room // (len(filler) + 1)))
    return f"{words} {more}{text[len(words) :]}" if more else text
