"""The other choice that tempted a class most."""

from __future__ import annotations

from game.classroom.tempting import most_tempting, took_a_step
from game.classroom.vote import Vote, opened
from game.engine.model import Choice
from tests.small_reference import SMALL

TELL = Choice("tell", "Tell", True, "because", steps=("trusted-adult",))
BLOCK = Choice("block", "Block", False, "because", steps=("block",))
WAIT = Choice("wait", "Wait", False, "because")
ANSWER = Choice("answer", "Answer", True, "because", against=("stop-replying",))
PAY = Choice("pay", "Pay", False, "because", against=("do-not-give-in",))
BOTH = Choice("both", "Both", False, "because", steps=("trusted-adult",), against=("do-not-give-in",))

IDS = ("tell", "block", "wait", "answer", "pay")


def test_a_good_choice_takes_a_step_and_goes_against_none() -> None:
    assert [took_a_step(one) for one in (TELL, BLOCK, WAIT, ANSWER, PAY, BOTH)] == [True, True] + [False] * 4


def test_it_is_the_one_with_most_votes() -> None:
    vote = Vote(IDS, (14, 0, 6, 3, 4))
    assert most_tempting((BLOCK, WAIT, ANSWER, PAY), vote, SMALL) == "wait"


def test_a_choice_that_takes_a_step_too_is_no_temptation() -> None:
    vote = Vote(IDS, (14, 9, 0, 0, 1))
    assert most_tempting((BLOCK, WAIT, PAY), vote, SMALL) == "pay"
    assert most_tempting((BLOCK,), vote, SMALL) is None, "another good choice is not a “what if”"


def test_what_takes_a_step_and_goes_against_another_comes_after_what_takes_none() -> None:
    vote = Vote((*IDS, "both"), (9, 0, 0, 0, 0, 8))
    assert most_tempting((BLOCK, BOTH, WAIT), vote, SMALL) == "wait"
    assert most_tempting((BLOCK, BOTH), vote, SMALL) == "both"


def test_without_votes_it_is_one_that_gives_in_then_one_that_goes_against_a_step_then_the_first() -> None:
    vote = opened(IDS)
    assert most_tempting((WAIT, ANSWER, PAY), vote, SMALL) == "pay"
    assert most_tempting((WAIT, ANSWER), vote, SMALL) == "answer"
    assert most_tempting((WAIT, Choice("other", "Other", False, "because")), vote, SMALL) == "wait"


def test_where_nothing_else_was_on_offer_there_is_none() -> None:
    assert most_tempting((), opened(("tell",)), SMALL) is None


def test_one_vote_and_two_tempt_as_much() -> None:
    assert most_tempting((WAIT, PAY), Vote(IDS, (9, 0, 2, 0, 1)), SMALL) == "pay"
    assert most_tempting((WAIT, PAY), Vote(IDS, (9, 0, 1, 0, 2)), SMALL) == "pay"
