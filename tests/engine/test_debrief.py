"""What the debrief says (docs/play-rules.md, section 3)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.debrief import Debrief, Praise, debrief, fill
from game.engine.events import Choose, GoOn, Mark, ReadSummary, Rewind
from tests.engine.making import END, Play, story
from tests.small_reference import SMALL

SCENES = """
one:
  keep_order: true
  chat: |
    alex: Vite
      ^ too-fast
    ines: Salut
  choices:
    - {id: block, do: "a", because: "b", steps: [block, screenshots]}
    - {id: police, do: "a", because: "b", steps: police}
    - {id: pay, do: "a", because: "b", against: do-not-give-in, sets: paid}
    - {id: both, do: "a", because: "b", steps: trusted-adult, against: do-not-give-in}
    - {id: wait, do: "a", because: "b"}
  go_to: two
two:
  keep_order: true
  choices:
    - {id: tell, do: "a", because: "b", steps: trusted-adult, sets: told}
    - {id: call, do: "a", because: "b", steps: [helpline, block]}
    - {id: wait, do: "a", because: "b"}
  go_to: [{to: alone, unless: told}, end]
"""
ENDINGS = """
end:
  title: "Ensemble"
  debrief:
    - "Appelle {helpline} ({helpline-name})."
    - {text: "Tu avais payé.", if: paid}
    - {text: "Rien n'est payé.", unless: paid}
  law: [minor-author, extortion]
alone: {title: "Sans rien dire", debrief: "Demain aussi.", open: true}
"""


def played(*choices: str, trap: str = "true", marks: tuple[int, ...] = ()) -> Play:
    play = Play(story(SCENES, ENDINGS, trap=trap))
    play.do(*map(Mark, marks), *map(Choose, choices))
    return play


def told(play: Play) -> Debrief:
    return debrief(play.scenario, SMALL, play.log)


def taken(play: Play) -> list[str]:
    return [one.step for one in told(play).steps if one.taken]


# -- the ending and its lines


def test_the_lines_whose_condition_holds_are_said_with_placeholders_filled() -> None:
    assert told(played("wait", "tell")).said == ("Appelle 1234 (Une ligne).", "Rien n'est payé.")
    assert told(played("pay", "tell")).said == ("Appelle 1234 (Une ligne).", "Tu avais payé.")


def test_other_braces_are_text() -> None:
    assert fill("{a} {} { {helpline } {Helpline} {helpline}{helpline-name}", SMALL) == (
        "{a} {} { {helpline } {Helpline} 1234Une ligne"
    )


def test_a_debrief_names_its_ending() -> None:
    assert (told(played("wait", "wait")).ending, told(played("wait", "wait")).title) == ("alone", "Sans rien dire")


def test_a_play_left_early_has_a_debrief_without_an_ending() -> None:
    result = told(played("block"))
    assert (result.ending, result.title, result.said, result.help_first) == ("", "", (), False)
    assert result.praise == Praise("one", "block", 5)
    assert result.law == ("blackmail", "cyberharassment", "extortion")
    assert result.helplines == ("first",)


def test_a_play_without_any_event_has_a_debrief_too() -> None:
    result = debrief(story(SCENES, ENDINGS), SMALL, ())
    assert (result.ending, result.praise, result.remember) == ("", None, "helpline")


# -- help first


@pytest.mark.parametrize(
    ("choices", "first"),
    [
        (("wait", "tell"), False),
        (("pay", "tell"), False),
        (("pay", "wait"), True),
        (("wait", "wait"), True),
        (("pay",), True),
    ],
)
def test_help_comes_first_after_giving_in_or_at_an_open_ending(choices: tuple[str, ...], first: bool) -> None:
    assert told(played(*choices)).help_first is first


# -- praise


def test_the_first_help_step_is_praised_before_any_other_step() -> None:
    assert told(played("block", "tell")).praise == Praise("two", "tell", 8)
    assert told(played("police", "tell")).praise == Praise("one", "police", 5)


def test_any_step_is_praised_when_there_is_no_help_step() -> None:
    assert told(played("block", "wait")).praise == Praise("one", "block", 5)


def test_a_choice_that_gives_in_is_never_praised() -> None:
    assert told(played("both", "wait")).praise is None
    assert told(played("both", "call")).praise == Praise("two", "call", 8)


def test_a_sign_seen_in_time_is_praised_when_no_step_was_taken() -> None:
    assert told(played("wait", "wait", marks=(2,))).praise == Praise("one", "", 2)
    assert told(played("wait", "tell", marks=(2,))).praise == Praise("two", "tell", 9)


def test_a_late_mark_or_a_harmless_one_is_not_praised() -> None:
    play = played("wait", marks=(3,))
    play.do(Mark(2), Choose("wait"))
    assert told(play).praise is None


def test_a_play_without_anything_done_well_is_not_praised() -> None:
    assert told(played("wait", "wait")).praise is None


# -- what to remember


def test_who_gave_in_is_told_the_first_help_step() -> None:
    assert told(played("pay", "wait")).remember == "helpline"


def test_else_a_help_step_that_was_possible_and_not_taken_is_told_people_before_procedures() -> None:
    # `police` has a number in the source document and stands first in the country's order; the others have none.
    assert told(played("block", "wait")).remember == "helpline"
    assert told(played("block", "call")).remember == "trusted-adult"
    assert told(played("wait")).remember == "trusted-adult"


def test_else_any_step_that_was_possible_and_not_taken_is_told() -> None:
    scenes = """
    one:
      choices:
        - {id: all, do: "a", because: "b", steps: [police, helpline, trusted-adult]}
        - {id: other, do: "a", because: "b", steps: [stop-replying, screenshots]}
      go_to: end
    """
    play = Play(story(scenes))
    play.do(Choose("all"))
    assert told(play).remember == "screenshots"


def test_who_took_all_that_was_possible_is_told_the_first_help_step() -> None:
    play = Play(story('one: {choices: [{id: x, do: "a", because: "b", steps: trusted-adult}], go_to: end}'))
    play.do(Choose("x"))
    assert told(play).remember == "helpline"
    assert told(Play(story("one: {go_to: end}"))).remember == "helpline"


def test_only_who_never_gave_in_is_told_to_never_give_in() -> None:
    scenes = """
    one:
      choices:
        - {id: hold, do: "a", because: "b", steps: do-not-give-in}
        - {id: pay, do: "a", because: "b", against: do-not-give-in}
        - {id: wait, do: "a", because: "b"}
      go_to: two
    two: {choices: [{id: shot, do: "a", because: "b", steps: screenshots}], go_to: end}
    """

    def remembered(choice: str, then: str) -> str:
        play = Play(story(scenes))
        play.do(Choose(choice), Choose(then))
        return told(play).remember

    play = Play(story(scenes))
    play.do(Choose("wait"))
    assert told(play).remember == "do-not-give-in"
    assert remembered("pay", "shot") == "helpline"


# -- steps


def test_every_step_of_the_country_is_listed_in_its_order() -> None:
    result = told(played("block", "tell"))
    assert [one.step for one in result.steps] == [step.id for step in SMALL.steps]
    assert taken(played("block", "tell")) == ["do-not-give-in", "screenshots", "block", "trusted-adult"]
    assert [one.step for one in result.steps if one.possible] == [
        "screenshots",
        "police",
        "helpline",
        "block",
        "trusted-adult",
    ]


def test_not_giving_in_counts_as_taken_by_who_never_gave_in_and_followed_a_moment() -> None:
    assert "do-not-give-in" in taken(played("wait", "tell"))
    assert "do-not-give-in" not in taken(played("wait", "wait"))
    assert "do-not-give-in" not in taken(played("pay", "tell"))
    assert "do-not-give-in" not in taken(played("both", "call"))


def test_steps_of_a_moment_that_was_not_met_were_not_possible() -> None:
    assert not next(one for one in told(played("block")).steps if one.step == "helpline").possible


# -- law and helplines


def test_the_closest_text_comes_first_then_what_always_holds_then_the_endings_own() -> None:
    assert told(played("wait", "tell")).law == ("blackmail", "cyberharassment", "extortion", "minor-author")
    assert told(played("wait", "wait")).law == ("blackmail", "cyberharassment", "extortion")
    assert told(played("wait", "tell", trap="")).law[0] == "blackmail"


def test_a_story_without_a_trap_has_only_the_law_of_its_ending() -> None:
    assert told(played("wait", "tell", trap="false")).law == ("extortion", "minor-author")
    assert told(played("wait", "wait", trap="false")).law == ()


def test_the_closest_text_comes_first_wherever_it_is_named() -> None:
    play = Play(
        story("a: {go_to: end}", END.replace("}", ", law: [minor-author, extortion, blackmail]}"), trap="false")
    )
    assert told(play).law == ("blackmail", "extortion", "minor-author")


def test_a_closest_text_that_nothing_names_is_left_out() -> None:
    law = tuple(replace(topic, always=topic.id == "extortion") for topic in SMALL.law)
    play = Play(story("a: {go_to: end}"))
    assert debrief(play.scenario, replace(SMALL, law=law), play.log).law == ("extortion",)


def test_helplines_are_those_for_players() -> None:
    assert told(played()).helplines == ("first",)


# -- summaries and rewinding


def test_a_story_read_as_summaries_has_the_same_debrief_but_for_its_signs() -> None:
    scenes = """
    a:
      skip: "x"
      chat: |
        alex: Menace
          ^ threat
      choices: [{id: tell, do: "a", because: "b", steps: trusted-adult}]
      go_to: end
    """
    full, short = Play(story(scenes)), Play(story(scenes))
    full.do(GoOn(), Choose("tell"))
    short.do(ReadSummary(), Choose("tell"))
    first, second = told(full), told(short)
    assert (second.score.signs, second.score.skipped) == ((), ("a",))
    assert first.praise is not None
    assert second.praise is not None
    assert first.praise.choice == second.praise.choice == "tell"
    assert (first.steps, first.remember, first.law) == (second.steps, second.remember, second.law)


def test_facts_of_a_choice_that_was_rewound_say_nothing() -> None:
    play = played("pay", "tell")
    play.do(Rewind(4), Choose("wait"), Choose("tell"))
    assert told(play).said == ("Appelle 1234 (Une ligne).", "Rien n'est payé.")
    assert told(play).score.replayed
