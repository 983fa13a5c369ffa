"""`vigichat format`: it says how much changes, writes once, and leaves alone what it does not understand."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.mending.house_style import laid_out
from tests.cli.running import ROOT, vigichat
from tests.cli.test_fix import STORY

TIDY = laid_out(STORY)


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    """A story with one line out of house style, and comments that must stay."""
    path = tmp_path / "histoire.yaml"
    path.write_text(TIDY.replace("steps: screenshots", "steps: [ screenshots ]"), encoding="utf-8")
    return path


def test_a_file_is_laid_out_once(untidy: Path) -> None:
    ran = vigichat("format", str(untidy))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "1 ligne changée" in ran.stdout
    text = untidy.read_text(encoding="utf-8")
    assert text == TIDY
    assert "# une note" in text
    again = vigichat("format", str(untidy))
    assert again.returncode == 0
    assert "bien mis en forme" in again.stdout
    assert untidy.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_asked_what_would_change_it_writes_nothing(option: str, untidy: Path) -> None:
    before = untidy.read_bytes()
    ran = vigichat("format", str(untidy), option)
    assert ran.returncode == 1
    assert "1 ligne changerait" in ran.stdout
    assert ("+         steps: screenshots" in ran.stdout) == (option == "--diff")
    assert untidy.read_bytes() == before


def test_a_file_with_errors_stays_and_they_are_shown(untidy: Path) -> None:
    text = untidy.read_text(encoding="utf-8").replace("    go_to: pressure", "\tgo_to: pressure")
    untidy.write_text(text, encoding="utf-8")
    ran = vigichat("format", str(untidy))
    assert ran.returncode == 1
    assert "bad-indentation" in ran.stderr
    assert "reste tel quel" in ran.stderr
    assert untidy.read_text(encoding="utf-8") == text


def test_a_name_that_nothing_bears_does_not_hinder(untidy: Path) -> None:
    text = untidy.read_text(encoding="utf-8").replace("    go_to: pressure", "    go_to: nowhere")
    untidy.write_text(text, encoding="utf-8")
    assert vigichat("format", str(untidy)).returncode == 0
    assert "go_to: nowhere" in untidy.read_text(encoding="utf-8")


def test_a_folder_means_every_story_in_it(untidy: Path) -> None:
    ran = vigichat("format", str(untidy.parent), str(ROOT / "scenarios"), "--check")
    assert ran.returncode == 1
    assert ran.stdout.count("\n") == 1 + len(list((ROOT / "scenarios").glob("*.yaml")))


def test_a_folder_without_stories_is_said(tmp_path: Path) -> None:
    ran = vigichat("format", str(tmp_path))
    assert ran.returncode == 2
    assert "aucun" in ran.stderr
