"""Words that try to be more than words come out as words, in every text of a story and of a reference."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from game.engine.problems import stops
from game.engine.read import read
from game.engine.write import write
from game.paper.escape import harmless
from game.reference.library import load
from game.shelf import open_bytes
from game.web.document import document
from game.web.edition import Edition, edition
from game.web.joined import joined
from game.web.sentences import numbered
from tests.web import hostile
from tests.web.browser import Seen, opened

PLAIN = [f"word{number}" for number in range(len(hostile.EVERY))]
"""As many words that try nothing."""


def edition_of(words: Sequence[str], spoilt: bool = True) -> Edition:
    real = load("fr", "fr")
    return Edition("fr", hostile.story(words), hostile.reference(real, words) if spoilt else real)


def harmed(value: Any) -> Any:
    """`value` as a document may hold it."""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, dict):
        return {name: harmed(one) for name, one in value.items()}
    return [harmed(one) for one in value] if isinstance(value, list | tuple) else value


@contextmanager
def untouched(chromium: Browser, file: Path) -> Iterator[tuple[Page, Seen]]:
    """The file in the browser; at the end none of its words has come to anything."""
    with opened(chromium, file) as (page, seen):
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        yield page, seen
        assert page.evaluate(f"Boolean({hostile.TRACES})") is False
        assert dialogs == []
    assert seen.requests == []
    assert seen.faults == []


def written(path: Path, *editions: Edition) -> Path:
    path.write_text(document(editions), encoding="utf-8")
    return path


def test_a_file_that_says_such_words_everywhere_can_be_checked_and_exported(chromium: Browser, tmp_path: Path) -> None:
    content = write(hostile.story(hostile.ALLOWED)).encode()
    assert not stops(read(content).problems)
    found = open_bytes(tmp_path / "story.yaml", content, "fr").story
    assert found is not None
    with untouched(chromium, written(tmp_path / "notes.html", Edition("fr", *found))) as (page, _seen):
        assert page.evaluate("JSON.parse(document.getElementById('content').textContent).editions.length") == 1


@pytest.mark.parametrize("word", hostile.REFUSED)
def test_what_no_document_may_hold_is_refused_in_a_file(word: str) -> None:
    text = write(hostile.story(["x"])).replace('"x"', json.dumps(word))
    assert stops(read(text.encode("utf-8", "surrogatepass")).problems)


def test_the_content_that_the_browser_reads_is_what_python_wrote(chromium: Browser, tmp_path: Path) -> None:
    made = edition_of(hostile.EVERY)
    _script, sentences = numbered(joined())
    with untouched(chromium, written(tmp_path / "notes.html", made)) as (page, _seen):
        there = page.evaluate("JSON.stringify(JSON.parse(document.getElementById('content').textContent))")
    assert json.loads(there) == {"editions": [harmed(json.loads(json.dumps(edition(made, sentences))))]}


def test_the_page_has_the_same_elements_whatever_the_words(chromium: Browser, tmp_path: Path) -> None:
    """Without its scripts: what the parser makes of the file."""
    tags = "[...document.querySelectorAll('*')].map(one => one.tagName + ' ' + one.getAttributeNames()).join('\\n')"
    found = []
    for name, words in (("plain", PLAIN), ("hostile", hostile.EVERY)):
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(written(tmp_path / f"{name}.html", edition_of(words)).as_uri())
        found.append(page.evaluate(tags))
        context.close()
    assert found[0] == found[1]
