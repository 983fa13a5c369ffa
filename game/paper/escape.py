"""Words as HTML: every character that means something to a browser, or that would turn the text around it, made safe.

All that an author wrote comes through here on its way into a document.
"""

from __future__ import annotations

from html import escape

# Overrides (U+202D, U+202E) would turn every letter after them round; control characters and halves of surrogate
# pairs cannot stand in a document at all.
_GONE = {
    code: None
    for code in (*range(0x20), *range(0x7F, 0xA0), 0x202D, 0x202E, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    if code not in (0x09, 0x0A)
}


def text(words: str) -> str:
    """`words` as the content of an element."""
    return escape(words.translate(_GONE), quote=False)


def attribute(words: str) -> str:
    """`words` as the value of an attribute between double quotes."""
    return escape(words.translate(_GONE).replace("\n", " "), quote=True)


def link(address: str) -> str:
    """The value of an `href` to `address`, "" where a browser should not be sent: only http and https are followed."""
    return attribute(address) if address.lower().startswith(("https://", "http://")) else ""
