"""One play of an exported file in the hands of a test: begun, looked at, and compared with what Python has of it.

Clicking through a whole story is `playing`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, Page

from game.engine.debrief import fill
from game.engine.events import Chosen, EndingReached, Log, MessageArrived, SummaryRead
from game.engine.model import ME, Scenario
from game.engine.reference import Reference
from game.engine.session import effective
from game.shelf import find, open_file
from game.telling.language import speaking
from tests.web.browser import LAPTOP, Seen, opened
from tests.web.playing import at_once, started

Exported = Callable[..., Path]


@cache
def told(name: str) -> tuple[Scenario, Reference]:
    with speaking("fr"):
        story = open_file(find(name), "fr").story
    assert story is not None
    return story


@contextmanager
def playing(
    on: Browser, file: Path, size: tuple[int, int] = LAPTOP, *, hurried: bool = True, still: bool = True
) -> Iterator[tuple[Page, Seen]]:
    """The file with its story begun; `hurried` lets all messages come at once."""
    with opened(on, file, size, still=still) as (page, seen):
        page.set_default_timeout(5_000)
        if hurried:
            at_once(page)
        started(page)
        yield page, seen
        assert seen.faults == []
        assert seen.requests == []


@contextmanager
def timed(on: Browser, file: Path, arrival: str) -> Iterator[Page]:
    """The story begun, under a clock that only the test moves."""
    with opened(on, file) as (page, seen):
        page.set_default_timeout(5_000)
        page.click("[data-key=settings]")
        page.locator(f"[data-key='arrival {arrival}']").check(force=True)
        page.click("[data-key=back]")
        page.clock.install(time=0)
        page.clock.pause_at(1_000)
        started(page)
        yield page
        assert seen.faults == []


def shown(page: Page) -> list[tuple[str, str]]:
    """The conversation as it stands: who says it ("" for a notice), and the words that are seen."""
    return [
        (who, words)
        for who, words in page.eval_on_selector_all(
            ".conversation .messages > li:not(.lookout)",
            """items => items.map((item) => {
              const words = item.querySelector(".words").cloneNode(true);
              words.querySelectorAll(".unseen").forEach((one) => one.remove());
              return [item.querySelector(".who bdi")?.textContent ?? "", words.textContent];
            })""",
        )
    ]


def seen_of(scenario: Scenario, reference: Reference, log: Log) -> list[tuple[str, str]]:
    """The same, as Python has it."""
    found = []
    for _, event in effective(log):
        match event:
            case MessageArrived(scene, number):
                message = scenario.scene[scene].messages[number]
                words = f"[{message.text}]" if message.masked else message.text
                found.append((message.speaker, words))
            case SummaryRead(scene):
                found.append((None, f"En bref\u00a0: {scenario.scene[scene].skip}"))
            case Chosen(scene, name):
                choice = scenario.scene[scene].choice(name)
                found.append((ME if choice.says else None, choice.text))
            case EndingReached(ending):
                found.append((None, scenario.ending[ending].title))
    return [(scenario.person[who].name if who else "", fill(words, reference)) for who, words in found]


def press(page: Page, words: str) -> None:
    """Press the answer with these words at once, without the moment in which new answers take no press."""
    page.eval_on_selector_all(
        ".choice", "(all, words) => all.find((one) => one.querySelector('bdi').textContent === words).click()", words
    )


def to_the_end(page: Page) -> list[int]:
    """To the ending by the first answer of each question, messages coming all at once; how wide the page was then."""
    return page.evaluate(
        """() => {
          const wide = [];
          for (let way = 1; way && wide.length < 200; way = document.querySelector(".choice")) {
            if (way.click) way.click();
            wide.push(document.documentElement.scrollWidth);
          }
          return wide;
        }"""
    )


def has_focus(page: Page) -> str:
    """What has the focus: its element and its words; "BODY" where nothing has."""
    return page.evaluate("`${document.activeElement.tagName} ${document.activeElement.textContent}`.trim()")


def visible_at(log: Log, at: int) -> int:
    """The place in the conversation of what happened at this index of the log."""
    kinds = (MessageArrived, Chosen, SummaryRead, EndingReached)
    return [index for index, event in effective(log) if isinstance(event, kinds)].index(at)
