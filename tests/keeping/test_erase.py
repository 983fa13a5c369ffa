"""Erasing: everything that is kept and nothing else, and what it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.engine.save import Saved
from game.keeping.erase import Kept, erase, kept, sweep
from game.keeping.places import VARIABLE
from game.keeping.progress import FinishedPlay, write_progress
from game.keeping.saved_play import write_saved
from game.keeping.settings import Settings
from game.keeping.settings_file import write_settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def keep_something() -> None:
    write_settings(Settings(progress=True))
    write_progress([FinishedPlay("une-histoire", "2026-11-27")] * 3)
    write_saved("autre", Saved("0123abcd", 0, (), 1))


def test_it_says_what_was_erased_and_leaves_the_settings(folder: Path) -> None:
    keep_something()
    assert kept() == Kept(3, 1, True)
    assert erase().what == Kept(3, 1, False)
    assert [path.name for path in folder.rglob("*")] == ["settings.json"]
    assert erase().what == Kept()


def test_with_the_settings_nothing_is_left_at_all(folder: Path) -> None:
    keep_something()
    assert erase(settings_too=True).what == Kept(3, 1, True)
    assert not folder.exists()
    assert erase(settings_too=True).left == ()


def test_what_is_not_of_the_game_stays(folder: Path) -> None:
    keep_something()
    (folder / "notes.txt").write_text("à moi", encoding="utf-8")
    erase(settings_too=True)
    assert [path.name for path in folder.rglob("*")] == ["notes.txt"]


def test_damaged_files_are_erased_too(folder: Path) -> None:
    keep_something()
    (folder / "progress.jsonl").write_bytes(b"\xff\n\xff\n")
    (folder / "places" / "autre.json").write_bytes(b"\xff")
    assert erase().what == Kept(2, 1, False)


def test_a_file_that_cannot_be_erased_is_named_with_the_reason(folder: Path) -> None:
    keep_something()
    path = folder / "places" / "autre.json"
    path.unlink()
    (path / "in the way").mkdir(parents=True)
    erased = erase()
    assert erased.what == Kept(3, 0, False)
    assert [one for one, _ in erased.left] == [path]
    assert erased.left[0][1]


def test_what_a_stopped_program_left_is_swept_once_it_is_old(folder: Path) -> None:
    keep_something()
    left = (
        folder / ".settings.json.123.new",
        folder / "places" / ".autre.json.9.new",
        folder / ".progress.jsonl.1.new",
    )
    for path in left:
        path.write_text("{", encoding="utf-8")
    sweep()
    assert all(path.exists() for path in left)
    for path in left:
        os.utime(path, (1, 1))
    sweep()
    assert not any(path.exists() for path in left)
    assert kept() == Kept(3, 1, True)


def test_erasing_takes_what_is_half_written_with_it(folder: Path) -> None:
    keep_something()
    (folder / "places" / ".autre.json.9.new").write_text("{", encoding="utf-8")
    erase(settings_too=True)
    assert not folder.exists()
