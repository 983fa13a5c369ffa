"""The way out of an exported file: one press, and nothing of the play comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.web.browser import CHROMIUM, PHONE, opened

Export = Callable[..., Path]

BEFORE = "data:text/html,<title>Before</title>before"


@pytest.fixture
def page(chromium: Browser, exported: Export) -> Iterator[Page]:
    """The story, on a phone, which somebody came to from another page."""
    with opened(chromium, exported("fr", "en"), PHONE) as (page, seen):
        address = page.url
        page.goto(BEFORE)
        page.goto(address)
        yield page
    assert seen.faults == []


def go_first(page: Page) -> None:
    pass


def go_help(page: Page) -> None:
    page.locator('[data-key="door help"]').last.click()


def go_settings(page: Page) -> None:
    page.locator("[data-key=settings]").click()


def go_play(page: Page) -> None:
    page.locator('[data-key="door chat"]').click()
    page.locator("main [data-key=play]").click()
    page.locator(".message").first.wait_for()


def go_pause(page: Page) -> None:
    go_play(page)
    page.keyboard.press("p")


def go_class(page: Page) -> None:
    page.locator('[data-key="door class"]').click()


WAYS = {
    "first": go_first,
    "help": go_help,
    "settings": go_settings,
    "play": go_play,
    "pause": go_pause,
    "class": go_class,
}
everywhere = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())


def press(page: Page) -> None:
    page.locator("[data-key=leave]").first.click()


def shift(page: Page, times: int = 3) -> None:
    for _time in range(times):
        page.keyboard.press("Shift")


def is_neutral(page: Page) -> bool:
    """Whether nothing but an empty sheet of notes is there: no other word, no element of ours, no style."""
    words = page.evaluate("document.body.innerText.trim()")
    elements = page.evaluate("[...document.body.querySelectorAll('*')].map((one) => one.tagName).join()")
    ours = page.evaluate("document.querySelectorAll('style, script, [class], [data-key], [name=generator]').length")
    return bool(
        (page.title(), words, elements, ours) == ("Notes", "Notes", "H1,TEXTAREA", 0)
        and page.evaluate("document.querySelector('textarea').value") == ""
    )


@everywhere
def test_one_press_leaves_from_every_screen(page: Page, way: Callable[[Page], None]) -> None:
    way(page)
    press(page)
    assert is_neutral(page)


@everywhere
def test_shift_three_times_leaves_from_every_screen(page: Page, way: Callable[[Page], None]) -> None:
    way(page)
    shift(page)
    assert is_neutral(page)


def test_it_happens_at_once(page: Page) -> None:
    """When the press has been told to the page, the neutral page is there: before anything is drawn again."""
    go_play(page)
    left = page.evaluate(
        """() => {
          document.querySelector("[data-key=leave]").click();
          return document.body.innerText.trim();
        }"""
    )
    assert left == "Notes"


def test_two_presses_of_shift_are_not_enough(page: Page) -> None:
    shift(page, 2)
    assert not is_neutral(page)


def test_shift_that_writes_capitals_is_no_way_out(page: Page) -> None:
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.down("Shift")
    page.keyboard.press("Tab")
    page.keyboard.up("Shift")
    shift(page, 2)
    assert not is_neutral(page)


def test_shift_that_is_held_down_counts_once(page: Page) -> None:
    for _time in range(5):
        page.keyboard.down("Shift")
    page.keyboard.up("Shift")
    assert not is_neutral(page)


def test_the_presses_come_within_five_seconds(page: Page) -> None:
    told = """(at) => {
      const event = new KeyboardEvent("keydown", {key: "Shift"});
      dispatchEvent(Object.defineProperty(event, "timeStamp", {value: at}));
    }"""
    for at in (1_000, 3_000, 6_001):
        page.evaluate(told, at)
    assert not is_neutral(page)
    page.evaluate(told, 8_000)
    assert is_neutral(page)


def test_keys_do_nothing_afterwards(page: Page) -> None:
    go_play(page)
    press(page)
    for key in ("F1", "Escape", "p", "m", "a", "Enter", "Backspace", "Shift", "Shift", "Shift"):
        page.keyboard.press(key)
    assert is_neutral(page)


def test_nothing_arrives_afterwards(page: Page) -> None:
    go_play(page)
    press(page)
    page.wait_for_timeout(1500)
    assert is_neutral(page)


@everywhere
def test_back_leads_to_the_page_before_and_forward_to_the_neutral_one(page: Page, way: Callable[[Page], None]) -> None:
    way(page)
    press(page)
    page.go_back()
    assert page.title() == "Before"
    page.go_forward()
    assert is_neutral(page)


def test_a_page_that_the_browser_kept_whole_comes_back_neutral(chromium: Browser, exported: Export) -> None:
    """A browser may keep a page as it was and show it again on Back, without loading it: on a site, Chromium does."""
    whole = exported("fr").read_bytes()

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(whole if self.path == "/notes.html" else b"<title>Other</title>")

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}"
    try:
        keeping = chromium.browser_type.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"]
        )
        page = keeping.new_page()
        page.goto(f"{site}/notes.html")
        go_play(page)
        press(page)
        page.evaluate("window.same = true")
        page.goto(f"{site}/other")
        page.go_back(wait_until="commit")
        assert is_neutral(page)
        assert page.evaluate("window.same"), "the page was loaded again: this does not test what it says"
        keeping.close()
    finally:
        server.shutdown()
        server.server_close()


def test_loading_again_stays_neutral_however_often(page: Page) -> None:
    go_play(page)
    press(page)
    for _time in range(3):
        page.reload()
        assert is_neutral(page)
    page.go_back()
    page.go_forward()
    page.reload()
    assert is_neutral(page)


def test_a_link_that_was_followed_in_help_is_no_step_in_the_history(page: Page) -> None:
    steps = page.evaluate("history.length")
    page.locator('[data-key="door help"]').last.click()
    page.locator("main a.way").first.click()
    assert "#" not in page.url
    assert page.evaluate("history.length") == steps
    page.go_back()
    assert page.title() == "Before"


def test_opening_the_file_anew_plays_again(page: Page) -> None:
    press(page)
    again = page.context.new_page()
    again.goto(page.url)
    assert again.locator("#app h1").inner_text() == "Vigichat"
    address = page.url
    page.goto(BEFORE)
    page.goto(address)
    assert page.locator("#app h1").inner_text() == "Vigichat"


def test_what_was_kept_is_erased(page: Page) -> None:
    page.locator("[data-key=settings]").click()
    page.locator("[data-key=remember]").check()
    assert page.evaluate("localStorage.length") == 1
    page.locator("[data-key=leave]").first.click()
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("document.cookie") == ""


def test_nothing_of_the_story_is_in_the_page_afterwards(page: Page) -> None:
    go_play(page)
    press(page)
    source = page.evaluate("document.documentElement.outerHTML")
    for word in ("Vigichat", "Fiction", "3018", "chantage", "<svg", "</script>", "aria-live"):
        assert word not in source, word


def test_leaving_while_the_file_is_still_on_its_way(chromium: Browser, exported: Export) -> None:
    """Nothing that comes later is shown, and when it is there, it goes."""
    whole = exported("fr").read_text(encoding="utf-8")
    cut = whole.index('<main id="fixed">')
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto("about:blank")
    page.evaluate(
        "(start) => { document.open(); document.write(start); }", whole[:cut].replace("Content-Security", "X")
    )
    page.locator("[data-key=leave]").first.click()
    page.evaluate("(rest) => document.write(rest)", whole[cut : cut + 4000])
    assert page.evaluate("document.body.innerText.trim()") == "Notes"
    page.evaluate("(rest) => { document.write(rest); document.close(); }", whole[cut + 4000 :])
    assert is_neutral(page)
    context.close()


def test_it_is_rehearsed_and_nothing_is_lost(page: Page) -> None:
    page.locator("[data-key=rehearse]").click()
    press(page)
    assert page.evaluate("document.body.innerText.trim()") == "Notes"
    page.wait_for_timeout(450)
    page.mouse.click(200, 400)
    assert "rien n’est perdu" in page.locator("#app h1").inner_text()
    page.locator("[data-key=done]").click()
    assert page.locator("#app h1").inner_text() == "Vigichat"


def test_on_the_rehearsed_page_shift_three_times_more_is_the_real_one(page: Page) -> None:
    page.locator("[data-key=rehearse]").click()
    shift(page)
    assert not page.evaluate("history.state")
    shift(page)
    assert page.evaluate("history.state")
    page.keyboard.press("a")
    assert is_neutral(page)


def test_the_button_is_in_view_however_far_one_has_scrolled(page: Page) -> None:
    go_help(page)
    page.mouse.wheel(0, 4000)
    page.wait_for_timeout(100)
    box = page.locator("[data-key=leave]").first.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= PHONE[1]
    assert min(box["width"], box["height"]) >= 44
