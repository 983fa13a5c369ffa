"""The settings of the game: how it looks, speaks and runs for this person, as one value.

Where they are kept is left to `settings_file`; what a face does with each of them, to the face.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal, get_args

Colours = Literal["light", "dark", "contrast"]
Face = Literal["atkinson", "noto", "dyslexic"]
"""Atkinson Hyperlegible, Noto Sans, OpenDyslexic."""
Spacing = Literal["normal", "wide", "wider"]
"""How far lines of text stand apart."""
Arrival = Literal["slow", "normal", "fast", "at once"]
"""How fast messages arrive."""

COLOURS: tuple[Colours, ...] = get_args(Colours)
LEAST_PERCENT, MOST_PERCENT, PERCENT_STEP = 100, 300, 25


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose. Nothing here says anything about them but what they need to read and to play."""

    language: str = ""
    """The language of the interface ("fr"); "" until somebody chose one: what the system speaks."""
    country: str = ""
    """Whose help, steps and law are shown ("be"); "" until somebody chose: what the system names, or a story's own."""
    colours: Colours = "light"
    text_percent: int = LEAST_PERCENT
    """The size of text, 100 to 300."""
    face: Face = "atkinson"
    spacing: Spacing = "normal"
    still: bool = False
    """Reduced motion: nothing glides."""
    arrival: Arrival = "normal"
    voice: bool = False
    """Reading aloud by the system's voice."""
    progress: bool = False
    """Whether the person asked that what they have met be kept."""
    met: bool = False
    """Whether the first start was gone through."""


FIRST = Settings()
"""The settings of a first start."""


def recoloured(settings: Settings) -> Settings:
    """With the next colours, round and round."""
    return replace(settings, colours=COLOURS[(COLOURS.index(settings.colours) + 1) % len(COLOURS)])


def larger(settings: Settings, steps: int) -> Settings:
    """With text larger by so many steps of 25 per cent, smaller for negative ones, within 100 to 300."""
    percent = settings.text_percent + steps * PERCENT_STEP
    return replace(settings, text_percent=max(LEAST_PERCENT, min(MOST_PERCENT, percent)))


def from_plain(plain: Mapping[str, object]) -> Settings:
    """The settings that `plain` tells, as JSON gives them. What is missing or makes no sense is as if never chosen."""
    found = {}
    for field in fields(Settings):
        value = plain.get(field.name)
        if _fits(field.name, value):
            found[field.name] = value
    return Settings(**found)  # type: ignore[arg-type]


def to_plain(settings: Settings) -> dict[str, object]:
    """The settings as JSON can hold them."""
    return {field.name: getattr(settings, field.name) for field in fields(settings)}


_CHOICES: dict[str, tuple[str, ...]] = {
    "colours": COLOURS,
    "face": get_args(Face),
    "spacing": get_args(Spacing),
    "arrival": get_args(Arrival),
}


def _fits(name: str, value: object) -> bool:
    match name:
        case "text_percent":
            return type(value) is int and LEAST_PERCENT <= value <= MOST_PERCENT
        case "language" | "country":
            return isinstance(value, str) and len(value) <= 16
        case "still" | "voice" | "progress" | "met":
            return isinstance(value, bool)
    return value in _CHOICES[name]
