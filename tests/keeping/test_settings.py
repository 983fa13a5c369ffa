"""Settings: one value, kept in one file that can be damaged without harm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.keeping.places import VARIABLE
from game.keeping.settings import COLOURS, FIRST, Settings, from_plain, larger, recoloured, to_plain
from game.keeping.settings_file import NAME, read_settings, unreadable, write_settings

CHOSEN = Settings("en", "fr", "dark", 175, "dyslexic", "wider", True, "slow", True, True, True)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def test_settings_come_back_as_they_were(kept: Path) -> None:
    write_settings(CHOSEN)
    assert read_settings() == CHOSEN
    assert [path.name for path in kept.iterdir()] == [NAME]


def test_where_nothing_was_kept_they_are_those_of_a_first_start(kept: Path) -> None:
    assert read_settings() == Settings()
    assert not unreadable()
    assert not kept.exists()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 50_000, b'{"text_percent": 10'])
def test_a_damaged_file_counts_as_none(kept: Path, damage: bytes) -> None:
    write_settings(CHOSEN)
    assert not unreadable()
    (kept / NAME).write_bytes(damage)
    assert read_settings() == Settings()
    assert unreadable()


def test_one_value_that_makes_no_sense_leaves_the_others() -> None:
    plain = to_plain(CHOSEN)
    assert from_plain({**plain, "text_percent": 20}) == replace(CHOSEN, text_percent=100)
    assert from_plain({**plain, "face": "comic"}) == replace(CHOSEN, face="atkinson")
    assert from_plain({**plain, "still": "yes"}) == replace(CHOSEN, still=False)
    assert from_plain({**plain, "unknown": 1}) == CHOSEN


@given(st.dictionaries(st.sampled_from(list(to_plain(CHOSEN))), st.none() | st.booleans() | st.integers() | st.text()))
def test_whatever_a_file_says_gives_settings(plain: dict[str, object]) -> None:
    settings = from_plain(plain)
    assert from_plain(to_plain(settings)) == settings


def test_text_grows_by_steps_and_stays_within_100_and_300() -> None:
    assert larger(FIRST, 1).text_percent == 125
    assert larger(FIRST, -1) == FIRST
    assert larger(FIRST, 100).text_percent == 300
    assert larger(larger(CHOSEN, 2), -2) == CHOSEN


def test_colours_come_round_again() -> None:
    settings, seen = FIRST, []
    for _ in COLOURS:
        seen.append(settings.colours)
        settings = recoloured(settings)
    assert sorted(seen) == sorted(COLOURS)
    assert settings == FIRST
