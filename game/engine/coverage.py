"""What a set of stories covers between them: stages, signs, steps, law topics, relations and demands.

It counts what a file offers, not what one play meets. Saying it in words is left to `telling.coverage_table`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from game.engine.model import Scenario
from game.engine.reference import Reference


@dataclass(frozen=True, slots=True)
class Covered:
    """What one story, the file `name`, offers. Ids are in the order of the reference.

    `signs` are shown by some message, `steps` taken by some choice; `law` are the topics of any of its debriefs, those
    that stand in every trap's included. `stages` are those of its signs, 1 to 10. `words` is the middle number of words
    in a message.
    """

    name: str
    trap: bool | None
    verdict: bool
    minutes: int | None
    relation: str | None
    demand: str | None
    stages: tuple[int, ...]
    signs: tuple[str, ...]
    steps: tuple[str, ...]
    law: tuple[str, ...]
    words: float


@dataclass(frozen=True, slots=True)
class Wanting:
    """An id that too few stories have: they are `there`, `wanted` are asked for."""

    id: str
    there: int
    wanted: int


LEAST_SIGN, LEAST_STEP, LEAST_TOPIC = 2, 3, 1
"""In how many stories each sign, each step and each law topic is wanted: one story alone would tie a sign to it."""


def covered(name: str, scenario: Scenario, reference: Reference) -> Covered:
    """What `scenario`, the file `name`, offers. Ids that the reference does not have count for nothing."""
    messages = [message for scene in scenario.scenes for message in scene.messages]
    signs = {shown.sign for message in messages for shown in message.shown}
    steps = {step for scene in scenario.scenes for choice in scene.choices for step in choice.steps}
    law = {topic for ending in scenario.endings for topic in ending.law}
    if scenario.trap:
        law |= {topic.id for topic in reference.law if topic.always}
    said = [_words(message.text) for message in messages if message.speaker is not None and not message.masked]
    return Covered(
        name=name,
        trap=scenario.trap,
        verdict=any(scene.verdict for scene in scenario.scenes),
        minutes=scenario.minutes,
        relation=scenario.relation,
        demand=scenario.demand,
        stages=tuple(sorted({sign.stage for sign in reference.signs if sign.id in signs})),
        signs=tuple(sign.id for sign in reference.signs if sign.id in signs),
        steps=tuple(step.id for step in reference.steps if step.id in steps),
        law=tuple(topic.id for topic in reference.law if topic.id in law),
        words=float(median(said)) if said else 0.0,
    )


def _words(text: str) -> int:
    # French sets a space before "?" and ":", which are no words.
    return sum(any(character.isalnum() for character in word) for word in text.split())


def wanting(stories: Iterable[Covered], reference: Reference) -> tuple[Wanting, ...]:
    """The signs, steps and law topics of `reference` that fewer than the wanted number of `stories` have."""
    stories = tuple(stories)
    kinds = (
        (LEAST_SIGN, [sign.id for sign in reference.signs], [one.signs for one in stories]),
        (LEAST_STEP, [step.id for step in reference.steps], [one.steps for one in stories]),
        (LEAST_TOPIC, [topic.id for topic in reference.law], [one.law for one in stories]),
    )
    counted = (Wanting(id, sum(id in ids for ids in offered), least) for least, known, offered in kinds for id in known)
    return tuple(one for one in counted if one.there < one.wanted)
