"""An exported file in Firefox, opened from a stick that cannot be written to, by somebody who may install nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.browser import LAPTOP, PHONE
from tests.web.firefox import FIREFOX, Firefox, firefox


@pytest.fixture(scope="module")
def driven(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    if FIREFOX is None:
        pytest.skip("needs the Debian package firefox-esr")
    with firefox(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture(scope="module")
def on_a_stick(exported: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The story in a folder that cannot be written to."""
    stick = tmp_path_factory.mktemp("stick")
    file = Path(shutil.copy(exported("fr", "en"), stick / "notes.html"))
    file.chmod(0o444)
    stick.chmod(0o555)
    yield file
    stick.chmod(0o755)


@pytest.mark.parametrize("size", [PHONE, LAPTOP])
def test_the_file_opens_from_a_stick_without_a_complaint_or_a_request(
    driven: Firefox, on_a_stick: Path, size: tuple[int, int]
) -> None:
    driven.open(on_a_stick, size)
    assert driven.run("return [innerWidth, innerHeight];") == list(size)
    assert driven.run("return document.title;") == "Notes"
    assert driven.faults() == []
    assert driven.requests() == []


def test_what_a_page_complains_of_and_asks_for_is_seen(driven: Firefox, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        '<!DOCTYPE html><img src="http://localhost:49999/a.png"><script>console.warn("one"); two();</script>',
        encoding="utf-8",
    )
    driven.open(bad, LAPTOP)
    asked = len(driven.requests())
    assert asked == 1
    assert any("one" in fault for fault in driven.faults())
    assert any("two is not defined" in fault for fault in driven.faults())
