"""Grapheme clusters: what a reader takes for one character, and what a caret must step over at once.

This is the part of Unicode's UAX 29 that our languages and emoji need: combining marks, joiners, variation selectors,
skin tones, tags, keycaps, pairs of regional indicators. Conjoining Hangul, prepended marks and Indic conjuncts are
left out: no font of ours draws them. What is drawn for a cluster is left to `text_fallback`.
"""

from __future__ import annotations

from unicodedata import category

ZWJ = "\u200d"
ZWNJ = "\u200c"
TEXT_STYLE = "\ufe0e"
PICTURE_STYLE = "\ufe0f"

_PICTURES = (
    (0x203C, 0x203C),
    (0x2049, 0x2049),
    (0x2122, 0x2122),
    (0x2139, 0x2139),
    (0x2194, 0x21AA),
    (0x231A, 0x23FF),
    (0x24C2, 0x24C2),
    (0x25AA, 0x27BF),
    (0x2934, 0x2935),
    (0x2B05, 0x2B55),
    (0x3030, 0x303D),
    (0x3297, 0x3299),
    (0x1F000, 0x1F1E5),
    (0x1F200, 0x1F3FA),
    (0x1F400, 0x1FAFF),
)
"""A little wider than Unicode's Extended_Pictographic: the characters in between are never joined in real text."""


def clusters(text: str) -> tuple[str, ...]:
    """`text` cut into its clusters, in order: joined again they are `text`, and none is empty."""
    if text.isascii():
        return tuple(text)
    found: list[str] = []
    start = 0
    for at in range(1, len(text)):
        # Latin-1 and most of Latin Extended never join: the common case stays quick.
        if text[at] >= "\u0300" and _joins(text[start:at], text[at]):
            continue
        found.append(text[start:at])
        start = at
    found.append(text[start:])
    return tuple(found)


def is_picture(char: str) -> bool:
    """Whether `char` can be an emoji that skin tones and joiners apply to."""
    code = ord(char)
    return code >= 0x203C and any(first <= code <= last for first, last in _PICTURES)


def is_tone(char: str) -> bool:
    """Whether `char` is a skin tone."""
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def is_region(char: str) -> bool:
    """Whether `char` is one of the letters that make flags in pairs."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _joins(before: str, char: str) -> bool:
    """Whether `char` belongs to the cluster that began as `before`."""
    if category(before[0]) in ("Cc", "Zl", "Zp"):
        return False
    if char in (ZWJ, ZWNJ) or "\U000e0020" <= char <= "\U000e007f" or category(char)[0] == "M":
        return True
    if is_tone(char):
        return is_picture(before[0])
    if is_region(char):
        return is_region(before[0]) and not any(is_region(other) for other in before[1:])
    return before[-1] == ZWJ and is_picture(char) and is_picture(before[0])
