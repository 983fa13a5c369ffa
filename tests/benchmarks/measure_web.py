"""The same story of 100 scenes as pages of several kinds, in Chromium: bytes, the first choice seen, and a press on it.

Plain, and as on a slow phone: slow 4G, and a processor four times slower. Pages are served from this machine,
compressed, and no browser keeps them from one run to the next.
"""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import same_story
from figures import Figure
from playwright.sync_api import Browser, sync_playwright
from programs import HERE, Ink
from web_pages import Site, floor, ink, ours, squeezed

SCENES = 100
VISIBLE = "first choice seen"
SLOW = "first choice seen, slow phone"
PRESS = "press on a choice to the next text"
BYTES = "bytes of the page"

_CHOICES = 8
_KINDS = {"": "text/html", "css": "text/css", "js": "text/javascript"}

_SLOW_4G = {
    "offline": False,
    "latency": 150,  # ms, there and back
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
_SLOWER = 4


@dataclass(frozen=True, slots=True)
class Visit:
    """Milliseconds from the navigation until something can be done and until a choice is seen; milliseconds of the
    first press on a choice, and of the median one; what the page's script holds at the end, in megabytes."""

    first: float
    choice: float
    click: float
    later: float
    heap: float


def measure(runtime: Ink | None, rounds: int) -> Iterator[Figure]:
    """The figures, from `rounds` rounds in which each page is visited once. Nothing where Chromium is missing."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        scenario, their_story = same_story.files(Path(folder), SCENES)
        mine = ours(scenario)
        sites = [mine, *([ink(their_story, runtime)] if runtime else []), floor(SCENES)]
    peer = sites[1]
    goal = 0.45 if runtime else None
    yield Figure(BYTES, "kB", (mine.raw / 1000,), peer.name, (peer.raw / 1000,), "ratio", goal)
    yield Figure(
        f"{BYTES}, compressed", "kB", (mine.compressed / 1000,), peer.name, (peer.compressed / 1000,), "ratio", goal
    )
    with sync_playwright() as playwright, _served(sites) as addresses:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for slow in (False, True):
            visits: list[list[Visit]] = [[] for _ in sites]
            for _ in range(rounds + 1):
                for site, address, into in zip(sites, addresses, visits, strict=True):
                    into.append(_visit(browser, site, address, slow))
            yield from _figures(sites, [one[1:] for one in visits], slow)
        browser.close()


def _figures(sites: list[Site], visits: list[list[Visit]], slow: bool) -> Iterator[Figure]:
    where = ", slow phone" if slow else ""
    own = visits[0]
    yield Figure(f"first screen can be used{where}", "ms", tuple(one.first for one in own))
    for site, theirs in zip(sites[1:], visits[1:], strict=True):
        for what, unit, of in (
            (VISIBLE, "ms", "choice"),
            (f"first {PRESS}", "ms", "click"),
            (PRESS, "ms", "later"),
            ("held by scripts", "MB", "heap"),
        ):
            goal = 0.5 if unit == "ms" and of != "choice" and "ink" in site.name and not slow else None
            mine, other = (tuple(getattr(one, of) for one in visited) for visited in (own, theirs))
            yield Figure(f"{what}{where}", unit, mine, site.name, other, "ratio", goal)


def _visit(browser: Browser, site: Site, address: str, slow: bool) -> Visit:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    try:
        page = context.new_page()
        watching = (HERE / "pages" / "watching.js").read_text(encoding="utf-8")
        asked = {name: value for name, value in asdict(site).items() if name not in ("files", "name")}
        page.add_init_script(f"const asked = {json.dumps(asked)};\n{watching}")
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        if slow:
            session.send("Network.emulateNetworkConditions", _SLOW_4G)
            session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        page.goto(address, wait_until="commit")
        seen: dict[str, Any] = page.evaluate("begun()")
        clicks = [page.evaluate(f"choose({json.dumps(words)})") for words in _walk()]
        session.send("HeapProfiler.collectGarbage")
        heap = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
        return Visit(seen["first"] or seen["choice"], seen["choice"], clicks[0], statistics.median(clicks), heap)
    finally:
        context.close()


def _walk() -> Iterator[str]:
    """The words of what is chosen: the first choice that the story has in each scene."""
    pages = {page.name: page for page in same_story.pages(SCENES)}
    at = "s0"
    for _ in range(_CHOICES):
        yield pages[at].options[0].words
        at = pages[at].options[0].to


@contextmanager
def _served(sites: list[Site]) -> Iterator[list[str]]:
    """The pages on this machine, each under an address of its own."""
    sent = {
        f"/{number}/{name}": (squeezed(file), _KINDS[name.rpartition(".")[2]])
        for number, site in enumerate(sites)
        for name, file in site.files.items()
    }

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body, kind = sent.get(self.path, (b"", ""))
            self.send_response(200 if kind else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            if kind:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *values: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield [f"http://127.0.0.1:{server.server_address[1]}/{number}/" for number, _ in enumerate(sites)]
    finally:
        server.shutdown()
        server.server_close()
