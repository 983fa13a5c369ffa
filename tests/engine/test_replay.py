"""The same play in a changed file: where its author stands afterwards."""

from __future__ import annotations

from game.engine.events import (
    Choose,
    Chosen,
    GiveVerdict,
    GoOn,
    Mark,
    Marked,
    MessageArrived,
    ReadSummary,
    Rewind,
    Rewound,
    SceneAnnounced,
    SummaryRead,
    Unmark,
    VerdictGiven,
)
from game.engine.model import Scenario
from game.engine.replay import replay, shown_again
from game.engine.session import State, fold
from tests.engine.making import Play, story

FIRST = """
first:
  chat: |
    alex: Un
    alex: Deux
    alex: Trois
  choices:
    - {id: a, reply: "A", because: "."}
    - {id: b, reply: "B", because: "."}
  go_to: second
"""
SECOND = """
second:
  chat: |
    ines: Quatre
  choices:
    - {id: a, reply: "A", because: "."}
    - {id: c, reply: "C", because: "."}
  go_to: third
"""
THIRD = """
third:
  chat: |
    ines: Cinq
  choices:
    - {id: d, reply: "D", because: "."}
  go_to: end
"""
PLAIN = story(FIRST + SECOND + THIRD)


def stands(before: Scenario, now: Scenario, play: Play) -> State:
    return fold(replay(before, now, play.log))


def arrival(play: Play, number: int) -> int:
    """The index of the arrival of message `number` of the first scene."""
    return play.log.index(MessageArrived("first", number, 1))


def marked(before: Scenario, now: Scenario, play: Play) -> list[str]:
    """The texts of the messages that are marked after the replay."""
    log = replay(before, now, play.log)
    found = []
    for at in sorted(fold(log).marks):
        event = log[at]
        assert isinstance(event, MessageArrived)
        found.append(now.scene[event.scene].messages[event.number].text)
    return found


def test_a_play_in_an_unchanged_file_is_the_same_play() -> None:
    play = Play(PLAIN)
    play.do(Mark(arrival(play, 1)), Choose("a"), Choose("c"))
    assert replay(PLAIN, PLAIN, play.log) == play.log


def test_a_changed_text_leaves_everything_else_as_it_was() -> None:
    play = Play(PLAIN)
    play.do(Choose("a"), Choose("c"))
    now = story((FIRST + SECOND + THIRD).replace("Quatre", "Quatre et demi"))
    assert replay(PLAIN, now, play.log) == play.log


def test_a_scene_added_on_the_way_is_where_one_stands() -> None:
    play = Play(PLAIN)
    play.do(Choose("b"), Choose("a"))
    added = FIRST.replace("go_to: second", "go_to: between") + SECOND.replace("second:", "between:").replace(
        "go_to: third", "go_to: second"
    )
    state = stands(PLAIN, story(added + SECOND + THIRD), play)
    # The choice “a” was made in another scene: it is not made here, though there is one of that name.
    assert (state.phase, state.scene) == ("choosing", "between")


def test_a_scene_added_without_choices_is_gone_through() -> None:
    play = Play(PLAIN)
    play.do(Choose("b"), Choose("a"))
    between = "between:\n  chat: |\n    ines: Entre deux\n  go_to: second\n"
    now = story(FIRST.replace("go_to: second", "go_to: between") + between + SECOND + THIRD)
    assert stands(PLAIN, now, play).scene == "third"


def test_a_choice_that_is_gone_is_asked_again() -> None:
    play = Play(PLAIN)
    play.do(Choose("b"), Choose("a"))
    now = story(FIRST.replace("id: b", "id: new") + SECOND + THIRD)
    state = stands(PLAIN, now, play)
    assert (state.scene, set(state.offered)) == ("first", {"a", "new"})


def test_a_scene_that_is_gone_leads_where_the_file_now_leads() -> None:
    play = Play(PLAIN)
    play.do(Choose("b"), Choose("a"))
    assert stands(PLAIN, story(FIRST.replace("go_to: second", "go_to: third") + THIRD), play).scene == "third"


def test_marks_stay_on_their_words() -> None:
    play = Play(PLAIN)
    play.do(Mark(arrival(play, 1)), Mark(arrival(play, 2)))
    above = story((FIRST + SECOND + THIRD).replace("alex: Un\n", "alex: Un\n    ines: Pardon\n    ines: Quoi ?\n"))
    assert marked(PLAIN, above, play) == ["Deux", "Trois"]
    without = story((FIRST + SECOND + THIRD).replace("    alex: Deux\n", ""))
    assert marked(PLAIN, without, play) == ["Trois"]
    reworded = story((FIRST + SECOND + THIRD).replace("Deux", "Deux, et demi"))
    assert marked(PLAIN, reworded, play) == ["Deux, et demi", "Trois"]
    swapped = story((FIRST + SECOND + THIRD).replace("Deux", "?").replace("Trois", "Deux").replace("?", "Trois"))
    assert marked(PLAIN, swapped, play) == ["Trois", "Deux"]


def test_words_said_twice_keep_their_own_marks() -> None:
    twice = story((FIRST + SECOND + THIRD).replace("Trois", "Deux"))
    play = Play(twice)
    play.do(Mark(arrival(play, 2)))
    log = replay(twice, twice, play.log)
    assert log == play.log


def test_a_mark_that_was_taken_back_stays_so() -> None:
    play = Play(PLAIN)
    at = arrival(play, 0)
    play.do(Mark(at), Unmark(at), Mark(arrival(play, 1)))
    assert marked(PLAIN, PLAIN, play) == ["Deux"]


def test_a_mark_on_what_now_is_ones_own_message_is_left_out() -> None:
    play = Play(PLAIN)
    play.do(Mark(arrival(play, 1)), Choose("b"))
    now = story((FIRST + SECOND + THIRD).replace("alex: Deux", "me: Deux"))
    state = stands(PLAIN, now, play)
    assert not state.marks
    assert state.scene == "second"


HARD = story(FIRST + SECOND.replace("second:", 'second:\n  skip: "En bref."') + THIRD)


def test_a_hard_scene_is_read_or_summed_up_as_it_was() -> None:
    for command, event in ((GoOn(), MessageArrived("second", 0, 1)), (ReadSummary(), SummaryRead("second"))):
        play = Play(HARD)
        play.do(Choose("b"), command)
        assert replay(HARD, HARD, play.log) == play.log
        assert event in play.log
        play.do(Choose("c"))
        assert replay(HARD, HARD, play.log) == play.log


def test_a_hard_scene_that_was_only_announced_still_is() -> None:
    play = Play(HARD)
    play.do(Choose("b"), Mark(arrival(play, 0)))
    assert stands(HARD, HARD, play).phase == "announced"


def test_a_scene_that_became_hard_counts_as_read_where_a_choice_was_made() -> None:
    play = Play(PLAIN)
    play.do(Choose("b"), Choose("a"))
    log = replay(PLAIN, HARD, play.log)
    assert SceneAnnounced("second") in log
    assert fold(log).scene == "third"
    play = Play(PLAIN)
    play.do(Choose("b"))
    assert stands(PLAIN, HARD, play).phase == "announced"


def test_a_scene_that_is_no_longer_hard_is_read() -> None:
    for command in (GoOn(), ReadSummary()):
        play = Play(HARD)
        play.do(Choose("b"), command, Choose("c"))
        assert stands(HARD, PLAIN, play).scene == "third"


ASKED = story(FIRST.replace("first:", "first:\n  verdict: true") + SECOND + THIRD)


def test_a_verdict_is_given_again_or_left_out_where_none_is_asked_now() -> None:
    play = Play(ASKED)
    play.do(GiveVerdict("trap", 2), Choose("b"))
    assert replay(ASKED, ASKED, play.log) == play.log
    log = replay(ASKED, PLAIN, play.log)
    assert VerdictGiven("trap", 2) not in log
    assert fold(log).scene == "second"


def test_a_verdict_that_is_asked_only_now_is_where_one_stands() -> None:
    play = Play(PLAIN)
    play.do(Choose("b"))
    assert stands(PLAIN, ASKED, play).phase == "verdict"


def test_what_was_rewound_is_not_done_again() -> None:
    play = Play(PLAIN)
    play.do(Choose("a"))
    play.do(Rewind(4 + 1), Choose("b"))
    log = replay(PLAIN, PLAIN, play.log)
    assert not any(isinstance(event, Rewound) for event in log)
    assert [event.choice for event in log if isinstance(event, Chosen)] == ["b"]


def test_an_ending_is_reached_again() -> None:
    play = Play(PLAIN)
    play.do(Choose("a"), Choose("a"), Choose("d"))
    assert stands(PLAIN, PLAIN, play).phase == "ended"
    longer = story(
        FIRST
        + SECOND
        + THIRD.replace("go_to: end", "go_to: more")
        + SECOND.replace("second", "more").replace("third", "end")
    )
    assert stands(PLAIN, longer, play).scene == "more"


def test_as_much_is_shown_as_before() -> None:
    play = Play(PLAIN)
    play.do(Choose("a"))
    whole = len(play.log)
    second = arrival(play, 1) + 1
    above = story((FIRST + SECOND + THIRD).replace("alex: Un\n", "alex: Un\n    ines: Pardon\n"))
    new = replay(PLAIN, above, play.log)
    assert shown_again(PLAIN, above, play.log, whole, new) == len(new)
    assert shown_again(PLAIN, above, play.log, second, new) == second + 1
    without = story((FIRST + SECOND + THIRD).replace("    alex: Deux\n", ""))
    assert shown_again(PLAIN, without, play.log, second, replay(PLAIN, without, play.log)) == second - 1
    assert shown_again(PLAIN, PLAIN, play.log, 2, play.log) == 2


def test_marks_that_were_made_while_nothing_fits_any_more_do_not_stop_the_replay() -> None:
    play = Play(PLAIN)
    play.do(Choose("b"), Mark(play.last(MessageArrived)))
    now = story(FIRST.replace("id: b", "id: new") + SECOND + THIRD)
    log = replay(PLAIN, now, play.log)
    assert not any(isinstance(event, Marked) for event in log)
    assert fold(log).scene == "first"


# -- choices without an id


UNNAMED = FIRST.replace("id: a, ", "").replace("id: b, ", "")


def chosen(now: str) -> list[str]:
    before, after = story(UNNAMED + SECOND + THIRD), story(now + SECOND + THIRD)
    play = Play(before)
    play.do(Choose("2"))
    log = replay(before, after, play.log)
    return [
        next(one.text for one in after.scene[event.scene].choices if one.id == event.choice)
        for event in log
        if isinstance(event, Chosen)
    ]


def test_a_choice_without_an_id_is_found_again_below_one_that_was_added() -> None:
    added = UNNAMED.replace("  choices:\n", '  choices:\n    - {reply: "Avant", because: "."}\n', 1)
    assert chosen(added) == ["B"]


def test_a_choice_without_an_id_keeps_its_place_when_its_words_change() -> None:
    assert chosen(UNNAMED.replace('reply: "B"', 'reply: "B, plutôt"')) == ["B, plutôt"]


def test_a_choice_without_an_id_that_is_gone_is_asked_again() -> None:
    assert chosen(UNNAMED.replace('    - {reply: "B", because: "."}\n', "")) == []
