"""Cues: titles that tell the end, and choices whose form says which is right.

Whether a story is good is not asked here: only whether its answer can be had without reading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from game.engine.lints.sheets import Sheets
from game.engine.lints.speech import fold
from game.engine.lints.texts import text_place
from game.engine.model import Choice, Scenario
from game.engine.problems import Problem, problem
from game.engine.reference import Reference

_CHANCE = 0.05
"""Below this a run of right choices in one form is no accident."""

_FEWEST_HELP = 4
_WORD = re.compile(r"\{[a-z-]+\}|[a-z]{4,}")


def cues(scenario: Scenario, reference: Reference, sheets: Sheets) -> Iterator[Problem]:
    """The problems that give an answer away."""
    if sheets.vocabulary is not None:
        for text, said in sheets.hits(sheets.vocabulary.GIVEAWAY, ("title", "contact profile")):
            yield problem("gives-it-away", text.place, words=said)
    yield from _longest(scenario)
    yield from _place(scenario)
    yield from _same_words(scenario, reference)


def _is_right(choice: Choice) -> bool:
    return bool(choice.steps) and not choice.against


def _decidable(scenario: Scenario) -> list[tuple[bool, list[Choice]]]:
    """The lists with both sorts of choice, with whether they keep their order."""
    lists = ((scene.keep_order, list(scene.choices)) for scene in scenario.scenes)
    return [(kept, one) for kept, one in lists if len({_is_right(choice) for choice in one}) == 2]


def _longest(scenario: Scenario) -> Iterator[Problem]:
    chance, first, number = 1.0, None, 0
    for _kept, choices in _decidable(scenario):
        *_others, second, longest = sorted(choices, key=lambda choice: len(choice.text))
        if not _is_right(longest) or len(longest.text) == len(second.text):
            return
        number += 1
        first = first or longest
        chance *= sum(map(_is_right, choices)) / len(choices)
    if first and chance < _CHANCE:
        yield problem("longest-is-right", text_place(first), number=str(number))


def _place(scenario: Scenario) -> Iterator[Problem]:
    kept = [choices for keeps, choices in _decidable(scenario) if keeps]
    for place in range(min(map(len, kept), default=0)):
        chance = 1.0
        for choices in kept:
            chance *= sum(map(_is_right, choices)) / len(choices) if _is_right(choices[place]) else 1 / _CHANCE**9
        if chance < _CHANCE:
            first = text_place(kept[0][place])
            yield problem("right-in-one-place", first, number=str(len(kept)), place=str(place + 1))
            return


def _same_words(scenario: Scenario, reference: Reference) -> Iterator[Problem]:
    helping = {step.id for step in reference.steps if step.help}
    asking = [choice for scene in scenario.scenes for choice in scene.choices if helping.intersection(choice.steps)]
    if len(asking) < _FEWEST_HELP:
        return
    # Words are compared by their first letters: “parler” and “parle” are the same word to a player.
    common = Counter(word for choice in asking for word in {one[:5]: one for one in _WORD.findall(fold(choice.text))})
    shared = [word for word, times in common.items() if times == len(asking)]
    if shared:
        said = next(one for one in _WORD.findall(fold(asking[0].text)) if one[:5] in shared)
        yield problem("help-same-words", text_place(asking[0]), number=str(len(asking)), words=said)
