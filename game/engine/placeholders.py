"""Words in braces that stand for something: `{helpline}`, and what an author wrote that is none of them.

Putting the country's helpline in their place is left to `debrief.fill`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.engine.model import HELPLINE, HELPLINE_NAME, Place, Scenario
from game.engine.problems import Guesses, Problem

_KNOWN = (HELPLINE, HELPLINE_NAME)
_IN_BRACES = re.compile(r"\{(?:[^\W\d_][\w-]*| +helpline(?:-name)? *| *helpline(?:-name)? +)\}")
_NOT_CLOSED = re.compile(r"\{ *helpline(?:-name)?\b(?! *\}|-name *\})", re.IGNORECASE)


def unknown_placeholders(scenario: Scenario, guesses: Guesses) -> Iterator[Problem]:
    """A problem for each text of `scenario` with a word in braces that means nothing, or `{helpline` without its end.

    Other braces are text, as a smiley is.
    """
    for text, place in _texts(scenario):
        if "{" not in text:
            continue
        hits = (*_IN_BRACES.finditer(text), *_NOT_CLOSED.finditer(text))
        for word in dict.fromkeys(hit.group().rstrip() for hit in hits):
            if word not in _KNOWN:
                yield guesses.unknown("placeholder", word, _KNOWN, place)


def _texts(scenario: Scenario) -> Iterator[tuple[str, Place]]:
    """The texts in which placeholders are filled."""
    for scene in scenario.scenes:
        yield scene.skip or "", scene.places.get("skip", scene.place)
        for message in scene.messages:
            yield message.text, message.place
        for choice in scene.choices:
            yield choice.text, choice.places.get("reply" if choice.says else "do", choice.place)
            yield choice.because, choice.places.get("because", choice.place)
    for ending in scenario.endings:
        yield ending.title, ending.places.get("title", ending.place)
        for said in ending.debrief:
            yield said.text, said.place
