"""Every kind of problem has a folder with a file that shows it; the file gives exactly the problems noted beside it.

`python -m tests.engine.test_problem_folders` writes every expected.txt anew: read the difference before keeping it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from game.engine.kinds import KINDS
from game.shelf import Opened, open_bytes, open_file
from tests.engine.making import file_text

PROBLEMS = Path(__file__).parents[1] / "problems"
FOLDERS = sorted(path.name for path in PROBLEMS.iterdir() if path.is_dir())
WITH_FILE = [name for name in FOLDERS if (PROBLEMS / name / "bad.yaml").exists()]
MADE_HERE = {"file-not-found", "file-is-a-folder", "file-not-readable", "file-too-big", "too-many-parts"}
GOOD = file_text("only: {go_to: end}", facts="", trap="")


def found(opened: Opened) -> str:
    return "".join(f"{one.place.line}:{one.place.column} {one.name}\n" for one in opened.problems)


@cache
def found_in(name: str) -> str:
    path = PROBLEMS / name / "bad.yaml"
    return found(open_bytes(path, path.read_bytes(), "fr"))


def test_every_kind_has_a_folder_and_every_folder_is_a_kind() -> None:
    assert sorted(KINDS) == FOLDERS


@pytest.mark.parametrize("name", WITH_FILE)
def test_a_bad_file_gives_exactly_the_problems_noted_beside_it(name: str) -> None:
    assert found_in(name) == (PROBLEMS / name / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WITH_FILE)
def test_a_bad_file_shows_one_kind_of_problem_and_no_other(name: str) -> None:
    assert {line.partition(" ")[2] for line in found_in(name).splitlines()} == {name}


def test_a_folder_without_a_file_says_how_the_case_is_made() -> None:
    assert set(FOLDERS) - set(WITH_FILE) == MADE_HERE
    for name in MADE_HERE:
        assert (PROBLEMS / name / "README.txt").read_text(encoding="utf-8").startswith("No bad.yaml: the test ")


def test_a_name_that_nothing_bears_is_file_not_found(tmp_path: Path) -> None:
    assert found(open_file(tmp_path / "absent.yaml", "fr")) == "1:1 file-not-found\n"


def test_a_folder_is_file_is_a_folder(tmp_path: Path) -> None:
    assert found(open_file(tmp_path, "fr")) == "1:1 file-is-a-folder\n"


def test_a_name_that_no_system_can_hold_is_file_not_readable(tmp_path: Path) -> None:
    opened = open_file(tmp_path / "zero\0byte.yaml", "fr")
    assert found(opened) == "1:1 file-not-readable\n"
    assert dict(opened.problems[0].values)["reason"]


def test_one_byte_more_than_a_megabyte_is_file_too_big(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    full = GOOD.encode() + b"#"
    path.write_bytes(full + b"x" * (1_000_000 - len(full)))
    assert found(open_file(path, "fr")) == ""
    path.write_bytes(full + b"x" * (1_000_001 - len(full)))
    assert found(open_file(path, "fr")) == "1:1 file-too-big\n"


def test_one_value_more_than_a_quarter_of_a_million_is_too_many_parts(tmp_path: Path) -> None:
    path = tmp_path / "parts.yaml"
    # The list is a value too, so it and its items make one more than is allowed.
    path.write_text(f"[{'1,' * 250_000}]", encoding="utf-8")
    assert found(open_file(path, "fr")) == "1:500000 too-many-parts\n"
    path.write_text(f"[{'1,' * 249_999}]", encoding="utf-8")
    assert found(open_file(path, "fr")) == "1:1 not-a-scenario\n"


if __name__ == "__main__":
    for each in WITH_FILE:
        (PROBLEMS / each / "expected.txt").write_text(found_in(each), encoding="utf-8", newline="\n")
