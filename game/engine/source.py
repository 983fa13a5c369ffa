"""From bytes to a tree of located text: the only module that knows YAML.

Everything is text here, and every piece knows its place; what the pieces mean is left to `read`. YAML features that
would change or share a text (anchors, aliases, tags, several documents, duplicate keys) are refused, never applied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from game.engine.model import Place
from game.engine.problems import Problem, problem

LARGEST = 1_000_000
"""Bytes of the largest file that is read."""

DEEPEST = 20
MOST_PARTS = 250_000
_MOST_REPAIRS = 20

NOT_ALLOWED = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_BAD_INDENT = re.compile("^ *[\t\xa0\u2000-\u200b\u202f\u3000][ \t\xa0\u2000-\u200b\u202f\u3000]*(?=\\S)", re.MULTILINE)
_KEY_AND_VALUE = re.compile(r"^(\s*(?:- +)*[A-Za-z_][\w-]*\s*:[ ]+)(\S.*?)\s*$")
_CHAT_KEY = re.compile(r"^( +chat[ \t]*:)(?![ \t]*\|[-+0-9]*[ \t]*(?:#.*)?$)")
_ITEM = re.compile(r"^(\s*(?:- +)+)(\S.*?)\s*$")
_WELL_QUOTED = re.compile(r"""^(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')\s*(?:#.*)?$""")
_CLOSED_EARLY = re.compile(r"[\[{][^\[\]{}]*[\]}]\s*[^\s,\]}#]")
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
            repaired = _opened(fault, lines) or _repair(fault, lines)
            if repaired is None:
                # A fault that follows from a character or an indentation already told is not told again.
                told = () if cleaned else (*met, _layout_problem(fault, lines))
                return Tree(None, tuple(lines), (*found, *told))
            index, line, why = repaired
            found.append(why)
            lines[index] = line
            text = "\n".join(lines)
    return Tree(None, tuple(lines), tuple(found))


def quoted(text: str) -> str:
    """`text` in the double quotes that YAML understands and that keep every character."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def quoted_line(lines: tuple[str, ...], node: Text) -> str:
    """The file's line where `node` starts, rewritten so that all that stands after its start is quoted."""
    line = lines[node.place.line - 1]
    return line[: node.place.column - 1].strip() + " " + quoted(line[node.place.column - 1 :].strip())


def is_cut(lines: tuple[str, ...], node: Text) -> bool:
    """Whether YAML dropped the rest of this plain text's line as a comment."""
    return node.style == "" and lines[node.end.line - 1][node.end.column - 1 :].lstrip().startswith("#")


def _clean(text: str, found: list[Problem]) -> str:
    """`text` without what YAML cannot carry, each replaced by one harmless character so that places still hold."""

    def place(index: int) -> Place:
        return Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))

    hits = list(NOT_ALLOWED.finditer(text))
    for hit in hits[:50]:
        found.append(problem("character-not-allowed", place(hit.start()), code=f"U+{ord(hit.group()):04X}"))
    if hits:
        text = NOT_ALLOWED.sub("\ufffd", text)
    indents = list(_BAD_INDENT.finditer(text))
    for hit in indents[:50]:
        found.append(problem("bad-indentation", place(hit.start())))
    return _BAD_INDENT.sub(lambda hit: " " * len(hit.group()), text) if indents else text


class _Refused(Exception):
    """Reading stops here; the reason is already among the problems."""


class _Composer:
    """Builds the tree from YAML's events in one pass, because the events still know anchors and styles."""

    def __init__(self, text: str, found: list[Problem]) -> None:
        self.found = found
        self.parts = 0
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)

    def document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self.events:
            kind = type(event)
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if documents == 2:
                    self._refuse("several-documents", event)
                if event.tags:
                    self._refuse("tag-not-allowed", event)
            elif kind not in (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent):
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
        if type(event) is yaml.AliasEvent:
            self.found.append(problem("anchor-or-alias", place, sign="*"))
            return Text(f"*{event.anchor}", '"', place, place)
        if event.anchor is not None:
            self.found.append(problem("anchor-or-alias", place, sign="&"))
        if event.tag is not None:
            self.found.append(problem("tag-not-allowed", place))
        if type(event) is yaml.ScalarEvent:
            if not event.value and not event.style and (event.anchor or event.tag):
                # Most likely a text, such as “!Salut”: kept, so that it is not told again as empty.
                return Text(f"&{event.anchor}" if event.anchor else str(event.tag), '"', place, place)
            style = event.style or ""
            return Text(event.value, "" if style == ":" else style, place, _place(event.end_mark))
        if type(event) is yaml.SequenceStartEvent:
            nodes: list[Node] = []
            for inner in self.events:
                if type(inner) is yaml.SequenceEndEvent:
                    break
                nodes.append(self._node(inner, depth + 1))
            return Items(tuple(nodes), place)
        return self._table(place, depth)

    def _table(self, place: Place, depth: int) -> Table:
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for inner in self.events:
            if type(inner) is yaml.MappingEndEvent:
                break
            key = self._node(inner, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Text):
                self.found.append(problem("not-yaml", key.place))
            elif key.value in values:
                self.found.append(problem("duplicate-key", key.place, key=key.value, line=str(keys[key.value].line)))
            else:
                values[key.value] = value
                keys[key.value] = key.place
        return Table(values, keys, place)


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


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


def _repair(fault: yaml.YAMLError, lines: list[str]) -> tuple[int, str, Problem] | None:
    """The line index, its text in quotes and the problem, when `fault` comes from a text that should be quoted."""
    marks = (getattr(fault, "problem_mark", None), getattr(fault, "context_mark", None))
    near = {mark.line + offset for mark in marks if mark is not None for offset in (0, -1)}
    for index in sorted(near, reverse=True):
        if not 0 <= index < len(lines):
            continue
        match = _KEY_AND_VALUE.match(lines[index]) or _ITEM.match(lines[index])
        if match is None or not _needs_quotes(match[2]):
            continue
        inner = match[2]
        if len(inner) > 1 and inner[0] == inner[-1] and inner[0] in "\"'":
            inner = inner[1:-1]
        line = match[1] + quoted(inner)
        place = Place(index + 1, len(match[1]) + 1)
        return index, line, problem("quote-this-text", place, line=line.strip())
    return None


def _needs_quotes(value: str) -> bool:
    if _CLOSED_EARLY.match(value):
        return True  # “{helpline} répond” or “[rires] non”
    if _WELL_QUOTED.match(value) or value[0] in "|>[{":
        return False
    return value[0] in "\"'@`%*&!?,]}" or ": " in value or value.endswith(":") or value.startswith("- ")
