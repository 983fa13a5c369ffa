"""Printed pages, the list of stories and the page with the address in a made-up language: every word was looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from game.cli.main import main
from game.pseudo import ARABIC_LIKE
from game.telling import language
from game.web.qr import page
from game.web.site import INDEX, site
from tests.other_words import other_words

_NOT_READ = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_SAID = re.compile(r'\b(?:aria-label|title|alt|content)="([^"]*)"')
_IN_A_LINE = re.compile(r"</?(?:bdi|b|i|em|strong|span|cite|a|small|q|tspan)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


@pytest.fixture(autouse=True)
def _spoken_before() -> Iterator[None]:
    with language.speaking(language.current()):
        yield


def _texts(document: str) -> list[str]:
    """What is read in a document, a block at a time, and what is only said."""
    body = _NOT_READ.sub("", document.partition("<body")[2])
    assert "ا" in body, "the made-up language is spoken"
    blocks = _TAG.split(_IN_A_LINE.sub("", "<" + body))
    return [unescape(text) for text in (*blocks, *_SAID.findall(body))]


@pytest.mark.parametrize(
    "asked",
    [("guide", "tess-jeudi-soir", "--html"), ("cards", "tess-jeudi-soir", "-o"), ("help-card", "-o")],
    ids=lambda asked: asked[0],
)
def test_no_word_of_a_printed_page_is_in_another_language(asked: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert main((*asked, str(path), "--lang", ARABIC_LIKE)) == 0
    assert other_words(_texts(path.read_text(encoding="utf-8"))) == []


def test_nor_of_the_list_of_stories_and_the_page_with_its_address() -> None:
    language.use(ARABIC_LIKE)
    assert other_words(_texts(site((ARABIC_LIKE,))[INDEX].decode("utf-8"))) == []
    assert other_words(_texts(page("http://192.168.1.12:8000/"))) == []
