"""One HTML file that holds a story and all that playing it needs, in one language or several.

Nothing in it makes a request, and its Content-Security-Policy says so to the browser too. What an edition holds is
`edition`'s; which file it goes to, and what is said when it cannot, is left to the faces.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from string import Template
from typing import Any

from game.paper.escape import harmless
from game.telling.language import speaking
from game.web.edition import Edition, edition
from game.web.fixed import fixed
from game.web.joined import PLAYER, joined
from game.web.sentences import numbered
from game.web.sprite import sprite
from game.web.style import style

TITLE = "Notes"
"""The title of the tab, the same as the window's: nothing about blackmail stands in a history or a list of tabs."""


def document(stories: Sequence[Edition]) -> str:
    """The file of one story, whose `stories` are the same one in each of its languages; the first one opens."""
    script, sentences = numbered(joined())
    css = style()
    ahead, rest = _parts([edition(one, sentences) for one in stories])
    first = stories[0]
    with speaking(first.language):
        page = Template((PLAYER / "index.html").read_text(encoding="utf-8"))
        return page.substitute(
            lang=first.language,
            dir=first.direction,
            policy=_policy(css, script),
            title=TITLE,
            style=css,
            sprite=sprite(stories, script),
            ahead=_embedded({"editions": ahead}),
            script=script,
            fixed=fixed(stories),
            rest=_embedded(rest),
        )


def _parts(editions: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What the first screen shows of `editions`, and the rest of each: it comes last, and no phone waits for it."""
    parts = [_parted(one, ("language", "name", "dir")) for one in editions]
    first, more = _parted(editions[0], ("language", "name", "dir", "words"))
    first["story"], more["story"] = _parted(more["story"], ("language", "title", "summary", "minutes"))
    parts[0] = first, more
    return [ahead for ahead, _rest in parts], [rest for _ahead, rest in parts]


def _parted(value: dict[str, Any], names: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What `value` says under `names`, and what under others."""
    here = {name: one for name, one in value.items() if name in names}
    return here, {name: one for name, one in value.items() if name not in names}


def _policy(css: str, script: str) -> str:
    """No request at all; only this style and this script."""
    return (
        f"default-src 'none'; style-src {_digest(css)}; script-src {_digest(script)}; img-src data:;"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _embedded(value: object) -> str:
    """`value` as JSON that no HTML parser can see an end or a beginning of anything in.

    Its texts hold what a document may hold, and every position in them stays: the player counts code points.
    """
    text = json.dumps(_harmless(value), ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _harmless(value: object) -> object:
    match value:
        case str():
            return harmless(value)
        case dict():
            return {name: _harmless(one) for name, one in value.items()}
        case list() | tuple():
            return [_harmless(one) for one in value]
        case _:
            return value
