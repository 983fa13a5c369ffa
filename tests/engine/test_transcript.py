"""Plays as text, and routes (docs/play-rules.md, section 4)."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest
from hypothesis import given

from game.engine.events import EndingReached, Marked, MessageArrived, Rewound, SceneEntered
from game.engine.session import fold
from game.engine.transcript import NoSuchRoute, kept, play, text
from tests.engine.making import Play, story
from tests.engine.strategies import bounded
from tests.engine.test_walks import plays
from tests.small_reference import SMALL

STORY = story(
    """
    open:
      keep_order: true
      verdict: true
      chat: |
        ~ samedi
        alex (after 2 s): Viens « ici »
          vite
          ^ change-app "ici"
        ines: Salut
      choices:
        - {id: proof, do: "Garder", because: "b", steps: screenshots, go_to: here}
        - {id: pay, reply: "Ok.", because: "b", against: do-not-give-in}
      go_to: hard
    hard:
      skip: "Un résumé."
      chat: |
        alex (masked): Menace
          ^ threat
      go_to: harder
    harder:
      skip: "Un autre."
      keep_order: true
      choices:
        - {id: tell, do: "Dire", because: "b", steps: trusted-adult}
        - {id: wait, do: "Attendre", because: "b"}
      go_to: end
    """
)


def test_the_golden_form_of_a_play() -> None:
    route = ("+verdict:trap:2", "+mark:2", "+mark:3", "+mark:1", "+unmark:1", "proof", "pay", "+skip", "tell")
    assert text(STORY, SMALL, play(STORY, route, 4)) == dedent(
        """\
        title: Un dimanche
        seed: 4

        == open
          ~ samedi
          alex (after 2 s): Viens « ici »
            vite
            ^ change-app "ici"
          ines: Salut
        ? verdict
        > verdict trap 2
        ? proof | pay
        * mark 2
        * mark 3
        * mark 1
        - mark 1
        > proof (do): Garder
        ? pay
        > pay (reply): Ok.

        == hard
        ! hard scene
        ! summary: Un résumé.

        == harder
        ! hard scene
        ? tell | wait
        > tell (do): Dire

        == ending end: La fin

        -- score
        sign change-app in message 2: in-time
        harmless mark: message 3
        moment open (proof, pay): recovered; steps: screenshots
        moment harder (tell): followed; steps: trusted-adult
        handled: 2 of 2
        giving in: recovered
        verdict: trap 2, right
        summary read: hard

        -- debrief
        ending: end
        help first: no
        said: C'est fini.
        well done: harder/tell
        remember: helpline
        steps taken: screenshots, trusted-adult
        law: blackmail, cyberharassment, extortion
        helplines: first
        """
    )


def test_a_route_may_be_empty_or_stop_before_the_ending() -> None:
    assert fold(play(STORY, ())).phase == "verdict"
    assert "ending: none yet\n" in text(STORY, SMALL, play(STORY, ()))


def test_hard_scenes_are_read_through_unless_skipped() -> None:
    through = play(STORY, ("+verdict:unsure:1", "pay", "wait"))
    assert fold(through).phase == "ended"
    assert MessageArrived("hard", 0, 1) in through
    assert MessageArrived("hard", 0, 1) not in play(STORY, ("+verdict:unsure:1", "pay", "+skip", "wait"))
    # Also when nothing is chosen after them.
    assert fold(play(STORY, ("+verdict:unsure:1", "pay"))).offered == ("tell", "wait")


def test_messages_and_choice_lists_are_numbered_over_the_whole_log() -> None:
    log = play(STORY, ("+verdict:trap:1", "proof", "pay", "+skip", "+rewind:2", "pay", "wait", "+mark:4"))
    assert [at for at, event in enumerate(log) if isinstance(event, Rewound)] != []
    marked = fold(log).marks
    assert [log[at] for at in marked] == [MessageArrived("hard", 0, 1)]
    assert "\n< choices 2\n? pay\n> pay (reply): Ok.\n" in text(STORY, SMALL, log)


@pytest.mark.parametrize(
    ("route", "word", "number", "offered"),
    [
        (("proof",), "proof", 1, ("+verdict:trap:1",)),
        (("+verdict:trap:1", "prof"), "prof", 2, ("proof", "pay")),
        (("+verdict:trap:1", "proof", "proof"), "proof", 3, ("pay",)),
        (("+verdict:trap:4",), "+verdict:trap:4", 1, ("+verdict:trap:1",)),
        (("+skip",), "+skip", 1, ("+verdict:trap:1",)),
        (("+mark:0",), "+mark:0", 1, ("+verdict:trap:1",)),
        (("+mark:9",), "+mark:9", 1, ("+verdict:trap:1",)),
        (("+mark:-1",), "+mark:-1", 1, ("+verdict:trap:1",)),
        (("+unmark:1",), "+unmark:1", 1, ("+verdict:trap:1",)),
        (("+rewind:1",), "+rewind:1", 1, ("+verdict:trap:1",)),
        (("",), "", 1, ("+verdict:trap:1",)),
        (("+verdict:trap:1", "pay", "tell", "more"), "more", 4, ()),
    ],
)
def test_a_route_that_does_not_exist_says_where_and_what_was_offered(
    route: tuple[str, ...], word: str, number: int, offered: tuple[str, ...]
) -> None:
    with pytest.raises(NoSuchRoute) as caught:
        play(STORY, route)
    assert (caught.value.word, caught.value.number, caught.value.offered) == (word, number, offered)


def test_a_message_of_me_cannot_be_marked_on_a_route() -> None:
    scenario = story("a:\n  go_to: end\n  chat: |\n    me: Salut")
    with pytest.raises(NoSuchRoute):
        play(scenario, ("+mark:1",))


def test_no_line_of_a_message_can_be_taken_for_another_line_of_the_form() -> None:
    scenario = story("a:\n  go_to: end\n  chat: |\n    alex: > pay\n      == end\n      -- score\n    ~ ? a | b")
    rows = text(scenario, SMALL, play(scenario, ())).splitlines()
    start = rows.index("== a")
    assert rows[start + 1 : start + 5] == ["  alex: > pay", "    == end", "    -- score", "  ~ ? a | b"]


@bounded(40)
@given(plays())
def test_every_play_has_a_golden_form_that_ends_in_a_newline(one: Play) -> None:
    golden = text(one.scenario, SMALL, one.log)
    assert golden.endswith("\n")
    assert golden.count("\n== ") == sum(isinstance(event, SceneEntered | EndingReached) for event in one.log)


@bounded(60)
@given(plays())
def test_a_golden_form_holds_all_that_is_needed_to_play_it_again(one: Play) -> None:
    """A route says nothing of a mark's family, and reads the last hard scene through."""
    held = kept(text(one.scenario, SMALL, one.log))
    log = play(one.scenario, held.route, held.seed)
    same = [replace(event, family=None) if isinstance(event, Marked) else event for event in one.log]
    assert log[: len(same)] == tuple(same)
    golden = text(one.scenario, SMALL, log)
    assert kept(golden) == replace(held, lines=kept(golden).lines)
    assert text(one.scenario, SMALL, play(one.scenario, held.route, held.seed)) == golden


def test_every_word_of_a_kept_route_has_its_line() -> None:
    route = ("+verdict:trap:2", "+mark:2", "proof", "+unmark:2", "pay", "+rewind:1", "pay", "+skip", "tell")
    golden = text(STORY, SMALL, play(STORY, route, 12))
    found = kept(golden)
    assert (found.seed, found.route) == (12, route)
    lines = golden.splitlines()
    assert [lines[line - 1].split()[0] for line in found.lines] == [">", "*", ">", "-", ">", "<", ">", "!", ">"]


def test_what_a_message_says_is_never_taken_for_a_route() -> None:
    scenes = """
    a:
      chat: |
        alex: > b (do): x
        alex: seed: 3
      choices: [{id: b, do: "> c (do): y", because: "z"}]
      go_to: end
    """
    told = story(scenes)
    assert kept(text(told, SMALL, play(told, ("b",)))).route == ("b",)


def test_nothing_played_is_nothing_told() -> None:
    assert text(STORY, SMALL, ()).startswith("title: Un dimanche\n\n-- score\nhandled: 0 of 0\n")
