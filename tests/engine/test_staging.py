"""What scenes bring is worked out once and shared: nothing of it shows in a play."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from game.engine.events import Choose, Start
from game.engine.model import Scenario
from game.engine.problems import stops
from game.engine.read import read
from game.engine.session import NEW, decide, fold
from game.engine.staging import stage
from tests.engine.making import Play, file_text, problems

FACTS = [f"f{number}" for number in range(8)]


def many_cases() -> Scenario:
    """A scene whose messages read eight facts, one a message, and that is entered again after each choice."""
    chat = "\n".join(f"    alex (if {fact}): {fact}" for fact in FACTS)
    choices = "\n".join(
        f'    - {{id: {fact}, do: "a", because: "b", sets: {fact}, unless: {fact}, go_to: a}}' for fact in FACTS
    )
    text = file_text(
        f'a:\n  chat: |\n{chat}\n  choices:\n{choices}\n    - {{id: out, do: "a", because: "b"}}\n  go_to: end',
        facts="\n".join(f'{fact}: "x"' for fact in FACTS),
    )
    assert not stops(problems(text))
    scenario = read(text.encode()).scenario
    assert scenario is not None
    return scenario


def test_a_scene_brings_the_same_whatever_was_played_before_it() -> None:
    shared = many_cases()
    for taken in product((True, False), repeat=len(FACTS)):
        route = [fact for fact, takes in zip(FACTS, taken, strict=True) if takes]
        played, fresh = Play(shared), Play(replace(shared))
        played.do(*map(Choose, route))
        fresh.do(*map(Choose, route))
        assert played.log == fresh.log


def test_what_is_kept_of_a_story_does_not_grow_without_end() -> None:
    scenario = many_cases()
    for seed in range(100):
        play = Play(scenario, seed)
        play.do(*map(Choose, FACTS))
    assert len(scenario.stages) <= 8
    for taken in product((True, False), repeat=len(FACTS)):
        Play(scenario).do(*(Choose(fact) for fact, takes in zip(FACTS, taken, strict=True) if takes))
    assert len(stage(scenario, 0).scene("a")._entered) <= 64


def test_plays_share_the_events_that_are_the_same() -> None:
    scenario = many_cases()
    first, second = (decide(scenario, NEW, Start(0)) for _ in range(2))
    assert first == second
    assert all(one is other for one, other in zip(first[1:], second[1:], strict=True))


def test_a_story_of_its_own_shares_nothing() -> None:
    scenario = many_cases()
    Play(scenario)
    other = replace(scenario, title="Un autre")
    assert other.stages == {}
    assert scenario == replace(scenario)
    assert fold(decide(scenario, NEW, Start(0))) == fold(decide(other, NEW, Start(0)))
