"""What is judged in a scenario that was read: names, ways on, what protects the player (docs/format.md, section 3)."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from game.engine.check import check
from game.engine.kinds import KINDS, Severity
from game.engine.kinds.layout import LAYOUT
from game.engine.kinds.proof import PROOF
from game.engine.kinds.protection import PROTECTION
from game.engine.kinds.ways import WAYS
from game.engine.kinds.written import WRITTEN
from game.engine.model import Scenario
from game.engine.problems import problem, stops
from game.engine.read import read
from game.engine.staging import StoryStuck
from game.engine.write import write
from game.reference.library import load
from tests.engine.making import END, Play, file_text, problems, story, told, where
from tests.engine.strategies import bounded, stories
from tests.small_reference import SMALL

A = 'do: "a", because: "b"'


def names(scenes: str, endings: str = END, **more: str) -> list[str]:
    return [one.name for one in problems(file_text(scenes, endings, **more))]


def test_what_is_wrongly_written_does_not_play_and_some_of_what_it_leads_to_does() -> None:
    assert all(kind.severity is Severity.ERROR for kind in (LAYOUT | WRITTEN).values())
    led_to = WAYS | PROOF | PROTECTION
    assert {name for name, kind in led_to.items() if kind.severity is Severity.WARNING} == {
        *("not-reachable", "way-never-taken", "too-many-choices", "hard-scene-without-summary"),
        *("condition-always-true", "condition-never-true", "fact-never-set", "fact-never-read"),
        *("full-marks-impossible", "proof-too-large"),
        *("open-not-needed", "too-much-threat", "threat-without-relief"),
    }


def test_a_problem_of_no_known_kind_cannot_be_told() -> None:
    with pytest.raises(KeyError):
        problem("no-such-kind", problems("")[0].place)


# -- names


@pytest.mark.parametrize(
    ("scenes", "needle", "name"),
    [
        (f"only: {{choices: [{{{A}, steps: [block, blok]}}], go_to: end}}", "blok", "unknown-step"),
        (f"only: {{choices: [{{{A}, against: blok}}], go_to: end}}", "blok", "unknown-step"),
        (f"only: {{choices: [{{{A}, sets: [paid, payd]}}], go_to: end}}", "payd", "unknown-fact"),
        (f"only: {{choices: [{{{A}, if: [told, payd]}}], go_to: end}}", "payd", "unknown-fact"),
        (f"only: {{choices: [{{{A}, unless: payd}}], go_to: end}}", "payd", "unknown-fact"),
        ("only: {go_to: [{to: end, if: payd}, end]}", "end, if", "unknown-fact"),
        (
            f"only: {{choices: [{{{A}, go_to: [{{to: end, unless: payd}}, end]}}], go_to: end}}",
            "end, un",
            "unknown-fact",
        ),
        (f"only: {{choices: [{{{A}, go_to: ende}}], go_to: end}}", "ende", "unknown-target"),
        ("only: {go_to: [{to: ende, if: paid}, end]}", "ende", "unknown-target"),
    ],
)
def test_a_name_that_nothing_bears_is_told_where_it_stands(scenes: str, needle: str, name: str) -> None:
    text = file_text(scenes)
    assert told(text) == [f"{where(text, needle)} {name}"]


def test_unknown_names_of_a_chat_are_told_at_their_lines() -> None:
    text = file_text(
        """
        only:
          chat: |
            alex: a
            bob (if payd): b
              ^ threat, thret
            ~ (unless payd): c
          skip: "x"
          go_to: end
        """
    )
    assert told(text) == [
        f"{where(text, 'bob')} unknown-fact",
        f"{where(text, 'bob')} unknown-speaker",
        f"{where(text, '^ threat')} unknown-sign",
        f"{where(text, '~ (unless')} unknown-fact",
    ]


def test_unknown_names_of_an_ending_are_told() -> None:
    text = file_text(
        "only: {go_to: end}", 'end: {title: "x", debrief: [{text: "y", if: payd}], law: [blackmail, theft]}'
    )
    assert told(text) == [f"{where(text, '{text')} unknown-fact", f"{where(text, 'theft')} unknown-law"]


def test_a_near_name_is_proposed() -> None:
    (one,) = problems(file_text(f"only: {{choices: [{{{A}, steps: blok}}], go_to: end}}"))
    assert dict(one.values)["near"] == "block"
    assert "block" in dict(one.values)["known"]
    assert one.hint == KINDS["unknown-step"].near


@pytest.mark.parametrize(
    ("key", "written", "meant"),
    [
        ("steps", "captures", "screenshots"),
        ("steps", "Bloquer", "block"),
        ("against", "captures d'écran", "screenshots"),
    ],
)
def test_the_words_that_the_game_shows_for_a_step_name_it(key: str, written: str, meant: str) -> None:
    france = load("fr", "fr")
    reading = read(file_text(f"only: {{choices: [{{{A}, {key}: [{written}]}}], go_to: end}}").encode())
    assert reading.scenario is not None
    (one,) = check(reading.scenario, france, reading.problems)
    assert (dict(one.values)["near"], dict(one.values)["short"]) == (meant, france.step[meant].short)


def test_the_words_that_the_game_shows_for_a_law_or_a_sign_name_it() -> None:
    france = load("fr", "fr")
    scenes = "only:\n  go_to: end\n  chat: |\n    leo: Coucou\n      ^ Une personne inconnue écrit"
    endings = 'end: {title: "x", debrief: "y", law: [chantage, images]}'
    reading = read(file_text(scenes, endings).encode())
    assert reading.scenario is not None
    told_near = [dict(one.values).get("near", "") for one in check(reading.scenario, france, reading.problems)]
    # “images” is in the texts of several law topics.
    assert told_near == ["unknown-contact", "blackmail", ""]


def test_somebody_who_is_not_in_the_cast_is_told_once_with_all_their_lines() -> None:
    text = file_text("only:\n  go_to: end\n  chat: |\n    bob: a\n    ines: b\n    bob: c\n    bob: d")
    (one,) = problems(text)
    first = int(where(text, "bob: a").partition(":")[0])
    assert (one.name, one.place.line) == ("unknown-speaker", first)
    assert dict(one.values)["lines"] == f"{first}, {first + 2}, {first + 3}"


def test_a_scene_named_twice_is_one_fault_and_not_the_ways_that_then_lead_nowhere() -> None:
    scenes = "one: {go_to: two}\ntwo: {go_to: three}\ntwo: {go_to: end}"
    assert names(scenes) == ["duplicate-key"]


def test_a_person_or_a_fact_named_twice_is_one_fault() -> None:
    scenes = f"only:\n  go_to: end\n  chat: |\n    zoe: a\n  choices:\n    - {{{A}, sets: late}}"
    cast = 'me: {name: "S"}\nines: {name: "I", role: friend}\nines: {name: "Z", role: friend}'
    assert names(scenes, cast=cast, facts='paid: "a"\npaid: "b"') == ["duplicate-key", "duplicate-key"]


def test_an_accent_in_a_fact_is_told_once_where_the_fact_is_named() -> None:
    scenes = f"only:\n  go_to: end\n  chat: |\n    ines (if gardé): a\n  choices:\n    - {{{A}, sets: gardé}}"
    assert names(scenes, facts='gardé: "a gardé"') == ["bad-name"]


def test_a_new_fact_with_an_accent_is_told_with_a_name_that_can_be() -> None:
    (one,) = problems(file_text(f"only: {{choices: [{{{A}, sets: gardé}}], go_to: end}}"))
    assert (one.name, dict(one.values)["example"]) == ("bad-name", "garde")


@pytest.mark.parametrize(("key", "meant"), [("faire", "do"), ("Réponse", "reply"), ("rpely", "reply")])
def test_a_choice_with_a_key_in_french_is_told_once_with_the_key(key: str, meant: str) -> None:
    (one,) = problems(file_text(f'only: {{choices: [{{{key}: "a", because: "b"}}], go_to: end}}'))
    assert (one.name, dict(one.values)["near"]) == ("unknown-key", meant)


def test_names_without_brackets_are_one_fault_and_a_wrong_one_among_them_another() -> None:
    def steps(written: str) -> str:
        choices = f'choices:\n    - reply: "a"\n      because: "b"\n      steps: {written}'
        return file_text(f"only:\n  go_to: end\n  {choices}")

    (one,) = problems(steps("stop-replying, block"))
    assert (one.name, dict(one.values)["line"]) == ("names-without-brackets", "steps: [stop-replying, block]")
    assert [one.name for one in problems(steps("block,screenshots"))] == ["names-without-brackets"]
    wrong = steps("stop-replying, blok")
    assert told(wrong) == [
        f"{where(wrong, 'stop-replying')} names-without-brackets",
        f"{where(wrong, 'blok')} unknown-step",
    ]


def test_a_missing_me_is_told_once_and_not_at_each_of_their_messages() -> None:
    scenes = "only:\n  go_to: end\n  chat: |\n    me: a\n    me: b"
    assert names(scenes, cast='ines: {name: "I", role: friend}') == ["no-me"]


def test_facts_that_could_not_be_read_are_not_called_unknown() -> None:
    scenes = f"only: {{choices: [{{{A}, sets: paid, if: told}}], go_to: end}}"
    assert names(scenes, facts="- paid\n- told") == ["expected-keys"]
    assert names(scenes, facts="") == ["unknown-fact", "unknown-fact"]


# -- ways


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ("end", []),
        ("[end]", []),
        ("[{to: end, if: paid}, {to: end, unless: told}, end]", []),
        ("[{to: end, if: paid}]", ["last-way-conditional"]),
        ("[end, {to: end, if: paid}]", ["way-never-taken"]),
        ("[end, only]", ["way-never-taken"]),
        ("here", ["here-without-choices"]),
        ("[{to: here, if: paid}, end]", ["here-without-choices"]),
        ("[]", ["no-way-on", "not-reachable"]),
    ],
)
def test_ways_are_tried_in_order_and_the_last_one_always_holds(ways: str, expected: list[str]) -> None:
    assert names(f"only: {{go_to: {ways}}}") == expected


@pytest.mark.parametrize(
    ("choices", "stuck"),
    [
        (f"[{{{A}, go_to: end}}]", False),
        (f"[{{{A}}}, {{{A}, go_to: end}}]", True),
        (f"[{{{A}, go_to: here}}]", True),
        (f"[{{{A}, go_to: here}}, {{{A}, go_to: end}}]", False),
        (f"[{{{A}, go_to: [{{to: end, if: paid}}, here]}}]", True),
        (f"[{{{A}, if: paid, go_to: end}}]", True),
        (f"[{{{A}, unless: paid, go_to: end}}]", True),
        (f"[{{{A}, if: paid, unless: told, go_to: end}}, {{{A}, unless: paid, go_to: end}}]", True),
        (f"[{{{A}, if: paid, go_to: end}}, {{{A}, unless: paid, go_to: end}}]", False),
        (f"[{{{A}, if: paid, go_to: end}}, {{{A}, if: told, go_to: end}}]", True),
        ("[]", True),
    ],
)
def test_a_scene_without_a_go_to_needs_a_choice_that_leads_on_in_every_case(choices: str, stuck: bool) -> None:
    found = names(f"first: {{choices: [{{{A}, go_to: only}}, {{{A}, go_to: end}}]}}\nonly: {{choices: {choices}}}")
    assert found == (["no-way-on"] if stuck else [])


@pytest.mark.parametrize(
    ("scenes", "rings"),
    [
        ("a: {go_to: a}", 1),
        ("a: {go_to: b}\nb: {go_to: a}", 1),
        ("a: {go_to: [{to: b, if: paid}, end]}\nb: {go_to: [{to: a, if: paid}, end]}", 1),
        (f"a: {{go_to: b}}\nb: {{choices: [{{{A}, if: paid}}], go_to: a}}", 1),
        (f"a: {{go_to: b}}\nb: {{choices: [{{{A}}}], go_to: a}}", 0),
        (f"a: {{choices: [{{{A}, go_to: a}}], go_to: end}}", 0),
        ("a: {go_to: [{to: a, if: paid}, {to: b, if: told}, end]}\nb: {go_to: b}", 2),
        ("a: {go_to: [{to: b, if: paid}, end]}\nb: {go_to: end}", 0),
        ('a: {skip: "x", go_to: b}\nb: {go_to: a}', 1),
        ("a: {verdict: true, go_to: a}", 1),
    ],
)
def test_scenes_that_lead_to_one_another_without_a_choice_are_a_loop(scenes: str, rings: int) -> None:
    assert names(scenes).count("endless-loop") == rings


def test_a_loop_names_its_own_scenes_and_no_others() -> None:
    found = problems(
        file_text(
            "a: {go_to: b}\nb: {go_to: [{to: c, if: paid}, {to: d, if: told}, end]}\nc: {go_to: b}\nd: {go_to: end}"
        )
    )
    assert [(one.name, dict(one.values)) for one in found] == [("endless-loop", {"scenes": "b, c"})]


def test_a_long_story_without_choices_is_judged_in_time_that_grows_with_its_length() -> None:
    # With a walk from each scene to the end this would take minutes.
    scenes = "".join(f"s{number}: {{go_to: s{number + 1}}}\n" for number in range(5_000))
    assert names(scenes + "s5000: {go_to: end}") == []


def test_what_nothing_leads_to_is_told() -> None:
    text = file_text("a: {go_to: end}\nb: {go_to: c}\nc: {go_to: end}", END + '\nother: {title: "x", debrief: "y"}')
    assert told(text) == [f"{where(text, name)} not-reachable" for name in ("b: {", "c: {", "other")]


@bounded(100)
@given(stories())
def test_a_story_without_errors_is_never_stuck_wherever_one_goes(scenario: Scenario) -> None:
    if stops(check(scenario, SMALL)):
        return
    walk_everywhere(scenario)


@bounded(60)
@given(stories())
def test_judging_a_story_as_written_finds_the_same_as_judging_the_value(scenario: Scenario) -> None:
    # A scene with nothing in it cannot be written as a table, and that is a problem of reading.
    assume(all(scene.messages or scene.choices or scene.ways for scene in scenario.scenes))
    by_name = sorted(one.name for one in check(scenario, SMALL))
    assert sorted(one.name for one in problems(write(scenario))) == by_name


def walk_everywhere(scenario: Scenario) -> None:
    """Visit every state that a choice can lead to; StoryStuck fails the test."""
    start = Play(scenario)
    ahead = [start]
    seen: set[object] = set()
    while ahead:
        play = ahead.pop()
        key = (play.state.scene, play.state.phase, play.state.facts, play.state.taken, play.state.offered)
        if key in seen or len(seen) > 300:
            continue
        seen.add(key)
        for command in play.commands():
            further = play.copy()
            try:
                further.do(command)
            except StoryStuck as stuck:
                raise AssertionError(f"stuck at {stuck} after {command}") from stuck
            ahead.append(further)


# -- players


def test_a_masked_message_says_one_of_the_captions() -> None:
    def chat(caption: str) -> str:
        return f'only:\n  skip: "x"\n  go_to: end\n  chat: |\n    alex (masked): {caption}'

    assert names(chat("Demande d'argent")) == names(chat("Demande d’argent")) == []
    assert names(chat("Demande d'argent !")) == names(chat("Menace\n      suite")) == ["masked-caption"]
    # A caption belongs to the language of the file.
    assert names(chat("Hidden link")) == ["masked-caption"]
    english = file_text(chat("Hidden link")).replace("fr-FR", "en-FR")
    assert problems(english) == ()


def test_a_threat_needs_a_summary_and_earlier_signs_do_not() -> None:
    def chat(sign: str, skip: str = "") -> str:
        return f"only:\n  go_to: end\n{skip}  chat: |\n    alex: a\n      ^ {sign}"

    assert names(chat("intimate-request")) == []
    assert names(chat("threat")) == names(chat("change-app, second-demand")) == ["hard-scene-without-summary"]
    assert names(chat("threat", '  skip: "x"\n')) == []


def test_more_than_four_choices_at_once_are_told_at_the_fifth() -> None:
    one, maybe = f"- {{{A}}}\n", f"- {{{A}, if: paid}}\n"

    def scene(*choices: str) -> str:
        return "only:\n  go_to: end\n  choices:\n" + "".join(f"    {choice}" for choice in choices)

    assert names(scene(*[one] * 4, maybe, maybe)) == []
    assert names(scene(*[one] * 5)) == ["too-many-choices"]


def test_a_verdict_can_be_asked_only_where_the_file_gives_the_answer() -> None:
    scene = "only: {verdict: true, go_to: end}"
    assert names(scene, trap="true") == names(scene, trap="false") == []
    assert names(scene, trap="") == ["verdict-without-trap"]


def test_the_stories_of_the_other_tests_hold() -> None:
    assert check(story("only: {go_to: end}"), SMALL) == ()


def test_a_cast_without_anybody_is_told_where_it_stands() -> None:
    text = file_text("only: {go_to: end}")
    start = text.index("cast:")
    end = text.index("scenes:")
    empty = text[:start] + "cast: {}\n" + text[end:]
    assert "no-me" in [one.rpartition(" ")[2] for one in told(empty)]
