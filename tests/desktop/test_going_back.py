"""Back to a choice, during a play and from its debrief; and “what if”, which changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pygame import Rect

from game.desktop.screens.debrief_screen import DebriefScreen
from game.desktop.screens.home import Home
from game.desktop.screens.play_screen import PlayScreen
from game.desktop.screens.preview import Preview
from game.desktop.widgets import keyed, walk
from game.engine.events import Rewound
from tests.desktop.layout_faults import faults, focus_faults
from tests.desktop.playing import (
    STORY,
    Player,
    at_announcement,
    at_first_question,
    choices,
    heading,
    under_pressure,
    window,
)

BACK = "Revenir au choix d’avant"
AGAIN = "Te revoilà à ce choix. Ce qui a suivi ne compte plus."
MOMENTS = "Tes moments, et les étapes"
SIZES = [(1280, 720), (1920, 1080), (640, 480)]


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def keys(player: Player, start: str) -> list[str]:
    """The keys of what can be pressed and begins so."""
    return [one.key for one in walk(player.app.tree) if one.key.startswith(start)]


def rewinds(player: Player) -> int:
    return sum(isinstance(event, Rewound) for event in player.play.log)


def looking_back(**how: Any) -> Player:
    """Somebody at the page of their moments, after a play that took proof, then told a friend."""
    player = under_pressure(**how)
    player.choose("choice capture", "choice parler", "debrief")
    player.app.choose("button", MOMENTS)
    player.wait()
    return player


# -- during the play


def test_before_the_first_choice_there_is_no_way_back() -> None:
    player = at_first_question()
    assert BACK not in player.labels
    before = list(player.play.log)
    player.key("backspace")
    assert player.play.log == before


def test_the_key_goes_back_to_the_choice_before_and_another_way_can_be_taken() -> None:
    player = at_first_question()
    player.choose("choice rester")
    player.key("backspace")
    assert player.focus == "Tu joues Camille. Que fais-tu\u00a0?"
    assert AGAIN in player.labels
    assert player.keyed("choice rester").label == "Je préfère rester ici."
    player.wait()
    player.key("b")
    player.read()
    assert choices(player) == ["rester", "suivre"]
    assert AGAIN not in player.labels
    shown = "\n".join(player.labels)
    assert "Ok, j’arrive." in shown
    assert "Je préfère rester ici." not in shown


def test_pressed_again_it_goes_back_to_the_one_before() -> None:
    player = under_pressure()
    player.choose("choice capture")
    for scene, offered in (("la-pression", 4), ("le-doute", 2), ("le-match", 3)):
        player.key("backspace")
        assert (player.play.state.scene, len(player.play.state.offered)) == (scene, offered)
        player.wait()
    player.key("backspace")
    assert rewinds(player) == 3


def test_a_key_held_down_or_pressed_twice_goes_back_once() -> None:
    player = under_pressure()
    player.key("backspace", "backspace")
    player.app.key("backspace", repeat=True)
    assert rewinds(player) == 1
    player.key("a")
    assert len(choices(player)) == 2, "and the press that follows at once decides nothing"


@pytest.mark.parametrize("where", ["coming", "announced", "verdict", "sure", "ended"])
def test_the_button_goes_back_from_anywhere(where: str) -> None:
    match where:
        case "announced":
            player = at_announcement()
        case "ended":
            player = under_pressure()
            player.choose("choice parler")
        case _:
            player = at_first_question()
            if where == "coming":
                player.key("a")
                player.wait(0.5)
                assert not player.play.settled
            else:
                player.choose("choice rester", *(["verdict trap"] if where == "sure" else []))
    shown = player.play.state.scene
    player.wait()
    player.click(BACK)
    assert player.play.settled
    assert player.play.state.phase == "choosing"
    assert player.play.state.scene != shown or where == "ended"
    player.wait(20)
    assert player.play.settled, "nothing of what was on its way still comes"


def test_a_message_marked_before_stays_marked() -> None:
    player = at_first_question()
    player.click("T’as quel âge ? Viens sur une autre appli : c’est plus tranquille.")
    player.choose("choice rester")
    player.key("backspace")
    (mark,) = player.play.state.marks
    assert keyed(player.app.tree, f"message {mark}").checked


# -- from the debrief


def test_from_the_debrief_the_play_goes_on_at_the_choice_with_what_came_before_above() -> None:
    player = looking_back()
    player.app.choose("button", "Revenir à ce choix (Moment 1)")
    player.see()
    assert isinstance(player.app.screen, PlayScreen)
    assert player.play.state.scene == "la-pression"
    assert player.focus == "Tu joues Camille. Que fais-tu\u00a0?"
    assert AGAIN in player.labels
    assert "Camille\u00a0: Là je dors. À demain." in player.labels
    last = next(one for one in walk(player.app.tree) if one.label.startswith("T’es où"))
    assert player.scroll("talk").rect.contains(last.rect), "it opens where the play stands"
    player.key("d")
    assert len(choices(player)) == 4, "the press that led here does not answer"
    player.wait()
    player.key("d")
    player.choose("summary", "choice dire", "debrief")
    assert "Tu as rejoué un passage" in player.said
    player.app.choose("button", MOMENTS)
    player.see()
    assert "Tu as rejoué ce choix. C’est le dernier qui compte." in player.labels
    assert "Payer pour que ça s’arrête" in player.said


def test_any_choice_of_the_play_can_be_gone_back_to() -> None:
    player = looking_back()
    found = keys(player, "go back")
    assert len(found) == 3
    assert len({player.keyed(key).label for key in found}) == 3
    scenes = []
    for key in found:
        player = looking_back()
        player.click_at(player.keyed(key))
        scenes.append(player.play.state.scene)
    assert scenes == ["la-pression", "le-match", "le-doute"]


def test_what_if_by_keyboard_shows_the_other_ways_and_comes_back_to_where_it_was() -> None:
    player = looking_back()
    before = list(player.play.log)
    for _ in range(60):
        player.key("tab")
        if player.focus == "Et si…\u00a0? (Moment 1)":
            break
    player.key("enter")
    assert heading(player) == "Et si…\u00a0?"
    assert "Ce passage est dur\u00a0: en voici le résumé." in player.labels
    assert "Alex réclame encore de l’argent. Yanis demande des nouvelles." in player.said
    assert "Une nouvelle demande arrive" not in player.said
    player.key("escape")
    assert heading(player) == MOMENTS
    assert player.focus == "Et si…\u00a0? (Moment 1)"
    player.key("enter")
    player.click("Tes moments, et les étapes")
    assert heading(player) == MOMENTS
    assert player.play.log == before
    player.key("escape")
    assert isinstance(player.app.screen, Home)


@pytest.mark.parametrize("keys_pressed", [("ctrl+page up", "ctrl+page up"), ()])
def test_a_tab_or_the_keys_between_tabs_leave_what_if(keys_pressed: tuple[str, ...]) -> None:
    player = looking_back()
    player.app.choose("button", "Et si…\u00a0? (Moment 1)")
    player.see()
    if keys_pressed:
        player.key(*keys_pressed)
    else:
        player.click("En bref")
    assert heading(player) == "On joue samedi"


def test_what_if_leads_back_to_its_choice_too() -> None:
    player = looking_back()
    player.app.choose("button", "Et si…\u00a0? (Moment 1)")
    player.see()
    player.click("Revenir à ce choix")
    assert isinstance(player.app.screen, PlayScreen)
    assert player.play.state.scene == "la-pression"


def test_the_preview_of_a_story_goes_back_too_and_goes_on_following_the_file() -> None:
    player = Player(path=None)
    player.app.go(Preview(STORY, seed=1))
    screen = player.app.screen
    assert isinstance(screen, Preview)
    assert screen.play is not None
    player.see()
    for _ in range(2):
        while not screen.play.settled:
            player.key("space")
        player.wait()
        player.key("escape", "b") if screen.play.begun else player.key("a")
        player.wait()
    player.app.choose("button", MOMENTS)
    player.see()
    player.click_at(player.keyed(keys(player, "go back")[0]))
    assert player.app.screen is screen
    assert screen.play.state.phase == "choosing"
    assert AGAIN in player.labels


def test_the_way_out_from_what_if_leaves_nothing() -> None:
    player = looking_back()
    player.app.choose("button", "Et si…\u00a0? (Moment 1)")
    player.see()
    screen = player.app.screen
    assert isinstance(screen, DebriefScreen)
    player.key("shift", "shift", "shift")
    assert player.labels == ["Notes"]
    assert player.game.play is None


# -- where things stand


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_everything_has_its_place_and_the_focus_is_in_view(size: tuple[int, int], percent: int) -> None:
    player = looking_back(size=size, percent=percent)
    assert faults(player.app, size) == []
    player.app.choose("button", "Et si…\u00a0? (Moment 1)")
    player.see()
    assert faults(player.app, size) == []
    for name in ["tab"] * 10 + ["shift+tab"] * 4:
        player.key(name)
        assert focus_faults(player.app, size) == []
    player.key("escape")
    player.wait()
    assert focus_faults(player.app, size) == []
    player.click_at(player.keyed(keys(player, "go back")[0]))
    player.wait()
    assert faults(player.app, size) == []
    for name in ["tab"] * 8:
        player.key(name)
        assert focus_faults(player.app, size) == []


def test_every_way_is_large_enough_to_press() -> None:
    player = looking_back()
    found = [player.keyed(key).rect for key in (*keys(player, "go back"), *keys(player, "link what-if"))]
    player.click_at(player.keyed(keys(player, "go back")[0]))
    found.append(player.named(BACK).rect)
    assert all(isinstance(rect, Rect) and rect.w >= 44 and rect.h >= 44 for rect in found)
