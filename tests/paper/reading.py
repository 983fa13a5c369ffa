"""A document read as a browser reads it: its elements, whether they are closed in order, and its words."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "hr", "input"}


class Reading(HTMLParser):
    """`elements` are the name and attributes of each, in order; `words` all that is shown, without the style."""

    def __init__(self, document: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self._words: list[str] = []
        self.feed(document)
        self.close()
        self.faults += [f"never closed: {name}" for name in self._open]

    @property
    def words(self) -> str:
        return " ".join(" ".join(self._words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"an attribute twice: {tag} {names}")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"closed out of turn: {tag}")

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self._words.append(data)

    def all(self, *names: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name in names]

    def levels(self) -> list[int]:
        return [int(name[1]) for name, _ in self.elements if len(name) == 2 and name[0] == "h" and name[1].isdigit()]
