"""Progress: ids and dates, a line for each play, and never a word that somebody could have typed."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.score import Moment, Score, SignSeen, Verdict
from game.keeping.places import VARIABLE
from game.keeping.progress import MOST, NAME, FinishedPlay, finished, from_plain, read_progress, write_progress
from game.reference.ids import SIGNS, STEPS

PLAY = FinishedPlay("une-histoire", "2026-11-27", ("secrecy", "threat"), ("secrecy",), ("block",), "trap", 3, True)

anything = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text(), max_size=3)


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def test_plays_come_back_as_they_were(kept: Path) -> None:
    assert read_progress() == ((), 0)
    write_progress([PLAY, PLAY])
    assert read_progress() == ((PLAY, PLAY), 0)
    assert [path.name for path in kept.iterdir()] == [NAME]


def test_no_plays_leave_no_file(kept: Path) -> None:
    write_progress([PLAY])
    write_progress([])
    assert list(kept.iterdir()) == []
    write_progress([])


def test_the_file_is_bounded_and_the_oldest_go_first(kept: Path) -> None:
    full = FinishedPlay("x" * 80, "2026-11-27", SIGNS, SIGNS, STEPS, "unsure", 3, False)
    write_progress([PLAY, *[full] * MOST])
    plays, _ = read_progress()
    assert plays == (full,) * MOST
    assert (kept / NAME).stat().st_size < 512 * 1024


def test_a_damaged_line_costs_one_play(kept: Path) -> None:
    write_progress([PLAY, PLAY, PLAY])
    lines = (kept / NAME).read_bytes().splitlines()
    lines[1] = b"\xff{" + lines[1][5:]
    (kept / NAME).write_bytes(b"\n".join(lines))
    assert read_progress() == ((PLAY, PLAY), 1)


def test_what_a_play_has_met_is_told_in_ids_of_the_reference() -> None:
    told = Score(
        signs=(
            SignSeen(3, "a", 1, "threat", 0, 4, "not", None),
            SignSeen(1, "a", 0, "secrecy", 0, 4, "in-time", None),
            SignSeen(4, "a", 2, "own-sign", 0, 4, "in-time", None),
        ),
        harmless=(9,),
        moments=(Moment(5, "a", ("block",), ("block", "own-step"), (), "followed"),),
        handled=1,
        giving_in="never",
        verdict=Verdict("trap", 3, True),
        skipped=(),
        replayed=False,
    )
    assert finished("une-histoire", date(2026, 11, 27), told) == PLAY


@given(st.dictionaries(st.sampled_from([*asdict(PLAY), "name"]), anything) | anything)
def test_no_field_can_hold_free_text(changed: object) -> None:
    plain = {**asdict(PLAY), **changed} if isinstance(changed, dict) else changed
    play = from_plain(plain)
    if play is None:
        return
    assert re.fullmatch(r"[a-z0-9-]{1,80}", play.story)
    assert date.fromisoformat(play.day)
    assert set(play.met) | set(play.seen) <= set(SIGNS)
    assert set(play.steps) <= set(STEPS)
    assert play.answer in ("", "trap", "nothing", "unsure")
    assert play.sure in range(4)
    assert isinstance(play.right, bool)


def test_every_field_is_known_to_that_test() -> None:
    assert [field.name for field in fields(FinishedPlay)] == [
        "story",
        "day",
        "met",
        "seen",
        "steps",
        "answer",
        "sure",
        "right",
    ]
    assert [name for name, kind in get_type_hints(FinishedPlay).items() if kind is str] == ["story", "day"]


@given(st.binary(max_size=400))
def test_whatever_the_file_holds_it_can_be_read(content: bytes) -> None:
    from game.keeping.places import kept_folder

    kept_folder().mkdir(parents=True, exist_ok=True)
    (kept_folder() / NAME).write_bytes(content)
    plays, unread = read_progress()
    assert plays == ()
    assert unread == sum(bool(line.strip()) for line in content.splitlines())
    json.dumps(plays)
