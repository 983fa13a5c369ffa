"""What holds on every screen of the gallery: nothing cut or covered, large targets, and the keyboard reaches all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.desktop.gallery import SCREENS
from game.desktop.visitor import Visitor
from game.desktop.widget_frame import Frame
from game.desktop.widgets import Widget, key_of, walk
from game.keeping.settings import Settings
from tests.desktop.layout_faults import faults, focus_faults
from tests.desktop.playing import STORY, window

LEAST_TARGET = 44
"""Pixels at 100 %: WCAG 2.2 asks for 24 (2.5.8), its level AAA for 44 (2.5.5)."""

SIZES = ((1280, 720), (1920, 1080), (640, 360), (3840, 2160))
PERCENTS = (100, 200, 300)


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window()


@pytest.fixture(params=SCREENS)
def visitor(request: pytest.FixtureRequest) -> Visitor:
    """Somebody who stands before the screen."""
    there = Visitor(STORY, (1280, 720), Settings(language="fr"))
    SCREENS[request.param](there)
    return there


def pressable(visitor: Visitor) -> list[Widget]:
    """What can be pressed now: under an open dialog nothing can."""
    frame = visitor.app.tree
    assert isinstance(frame, Frame)
    return [one for zone in frame.zones for one in walk(zone) if one.focusable and one.enabled]


def targets(visitor: Visitor) -> list[Widget]:
    """The same without the question of a play, which takes the focus to be read out and does nothing."""
    return [one for one in pressable(visitor) if one.role != "heading"]


def test_nothing_is_cut_or_covered_in_any_window_at_any_size_of_text(visitor: Visitor) -> None:
    for size in SIZES:
        for percent in PERCENTS:
            visitor.app.change(replace(visitor.app.settings, text_percent=percent))
            visitor.see(size)
            assert faults(visitor.app, size) == [], f"{size} at {percent} %"


def test_everything_that_can_be_pressed_is_large_enough_for_a_finger(visitor: Visitor) -> None:
    for size in SIZES:
        visitor.see(size)
        small = [(one.key or one.label, one.rect.size) for one in targets(visitor) if min(one.rect.size) < LEAST_TARGET]
        assert small == [], size


def test_tab_reaches_everything_and_what_has_the_focus_is_in_view(visitor: Visitor) -> None:
    for percent in (100, 300):
        visitor.app.change(replace(visitor.app.settings, text_percent=percent))
        size = (1280, 720)
        surface = visitor.see(size)
        reached = []
        # Of a group of radio buttons Tab comes to one; the arrow keys do the rest.
        stops = [one for one in pressable(visitor) if one.tab_stop]
        for _ in stops:
            visitor.app.key("tab")
            visitor.app.draw(surface)
            assert focus_faults(visitor.app, size) == []
            reached.append(visitor.app.focused)
        assert all(one is not None and one.label for one in reached), "what has the focus says what it is"
        # A screen may be built again on the way: its widgets are then others, with the same names.
        assert {key_of(one) for one in reached if one} == {key_of(one) for one in stops}
