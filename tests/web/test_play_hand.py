"""A play in the hand: where things stand on a phone, and what moves when it is turned or its text grows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.web.browser import PHONE, opened
from tests.web.one_play import Exported, playing, timed
from tests.web.playing import turn

SMALL = (360, 640)
LYING = (844, 390)


def edges(page: Page, selector: str) -> tuple[float, float]:
    """Where the last element that fits begins and ends, in pixels from the top of the window."""
    page.wait_for_timeout(100)
    box = page.locator(selector).last.bounding_box()
    assert box is not None
    return box["y"], box["y"] + box["height"]


def newest_is_read(page: Page, height: int) -> None:
    """Asserts that the newest message is in the window, below the bar."""
    top, bottom = edges(page, ".messages > li")
    assert top >= edges(page, ".bar")[1]
    assert bottom <= height


@pytest.mark.parametrize("size", [PHONE, SMALL])
def test_the_turn_stands_at_the_foot_of_the_window(
    size: tuple[int, int], chromium: Browser, exported: Exported
) -> None:
    with playing(chromium, exported("fr"), size, hurried=False) as (page, _):
        page.wait_for_selector(".turn.coming")
        assert size[1] - 20 < edges(page, ".turn")[1] <= size[1]
        turn(page)
        page.locator(".choice").last.click()
        assert page.locator(".turn.coming").count() == 1
        assert size[1] - 20 < edges(page, ".turn")[1] <= size[1]
        newest_is_read(page, size[1])
        turn(page)
        newest_is_read(page, size[1])


def test_the_bar_is_one_line_on_a_small_phone(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr"), SMALL) as (page, _):
        tops = page.eval_on_selector_all(".bar .button", "all => all.map((one) => one.getBoundingClientRect().top)")
        assert len(tops) == 4
        assert len(set(tops)) == 1
        sides = page.eval_on_selector_all(".bar .button", "all => all.map((one) => one.getBoundingClientRect().width)")
        assert min(sides) >= 44


def test_a_phone_that_is_turned_stays_at_the_newest_message(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr"), PHONE, hurried=False) as (page, _):
        turn(page)
        page.locator(".choice").first.click()
        turn(page)
        for width, height in (LYING, PHONE, LYING):
            page.set_viewport_size({"width": width, "height": height})
            newest_is_read(page, height)
            assert edges(page, ".prompt")[1] < height


@pytest.mark.parametrize("size", [LYING, (1024, 500)])
def test_a_turn_that_is_higher_than_the_window_is_seen_from_its_question_on(
    size: tuple[int, int], chromium: Browser, exported: Exported
) -> None:
    with playing(chromium, exported("fr"), size, hurried=False) as (page, _):
        turn(page)
        page.locator(".choice").first.click()
        turn(page)
        assert page.locator(".choice").count() == 4
        assert edges(page, ".prompt")[0] >= edges(page, ".bar")[1]
        assert edges(page, ".prompt")[1] < size[1]


def test_who_makes_the_text_larger_finds_the_button_again_and_the_newest_message_too(
    chromium: Browser, exported: Exported
) -> None:
    with playing(chromium, exported("fr", "en"), PHONE) as (page, _):
        turn(page)
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        before = edges(page, "[data-key=larger]")[0]
        for _larger in range(3):
            page.click("[data-key=larger]")
            assert abs(edges(page, "[data-key=larger]")[0] - before) < 45
        page.click("[data-key=language]")
        assert page.locator("html").get_attribute("lang") == "en"
        newest_is_read(page, PHONE[1])
        page.click("[data-key=help]")
        page.click("[data-key=back]")
        newest_is_read(page, PHONE[1])


def test_what_stands_under_the_play_stays_there_while_messages_arrive(chromium: Browser, exported: Exported) -> None:
    with timed(chromium, exported("fr"), "normal") as page:
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        for _ in range(8):
            page.keyboard.press(" ")
            page.clock.run_for(20)
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        page.clock.run_for(20)
        before, many = edges(page, "[data-key=larger]")[0], page.locator(".messages > li").count()
        page.clock.run_for(6_000)
        assert page.locator(".turn.coming").count() == 1
        assert page.locator(".messages > li").count() > many
        assert abs(edges(page, "[data-key=larger]")[0] - before) <= 2


def test_the_foot_of_help_is_at_the_same_place_on_every_page(chromium: Browser, exported: Exported) -> None:
    with opened(chromium, exported("fr"), PHONE) as (page, _):
        page.click(".door.to-help")
        for number in range(1, 7):
            assert page.inner_text(".step-of").startswith(f"{number} ")
            assert edges(page, ".foot")[1] == PHONE[1]
            if number < 6:
                page.click("[data-key=next]")


def test_a_pull_or_a_quick_second_tap_is_no_gesture_of_the_browser(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr"), PHONE) as (page, _):
        assert page.eval_on_selector("html", "(one) => getComputedStyle(one).overscrollBehaviorY") == "contain"
        assert page.eval_on_selector(".play", "(one) => getComputedStyle(one).touchAction") == "manipulation"
