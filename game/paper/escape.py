"""Words as HTML: every character that means something to a browser, or that would turn the text around it, made safe.

All that an author wrote comes through here on its way into a document.
"""

from __future__ import annotations

import re
from html import escape

# Control characters and halves of surrogate pairs cannot stand in a document at all, and overrides (U+202D, U+202E)
# turn every letter after them round. Other changes of direction go only where they do not end: the end of a line ends
# all of them.
_HEEDED = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_EMBEDDINGS = "\u202a\u202b"
_ISOLATES = "\u2066\u2067\u2068"
_END_OF_EMBEDDING, _END_OF_ISOLATE = "\u202c", "\u2069"

UNSEEN = "\u2060"
"""Shows nothing and turns nothing: a word joiner."""


def text(words: str) -> str:
    """`words` as the content of an element."""
    return escape(kept(words), quote=False)


def attribute(words: str) -> str:
    """`words` as the value of an attribute between double quotes."""
    return escape(kept(words).replace("\n", " "), quote=True)


def link(address: str) -> str:
    """The value of an `href` to `address`, "" where a browser should not be sent: only http and https are followed."""
    return attribute(address) if address.lower().startswith(("https://", "http://")) else ""


def kept(words: str) -> str:
    """`words` without what no document may hold, and without what would turn the text around them."""
    return _with(words, "")


def harmless(words: str) -> str:
    """The same with `UNSEEN` in the place of each character that goes, so that positions in `words` stay true."""
    return _with(words, UNSEEN)


def _with(words: str, instead: str) -> str:
    if not (going := _going(words)):
        return words
    letters = list(words)
    for at in going:
        letters[at] = instead
    return "".join(letters)


def _going(words: str) -> list[int]:
    """Where the characters of `words` stand that must go.

    An element of its own is no wall for a change of direction that has no end, nor for an end without a beginning:
    browsers write the element's ends with the same characters, and match them.
    """
    going: list[int] = []
    begun: list[int] = []
    isolates = 0
    for found in _HEEDED.finditer(words):
        at, character = found.start(), found[0]
        if character == "\n":
            going += begun
            begun, isolates = [], 0
        elif character in _EMBEDDINGS or character in _ISOLATES:
            begun.append(at)
            isolates += character in _ISOLATES
        elif character == _END_OF_ISOLATE and isolates:
            while words[begun[-1]] not in _ISOLATES:
                going.append(begun.pop())
            begun.pop()
            isolates -= 1
        elif character == _END_OF_EMBEDDING and begun and words[begun[-1]] in _EMBEDDINGS:
            begun.pop()
        else:
            going.append(at)
    return going + begun
