"""The main screens look as they did. After a change that was meant, `python tools/pictures.py` draws them anew."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest
from pygame import Rect, Surface

from tests.desktop.pictured import FOLDER, PICTURES, Picture, same
from tests.desktop.playing import window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window()


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_the_screen_looks_like_its_picture(picture: Picture) -> None:
    assert picture.path.exists(), "no picture yet: run python tools/pictures.py, and look at what it draws"
    assert same(picture.drawn(), pygame.image.load(picture.path)), (
        f"{picture.path.name} has changed: if it was meant, run python tools/pictures.py and look at the new one"
    )


def test_a_small_square_makes_another_picture() -> None:
    picture = PICTURES[0]
    kept = pygame.image.load(picture.path)
    changed = kept.copy()
    changed.fill((200, 0, 0), Rect(600, 300, 30, 30))
    assert same(kept, kept.copy())
    assert not same(changed, kept)


def test_a_shade_that_nobody_sees_makes_no_other_picture_but_another_size_does() -> None:
    picture = Surface((100, 100))
    picture.fill((120, 120, 120))
    shade = picture.copy()
    shade.fill((122, 119, 120))
    assert same(picture, shade)
    assert not same(picture, Surface((101, 100)))


def test_there_is_no_picture_of_a_screen_that_is_gone() -> None:
    assert {path.name for path in FOLDER.glob("*.png")} == {picture.path.name for picture in PICTURES}


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < 2_500_000
