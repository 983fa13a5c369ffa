"""What a sitting leaves on the disk, found by looking at a whole home folder before and after: nothing but settings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.real_home import Home
from tests.desktop.real_screen import MISSING, Screen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks where Linux keeps things")

PLAYED = ("press door play", "press story", "press begin", "read", "first", "read", "first", "read")
OUT = ("key shift", "key shift", "key shift", "wait", "say", "quit")


@pytest.fixture(params=["x11", "dummy"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Home]:
    """A home, on a real screen and on none."""
    if request.param == "dummy" or MISSING:
        yield Home(tmp_path / "home", {"SDL_VIDEODRIVER": "dummy"})
        return
    (tmp_path / "screen").mkdir()
    screen = Screen(tmp_path / "screen", (1280, 720))
    yield Home(tmp_path / "home", {"SDL_VIDEODRIVER": "x11", "DISPLAY": screen.display})
    screen.close()


def test_a_play_and_the_way_out_leave_the_disk_as_it_was(home: Home) -> None:
    home.settings(language="fr")
    before = home.everything()
    (said,) = home.run(*PLAYED, *OUT)
    assert "Trois semaines" not in " ".join(said)
    assert home.everything() == before


def test_closing_the_window_in_the_middle_of_a_play_leaves_the_disk_as_it_was(home: Home) -> None:
    home.settings(language="fr")
    before = home.everything()
    home.run(*PLAYED, "quit")
    assert home.everything() == before


def test_with_progress_the_way_out_erases_what_the_sitting_kept(home: Home) -> None:
    home.settings(language="fr", progress=True)
    before = home.everything()
    home.run(*PLAYED, "quit")
    kept = set(home.everything()) - set(before)
    assert kept == {".config/vigichat/places", ".config/vigichat/places/la-trousse-verte.json"}
    resumed = ("press door play", "press story", "press resume", "first", "read")
    home.run(*resumed, *OUT)
    assert home.everything() == before


def test_the_way_out_from_home_erases_a_place_kept_on_another_day(home: Home) -> None:
    home.settings(language="fr")
    before = home.everything()
    home.run(*PLAYED, "press bar back", "press keep place", "quit")
    assert home.everything() != before
    home.run("wait", *OUT)
    assert home.everything() == before


def test_a_place_kept_on_asking_is_one_file_and_erasing_takes_it_away(home: Home) -> None:
    home.settings(language="fr")
    before = home.everything()
    home.run(*PLAYED, "press bar back", "press keep place", "quit")
    new = set(home.everything()) - set(before)
    assert new == {".config/vigichat/places", ".config/vigichat/places/la-trousse-verte.json"}
    (said,) = home.run("press way progress", "press erase", "say", "quit")
    assert "Effacé\u00a0: 1 place gardée." in said
    assert home.everything() == before


def test_changed_settings_are_the_only_thing_that_is_kept(home: Home) -> None:
    home.settings(language="fr")
    before = home.everything()
    home.run("key f6", *PLAYED, *OUT)
    after = home.everything()
    assert set(after) == set(before)
    assert [name for name, told in after.items() if told != before[name]] == [".config/vigichat/settings.json"]


def test_a_first_start_that_is_left_leaves_nothing_at_all(home: Home) -> None:
    before = home.everything()
    home.run("wait", "key f1", "wait", "quit")
    assert home.everything() == before
