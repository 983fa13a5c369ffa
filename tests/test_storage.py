"""Where folders are, and files that are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game import storage
from game.storage import folder, write_file


def test_the_projects_folders_are_found_in_a_checkout() -> None:
    assert (folder("scenarios") / "README.md").is_file()
    assert folder("assets").is_dir()
    assert folder("locales").is_dir()


def test_an_installed_package_brings_its_own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "_HERE", tmp_path / "game")
    packed = tmp_path / "game" / "_data" / "assets"
    packed.mkdir(parents=True)
    assert folder("assets") == packed
    assert folder("locales") == tmp_path / "locales"


def test_a_text_is_written_as_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "é.yaml"
    write_file(path, "a\nb\r\nœ 👨‍👩‍👧\u2028")
    assert path.read_bytes() == "a\nb\r\nœ 👨‍👩‍👧\u2028".encode()


def test_what_was_there_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_file(path, "long " * 1000)
    write_file(path, "")
    assert path.read_bytes() == b""
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("fails", ["open", "replace", "fsync"])
def test_what_was_there_stays_when_the_disk_says_no(
    fails: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    write_file(path, "before")

    def no(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if fails == "fsync" else Path, fails, no)
    with pytest.raises(OSError, match="No space"):
        write_file(path, "after")
    monkeypatch.undo()
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_text_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_file(path, "before")
    with pytest.raises(ValueError, match="surrogates"):
        write_file(path, "after \ud83d")
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"."):
        write_file(tmp_path / "nowhere" / "a.yaml", "x")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_files_place_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(OSError, match=r"."):
        write_file(tmp_path / "a.yaml", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
