"""The schema for editors against the reader: what it refuses, the reader refuses; what plays, it takes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from jsonschema import Draft7Validator

from game.cli.asked import LIKES
from game.cli.new_scenario import story
from game.engine.keys import TABLES
from game.engine.problems import stops
from game.engine.read import read
from game.engine.schema import schema
from game.engine.write import write
from game.reference.library import load
from game.shelf import open_bytes, shipped
from game.telling import language
from tests.engine.making import file_text
from tests.engine.strategies import bounded, scenarios
from tests.small_reference import SMALL

TESTS = Path(__file__).parents[1]
BAD = sorted((TESTS / "problems").glob("*/bad.yaml"))
GOOD = [
    *shipped(),
    *sorted((TESTS / "vectors" / "scenarios").glob("*.yaml")),
    *sorted((TESTS / "problems").glob("*/good.yaml")),
    TESTS / "pictures" / "story.yaml",
]
SEEN = {
    *("unknown-key", "missing-key", "expected-text", "expected-keys", "expected-list", "unknown-value", "not-a-number"),
    *("bad-name", "reply-or-do", "no-me", "no-scene", "no-ending", "unknown-step", "unknown-law", "unknown-format"),
}
"""The problems that an editor can show as well, by what stands in their bad file."""


class _Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: 21:30, no and 2026-01-01 are texts; so is every key."""

    yaml_implicit_resolvers: dict[str, Any] = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}  # type: ignore[no-untyped-call]


for _tag, _form, _starts in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_form), _starts)  # type: ignore[no-untyped-call]


@cache
def _judge(small: bool = False) -> Draft7Validator:
    made = schema(str, SMALL if small else load("fr", "fr"))
    Draft7Validator.check_schema(made)
    return Draft7Validator(made)


def faults(text: str, small: bool = False) -> list[str]:
    """What the schema says against a file's text."""
    tree = yaml.load(text, _Core)
    return [f"{'/'.join(map(str, one.path))}: {one.message}" for one in _judge(small).iter_errors(tree)]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_without_a_fault_passes(path: Path) -> None:
    content = path.read_bytes()
    assert not stops(read(content).problems)
    assert faults(content.decode("utf-8-sig")) == []


@pytest.mark.parametrize("spoken", language.LANGUAGES)
@pytest.mark.parametrize("like", LIKES)
def test_a_new_story_passes(like: Any, spoken: str) -> None:
    with language.speaking(spoken):
        assert faults(story("x.yaml", like)) == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.parent.name)
def test_what_the_schema_refuses_the_reader_refuses(path: Path) -> None:
    content = path.read_bytes()
    try:
        found = faults(content.decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError):
        found = ["no editor reads this"]
    if found:
        assert stops(open_bytes(path, content, "fr").problems), found


@pytest.mark.parametrize("name", sorted(SEEN))
def test_what_an_editor_can_see_it_is_told(name: str) -> None:
    assert faults((TESTS / "problems" / name / "bad.yaml").read_text(encoding="utf-8"))


@bounded(50)
@given(scenarios())
def test_every_story_that_can_be_written_passes(told: Any) -> None:
    text = write(told)
    assume(not read(text.encode()).problems)
    assert faults(text, small=True) == []


def test_every_key_is_there_with_its_description() -> None:
    made = schema(lambda text: f"({text})", SMALL)
    for name, keys in TABLES.items():
        properties = (made if name == "scenario" else made["definitions"][name])["properties"]
        assert list(properties) == list(keys)
        for key in keys.values():
            assert properties[key.name]["description"].startswith(f"({key.says})")


def test_steps_law_and_signs_are_those_of_the_country() -> None:
    made = schema(str, SMALL)
    assert made["definitions"]["step"]["enum"] == list(SMALL.step)
    assert made["definitions"]["law"]["enum"] == list(SMALL.topic)
    assert made["definitions"]["sign"]["enum"] == list(SMALL.sign)
    assert all(f"{sign} (" in made["definitions"]["scene"]["properties"]["chat"]["description"] for sign in SMALL.sign)


def values(line: str, by: str) -> str:
    text = file_text('only: {choices: {do: "a", because: "b"}, go_to: end}')
    assert line in text
    return text.replace(line, by)


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ('title: "Un dimanche"', "title: 2026"),
        ('title: "Un dimanche"', "title: 21:30"),
        ('title: "Un dimanche"', "title: no"),
        ("trap: true", 'trap: "true"'),
        ("trap: true", 'trap: false\nminutes: "5"'),
        ("format: 1", 'format: "1"'),
        ("go_to: end", "go_to: [end]"),
        ("go_to: end", "go_to: [{to: end, if: told}, end]"),
        ('because: "b"', 'because: "b", sets: [], steps: police'),
    ],
)
def test_what_the_reader_takes_in_another_form_passes(line: str, by: str) -> None:
    text = values(line, by)
    assert read(text.encode()).problems == ()
    assert faults(text) == []


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ("trap: true", "trap: yes"),
        ("trap: true", "minutes: 121"),
        ("trap: true", "about: {relation: cousin}"),
        ("locale: fr-FR", "locale: fr"),
        ("format: 1", "format: 2"),
        ("go_to: end", "go_to: {to: end}"),
        ("only: {", "Only: {"),
        ("only: {", "here: {"),
        ('do: "a", ', ""),
        ('do: "a", ', 'do: "a", reply: "b", '),
        ('me: {name: "Sacha"}', 'moi: {name: "Sacha", role: friend}'),
        ('{name: "Alex", role: contact}', '{name: "Alex"}'),
    ],
)
def test_both_refuse(line: str, by: str) -> None:
    text = values(line, by)
    assert faults(text)
    assert stops(open_bytes(Path("x.yaml"), text.encode(), "fr").problems)
