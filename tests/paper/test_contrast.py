"""On a screen, whatever is written in a document can be read against what is behind it, light and dark (WCAG 1.4.3)."""

from __future__ import annotations

import json

import pytest

from game.storage import folder
from tests.contrast import Colour, contrast

PAIRS = (
    *(("ink", behind) for behind in ("ground", "surface", "sunken", "help_soft", "note_soft", "good_soft")),
    *(("ink", behind) for behind in ("primary_soft", "mark_soft")),
    *(("ink_soft", behind) for behind in ("ground", "surface", "help_soft", "primary_soft", "mark_soft", "mine")),
    *(("ink_soft", "theirs"), ("on_mine", "mine"), ("on_theirs", "theirs"), ("primary", "ground")),
    *(("link", "ground"), ("link", "surface")),
)
"""Text and what style.css sets it on."""


def rgb(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out(theme: str) -> None:
    colours = json.loads((folder("assets") / "tokens.json").read_text(encoding="utf-8"))["themes"][theme]
    for text, behind in PAIRS:
        assert contrast(rgb(colours[text]), rgb(colours[behind])) >= 4.5, f"{text} on {behind}"
