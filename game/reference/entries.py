"""Entries of a reference file: one YAML mapping each, read field by field, and refused with a fault that helps.

Which entries a country needs, and which fields they have, is left to `library`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

# libyaml is ten times faster; a platform without it still reads the files.
_LOADER: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class ReferenceFault(Exception):
    """A reference file that cannot be used: which `file` and `entry`, `what` is wrong, and a `hint` to act on."""

    def __init__(self, file: Path, entry: str, what: str, hint: str) -> None:
        # Every country has files of these names: its folder says whose this one is.
        where = f"{file.parent.name}/{file.name}"
        super().__init__(f"{where}: {entry}: {what} {hint}" if entry else f"{where}: {what} {hint}")
        self.file = file
        self.entry = entry
        self.what = what
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of a file, under the `name` that faults give it; every scalar is text, as it was typed."""

    file: Path
    name: str
    nodes: dict[str, yaml.Node]

    def fault(self, what: str, hint: str) -> ReferenceFault:
        """A fault of this entry, ready to raise."""
        return ReferenceFault(self.file, self.name, what, hint)

    def only(self, allowed: frozenset[str]) -> None:
        """Raises ReferenceFault if a key is not one of `allowed`."""
        for key in self.nodes:
            if key not in allowed:
                raise self.fault(f"unknown key “{key}”.", f"Use one of: {', '.join(sorted(allowed))}.")

    def has(self, key: str) -> bool:
        return key in self.nodes

    def text(self, key: str) -> str:
        """The text at `key`, which may be "". Raises ReferenceFault if the key is absent or is not text."""
        node = self.nodes.get(key)
        if node is None:
            raise self.fault(f"“{key}” is missing.", f"Add “{key}:” to this entry.")
        if not isinstance(node, yaml.ScalarNode):
            raise self.fault(f"“{key}” is not text.", "Write one text after it, between quotes.")
        return str(node.value)

    def words(self, key: str) -> str:
        """The text at `key`, which must not be empty. Raises ReferenceFault."""
        text = self.text(key)
        if not text.strip():
            raise self.fault(f"“{key}” is empty.", "Write the text, or take the entry out.")
        return text

    def optional(self, key: str) -> str:
        """The text at `key`, or "" if the key is absent. Raises ReferenceFault if it is not text."""
        return self.text(key) if self.has(key) else ""

    def id(self) -> str:
        """The text at `id`. Raises ReferenceFault if it is not in lower case letters, digits and single hyphens."""
        text = self.words("id")
        if not _ID.fullmatch(text):
            raise self.fault(f"“{text}” cannot be an id.", "Use lower case letters, digits and hyphens.")
        return text

    def flag(self, key: str) -> bool:
        """True or false at `key`, false if absent. Raises ReferenceFault for anything else."""
        text = self.text(key) if self.has(key) else "false"
        if text not in ("true", "false"):
            raise self.fault(f"“{key}” is “{text}”.", "Write true or false.")
        return text == "true"

    def whole(self, key: str, low: int, high: int) -> int:
        """The whole number at `key`, from `low` to `high`. Raises ReferenceFault."""
        text = self.words(key)
        if not (text.isascii() and text.isdigit() and low <= int(text) <= high):
            raise self.fault(f"“{key}” is “{text}”.", f"Write a whole number from {low} to {high}.")
        return int(text)

    def day(self, key: str) -> str:
        """The ISO day at `key`. Raises ReferenceFault."""
        text = self.words(key)
        if not (_DATE.fullmatch(text) and _is_day(text)):
            raise self.fault(f"“{key}” is “{text}”.", "Write a day as 2026-11-22.")
        return text

    def dated(self, key: str) -> str:
        """An ISO year, month or day at `key`, or "n.d.". Raises ReferenceFault."""
        text = self.words(key)
        if text != "n.d." and not _DATE.fullmatch(text):
            raise self.fault(f"“{key}” is “{text}”.", "Write a date as 2026, 2026-11 or 2026-11-22, or n.d.")
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts at `key`, at least one. Raises ReferenceFault."""
        node = self.nodes.get(key)
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self.fault(f"“{key}” is missing or is not a list.", f"Write “{key}: [one, two]”.")
        if not all(isinstance(item, yaml.ScalarNode) and item.value for item in node.value):
            raise self.fault(f"“{key}” has an item that is not text.", "Write one text for each item.")
        return tuple(item.value for item in node.value)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def read_file(path: Path) -> Entry:
    """The whole of the YAML file at `path`, as one entry whose keys are its sections.

    Raises ReferenceFault if the file is missing, is not UTF-8 or YAML, or is not a mapping.
    """
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as error:
        raise ReferenceFault(path, "", "the file cannot be read.", f"Put it back ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise ReferenceFault(path, "", "the file is not UTF-8.", "Save it as UTF-8.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 1}" if mark else ""
        raise ReferenceFault(path, "", f"this is not YAML{place}.", "Check quotes and indentation there.") from error
    return _entry(path, "", root)


def listed(file: Entry, section: str) -> Iterator[Entry]:
    """The entries of the list `section`, named by their id. Raises ReferenceFault if it is not a list of mappings."""
    node = file.nodes.get(section)
    if not isinstance(node, yaml.SequenceNode):
        raise file.fault(f"“{section}” is missing or is not a list.", f"Write “{section}:” and its entries under it.")
    for number, item in enumerate(node.value, 1):
        entry = _entry(file.file, f"{section} {number}", item)
        yield Entry(file.file, entry.id(), entry.nodes)


def named(file: Entry, section: str) -> Iterator[Entry]:
    """The entries of the mapping `section`, named by their keys; none if it is absent. Raises ReferenceFault."""
    node = file.nodes.get(section)
    if node is None:
        return
    for key, value in _entry(file.file, section, node).nodes.items():
        yield _entry(file.file, key, value)


def _entry(file: Path, name: str, node: yaml.Node | None) -> Entry:
    if not isinstance(node, yaml.MappingNode):
        raise ReferenceFault(file, name, "this is not a set of keys.", "Write “key: text” lines.")
    nodes: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise ReferenceFault(file, name, "a key is not text.", "Write “key: text” lines.")
        if key.value in nodes:
            # YAML readers keep the last one without a word: half of an entry would be lost.
            raise ReferenceFault(file, name, f"“{key.value}” is there twice.", "Keep one of the two.")
        nodes[key.value] = value
    return Entry(file, name, nodes)
