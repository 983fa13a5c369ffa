"""A real browser (Chromium), without a window: it prints documents to PDF, takes pictures of them and runs scripts.

What should come of it is the tests' own affair.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

PATIENCE = 90.0
"""Seconds after which the browser will not end any more."""

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

MISSING = tuple(
    name for name, path in (("chromium", CHROMIUM), ("poppler-utils", shutil.which("pdftotext"))) if path is None
)
"""The Debian packages that these tests need and this machine lacks."""

_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"),
)


def printed(page: Path) -> list[str]:
    """The words of each printed page of the document at `page`, which is printed beside it."""
    pdf = page.with_suffix(".pdf")
    _run(page, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    told = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True, timeout=PATIENCE)
    return told.stdout.decode("utf-8").split("\f")[:-1]


def pictured(page: Path, width: int, height: int, *more: str) -> Path:
    """A picture of the document at `page` in a window of this size, as a PNG beside it."""
    picture = page.with_suffix(".png")
    _run(page, f"--window-size={width},{height}", f"--screenshot={picture}", *more)
    return picture


def measured(page: Path, width: int, script: str) -> str:
    """What the expression `script` is worth in the document at `page`, shown so many pixels wide.

    The document is changed to let a script run, in a copy of it, which stands in a frame: a window is never narrow.
    """
    written = page.read_text(encoding="utf-8")
    policy = written[written.index("<meta http-equiv") :].partition("\n")[0]
    told = f"<script>onload = () => parent.postMessage({script}, '*')</script></body>"
    page.with_name("copy.html").write_text(written.replace(policy, "").replace("</body>", told), encoding="utf-8")
    frame = page.with_name("frame.html")
    frame.write_text(
        "<!DOCTYPE html><title></title><script>onmessage = told => document.title = told.data</script>"
        f'<iframe src="copy.html" style="border: 0; width: {width}px; height: 800px"></iframe>',
        encoding="utf-8",
    )
    dom = _run(frame, f"--window-size={max(width, 500) + 100},900", "--virtual-time-budget=5000", "--dump-dom")
    return dom.partition("<title>")[2].partition("</title>")[0]


def _run(page: Path, *options: str) -> str:
    assert CHROMIUM is not None
    profile = page.parent / "profile"
    done = subprocess.run(
        [CHROMIUM, *_QUIET, f"--user-data-dir={profile}", *options, page.as_uri()],
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    return done.stdout.decode("utf-8")
