"""Who has read a story as it stands now: a review holds for the words that were read, and no others.

The fingerprint is that of what a story means (docs/format.md, section 4): comments and layout do not count, every
text, way and rule does. Adding a review to a file is left to `review_text`, saying who read it to `telling.for_class`.
"""

from __future__ import annotations

from dataclasses import replace

from game.engine.model import Review, Scenario
from game.engine.write import write

DIGITS = 16
"""Hexadecimal digits of a fingerprint: enough to tell an edited story, which is all it is for."""


def fingerprint(scenario: Scenario) -> str:
    """`DIGITS` hexadecimal digits that are the same for two scenarios that say the same, whoever reviewed them."""
    import hashlib  # imported here: most stories are opened without it, and it is slow to load

    text = write(replace(scenario, reviewed=()))
    # An escape in double quotes can hold half of a surrogate pair where YAML's own reader is the one in Python.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def standing(scenario: Scenario) -> tuple[Review, ...]:
    """The reviews of `scenario` as it is now, in the order of the file; an edited story has lost those before."""
    if not scenario.reviewed:
        return ()
    now = fingerprint(scenario)
    return tuple(review for review in scenario.reviewed if review.of == now)
