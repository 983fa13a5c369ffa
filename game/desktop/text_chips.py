"""Chips: small pieces of text in one font, one direction and one colour, measured, drawn once and kept.

Cutting text into such pieces and placing them is left to `text_lines`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import pygame

from game.desktop import fonts, text_faces
from game.desktop.text_fallback import SPACES, Drawn

Colour = tuple[int, int, int]

KEPT_BYTES = 24 * 2**20
"""Chips kept, in bytes of pixels: the text that fills a 1920x1080 window (8 MB at most) nearly three times."""

_EMOJI_SCALE = 1.15
_EMOJI_DROP = 0.2
_BOLD_SPACE = 1.14
"""Height of a picture and how far it reaches under the baseline, in em; the bold space beside the regular one."""


class Chip(NamedTuple):  # a dataclass would cost more than a millisecond at start
    """Pixels of a piece; its first row goes `rise` px above the baseline. `flags` are for `Surface.blit`."""

    pixels: pygame.Surface
    rise: int
    flags: int


_kept: dict[tuple[Drawn, bool, int, bool, Colour], Chip] = {}
_kept_bytes = 0


@lru_cache(maxsize=8192)
def advance(what: Drawn, bold: bool, size: int, backwards: bool) -> int:
    """How far `what` takes the pen, in px; `size` is px to the em."""
    family, text = what
    if family == "gap":
        return max(1, round(SPACES[text] * size * text_faces.shape().gap * (_BOLD_SPACE if bold else 1)))
    if family == "emoji":
        return fonts.font(family, False, fonts.EMOJI_HEIGHT).size(text)[0] * _emoji_height(size) // fonts.EMOJI_HEIGHT
    return fonts.font(family, bold, size, backwards).size(text)[0]


def chip(what: Drawn, bold: bool, size: int, backwards: bool, colour: Colour) -> Chip:
    """The pixels of `what` (never a gap). Pictures keep their own colours. The chips used last are kept."""
    global _kept_bytes
    key = (what, False, size, False, (0, 0, 0)) if what[0] == "emoji" else (what, bold, size, backwards, colour)
    found = _kept.pop(key, None)
    if found is None:
        found = _picture(what[1], size) if what[0] == "emoji" else _letters(what, bold, size, backwards, colour)
        _kept_bytes += _weight(found)
    _kept[key] = found
    while _kept_bytes > KEPT_BYTES and len(_kept) > 1:
        _kept_bytes -= _weight(_kept.pop(next(iter(_kept))))
    return found


def forget_chips() -> None:
    """Drop every chip and every measured piece of text."""
    global _kept_bytes
    _kept.clear()
    _kept_bytes = 0
    advance.cache_clear()


def _weight(kept: Chip) -> int:
    # A surface costs some hundred bytes even when it is small.
    return kept.pixels.get_pitch() * kept.pixels.get_height() + 512


def _emoji_height(size: int) -> int:
    return max(1, round(_EMOJI_SCALE * size))


def _letters(what: Drawn, bold: bool, size: int, backwards: bool, colour: Colour) -> Chip:
    family, text = what
    assert family != "gap"
    face = fonts.font(family, bold, size, backwards)
    if face.size(text)[0] == 0:
        return Chip(pygame.Surface((0, 0)), 0, 0)
    return Chip(face.render(text, True, colour), face.get_ascent(), 0)


def _picture(text: str, size: int) -> Chip:
    drawn = fonts.font("emoji", False, fonts.EMOJI_HEIGHT).render(text, True, (0, 0, 0))
    height = _emoji_height(size)
    width = max(1, drawn.get_width() * height // fonts.EMOJI_HEIGHT)
    # Scaled with its alpha multiplied in, else the black behind the clear pixels leaves a dark rim.
    scaled = pygame.transform.smoothscale(drawn.premul_alpha(), (width, height))
    return Chip(scaled, height - round(_EMOJI_DROP * size), pygame.BLEND_PREMULTIPLIED)
