"""What tests of exported files share: one browser for all of them, and the shipped story as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from game.shelf import find, open_file
from game.telling.language import speaking
from game.web.document import document
from game.web.edition import Edition
from tests.web.browser import CHROMIUM, browser

STORY = "trois-semaines-en-aout"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("needs the Debian package chromium")
    with browser() as started:
        yield started


def edition_of(path: Path, language: str) -> Edition:
    """The story at `path` as somebody who reads `language` meets it."""
    with speaking(language):
        opened = open_file(path, language)
    assert opened.story is not None, opened.problems
    return Edition(language, *opened.story)


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Makes the file of a story in some languages, once: `exported("fr", "en")`, `exported("fr", story=path)`."""
    made: dict[tuple[object, ...], Path] = {}

    def export(*languages: str, story: Path | None = None) -> Path:
        key = (languages, story)
        if key not in made:
            path = tmp_path_factory.mktemp("exported") / "notes.html"
            source = story or find(STORY)
            path.write_text(document([edition_of(source, language) for language in languages]), encoding="utf-8")
            made[key] = path
        return made[key]

    return export
