"""For the class: what a teacher can prepare and play with pupils, story by story.

The guide of a story and the play with a class are left to what each story opens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.desktop.layout import Column, Row, Spacer
from game.desktop.screens import Context, Screen
from game.desktop.widget_button import Button
from game.desktop.widget_panel import Panel
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_text import Heading, TextBlock
from game.desktop.widgets import Widget
from game.telling import country
from game.telling.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Lesson:
    """A story as a teacher meets it: a play takes `minutes`, a lesson `whole`, each 0 where the file does not say.

    `guide` opens what to read before, `play` the story for the whole class.
    """

    title: str
    summary: str
    minutes: int
    whole: int
    guide: Callable[[Context], None]
    play: Callable[[Context], None]


class ForClass(Screen):
    """The stories, each with its guide and its play; `lessons` reads them, once. `confides` opens what to do when a
    pupil does, `choosing` what the stories are about."""

    fiction = True

    def __init__(
        self,
        lessons: Callable[[], tuple[Lesson, ...]],
        confides: Callable[[Context], None],
        choosing: Callable[[Context], None],
    ) -> None:
        self._read = lessons
        self._choosing = choosing
        self._confides = confides
        self._lessons: tuple[tuple[Lesson, ...], tuple[str, str]] | None = None
        """What was read, and for which language and country."""

    def title(self) -> str:
        return _("For the class")

    def build(self, context: Context) -> Widget:
        if self._lessons is None or self._lessons[1] != country.reader():
            self._lessons = (self._read(), country.reader())
        words = (
            Heading(_("For the class"), level=1),
            TextBlock(_("One screen, everybody together. Ten minutes is enough to prepare."), size="lead"),
            TextBlock(
                _("Read the story’s guide first: it says where to stop, and what to do if a pupil confides in you.")
            ),
            TextBlock(_("Nothing about any pupil is kept."), size="small", colour="ink_soft"),
            Row(
                (
                    Button(
                        _("Which story for your class?"), lambda: self._choosing(context), icon="book", key="choosing"
                    ),
                    Button(
                        _("If a pupil confides in you"), lambda: self._confides(context), icon="info", key="confides"
                    ),
                )
            ),
        )
        cards = [_card(context, lesson) for lesson in self._lessons[0]]
        if not cards:
            cards = [TextBlock(_("No story can be played here. “vigichat check” says what is wrong."))]
        return Scroll(Column((*words, Spacer("xs"), *cards), pad="l", limit="reading"), key="lessons")


def _card(context: Context, lesson: Lesson) -> Widget:
    words: list[Widget] = [Heading(lesson.title, level=3), TextBlock(lesson.summary)]
    if long := " ".join(_how_long(lesson)):
        words.append(TextBlock(long, "small", "ink_soft"))
    guide, play = _("Read the guide"), _("Play with the class")
    ways = Row(
        (
            # Several stories have the same two ways: who only hears them hears of which story they are.
            Button(
                _("{way}: {title}").format(way=guide, title=lesson.title),
                lambda: lesson.guide(context),
                icon="book",
                shown=guide,
                key=f"guide {lesson.title}",
            ),
            Button(
                _("{way}: {title}").format(way=play, title=lesson.title),
                lambda: lesson.play(context),
                "primary",
                icon="class",
                shown=play,
                key=f"class {lesson.title}",
            ),
        )
    )
    return Panel(Column((*words, ways), gap="s"), edge="edge", pad="l", shadow=True, role="group", label=lesson.title)


def _how_long(lesson: Lesson) -> Iterator[str]:
    if lesson.minutes:
        play = ngettext("One play: about {count} minute.", "One play: about {count} minutes.", lesson.minutes)
        yield play.format(count=lesson.minutes)
    if lesson.whole:
        whole = ngettext("One lesson: about {count} minute.", "One lesson: about {count} minutes.", lesson.whole)
        yield whole.format(count=lesson.whole)
