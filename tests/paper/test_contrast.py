"""On a screen, whatever is written in a document can be read against what is behind it, light and dark (WCAG 1.4.3)."""

from __future__ import annotations

import json

import pytest

from game.storage import folder

PAIRS = (
    *(("ink", behind) for behind in ("ground", "surface", "sunken", "help_soft", "note_soft", "good_soft")),
    *(("ink", behind) for behind in ("primary_soft", "mark_soft")),
    *(("ink_soft", behind) for behind in ("ground", "surface", "help_soft", "primary_soft", "mark_soft", "mine")),
    *(("ink_soft", "theirs"), ("on_mine", "mine"), ("on_theirs", "theirs"), ("primary", "ground")),
    *(("link", "ground"), ("link", "surface")),
)
"""Text and what style.css sets it on."""


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out(theme: str) -> None:
    colours = json.loads((folder("assets") / "tokens.json").read_text(encoding="utf-8"))["themes"][theme]
    for text, behind in PAIRS:
        darker, lighter = sorted((luminance(colours[text]), luminance(colours[behind])))
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, f"{text} on {behind}"
