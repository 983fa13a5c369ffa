"""The compiled form as its descriptions have it (the schema, docs/compiled.md, types.js), and the way back from it.

What is compiled is left to the tests; here is only what they compare it with.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from game.engine.model import Choice, Condition, Ending, Fact, Message, Person, Said, Scenario, Scene, Shown, Way
from game.engine.reference import Family, Helpline, LawTopic, Reference, Sign, Source, Sourced, Step, Untold

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs" / "compiled.schema.json").read_text(encoding="utf-8"))
DOCUMENT = (ROOT / "docs" / "compiled.md").read_text(encoding="utf-8")
TYPES = (ROOT / "game" / "web" / "player" / "types.js").read_text(encoding="utf-8")

Table = dict[str, Any]

TABLES: dict[str, Table] = {"Compiled": SCHEMA, **SCHEMA["$defs"]}
"""Every table of the form by its name: the whole first, then what stands in it."""

_ID, _NAME = "^[a-z0-9-]+$", "^[a-z_][a-z0-9_]*$"


def of(value: Table) -> str:
    """The name of the table that a value of the schema is, "" for a scalar or a list of scalars."""
    return str(value.get("items", value).get("$ref", "")).rpartition("/")[2]


# -- docs/compiled.md


def rows(name: str) -> list[str]:
    """The table of docs/compiled.md that says what the schema says of `name`."""
    table = TABLES[name]
    lines = ["| field | what comes in | left out means | what it is |", "|---|---|---|---|"]
    for field, value in table["properties"].items():
        absent = "never" if field in table["required"] else _absent(value["default"])
        said = value["description"].replace("|", "\\|")
        lines.append(f"| `{field}` | {_kind(value)} | {absent} | {said} |")
    return lines


def _absent(default: object) -> str:
    return {"null": "none", '""': "empty", "[]": "empty list", "false": "`false`"}[json.dumps(default)]


def _kind(value: Table) -> str:
    if value.get("type") == "array":
        return f"list of {_kind(value['items'])}"
    if of(value):
        return f"[{of(value)}](#{of(value).lower()})"
    if "const" in value:
        return f"`{json.dumps(value['const'])}`"
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    if value["type"] == "integer":
        least, most = value["minimum"], value.get("maximum")
        return f"whole number from {least}" if most is None else f"whole number, {least} to {most}"
    if value["type"] == "boolean":
        return "`true`, `false`"
    known = {_ID: "id", _NAME: "name"}
    return known.get(value.get("pattern", ""), "text")


# -- types.js

_TYPEDEF = re.compile(r"/\*\*\s*(?:\*\s*)?@typedef \{(.*?)\} (\w+)\b[^*/]*(?:\*[^*/]*)*\*/", re.DOTALL)

Fields = dict[str, tuple[bool, str]]
"""The fields of a type: whether each may be absent, and what it is."""


def typedefs() -> dict[str, Fields]:
    """The object types of types.js by their name; those of one alone, such as unions, have no fields."""
    written = {name: re.sub(r"\n \*", "\n", body) for body, name in _TYPEDEF.findall(TYPES)}
    made: dict[str, Fields] = {}

    def fields(body: str) -> Fields:
        found: Fields = {}
        rest = body.strip()
        while rest.startswith("{") or re.match(r"\w+\s*(?:&|$)", rest):
            if rest.startswith("{"):
                inside, _, rest = rest[1:].partition("}")
                for one in inside.split(","):
                    name, _, kind = one.partition(":")
                    kind = "string" if kind.strip().startswith('"') else kind.strip()
                    found[name.strip().rstrip("?")] = (name.strip().endswith("?"), kind)
            else:
                name, _, rest = rest.partition("&")
                found.update(fields(written.get(name.strip(), "")))
                continue
            rest = rest.strip().removeprefix("&").strip()
        return found

    for name, body in written.items():
        if name in TABLES:
            made[name] = fields(body)
    return made


def typed(name: str) -> Fields:
    """The fields of a table as types.js should have them."""
    table = TABLES[name]
    return {field: (field not in table["required"], _typed(value)) for field, value in table["properties"].items()}


def _typed(value: Table) -> str:
    """A closed list of texts is a text."""
    if "enum" in value:
        return "string"
    if value.get("type") == "array":
        return f"{_typed(value['items'])}[]"
    if of(value):
        return of(value)
    kinds = {bool: "boolean", int: "number"}
    if "const" in value:
        return kinds[type(value["const"])]
    return {"integer": "number"}.get(value["type"], value["type"])


# -- the way back


def whole(value: Any, name: str = "Compiled") -> Any:
    """A compiled value with what was left out put in again, as the schema's `default` says."""
    made = {}
    for field, said in TABLES[name]["properties"].items():
        one = value.get(field, said.get("default"))
        inside = of(said)
        if inside:
            one = [whole(each, inside) for each in one] if isinstance(one, list) else whole(one, inside)
        made[field] = one
    return made


def playing_parts(compiled: Table, locale: str) -> Scenario:
    """The scenario that a compiled value was made of, as far as a player needs it; a quotation is its first words'."""
    story = whole(compiled)
    return Scenario(
        title=story["title"],
        summary=story["summary"],
        locale=locale,
        cast=tuple(Person(**one) for one in story["cast"]),
        scenes=tuple(_scene(one) for one in story["scenes"]),
        endings=tuple(
            Ending(
                one["id"],
                one["title"],
                tuple(Said(said["text"], _when(said)) for said in one["debrief"]),
                tuple(one["law"]),
                one["open"],
            )
            for one in story["endings"]
        ),
        facts=tuple(Fact(**one) for one in story["facts"]),
        trap=story["trap"],
        tutorial=story["tutorial"],
        demand=story["demand"],
        minutes=story["minutes"],
    )


def _scene(one: Table) -> Scene:
    return Scene(
        id=one["id"],
        messages=tuple(_message(said) for said in one["messages"]),
        choices=tuple(_choice(choice) for choice in one["choices"]),
        ways=_ways(one["ways"]),
        stop=one["stop"],
        skip=one["skip"],
        verdict=one["verdict"],
        keep_order=one["keep_order"],
    )


def _message(one: Table) -> Message:
    text = one["text"]
    shown = tuple(
        Shown(sign["sign"], text[sign["start"] : sign["end"]] if sign["quoted"] else None, sign["start"], sign["end"])
        for sign in one["shown"]
    )
    return Message(one["speaker"], text, shown, one["masked"], one["after"], _when(one))


def _choice(one: Table) -> Choice:
    return Choice(
        id=one["id"],
        text=one["text"],
        says=one["says"],
        because=one["because"],
        steps=tuple(one["steps"]),
        against=tuple(one["against"]),
        sets=tuple(one["sets"]),
        when=_when(one),
        ways=_ways(one["ways"]),
    )


def _ways(ways: list[Table]) -> tuple[Way, ...]:
    return tuple(Way(one["to"], _when(one)) for one in ways)


def _when(one: Table) -> Condition:
    return Condition(tuple(one["needs"]), tuple(one["bars"]))


def reference(compiled: Table) -> Reference:
    """The reference that a compiled value was made with, but for what the law asks of adults."""
    told = whole(compiled)["reference"]
    sources = [Source(**one) for one in told["sources"]]

    def entries(kind: Any, name: str) -> tuple[Any, ...]:
        return tuple(kind(**_entry(one, sources)) for one in told[name])

    return Reference(
        country=compiled["country"],
        language=told["language"],
        document=sources[0],
        missing_number=told["missing_number"],
        signs=entries(Sign, "signs"),
        families=tuple(Family(**one) for one in told["families"]),
        steps=entries(Step, "steps"),
        law=entries(LawTopic, "law"),
        helplines=entries(Helpline, "helplines"),
        untold=tuple(Untold(**one) for one in told["untold"]),
        look_up=told["look_up"],
    )


def _entry(one: Table, sources: list[Source]) -> Table:
    made = {name: tuple(value) if isinstance(value, list) else value for name, value in one.items()}
    origin, read, status, checked = (made.pop(name) for name in ("origin", "sources", "status", "checked"))
    return {**made, "sourced": Sourced(origin, tuple(sources[number] for number in read), status, checked)}
