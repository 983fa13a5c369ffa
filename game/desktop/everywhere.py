"""The keys that mean the same everywhere: help, the colours, the size of text, the wall, the way back.

Three presses of Shift, the way out, are told by `widget_hands.Taps`; the keys of one screen are that screen's.
"""

from __future__ import annotations

from dataclasses import replace

from game.desktop.screens import Context, Screen
from game.desktop.widgets import Key, Press
from game.keeping.settings import LEAST_PERCENT
from game.telling import language

_TURNED = {"left": "right", "right": "left"}


def along_the_line(name: str) -> str:
    """The key as screens know it: "right" leads on, wherever a line of the language spoken now begins."""
    return _TURNED.get(name, name) if language.backwards() else name


def everywhere(key: Key, screen: Screen, context: Context, go_back: Press) -> Press | None:
    """What this key does while `screen` is shown, whatever has the focus; None when it is left to the screen."""
    match key:
        case Key(name="f1"):
            return context.help
        case Key(name="f6"):
            return context.next_theme
        case Key(name="f8", repeat=False):
            return lambda: context.project(not context.projected)
        case Key(name="f10") | Key(name=",", ctrl=True):
            return context.open_settings
        case Key(name="f11"):
            return context.full_screen
        case Key(name="+" | "=", ctrl=True):
            return lambda: context.larger_text(1)
        case Key(name="-", ctrl=True):
            return lambda: context.larger_text(-1)
        case Key(name="0", ctrl=True):
            return lambda: context.change(replace(context.settings, text_percent=LEAST_PERCENT))
        case Key(name="escape") | Key(name="left", alt=True):
            return go_back
        case Key(name="p", repeat=False) if key.plain and screen.pausable:
            return context.pause
    return None
