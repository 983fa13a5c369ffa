"""The guide in a real browser: on A4 every page says that it is fiction, the card has one page, nothing is cut."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pygame
import pytest

from game.engine.reference import Reference
from game.paper.guide_file import write_guide
from game.shelf import open_file, shipped
from game.telling import language
from tests.paper.browser import MISSING, measured, pictured, printed

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}: apt-get install them")


@pytest.fixture
def guide(country: Reference, tmp_path: Path) -> Path:
    """The guide of the longest story, as a file."""
    (path,) = [path for path in shipped() if path.stem == "trois-semaines-en-aout"]
    opened = open_file(path, country.language).story
    assert opened is not None
    write_guide(tmp_path / "guide.html", *opened, date(2026, 12, 1))
    return tmp_path / "guide.html"


def test_it_prints_on_a4_with_its_card_and_its_map_on_a_page_each(guide: Path) -> None:
    pages = printed(guide)
    assert 15 <= len(pages) <= 26
    for number, page in enumerate(pages, 1):
        assert "Fiction · Vigichat" in page
        assert f"{number} / {len(pages)}" in page
    french = language.current() == "fr"
    card = "Si un élève se confie à vous" if french else "If a pupil confides in you"
    (at,) = [number for number, page in enumerate(pages) if page.lstrip().startswith(card)]
    assert at == 2, "the first page says that pages 1 to 4 are for the class: two to prepare, the card, the map"
    assert ("imprimez les pages 1 à 4" if french else "print pages 1 to 4") in pages[0]
    assert "3018" in pages[at]
    assert "434-3" in pages[at]
    story = "Le plan de l’histoire" if french else "The map of the story"
    assert pages[at + 1].lstrip().startswith(story)
    boxes = pages[at + 1]
    for number in (1, 17, 34):
        assert str(number) in boxes
    assert ("F5" if french else "E5") in boxes
    scenes = "Scène par scène" if french else "Scene by scene"
    assert pages[at + 2].lstrip().startswith(scenes)
    assert "https://cdafal70.blogspot.com" in "".join(pages[-2:])


@pytest.mark.parametrize("width", [390, 427, 640, 1280])
def test_nothing_is_wider_than_the_window_from_a_phone_to_a_large_text(width: int, guide: Path) -> None:
    """427 pixels are a window of 1280 whose page is enlarged to 300 %. Only the map scrolls, in its own frame."""
    script = (
        "[...document.querySelectorAll('body *')].filter(one => !one.closest('svg, thead')"
        " && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
        ".map(one => one.tagName).join(' ') + '|' + document.documentElement.clientWidth"
    )
    assert measured(guide, width, script) == f"|{width}"


def test_its_style_holds_under_its_own_policy_in_light_and_in_the_dark(guide: Path) -> None:
    corners = []
    for more in ((), ("--force-dark-mode", "--enable-features=WebUIDarkMode")):
        corners.append(pygame.image.load(str(pictured(guide, 800, 600, *more))).get_at((3, 3))[:3])
    # The grounds of the two themes in assets/tokens.json.
    assert corners == [(0xF4, 0xF1, 0xEA), (0x10, 0x19, 0x1F)]
