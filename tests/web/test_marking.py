"""Messages marked in an exported file, by a press and by keys."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.web.browser import PHONE
from tests.web.one_play import Exported, has_focus, playing
from tests.web.playing import turn


def test_a_flag_marks_and_takes_back_and_says_so(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr"), PHONE) as (page, _):
        turn(page)
        item = page.locator(".message.theirs").first
        flag = item.get_by_role("button", name="Marquer ce message")
        status = page.locator(".aside [role=status]")
        flag.click()
        assert flag.get_attribute("aria-pressed") == "true"
        expect(status).to_have_text("Message marqué : « MILLE VUES. MILLE »")
        flag.click()
        assert flag.get_attribute("aria-pressed") == "false"
        expect(status).to_have_text("Marque enlevée : « MILLE VUES. MILLE »")
        page.get_by_role("button", name="Remettre la marque").click()
        assert flag.get_attribute("aria-pressed") == "true"
        page.get_by_role("button", name="Enlever la marque").click()
        assert flag.get_attribute("aria-pressed") == "false"
        assert page.get_by_role("button", name="Enlever la marque").is_hidden()
        assert not has_focus(page).startswith("BODY")


def test_keys_mark_undo_and_redo(chromium: Browser, exported: Exported) -> None:
    def marked(page: Page) -> list[str]:
        return page.locator(".marked .words").all_text_contents()

    with playing(chromium, exported("fr")) as (page, _):
        turn(page)
        page.keyboard.press("m")
        assert marked(page) == ["Bon. Il faut du monde le 23. Qui fait quoi\u00a0?"]
        expect(page.locator(".flag[tabindex='0']")).to_be_visible()
        page.locator(".flag[tabindex='0']").focus()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("M")
        assert marked(page) == ["Toi.", "Bon. Il faut du monde le 23. Qui fait quoi\u00a0?"]
        page.keyboard.press("Control+z")
        page.keyboard.press("Control+z")
        assert marked(page) == []
        page.keyboard.press("Control+y")
        page.keyboard.press("Control+Shift+Z")
        assert len(marked(page)) == 2
        assert has_focus(page).startswith("BUTTON")


def test_the_conversation_is_one_stop_for_tab(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        turn(page)
        assert page.locator(".flag[tabindex='0']").count() == 1
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.choice')")


def test_nobody_marks_their_own_messages(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        turn(page)
        assert page.locator(".mine").count() > 0
        assert page.locator(".mine .flag").count() == 0
