"""What the debrief tells the same in every play: its words, made once, which the player's modules only choose from.

All that sources and dates are told in is made here, so that an exported file carries them as words only.
A card is a list of its title and its lines: a phone waits for every byte. What a play makes of it all is
debrief_pages.js's and debrief_moments.js's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.engine.model import Scenario
from game.engine.reference import Reference
from game.telling.country import elsewhere, untold_line
from game.telling.debrief_pages import after_giving_in, law_card
from game.telling.help_now import helpline_card, who_helps
from game.telling.page import Block, Card, Heading, Paragraph
from game.telling.sourced import checked_line, origin_line
from game.telling.step_cards import cards_of_steps, step_title
from game.web.plain_page import plain_block


def told(scenario: Scenario, reference: Reference, law: Iterable[str]) -> dict[str, Any]:
    """The value of types.js's `Told`, in the language spoken now. `law`: by id, the topics that a debrief may tell."""
    topics = [reference.topic[topic] for topic in law]
    return {
        "helpline": _words(helpline_card(reference.helplines[0])),
        "steps": [
            [step, *_words(block)] if isinstance(block, Card) else plain_block(block)
            for step, block in cards_of_steps(reference, {})
        ],
        "steps_from": _origins(reference),
        "law": {
            one.id: {
                "card": _words(card),
                "small": card.small,
                "from": origin_line(one.short, one.sourced),
                "checked": one.sourced.checked,
            }
            for one, card in ((topic, law_card(topic, reference.own_document)) for topic in topics)
        },
        "checked": {date: checked_line(date) for date in sorted({one.sourced.checked for one in topics})},
        **_country(scenario, reference),
        "helps": _helps(scenario, reference),
    }


def _country(scenario: Scenario, reference: Reference) -> dict[str, Any]:
    """What is said of the country: that the source document is its own, that a story takes place elsewhere, and the
    line on law topics that it has no text of, with their names in braces."""
    there = elsewhere(scenario, reference)
    return {
        **({"own_document": True} if reference.own_document else {}),
        **({"elsewhere": there} if there else {}),
        **({"untold": untold_line(reference, ("{topics}",))} if reference.untold else {}),
    }


def _origins(reference: Reference) -> list[str]:
    """Where the steps were read, and how old they are at most."""
    lines = [origin_line(step_title(step), step.sourced, but=reference.document) for step in reference.steps]
    return [*filter(None, lines), checked_line(min(step.sourced.checked for step in reference.steps))]


def _helps(scenario: Scenario, reference: Reference) -> dict[str, Any]:
    """The page of who helps, cut where the short answers for who gave in have their place."""
    here = Heading("")
    page = who_helps(reference, (here,))
    at = page.blocks.index(here)
    *cards, age = page.blocks[at + 1 :]
    assert isinstance(age, Paragraph)
    return {
        "title": page.title,
        "before": [plain_block(block) for block in page.blocks[:at]],
        "answers": [plain_block(block) for block in after_giving_in(scenario, reference)],
        "cards": [_words(card) for card in cards],
        "age": "".join(span.text for span in age.spans),
    }


def _words(card: Block) -> list[str]:
    assert isinstance(card, Card)
    return [card.title, *card.lines]
