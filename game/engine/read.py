"""From a file's bytes to a scenario: keys, values and their kinds.

The layout of the file is left to `source`, chat lines to `chat`, names and ways to `check`. Reading goes on after a
fault, so that an author is told of several in one go; `scenario` is then what could be understood.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple, TypeVar

from game.engine import chat
from game.engine.keys import (
    ABOUT,
    CHOICE,
    DATE,
    ENDING,
    FINGERPRINT,
    ID,
    LOCALE,
    ME_PERSON,
    NAME,
    PERSON,
    REVIEW,
    SAID,
    SCENARIO,
    SCENE,
    TEACHER,
    WAY,
)
from game.engine.model import (
    FORMAT,
    HERE,
    ME,
    Choice,
    Condition,
    Ending,
    Fact,
    Message,
    Person,
    Place,
    Review,
    Said,
    Scenario,
    Scene,
    Teacher,
    Way,
    Ways,
)
from game.engine.problems import Problem, in_order, near
from game.engine.source import Items, Node, Table, Text, parse
from game.engine.values import Values

_ID = re.compile(ID)
_NAME = re.compile(NAME)
_LOCALE = re.compile(LOCALE)
_LOCALES = ("fr-FR", "en-FR")
"""Those that most authors mean: French or English, with the steps, law and helplines of France."""
_DATE = re.compile(DATE)
_FINGERPRINT = re.compile(FINGERPRINT)
_T = TypeVar("_T")


class Reading(NamedTuple):
    """The scenario, as far as it could be understood (None if not at all), and what was wrong, from top to end."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]


def read(data: bytes) -> Reading:
    """Read a scenario file's bytes. Never raises: whatever is wrong is in the problems."""
    tree = parse(data)
    if tree.root is None:
        return Reading(None, in_order(tree.problems))
    reader = _Reader(tree.lines, list(tree.problems))
    scenario = reader.scenario(tree.root)
    return Reading(scenario, in_order(reader.found))


def is_date(text: str) -> bool:
    """Whether `text` is a day that exists, written year-month-day: “2027-01-15”."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    # Python knows more ways to write a day than the format does.
    return _DATE.fullmatch(text) is not None


class _Reader(Values):
    """Walks the tree, gathering problems; one method a kind of thing."""

    # -- the file

    def scenario(self, root: Node) -> Scenario | None:
        if not isinstance(root, Table) or not root.values.keys() & SCENARIO.keys():
            self.fault("not-a-scenario", root.place)
            return None
        version = self.word(root, "format")
        if version is not None and version.value != str(FORMAT):
            self.fault("unknown-format", version.place, value=version.value)
            return None
        self.keys(root, SCENARIO)
        about = self.table(root, "about")
        if about:
            self.keys(about, ABOUT)
        trap = self.yes_or_no(root, "trap")
        scenes = self.entries(root, "scenes", self.scene, _ID, "-")
        endings = self.entries(root, "endings", self.ending, _ID, "-")
        if isinstance(root.values.get("scenes"), Table) and not scenes:
            self.fault("no-scene", root.keys["scenes"])
        if isinstance(root.values.get("endings"), Table) and not endings:
            self.fault("no-ending", root.keys["endings"])
        self.one_namespace(root)
        cast = self.entries(root, "cast", self.person, _NAME, "_")
        if isinstance(root.values.get("cast"), Table) and not cast:
            self.fault("no-me", root.keys["cast"])
        return Scenario(
            title=self.text(root, "title"),
            summary=self.text(root, "summary"),
            locale=self.locale(root),
            cast=cast,
            scenes=scenes,
            endings=endings,
            facts=self.facts(root),
            trap=trap,
            tutorial=self.yes_or_no(root, "tutorial") or False,
            relation=self.one_of(about, ABOUT["relation"]) if about else None,
            demand=self.one_of(about, ABOUT["demand"]) if about else None,
            minutes=self.number(root, SCENARIO["minutes"]),
            teacher=self.teacher(root),
            reviewed=tuple(self.review(node) for node in self.nodes(root, "reviewed")),
            locale_place=root.values["locale"].place if "locale" in root.values else root.place,
            places=self.standing(root, "title", "summary", "teacher", "about"),
        )

    def one_namespace(self, root: Table) -> None:
        scenes, endings = root.values.get("scenes"), root.values.get("endings")
        if isinstance(scenes, Table) and isinstance(endings, Table):
            for name in endings.keys.keys() & scenes.keys.keys():
                self.fault("duplicate-name", endings.keys[name], name=name, line=str(scenes.keys[name].line))
        for table in (scenes, endings):
            if isinstance(table, Table) and HERE in table.keys:
                self.fault("bad-name", table.keys[HERE], name=HERE, joiner="-", example="here-again")

    def locale(self, root: Table) -> str:
        node = self.word(root, "locale")
        if node is None:
            return "fr-FR"
        if not _LOCALE.fullmatch(node.value):
            own = (one for one in _LOCALES if one.startswith(f"{node.value.lower()}-"))
            close = near(node.value, _LOCALES) or next(own, "")
            self.fault(
                "unknown-value",
                node.place,
                key="locale",
                value=node.value,
                known=f"{', '.join(_LOCALES)}, …",
                near=close,
            )
            return "fr-FR"
        return node.value

    def teacher(self, root: Table) -> Teacher:
        table = self.table(root, "teacher")
        if table is None:
            return Teacher()
        self.keys(table, TEACHER)
        places = self.standing(table, "goal", "before")
        ask, lesson = (self.lines_of(table, key, places) for key in ("ask", "lesson"))
        return Teacher(self.text(table, "goal"), self.text(table, "before"), ask, lesson, places)

    def lines_of(self, table: Table, key: str, places: dict[str, Place]) -> tuple[str, ...]:
        """The lines of a list; their places are noted under "key/number"."""
        nodes = self.nodes(table, key)
        places.update((f"{key}/{number}", node.place) for number, node in enumerate(nodes))
        return tuple(self.line(node, key) for node in nodes)

    def review(self, node: Node) -> Review:
        if not isinstance(node, Table):
            self.fault("expected-keys", node.place, key="reviewed")
            return Review("", "", "", "", node.place)
        self.keys(node, REVIEW)
        on, of = self.word(node, "on"), self.word(node, "of")
        if on is not None and not is_date(on.value):
            self.fault("not-a-date", on.place, key="on", value=on.value)
        if of is not None and not _FINGERPRINT.fullmatch(of.value):
            self.fault("not-a-fingerprint", of.place, value=of.value)
        return Review(
            by=self.text(node, "by"),
            as_what=self.text(node, "as"),
            on="" if on is None else on.value,
            of="" if of is None else of.value,
            place=node.place,
        )

    def facts(self, root: Table) -> tuple[Fact, ...]:
        table = self.table(root, "facts")
        if table is None:
            return ()
        for name, place in table.keys.items():
            self.named(name, place, _NAME, "_")
        return tuple(Fact(name, self.line(node, name), table.keys[name]) for name, node in table.values.items())

    def person(self, name: str, table: Table, place: Place) -> Person:
        self.keys(table, PERSON if name != ME else ME_PERSON)
        role = self.one_of(table, PERSON["role"]) if name != ME else None
        return Person(
            id=name,
            name=self.text(table, "name") or name,
            role="me" if name == ME else role or "friend",  # type: ignore[arg-type]
            profile=self.text(table, "profile"),
            avatar=self.one_of(table, PERSON["avatar"]) or "",
            place=place,
            places=self.standing(table, "name", "profile"),
        )

    # -- scenes

    def scene(self, name: str, table: Table, place: Place) -> Scene:
        self.keys(table, SCENE)
        choices = tuple(self.choice(node, number) for number, node in enumerate(self.nodes(table, "choices"), 1))
        seen: dict[str, Place] = {}
        for choice in choices:
            if choice.id in seen:
                line = str(seen[choice.id].line)
                self.fault("duplicate-name", choice.places.get("id", choice.place), name=choice.id, line=line)
            seen.setdefault(choice.id, choice.place)
        return Scene(
            id=name,
            messages=self.chat(table),
            choices=choices,
            ways=self.ways(table),
            stop=self.text(table, "stop") or None,
            skip=self.text(table, "skip") or None,
            verdict=self.yes_or_no(table, "verdict") or False,
            keep_order=self.yes_or_no(table, "keep_order") or False,
            title=self.text(table, "title"),
            place=place,
            places=self.standing(table, "title", "skip", "stop"),
        )

    def chat(self, table: Table) -> tuple[Message, ...]:
        node = table.values.get("chat")
        if node is None:
            return ()
        if not isinstance(node, Text) or node.style != "|":
            self.fault("chat-not-literal", table.keys["chat"])
            return ()
        lines = node.value.split("\n")
        first = node.place.line + 1
        raw = self.lines[first - 1 : first - 1 + len(lines)]
        indent = next((len(line) - len(line.lstrip(" ")) for line in raw if line.strip()), 0)
        return chat.parse(lines, first, indent, self.found)

    def choice(self, node: Node, number: int) -> Choice:
        if not isinstance(node, Table):
            self.fault("expected-keys", node.place, key="choices")
            return Choice(str(number), "", False, "", place=node.place)
        meant = self.keys(node, CHOICE)
        says, does = "reply" in node.values, "do" in node.values
        if says == does and meant.isdisjoint(("reply", "do")):
            self.fault("reply-or-do", node.place)
        name = self.word(node, "id")
        if name is not None:
            self.named(name.value, name.place, _ID, "-")
        places = self.standing(node, "id", "reply", "do", "because")
        return Choice(
            id=name.value if name is not None else str(number),
            text=self.text(node, "reply") if says else self.text(node, "do"),
            says=says,
            because=self.text(node, "because"),
            steps=self.words(node, "steps", places),
            against=self.words(node, "against", places),
            sets=self.words(node, "sets", places),
            when=self.condition(node, places),
            ways=self.ways(node),
            place=node.place,
            places=places,
        )

    def ways(self, table: Table) -> Ways:
        node = table.values.get("go_to")
        if node is None:
            return ()
        if isinstance(node, Text):
            return (Way(node.value, place=node.place),)
        if not isinstance(node, Items):
            self.fault("expected-list", node.place, key="go_to")
            return ()
        ways: list[Way] = []
        for item in node.nodes:
            if isinstance(item, Text):
                ways.append(Way(item.value, place=item.place))
            elif isinstance(item, Table):
                self.keys(item, WAY)
                target = self.word(item, "to")
                if target is not None:
                    ways.append(Way(target.value, self.condition(item, {}), target.place))
            else:
                self.fault("expected-keys", item.place, key="go_to")
        return tuple(ways)

    def condition(self, table: Table, places: dict[str, Place]) -> Condition:
        if "if" not in table.values and "unless" not in table.values:
            return Condition()
        return Condition(self.words(table, "if", places), self.words(table, "unless", places))

    def ending(self, name: str, table: Table, place: Place) -> Ending:
        self.keys(table, ENDING)
        places = self.standing(table, "title")
        said = tuple(self.said(node) for node in self.nodes(table, "debrief"))
        if "debrief" in table.values and not said:
            self.fault("expected-text", table.keys["debrief"], key="debrief")
        return Ending(
            id=name,
            title=self.text(table, "title"),
            debrief=said,
            law=self.words(table, "law", places),
            open=self.yes_or_no(table, "open") or False,
            place=place,
            places=places,
        )

    def said(self, node: Node) -> Said:
        if not isinstance(node, Table):
            return Said(self.line(node, "debrief"), place=node.place)
        self.keys(node, SAID)
        return Said(self.text(node, "text"), self.condition(node, {}), node.place)
