"""Hard words: which words of the glossary stand in a text.

Whole words only, the longest first. What they mean is the reference's, where they are explained the pages' affair;
`web/player/hard_words.js` finds the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from game.engine.debrief import fill
from game.engine.events import ChoicesOffered, Event, MessageArrived, SceneEntered, SummaryRead
from game.engine.model import Scenario
from game.engine.reference import HardWord, Reference

_SPACES = re.compile(r"\s+")


def folded(text: str) -> str:
    """`text` as forms are compared: in lower case, with plain spaces and straight apostrophes."""
    return _SPACES.sub(" ", text.replace("’", "'")).lower()


def found(text: str, glossary: tuple[HardWord, ...]) -> tuple[HardWord, ...]:
    """The words of `glossary` that stand in `text`, each once, in the order in which they are met.

    What is `unlike` a word hides the form that it holds.
    """
    return tuple(dict.fromkeys(word for word in forms_met(text, glossary).values() if word is not None))


def forms_met(text: str, glossary: tuple[HardWord, ...]) -> dict[str, HardWord | None]:
    """The forms, folded, that stand in `text`, each with its word; None for what only looks like one."""
    sought = _sought(glossary)
    return {form: sought.word[form] for form in sought.pattern.findall(folded(text))} if glossary else {}


def of_scene(scenario: Scenario, reference: Reference, shown: Sequence[Event]) -> tuple[HardWord, ...]:
    """The hard words of the scene that a play stands in, of which `shown` is what counts and was shown: of its
    messages, or the summary that was read of it, then of the choices that are offered.

    None where the story is in another language than the reference and its glossary.
    """
    if scenario.language != reference.language:
        return ()
    texts: list[str] = []
    for event in reversed(shown):
        texts += reversed(tuple(_texts(scenario, event)))
        if isinstance(event, SceneEntered):
            break
    # A line between them keeps words of two texts from becoming one; what stands in braces is no word of a text.
    return found(" | ".join(fill(text, reference) for text in reversed(texts)), reference.glossary)


def _texts(scenario: Scenario, event: Event) -> Iterable[str]:
    match event:
        case MessageArrived(scene, number):
            yield scenario.scene[scene].messages[number].text
        case SummaryRead(scene):
            yield scenario.scene[scene].skip or ""
        case ChoicesOffered(scene, choices):
            yield from (scenario.scene[scene].choice(choice).text for choice in choices)


class _Sought(NamedTuple):
    pattern: re.Pattern[str]
    word: dict[str, HardWord | None]
    """By each form, folded; None for what only looks like one."""


@lru_cache(maxsize=8)
def _sought(glossary: tuple[HardWord, ...]) -> _Sought:
    word: dict[str, HardWord | None] = {}
    for one in glossary:
        word |= {folded(text): None for text in one.unlike} | {folded(form): one for form in one.forms}
    # Of alternatives that begin at one place, the first that fits is taken: so the longest stands first.
    longest = sorted(word, key=len, reverse=True)
    return _Sought(re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest))})(?![^\W_])"), word)
