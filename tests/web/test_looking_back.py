"""The debrief of an exported file, and the ways on from it."""

from __future__ import annotations

from itertools import pairwise

from playwright.sync_api import Browser

from tests.web.one_play import Exported, has_focus, playing, to_the_end
from tests.web.playing import turn


def test_what_if_and_going_back_lead_into_the_play_and_out_of_it(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        to_the_end(page)
        page.click(".asked .primary")
        page.click("[data-key='tab moments']")
        page.locator(".ways [data-page]").first.click()
        assert page.inner_text("h1") == "Et si…\u00a0?"
        page.keyboard.press("Escape")
        assert page.inner_text("h1") == "Tes moments, et les étapes"
        page.locator(".ways [data-page]").first.click()
        page.locator(".ways").get_by_role("button", name="Tes moments, et les étapes").click()
        assert page.inner_text("h1") == "Tes moments, et les étapes"
        page.locator(".ways").get_by_role("button", name="Revenir à ce choix").first.click()
        assert turn(page).answers
        assert not has_focus(page).startswith("BODY")


def test_playing_again_begins_anew(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        first = turn(page)
        to_the_end(page)
        page.click(".asked .primary")
        page.get_by_role("button", name="Rejouer").click()
        page.click("main [data-key=play]")
        assert turn(page) == first


def test_headings_never_jump_a_level(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        to_the_end(page)
        page.click(".asked .primary")
        for number in range(5):
            page.locator(".tabs button").nth(number).click()
            levels = page.eval_on_selector_all("h1, h2, h3, h4", "all => all.map((one) => Number(one.tagName[1]))")
            assert levels[0] == 1
            assert all(after <= before + 1 for before, after in pairwise(levels)), levels
