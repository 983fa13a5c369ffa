"""`vigichat cards NAME -o FILE` and `vigichat help-card -o FILE`: pages to print.

What is in them is `game.paper`'s and `game.telling`'s; opening the story is left to `commands`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.cli.html_file import html_file
from game.engine.model import Scenario
from game.engine.reference import Reference
from game.paper.cards_file import write_cards, write_help_card
from game.reference.library import known_or_first, load
from game.telling import country
from game.telling.language import _, current


def cards_html(name: str, scenario: Scenario, reference: Reference) -> int:
    """Write the cards of a story to the file `name`; gives the number to exit with."""
    return _written(name, "-o cards.html", lambda path: write_cards(path, scenario, reference))


def help_card_html(name: str) -> int:
    """Write the help card to the file `name`; gives the number to exit with."""
    reference = load(known_or_first(country.current()), current())
    return _written(name, "-o help.html", lambda path: write_help_card(path, reference))


def _written(name: str, example: str, write: Callable[[Path], None]) -> int:
    failed = html_file(name, example, write)
    if not failed:
        print(_("“{path}” is written. Open it in a browser; to print it, press Ctrl+P there.").format(path=Path(name)))
    return failed
