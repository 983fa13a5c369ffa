"""What holds of all stories that come with the game, taken together: what a class can choose from is whole."""

from __future__ import annotations

from functools import cache

import pytest

from game.engine.coverage import Covered, covered, wanting
from game.engine.reference import Reference
from game.reference.library import load
from game.shelf import open_file, shipped
from game.storage import folder

SHORT = "un-mail-a-3-h"
"""The story that stands beside the twelve."""


@cache
def stories(language: str) -> tuple[Covered, ...]:
    found = []
    for path in shipped():
        story = open_file(path, language).story
        assert story is not None, path
        found.append(covered(path.stem, *story))
    return tuple(found)


@cache
def reference() -> Reference:
    return load("fr")


def test_the_order_names_every_story_once() -> None:
    lines = (folder("scenarios") / "order.txt").read_text(encoding="utf-8").splitlines()
    names = [line for line in lines if line and not line.startswith("#")]
    assert sorted(names) == sorted(path.stem for path in shipped())
    assert names == [path.stem for path in shipped()]


def test_each_sign_step_and_law_topic_is_in_enough_stories() -> None:
    assert wanting(stories("fr"), reference()) == ()


def test_four_of_the_twelve_have_nothing_to_fear() -> None:
    twelve = [story for story in stories("fr") if story.name != SHORT]
    assert len(twelve) == 12
    assert sum(story.trap is False for story in twelve) == 4
    assert all(story.verdict for story in twelve if story.trap is False)


def test_whoever_always_says_trap_or_never_does_is_wrong_where_it_is_asked() -> None:
    asked = [story for story in stories("fr") if story.verdict]
    traps = sum(story.trap is True for story in asked)
    # Neither answer, given every time, is right more often than two times of three.
    assert len(asked) / 3 <= traps <= 2 * len(asked) / 3


def test_strangers_and_people_one_knows_money_and_images_all_appear() -> None:
    traps = [story for story in stories("fr") if story.trap]
    assert {story.relation for story in traps} == {"stranger", "known", "partner", "peer"}
    assert {"money", "images", "other"} <= {story.demand for story in traps}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_half_the_messages_of_every_story_have_fewer_than_twelve_words(language: str) -> None:
    assert {story.name: story.words for story in stories(language) if story.words >= 12} == {}


def test_every_story_is_there_in_both_languages() -> None:
    for path in shipped():
        story = open_file(path, "en").story
        assert story is not None
        assert story[0].language == "en", path.stem
