"""The style of an exported file: the window's own design tokens, written into the player's style sheet.

Which element bears which class is the player's modules' affair.
"""

from __future__ import annotations

import json
from string import Template

from game.storage import folder
from game.web.joined import PLAYER


def style() -> str:
    """The whole style sheet."""
    tokens = json.loads((folder("assets") / "tokens.json").read_text(encoding="utf-8"))
    sheet = (PLAYER / "style.css").read_text(encoding="utf-8")
    return Template(sheet).substitute({name: _colours(theme) for name, theme in tokens["themes"].items()})


def _colours(theme: dict[str, str]) -> str:
    return " ".join(f"--{name.replace('_', '-')}: {value};" for name, value in theme.items())
