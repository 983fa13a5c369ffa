"""Writing a scenario and reading it again gives the same scenario."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import example, given

from game.engine import chat, model
from game.engine.model import Condition, Message, Review, Scenario, Shown, Teacher
from game.engine.problems import Problem
from game.engine.read import read
from game.engine.write import write
from tests.engine.making import file_text, story
from tests.engine.strategies import bounded, messages, scenarios

FULL = story(
    """
    contact:
      title: "Le contact"
      stop: "Et là ?"
      skip: "Un résumé."
      verdict: true
      keep_order: true
      chat: |
        # une note de l'auteur
        ~ (if told): (samedi)
        alex (masked, after 3 s, unless paid): Demande intime
          ^ intimate-request
        alex: Viens « ici »
          \\^ là
          ^ change-app, too-fast "Viens « ici »"
          ^ personal-questions
      choices:
        - id: "-"
          reply: "Non : pas ce soir #demain"
          because: "C'est ton droit."
          steps: [block, police]
          against: do-not-give-in
          sets: [told, paid]
          if: told
          unless: [paid]
          go_to: [{to: here, if: told}, {to: contact, unless: [paid, told]}, {to: end}]
        - do: "Rien"
          because: "Bof."
          go_to: end
      go_to: end
    """,
    'end: {title: "La fin", open: true, debrief: ["Un.", {text: "Deux.", if: paid}], law: [blackmail]}',
)


EVERYTHING = (
    write(
        replace(
            FULL,
            teacher=Teacher("g", "b", ("a",), ("l",)),
            reviewed=(Review("Prénom Nom", "infirmière scolaire", "2027-01-15", "3f2a9c0d1b7e4a55"),),
        )
    )
    .replace("trap: true\n", "trap: false\ntutorial: true\nabout: {relation: known, demand: images}\nminutes: 12\n")
    .replace('{name: "Alex", role: contact}', '{name: "Alex", role: contact, profile: "16 ans", avatar: sun}')
)
"""A file with every key that the format knows."""

ROOT = Path(__file__).parents[2]
WHOLE_FILES = [
    *sorted((ROOT / "scenarios").glob("*.yaml")),
    *sorted((ROOT / "game/cli").rglob("*.yaml")),
    *sorted((ROOT / "tests/vectors/scenarios").glob("*.yaml")),
    *sorted((ROOT / "tests/problems").glob("*/good.yaml")),
    ROOT / "tests/pictures/story.yaml",
]


def as_read(text: str) -> Scenario:
    scenario = read(text.encode()).scenario
    assert scenario is not None
    return scenario


def unlike_default(value: object, found: set[tuple[str, str]]) -> None:
    """Note every field, in and below `value`, that says something else than it would if it were left out."""
    if isinstance(value, tuple):
        for one in value:
            unlike_default(one, found)
    elif is_dataclass(value):
        for one in fields(value):
            inner = getattr(value, one.name)
            if one.compare and (one.default is MISSING or inner != one.default):
                found.add((type(value).__name__, one.name))
                unlike_default(inner, found)


@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(ROOT))) for path in WHOLE_FILES])
def test_a_whole_file_written_anew_reads_as_the_same_scenario(path: Path) -> None:
    scenario = as_read(path.read_bytes().decode("utf-8"))
    assert as_read(write(scenario)) == scenario


def test_every_field_of_a_scenario_survives_being_written() -> None:
    scenario = as_read(EVERYTHING)
    found: set[tuple[str, str]] = set()
    unlike_default(scenario, found)
    kinds = [
        one for one in vars(model).values() if isinstance(one, type) and is_dataclass(one) and one is not model.Place
    ]
    assert {(kind.__name__, one.name) for kind in kinds for one in fields(kind) if one.compare} == found
    assert as_read(write(scenario)) == scenario
    assert write(as_read(write(scenario))) == write(scenario)


@bounded(80)
@given(scenarios())
@example(FULL)
def test_what_is_written_reads_as_the_same_scenario(scenario: Scenario) -> None:
    reading = read(write(scenario).encode())
    assert reading.scenario == scenario
    # A scene with nothing in it can only be written as an empty value, and is told.
    empty = [scene for scene in scenario.scenes if not (scene.messages or scene.choices or scene.ways)]
    assert [one.name for one in reading.problems if not empty] == []


@bounded(40)
@given(scenarios())
def test_writing_is_the_same_a_second_time(scenario: Scenario) -> None:
    again = read(write(scenario).encode()).scenario
    assert again is not None
    assert write(again) == write(scenario)


@bounded(200)
@given(messages())
def test_a_message_is_written_as_the_lines_it_is_read_from(message: Message) -> None:
    found: list[Problem] = []
    assert chat.parse(chat.write(message), 1, 0, found) == (message,)
    assert found == []


def test_places_and_comments_make_no_difference_between_scenarios() -> None:
    text = file_text("only: {go_to: end}")
    moved = read(("# une note\n\n" + text.replace("title:", "# encore\ntitle:")).encode()).scenario
    first = read(text.encode()).scenario
    assert first is not None
    assert moved is not None
    assert moved == first
    assert moved.scenes[0].place != first.scenes[0].place


def test_a_written_file_is_in_house_style() -> None:
    written = write(replace(FULL, teacher=Teacher()))
    assert written.splitlines()[:9] == [
        "format: 1",
        'title: "Un dimanche"',
        'summary: "Un week-end."',
        "locale: fr-FR",
        "trap: true",
        "cast:",
        '  me: {name: "Sacha"}',
        '  alex: {name: "Alex", role: contact}',
        '  ines: {name: "Inès", role: friend}',
    ]
    assert "\n    go_to: end\n" in write(FULL)
    assert "\n          - {to: here, if: told}\n" in write(FULL)
    assert write(FULL).endswith("    law: [blackmail]\n")


def test_signs_that_share_a_line_are_written_one_a_line() -> None:
    message = Message(
        "alex",
        'Dis "oui" !',
        (Shown("too-fast", '"oui"', 4, 9), Shown("change-app", '"oui"', 4, 9)),
        after=0,
        when=Condition(("told",), ("paid",)),
    )
    assert chat.write(message) == [
        'alex (after 0 s, if told, unless paid): Dis "oui" !',
        '  ^ too-fast """oui"""',
        '  ^ change-app """oui"""',
    ]
