"""The gallery: every screen of the game, and every look in which it is to be seen.

Going there is left to `visitor`; putting the pictures on one page for the eye to `cli.dev`, comparing them with how
they looked before to the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pygame
from pygame import Surface

from game.desktop.screens import Context
from game.desktop.visitor import Visitor
from game.desktop.widget_hands import WAY_OUT_TAPS
from game.keeping.settings import Colours, Settings
from game.pseudo import ARABIC_LIKE
from game.telling import language

Way = Callable[[Visitor], object]
"""Leads a visitor from home to a screen."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a screen is looked at."""

    size: tuple[int, int]
    percent: int
    language: str
    colours: Colours

    @property
    def name(self) -> str:
        """For file names and for the eye: `fr-1280-100-light`."""
        return f"{self.language}-{self.size[0]}-{self.percent}-{self.colours}"


SIZES = ((1280, 720), (1920, 1080))
PERCENTS = (100, 200)
COLOURS: tuple[Colours, ...] = ("light", "contrast")
LANGUAGES = ("fr", "en", ARABIC_LIKE)
"""The last one is made up: it shows every screen from right to left."""

LOOKS = tuple(
    Look(size, percent, spoken, colours)
    for spoken, size, percent, colours in product(LANGUAGES, SIZES, PERCENTS, COLOURS)
)
"""Both sizes of window and of text, both kinds of colours, in every language."""


def pressing(*keys: str, scroll: float = 0) -> Way:
    """The way of pressing these from home on, then turning the wheel by so many notches."""

    def go(visitor: Visitor) -> None:
        visitor.press(*keys)
        visitor.scroll(scroll)

    return go


def _story(visitor: Visitor) -> None:
    visitor.app.go(visitor.game.story(visitor.story))
    visitor.see()


def playing(*keys: str, scroll: float = 0) -> Way:
    """The same, from the note before the story on."""

    def go(visitor: Visitor) -> None:
        _story(visitor)
        pressing(*keys, scroll=scroll)(visitor)

    return go


def _notice(visitor: Visitor) -> None:
    """At home, when settings could not be kept."""
    from errno import ENOSPC

    from game.telling.kept import not_kept_words

    visitor.app.tell(not_kept_words(OSError(ENOSPC, ""), visitor.story.parent))


def _stopped(visitor: Visitor) -> None:
    """At the note before a story in which a place was kept, and which has changed since."""
    from game.desktop.screens.picker import Note, Stopped

    def nowhere(context: Context) -> None: ...

    visitor.app.go(Note("Camille", "Une partie de plus", nowhere, nowhere, nowhere, Stopped("changed", nowhere)))


def _progress(visitor: Visitor) -> None:
    """At what was met, after two plays."""
    from game.keeping.progress import FinishedPlay

    met = ("personal-questions", "change-app", "intimate-request", "threat", "payment-demand")
    done = ("screenshots", "trusted-adult", "stop-replying")
    for play in (
        FinishedPlay("une-partie-de-plus", "2026-11-26", met, ("change-app",), done, "trap", 2, True),
        FinishedPlay("le-dimanche-au-camping", "2026-11-27", answer="trap", sure=3),
    ):
        visitor.game.sitting.remember(play)
    visitor.game.progress(visitor.app)


def first_start(*keys: str, tried: bool = False) -> Way:
    """The same, from the first question of a first start on; `tried` rehearses the way out, and comes back from it."""

    def go(visitor: Visitor) -> None:
        visitor.app.go(visitor.game.first_start())
        visitor.see()
        visitor.press(*keys)
        if tried:
            for _number in range(WAY_OUT_TAPS):
                visitor.app.key("shift")
            visitor.see()

    return go


_CHAT = ("begin",)
_VERDICT = (*_CHAT, "choice rester")
_ANNOUNCED = (*_VERDICT, "verdict unsure", "sure 1", "choice demain")
_PRESSURE = (*_ANNOUNCED, "go on")
_ENDED = (*_PRESSURE, "choice capture", "choice parler")
_DEBRIEF = (*_ENDED, "debrief")

_ASKED = ("space",) * 5
"""What a teacher presses until the class is asked what to do: the messages after the first, the stop, the question."""
_COUNTED = ("enter", "1", "2", "enter", "1", "enter", "9", "enter")


def _in_class(*names: str, scroll: float = 0) -> Way:
    """The way of playing with a class, by these keys of the keyboard."""

    def go(visitor: Visitor) -> None:
        _story(visitor)
        visitor.app.choose_key("in class")
        visitor.type(*names)
        visitor.scroll(scroll)

    return go


SCREENS: dict[str, Way] = {
    "home": pressing(),
    "notice": _notice,
    "first-start": first_start(),
    "reading": first_start("next"),
    "way-out": first_start("next", "next"),
    "way-out-tried": first_start("next", "next", tried=True),
    "settings": pressing("settings"),
    "settings-as-first": pressing("settings", "larger", "first"),
    "teachers": pressing("door class"),
    "choosing": pressing("door class", "choosing"),
    "confides": pressing("door class", "confides"),
    "create": pressing("door pencil"),
    "sources": pressing("way book"),
    "sources-steps": pressing("way book", "link sources-steps"),
    "sources-helplines": pressing("way book", "link sources-helplines"),
    "sources-signs": pressing("way book", "link sources-signs"),
    "sources-law": pressing("way book", "link sources-law"),
    "sources-made": pressing("way book", "link sources-made"),
    "help-now": pressing("door help"),
    "help-next": pressing("door help", "next"),
    "who-helps": pressing("bar help"),
    "stories": pressing("door play"),
    "note": playing(),
    "stopped": _stopped,
    "for-class": playing("prepare"),
    "chat": playing(*_CHAT),
    "pause": playing(*_CHAT, "bar pause"),
    "marked": playing(*_CHAT, "message 6"),
    "verdict": playing(*_VERDICT),
    "how-sure": playing(*_VERDICT, "verdict unsure"),
    "announced": playing(*_ANNOUNCED),
    "hard-scene": playing(*_PRESSURE),
    "summary": playing(*_ANNOUNCED, "summary"),
    "ending": playing(*_ENDED),
    "leaving": playing(*_VERDICT, "bar back"),
    "gone-back": playing(*_VERDICT, "back"),
    "debrief": playing(*_DEBRIEF),
    "conversation": playing(*_DEBRIEF, "tab conversation", scroll=6),
    "moments": playing(*_DEBRIEF, "tab moments"),
    "law": playing(*_DEBRIEF, "tab law"),
    "progress": _progress,
    "what-if": playing(*_DEBRIEF, "tab moments", "link what-if", scroll=8),
    "class-reading": _in_class("space"),
    "class-stop": _in_class(*_ASKED[:-1]),
    "class-thinking": _in_class(*_ASKED),
    "class-counting": _in_class(*_ASKED, *_COUNTED[:-3]),
    "class-counted": _in_class(*_ASKED, *_COUNTED),
}
"""Every screen by name, and the way to it."""


def _colour_the_wall(visitor: Visitor, colours: Colours) -> None:
    """On a wall there are colours for it in the place of the light ones."""
    wanted = "projector" if colours == "light" else colours
    while visitor.app.projected and visitor.app.look.theme.name != wanted:
        visitor.app.next_theme()


def views(name: str, story: Path, looks: tuple[Look, ...] = LOOKS) -> Iterator[tuple[Look, Surface]]:
    """The screen `name` in each look. A visitor goes there once for each language, and then changes only the look."""
    for spoken in dict.fromkeys(look.language for look in looks):
        with language.speaking(spoken):
            own = [look for look in looks if look.language == spoken]
            settings = Settings(language=spoken)
            visitor = Visitor(story, own[0].size, settings)
            SCREENS[name](visitor)
            for look in own:
                visitor.app.change(replace(settings, colours=look.colours, text_percent=look.percent))
                _colour_the_wall(visitor, look.colours)
                yield look, visitor.see(look.size)


def draw_into(folder: Path, name: str, story: Path) -> Iterator[str]:
    """Draw the screen `name` into a folder, one picture for each look; the names of the looks. Raises OSError."""
    # pygame tells of a file that it cannot write by an error of its own.
    for look, surface in views(name, story):
        try:
            pygame.image.save(surface, folder / f"{name}-{look.name}.png")
        except pygame.error as error:
            raise OSError(str(error)) from error
        yield look.name


@contextmanager
def without_a_screen() -> Iterator[None]:
    """pygame is open while this lasts, and draws into memory."""
    pygame.display.init()
    pygame.font.init()
    try:
        yield
    finally:
        pygame.quit()
