"""In a language that runs from right to left, the window is the mirror image of what it is in one that does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest
from pygame import Rect, Surface

from game.desktop import text, widget_paint
from game.desktop.gallery import SCREENS, Way
from game.desktop.text import Laid
from game.desktop.tokens import Colour
from game.desktop.visitor import Visitor
from game.desktop.widget_paint import POINTING, picture
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_text import TextBlock
from game.desktop.widget_vote import CountField
from game.desktop.widgets import walk
from game.keeping.settings import Settings
from game.pseudo import ARABIC_LIKE
from game.storage import folder
from game.telling import language
from tests.desktop.playing import SAID, STORY, Player, at_first_question, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.fixture
def turned(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on, French is taken for a language that runs from right to left: its words keep their widths."""
    return lambda: monkeypatch.setattr(language, "backwards", lambda: True)


def _places(visitor: Visitor) -> list[tuple[str, Rect]]:
    return [(f"{type(one).__name__} {one.key or one.label}", one.rect) for one in walk(visitor.app.tree)]


def _mirrored(places: list[tuple[str, Rect]], width: int) -> list[tuple[str, Rect]]:
    return [(name, Rect(width - rect.right, rect.y, rect.w, rect.h)) for name, rect in places]


@pytest.mark.parametrize("name", SCREENS)
def test_every_widget_of_a_screen_stands_where_its_mirror_image_would(name: str, turned: Callable[[], None]) -> None:
    shown: list[list[tuple[str, Rect]]] = []
    for turn in (lambda: None, turned):
        turn()
        visitor = Visitor(STORY, (1280, 720), Settings(language="fr"))
        SCREENS[name](visitor)
        visitor.see()
        shown.append(_places(visitor))
    assert shown[1] == _mirrored(shown[0], 1280)


@pytest.fixture
def _blocks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Texts, pictures and round corners are drawn as plain boxes, which are their own mirror images."""

    def drawn(surface: Surface, laid: Laid, x: int, y: int, colour: Colour) -> None:
        if not any(laid.starts):
            surface.fill(colour, (x, y, laid.width, laid.height))

    def disc(radius: int, colour: Colour, hole: int) -> Surface:
        surface = Surface((2 * radius, 2 * radius))
        surface.fill(colour)
        return surface

    def svg(path: Path, size: tuple[int, int]) -> Surface:
        surface = Surface((size[1], size[1]), pygame.SRCALPHA)
        surface.fill((90, 90, 90))
        return surface

    picture.cache_clear()
    monkeypatch.setattr(text, "draw", drawn)
    monkeypatch.setattr(widget_paint, "_disc", disc)
    monkeypatch.setattr(pygame.image, "load_sized_svg", svg)
    yield
    picture.cache_clear()


def _mark_a_bubble(visitor: Visitor) -> None:
    SCREENS["chat"](visitor)
    bubble = next(one for one in walk(visitor.app.tree) if one.label == SAID and one.focusable)
    visitor.press(bubble.key)


def _count(visitor: Visitor, *more: str) -> None:
    """Onto the wall, and to the counts of the first vote."""
    SCREENS["note"](visitor)
    for key in ("f8", "enter", *["space"] * 6, "enter", "enter", *more):
        visitor.see()
        visitor.app.key(key)
    assert any(isinstance(one, CountField) for one in walk(visitor.app.tree)) != bool(more)


WAYS: dict[str, Way] = {**SCREENS, "bubble": _mark_a_bubble, "counts": _count}
WAYS["bars"] = lambda visitor: _count(visitor, "1", "enter", "2", "enter", "3", "enter")


@pytest.mark.usefixtures("_blocks")
@pytest.mark.parametrize("name", WAYS)
def test_what_is_drawn_is_mirrored_too(name: str, turned: Callable[[], None]) -> None:
    """Flags, bars, arrows, badges and lines stand on the other side, not only the widgets that draw them."""
    drawn = []
    for turn in (lambda: None, turned):
        turn()
        visitor = Visitor(STORY, (1280, 720), Settings(language="fr", colours="contrast"))
        WAYS[name](visitor)
        drawn.append(visitor.see())
    flipped = pygame.transform.flip(drawn[0], True, False)
    same = pygame.Mask((1280, 720))
    # A box in the middle of an odd width is half a pixel off in either; what hangs on it, once more.
    for by in range(-2, 3):
        moved = flipped.copy()
        moved.blit(flipped, (by, 0))
        same.draw(pygame.mask.from_threshold(drawn[1], (0, 0, 0), (1, 1, 1, 255), moved), (0, 0))
    same.invert()
    # Rims of curves are blended one way only; what stands on the wrong side is larger than that.
    assert [tuple(part.get_bounding_rects()[0]) for part in same.connected_components(40)] == []


def test_the_bar_of_what_scrolls_is_taken_where_it_is_seen(turned: Callable[[], None]) -> None:
    turned()
    visitor = Visitor(STORY, (1280, 720), Settings(language="fr"))
    SCREENS["moments"](visitor)
    visitor.see()
    scroll = next(one for one in walk(visitor.app.tree) if isinstance(one, Scroll) and one.reach)
    thumb = scroll.thumb()
    assert thumb is not None
    assert thumb.left == scroll.rect.left == 0
    visitor.app.press(*thumb.center)
    visitor.app.move(thumb.centerx, thumb.centery + 40)
    assert scroll.offset > 0


def test_a_story_from_left_to_right_keeps_its_direction_in_a_mirrored_window() -> None:
    language.use(ARABIC_LIKE)
    player = at_first_question()
    blocks = [one for one in walk(player.app.tree) if isinstance(one, TextBlock)]
    said = next(one for one in blocks if one.label == SAID)
    hint = next(one for one in blocks if one.size == "small" and one.laid(one.look, one.rect.w).backwards)
    laid = said.laid(said.look, said.rect.w)
    assert not laid.backwards
    assert said.set_in(laid).right == said.rect.right
    assert hint.set_in(hint.laid(hint.look, hint.rect.w)).right == hint.rect.right


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


def test_the_arrow_that_points_on_chooses_the_next_of_a_group() -> None:
    language.use(ARABIC_LIKE)
    visitor = Visitor(STORY, (1280, 720), Settings(language=ARABIC_LIKE))
    SCREENS["settings"](visitor)
    for _ in range(40):
        if visitor.app.focused is not None and visitor.app.focused.key == "face atkinson":
            break
        visitor.app.key("tab")
    visitor.app.key("left")
    assert visitor.app.settings.face == "noto"
    visitor.app.key("right")
    assert visitor.app.settings.face == "atkinson"


def test_alt_and_the_arrow_that_points_back_go_back() -> None:
    language.use(ARABIC_LIKE)
    player = Player()
    player.app.key("left", alt=True)
    assert "note" in player.scroll("note").key
    player.app.key("right", alt=True)
    assert player.keyed("door play")
