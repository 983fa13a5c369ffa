"""What goes to paper besides the blocks of a page: tables, the map of a story, its cards, a numbered list of sources.

A sheet is a page that the window and the terminal do not show. How it is drawn is left to `game.paper`, what it says to
`teacher_guide`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.engine.reference import Source
from game.telling.deck import Deck, Letters
from game.telling.page import Block, Span

Line = tuple[Span, ...]
Cell = tuple[Line, ...]
"""The lines of a cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under `heads`, one cell a head. `caption` is what a screen reader says first."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A scene or an ending on the map. `number` is what the guide calls it by (“8”, “E2”).

    `hard`: it has a summary for who would rather not read it. `stop` is the number of its stop for a class, 0 for none.
    """

    number: str
    name: str
    kind: Literal["scene", "ending"]
    hard: bool = False
    stop: int = 0


@dataclass(frozen=True, slots=True)
class Road:
    """A way from one box to another, by their indexes. `letters` are the choices that lead there, "" for all of them.

    `depends`: it is taken only after certain earlier choices.
    """

    start: int
    end: int
    letters: str = ""
    depends: bool = False


@dataclass(frozen=True, slots=True)
class StoryMap:
    """A story as boxes and roads; the first box opens it. `told` says where the same is written out in words."""

    title: str
    told: str
    boxes: tuple[Box, ...]
    roads: tuple[Road, ...]


@dataclass(frozen=True, slots=True)
class SourceList:
    """Sources under the numbers, from 1, by which sheets call them."""

    sources: tuple[Source, ...]


SheetBlock = Block | Table | StoryMap | SourceList | Deck | Letters


@dataclass(frozen=True, slots=True)
class Sheet:
    """Blocks under a title, as a `Page`. One that is `apart` has paper of its own: it can be pinned up or handed on."""

    id: str
    title: str
    blocks: tuple[SheetBlock, ...]
    apart: bool = False
