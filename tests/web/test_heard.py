"""What a screen reader says of an exported file: each message once, with who says it, before the question that follows.

Screen readers say what is put into a page at once in an order of their own: names after words, questions before both.
What is told is one text in one place; that the place is heard was listened to with Orca.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, Page

from tests.desktop.playing import STORY
from tests.web.browser import opened
from tests.web.one_play import Exported, has_focus, playing, shown, to_the_end
from tests.web.playing import played, topmost, turn
from tests.web.teaching import teaching

LISTEN = """() => {
  window.heard = [];
  const place = document.querySelector("[role=status].unseen");
  new MutationObserver(() => place.textContent && heard.push(place.textContent)).observe(place, { childList: true });
}"""


def heard(page: Page) -> list[str]:
    """What was told since `LISTEN`."""
    found: list[str] = page.evaluate("heard")
    return found


def press(page: Page, done: Callable[[], bool], key: str = " ", most: int = 400) -> None:
    for _ in range(most):
        if done():
            return
        page.keyboard.press(key)
    raise AssertionError("it never comes")


def test_each_message_is_told_once_with_who_says_it_and_the_question_after_the_last(
    chromium: Browser, exported: Exported
) -> None:
    with playing(chromium, exported("fr"), hurried=False) as (page, _):
        before = len(shown(page))
        page.evaluate(LISTEN)
        press(page, lambda: page.locator(".choice").count() > 0)
        said, new = heard(page), shown(page)[before:]
        assert len(said) == len(new) > 5
        for told, (who, words) in zip(said, new, strict=True):
            assert told.startswith(who)
            assert (f"\u00a0: {words}" if who else words) in told
        assert said[-1].endswith(" Tu joues Sacha. Que fais-tu\u00a0? 3 réponses possibles.")
        assert any(told.startswith("Malo · 17 ans, guitare\u00a0: ") for told in said), (
            "what the eye learns of somebody"
        )


def test_a_question_is_told_even_where_the_focus_comes_to_it(chromium: Browser, exported: Exported) -> None:
    """A focus that stays where it is says nothing, nor, often, one that comes from a button that is taken away."""
    with playing(chromium, exported("fr", story=STORY)) as (page, _):
        for asked in played(page, topmost):
            if asked.prompt.startswith("Que penses-tu"):
                break
        page.evaluate(LISTEN)
        page.keyboard.press("a")
        assert has_focus(page).startswith("H2 Avec quelle certitude")
        assert len(heard(page)) == 1
        assert heard(page)[0].startswith("Avec quelle certitude\u00a0? 3 réponses possibles. Ta réponse\u00a0:")


def test_a_hard_scene_is_told_before_it_is_read(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        page.evaluate(LISTEN)
        for _ in range(80):
            if turn(page).prompt == "Avant de continuer":
                break
            page.keyboard.press("a")
        assert "Avant de continuer. 2 réponses possibles. La suite est dure" in heard(page)[-1]


def test_a_flag_says_of_which_message_it_is(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        described = page.locator(".flag").evaluate_all(
            """(all) => all.map((one) => {
              const told = document.getElementById(one.getAttribute("aria-describedby"));
              return told.textContent === one.closest("li").querySelector(".bubble, .words").textContent;
            })"""
        )
        assert len(described) > 5
        assert all(described)


def test_a_class_is_told_what_comes_and_what_is_asked(chromium: Browser, exported: Exported) -> None:
    with teaching(chromium, exported("fr")) as teacher:
        teacher.page.evaluate(LISTEN)
        teacher.read()
        said = heard(teacher.page)
        assert said[0].startswith("Malo · 17 ans, guitare\u00a0: ")
        assert teacher.asked in said[-1]


def test_a_size_of_text_is_told_once(chromium: Browser, exported: Exported) -> None:
    with opened(chromium, exported("fr")) as (page, _):
        page.click("[data-key=settings]")
        page.evaluate(LISTEN)
        page.locator("main [data-key=larger]").click()
        assert heard(page) == ["Texte\u00a0: 125\u00a0%"]
        assert page.locator("output").get_attribute("aria-live") == "off"


def test_sentences_that_follow_one_another_are_apart(chromium: Browser, exported: Exported) -> None:
    with opened(chromium, exported("fr")) as (page, _):
        assert ". L’historique" in page.locator(".traces").evaluate("(one) => one.textContent")


def test_a_story_in_another_language_than_the_page_is_said_in_its_own(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("en", story=STORY)) as (page, _):
        turn(page)
        spoken = """(one) => one.closest("[lang]").lang"""
        assert page.locator(".messages .words").first.evaluate(spoken) == "fr"
        assert page.locator(".choice bdi").first.evaluate(spoken) == "fr"
        assert page.locator(".choice small").first.evaluate(spoken) == "en"
        assert page.locator(".prompt").evaluate(spoken) == "en"
        to_the_end(page)
        assert page.locator("p.ending").evaluate(spoken) == "fr"
