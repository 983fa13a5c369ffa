"""The style of an exported file: the window's own design tokens, written into the player's style sheet.

Which element bears which class is the player's modules' affair.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Template

from game.storage import folder
from game.web.joined import PLAYER

_NOT_READ = re.compile(r"/\*.*?\*/|(?<=[{};:,])\s+|\s+(?=[{}])", re.DOTALL)
"""What only people read in a style sheet."""

_SAME = re.compile(r"#(\w)\1(\w)\2(\w)\3$")
"""A colour that three digits say as well as six."""

_BODY = 18
"""Tokens are in pixels beside text of this size."""


def style() -> str:
    """The whole style sheet; colours that it never asks for are left out."""
    tokens = json.loads((folder("assets") / "tokens.json").read_text(encoding="utf-8"))
    sheet = _NOT_READ.sub("", "".join(one.read_text(encoding="utf-8") for one in sheets()))
    asked = set(re.findall(r"var\(--([\w-]+)", sheet))
    kind = tokens["type"]
    values = {
        **{name: _colours(theme, asked) for name, theme in tokens["themes"].items()},
        **{f"gap_{name}": _gap(size) for name, size in tokens["space"].items()},
        **{f"radius_{name}": f"{size}px" for name, size in tokens["radius"].items()},
        **{name: _heading(kind[name]) for name in ("lead", "h1", "h2", "h3")},
        **{name: str(spread) for name, spread in tokens["spread"].items()},
        **{name: f"{size / _BODY:.3g}rem" for name, size in _wide(tokens["measure"]).items()},
        "small": f"{kind['small']}rem",
        "line": str(kind["line"]),
        "target": f"{tokens['target']}px",
        "ring": f"{tokens['ring']}px",
        "glide": f"{tokens['durations']['glide']}s",
    }
    return Template(sheet).substitute(values)


def sheets() -> list[Path]:
    """The player's style sheets: the one for every screen, and what some screens add to it."""
    return sorted(PLAYER.glob("*.css"), key=lambda one: (one.name != "style.css", one.name))


def _wide(measure: dict[str, int]) -> dict[str, int]:
    """The widest columns: the tokens count them in widths of the body's text."""
    return {name: size * _BODY for name, size in measure.items()}


def _colours(theme: dict[str, str], asked: set[str]) -> str:
    named = {name.replace("_", "-"): _SAME.sub(r"#\1\2\3", value) for name, value in theme.items()}
    return "".join(f"--{name}:{value};" for name, value in named.items() if name in asked)


def _gap(size: int) -> str:
    """Room that grows slower than the text, so that large text keeps room for words."""
    return f"calc({size / 2:g}px + {size / 2 / _BODY:.3g}rem)"


def _heading(times: float) -> str:
    """A size of text that grows with the body's, and not faster in pixels: large text needs no huge headings."""
    return f"calc(1rem + {(times - 1) * _BODY:.3g}px)"
