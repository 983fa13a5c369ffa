"""A class hour at the window: each message at the teacher's key, votes counted, the majority played on."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from pygame.event import Event

from game.classroom.vote import Vote
from game.desktop.hearing import Hearing
from game.desktop.screens.class_play import ClassPlay
from game.desktop.screens.debrief_screen import DebriefScreen
from game.desktop.screens.guide_page import GuidePage
from game.desktop.screens.home import Home
from game.desktop.screens.play_screen import PlayScreen
from game.desktop.widget_button import Button
from game.desktop.widget_vote import CountField, ResultBar
from game.desktop.widgets import Key, walk
from game.desktop.window import tell
from game.engine.events import MessageArrived, Rewound, VerdictGiven
from game.keeping.progress import read_progress
from game.keeping.saved_play import read_saved
from game.keeping.settings import Settings
from tests.desktop.class_hour import (
    PLACES,
    Teacher,
    at_announcement,
    at_first_vote,
    at_offer,
    at_verdict,
    under_pressure,
)
from tests.desktop.playing import Player, choices, heading, lettered, window

STOP = "Que sait-on d’Alex, à ce moment ?"
AUGUST = "trois-semaines-en-aout"
STORIES = Path(__file__).resolve().parent.parent.parent / "scenarios"


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def messages(teacher: Teacher) -> int:
    return sum(isinstance(event, MessageArrived) for _, event in teacher.play.visible)


def bars(teacher: Teacher) -> list[ResultBar]:
    return [one for one in walk(teacher.app.tree) if isinstance(one, ResultBar)]


# -- onto the wall, and off it


def test_one_key_brings_the_wall_and_takes_it_away() -> None:
    player = Player()
    kept = player.app.settings
    player.key("f8")
    assert player.app.projected
    assert player.app.filled, "it fills the screen"
    assert player.app.look.theme.name == "projector"
    player.key("f8")
    assert not player.app.projected
    assert not player.app.filled
    assert player.app.settings == kept, "it is no setting"


def test_a_window_that_filled_the_screen_before_still_does_after() -> None:
    player = Player()
    player.key("f11", "f8", "f8")
    assert player.app.filled


def test_the_key_for_colours_changes_the_wall_and_not_the_desk() -> None:
    player = Player()
    player.key("f8")
    seen = []
    for _ in range(4):
        seen.append(player.app.look.theme.name)
        player.key("f6")
    assert seen == ["projector", "light", "dark", "contrast"]
    player.key("f8")
    assert player.app.look.theme.name == player.app.settings.colours == "light"


@pytest.mark.parametrize("way", ["note", "page"])
def test_a_teacher_finds_the_wall_by_a_button(way: str) -> None:
    player = Player()
    if way == "page":
        player.click_at(player.keyed("prepare"))
        assert isinstance(player.app.screen, GuidePage)
    player.click_at(player.keyed("in class"))
    assert player.app.projected
    assert isinstance(player.app.screen, ClassPlay)
    player.key("escape", "b")
    assert isinstance(player.app.screen, Home), "not to the page that gives the story away"


def test_the_teachers_door_leads_to_the_note_on_the_wall_and_on_to_the_class() -> None:
    player = Player(None)
    player.click_at(player.keyed("door class"))
    card = next(one for one in walk(player.app.tree) if one.key.startswith("class "))
    player.click_at(card)
    assert player.app.projected
    assert heading(player) == "Avant de jouer", "the class reads the note too"
    player.key("enter")
    assert isinstance(player.app.screen, ClassPlay)


@pytest.mark.parametrize("key", ["page down", "right"])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_a_clicker_begins_the_story_from_the_note_which_leads_to_no_stop(key: str, size: tuple[int, int]) -> None:
    player = Player(size=size)
    player.key("f8")
    assert not {"prepare", "in class"} & {one.key for one in walk(player.app.tree)}
    for _ in range(9):
        if isinstance(player.app.screen, ClassPlay):
            break
        player.app.key(key)
        player.wait(0.5)
    assert isinstance(player.app.screen, ClassPlay)
    player.app.key(key, repeat=True)
    player.see()
    assert sum(isinstance(event, MessageArrived) for _, event in player.play.visible) == 2


def test_where_somebody_stopped_alone_a_class_begins() -> None:
    keep = Settings(language="fr", progress=True)
    alone = Player(STORIES / f"{AUGUST}.yaml", settings=keep)
    alone.begin()
    alone.read()
    alone.choose(f"choice {alone.play.state.offered[0]}")
    player = Player(STORIES / f"{AUGUST}.yaml", settings=keep)
    assert player.keyed("resume")
    player.key("f8")
    assert not any(one.key == "resume" for one in walk(player.app.tree))
    player.key("enter")
    assert choices(player) == []


def test_in_the_middle_of_a_play_the_wall_goes_on_with_it_and_so_does_the_desk() -> None:
    player = Player()
    player.begin()
    player.read()
    player.choose("choice rester")
    play = player.play
    player.key("f8")
    screen = player.app.screen
    assert isinstance(screen, ClassPlay)
    assert screen.hour is not None
    assert screen.hour.play is play
    assert "Que pensez-vous de cette conversation\u00a0?" in player.labels
    player.key("f8")
    assert isinstance(player.app.screen, PlayScreen)
    assert player.app.screen.play is play
    assert choices(player) == ["rester"]


def test_under_the_help_the_play_changes_too() -> None:
    player = Player()
    player.begin()
    player.key("f1", "f8")
    assert player.app.screen is not None
    assert player.app.screen.is_help
    player.key("escape")
    assert isinstance(player.app.screen, ClassPlay)


# -- reading


@pytest.mark.parametrize("key", ["space", "enter", "page down", "right"])
def test_each_press_brings_one_message_and_none_comes_by_itself(key: str) -> None:
    teacher = Teacher()
    assert messages(teacher) == 2, "the day and the first message: the story opens on no empty wall"
    teacher.wait(60)
    assert messages(teacher) == 2
    for number in (3, 4, 5):
        teacher.key(key)
        assert messages(teacher) == number
    teacher.app.key(key, repeat=True)
    teacher.see()
    assert messages(teacher) == 5, "a key held down brings no more"


def test_the_last_message_is_read_before_what_is_asked() -> None:
    teacher = Teacher()
    for _ in range(3):
        teacher.key("space")
    assert teacher.play.settled
    assert teacher.step == "reading"
    assert "Que fait Camille\u00a0?" not in teacher.labels
    teacher.press("space")
    assert teacher.step == "stop"


def test_a_stop_has_the_wall_and_the_story_waits() -> None:
    teacher = Teacher()
    teacher.read_to("stop")
    assert STOP in teacher.labels
    assert "Je préfère rester ici." not in teacher.said
    teacher.press("page down")
    assert teacher.step == "think"
    teacher.vote(9, 0, 0)
    teacher.press("backspace")
    assert teacher.step == "think", "who comes back has talked already"


def test_a_player_alone_meets_no_stop() -> None:
    player = Player()
    player.begin()
    player.read()
    assert STOP not in player.labels
    assert player.keyed("choice rester")


# -- nothing gives the answer away


@pytest.mark.parametrize("place", ["think", "under pressure"])
def test_choices_look_alike_and_nothing_is_said_of_them(place: str) -> None:
    teacher = PLACES[place]()
    scene = teacher.play.scenario.scene[teacher.play.state.scene]
    buttons = [one for one in walk(teacher.app.tree) if isinstance(one, Button) and one.key.startswith("choice ")]
    assert [one.key.removeprefix("choice ") for one in buttons] == list(teacher.play.state.offered)
    assert [one.letter for one in buttons] == list("ABCD"[: len(buttons)])
    assert len({(one.kind, one.detail, one.icon) for one in buttons}) == 1
    said = teacher.said
    for choice in scene.choices:
        assert choice.because not in said
    teacher.app.move(*buttons[0].rect.center)
    teacher.see()
    assert teacher.said == said


def test_neither_the_bars_nor_the_question_before_tell_what_is_right() -> None:
    teacher = under_pressure()
    teacher.count(4, 3, 15, 2)
    scene = teacher.play.scenario.scene["la-pression"]
    assert not any(choice.because in teacher.said for choice in scene.choices)
    assert "Moment" not in teacher.said


# -- counting


def test_thinking_comes_first_with_cards_or_with_hands() -> None:
    teacher = at_first_vote()
    assert "Réfléchissez sans rien dire. Yeux baissés, carte contre soi." in teacher.labels
    teacher.press("v")
    assert "Réfléchissez sans rien dire. Puis fermez les yeux et levez la main." in teacher.labels
    teacher.click("avec des cartes")
    assert "Réfléchissez sans rien dire. Yeux baissés, carte contre soi." in teacher.labels


def test_counts_are_typed_and_enter_or_tab_goes_on() -> None:
    teacher = at_first_vote()
    teacher.press("enter")
    assert teacher.step == "count"
    assert teacher.fields[0].focused
    teacher.key("1", "2", "tab", "9", "shift+tab", "backspace", "4", "enter", "enter", "7")
    assert teacher.hour.round.vote.counts == (14, 9, 7)
    assert [field.shown for field in teacher.fields] == ["14", "9", "7"]
    teacher.press("enter")
    assert teacher.step == "result"


def test_plus_and_minus_change_a_count() -> None:
    teacher = at_first_vote()
    teacher.press("enter")
    teacher.key("9", "+", "+", "-", "-", "-")
    assert teacher.hour.round.vote.counts[0] == 8
    teacher.key(*["-"] * 20)
    assert teacher.hour.round.vote.counts[0] == 0


def test_up_and_down_go_from_row_to_row_and_take_no_vote_away() -> None:
    teacher = at_first_vote()
    teacher.press("enter")
    teacher.key("up", "9", "down", "8", "down", "down", "7", "up", "up", "up")
    assert teacher.hour.round.vote.counts == (9, 8, 7)
    assert [field.focused for field in teacher.fields] == [True, False, False]
    teacher.app.focus("")
    teacher.see()
    teacher.key("down", "6")
    assert teacher.hour.round.vote.counts == (9, 6, 7), "without a focus the row that was typed last is left"


@pytest.mark.parametrize(
    "back", [("up",), ("shift+tab",), ("down", "tab", "tab", "tab", "tab", "click")], ids=["up", "tab", "mouse"]
)
def test_the_first_digit_in_a_row_that_is_come_back_to_replaces_its_count(back: tuple[str, ...]) -> None:
    teacher = at_first_vote()
    teacher.press("enter")
    teacher.key("1", "1", "enter", "2")
    for key in back:
        if key == "click":
            teacher.click_at(teacher.fields[0])
        else:
            teacher.key(key)
    teacher.key("1", "5")
    assert teacher.hour.round.vote.counts == (15, 2, 0)
    teacher.key("down", "1", "6")
    assert teacher.hour.round.vote.counts == (15, 16, 0), "of a hidden number nothing is left"
    teacher.key("+", "2", "0")
    assert teacher.hour.round.vote.counts == (15, 20, 0)


def test_the_foot_says_what_enter_does_now() -> None:
    teacher = at_first_vote()
    teacher.press("enter")
    seen = []
    for key in ("1", "tab", "enter", "up"):
        teacher.key(key)
        seen.append([label for label in teacher.foot if label.startswith(("Entrée", "Page suiv"))])
    next_page = "Page suiv.\u00a0: montrer les barres"
    assert seen == [
        ["Entrée\u00a0: compter B", next_page],
        ["Entrée\u00a0: compter C", next_page],
        ["Entrée\u00a0: montrer les barres"],
        ["Entrée\u00a0: compter C", next_page],
    ]
    teacher.press("enter", "enter")
    assert teacher.step == "result"


def test_an_arrow_at_a_choice_scrolls_from_where_the_view_is_and_enter_counts() -> None:
    teacher = under_pressure()
    view = teacher.scroll("talk")
    end, marks = view.offset, teacher.play.state.marks
    assert end > 0
    teacher.key("down")
    assert teacher.scroll("talk").offset == end
    teacher.key("up")
    assert 0 < end - teacher.scroll("talk").offset <= view.step()
    teacher.press("enter")
    assert teacher.step == "count"
    assert teacher.play.state.marks == marks


def test_enter_counts_even_where_tab_led_to_a_message_but_presses_a_button_of_the_foot() -> None:
    teacher = at_first_vote()
    bubble = next(one for one in walk(teacher.scroll("talk")) if one.focusable)
    teacher.app._view.hands.focus_on(bubble)
    marks = teacher.play.state.marks
    teacher.press("enter")
    assert (teacher.step, teacher.play.state.marks) == ("count", marks)
    teacher.press("escape")
    teacher.app._view.hands.focus_on(teacher.keyed("way V"))
    teacher.press("enter")
    assert teacher.step == "think"
    assert teacher.hour.raised


def test_the_row_of_digits_of_a_french_keyboard_types_digits() -> None:
    teacher = at_first_vote()
    teacher.press("enter")
    teacher.app.key("&", digit="1")
    teacher.see()
    teacher.app.key("-", digit="6")
    teacher.see()
    assert teacher.hour.round.vote.counts[0] == 16


@pytest.mark.parametrize(
    ("code", "typed", "scan"),
    [
        (pygame.K_MINUS, "-", pygame.KSCAN_6),
        (pygame.K_6, "6", pygame.KSCAN_6),
        (pygame.K_KP6, "6", pygame.KSCAN_KP_6),
        (pygame.K_6, "^", pygame.KSCAN_6),
    ],
)
def test_the_key_of_six_types_six_on_every_keyboard(code: int, typed: str, scan: int) -> None:
    teacher = at_first_vote()
    teacher.press("enter")
    tell(teacher.app, Event(pygame.KEYDOWN, key=code, unicode=typed, mod=0, scancode=scan), set())
    teacher.see()
    assert teacher.hour.round.vote.counts[0] == 6


@pytest.mark.parametrize(
    ("code", "typed", "scan", "hides"),
    [
        (pygame.K_PERIOD, ".", pygame.KSCAN_PERIOD, True),
        (pygame.K_COLON, ":", pygame.KSCAN_PERIOD, True),
        (pygame.K_SEMICOLON, ".", pygame.KSCAN_COMMA, True),
        (pygame.K_COLON, ":", pygame.KSCAN_SEMICOLON, False),
        (pygame.K_x, "x", pygame.KSCAN_PERIOD, False),
    ],
)
def test_a_clickers_black_screen_works_on_every_keyboard(code: int, typed: str, scan: int, hides: bool) -> None:
    teacher = at_first_vote()
    tell(teacher.app, Event(pygame.KEYDOWN, key=code, unicode=typed, mod=0, scancode=scan), set())
    teacher.see()
    assert isinstance(teacher.app.screen, ClassPlay) is not hides


def test_wrong_keys_do_nothing_bad() -> None:
    teacher = at_first_vote()
    teacher.press("enter")
    teacher.key("5", "a", "c", "z", "é", "delete", "home", "f5", "f7", ";", "3", "3", "3")
    assert teacher.step == "count"
    assert teacher.hour.round.vote.counts == (53, 0, 0)
    assert choices(teacher) == []


def test_a_count_can_be_typed_where_nothing_has_the_focus() -> None:
    teacher = at_first_vote()
    teacher.press("enter")
    teacher.app.focus("")
    teacher.see()
    teacher.key("6")
    assert teacher.hour.round.vote.counts == (6, 0, 0)
    assert teacher.fields[0].focused


def test_by_mouse_alone_counts_are_made_with_buttons_large_enough() -> None:
    teacher = at_first_vote()
    teacher.click_at(teacher.keyed("forward"))
    for _ in range(3):
        teacher.click_at(teacher.keyed("count rester more"))
    teacher.click_at(teacher.keyed("count rester fewer"))
    teacher.click_at(teacher.keyed("count suivre more"))
    assert [field.shown for field in teacher.fields] == ["3", "1–2", "0"]
    for field in teacher.fields:
        for button in (one for one in walk(field) if isinstance(one, Button)):
            assert button.rect.w >= 44
            assert button.rect.h >= 44
    teacher.wait()
    teacher.click_at(teacher.keyed("forward"))
    assert teacher.step == "result"


def test_escape_goes_back_a_phase_and_loses_no_count() -> None:
    teacher = at_first_vote()
    teacher.count(12, 3, 1)
    for key, step in (("escape", "count"), ("page up", "think"), ("enter", "count"), ("left", "think")):
        teacher.press(key)
        assert teacher.step == step
        assert teacher.hour.round.vote.counts == (12, 3, 1)
    teacher.press("escape", "escape")
    assert teacher.step == "think", "leaving is asked about"
    assert teacher.hour.round.vote.counts == (12, 3, 1)


def test_backspace_in_a_count_never_goes_back_in_the_story() -> None:
    teacher = at_verdict()
    teacher.press("enter")
    teacher.key("1", "backspace", "backspace", "backspace")
    teacher.app.focus("")
    teacher.see()
    teacher.press("backspace")
    assert not any(isinstance(event, Rewound) for event in teacher.play.log)
    assert teacher.step == "count"


def test_the_clickers_key_for_a_black_screen_hides_the_wall_and_loses_nothing() -> None:
    teacher = at_first_vote()
    teacher.press("enter")
    teacher.key("1", "7", ".")
    assert "«" not in teacher.said
    teacher.press("escape")
    assert teacher.step == "count"
    assert teacher.hour.round.vote.counts[0] == 17


# -- what came out


def test_the_majority_is_marked_by_a_word_and_plays_on_with_enter() -> None:
    teacher = at_first_vote()
    teacher.count(12, 2, 0)
    assert [one.label for one in bars(teacher)] == [
        "A. «\u00a0Je préfère rester ici.\u00a0». 12 voix. Le plus de voix",
        "B. «\u00a0Ok, j’arrive. C’est quoi ton pseudo là-bas ?\u00a0». quelques voix",
        "C. Montrer le profil à Yanis",
    ]
    assert "Le plus de voix\u00a0: A" in teacher.labels
    teacher.press("enter")
    assert choices(teacher) == ["rester"]


def test_a_single_hand_is_never_shown_as_1_at_any_time() -> None:
    teacher = at_first_vote()
    teacher.press("enter")
    seen = []
    for key in ("1", "enter", "2", "enter", "1"):
        teacher.key(key)
        seen += [field.shown for field in teacher.fields]
    teacher.press("enter")
    assert teacher.step == "result"
    assert set(seen) == {"0", "1–2"}
    assert all("quelques voix" in one.label for one in bars(teacher))
    assert not any(label.startswith(("1 ", "2 ")) for label in teacher.labels)
    assert len({one._share for one in bars(teacher)}) == 1


@pytest.mark.parametrize("still", [False, True])
def test_bars_grow_in_less_than_200_ms_or_stand_at_once(still: bool) -> None:
    from dataclasses import replace

    teacher = at_first_vote()
    teacher.app.change(replace(teacher.app.settings, still=still))
    teacher.press("enter")
    teacher.key("9", "enter", "enter")
    teacher.app.key("enter")
    teacher.app.draw(teacher.surface)
    grown = bars(teacher)[0]._grown
    assert grown() == (1 if still else 0)
    assert teacher.app.screen is not None
    assert teacher.app.screen.tick(teacher.app, 0.1) is not still
    teacher.app.screen.tick(teacher.app, 0.099)
    assert grown() == 1


def test_a_tie_is_the_teachers_choice_said_kindly() -> None:
    teacher = at_first_vote()
    teacher.count(7, 7, 2)
    assert "A et B sont à égalité. C’est l’adulte qui choisit." in teacher.labels
    teacher.press("enter")
    assert teacher.step == "result"
    assert choices(teacher) == []
    teacher.press("c")
    assert teacher.step == "result", "only those that are tied"
    teacher.press("b")
    assert "On joue B\u00a0?" in teacher.labels
    teacher.press("escape")
    assert teacher.step == "result"
    teacher.press("b", "enter")
    assert choices(teacher) == ["suivre"]


def test_without_any_vote_the_teacher_chooses() -> None:
    teacher = at_first_vote()
    teacher.count(0, 0, 0)
    assert "Aucune voix cette fois. C’est l’adulte qui choisit." in teacher.labels
    teacher.press("c", "enter")
    assert choices(teacher) == ["yanis"]


def test_a_letter_skips_the_vote_but_asks_once_more() -> None:
    teacher = at_first_vote()
    teacher.press("c")
    assert choices(teacher) == []
    assert "On joue C\u00a0?" in teacher.labels
    teacher.press("escape")
    assert teacher.step == "think"
    teacher.press("c", "enter")
    assert choices(teacher) == ["yanis"]


def test_a_double_press_is_not_two_decisions() -> None:
    teacher = at_first_vote()
    teacher.key("c", "enter")
    assert teacher.step == "confirm"
    teacher.press("escape")
    teacher.press("enter")
    teacher.key("9", "enter", "enter", "enter", "enter")
    assert teacher.step == "result"
    assert choices(teacher) == []


def test_several_things_done_in_turn_are_voted_on_again_at_once() -> None:
    teacher = under_pressure()
    teacher.vote(15, 3, 4, 0)
    assert teacher.step == "think"
    assert teacher.hour.round.vote.choices == ("bloquer", "parler", "payer")
    assert teacher.hour.round.vote.counts == (0, 0, 0)
    teacher.press("a", "enter")
    assert choices(teacher)[-2:] == ["capture", "bloquer"]


def test_escape_twice_goes_from_the_bars_to_a_choice_by_its_letter() -> None:
    """So the lesson of the story that ships has it: the class votes, and the teacher takes another choice."""
    teacher = at_first_vote()
    teacher.count(12, 2, 0)
    teacher.press("escape", "escape", "c", "enter")
    assert choices(teacher) == ["yanis"]


def test_the_verdict_is_counted_the_same_way_and_asks_nobody_how_sure_they_are() -> None:
    teacher = at_verdict()
    assert [lettered(teacher.app, f"choice {one}") for one in ("trap", "nothing", "unsure")] == ["a", "b", "c"]
    teacher.vote(4, 11, 7)
    assert [event for event in teacher.play.log if isinstance(event, VerdictGiven)] == [VerdictGiven("nothing", 2)]
    assert teacher.step == "think"


# -- hard scenes


@pytest.mark.parametrize("key", ["enter", "space", "page down", "right"])
def test_no_key_leads_into_a_hard_scene_by_mistake(key: str) -> None:
    teacher = at_announcement()
    before = len(teacher.play.log)
    teacher.press(key, key)
    assert len(teacher.play.log) == before
    assert teacher.step == "announced"


def test_a_hard_scene_is_read_or_told_in_short_and_help_is_there() -> None:
    teacher = at_announcement()
    assert {"Avoir de l’aide", "Aide", "Sortir"} <= set(teacher.labels)
    teacher.press("b")
    assert teacher.step == "think"
    assert "Alex menace de montrer une image et réclame de l’argent. Yanis attend Camille pour jouer." in teacher.said
    assert "Demande intime" not in teacher.said


# -- what if


def test_after_a_good_choice_the_most_tempting_other_one_can_be_looked_at() -> None:
    teacher = at_offer()
    assert "Un autre choix était possible\u00a0: Payer pour que ça s’arrête" in teacher.labels
    log = list(teacher.play.log)
    teacher.press("a")
    assert teacher.step == "what if"
    assert "La pression est faite pour ça. On peut s’arrêter à tout moment." in teacher.labels
    assert "Alex réclame encore de l’argent. Yanis demande des nouvelles." in teacher.said
    assert "Une nouvelle demande arrive" not in teacher.said, "of a hard scene only the summary"
    teacher.press("enter")
    assert teacher.step == "ended"
    assert teacher.play.log == log


def test_it_can_be_left_aside_with_the_key_that_goes_on() -> None:
    teacher = at_offer()
    teacher.press("page down")
    assert teacher.step == "ended"


def test_after_a_choice_that_was_not_right_nothing_scolds_and_the_story_shows() -> None:
    teacher = under_pressure()
    teacher.vote(1, 2, 3, 18)
    assert choices(teacher)[-1] == "payer"
    assert teacher.step == "announced", "what came of it is another hard scene, which is announced"
    assert "Un autre choix était possible" not in teacher.said


def test_any_moment_again_another_way() -> None:
    teacher = under_pressure()
    teacher.vote(1, 2, 3, 18)
    teacher.press("backspace")
    assert teacher.step == "think"
    assert teacher.play.state.scene == "la-pression"
    teacher.press("backspace")
    assert teacher.play.state.scene == "le-doute"


def test_after_the_ending_a_moment_can_be_played_again_on_the_wall() -> None:
    teacher = at_offer()
    teacher.press("enter", "enter")
    assert isinstance(teacher.app.screen, DebriefScreen)
    teacher.app.choose("button", "Tes moments, et les étapes")
    teacher.see()
    teacher.app.choose("button", "Revenir à ce choix (Moment 1)")
    teacher.wait()
    assert isinstance(teacher.app.screen, ClassPlay)
    assert teacher.step == "think"
    assert teacher.play.state.scene == "la-pression"


# -- nothing about anybody is kept


def counted_votes() -> list[Vote]:
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, Vote) and any(one.counts)]


def counted_words() -> list[str]:
    """What is said of counts in the widgets that still exist."""
    gc.collect()
    fields = [one.shown for one in gc.get_objects() if isinstance(one, CountField)]
    return fields + [one.label for one in gc.get_objects() if isinstance(one, ResultBar)]


def test_nothing_of_a_count_outlives_its_moment() -> None:
    gc.collect()
    there = len(counted_votes()), len(counted_words())
    teacher = at_first_vote()
    teacher.count(13, 11, 2)
    assert len(counted_votes()) > there[0]
    teacher.press("enter")
    assert (len(counted_votes()), len(counted_words())) == there
    assert not any("13 voix" in label for label in teacher.labels)


@pytest.mark.parametrize("phase", ["count", "result"])
def test_the_way_out_leaves_nothing_of_a_count_nor_of_the_play(phase: str) -> None:
    gc.collect()
    there = len(counted_votes()), len(counted_words())
    teacher = at_first_vote()
    teacher.count(13, 11, 2)
    if phase == "count":
        teacher.press("escape")
    teacher.key("shift", "shift", "shift")
    assert teacher.labels == ["Notes"]
    assert teacher.game.play is None
    assert (len(counted_votes()), len(counted_words())) == there


def test_going_back_and_leaving_the_wall_leave_no_count_either() -> None:
    gc.collect()
    there = len(counted_votes()), len(counted_words())
    teacher = at_verdict()
    teacher.count(13, 11, 2)
    teacher.press("escape", "escape", "backspace")
    assert (len(counted_votes()), len(counted_words())) == there
    teacher.count(5, 6, 7)
    teacher.key("f8")
    teacher.wait()
    assert (len(counted_votes()), len(counted_words())) == there


def test_nothing_of_a_class_is_kept_even_where_progress_is() -> None:
    keep = Settings(language="fr", progress=True)
    alone = Player(STORIES / f"{AUGUST}.yaml", settings=keep)
    alone.begin()
    alone.read()
    alone.choose(f"choice {alone.play.state.offered[0]}")
    own = read_saved(AUGUST)
    assert own is not None
    teacher = Teacher(STORIES / f"{AUGUST}.yaml", settings=keep)
    teacher.read_to("think")
    teacher.vote(0, 14, 2)
    assert read_saved(AUGUST) == own, "the place of somebody's own play stays"
    teacher.key("f8")
    teacher.wait(30)
    teacher.read()
    teacher.choose(f"choice {teacher.play.state.offered[0]}")
    teacher.game.close()
    assert read_saved(AUGUST) == own
    assert read_progress()[0] == ()


def test_a_count_is_said_to_a_screen_reader() -> None:
    teacher = at_first_vote()
    teacher.press("enter")
    teacher.key("1", "2")
    heard = Hearing().hear(teacher.app.tree, teacher.app.focused, "Notes")
    said = heard.nodes[heard.focus]
    assert said.role == "spinbutton"
    assert said.name == "A. «\u00a0Je préfère rester ici.\u00a0»"
    assert said.description.startswith("12")


# -- a whole hour


def test_a_whole_hour_by_keys_alone() -> None:
    teacher = at_offer()
    assert choices(teacher) == ["rester", "demain", "parler"]
    teacher.press("a", "enter", "enter")
    assert heading(teacher) == "On joue samedi"
    teacher.press("escape")
    assert isinstance(teacher.app.screen, DebriefScreen)
    assert "On s’arrête là\u00a0?" in teacher.labels, "it asks first"
    teacher.press("a", "escape", "escape")
    assert isinstance(teacher.app.screen, DebriefScreen)
    teacher.press("escape", "b")
    assert isinstance(teacher.app.screen, Home)


def test_from_the_debrief_the_wall_can_be_left_for_the_desk() -> None:
    teacher = at_offer()
    teacher.press("enter", "enter", "escape", "c")
    assert isinstance(teacher.app.screen, DebriefScreen)
    assert not teacher.app.projected
    assert "On s’arrête là\u00a0?" not in teacher.labels


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1920, 1080)])
def test_in_the_debrief_the_tabs_stay_and_enter_leads_past_the_longest_page(size: tuple[int, int]) -> None:
    teacher = at_offer(size=size)
    teacher.press("enter", "enter")
    teacher.click_at(teacher.keyed("tab conversation"))
    assert heading(teacher) == "La conversation"
    tab = teacher.keyed("tab conversation").rect.copy()
    teacher.press("page down")
    assert teacher.keyed("tab conversation").rect == tab
    assert "Entrée\u00a0: suite, «\u00a0Tes moments, et les étapes\u00a0»" in teacher.foot
    teacher.press("enter")
    assert heading(teacher) == "Tes moments, et les étapes"
    teacher.press("enter", "enter")
    assert heading(teacher) == "Qui peut t’aider"
    assert "Échap\u00a0: s’arrêter là" in teacher.foot
    teacher.press("enter")
    assert heading(teacher) == "Qui peut t’aider"
    teacher.press(".")
    assert not isinstance(teacher.app.screen, DebriefScreen), "a clicker's black screen works here too"


@pytest.mark.parametrize("way", ["page down", "down"])
def test_bars_never_stop_in_the_middle_of_a_line(way: str) -> None:
    teacher = under_pressure(size=(1024, 768), percent=150)
    teacher.count(12, 9, 4, 3)
    wall = teacher.scroll("wall result")
    assert wall.reach > 0
    seen = [wall.offset]
    while wall.on_key(Key("page down")) if way == "page down" else wall.go_lines(1):
        seen.append(wall.offset)
        lines = [one.rect for one in walk(wall) if isinstance(one, ResultBar) or one.role == "heading"]
        assert not [one for one in lines if one.y < wall.rect.y < one.bottom]
    assert wall.at_end
    assert len(seen) > 1
    teacher.app.refresh()
    teacher.see()
    assert teacher.scroll("wall result").offset == seen[-1]


def test_a_whole_hour_with_a_clicker_and_digits() -> None:
    teacher = Teacher()
    for _ in range(200):
        if not isinstance(teacher.app.screen, ClassPlay):
            break
        if teacher.step == "announced":
            teacher.press("b")
        elif teacher.step == "count":
            teacher.key("9")
        teacher.press("page down")
    assert isinstance(teacher.app.screen, DebriefScreen)
    assert choices(teacher)[:2] == ["rester", "demain"]


def test_a_whole_hour_by_mouse_alone() -> None:
    player = Player()
    player.click_at(player.keyed("in class"))
    for _ in range(200):
        player.wait(0.5)
        screen = player.app.screen
        if not isinstance(screen, ClassPlay) or screen.hour is None:
            break
        step = screen.hour.step
        if step == "announced":
            player.click_at(player.keyed("go on"))
            continue
        if step == "count":
            last = screen.hour.round.vote.choices[-1]
            for _ in range(3):
                player.click_at(player.keyed(f"count {last} more"))
        player.click_at(player.keyed("forward"))
    assert isinstance(player.app.screen, DebriefScreen)
    assert choices(player) == ["yanis", "ici", "payer", "attendre"]


@pytest.mark.parametrize("favourite", [0, 1, 2])
def test_the_shipped_story_is_played_through_by_majority(favourite: int) -> None:
    teacher = Teacher(STORIES / f"{AUGUST}.yaml", seed=favourite)
    stops = 0
    for _ in range(2000):
        match teacher.step:
            case "ended":
                break
            case "announced":
                teacher.key("a" if favourite else "b")
            case "think":
                offered = teacher.hour.round.vote.choices
                chosen = offered[min(favourite, len(offered) - 1)]
                teacher.key("enter")
                teacher.key(*(["tab"] * offered.index(chosen)), "1", "7")
                while teacher.step == "count":
                    teacher.key("enter")
                assert teacher.hour.round.plays == chosen
                teacher.wait(0.5)
                teacher.key("enter")
                assert isinstance(teacher.app.screen, ClassPlay)
            case "stop":
                stops += 1
                teacher.key("page down")
            case _:
                teacher.key("page down")
        teacher.wait(0.45)
    assert teacher.step == "ended"
    assert stops
    teacher.press("enter")
    assert isinstance(teacher.app.screen, DebriefScreen)


def test_leaving_in_the_middle_is_asked_about_and_one_way_leads_back_to_the_desk() -> None:
    teacher = at_verdict()
    teacher.press("escape")
    assert "On s’arrête là\u00a0?" in teacher.labels
    teacher.press("d")
    assert isinstance(teacher.app.screen, PlayScreen)
    assert not teacher.app.projected


def test_on_the_wall_the_debrief_is_read_page_by_page_with_one_key() -> None:
    teacher = at_offer()
    teacher.press("enter", "enter")
    titles = [heading(teacher)]
    for _ in range(200):
        teacher.press("page down")
        if heading(teacher) != titles[-1]:
            titles.append(heading(teacher))
    assert titles == [
        "On joue samedi",
        "Tes moments, et les étapes",
        "Ce que dit la loi",
        "Qui peut t’aider",
    ], "a class has just read the conversation: its page is a tab aside"
    for _ in range(200):
        teacher.press("page up")
    assert heading(teacher) == "On joue samedi"
