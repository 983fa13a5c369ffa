"""Votes of a class: what comes of them, and that nobody can be found by what is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.vote import MOST, Majority, NoVotes, Tie, Vote, opened, result, said, share, typed_as
from game.telling import language

CHOICES = ("stay", "follow", "tell", "pay")


@pytest.fixture(autouse=True, scope="module")
def _english() -> Iterator[None]:
    with language.speaking("en"):
        yield


@st.composite
def votes(draw: st.DrawFn) -> Vote:
    counts = draw(st.lists(st.integers(0, MOST), min_size=1, max_size=4))
    return Vote(CHOICES[: len(counts)], tuple(counts))


def seen(vote: Vote) -> tuple[object, ...]:
    """All that a class can see of a vote."""
    counts = [(typed_as(vote.count(one)), said(vote.count(one)), share(vote, one)) for one in vote.choices]
    return result(vote), *counts


@given(votes())
def test_one_vote_and_two_cannot_be_told_apart(vote: Vote) -> None:
    for at, count in enumerate(vote.counts):
        if count in (1, 2):
            other = Vote(vote.choices, (*vote.counts[:at], 3 - count, *vote.counts[at + 1 :]))
            assert seen(other) == seen(vote)


@given(st.integers(0, MOST))
def test_a_single_hand_is_never_shown_as_1(count: int) -> None:
    assert said(count) not in ("1", "1 vote")
    assert typed_as(count) != "1"
    assert typed_as(count) != "2"


@given(votes())
def test_the_longest_bar_is_the_majority_or_one_of_the_tied(vote: Vote) -> None:
    shares = {choice: share(vote, choice) for choice in vote.choices}
    assert all(0 <= one <= 1 for one in shares.values())
    longest = tuple(choice for choice in vote.choices if shares[choice] == 1)
    match result(vote):
        case Majority(choice):
            assert longest == (choice,)
        case Tie(choices):
            assert longest == choices
            assert len(choices) > 1
        case NoVotes():
            assert not any(vote.counts)
            assert not longest


@given(votes())
def test_bars_follow_the_counts(vote: Vote) -> None:
    for one in vote.choices:
        for other in vote.choices:
            if vote.count(one) >= max(vote.count(other), 2):
                assert share(vote, one) >= share(vote, other)


@given(votes(), st.text("0123456789", max_size=6))
def test_digits_are_typed_as_on_a_form_and_rubbed_out_again(vote: Vote, digits: str) -> None:
    choice = vote.choices[0]
    start = Vote(vote.choices, (0, *vote.counts[1:]))
    now = start
    for digit in digits:
        now = now.typed(choice, digit)
    assert 0 <= now.count(choice) <= MOST
    assert now.count(choice) == int((digits.lstrip("0") or "0")[:2])
    assert now.rubbed(choice).rubbed(choice) == start
    assert now.counts[1:] == vote.counts[1:]


@given(votes())
def test_each_step_up_or_down_is_seen(vote: Vote) -> None:
    for choice in vote.choices:
        more, fewer = vote.more(choice), vote.fewer(choice)
        assert vote.count(choice) == MOST or typed_as(more.count(choice)) != typed_as(vote.count(choice))
        assert vote.count(choice) == 0 or typed_as(fewer.count(choice)) != typed_as(vote.count(choice))
        assert typed_as(more.fewer(choice).count(choice)) == typed_as(vote.count(choice)) or vote.count(choice) == MOST


def test_counts_are_said_in_words_and_nothing_is_said_of_none() -> None:
    assert [said(count) for count in (0, 1, 2, 3, 12)] == ["", "a few votes", "a few votes", "3 votes", "12 votes"]
    assert [typed_as(count) for count in (0, 1, 2, 3, 12)] == ["0", "1–2", "1–2", "3", "12"]
    language.use("fr")
    assert [said(count) for count in (2, 3)] == ["quelques voix", "3 voix"]
    language.use("en")


def test_majority_tie_and_none() -> None:
    assert result(Vote(CHOICES, (3, 12, 0, 1))) == Majority("follow")
    assert result(Vote(CHOICES, (9, 3, 9, 0))) == Tie(("stay", "tell"))
    assert result(Vote(CHOICES, (0, 2, 1, 0))) == Tie(("follow", "tell"))
    assert result(opened(CHOICES)) == NoVotes()


@pytest.mark.parametrize("counts", [(1, 2), (0, 0, 0, -1), (0, 0, 0, MOST + 1)])
def test_a_vote_has_a_count_in_range_for_each_choice(counts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="Vote"):
        Vote(CHOICES, counts)


def test_a_choice_that_is_not_on_offer_has_no_count() -> None:
    with pytest.raises(ValueError, match="tuple"):
        opened(CHOICES).count("other")


def test_a_digit_typed_anew_stands_in_the_place_of_the_count() -> None:
    vote = Vote(("a", "b"), (2, 11))
    assert vote.typed("a", "1", anew=True).typed("a", "6").counts == (16, 11)
    assert vote.typed("b", "0", anew=True).counts == (2, 0)
