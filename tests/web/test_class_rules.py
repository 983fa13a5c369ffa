"""The class's rules in the browser are the window's: the same walks give the same at every step."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.classroom.round import Round, asked
from game.classroom.tempting import most_tempting
from game.classroom.vote import Majority, Tie, Vote, result, share, typed_as
from game.desktop.hour import Hour
from game.desktop.play import Play
from game.engine.events import GoOn, ReadSummary
from game.engine.model import Choice
from game.engine.plain import to_plain
from game.shelf import find
from game.web.edition import edition
from tests.small_reference import SMALL
from tests.web.conftest import STORY, edition_of
from tests.web.node import needs_node, node

WALKS = 400
STEPS = 60


def ran(script: str, asked_of: object) -> Any:
    """What a script of this folder answers."""
    told = node(Path(__file__).with_name(script), given=json.dumps(asked_of))
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


def gesture(chance: Random, choices: tuple[str, ...]) -> list[Any]:
    choice = chance.choice(choices)
    return chance.choice(
        (
            ["forward"],
            ["back"],
            ["pick", choice],
            # Few digits, so that ties happen.
            ["typed", choice, chance.choice("01239"), chance.random() < 0.4],
            ["typed", choice, chance.choice("012"), True],
            ["rubbed", choice],
            ["more", choice],
            ["fewer", choice],
        )
    )


def walked(choices: tuple[str, ...], gestures: list[list[Any]]) -> list[dict[str, Any]]:
    found, round_ = [], asked(choices)
    for name, *values in gestures:
        match name:
            case "forward":
                round_ = round_.forward()
            case "back":
                round_ = round_.back() or round_
            case "pick":
                round_ = round_.pick(*values)
            case _:
                round_ = round_.counted(getattr(round_.vote, name)(*values))
        found.append(told(round_))
    return found


def told(round_: Round) -> dict[str, Any]:
    vote = round_.vote
    match result(vote):
        case Majority(choice):
            ahead = [choice]
        case Tie(tied):
            ahead = list(tied)
        case _:
            ahead = []
    return {
        "phase": round_.phase,
        "picked": round_.picked,
        "came": round_.came,
        "counts": list(vote.counts),
        "pickable": list(round_.pickable),
        "plays": round_.plays,
        "ahead": ahead,
        "shares": [share(vote, choice) for choice in vote.choices],
        "typed": [typed_as(count) for count in vote.counts],
    }


@needs_node
def test_a_round_goes_the_same_way_whatever_the_teacher_does() -> None:
    chance = Random(6)
    walks = []
    for _ in range(WALKS):
        choices = tuple("abcd"[: chance.randint(1, 4)])
        walks.append((choices, [gesture(chance, choices) for _ in range(STEPS)]))
    answered = ran(
        "class_rules.mjs",
        {"rounds": [{"choices": choices, "gestures": made} for choices, made in walks]},
    )["rounds"]
    phases, ties = set(), 0
    for (choices, made), seen in zip(walks, answered, strict=True):
        for at, (expected, got) in enumerate(zip(walked(choices, made), seen, strict=True)):
            assert got == expected, (choices, made[: at + 1])
            phases.add(expected["phase"])
            ties += len(expected["ahead"]) > 1 and expected["phase"] == "result"
    assert phases == {"think", "count", "result", "confirm"}
    assert ties > 20, "walks meet ties"


@needs_node
def test_the_same_other_choice_tempts_most() -> None:
    chance = Random(7)
    steps = ("trusted-adult", "block", "do-not-give-in", "stop-replying")
    cases = []
    for _ in range(3000):
        ids = tuple("abcd"[: chance.randint(1, 4)])
        others = tuple(
            Choice(
                one,
                "Words",
                True,
                "because",
                steps=tuple(chance.sample(steps, chance.choice((0, 0, 1)))),
                against=tuple(chance.sample(steps, chance.choice((0, 0, 1, 2)))),
            )
            for one in ids
            if chance.random() < 0.8
        )
        offered = tuple(one for one in ids if chance.random() < 0.9) or ids
        counts = tuple(chance.choice((0, 0, 1, 2, 3, 12)) for _ in offered)
        cases.append((others, Vote(offered, counts)))
    answered = ran(
        "class_rules.mjs",
        {
            "temptations": [
                {
                    "others": [compiled(one) for one in others],
                    "choices": vote.choices,
                    "counts": vote.counts,
                    "givingIn": [step.id for step in SMALL.steps if step.giving_in],
                }
                for others, vote in cases
            ],
        },
    )["temptations"]
    for (others, vote), got in zip(cases, answered, strict=True):
        assert got == (most_tempting(others, vote, SMALL) or ""), (others, vote)


def compiled(choice: Choice) -> dict[str, Any]:
    """What tempting needs of a choice, with the usual values left out as in a compiled story."""
    return {
        "id": choice.id,
        **({"steps": choice.steps} if choice.steps else {}),
        **({"against": choice.against} if choice.against else {}),
    }


# -- the hour

PLACE = Path(__file__).resolve().parent.parent / "pictures" / "story.yaml"
HOURS = 25
GESTURES = {
    "read": 60,
    "forward": 22,
    "digit": 6,
    "pick": 4,
    "go-on": 3,
    "summary": 1,
    "look": 2,
    "back": 1,
    "return": 0.2,
}
"""What a teacher does, and how often."""


def step_on(hour: Hour, gesture: str) -> None:
    name, _, value = gesture.partition(" ")
    match name:
        case "read":
            hour.read_on()
        case "go-on" if hour.step == "announced":
            hour.do(GoOn())
        case "summary" if hour.step == "announced":
            hour.do(ReadSummary())
        case "forward":
            hour.forward()
        case "back":
            hour.backward()
        case "digit" if hour.step == "count":
            choices = hour.round.vote.choices
            counted = choices[int(value) % len(choices)]
            hour.count(lambda vote: vote.typed(counted, "4"))
        case "pick" if hour.pickable:
            hour.pick(hour.pickable[int(value) % len(hour.pickable)])
        case "look" if hour.step == "offer":
            hour.look()
        case "return" if hour.may_return:
            hour.go_back()


def seen(hour: Hour) -> dict[str, Any]:
    return {
        "step": hour.step,
        "shown": hour.play.pace.shown,
        "events": len(hour.play.log),
        "stop": hour.step == "stop" and hour.stop,
        "pickable": list(hour.pickable),
        "mayReturn": hour.may_return,
        "tempting": None if hour.tempting is None else [hour.tempting[0].at, hour.tempting[1]],
    }


@needs_node
@pytest.mark.parametrize("path", [PLACE, find(STORY)], ids=["small", "shipped"])
def test_an_hour_goes_the_same_way_whatever_the_teacher_does(path: Path) -> None:
    chance = Random(8)
    story = edition_of(path, "fr")
    walks = [
        {
            "seed": chance.randint(0, 9),
            "gestures": [
                f"{made} {chance.randint(0, 5)}" for made in chance.choices([*GESTURES], [*GESTURES.values()], k=900)
            ],
        }
        for _ in range(HOURS)
    ]
    answered = ran("class_rules.mjs", {"hours": {"story": edition(story, ())["story"], "walks": walks}})["hours"]
    met = set()
    for walk, got in zip(walks, answered, strict=True):
        hour = Hour(Play(path, story.scenario, story.reference, walk["seed"]))
        for at, gesture_ in enumerate(walk["gestures"]):
            step_on(hour, gesture_)
            met.add(hour.step)
            assert got["steps"][at] == seen(hour), (walk["seed"], walk["gestures"][: at + 1])
        assert got["log"] == [to_plain(event) for event in hour.play.log]
    assert met >= {"reading", "announced", "stop", "think", "count", "result", "confirm", "offer", "what if", "ended"}
