"""Playing an exported file by clicking, as a person does: through the doors, the whole conversation, and the debrief.

Which answer is given is the test's; what must be so on the way too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Error, Page

MOST = 2_000
"""More clicks than any play of a test needs."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the player is asked: the question, and the answers in their order. None of either at the ending."""

    prompt: str
    answers: tuple[str, ...]


Answering = Callable[[Turn], int]
"""From what is asked, the number of the answer to give, from 0."""


def first(turn: Turn) -> int:
    """The answer whose words come first in a dictionary: their order on the screen is another in every play."""
    return turn.answers.index(min(turn.answers))


def last(turn: Turn) -> int:
    """The answer whose words come last in a dictionary."""
    return turn.answers.index(max(turn.answers))


def topmost(turn: Turn) -> int:
    """The answer that stands at the top."""
    return 0


def started(page: Page) -> None:
    """From the first screen through its door and the note into the play."""
    page.click(".door.to-chat")
    page.click("main [data-key=play]")
    page.wait_for_selector(".turn")


def at_once(page: Page) -> None:
    """From the first screen: let messages arrive all at once from now on, and come back."""
    page.click("[data-key=settings]")
    page.locator("[data-key='arrival at once']").check(force=True)
    page.click("[data-key=back]")


def turn(page: Page) -> Turn:
    """What the player is asked now, once every message before it is there: each is brought by a press."""
    for _ in range(MOST):
        coming = page.query_selector(".turn.coming .asked .button")
        if coming is None:
            break
        try:
            coming.click()
        except Error:
            # It came by itself at that moment.
            if coming.is_visible():
                raise
    prompt = page.locator(".turn .prompt").evaluate("one => one.firstChild ? one.firstChild.textContent : ''")
    return Turn(prompt, tuple(page.locator(".turn .choice .what bdi").all_text_contents()))


def played(page: Page, answering: Answering = first) -> Iterator[Turn]:
    """From where the play stands to its ending; gives each turn before it is answered."""
    for _ in range(MOST):
        asked = turn(page)
        yield asked
        if not asked.answers:
            return
        page.locator(".turn .choice").nth(answering(asked)).click()
    raise AssertionError("the story does not end")


def to_the_ending(page: Page, answering: Answering = first) -> tuple[Turn, ...]:
    """From the first screen to the ending: all the turns on the way."""
    started(page)
    return tuple(played(page, answering))


def debriefed(page: Page) -> Iterator[str]:
    """From the ending through every page of the debrief; gives the title of each page while it is shown."""
    page.click(".turn .asked .button.primary")
    page.wait_for_selector("nav.tabs")
    tabs = page.locator("nav.tabs button")
    for number in range(tabs.count()):
        tabs.nth(number).click()
        yield page.inner_text("h1")


def words(page: Page) -> str:
    """All the words that are shown, in the order in which they are read."""
    return page.inner_text("body")
