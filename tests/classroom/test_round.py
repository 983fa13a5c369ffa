"""One question put to a class: the two buttons of a clicker, and what a slip of a finger can do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.classroom.round import Round, asked
from game.classroom.vote import Vote

CHOICES = ("stay", "follow", "tell")

gestures = st.lists(
    st.sampled_from(("forward", "back", "digit", "pick stay", "pick tell", "pick nothing")), max_size=20
)


def after(round_: Round, gesture: str) -> Round:
    match gesture.split():
        case ["forward"]:
            return round_.forward()
        case ["back"]:
            return round_.back() or round_
        case ["pick", choice]:
            return round_.pick(choice)
    return round_.counted(round_.vote.typed("stay", "3"))


def counted(*counts: int) -> Round:
    return asked(CHOICES).forward().counted(Vote(CHOICES, counts)).forward()


@given(gestures)
def test_counts_change_only_while_they_are_counted(made: list[str]) -> None:
    round_ = asked(CHOICES)
    for gesture in made:
        before, round_ = round_, after(round_, gesture)
        if gesture != "digit" or before.phase != "count":
            assert round_.vote == before.vote


@given(gestures)
def test_nothing_is_played_that_was_not_named_or_counted_first(made: list[str]) -> None:
    round_ = asked(CHOICES)
    for gesture in made:
        before, round_ = round_, after(round_, gesture)
        if round_.plays:
            assert round_.phase in ("result", "confirm")
            assert round_.plays in CHOICES
        assert not (gesture == "back" and before.phase == "think" and round_ != before)


def test_forward_goes_through_thinking_counting_and_what_came_out() -> None:
    round_ = asked(CHOICES)
    assert (round_.phase, round_.plays) == ("think", "")
    round_ = round_.forward()
    assert (round_.phase, round_.plays) == ("count", "")
    round_ = round_.counted(round_.vote.typed("tell", "7")).forward()
    assert (round_.phase, round_.plays) == ("result", "tell")
    assert round_.forward() == round_


def test_back_comes_back_to_the_same_counts() -> None:
    round_ = counted(3, 12, 1)
    counting = round_.back()
    assert counting is not None
    assert counting.phase == "count"
    thinking = counting.back()
    assert thinking is not None
    assert thinking.back() is None
    assert thinking.forward().forward() == round_


def test_a_tie_and_no_votes_are_the_teachers_choice() -> None:
    tie = counted(5, 1, 5)
    assert tie.plays == ""
    assert tie.pickable == ("stay", "tell")
    assert tie.pick("follow") == tie
    assert tie.pick("tell").plays == "tell"
    none = counted(0, 0, 0)
    assert none.pickable == CHOICES
    assert none.pick("follow").back() == none


def test_a_majority_leaves_nothing_to_pick() -> None:
    assert counted(5, 1, 3).pickable == ()


def test_a_letter_without_a_vote_asks_once_more() -> None:
    named = asked(CHOICES).pick("follow")
    assert (named.phase, named.plays) == ("confirm", "follow")
    assert named.back() == asked(CHOICES)
    assert named.pick("stay") == named
