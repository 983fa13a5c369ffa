"""An exported file as a browser reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from tests.web.browser import opened


def test_the_file_opens_from_the_disk_without_a_complaint_or_a_request(
    chromium: Browser, exported: Callable[..., Path]
) -> None:
    with opened(chromium, exported("fr", "en")) as (page, seen):
        assert page.title() == "Notes"
    assert seen.faults == []
    assert seen.requests == []
