"""The page that prepares a class, in the window: one quiet button before the story, and nothing in a player's way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.desktop.screens.page_screen import PageScreen
from game.desktop.tokens import ThemeName
from tests.desktop.layout_faults import faults
from tests.desktop.playing import Player, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window()


def prepared(**how: object) -> Player:
    player = Player(**how)  # type: ignore[arg-type]
    player.click_at(player.keyed("prepare"))
    return player


def test_the_note_before_the_story_gives_no_stop_away() -> None:
    assert "Que sait-on d’Alex" not in Player().said


def test_the_page_says_that_it_is_fiction_and_back_leads_to_the_note() -> None:
    player = prepared()
    assert isinstance(player.app.screen, PageScreen)
    assert "Que sait-on d’Alex" in player.said
    assert "Fiction · Vigichat" in player.labels
    player.key("escape")
    assert player.keyed("begin")


def test_a_link_leads_to_what_an_adult_can_do_and_back() -> None:
    player = prepared()
    player.click("Ce qu’un adulte peut faire le soir même")
    assert "Je suis un parent, un prof" in player.labels
    player.key("escape")
    assert "Que sait-on d’Alex" in player.said


def test_the_keyboard_reaches_it_and_enter_alone_still_begins_the_story() -> None:
    player = Player()
    player.key("tab")
    for _ in range(10):
        if player.focus == "Pour la classe":
            break
        player.key("tab")
    player.key("enter")
    assert isinstance(player.app.screen, PageScreen)
    player = Player()
    player.begin()
    assert player.play.log


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("size", [(640, 480), (1280, 720), (1920, 1080)])
def test_nothing_is_cut_at_any_size(size: tuple[int, int], percent: int, theme: ThemeName) -> None:
    player = prepared(size=size, percent=percent, theme=theme)
    assert faults(player.app, size) == []
