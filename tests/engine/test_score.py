"""What a play amounts to (docs/play-rules.md, section 2)."""

from __future__ import annotations

import pytest

from game.engine.events import (
    ChoicesOffered,
    Choose,
    GiveVerdict,
    GoOn,
    Mark,
    MessageArrived,
    ReadSummary,
    Rewind,
    Unmark,
)
from game.engine.score import Moment, Score, SignSeen, Verdict, score
from tests.engine.making import Play, story
from tests.small_reference import SMALL

CHAT = """
first:
  keep_order: true
  chat: |
    alex: Viens ici
      ^ change-app, too-fast "ici"
    alex: Salut
    ines: Salut
    mum: Salut
    leo: Salut
    me: Salut
    ~ samedi
    ~ Un lien arrive.
      ^ threat
    ines: Fais vite
      ^ too-fast
  skip: "x"
  choices:
    - {id: on, do: "a", because: "b"}
    - {id: back, do: "a", because: "b", go_to: first}
  go_to: second
second:
  choices: [{id: on, do: "a", because: "b"}]
  go_to: end
"""
VIENS, SALUT, INES, MUM, LEO, ME, NOTICE, LINK, VITE = range(3, 12)


def reading(trap: str = "true") -> Play:
    play = Play(story(CHAT, trap=trap))
    play.do(GoOn())
    assert play.log[VITE] == MessageArrived("first", 8, 1)
    return play


def scored(play: Play) -> Score:
    return score(play.scenario, SMALL, play.log)


def seen(play: Play) -> list[tuple[int, str, str]]:
    return [(one.at, one.sign, one.seen) for one in scored(play).signs]


# -- signs


def test_each_sign_of_each_message_that_arrived_is_told_with_its_place_in_the_text() -> None:
    assert scored(reading()).signs == (
        SignSeen(VIENS, "first", 0, "change-app", 6, 9, "not", None),
        SignSeen(VIENS, "first", 0, "too-fast", 6, 9, "not", None),
        SignSeen(LINK, "first", 7, "threat", 0, 15, "not", None),
        SignSeen(VITE, "first", 8, "too-fast", 0, 9, "not", None),
    )


def test_a_sign_marked_before_its_scene_was_left_is_seen_in_time() -> None:
    play = reading()
    play.do(Mark(VIENS))
    assert seen(play)[:3] == [(VIENS, "change-app", "in-time"), (VIENS, "too-fast", "in-time"), (LINK, "threat", "not")]
    play.do(Choose("on"))
    assert seen(play)[0] == (VIENS, "change-app", "in-time")


def test_a_sign_marked_after_its_scene_was_left_is_seen_late() -> None:
    play = reading()
    play.do(Choose("on"), Mark(VIENS), Choose("on"), Mark(LINK))
    assert play.state.phase == "ended"
    assert seen(play)[:3] == [(VIENS, "change-app", "late"), (VIENS, "too-fast", "late"), (LINK, "threat", "late")]


def test_entering_the_same_scene_again_leaves_the_first_visit() -> None:
    play = reading()
    play.do(Choose("back"), Mark(VIENS), GoOn())
    second = play.last(MessageArrived) - 8
    play.do(Mark(second))
    assert [one for one in seen(play) if one[1] == "change-app"] == [
        (VIENS, "change-app", "late"),
        (second, "change-app", "in-time"),
    ]


def test_a_mark_within_a_here_moment_is_still_in_time() -> None:
    play = Play(
        story(
            """
            a:
              chat: |
                alex: Vite
                  ^ too-fast
              choices: [{id: x, do: "a", because: "b", go_to: here}, {id: y, do: "a", because: "b"}]
              go_to: end
            """
        )
    )
    play.do(Choose("x"), Mark(2))
    assert seen(play) == [(2, "too-fast", "in-time")]


def test_a_mark_taken_back_is_no_mark_and_a_new_one_counts_from_then() -> None:
    play = reading()
    play.do(Mark(VIENS), Unmark(VIENS))
    assert seen(play)[0] == (VIENS, "change-app", "not")
    play.do(Choose("on"), Mark(VIENS))
    assert seen(play)[0] == (VIENS, "change-app", "late")


def test_the_first_mark_counts_for_the_time_and_the_last_one_for_the_family() -> None:
    play = reading()
    play.do(Mark(VIENS), Mark(LINK, "pressure"), Choose("on"), Mark(VIENS, "contact"), Mark(LINK))
    assert [(one.at, one.seen, one.named) for one in scored(play).signs[1:3]] == [
        (VIENS, "in-time", "contact"),
        (LINK, "in-time", None),
    ]


def test_signs_of_a_scene_read_as_its_summary_are_not_counted() -> None:
    play = Play(story(CHAT))
    play.do(ReadSummary(), Choose("on"))
    assert scored(play).signs == ()
    assert scored(play).skipped == ("first",)


# -- harmless marks


@pytest.mark.parametrize(
    ("trap", "harmless"), [("true", (INES, MUM, LEO)), ("", (INES, MUM, LEO)), ("false", (SALUT, INES, MUM, LEO))]
)
def test_marks_on_what_nobody_has_to_fear_are_told_and_others_count_neither_way(
    trap: str, harmless: tuple[int, ...]
) -> None:
    play = reading(trap)
    play.do(*(Mark(at) for at in (VIENS, SALUT, INES, MUM, LEO, NOTICE, LINK, VITE)))
    assert scored(play).harmless == harmless


def test_a_mark_taken_back_is_not_told_as_harmless() -> None:
    play = reading()
    play.do(Mark(INES), Unmark(INES))
    assert scored(play).harmless == ()


# -- moments

MOMENTS = """
one:
  keep_order: true
  choices:
    - {id: proof, do: "a", because: "b", steps: screenshots, go_to: here}
    - {id: block, do: "a", because: "b", steps: [block, stop-replying]}
    - {id: wait, do: "a", because: "b"}
    - {id: pay, do: "a", because: "b", against: do-not-give-in, go_to: here}
    - {id: half, do: "a", because: "b", steps: screenshots, against: do-not-give-in}
    - {id: answer, do: "a", because: "b", against: stop-replying}
    - {id: secret, do: "a", because: "b", steps: police, if: told}
    - {id: idle, do: "a", because: "b", sets: told, go_to: here}
  go_to: two
two:
  keep_order: true
  choices:
    - {id: tell, do: "a", because: "b", steps: trusted-adult}
    - {id: pay, do: "a", because: "b", against: do-not-give-in}
    - {id: wait, do: "a", because: "b"}
  go_to: three
three:
  choices: [{id: on, do: "a", because: "b"}, {id: off, do: "a", because: "b"}]
  go_to: four
four:
  choices: [{id: pay, do: "a", because: "b", against: do-not-give-in}, {id: wait, do: "a", because: "b"}]
  go_to: end
"""


def moments(*choices: str) -> Play:
    play = Play(story(MOMENTS))
    play.do(*map(Choose, choices))
    return play


def outcomes(*choices: str) -> list[str]:
    return [one.outcome for one in scored(moments(*choices)).moments]


def test_a_moment_holds_what_was_chosen_taken_and_possible() -> None:
    play = moments("proof", "block")
    assert scored(play).moments == (
        Moment(2, "one", ("proof", "block"), ("screenshots", "block", "stop-replying"), (), "followed"),
    )
    assert scored(moments("wait")).moments == (
        Moment(2, "one", ("wait",), (), ("screenshots", "block", "stop-replying"), "missed"),
    )


def test_one_step_is_enough_to_follow_a_moment() -> None:
    assert outcomes("proof", "wait") == ["followed"]
    assert scored(moments("proof", "wait")).moments[0].possible == ("block", "stop-replying")


def test_what_was_on_offer_only_after_a_here_was_possible_too() -> None:
    assert scored(moments("idle", "wait")).moments[0].possible == ("screenshots", "block", "stop-replying", "police")


def test_to_go_against_a_step_that_is_not_giving_in_is_only_missing() -> None:
    assert outcomes("answer") == ["missed"]
    assert scored(moments("answer")).giving_in == "never"


def test_a_choice_list_without_steps_or_giving_in_is_no_moment() -> None:
    assert [one.scene for one in scored(moments("wait", "wait", "on", "wait")).moments] == ["one", "two", "four"]


def test_a_list_that_only_offers_to_give_in_is_a_moment() -> None:
    assert scored(moments("wait", "wait", "on", "wait")).moments[2] == Moment(11, "four", ("wait",), (), (), "missed")


def test_a_moment_left_before_a_choice_is_not_counted() -> None:
    assert scored(moments()).moments == ()
    assert len(scored(moments("wait")).moments) == 1


def test_a_moment_left_amid_its_here_returns_counts_with_what_was_done() -> None:
    assert outcomes("proof") == ["followed"]


def test_handled_counts_the_moments_followed_or_recovered() -> None:
    assert scored(moments("proof", "block", "tell")).handled == 2
    assert scored(moments("wait", "tell")).handled == 1
    assert scored(moments("pay", "wait", "tell")).handled == 2
    assert scored(moments("pay", "wait", "wait")).handled == 0


def test_each_visit_to_a_choice_list_is_a_moment_of_its_own() -> None:
    play = Play(
        story(
            """
            a:
              choices:
                - {id: again, do: "a", because: "b", go_to: a}
                - {id: block, do: "a", because: "b", steps: block, go_to: end}
              go_to: end
            """
        )
    )
    play.do(Choose("again"), Choose("block"))
    assert [one.outcome for one in scored(play).moments] == ["missed", "followed"]


# -- giving in


def test_who_never_gives_in_has_never_given_in() -> None:
    assert scored(moments("wait", "wait", "on", "wait")).giving_in == "never"
    assert scored(moments("proof", "block", "tell")).giving_in == "never"


def test_who_gives_in_and_takes_no_step_after_has_given_in() -> None:
    assert outcomes("pay", "wait", "wait") == ["given-in", "missed"]
    assert scored(moments("proof", "pay", "wait")).giving_in == "given-in"


def test_the_last_word_wins_across_moments() -> None:
    assert outcomes("pay", "wait", "tell") == ["recovered", "followed"]
    assert scored(moments("pay", "wait", "tell")).giving_in == "recovered"
    assert outcomes("pay", "wait", "tell", "on", "pay") == ["given-in", "followed", "given-in"]


def test_the_last_word_wins_within_a_moment_with_here_returns() -> None:
    assert outcomes("pay", "block") == ["recovered"]
    assert outcomes("pay", "proof") == ["recovered"]
    assert outcomes("proof", "pay") == ["given-in"]
    assert scored(moments("pay", "block")).moments[0].steps == ("block", "stop-replying")


def test_a_choice_without_a_step_is_no_word_either_way() -> None:
    assert outcomes("pay", "block", "wait", "on", "wait") == ["recovered", "missed", "missed"]
    assert outcomes("pay", "answer", "wait") == ["given-in", "missed"]


def test_a_choice_that_takes_a_step_and_gives_in_gives_in() -> None:
    play = moments("half", "wait")
    assert scored(play).giving_in == "given-in"
    assert scored(play).moments[0] == Moment(
        2, "one", ("half",), ("screenshots",), ("block", "stop-replying"), "given-in"
    )


# -- verdict, summaries, rewinding


@pytest.mark.parametrize(
    ("trap", "answer", "right"),
    [
        ("true", "trap", True),
        ("true", "nothing", False),
        ("true", "unsure", False),
        ("false", "nothing", True),
        ("false", "trap", False),
        ("false", "unsure", False),
    ],
)
def test_a_verdict_is_right_when_it_says_what_the_file_says(trap: str, answer: str, right: bool) -> None:
    play = Play(story("a: {verdict: true, go_to: end}", trap=trap))
    play.do(GiveVerdict(answer, 3))  # type: ignore[arg-type]
    assert scored(play).verdict == Verdict(answer, 3, right)  # type: ignore[arg-type]


def test_without_an_answer_there_is_no_verdict() -> None:
    assert scored(Play(story("a: {verdict: true, go_to: end}"))).verdict is None


def test_a_rewind_leaves_only_what_counts_and_is_told() -> None:
    play = moments("pay", "wait")
    assert not scored(play).replayed
    play.do(Rewind(2), Choose("block"))
    assert outcomes("block") == [one.outcome for one in scored(play).moments]
    assert (scored(play).giving_in, scored(play).replayed) == ("never", True)


def test_marks_after_the_point_of_return_count_no_more() -> None:
    play = reading()
    first = play.last(ChoicesOffered)
    play.do(Mark(VIENS), Choose("on"))
    second = play.last(ChoicesOffered)
    play.do(Mark(INES), Unmark(VIENS), Rewind(second))
    assert seen(play)[0] == (VIENS, "change-app", "in-time")
    assert scored(play).harmless == ()
    # The choices of a scene are offered in the moment its messages arrive: its own marks all come after.
    play.do(Rewind(first))
    assert seen(play)[0] == (VIENS, "change-app", "not")


def test_a_mark_made_after_returning_to_its_scene_is_in_time() -> None:
    play = reading()
    play.do(Choose("on"), Mark(VIENS), Rewind(12))
    assert seen(play)[0][2] == "not"
    play.do(Mark(VIENS), Choose("on"))
    assert seen(play)[0][2] == "in-time"


def test_a_play_that_has_not_begun_amounts_to_nothing() -> None:
    assert score(story(CHAT), SMALL, ()) == Score((), (), (), 0, "never", None, (), False)
