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


NOW = """
const there = (selector) => document.querySelector(selector) !== null;
return there(".ending") ? "ended" : there(".turn .choice") ? "asked" : there(".turn.coming") ? "coming" : "";
"""

ASKED = 'return document.querySelector(".ask").innerText;'


def shown(on: Firefox) -> str:
    """The heading of the screen that is shown."""
    return str(on.run('return document.querySelector("h1").textContent;'))


def key(name: str) -> str:
    """The path of the element that the player's modules call `name`."""
    return f'//*[@data-key="{name}"]'


def test_a_story_is_played_to_its_debrief(driven: Firefox, on_a_stick: Path) -> None:
    driven.open(on_a_stick, PHONE)
    driven.click(key("door chat"))
    driven.click(key("play"))
    choices = 0
    while (now := driven.until(NOW)) != "ended":
        if now == "coming":
            driven.press("Space")
        elif choices % 2:
            driven.press("A")
        else:
            driven.click('(//*[contains(@class, "turn")]//button[contains(@class, "choice")])[last()]')
        choices += now == "asked"
    assert choices > 3
    assert driven.run('return document.querySelector(".fiction").textContent;') == "Fiction · Vigichat"
    driven.click('//*[contains(@class, "turn")]//button[contains(@class, "primary")]')
    pages = driven.run('return [...document.querySelectorAll(".tabs button")].map((one) => one.dataset.key);')
    assert len(pages) > 3
    headings = []
    for page in pages:
        driven.click(key(page))
        headings.append(shown(driven))
    assert len(set(headings)) == len(pages)
    assert "3018" in driven.run("return document.body.innerText;")
    assert driven.faults() == []
    assert driven.requests() == []


def test_the_way_out_leaves_notes(driven: Firefox, on_a_stick: Path) -> None:
    driven.open(on_a_stick, PHONE)
    driven.click(key("door chat"))
    driven.click(key("play"))
    driven.press("Shift", "Shift", "Shift")
    assert shown(driven) == driven.run("return document.title;") == "Notes"
    assert driven.run("return document.querySelectorAll('button').length;") == 0
    assert driven.run("return document.body.textContent.trim();") == "Notes"
    assert driven.faults() == []


def test_what_was_left_does_not_come_back(driven: Firefox, on_a_stick: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.html"
    before.write_text("<!DOCTYPE html><title>Before</title>", encoding="utf-8")
    driven.open(before, PHONE)
    driven.open(on_a_stick, PHONE)
    driven.click(key("door chat"))
    driven.click(key("leave"))
    left = 'return document.body.innerText.trim() + document.querySelectorAll("style, script, svg").length;'
    assert driven.run(left) == "Notes0"
    driven.ask("WebDriver:Refresh")
    assert driven.run(left) == "Notes0"
    driven.ask("WebDriver:Back")
    assert driven.run("return document.title;") == "Before"
    driven.ask("WebDriver:Forward")
    assert driven.run(left) == "Notes0"


def test_a_class_is_led_by_keys(driven: Firefox, on_a_stick: Path) -> None:
    driven.open(on_a_stick, LAPTOP)
    driven.click(key("door class"))
    driven.click(key("begin"))
    driven.press("Enter")
    driven.until('return document.querySelector(".class");')
    while not driven.run(ASKED):
        driven.press("Space")
    # A press right after something else is asked decides nothing.
    calm = "return new Promise((done) => setTimeout(done, 450, true));"
    asked = [driven.run(ASKED)]
    for keys in (["Enter"], ["1", "2", "Enter", "9", "Enter", "4", "Enter"]):
        driven.run(calm)
        driven.press(*keys)
        asked.append(driven.run(ASKED))
    assert len(set(asked)) == 3
    assert "12" in asked[2]
    assert driven.run('return document.querySelectorAll(".bar-of").length;') == 3
    before = driven.run('return document.querySelectorAll(".messages > li").length;')
    for _ in range(3):
        driven.run(calm)
        driven.press("Enter")
    assert driven.run('return document.querySelectorAll(".messages > li").length;') > before
    driven.press("?")
    assert driven.run('return document.querySelector(".class");') is None
    driven.press("Escape")
    assert driven.until('return document.querySelector(".class") !== null;')
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
