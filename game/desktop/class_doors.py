"""The doors of a class and its teacher: the lessons, the guide of each, and the story on the wall.

What they show is the screens' own affair; the note before a story, and the play after it, are `game`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop import opened
from game.desktop.screens import Context, Screen
from game.telling.language import N_

if TYPE_CHECKING:
    from game.desktop.screens.for_class import Lesson
    from game.engine.model import Scenario
    from game.engine.reference import Reference
    from game.telling.page import Page, Paragraph


def lessons(note: Callable[[Path], Screen]) -> tuple[Lesson, ...]:
    """What a teacher can choose from; `note` makes what is shown before the story in a file."""
    from game.desktop.screens.for_class import Lesson
    from game.telling.for_class import lesson_minutes

    def lesson(path: Path, scenario: Scenario, reference: Reference) -> Lesson:
        def with_class(context: Context) -> None:
            """The story for everybody in the room: the note before it, on the wall."""
            context.project(True)
            context.go(note(path))

        def prepare(context: Context) -> None:
            context.go(guide(path, scenario, reference, with_class))

        minutes, whole = scenario.minutes or 0, lesson_minutes(scenario)
        return Lesson(scenario.title, scenario.summary, minutes, whole, prepare, with_class)

    return tuple(lesson(*told) for told in opened.shipped_stories())


def confides(reference: Callable[[], Reference]) -> Screen:
    """What to do when a pupil confides, at once; `reference` is that of the country and language chosen now."""
    from game.desktop.screens.page_screen import PageScreen
    from game.telling.disclosure import CONFIDES
    from game.telling.help_now import pages

    return PageScreen(lambda: pages(reference()), N_("For the class"), CONFIDES)


def choosing() -> Screen:
    """What the stories are about, for who chooses one."""
    from game.desktop.screens.page_screen import PageScreen
    from game.telling.choosing import choosing

    def told() -> tuple[Page, ...]:
        return (choosing([(path.stem, story, known) for path, story, known in opened.shipped_stories()]),)

    return PageScreen(told, N_("For the class"))


def guide(path: Path, scenario: Scenario, reference: Reference, in_class: Callable[[Context], None]) -> Screen:
    """The guide of the story in the file at `path`, to be read and printed; `in_class` begins it on the wall."""
    from datetime import date

    from game.desktop.printing import folders, print_guide
    from game.desktop.screens.guide_page import GuidePage
    from game.telling.for_class import for_class
    from game.telling.help_now import pages

    def now() -> tuple[Scenario, Reference]:
        # Another language may be spoken by now; a file that was spoilt since then is told as it was.
        return opened.story(path) or (scenario, reference)

    def told() -> tuple[Page, ...]:
        story, known = now()
        return (for_class(story, known, date.today()), *pages(known))

    def printed() -> Paragraph:
        return print_guide(path.stem, *now(), folders())

    return GuidePage(told, printed, in_class)
