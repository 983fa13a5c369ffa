"""Every screen of an exported file, and how somebody gets there from the first one.

Which words stand on them does not matter here: screens are found by the names of their buttons, in any language.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

Way = Callable[[Page], object]
"""Leads from the first screen to another one."""


def pressed(*keys: str) -> Way:
    """By pressing the buttons of these names, one after the other."""

    def go(page: Page) -> None:
        for key in keys:
            page.locator(f'#app [data-key="{key}"]:visible').first.click()

    return go


def _playing(page: Page) -> None:
    pressed("door chat", "play")(page)
    page.locator(".message").first.wait_for()


def _choosing(page: Page) -> None:
    _playing(page)
    for _message in range(60):
        if page.locator(".choice").count():
            return
        page.keyboard.press("Space")
    raise AssertionError("no choice came")


TO_THE_END = """() => {
  for (let step = 0; step < 600; step++) {
    const way = document.querySelector(".choice, .turn.coming .asked .button");
    if (!way) return Boolean(document.querySelector("p.ending"));
    way.click();
  }
  return false;
}"""


def _ended(page: Page) -> None:
    """The first answer, always, to the end: in one go, since how it is pressed is other tests' affair."""
    _playing(page)
    assert page.evaluate(TO_THE_END), "the story does not end"


def _debrief(page: Page) -> None:
    _ended(page)
    page.locator(".asked .button.primary").click()


def _pause(page: Page) -> None:
    _playing(page)
    page.keyboard.press("p")


def _stop(page: Page) -> None:
    _choosing(page)
    page.locator(".choice").first.click()
    page.keyboard.press("Escape")


def _with_class(*keys: str) -> Way:
    """On the wall, from the first thing said; "ask" brings what is asked, a key what it does once the wall is still."""

    def go(page: Page) -> None:
        page.keyboard.press("F8")
        page.keyboard.press("Enter")
        page.locator(".class .message").first.wait_for()
        for key in keys:
            while key == "ask" and page.locator(".class").get_attribute("data-step") == "reading":
                page.keyboard.press("Space")
            page.wait_for_timeout(450)
            if key != "ask":
                page.keyboard.press(key)

    return go


SCREENS: dict[str, Way] = {
    "first": pressed(),
    "help": pressed("door help"),
    "who helps": lambda page: page.keyboard.press("F1"),
    "stop": pressed("door help", "next"),
    "talk": pressed("door help", "talk"),
    "questions": pressed("door help", "talk", "questions"),
    "confides": pressed("door help", "talk", "questions", "for-adults", "confides"),
    "sources": pressed("sources", "sources-helplines"),
    "settings": pressed("settings"),
    "rehearsal": pressed("rehearse"),
    "note": pressed("door chat"),
    "choosing": _choosing,
    "pause": _pause,
    "stopping": _stop,
    "ended": _ended,
    "debrief": _debrief,
    "class": pressed("door class"),
    "class note": pressed("door class", "begin"),
    "class reading": _with_class(),
    "class thinking": _with_class("ask"),
    "class counting": _with_class("ask", "Enter", "9"),
    "class bars": _with_class("ask", "Enter", "9", "PageDown"),
    "class keys": _with_class("?"),
    "class notes": _with_class("n", "a"),
}
