"""Opening the game in a window: which screens there are, and how they lead to one another.

What a screen shows is its own affair; the loop is `window`'s. Files are read when a door is opened, not before, so
that home is there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop import fonts, window
from game.desktop.app import FIRST, App
from game.desktop.screens import Context, Screen
from game.desktop.screens.home import Doors, Home
from game.keeping.settings import Settings
from game.keeping.settings_file import read_settings, unreadable, write_settings
from game.storage import folder
from game.telling import language as spoken
from game.telling.language import N_, _

if TYPE_CHECKING:
    from game.desktop.play import Play
    from game.desktop.screens.for_class import Lesson
    from game.desktop.screens.picker import Stopped, Story
    from game.desktop.sitting import Sitting
    from game.engine.events import Log
    from game.engine.model import Scenario
    from game.engine.reference import Reference
    from game.telling.page import Page, Paragraph

_COUNTRY = "fr"
"""Whose helplines home shows where nothing is known of the country that was chosen."""


class NoSuchStory(ValueError):
    """The file cannot be played; its problems are those that `vigichat check` tells."""


def run(path: Path | None, seed: int = 0, watched: bool = False) -> Log:
    """Show the game until its window is closed: home, or the story at `path`; `watched`, as its author writes it.

    The log of the last play is returned, empty when there was none or after the way out. Raises `window.NoWindow` and
    `NoSuchStory`. The interface speaks the language that was asked for with this run, else the one that was chosen
    earlier, else what `game.telling.language` was told to use.
    """
    kept = read_settings()
    if not spoken.asked() and kept.language in spoken.LANGUAGES:
        spoken.use(kept.language)
    game = Game(seed, kept)
    story = None if path is None else game.preview(path) if watched else game.story(path)
    surface = window.open_window()
    app = App(
        game.home(),
        game.help_screen,
        surface.get_size(),
        game.settings,
        game.keep,
        settings_screen=game.settings_screen,
    )
    if story is None and not app.settings.met:
        app.go(game.first_start())
    elif story is not None:
        # On top of home, so that there is somewhere to go back to.
        app.go(story)
    if faults := _faults():
        app.tell(" ".join(faults))
    # Interrupted in the terminal it was started from, the window is closed like any other.
    with suppress(KeyboardInterrupt):
        window.run(app, surface, lambda: _ears(app, surface))
    window.close_window()
    game.close()
    return () if game.play is None else tuple(game.play.log)


def _ears(app: App, surface: window.Window) -> window.Listening:
    """Whoever hears the window instead of seeing it."""
    from game.desktop.ears import Ears

    return Ears(app, surface)


def _faults() -> list[str]:
    """What is not as it should be on this computer, in sentences; the game goes on without it."""
    told = []
    if unreadable():
        told.append(
            _("Your settings could not be read, so they are as they were at the start. You can choose them again.")
        )
    lost = fonts.unusable()
    if lost:
        words = _(
            "A font is missing or damaged ({file}), so letters may look different."
            " Install the game again to put this right."
        )
        told.append(words.format(file=lost[0]))
    return told


class Game:
    """The screens of one run of the game, from home on. `play` is the last one that was begun, `settings` are those in
    force, `sitting` what is remembered and kept of the plays."""

    def __init__(self, seed: int = 0, settings: Settings = FIRST) -> None:
        self.seed = seed
        self.play: Play | None = None
        self._of_a_class: Play | None = None
        """The last play that was on the wall: nothing of it is kept."""
        self.settings = settings
        self._own_language: str | None = None
        """The language that was chosen earlier, while this run speaks one that was asked for."""
        if spoken.asked():
            self._own_language = settings.language
            self.settings = replace(settings, language=spoken.current())

    @cached_property
    def sitting(self) -> Sitting:
        from game.desktop.sitting import Sitting
        from game.keeping.erase import sweep

        sweep()
        return Sitting()

    def keep(self, settings: Settings) -> None:
        """Take these settings, and keep them for the next start. Raises OSError where that is not possible."""
        if settings.language != self.settings.language:
            self._own_language = None
        self.settings = settings
        chosen = settings.language if self._own_language is None else self._own_language
        write_settings(replace(settings, language=chosen))

    def close(self) -> None:
        """The window was closed: the place in the play under way is kept, if progress is, and nothing of a class."""
        if self.play is not None and self.play is not self._of_a_class:
            self.sitting.close(self.play, self.settings.progress)

    def home(self) -> Screen:
        """The first screen, which stays under all others."""
        return _Start(self)

    def forget(self) -> None:
        """Drop the last play, and what this sitting has kept: the way out was taken."""
        last, self.play, self._of_a_class = self.play, None, None
        self.sitting.forget(last)

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
        from game.desktop.sitting import story_at
        from game.engine.model import ME

        story = story_at(path)

        def begin(context: Context) -> None:
            if story is not None and not context.projected:
                # What somebody kept of their own play is theirs: a class does not touch it.
                self.sitting.start_anew(story)
            self.play = Play(path, scenario, reference, self.seed)
            context.replace(self._chat(self.play))

        def in_class(context: Context) -> None:
            context.project(True)
            begin(context)

        def prepared(context: Context) -> None:
            context.back()
            in_class(context)

        def prepare(context: Context) -> None:
            context.go(self._for_class(path, scenario, reference, prepared))

        stopped = None if story is None else self._stopped(story, path, scenario, reference)
        return Note(scenario.person[ME].name, scenario.title, begin, prepare, in_class, stopped, story is not None)

    def stopped(self) -> Callable[[Context], None] | None:
        """The way to the story in which a place was kept last; None where none was."""
        from game.keeping.places import stopped

        paths = (folder("scenarios") / f"{story}.yaml" for story in stopped())
        return next((self._opens(path) for path in paths if path.is_file()), None)

    def _stopped(self, story: str, path: Path, scenario: Scenario, reference: Reference) -> Stopped | None:
        """Where somebody stopped in this story, if a place was kept."""
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
        found = restore(scenario, saved)

        def go_on(context: Context) -> None:
            self.sitting.took_up(story)
            self.play = Play(path, scenario, reference, saved.seed)
            self.play.stand_at(found.log, found.shown)
            context.replace(self._chat(self.play))

        return Stopped("whole" if found.whole else "changed", go_on)

    def _for_class(
        self, path: Path, scenario: Scenario, reference: Reference, in_class: Callable[[Context], None]
    ) -> Screen:
        from game.desktop.printing import folders, print_guide
        from game.desktop.screens.guide_page import GuidePage
        from game.telling.for_class import for_class
        from game.telling.help_now import pages

        def now() -> tuple[Scenario, Reference]:
            # Another language may be spoken by now; a file that was spoilt since then is told as it was.
            return _open(path) or (scenario, reference)

        def told() -> tuple[Page, ...]:
            story, known = now()
            return (for_class(story, known), *pages(known))

        def printed() -> Paragraph:
            return print_guide(path.stem, *now(), folders())

        return GuidePage(told, printed, in_class)

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
            play.speak(spoken.current())
            return (*pages(play.scenario, play.reference, play.log), *what_ifs(play.scenario, play.reference, play.log))

        return DebriefScreen(told, again, go_back)

    def help_now(self, context: Context) -> None:
        """The door to help of home: what to do first."""
        context.go(self._help("breathe"))

    def _help(self, first: str) -> Screen:
        from game.desktop.screens.help_now import HelpNow
        from game.telling import help_now

        return HelpNow(
            lambda: help_now.pages(self._reference()),
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
        return SettingsScreen(_countries, self._rehearse, lambda context: kept_section(context, self.sitting))

    def _rehearse(self, context: Context) -> None:
        from game.desktop.screens.rehearsal import Rehearsal

        context.go(Rehearsal(lambda there: there.back()))

    def first_start(self) -> Screen:
        """What is asked and rehearsed once, on top of home."""
        from game.desktop.screens.first_start import FirstStart

        return FirstStart(self.help_now, _countries)

    def create(self, context: Context) -> None:
        """The door to writing a story."""
        from game.desktop.screens.page_screen import PageScreen
        from game.telling.create import create

        context.go(PageScreen(lambda: (create(),), N_("Create")))

    def sources(self, context: Context) -> None:
        """The door to where everything was read."""
        from game import __version__
        from game.desktop.screens.page_screen import PageScreen
        from game.telling.sources import pages

        def told() -> tuple[Page, ...]:
            return pages(self._reference(), __version__)

        context.go(PageScreen(told, N_("Sources")))

    def prepare(self, context: Context) -> None:
        """The door for a teacher."""
        from game.desktop.screens.for_class import ForClass

        context.go(ForClass(self._lessons))

    def _lessons(self) -> tuple[Lesson, ...]:
        from game.desktop.screens.for_class import Lesson
        from game.shelf import open_file, shipped

        lessons = []
        for path in shipped():
            story = open_file(path, spoken.current()).story
            if story is not None:
                told = story[0]
                lessons.append(
                    Lesson(
                        told.title, told.summary, told.minutes or 0, self._guides(path, *story), self._with_class(path)
                    )
                )
        return tuple(lessons)

    def _guides(self, path: Path, scenario: Scenario, reference: Reference) -> Callable[[Context], None]:
        return lambda context: context.go(self._for_class(path, scenario, reference, self._with_class(path)))

    def _with_class(self, path: Path) -> Callable[[Context], None]:
        """Opens the story for everybody in the room: the note before it, on the wall."""

        def play(context: Context) -> None:
            context.project(True)
            context.go(self.story(path))

        return play

    def _reference(self) -> Reference:
        """What is known of the country that was chosen, in the language spoken now."""
        from game.reference.library import countries, load

        chosen = self.settings.country
        return load(chosen if chosen in countries() else _COUNTRY, spoken.current())

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
        from game.shelf import open_file, shipped

        stories = []
        for path in shipped():
            opened = open_file(path, spoken.current())
            if opened.story is not None:
                told = opened.story[0]
                me = told.person[ME]
                stories.append(
                    Story(told.title, told.summary, told.minutes or 0, self._opens(path), path.stem, me.name, me.avatar)
                )
        return tuple(stories)

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


def _countries() -> tuple[tuple[str, str], ...]:
    """The code and the name of each country that the game has helplines of, in the language spoken now."""
    from babel import Locale

    from game.reference.library import countries

    names = Locale.parse(spoken.current().partition("-")[0]).territories
    return tuple((code, names.get(code.upper(), code)) for code in countries())


def _open(path: Path) -> tuple[Scenario, Reference] | None:
    """The story in the file at `path` with its reference, in the language spoken now; None when it cannot be played."""
    from game.shelf import open_file

    return open_file(path, spoken.current()).story
