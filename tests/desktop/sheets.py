"""Sheets: every screen in every look as one small picture each, side by side, to see at once what has changed.

A look is shrunk to `TILE`; each of its pixels is the mean of a square of the window, so that a changed letter shows.
Pictures of a few looks at full size are `pictured`'s.
"""

from __future__ import annotations

from pathlib import Path

import pygame
from pygame import Rect, Surface

from game.desktop.gallery import LOOKS, Look, views
from tests.desktop.playing import STORY

FOLDER = STORY.parent / "sheets"
TILE = (64, 36)
ACROSS = 4

TOLERANCE = (4, 4, 4, 255)
"""How far the mean of a square may be off: other processors blend by other instructions."""


def drawn(name: str) -> Surface:
    """The sheet of the screen `name`, as it looks now."""
    sheet = Surface((TILE[0] * ACROSS, TILE[1] * -(-len(LOOKS) // ACROSS)), depth=24)
    for look, surface in views(name, STORY):
        sheet.blit(pygame.transform.smoothscale(surface.convert(24), TILE), place(look))
    return sheet


def kept(name: str) -> Path:
    """Where the sheet of the screen `name` is kept."""
    return FOLDER / f"{name}.png"


def place(look: Look) -> Rect:
    """Where in a sheet a look is."""
    at = LOOKS.index(look)
    return Rect(at % ACROSS * TILE[0], at // ACROSS * TILE[1], *TILE)


def changed(one: Surface, other: Surface) -> list[str]:
    """The names of the looks that differ between two sheets; all of them if their sizes do."""
    if one.get_size() != other.get_size():
        return [look.name for look in LOOKS]
    return [look.name for look in LOOKS if not _same(one, other, place(look))]


def _same(one: Surface, other: Surface, area: Rect) -> bool:
    parts = [surface.convert(24).subsurface(area).copy() for surface in (one, other)]
    alike = pygame.transform.threshold(None, parts[0], None, TOLERANCE, None, 0, parts[1])
    return alike == area.w * area.h
