"""A notice: one calm line under the bar, which says what happened, is heard, and goes away."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.desktop.app import App
from game.keeping.places import VARIABLE
from game.keeping.settings import Settings
from game.telling.kept import not_kept_words
from tests.desktop.layout_faults import faults
from tests.desktop.playing import Player, alerts, at_first_question, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (640, 360), (3840, 2160)])
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_it_fits_in_any_window_and_covers_nothing(size: tuple[int, int], percent: int) -> None:
    player = at_first_question(size=size, percent=percent)
    player.app.tell(not_kept_words(OSError(errno.EACCES, "x"), Path("/home/camille/.config/vigichat")))
    player.wait(0.2)
    assert len(alerts(player)) == 1
    assert faults(player.app, size) == []


def test_it_goes_away_when_it_is_put_away() -> None:
    player = Player(None)
    player.app.tell("Le disque est plein.")
    player.see()
    assert alerts(player) == ["Le disque est plein."]
    player.key("tab")
    assert player.focus == "Compris"
    player.key("enter")
    assert alerts(player) == []


def test_it_goes_away_by_itself_but_not_from_under_the_keyboard() -> None:
    player = Player(None)
    player.app.tell("Le disque est plein.")
    player.see()
    player.key("tab")
    player.see(40)
    assert alerts(player)
    player.key("tab")
    player.see(1)
    assert alerts(player) == []


def test_it_stays_with_the_person_on_the_next_screen_and_not_after_the_way_out() -> None:
    player = Player(None)
    player.app.tell("Le disque est plein.")
    player.click("Jouer")
    assert alerts(player)
    player.key("shift", "shift", "shift")
    assert "disque" not in player.said


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "Le disque est plein"),
        (errno.EROFS, "ne permet pas d’écrire"),
        (errno.EACCES, "ne permet pas d’écrire"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_settings_that_cannot_be_kept_are_told_and_hold_until_the_window_is_closed(number: int, words: str) -> None:
    def keep(settings: Settings) -> None:
        raise OSError(number, os.strerror(number))

    player = Player(None)
    player.app = App(player.game.home(), player.game.help_screen, keep=keep, strict=True)
    player.see()
    player.app.change(replace(player.app.settings, colours="dark"))
    player.see()
    assert player.app.settings.colours == "dark"
    assert words in alerts(player)[0]
    assert player.app.running


def test_settings_are_kept_where_they_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    player = Player(None, keep=True)
    player.key("f6")
    assert alerts(player) == []
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["settings.json"]
