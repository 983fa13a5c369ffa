"""A finger does what a mouse does, as the window hears of it from SDL: each touch twice, as a finger and as a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pygame
import pytest
from pygame.event import Event

from game.desktop.window import tell
from game.keeping.settings import Settings
from tests.desktop.playing import SAID, Player, at_first_question, window

SIZE = (640, 480)


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


class Finger:
    """One finger on the window of a player. SDL makes a mouse only of the first one that is down."""

    def __init__(self, player: Player, number: int = 0, first: bool = True) -> None:
        self.player = player
        self.number = number
        self.first = first
        self.held: set[int] = set()
        self.at = (0, 0)

    def _tell(self, mouse: int, finger: int, **more: object) -> None:
        size = self.player.surface.get_size()
        if self.first:
            tell(self.player.app, Event(mouse, pos=self.at, touch=True, **more), self.held)
        place = {"x": self.at[0] / size[0], "y": self.at[1] / size[1]}
        tell(self.player.app, Event(finger, touch_id=1, finger_id=self.number, dx=0.0, dy=0.0, **place), self.held)
        self.player.see(1 / 60)

    def down(self, at: tuple[int, int]) -> None:
        self.at = at
        self._tell(pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN, button=1)

    def move(self, by: int, steps: int = 8) -> None:
        """Down the window by so many pixels."""
        x, start = self.at
        for step in range(1, steps + 1):
            self.at = x, start + by * step // steps
            self._tell(pygame.MOUSEMOTION, pygame.FINGERMOTION, buttons=(1, 0, 0), rel=(0, 0))

    def up(self) -> None:
        self._tell(pygame.MOUSEBUTTONUP, pygame.FINGERUP, button=1)


def marks(player: Player) -> int:
    return len(player.play.state.marks)


def test_a_touch_presses_once() -> None:
    player = at_first_question()
    finger = Finger(player)
    finger.down(player.named(SAID).rect.center)
    finger.up()
    assert marks(player) == 1


def test_a_finger_leaves_nothing_hovered_behind() -> None:
    player = at_first_question()
    finger = Finger(player)
    player.app.move(*player.named(SAID).rect.center)
    assert player.named(SAID).hovered
    finger.down(player.named(SAID).rect.center)
    finger.up()
    assert not player.named(SAID).hovered


@pytest.mark.parametrize("still", [False, True])
def test_a_drag_scrolls_and_presses_nothing(still: bool) -> None:
    player = at_first_question(size=SIZE, settings=Settings(still=still))
    player.key("home")
    scroll = player.scroll("talk")
    assert scroll.reach > 100
    finger = Finger(player)
    finger.down(player.named(SAID).rect.center)
    finger.move(-60)
    assert scroll.offset == 60
    finger.move(20)
    assert scroll.offset == 40
    finger.up()
    assert marks(player) == 0


def test_a_page_that_a_finger_lets_go_of_runs_on_and_slows_down() -> None:
    player = at_first_question(size=SIZE, percent=200)
    player.key("home")
    scroll = player.scroll("talk")
    finger = Finger(player)
    finger.down((300, 400))
    finger.move(-80)
    finger.up()
    offsets = [scroll.offset]
    for _ in range(240):
        player.see(1 / 60)
        offsets.append(scroll.offset)
    steps = [after - before for before, after in pairwise(offsets)]
    assert steps[0] > 0
    assert all(step >= 0 for step in steps)
    assert steps[-1] == 0


def test_nothing_runs_on_with_reduced_motion_nor_after_a_rest() -> None:
    for still, rest in ((True, 0.0), (False, 0.5)):
        player = at_first_question(size=SIZE, settings=Settings(still=still, text_percent=200))
        player.key("home")
        scroll = player.scroll("talk")
        finger = Finger(player)
        finger.down((300, 400))
        finger.move(-80)
        player.wait(rest)
        finger.up()
        offset = scroll.offset
        player.wait()
        assert scroll.offset == offset == 80


def test_a_touch_stops_the_page_and_presses_nothing() -> None:
    player = at_first_question(size=SIZE, percent=200)
    player.key("home")
    scroll = player.scroll("talk")
    finger = Finger(player)
    finger.down((300, 400))
    finger.move(-80)
    finger.up()
    offset = scroll.offset
    player.see(1 / 60)
    assert scroll.offset > offset
    offset = scroll.offset
    finger.down((300, 300))
    finger.up()
    player.wait()
    assert scroll.offset == offset
    assert marks(player) == 0


def test_other_fingers_change_nothing() -> None:
    player = at_first_question(size=SIZE)
    player.key("home")
    scroll = player.scroll("talk")
    one, other = Finger(player), Finger(player, 1, first=False)
    one.down(player.named(SAID).rect.center)
    one.move(-30)
    other.down((40, 100))
    other.move(200)
    one.move(-30)
    assert scroll.offset == 60
    one.up()
    other.move(50)
    other.up()
    player.wait(2)
    assert marks(player) == 0
    one.down(player.named(SAID).rect.center)
    one.up()
    assert marks(player) == 1


def _wait_for_a_message(player: Player) -> None:
    shown = player.play.pace.shown
    while player.play.pace.shown == shown:
        player.see()


def test_a_drag_outlives_a_message_that_arrives() -> None:
    player = Player(size=SIZE, percent=200)
    player.begin()
    player.key("space", "space", "space")
    player.wait()
    player.key("home")
    finger = Finger(player)
    finger.down((300, 400))
    finger.move(-40)
    assert player.scroll("talk").offset == 40
    _wait_for_a_message(player)
    finger.move(20)
    assert player.scroll("talk").offset == 20


def test_a_press_outlives_a_message_that_arrives() -> None:
    player = Player()
    player.begin()
    player.key("space", "space")
    finger = Finger(player)
    finger.down(player.named("mardi, 16 h 02").rect.center)
    _wait_for_a_message(player)
    finger.up()
    assert marks(player) == 1
