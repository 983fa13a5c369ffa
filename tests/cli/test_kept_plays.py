"""`vigichat transcript --keep`, `test` and `random`, as a person runs them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from game.storage import folder
from tests.cli.running import vigichat

NAME = "trois-semaines-en-aout"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the shipped stories and of their plays."""
    shutil.copytree(folder("scenarios"), tmp_path / "scenarios")
    return tmp_path / "scenarios"


def plays_of(shipped: Path) -> list[Path]:
    return sorted((shipped / f"{NAME}.plays").glob("*.txt"))


def test_the_shipped_plays_are_as_they_were_in_any_language() -> None:
    for lang in ("fr", "en"):
        ran = vigichat("test", str(folder("scenarios")), "--lang", lang)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert "6" in ran.stdout


def test_a_play_is_kept_and_played_again(story_file: Path) -> None:
    offered = vigichat("transcript", str(story_file), "--route", "x").stderr
    choice = offered.rsplit(": ", 1)[1].split(",")[0].strip(" .\n")
    kept = vigichat("transcript", str(story_file), "--route", choice, "--keep", "first")
    path = story_file.with_suffix(".plays") / "first.txt"
    assert (kept.returncode, kept.stderr) == (0, "")
    assert path.read_text(encoding="utf-8") == vigichat("transcript", str(story_file), "--route", choice).stdout
    assert vigichat("test", str(story_file)).returncode == 0
    before = path.read_bytes()
    again = vigichat("transcript", str(story_file), "--route", choice, "--keep", "first")
    assert again.returncode == 1
    assert "first.txt" in again.stderr
    assert path.read_bytes() == before


def test_a_difference_is_shown_line_by_line_and_update_writes_it(shipped: Path) -> None:
    path = plays_of(shipped)[0]
    right = path.read_text(encoding="utf-8")
    line = right.splitlines().index(next(one for one in right.splitlines() if "tout le monde" in one)) + 1
    path.write_text(right.replace("tout le monde", "le monde"), encoding="utf-8")
    ran = vigichat("test", str(shipped), "--lang", "en")
    assert ran.returncode == 1
    assert f"{path}:{line}: this play is not as it was" in ran.stdout
    assert f"{line} - " in ran.stdout
    assert f"{line} + " in ran.stdout
    assert "5 plays are as they were" in ran.stdout
    assert vigichat("test", str(shipped), "--update").returncode == 0
    assert path.read_text(encoding="utf-8") == right
    assert vigichat("test", str(shipped)).returncode == 0


def test_a_choice_that_is_gone_is_told_with_its_line_and_what_is_offered(shipped: Path) -> None:
    path = plays_of(shipped)[0]
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("> "))
    lines[at] = "> gone (reply): x"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    before = path.read_bytes()
    for more in ((), ("--update",)):
        ran = vigichat("test", str(shipped / f"{NAME}.yaml"), "--lang", "en", *more)
        assert ran.returncode == 1
        assert f"{path}:{at + 1}: “gone” is not possible here. Offered: " in ran.stdout
        assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"> x (do): y\n" * 3, b"seed: 999999999\n"])
def test_a_file_that_is_no_play_is_told_and_stays(shipped: Path, content: bytes) -> None:
    path = plays_of(shipped)[0].with_name("odd.txt")
    path.write_bytes(content)
    ran = vigichat("test", str(shipped))
    assert ran.returncode == 1
    assert "odd.txt" in ran.stdout
    assert path.read_bytes() == content


def test_a_play_saved_with_windows_line_breaks_is_the_same_play(shipped: Path) -> None:
    path = plays_of(shipped)[0]
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert vigichat("test", str(shipped)).returncode == 0


def test_a_story_without_plays_says_how_to_keep_one(story_file: Path) -> None:
    ran = vigichat("test", str(story_file), "--lang", "en")
    assert ran.returncode == 1
    assert f"vigichat transcript {story_file} --route … --keep first" in ran.stdout
    assert vigichat("test", str(story_file.parent)).returncode == 0


def test_what_cannot_be_tested_is_said(tmp_path: Path) -> None:
    assert vigichat("test", str(tmp_path / "nothing.yaml")).returncode == 2
    assert vigichat("test", str(tmp_path)).returncode == 2
    (tmp_path / "broken.yaml").write_text("format: 1\n", encoding="utf-8")
    ran = vigichat("test", str(tmp_path / "broken.yaml"))
    assert ran.returncode == 1
    assert "vigichat check" in ran.stderr


# -- random


def test_random_plays_say_what_was_met_and_that_they_prove_nothing() -> None:
    ran = vigichat("random", NAME, "--plays", "40", "--seed", "3", "--lang", "en")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("40 plays by chance, seed 3.\nScenes: ")
    assert "Chance proves nothing" in ran.stdout
    assert "vigichat check" in ran.stdout.splitlines()[-1]
    assert ran.stdout == vigichat("random", NAME, "--plays", "40", "--seed", "3", "--lang", "en").stdout


def test_random_plays_as_json_hold_every_part() -> None:
    ran = vigichat("random", NAME, "--plays", "10", "--format", "json")
    told = json.loads(ran.stdout)
    assert (told["plays"], told["seed"]) == (10, 1)
    assert len(told["endings"]) == 5
    assert sum(ending["met"] for ending in told["endings"]) == 10 - told["left"]
    assert told["choices_each"]["least"] <= told["choices_each"]["middle"] <= told["choices_each"]["most"]
    assert all(part["place"]["line"] > 1 for part in told["messages"])


@pytest.mark.parametrize(
    "typed", [("--plays", "0"), ("--plays", "many"), ("--plays", "100001"), ("--seed", "-1"), ("--format", "xml")]
)
def test_random_with_a_value_that_cannot_be_is_told_in_one_line(typed: tuple[str, str]) -> None:
    ran = vigichat("random", NAME, *typed)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
