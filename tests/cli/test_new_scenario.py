"""The stories that `vigichat new` writes: they play, they are clean, and they teach the words of the format."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from game import shelf
from game.cli.asked import LIKES, Like
from game.cli.new_scenario import new_scenario, story
from game.cli.schema_file import MODELINE, schema_text
from game.cli.terminal import Terminal
from game.engine.events import Choose, EndingReached, GiveVerdict, GoOn, Start
from game.engine.keys import TABLES
from game.engine.mending.house_style import laid_out
from game.engine.session import NEW, State, apply, decide
from game.engine.transcript import play
from game.telling import language

LANGUAGES = pytest.mark.parametrize("spoken", language.LANGUAGES)
KINDS = pytest.mark.parametrize("like", LIKES)
ROOT = Path(__file__).parents[2]
WAITING = re.compile(r"(?m)^( *)# ((?: {2})*(?:- )?\{?[a-z_]+:(?: \S.*)?)$")
"""A line of the blank story that waits to be used, and what is left of it then."""


def opened(spoken: str, like: Like = "trap") -> shelf.Opened:
    language.use(spoken)
    return shelf.open_bytes(Path("x.yaml"), story("x.yaml", like).encode(), spoken)


@KINDS
@LANGUAGES
def test_it_has_nothing_to_mend(spoken: str, like: Like) -> None:
    found = opened(spoken, like)
    assert found.problems == ()
    assert found.playable


@KINDS
@LANGUAGES
def test_it_is_in_house_style(spoken: str, like: Like) -> None:
    language.use(spoken)
    assert laid_out(story("x.yaml", like)) == story("x.yaml", like)


@pytest.mark.parametrize("like", LIKES[:3])
@LANGUAGES
def test_it_has_what_a_story_needs(spoken: str, like: Like) -> None:
    scenario = opened(spoken, like).scenario
    assert scenario is not None
    assert scenario.language == spoken
    assert len(scenario.endings) == 2
    assert scenario.trap == (like != "benign")
    assert {"contact", "friend", "adult"} <= {person.role for person in scenario.cast}
    assert scenario.teacher.goal
    assert scenario.teacher.before
    assert scenario.teacher.ask
    assert 10 <= sum(len(scene.messages) for scene in scenario.scenes) <= 15


@pytest.mark.parametrize("like", ["trap", "friend"])
@LANGUAGES
def test_every_path_takes_a_step_that_helps(spoken: str, like: Like) -> None:
    story_told = opened(spoken, like).story
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
                steps = set(scenario.scene[state.scene].choice(command.choice).steps)
            walk(after, helped or bool(steps & helping))

    state = NEW
    for event in decide(scenario, state, Start()):
        state = apply(state, event)
    walk(state, False)
    assert endings == {ending.id for ending in scenario.endings}


@pytest.mark.parametrize(
    ("like", "route"),
    [
        ("trap", ("secret", "proof", "pay", "call")),
        ("benign", ("+verdict:unsure:1", "ask", "saturday")),
        ("friend", ("listen", "keep", "promise", "undo", "report", "relay")),
        ("blank", ("talk",)),
    ],
)
def test_both_languages_tell_the_same_story(like: Like, route: tuple[str, ...]) -> None:
    told = []
    for spoken in language.LANGUAGES:
        found = opened(spoken, like)
        assert found.scenario is not None
        told.append(play(found.scenario, route))
    assert [type(event) for event in told[0]] == [type(event) for event in told[1]]


@pytest.mark.parametrize(
    "guide", ["docs/writing.md", "docs/writing.en.md", "scenarios/README.md", "scenarios/README.en.md"]
)
def test_a_route_that_a_guide_shows_leads_through_the_first_story(guide: str) -> None:
    shown = re.findall(r"--route ([a-z,-]+)", (ROOT / guide).read_text(encoding="utf-8"))
    scenario = opened("fr").scenario
    assert scenario is not None
    assert shown
    for route in shown:
        assert isinstance(play(scenario, tuple(route.split(",")), 0)[-1], EndingReached)


def test_the_benign_story_asks_for_a_verdict() -> None:
    scenario = opened("fr", "benign").scenario
    assert scenario is not None
    state = NEW
    for event in decide(scenario, state, Start()):
        state = apply(state, event)
    assert state.phase == "verdict"
    assert decide(scenario, state, GiveVerdict("nothing", 2))


@KINDS
@LANGUAGES
def test_its_notes_explain_every_key_that_it_uses(spoken: str, like: Like) -> None:
    language.use(spoken)
    written = story("x.yaml", like)
    notes = "\n".join(found[1] for found in re.finditer(r"(?m)(?:^ *|  )# (.*)$", written))
    known = {key for keys in TABLES.values() for key in keys}
    used = set(re.findall(r"(?m)^(?:[^#\n]*[ {])?([a-z_]+):", written)) & known
    explained = {key for key in used if re.search(rf"\b{key}\b", notes)}
    beside = set(re.findall(r"(?m)^ *(?:- )?([a-z_]+): .*  # ", written))
    assert used - explained - beside == set()


@LANGUAGES
def test_the_blank_story_shows_every_key(spoken: str) -> None:
    language.use(spoken)
    written = story("x.yaml", "blank")
    missing = [key for keys in TABLES.values() for key in keys if not re.search(rf"\b{key}\b", written)]
    assert missing == []


@LANGUAGES
def test_the_blank_story_has_nothing_to_mend_with_all_its_lines_in_use(spoken: str) -> None:
    language.use(spoken)
    written, many = _used(story("x.yaml", "blank"))
    assert many > 20
    found = shelf.open_bytes(Path("x.yaml"), written.encode(), spoken)
    assert found.problems == ()
    assert found.scenario is not None
    assert found.scenario.teacher.ask
    assert len(found.scenario.scenes[0].choices) == 2


@LANGUAGES
def test_its_notes_name_every_sign_step_and_law_topic(spoken: str) -> None:
    reference = opened(spoken).reference
    assert reference is not None
    notes = story("x.yaml").rpartition("\n\n")[2]
    named = re.findall(r"(?m)^#   ([a-z-]+)  +\S", notes)
    assert named == [*reference.sign, *reference.step, *reference.topic]


@KINDS
def test_its_first_line_names_the_schema(like: Like) -> None:
    assert story("x.yaml", like).startswith(f"{MODELINE}\n")


# -- writing it


def test_the_schema_is_written_beside_it_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new_scenario(str(tmp_path / "a")) == 0
    assert (tmp_path / "vigichat.schema.json").read_text(encoding="utf-8") == schema_text()
    said = capsys.readouterr().out
    assert "vigichat watch" in said
    assert "vigichat.schema.json" in said
    assert new_scenario(str(tmp_path / "b")) == 0
    assert "vigichat.schema.json" not in capsys.readouterr().out


def test_an_older_schema_is_written_anew_and_anything_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "vigichat.schema.json"
    path.write_text('{"$id": "vigichat.schema.json"}', encoding="utf-8")
    assert new_scenario(str(tmp_path / "a")) == 0
    assert path.read_text(encoding="utf-8") == schema_text()
    for mine in ('{"$id": "mine"}', "[1]", "not json"):
        path.write_text(mine, encoding="utf-8")
        assert new_scenario(str(tmp_path / f"b{len(mine)}")) == 0
        assert path.read_text(encoding="utf-8") == mine


def test_a_schema_that_cannot_be_written_is_said_and_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "vigichat.schema.json").mkdir()
    assert new_scenario(str(tmp_path / "a")) == 0
    assert (tmp_path / "a.yaml").exists()
    assert "vigichat.schema.json" in capsys.readouterr().err


def test_the_schema_speaks_the_language_of_the_person() -> None:
    told = []
    for spoken in language.LANGUAGES:
        language.use(spoken)
        told.append(json.loads(schema_text()))
    french, english = told
    for name in TABLES:
        at = (lambda made: made) if name == "scenario" else (lambda made, name=name: made["definitions"][name])
        for key in TABLES[name]:
            said = [at(made)["properties"][key]["description"] for made in told]
            assert said[0] != said[1], (name, key)
    assert french["definitions"]["step"]["enum"] == english["definitions"]["step"]["enum"]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("2\n", "Le cahier bleu"),
        ("friend\n", "La place à côté"),
        ("Un ami\n", "La place à côté"),
        ("Piege\n", "Le carnet de croquis"),
        ("vide\n", "Sans titre"),
    ],
)
def test_a_person_is_asked_which_story(typed: str, title: str, tmp_path: Path) -> None:
    out = io.StringIO()
    assert new_scenario(str(tmp_path / "a"), None, Terminal(io.StringIO(typed), out)) == 0
    assert f'title: "{title}"' in (tmp_path / "a.yaml").read_text(encoding="utf-8")
    assert all(like in out.getvalue() for like in LIKES)


def test_an_answer_that_is_none_is_asked_again_and_no_answer_writes_nothing(tmp_path: Path) -> None:
    out = io.StringIO()
    assert new_scenario(str(tmp_path / "a"), None, Terminal(io.StringIO("9\nxyz\n4\n"), out)) == 0
    assert "Sans titre" in (tmp_path / "a.yaml").read_text(encoding="utf-8")
    assert out.getvalue().count("de 1 à 4") == 2
    assert new_scenario(str(tmp_path / "b"), None, Terminal(io.StringIO(""), io.StringIO())) == 1
    assert not (tmp_path / "b.yaml").exists()


def test_nobody_is_asked_what_was_said(tmp_path: Path) -> None:
    out = io.StringIO()
    assert new_scenario(str(tmp_path / "a"), "benign", Terminal(io.StringIO(""), out)) == 0
    assert out.getvalue() == ""


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("mine", encoding="utf-8")
    assert new_scenario(str(tmp_path / "a")) == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]
    assert "reste tel quel" in capsys.readouterr().err


def test_the_ending_yaml_is_added_once(tmp_path: Path) -> None:
    assert new_scenario(str(tmp_path / "a.yaml")) == 0
    assert new_scenario(str(tmp_path / "b")) == 0
    assert sorted(path.name for path in tmp_path.glob("*.yaml")) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("name", ["", ".yaml", "x/"])
def test_a_name_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    assert new_scenario(f"{tmp_path}/{name}") == 2


def test_a_folder_that_is_not_there_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    language.use("fr")
    assert new_scenario(str(tmp_path / "nowhere" / "a")) == 1
    said = capsys.readouterr().err
    assert (said.count("\n"), "Créez-le d’abord" in said) == (1, True)


def test_a_strange_file_name_cannot_add_a_line_to_the_story() -> None:
    assert story("a\nformat: 2") == story("my-story.yaml")


def _used(written: str) -> tuple[str, int]:
    """The story with every waiting line in use, and how many there were; notes that end with a colon stay notes."""

    def use(found: re.Match[str]) -> str:
        if found[2].endswith((".", ":")) and found[2].strip() not in ("teacher:", "facts:"):
            return found[0]
        return found[1] + found[2]

    used = WAITING.sub(use, written)
    return used, sum(a != b for a, b in zip(used.split("\n"), written.split("\n"), strict=True))
