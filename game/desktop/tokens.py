"""The design tokens: colours of the themes, sizes in pixels for one window size, times in seconds.

The values live in `assets/tokens.json`, which the HTML player reads too; this module gives them names and
types. Which colour goes where is left to the widgets.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Literal

from game.keeping.settings import LEAST_PERCENT, MOST_PERCENT, PERCENT_STEP, Face
from game.storage import folder

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

ThemeName = Literal["light", "dark", "contrast", "projector"]
THEMES: tuple[ThemeName, ...] = ("light", "dark", "contrast", "projector")
"""The last one is for a wall: near-black on white, so that it still reads where daylight washes it out."""

TEXT_PERCENTS = tuple(range(LEAST_PERCENT, MOST_PERCENT + 1, PERCENT_STEP))
"""The text sizes a person can choose, in per cent."""

_GROWTH = 0.6
_SMALLEST, _LARGEST = 16, 46

PROJECTED_PART = 30
"""On a wall, the smallest text is at least this part of the window's height."""
_PROJECTED_SPACE = 1.2
"""Spaces on a wall, of those on a desk: less than its text, which needs the room."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme. `on_x` is the text drawn on `x`; `x_soft` a large pale area of the same family."""

    name: ThemeName
    ground: Colour
    surface: Colour
    sunken: Colour
    bar: Colour
    ink: Colour
    ink_soft: Colour
    off: Colour
    """On a control that cannot be used now."""
    line: Colour
    """Between parts; decoration only."""
    edge: Colour
    """Around controls."""
    primary: Colour
    on_primary: Colour
    primary_soft: Colour
    primary_edge: Colour
    help: Colour
    on_help: Colour
    help_soft: Colour
    help_edge: Colour
    door_help: Colour
    """The two doors of home are large: in the dark they must not shine."""
    on_door_help: Colour
    door_play: Colour
    on_door_play: Colour
    leave: Colour
    on_leave: Colour
    good: Colour
    good_soft: Colour
    note: Colour
    note_soft: Colour
    mine: Colour
    on_mine: Colour
    theirs: Colour
    on_theirs: Colour
    bubble_edge: Colour
    link: Colour
    mark: Colour
    mark_soft: Colour
    focus: Colour
    shadow: Colour
    scrim: Colour

    def colour(self, name: str) -> Colour:
        """The colour called `name`; AttributeError when there is none."""
        found: Colour = getattr(self, name)
        return found


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels for one window size and one text size; `percent` is 100 to 300.

    `projected` sizes are for a wall that is read from the back row.
    """

    width: int
    height: int
    percent: int
    projected: bool
    body: int
    small: int
    lead: int
    h3: int
    h2: int
    h1: int
    line: float
    """How far lines stand apart, in em, where a text says nothing of its own."""
    spread: float
    """How many times farther apart all lines stand than the tokens say, from 1."""
    xs: int
    s: int
    m: int
    l: int  # noqa: E741 - a size, between m and xl
    xl: int
    radius_s: int
    radius_m: int
    radius_l: int
    target: int
    """The least height and width of a control."""
    ring: int
    """The thickness of the focus ring; it grows with the text."""
    stroke: int
    """The thickness of lines that are drawn, in themselves the same for every size of text."""
    reading: int
    """The widest column of text that reads well, about 70 characters."""
    wide: int
    """The widest column of anything else."""

    def size(self, name: str) -> int:
        """The type size or space called `name` ("body", "h1", "m", ...); "" is 0."""
        if not name:
            return 0
        found: int = getattr(self, name)
        return found


@dataclass(frozen=True, slots=True)
class Look:
    """What a widget needs to know to measure and draw itself."""

    theme: Theme
    metrics: Metrics
    still: bool = False
    """Reduced motion: nothing glides."""
    mirrored: bool = False
    """The language runs from right to left: what stands at the start of a line stands at its right."""
    face: Face = "atkinson"
    """The face that `text` was told to use: what was measured in another must be measured anew."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything in the file; sizes are pixels at 1280x720 and 100 %, or factors of the body size."""

    themes: tuple[Theme, ...]
    space: dict[str, int]
    radius: dict[str, int]
    type: dict[str, float]
    spread: dict[str, float]
    target: int
    ring: int
    measure: dict[str, int]
    durations: dict[str, float]


def parse_colour(text: str) -> Colour:
    """`#RRGGBB` as a colour. Raises ValueError on anything else."""
    if len(text) != 7 or text[0] != "#":
        raise ValueError(text)
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


@cache
def tokens() -> Tokens:
    """The tokens of `assets/tokens.json`, read once. Raises OSError when the file is missing."""
    raw = json.loads((folder("assets") / "tokens.json").read_text(encoding="utf-8"))
    themes = tuple(
        Theme(name, **{key: parse_colour(value) for key, value in raw["themes"][name].items()}) for name in THEMES
    )
    return Tokens(
        themes,
        raw["space"],
        raw["radius"],
        raw["type"],
        raw["spread"],
        raw["target"],
        raw["ring"],
        raw["measure"],
        raw["durations"],
    )


def theme(name: ThemeName) -> Theme:
    """The theme called `name`."""
    return tokens().themes[THEMES.index(name)]


@cache
def metrics(width: int, height: int, text_percent: int = 100, spread: float = 1, projected: bool = False) -> Metrics:
    """Sizes for a window of `width` x `height` pixels at `text_percent` (100 to 300) per cent of the normal text.

    Lines stand `spread` times as far apart as the tokens say.

    Type grows with the window, but slower than it (a big screen shows more, not only bigger): 18 px at 1280x720,
    about 23 px at 1920x1080. Spaces grow slower than the text, and headings less the larger the text is, so that
    large text keeps room for words. `projected` text is a fixed part of the height: the small one 1/30, the body 1/25.
    """
    t = tokens()
    natural = t.type["body"] * float(min(width / 1280, height / 720) ** _GROWTH)
    base = max(_SMALLEST, min(_LARGEST, natural))
    zoom = text_percent / 100
    unit = base / t.type["body"]
    if projected:
        unit *= _PROJECTED_SPACE
        # Every projector is at least as wide as 5 to 4; in a window higher than that, words would no longer fit.
        base = ceil(min(height, width * 4 / 5) / PROJECTED_PART) / t.type["small"]
    body = base * zoom
    airy = unit * float(zoom**0.4)

    def heading(name: str) -> int:
        return round(body * (1 + (t.type[name] - 1) / zoom))

    return Metrics(
        width=width,
        height=height,
        percent=text_percent,
        projected=projected,
        body=round(body),
        small=round(body * t.type["small"]),
        lead=heading("lead"),
        h3=heading("h3"),
        h2=heading("h2"),
        h1=heading("h1"),
        line=t.type["line"] * spread,
        spread=spread,
        xs=round(t.space["xs"] * airy),
        s=round(t.space["s"] * airy),
        m=round(t.space["m"] * airy),
        l=round(t.space["l"] * airy),
        xl=round(t.space["xl"] * airy),
        radius_s=round(t.radius["s"] * unit),
        radius_m=round(t.radius["m"] * unit),
        radius_l=round(t.radius["l"] * unit),
        target=max(t.target, round(t.target * unit)),
        ring=max(2, round(t.ring * unit * (1 + zoom) / 2)),
        stroke=max(2, round(t.ring * unit)),
        reading=round(t.measure["reading"] * body),
        wide=round(t.measure["wide"] * body),
    )


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with a `share` (0 to 1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
