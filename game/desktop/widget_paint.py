"""Painting: smooth rounded boxes, rings and shadows, and pictures from SVG files, each made once and kept.

pygame draws rounded corners with steps; here a corner is drawn four times larger, shrunk, and kept by its size
and colour.
"""

from __future__ import annotations

from functools import lru_cache

import pygame
from pygame import Rect, Surface

from game.desktop.tokens import Colour
from game.storage import folder

POINTING = frozenset(("icons/back", "icons/exit", "icons/next", "icons/progress", "icons/reply", "icons/undo"))
"""The pictures that point along the line of reading, drawn for lines that run from left to right."""

_FINER = 4


@lru_cache(maxsize=512)
def _disc(radius: int, colour: Colour, hole: int) -> Surface:
    """A disc of `radius` pixels, with a round hole of radius `hole` when that is not 0."""
    big = Surface((2 * radius * _FINER, 2 * radius * _FINER), pygame.SRCALPHA)
    big.fill((*colour, 0))
    centre = (radius * _FINER, radius * _FINER)
    pygame.draw.circle(big, (*colour, 255), centre, radius * _FINER)
    if hole:
        pygame.draw.circle(big, (*colour, 0), centre, hole * _FINER)
    return pygame.transform.smoothscale(big, (2 * radius, 2 * radius))


def box(surface: Surface, rect: Rect, radius: int, fill: Colour, edge: Colour | None = None, width: int = 1) -> None:
    """A filled box with round corners; with `edge`, a line of `width` pixels inside its border."""
    if edge is not None:
        box(surface, rect, radius, edge)
        box(surface, rect.inflate(-2 * width, -2 * width), max(0, radius - width), fill)
        return
    radius = max(0, min(radius, rect.w // 2, rect.h // 2))
    if not radius:
        surface.fill(fill, rect)
        return
    _corners(surface, rect, _disc(radius, fill, 0), radius)
    surface.fill(fill, (rect.x + radius, rect.y, rect.w - 2 * radius, rect.h))
    surface.fill(fill, (rect.x, rect.y + radius, radius, rect.h - 2 * radius))
    surface.fill(fill, (rect.right - radius, rect.y + radius, radius, rect.h - 2 * radius))


def ring(surface: Surface, rect: Rect, radius: int, colour: Colour, width: int) -> None:
    """The line of `width` pixels inside the border of a box with round corners; what is inside it stays."""
    radius = max(width, min(radius, rect.w // 2, rect.h // 2))
    _corners(surface, rect, _disc(radius, colour, max(0, radius - width)), radius)
    for side in (
        (rect.x + radius, rect.y, rect.w - 2 * radius, width),
        (rect.x + radius, rect.bottom - width, rect.w - 2 * radius, width),
        (rect.x, rect.y + radius, width, rect.h - 2 * radius),
        (rect.right - width, rect.y + radius, width, rect.h - 2 * radius),
    ):
        surface.fill(colour, side)


def disc(surface: Surface, centre: tuple[int, int], radius: int, colour: Colour) -> None:
    """A smooth disc."""
    surface.blit(_disc(max(1, radius), colour, 0), (centre[0] - radius, centre[1] - radius))


def _corners(surface: Surface, rect: Rect, tile: Surface, radius: int) -> None:
    for x, left in ((rect.x, 0), (rect.right - radius, radius)):
        for y, top in ((rect.y, 0), (rect.bottom - radius, radius)):
            surface.blit(tile, (x, y), (left, top, radius, radius))


@lru_cache(maxsize=256)
def picture(name: str, height: int, tint: Colour | None = None, mirrored: bool = False) -> Surface | None:
    """`assets/NAME.svg` at `height` pixels, in one colour if `tint`; None when there is no such picture.

    A tinted picture must be drawn in black: the tint is added to it. With `mirrored`, one that points along the line
    of reading points the other way.
    """
    try:
        drawn = pygame.image.load_sized_svg(folder("assets") / f"{name}.svg", (height * 4, height))
    except (OSError, pygame.error):
        return None
    if tint is not None:
        drawn.fill((*tint, 0), special_flags=pygame.BLEND_RGB_ADD)
    if mirrored and name in POINTING:
        drawn = pygame.transform.flip(drawn, True, False)
    return drawn
