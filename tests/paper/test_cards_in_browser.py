"""The cards of a story and the help card as a real browser prints them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.paper.cards_file import write_cards, write_help_card
from game.shelf import find, open_file
from game.telling.language import speaking
from tests.paper.browser import MISSING, printed

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs the Debian packages {', '.join(MISSING)}")

STORY = "trois-semaines-en-aout"


@pytest.fixture(scope="module", params=["fr", "en"])
def deck(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The deck of the shipped story as a file, in one language after the other."""
    path = tmp_path_factory.mktemp("deck") / "cards.html"
    with speaking(request.param):
        story = open_file(find(STORY), request.param).story
        assert story is not None
        write_cards(path, *story)
        write_help_card(path.with_name("help.html"), story[1])
    return path


def test_every_printed_page_says_that_it_is_fiction_and_so_does_every_card(deck: Path) -> None:
    pages = printed(deck)
    assert all("Fiction · Vigichat" in page for page in pages)
    written = deck.read_text(encoding="utf-8")
    cards = written.count('<article class="playing')
    assert written.count('<p class="fiction-mark">Fiction · Vigichat</p></article>') == cards > 40


def test_cards_stand_in_the_order_of_their_numbers_each_in_one_piece(deck: Path) -> None:
    pages = printed(deck)
    written = deck.read_text(encoding="utf-8")
    cards = re.findall(r'<span class="number">(\d+)</span>', written)
    assert cards == [str(number) for number in range(1, len(cards) + 1)]
    # Each card ends with its mark, and the page has one at its foot: where a card went on, they would not be equal.
    for page in pages[1:-2]:
        # The number of a card stands alone at the beginning of a line, or of a column.
        numbers = re.findall(r"(?:^|\s{3})\s*(\d+)(?=\s{3}|\s*$|\s+(?:arrêt|stop) \d)", page, re.MULTILINE)
        marks = page.count("Fiction · Vigichat") - 1
        assert len([one for one in numbers if one in cards]) >= marks > 0


def test_the_help_card_is_one_page_alone_and_in_the_deck(deck: Path) -> None:
    (alone,) = printed(deck.with_name("help.html"))
    pages = printed(deck)
    for page in (alone, pages[-2]):
        for number in ("3018", "3114", "119", "112", "17"):
            assert re.search(rf"\b{number}\b", page)
    assert "2026" in pages[-2]
