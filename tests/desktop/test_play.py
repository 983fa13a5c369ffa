"""A play in progress: what is shown of it, who is typing, what was marked, and the file read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.desktop.play import Play
from game.engine.events import Choose, GiveVerdict, GoOn, MessageArrived, ReadSummary
from game.shelf import open_file
from tests.desktop.playing import copied, edit


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return copied(tmp_path)


def started(path: Path) -> Play:
    story = open_file(path, "fr").story
    assert story is not None
    return Play(path, *story)


def hurried(play: Play) -> Play:
    while play.hurry():
        pass
    return play


def texts(play: Play) -> list[str]:
    return [play.message(event).text for _, event in play.visible if isinstance(event, MessageArrived)]


def arrived(play: Play, words: str) -> int:
    return next(
        at
        for at, event in enumerate(play.log)
        if isinstance(event, MessageArrived) and words in play.message(event).text
    )


def under_pressure(path: Path) -> Play:
    """At the announcement of the hard scene."""
    play = hurried(started(path))
    for command in (Choose("rester"), GiveVerdict("unsure", 1), Choose("demain")):
        assert play.do(command)
        hurried(play)
    return play


def test_messages_come_one_by_one(path: Path) -> None:
    play = started(path)
    assert not play.settled
    seen = []
    for _ in range(5):
        play.advance(7)
        seen.append(len(texts(play)))
    assert seen == sorted(seen)
    assert seen[0] >= 1
    assert play.settled


def test_a_command_that_does_not_fit_changes_nothing(path: Path) -> None:
    play = hurried(started(path))
    before = list(play.log)
    assert not play.do(Choose("nobody"))
    assert not play.do(GoOn())
    assert play.log == before


def test_what_answers_a_gesture_is_shown_at_once(path: Path) -> None:
    play = under_pressure(path)
    play.do(GoOn())
    hurried(play)
    assert play.do(Choose("capture"))
    assert play.settled, "nothing is waited for where no message comes"


def test_somebody_else_is_seen_typing(path: Path) -> None:
    play = started(path)
    assert play.typing is None, "a notice comes first"
    play.hurry()
    assert play.typing == "alex"
    play.hurry()
    assert play.typing is None, "the next message is one's own"
    play.hurry()
    assert play.typing == "yanis"


def test_nobody_is_seen_typing_a_threat_nor_anything_after_one(path: Path) -> None:
    play = under_pressure(path)
    play.do(GoOn())
    seen = []
    while not play.settled:
        seen.append((play.typing, play.under_threat))
        play.hurry()
    assert seen == [(None, False), (None, False), (None, False), (None, True), (None, True)]


def test_a_summary_that_was_read_puts_nobody_under_threat(path: Path) -> None:
    play = under_pressure(path)
    play.do(ReadSummary())
    assert play.settled
    assert not play.under_threat


def test_a_mark_is_set_and_taken_back(path: Path) -> None:
    play = hurried(started(path))
    at = arrived(play, "quel âge")
    play.toggle_mark(at)
    assert play.state.marks == {at}
    play.toggle_mark(at)
    assert play.state.marks == frozenset()


def test_a_mark_while_messages_arrive_neither_hurries_nor_holds_them_up(path: Path) -> None:
    play = started(path)
    play.hurry()
    play.hurry()
    play.advance(0.4)
    before = play.pace
    play.toggle_mark(arrived(play, "Salut"))
    assert play.pace == before
    assert len(texts(hurried(play))) == 5
    assert play.settled


def test_ones_own_message_cannot_be_marked(path: Path) -> None:
    play = hurried(started(path))
    play.toggle_mark(arrived(play, "Ouiii"))
    assert play.state.marks == frozenset()


def test_a_play_is_begun_with_its_first_choice(path: Path) -> None:
    play = hurried(started(path))
    assert not play.begun
    play.do(Choose("rester"))
    assert play.begun


# The file is read again.


def test_a_changed_text_is_there_and_the_moment_is_the_same(path: Path) -> None:
    play = under_pressure(path)
    before = play.state
    edit(path, "Tu viens à l’entraînement demain ?", "Tu viens samedi ?")
    assert play.reload("fr") == ()
    assert play.state == before
    assert "Tu viens samedi ?" in texts(play)
    assert play.settled


def test_what_was_not_shown_yet_still_is_not(path: Path) -> None:
    play = started(path)
    play.hurry()
    play.hurry()
    edit(path, "      ~ mardi, 16 h 02\n", "      ~ mardi, 16 h 02\n      yanis: Coucou !\n")
    play.reload("fr")
    assert texts(play) == ["mardi, 16 h 02", "Coucou !", "Salut ! On était dans la même partie hier, non ?"]
    assert not play.settled


def test_an_added_scene_is_where_one_stands(path: Path) -> None:
    play = under_pressure(path)
    edit(path, "    go_to: le-doute\n", "    go_to: le-detour\n")
    edit(
        path,
        "  le-doute:\n",
        "  le-detour:\n    chat: |\n      yanis: Au fait.\n    choices:\n"
        '      - {id: quoi, reply: "Quoi ?", because: "Demander aide."}\n    go_to: le-doute\n\n  le-doute:\n',
    )
    assert play.reload("fr") == ()
    assert (play.state.phase, play.state.scene) == ("choosing", "le-detour")
    assert texts(play)[-1] == "Au fait."


def test_a_file_with_faults_changes_nothing_and_they_are_told(path: Path) -> None:
    play = under_pressure(path)
    log, scenario = list(play.log), play.scenario
    edit(path, "go_to: on-joue", "go_to: on-jou")
    assert "unknown-target" in {fault.name for fault in play.reload("fr")}
    assert (play.log, play.scenario) == (log, scenario)


def test_a_file_that_is_gone_changes_nothing(path: Path) -> None:
    play = under_pressure(path)
    log = list(play.log)
    path.unlink()
    (fault,) = play.reload("fr")
    assert fault.name == "file-not-found"
    assert play.log == log
