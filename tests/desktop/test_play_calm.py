"""The conversation stays calm: it follows what is new, and leaves alone whoever reads further up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pygame import Rect

from game.desktop.widgets import keyed, walk
from game.engine.events import MessageArrived
from tests.desktop.layout_faults import focus_faults
from tests.desktop.playing import SAID, STORY, Player, at_first_question, under_pressure, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def long_story(tmp_path: Path, count: int) -> Path:
    """The story with so many more messages in its first scene."""
    more = "".join(f"      yanis: Message numéro {number}, pour voir.\n" for number in range(count))
    text = STORY.read_text(encoding="utf-8").replace("      ~ mardi, 16 h 02\n", "      ~ mardi, 16 h 02\n" + more)
    path = tmp_path / "longue.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def in_view(player: Player) -> dict[str, Rect]:
    """The messages that can be seen, at least in part."""
    view = player.scroll("talk").rect
    return {
        one.label: Rect(one.rect)
        for one in walk(player.app.tree)
        if one.key.startswith("message ") and one.rect.colliderect(view)
    }


@pytest.mark.parametrize("percent", [100, 200])
def test_the_last_message_stays_in_view_as_they_arrive(tmp_path: Path, percent: int) -> None:
    player = Player(long_story(tmp_path, 60), percent=percent)
    player.begin()
    last = 0
    while not player.play.settled:
        player.key("space")
        player.wait(0.8)
        events = [at for at, event in player.play.visible if isinstance(event, MessageArrived)]
        if events[-1] != last:
            last = events[-1]
            view = player.scroll("talk").rect
            bubble = keyed(player.app.tree, f"message {last}")
            assert view.contains(bubble.rect), bubble.label


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_moves_under_the_eyes_of_who_reads_further_up(tmp_path: Path, percent: int) -> None:
    player = Player(long_story(tmp_path, 40), percent=percent)
    player.begin()
    for _ in range(30):
        player.key("space")
    player.wait()
    for _ in range(6):
        player.app.wheel(*player.scroll("talk").rect.center, 1)
    player.see()
    before = in_view(player)
    player.wait(60)
    assert player.play.settled
    after = in_view(player)
    assert before == {label: after[label] for label in before}
    player.key("end")
    player.wait()
    assert SAID in in_view(player) or percent == 200


def test_the_conversation_glides_and_does_not_jump(tmp_path: Path) -> None:
    player = Player(long_story(tmp_path, 30))
    player.begin()
    for _ in range(20):
        player.key("space")
    player.wait()
    offsets = []
    player.app.key("space")
    for _ in range(40):
        player.see(1 / 60)
        offsets.append(player.scroll("talk").offset)
    steps = [after - before for before, after in pairwise(offsets)]
    assert all(step >= 0 for step in steps)
    assert max(steps) < offsets[-1] - offsets[0]
    assert offsets[-1] == player.scroll("talk").reach


@pytest.mark.parametrize("back", range(1, 9))
def test_the_focus_is_in_view_also_when_it_moves_while_the_conversation_glides(tmp_path: Path, back: int) -> None:
    player = Player(long_story(tmp_path, 30), percent=200)
    player.begin()
    for _ in range(20):
        player.key("space")
    player.app.key("space")
    player.see(0.01)
    assert player.scroll("talk").aim is not None
    for _ in range(back):
        player.app.key("tab", shift=True)
    player.wait(0.5)
    assert focus_faults(player.app, (1280, 720)) == []


def test_a_message_that_is_higher_than_the_window_stays_until_its_end_was_seen(tmp_path: Path) -> None:
    words = "Je te raconte tout depuis le début, et ça va être un peu long. " * 30
    path = long_story(tmp_path, 2)
    text = path.read_text(encoding="utf-8").replace("Message numéro 0, pour voir.", words.strip())
    path.write_text(text, encoding="utf-8")
    player = Player(path)
    player.begin()
    player.key("space", "space")
    player.wait(40)
    assert player.play.settled
    view = player.scroll("talk").rect
    bubble = player.named(words.strip()).rect
    assert bubble.h > view.h
    assert view.y <= bubble.y < view.y + 40
    player.key("end")
    player.wait()
    assert SAID in in_view(player)


def test_asking_for_the_next_message_brings_it_into_view(tmp_path: Path) -> None:
    player = Player(long_story(tmp_path, 30))
    player.begin()
    for _ in range(20):
        player.key("space")
    player.wait()
    player.key("home")
    player.key("space")
    player.wait(0.7)
    assert player.scroll("talk").at_end


def test_whoever_is_on_a_message_or_on_the_bar_is_left_there() -> None:
    for where, label in ((["shift+tab"], "mardi, 16 h 02"), (["tab", "tab"], "Pause")):
        player = Player()
        player.begin()
        player.key("space")
        player.key(*where)
        assert player.focus == label
        player.wait(40)
        assert player.play.settled
        assert player.focus == label


SIZES = [(1280, 720), (1920, 1080), (640, 480), (1000, 700)]


@pytest.mark.parametrize("notches", [0, 4, 30])
def test_a_change_of_size_keeps_the_place(tmp_path: Path, notches: int) -> None:
    player = at_first_question(path=long_story(tmp_path, 60))
    for _ in range(notches):
        player.app.wheel(*player.scroll("talk").rect.center, 1)
    player.wait()
    first = next(iter(in_view(player)))
    changes = [
        *(lambda size=size: player.resize(*size) for size in SIZES[1:]),
        *(lambda: player.app.larger_text(2) for _ in range(4)),
        lambda: player.app.larger_text(-8),
        lambda: player.resize(*SIZES[0]),
    ]
    for change in changes:
        change()
        player.wait()
        if notches:
            assert first in list(in_view(player))[:2], f"{first} is not at the top any more"
        else:
            assert SAID in in_view(player)


def test_a_change_of_size_keeps_the_place_in_the_debrief() -> None:
    player = under_pressure()
    player.choose("choice parler", "debrief")
    player.click("Qui peut t’aider")
    player.key("page down")
    view = player.scroll("debrief helps").rect

    def top() -> str:
        texts = [one for one in walk(player.app.tree) if one.role == "group" and one.rect.bottom > view.y + 2]
        return next(one.label for one in texts if one.label not in ("Pages du bilan", "Barre du haut"))

    first = top()
    for size in SIZES[1:]:
        player.resize(*size)
        view = player.scroll("debrief helps").rect
        assert top() == first
    player.app.larger_text(4)
    player.see()
    view = player.scroll("debrief helps").rect
    assert top() == first
