"""A person at the window, for tests: keys, a mouse and seconds reach the app; what is said is read from its tree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pygame
from pygame import Surface

from game.desktop import text
from game.desktop.app import App
from game.desktop.game import Game
from game.desktop.play import Play
from game.desktop.widget_button import Button
from game.desktop.widget_scroll import Scroll
from game.desktop.widgets import Widget, keyed, walk
from game.engine.events import Chosen
from game.keeping.settings import Colours, Settings
from game.telling import language

STORY = Path(__file__).resolve().parent.parent / "pictures" / "story.yaml"
"""A small story with a verdict, a hard scene, a list that comes again after a choice, and a giving in."""

SAID = "T’as quel âge ? Viens sur une autre appli : c’est plus tranquille."
"""The message under which its first choices are made."""

FRAME = 0.05
"""Seconds from one drawing to the next."""


class Player:
    """Sits at the game's window, which opens at home or at the note before the story in the file `path`.

    With `keep`, settings that are changed are kept for the next start.
    """

    def __init__(
        self,
        path: Path | None = STORY,
        size: tuple[int, int] = (1280, 720),
        theme: Colours = "light",
        percent: int = 100,
        seed: int = 1,
        settings: Settings | None = None,
        keep: bool = False,
    ) -> None:
        self.game = Game(seed, settings or Settings(colours=theme, text_percent=percent))
        self.app = self.game.app(size, keep, strict=True)
        if path is not None:
            self.app.go(self.game.story(path))
        self.surface = Surface(size)
        self.see()

    # What the person does.

    def see(self, seconds: float = FRAME) -> None:
        """Let time pass, then look at the window, which is drawn only when something changed."""
        self.app.tick(seconds)
        if self.app.dirty:
            self.app.draw(self.surface)

    def wait(self, seconds: float = 1.0) -> None:
        """Look on for so long: whatever glides has arrived then, and a press decides again."""
        for _ in range(round(seconds / FRAME)):
            self.see()

    def key(self, *names: str) -> None:
        """Press these keys one after the other, "shift+tab" or "ctrl+page down" with another held."""
        for name in names:
            held, _, plain = name.rpartition("+") if len(name) > 1 else ("", "", name)
            self.app.key(plain, shift=held == "shift", ctrl=held == "ctrl")
            self.see()

    def click(self, label: str) -> None:
        """Click in the middle of what is called `label`."""
        self.click_at(self.named(label))

    def click_at(self, widget: Widget) -> None:
        """Click in the middle of it, after turning the wheel until it is in view."""
        self.app.click(*self.turn_to(widget).rect.center)
        self.see()

    def turn_to(self, widget: Widget) -> Widget:
        """Turn the wheel until the middle of a widget is in view."""
        for _ in range(200):
            view = self.view_of(widget)
            if view.collidepoint(widget.rect.center):
                break
            self.app.wheel(*view.center, 1 if widget.rect.centery < view.y else -1)
            self.see(0)
        return widget

    def in_sight(self, key: str) -> Widget:
        """The widget of this key, once the wheel was turned until it is in view."""
        return self.turn_to(self.keyed(key))

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self.surface = Surface((width, height))
        self.app.draw(self.surface)

    def begin(self) -> None:
        """Go on from the note to the story."""
        self.key("enter")

    def read(self) -> None:
        """Hurry to the next question, and wait until everything is still."""
        for _ in range(500):
            if self.play.settled:
                break
            self.key("space")
        self.wait()

    def choose(self, *keys: str) -> None:
        """Read on to each question, and answer it with the widget of this key ("choice tell", "summary")."""
        for key in keys:
            self.read()
            self.app.choose(*self._role_and_label(key))
            self.see()
        self.read()

    def _role_and_label(self, key: str) -> tuple[str, str]:  # type: ignore[type-arg]
        widget = self.keyed(key)
        assert widget.role is not None
        return widget.role, widget.label

    # What the person meets.

    @property
    def play(self) -> Play:
        """The play under way."""
        assert self.game.play is not None
        return self.game.play

    @property
    def labels(self) -> list[str]:
        """Everything that is said now."""
        return [node.label for node in self.app.nodes()]

    @property
    def said(self) -> str:
        """The same as one text."""
        return "\n".join(self.labels)

    def named(self, label: str) -> Widget:
        """The widget that can be pressed and is called `label`."""
        found = [one for one in walk(self.app.tree) if one.label == label and one.focusable]
        assert found, f"nothing to press is called {label!r}; there are: {self.labels}"
        return found[0]

    def keyed(self, key: str) -> Widget:
        """The widget with this key."""
        found = [one for one in walk(self.app.tree) if one.key == key and one.role]
        assert found, f"no {key!r}; there are: {[one.key for one in walk(self.app.tree) if one.key]}"
        return found[0]

    @property
    def focus(self) -> str:
        """The label of what has the focus, or ""."""
        return self.app.focused.label if self.app.focused else ""

    def scroll(self, key: str) -> Scroll:
        """The scrolling part of this key."""
        return next(one for one in walk(self.app.tree) if isinstance(one, Scroll) and one.key == key)

    def view_of(self, widget: Widget) -> pygame.Rect:
        """The part of the window in which a widget can be seen, as far as it is scrolled there."""
        view = pygame.Rect(self.surface.get_rect())
        for above in above_of(self.app.tree, widget):
            view = view.clip(above.rect)
        return view


def above_of(root: Widget, widget: Widget) -> tuple[Widget, ...]:
    """The scrolling parts that hold a widget."""
    if root is widget:
        return ()
    for child in root.children:
        if any(one is widget for one in walk(child)):
            here = (root,) if isinstance(root, Scroll) else ()
            return (*here, *above_of(child, widget))
    return ()


def window(language_code: str = "fr") -> Iterator[None]:
    """For a fixture: no screen, and this language; what was spoken before is spoken again, in the first face."""
    pygame.display.init()
    pygame.font.init()
    with language.speaking(language_code):
        yield
    text.use_face("atkinson")
    pygame.display.quit()


def at_first_question(**how: Any) -> Player:
    """Somebody who read to the first choices of the story; `how` is as for `Player`."""
    player = Player(**how)
    player.begin()
    player.read()
    return player


def at_announcement(**how: Any) -> Player:
    """Somebody to whom the hard scene of the story is announced."""
    player = at_first_question(**how)
    player.choose("choice rester", "verdict trap", "sure 3", "choice demain")
    assert player.play.state.phase == "announced"
    return player


def under_pressure(**how: Any) -> Player:
    """Somebody who read the hard scene of the story to its choices."""
    player = at_announcement(**how)
    player.choose("go on")
    return player


def choices(player: Player) -> list[str]:
    """The ids of the choices that were made."""
    return [event.choice for event in player.play.log if isinstance(event, Chosen)]


def heading(player: Player) -> str:
    """The first heading of the window."""
    return next(node.label for node in player.app.nodes() if node.role == "heading")


def alerts(player: Player) -> list[str]:
    """What the notices and banners of the window say."""
    return [node.label for node in player.app.nodes() if node.role == "alert"]


def states(player: Player, label: str) -> tuple[str, ...]:
    """What is true of the button called `label`."""
    return next(node.state for node in player.app.nodes() if node.label == label and node.role == "button")


def copied(folder: Path) -> Path:
    """The story as a file that may be changed."""
    path = folder / "histoire.yaml"
    path.write_bytes(STORY.read_bytes())
    return path


def edit(path: Path, old: str, new: str) -> None:
    """Put `new` wherever the file says `old`."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def lettered(app: App, key: str) -> str:
    """The letter key that presses the button called `key`."""
    button = keyed(app.tree, key)
    assert isinstance(button, Button), f"{key!r} is no button"
    return button.letter.lower()
