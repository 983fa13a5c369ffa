"""`vigichat review`: who has read a file is noted in it, or it is said why not and the file stays as it is."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from game import storage
from game.cli.review_file import review_file
from game.engine.read import read
from game.engine.review import standing
from game.shelf import open_file
from tests.cli.running import vigichat

NURSE = ("--by", "Prénom Nom", "--as", "infirmière scolaire")


def readers(path: Path) -> list[tuple[str, str, str]]:
    """Who has read the file as it is now."""
    scenario = read(path.read_bytes()).scenario
    assert scenario is not None
    return [(one.by, one.as_what, one.on) for one in standing(scenario)]


def test_a_review_is_noted_and_shown(story_file: Path) -> None:
    ran = vigichat("review", str(story_file), *NURSE, "--on", "2027-01-15")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert readers(story_file) == [("Prénom Nom", "infirmière scolaire", "2027-01-15")]
    entry = ran.stdout.splitlines()[-1].strip()
    assert f"\nreviewed:\n  {entry}\n" in story_file.read_text(encoding="utf-8")
    assert open_file(story_file, "fr").problems == ()


def test_without_a_day_it_was_read_today(story_file: Path) -> None:
    before = date.today().isoformat()
    assert review_file(str(story_file), "Prénom Nom", "psychologue", None) == 0
    assert before <= readers(story_file)[0][2] <= date.today().isoformat()


def test_an_edited_story_can_be_read_again(story_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert review_file(str(story_file), "Prénom Nom", "psychologue", "2027-01-15") == 0
    edited = story_file.read_text(encoding="utf-8").replace("minutes: ", "minutes: 1")
    story_file.write_text(edited, encoding="utf-8")
    assert readers(story_file) == []
    ran = vigichat("check", str(story_file))
    assert (ran.returncode, "review-out-of-date" in ran.stdout) == (0, True)
    assert review_file(str(story_file), "Prénom Nom", "psychologue", "2027-02-01") == 0
    assert readers(story_file) == [("Prénom Nom", "psychologue", "2027-02-01")]


def reviews(path: Path) -> list[str]:
    return [one.strip() for one in path.read_text(encoding="utf-8").split("\n") if one.startswith("  - {by:")]


def test_reading_again_replaces_the_old_review_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "carnet.yaml"
    assert vigichat("new", "carnet", "--like", "trap", cwd=tmp_path).returncode == 0
    first = vigichat("review", "carnet.yaml", *NURSE, "--on", "2027-01-15", cwd=tmp_path)
    assert "mise à jour" not in first.stdout
    path.write_text(path.read_text(encoding="utf-8").replace("Le carnet", "Le cahier"), encoding="utf-8")
    again = vigichat(
        "review", "carnet.yaml", "--by", "prénom  nom", "--as", "infirmière", "--on", "2027-02-01", cwd=tmp_path
    )
    assert again.stdout.splitlines()[-1] == "La relecture de prénom  nom est mise à jour."
    assert readers(path) == [("prénom  nom", "infirmière", "2027-02-01")]
    assert len(reviews(path)) == 1
    assert open_file(path, "fr").problems == ()


def test_a_review_of_somebody_else_or_in_another_capacity_stays_beside(story_file: Path) -> None:
    for by, as_what in (("Prénom Nom", "psychologue"), ("Prénom Nom", "parent"), ("Alix", "psychologue")):
        assert review_file(str(story_file), by, as_what, "2027-01-15") == 0
    assert len(readers(story_file)) == len(reviews(story_file)) == 3
    edited = story_file.read_text(encoding="utf-8").replace("minutes: ", "minutes: 1")
    story_file.write_text(edited, encoding="utf-8")
    assert review_file(str(story_file), "Prénom Nom", "psychologue", "2027-02-01") == 0
    assert readers(story_file) == [("Prénom Nom", "psychologue", "2027-02-01")]
    assert len(reviews(story_file)) == 2


def test_the_name_is_told_as_it_was_typed(story_file: Path) -> None:
    ran = vigichat("review", story_file.name, *NURSE, cwd=story_file.parent)
    assert ran.stdout.startswith(f"«\u00a0{story_file.name}\u00a0» est écrit.")


def test_a_file_with_an_error_stays_as_it_is(story_file: Path) -> None:
    broken = story_file.read_bytes().replace(b"title:", b"titel:")
    story_file.write_bytes(broken)
    ran = vigichat("review", str(story_file), *NURSE)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "unknown-key" in ran.stderr
    assert "reste tel quel" in ran.stderr
    assert story_file.read_bytes() == broken


@pytest.mark.parametrize("name", ["absent.yaml", "no-such-story"])
def test_a_file_that_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    ran = vigichat("review", name, *NURSE, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "file-not-found" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_without_who_read_it_nothing_is_written(story_file: Path) -> None:
    before = story_file.read_bytes()
    for words in ((), NURSE[:2], NURSE[2:], ("--by", "a\nb", "--as", "c")):
        ran = vigichat("review", str(story_file), *words)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr.count("\n") == 1
    assert story_file.read_bytes() == before


def test_a_file_keeps_its_rights_and_a_link_its_file(story_file: Path) -> None:
    story_file.chmod(0o640)
    link = story_file.with_name("lien.yaml")
    link.symlink_to(story_file.name)
    assert review_file(str(link), "Prénom Nom", "psychologue", "2027-01-15") == 0
    assert (link.is_symlink(), story_file.stat().st_mode & 0o777) == (True, 0o640)
    assert readers(story_file) == [("Prénom Nom", "psychologue", "2027-01-15")]


def test_a_protected_file_stays_as_it_is(story_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = story_file.read_bytes()
    story_file.chmod(0o444)
    assert review_file(str(story_file), "Prénom Nom", "psychologue", "2027-01-15") == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert story_file.read_bytes() == before


def test_a_file_that_may_not_be_written_stays_as_it_is(
    story_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = story_file.read_bytes()

    def no(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "fsync", no)
    assert review_file(str(story_file), "Prénom Nom", "psychologue", "2027-01-15") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "Read-only file system" in said.err
    assert said.err.count("\n") == 1
    assert story_file.read_bytes() == before
    assert list(story_file.parent.iterdir()) == [story_file]


def test_a_story_of_the_game_that_may_not_be_written_is_to_be_copied_first(
    tmp_path: Path, story_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = tmp_path / "game" / "_data" / "scenarios"
    packed.mkdir(parents=True)
    shipped = packed / "histoire.yaml"
    shipped.write_bytes(story_file.read_bytes())
    monkeypatch.setattr(storage, "_HERE", tmp_path / "game")

    def no(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "fsync", no)
    assert review_file(str(shipped), "Prénom Nom", "psychologue", "2027-01-15") == 1
    assert "Copiez son fichier dans un dossier à vous" in capsys.readouterr().err
    assert shipped.read_bytes() == story_file.read_bytes()


def test_a_layout_without_room_is_left_alone_and_the_lines_to_add_are_given(
    story_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cramped = story_file.read_text(encoding="utf-8").replace(
        "\ncast:", "\nreviewed: # à relire\n  {by: a, as: b, on: 2026-12-02, of: 0123456789abcdef}\ncast:", 1
    )
    story_file.write_text(cramped, encoding="utf-8")
    assert review_file(str(story_file), "Prénom Nom", "psychologue", "2027-01-15") == 1
    said = capsys.readouterr().err.splitlines()
    assert said[1] == "reviewed:"
    assert 'by: "Prénom Nom"' in said[-1]
    assert story_file.read_text(encoding="utf-8") == cramped


def test_a_link_to_a_file_stays_a_link(story_file: Path) -> None:
    link = story_file.with_name("lien.yaml")
    try:
        link.symlink_to(story_file)
    except OSError:  # Windows asks for rights that not everybody has; there is then no link to keep
        return
    assert review_file(str(link), "Prénom Nom", "psychologue", "2027-01-15") == 0
    assert link.is_symlink()
    assert len(readers(story_file)) == 1
