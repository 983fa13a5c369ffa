"""The play in the window, by keyboard alone and by mouse alone: nothing is decided by accident."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pygame import Rect
from pygame.image import tobytes

from game.desktop.screens.debrief_screen import DebriefScreen
from game.desktop.screens.lookout import Remark
from game.desktop.tokens import theme
from game.desktop.widgets import walk
from game.engine.events import VerdictGiven
from game.shelf import find
from tests.desktop.playing import (
    SAID,
    Player,
    at_announcement,
    at_first_question,
    choices,
    copied,
    states,
    under_pressure,
    window,
)

BETWEEN = 1.0
"""Seconds that a person takes between two decisions, at least."""

QUESTION = "Tu joues Camille. Que fais-tu\u00a0?"


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return copied(tmp_path)


# -- by keyboard alone, by mouse alone


def test_the_whole_story_by_letters_and_the_space_bar() -> None:
    player = Player()
    player.key("enter")
    for letter in "a", "c", "b", "a", "a", "a", "b":
        player.read()
        player.key(letter)
    player.read()
    assert player.play.state.phase == "ended"
    assert choices(player) == ["rester", "demain", "capture", "parler"]
    assert VerdictGiven("unsure", 2) in player.play.log
    player.key("tab", "enter")
    assert isinstance(player.app.screen, DebriefScreen)


def test_the_whole_story_by_mouse() -> None:
    player = Player()
    player.click("Commencer l’histoire")
    for label in (
        "Je préfère rester ici.",
        "Je ne sais pas",
        "Assez forte",
        "Là je dors. À demain.",
        "La lire",
        "Faire une capture des messages",
        "Yanis, j’ai besoin de toi. Tu peux venir ?",
    ):
        while not player.play.settled:
            player.click("Message suivant")
        player.wait()
        player.click(label)
    assert player.play.state.phase == "ended"
    assert choices(player) == ["rester", "demain", "capture", "parler"]
    player.wait()
    player.click("Revenir sur ce qui s’est passé")
    assert isinstance(player.app.screen, DebriefScreen)


def test_messages_arrive_by_themselves_and_are_drawn_without_being_asked_for() -> None:
    player = Player()
    player.begin()
    for _ in range(20):
        player.wait(1.7)
        seen = player.surface.copy()
        player.app.refresh()
        player.app.draw(player.surface)
        assert tobytes(seen, "RGB") == tobytes(player.surface, "RGB")
    assert player.play.settled
    assert choices(player) == []


@pytest.mark.parametrize("name", ["space", "enter"])
@pytest.mark.parametrize("tabs", [0, 1])
def test_hurrying_on_and_on_never_decides_anything(name: str, tabs: int) -> None:
    player = Player()
    player.begin()
    player.key(*["tab"] * tabs, *["shift+tab"] * tabs)
    player.key(*[name] * 40)
    assert player.play.settled
    assert choices(player) == []
    assert player.focus == QUESTION


def test_clicking_on_and_on_where_the_next_message_is_asked_for_never_decides_anything() -> None:
    player = Player(percent=150)
    player.begin()
    while not player.play.settled:
        place = player.keyed("hurry").rect.center
        player.app.click(*place)
        player.see()
    for _ in range(3):
        player.app.click(*place)
        player.see(0.01)
    assert choices(player) == []


def test_a_double_click_is_one_decision() -> None:
    player = under_pressure()
    place = player.named("Faire une capture des messages").rect.center
    for _ in range(2):
        player.app.click(*place)
        player.see(0.15)
    assert choices(player)[-1] == "capture"
    assert len(choices(player)) == 3
    player.wait(BETWEEN)
    player.app.click(*place)
    assert len(choices(player)) == 4


def test_a_letter_that_is_held_down_or_not_offered_decides_nothing() -> None:
    player = at_first_question()
    player.key("d", "h", "3")
    player.app.key("a", repeat=True)
    player.app.key("a", ctrl=True)
    assert choices(player) == []
    player.key("b")
    assert choices(player) == ["suivre"]


def test_the_question_is_reached_first_and_then_the_choices_in_order() -> None:
    player = at_first_question()
    assert player.focus == QUESTION
    seen = []
    for _ in range(3):
        player.key("tab")
        seen.append(player.focus)
    assert seen == [
        "Je préfère rester ici.",
        "Ok, j’arrive. C’est quoi ton pseudo là-bas ?",
        "Montrer le profil à Yanis",
    ]
    player.key("up", "enter")
    assert choices(player) == ["suivre"]


def test_choices_say_whether_they_are_said_or_done() -> None:
    player = at_first_question()
    details = [
        one.label for one in walk(player.app.tree) if one.role == "label" and one.label in ("Le dire", "Le faire")
    ]
    assert details == ["Le dire", "Le dire", "Le faire"]
    assert states(player, "Montrer le profil à Yanis") == ("key C",)


# -- marking


def test_a_message_is_marked_by_a_click_and_taken_back_by_another() -> None:
    player = at_first_question()
    player.click(SAID)
    assert "checked" in states(player, SAID)
    player.click(SAID)
    assert "not checked" in states(player, SAID)


def test_a_message_is_marked_with_the_keyboard() -> None:
    player = at_first_question()
    player.key("shift+tab")
    assert player.focus == SAID
    player.key("enter")
    assert "checked" in states(player, SAID)
    assert player.focus == SAID
    player.key("enter")
    assert "not checked" in states(player, SAID)
    player.key("up")
    assert player.focus == "Tu viens à l’entraînement demain ?"
    assert choices(player) == []


def test_a_mark_is_a_flag_and_not_only_a_colour() -> None:
    for label in (SAID, "mardi, 16 h 02"):
        player = at_first_question()
        panel = player.named(label).rect
        beside = Rect(panel.right + 3, panel.y, 20, 24)
        assert not flag_pixels(player, beside)
        player.click(label)
        assert flag_pixels(player, beside) > 40


def flag_pixels(player: Player, area: Rect) -> int:
    colour = theme("light").mark
    return sum(
        player.surface.get_at((x, y))[:3] == colour
        for x in range(area.x, area.right)
        for y in range(area.y, area.bottom)
    )


def test_ones_own_messages_are_not_marked() -> None:
    player = at_first_question()
    assert "Ouiii 😄" not in [one.label for one in walk(player.app.tree) if one.focusable]


def test_no_message_shows_the_focus_once_something_else_has_it() -> None:
    player = at_first_question()
    player.choose("choice rester")
    player.key("tab", "shift+tab", "shift+tab")
    assert player.focus == "T’es là ? T’es la seule personne à qui je parle."
    player.key("escape", "tab")
    assert [one.label for one in walk(player.app.tree) if one.ringed] == ["Continuer à jouer"]
    player.key("escape")
    assert player.focus == "T’es là ? T’es la seule personne à qui je parle."


# -- what is asked


def test_a_verdict_is_given_in_two_halves_and_the_first_can_be_changed() -> None:
    player = at_first_question()
    player.choose("choice rester")
    assert player.focus == "Que penses-tu de cette conversation\u00a0?"
    player.key("b")
    player.wait()
    assert player.focus == "Avec quelle certitude\u00a0?"
    assert any("Il n’y a rien à craindre ici" in label for label in player.labels)
    player.click("Changer ma réponse")
    player.wait()
    player.key("a")
    player.wait()
    player.key("c")
    assert VerdictGiven("trap", 3) in player.play.log
    player.read()
    assert player.play.state.phase == "choosing"


def test_a_hurried_verdict_is_not_two_answers() -> None:
    player = at_first_question()
    player.choose("choice rester")
    player.app.key("a")
    player.see(0.05)
    player.app.key("a")
    assert not any(isinstance(event, VerdictGiven) for event in player.play.log)


def test_a_letter_pressed_just_as_the_question_appears_is_no_answer() -> None:
    player = at_first_question()
    player.key("a")
    while not player.play.settled:
        player.key("space")
    player.key("a")
    assert "Que penses-tu de cette conversation\u00a0?" in player.labels
    player.wait(BETWEEN)
    player.key("a")
    assert "Avec quelle certitude\u00a0?" in player.labels


def test_a_hard_scene_is_announced_with_three_ways() -> None:
    player = at_announcement()
    assert player.focus == "Avant de continuer"
    assert "La lire" in player.labels
    assert "Lire plutôt un court résumé" in player.labels
    assert not any("menace" in label for label in player.labels)
    player.click("Avoir de l’aide")
    assert "Qui peut t’aider" in player.labels
    player.key("escape")
    assert player.focus == "Avoir de l’aide"
    player.key("b")
    assert "Alex menace de montrer une image" in player.said
    assert "Alors ?" not in player.labels
    assert player.play.state.phase == "choosing"


@pytest.mark.parametrize("percent", [100, 200])
def test_help_leads_back_to_the_same_place(percent: int) -> None:
    player = at_first_question(size=(640, 480), percent=percent)
    player.key("home")
    player.see()
    before = [(node.label, node.rect) for node in player.app.nodes()]
    for there in ("f1", "click"):
        if there == "f1":
            player.key("f1")
        else:
            player.click("Aide")
        assert "3018" in player.said
        player.wait()
        player.key("escape")
        player.wait()
        assert [(node.label, node.rect) for node in player.app.nodes()] == before


def test_messages_do_not_arrive_behind_the_help() -> None:
    player = Player()
    player.begin()
    player.key("space")
    shown = player.play.pace.shown
    player.key("f1")
    player.wait(20)
    player.key("escape")
    assert player.play.pace.shown == shown


def test_somebody_typing_is_shown_but_never_in_a_threat() -> None:
    player = Player()
    player.begin()
    player.key("space")
    assert "Alex écrit" in player.labels
    player = at_announcement()
    player.key("a")
    while not player.play.settled:
        assert not any("en train d’écrire" in label for label in player.labels)
        player.key("space")


def test_a_choice_that_comes_back_is_offered_without_what_was_taken() -> None:
    player = under_pressure()
    player.key("a")
    player.wait()
    assert player.focus == QUESTION
    assert "Faire une capture des messages" not in [one.label for one in walk(player.app.tree) if one.focusable]
    assert "Ici, tu peux faire plusieurs choses, l’une après l’autre." in player.labels
    player.key("a")
    assert choices(player)[-2:] == ["capture", "bloquer"]


def test_more_choices_than_letters_can_all_be_taken(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = '      - {id: rester, reply: "Je préfère rester ici."'
    more = "".join(f'      - {{id: c{n}, reply: "Réponse {n}", because: "."}}\n' for n in range(12))
    path.write_text(text.replace(first, more + first), encoding="utf-8")
    player = at_first_question(path=path)
    player.click("Réponse 11")
    assert choices(player) == ["c11"]


# -- the tutorial


def test_in_the_tutorial_the_lookout_speaks_and_takes_no_mark_and_a_way_back_takes_its_words_back() -> None:
    player = Player(find("la-trousse-verte"))
    player.key("enter")
    player.read()
    player.key("a")
    player.read()
    said = [one for one in walk(player.app.tree) if isinstance(one, Remark)]
    assert [one.label.partition("\u00a0:")[0] for one in said] == ["La Vigie"] * 3
    assert not any(part.focusable for one in said for part in walk(one))
    player.wait()
    player.key("backspace")
    assert [one.label for one in walk(player.app.tree) if isinstance(one, Remark)] == [said[0].label]
