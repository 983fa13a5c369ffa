"""Hard words in the browser: the same ones, at the same places, as in the window; and each unfolds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from game.engine.hard_words import folded
from game.reference.library import load
from game.telling import help_now, sources
from game.telling.hard_words import explained
from game.telling.language import speaking
from game.telling.page import Words
from game.web.plain_page import plain_page
from tests.engine.test_hard_words import ENGLISH, FRENCH
from tests.web.browser import PHONE, opened
from tests.web.node import needs_node, node
from tests.web.one_play import Exported


@needs_node
@pytest.mark.parametrize(("language", "sentences"), [("fr", FRENCH), ("en", ENGLISH)])
def test_the_player_finds_and_places_the_same_words(
    language: str, sentences: tuple[tuple[str, list[str]], ...]
) -> None:
    reference = load("fr", language)
    with speaking(language):
        pages = (*help_now.pages(reference), *sources.pages(reference, "0"))
    texts = [text for text, _words in sentences]
    # Every form, so that whatever Python finds can be found.
    hard = [
        [name, *map(folded, forms)]
        for one in reference.glossary
        for name, forms in ((one.word, one.forms), ("", one.unlike))
        if forms
    ]
    asked = {"hard": hard, "texts": texts, "pages": [plain_page(page) for page in pages]}
    told = node(Path(__file__).with_name("hard_words.mjs"), given=json.dumps(asked))
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert found["texts"] == [words for _text, words in sentences]
    for page, blocks in zip(pages, found["pages"], strict=True):
        wanted = [
            [one.word for one in block.words] if isinstance(block, Words) else None
            for block in explained(page, reference.glossary).blocks
        ]
        assert [block.get("words") if block["type"] == "Words" else None for block in blocks] == wanted, page.id


def test_a_word_unfolds_in_help_and_leaves_the_page_as_it_is(chromium: Browser, exported: Exported) -> None:
    with opened(chromium, exported("fr", "en"), PHONE) as (page, seen):
        page.keyboard.press("F1")
        page.click("[data-key=begin]")
        for _step in range(2):
            page.click("[data-key=next]")
        title = page.inner_text("h1")
        word = page.locator(".hard summary").first
        assert word.inner_text() == "image intime\u00a0?"
        box = word.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert not page.get_by_text("Une image très personnelle.").is_visible()
        word.focus()
        page.keyboard.press("Enter")
        assert page.get_by_text("Une image très personnelle.").is_visible()
        assert page.inner_text("h1") == title
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert seen.requests == seen.faults == []
