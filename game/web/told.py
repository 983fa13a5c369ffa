"""What the debrief tells the same in every play: blocks made once, which the player's modules only choose from.

All that the sources and dates of the reference are told in is made here, so that an exported file carries them in words
only. What a play makes of it is debrief_pages.js's and debrief_moments.js's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.engine.model import Scenario
from game.engine.reference import Reference
from game.telling.debrief_pages import after_giving_in, law_card
from game.telling.help_now import helpline_card, who_helps
from game.telling.page import Block, Heading
from game.telling.sourced import checked_line, origin_line, provenance
from game.telling.step_cards import cards_of_steps, step_title
from game.web.plain_page import plain_block


def told(scenario: Scenario, reference: Reference) -> dict[str, Any]:
    """The value of types.js's `Told`, in the language spoken now."""
    topics = [reference.topic[topic] for topic in laws_told(scenario, reference)]
    steps = [(step_title(step), step.sourced) for step in reference.steps]
    return {
        "helpline": plain_block(helpline_card(reference.helplines[0])),
        "steps": [{"step": step, "block": plain_block(block)} for step, block in cards_of_steps(reference, {})],
        "steps_from": _plain(provenance(steps, but=reference.document)),
        "law": {
            one.id: {
                "card": plain_block(law_card(one)),
                "from": origin_line(one.short, one.sourced),
                "checked": one.sourced.checked,
            }
            for one in topics
        },
        "checked": {date: checked_line(date) for date in sorted({one.sourced.checked for one in topics})},
        "helps": _helps(scenario, reference),
    }


def laws_told(scenario: Scenario, reference: Reference) -> tuple[str, ...]:
    """The ids of the law topics that a debrief of `scenario` may tell, in the order of the reference."""
    named = {topic for ending in scenario.endings for topic in ending.law}
    always = scenario.trap is not False
    return tuple(one.id for one in reference.law if one.id in named or (always and one.always))


def _helps(scenario: Scenario, reference: Reference) -> dict[str, Any]:
    """The page of who helps, cut where the short answers for who gave in have their place."""
    here = Heading("")
    page = who_helps(reference, (here,))
    at = page.blocks.index(here)
    return {
        "title": page.title,
        "before": _plain(page.blocks[:at]),
        "answers": _plain(after_giving_in(scenario, reference)),
        "after": _plain(page.blocks[at + 1 :]),
    }


def _plain(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    return [plain_block(block) for block in blocks]
