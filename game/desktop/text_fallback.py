"""Which font draws a cluster, by the coverage table: no font of pygame falls back to another, or says what it lacks.

Order: that of the face that is read in, then emoji; a cluster that nobody has is drawn as the box of Atkinson
Hyperlegible. Opening fonts is left to `fonts`, measuring and drawing to `text_chips`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal
from unicodedata import category, normalize

from game.desktop import text_faces
from game.desktop.fonts import Family
from game.desktop.text_clusters import PICTURE_STYLE, TEXT_STYLE, ZWJ, ZWNJ, is_picture, is_region, is_tone

Drawn = tuple[Family | Literal["gap"], str]
"""A font and what to draw with it; or a gap, which is advance without ink, and the space that it stands for."""

SPACES = {
    " ": 0.28,
    "\t": 1.12,
    "\u00a0": 0.28,
    "\u1680": 0.28,
    "\u2000": 0.5,
    "\u2001": 1.0,
    "\u2002": 0.5,
    "\u2003": 1.0,
    "\u2004": 0.33,
    "\u2005": 0.25,
    "\u2006": 0.17,
    "\u2007": 0.65,
    "\u2008": 0.25,
    "\u2009": 0.2,
    "\u200a": 0.1,
    "\u202f": 0.2,
    "\u205f": 0.22,
    "\u3000": 1.0,
}
"""Width in em of every space. Fonts draw boxes for the rare ones (the narrow no-break space above all), so none is
asked; the plain space is as wide as Atkinson Hyperlegible's."""

NO_BREAK_SPACES = "\u00a0\u2007\u202f"

_BOX: Drawn = ("latin", "\ufffd")
_UNSEEN = "\u034f\u115f\u1160\u3164\uffa0"
_SEEN_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2"
_GENDERS = "\u2640\u2642"


@lru_cache(maxsize=4096)
def drawn(cluster: str) -> tuple[Drawn, ...]:
    """What to draw for one cluster: nearly always one item, none for an unseen control character.

    Several only for an emoji sequence that the emoji font lacks: then its parts, as phones do.
    """
    first = cluster[0]
    if cluster in SPACES:
        return (("gap", cluster),)
    if cluster in _plain():
        return ((text_faces.shape().families[0], cluster),)
    if _is_unseen(first):
        return ()
    bare = cluster.replace(PICTURE_STYLE, "").replace(TEXT_STYLE, "")
    if PICTURE_STYLE in cluster and bare in _pictures():
        return (("emoji", bare),)
    text = normalize("NFC", bare)
    # An Arabic letter takes another form before a joiner, so only the fonts that know joiners are given them.
    letters = text.replace(ZWJ, "").replace(ZWNJ, "")
    for family in text_faces.shape().families:
        if letters and _covered(family).issuperset(letters):
            return ((family, text if family == "arabic" else letters),)
    if bare in _pictures():
        return (("emoji", bare),)
    if is_picture(first) or is_region(first):
        return _parts(bare)
    for family in text_faces.shape().families:
        known = "".join(char for char in letters if char in _covered(family))
        if known[:1] == letters[:1] != "":
            return ((family, known),)
    return (_BOX,)


def is_plain(found: tuple[str, ...]) -> bool:
    """Whether every one of these clusters is a letter or sign of the face's own font, drawn as it is written."""
    return _plain().issuperset(found)


def forget_drawn() -> None:
    """Drop what was found for each cluster: another face has other fonts."""
    drawn.cache_clear()
    _plain.cache_clear()


def _is_unseen(char: str) -> bool:
    """Whether `char` leaves no trace by definition: controls, joiners on their own, direction marks, soft hyphens."""
    if char in _UNSEEN:
        return True
    return category(char) in ("Cc", "Cf", "Zl", "Zp") and char not in _SEEN_FORMATS


def _parts(bare: str) -> tuple[Drawn, ...]:
    """An emoji sequence that the font lacks as one: in yellow if only the tone is missing, else part by part."""
    yellow = "".join(char for char in bare if not is_tone(char))
    if yellow in _pictures():
        return (("emoji", yellow),)
    parts = [part for part in yellow.split(ZWJ) if part and part not in _GENDERS]
    if len(parts) > 1:
        return tuple(item for part in parts for item in _parts(part))
    # A flag of tags that nobody has is the plain black flag; marks on a picture are dropped.
    return (("emoji", yellow[0]),) if yellow[:1] in _pictures() else (_BOX,)


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    own = _covered(text_faces.shape().families[0])
    seen = (char for char in own if char not in SPACES and not _is_unseen(char))
    return frozenset(char for char in seen if category(char)[0] != "M")


@lru_cache(maxsize=8)
def _covered(family: Family) -> frozenset[str]:
    from game.desktop.text_coverage import RANGES

    codes: list[str] = []
    for span in RANGES[family].split():
        first, _, last = span.partition("-")
        codes.extend(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(codes)


@lru_cache(maxsize=1)
def _pictures() -> frozenset[str]:
    from game.desktop.text_coverage import EMOJI

    return frozenset("".join(chr(int(code, 16)) for code in cluster.split("-")) for cluster in EMOJI.split())
