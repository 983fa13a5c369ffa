"""Marks and rewinds: what counts of a play (docs/play-rules.md, section 1)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.engine.events import (
    ChoicesOffered,
    Choose,
    GiveVerdict,
    GoOn,
    Mark,
    Marked,
    MessageArrived,
    ReadSummary,
    Rewind,
    Rewound,
    Unmark,
    Unmarked,
)
from game.engine.session import Refused, effective, fold
from tests.engine.making import Play
from tests.engine.test_session import at_end, at_hard, at_open, at_verdict

# -- marks


def test_a_message_or_notice_that_arrived_can_be_marked_and_unmarked() -> None:
    play = at_open()
    assert play.do(Mark(2)) == (Marked(2, None),)
    assert play.do(Mark(3, "contact")) == (Marked(3, "contact"),)
    assert play.state.marks == {2, 3}
    assert play.do(Unmark(2)) == (Unmarked(2),)
    assert play.state.marks == {3}


def test_a_mark_may_be_given_again_to_name_another_family() -> None:
    assert at_open().do(Mark(3), Mark(3, "pressure")) == (Marked(3, "pressure"),)


@pytest.mark.parametrize("at", [-1, 0, 1, 4, 5, 6, 99])
def test_what_is_no_message_or_is_by_me_cannot_be_marked(at: int) -> None:
    assert at_open().log[4] == MessageArrived("open", 2, 1)
    with pytest.raises(Refused):
        at_open().do(Mark(at))


def test_what_is_not_marked_cannot_be_unmarked() -> None:
    for commands in ((Unmark(3),), (Mark(2), Unmark(3)), (Mark(3), Unmark(3), Unmark(3))):
        with pytest.raises(Refused):
            at_open().do(*commands)


@pytest.mark.parametrize("make", [at_open, at_hard, at_verdict, at_end])
def test_marks_are_possible_at_any_time_after_the_ending_too(make: Callable[[], Play]) -> None:
    play = make()
    before = play.state.phase
    assert play.do(Mark(3)) == (Marked(3, None),)
    assert play.do(Unmark(3)) == (Unmarked(3),)
    assert play.state.phase == before


# -- rewinding


def test_rewinding_offers_the_same_choices_and_forgets_what_came_after() -> None:
    play = at_open()
    play.do(Mark(3), Choose("tell"))
    offered = play.last(ChoicesOffered)
    there = play.state
    play.do(Mark(2), Unmark(3), Choose("secret"), Choose("pay"), GiveVerdict("trap", 3), GoOn())
    assert play.do(Rewind(offered)) == (Rewound(offered),)
    assert (play.state.phase, play.state.scene, play.state.offered) == ("choosing", "open", there.offered)
    assert (play.state.facts, play.state.marks) == (frozenset({"told"}), frozenset({3}))
    assert play.state.taken == ("tell",)
    assert play.do(Choose("secret"))[-1] == ChoicesOffered("open", ("leave", "again", "pay"), True)


def test_an_ended_play_can_be_rewound_and_ends_again() -> None:
    play = at_end()
    play.do(Rewind(5))
    assert (play.state.phase, play.state.ending) == ("choosing", "")
    play.do(Choose("leave"), ReadSummary(), Choose("stop"))
    assert play.state.ending == "end"


def test_what_was_rewound_cannot_be_marked_or_returned_to() -> None:
    play = at_hard()
    play.do(GoOn())
    message, offered = play.last(MessageArrived), play.last(ChoicesOffered)
    play.do(Rewind(5))
    for command in (Mark(message), Rewind(offered), Rewind(play.last(Rewound)), Rewind(4), Rewind(-1)):
        with pytest.raises(Refused):
            play.do(command)
    assert play.do(Rewind(5)) == (Rewound(5),)


def test_the_effective_log_is_what_still_counts_under_its_own_indexes() -> None:
    play = at_open()
    play.do(Choose("tell"), Choose("leave"), Rewind(7), Choose("secret"), Rewind(5), Choose("leave"))
    kept = effective(play.log)
    assert [at for at, _ in kept] == [0, 1, 2, 3, 4, 5, 15, 16, 17]
    assert all(play.log[at] == event for at, event in kept)
    assert not any(isinstance(event, Rewound) for _, event in kept)


def test_a_log_that_rewinds_to_no_choices_cannot_be_folded() -> None:
    with pytest.raises(Refused):
        fold((*at_open().log, Rewound(3)))
