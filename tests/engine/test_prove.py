"""What the proof shows, what it tells, and what it does when a story is too large for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.events import Choose, EndingReached, GiveVerdict, GoOn, ReadSummary
from game.engine.model import Scenario
from game.engine.problems import Problem
from game.engine.proof.prove import Proof, prove
from game.engine.read import read
from game.engine.staging import StoryStuck
from game.engine.transcript import play
from game.reference.library import load
from tests.engine.making import END, Play, file_text
from tests.engine.test_prove_against_every_path import Drawn
from tests.small_reference import SMALL

STORIES = sorted((Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
GO = 'do: "a", because: "b"'
HELP = f"{{id: help, {GO}, steps: helpline}}"
THREAT = "      ~ Alex menace.\n        ^ threat"


def scenario(scenes: str, endings: str = END, facts: str = 'paid: "a payé"\ntold: "a parlé"') -> Scenario:
    """A story that may have dead ends; the proof has to say so."""
    found = read(file_text(scenes, endings, facts=facts).encode())
    assert found.scenario is not None
    assert found.problems == ()
    return found.scenario


def proof_of(scenes: str, endings: str = END, facts: str = 'paid: "a payé"\ntold: "a parlé"') -> Proof:
    return prove(scenario(scenes, endings, facts), SMALL)


def names(proof: Proof) -> list[str]:
    return [one.name for one in proof.problems]


def only(proof: Proof, name: str) -> Problem:
    (found,) = [one for one in proof.problems if one.name == name]
    return found


# -- shipped stories


@pytest.mark.parametrize("path", STORIES, ids=[path.stem for path in STORIES])
def test_a_shipped_story_is_proved_and_every_route_to_an_ending_arrives(path: Path) -> None:
    story = read(path.read_bytes()).scenario
    assert story is not None
    proof = prove(story, load(story.country, "fr"))
    assert proof.complete
    assert proof.problems == ()
    # More would take longer than a tenth of a second.
    assert len(proof.graph.part) < 20_000
    certificate = proof.certificate
    assert certificate.missed_signs == certificate.missed_steps == ()
    for one in certificate.endings:
        assert one.route is not None
        assert play(story, one.route)[-1] == EndingReached(one.id)


# -- conditions and facts


def test_messages_that_share_a_condition_share_its_problem() -> None:
    chat = "chat: |\n    alex (if paid): a\n    ines (if paid): b\n    ines (unless paid): c"
    proof = proof_of(f"first:\n  {chat}\n  choices: [{{{GO}, sets: paid}}]\n  go_to: end", facts='paid: "a payé"')
    assert names(proof) == ["condition-never-true", "condition-always-true"]
    assert dict(proof.problems[0].values) == {"condition": "if paid"}
    assert dict(proof.problems[1].values) == {"condition": "unless paid"}


def test_a_fact_that_no_choice_makes_true_is_told_once_where_it_stands() -> None:
    chat = "chat: |\n    alex (if paid): a"
    choices = f"choices: [{{{GO}, if: paid, go_to: other}}, {{{GO}}}]"
    proof = proof_of(f"first:\n  {chat}\n  {choices}\n  go_to: end\nother: {{go_to: end}}", facts='paid: "a payé"')
    assert names(proof) == ["fact-never-set"]
    assert proof.problems[0].place == proof.scenario.facts[0].place


def test_a_way_behind_one_that_is_always_taken_is_not_told_beside_it() -> None:
    first = f"first: {{choices: [{{{GO}, sets: paid}}], go_to: second}}"
    proof = proof_of(
        f"{first}\nsecond: {{go_to: [{{to: end, if: paid}}, third]}}\nthird: {{go_to: end}}", facts='paid: "a payé"'
    )
    assert names(proof) == ["condition-always-true"]


def test_a_condition_of_many_facts_is_judged_as_exactly_as_a_short_one() -> None:
    facts = "\n".join(f'f{number}: "{number}"' for number in range(8))
    scenes = "".join(
        f"s{number}: {{choices: [{{{GO}, sets: f{number}}}, {{{GO}}}], go_to: s{number + 1}}}\n" for number in range(8)
    )
    asked = " ".join(f"if f{number}," for number in range(7))
    last = f"s8:\n  chat: |\n    ines ({asked} if f7): a\n    ines ({asked} unless f7): b\n  go_to: end"
    assert names(proof_of(scenes + last, facts=facts)) == []


def test_where_a_story_gets_stuck_nothing_else_is_said_of_what_is_not_met() -> None:
    first = f"first: {{choices: [{{{GO}, sets: paid, go_to: second}}, {{{GO}, go_to: end}}]}}"
    second = f"second: {{choices: [{{{GO}, unless: paid, go_to: end}}]}}"
    assert names(proof_of(f"{first}\n{second}", facts='paid: "a payé"')) == ["no-way-on"]


def test_scenes_that_never_lead_to_an_ending_are_named() -> None:
    scenes = f"first: {{choices: [{{{GO}}}], go_to: second}}\nsecond: {{choices: [{{{GO}}}], go_to: first}}"
    proof = proof_of(scenes, facts="")
    assert names(proof) == ["ending-out-of-reach"]
    assert dict(proof.problems[0].values) == {"scenes": "first, second"}
    assert proof.certificate.choices is None


# -- protection


def hard(choices: str, go_to: str = "end") -> str:
    return f'first:\n  skip: "s"\n  chat: |\n{THREAT}\n  choices: [{choices}]\n  go_to: {go_to}'


def test_under_threat_help_is_offered_or_was_taken() -> None:
    again = f"{{id: help, {GO}, steps: helpline, go_to: here, unless: told}}"
    other = f"{{id: other, {GO}, sets: told}}"
    assert "threat-without-help" not in names(proof_of(hard(f"{again}, {other}")))
    without = only(proof_of(hard(f"{other}")), "threat-without-help")
    assert dict(without.values) == {"scene": "first", "route": "first"}


def test_the_threat_lasts_to_the_ending_and_the_route_there_is_named() -> None:
    second = f"second: {{choices: [{HELP}, {{id: on, {GO}, go_to: third}}], go_to: third}}"
    third = f"third: {{choices: [{{{GO}}}], go_to: end}}"
    found = only(proof_of(f"{hard(HELP, 'second')}\n{second}\n{third}"), "threat-without-help")
    assert dict(found.values) == {"scene": "third", "route": "first/help, second/help, third"}


def test_giving_in_without_help_since_needs_an_open_ending() -> None:
    give = f"{{id: give, {GO}, against: do-not-give-in}}"
    after = f"second: {{choices: [{HELP}, {{id: on, {GO}}}], go_to: end}}"
    first = f"first: {{choices: [{give}, {HELP}], go_to: second}}"
    found = only(proof_of(f"{first}\n{after}", facts=""), "ending-without-help")
    assert dict(found.values) == {"ending": "end", "route": "first/give, second/on, end"}
    opened = END.replace("}", ", open: true}")
    assert names(proof_of(f"{first}\n{after}", opened, facts="")) == []
    assert names(proof_of(f"first: {{choices: [{HELP}], go_to: end}}", opened, facts="")) == ["open-not-needed"]


def test_relief_may_come_at_the_end_of_the_first_threat_or_before_the_second() -> None:
    def told(first: str, second: str) -> bool:
        scenes = (
            f'first:\n  skip: "s"\n  chat: |\n{THREAT}\n{first}\n  go_to: second\n'
            f'second:\n  skip: "s"\n  chat: |\n{second}\n      alex (masked): Menace\n        ^ threat\n  go_to: end'
        )
        return "threat-without-relief" in names(proof_of(scenes, facts=""))

    assert told("", "")
    assert not told("      ines: a", "")
    assert not told("", "      ~ plus tard")
    assert told("      alex: a", "      leo: b")


def test_reading_the_summary_of_a_hard_scene_leads_where_reading_it_leads() -> None:
    compared = 0
    for seed in range(120):
        drawn = Drawn(seed).scenario()
        try:
            here = Play(drawn)
            for _ in range(6):
                if here.state.phase == "announced":
                    other = here.copy()
                    other.do(ReadSummary())
                    here.do(GoOn())
                    if here.state.phase == "verdict":
                        here.do(GiveVerdict("unsure", 1))
                    # The next scene may wait in its turn.
                    assert (other.state.scene, other.state.facts) == (here.state.scene, here.state.facts)
                    assert (other.state.phase, other.state.offered) == (here.state.phase, here.state.offered)
                    compared += 1
                elif here.state.phase == "verdict":
                    here.do(GiveVerdict("unsure", 1))
                elif here.state.phase == "choosing":
                    here.do(Choose(here.state.offered[-1]))
        except StoryStuck:
            continue
    assert compared > 20


# -- figures


def test_a_story_that_can_come_round_again_has_no_longest_play() -> None:
    proof = proof_of(f"first: {{choices: [{{id: on, {GO}}}, {{id: again, {GO}, go_to: first}}], go_to: end}}", facts="")
    assert proof.problems == ()
    certificate = proof.certificate
    assert (certificate.paths, certificate.loop) == (None, ("first",))
    assert certificate.choices is not None
    assert (certificate.choices.shortest, certificate.choices.longest) == (1, None)
    assert certificate.choices.expected == pytest.approx(2)


def chain(scenes: int) -> Scenario:
    """Each scene sets a fact and asks for the one of five scenes before."""
    facts = "\n".join(f'f{number}: "{number}"' for number in range(scenes))
    told = []
    for number in range(scenes):
        asks = f", if: f{number - 5}" if number >= 5 else ""
        to = f"s{number + 1}" if number + 1 < scenes else "end"
        told.append(f"s{number}: {{choices: [{{{GO}, sets: f{number}}}, {{{GO}}}, {{{GO}{asks}}}], go_to: {to}}}")
    return scenario("\n".join(told), facts=facts)


def test_facts_that_nothing_asks_for_any_more_are_forgotten() -> None:
    states = [len(prove(chain(scenes), SMALL).graph.part) for scenes in (100, 200, 400)]
    assert states[2] - states[1] == 2 * (states[1] - states[0])
    assert states[1] - states[0] == 100 * 2**5


def test_a_mean_that_settles_too_slowly_is_not_told() -> None:
    here = ", ".join(f"{{id: c{number}, {GO}, go_to: here}}" for number in range(10))
    back = ", ".join(f"{{id: x{number}, {GO}, go_to: first}}" for number in range(999))
    scenes = f"first: {{choices: [{here}], go_to: second}}\nsecond: {{choices: [{back}, {{id: on, {GO}}}], go_to: end}}"
    choices = proof_of(scenes, facts="").certificate.choices
    assert choices is not None
    assert (choices.shortest, choices.expected, choices.longest) == (11, None, None)


def test_a_ring_of_many_scenes_is_named_by_some_of_them() -> None:
    scenes = "\n".join(f"s{number}: {{choices: [{{{GO}}}], go_to: s{(number + 1) % 100}}}" for number in range(100))
    found = only(proof_of(scenes, facts=""), "ending-out-of-reach")
    assert dict(found.values)["scenes"].endswith("s38, s39, …")


def test_choices_that_facts_bring_together_are_too_many_at_the_fifth_on_offer() -> None:
    def asked(*conditions: str) -> list[int]:
        first = f"first: {{choices: [{{{GO}, sets: paid}}, {{{GO}, sets: told}}], go_to: second}}"
        second = ", ".join(f"{{{GO}{one}}}" for one in conditions)
        proof = proof_of(f"{first}\nsecond: {{choices: [{second}], go_to: end}}")
        places = [one.place for one in proof.scenario.scenes[1].choices]
        return [places.index(one.place) for one in proof.problems if one.name == "too-many-choices"]

    paid, told = ", if: paid", ", if: told"
    assert asked("", "", told, told, paid, paid) == []
    assert asked("", "", told, paid, paid, paid, paid) == [5]


def test_the_same_story_gives_the_same_proof() -> None:
    for seed in range(20):
        one, other = (prove(Drawn(seed).scenario(), SMALL) for _ in range(2))
        assert one.problems == other.problems
        assert one.certificate == other.certificate


# -- the ceiling


def test_a_story_with_too_many_situations_is_told_and_nothing_is_claimed_of_it() -> None:
    lost = "lost: {go_to: end}"
    choices = ", ".join(f"{{id: c{number}, {GO}, go_to: here}}" for number in range(12))
    story = scenario(f"first: {{choices: [{choices}], go_to: end}}\n{lost}", facts="")
    assert names(prove(story, SMALL)) == ["not-reachable"]
    proof = prove(story, SMALL, most=1_000)
    assert names(proof) == ["proof-too-large"]
    assert dict(proof.problems[0].values) == {"scene": "first", "most": "1000"}
    certificate = proof.certificate
    assert not certificate.complete
    assert (certificate.paths, certificate.choices, certificate.messages) == (None, None, None)
    assert [one.route for one in certificate.scenes] == [(), None]


def test_what_was_found_before_the_ceiling_is_told_all_the_same() -> None:
    choices = ", ".join(f"{{id: c{number}, {GO}, go_to: here}}" for number in range(12))
    proof = prove(scenario(hard(choices), facts=""), SMALL, most=1_000)
    assert names(proof) == ["proof-too-large", "threat-without-help"]


def test_five_hundred_choices_that_come_again_reach_the_ceiling_soon() -> None:
    choices = ", ".join(f"{{id: c{number}, {GO}, go_to: here}}" for number in range(500))
    proof = prove(scenario(f"first: {{choices: [{choices}], go_to: end}}", facts=""), SMALL, most=20_000)
    assert names(proof) == ["proof-too-large"]
    assert len(proof.graph.part) <= 20_000 + 500


def test_choices_that_are_never_on_offer_are_work_too() -> None:
    facts = "\n".join(f'f{number}: "{number}"' for number in range(9))
    first = "".join(
        f"s{number}: {{choices: [{{{GO}, sets: f{number}}}, {{{GO}}}], go_to: s{number + 1}}}\n" for number in range(9)
    )
    asked = ", ".join(f"f{number}" for number in range(9))
    many = ", ".join(f"{{id: c{number}, {GO}, if: [{asked}]}}" for number in range(300))
    proof = prove(scenario(f"{first}s9: {{choices: [{many}], go_to: end}}", facts=facts), SMALL, most=2_000)
    assert names(proof) == ["proof-too-large", "too-many-choices"]


def test_rings_within_rings_come_to_an_end() -> None:
    scenes = 300
    told = []
    for number in range(scenes):
        back, on = f"s{max(number - 1, 0)}", f"s{number + 1}" if number + 1 < scenes else "end"
        choices = f"{{{GO}, sets: told, go_to: {back}}}, {{{GO}, unless: paid, sets: paid}}, {{{GO}, if: told}}"
        told.append(f"s{number}: {{choices: [{choices}], go_to: {on}}}")
    proof = proof_of("\n".join(told))
    assert proof.complete
    assert not {"no-way-on", "endless-loop", "ending-out-of-reach"} & set(names(proof))
