"""An exported file on paper: the whole debrief and the help card, as a real browser prints them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from game.cli.new_scenario import story
from game.paper.cards_file import write_cards
from game.shelf import find, open_file
from game.telling.language import speaking
from tests.web.browser import PHONE, opened
from tests.web.playing import at_once, to_the_ending

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs the Debian package poppler-utils")

WIDE, HIGH = 182, 265
"""Millimetres of an A4 page within its margins."""

PIXELS = 96 / 25.4
"""In a millimetre."""

Exported = Callable[..., Path]


@pytest.fixture(params=["fr", "en"])
def page(request: pytest.FixtureRequest, chromium: Browser, exported: Exported, tmp_path: Path) -> Iterator[Page]:
    """A short story in one language after the other, in a window of a phone, in the dark.

    That somebody asks for paper is counted only: a browser without a window would wait for an answer for ever.
    """
    written = tmp_path / "histoire.yaml"
    with speaking(request.param):
        written.write_text(story(written.name), encoding="utf-8")
    with opened(chromium, exported(request.param, story=written), PHONE, dark=True) as (page, seen):
        page.evaluate("() => { window.asked = 0; window.print = () => { window.asked += 1; }; }")
        yield page
    assert seen.faults == []
    assert seen.requests == []


def on_paper(page: Page, folder: Path) -> list[str]:
    """The words of each page that would be printed now."""
    pdf = folder / "page.pdf"
    page.pdf(path=pdf, format="A4", prefer_css_page_size=True, display_header_footer=False)
    told = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True, timeout=30)
    return told.stdout.decode("utf-8").split("\f")[:-1]


def flat(words: str) -> str:
    return " ".join(words.split())


def test_the_whole_debrief_is_printed_with_one_press(page: Page, tmp_path: Path) -> None:
    at_once(page)
    to_the_ending(page)
    page.click(".turn .asked .button.primary")
    page.wait_for_selector("nav.tabs")
    titles = []
    tabs = page.locator("nav.tabs button")
    for number in range(tabs.count()):
        tabs.nth(number).click()
        titles.append(page.inner_text("h1"))
    page.click("[data-key=print]")
    assert page.evaluate("asked") == 1
    sheets = on_paper(page, tmp_path)
    words = flat(" ".join(sheets))
    assert len(titles) == 5
    for title in titles:
        assert title in words
    assert "3018" in words
    assert all("Fiction · Vigichat" in sheet for sheet in sheets)
    assert page.locator("#paper button, #paper .way").count() == 0


def test_after_printing_the_screen_is_as_it_was(page: Page, tmp_path: Path) -> None:
    page.locator(".bar [data-key=help]").click()
    page.click("[data-key=print]")
    assert page.locator("#paper").count() == 1
    assert page.is_hidden("#paper")
    page.keyboard.press("Tab")
    assert page.locator("#paper").count() == 0
    title = page.inner_text("h1")
    assert title in flat(" ".join(on_paper(page, tmp_path)))


def test_the_help_card_is_one_sheet(page: Page, tmp_path: Path) -> None:
    page.locator(".bar [data-key=help]").click()
    page.click("[data-key=print]")
    (sheet,) = on_paper(page, tmp_path)
    for number in ("3018", "3114", "119", "112", "17"):
        assert number in sheet
    assert "Fiction · Vigichat" in sheet


def test_the_way_out_takes_what_was_to_be_printed_along(page: Page, tmp_path: Path) -> None:
    page.locator(".bar [data-key=help]").click()
    page.click("[data-key=print]")
    page.evaluate("document.querySelector('[data-key=leave]').click()")
    assert page.locator("#paper").count() == 0
    assert "3018" not in " ".join(on_paper(page, tmp_path))


def test_any_screen_prints_in_black_on_white_without_its_buttons(page: Page, tmp_path: Path) -> None:
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    assert page.is_hidden("[data-key=leave]")
    assert all("Fiction · Vigichat" in sheet for sheet in on_paper(page, tmp_path))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_card_of_a_deck_is_longer_than_a_page(language: str, chromium: Browser, tmp_path: Path) -> None:
    path = tmp_path / "cards.html"
    with speaking(language):
        opening = open_file(find("trois-semaines-en-aout"), language).story
        assert opening is not None
        write_cards(path, *opening)
    with opened(chromium, path, (round(WIDE * PIXELS), round(HIGH * PIXELS))) as (page, seen):
        page.emulate_media(media="print")
        heights = page.evaluate("[...document.querySelectorAll('.playing')].map((one) => one.offsetHeight)")
    assert len(heights) > 40
    assert max(heights) <= (HIGH - 12) * PIXELS
    assert seen.requests == []
    assert seen.faults == []
