"""Enter, where nothing has the focus, presses the one way on that looks like it, and decides nothing elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.desktop.screens import Context
from game.desktop.screens.class_play import ClassPlay
from game.desktop.screens.first_start import FirstStart
from game.desktop.screens.for_class import ForClass, Lesson
from game.desktop.screens.help_now import HelpNow
from game.desktop.screens.home import Home
from game.desktop.screens.pause import Pause
from game.desktop.screens.settings import SettingsScreen
from tests.desktop.playing import Player, at_first_question, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def test_pause_goes_on() -> None:
    player = at_first_question()
    player.key("p", "enter")
    assert not isinstance(player.app.screen, Pause)


def test_a_pause_begun_with_the_mouse_goes_on_too() -> None:
    player = at_first_question()
    player.click("Pause")
    assert isinstance(player.app.screen, Pause)
    player.key("enter")
    assert not isinstance(player.app.screen, Pause)


def test_a_key_that_is_held_down_presses_nothing() -> None:
    player = at_first_question()
    player.key("p")
    player.app.key("enter", repeat=True)
    player.app.key("enter", ctrl=True)
    assert isinstance(player.app.screen, Pause)


def test_what_has_the_focus_is_meant_first() -> None:
    player = at_first_question()
    player.key("p", "tab", "tab", "enter")
    assert isinstance(player.app.screen, HelpNow)


def test_the_first_question_is_gone_on_from_after_a_click_beside_it() -> None:
    player = Player(None)
    player.app.go(player.game.first_start())
    player.see()
    player.app.click(40, 600)
    player.key("enter")
    assert isinstance(player.app.screen, FirstStart)
    assert "C’est facile à lire\u00a0?" in player.labels


def test_who_helps_leads_to_what_to_do_first() -> None:
    player = Player(None)
    player.key("f1", "enter")
    assert player.keyed("next")


def test_the_guide_of_a_story_leads_to_the_class() -> None:
    player = Player()
    player.click_at(player.keyed("prepare"))
    player.key("enter")
    assert isinstance(player.app.screen, ClassPlay)


def test_home_where_two_doors_weigh_the_same_waits() -> None:
    player = Player(None)
    player.key("enter")
    assert isinstance(player.app.screen, Home)


def test_the_settings_are_not_taken_back_by_it() -> None:
    player = Player(None)
    player.key("f10")
    player.click_at(player.keyed("larger"))
    player.app.click(5, 400)
    changed = player.app.settings
    player.key("enter")
    assert isinstance(player.app.screen, SettingsScreen)
    assert player.app.settings == changed


def test_a_play_is_neither_begun_again_nor_left_by_it() -> None:
    player = at_first_question()
    before = len(player.play.log)
    player.key("enter", "enter", "enter")
    assert len(player.play.log) == before


def begun(stories: int) -> list[str]:
    """Which of as many stories for a class Enter begins."""
    told: list[str] = []

    def lesson(number: int) -> Lesson:
        def begin(_context: Context) -> None:
            told.append(f"{number}")

        return Lesson(f"Histoire {number}", "Un tournoi samedi.", 8, 45, none, begin)

    player = Player(None)
    player.app.go(ForClass(lambda: tuple(lesson(number) for number in range(stories)), none, none))
    player.see()
    player.key("enter")
    return told


def none(_context: Context) -> None: ...


def test_the_only_story_for_a_class_is_begun_and_of_several_none() -> None:
    assert begun(1) == ["0"]
    assert begun(2) == []
