"""One language of an exported file: the compiled story, the player's sentences, and what every play tells alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.engine.compile import compiled
from game.engine.model import Scenario
from game.engine.reference import Reference
from game.telling.language import OWN_NAMES, _, backwards, ngettext, speaking
from game.web.carried import carried
from game.web.sentences import Sentence
from game.web.told import told


@dataclass(frozen=True, slots=True)
class Edition:
    """A story and its country's reference, both in the language `language`, which the interface speaks too."""

    language: str
    scenario: Scenario
    reference: Reference

    @property
    def direction(self) -> str:
        """Which way the language is written: "ltr" or "rtl"."""
        with speaking(self.language):
            return "rtl" if backwards() else "ltr"


def edition(of: Edition, sentences: Sequence[Sentence]) -> dict[str, Any]:
    """The value of types.js's `Edition`; `sentences` are those that the player asks for, in the order of their
    numbers."""
    story = carried(compiled(of.scenario, of.reference))
    law = [topic["id"] for topic in story["reference"]["law"]]
    with speaking(of.language):
        return {
            "language": of.language,
            "name": OWN_NAMES.get(of.language, of.language),
            "dir": of.direction,
            "story": story,
            "words": [_said(sentence) for sentence in sentences],
            "told": told(of.scenario, of.reference, law),
        }


def _said(sentence: Sentence) -> str | list[str]:
    """A sentence in the language spoken now; one that counts has its form for one, then the one for many."""
    if len(sentence) == 1:
        return _(sentence[0])
    one, many = sentence
    return [ngettext(one, many, 1), ngettext(one, many, 2)]
