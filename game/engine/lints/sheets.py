"""All texts of one scenario, folded once a part of the story, ready for the lists of phrases.

What a text is, is said in `texts`; folding and searching are `speech`'s.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from types import ModuleType

from game.engine.lints.speech import Phrases, Sheet, hits, sheet
from game.engine.lints.texts import Part, Text, texts
from game.engine.model import Scenario


class Sheets:
    """The texts of `scenario` by part, each part folded when it is first asked for."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.vocabulary = vocabulary(scenario.language)
        self._texts: dict[Part, list[Text]] = defaultdict(list)
        for one in texts(scenario):
            if one.text:
                self._texts[one.part].append(one)
        self._sheets: dict[Part, Sheet] = {}

    def of(self, parts: Iterable[Part]) -> list[Sheet]:
        """The sheets of these parts that hold any text."""
        return [self._sheet(part) for part in parts if part in self._texts]

    def hits(self, phrases: Phrases, parts: Iterable[Part]) -> Iterator[tuple[Text, str]]:
        """Each text of these parts that says a guilty phrase, with the words."""
        return hits(phrases, self.of(parts), self._words)

    @cached_property
    def _words(self) -> str:
        """All words of the scenario, each once."""
        return " ".join(set[str]().union(*(self._sheet(part).folded.split() for part in self._texts)))

    def _sheet(self, part: Part) -> Sheet:
        if part not in self._sheets:
            self._sheets[part] = sheet(self._texts[part])
        return self._sheets[part]


def vocabulary(language: str) -> ModuleType | None:
    """The lists of phrases of a language, None where there are none yet."""
    if language == "fr":
        from game.engine.lints import french

        return french
    if language == "en":
        from game.engine.lints import english

        return english
    return None
