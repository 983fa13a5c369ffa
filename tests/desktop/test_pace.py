"""The pace: messages come after their wait, everything else at once, and hurrying brings the next one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.desktop.pace import Pace, advance, coming, hurry
from game.engine.events import ChoicesOffered, Event, MessageArrived, SceneEntered, Started

LOG: tuple[Event, ...] = (
    Started(0),
    SceneEntered("a"),
    MessageArrived("a", 0, 1),
    MessageArrived("a", 1, 3),
    MessageArrived("a", 2, 0),
    ChoicesOffered("a", ("x", "y"), False),
)


def test_a_message_waits_as_long_as_it_wishes() -> None:
    assert advance(LOG, Pace(), 0) == Pace(2)
    assert advance(LOG, Pace(), 0.9).shown == 2
    assert advance(LOG, Pace(), 1).shown == 3
    assert advance(LOG, Pace(3), 2.9).shown == 3
    assert advance(LOG, Pace(3, 2.9), 0.2) == Pace(6)


def test_time_left_over_counts_for_the_next_message() -> None:
    assert advance(LOG, Pace(), 1.5) == Pace(3, 0.5)
    assert advance(LOG, Pace(), 100) == Pace(6)


def test_nothing_is_waited_for_once_everything_is_shown() -> None:
    assert advance(LOG, Pace(6), 5) == Pace(6)
    assert hurry(LOG, Pace(6)) == Pace(6)
    assert coming(LOG, Pace(6)) is None


def test_hurrying_shows_one_message_and_what_needs_no_wait_after_it() -> None:
    assert hurry(LOG, Pace(2, 0.5)) == Pace(3)
    assert hurry(LOG, Pace(3)) == Pace(6)


def test_the_message_on_its_way_is_the_next_one() -> None:
    assert coming(LOG, Pace(2)) == LOG[2]
    assert coming(LOG, Pace(0)) is None


@given(st.lists(st.integers(0, 8), min_size=1, max_size=30))
def test_what_is_shown_stays_shown_and_depends_only_on_the_time_that_passed(quarters: list[int]) -> None:
    pace = Pace()
    for quarter in quarters:
        before, pace = pace, advance(LOG, pace, quarter / 4)
        assert pace.shown >= before.shown
    assert pace.shown == advance(LOG, Pace(), sum(quarters) / 4).shown
