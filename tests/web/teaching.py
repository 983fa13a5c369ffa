"""A teacher at an exported file, for tests: keys, a clicker or the mouse alone, and what stands on the wall."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.web.browser import LAPTOP, Seen, opened

STILL = 450
"""Milliseconds after which a press decides again; the page's own clock is moved on by them."""


class Teacher:
    """Stands beside the wall on which `page` is shown."""

    def __init__(self, page: Page, seen: Seen) -> None:
        self.page = page
        self.seen = seen

    @property
    def step(self) -> str:
        """Where the class is; "" on any other screen."""
        step: str = self.page.evaluate("document.querySelector('.class')?.dataset.step ?? ''")
        return step

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def asked(self) -> str:
        """The question on the wall."""
        return self.page.locator(".ask h2").inner_text()

    @property
    def foot(self) -> list[str]:
        """What the line at the foot says."""
        return self.page.locator(".gestures > *").all_inner_texts()

    @property
    def messages(self) -> int:
        return self.page.locator(".talk li").count()

    def wait(self) -> None:
        self.page.clock.run_for(STILL)

    def press(self, *keys: str) -> None:
        """Press these keys, each once the wall is still."""
        for key in keys:
            self.page.keyboard.press(key)
            self.wait()

    def click(self, words: str) -> None:
        """Press what is called so with the mouse."""
        self.page.get_by_role("button", name=words, exact=True).click()
        self.wait()

    def type(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def read(self, key: str = "Space") -> str:
        """Bring message after message until something is asked; what."""
        for _ in range(400):
            if self.step != "reading":
                return self.step
            self.press(key)
        raise AssertionError("nothing is ever asked")

    def count(self, *counts: int) -> None:
        """From thinking, count these votes and see the bars, by keys alone."""
        assert self.step == "think"
        self.press("Enter")
        for count in counts:
            self.type(*str(count), "Enter")
        self.wait()
        assert self.step == "result"

    def vote(self, *counts: int) -> None:
        """Count these votes, and play the majority on."""
        self.count(*counts)
        self.press("Enter")


@contextmanager
def teaching(on: Browser, file: Path, size: tuple[int, int] = LAPTOP, *, dark: bool = False) -> Iterator[Teacher]:
    """A teacher whose class has begun the story in `file`."""
    with opened(on, file, size, dark=dark, timed=True) as (page, seen):
        teacher = Teacher(page, seen)
        teacher.press("F8", "Enter")
        yield teacher
    assert seen.faults == []
    assert seen.requests == []
