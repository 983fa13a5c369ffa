"""What stands around the play in an exported file: help, the way back, settings, languages; nothing kept unasked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from game.shelf import find, open_file
from game.telling.language import speaking
from tests.web.browser import LAPTOP, PHONE, opened
from tests.web.conftest import STORY
from tests.web.screens import SCREENS

Export = Callable[..., Path]


@pytest.fixture
def page(chromium: Browser, exported: Export) -> Iterator[Page]:
    """The story in two languages, on a phone."""
    with opened(chromium, exported("fr", "en"), PHONE) as (page, seen):
        page.set_default_timeout(10_000)
        yield page
    assert seen.faults == []
    assert seen.requests == []


def heading(page: Page) -> str:
    return page.locator("#app h1").inner_text()


def numbers() -> list[str]:
    """What a player can call, in France."""
    with speaking("fr"):
        story = open_file(find(STORY), "fr").story
    assert story is not None
    return [one.number for one in story[1].helplines if one.for_players and one.number]


def test_help_is_the_first_door(page: Page) -> None:
    doors = page.locator(".door .title").all_inner_texts()
    assert doors == ["Ça m’arrive en ce moment", "Jouer", "Pour la classe"]


def test_the_first_screen_is_there_before_anything_was_pressed_and_says_what_is_kept(page: Page) -> None:
    words = page.locator("#app").inner_text()
    assert "Trois semaines en août" in words
    assert "L’historique du navigateur n’est pas effacé" in words
    assert page.evaluate("document.activeElement === document.body")


def test_the_note_before_a_story_promises_no_keeping_that_a_file_cannot_do(page: Page) -> None:
    page.locator(".door.to-chat").click()
    note = page.locator("main").inner_text()
    assert "Tes choix ne sont pas gardés." in note
    assert "si tu le demandes" not in note


@pytest.mark.parametrize("screen", SCREENS)
def test_every_number_is_two_gestures_away_from_everywhere(page: Page, screen: str) -> None:
    SCREENS[screen](page)
    page.locator(".bar [data-key=help]").click()
    called = page.locator("main a[href^='tel:']").evaluate_all("(all) => all.map((one) => one.textContent)")
    assert called == numbers()


@pytest.mark.parametrize("screen", ["settings", "choosing", "debrief", "note"])
def test_help_leads_back_to_where_one_was(page: Page, screen: str) -> None:
    SCREENS[screen](page)
    before = page.locator("#main").inner_text()
    page.locator(".bar [data-key=help]").click()
    page.locator("main a.way").first.click()
    page.locator("[data-key=back]").click()
    page.keyboard.press("Escape")
    assert page.locator("#main").inner_text() == before
    assert page.evaluate("document.activeElement.dataset.key") == "help"


def test_f1_opens_help_and_escape_leads_back(page: Page) -> None:
    page.keyboard.press("F1")
    assert heading(page) == "Qui peut t’aider"
    page.keyboard.press("Escape")
    assert heading(page) == "Vigichat"


def test_the_guided_pages_come_one_after_the_other(page: Page) -> None:
    page.locator('[data-key="door help"]').click()
    for number in range(1, 6):
        assert page.locator(".step-of").inner_text() == f"{number} sur 6"
        page.locator("[data-key=next]").click()
    assert page.locator("[data-key=next]").count() == 0
    page.locator("[data-key=previous]").click()
    assert page.locator(".step-of").inner_text() == "5 sur 6"


def test_addresses_open_elsewhere_and_learn_nothing(page: Page) -> None:
    page.keyboard.press("F1")
    links = page.locator("main a[href^='https:']")
    assert links.count() >= 3
    for at in range(links.count()):
        assert links.nth(at).get_attribute("rel") == "noreferrer noopener"


def test_the_language_changes_and_the_screen_stays(page: Page) -> None:
    page.keyboard.press("F1")
    page.locator("[data-key=language]").click()
    assert heading(page) == "Who can help you"
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator("[data-key=language]").get_attribute("lang") == "fr"
    assert page.evaluate("document.activeElement.dataset.key") == "language"


def test_the_language_changes_and_the_play_goes_on(page: Page) -> None:
    SCREENS["choosing"](page)
    page.locator(".choice").first.click()
    messages = page.locator(".message").count()
    page.locator("[data-key=language]").click()
    assert page.locator(".message").count() >= messages
    assert heading(page) == "Three weeks in August"


def test_text_grows_to_three_times_its_size_and_no_further(page: Page) -> None:
    size = float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"))
    for _press in range(12):
        page.locator("[data-key=larger]").click()
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main')).fontSize)") == pytest.approx(
        3 * size
    )
    for _press in range(12):
        page.locator("[data-key=smaller]").click()
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main')).fontSize)") == pytest.approx(size)


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def test_colours_follow_the_device_until_others_are_chosen(page: Page) -> None:
    light = ground(page)
    page.emulate_media(color_scheme="dark")
    dark = ground(page)
    page.emulate_media(contrast="more")
    assert ground(page) == "rgb(0, 0, 0)"
    page.emulate_media(color_scheme="light", contrast="no-preference")
    assert (ground(page), light != dark) == (light, True)
    page.locator("[data-key=settings]").click()
    page.locator("[data-key='colours dark']").check()
    assert ground(page) == dark


def test_nothing_is_kept_unless_it_was_asked_for(page: Page) -> None:
    page.locator("[data-key=settings]").click()
    page.locator("[data-key='colours dark']").check()
    page.locator("[data-key='spacing wide']").check()
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert page.evaluate(kept) == [0, 0, ""]
    page.locator("[data-key=remember]").check()
    assert page.evaluate("Object.keys(localStorage)") == ["notes"]
    page.reload()
    assert page.evaluate("document.documentElement.className").split() == ["js", "dark", "wide"]
    page.locator("[data-key=settings]").click()
    assert page.locator("[data-key='colours dark']").is_checked()
    page.locator("[data-key=remember]").uncheck()
    assert page.evaluate(kept) == [0, 0, ""]


@pytest.mark.parametrize("kept", ["{", "null", "[]", '{"percent": "a", "colours": "pink"}', '{"percent": 9999}'])
def test_what_makes_no_sense_is_as_if_never_chosen(page: Page, kept: str) -> None:
    page.evaluate("(kept) => localStorage.setItem('notes', kept)", kept)
    page.reload()
    assert heading(page) == "Vigichat"
    assert "pink" not in page.evaluate("document.documentElement.className")


def test_a_browser_that_forbids_keeping_loses_nothing(chromium: Browser, exported: Export) -> None:
    context = chromium.new_context()
    page = context.new_page()
    forbidden = (
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    page.add_init_script(forbidden)
    seen: list[str] = []
    page.on("pageerror", lambda fault: seen.append(str(fault)))
    page.goto(exported("fr").as_uri())
    page.locator("[data-key=settings]").click()
    page.locator("[data-key=remember]").check()
    page.locator("[data-key='colours contrast']").check()
    assert ground(page) == "rgb(0, 0, 0)"
    page.locator("[data-key=leave]").click()
    assert page.evaluate("document.body.innerText.trim()") == "Notes"
    assert seen == []
    context.close()


def test_settings_are_put_back(page: Page) -> None:
    page.locator("[data-key=settings]").click()
    page.locator("[data-key='colours dark']").check()
    page.locator("main [data-key=larger]").click()
    page.locator("[data-key=reset]").click()
    assert page.evaluate("document.documentElement.className") == "js"
    assert page.locator("output").inner_text() == "100\u00a0%"


@pytest.mark.parametrize("screen", ["first", "who helps", "settings"])
def test_what_is_chosen_and_pressed_stays_seen_in_forced_colours(page: Page, screen: str) -> None:
    page.emulate_media(forced_colors="active")
    SCREENS[screen](page)
    edges = "(all) => all.filter((one) => getComputedStyle(one).borderTopStyle === 'none').map((one) => one.outerHTML)"
    assert page.locator("#app .button:visible").evaluate_all(edges) == []


@pytest.mark.parametrize("size", [PHONE, LAPTOP])
def test_fiction_stands_on_every_screen(chromium: Browser, exported: Export, size: tuple[int, int]) -> None:
    for way in (SCREENS["first"], SCREENS["choosing"], SCREENS["class"]):
        with opened(chromium, exported("fr"), size) as (page, _seen):
            way(page)
            assert page.get_by_text("Fiction · Vigichat", exact=True).first.is_visible()


def test_without_a_script_every_page_of_help_is_there_and_every_link_leads_to_one(
    chromium: Browser, exported: Export
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(exported("fr", "en").as_uri())
    assert page.get_by_role("heading", name="Respire. Ce n’est pas ta faute.").is_visible()
    assert page.get_by_role("heading", name="Breathe. It is not your fault.").is_visible()
    assert page.get_by_text("ouvre ce fichier dans un navigateur").is_visible()
    assert page.locator("main > div").first.locator("a").nth(2).get_attribute("href") == "tel:3018"
    for number in numbers():
        assert page.get_by_role("link", name=number, exact=True).first.is_visible(), number
    context.close()
    source = exported("fr", "en").read_text(encoding="utf-8")
    ids = set(re.findall(r' id="([^"]+)"', source))
    assert {link for link in re.findall(r'href="#([^"]+)"', source) if not link.startswith("svg-")} <= ids


def test_a_script_that_fails_leaves_help_to_be_read(chromium: Browser, exported: Export, tmp_path: Path) -> None:
    """An old browser that does not understand the script is as good as one without."""
    broken = tmp_path / "notes.html"
    broken.write_text(exported("fr").read_text(encoding="utf-8").replace('"use strict";', "?? ;"), encoding="utf-8")
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(broken.as_uri())
    assert page.get_by_role("heading", name="Respire. Ce n’est pas ta faute.").is_visible()
    context.close()
