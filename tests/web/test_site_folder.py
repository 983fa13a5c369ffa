"""The folder of all stories on the disk: whole or not at all, and nothing of anybody else's is lost."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from game.web import site_folder
from game.web.site_folder import LIST, NotOurs, write_folder

FILES = {"index.html": b"<p>", "sw.js": b"// worker"}


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_holds_the_files_and_their_list(tmp_path: Path) -> None:
    write_folder(tmp_path / "notes", FILES)
    assert set(content(tmp_path / "notes")) == {*FILES, LIST}
    assert set(json.loads((tmp_path / "notes" / LIST).read_text(encoding="ascii"))["files"]) == set(FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["notes"]


def test_writing_again_gives_the_same_and_what_is_no_longer_there_goes(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    write_folder(folder, {**FILES, "old.html": b"old"})
    write_folder(folder, FILES)
    before = content(folder)
    write_folder(folder, FILES)
    assert content(folder) == before
    assert "old.html" not in before


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    write_folder(tmp_path / "notes", FILES)
    assert "index.html" in content(tmp_path / "notes")


@pytest.mark.parametrize("name", ["photo.png", "index.html", LIST, ".git"])
def test_a_file_of_somebody_else_keeps_all_as_it_is(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(NotOurs) as told:
        write_folder(tmp_path, FILES)
    assert told.value.name == name
    assert content(tmp_path) == {name: b"mine"}


def test_a_file_of_ours_that_was_changed_is_somebody_elses(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    write_folder(folder, FILES)
    (folder / "index.html").write_bytes(b"changed")
    with pytest.raises(NotOurs) as told:
        write_folder(folder, FILES)
    assert told.value.name == "index.html"
    assert (folder / "index.html").read_bytes() == b"changed"


def test_a_folder_in_the_folder_and_a_link_are_somebody_elses(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    write_folder(folder, FILES)
    (folder / "more").mkdir()
    with pytest.raises(NotOurs):
        write_folder(folder, FILES)
    (folder / "more").rmdir()
    (tmp_path / "theirs").write_bytes(FILES["sw.js"])
    (folder / "sw.js").unlink()
    (folder / "sw.js").symlink_to(tmp_path / "theirs")
    with pytest.raises(NotOurs):
        write_folder(folder, FILES)


def test_a_file_where_a_folder_should_be_stays(tmp_path: Path) -> None:
    (tmp_path / "notes").write_bytes(b"mine")
    with pytest.raises(NotOurs) as told:
        write_folder(tmp_path / "notes", FILES)
    assert told.value.name == ""
    assert (tmp_path / "notes").read_bytes() == b"mine"


@pytest.mark.parametrize("files", [{**FILES, "no/such.html": b"x"}, {**FILES, "x" * 300: b"x"}])
def test_what_cannot_be_written_leaves_the_older_folder(files: dict[str, bytes], tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    write_folder(folder, FILES)
    before = content(folder)
    with pytest.raises(OSError, match="o"):
        write_folder(folder, files)
    assert content(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["notes"]


def test_where_the_new_folder_cannot_take_its_place_the_older_one_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "notes"
    write_folder(folder, FILES)
    before = content(folder)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError(errno.EACCES, "refused")
        return rename(self, target)

    monkeypatch.setattr(site_folder.Path, "rename", refuse)
    with pytest.raises(OSError, match="refused"):
        write_folder(folder, {"index.html": b"new"})
    assert content(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["notes"]
