"""`vigichat export --all -o FOLDER`: all stories as a folder, and what is said where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import vigichat


def test_the_folder_is_written_and_it_is_said_what_to_do_with_it(tmp_path: Path) -> None:
    ran = vigichat("export", "--all", "-o", "notes", "--lang", "en", "--languages", "fr,en", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("“notes” is written: ")
    assert "Open index.html in it" in ran.stdout
    names = {path.name for path in (tmp_path / "notes").iterdir()}
    assert {"index.html", "en.html", "sw.js", "manifest.webmanifest", "icon.svg", "files.json"} <= names
    before = {path.name: path.read_bytes() for path in (tmp_path / "notes").iterdir()}
    assert vigichat("export", "--all", "-o", "notes", "--languages", "fr,en", cwd=tmp_path).returncode == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "notes").iterdir()} == before


def test_a_telling_name_is_noticed(tmp_path: Path) -> None:
    ran = vigichat("export", "--all", "-o", "chantage", "--lang", "en", cwd=tmp_path)
    assert ran.returncode == 0
    assert "The name “chantage” says what it is about" in ran.stdout


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("export", "--all"), 2, "-o notes"),
        (("export", "--all", "story", "-o", "notes"), 2, "leave out “story”"),
        (("export", "--all", "-o", "no/notes"), 1, "There is no folder “no”"),
        (("export", "--all", "-o", "theirs"), 1, "was not written by Vigichat, or was changed since"),
        (("export", "--all", "-o", "theirs/mine.txt"), 1, "is a file"),
        (("export", "--all", "-o", "x" * 300), 1, "cannot be written"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(words: tuple[str, ...], status: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "mine.txt").write_text("mine", encoding="utf-8")
    ran = vigichat(*words, "--lang", "en", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (status, "")
    assert said in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["theirs"]
    assert [path.name for path in (tmp_path / "theirs").iterdir()] == ["mine.txt"]
