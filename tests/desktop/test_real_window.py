"""The program itself in a real window with a real mouse.

A twin of it plays the same in this process without a window: it says where things are, and what the screen must show.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pygame import Rect, Surface

from game import shelf
from tests.desktop.playing import Player, window
from tests.desktop.real_screen import MISSING, Screen, Window, until

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}: apt-get install xvfb xdotool"),
    pytest.mark.skipif(sys.platform != "linux", reason="needs Xvfb, which is for Linux"),
]

SIZE = (1280, 720)
ROOMY = (1600, 900)
"""A screen on which the window has the size that it wants."""
STORY = "trois-semaines-en-aout"


@pytest.fixture(autouse=True)
def _display() -> Iterator[None]:
    yield from window("fr")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Window]]:
    """Starts the program with these words, on a screen of a size of its own."""
    screens: list[Screen] = []
    started: list[Window] = []

    def begin(*words: str, on: tuple[int, int] = ROOMY) -> Window:
        screens.append(Screen(tmp_path, on))
        command = [sys.executable, "-m", "game", *words]
        started.append(Window(screens[-1], command, {"LANG": "fr_FR.UTF-8", "LC_ALL": "", "LANGUAGE": ""}))
        return started[-1]

    yield begin
    for one in started:
        one.stop()
    for screen in screens:
        screen.close()


class Both:
    """The program and its twin: what is done to one is done to the other, and the screen shows what the twin shows."""

    def __init__(self, real: Window, twin: Player) -> None:
        self.real = real
        self.twin = twin
        self.same("what it opens with")

    def same(self, what: str, between: Callable[[], object] = lambda: None) -> None:
        picture = self._picture()
        until(lambda: self.real.shows(picture), what, between)

    def _picture(self) -> Surface:
        self.twin.wait(0.5)
        self.twin.app.draw(self.twin.surface)
        return self.twin.surface

    def click(self, key: str) -> None:
        """Click on what has this key, again after a while as long as nothing happens: just asked, it may not decide."""
        place = self.twin.keyed(key).rect.center
        self.real.move(place)
        self.twin.app.move(*place)
        self.same(f"the mouse rests on {key}")
        before = self.twin.surface.copy()
        looks = 0

        def click() -> None:
            nonlocal looks
            if looks % 20 == 0:
                self.real.click(place)
            looks += 1

        until(lambda: not self.real.shows(before), f"something happens after a click on {key}", click)
        self.twin.app.click(*place)

    def wheel(self, at: tuple[int, int], notches: int) -> None:
        """Turn the wheel there, where the mouse is, notch by notch: up for a positive number."""
        for _ in range(abs(notches)):
            self.real.turn(1 if notches > 0 else -1)
            self.twin.app.wheel(*at, 1 if notches > 0 else -1)
        self.same(f"the page after {notches} notches of the wheel")

    def read(self) -> None:
        """Ask for the next message by the mouse, until the next question is there."""
        place = self.twin.keyed("hurry").rect.center
        while not self.twin.play.settled:
            self.twin.app.click(*place)
            self.twin.see()
        self.twin.app.move(*place)
        self.same("the next question", lambda: self.real.click(place))


def test_the_story_is_read_and_a_choice_made_with_the_mouse(start: Callable[..., Window], tmp_path: Path) -> None:
    log = tmp_path / "partie.jsonl"
    real = start("play", STORY, "--seed", "1", "--log", str(log))
    both = Both(real, Player(shelf.find(STORY), SIZE, seed=1))
    both.click("begin")
    both.read()
    offered = both.twin.play.state.offered
    both.click(f"choice {offered[1]}")
    both.read()
    middle = both.twin.scroll("talk").rect.center
    real.move(middle)
    both.twin.app.move(*middle)
    both.same("the mouse rests on the conversation")
    before = both.twin.surface.copy()
    for notches in (2, -1, 1, -2):
        both.wheel(middle, notches)
        assert real.shows(before) == (notches == -2)
    assert real.close() == 0
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert events[0] == {"type": "Started", "seed": 1}
    assert [event["choice"] for event in events if event["type"] == "Chosen"] == [offered[1]]
    assert len(events) == len(both.twin.play.log)


def test_the_way_out_leaves_a_neutral_window_and_no_log(start: Callable[..., Window], tmp_path: Path) -> None:
    log = tmp_path / "partie.jsonl"
    real = start("play", STORY, "--log", str(log))
    both = Both(real, Player(shelf.find(STORY), SIZE, seed=0))
    both.click("begin")
    both.read()
    for _ in range(3):
        real.key("shift")
    both.twin.key("shift", "shift", "shift")
    assert both.twin.app.gone
    both.same("the neutral window")
    assert real.screen.run("getwindowname", real.id) == "Notes"
    assert real.close() == 0
    assert not log.exists()


def test_help_is_one_click_away_from_the_first_window(start: Callable[..., Window]) -> None:
    real = start()
    twin = Player(None, SIZE)
    twin.app.go(twin.game.first_start())
    both = Both(real, twin)
    both.click("help now")
    assert "3018" in both.twin.said
    both.same("the first page of help")
    assert real.close() == 0


@pytest.mark.parametrize("screen", [(1024, 768), (1280, 720), (1366, 768)])
def test_all_of_the_window_is_on_a_small_screen(screen: tuple[int, int], start: Callable[..., Window]) -> None:
    real = start(on=screen)
    place = real.place
    # In the middle of the screen, where it begins, the mouse would rest on something.
    real.move((1, 1))
    assert Rect(0, 0, *screen).contains(place)
    assert screen[1] - place.height >= 80, "there is room for a title bar and a task bar"
    twin = Player(None, place.size)
    twin.app.go(twin.game.first_start())
    both = Both(real, twin)
    both.click("next")
    assert "C’est facile à lire\u00a0?" in twin.labels
    assert real.close() == 0
