"""One language of an exported file: the compiled story, the player's sentences, and what every play tells alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from game.engine.compile import compiled
from game.engine.hard_words import forms_met
from game.engine.model import Scenario
from game.engine.reference import HardWord, Reference
from game.telling.language import OWN_NAMES, _, backwards, ngettext, speaking
from game.web.carried import carried
from game.web.sentences import Sentence
from game.web.told import told


@dataclass(frozen=True, slots=True)
class Edition:
    """A story and its country's reference, both in the language `language`, which the interface speaks too; `others` is
    the page beside the file that lists it among other stories, "" where it stands alone."""

    language: str
    scenario: Scenario
    reference: Reference
    others: str = ""

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
        words = [_said(sentence) for sentence in sentences]
        alike = told(of.scenario, of.reference, law)
        return {
            "language": of.language,
            "name": OWN_NAMES.get(of.language, of.language),
            "dir": of.direction,
            "others": of.others,
            "story": story,
            "words": words,
            "hard": _hard((story, words, alike), of.reference.glossary),
            "told": alike,
        }


def _hard(read: object, glossary: tuple[HardWord, ...]) -> list[list[str]]:
    """The hard words whose forms stand in what is `read`, each with these forms: a phone waits for every byte."""
    forms: dict[str, list[str]] = {}
    # A line between them keeps words of two texts from becoming one.
    for form, word in forms_met(" | ".join(_texts(read)), glossary).items():
        forms.setdefault(word.word if word else "", []).append(form)
    return [[word, *some] for word, some in forms.items()]


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from _texts(tuple(value.values()))
        case list() | tuple():
            for one in value:
                yield from _texts(one)


def _said(sentence: Sentence) -> str | list[str]:
    """A sentence in the language spoken now; one that counts has its form for one, then the one for many."""
    if len(sentence) == 1:
        return _(sentence[0])
    one, many = sentence
    return [ngettext(one, many, 1), ngettext(one, many, 2)]
