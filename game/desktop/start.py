"""Opening the game in a window: which screens there are, and how they lead to one another.

What a screen shows is its own affair; the loop is `window`'s. Files are read when a door is opened, not before, so
that home is there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop import window
from game.desktop.app import App
from game.desktop.screens import Context, Screen
from game.desktop.screens.home import Home
from game.keeping.settings import Settings
from game.keeping.settings_file import read_settings, write_settings
from game.telling import language as spoken

if TYPE_CHECKING:
    from game.desktop.play import Play
    from game.desktop.screens.picker import Story
    from game.engine.events import Log
    from game.engine.model import Scenario
    from game.engine.reference import Reference
    from game.telling.page import Page

_COUNTRY = "fr"
"""Whose helplines home shows; a story brings its own country."""


class NoSuchStory(ValueError):
    """The file cannot be played; its problems are those that `vigichat check` tells."""


def run(path: Path | None, seed: int = 0, watched: bool = False) -> Log:
    """Show the game until its window is closed: home, or the story at `path`; `watched`, as its author writes it.

    The log of the last play is returned, empty when there was none or after the way out. Raises `window.NoWindow` and
    `NoSuchStory`; the interface speaks the language that `game.telling.language` was told to use.
    """
    game = Game(seed)
    story = None if path is None else game.preview(path) if watched else game.story(path)
    surface = window.open_window()
    app = App(game.home(), game.help_screen, surface.get_size(), read_settings(), _keep)
    if story is not None:
        # On top of home, so that there is somewhere to go back to.
        app.go(story)
    # Interrupted in the terminal it was started from, the window is closed like any other.
    with suppress(KeyboardInterrupt):
        window.run(app, surface)
    window.close_window()
    return () if game.play is None else tuple(game.play.log)


def _keep(settings: Settings) -> None:
    """Keep the settings for the next start; where that is not possible, they hold until the window is closed."""
    with suppress(OSError):
        write_settings(settings)


class Game:
    """The screens of one run of the game, from home on. `play` is the last one that was begun."""

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed
        self.play: Play | None = None

    def home(self) -> Screen:
        """The first screen, which stays under all others."""
        return _Start(self)

    def forget(self) -> None:
        """Drop the last play: the way out was taken."""
        self.play = None

    def help_screen(self) -> Screen:
        """Who helps, from anywhere."""
        return self._help("who-helps")

    def story(self, path: Path) -> Screen:
        """The note before the story in the file at `path`. Raises NoSuchStory."""
        told = _open(path)
        if told is None:
            raise NoSuchStory(str(path))
        return self._note(path, *told)

    def preview(self, path: Path) -> Screen:
        """The story in the file at `path` while it is written, whatever the file holds."""
        from game.desktop.screens.preview import Preview

        return Preview(path, self.seed)

    def _note(self, path: Path, scenario: Scenario, reference: Reference) -> Screen:
        from game.desktop.play import Play
        from game.desktop.screens.picker import Note
        from game.engine.model import ME

        def begin(context: Context) -> None:
            self.play = Play(path, scenario, reference, self.seed)
            context.replace(self._chat(self.play))

        def in_class(context: Context) -> None:
            context.project(True)
            begin(context)

        def prepared(context: Context) -> None:
            context.back()
            in_class(context)

        def prepare(context: Context) -> None:
            context.go(self._for_class(scenario, reference, prepared))

        return Note(scenario.person[ME].name, scenario.title, begin, prepare, in_class)

    def _for_class(self, scenario: Scenario, reference: Reference, begin: Callable[[Context], None]) -> Screen:
        from game.desktop.screens.for_class import ForClass
        from game.telling.for_class import for_class
        from game.telling.help_now import pages

        return ForClass((for_class(scenario, reference), *pages(reference)), begin)

    def _chat(self, play: Play) -> Screen:
        """The play for one player; on the wall, the app takes the one for a class in its place."""
        from game.desktop.screens.play_screen import PlayScreen

        screen = PlayScreen(play, self._debrief)
        screen.other_stage = lambda: self._class(play)
        return screen

    def _class(self, play: Play) -> Screen:
        from game.desktop.screens.class_play import ClassPlay

        screen = ClassPlay(play, self._debrief)
        screen.other_stage = lambda: self._chat(play)
        return screen

    def _debrief(self, play: Play) -> Screen:
        from game.desktop.screens.debrief_screen import DebriefScreen
        from game.telling.debrief_pages import pages
        from game.telling.what_if import what_ifs

        def again(context: Context) -> None:
            # A file that was removed or spoilt since then is played as it was.
            told = _open(play.path) or (play.scenario, play.reference)
            context.replace(self._note(play.path, *told))

        def go_back(context: Context, to: int) -> None:
            play.go_back(to)
            context.replace(self._chat(play))

        def told() -> tuple[Page, ...]:
            return (*pages(play.scenario, play.reference, play.log), *what_ifs(play.scenario, play.reference, play.log))

        return DebriefScreen(told, again, go_back)

    def help_now(self, context: Context) -> None:
        """The door to help of home: what to do first."""
        context.go(self._help("breathe"))

    def _help(self, first: str) -> Screen:
        from game.desktop.screens.help_now import HelpNow
        from game.reference.library import load
        from game.telling import help_now

        reference = load(_COUNTRY, spoken.current())
        pages = (*help_now.pages(reference), help_now.who_helps(reference))
        return HelpNow(pages, help_now.sequence, help_now.helpline_card(reference.helplines[0]), first)

    def pick(self, context: Context) -> None:
        """The door to the stories of home."""
        from game.desktop.screens.picker import Picker

        context.go(Picker(self._stories))

    def _stories(self) -> tuple[Story, ...]:
        from game.desktop.screens.picker import Story
        from game.shelf import open_file, shipped

        stories = []
        for path in shipped():
            opened = open_file(path, spoken.current())
            if opened.story is not None:
                told = opened.story[0]
                stories.append(Story(told.title, told.summary, told.minutes or 0, self._opens(path)))
        return tuple(stories)

    def _opens(self, path: Path) -> Callable[[Context], None]:
        return lambda context: context.go(self.story(path))


class _Start(Home):
    """Home. Since it is always there, it is what forgets the last play when the way out is taken."""

    def __init__(self, game: Game) -> None:
        super().__init__(on_help=game.help_now, on_play=game.pick)
        self._game = game

    def forget(self) -> None:
        self._game.forget()


def _open(path: Path) -> tuple[Scenario, Reference] | None:
    """The story in the file at `path` with its reference, in the language spoken now; None when it cannot be played."""
    from game.shelf import open_file

    return open_file(path, spoken.current()).story
