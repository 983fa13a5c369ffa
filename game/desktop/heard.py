"""What is heard of the window: numbered nodes, each with what a screen reader says of it, as plain values.

How they come from the tree of widgets is `hearing`'s; who listens is left to `screen_reader` and `voice`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Spoken = Literal[
    "alert",
    "button",
    "checkbox",
    "dialog",
    "group",
    "heading",
    "image",
    "label",
    "link",
    "list",
    "listitem",
    "log",
    "note",
    "plain",
    "radio",
    "radiogroup",
    "scroll",
    "spinbutton",
    "tab",
    "tablist",
    "window",
]
"""A widget's role, or what a screen reader knows beside those; "plain" only holds others."""

Live = Literal["", "off", "polite"]
"""Whether a screen reader says a node by itself when it appears; "" is as what holds it."""

Rectangle = tuple[int, int, int, int]

ROOT = 1
"""The number of the window itself."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a screen reader is told of one node.

    `rect` is in pixels of the window as if nothing were scrolled; `scrolled` moves it and everything below up by so
    many pixels, of at most `reach`. `place` is the position in a list from 1, and the length of the list.
    """

    role: Spoken
    name: str = ""
    description: str = ""
    key: str = ""
    level: int = 0
    checked: bool | None = None
    selected: bool | None = None
    expanded: bool | None = None
    enabled: bool = True
    focusable: bool = False
    pressable: bool = False
    live: Live = ""
    language: str = ""
    place: tuple[int, int] | None = None
    rect: Rectangle = (0, 0, 0, 0)
    scrolled: int = 0
    reach: int = 0
    children: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """A whole window: its nodes by number, which of them has the focus, and those that are read, in reading order."""

    nodes: Mapping[int, Said] = field(default_factory=dict)
    focus: int = ROOT
    reading: tuple[int, ...] = ()

    def beside(self, step: int) -> int | None:
        """The number of the next (1) or the previous (-1) node that is read; None at either end."""
        if self.focus not in self.reading:
            return self.reading[0] if self.reading else None
        at = self.reading.index(self.focus) + step
        return self.reading[at] if 0 <= at < len(self.reading) else None


def joined(parts: Iterable[str], by: str = ", ") -> str:
    """These words and sentences, one after the other; `by` stands after one that does not end by itself."""
    said = ""
    for part in filter(None, parts):
        said += (" " if said.endswith((".", "!", "?", "…")) else by if said else "") + part
    return said
