"""The golden plays: some routes through each shipped story give, line for line, what was reviewed."""

from functools import cache
from pathlib import Path

import pytest

from game.engine.events import EndingReached
from game.engine.model import Scenario
from game.engine.reference import Reference
from game.engine.transcript import kept, play, text
from game.shelf import find, open_file
from game.storage import folder

PLAYS = sorted(folder("scenarios").glob("*.plays/*.txt"))
ALWAYS = ("cyberharassment", "extortion", "blackmail")


@cache
def story(name: str) -> tuple[Scenario, Reference]:
    opened = open_file(find(name), "fr")
    assert opened.story is not None
    return opened.story


@pytest.mark.parametrize("path", PLAYS, ids=lambda path: path.stem)
def test_a_golden_play_replays_line_for_line(path: Path) -> None:
    scenario, reference = story(path.parent.stem)
    golden = path.read_text(encoding="utf-8")
    log = play(scenario, kept(golden).route, kept(golden).seed)
    assert isinstance(log[-1], EndingReached)
    assert text(scenario, reference, log) == golden, "vigichat test --update writes the plays anew; review them"


@pytest.mark.parametrize("path", PLAYS, ids=lambda path: path.stem)
def test_every_debrief_says_who_helps_and_the_three_articles(path: Path) -> None:
    scenario, reference = story(path.parent.stem)
    lines = path.read_text(encoding="utf-8").splitlines()
    law = next(line for line in lines if line.startswith("law: ")).removeprefix("law: ").split(", ")
    helplines = next(line for line in lines if line.startswith("helplines: ")).removeprefix("helplines: ").split(", ")
    assert helplines[0] == "3018"
    if scenario.trap is False:
        # Nobody did wrong there: a list of penalties would say that somebody had.
        return
    assert set(ALWAYS) <= set(law)
    assert law[0] == "blackmail", "the closest text comes first"
    articles = " ".join(article for topic in ALWAYS for article in reference.topic[topic].articles)
    assert "222-33-2-2" in articles
    assert "312-1" in articles
    assert "312-10" in articles


def test_the_golden_plays_meet_every_ending_of_the_story() -> None:
    for name in {path.parent.stem for path in PLAYS}:
        scenario, _ = story(name)
        plays = [path.read_text(encoding="utf-8") for path in PLAYS if path.parent.stem == name]
        assert len(plays) >= 2
        for ending in scenario.endings:
            assert any(f"\nending: {ending.id}\n" in one for one in plays), ending.id


def test_every_step_of_the_source_can_be_taken_in_the_flagship() -> None:
    scenario, reference = story("trois-semaines-en-aout")
    offered = {step for scene in scenario.scenes for choice in scene.choices for step in choice.steps}
    assert {step.id for step in reference.steps if step.sourced.origin == "source"} <= offered
