"""Writing a scenario and reading it again gives the same scenario."""

from __future__ import annotations

from hypothesis import example, given

from game.engine import chat
from game.engine.model import Condition, Message, Scenario, Shown
from game.engine.problems import Problem
from game.engine.read import read
from game.engine.write import write
from tests.engine.making import file_text, story
from tests.engine.strategies import bounded, messages, scenarios

FULL = story(
    """
    contact:
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
    assert write(FULL).splitlines()[:9] == [
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
