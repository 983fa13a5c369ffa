"""A whole visit of an exported file, as somebody curious makes it: nothing is asked of anybody, and nothing is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from game.telling.language import LANGUAGES
from tests.web.browser import CHROMIUM, QUIET
from tests.web.listening import Listening, listening
from tests.web.playing import debriefed, first, played, started

KEPT = """async () => {
  const tried = async (ask) => { try { return await ask() } catch { return null } };
  return {
    local: await tried(() => localStorage.length),
    session: await tried(() => sessionStorage.length),
    databases: await tried(async () => (await indexedDB.databases()).length),
    cookies: await tried(() => document.cookie),
    caches: await tried(async () => (await caches.keys()).length),
    workers: await tried(async () => (await navigator.serviceWorker.getRegistrations()).length),
    files: await tried(async () => (await (await navigator.storage.getDirectory()).keys().next()).value ?? 0),
    persisted: await tried(() => navigator.storage.persisted()),
    name: window.name,
    state: history.state,
    length: history.length,
    hash: location.hash,
  };
}"""
"""JavaScript: all that a page can leave behind it."""


def visited(page: Page) -> None:
    """Every door but the way out, from the first screen and back to it."""
    back = "[data-key=back]"
    # Help: one action a screen, then every page that leads on from there.
    page.click(".door.to-help")
    while page.locator("[data-key=next]").count():
        page.click("[data-key=next]")
    page.click("[data-key=help]")
    for number in range(page.locator("main a[href^='#']").count()):
        page.locator("main a[href^='#']").nth(number).click()
        page.click(back)
    page.click(back)
    while page.locator(back).is_visible():
        page.click(back)
    # Sources, settings, the other language and back, larger text.
    page.click("[data-key=sources]")
    page.click(back)
    page.click("[data-key=settings]")
    for choice in ("colours contrast", "spacing wide", "arrival fast", "still"):
        page.locator(f"[data-key='{choice}']").check(force=True)
    page.click("[data-key=reset]")
    page.click(back)
    for _ in range(2):
        page.locator("[data-key=language]").first.click()
    page.click("[data-key=larger]")
    page.click("[data-key=smaller]")
    # A play, with marks, a pause, help in the middle, and a second thought; then all that is said of it.
    started(page)
    for number, asked in enumerate(played(page, first)):
        if number == 2 and asked.answers:
            page.keyboard.press("m")
            page.keyboard.press("p")
            page.keyboard.press("p")
            page.click("[data-key=help]")
            page.click(back)
    assert len(list(debriefed(page))) == 5
    page.locator("nav.tabs button").nth(2).click()
    page.locator("[data-page^=what-if]").first.click()
    page.click(back)
    page.click("[data-key=start]")
    # A class: what a teacher reads, and some of the play on the wall.
    page.click(".door.to-class")
    page.click("[data-key=begin]")
    for key in ["Enter"] * 30 + ["?", "Escape", "n", "Escape", "F8"]:
        page.keyboard.press(key)
    page.wait_for_timeout(200)


@contextmanager
def watched(chromium: Browser, log: Path) -> Iterator[BrowserContext]:
    """A browser of its own, which writes down all that its network is asked for; `log` is whole once it is closed."""
    arguments = [*QUIET, f"--log-net-log={log}", "--net-log-capture-mode=Everything"]
    browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=arguments)
    try:
        yield browser.new_context(reduced_motion="reduce")
    finally:
        browser.close()


def hosts_in(log: Path) -> set[str]:
    """The hosts in a browser's log, looked up, spoken to or prepared for, but those that it asks by itself."""
    told = json.loads(log.read_text(encoding="utf-8"))
    values = (event.get("params") or {} for event in told["events"])
    found = {str(one[name]) for one in values for name in _NAMING if one.get(name)}
    hosts = {host for one in found for host in _HOST.findall(one)}
    return {one for one in hosts if not one.endswith(_ITS_OWN)}


_NAMING = ("url", "host", "original_url", "group_id", "destination", "dns_query")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z0-9]+", re.IGNORECASE)
_ITS_OWN = ("google.com", "googleapis.com", "gstatic.com", "gvt1.com")
"""Whom Chromium asks for updates by itself, whatever it shows; no exported file names them."""


@pytest.fixture(scope="module")
def server() -> Iterator[Listening]:
    with listening() as one:
        yield one


def test_the_log_tells_of_whoever_is_asked(chromium: Browser, server: Listening, tmp_path: Path) -> None:
    """That the proof below proves something."""
    server.page = b'<!DOCTYPE html><title>Notes</title><img src="http://canary.invalid/x">'
    with watched(chromium, tmp_path / "net.json") as context:
        page = context.new_page()
        page.goto(f"{server.address}/notes.html")
        page.wait_for_timeout(300)
    assert {"canary.invalid", "127.0.0.1"} <= hosts_in(tmp_path / "net.json")


@pytest.mark.parametrize("where", ["stick", "site"])
def test_a_whole_visit_asks_for_nothing_and_keeps_nothing(
    where: str, chromium: Browser, exported: Callable[..., Path], server: Listening, tmp_path: Path
) -> None:
    file = exported(*LANGUAGES)
    server.page = file.read_bytes()
    server.asked.clear()
    address = file.as_uri() if where == "stick" else f"{server.address}/notes.html"
    log = tmp_path / "net.json"
    asked: list[str] = []
    with watched(chromium, log) as context:
        page = context.new_page()
        context.on("serviceworker", lambda worker: asked.append(worker.url))
        page.on("websocket", lambda socket: asked.append(socket.url))
        page.on("request", lambda request: asked.append(request.url))
        page.on("popup", lambda popup: asked.append(popup.url))
        page.on("download", lambda download: asked.append(download.url))
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        for event in ("requestWillBeSent", "webSocketCreated", "webTransportCreated", "eventSourceMessageReceived"):
            session.on(f"Network.{event}", lambda told: asked.append(str(told.get("request", told).get("url"))))
        page.goto(address)
        before = page.evaluate(KEPT)
        visited(page)
        after = page.evaluate(KEPT)
        page.click("[data-key=leave]")
        left = page.evaluate(KEPT)
        assert context.cookies() == []
    assert set(asked) == {address}
    assert server.asked == ([] if where == "stick" else ["/notes.html"])
    assert after == before
    assert left == {**before, "state": "notes"}
    assert {before[name] for name in ("local", "session", "databases", "caches", "workers", "files")} <= {0, None}
    assert before["cookies"] in ("", None)
    named = {host for host in hosts_in(log) if not host.endswith(".html")}
    assert named == (set() if where == "stick" else {"127.0.0.1"})
