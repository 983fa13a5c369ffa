"""The story that `vigichat new` writes: it plays, it is clean, and it teaches every name that the format knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game import shelf
from game.cli.new_scenario import new_scenario, story
from game.engine.session import NEW, Choose, GoOn, Start, State, apply, decide
from game.engine.transcript import play
from game.telling import language

LANGUAGES = pytest.mark.parametrize("spoken", language.LANGUAGES)


def opened(spoken: str) -> shelf.Opened:
    language.use(spoken)
    return shelf.open_bytes(Path("x.yaml"), story("x.yaml").encode(), spoken)


@LANGUAGES
def test_it_has_nothing_to_mend(spoken: str) -> None:
    found = opened(spoken)
    assert found.problems == ()
    assert found.playable


@LANGUAGES
def test_it_has_what_a_story_needs(spoken: str) -> None:
    scenario = opened(spoken).scenario
    assert scenario is not None
    assert scenario.language == spoken
    assert (len(scenario.scenes), len(scenario.endings)) == (3, 2)
    assert {"contact", "friend", "adult"} <= {person.role for person in scenario.cast}
    assert scenario.teacher.goal
    assert scenario.teacher.before
    assert scenario.teacher.ask


@LANGUAGES
def test_every_path_takes_a_step_that_helps(spoken: str) -> None:
    story_told = opened(spoken).story
    assert story_told is not None
    scenario, reference = story_told
    helping = {step.id for step in reference.steps if step.help}
    endings: set[str] = set()

    def walk(state: State, helped: bool) -> None:
        if state.phase == "ended":
            assert helped
            endings.add(state.ending)
            return
        commands = [GoOn()] if state.phase == "announced" else [Choose(name) for name in state.offered]
        for command in commands:
            after = state
            for event in decide(scenario, state, command):
                after = apply(after, event)
            steps: set[str] = set()
            if isinstance(command, Choose):
                choice = next(one for one in scenario.scene[state.scene].choices if one.id == command.choice)
                steps = set(choice.steps)
            walk(after, helped or bool(steps & helping))

    state = NEW
    for event in decide(scenario, state, Start()):
        state = apply(state, event)
    walk(state, False)
    assert endings == {ending.id for ending in scenario.endings}


def test_both_languages_tell_the_same_story() -> None:
    told = []
    for spoken in language.LANGUAGES:
        found = opened(spoken)
        assert found.scenario is not None
        told.append(play(found.scenario, ("secret", "proof", "pay", "call")))
    assert [type(event) for event in told[0]] == [type(event) for event in told[1]]


@LANGUAGES
def test_its_notes_name_every_sign_step_and_law_topic(spoken: str) -> None:
    reference = opened(spoken).reference
    assert reference is not None
    notes = story("x.yaml").rpartition("\n\n")[2]
    named = re.findall(r"[a-z]+(?:-[a-z]+)+|police|helpline|block|screenshots|secrecy|insistence|urgency", notes)
    known = [*reference.sign, *reference.step, *reference.topic]
    assert [name for name in known if name not in notes] == []
    assert [name for name in named if name not in known] == []


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("mine", encoding="utf-8")
    assert new_scenario(str(tmp_path / "a")) == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert "reste tel quel" in capsys.readouterr().err


def test_the_ending_yaml_is_added_once(tmp_path: Path) -> None:
    assert new_scenario(str(tmp_path / "a.yaml")) == 0
    assert new_scenario(str(tmp_path / "b")) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("name", ["", ".yaml", "x/"])
def test_a_name_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    assert new_scenario(f"{tmp_path}/{name}") == 2


def test_a_folder_that_is_not_there_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new_scenario(str(tmp_path / "nowhere" / "a")) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_strange_file_name_cannot_add_a_line_to_the_story() -> None:
    assert story("a\nformat: 2") == story("my-story.yaml")
