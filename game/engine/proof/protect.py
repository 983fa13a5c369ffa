"""What the proof remembers to see whether a player is protected: threats, relief, giving in and help.

The walk over all situations is left to `graph`, the sentences to `kinds`. A summary read in a scene's place
counts as the scene read: who reads less meets fewer threats.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.engine.check import THREAT
from game.engine.model import ALWAYS, HERE, Choice, Condition, Message, Scenario, Scene, Way
from game.engine.reference import Reference

UNDER_THREAT, UNHELPED, UNRELIEVED, ASKED = 1, 2, 4, 8
"""What is remembered: a threat was shown; gave in, no help since; no relief since a threat; the verdict was asked."""

MOST_THREATS = 2
"""Messages with a threat that one visit to a scene may show."""

_RELIEF = frozenset(("friend", "family", "adult", "helper"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A message that threatens, or else brings relief, and when it shows."""

    threatens: bool
    when: Condition


def threatens(message: Message, reference: Reference) -> bool:
    """Whether `message` shows a sign from which on the player is under threat."""
    return any(one.sign in reference.sign and reference.sign[one.sign].stage >= THREAT for one in message.shown)


def relieves(message: Message, scenario: Scenario, reference: Reference) -> bool:
    """Whether `message` is a pause between threats: a notice, or a word of somebody close."""
    if threatens(message, reference):
        return False
    return message.speaker is None or (
        message.speaker in scenario.person and scenario.person[message.speaker].role in _RELIEF
    )


def helps(choice: Choice, reference: Reference) -> bool:
    """Whether `choice` takes a help step."""
    return any(step in reference.step and reference.step[step].help for step in choice.steps)


def marks(scenario: Scenario, reference: Reference) -> tuple[tuple[Mark, ...], ...]:
    """Per scene, its threats and its relief; relief under a condition only where threats before and after can make it
    matter. Nothing in a story without threats."""
    scenes = scenario.scenes
    if not any(message.shown and threatens(message, reference) for scene in scenes for message in scene.messages):
        return ((),) * len(scenes)
    every = [tuple(_marks(scene, scenario, reference)) for scene in scenes]
    behind: list[set[int]] = [set() for _ in scenes]
    ahead: list[set[int]] = [set() for _ in scenes]
    number = {scene.id: at for at, scene in enumerate(scenes)}
    for at, scene in enumerate(scenes):
        for way in _unhelped_ways(scene, reference):
            if way.to in number:
                ahead[at].add(number[way.to])
                behind[number[way.to]].add(at)
    later = _spread([met(one) is True for one in every], [met(one) is None for one in every], behind)
    last = [met(one[::-1]) for one in every]
    earlier = _spread_on([one is True for one in last], [one is None for one in last], ahead)
    after = [any(later[there] for there in ahead[at]) for at in range(len(scenes))]
    return tuple(tuple(_kept(one, earlier[at], after[at])) for at, one in enumerate(every))


def _marks(scene: Scene, scenario: Scenario, reference: Reference) -> Iterator[Mark]:
    for message in scene.messages:
        if threatens(message, reference):
            yield Mark(True, message.when)
        elif relieves(message, scenario, reference):
            yield Mark(False, message.when)


def _unhelped_ways(scene: Scene, reference: Reference) -> Iterator[Way]:
    """Every way that may be taken out of `scene` without a help step, `here` aside."""
    yield from scene.ways
    for choice in scene.choices:
        if not helps(choice, reference):
            yield from (way for way in choice.ways if way.to != HERE)


def met(found: Sequence[Mark]) -> bool | None:
    """Whether a threat may be met before sure relief; None when the whole of `found` may pass without either."""
    for mark in found:
        if mark.threatens:
            return True
        if mark.when == ALWAYS:
            return False
    return None


def _spread(true: list[bool], open_: list[bool], behind: Sequence[set[int]]) -> list[bool]:
    """`true`, and what comes before it through scenes that are `open_`."""
    found = list(true)
    ahead = [at for at, one in enumerate(found) if one]
    while ahead:
        for there in behind[ahead.pop()]:
            if open_[there] and not found[there]:
                found[there] = True
                ahead.append(there)
    return found


def _spread_on(true: list[bool], open_: list[bool], ahead: Sequence[set[int]]) -> list[bool]:
    """Where one may enter unrelieved, when one may leave so from what is `true`, and passes what is `open_`."""
    entered = [False] * len(true)
    left = [at for at, one in enumerate(true) if one]
    while left:
        for there in ahead[left.pop()]:
            if not entered[there]:
                entered[there] = True
                if open_[there] and not true[there]:
                    left.append(there)
    return entered


def _kept(found: tuple[Mark, ...], before: bool, after: bool) -> Iterator[Mark]:
    for at, mark in enumerate(found):
        threat_before, threat_after = met(found[:at][::-1]), met(found[at + 1 :])
        between = (before if threat_before is None else threat_before) and (
            after if threat_after is None else threat_after
        )
        # Sure relief always stays: where it is, other relief was found not to matter.
        if mark.threatens or mark.when == ALWAYS or between:
            yield mark
