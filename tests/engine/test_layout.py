"""House style: a file laid out says the same, keeps every comment, and is not changed a second time."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.engine.mending.house_style import NotLaidOut, comments, laid_out
from game.engine.model import Scenario
from game.engine.problems import stops
from game.engine.read import read
from game.engine.source import parse
from game.engine.write import write
from tests.engine.strategies import bounded, scenarios
from tests.engine.test_write import FULL

ROOT = Path(__file__).parents[2]
FILES = [
    *sorted((ROOT / "scenarios").glob("*.yaml")),
    *sorted((ROOT / "game/cli").rglob("*.yaml")),
    *sorted((ROOT / "tests/vectors/scenarios").glob("*.yaml")),
    *sorted((ROOT / "tests/problems").glob("*/good.yaml")),
    ROOT / "tests/pictures/story.yaml",
]
TEXTS = {str(path.relative_to(ROOT)): path.read_bytes().decode("utf-8") for path in FILES}


HEAD = """\
format: 1
title: "Un dimanche"
summary: "Un week-end."
locale: fr-FR
cast:
  me: {name: "Sacha"}
  alex: {name: "Alex", role: contact}
"""
END = """\
endings:
  end: {title: "La fin", debrief: "C'est fini."}
"""
SMALL_FILE = f"{HEAD}scenes:\n  only: {{go_to: end}}\n{END}"


def said(text: str) -> list[str]:
    """The comments of a text, those of its chats too."""
    inside = [
        line.strip()
        for scene in (text.split("chat: |")[1:])
        for line in scene.split("\n")
        if line.strip().startswith("#")
    ]
    return [one.text for one in comments(parse(text.encode()))] + inside


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_whole_file_laid_out_says_the_same_and_keeps_its_comments(name: str) -> None:
    text = TEXTS[name]
    once = laid_out(text)
    assert read(once.encode()).scenario == read(text.encode()).scenario
    assert sorted(said(once)) == sorted(said(text))
    assert laid_out(once) == once


def test_the_story_that_comes_with_the_game_is_in_house_style() -> None:
    for path in (ROOT / "scenarios").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert laid_out(text) == text


@bounded(80)
@given(scenarios())
@example(FULL)
def test_what_the_game_writes_is_in_house_style(scenario: Scenario) -> None:
    written = write(scenario)
    # A scene with nothing in it can only be written as an empty value, and is an error.
    assert stops(read(written.encode()).problems) or laid_out(written) == written


_NOTES = st.lists(st.tuples(st.integers(0, 999), st.integers(0, 9), st.booleans()), max_size=8)


@bounded(120)
@given(st.sampled_from(sorted(TEXTS)), _NOTES, st.booleans())
def test_comments_anywhere_stay_in_their_order(name: str, notes: list[tuple[int, int, bool]], windows: bool) -> None:
    lines = TEXTS[name].split("\n")
    for number, (at, indent, behind) in enumerate(notes):
        at %= len(lines)
        if behind and lines[at].rstrip().endswith(('"', "]", "}", "|", "here")):
            lines[at] += f"  # note {number}"
        else:
            lines.insert(at, f"{' ' * indent}# note {number}")
    text = "\n".join(lines)
    if read(text.encode()).problems != read(TEXTS[name].encode()).problems:
        return  # a note in the middle of a message became part of the story
    text = text.replace("\n", "\r\n") if windows else text
    once = laid_out(text)
    plain = [line.replace("\r", "") for line in said(text)]
    assert [one.text for one in comments(parse(once.encode()))] == [one.text for one in comments(parse(text.encode()))]
    assert sorted(line.replace("\r", "") for line in said(once)) == sorted(plain)
    assert laid_out(once) == once
    assert ("\r\n" in once) == windows


def test_a_file_on_few_lines_is_spread_out() -> None:
    text = f"""{HEAD}scenes:
  only: {{choices: [{{do: 'Un', because: "b", steps: [block]}}], go_to: [end]}}
endings: {{end: {{title: La fin, debrief: Bien, law: blackmail}}}}
"""
    tail = laid_out(text).partition("scenes:\n")[2]
    assert tail == dedent(
        """
          only:
            choices:
              - do: "Un"
                because: "b"
                steps: block
            go_to: end

        endings:

          end:
            title: "La fin"
            debrief:
              - "Bien"
            law: [blackmail]
        """
    )


def test_comments_stay_with_what_they_stood_before_or_behind() -> None:
    text = SMALL_FILE.replace(
        "scenes:\n  only: {go_to: end}\n",
        dedent(
            """\
            # before scenes
            scenes: # behind scenes
            # before only
              only: # behind only

                  # before chat
                chat: | # behind chat
                    # in the chat
                    alex: Salut # pas une note


                      et voilà
                    # at its end
                # before choices
                choices:

                  # before the first
                  - do: "Un" # behind do
                    because: "b"
                  # before the second
                  - {do: Deux, because: b} # behind the second
                  # after the second
                go_to: end   # behind go_to
              # after only
            # before endings
            """
        ),
    )
    assert laid_out(text).partition("# before scenes\n")[2] == (
        dedent(
            """\
            scenes: # behind scenes

              # before only
              only: # behind only
                # before chat
                chat: | # behind chat
                  # in the chat
                  alex: Salut # pas une note

                    et voilà
                  # at its end
                # before choices
                choices:
                  # before the first
                  - do: "Un"  # behind do
                    because: "b"
                  # before the second
                  - do: "Deux"
                    because: "b"  # behind the second
                  # after the second
                go_to: end   # behind go_to
              # after only

            # before endings
            endings:

              end:
                title: "La fin"
                debrief:
                  - "C'est fini."
            """
        )
        .replace("scenes: #", "scenes:  #")
        .replace("only: #", "only:  #")
        .replace("chat: | #", "chat: |  #")
    )


def test_a_table_with_comments_inside_keeps_a_line_for_each() -> None:
    text = SMALL_FILE.replace(
        '  me: {name: "Sacha"}\n', '  me: {name: "Sacha", # her name\n    profile: "16 ans"} # her age\n'
    )
    laid = '  me:\n    name: "Sacha"  # her name\n    profile: "16 ans"  # her age\n'
    assert laid in laid_out(text)
    assert laid_out(laid_out(text)) == laid_out(text)


def test_signs_in_quoted_texts_are_no_comments() -> None:
    text = SMALL_FILE.replace('"Un dimanche"', '"un #mot  # et la suite"') + "# fin\n"
    assert [one.text for one in comments(parse(text.encode()))] == ["# fin"]
    assert laid_out(text).endswith("# fin\n")


def test_a_byte_order_mark_and_line_breaks_stay() -> None:
    text = "\ufeff" + SMALL_FILE.replace("\n", "\r\n")
    once = laid_out(text)
    assert once.startswith("\ufeffformat: 1\r\n")
    assert once.count("\n") == once.count("\r\n")
    assert laid_out(once) == once


def test_a_file_that_cannot_be_read_is_not_laid_out() -> None:
    for text in ("", "[1]", "a: [", "format: 2\n"):
        with pytest.raises(NotLaidOut):
            laid_out(text)
