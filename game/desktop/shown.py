"""A screen on the stack of the app, and what is kept of it between two builds: places, focus, a dialog.

When it is built, shown and left is the app's.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.desktop.screens import Screen
from game.desktop.widget_dialog import Dialog


@dataclass(slots=True)
class Shown:
    """A screen on the stack, and what is kept of it between two builds."""

    screen: Screen
    dialog: Dialog | None = None
    places: dict[str, tuple[int, bool]] = field(default_factory=dict)
    """By key of the scrolling part: its offset, and whether its end was in view."""
    focus: str = ""
    under: str = ""
    """What had the focus before the dialog was opened."""
