"""Marks are made by mouse, by keyboard and by finger, and can be undone and done again; choices never are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.desktop.heard import Heard
from game.desktop.heard_changes import aloud
from game.desktop.hearing import Hearing
from game.desktop.play import Play
from game.desktop.widgets import walk
from game.engine.events import MessageArrived
from tests.desktop.layout_faults import faults
from tests.desktop.playing import SAID, Player, at_first_question, choices, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def marked(player: Player) -> list[str]:
    """The words of the messages that are marked, as the play has them."""
    play = player.play
    return [_words(play, at) for at in sorted(play.state.marks)]


def _words(play: Play, at: int) -> str:
    event = play.log[at]
    assert isinstance(event, MessageArrived)
    return play.message(event).text


def flagged(player: Player) -> list[str]:
    """The words of the messages that the tree says are marked."""
    return [one.label for one in walk(player.app.tree) if one.role == "button" and one.checked]


def test_the_m_key_marks_the_last_message_when_none_has_the_focus() -> None:
    player = at_first_question()
    player.key("m")
    assert marked(player) == flagged(player) == [SAID]
    assert "Message marqué\u00a0: «\u00a0T’as quel âge ? Viens sur une autre appli…\u00a0»" in player.labels
    player.key("m")
    assert marked(player) == flagged(player) == []
    assert any(label.startswith("Marque enlevée") for label in player.labels)


def test_the_m_key_marks_the_message_that_has_the_focus_and_leaves_the_focus_there() -> None:
    player = at_first_question()
    player.key("shift+tab", "shift+tab")
    label = player.focus
    assert label != SAID
    player.key("m")
    assert marked(player) == flagged(player) == [label]
    assert player.focus == label


def test_a_message_of_ones_own_is_passed_over() -> None:
    player = at_first_question()
    player.choose("choice rester")
    mine = player.play.scenario.scene[player.play.state.scene]
    player.key("m")
    event = player.play.log[max(player.play.state.marks)]
    assert isinstance(event, MessageArrived)
    assert player.play.message(event).speaker != "me", mine


def test_marks_are_undone_and_done_again_one_by_one() -> None:
    player = at_first_question()
    player.key("m")
    player.key("shift+tab", "shift+tab")
    other = player.focus
    player.key("m", "m")
    states = [[SAID], [other, SAID], [SAID], []]
    assert marked(player) == states[0]
    for expected in states[1:]:
        player.key("ctrl+z")
        assert sorted(marked(player)) == sorted(expected)
    player.key("ctrl+z")
    assert marked(player) == []
    for expected in (*states[2::-1],):
        player.key("ctrl+y")
        assert sorted(marked(player)) == sorted(expected)
    player.key("ctrl+y")
    assert marked(player) == [SAID]
    player.key("ctrl+z")
    player.app.key("z", shift=True, ctrl=True)
    player.see()
    assert marked(player) == [SAID]


def test_a_new_mark_ends_what_could_be_done_again() -> None:
    player = at_first_question()
    player.key("m", "ctrl+z")
    player.key("shift+tab", "shift+tab", "m")
    before = marked(player)
    player.key("ctrl+y")
    assert marked(player) == before


@pytest.mark.parametrize("percent", [100, 200])
def test_a_button_undoes_the_mark_and_is_there_only_after_one(percent: int) -> None:
    player = at_first_question(percent=percent)
    assert "Enlever la marque" not in player.labels
    player.click(SAID)
    assert faults(player.app, (1280, 720)) == []
    button = player.named("Enlever la marque")
    assert button.rect.h >= 44
    player.click("Enlever la marque")
    assert marked(player) == []
    assert "Enlever la marque" not in player.labels
    player.key("ctrl+y", "m")
    player.click("Remettre la marque")
    assert marked(player) == [SAID]


def test_undo_never_touches_a_choice_nor_the_marks_of_the_scene_before() -> None:
    player = at_first_question()
    player.click(SAID)
    player.choose("choice rester")
    kept = marked(player)
    made = choices(player)
    player.key("ctrl+z", "ctrl+z", "ctrl+y")
    assert marked(player) == kept == [SAID]
    assert choices(player) == made == ["rester"]


def test_going_back_to_a_choice_keeps_the_marks_and_forgets_their_gestures() -> None:
    player = at_first_question()
    player.click(SAID)
    player.choose("choice rester")
    player.wait()
    player.key("backspace")
    player.wait()
    assert marked(player) == [SAID]
    length = len(player.play.log)
    player.key("ctrl+z")
    assert len(player.play.log) == length


def test_the_log_keeps_what_was_undone() -> None:
    player = at_first_question()
    length = len(player.play.log)
    player.key("m", "ctrl+z", "ctrl+y")
    assert [type(event).__name__ for event in player.play.log[length:]] == ["Marked", "Unmarked", "Marked"]


def test_nothing_is_marked_under_a_dialog_nor_before_anything_was_said() -> None:
    player = Player()
    player.begin()
    if player.play.last_to_mark is None:
        player.key("m")
    assert marked(player) == []
    player = at_first_question()
    player.choose("choice rester")
    player.key("escape", "m")
    assert marked(player) == []


def test_what_was_marked_is_said_by_itself_and_not_again_after_a_pause() -> None:
    player = at_first_question()
    hearing = Hearing()

    def said() -> tuple[str, ...]:
        before = hearing.hear(player.app.tree, player.app.focused, "Notes", "fr") if not heard else heard[-1]
        heard.append(hearing.hear(player.app.tree, player.app.focused, "Notes", "fr"))
        return aloud(before, heard[-1])

    heard: list[Heard] = []
    said()
    player.key("m")
    assert said()[0].startswith("Message marqué\u00a0: «\u00a0T’as quel âge")
    player.key("m")
    assert said()[0].startswith("Marque enlevée\u00a0: «\u00a0T’as quel âge")
    player.key("m")
    assert said()[0].startswith("Message marqué")
    player.key("p")
    said()
    player.key("escape")
    assert not any("marqué" in words for words in said())


def test_space_on_a_message_goes_on_and_enter_marks_it() -> None:
    player = Player()
    player.begin()
    player.key("space", "space")
    assert not player.play.settled
    player.app.reach(next(one for one in walk(player.app.tree) if one.key.startswith("message ") and one.focusable))
    shown = player.play.pace.shown
    player.key("space")
    assert player.play.pace.shown > shown
    player.key(*["space"] * 20)
    assert player.play.settled
    assert marked(player) == []
    # Where nothing more comes, it leads to what is asked.
    assert player.focus == "Tu joues Camille. Que fais-tu\u00a0?"
    player.key("shift+tab", "enter")
    assert marked(player) == [SAID]
    player.key("space")
    assert marked(player) == [SAID]


def test_a_notice_can_be_marked_since_it_may_bear_a_sign() -> None:
    player = at_first_question()
    player.click("mardi, 16 h 02")
    assert marked(player) == ["mardi, 16 h 02"]
