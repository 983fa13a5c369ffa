"""The compiled form: complete for a player, without what is for teachers, and the same in its three descriptions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from game.engine.chat import LONGEST_WAIT
from game.engine.check import check
from game.engine.compile import COMPILED, compiled
from game.engine.keys import SCENARIO
from game.engine.model import AVATARS, DEMANDS, Message, Review, Role, Scenario, Scene, Shown, Teacher
from game.engine.read import read
from game.engine.reference import LawTopic, Origin, Reference, Source, Sourced, Status, Untold
from game.reference.library import load
from game.shelf import open_file, shipped
from game.telling.language import LANGUAGES, speaking
from game.web.carried import READ
from tests.engine.compiled_form import (
    DOCUMENT,
    SCHEMA,
    TABLES,
    of,
    playing_parts,
    reference,
    rows,
    typed,
    typedefs,
    whole,
)
from tests.engine.strategies import bounded, scenarios
from tests.small_reference import SMALL

VECTORS = sorted((Path(__file__).parents[1] / "vectors" / "scenarios").glob("*.yaml"))

Draft202012Validator.check_schema(SCHEMA)
JUDGE = Draft202012Validator(SCHEMA)


def faults(value: Any) -> list[str]:
    """What the schema says against a compiled value."""
    return [f"{'/'.join(map(str, one.path))}: {one.message}" for one in JUDGE.iter_errors(value)]


@cache
def opened(path: Path, language: str) -> tuple[Scenario, Reference]:
    with speaking(language):
        found = open_file(path, language).story
    assert found is not None, path
    return found


def vector(path: Path) -> Scenario:
    found = read(path.read_bytes()).scenario
    assert found is not None
    return found


def for_players(scenario: Scenario) -> Scenario:
    """What a player needs of it, with quotations in the message's own words."""

    def quoted(message: Message, one: Shown) -> Shown:
        return one if one.quotation is None else replace(one, quotation=message.text[one.start : one.end])

    def message(one: Message) -> Message:
        return replace(one, shown=tuple(quoted(one, sign) for sign in one.shown))

    scenes: tuple[Scene, ...] = tuple(
        replace(one, messages=tuple(map(message, one.messages)), title="") for one in scenario.scenes
    )
    return replace(scenario, scenes=scenes, relation=None, teacher=Teacher(), reviewed=())


def survives(scenario: Scenario, of_country: Reference) -> None:
    """It is valid, comes back equal through JSON, and all that a player needs comes back out of it."""
    made = compiled(scenario, of_country)
    assert faults(made) == []
    back = json.loads(json.dumps(made, ensure_ascii=False))
    assert back == made
    assert playing_parts(back, scenario.locale) == for_players(scenario)
    assert reference(back) == replace(of_country, duties=(), glossary=())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_a_shipped_story_survives(path: Path, language: str) -> None:
    survives(*opened(path, language))


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_a_story_of_the_vectors_survives(path: Path) -> None:
    survives(vector(path), SMALL)


@bounded(60)
@given(scenarios())
def test_every_story_that_can_be_written_survives(told: Scenario) -> None:
    survives(told, SMALL)


@bounded(20)
@given(scenarios())
def test_keys_come_in_the_order_of_the_schema_and_the_same_story_gives_the_same_text(told: Scenario) -> None:
    made = compiled(told, load("fr", "fr"))
    for name, table in _tables(made):
        assert list(table) == [field for field in TABLES[name]["properties"] if field in table], name
    assert json.dumps(made) == json.dumps(compiled(told, load("fr", "fr")))


def _tables(value: Any, name: str = "Compiled") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every table in a compiled value, with its name in the schema."""
    yield name, value
    for field, said in TABLES[name]["properties"].items():
        inside = of(said)
        for one in (value.get(field, []) if said.get("type") == "array" else [value[field]]) if inside else ():
            yield from _tables(one, inside)


def test_every_field_is_met_in_a_story_that_ships_or_in_one_of_the_vectors() -> None:
    real = load("fr", "fr")
    stories = [compiled(*opened(path, "fr")) for path in shipped()] + [compiled(vector(one), real) for one in VECTORS]
    stories.append(
        compiled(vector(VECTORS[0]), replace(load("be", "fr"), untold=(Untold("blackmail", "Chantage", True),)))
    )
    met: dict[str, set[str]] = {name: set() for name in TABLES}
    for story in stories:
        for name, table in _tables(story):
            met[name].update(table)
    assert met == {name: set(table["properties"]) for name, table in TABLES.items()}


# -- what is for teachers


def test_what_the_law_asks_of_adults_is_not_in_it() -> None:
    real = load("fr", "fr")
    assert real.duties
    text = json.dumps(compiled(vector(VECTORS[0]), real), ensure_ascii=False)
    for duty in real.duties:
        assert duty.id not in text
        assert duty.long not in text


def test_a_source_that_only_a_duty_has_is_not_in_it() -> None:
    only = Source("Rue des Adultes", "https://example.org/adultes", "2026")
    duty = LawTopic("tell", "Dire", "Dites-le.", (), "", False, False, Sourced("complement", (only,), "verified", ""))
    assert "Adultes" not in json.dumps(compiled(vector(VECTORS[0]), replace(SMALL, duties=(duty,))))


def test_notes_for_the_teacher_and_reviews_are_not_in_it() -> None:
    told = replace(
        vector(VECTORS[0]),
        teacher=Teacher("Prof un", "Prof deux", ("Prof trois",), ("Prof quatre",)),
        reviewed=(Review("Prof cinq", "Prof six", "2027-01-15", "f" * 16),),
        scenes=tuple(replace(one, title="Prof sept") for one in vector(VECTORS[0]).scenes),
    )
    text = json.dumps(compiled(told, SMALL), ensure_ascii=False)
    assert "Prof" not in text
    assert "f" * 16 not in text


# -- languages and countries


def test_a_story_in_another_language_than_its_country_says_both() -> None:
    made = compiled(*opened(shipped()[0], "en"))
    assert (made["language"], made["country"], made["reference"]["language"]) == ("en", "fr", "en")


def test_a_story_in_another_language_than_the_words_around_it_says_both() -> None:
    made = compiled(vector(VECTORS[0]), load("fr", "en"))
    assert (made["language"], made["country"], made["reference"]["language"]) == ("fr", "fr", "en")


def test_an_absent_trap_is_not_a_benign_one() -> None:
    told = vector(VECTORS[0])
    assert "trap" not in compiled(replace(told, trap=None), SMALL)
    assert compiled(replace(told, trap=False), SMALL)["trap"] is False


# -- the schema


def test_every_table_is_closed_and_every_field_described() -> None:
    for name, table in TABLES.items():
        assert table["additionalProperties"] is False, name
        assert table["description"].endswith("."), name
        for field, value in table["properties"].items():
            assert value["description"].endswith("."), (name, field)
            # What is never left out has no other meaning when it is.
            assert ("default" in value) == (field not in table["required"]), (name, field)


def test_the_schema_names_its_tables_once_and_uses_each() -> None:
    used = {of(value) for table in TABLES.values() for value in table["properties"].values()} - {""}
    assert used == set(SCHEMA["$defs"])
    assert SCHEMA["properties"]["compiled"]["const"] == COMPILED


def test_closed_lists_and_bounds_are_those_of_the_model() -> None:
    def field(table: str, name: str) -> dict[str, Any]:
        return TABLES[table]["properties"][name]  # type: ignore[no-any-return]

    assert field("Person", "role")["enum"] == list(get_args(Role))
    assert field("Person", "avatar")["enum"] == list(AVATARS)
    assert field("Compiled", "demand")["enum"] == list(DEMANDS)
    assert field("Message", "after")["maximum"] == LONGEST_WAIT
    minutes = SCENARIO["minutes"]
    assert (field("Compiled", "minutes")["minimum"], field("Compiled", "minutes")["maximum"]) == (
        minutes.least,
        minutes.most,
    )
    for table in ("Sign", "Step", "LawTopic", "Helpline"):
        assert field(table, "origin")["enum"] == list(get_args(Origin))
        assert field(table, "status")["enum"] == list(get_args(Status))


def test_the_schema_refuses_a_usual_value_and_a_field_too_much_or_too_few() -> None:
    made = compiled(vector(VECTORS[0]), SMALL)
    assert faults(made) == []
    for name, table in TABLES.items():
        for field, value in table["properties"].items():
            if "default" in value:
                spoilt = json.loads(json.dumps(made))
                for found, inside in _tables(spoilt):
                    if found == name:
                        inside[field] = value["default"]
                        break
                else:
                    continue
                assert faults(spoilt), (name, field)
    assert faults({**made, "points": 1})
    assert faults({**made, "compiled": 2})
    assert faults({name: value for name, value in made.items() if name != "reference"})


# -- the page and the types


@pytest.mark.parametrize("name", TABLES)
def test_the_page_says_of_a_table_what_the_schema_says(name: str) -> None:
    section = re.search(rf"^### {name}\n\n(.*?)\n\n((?:\|.*\n)+)", DOCUMENT, re.MULTILINE)
    assert section is not None
    assert section[1] == TABLES[name]["description"]
    assert section[2].splitlines() == rows(name)


def test_the_page_has_no_table_of_its_own() -> None:
    assert re.findall(r"^### (.*)$", DOCUMENT, re.MULTILINE) == list(TABLES)
    assert len(re.findall(r"^\|---", DOCUMENT, re.MULTILINE)) == len(TABLES)


def test_the_example_of_the_page_is_what_compiling_gives() -> None:
    (file,) = re.findall(r"```yaml\n(.*?)```", DOCUMENT, re.DOTALL)
    (value,) = re.findall(r"```json\n(.*?)```", DOCUMENT, re.DOTALL)
    found = read(file.encode())
    assert found.problems == ()
    assert found.scenario is not None
    assert check(found.scenario, SMALL) == ()
    made = compiled(found.scenario, SMALL)
    del made["reference"]
    assert json.loads(value) == made


_CARRIED = {
    "Sign": READ["signs"],
    "Family": READ["families"],
    "Step": READ["steps"],
    "LawTopic": READ["law"],
    "Helpline": READ["helplines"],
    "Reference": tuple(READ),
}
"""What an exported file carries of the tables that it does not carry whole."""


@pytest.mark.parametrize("name", sorted(set(TABLES) - {"Source", "Fact"}))
def test_the_types_of_the_player_have_the_fields_of_the_schema_that_a_file_carries(name: str) -> None:
    whole = typed(name)
    carried = _CARRIED.get(name, [field for field in whole if field != "facts"])
    assert typedefs()[name] == {field: whole[field] for field in carried}


def test_what_is_left_out_comes_back_as_the_schema_says() -> None:
    told = vector(VECTORS[0])
    made = whole(compiled(told, SMALL))
    first = made["scenes"][0]
    assert first["skip"] is told.scenes[0].skip
    assert first["verdict"] is told.scenes[0].verdict
    assert made["reference"]["steps"][0]["gloss"] == ""
