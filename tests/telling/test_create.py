"""“Create”: what a teacher can do today; its commands are those that there are, and they work as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.main import main
from game.engine.reference import Reference
from game.telling import language
from game.telling.create import create
from game.telling.page import Code
from tests.telling.plays import all_texts


def commands() -> list[str]:
    return [line for block in create().blocks if isinstance(block, Code) for line in block.lines]


def test_the_commands_begin_show_and_check_the_same_story(country: Reference) -> None:
    named = {"fr": "mon-histoire", "en": "my-story"}[language.current()]
    assert commands() == [f"vigichat new {named}", f"vigichat watch {named}.yaml", f"vigichat check {named}.yaml"]


def test_the_first_and_the_last_command_work(
    country: Reference, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    new, _watch, check = (command.split()[1:] for command in commands())
    assert main([*new, "--like", "trap"]) == 0
    assert (tmp_path / check[1]).exists()
    assert main(check) == 0
    capsys.readouterr()


def test_it_promises_nothing_and_says_you_to_adults(country: Reference) -> None:
    said = "\n".join(all_texts(create())).casefold()
    for word in ("bientôt", "soon", "prochain", "coming"):
        assert word not in said
    if language.current() == "fr":
        assert "vous" in said
