"""Twin stories: two files that begin alike, message for message, so that nothing but what follows can decide.

What is compared is what a player meets: bubbles, the notices between them, choices with their reasons, and the people
who write. Signs and ways on may differ. Whether each story is sound by itself is left to `vigichat check`.
"""

from functools import cache

import pytest

from game.engine.model import ALWAYS, ME, Scenario
from game.shelf import find, open_file

TWINS = [("l-archipel", "le-phare")]
ALIKE = 10
"""How many bubbles the two begin with in common."""


@cache
def story(name: str) -> Scenario:
    opened = open_file(find(name), "fr")
    assert opened.story is not None
    return opened.story[0]


def opening(scenario: Scenario) -> list[tuple[str, ...]]:
    """What the first scenes show, in the order of the file: up to the tenth bubble, with the choices met before it, and
    those right after it."""
    met: list[tuple[str, ...]] = []
    bubbles = 0
    for scene in scenario.scenes:
        for message in scene.messages:
            if bubbles == ALIKE:
                return met
            assert message.when == ALWAYS, f"{scene.id}: shown to some only"
            bubbles += message.speaker is not None
            met.append((message.speaker or "~", message.text))
        met += [(scene.id, choice.id, choice.text, choice.because) for choice in scene.choices]
    raise AssertionError("fewer than ten bubbles")


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_twins_begin_with_the_same_ten_messages_and_the_same_choices(one: str, other: str) -> None:
    assert opening(story(one)) == opening(story(other))


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_who_writes_in_the_beginning_is_the_same_person_in_both_twins(one: str, other: str) -> None:
    speakers = {met[0] for met in opening(story(one))} & set(story(one).person)
    assert ME in speakers
    assert len(speakers) > 1
    for id in speakers:
        assert story(one).person[id] == story(other).person[id]


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_one_of_two_twins_is_a_trap_and_the_other_is_not(one: str, other: str) -> None:
    assert {story(one).trap, story(other).trap} == {True, False}
