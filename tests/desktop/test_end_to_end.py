"""From home to the last page of the debrief with the keyboard alone: real key events, through the window's own door.

Who plays here knows no name of the story's scenes and choices, so that its author may change them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from pygame import Surface
from pygame.event import Event

from game.desktop import window
from game.desktop.game import Game
from game.desktop.play import Play
from game.desktop.screens.debrief_screen import DebriefScreen
from game.desktop.screens.home import Home
from game.desktop.screens.picker import Note, Picker
from game.desktop.screens.play_screen import PlayScreen
from game.desktop.widgets import key_of
from game.engine.events import ChoicesOffered, MessageArrived
from game.engine.transcript import kept
from game.engine.transcript import play as along
from game.telling import language
from tests.desktop import playing

GOLDEN = Path(__file__).resolve().parents[2] / "scenarios" / "trois-semaines-en-aout.plays"

ALWAYS_A, ALWAYS_LAST, SUMMED_UP = "the first choice", "the last choice", "summaries, the second choice, and marks"

_KEYS = {
    "tab": pygame.K_TAB,
    "enter": pygame.K_RETURN,
    "space": pygame.K_SPACE,
    "escape": pygame.K_ESCAPE,
    "down": pygame.K_DOWN,
    "page down": pygame.K_PAGEDOWN,
    "shift": pygame.K_LSHIFT,
}


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from playing.window()


class Keyboard:
    """Somebody who has only a keyboard, at a window that speaks what `environment` asks for."""

    def __init__(self, seed: int, environment: dict[str, str]) -> None:
        language.use(language.choose(None, environment))
        self.game = Game(seed)
        self.app = self.game.app(strict=True)
        self.surface = Surface((1280, 720))
        self.held: set[int] = set()
        self.look()

    def look(self, seconds: float = 0.05) -> None:
        self.app.tick(seconds)
        if self.app.dirty:
            self.app.draw(self.surface)

    def press(self, name: str, mod: int = 0) -> None:
        """A key goes down and up again, as SDL tells it."""
        code = _KEYS.get(name) or pygame.key.key_code(name)
        typed = name if len(name) == 1 else ""
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            window.tell(self.app, Event(kind, key=code, unicode=typed, mod=mod, scancode=0), self.held)
        self.look()

    def tab_to(self, key: str, back: bool = False) -> None:
        """Press Tab until the widget of this key has the focus."""
        for _ in range(400):
            if self.app.focused is not None and key_of(self.app.focused) == key:
                return
            self.press("tab", pygame.KMOD_LSHIFT if back else 0)
        raise AssertionError(f"Tab never leads to {key!r}; there are: {self.said}")

    def letter(self, key: str) -> None:
        """Press the letter that stands on the button of this key."""
        self.press(playing.lettered(self.app, key))

    def read(self) -> None:
        """Let messages come, some by themselves and some by the space bar, until something is asked."""
        play = self.game.play
        assert play is not None
        for step in range(2000):
            if play.settled:
                break
            if step % 3:
                self.look(1.5)
            else:
                self.press("space")
        assert play.settled
        self.look(1.0)

    @property
    def said(self) -> str:
        return "\n".join(node.label for node in self.app.nodes())


def answer(keyboard: Keyboard, manner: str) -> None:
    """Answer what is asked, in this manner, by keys alone."""
    play = keyboard.game.play
    assert play is not None
    if play.state.phase == "announced":
        keyboard.press("b" if manner == SUMMED_UP else "a")
        return
    if manner == SUMMED_UP:
        keyboard.tab_to("prompt")
        keyboard.press("tab", pygame.KMOD_LSHIFT)
        keyboard.press("enter")
        keyboard.tab_to("prompt")
    offered = play.state.offered
    number = {ALWAYS_A: 0, ALWAYS_LAST: len(offered) - 1, SUMMED_UP: min(1, len(offered) - 1)}[manner]
    keyboard.letter(f"choice {offered[number]}")


def opened(keyboard: Keyboard) -> Play:
    """The story, from home on by keys alone, up to its first question."""
    keyboard.tab_to("door help")
    keyboard.tab_to("door play")
    keyboard.press("enter")
    assert isinstance(keyboard.app.screen, Picker)
    keyboard.tab_to("story Three weeks in August" if language.current() == "en" else "story Trois semaines en août")
    keyboard.press("enter")
    assert isinstance(keyboard.app.screen, Note)
    keyboard.press("enter")
    assert isinstance(keyboard.app.screen, PlayScreen)
    keyboard.read()
    assert keyboard.game.play is not None
    return keyboard.game.play


@pytest.mark.parametrize("environment", [{"LANG": "fr_FR.UTF-8"}, {"LANG": "en_GB.UTF-8"}], ids=["fr", "en"])
@pytest.mark.parametrize("manner", [ALWAYS_A, ALWAYS_LAST, SUMMED_UP])
def test_the_story_from_home_to_the_last_page_of_the_debrief(manner: str, environment: dict[str, str]) -> None:
    french = environment["LANG"].startswith("fr")
    keyboard = Keyboard(1, environment)
    assert ("Ça m’arrive en ce moment" if french else "It is happening to me now") in keyboard.said
    play = opened(keyboard)
    for _ in range(100):
        if play.state.phase == "ended":
            break
        answer(keyboard, manner)
        keyboard.read()
    assert play.state.phase == "ended"
    assert bool(play.state.marks) == (manner == SUMMED_UP)

    keyboard.tab_to("debrief")
    keyboard.press("enter")
    assert isinstance(keyboard.app.screen, DebriefScreen)
    pages = [keyboard.said]
    assert "3018" in pages[0], "who helps stands on the first page already"
    for page in ("conversation", "moments", "law", "helps"):
        keyboard.tab_to(f"tab {page}")
        keyboard.press("enter")
        pages.append(keyboard.said)
    assert len(set(pages)) == 5
    law = pages[3]
    assert re.search(r"\b222-33-2-2\b", law)
    assert re.search(r"\b312-1\b", law)
    called = "le texte le plus proche" if french else "the closest text"
    closest = next(line for line in law.split("\n") if called in line)
    assert law.index(closest) < law.index("312-10"), "312-10 stands under the card of the closest text"
    assert "3018" in pages[4]

    keyboard.tab_to("start")
    keyboard.press("enter")
    assert isinstance(keyboard.app.screen, Home)


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_the_route_of_a_golden_play_by_keys_is_the_same_play(golden: Path) -> None:
    told = kept(golden.read_text(encoding="utf-8"))
    keyboard = Keyboard(told.seed, {})
    play = opened(keyboard)
    for word in told.route:
        take(keyboard, play, word)
    assert tuple(play.log) == along(play.scenario, told.route, told.seed)


def take(keyboard: Keyboard, play: Play, word: str) -> None:
    """One word of a golden play's route, by keys."""
    if play.state.phase == "announced":
        keyboard.letter("summary" if word == "+skip" else "go on")
        keyboard.read()
        if word == "+skip":
            return
    name, _, number = word.partition(":")
    if name in ("+mark", "+unmark"):
        arrivals = [at for at, event in enumerate(play.log) if isinstance(event, MessageArrived)]
        keyboard.tab_to("prompt")
        keyboard.tab_to(f"message {arrivals[int(number) - 1]}", back=True)
        keyboard.press("enter")
        keyboard.tab_to("prompt")
        return
    keyboard.letter(f"choice {word}")
    keyboard.read()


def test_a_story_that_was_left_can_be_looked_back_at_page_by_page() -> None:
    keyboard = Keyboard(0, {"LANG": "C"})
    opened(keyboard)
    keyboard.press("a")
    keyboard.read()
    keyboard.press("escape")
    keyboard.look(1.0)
    keyboard.press("b")
    assert isinstance(keyboard.app.screen, DebriefScreen)
    seen = [keyboard.said]
    for _ in range(4):
        keyboard.tab_to("next")
        keyboard.press("enter")
        seen.append(keyboard.said)
    assert len(set(seen)) == 5
    assert "222-33-2-2" in seen[3]
    assert "3018" in seen[4]


def test_the_way_out_works_in_the_middle_of_the_story() -> None:
    keyboard = Keyboard(0, {})
    assert isinstance(opened(keyboard).log[-1], ChoicesOffered)
    for _ in range(3):
        keyboard.press("shift")
    assert keyboard.said == "Notes"
    assert keyboard.game.play is None
    for name in ("escape", "enter", "space", "a"):
        keyboard.press(name)
    assert "Trois semaines" not in keyboard.said
