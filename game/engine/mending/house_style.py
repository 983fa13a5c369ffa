"""A file in house style: the author's keys, texts and comments, in the layout that `write` gives to new files.

Whether the file has faults is for whoever asks to find out first; writing it is theirs too. Nothing is moved: keys stay
in the author's order, and a comment stays before what it stood before, or behind what it stood behind.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.model import Place
from game.engine.problems import stops
from game.engine.quoting import quoted
from game.engine.read import read
from game.engine.source import Items, Node, Table, Text, Tree, parse

_TEXTS = frozenset(
    (
        *("title", "summary", "goal", "before", "ask", "lesson", "name", "profile", "stop", "skip"),
        *("reply", "do", "because", "debrief", "text", "by", "as", "of"),
    )
)
"""Keys whose values stand in double quotes: those for a person, and `of`, which may look like a number; below `facts`,
all do."""

_BLOCKS = frozenset(("teacher", "cast", "facts", "scenes", "endings"))
"""Tables whose keys stand one on a line; those of each scene, choice and ending do as well."""

_LISTED = frozenset(("ask", "lesson", "choices", "debrief", "reviewed"))
"""Lists whose items stand one on a line, even a single one."""

_LISTS = _LISTED | {"go_to"}
"""Lists whose items stand one on a line when there are several, or when one has a condition."""

_APART = (("scenes",), ("endings",))
"""What has an empty line before each of its entries."""

_WORD = re.compile(r"[A-Za-z0-9_.][A-Za-z0-9_.-]*|-[A-Za-z0-9-]+")


At = tuple[int, int]
"""A line and a column, both from 1."""

_END: At = (10**9, 1)

Path = tuple[str, ...]
"""The keys that lead to something, from the outermost."""


class NotLaidOut(ValueError):
    """The file cannot be laid out without changing what it says or losing a comment."""


def laid_out(text: str) -> str:
    """The text of a file without faults, in house style; done twice, the second time changes nothing.

    A byte order mark stays, and Windows line breaks where there are any. Raises `NotLaidOut` rather than change what
    the file says.
    """
    tree, before = parse(text.encode()), read(text.encode())
    if stops(before.problems) or not isinstance(tree.root, Table):
        raise NotLaidOut("the file has faults")
    plain = "\n".join(_Writer(tree).lines()) + "\n"
    after = read(plain.encode())
    if stops(after.problems) or after.scenario != before.scenario or _said(parse(plain.encode())) != _said(tree):
        raise NotLaidOut("laid out, the file would say something else")
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    return bom + (plain.replace("\n", "\r\n") if "\r\n" in text else plain)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment outside chats, from its `#` on; `own` when nothing else stands on its line."""

    text: str
    at: At
    own: bool


def comments(tree: Tree) -> tuple[Comment, ...]:
    """The comments of a file, from its top to its end; those of chats are lines of their text."""
    spans = sorted((_after_bar(text), _at(text.end)) for text in _texts(tree.root))
    starts = [start for start, _ in spans]
    found: list[Comment] = []
    for number, line in enumerate(tree.lines, 1):
        column = line.find("#")
        while column >= 0:
            nearest = bisect_right(starts, (number, column + 1)) - 1
            inside = nearest >= 0 and (number, column + 1) < spans[nearest][1]
            if not inside and (column == 0 or line[column - 1] in " \t"):
                found.append(Comment(line[column:].rstrip(), (number, column + 1), not line[:column].strip()))
                break
            column = line.find("#", column + 1)
    return tuple(found)


class _Writer:
    """Writes a tree line by line, and each comment when its turn comes."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.comments = comments(tree)
        self.places = [one.at for one in self.comments]
        self.next = 0
        self.out: list[str] = []
        self.opened = True

    def lines(self) -> list[str]:
        """The whole file, without a line break at its end."""
        assert isinstance(self.tree.root, Table)
        self._table(self.tree.root, (), 0, _END)
        self._before(_END, 0)
        return self.out

    def _table(self, table: Table, above: Path, indent: int, until: At, head: str = "") -> None:
        """Every key on a line of its own; `head` stands before the first instead of spaces."""
        entries = list(table.values.items())
        starts = [*(_at(table.keys[key]) for key, _ in entries), until]
        for number, (key, node) in enumerate(entries):
            inside = bool(head) and number == 0
            apart = above in _APART or (*above, key) == ("endings",)
            if not inside:
                self._before(starts[number], indent, apart)
            self._entry(
                f"{head if inside else ' ' * indent}{key}:",
                key,
                node,
                above,
                indent,
                starts[number],
                starts[number + 1],
            )
        self._behind(indent, min((place.column for place in table.keys.values()), default=1), until)

    def _entry(self, head: str, key: str, node: Node, above: Path, indent: int, start: At, until: At) -> None:
        if isinstance(node, Text) and key == "chat" and node.style == "|":
            self._line(f"{head} |", start[0], _at(node.place)[0], until)
            self._chat(node, indent + 2)
            return
        if key in _LISTED and not isinstance(node, Items) and not _is_empty(node):
            node = Items((node,), node.place)
        if isinstance(node, Table) and (self._block_table(above, key) or self._commented(node)):
            self._open(head, start, _first(node))
            self._table(node, (*above, key), indent + 2, until)
        elif isinstance(node, Items) and (self._block_list(node, key) or self._commented(node)):
            self._open(head, start, _first(node))
            self._items(node, (*above, key), indent + 2, until)
        else:
            value = _inline(node, key, above)
            self._line(f"{head} {value}" if value else head, start[0], _last(node, start), until)

    def _items(self, items: Items, above: Path, indent: int, until: At) -> None:
        starts = [*(_at(node.place) for node in items.nodes), until]
        for number, node in enumerate(items.nodes):
            self._before(starts[number], indent)
            head = f"{' ' * indent}- "
            block = above[0] == "scenes" and above[-1] == "choices"
            if isinstance(node, Table) and node.values and (block or self._commented(node)):
                self._table(node, above, indent + 2, starts[number + 1], head)
            else:
                value = _inline(node, above[-1], above[:-1], alone=False)
                self._line(head + value, starts[number][0], _last(node, starts[number]), starts[number + 1])
        self._behind(indent, items.place.column, until)

    def _chat(self, chat: Text, indent: int) -> None:
        empty = False
        wrote = False
        for raw in chat.value.split("\n"):
            line = raw.rstrip(" \t")
            if not line:
                empty = wrote
                continue
            if empty:
                self.out.append("")
            margin = indent + 2 if line[0] in " \t" else indent
            self.out.append(" " * margin + line.lstrip(" \t"))
            empty, wrote = False, True

    @staticmethod
    def _block_table(above: Path, key: str) -> bool:
        return (not above and key in _BLOCKS) or above in _APART

    @staticmethod
    def _block_list(items: Items, key: str) -> bool:
        alone = len(items.nodes) == 1 and isinstance(items.nodes[0], Text) and key not in _LISTED
        return key in _LISTS and bool(items.nodes) and not alone

    def _commented(self, node: Node) -> bool:
        """Whether a comment stands inside, so that one line cannot hold it all."""
        first = bisect_right(self.places, _at(node.place))
        return first < len(self.places) and self.places[first] < _end(node)

    # -- comments and empty lines

    def _before(self, start: At, indent: int, apart: bool = False) -> None:
        """The comments that stand before `start`, where the next thing does; `apart`: an empty line before it all."""
        if apart and self.out and self.out[-1]:
            self.out.append("")
        while self.next < len(self.comments) and self.comments[self.next].at < start:
            self._comment(indent)
        if start != _END:
            self._gap(start[0])
        self.opened = False

    def _behind(self, indent: int, column: int, until: At) -> None:
        """The comments that end a block, told by their column from those of what follows it."""
        while self.next < len(self.comments):
            one = self.comments[self.next]
            if not one.own or one.at >= until or one.at[1] < column:
                break
            self._comment(indent)

    def _comment(self, indent: int) -> None:
        one = self.comments[self.next]
        self._gap(one.at[0])
        self.out.append(" " * indent + one.text)
        self.opened = False
        self.next += 1

    def _gap(self, line: int) -> None:
        """An empty line, where the author left one above `line`; not below the key of what follows."""
        if not self.opened and line > 1 and not self.tree.lines[line - 2].strip() and self.out and self.out[-1]:
            self.out.append("")

    def _space(self, one: Comment, code: str) -> int:
        """How many spaces stand between `code` and its comment: as many as before, if the code is as before."""
        line = self.tree.lines[one.at[0] - 1][: one.at[1] - 1]
        return max(2, len(line) - len(line.rstrip())) if line.strip() == code.strip() else 2

    def _open(self, head: str, start: At, first: At) -> None:
        """The line of a key whose values stand below."""
        self._line(head, start[0], start[0], first)
        self.opened = True

    def _line(self, code: str, first: int, last: int, until: At) -> None:
        """A line, with the comment that stands behind it in lines `first` to `last`; several go above it."""
        mine: list[Comment] = []
        while self.next + len(mine) < len(self.comments):
            one = self.comments[self.next + len(mine)]
            if one.at[0] > last or one.at >= until:
                break
            mine.append(one)
        if len(mine) == 1 and not mine[0].own:
            code += " " * self._space(mine[0], code) + mine[0].text
            self.next += 1
        else:
            for _ in mine:
                self._comment(len(code) - len(code.lstrip(" ")))
        self.out.append(code)
        self.opened = False


def _inline(node: Node, key: str, above: Path, alone: bool = True) -> str:
    """A value on one line; `alone`: a list of one name is that name."""
    if isinstance(node, Table):
        return "{" + ", ".join(f"{name}: {_inline(one, name, ()) or '[]'}" for name, one in node.values.items()) + "}"
    if key == "law" and isinstance(node, Text) and alone:
        node = Items((node,), node.place)
    if isinstance(node, Items):
        if alone and len(node.nodes) == 1 and isinstance(node.nodes[0], Text) and key != "law":
            return _inline(node.nodes[0], key, above)
        return "[" + ", ".join(_inline(one, key, above, alone=False) for one in node.nodes) + "]"
    if key in _TEXTS or above == ("facts",):
        return quoted(node.value.strip("\n"))
    return node.value if _WORD.fullmatch(node.value) or _is_empty(node) else quoted(node.value)


def _said(tree: Tree) -> tuple[list[str], list[str]]:
    """The comments outside chats, and the lines of chats, comments among them."""
    chats = (line.strip(" \t") for text in _texts(tree.root) if text.style == "|" for line in text.value.split("\n"))
    return [one.text for one in comments(tree)], [line for line in chats if line]


def _texts(node: Node | None) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    elif node is not None:
        for inner in node.nodes if isinstance(node, Items) else node.values.values():
            yield from _texts(inner)


def _at(place: Place) -> At:
    return place.line, place.column


def _after_bar(text: Text) -> At:
    """Where a text starts; below its bar, because a comment may follow that."""
    return (text.place.line + 1, 1) if text.style in ("|", ">") else _at(text.place)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Text) and not node.value and not node.style


def _first(node: Items | Table) -> At:
    """Where the first thing in it starts."""
    if isinstance(node, Table):
        return min((_at(place) for place in node.keys.values()), default=_at(node.place))
    return _at(node.nodes[0].place) if node.nodes else _at(node.place)


def _end(node: Node) -> At:
    """Where its last text ends."""
    return max((_at(text.end) for text in _texts(node)), default=_at(node.place))


def _last(node: Node, start: At) -> int:
    """The last line of what starts at `start` and ends with `node`."""
    return max(_end(node)[0], start[0])
