"""Commands, events and results as plain JSON values, and back."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest

from game.engine.debrief import debrief
from game.engine.events import ChoicesOffered, Choose, Command, Event, Mark, Marked, Started
from game.engine.plain import from_plain, to_plain
from tests.engine.making import Play, story
from tests.small_reference import SMALL

CONTENT: dict[str, Any] = {
    "seed": 3,
    "scene": "s",
    "number": 0,
    "after": 2,
    "answer": "trap",
    "sure": 3,
    "choices": ["a", "b"],
    "again": True,
    "choice": "a",
    "sets": [],
    "at": 4,
    "family": None,
    "ending": "e",
    "to": 5,
}


@pytest.mark.parametrize("kind", [*get_args(Command), *get_args(Event)], ids=lambda kind: kind.__name__)
def test_every_command_and_event_goes_to_json_and_comes_back(kind: type) -> None:
    plain = {"type": kind.__name__, **{name: CONTENT[name] for name in kind.__slots__}}  # type: ignore[attr-defined]
    value = from_plain(json.loads(json.dumps(plain)))
    assert type(value) is kind
    assert to_plain(value) == plain
    assert from_plain(to_plain(value)) == value


def test_the_name_of_a_command_or_event_stands_under_type_and_its_fields_beside_it() -> None:
    assert to_plain(Mark(4, "contact")) == {"type": "Mark", "at": 4, "family": "contact"}
    assert to_plain(ChoicesOffered("s", ("a", "b"), False)) == {
        "type": "ChoicesOffered",
        "scene": "s",
        "choices": ["a", "b"],
        "again": False,
    }
    assert to_plain((Started(0), Marked(3, None))) == [
        {"type": "Started", "seed": 0},
        {"type": "Marked", "at": 3, "family": None},
    ]


def test_a_score_and_a_debrief_are_plain_tables_without_a_type() -> None:
    play = Play(story('a: {choices: [{do: "a", because: "b", steps: police}], go_to: end}'))
    play.do(Choose("1"))
    plain = to_plain(debrief(play.scenario, SMALL, play.log))
    assert json.loads(json.dumps(plain)) == plain
    assert plain["praise"] == {"scene": "a", "choice": "1", "at": 3}
    assert plain["score"]["moments"][0]["outcome"] == "followed"
    assert "type" not in json.dumps(plain)


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"type": "Nothing"},
        {"type": None},
        {"type": "State"},
        {"type": ["Mark"]},
        {"type": "Choose"},
        {"type": "Choose", "choice": "a", "more": 1},
        {"type": "Mark", "family": "x"},
    ],
)
def test_what_is_no_command_or_event_is_a_value_error(value: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_plain(value)
