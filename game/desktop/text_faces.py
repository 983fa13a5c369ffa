"""The faces that a person can choose to read in: the fonts each begins with, and the room that its lines need.

One face is spoken of at a time by the whole window. Whether what was set in another is still kept anywhere is left
to `text.use_face`; what the other fonts add to a face to `text_fallback`.
"""

from __future__ import annotations

from typing import NamedTuple

from game.desktop.fonts import Family
from game.keeping.settings import Face


class Shape(NamedTuple):
    """How a face is set; lengths are in em of the text around it."""

    families: tuple[Family, ...]
    """Its own fonts and then those that draw what they lack, in the order in which they are asked."""
    ascent: float
    descent: float
    """Every line is placed by these two, whatever font it is in: accents on capitals and tails of letters fit in."""
    gap: float
    """How wide its spaces are, beside those of Atkinson Hyperlegible."""
    leading: float
    """How far its lines stand apart, beside those of Atkinson Hyperlegible."""


_SHAPES: dict[Face, Shape] = {
    "atkinson": Shape(("latin", "latin-ext", "wide", "symbols", "arabic"), 0.95, 0.29, 1, 1),
    "noto": Shape(("wide", "latin", "latin-ext", "symbols", "arabic"), 1.0, 0.29, 0.93, 1),
    # Its own spaces are as wide as two letters; half of that keeps words as clearly apart.
    "dyslexic": Shape(("dyslexic", "latin", "latin-ext", "wide", "symbols", "arabic"), 1.06, 0.28, 1.6, 1.16),
}

_face: Face = "atkinson"


def current() -> Face:
    """The face that is read in now."""
    return _face


def shape() -> Shape:
    """How that face is set."""
    return _SHAPES[_face]


def leading(face: Face) -> float:
    """How far the lines of a face stand apart, beside those of Atkinson Hyperlegible."""
    return _SHAPES[face].leading


def choose(face: Face) -> None:
    """Read in `face` from now on."""
    global _face
    _face = face
