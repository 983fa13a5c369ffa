"""What the Lookout says in the tutorial, and when; in no other story does it say anything."""

from __future__ import annotations

from dataclasses import replace

from game.engine.events import Chosen, Log
from game.engine.model import Scenario
from game.engine.session import effective
from game.engine.transcript import kept, play
from game.shelf import find, open_file
from game.storage import folder
from game.telling.lookout import Gesture, remark

GESTURES: dict[Gesture, str] = {
    "marking": "MARK",
    "choosing": "CHOOSE",
    "helping": "HELP",
    "leaving": "LEAVE",
    "verdict": "VERDICT",
    "debrief": "DEBRIEF",
}


def tutorial() -> tuple[Scenario, Log]:
    story = open_file(find("la-trousse-verte"), "fr").story
    assert story is not None
    text = (folder("scenarios") / "la-trousse-verte.plays" / "dit-non-et-se-tait.txt").read_text(encoding="utf-8")
    return story[0], play(story[0], kept(text).route, kept(text).seed)


def said(scenario: Scenario, log: Log, gestures: dict[Gesture, str]) -> list[tuple[str, str]]:
    events = [event for _at, event in effective(log)]
    told = ((event, remark(scenario, events[:at], event, gestures)) for at, event in enumerate(events))
    return [(type(event).__name__, words) for event, words in told if words]


def test_each_gesture_is_explained_once_where_it_is_first_needed() -> None:
    scenario, log = tutorial()
    assert [one for one in said(scenario, log, GESTURES) if one[0] != "Chosen"] == [
        ("ChoicesOffered", "CHOOSE"),
        ("MessageArrived", "MARK"),
        ("ChoicesOffered", "HELP"),
        ("ChoicesOffered", "LEAVE"),
        ("VerdictAsked", "VERDICT"),
        ("EndingReached", "DEBRIEF"),
    ]


def test_what_a_choice_was_good_for_follows_every_choice() -> None:
    scenario, log = tutorial()
    made = [scenario.scene[one.scene].choice(one.choice).because for one in log if isinstance(one, Chosen)]
    assert len(made) == 9
    assert [words for kind, words in said(scenario, log, GESTURES) if kind == "Chosen"] == made
    assert said(scenario, log, {}) == [("Chosen", words) for words in made]


def test_in_any_other_story_it_says_nothing() -> None:
    scenario, log = tutorial()
    assert said(replace(scenario, tutorial=False), log, GESTURES) == []
