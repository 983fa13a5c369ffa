"""`vigichat export NAME -o FILE`: a story as one file for browsers, and what is said where it cannot be."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from game.cli.export_file import tells
from tests.cli.running import ROOT, command, environment, vigichat

STORY = "trois-semaines-en-aout"


def test_the_file_is_written_and_it_is_said_how_large_it_is_and_how_it_opens(tmp_path: Path) -> None:
    ran = vigichat("export", STORY, "-o", "aout.html", "--lang", "en", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    written = (tmp_path / "aout.html").read_text(encoding="utf-8")
    assert written.startswith('<!DOCTYPE html>\n<html lang="en"')
    assert "Three weeks in August" in written
    size = round(len(written.encode("utf-8")) / 1000)
    assert ran.stdout.startswith(f"“aout.html” is written: {size} kB, English.\n")
    assert "a neutral one is best" in ran.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["aout.html"]


def test_the_same_story_gives_the_same_bytes_and_replaces_an_older_file(tmp_path: Path) -> None:
    path = tmp_path / "notes.HTM"
    for language in ("en", "fr", "fr"):
        before = path.read_bytes() if path.exists() else b""
        assert vigichat("export", STORY, "--output", str(path), "--lang", language).returncode == 0
    assert path.read_bytes() == before


def test_several_languages_stand_in_one_file_and_the_first_one_opens(tmp_path: Path) -> None:
    ran = vigichat("export", STORY, "-o", "notes.html", "--languages", "en,fr,en", "--lang", "fr", cwd=tmp_path)
    assert ran.returncode == 0
    assert "English, Français" in ran.stdout
    written = (tmp_path / "notes.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in written
    assert "Three weeks in August" in written
    assert "Trois semaines en août" in written


def test_a_file_of_ones_own_is_exported_in_its_own_language(story_file: Path) -> None:
    ran = vigichat("export", str(story_file), "-o", "notes.html", "--lang", "en", cwd=story_file.parent)
    assert ran.returncode == 0
    assert '<html lang="fr"' in (story_file.parent / "notes.html").read_text(encoding="utf-8")


def test_a_language_that_a_story_is_not_there_in_is_told_with_those_that_are(story_file: Path) -> None:
    ran = vigichat("export", str(story_file), "-o", "n.html", "--languages", "fr,en", "--lang", "en")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == "“histoire” is not there in “en”, only in: fr.\n"


@pytest.mark.parametrize("name", ["titel: x", "not: a story", ""])
def test_a_story_with_an_error_gets_the_words_and_the_number_of_check(name: str, tmp_path: Path) -> None:
    (tmp_path / "story.yaml").write_text(f"format: 1\n{name}\n", encoding="utf-8")
    told = vigichat("check", "story.yaml", cwd=tmp_path)
    ran = vigichat("export", "story.yaml", "-o", "notes.html", cwd=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (told.returncode, told.stdout, told.stderr)
    assert ran.returncode == 1
    assert not (tmp_path / "notes.html").exists()


def test_a_story_with_a_warning_is_exported(tmp_path: Path) -> None:
    bad = ROOT / "tests" / "problems" / "not-reachable" / "bad.yaml"
    ran = vigichat("export", str(bad), "-o", "notes.html", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("export", "no-such-story", "-o", "n.html"), 2, "“no-such-story”"),
        (("export", STORY), 2, "-o notes.html"),
        (("export", STORY, "-o"), 2, "needs a value"),
        (("export", STORY, "-o", "notes"), 2, "does not end in .html"),
        (("export", STORY, "-o", "no/notes.html"), 1, "There is no folder “no”"),
        (("export", STORY, "-o", "in.html"), 1, "is a folder"),
        (("export", STORY, "-o", "theirs.html"), 1, "was not written by Vigichat"),
        (("export", STORY, "-o", "x" * 300 + ".html"), 1, "cannot be written"),
        (("export", STORY, "-o", "n.html", "--languages", "de"), 2, "can be fr, en, not “de”"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(words: tuple[str, ...], status: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "in.html").mkdir()
    (tmp_path / "theirs.html").write_text("mine", encoding="utf-8")
    ran = vigichat(*words, "--lang", "en", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (status, "")
    assert said in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.html", "theirs.html"]
    assert (tmp_path / "theirs.html").read_text(encoding="utf-8") == "mine"


def test_a_full_disk_is_told_and_the_older_file_stays(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="needs a limit on the size of files, which Windows has not")
    assert vigichat("export", STORY, "-o", "notes.html", cwd=tmp_path).returncode == 0
    before = (tmp_path / "notes.html").read_bytes()
    ran = subprocess.run(
        command("export", STORY, "-o", "notes.html", "--languages", "fr,en", "--lang", "en"),
        cwd=tmp_path,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
        timeout=60,
    )
    assert ran.returncode == 1
    assert "cannot be written" in ran.stderr.decode("utf-8")
    assert (tmp_path / "notes.html").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["notes.html"]


@pytest.mark.parametrize("name", ["chantage", "Sextorsion-2026", "piège", f"{STORY}", "Trois semaines en août", "3018"])
def test_a_telling_name_is_noticed(name: str) -> None:
    assert tells(name, STORY)


@pytest.mark.parametrize("name", ["notes", "aout", "cours-3", "essex", "1"])
def test_a_neutral_name_is_left_alone(name: str) -> None:
    assert not tells(name, STORY)
