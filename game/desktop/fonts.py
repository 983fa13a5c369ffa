"""The fonts of the window, each opened when something is first drawn with it.

Which characters a font has is left to `text_coverage` (a table), which font a character gets to `text_fallback`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

import pygame

from game.storage import folder

Family = Literal["latin", "latin-ext", "wide", "dyslexic", "symbols", "arabic", "emoji"]
"""`latin` and `latin-ext` are the two files of Atkinson Hyperlegible, `wide` is Noto Sans, `dyslexic` OpenDyslexic."""

EMOJI_HEIGHT = 128
"""Height in px of every picture of the emoji font, whatever size it is opened at."""

_FILES: dict[Family, tuple[str, str]] = {
    "latin": ("atkinson-hyperlegible-latin-400-normal.woff2", "atkinson-hyperlegible-latin-700-normal.woff2"),
    "latin-ext": (
        "atkinson-hyperlegible-latin-ext-400-normal.woff2",
        "atkinson-hyperlegible-latin-ext-700-normal.woff2",
    ),
    "wide": ("noto-sans-subset-400.woff2", "noto-sans-subset-700.woff2"),
    "dyslexic": ("opendyslexic-latin-400-normal.woff2", "opendyslexic-latin-700-normal.woff2"),
    "symbols": ("noto-sans-symbols-subset.woff2", "noto-sans-symbols-subset.woff2"),
    "arabic": ("noto-sans-arabic-arabic-400-normal.woff2", "noto-sans-arabic-arabic-700-normal.woff2"),
    "emoji": ("noto-color-emoji-subset.ttf", "noto-color-emoji-subset.ttf"),
}

_BEGINNINGS = (b"wOF2", b"\0\1\0\0")
"""What the files begin with: WOFF2 and TrueType."""

_SCALES: dict[Family, float] = {"dyslexic": 0.88}
"""Fonts whose letters are larger than those of the others at one size: so scaled, small letters are level."""


def font(family: Family, bold: bool, size: int, backwards: bool = False) -> pygame.font.Font:
    """The font `family` in one weight, `size` px to the em (at least 1).

    `backwards` shapes from right to left; a font keeps its direction, so both directions are fonts of their own.
    Where its file is missing or spoilt, pygame's own font stands in: it has most letters.
    """
    if not pygame.font.get_init():
        forget()
        pygame.font.init()
        # A font dies with the library: after pygame.quit() the next font must be opened anew.
        pygame.register_quit(forget)
    return _open(family, bold, max(1, size), backwards)


def unusable() -> tuple[str, ...]:
    """The files of fonts that are missing, or that are no fonts by their first bytes, by name."""
    return tuple(name for name in sorted({one for pair in _FILES.values() for one in pair}) if not _begins(_path(name)))


def _begins(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in _BEGINNINGS
    except OSError:
        return False


def _path(name: str) -> Path:
    return folder("assets") / "fonts" / name


def forget() -> None:
    """Drop every open font."""
    _open.cache_clear()


@lru_cache(maxsize=64)
def _open(family: Family, bold: bool, size: int, backwards: bool) -> pygame.font.Font:
    scaled = max(1, round(size * _SCALES.get(family, 1)))
    try:
        opened = pygame.font.Font(_path(_FILES[family][bold]), scaled)
        # What is no font is opened all the same, and fails when it is used.
        opened.size(" ")
    except (OSError, pygame.error):
        opened = pygame.font.Font(None, scaled)
    if backwards:
        opened.set_direction(pygame.DIRECTION_RTL)
    if family == "arabic":
        opened.set_script("Arab")
    return opened
