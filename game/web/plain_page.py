"""Pages of words as plain JSON values, as the player's `types.js` describes them, with a block's name under "type".

What a page holds is `game.telling`'s.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from game.telling.page import Block, GoBack, Page, Span


def plain_page(page: Page) -> dict[str, Any]:
    """The value of types.js's `Page`."""
    return {"id": page.id, "title": page.title, "blocks": [plain_block(block) for block in page.blocks]}


def plain_block(block: Block | GoBack) -> dict[str, Any]:
    """The value of types.js's `Block`. Of a span, what it is not is left out."""
    return {"type": type(block).__name__, **{one.name: _plain(getattr(block, one.name)) for one in fields(block)}}


def _plain(value: Any) -> Any:
    match value:
        case Span():
            styles = {"strong": value.strong, "underline": value.underline}
            return {"text": value.text, **{name: True for name, is_so in styles.items() if is_so}}
        case tuple():
            return [_plain(one) for one in value]
        case str() | int():
            return value
    return plain_block(value)
