"""How fast messages arrive: slow, normal, fast or at once; and nothing presses the player under threat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game import shelf
from game.desktop.pace import Pace, arrive
from game.desktop.widget_talk import Talk
from game.desktop.widgets import walk
from game.engine.events import Chosen, MessageArrived, SceneEntered, Started
from game.keeping.settings import Arrival, Settings
from tests.desktop.layout_faults import faults
from tests.desktop.playing import Player, lettered, under_pressure, window

LOG = (Started(0), SceneEntered("a"), *(MessageArrived("a", number, 2) for number in range(4)))
AUGUST = "trois-semaines-en-aout"


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.mark.parametrize(("arrival", "shown"), [("slow", 3), ("normal", 4), ("fast", 6), ("at once", 6)])
def test_in_the_same_time_more_or_fewer_messages_arrive(arrival: Arrival, shown: int) -> None:
    assert arrive(LOG, Pace(2), 4, arrival).shown == shown


def test_at_once_everything_up_to_the_next_question_is_there_and_read_from_its_first_message() -> None:
    player = Player(shelf.find(AUGUST), settings=Settings(language="fr", arrival="at once"))
    player.begin()
    player.see()
    assert player.play.settled
    scroll = player.scroll("talk")
    assert scroll.reach > 0
    assert scroll.offset == 0
    player.wait()
    assert scroll.offset == 0
    shown = len(player.play.visible)
    player.key(lettered(player.app, f"choice {player.play.state.offered[0]}"))
    player.wait()
    new = [event for _, event in player.play.visible[shown:] if isinstance(event, Chosen | MessageArrived)]
    assert len(new) > 2
    # What was said, and what answered it, begin at the top of the view, or all of it is in view.
    talk = next(one for one in walk(player.app.tree) if isinstance(one, Talk))
    scroll = player.scroll("talk")
    assert scroll.rect.y <= talk.rect_of(talk.messages - len(new)).y
    assert faults(player.app, (1280, 720)) == []


def test_under_threat_fast_is_no_faster_than_normal() -> None:
    player = under_pressure()
    play = player.play
    assert play.under_threat
    play.pace = Pace(len(play.log) - 2)
    coming = play.log[-2]
    assert isinstance(coming, MessageArrived)
    play.advance(coming.after * 0.9, "fast")
    assert play.pace.shown == len(play.log) - 2
    play.advance(coming.after * 0.2, "fast")
    assert play.settled


def test_a_story_that_has_begun_takes_the_new_speed_at_once() -> None:
    player = Player(shelf.find(AUGUST), settings=Settings(language="fr"))
    player.begin()
    player.see(0.5)
    assert not player.play.settled
    player.app.change(replace(player.app.settings, arrival="at once"))
    player.see()
    assert player.play.settled
