"""Home: its doors in their order, what each opens, and a way back from all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.desktop.screens.for_class import ForClass
from game.desktop.screens.help_now import HelpNow
from game.desktop.screens.home import Home
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.picker import Note, Picker
from game.desktop.screens.progress import Progress
from game.desktop.screens.settings import SettingsScreen
from game.desktop.widget_text import Picture
from game.desktop.widgets import walk
from tests.desktop.playing import STORY, Player, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def test_tab_meets_the_doors_in_their_order() -> None:
    player = Player(None)
    met = []
    for _ in range(10):
        player.key("tab")
        met.append(player.focus)
    assert met == [
        "Ça m’arrive en ce moment",
        "Jouer",
        "Pour la classe. Préparer une histoire, et la jouer ensemble.",
        "Créer. Écrire sa propre histoire, sans programmer.",
        "English",
        "Texte plus grand",
        "Réglages",
        "Mes découvertes",
        "Sources",
        "Plein écran",
    ]


def test_the_first_two_doors_weigh_more_than_the_others() -> None:
    player = Player(None)
    large, small = (
        [player.keyed(key).rect for key in keys] for keys in (("door help", "door play"), ("door class", "door pencil"))
    )
    assert min(one.h for one in large) > 2 * max(one.h for one in small)
    assert large[0].y < small[0].y


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("door help", HelpNow),
        ("door play", Picker),
        ("door class", ForClass),
        ("door pencil", PageScreen),
        ("settings", SettingsScreen),
        ("way progress", Progress),
        ("way book", PageScreen),
    ],
)
def test_each_door_opens_and_back_leads_home(key: str, screen: type) -> None:
    player = Player(None)
    player.click_at(player.keyed(key))
    assert type(player.app.screen) is screen
    player.key("escape")
    assert isinstance(player.app.screen, Home)
    assert player.focus == player.keyed(key).label


def test_the_language_is_switched_at_once_and_back() -> None:
    player = Player(None)
    player.click("English")
    assert "It is happening to me now" in player.labels
    assert player.app.settings.language == "en"
    player.click("Français")
    assert "Ça m’arrive en ce moment" in player.labels


def test_for_the_class_each_story_has_its_guide_and_its_play() -> None:
    player = Player(None)
    player.click_at(player.keyed("door class"))
    assert "Rien n’est gardé sur les élèves." in player.labels
    player.click("Lire le guide\u00a0: Trois semaines en août")
    assert "Pour la classe\u00a0: Trois semaines en août" in player.labels
    assert "Fiction · Vigichat" in player.labels
    player.key("escape")
    player.click("Jouer avec la classe\u00a0: Trois semaines en août")
    assert isinstance(player.app.screen, Note)
    player.key("escape")
    assert isinstance(player.app.screen, ForClass)


def test_the_stories_for_the_class_are_told_in_the_new_language() -> None:
    player = Player(None)
    player.click_at(player.keyed("door class"))
    player.key("f10")
    player.click("English")
    player.key("escape")
    assert "Three weeks in August" in player.labels


def test_the_guide_of_a_story_is_told_in_the_new_language() -> None:
    player = Player(None)
    player.click_at(player.keyed("door class"))
    player.click("Lire le guide\u00a0: Trois semaines en août")
    player.key("f10")
    player.click("English")
    player.key("escape")
    assert "For the class: Three weeks in August" in player.labels


def test_the_sources_are_gone_through_and_back() -> None:
    player = Player(None)
    player.click_at(player.keyed("way book"))
    player.click("Étapes pour réagir")
    assert "Dans le document source" in player.labels
    player.key("escape")
    assert "D’où viennent ces textes" in player.labels
    player.key("escape")
    assert isinstance(player.app.screen, Home)


def test_the_cat_is_on_home_and_the_first_start_alone() -> None:
    def has_cat(player: Player) -> bool:
        return any(isinstance(one, Picture) and one.name == "mascot" for one in walk(player.app.tree))

    player = Player(None)
    assert has_cat(player)
    for key in ("door help", "door play", "door class", "door pencil", "way book", "settings"):
        player.app.choose("button", player.keyed(key).label)
        assert not has_cat(player), key
        player.key("escape")
    player.app.go(player.game.first_start())
    assert has_cat(player)
    player = Player(STORY)
    assert not has_cat(player)
    player.begin()
    assert not has_cat(player)


def test_who_helps_leads_on_in_the_language_that_is_spoken() -> None:
    player = Player(None)
    player.key("f1")
    player.click("Ça m’arrive en ce moment")
    assert "Respire. Ce n’est pas ta faute." in player.labels
