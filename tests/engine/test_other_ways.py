"""The choices that can be gone back to, and what another one would have brought."""

from __future__ import annotations

from itertools import pairwise, takewhile

from hypothesis import given

from game.engine.events import (
    ChoicesOffered,
    Choose,
    Chosen,
    EndingReached,
    Mark,
    MessageArrived,
    Rewind,
    SceneAnnounced,
    SceneEntered,
    SummaryRead,
    Unmark,
)
from game.engine.other_ways import OtherWay, Visit, going_back, last_choice, visits
from game.engine.session import effective
from game.engine.transcript import play as played
from tests.engine.making import Play, story
from tests.engine.strategies import bounded
from tests.engine.test_walks import plays

STORY = story(
    """
one:
  keep_order: true
  chat: |
    alex: Salut.
  choices:
    - {id: tell, do: "Raconter", because: "Oui.", steps: trusted-adult, sets: told, go_to: here}
    - {id: calm, reply: "À demain.", because: "Simple.", go_to: two}
    - {id: pay, do: "Payer", because: "La pression.", against: do-not-give-in, sets: paid, go_to: quiet}
    - {id: later, reply: "Plus tard.", because: "Bien.", if: told, go_to: end}
two:
  keep_order: true
  chat: |
    ines: Tu viens ?
  choices:
    - {id: come, reply: "Oui.", because: "Bien.", go_to: end}
    - {id: back, reply: "Attends.", because: "Bien.", go_to: two}
quiet:
  go_to: hard
hard:
  skip: "Alex menace."
  chat: |
    alex: Alors ?
      ^ threat
  go_to: after
after:
  chat: |
    mum: Je suis là.
  choices:
    - {id: thanks, reply: "Merci.", because: "Bien.", go_to: end}
"""
)


def ways(visit: Visit) -> dict[str, OtherWay]:
    return {other.choice: other for other in visit.others}


def test_a_visit_has_what_was_taken_and_what_was_not() -> None:
    first, second = visits(STORY, played(STORY, ("tell", "calm", "come")))
    assert (first.scene, first.taken) == ("one", ("tell", "calm"))
    assert list(ways(first)) == ["pay", "later"]
    assert (second.scene, second.taken, list(ways(second))) == ("two", ("come",), ["back"])


def test_another_way_goes_on_to_the_next_choices() -> None:
    (first,) = visits(STORY, played(STORY, ("pay",)))
    assert [type(event) for event in ways(first)["calm"].events] == [
        Chosen,
        SceneEntered,
        MessageArrived,
        ChoicesOffered,
    ]


def test_of_a_hard_scene_only_the_announcement_and_the_summary_come() -> None:
    first, _ = visits(STORY, played(STORY, ("calm", "come")))
    assert ways(first)["pay"].events == (
        Chosen("one", "pay", ("paid",)),
        SceneEntered("quiet"),
        SceneEntered("hard"),
        SceneAnnounced("hard"),
        SummaryRead("hard"),
    ), "and the scene after it, which is another one, does not come"


def test_a_choice_that_offers_the_rest_again_brings_just_that() -> None:
    first = visits(STORY, played(STORY, ("calm", "come")))[0]
    assert ways(first)["tell"].events == (
        Chosen("one", "tell", ("told",)),
        ChoicesOffered("one", ("calm", "pay", "later"), True),
    )


def test_a_choice_that_came_up_later_in_the_visit_is_followed_from_there() -> None:
    first = visits(STORY, played(STORY, ("tell", "calm", "come")))[0]
    assert ways(first)["later"].events == (Chosen("one", "later", ()), EndingReached("end"))


def test_a_visit_that_nothing_was_chosen_in_is_none() -> None:
    assert visits(STORY, Play(STORY).log) == ()


def test_what_was_gone_back_from_is_no_visit_and_what_was_gone_back_to_is_replayed() -> None:
    play = Play(STORY)
    play.do(Choose("calm"), Choose("come"))
    first, second = visits(STORY, play.log)
    assert not first.replayed
    play.do(Rewind(first.at), Choose("calm"), Choose("back"), Choose("come"))
    assert [(one.scene, one.taken, one.replayed) for one in visits(STORY, play.log)] == [
        ("one", ("calm",), True),
        ("two", ("back",), False),
        ("two", ("come",), False),
    ]
    assert second.at not in [one.at for one in visits(STORY, play.log)]


def test_going_back_to_a_return_within_a_visit_replays_the_visit() -> None:
    play = Play(STORY)
    play.do(Choose("tell"))
    there = play.last(ChoicesOffered)
    play.do(Choose("calm"), Rewind(there), Choose("later"))
    (first,) = visits(STORY, play.log)
    assert (first.taken, first.replayed) == (("tell", "later"), True)


def test_the_last_choice_is_where_it_was_made_then_the_one_before() -> None:
    play = Play(STORY)
    assert last_choice(play.log) is None
    play.do(Choose("tell"), Choose("calm"), Choose("come"))
    offers = [at for at, event in enumerate(play.log) if isinstance(event, ChoicesOffered)]
    for at in reversed(offers):
        assert last_choice(play.log) == at
        play.do(Rewind(at))
    assert last_choice(play.log) is None


@bounded(60)
@given(plays())
def test_every_other_way_is_what_going_back_and_taking_it_brings(play: Play) -> None:
    before = play.log
    for visit in visits(play.scenario, play.log):
        for other in visit.others:
            back = play.copy()
            # Offered at once, or only after what was done first in the same visit.
            offers = [at for at, event in effective(play.log) if isinstance(event, ChoicesOffered) and at >= visit.at]
            back.do(Rewind(next(at for at in offers if other.choice in offered(play, at))))
            brought = back.do(Choose(other.choice))
            read = tuple(takewhile(lambda event: not isinstance(event, SummaryRead), other.events))
            assert brought[: len(read)] == read
            assert len(read) == len(other.events) or read[-1] == SceneAnnounced(back.state.scene)
            assert len({event.scene for event in other.events if isinstance(event, MessageArrived | SummaryRead)}) <= 1
    assert play.log == before


@bounded(60)
@given(plays())
def test_visits_hold_all_choices_that_count_in_order(play: Play) -> None:
    found = visits(play.scenario, play.log)
    assert all(one.at < other.at for one, other in pairwise(found))
    chosen = [event.choice for _, event in effective(play.log) if isinstance(event, Chosen)]
    assert [choice for visit in found for choice in visit.taken] == chosen


def offered(play: Play, at: int) -> tuple[str, ...]:
    event = play.log[at]
    assert isinstance(event, ChoicesOffered)
    return event.choices


def test_marks_made_while_choices_were_asked_are_given_again_and_later_ones_are_not() -> None:
    play = Play(STORY)
    play.do(Mark(2, "contact"), Choose("calm"), Mark(2))
    to = last_choice(play.log)
    assert to is not None
    assert going_back(play.log, to) == (Rewind(to), Mark(2, "contact"))
    play.do(*going_back(play.log, to))
    assert play.state.marks == {2}


def test_a_mark_taken_back_while_choices_were_asked_stays_taken_back() -> None:
    play = Play(STORY)
    play.do(Mark(2), Unmark(2), Choose("calm"))
    play.do(*going_back(play.log, 3))
    assert play.state.marks == frozenset()
