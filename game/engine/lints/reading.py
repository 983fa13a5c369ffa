"""Reading ease: sentences that a 13-year-old follows.

Only length is measured; whether a word is hard is left to people.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.lints.sheets import Sheets
from game.engine.lints.speech import sentences
from game.engine.lints.texts import Part
from game.engine.problems import Problem, problem

MOST_WORDS = 20
"""Of a sentence that the game says. DESIGN asks for 12 to 15."""

MOST_WORDS_TYPED = 30
"""Of a sentence in a bubble: people type without full stops, and how they type is part of who they are."""

_NARRATED: tuple[Part, ...] = ("title", "contact profile", "profile", "notice", "choice", "because", "skip", "debrief")
_TYPED: tuple[Part, ...] = ("contact", "ally", "me")


def reading(sheets: Sheets) -> Iterator[Problem]:
    """One problem for each text with a sentence that is too long, with the words of its longest."""
    for parts, most in ((_NARRATED, MOST_WORDS), (_TYPED, MOST_WORDS_TYPED)):
        for one in sheets.of(parts):
            for text, folded in zip(one.texts, one.folded.split("\n"), strict=True):
                if folded.count(" ") < most:
                    continue
                longest = max((_words(part) for part in sentences(folded)), default=0)
                if longest > most:
                    yield problem("long-sentence", text.place, number=str(longest))


def _words(sentence: str) -> int:
    """The words between spaces; signs such as « or : that stand alone are none."""
    return sum(any(one.isalnum() for one in word) for word in sentence.split())
