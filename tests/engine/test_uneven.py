"""A slip of layout in a whole story is told by name, at its line, and mended when what is missing is sure."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.mending.fix import mended
from game.engine.problems import Problem
from game.engine.read import read

STORY = (Path(__file__).parents[2] / "game/cli/new_story/trap.fr.yaml").read_text(encoding="utf-8")


def judge(text: str) -> tuple[Problem, ...]:
    return read(text.encode()).problems


def line_of(start: str) -> int:
    return next(at for at, line in enumerate(STORY.split("\n"), 1) if line.strip().startswith(start))


def changed(start: str, old: str, new: str) -> str:
    lines = STORY.split("\n")
    at = line_of(start) - 1
    assert old in lines[at]
    lines[at] = lines[at].replace(old, new, 1)
    return "\n".join(lines)


def moved(start: str, by: int) -> str:
    lines = STORY.split("\n")
    at = line_of(start) - 1
    lines[at] = " " * by + lines[at] if by > 0 else lines[at][-by:]
    return "\n".join(lines)


def test_the_story_has_no_problem_before() -> None:
    assert judge(STORY) == ()


@pytest.mark.parametrize(
    ("start", "by", "wanted"),
    [
        ("goal:", 1, "2"),
        ("goal:", -1, "2"),
        ('- "À quel', -1, "4"),
        ("me: {", 1, "2"),
        ("sketchbook:", 1, "2"),
        ("chat: |", 1, "4"),
        ("~ mardi", 1, "6"),
        ("me: Noooon", -1, "6"),
        ("me: Noooon", -2, "6"),
        ("robin: Salut", -2, "6"),
        ("^ unknown-contact", -4, "8"),
        ("- id: open", 1, "6"),
        ("- id: open", -1, "6"),
        ("- id: secret", -1, "6"),
        ("reply:", 1, "8"),
        ("reply:", -1, "8"),
        ("because:", 1, "8"),
        ("go_to: pressure", -1, "4"),
    ],
)
def test_a_line_that_starts_too_far_left_or_right_is_told_at_itself(start: str, by: int, wanted: str) -> None:
    told = judge(moved(start, by))
    assert [(one.name, one.place.line) for one in told] == [("uneven-indentation", line_of(start))]
    assert dict(told[0].values)["wanted"] == wanted


@pytest.mark.parametrize(
    ("start", "old", "new", "name", "line"),
    [
        ("title:", ": ", ":", "missing-space", 'title: "Le carnet de croquis"'),
        ("goal:", ": ", ":", "missing-space", ""),
        ("reply:", ": ", ":", "missing-space", ""),
        ("format:", ": ", ":", "missing-space", "format: 1"),
        ("choices:", ":", "", "missing-colon", "choices:"),
        ("teacher:", ":", "", "missing-colon", "teacher:"),
        ("pressure:", ":", "", "missing-colon", "pressure:"),
        ("- id: open", ":", "", "missing-colon", "- id: open"),
        ("go_to: pressure", ":", "", "missing-colon", "go_to: pressure"),
        ("title:", 'croquis"', "croquis", "unpaired-quote", 'title: "Le carnet de croquis"'),
        ("reply:", 'aussi."', "aussi.", "unpaired-quote", ""),
        ("because:", '"Garder', "Garder", "unpaired-quote", ""),
    ],
)
def test_a_sign_left_out_is_told_at_its_line_and_put_back(start: str, old: str, new: str, name: str, line: str) -> None:
    text = changed(start, old, new)
    told = judge(text)
    assert [(one.name, one.place.line) for one in told] == [(name, line_of(start))]
    assert dict(told[0].values)["line"].startswith(line)
    assert read(mended(text, judge).text.encode()).scenario == read(STORY.encode()).scenario


@pytest.mark.parametrize(
    ("start", "old", "new", "name", "line"),
    [
        ("title:", '"Le carnet de croquis"', "« Le carnet »", "typographic-quotes", 'title: "Le carnet"'),
        ("title:", '"Le carnet de croquis"', "“Le carnet”", "typographic-quotes", 'title: "Le carnet"'),
        ("title:", "carnet", '"carnet"', "quotes-in-quotes", r'title: "Le \"carnet\" de croquis"'),
    ],
)
def test_the_line_to_write_is_the_one_that_fix_writes(start: str, old: str, new: str, name: str, line: str) -> None:
    text = changed(start, old, new)
    told = judge(text)
    assert [(one.name, one.place.line) for one in told] == [(name, line_of(start))]
    assert dict(told[0].values)["line"] == line
    assert mended(text, judge).text.split("\n")[line_of(start) - 1].startswith(line)


@pytest.mark.parametrize("tabbed", ["assia: Ton", '- "À quel', "do:"])
def test_a_line_above_that_was_right_is_not_touched(tabbed: str) -> None:
    at = line_of(tabbed) - 1
    lines = STORY.split("\n")
    lines[at] = "\t" + lines[at].lstrip()
    assert {one.name for one in judge("\n".join(lines))} == {"bad-indentation"}


@pytest.mark.parametrize(
    "value", ['Il a dit "non"', 'Un écran de 15"', "« Oui » puis « non »", "« Non » est une phrase", '"« Le carnet »"']
)
def test_quotes_that_belong_to_a_text_are_no_fault(value: str) -> None:
    assert judge(changed("title:", '"Le carnet de croquis"   #', f"{value}\n#")) == ()
