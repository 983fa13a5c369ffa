"""Text comes back as it was typed, in the chat and in quoted values."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.model import Scenario
from game.engine.quoting import quoted
from game.engine.read import read
from tests.engine.making import file_text
from tests.engine.realistic import LINES
from tests.engine.strategies import bounded, continuations, lines, values

EACH = [pytest.param(line, id=f"line-{number}") for number, line in enumerate(LINES, 1)]
SPACES = ("", " ", "\u00a0", "\u202f")


def hand_quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def escaped(line: str) -> str:
    """A continued line as an author has to write it."""
    return "\\" + line if re.match(r"\\*\^ ", line) else line


def read_all(text: str) -> Scenario:
    reading = read(text.encode())
    assert reading.problems == ()
    assert reading.scenario is not None
    return reading.scenario


def chat_file(*rows: str, mark: str = "|", width: int = 2) -> str:
    """A file whose only scene has this chat."""
    block = "".join(f"{' ' * (4 + width)}{row}\n" if row else "\n" for row in rows)
    return file_text("only: {go_to: end}").replace(
        "only: {go_to: end}", f"only:\n    go_to: end\n    chat: {mark}\n{block}"
    )


def chat_texts(*rows: str, mark: str = "|", width: int = 2) -> list[str]:
    scenario = read_all(chat_file(*rows, mark=mark, width=width))
    return [message.text for message in scenario.scenes[0].messages]


def test_the_realistic_lines_are_many_and_each_is_there_once() -> None:
    assert len(LINES) >= 60
    assert len(set(LINES)) == len(LINES)


@pytest.mark.parametrize("line", EACH)
def test_a_realistic_line_survives_wherever_a_chat_can_hold_it(line: str) -> None:
    notice = f"~ (): {line}" if line.startswith("(") else f"~ {line}"
    rows = [f"alex: {line}", f"ines : {line}", f"me (after 2 s): {line}", notice, f"~ (if told): {line}"]
    texts = chat_texts(*rows, "alex: avant", f"  {escaped(line)}", "  après", f"    {escaped(line)}")
    assert texts == [*[line] * 5, f"avant\n{line}\naprès\n{line}"]


@pytest.mark.parametrize("line", EACH)
def test_a_realistic_line_survives_in_every_quoted_value(line: str) -> None:
    text = hand_quoted(line)
    scenario = read_all(
        file_text(
            f"""
            only:
              stop: {text}
              skip: {text}
              choices:
                - reply: {text}
                  because: {text}
                - {{do: {text}, because: {text}}}
              go_to: end
            """,
            f"end: {{title: {text}, debrief: [{text}, {{text: {text}, if: told}}]}}",
            facts=f"told: {text}",
            cast=f"me: {{name: {text}, profile: {text}}}",
            title=text,
        )
        + f"teacher: {{goal: {text}, before: {text}, ask: [{text}, {text}]}}\n"
    )
    scene, ending, person = scenario.scenes[0], scenario.endings[0], scenario.cast[0]
    found = [scenario.title, scene.stop, scene.skip, ending.title, scenario.facts[0].label, person.name, person.profile]
    found += [one for choice in scene.choices for one in (choice.text, choice.because)]
    found += [said.text for said in ending.debrief]
    found += [scenario.teacher.goal, scenario.teacher.before, *scenario.teacher.ask]
    assert found == [line] * 17


@pytest.mark.parametrize("line", EACH)
def test_a_realistic_line_without_quotes_comes_back_equal_or_is_a_problem(line: str) -> None:
    reading = read(file_text("only: {go_to: end}", title=line).encode())
    if not reading.problems:
        assert reading.scenario is not None
        assert reading.scenario.title in (line, line[1:-1])  # without the quotes, if that is what stands at its ends


@bounded(150)
@given(lines, st.sampled_from(SPACES), st.sampled_from(("", "masked", "after 600 s", "if told, unless paid")))
def test_any_line_survives_as_a_message(line: str, space: str, attributes: str) -> None:
    given_attributes = f" ({attributes})" if attributes else ""
    assert chat_texts(f"alex{given_attributes}{space}: {line}") == [line]
    assert chat_texts(f"alex{given_attributes}{space}:{line}") == [line]


@bounded(150)
@given(lines)
def test_any_line_survives_as_a_notice(line: str) -> None:
    assert chat_texts(f"~ (): {line}", f"~ (after 0 s): {line}") == [line, line]
    if not line.startswith("("):
        assert chat_texts(f"~ {line}") == [line]


@bounded(150)
@given(lines, st.lists(continuations, min_size=1, max_size=3), st.integers(1, 9))
def test_any_lines_survive_below_one_another(first: str, more: list[str], width: int) -> None:
    rows = [f"me: {first}", *(f"{' ' * width}{escaped(line)}" for line in more)]
    assert chat_texts(*rows) == ["\n".join([first, *more])]


@bounded(80)
@given(lines, continuations, st.sampled_from(("|", "|-", "|+", "| # la suite")), st.integers(1, 8), st.booleans())
def test_the_layout_of_the_block_takes_nothing_from_the_text(
    first: str, second: str, mark: str, width: int, windows: bool
) -> None:
    rows = ["# dit Alex", "", f"alex: {first} \t", "# et puis", "", f"  {escaped(second)}  ", "", f"ines: {first}"]
    text = chat_file(*rows, mark=mark, width=width)
    if windows:
        text = "\ufeff" + text.replace("\n", "\r\n")
    assert [message.text for message in read_all(text).scenes[0].messages] == [f"{first}\n{second}", first]


@bounded(150)
@given(values)
def test_any_value_survives_in_double_quotes(value: str) -> None:
    assert quoted(value) == hand_quoted(value)
    scenario = read_all(file_text("only: {go_to: end}", title=hand_quoted(value)))
    assert scenario.title == value


@bounded(80)
@given(values)
def test_any_value_survives_in_single_quotes(value: str) -> None:
    single = "'" + value.replace("'", "''") + "'"
    assert read_all(file_text("only: {go_to: end}", title=single)).title == value


def test_a_backslash_is_taken_only_from_what_would_be_signs() -> None:
    rows = ["alex: a", r"  \^ b", r"  \\^ c", r"  \^^", r"  \o/", r"  \^", "  ^^ d", "  ^"]
    assert chat_texts(*rows) == ["a\n^ b\n" + r"\^ c" + "\n" + r"\^^" + "\n" + r"\o/" + "\n" + r"\^" + "\n^^ d\n^"]


@pytest.mark.parametrize("escape", [r"\0", r"\a", r"\e", r"\x7f", r"\N", r"\L", r"\P", r"\uFEFF", r"\uFFFE", r"\r"])
def test_a_refused_character_is_refused_as_an_escape_too(escape: str) -> None:
    reading = read(file_text("only: {go_to: end}", title=f'"a{escape}b"').encode())
    assert [one.name for one in reading.problems] == ["character-not-allowed"]
    assert (reading.problems[0].place.line, reading.problems[0].place.column) == (2, 8)
