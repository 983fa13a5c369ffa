"""The style of a document: colours and sizes of the design tokens on a screen, black on white on paper.

Sizes are in em and rem, so that whoever enlarges the text of a browser enlarges everything. Which element bears which
class is left to `blocks` and `map_drawing`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from string import Template

from game.storage import folder

_COLOURS = (
    *("ground", "surface", "sunken", "ink", "ink_soft", "line", "edge", "primary", "primary_soft"),
    *("help_soft", "help_edge", "good", "good_soft", "note", "note_soft", "mark_soft", "mine", "theirs"),
    *("on_mine", "on_theirs", "link", "focus"),
)


def style(footer: str, more: str = "", colours: Sequence[str] = ()) -> str:
    """The whole style sheet. `footer` stands at the foot of every printed page, with the page's number.

    `more` is a sheet that comes after it, with the same placeholders; `colours` are the tokens that it needs besides.
    """
    tokens = json.loads((folder("assets") / "tokens.json").read_text(encoding="utf-8"))
    sheet = Path(__file__).with_name("style.css").read_text(encoding="utf-8") + more
    named = (*_COLOURS, *colours)
    kind = tokens["type"]
    rem = 16
    values = {
        "light": _colours(tokens["themes"]["light"], named),
        "dark": _colours(tokens["themes"]["dark"], named),
        "footer": footer.replace("\\", "\\\\").replace('"', '\\"'),
        "body": f"{kind['body'] / rem:g}rem",
        "measure": f"{tokens['measure']['wide']}rem",
        "target": f"{tokens['target'] / rem:g}rem",
        "ring": f"{tokens['ring']}px",
        "line": str(kind["line"] + 0.15),
        **{name: f"{kind[name]}em" for name in ("small", "lead", "h1", "h2", "h3")},
        **{f"gap_{name}": f"{size / rem:g}rem" for name, size in tokens["space"].items()},
        **{f"radius_{name}": f"{size / rem:g}rem" for name, size in tokens["radius"].items()},
    }
    return Template(sheet).substitute(values)


def _colours(theme: dict[str, str], named: Sequence[str]) -> str:
    return " ".join(f"--{name.replace('_', '-')}: {theme[name]};" for name in named)
