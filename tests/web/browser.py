"""A real browser that a test drives: pages of exported files, opened from the disk, with everything they ask for noted.

Chromium is the system's. Where it is missing, tests that need it are skipped, which CI counts as a failure.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)

PHONE = (390, 844)
LAPTOP = (1280, 720)
LARGE = (1920, 1080)
"""Sizes of a window, in CSS pixels."""


@dataclass
class Seen:
    """What a page asked the network for, its own file excepted, and what it complained of."""

    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium, without a window, for as long as this lasts."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        try:
            yield started
        finally:
            started.close()


@contextmanager
def opened(
    on: Browser,
    file: Path,
    size: tuple[int, int] = LAPTOP,
    *,
    dark: bool = False,
    still: bool = True,
    timed: bool = False,
) -> Iterator[tuple[Page, Seen]]:
    """The file in a fresh profile, from the disk. `still` asks for reduced motion; where it is `timed`, the test moves
    its clock."""
    context = on.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce" if still else "no-preference",
    )
    try:
        page = context.new_page()
        if timed:
            page.clock.install()
        seen = Seen()
        address = file.as_uri()
        page.on(
            "request", lambda asked: None if asked.url.split("#")[0] == address else seen.requests.append(asked.url)
        )
        page.on("console", lambda said: seen.faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda fault: seen.faults.append(str(fault)))
        page.goto(address)
        yield page, seen
    finally:
        context.close()
