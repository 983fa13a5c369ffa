"""Words that try to be more than words come out as words in all that is printed, and in the list of a folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from game.engine.model import Scenario
from game.engine.reference import Reference
from game.paper.cards_file import write_cards, write_help_card
from game.paper.guide_file import write_guide
from game.reference.library import load
from game.telling.language import speaking
from game.web.site_page import Listed, listing
from tests.web import hostile
from tests.web.browser import opened

PLAIN = [f"word{number}" for number in range(len(hostile.EVERY))]
"""As many words that try nothing."""


def _guide(path: Path, scenario: Scenario, reference: Reference) -> None:
    write_guide(path, scenario, reference, date(2026, 12, 1))


def _help_card(path: Path, _scenario: Scenario, reference: Reference) -> None:
    write_help_card(path, reference)


def _list(path: Path, scenario: Scenario, reference: Reference) -> None:
    listed = [Listed("a.html", scenario, reference, ("en", "fr")), Listed("b.html", scenario, reference, ("fr",))]
    path.write_text(listing(listed, reference, [("fr", "index.html"), ("en", "en.html")], True), encoding="utf-8")


MADE: dict[str, Callable[[Path, Scenario, Reference], None]] = {
    "guide": _guide,
    "cards": write_cards,
    "help card": _help_card,
    "list": _list,
}

ELEMENTS = "[...document.querySelectorAll('*')].map((one) => [one.tagName, ...one.getAttributeNames()].join(' '))"
TRACES = "window.canary === undefined && document.title !== 'hit' && !document.querySelector('iframe, base, form')"
LEADING = "[...document.querySelectorAll('[href]')].map((one) => one.getAttribute('href'))"


@pytest.mark.parametrize("name", MADE)
def test_nothing_but_words_comes_of_them(name: str, chromium: Browser, tmp_path: Path) -> None:
    found = []
    for number, words in enumerate((PLAIN, hostile.EVERY)):
        path = tmp_path / f"{number}.html"
        with speaking("fr"):
            MADE[name](path, hostile.story(words), hostile.reference(load("fr", "fr"), words))
        with opened(chromium, path) as (page, seen):
            found.append(set(page.evaluate(ELEMENTS)))
            assert page.evaluate(TRACES) is True
            addresses = [one for one in page.evaluate(LEADING) if not one.startswith(("https://", "tel:", "#"))]
            there = page.locator("body").evaluate("one => one.textContent")
        assert [one for one in addresses if one.endswith((".html", ".svg", ".png")) or "html#" in one] == addresses
        assert [one for one in seen.requests if not one.startswith("file:")] == []
        # The picture of the list is a file of the folder.
        assert [one for one in seen.faults if "ERR_FILE_NOT_FOUND" not in one] == []
    # What is drawn may be longer, never of another kind.
    assert found[1] <= found[0]
    assert sum(word in there for word in hostile.MARKUP) > 3
    assert not set(there) & set("\u202d\u202e\x00\x1b\x85\ufffe")
