"""Places kept in stories: one small file each, which can be damaged without harm to anything else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.save import Saved, is_word
from game.keeping.places import VARIABLE
from game.keeping.saved_play import Damaged, drop_saved, has_saved, path_of, read_saved, write_saved

PLACE = Saved("0123abcd", 4, ("rester", "+verdict:trap:3", "+read", "+mark:12:secrecy", "+rewind:2"), 31)


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def test_a_place_comes_back_as_it_was_and_costs_few_bytes(kept: Path) -> None:
    assert read_saved("une-histoire") is None
    assert not has_saved("une-histoire")
    assert not kept.exists()
    write_saved("une-histoire", PLACE)
    assert read_saved("une-histoire") == PLACE
    assert has_saved("une-histoire")
    assert path_of("une-histoire").stat().st_size < 280


def test_a_place_that_was_dropped_leaves_no_file(kept: Path) -> None:
    write_saved("une-histoire", PLACE)
    write_saved("autre", PLACE)
    assert drop_saved("une-histoire")
    assert not drop_saved("une-histoire")
    assert [path.name for path in kept.rglob("*.json")] == ["autre.json"]


@pytest.mark.parametrize("name", ["", "../settings", "Une histoire", "a/b", "x" * 81, "C:"])
def test_only_the_name_of_a_story_can_name_a_place(name: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        path_of(name)


def test_whatever_a_file_holds_it_is_a_place_or_damaged(kept: Path) -> None:
    chance = random.Random(7)
    write_saved("une-histoire", PLACE)
    path = path_of("une-histoire")
    whole = path.read_bytes()
    found = damaged = 0
    for _ in range(2000):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(bytes(content[: chance.randrange(len(content) + 1)]) if chance.random() < 0.3 else content)
        try:
            place = read_saved("une-histoire")
        except Damaged:
            damaged += 1
            continue
        assert place is not None
        assert all(map(is_word, place.route))
        assert place.seed >= 0
        assert place.shown >= 0
        found += 1
    assert found > 5
    assert damaged > 500


@given(
    st.dictionaries(
        st.sampled_from(["of", "seed", "shown", "route", "name"]),
        st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(), max_size=2),
    )
)
def test_no_value_of_a_place_can_hold_free_text(plain: dict[str, object]) -> None:
    import json

    path = path_of("une-histoire")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(plain), encoding="utf-8")
    try:
        place = read_saved("une-histoire")
    except Damaged:
        return
    assert place is not None
    assert place.of.isalnum()
    assert all(map(is_word, place.route))


@pytest.mark.parametrize("what", [b"", b"[" * 60_000, b"\xff\xfe\x00", b"{" * 10])
def test_a_file_that_makes_no_sense_is_damaged(what: bytes) -> None:
    write_saved("une-histoire", PLACE)
    path_of("une-histoire").write_bytes(what)
    with pytest.raises(Damaged):
        read_saved("une-histoire")


def test_a_folder_in_the_place_of_the_file_is_damaged() -> None:
    path_of("une-histoire").mkdir(parents=True)
    with pytest.raises(Damaged):
        read_saved("une-histoire")
