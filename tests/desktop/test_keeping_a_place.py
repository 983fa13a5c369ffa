"""A place in a story: kept on asking, gone on from, and gone when it is over, erased or the way out is taken."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import shelf
from game.desktop.sitting import Sitting
from game.keeping import progress, saved_play
from game.keeping.places import kept_folder
from game.keeping.progress import read_progress
from game.keeping.saved_play import has_saved, path_of, read_saved
from game.keeping.settings import Settings
from tests.desktop.layout_faults import faults
from tests.desktop.playing import STORY, Player, alerts, choices, window

AUGUST = "trois-semaines-en-aout"
KEEP = Settings(language="fr", progress=True)


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def files() -> list[str]:
    """Every file that is kept."""
    return sorted(str(path.relative_to(kept_folder())) for path in kept_folder().rglob("*") if path.is_file())


def first_choice(player: Player) -> str:
    player.read()
    return f"choice {player.play.state.offered[0]}"


def in_the_middle(**how: object) -> Player:
    """Somebody who made one choice in the story that ships, and read on to the next."""
    player = Player(shelf.find(AUGUST), **how)  # type: ignore[arg-type]
    player.begin()
    player.choose(first_choice(player))
    return player


def to_the_end(player: Player) -> None:
    for _ in range(200):
        player.read()
        state = player.play.state
        if state.phase == "ended":
            return
        player.choose({"announced": "summary", "verdict": "verdict trap"}.get(state.phase, "") or first_choice(player))
        if state.phase == "verdict":
            player.choose("sure 2")
    raise AssertionError("no end in 200 answers")


def test_nothing_is_kept_without_asking() -> None:
    player = in_the_middle()
    player.key("escape", "c")
    assert player.app.screen is not None
    player.game.close()
    assert not kept_folder().exists()


@pytest.mark.parametrize(
    ("story", "settings", "told"),
    [
        (AUGUST, Settings(language="fr"), "ne sont gardés que si tu le demandes"),
        (AUGUST, KEEP, "Comme tu l’as demandé, tes choix sont gardés"),
        ("", KEEP, "ne sont gardés que si tu le demandes"),
    ],
)
def test_what_is_said_before_a_story_is_true_with_these_settings(story: str, settings: Settings, told: str) -> None:
    player = Player(shelf.find(story) if story else STORY, settings=settings)
    assert told in player.said


def test_a_place_kept_on_asking_is_gone_on_from_with_the_same_messages() -> None:
    player = in_the_middle()
    player.key("escape")
    assert "reste sur cet ordinateur" in player.said
    assert "La sortie l’efface aussi" in player.said
    log, shown = list(player.play.log), player.play.pace.shown
    player.key("d")
    assert files() == [f"places/{AUGUST}.json"]
    again = Player(None)
    again.click("Jouer")
    assert "Reprendre là où tu en étais" in again.said
    again.key("tab", "tab", "enter")
    assert "Ta place est gardée" in again.said
    again.click("Reprendre là où tu en étais")
    assert (again.play.log, again.play.pace.shown) == (log, shown)
    assert again.play.settled
    assert faults(again.app, (1280, 720)) == []


def test_home_leads_to_where_one_stopped_while_there_is_a_place() -> None:
    assert "Reprendre là où tu en étais" not in Player(None).said
    in_the_middle().key("escape", "d")
    player = Player(None)
    assert player.scroll("home").reach == 0
    assert faults(player.app, (1280, 720)) == []
    player.click("Reprendre là où tu en étais")
    assert "Ta place est gardée" in player.said
    player.key("escape")
    player.app.home()
    player.click_at(player.keyed("way progress"))
    player.click_at(player.keyed("erase"))
    player.app.home()
    player.see()
    assert "Reprendre là où tu en étais" not in player.said


def test_it_is_taken_up_between_two_messages_too() -> None:
    player = in_the_middle(settings=KEEP)
    player.choose(first_choice(player))
    player.click_at(player.keyed(f"choice {player.play.state.offered[0]}"))
    player.key("space")
    shown = player.play.pace.shown
    assert not player.play.settled
    player.game.close()
    again = Player(shelf.find(AUGUST), settings=KEEP)
    again.begin()
    assert again.play.pace.shown in (shown, shown + 1)
    assert not again.play.settled
    again.read()
    assert again.play.settled


def test_with_progress_the_place_follows_every_decision() -> None:
    player = in_the_middle(settings=KEEP)
    for _ in range(3):
        player.choose(first_choice(player))
        place = read_saved(AUGUST)
        assert place is not None
        assert [word for word in place.route if not word.startswith("+")] == choices(player)
    player.key("backspace")
    place = read_saved(AUGUST)
    assert place is not None
    assert place.route[-1].startswith("+rewind:")
    player.key("escape")
    assert "Ta place est gardée sur cet ordinateur" in player.said


def test_the_end_removes_the_place_and_is_noted_once() -> None:
    player = in_the_middle(settings=KEEP)
    to_the_end(player)
    assert not has_saved(AUGUST)
    plays, _ = read_progress()
    assert [play.story for play in plays] == [AUGUST]
    # Gone back into and ended again, it is still one play.
    player.key("backspace")
    to_the_end(player)
    assert len(read_progress()[0]) == 1
    player.app.home()
    player.click("Jouer")
    assert "Lue jusqu’au bout" in player.said


def test_without_progress_the_end_is_remembered_until_the_window_closes() -> None:
    player = in_the_middle()
    to_the_end(player)
    player.app.home()
    player.click("Jouer")
    assert "Lue jusqu’au bout" in player.said
    assert not kept_folder().exists()
    assert "Lue jusqu’au bout" not in picked(Player(None)).said


def picked(player: Player) -> Player:
    player.click("Jouer")
    return player


def test_starting_anew_removes_the_place() -> None:
    player = in_the_middle()
    player.key("escape", "d")
    again = Player(shelf.find(AUGUST))
    again.click("Recommencer au début")
    assert not has_saved(AUGUST)
    assert choices(again) == []


def test_a_story_of_ones_own_is_never_kept(tmp_path: Path) -> None:
    player = Player(STORY, settings=KEEP)
    player.begin()
    player.choose("choice rester")
    player.key("escape")
    assert "garder ma place" not in player.said
    player.game.close()
    assert not kept_folder().exists()


def test_the_way_out_erases_the_place_under_way_and_what_this_sitting_kept() -> None:
    to_the_end(in_the_middle(settings=KEEP))
    kept = read_progress()[0]
    assert len(kept) == 1
    # Another day: read to the end, then begun again.
    player = in_the_middle(settings=KEEP)
    to_the_end(player)
    assert len(read_progress()[0]) == 2
    player.choose("debrief", "again")
    player.begin()
    player.choose(first_choice(player))
    assert files() == [f"places/{AUGUST}.json", "progress.jsonl"]
    player.key("shift", "shift", "shift")
    assert player.app.gone
    # What was asked to be kept on other days stays.
    assert read_progress()[0] == kept
    assert files() == ["progress.jsonl"]


def test_where_a_disk_is_full_the_way_out_erases_all_progress_rather_than_leave_any_of_this_sitting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    to_the_end(in_the_middle(settings=KEEP))
    player = in_the_middle(settings=KEEP)
    to_the_end(player)

    def full(path: Path, text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(progress, "write_file", full)
    player.key("shift", "shift", "shift")
    assert player.app.gone
    assert files() == []


def test_the_way_out_erases_a_place_that_was_only_gone_on_from() -> None:
    in_the_middle().key("escape", "d")
    player = Player(shelf.find(AUGUST))
    player.begin()
    player.key("shift", "shift", "shift")
    assert files() == []


@pytest.mark.parametrize("keys", [(), ("settings",), ("door help",), ("door play",)])
def test_the_way_out_erases_a_place_of_another_day_wherever_it_is_taken(keys: tuple[str, ...]) -> None:
    in_the_middle().key("escape", "d")
    player = Player(None)
    for key in keys:
        player.click_at(player.keyed(key))
    player.key("shift", "shift", "shift")
    assert files() == []


def test_the_way_out_erases_every_place_and_leaves_the_discoveries_of_another_day() -> None:
    to_the_end(in_the_middle(settings=KEEP))
    in_the_middle(settings=KEEP)
    path_of("une-autre-histoire").write_text("{", encoding="utf-8")
    kept = read_progress()[0]
    assert len(kept) == 1
    Player(None).key("shift", "shift", "shift")
    assert files() == ["progress.jsonl"]
    assert read_progress()[0] == kept


def test_nothing_is_kept_of_a_class_and_a_place_of_ones_own_stays() -> None:
    in_the_middle().key("escape", "d")
    place = read_saved(AUGUST)
    player = Player(shelf.find(AUGUST), settings=KEEP)
    player.click_at(player.keyed("in class"))
    player.wait()
    assert player.app.projected
    assert player.play.path == shelf.find(AUGUST)
    assert read_saved(AUGUST) == place
    assert files() == [f"places/{AUGUST}.json"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{", b'{"of":"0","seed":1,"shown":3,"route":"Bonjour"}'])
def test_a_place_that_cannot_be_read_is_told_and_the_story_begins_anew(content: bytes) -> None:
    in_the_middle().key("escape", "d")
    path_of(AUGUST).write_bytes(content)
    player = Player(shelf.find(AUGUST))
    assert "n’est plus lisible" in player.said
    assert "Reprendre" not in player.said
    assert not has_saved(AUGUST)
    player.begin()
    player.read()
    assert choices(player) == []


def test_a_place_in_a_story_that_has_changed_says_so_and_goes_on() -> None:
    in_the_middle().key("escape", "d")
    path = path_of(AUGUST)
    place = read_saved(AUGUST)
    assert place is not None
    path.write_text(path.read_text(encoding="utf-8").replace(place.of, "0123abcd"), encoding="utf-8")
    player = Player(shelf.find(AUGUST))
    assert "Cette histoire a changé" in player.said
    player.begin()
    assert [word for word in place.route if not word.startswith("+")] == choices(player)
    assert player.play.settled


def test_what_cannot_be_kept_is_told_once_and_the_game_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(saved_play, "write_file", full)
    player = in_the_middle(settings=KEEP)
    (alert,) = alerts(player)
    assert "Le disque est plein" in alert
    assert faults(player.app, (1280, 720)) == []
    player.click("Compris")
    player.choose(first_choice(player))
    assert "Le disque est plein" not in player.said
    player.key("escape")
    assert player.app.screen is not None


def test_a_sitting_holds_no_more_than_a_bounded_number_of_plays() -> None:
    from game.keeping.progress import MOST, FinishedPlay

    sitting = Sitting()
    for _ in range(3 * MOST):
        sitting.remember(FinishedPlay(AUGUST, "2026-11-27"))
    assert len(sitting.plays) == MOST
