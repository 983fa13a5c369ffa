"""The screens of the game, and how they lead to one another: from home, through a play, to what is kept of it.

What a screen shows is its own affair, what a class is given is `class_doors`'. Files are read when a door is opened,
not before, so that home is there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop import class_doors, opened
from game.desktop.app import App
from game.desktop.screens import Context, Screen
from game.desktop.screens.home import Doors, Home
from game.keeping.settings import FIRST, Settings
from game.keeping.settings_file import write_settings
from game.storage import folder
from game.telling import country
from game.telling import language as spoken
from game.telling.language import N_

if TYPE_CHECKING:
    from game.desktop.play import Play
    from game.desktop.screens.picker import Stopped, Story
    from game.desktop.sitting import Sitting
    from game.engine.model import Scenario
    from game.engine.reference import Reference
    from game.telling.page import Page


class NoSuchStory(ValueError):
    """The file cannot be played; its problems are those that `vigichat check` tells."""


class Game:
    """The screens of one run of the game, from home on. `play` is the last one that was begun, `settings` are those in
    force, `sitting` what is remembered and kept of the plays."""

    def __init__(self, seed: int = 0, settings: Settings = FIRST) -> None:
        self.seed = seed
        self.play: Play | None = None
        self._of_a_class: Play | None = None
        """The last play that was on the wall: nothing of it is kept."""
        self.settings = settings
        self._own: dict[str, str] = {}
        """The language and the country that were chosen earlier, where this run was asked for others."""
        if spoken.asked():
            self._own["language"] = settings.language
            self.settings = replace(self.settings, language=spoken.current())
        if country.asked():
            self._own["country"] = settings.country
            self.settings = replace(self.settings, country=country.current())

    @cached_property
    def sitting(self) -> Sitting:
        from game.desktop.sitting import Sitting
        from game.keeping.erase import sweep

        sweep()
        return Sitting()

    def keep(self, settings: Settings) -> None:
        """Take these settings, and keep them for the next start. Raises OSError where that is not possible."""
        for name in tuple(self._own):
            if getattr(settings, name) != getattr(self.settings, name):
                del self._own[name]
        self.settings = settings
        write_settings(replace(settings, **self._own))  # type: ignore[arg-type]

    def close(self) -> None:
        """The window was closed: the place in the play under way is kept, if progress is, and nothing of a class."""
        if self.play is not None and self.play is not self._of_a_class:
            self.sitting.close(self.play, self.settings.progress)

    def app(self, size: tuple[int, int] = (1280, 720), kept: bool = False, strict: bool = False) -> App:
        """The game, opened at home in a window of `size` pixels; `strict` as for `App`.

        With `kept`, what is changed of the settings is kept for the next start.
        """
        return App(
            self.home(),
            self.help_screen,
            size,
            self.settings,
            self.keep if kept else lambda settings: None,
            strict,
            self.settings_screen,
        )

    def home(self) -> Screen:
        """The first screen, which stays under all others."""
        return _Start(self)

    def forget(self) -> None:
        """Drop the last play, every place, and what this sitting has kept: the way out was taken."""
        self.play, self._of_a_class = None, None
        self.sitting.forget()

    def help_screen(self) -> Screen:
        """Who helps, from anywhere."""
        return self._help("who-helps")

    def story(self, path: Path) -> Screen:
        """The note before the story in the file at `path`. Raises NoSuchStory."""
        told = opened.story(path)
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
        from game.desktop.sitting import story_at
        from game.engine.model import ME
        from game.telling.country import elsewhere

        story = story_at(path)
        read_for, told = country.reader(), (scenario, reference)

        def now() -> tuple[Scenario, Reference]:
            # Settings open on top of the note; a file that was spoilt since then is played as it was.
            nonlocal read_for, told
            if read_for != country.reader():
                read_for, told = country.reader(), opened.story(path) or told
            return told

        def begin(context: Context) -> None:
            if story is not None and not context.projected:
                # What somebody kept of their own play is theirs: a class does not touch it.
                self.sitting.start_anew(story)
            self.play = Play(path, *now(), self.seed)
            context.replace(self._chat(self.play))

        def in_class(context: Context) -> None:
            context.project(True)
            begin(context)

        def prepared(context: Context) -> None:
            context.back()
            in_class(context)

        def prepare(context: Context) -> None:
            context.go(class_doors.guide(path, *now(), prepared))

        stopped = None if story is None else self._stopped(story, path, now)
        name, title = scenario.person[ME].name, scenario.title
        return Note(name, title, begin, prepare, in_class, stopped, story is not None, lambda: elsewhere(*now()))

    def stopped(self) -> Callable[[Context], None] | None:
        """The way to the story in which a place was kept last; None where none was."""
        from game.keeping.places import stopped

        paths = (folder("scenarios") / f"{story}.yaml" for story in stopped())
        return next((self._opens(path) for path in paths if path.is_file()), None)

    def _stopped(self, story: str, path: Path, now: Callable[[], tuple[Scenario, Reference]]) -> Stopped | None:
        """Where somebody stopped in this story, if a place was kept; `now` gives it as it is told now."""
        from game.desktop.play import Play
        from game.desktop.screens.picker import Stopped
        from game.engine.save import restore
        from game.keeping.saved_play import Damaged, read_saved

        try:
            saved = read_saved(story)
        except Damaged:
            # Nobody can do anything with it, and it would be told every time.
            self.sitting.start_anew(story)
            return Stopped("damaged")
        if saved is None:
            return None
        found = restore(now()[0], saved)

        def go_on(context: Context) -> None:
            self.play = Play(path, *now(), saved.seed)
            self.play.stand_at(found.log, found.shown)
            context.replace(self._chat(self.play))

        return Stopped("whole" if found.whole else "changed", go_on)

    def _chat(self, play: Play) -> Screen:
        """The play for one player; on the wall, the app takes the one for a class in its place."""
        from game.desktop.screens.play_screen import PlayScreen

        screen = PlayScreen(play, self._debrief, None if play is self._of_a_class else self.sitting)
        screen.other_stage = lambda: self._class(play)
        return screen

    def _class(self, play: Play) -> Screen:
        from game.desktop.screens.class_play import ClassPlay

        self._of_a_class = play
        screen = ClassPlay(play, self._debrief)
        screen.other_stage = lambda: self._chat(play)
        return screen

    def _debrief(self, play: Play) -> Screen:
        from game.desktop.screens.debrief_screen import DebriefScreen, told_of

        def again(context: Context) -> None:
            # A file that was removed or spoilt since then is played as it was.
            told = opened.story(play.path) or (play.scenario, play.reference)
            context.replace(self._note(play.path, *told))

        def go_back(context: Context, to: int) -> None:
            play.go_back(to)
            context.replace(self._chat(play))

        def others(context: Context) -> None:
            context.home()
            self.pick(context)

        return DebriefScreen(lambda: told_of(play), again, go_back, others)

    def help_now(self, context: Context) -> None:
        """The door to help of home: what to do first."""
        context.go(self._help("breathe"))

    def _help(self, first: str) -> Screen:
        from game.desktop.screens.help_now import HelpNow
        from game.telling import help_now
        from game.telling.hard_words import with_words

        def told() -> tuple[Page, ...]:
            reference = self._reference()
            return with_words(help_now.pages(reference), reference, "who-helps")

        return HelpNow(
            told,
            help_now.sequence,
            lambda: help_now.helpline_card(self._reference().helplines[0]),
            first,
        )

    def settings_screen(self) -> Screen:
        """The settings, from anywhere."""
        from game.desktop.screens.kept import kept_section
        from game.desktop.screens.settings import SettingsScreen

        # What was erased on another visit is no news.
        self.sitting.erased = None
        return SettingsScreen(
            opened.countries, opened.country_now, self._rehearse, lambda context: kept_section(context, self.sitting)
        )

    def _rehearse(self, context: Context) -> None:
        from game.desktop.screens.rehearsal import Rehearsal

        context.go(Rehearsal(lambda there: there.back()))

    def first_start(self) -> Screen:
        """What is asked and rehearsed once, on top of home."""
        from game.desktop.screens.first_start import FirstStart
        from game.telling.country import country_name

        return FirstStart(self.help_now, lambda: country_name(opened.country_now()))

    def create(self, context: Context) -> None:
        """The door to writing a story."""
        from game.desktop.screens.page_screen import PageScreen
        from game.telling.create import create

        context.go(PageScreen(lambda: (create(),), N_("Create")))

    def sources(self, context: Context) -> None:
        """The door to where everything was read."""
        from datetime import date

        from game import __version__
        from game.desktop.screens.page_screen import PageScreen
        from game.telling.sources import pages

        def told() -> tuple[Page, ...]:
            return pages(self._reference(), __version__, date.today())

        context.go(PageScreen(told, N_("Sources")))

    def prepare(self, context: Context) -> None:
        """The door for a teacher."""
        from game.desktop.screens.for_class import ForClass

        def confides(context: Context) -> None:
            context.go(class_doors.confides(self._reference))

        def choosing(context: Context) -> None:
            context.go(class_doors.choosing())

        context.go(ForClass(lambda: class_doors.lessons(self.story), confides, choosing))

    def _reference(self) -> Reference:
        return opened.reference()

    def pick(self, context: Context) -> None:
        """The door to the stories of home."""
        from game.desktop.screens.picker import Picker

        context.go(Picker(self._stories, self.sitting.standing, self.progress))

    def progress(self, context: Context) -> None:
        """What was met over the plays."""
        from game.desktop.screens.progress import Progress

        context.go(Progress(self.sitting, self._reference))

    def _stories(self) -> tuple[Story, ...]:
        from game.desktop.screens.picker import Story
        from game.engine.model import ME

        return tuple(
            Story(
                told.title,
                told.summary,
                told.minutes or 0,
                self._opens(path),
                path.stem,
                told.person[ME].name,
                told.person[ME].avatar,
            )
            for path, told, _reference in opened.shipped_stories()
        )

    def _opens(self, path: Path) -> Callable[[Context], None]:
        return lambda context: context.go(self.story(path))


class _Start(Home):
    """Home. Since it is always there, it is what forgets the last play when the way out is taken."""

    def __init__(self, game: Game) -> None:
        super().__init__(
            Doors(
                help=game.help_now,
                play=game.pick,
                for_class=game.prepare,
                create=game.create,
                progress=game.progress,
                sources=game.sources,
                stopped=game.stopped,
            )
        )
        self._game = game

    def forget(self) -> None:
        self._game.forget()
