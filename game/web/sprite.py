"""The pictures of an exported file: the faces of its cast and the icons of its buttons, each carried once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.storage import folder
from game.web.edition import Edition

_SVG = re.compile(r'<svg[^>]*?viewBox="([^"]*)"[^>]*>(.*)</svg>', re.DOTALL)

_PEN = re.compile(
    r'<g fill="none" stroke="#000000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">(.*)</g>',
    re.DOTALL,
)
"""What every icon is drawn with: style.css gives it to all of them."""

_UNSEEN = re.compile(r"<!--.*?-->|(?<=>)\s+(?=<)", re.DOTALL)


def sprite(stories: Sequence[Edition], script: str) -> str:
    """An element that shows nothing, from which `picture` of dom.js takes: the faces of the stories, and every icon
    whose name stands in `script`."""
    faces = dict.fromkeys(person.avatar for one in stories for person in one.scenario.cast if person.avatar)
    drawn = [_symbol("mascot", "."), *(_symbol(name, "avatars") for name in faces)]
    drawn += [_PEN.sub(r"\1", _symbol(name, "icons")).replace("#000000", "currentColor") for name in _icons(script)]
    # Gradients of what is not displayed are not drawn: it has no size instead.
    return f'<svg class="sprite" width="0" height="0" aria-hidden="true">{"".join(drawn)}</svg>'


def _icons(script: str) -> list[str]:
    named = set(re.findall(r'"([a-z-]+)"', script))
    return sorted(path.stem for path in (folder("assets") / "icons").glob("*.svg") if path.stem in named)


def _symbol(name: str, kind: str) -> str:
    written = (folder("assets") / kind / f"{name}.svg").read_text(encoding="utf-8")
    found = _SVG.search(written)
    assert found is not None, name
    inside = _UNSEEN.sub("", found[2]).strip()
    return f'<symbol id="svg-{name}" viewBox="{found[1]}">{inside}</symbol>'
