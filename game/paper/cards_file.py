"""A story as cards to cut out, and the help card, each as one HTML file to print.

What is on them is `telling.cards`' and `telling.help_card`'s. Where they go, and what is said when they cannot, is left
to the faces.
"""

from __future__ import annotations

from pathlib import Path

from game.engine.model import Scenario
from game.engine.reference import Reference
from game.paper.document import document
from game.paper.html_file import write_html
from game.telling.cards import cards_title, paper_version
from game.telling.help_card import help_card


def write_cards(path: Path, scenario: Scenario, reference: Reference) -> None:
    """Write the deck to `path`, in the language spoken now. Raises as `write_html` does."""
    write_html(path, cards_document(scenario, reference))


def cards_document(scenario: Scenario, reference: Reference) -> str:
    """The deck, with how to play it, the help card and the teacher's sheet."""
    return document(cards_title(scenario), paper_version(scenario, reference), _sheet())


def write_help_card(path: Path, reference: Reference) -> None:
    """Write the help card to `path`, in the language spoken now. Raises as `write_html` does."""
    sheet = help_card(reference)
    write_html(path, document(sheet.title, (sheet,), _sheet()))


def _sheet() -> str:
    return Path(__file__).with_name("cards.css").read_text(encoding="utf-8")
