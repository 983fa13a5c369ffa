"""Whatever is pressed, typed and changed in whatever order: nothing breaks, and everything keeps its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.monkey import Monkey
from tests.desktop.playing import window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_monkey_breaks_nothing(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkey = Monkey(seed, tmp_path)
    monkey.run(1000)
    assert monkey.done == 1000
    assert sum(monkey.met.values()) == 40


def test_the_same_seed_does_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    one, other = Monkey(9, tmp_path), Monkey(9, tmp_path)
    for monkey in (one, other):
        monkey.run(60)
    assert list(one.did) == list(other.did)
