"""From bytes to a tree of located text: the only module that knows YAML.

Everything is text here, and every piece knows its place; what the pieces mean is left to `read`. YAML features that
would change or share a text (anchors, aliases, tags, several documents, duplicate keys) are refused, never applied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from game.engine.model import Place
from game.engine.problems import Problem, problem
from game.engine.quoting import in_quotes, quoted, quoting_fault
from game.engine.uneven import slip

LARGEST = 1_000_000
"""Bytes of the largest file that is read."""

DEEPEST = 20
MOST_PARTS = 250_000
_MOST_REPAIRS = 20

NOT_ALLOWED = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
BAD_INDENT = re.compile("^ *[\t\xa0\u2000-\u200b\u202f\u3000][ \t\xa0\u2000-\u200b\u202f\u3000]*(?=\\S)", re.MULTILINE)
"""What a line starts with that holds more than ordinary spaces."""

_KEY_AND_VALUE = re.compile(r"^(\s*(?:- +)*[A-Za-z_][\w-]*\s*:[ ]+)(\S.*?)\s*$")
_CHAT_KEY = re.compile(r"^( +chat[ \t]*:)(?![ \t]*\|[-+0-9]*[ \t]*(?:#.*)?$)")
_ITEM = re.compile(r"^(\s*(?:- +)+)(\S.*?)\s*$")
_WELL_QUOTED = re.compile(r"""^(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')\s*(?:#.*)?$""")
_CLOSED_EARLY = re.compile(r"[\[{][^\[\]{}]*[\]}]\s*[^\s,\]}#]")
_COMMENT = re.compile(r"[ \t]+#")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Text(NamedTuple):
    """A scalar. `style` is "" for plain, else the character that YAML uses: one of `"`, `'`, `|`, `>`."""

    value: str
    style: str
    place: Place
    end: Place


class Items(NamedTuple):
    """A list."""

    nodes: tuple[Node, ...]
    place: Place


class Table(NamedTuple):
    """Keys and values, in file order; the keys' own places are in `keys`."""

    values: dict[str, Node]
    keys: dict[str, Place]
    place: Place


Node = Text | Items | Table


class Tree(NamedTuple):
    """What was read: the outermost node, if any, the file's lines, and the problems met on the way."""

    root: Node | None
    lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def parse(data: bytes) -> Tree:
    """The located tree of a file's bytes. Never raises: whatever is wrong is in the tree's problems."""
    if len(data) > LARGEST:
        return Tree(None, (), (problem("file-too-big", Place(1, 1)),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = fault.object[: fault.start]  # without the byte order mark, which `start` does not count
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return Tree(None, (), (problem("not-utf8", Place(before.count(b"\n") + 1, column)),))
    text = text.replace("\r\n", "\n")
    found: list[Problem] = []
    text = _clean(text, found)
    lines = text.split("\n")
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines):
        return Tree(None, tuple(lines), (*found, problem("file-empty", Place(1, 1))))
    cleaned = bool(found)
    for _ in range(_MOST_REPAIRS):
        met: list[Problem] = []
        try:
            root = _Composer(text, met).document()
            if isinstance(root, Text) and not root.value and not root.style:
                return Tree(None, tuple(lines), (*found, *met, problem("file-empty", Place(1, 1))))  # “---” alone
            return Tree(root, tuple(lines), (*found, *met))
        except _Refused:
            return Tree(None, tuple(lines), (*found, *met))
        except yaml.YAMLError as fault:
            if _too_deep(fault):
                return Tree(None, tuple(lines), (*found, *met, problem("nested-too-deep", _fault_place(fault))))
            repaired = _opened(fault, lines) or _slipped(fault, lines, cleaned) or _repair(fault, lines)
            if repaired is None:
                # A fault that follows from a character or an indentation already told is not told again.
                told = () if cleaned else (*met, _layout_problem(fault, lines))
                return Tree(None, tuple(lines), (*found, *told))
            index, line, why = repaired
            found.append(why)
            lines[index] = line
            text = "\n".join(lines)
    return Tree(None, tuple(lines), tuple(found))


def written_after(lines: tuple[str, ...], place: Place) -> str:
    """What the file's line holds from `place` to its end."""
    return lines[place.line - 1][place.column - 1 :]


def quoting_problem(lines: tuple[str, ...], place: Place) -> Problem:
    """The problem of the value at `place`, which its quotes do not keep whole, with the line as it should be."""
    before, rest = lines[place.line - 1][: place.column - 1], written_after(lines, place).lstrip()
    sure = in_quotes(rest)
    line = f"{before.strip()} {sure[1] if sure else quoted(rest.strip())}"
    return problem(quoting_fault(rest), place, line=line)


def is_cut(lines: tuple[str, ...], node: Text) -> bool:
    """Whether YAML dropped the rest of this plain text's line as a comment."""
    return node.style == "" and written_after(lines, node.end).lstrip().startswith("#")


def _clean(text: str, found: list[Problem]) -> str:
    """`text` without what YAML cannot carry, each replaced by one harmless character so that places still hold."""

    def place(index: int) -> Place:
        return Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))

    hits = list(NOT_ALLOWED.finditer(text))
    for hit in hits[:50]:
        found.append(problem("character-not-allowed", place(hit.start()), code=f"U+{ord(hit.group()):04X}"))
    if hits:
        text = NOT_ALLOWED.sub("\ufffd", text)
    indents = list(BAD_INDENT.finditer(text))
    for hit in indents[:50]:
        found.append(problem("bad-indentation", place(hit.start())))
    return BAD_INDENT.sub(lambda hit: " " * len(hit.group()), text) if indents else text


class _Refused(Exception):
    """Reading stops here; the reason is already among the problems."""


class _Composer:
    """Builds the tree from YAML's events in one pass, because the events still know anchors and styles."""

    def __init__(self, text: str, found: list[Problem]) -> None:
        self.found = found
        self.parts = 0
        self.events: Iterator[Any] = iter(_LOADER(text).get_event, None)

    def document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self.events:
            kind = type(event)
            if kind is DocumentStartEvent:
                documents += 1
                if documents == 2:
                    self._refuse("several-documents", event)
                if event.tags:
                    self._refuse("tag-not-allowed", event)
            elif kind not in (StreamStartEvent, StreamEndEvent, DocumentEndEvent):
                root = self._node(event, 0)
        return root

    def _refuse(self, name: str, event: Any) -> None:
        self.found.append(problem(name, _place(event.start_mark)))
        raise _Refused

    def _node(self, event: Any, depth: int) -> Node:
        self.parts += 1
        if self.parts > MOST_PARTS:
            self._refuse("too-many-parts", event)
        if depth > DEEPEST:
            self._refuse("nested-too-deep", event)
        place = _place(event.start_mark)
        kind = type(event)
        if kind is AliasEvent:
            self.found.append(problem("anchor-or-alias", place, sign="*"))
            return Text(f"*{event.anchor}", '"', place, place)
        if event.anchor is not None:
            self.found.append(problem("anchor-or-alias", place, sign="&"))
        if event.tag is not None:
            self.found.append(problem("tag-not-allowed", place))
        if kind is ScalarEvent:
            if not event.value and not event.style and (event.anchor or event.tag):
                # Most likely a text, such as “!Salut”: kept, so that it is not told again as empty.
                return Text(f"&{event.anchor}" if event.anchor else str(event.tag), '"', place, place)
            style = event.style or ""
            return Text(event.value, "" if style == ":" else style, place, _place(event.end_mark))
        if kind is SequenceStartEvent:
            nodes: list[Node] = []
            for inner in self.events:
                if type(inner) is SequenceEndEvent:
                    break
                nodes.append(self._node(inner, depth + 1))
            return Items(tuple(nodes), place)
        return self._table(place, depth)

    def _table(self, place: Place, depth: int) -> Table:
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for inner in self.events:
            if type(inner) is MappingEndEvent:
                break
            key, at = self._key(inner, depth)
            value = self._node(next(self.events), depth + 1)
            if key is None:
                self.found.append(problem("not-yaml", at))
            elif key in values:
                self.found.append(problem("duplicate-key", at, key=key, line=str(keys[key].line)))
            else:
                values[key] = value
                keys[key] = at
        return Table(values, keys, place)

    def _key(self, event: Any, depth: int) -> tuple[str | None, Place]:
        """A key and where it stands; None where it is no text. Half of a file are keys: no `Text` is made of them."""
        if type(event) is ScalarEvent and event.anchor is None and event.tag is None:
            self.parts += 1
            return event.value, _place(event.start_mark)
        node = self._node(event, depth + 1)
        return node.value if isinstance(node, Text) else None, node.place


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _too_deep(fault: yaml.YAMLError) -> bool:
    """Whether the parser gave up on the depth itself: it reads ahead of its events, so newer ones do before we can."""
    told = (getattr(fault, "problem", None), getattr(fault, "context", None))
    return any("nesting depth" in words for words in told if words)


def _fault_place(fault: yaml.YAMLError) -> Place:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    return Place(1, 1) if mark is None else _place(mark)


def _layout_problem(fault: yaml.YAMLError, lines: list[str]) -> Problem:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    if getattr(fault, "context", None) == "while scanning a simple key":
        mark = fault.context_mark  # type: ignore[attr-defined]  # the line without its colon, not the one after
    if mark is None:
        return problem("not-yaml", Place(1, 1))
    line = min(mark.line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    return problem("not-yaml", Place(line + 1, mark.column + 1 if line == mark.line else 1))


def _opened(fault: yaml.YAMLError, lines: list[str]) -> tuple[int, str, Problem] | None:
    """The same for a chat that is no literal block, when `fault` comes from one of its messages."""
    mark = getattr(fault, "problem_mark", None)
    width = LARGEST
    for index in range(min(mark.line, len(lines) - 1) if mark else -1, -1, -1):
        inner = lines[index].lstrip(" ")
        if not inner or len(lines[index]) - len(inner) >= width:
            continue
        width = len(lines[index]) - len(inner)
        match = _CHAT_KEY.match(lines[index])
        if match is not None:
            return index, f"{match[1]} |", problem("chat-not-literal", Place(index + 1, width + 1))
    return None


def _slipped(fault: yaml.YAMLError, lines: list[str], cleaned: bool) -> tuple[int, str, Problem] | None:
    """The same for a slip of layout, unless characters that were told and replaced may have moved the line."""
    mark = getattr(fault, "problem_mark", None)
    if cleaned or mark is None:
        return None
    scanning = getattr(fault, "context", None) == "while scanning a simple key"
    key = fault.context_mark.line if scanning else None  # type: ignore[attr-defined]
    return slip(mark.line, key, lines, _stop)


def _stop(lines: list[str]) -> int:
    """The row of the line that YAML does not understand; the number of lines when it understands all."""
    try:
        for _ in iter(_LOADER("\n".join(lines)).get_event, None):
            pass
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        return int(mark.line) if mark is not None else 0
    return len(lines)


def _repair(fault: yaml.YAMLError, lines: list[str]) -> tuple[int, str, Problem] | None:
    """The line index, its text in quotes and the problem, when `fault` comes from a text that should be quoted."""
    marks = (getattr(fault, "problem_mark", None), getattr(fault, "context_mark", None))
    near = {mark.line + offset for mark in marks if mark is not None for offset in (0, -1)}
    # A quote that is not closed is met at the next quote, which may be lines further down.
    above = range(min(marks[0].line, len(lines)) - 1, -1, -1) if marks[0] is not None else ()
    near.update(next(([at] for at in above if '"' in lines[at]), []))
    for index in sorted(near, reverse=True):
        if not 0 <= index < len(lines):
            continue
        match = _KEY_AND_VALUE.match(lines[index]) or _ITEM.match(lines[index])
        if match is None or not _needs_quotes(match[2]):
            continue
        inner = match[2]
        sure = in_quotes(inner)
        if len(inner) > 1 and inner[0] == inner[-1] and inner[0] in "\"'":
            inner = inner[1:-1]
        line = match[1] + (sure[1] if sure else quoted(inner))
        place = Place(index + 1, len(match[1]) + 1)
        return index, line, problem(quoting_fault(match[2]), place, line=line.strip())
    return None


def _needs_quotes(value: str) -> bool:
    if _CLOSED_EARLY.match(value):
        return True  # “{helpline} répond” or “[rires] non”
    if _WELL_QUOTED.match(value) or value[0] in "|>[{":
        return False
    if value[0] not in "\"'":
        value = _COMMENT.split(value)[0]
    return value[0] in "\"'@`%*&!?,]}" or ": " in value or value.endswith(":") or value.startswith("- ")
