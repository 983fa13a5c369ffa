"""Sure fixes of a file's layout: tabs, texts without quotes, chats without their bar.

Names are left to `fix`, which also tries whether these do harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from game.engine.mending.edits import Edit, Lines, applied
from game.engine.model import Place, Scenario
from game.engine.problems import Problem, problem
from game.engine.quoting import in_quotes
from game.engine.read import read
from game.engine.source import BAD_INDENT, Node, Table, Text

Judge = Callable[[str], tuple[Problem, ...]]
"""All the problems of a file's text, as its author is told them."""

_BLOCK_VALUE = re.compile(r"[ ]*(?:- +)*(?:[A-Za-z_][\w-]*[ \t]*:[ \t]+)?")
_INDENT = re.compile("[ \t\xa0\u2000-\u200b\u202f\u3000]*")
_OPEN_CHAT = re.compile(r"chat([ \t]*):([ \t]*[|>]?[-+0-9]*)[ \t]*$")
QUOTING = frozenset({"quote-this-text", "unpaired-quote", "quotes-in-quotes", "typographic-quotes"})
"""Kinds of problem that the right quotes mend."""

_LEFT_OUT = {"missing-space": " ", "missing-colon": ":"}
_WIDTHS = (2, 4, 8)
"""Columns between the tab stops of common editors."""

_NO_WIDTH = "\u200b"


def indentation(text: str, problems: Iterable[Problem], judge: Judge) -> tuple[Edit, ...]:
    """Spaces for the tabs and no-break spaces that indent lines, as wide as makes sense of the whole file.

    None when no width does, or when two do and make different stories.
    """
    lines = Lines(text)
    # Of many such lines only some are told, and mending some would leave none in its place.
    told = any(one.name == "bad-indentation" for one in problems)
    starts = (hit.start() for hit in BAD_INDENT.finditer(text)) if told else ()
    indented = tuple(problem("bad-indentation", lines.place(start)) for start in starts)
    tried = dict.fromkeys(tuple(_spaces(text, lines, one, width) for one in indented) for width in _WIDTHS)
    fewest: int | None = None
    best: list[tuple[tuple[Edit, ...], Scenario]] = []
    for edits in tried if indented else ():
        now = applied(text, edits)
        scenario = read(now.encode()).scenario
        if scenario is None:
            continue
        count = len(judge(now))
        if fewest is None or count < fewest:
            fewest, best = count, []
        if count == fewest:
            best.append((edits, scenario))
    if not best or any(scenario != best[0][1] for _, scenario in best):
        return ()
    return best[0][0]


def layout_edits(text: str, problems: Iterable[Problem], root: Node | None) -> tuple[Edit, ...]:
    """Quotes for texts, bars for chats, spaces and colons left out. `root` is what could be read of `text`."""
    lines = Lines(text)
    edits: list[Edit] = []
    for one in problems:
        if one.name in QUOTING:
            edits += _quotes(text, lines, one)
        elif one.name in _LEFT_OUT:
            edits.append(Edit(lines.offset(one.place), lines.offset(one.place), _LEFT_OUT[one.name], one))
        elif one.name == "anchor-or-alias" and dict(one.values)["sign"] == "*":
            name = re.match(r"\*[\w-]+", text[lines.offset(one.place) :])
            if name and not re.search(rf"&{re.escape(name[0][1:])}\b", text):
                edits += _quotes(text, lines, one)  # refers to nothing, so it is a text such as “*soupir”
        elif one.name == "chat-not-literal":
            edits += _literal(text, lines, one, root)
    return tuple(edits)


def _spaces(text: str, lines: Lines, one: Problem, width: int) -> Edit:
    start = lines.offset(one.place)
    indent = _INDENT.match(text, start)
    assert indent is not None  # the pattern takes any start
    columns = 0
    for character in indent[0]:
        if character == "\t":
            columns += width - columns % width
        elif character != _NO_WIDTH:
            columns += 1
    return Edit(start, indent.end(), " " * columns, one)


def _quotes(text: str, lines: Lines, one: Problem) -> Iterator[Edit]:
    at = lines.offset(one.place)
    if not _BLOCK_VALUE.fullmatch(text[lines.start(at) : at]):
        return  # within braces, where the text's end is not certain
    sure = in_quotes(text[at : lines.end(at)])
    if sure is not None:
        yield Edit(at, at + sure[0], sure[1], one)


def _literal(text: str, lines: Lines, one: Problem, root: Node | None) -> Iterator[Edit]:
    at = lines.offset(one.place)
    end = lines.end(at)
    bare = _OPEN_CHAT.match(text[at:end])
    if bare:
        # Messages stand below, and only the bar is missing.
        yield Edit(at, at + len(text[at:end].rstrip(" \t")), f"chat{bare[1]}: |", one)
        return
    node = _chat_at(root, one.place)
    if node is None or node.style not in ('"', "'") or "\n" in node.value or not node.value.strip():
        return
    start, stop = lines.offset(node.place), lines.offset(node.end)
    below = " " * (one.place.column + 1)
    if lines.end(at) == lines.end(start) and not text[stop : lines.end(start)].strip():
        yield Edit(start, stop, f"|{lines.line_break}{below}{node.value.strip()}", one)


def _chat_at(root: Node | None, place: Place) -> Text | None:
    """The value of the key that stands at `place`."""
    ahead = [root]
    while ahead:
        node = ahead.pop()
        if not isinstance(node, Table):
            continue
        for key, where in node.keys.items():
            value = node.values[key]
            if where == place:
                return value if isinstance(value, Text) else None
            ahead.append(value)
    return None
