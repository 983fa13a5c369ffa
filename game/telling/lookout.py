"""What the Lookout says in a first play: what a choice was good for, and each gesture when it is first needed.

The Lookout is the cat on watch that stands for the game. What the gestures of a face are called, and where the words
are shown, is left to the face; `lookout.js` of the HTML player says the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from game.engine.events import ChoicesOffered, Chosen, EndingReached, Event, MessageArrived, VerdictAsked
from game.engine.model import Message, Scenario
from game.telling.language import N_

Gesture = Literal["marking", "choosing", "helping", "leaving", "verdict", "debrief"]

LOOKOUT = N_("The Lookout")

_AT_CHOICES: dict[int, Gesture] = {0: "choosing", 2: "helping", 3: "leaving"}
"""What is explained at which list of choices, from 0. At the second one, somebody new has often just written."""

_UNKNOWN = ("contact", "stranger")


def remark(scenario: Scenario, before: Sequence[Event], event: Event, gestures: Mapping[Gesture, str]) -> str:
    """What is said after `event`, which follows those `before` it that count; "" where nothing is.

    `gestures` are a face's own sentences about what can be done there; what they leave out is not explained. The words
    of a choice still hold their placeholders.
    """
    if not scenario.tutorial:
        return ""
    if isinstance(event, Chosen):
        return scenario.scene[event.scene].choice(event.choice).because
    needed = _needed(scenario, before, event)
    return gestures.get(needed, "") if needed else ""


def _needed(scenario: Scenario, before: Sequence[Event], event: Event) -> Gesture | None:
    """The gesture that is needed for the first time at `event`."""
    match event:
        case MessageArrived():
            first = _of_somebody_new(scenario, event) and not any(
                isinstance(one, MessageArrived) and _of_somebody_new(scenario, one) for one in before
            )
            return "marking" if first else None
        case ChoicesOffered():
            return _AT_CHOICES.get(sum(isinstance(one, ChoicesOffered) for one in before))
        case VerdictAsked():
            return "verdict"
        case EndingReached():
            return "debrief"
    return None


def _of_somebody_new(scenario: Scenario, event: MessageArrived) -> bool:
    message: Message = scenario.scene[event.scene].messages[event.number]
    return message.speaker is not None and scenario.person[message.speaker].role in _UNKNOWN
