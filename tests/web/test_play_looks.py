"""A play at any size of text, written from right to left, without movement, and read from anywhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from game.pseudo import ARABIC_LIKE
from tests.web.browser import PHONE, opened
from tests.web.one_play import Exported, has_focus, playing, shown, timed, to_the_end
from tests.web.playing import at_once, started, turn


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_play_at_300_per_cent_is_one_page_as_wide_as_a_phone(
    language: str, chromium: Browser, exported: Exported
) -> None:
    def too_wide(page: Page) -> bool:
        return page.evaluate("document.documentElement.scrollWidth > innerWidth")

    with opened(chromium, exported("fr", "en"), PHONE) as (page, _):
        if language == "en":
            page.click("[data-key=language]")
        for _larger in range(8):
            page.click("[data-key=larger]")
        at_once(page)
        started(page)
        turn(page)
        widths = to_the_end(page)
        assert len(widths) > 10
        assert max(widths) <= PHONE[0]
        page.click(".asked .primary")
        for number in range(5):
            page.locator(".tabs button").nth(number).click()
            assert not too_wide(page), number
        page.click("[data-key='tab moments']")
        page.locator(".ways [data-page]").first.click()
        assert not too_wide(page)


def test_a_story_written_from_right_to_left_stands_so(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported(ARABIC_LIKE)) as (page, _):
        turn(page)
        mine = page.locator(".mine .bubble").first.bounding_box()
        theirs = page.locator(".theirs .bubble").first.bounding_box()
        assert mine is not None
        assert theirs is not None
        assert mine["x"] < theirs["x"]


@pytest.mark.parametrize("still", [True, False])
def test_nothing_moves_for_who_asked_for_that(still: bool, chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr"), still=still) as (page, _):
        moving = page.eval_on_selector(".messages > li", "(one) => getComputedStyle(one).animationName")
        assert (moving == "none") == still


def test_a_reader_further_up_is_not_moved_and_can_come_back(chromium: Browser, exported: Exported) -> None:
    with timed(chromium, exported("fr"), "normal") as page:
        for _ in range(12):
            page.keyboard.press(" ")
            page.clock.run_for(20)
        down = page.evaluate("scrollY")
        assert down > 0
        page.evaluate("scrollTo(0, 0)")
        page.clock.run_for(7_000)
        assert page.evaluate("scrollY") == 0
        page.get_by_role("button", name="Nouveaux messages").click()
        page.clock.run_for(20)
        assert page.evaluate("scrollY") > 0
        assert page.get_by_role("button", name="Nouveaux messages").count() == 0
        assert not has_focus(page).startswith("BODY")


def test_another_language_tells_the_same_play(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr", "en")) as (page, _):
        turn(page)
        page.locator(".choice").first.click()
        turn(page)
        before = shown(page)
        page.click("[data-key=language]")
        after = shown(page)
        assert len(after) == len(before)
        assert after != before
        assert page.inner_text(".prompt").startswith("You are Sacha.")
        assert not has_focus(page).startswith("BODY")
