"""`vigichat cards` and `vigichat help-card`: pages to print, and what is said where they cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import vigichat

STORY = "trois-semaines-en-aout"


@pytest.mark.parametrize("words", [("cards", STORY), ("help-card",)])
def test_the_file_is_written_and_it_is_said_how_to_print(words: tuple[str, ...], tmp_path: Path) -> None:
    for language in ("en", "fr"):
        ran = vigichat(*words, "-o", "page.html", "--lang", language, cwd=tmp_path)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert "Ctrl+P" in ran.stdout
        written = (tmp_path / "page.html").read_text(encoding="utf-8")
        assert f'<html lang="{language}"' in written
        assert "3018" in written
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("cards", STORY), 2, "-o cards.html"),
        (("cards", "-o", "c.html"), 2, "A name is missing"),
        (("cards", "no-such-story", "-o", "c.html"), 2, "no-such-story"),
        (("cards", STORY, "-o", "cards.txt"), 2, "does not end in .html"),
        (("cards", STORY, "-o", "theirs.html"), 1, "was not written by Vigichat"),
        (("help-card",), 2, "-o help.html"),
        (("help-card", "x", "-o", "h.html"), 2, "one word too many"),
        (("help-card", "-o", "no/h.html"), 1, "There is no folder “no”"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(words: tuple[str, ...], status: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "theirs.html").write_text("mine", encoding="utf-8")
    ran = vigichat(*words, "--lang", "en", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (status, "")
    assert said in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["theirs.html"]
