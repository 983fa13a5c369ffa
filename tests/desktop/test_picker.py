"""The picker: what a card says, in which order the keyboard goes, and that nothing gives the trap away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from game import shelf
from game.desktop.screens import Context
from game.desktop.screens.picker import Picker, Story
from game.desktop.sitting import Standing
from game.desktop.widgets import Widget, walk
from game.keeping.settings import Settings
from tests.desktop.layout_faults import faults
from tests.desktop.playing import Player, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def none(context: Context) -> None: ...


STORIES = tuple(
    Story(
        f"Histoire {number}",
        "Deux équipes, un tournoi samedi." * (1 + number % 3),
        number,
        none,
        f"h-{number}",
        "Camille",
        "cat",
    )
    for number in range(12)
)
STANDINGS: dict[str, Standing] = {"h-1": "played", "h-2": "place"}


def picking(**how: object) -> Player:
    player = Player(None, **how)  # type: ignore[arg-type]
    player.app.go(Picker(lambda: STORIES, lambda: lambda name: STANDINGS.get(name, "new"), none))
    player.see()
    return player


def cards(player: Player) -> list[Widget]:
    return [one for one in walk(player.app.tree) if one.key.startswith("story ")]


def test_a_card_says_what_it_is_about_and_how_one_stands() -> None:
    said = [card.label for card in cards(picking())]
    assert said[0] == "Histoire 0. Deux équipes, un tournoi samedi. Tu joues Camille."
    assert said[1].endswith("Tu joues Camille. Lue jusqu’au bout.")
    assert said[2].endswith("Reprendre là où tu en étais.")


def test_the_first_of_a_list_in_which_nothing_was_begun_is_the_one_to_begin_with() -> None:
    player = Player(None)
    player.click("Jouer")
    first, *others = [card.label for card in cards(player)]
    assert first.endswith("Commence par celle-ci.")
    assert not any("Commence" in label for label in others)
    assert not any("Commence" in card.label for card in cards(picking()))


def test_how_long_a_story_takes_is_said_once_for_all_of_them() -> None:
    assert "Une histoire prend de 1 à 11 minutes." in picking().labels


def test_cards_stand_two_by_two_where_there_is_room_and_the_keyboard_goes_along_the_rows() -> None:
    player = picking()
    rects = [card.rect for card in cards(player)]
    assert rects[0].y == rects[1].y < rects[2].y
    assert rects[0].x == rects[2].x < rects[1].x
    for number in range(12):
        player.key("tab")
        assert player.focus.startswith(f"Histoire {number}")
        assert player.view_of(player.app.focused).contains(player.app.focused.rect)  # type: ignore[arg-type, union-attr]
    rects = [card.rect for card in cards(picking(percent=200))]
    assert len({rect.x for rect in rects}) == 1


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (640, 360), (3840, 2160)])
@pytest.mark.parametrize("percent", [100, 150, 200, 300])
def test_nothing_is_cut_whatever_the_size(size: tuple[int, int], percent: int) -> None:
    assert faults(picking(size=size, percent=percent).app, size) == []


def test_nothing_of_a_card_gives_the_trap_away() -> None:
    """A card says the title, the summary and who one is: none of the words of `about`, nor of `trap`, and not the
    minutes, for a trap takes longer than what is harmless."""
    player = Player(None)
    player.click("Jouer")
    for path, card in zip(shelf.shipped(), cards(player), strict=True):
        scenario = shelf.open_file(path, "fr").scenario
        assert scenario is not None
        me = scenario.person["me"]
        assert card.label.startswith(f"{scenario.title.rstrip('.')}. {scenario.summary.rstrip('.')}.")
        assert me.name in card.label
        # Whoever an account claims to be may stand on the card: “Tess” is the friend's own name.
        known = f"{scenario.title} {scenario.summary}"
        contacts = [one.name for one in scenario.cast if one.role == "contact" and one.name not in known]
        assert not any(re.search(rf"\b{re.escape(name)}\b", card.label) for name in contacts)


def test_the_cards_are_said_in_the_language_spoken_now() -> None:
    player = Player(None, settings=Settings(language="fr"))
    player.click("Jouer")
    at = [path.stem for path in shelf.shipped()].index("trois-semaines-en-aout")
    before = cards(player)[at].label
    player.app.change(replace(player.app.settings, language="en"))
    player.see()
    assert "You play Sacha" in cards(player)[at].label != before
