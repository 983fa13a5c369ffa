"""In a language that runs from right to left, the window is the mirror image of what it is in one that does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame
import pytest
from pygame import Rect

from game.desktop.widget_paint import POINTING, picture
from game.desktop.widgets import walk
from game.pseudo import ARABIC_LIKE
from game.storage import folder
from game.telling import language
from tests.desktop.layout_faults import faults
from tests.desktop.pictured import PICTURES, Picture
from tests.desktop.playing import Player, at_first_question, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.fixture
def turned(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on, French is taken for a language that runs from right to left: its words keep their widths."""
    return lambda: monkeypatch.setattr(language, "backwards", lambda: True)


def _places(player: Player) -> list[tuple[str, Rect]]:
    return [(f"{type(one).__name__} {one.key or one.label}", one.rect) for one in walk(player.app.tree)]


def _mirrored(places: list[tuple[str, Rect]], width: int) -> list[tuple[str, Rect]]:
    return [(name, Rect(width - rect.right, rect.y, rect.w, rect.h)) for name, rect in places]


@pytest.mark.parametrize("pictured", PICTURES, ids=lambda one: one.name)
def test_every_widget_of_a_screen_stands_where_its_mirror_image_would(
    pictured: Picture, turned: Callable[[], None]
) -> None:
    shown: list[list[tuple[str, Rect]]] = []
    for turn in (lambda: None, turned):
        turn()
        player = Player(None, pictured.size, pictured.theme, pictured.percent)
        pictured.lead_to(player)
        player.wait()
        shown.append(_places(player))
    assert shown[1] == _mirrored(shown[0], pictured.size[0])


def test_pictures_that_point_along_the_line_point_the_other_way_and_no_other_does() -> None:
    for path in (folder("assets") / "icons").glob("*.svg"):
        name = f"icons/{path.stem}"
        plain, turned = picture(name, 48, (0, 0, 0)), picture(name, 48, (0, 0, 0), mirrored=True)
        assert plain is not None
        assert turned is not None
        # One that is its own mirror image would point nowhere.
        assert (pygame.image.tobytes(plain, "RGBA") != pygame.image.tobytes(turned, "RGBA")) == (name in POINTING)


def test_the_arrow_that_points_on_leads_on() -> None:
    language.use(ARABIC_LIKE)
    player = at_first_question()
    player.key("tab")
    first = player.focus
    player.key("left")
    second = player.focus
    assert second != first
    player.key("right")
    assert player.focus == first


def test_alt_and_the_arrow_that_points_back_go_back() -> None:
    language.use(ARABIC_LIKE)
    player = Player()
    player.app.key("left", alt=True)
    assert "note" in player.scroll("note").key
    player.app.key("right", alt=True)
    assert player.keyed("door play")


@pytest.mark.parametrize(("size", "percent"), [((640, 360), 300), ((1280, 720), 200), ((3840, 2160), 100)])
@pytest.mark.parametrize("name", ["home", "chat", "debrief", "moments", "law"])
def test_everything_has_its_place_in_a_longer_language_from_right_to_left(
    name: str, size: tuple[int, int], percent: int
) -> None:
    language.use(ARABIC_LIKE)
    player = Player(None, size, percent=percent)
    next(one for one in PICTURES if one.name == name).lead_to(player)
    player.wait()
    assert faults(player.app, size) == []
