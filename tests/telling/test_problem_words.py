"""Problems in words: every kind, in both languages, and those of real faulty files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.engine.kinds import KINDS
from game.engine.model import Place
from game.engine.problems import Problem, problem
from game.shelf import open_bytes, open_file
from game.telling import language
from game.telling.problem_words import as_json, hint, line, sentence

FOLDERS = sorted((Path(__file__).parents[1] / "problems").iterdir())
TOO_MANY = b"title: [" + b"a," * 260_000 + b"]"
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@pytest.fixture(autouse=True, params=["fr", "en"])
def _spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    with language.speaking(request.param):
        yield


def faulty() -> Iterator[Problem]:
    """The problems of every faulty file of the tests, and of files that cannot be opened."""
    for folder in FOLDERS:
        for path in sorted(folder.glob("*.yaml")):
            yield from open_bytes(path, path.read_bytes(), "fr").problems
    here = Path(__file__).parent
    for path in (here, here / "nothing.yaml", Path("\0")):
        yield from open_file(path, "fr").problems
    for content in (b"x" * 1_000_001, b"title: a\n---\nb: c", b"- [" * 30, b"title: {a: *b, c: &d e}", TOO_MANY):
        yield from open_bytes(here, content, "fr").problems


def filled(name: str, near: bool) -> Problem:
    """A problem of this kind with a value that can be recognised for each placeholder."""
    kind = KINDS[name]
    keys = set(PLACEHOLDER.findall(kind.says + kind.hint + (kind.near if near else ""))) | ({"near"} if near else set())
    return problem(name, Place(3, 7), **{key: f"<{key}>" for key in sorted(keys)})


@pytest.mark.parametrize("near", [False, True])
@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_told_with_its_values(name: str, near: bool) -> None:
    one = filled(name, near)
    for said, written in ((sentence(one), one.kind.says), (hint(one), one.hint)):
        assert said
        assert not PLACEHOLDER.search(said)
        for key in PLACEHOLDER.findall(written):
            assert f"<{key}>" in said


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_without_its_values_is_told_all_the_same(name: str) -> None:
    one = problem(name, Place(1, 1))
    assert sentence(one)
    assert not PLACEHOLDER.search(sentence(one) + hint(one))


def test_every_kind_of_real_files_is_passed_what_its_sentences_ask_for() -> None:
    known: set[str] = set()
    for one in faulty():
        known.add(one.name)
        kind, values = one.kind, {key for key, _ in one.values}
        assert set(PLACEHOLDER.findall(kind.says)) <= values, one
        # What facts there are is passed as for every other name, and its hint says how to add one instead.
        assert values - {"known", "found"} <= set(PLACEHOLDER.findall(kind.says + kind.hint + kind.near)), one
        assert hint(one), one
    assert known == set(KINDS)


def test_a_hint_that_cannot_name_what_it_should_is_left_out() -> None:
    bare = problem("unknown-speaker", Place(2, 5), speaker="Zoé")
    assert hint(bare) == ""
    assert line("a.yaml", bare) == f"a.yaml:2:5: unknown-speaker: {sentence(bare)}"


def test_a_near_name_is_what_the_hint_proposes() -> None:
    one = problem("unknown-sign", Place(1, 1), sign="thraet", known="threat", near="threat", short="Une menace")
    assert hint(one).count("threat") == hint(one).count("(Une menace)") == 1


def test_braces_in_a_value_and_in_a_hint_stay() -> None:
    one = problem("quote-this-text", Place(1, 1), line='do: "{helpline} {0} {near}"')
    assert 'do: "{helpline} {0} {near}"' in hint(one)
    assert "{to: …}" in hint(problem("last-way-conditional", Place(1, 1)))


def test_a_problem_is_one_line_whatever_its_values_are() -> None:
    one = problem("unknown-key", Place(4, 1), key="a\nb\x1b[31m\u2028", known="title")
    first, second = line("a.yaml", one).split("\n")
    assert first.startswith("a.yaml:4:1: unknown-key: ")
    assert "\x1b" not in first
    assert second.startswith("    ")


def test_a_file_that_is_not_there_has_no_line_in_it() -> None:
    one = problem("file-not-found", Place(1, 1))
    assert line("a.yaml", one).startswith(f"a.yaml: file-not-found: {sentence(one)}")


def test_the_json_form_says_the_same() -> None:
    one = problem("way-never-taken", Place(12, 3))
    assert json.loads(json.dumps(as_json("a.yaml", one))) == {
        "file": "a.yaml",
        "line": 12,
        "column": 3,
        "name": "way-never-taken",
        "severity": "warning",
        "text": sentence(one),
        "hint": hint(one),
    }
