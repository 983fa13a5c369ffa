"""The first start: asked once, by keyboard or mouse alone, past it with one press, and help before all of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pygame.image import tobytes

from game.desktop import start as started
from game.desktop.screens.first_start import FirstStart
from game.desktop.screens.help_now import HelpNow
from game.desktop.screens.home import Home
from game.desktop.screens.rehearsal import Rehearsal, RehearsedBlank
from game.desktop.window import Window
from game.keeping.settings import Settings
from game.keeping.settings_file import read_settings, write_settings
from game.telling import language
from tests.desktop.playing import STORY, Player, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def newcomer(**how: object) -> Player:
    """Somebody whose first start it is."""
    player = Player(None, **how)  # type: ignore[arg-type]
    player.app.go(player.game.first_start())
    player.see()
    return player


def at_rehearsal() -> Player:
    player = newcomer()
    player.key("enter", "enter")
    assert isinstance(player.app.screen, Rehearsal)
    return player


def come_back(player: Player) -> None:
    player.wait()
    player.key("x")


def tab_to(player: Player, label: str) -> None:
    for _ in range(30):
        player.key("tab")
        if player.focus == label:
            return
    raise AssertionError(f"Tab does not come to {label!r}")


def test_by_keyboard_alone() -> None:
    player = newcomer()
    tab_to(player, "Français")
    player.key("right")
    assert player.focus == "English"
    assert "Welcome" in player.labels
    tab_to(player, "Next")
    player.key("enter")
    tab_to(player, "Larger text")
    player.key("enter", "enter")
    assert "Text: 150%" in player.labels
    tab_to(player, "Light")
    player.key("right", "right")
    tab_to(player, "Next")
    player.key("enter")
    player.key("shift", "shift", "shift")
    assert player.labels == ["Notes"]
    player.wait()
    player.key("space")
    assert "This is what it looks like. Nothing is lost this time." in player.labels
    player.key("enter")
    assert isinstance(player.app.screen, Home)
    assert player.app.settings == Settings(language="en", text_percent=150, colours="contrast", met=True)


def test_by_mouse_alone() -> None:
    player = newcomer()
    player.click("English")
    player.click("Next")
    player.click("Larger text")
    player.click("Dark")
    player.click("Next")
    player.click("Leave")
    assert player.labels == ["Notes"]
    player.app.move(300, 300)
    player.wait(3)
    assert player.labels == ["Notes"]
    player.app.click(640, 360)
    player.see()
    player.click("Got it")
    assert isinstance(player.app.screen, Home)
    assert player.app.settings == Settings(language="en", text_percent=125, colours="dark", met=True)


def test_every_answer_may_stay_as_it_is() -> None:
    player = at_rehearsal()
    player.key("shift", "shift", "shift")
    come_back(player)
    player.key("enter")
    assert isinstance(player.app.screen, Home)
    assert player.app.settings == Settings(met=True)


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_one_press_leads_past_it_from_each_screen(steps: int) -> None:
    player = newcomer()
    player.key(*["enter"] * steps)
    player.click("Plus tard")
    assert isinstance(player.app.screen, Home)
    assert player.app.settings.met


def test_back_goes_to_the_question_before_and_from_the_first_one_past_it() -> None:
    player = at_rehearsal()
    player.key("escape")
    assert "C’est facile à lire\u00a0?" in player.labels
    player.key("escape")
    assert "Bienvenue" in player.labels
    player.key("escape")
    assert isinstance(player.app.screen, Home)
    assert player.app.settings.met


def test_help_is_there_before_anything_is_answered() -> None:
    player = newcomer()
    player.key("tab")
    assert player.focus == "Ça m’arrive en ce moment"
    player.key("enter")
    assert isinstance(player.app.screen, HelpNow)
    assert "Respire. Ce n’est pas ta faute." in player.labels
    player.key("escape")
    assert isinstance(player.app.screen, FirstStart)
    assert not player.app.settings.met


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_the_help_of_the_bar_is_on_each_screen(steps: int) -> None:
    player = newcomer()
    player.key(*["enter"] * steps)
    player.click("Aide")
    assert "Qui peut t’aider" in player.labels


@pytest.mark.parametrize("steps", [0, 1])
def test_before_the_rehearsal_the_way_out_is_the_real_one(steps: int) -> None:
    player = newcomer()
    player.key(*["enter"] * steps, "shift", "shift", "shift")
    assert player.app.gone
    assert not player.app.settings.met


def test_the_rehearsed_way_out_looks_like_the_real_one() -> None:
    rehearsed, real = at_rehearsal(), Player(None)
    for player in rehearsed, real:
        player.key("shift", "shift", "shift")
    assert not rehearsed.app.gone
    assert real.app.gone
    assert tobytes(rehearsed.surface, "RGB") == tobytes(real.surface, "RGB")


@pytest.mark.parametrize("name", ["a", "tab", "escape", "f1", "f11", "space"])
def test_the_blank_stays_until_a_key_is_pressed(name: str) -> None:
    player = at_rehearsal()
    player.key("shift", "shift", "shift")
    player.wait(60)
    assert isinstance(player.app.screen, RehearsedBlank)
    player.key(name)
    assert "Voilà à quoi ça ressemble. Cette fois, rien n’est perdu." in player.labels
    assert not player.app.filled


@pytest.mark.parametrize("seconds", [0.01, 0.1, 1.0])
def test_shift_once_or_twice_too_often_is_still_the_rehearsal_and_three_times_more_is_real(seconds: float) -> None:
    player = at_rehearsal()
    for _ in range(5):
        player.app.key("shift")
        player.see(seconds)
    assert not player.app.gone
    assert isinstance(player.app.screen, RehearsedBlank)
    player.app.key("shift")
    assert player.app.gone
    player.see()
    assert player.labels == ["Notes"]


def test_what_the_way_out_does_not_hide_is_said() -> None:
    player = at_rehearsal()
    player.key("shift", "shift", "shift")
    come_back(player)
    assert "qu’un programme a été ouvert" in player.said
    assert "ni que tes réglages sont gardés" in player.said


def test_a_double_click_shows_the_blank_all_the_same() -> None:
    player = at_rehearsal()
    place = player.named("Sortir").rect.center
    for _ in range(2):
        player.app.click(*place)
        player.see(0.15)
    assert player.labels == ["Notes"]


def test_a_fault_in_a_screen_does_not_bar_the_way_out() -> None:
    class Broken(FirstStart):
        def rehearse(self, context: object) -> bool:
            raise RuntimeError("a fault of ours")

    player = Player(None)
    player.app.go(Broken(lambda context: None, lambda: (("fr", "France"),)))
    player.key("shift", "shift", "shift")
    assert player.app.gone


def test_on_the_rehearsed_blank_the_way_out_is_real_when_it_is_asked_for_again() -> None:
    player = at_rehearsal()
    player.key("shift", "shift", "shift")
    player.wait(1.5)
    player.key("shift", "shift", "shift")
    assert player.app.gone
    player.key("x")
    assert player.labels == ["Notes"]


def test_once_rehearsed_the_way_out_is_real() -> None:
    player = at_rehearsal()
    player.key("shift", "shift", "shift")
    come_back(player)
    player.click("Sortir")
    assert player.app.gone


def test_a_rehearsal_in_the_middle_of_a_play_loses_nothing() -> None:
    player = Player(STORY)
    player.begin()
    player.read()
    log = list(player.play.log)
    player.key("f10")
    player.click("Essayer la sortie")
    player.key("shift", "shift", "shift")
    come_back(player)
    player.key("enter")
    assert "Réglages" in player.labels
    player.key("escape")
    assert list(player.play.log) == log
    assert "Je préfère rester ici." in player.labels


class Shown:
    """What the window is given to show, at the first look."""

    screens: list[type[object]] = []

    @classmethod
    def run(cls, app: started.App, surface: Window, ears: object) -> None:
        cls.screens.append(type(app.screen))
        app.change(Settings(met=True))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[type[object]]:
    monkeypatch.setattr(Shown, "screens", [])
    monkeypatch.setattr(started.window, "run", Shown.run)
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    return Shown.screens


def test_it_is_shown_at_the_first_start_and_not_again(opened: list[type[object]]) -> None:
    started.run(None)
    assert read_settings().met
    started.run(None)
    assert [one.__name__ for one in Shown.screens] == ["FirstStart", "_Start"]


def test_who_opens_a_story_is_not_asked(opened: list[type[object]]) -> None:
    started.run(STORY)
    write_settings(Settings())
    started.run(STORY, watched=True)
    assert [one.__name__ for one in Shown.screens] == ["Note", "Preview"]


def test_language_and_country_are_named_in_themselves() -> None:
    player = newcomer()
    told = "L’aide et la loi sont celles de ce pays\u00a0: France. Tu peux en changer dans les réglages."
    assert {"Français", "English", told} <= set(player.labels)
    language.use("en")
    player.app.refresh()
    told = "Help and the law are those of this country: France. You can change it in the settings."
    assert {"Français", "English", told} <= set(player.labels)
