"""Author's lints: what a teacher who writes a story is told about its tone, its leaks, its cues and its cast.

`lint` puts them together; names and ways are left to `check`, what holds on every path to the proof. The lists of
phrases are imported when a text is there to be searched. What a lint looks at, and what it does not claim, is said in
docs/lints.md.
"""

from __future__ import annotations

from game.engine.lints import cast, cues, images, leaks, reading, tone
from game.engine.lints.sheets import Sheets
from game.engine.model import Scenario
from game.engine.problems import Problem, in_order
from game.engine.reference import Reference

__all__ = ["lint"]


def lint(scenario: Scenario, reference: Reference) -> tuple[Problem, ...]:
    """What the lints say about `scenario`, from the top of its file to the end; `reference` is its country's.

    `scenario` was read without an error. Words are looked for in French and English; a story in another language is
    judged by what needs no words.
    """
    sheets = Sheets(scenario)
    found = [
        *tone.tone(sheets),
        *images.images(sheets, reference),
        *leaks.leaks(sheets, reference),
        *cues.cues(scenario, reference, sheets),
        *reading.reading(sheets),
        *cast.cast(scenario, reference, sheets),
    ]
    return in_order(found)
