"""Playing: what each command brings about, and when it is refused (docs/play-rules.md, section 1)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.engine.events import (
    ChoicesOffered,
    Choose,
    Chosen,
    Command,
    EndingReached,
    GiveVerdict,
    GoOn,
    Mark,
    Marked,
    MessageArrived,
    ReadSummary,
    Rewind,
    SceneAnnounced,
    SceneEntered,
    Start,
    Started,
    SummaryRead,
    Unmark,
    VerdictAsked,
    VerdictGiven,
)
from game.engine.model import Message, Scenario
from game.engine.read import read
from game.engine.session import NEW, Refused, apply, decide, fold
from game.engine.staging import StoryStuck, waits
from tests.engine.making import Play, file_text, story

STORY = story(
    """
    open:
      keep_order: true
      chat: |
        ~ samedi
        alex: Salut
        me: Salut
        alex (if told): Encore toi
      choices:
        - {id: tell, do: "a", because: "b", sets: told, go_to: here}
        - {id: secret, do: "a", because: "b", if: told, go_to: here}
        - {id: leave, do: "a", because: "b"}
        - {id: again, do: "a", because: "b", go_to: open}
        - {id: pay, do: "a", because: "b", sets: paid, go_to: [{to: asked, if: paid}, hard]}
      go_to: hard
    hard:
      skip: "Un résumé."
      chat: |
        alex: Menace
          ^ threat
      choices:
        - {id: stop, do: "a", because: "b", go_to: end}
        - {id: round, do: "a", because: "b", go_to: hard}
    asked:
      verdict: true
      chat: |
        alex: Alors ?
      go_to: hard
    """
)


def at_open() -> Play:
    return Play(STORY)


def at_hard() -> Play:
    play = Play(STORY)
    play.do(Choose("leave"))
    return play


def at_verdict() -> Play:
    play = Play(STORY)
    play.do(Choose("pay"))
    return play


def at_end() -> Play:
    play = at_hard()
    play.do(GoOn(), Choose("stop"))
    return play


# -- starting and going on


def test_starting_enters_the_first_scene_and_reads_it() -> None:
    assert Play(STORY, 7).log == (
        Started(7),
        SceneEntered("open"),
        MessageArrived("open", 0, 1),
        MessageArrived("open", 1, 1),
        MessageArrived("open", 2, 1),
        ChoicesOffered("open", ("tell", "leave", "again", "pay"), False),
    )


def test_only_messages_whose_condition_holds_arrive_under_their_number_in_the_file() -> None:
    play = at_open()
    play.do(Choose("tell"))
    arrived = [event.number for event in play.do(Choose("again")) if isinstance(event, MessageArrived)]
    assert arrived == [0, 1, 2, 3]


def test_a_hard_scene_is_announced_and_waits() -> None:
    play = at_open()
    assert play.do(Choose("leave")) == (Chosen("open", "leave", ()), SceneEntered("hard"), SceneAnnounced("hard"))
    assert play.state.phase == "announced"


def test_going_on_reads_the_announced_scene() -> None:
    assert at_hard().do(GoOn())[0] == MessageArrived("hard", 0, 1)


def test_a_summary_read_brings_no_message_and_the_same_choices() -> None:
    events = at_hard().do(ReadSummary())
    assert events[0] == SummaryRead("hard")
    assert events[1:] == at_hard().do(GoOn())[1:]
    assert not any(isinstance(event, MessageArrived) for event in events)


def test_a_scene_that_opens_the_story_may_be_hard() -> None:
    play = Play(story('only: {skip: "x", go_to: end}'))
    assert play.log[1:] == (SceneEntered("only"), SceneAnnounced("only"))
    assert play.do(ReadSummary()) == (SummaryRead("only"), EndingReached("end"))


def test_a_summary_passes_over_the_verdict_of_its_scene() -> None:
    play = Play(story('only: {skip: "x", verdict: true, go_to: end}'))
    assert play.copy().do(GoOn()) == (VerdictAsked("only"),)
    assert play.do(ReadSummary()) == (SummaryRead("only"), EndingReached("end"))


def test_scenes_without_choices_are_passed_through_in_one_go() -> None:
    play = Play(story("a: {go_to: b}\nb: {go_to: [{to: end, if: paid}, c]}\nc: {go_to: end}"))
    assert play.log == (Started(0), *map(SceneEntered, "abc"), EndingReached("end"))


def test_hard_scenes_in_a_row_are_announced_one_after_the_other() -> None:
    play = Play(story('a: {skip: "x", go_to: b}\nb: {skip: "y", go_to: end}'))
    assert play.do(GoOn()) == (SceneEntered("b"), SceneAnnounced("b"))
    assert play.do(GoOn()) == (EndingReached("end"),)


# -- verdict


def test_a_verdict_is_asked_after_the_messages_and_before_the_choices() -> None:
    assert at_verdict().log[-3:] == (SceneEntered("asked"), MessageArrived("asked", 0, 1), VerdictAsked("asked"))
    assert at_verdict().do(GiveVerdict("unsure", 1)) == (
        VerdictGiven("unsure", 1),
        SceneEntered("hard"),
        SceneAnnounced("hard"),
    )


@pytest.mark.parametrize("answer", ["trap", "nothing", "unsure"])
@pytest.mark.parametrize("sure", [1, 2, 3])
def test_a_verdict_has_three_answers_and_three_degrees(answer: str, sure: int) -> None:
    assert at_verdict().do(GiveVerdict(answer, sure))[0] == VerdictGiven(answer, sure)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "sure"), [("trap", 0), ("trap", 4), ("maybe", 2), ("trap", "2"), ("trap", None), ("", 1)]
)
def test_another_verdict_is_refused(answer: str, sure: int) -> None:
    with pytest.raises(Refused):
        at_verdict().do(GiveVerdict(answer, sure))  # type: ignore[arg-type]


# -- choosing


def test_facts_become_true_before_the_way_is_looked_for() -> None:
    assert at_open().do(Choose("pay"))[:2] == (Chosen("open", "pay", ("paid",)), SceneEntered("asked"))


def test_a_choice_without_ways_of_its_own_goes_where_its_scene_goes() -> None:
    assert SceneEntered("hard") in at_open().do(Choose("leave"))


def test_the_first_way_that_holds_is_taken() -> None:
    scenes = """
    first:
      keep_order: true
      choices:
        - {id: none, do: "a", because: "b"}
        - {id: one, do: "a", because: "b", sets: paid}
        - {id: both, do: "a", because: "b", sets: [paid, told]}
      go_to: [{to: both, if: [paid, told]}, {to: one, if: paid, unless: told}, none]
    both: {go_to: end}
    one: {go_to: end}
    none: {go_to: end}
    """
    for choice in ("none", "one", "both"):
        assert Play(story(scenes)).do(Choose(choice))[1] == SceneEntered(choice)


def test_here_offers_what_is_available_now_and_was_not_taken() -> None:
    play = at_open()
    assert play.do(Choose("tell")) == (
        Chosen("open", "tell", ("told",)),
        ChoicesOffered("open", ("secret", "leave", "again", "pay"), True),
    )
    assert play.do(Choose("secret"))[-1] == ChoicesOffered("open", ("leave", "again", "pay"), True)


def test_when_here_has_nothing_left_to_offer_the_scene_leads_on() -> None:
    play = Play(story('a: {choices: [{id: x, do: "a", because: "b", go_to: here}], go_to: [{to: end, if: paid}, end]}'))
    assert play.do(Choose("x")) == (Chosen("a", "x", ()), EndingReached("end"))


def test_going_to_the_same_scene_is_a_new_visit_with_all_its_choices() -> None:
    play = at_open()
    play.do(Choose("tell"))
    events = play.do(Choose("again"))
    assert events[1] == SceneEntered("open")
    assert events[-1] == ChoicesOffered("open", ("tell", "secret", "leave", "again", "pay"), False)


def test_a_choice_may_lead_here_in_one_case_only() -> None:
    scenes = """
    a:
      choices:
        - {id: x, do: "a", because: "b", sets: paid, go_to: [{to: here, if: paid}, end]}
        - {id: y, do: "a", because: "b", go_to: [{to: here, if: told}, end]}
      go_to: end
    """
    play = Play(story(scenes))
    assert play.do(Choose("x"))[-1] == ChoicesOffered("a", ("y",), True)
    assert play.do(Choose("y"))[-1] == EndingReached("end")


def test_an_ending_ends_the_play() -> None:
    play = at_end()
    assert play.log[-1] == EndingReached("end")
    assert (play.state.phase, play.state.ending, play.state.offered) == ("ended", "end", ())


# -- what does not fit


COMMANDS: tuple[Command, ...] = (
    Start(0),
    Start(3),
    GoOn(),
    ReadSummary(),
    GiveVerdict("trap", 1),
    Choose("tell"),
    Choose("stop"),
    Choose("nobody"),
    Choose(""),
    Mark(3),
    Unmark(3),
    Rewind(5),
)
PHASES: dict[str, tuple[Callable[[], Play], set[Command]]] = {
    "new": (lambda: Play(STORY, None), {Start(0), Start(3)}),
    "choosing": (at_open, {Choose("tell"), Mark(3), Rewind(5)}),
    "announced": (at_hard, {GoOn(), ReadSummary(), Mark(3), Rewind(5)}),
    "verdict": (at_verdict, {GiveVerdict("trap", 1), Mark(3), Rewind(5)}),
    "ended": (at_end, {Mark(3), Rewind(5)}),
}


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_every_command_is_accepted_in_its_phases_and_refused_in_all_others(phase: str, command: Command) -> None:
    make, fitting = PHASES[phase]
    play = make()
    assert play.state.phase == phase
    before = play.state
    if command in fitting:
        assert decide(STORY, play.state, command)
    else:
        with pytest.raises(Refused):
            decide(STORY, play.state, command)
    assert play.state is before


def test_a_choice_that_was_taken_or_is_not_available_is_refused() -> None:
    play = at_open()
    for commands in ((Choose("secret"),), (Choose("tell"), Choose("tell"))):
        with pytest.raises(Refused):
            play.copy().do(*commands)


@pytest.mark.parametrize(
    "scenes",
    [
        "a: {go_to: a}",
        "a: {go_to: nowhere}",
        "a: {}",
        "a: {go_to: [{to: end, if: paid}]}",
        "a: {go_to: b}\nb: {go_to: a}",
    ],
)
def test_a_story_with_errors_is_stuck_and_never_runs_for_ever(scenes: str) -> None:
    scenario = read(file_text(scenes).encode()).scenario
    assert scenario is not None
    with pytest.raises(StoryStuck):
        decide(scenario, NEW, Start())


# -- waits and lengths


@pytest.mark.parametrize(
    ("length", "seconds"), [(0, 1), (1, 1), (29, 1), (30, 2), (59, 2), (60, 3), (149, 5), (150, 6), (3000, 6)]
)
def test_a_wait_grows_by_a_second_for_thirty_code_points_up_to_six(length: int, seconds: int) -> None:
    assert waits(Message("alex", "😄" * length)) == seconds


@pytest.mark.parametrize("seconds", [0, 4, 600])
def test_the_authors_wait_comes_first(seconds: int) -> None:
    assert waits(Message("alex", "x" * 90, after=seconds)) == seconds


def long_story(messages: int) -> Scenario:
    chat = "".join(f"\n        alex: {number}" for number in range(messages))
    return story(f"a:\n      chat: |{chat}\n      choices: [{{id: x, do: a, because: b, go_to: a}}]\n      go_to: end")


def test_a_long_play_can_be_marked_rewound_and_folded() -> None:
    play = Play(long_story(400))
    for _ in range(9):
        play.do(Choose("x"))
    assert play.do(Mark(2)) == (Marked(2, None),)
    assert fold(play.log).marks == {2}
    play.do(Rewind(402))
    assert play.state.marks == frozenset()
    with pytest.raises(Refused):
        play.do(Mark(500))


def test_the_state_is_the_fold_of_the_log_from_any_point() -> None:
    log = at_end().log
    for cut in range(len(log)):
        assert fold(log[cut:], fold(log[:cut])) == fold(log)
    assert apply(NEW, log[0]) == fold(log[:1])
