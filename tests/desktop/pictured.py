"""The screens of which there are pictures, and what is drawn on them: a small story, a fixed language, size and theme.

The pictures are kept in `tests/pictures`. Comparing them is left to `test_pictures`, drawing them anew to
`tools/pictures.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pygame
from pygame import Surface

from game.desktop.screens import Context
from game.desktop.screens.picker import Picker, Story
from game.desktop.widgets import walk
from game.keeping.settings import Colours
from game.telling import language
from tests.desktop.playing import SAID, STORY, Player

FOLDER = STORY.parent

TOLERANCE = (3, 3, 3, 255)
SAME = 0.9995
"""The share of pixels that must be as near as that: other processors blend by other instructions."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the screen that `lead_to` leads to, at this size, theme, size of text and language."""

    name: str
    lead_to: Callable[[Player], object]
    size: tuple[int, int] = (1280, 720)
    theme: Colours = "light"
    percent: int = 100
    language: str = "fr"

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}.png"

    def drawn(self) -> Surface:
        """The picture as it is drawn now."""
        with language.speaking(self.language):
            player = Player(None, self.size, self.theme, self.percent)
            self.lead_to(player)
            player.wait()
            # Where the pointer or the keyboard last was must not show.
            player.app.move(0, 0)
            player.app.draw(player.surface)
        return player.surface


def same(one: Surface, other: Surface) -> bool:
    """Whether two pictures are the same but for what the eye does not see."""
    if one.get_size() != other.get_size():
        return False
    one, other = (surface.convert(24) for surface in (one, other))
    alike = pygame.transform.threshold(None, one, None, TOLERANCE, None, 0, other)
    return alike >= SAME * one.get_width() * one.get_height()


def _home(player: Player) -> None:
    """Where the game opens."""


def _help(player: Player) -> None:
    player.app.click(*player.in_sight("door help").rect.center)


def _stories(player: Player) -> None:
    def none(context: Context) -> None: ...

    player.app.go(
        Picker(
            lambda: (
                Story("Une partie de plus", "Deux équipes, un tournoi samedi, et un message qui arrive tard.", 3, none),
                Story("Le dimanche au camping", "Une tente, un ampli, et trop de questions.", 0, none),
            )
        )
    )


def _note(player: Player) -> None:
    player.app.go(player.game.story(STORY))


def _for_class(player: Player) -> None:
    _note(player)
    player.see()
    player.app.click(*player.in_sight("prepare").rect.center)


def _chat(player: Player) -> None:
    _note(player)
    player.see()
    player.app.click(*player.in_sight("begin").rect.center)
    player.see()
    player.read()
    player.click(SAID)


def _played(*keys: str) -> Callable[[Player], None]:
    def lead_to(player: Player) -> None:
        _chat(player)
        for key in keys:
            player.read()
            player.app.click(*player.in_sight(key).rect.center)
            player.see()
        player.read()

    return lead_to


_PRESSED = ("choice rester", "verdict unsure", "sure 1", "choice demain")
_ENDED = (*_PRESSED, "go on", "choice capture", "choice parler")
_CHAT = _played()
_DEBRIEF = _played(*_ENDED, "debrief")


def _conversation(player: Player) -> None:
    """A little down the page, where the signs are."""
    _played(*_ENDED, "debrief", "tab conversation")(player)
    player.app.wheel(640, 400, -6)


def _beside_the_moments(start: str, down: int = 0) -> Callable[[Player], None]:
    """From the page of the moments, by the first way whose key begins so, then so many notches down."""

    def lead_to(player: Player) -> None:
        _played(*_ENDED, "debrief", "tab moments")(player)
        key = next(one.key for one in walk(player.app.tree) if one.key.startswith(start))
        player.app.click(*player.in_sight(key).rect.center)
        player.see()
        player.app.wheel(640, 400, -down)

    return lead_to


_WHAT_IF = _beside_the_moments("link what-if", 8)
_GONE_BACK = _beside_the_moments("go back")

_DARK = {"theme": "dark", "percent": 200}
_LARGE = {"theme": "contrast", "size": (1920, 1080), "language": "en"}

PICTURES = (
    Picture("home", _home),
    Picture("help", _help),
    Picture("stories", _stories),
    Picture("note", _note),
    Picture("for-class", _for_class),
    Picture("chat", _CHAT),
    Picture("announced", _played(*_PRESSED)),
    Picture("hard-scene", _played(*_PRESSED, "go on")),
    Picture("ending", _played(*_ENDED)),
    Picture("debrief", _DEBRIEF),
    Picture("conversation", _conversation),
    Picture("moments", _played(*_ENDED, "debrief", "tab moments")),
    Picture("what-if", _WHAT_IF),
    Picture("gone-back", _GONE_BACK),
    Picture("law", _played(*_ENDED, "debrief", "tab law")),
    *(
        Picture(f"{name}-{kind}", lead_to, **look)  # type: ignore[arg-type]
        for kind, look in (("dark-200", _DARK), ("contrast-1080-en", _LARGE))
        for name, lead_to in (
            ("home", _home),
            ("chat", _CHAT),
            ("debrief", _DEBRIEF),
            ("what-if", _WHAT_IF),
            ("gone-back", _GONE_BACK),
        )
    ),
)
