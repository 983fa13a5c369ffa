"""Plays by chance: the same for the same seed, by the rules of play, and told part by part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.chance import LONGEST, Part, Spread, play_by_chance
from game.engine.events import (
    Choose,
    Chosen,
    EndingReached,
    Event,
    GiveVerdict,
    GoOn,
    MessageArrived,
    SceneEntered,
    Start,
)
from game.engine.model import Scenario
from game.engine.read import read
from game.engine.session import NEW, apply, decide
from game.engine.staging import StoryStuck
from tests.engine.making import file_text, story
from tests.engine.strategies import bounded, stories

LIMIT = 40

STORY = story(
    """
    open:
      chat: |
        alex: Salut
          ^ threat
        alex (if told): Encore
          ^ payment-demand
      skip: "Un résumé."
      choices:
        - {id: tell, do: "a", because: "b", sets: told, steps: trusted-adult, go_to: here}
        - {id: leave, do: "a", because: "b"}
        - {id: secret, do: "a", because: "b", if: paid, steps: screenshots}
      go_to: end
    """
)


def names(parts: tuple[Part, ...]) -> list[tuple[str, int]]:
    return [(part.name, part.met) for part in parts]


def test_every_part_of_a_story_is_told_with_whether_it_was_met() -> None:
    met = play_by_chance(STORY, 50, 1)
    assert names(met.scenes) == [("open", 1)]
    assert names(met.messages) == [("open/1", 1), ("open/2", 0)]
    assert names(met.choices) == [("open/tell", 1), ("open/leave", 1), ("open/secret", 0)]
    assert names(met.endings) == [("end", 50)]
    assert names(met.signs) == [("threat", 1), ("payment-demand", 0)]
    assert names(met.steps) == [("trusted-adult", 1), ("screenshots", 0)]
    assert met.messages_each == Spread(1, 1, 1)
    assert (met.choices_each.least, met.choices_each.most) == (1, 2)
    assert met.left == 0


def test_a_part_is_told_where_it_stands_in_its_file() -> None:
    places = {part.name: part.place for part in play_by_chance(STORY, 1).choices}
    assert places == {f"open/{choice.id}": choice.place for choice in STORY.scenes[0].choices}


def test_the_same_seed_gives_the_same_plays_and_another_gives_others() -> None:
    assert play_by_chance(STORY, 40, 7) == play_by_chance(STORY, 40, 7)
    lengths = {play_by_chance(STORY, 5, seed).choices_each for seed in range(30)}
    assert len(lengths) > 1


def test_every_choice_is_drawn_about_as_often() -> None:
    ways = "\n".join(f'    - {{id: c{number}, do: "a", because: "b", go_to: e{number}}}' for number in range(4))
    endings = "\n".join(f'e{number}: {{title: "a", debrief: "b"}}' for number in range(4))
    four = story(f"a:\n  choices:\n{ways}\n", endings)
    for seed in range(5):
        assert all(400 < part.met < 600 for part in play_by_chance(four, 2000, seed).endings)


def test_a_story_that_leads_in_circles_is_left_and_that_is_told() -> None:
    around = story('a: {choices: [{id: x, do: "a", because: "b", go_to: a}], go_to: end}')
    met = play_by_chance(around, 2)
    assert (met.left, met.choices_each, names(met.endings)) == (2, Spread(LONGEST, LONGEST, LONGEST), [("end", 0)])


def test_hard_scenes_in_a_circle_that_ask_nothing_are_left_too() -> None:
    around = read(file_text('a: {skip: "x", go_to: b}\nb: {skip: "y", go_to: a}').encode()).scenario
    assert around is not None
    assert play_by_chance(around, 3).left == 3


def by_the_rules(scenario: Scenario, seed: int, plays: int) -> list[list[Event]]:
    """The same plays through `decide` and `apply`, drawn by the formula that docs and code give."""
    drawn = seed

    def draw(among: int) -> int:
        nonlocal drawn
        drawn = (drawn * 6364136223846793005 + 1442695040888963407) % 2**64
        return (drawn >> 33) % among

    for _ in range(3):
        draw(1)
    logs = []
    for _ in range(plays):
        log: list[Event] = []
        state = NEW
        command: Start | GoOn | GiveVerdict | Choose = Start(0)
        for _ in range(LIMIT):
            for event in decide(scenario, state, command):
                log.append(event)
                state = apply(state, event)
            if state.phase == "ended":
                break
            if state.phase == "choosing":
                command = Choose(state.offered[draw(len(state.offered))])
            else:
                command = GoOn() if state.phase == "announced" else GiveVerdict("unsure", 1)
        # What the last answer would have brought counts no more; that it was given does.
        if isinstance(command, Choose) and state.phase == "choosing":
            log.append(Chosen(state.scene, command.choice, ()))
        logs.append(log)
    return logs


@bounded(60)
@given(stories(), st.integers(0, 99))
def test_plays_by_chance_follow_the_rules_of_play(scenario: Scenario, seed: int) -> None:
    try:
        logs = by_the_rules(scenario, seed, 3)
    except StoryStuck:
        with pytest.raises(StoryStuck):
            play_by_chance(scenario, 3, seed, LIMIT)
        return
    met = play_by_chance(scenario, 3, seed, LIMIT)
    events = [event for log in logs for event in log]
    scenes = {event.scene for event in events if isinstance(event, SceneEntered)}
    messages = {f"{event.scene}/{event.number + 1}" for event in events if isinstance(event, MessageArrived)}
    choices = {f"{event.scene}/{event.choice}" for event in events if isinstance(event, Chosen)}
    assert {part.name for part in met.scenes if part.met} == scenes
    assert {part.name for part in met.messages if part.met} == messages
    assert {part.name for part in met.choices if part.met} == choices
    assert sum(part.met for part in met.endings) == sum(isinstance(event, EndingReached) for event in events)
    lengths = sorted(sum(isinstance(event, Chosen) for event in log) for log in logs)
    assert met.choices_each == Spread(*lengths)
