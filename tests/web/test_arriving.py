"""An exported file that is still on its way: the first screen is there, and what needs the rest waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.web.browser import opened

Export = Callable[..., Path]

ARRIVES = "(some) => document.write(some)"
ENDS = "(some) => { document.write(some); document.close(); }"


@contextmanager
def begun(chromium: Browser, file: Path, after: str, language: str = "") -> Iterator[tuple[Page, str]]:
    """A page of which all up to the words `after` has arrived, and what is still to come."""
    whole = file.read_text(encoding="utf-8")
    cut = whole.index(after)
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_default_timeout(10_000)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(f"about:blank{language}")
    start = whole[:cut].replace("Content-Security", "X")
    page.evaluate("(start) => { document.open(); document.write(start); }", start)
    yield page, whole[cut:]
    context.close()
    assert faults == []


def heading(page: Page) -> str:
    return page.locator("#app h1").inner_text()


@pytest.mark.parametrize("after", ['<main id="fixed">', '<script type="application/json" id="rest">'])
def test_a_play_that_was_asked_for_comes_with_the_rest_and_after_its_note(
    chromium: Browser, exported: Export, after: str
) -> None:
    with begun(chromium, exported("fr", "en"), after) as (page, rest):
        assert "Trois semaines en août" in page.locator("#app").inner_text()
        page.locator("[data-key='door chat']").click()
        assert heading(page) == "Vigichat"
        page.evaluate(ARRIVES, rest[:2000])
        assert heading(page) == "Vigichat"
        page.evaluate(ENDS, rest[2000:])
        assert heading(page) != "Vigichat"
        assert page.locator("#app main p").count() > 1
        page.locator("[data-key=play]").click()
        page.locator(".message").first.wait_for()


def test_help_is_there_with_its_pages_before_the_story_is(chromium: Browser, exported: Export) -> None:
    with begun(chromium, exported("fr"), '<script type="application/json" id="rest">') as (page, rest):
        page.locator(".bar [data-key=help]").click()
        assert page.locator("#app a[href='tel:3018']").first.is_visible()
        page.evaluate(ENDS, rest)
        assert page.locator("#app a[href='tel:3018']").first.is_visible()


def test_what_is_asked_for_last_is_what_comes(chromium: Browser, exported: Export) -> None:
    with begun(chromium, exported("fr"), '<main id="fixed">') as (page, rest):
        page.locator("[data-key='door chat']").click()
        page.locator(".bar [data-key=help]").click()
        page.evaluate(ENDS, rest)
        assert page.locator("#app a[href='tel:3018']").first.is_visible()


def test_who_has_left_does_not_come_back_with_the_rest(chromium: Browser, exported: Export) -> None:
    with begun(chromium, exported("fr"), '<main id="fixed">') as (page, rest):
        page.locator("[data-key='door chat']").click()
        page.locator("[data-key=leave]").click()
        page.evaluate(ENDS, rest)
        assert page.evaluate("document.body.innerText.trim()") == "Notes"


def test_another_language_comes_with_the_rest(chromium: Browser, exported: Export) -> None:
    with begun(chromium, exported("fr", "en"), '<main id="fixed">') as (page, rest):
        page.locator("[data-key=language]").click()
        assert page.evaluate("document.documentElement.lang") == "fr"
        page.evaluate(ENDS, rest)
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.locator(".door .title").first.inner_text() == "It is happening to me now"


def test_a_link_to_another_language_shows_no_word_of_the_first_one(chromium: Browser, exported: Export) -> None:
    with begun(chromium, exported("fr", "en"), '<main id="fixed">', "#en") as (page, rest):
        assert page.evaluate("document.body.innerText.trim()") == ""
        page.evaluate(ENDS, rest)
        assert page.locator(".door .title").first.inner_text() == "It is happening to me now"


@pytest.mark.parametrize("language", ["", "#en"])
def test_a_file_without_its_end_says_so_and_still_helps(
    chromium: Browser, exported: Export, tmp_path: Path, language: str
) -> None:
    half = tmp_path / "notes.html"
    whole = exported("fr", "en").read_text(encoding="utf-8")
    half.write_text(whole[: whole.rindex("id=") + 5000], encoding="utf-8")
    with opened(chromium, half) as (page, seen):
        page.goto(f"{half.as_uri()}{language}")
        page.reload()
        assert heading(page) == "Ce fichier est incomplet"
        page.locator(".bar [data-key=help]").click()
        assert page.locator("#app a[href='tel:3018']").first.is_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        page.locator("[data-key='door chat']").click()
        assert heading(page) == "Ce fichier est incomplet"
    assert seen.faults == []
