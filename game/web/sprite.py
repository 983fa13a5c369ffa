"""The pictures of an exported file: the faces of its cast and the icons of its buttons, each carried once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.storage import folder
from game.web.edition import Edition

_SVG = re.compile(r'<svg[^>]*?viewBox="([^"]*)"[^>]*>(.*)</svg>', re.DOTALL)

ICONS: tuple[str, ...] = ()
"""The icons that the player's modules ask for, by name."""


def sprite(stories: Sequence[Edition]) -> str:
    """An element that shows nothing, from which `picture` of dom.js takes."""
    faces = dict.fromkeys(person.avatar for one in stories for person in one.scenario.cast if person.avatar)
    drawn = [_symbol(name, "avatars") for name in faces] + [_symbol(name, "icons") for name in ICONS]
    return f'<svg hidden aria-hidden="true">{"".join(drawn)}</svg>'


def _symbol(name: str, kind: str) -> str:
    written = (folder("assets") / kind / f"{name}.svg").read_text(encoding="utf-8")
    found = _SVG.search(written)
    assert found is not None, name
    inside = re.sub(r">\s+<", "><", found[2].strip())
    return f'<symbol id="svg-{name}" viewBox="{found[1]}">{inside}</symbol>'
