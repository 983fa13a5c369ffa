"""Text in the window: laying out runs of text in lines, and drawing them.

The parts: `text_faces` says which face is read in, `text_clusters` what one character is, `text_fallback` which font
draws it, `text_order` which way it
runs, `text_lines` where lines break, `text_chips` what it looks like. Colours of themes and sizes of the interface
are left to the caller.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import pygame

from game.desktop import text_faces
from game.desktop.text_chips import Colour, chip, forget_chips
from game.desktop.text_fallback import forget_drawn
from game.desktop.text_lines import Line, paragraph
from game.keeping.settings import Face

Align = Literal["start", "centre", "end"]

_UNDERLINE, _THICKNESS = 0.21, 0.07
"""How far under the baseline a line is drawn, and how thick, in em."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style; `colour` None is the colour given to `draw`. A line break is "\\n"."""

    text: str
    bold: bool = False
    underline: bool = False
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """Runs set in lines: the widest line and the full height in px, and what `draw` needs.

    `starts` is how far right each line begins, in px from the x given to `draw`. `backwards` says that the first
    paragraph runs from right to left: who shows it in a box wider than `width` puts it at the right.
    """

    width: int
    height: int
    size: int
    line_height: int
    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    runs: tuple[Run, ...]
    backwards: bool


def layout(
    runs: tuple[Run, ...],
    size: int,
    width: int,
    spacing: float = 1.35,
    align: Align = "start",
    among_backwards: bool = False,
) -> Laid:
    """`runs` set at `size` px to the em in lines of at most `width` px, `spacing` em apart.

    Lines break at spaces; inside a word (between clusters) only if it is wider than `width`; never between a French
    gap and its : ; ! ? » or «. Only a single cluster that is wider than `width` makes a wider line.

    Each paragraph runs the way of its first strong character; with `among_backwards` from right to left if enough of it
    does, as a sentence that begins with a foreign name. `start` lines up the lines at that side of the widest
    line, so that a bubble of `Laid.width` fits; `centre` and `end` place them in the whole `width`.
    The 512 layouts used last are kept.
    """
    return _layout(runs, max(1, size), max(1, width), spacing, align, among_backwards)


def draw(surface: pygame.Surface, laid: Laid, x: int, y: int, colour: Colour) -> None:
    """Draw `laid` with its top left corner at x, y px. Lines outside the clip of `surface` cost nothing."""
    clip = surface.get_clip()
    top = y
    for line, start in zip(laid.lines, laid.starts, strict=True):
        # Arabic marks may reach out of their line by half of it.
        if top - laid.line_height < clip.bottom and top + 2 * laid.line_height > clip.top:
            _draw_line(surface, laid, line, x + start, top, colour)
        top += laid.line_height


def forget() -> None:
    """Drop every text that was set or drawn: its words are then nowhere in this module's memory."""
    _layout.cache_clear()
    forget_chips()


def use_face(face: Face) -> None:
    """Set everything in `face` from now on. Who keeps a `Laid` keeps it by `face()`: it is for one face only."""
    if face != text_faces.current():
        text_faces.choose(face)
        forget_drawn()
        forget()


def face() -> Face:
    """The face that text is set in now."""
    return text_faces.current()


def leading(face: Face) -> float:
    """How far the lines of a face stand apart, beside those of the first one, Atkinson Hyperlegible."""
    return text_faces.leading(face)


def line_height(size: int, spacing: float = 1.35) -> int:
    """Height in px of one line of text at `size` px to the em."""
    return max(1, round(size * spacing))


@lru_cache(maxsize=512)
def _layout(runs: tuple[Run, ...], size: int, width: int, spacing: float, align: Align, among_backwards: bool) -> Laid:
    styles = [number for number, run in enumerate(runs) for _ in run.text]
    bold = [run.bold for run in runs]
    lines: list[Line] = []
    place = 0
    for text in "".join(run.text for run in runs).split("\n"):
        lines += paragraph(text, styles[place : place + len(text)], bold, size, width, among_backwards)
        place += len(text) + 1
    widest = max(line.width for line in lines)
    room = widest if align == "start" else max(width, widest)
    return Laid(
        width=widest,
        height=len(lines) * line_height(size, spacing),
        size=size,
        line_height=line_height(size, spacing),
        lines=tuple(lines),
        starts=tuple(_start(line, room, align) for line in lines),
        runs=runs,
        backwards=lines[0].backwards,
    )


def _start(line: Line, room: int, align: Align) -> int:
    if align == "centre":
        return (room - line.width) // 2
    return room - line.width if (align == "end") != line.backwards else 0


def _draw_line(surface: pygame.Surface, laid: Laid, line: Line, x: int, top: int, colour: Colour) -> None:
    face = text_faces.shape()
    ascent, descent = round(face.ascent * laid.size), round(face.descent * laid.size)
    baseline = top + (laid.line_height - ascent - descent) // 2 + ascent
    for piece in line.pieces:
        if piece.what[0] != "gap":
            run = laid.runs[piece.style]
            drawn = chip(piece.what, run.bold, laid.size, bool(piece.level % 2), run.colour or colour)
            surface.blit(drawn.pixels, (x + piece.x, baseline - drawn.rise), None, drawn.flags)
    # The underline stays inside the line, however tight the lines are.
    thickness = max(2, round(_THICKNESS * laid.size))
    drop = min(max(3, round(_UNDERLINE * laid.size)), max(1, top + laid.line_height - baseline - thickness))
    for left, right, own in _underlines(laid, line):
        surface.fill(own or colour, (x + left, baseline + drop, right - left, thickness))


def _underlines(laid: Laid, line: Line) -> list[tuple[int, int, Colour | None]]:
    """Left, right and colour of every underlined stretch: through the gaps inside it, not before or after it."""
    found: list[tuple[int, int, Colour | None]] = []
    through = False
    for piece in line.pieces:
        run = laid.runs[piece.style]
        if not run.underline:
            through = False
        elif piece.what[0] != "gap":
            right = piece.x + piece.width
            if through and found[-1][2] == run.colour:
                found[-1] = (found[-1][0], right, run.colour)
            else:
                found.append((piece.x, right, run.colour))
            through = True
    return found
