"""Double quotes around a text: which ones are wrong, and how the text is written with the right ones.

Where the text stands and how it is told to its author is left to `source` and `values`.
"""

from __future__ import annotations

import re

_COMMENT = re.compile(r"(?:[ ]{2,}|[ ]*\t[ \t]*)#(?=[ \t]|$)")
_MAYBE_COMMENT = re.compile(r"[ \t]#(?=[ \t]|$)")
_AROUND = {"«": "»", "“": "”", "„": "“”", "”": "”"}
"""What word processors put around a text, and what may end it."""

_ANY_AROUND = re.compile('[«»“”„"]')


def quoted(text: str) -> str:
    """`text` in the double quotes that YAML understands and that keep every character."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def without_comment(rest: str) -> str:
    """`rest`, a value up to the end of its line, without spaces at its end and without what is clearly a comment."""
    body = rest.rstrip(" \t")
    comment = _COMMENT.search(body)
    return body[: comment.start()] if comment else body


def in_quotes(rest: str) -> tuple[int, str] | None:
    """How much of `rest`, a value up to the end of its line, is its text, and that text in double quotes.

    None where two readings are possible.
    """
    body = without_comment(rest)
    if not body or _MAYBE_COMMENT.search(body):
        return None  # perhaps a comment, perhaps words of the text
    inner = body
    mark = body[0]
    if mark in "\"'":
        others = body.count(mark) - 1
        if others == 0 and mark == '"':
            inner = body[1:]
        elif len(body) > 1 and body[-1] == mark:
            inner = body[1:-1]
            first = inner.find(mark)
            if "\\" in inner or mark * 2 in inner or (first > 0 and inner[first - 1].isalnum() and mark == '"'):
                return None  # two texts side by side, or quotes that were escaped already
        elif mark == "'":
            return None  # an apostrophe, or a quotation that does not end
    elif ends_alone(body):
        inner = body[:-1]
    elif surrounded(body):
        inner = body[1:-1].strip(" \u00a0\u202f")
    return len(body), quoted(inner)


def ends_alone(body: str) -> bool:
    """Whether `body` ends with its only double quote, which no other opens; “15"” may be inches."""
    return len(body) > 1 and body.count('"') == 1 and body[-1] == '"' and not body[-2].isdigit()


def surrounded(body: str) -> bool:
    """Whether `body` stands as a whole in the quotes of a word processor, and holds no other."""
    inner = body[1:-1].strip(" \u00a0\u202f")
    return bool(inner) and body[-1] in _AROUND.get(body[0], "") and not _ANY_AROUND.search(inner)


def quoting_fault(rest: str) -> str:
    """The kind of problem of `rest`, a value up to the end of its line that its quotes do not keep whole."""
    body = without_comment(rest)
    if (body[:1] == '"' and body.count('"') == 1) or ends_alone(body):
        return "unpaired-quote"
    if body[:1] == '"' and body[-1] == '"' and body.count('"') > 2:
        return "quotes-in-quotes"
    return "typographic-quotes" if body and surrounded(body) else "quote-this-text"
