"""The tokens: every pair of colours that is drawn together can be read, and sizes follow the window."""

from __future__ import annotations

import colorsys

import pytest

from game.desktop.tokens import TEXT_PERCENTS, THEMES, ThemeName, metrics, mix, theme, tokens
from tests.contrast import contrast

TEXT = (
    ("ink", "ground"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink", "bar"),
    ("ink", "primary_soft"),
    ("ink", "help_soft"),
    ("ink", "good_soft"),
    ("ink", "note_soft"),
    ("ink", "mark_soft"),
    ("ink_soft", "ground"),
    ("ink_soft", "surface"),
    ("ink_soft", "sunken"),
    ("ink_soft", "bar"),
    ("ink_soft", "primary_soft"),
    ("ink_soft", "help_soft"),
    ("ink_soft", "note_soft"),
    ("ink_soft", "good_soft"),
    ("on_primary", "primary"),
    ("on_help", "help"),
    ("on_leave", "leave"),
    ("on_door_help", "door_help"),
    ("on_door_play", "door_play"),
    ("on_mine", "mine"),
    ("on_theirs", "theirs"),
    ("primary", "ground"),
    ("primary", "surface"),
    ("primary", "primary_soft"),
    ("good", "good_soft"),
    ("good", "ground"),
    ("note", "note_soft"),
    ("note", "ground"),
    ("link", "ground"),
    ("link", "surface"),
    ("link", "help_soft"),
    ("mark", "ground"),
    ("mark", "mark_soft"),
    ("mark", "surface"),
)
GRAPHIC = (
    ("edge", "ground"),
    ("edge", "surface"),
    ("edge", "bar"),
    ("edge", "sunken"),
    ("edge", "note_soft"),
    ("edge", "help_soft"),
    ("edge", "good_soft"),
    ("edge", "mark_soft"),
    ("edge", "primary_soft"),
    ("primary_edge", "ground"),
    ("primary_edge", "surface"),
    ("help_edge", "ground"),
    ("help_edge", "surface"),
    ("help_edge", "bar"),
    ("help_edge", "help_soft"),
    ("leave", "bar"),
    ("primary", "sunken"),
    ("focus", "ground"),
    ("focus", "surface"),
    ("focus", "bar"),
    ("focus", "sunken"),
    ("focus", "help_soft"),
    ("focus", "primary_soft"),
    ("focus", "note_soft"),
    ("focus", "mine"),
    ("mark", "mine"),
    ("mark", "theirs"),
)
FILLED = (
    ("on_primary", "primary"),
    ("on_help", "help"),
    ("on_leave", "leave"),
    ("on_door_help", "door_help"),
    ("on_door_play", "door_play"),
    ("on_mine", "mine"),
    ("ink", "surface"),
    ("ink", "bar"),
    ("ink", "help_soft"),
    ("ink", "primary_soft"),
)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_meets_aa(name: ThemeName, text: str, ground: str) -> None:
    colours = theme(name)
    assert contrast(colours.colour(text), colours.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("part", "ground"), GRAPHIC)
def test_edges_and_the_focus_ring_meet_three_to_one(name: ThemeName, part: str, ground: str) -> None:
    colours = theme(name)
    assert contrast(colours.colour(part), colours.colour(ground)) >= 3


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("text", "fill"), FILLED)
def test_a_control_under_the_pointer_or_held_down_still_reads(name: ThemeName, text: str, fill: str) -> None:
    from game.desktop.widget_button import HELD, HOVERED

    colours = theme(name)
    for share in (HOVERED, HELD):
        shaded = mix(colours.colour(fill), colours.colour(text), share)
        assert contrast(colours.colour(text), shaded) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_no_theme_holds_an_alarming_red(name: ThemeName) -> None:
    for key in tokens().themes[0].__dataclass_fields__:
        if key == "name":
            continue
        hue, saturation, value = colorsys.rgb_to_hsv(*(c / 255 for c in theme(name).colour(key)))
        assert not ((hue < 0.045 or hue > 0.93) and saturation > 0.35 and value > 0.35), key


def test_body_text_is_18_px_on_a_small_screen_and_23_on_a_large_one() -> None:
    assert metrics(1280, 720).body == 18
    assert metrics(1920, 1080).body == 23
    assert metrics(1280, 720, 200).body == 36
    assert metrics(640, 480).body >= 16


def test_sizes_grow_with_the_text_and_controls_never_get_small() -> None:
    for width, height in ((640, 480), (1280, 720), (1920, 1080), (3840, 2160)):
        bodies = [metrics(width, height, percent).body for percent in TEXT_PERCENTS]
        assert bodies == sorted(bodies)
        assert metrics(width, height).target >= 44
        assert metrics(width, height).h1 > metrics(width, height).h2 > metrics(width, height).h3


def test_the_focus_ring_grows_with_the_text_and_other_lines_do_not() -> None:
    seen = [metrics(1280, 720, percent) for percent in (100, 200, 300)]
    assert [one.ring for one in seen] == [3, 4, 6]
    assert [one.stroke for one in seen] == [3, 3, 3]
