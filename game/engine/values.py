"""Kinds of value: one line of text, a name, a list, a number, as a scenario file may hold them.

Which keys there are and what they mean is left to `read`. Whatever is not of its kind becomes a problem, and reading
goes on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from game.engine.keys import IN_FRENCH, Key, Keys
from game.engine.model import Place
from game.engine.problems import Problem, cleaned, near, problem
from game.engine.quoting import ends_alone, surrounded
from game.engine.source import NOT_ALLOWED, Items, Node, Table, Text, is_cut, quoting_problem, written_after

_T = TypeVar("_T")
_NAME = re.compile(r"[\w-]+")
_SEVERAL = re.compile(r" *[\w-]+(?: *, *[\w-]+)+ *")


class Values:
    """Reads values out of a located tree; `lines` are the file's, `found` gathers the problems."""

    def __init__(self, lines: tuple[str, ...], found: list[Problem]) -> None:
        self.lines = lines
        self.found = found

    def fault(self, name: str, place: Place, /, **values: str) -> None:
        """Note a problem of the kind `name`."""
        self.found.append(problem(name, place, **values))

    def keys(self, table: Table, known: Keys) -> set[str]:
        """Tell of unknown and missing keys; gives the known ones that unknown ones may stand for."""
        meant: set[str] = set()
        for word, place in table.keys.items():
            if word not in known:
                free = [one for one in known if one not in table.values]
                french = IN_FRENCH.get(cleaned(word, "_"), ())
                close = next((one for one in french if one in free), "") or near(word, free)
                meant.add(close)
                self.fault("unknown-key", place, key=word, known=", ".join(known), near=close)
        for key in known.values():
            if key.required and key.name not in table.values and key.name not in meant:
                self.fault("missing-key", table.place, key=key.name)
        return meant

    def named(self, name: str, place: Place, form: re.Pattern[str], joiner: str) -> None:
        if not form.fullmatch(name):
            close = cleaned(name, joiner)
            example = close if form.fullmatch(close) else f"first{joiner}night"
            self.fault("bad-name", place, name=name, joiner=joiner, example=example)

    def entries(
        self,
        root: Table,
        key: str,
        build: Callable[[str, Table, Place], _T],
        form: re.Pattern[str],
        joiner: str,
    ) -> tuple[_T, ...]:
        table = self.table(root, key)
        if table is None:
            return ()
        built: list[_T] = []
        for name, node in table.values.items():
            self.named(name, table.keys[name], form, joiner)
            if isinstance(node, Table):
                built.append(build(name, node, table.keys[name]))
                continue
            # The name exists all the same, so that nothing that uses it is told a second fault.
            already = len(self.found)
            built.append(build(name, Table({}, {}, node.place), table.keys[name]))
            del self.found[already:]
            self.fault("expected-keys", node.place, key=name)
        return tuple(built)

    def table(self, parent: Table, key: str) -> Table | None:
        node = parent.values.get(key)
        if node is None or isinstance(node, Table):
            return node
        self.fault("expected-keys", node.place, key=key)
        return None

    def nodes(self, parent: Table, key: str) -> tuple[Node, ...]:
        """The items under `key`; a single value stands for a list of one."""
        node = parent.values.get(key)
        if node is None or (isinstance(node, Text) and not node.value and not node.style):
            return ()
        return node.nodes if isinstance(node, Items) else (node,)

    def text(self, table: Table, key: str) -> str:
        node = table.values.get(key)
        return "" if node is None else self.line(node, key)

    def line(self, node: Node, key: str) -> str:
        """One line of text for a person, exactly as written."""
        if not isinstance(node, Text):
            if self.lines[node.place.line - 1][node.place.column - 1 :][:1] in ("[", "{"):
                self.found.append(quoting_problem(self.lines, node.place))
            else:
                self.fault("expected-text", node.place, key=key)
            return ""
        if is_cut(self.lines, node) or (not node.style and self._misquoted(node)):
            self.found.append(quoting_problem(self.lines, node.place))
        elif not node.value.strip():
            self.fault("expected-text", node.place, key=key)
        elif "\n" in node.value.rstrip("\n"):
            self.fault("text-on-one-line", node.place)
        elif node.style == '"' and (hit := NOT_ALLOWED.search(node.value)):
            # Written as an escape, such as “\u2028”: the file may hold it, but no text for a person.
            self.fault("character-not-allowed", node.place, code=f"U+{ord(hit.group()):04X}")
        return node.value.strip("\n")

    def _misquoted(self, node: Text) -> bool:
        """Whether a plain text has a quote of its own that was to stand around it."""
        whole = written_after(self.lines, node.place).rstrip(" \t") == node.value
        return whole and (ends_alone(node.value) or surrounded(node.value))

    def standing(self, table: Table, *keys: str) -> dict[str, Place]:
        """Where the values of those `keys` that `table` has stand; of a table under a key, where the key does."""
        there = ((key, table.values[key]) for key in keys if key in table.values)
        return {key: table.keys[key] if isinstance(node, Table) else node.place for key, node in there}

    def word(self, table: Table, key: str) -> Text | None:
        node = table.values.get(key)
        if node is None:
            return None
        if isinstance(node, Text) and node.value:
            return node
        self.fault("expected-text", node.place, key=key)
        return None

    def words(self, table: Table, key: str, places: dict[str, Place]) -> tuple[str, ...]:
        """Names, one or a list; their places are noted under "key/number"."""
        words: list[str] = []
        alone = table.values.get(key)
        if isinstance(alone, Text) and _SEVERAL.fullmatch(alone.value) and alone.place.line == alone.end.line:
            names = tuple(_NAME.finditer(alone.value))
            line = f"{key}: [{', '.join(one[0] for one in names)}]"
            self.fault("names-without-brackets", alone.place, key=key, line=line)
            start = alone.place.column + len(alone.style)
            places |= {f"{key}/{n}": Place(alone.place.line, start + one.start()) for n, one in enumerate(names)}
            return tuple(one[0] for one in names)
        for node in self.nodes(table, key):
            if isinstance(node, Text):
                places[f"{key}/{len(words)}"] = node.place
                words.append(node.value)
            else:
                self.fault("expected-text", node.place, key=key)
        return tuple(words)

    def one_of(self, table: Table, key: Key) -> str | None:
        return self._among(table, key.name, key.known)

    def _among(self, table: Table, key: str, known: tuple[str, ...]) -> str | None:
        node = self.word(table, key)
        if node is None or node.value in known:
            return None if node is None else node.value
        self.fault(
            "unknown-value",
            node.place,
            key=key,
            value=node.value,
            known=", ".join(known),
            near=near(node.value, known),
        )
        return None

    def yes_or_no(self, table: Table, key: str) -> bool | None:
        value = self._among(table, key, ("true", "false"))
        return None if value is None else value == "true"

    def number(self, table: Table, key: Key) -> int | None:
        node = self.word(table, key.name)
        if node is None:
            return None
        if re.fullmatch(r"[0-9]{1,4}", node.value) and key.least <= int(node.value) <= key.most:
            return int(node.value)
        meant = re.fullmatch(r"[^0-9]*([0-9]{1,4})\s*(?:mn|min|minutes?)\.?", node.value, re.IGNORECASE)
        close = str(int(meant[1])) if meant and key.least <= int(meant[1]) <= key.most else ""
        self.fault("not-a-number", node.place, key=key.name, least=str(key.least), most=str(key.most), near=close)
        return None
