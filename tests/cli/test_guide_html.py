"""`vigichat guide NAME --html FILE`: the guide as a file, and what is said where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import vigichat

STORY = "trois-semaines-en-aout"


def test_the_file_is_written_and_it_is_said_where_and_how_to_print(tmp_path: Path) -> None:
    ran = vigichat("guide", STORY, "--html", "guide.html", "--lang", "en", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "“guide.html” is written. Open it in a browser; to print it, press Ctrl+P there.\n"
    written = (tmp_path / "guide.html").read_text(encoding="utf-8")
    assert written.startswith('<!DOCTYPE html>\n<html lang="en"')
    assert "Three weeks in August" in written
    assert [path.name for path in tmp_path.iterdir()] == ["guide.html"]


def test_an_older_guide_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "guide.HTM"
    assert vigichat("guide", STORY, "--html", str(path), "--lang", "en").returncode == 0
    assert vigichat("guide", STORY, "--html", str(path), "--lang", "fr").returncode == 0
    assert 'lang="fr"' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["story.yaml", "guide", "guide.html.txt", ".html"])
def test_a_file_of_another_sort_is_never_touched(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    ran = vigichat("guide", STORY, "--html", name, "--lang", "en", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"“{name}” does not end in .html" in ran.stderr
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_page_of_somebody_else_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "home.html").write_text("<title>mine</title>", encoding="utf-8")
    ran = vigichat("guide", STORY, "--html", "home.html", "--lang", "en", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == "“home.html” was not written by Vigichat, and stays as it is. Choose another name.\n"
    assert (tmp_path / "home.html").read_text(encoding="utf-8") == "<title>mine</title>"


def test_a_folder_and_a_folder_that_is_not_there_are_told(tmp_path: Path) -> None:
    (tmp_path / "in.html").mkdir()
    for name, told in (("in.html", "is a folder"), ("no/guide.html", "There is no folder “no”")):
        ran = vigichat("guide", STORY, "--html", name, "--lang", "en", cwd=tmp_path)
        assert (ran.returncode, ran.stdout) == (1, "")
        assert told in ran.stderr
        assert ran.stderr.count("\n") == 1


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    name = "x" * 300 + ".html"
    ran = vigichat("guide", STORY, "--html", name, "--lang", "en", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "cannot be written" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_story_with_an_error_leaves_no_file(tmp_path: Path) -> None:
    (tmp_path / "story.yaml").write_text("format: 1\ntitel: x\n", encoding="utf-8")
    ran = vigichat("guide", "story.yaml", "--html", "guide.html", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert not (tmp_path / "guide.html").exists()
