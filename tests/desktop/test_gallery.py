"""Every screen looks as it did, in both sizes of window and of text, in every language, light and in high contrast."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest
from pygame import Surface

from game.desktop.gallery import LOOKS, SCREENS
from tests.desktop.playing import window
from tests.desktop.sheets import FOLDER, changed, drawn, kept, place


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window()


@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_looks_in_every_way_as_it_did(name: str) -> None:
    assert kept(name).exists(), "no sheet yet: run python tools/pictures.py, and look at vigichat dev gallery"
    assert changed(drawn(name), pygame.image.load(kept(name))) == [], (
        f"{name} has changed: if it was meant, look at it (vigichat dev gallery), then run python tools/pictures.py"
    )


def test_there_is_no_sheet_of_a_screen_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} == set(SCREENS)


def test_one_word_that_is_gone_is_seen_in_its_look_and_in_no_other() -> None:
    sheet = pygame.image.load(kept("home"))
    look = LOOKS[3]
    other = sheet.copy()
    area = place(look)
    # A word of body text covers a square or two of the window.
    before = other.get_at((area.x + 20, area.y + 18))
    other.set_at((area.x + 20, area.y + 18), (before.r ^ 16, before.g, before.b))
    assert changed(other, sheet) == [look.name]
    assert changed(sheet, sheet.copy()) == []
    assert changed(Surface((4, 4)), sheet) == [one.name for one in LOOKS]
