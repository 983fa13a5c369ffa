"""The test vectors: the engine gives what they say, and they meet everything the rules name."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest

from game.engine.check import check
from game.engine.debrief import debrief
from game.engine.events import Command, Event
from game.engine.plain import from_plain, to_plain
from game.engine.read import read
from game.engine.score import GivingIn, Outcome, Seen, score
from game.engine.session import NEW, Refused, apply, decide

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tests" / "vectors").glob("*.json"))
VECTORS: dict[str, dict[str, Any]] = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in FILES}


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """tools/vectors.py, as a module."""
    spec = importlib.util.spec_from_file_location("vectors", ROOT / "tools" / "vectors.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["vectors"] = module  # dataclasses look their module up
    path = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = path
    return module


@pytest.mark.parametrize("name", VECTORS)
def test_the_commands_of_a_vector_bring_about_its_events_score_and_debrief(name: str, tool: ModuleType) -> None:
    vector = VECTORS[name]
    reading = read(vector["scenario"].encode())
    assert reading.problems == ()
    assert reading.scenario is not None
    reference = tool.reference_of(vector["reference"])
    log: tuple[Event, ...] = ()
    state = NEW
    for number, command in enumerate([*vector["commands"], None]):
        for refused in vector["refused"]:
            if refused["after"] == number:
                with pytest.raises(Refused):
                    decide(reading.scenario, state, from_plain(refused["command"]))
        if command is not None:
            for event in decide(reading.scenario, state, from_plain(command)):
                log += (event,)
                state = apply(state, event)
    assert to_plain(log) == vector["events"]
    assert to_plain(score(reading.scenario, reference, log)) == vector["score"]
    assert to_plain(debrief(reading.scenario, reference, log)) == {**vector["debrief"], "score": vector["score"]}


@pytest.mark.parametrize("name", VECTORS)
def test_the_scenario_of_a_vector_plays(name: str, tool: ModuleType) -> None:
    reading = read(VECTORS[name]["scenario"].encode())
    assert reading.scenario is not None
    told = check(reading.scenario, tool.reference_of(VECTORS[name]["reference"]))
    # One vector shows that words in braces which stand for nothing stay.
    assert [one.name for one in told] == ["unknown-placeholder"] * ("{autre}" in VECTORS[name]["scenario"])


def test_the_vectors_are_what_the_tool_writes(tool: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_the_vectors_meet_every_command_and_event() -> None:
    commands = {one["type"] for vector in VECTORS.values() for one in vector["commands"]}
    refused = {one["command"]["type"] for vector in VECTORS.values() for one in vector["refused"]}
    events = {one["type"] for vector in VECTORS.values() for one in vector["events"]}
    assert commands == refused == {kind.__name__ for kind in get_args(Command)}
    assert events == {kind.__name__ for kind in get_args(Event)}


def test_the_vectors_meet_every_outcome() -> None:
    scores = [vector["score"] for vector in VECTORS.values()]
    assert {moment["outcome"] for one in scores for moment in one["moments"]} == set(get_args(Outcome))
    assert {sign["seen"] for one in scores for sign in one["signs"]} == set(get_args(Seen))
    assert {one["giving_in"] for one in scores} == set(get_args(GivingIn))
    verdicts = [one["verdict"] for one in scores]
    assert {None if one is None else one["right"] for one in verdicts} == {None, True, False}
    assert {one["answer"] for one in verdicts if one} == {"trap", "nothing", "unsure"}
    assert {bool(one["skipped"]) for one in scores} == {one["replayed"] for one in scores} == {False, True}
    assert {bool(one["harmless"]) for one in scores} == {False, True}


def test_the_vectors_meet_every_sort_of_debrief() -> None:
    debriefs = [vector["debrief"] for vector in VECTORS.values()]
    assert {bool(one["ending"]) for one in debriefs} == {one["help_first"] for one in debriefs} == {False, True}
    praises = {None if one["praise"] is None else bool(one["praise"]["choice"]) for one in debriefs}
    assert praises == {None, False, True}
    assert len({one["remember"] for one in debriefs}) >= 3
    assert any("1234" in line for one in debriefs for line in one["said"])
