"""A story to play in every test of the command: the one that `vigichat new` writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli.new_scenario import story
from game.telling import language


@pytest.fixture(autouse=True)
def _in_french() -> Iterator[None]:
    """French, whatever the machine speaks; and whatever a test chose is forgotten."""
    with language.speaking("fr"):
        yield


@pytest.fixture
def story_file(tmp_path: Path) -> Path:
    """The French story of `vigichat new`, in a folder of its own."""
    path = tmp_path / "histoire.yaml"
    path.write_text(story(path.name), encoding="utf-8")
    return path
