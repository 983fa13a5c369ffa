"""Projector mode: the window on a wall, for a class. What it changes of the looks, for as long as it lasts.

It is no setting: nothing of it is kept. What a class plays on is `screens.class_play`; which key leads here,
`everywhere`'s.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.desktop import text
from game.desktop.tokens import THEMES, Look, ThemeName, metrics, theme, tokens
from game.keeping.settings import Settings
from game.telling import language


@dataclass(frozen=True, slots=True)
class Projector:
    """One time on the wall. `was_filled`: whether the window filled the screen before it."""

    was_filled: bool
    colours: ThemeName = "projector"

    def recoloured(self) -> Projector:
        """With the next theme: a dark room may want a dark wall. What the person chose for their desk stays."""
        return replace(self, colours=THEMES[(THEMES.index(self.colours) + 1) % len(THEMES)])


def look(settings: Settings, size: tuple[int, int], projector: Projector | None) -> Look:
    """The theme and the sizes for a window of this size in pixels, on the wall if `projector` is given."""
    spread = tokens().spread[settings.spacing] * text.leading(settings.face)
    sizes = metrics(*size, settings.text_percent, spread, projector is not None)
    colours = theme(settings.colours if projector is None else projector.colours)
    return Look(colours, sizes, settings.still, language.backwards(), settings.face)
