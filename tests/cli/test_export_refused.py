"""`vigichat export` and `check` of every story with a fault: the same words, and a file only where it can be played."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.main import main
from game.engine.kinds import KINDS, Severity
from tests.cli.running import ROOT

ERRORS = sorted(name for name, kind in KINDS.items() if kind.severity is Severity.ERROR)
BAD = [path for name in ERRORS for path in (ROOT / "tests" / "problems" / name).glob("bad.yaml")]
"""The stories of tests/problems that have an error."""

SPOKEN = [(path, "fr") for path in BAD] + [(path, "en") for path in BAD[::10]]


def said(words: list[str], capfd: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """How the command ends, and what it writes."""
    status = main(words)
    out, err = capfd.readouterr()
    return status, out, err


def test_most_problems_are_errors() -> None:
    assert len(BAD) > 50
    # Those without such a file are faults of files themselves, such as one that is not there.
    assert len(ERRORS) - len(BAD) < 10


@pytest.mark.parametrize(("path", "language"), SPOKEN, ids=[f"{path.parent.name}-{spoken}" for path, spoken in SPOKEN])
def test_a_story_with_an_error_is_not_exported_and_check_has_said_why(
    path: Path, language: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    checked = said(["check", str(path), "--lang", language], capfd)
    exported = said(["export", str(path), "-o", str(tmp_path / "notes.html"), "--lang", language], capfd)
    assert exported == checked
    assert checked[0] == 1
    assert path.parent.name in checked[1] + checked[2]
    assert list(tmp_path.iterdir()) == []
