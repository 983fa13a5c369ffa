"""The stories that can be played, and the note that is read before one.

Nothing on these screens tells a trap from a chat in which there is nothing to fear.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.desktop.layout import Column, Row, Spacer
from game.desktop.pages import blocks
from game.desktop.screens import Context, Screen
from game.desktop.widget_button import Button
from game.desktop.widget_panel import Panel
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_split import roomy
from game.desktop.widget_text import Heading, TextBlock
from game.desktop.widgets import Key, Widget
from game.telling.help_now import content_note
from game.telling.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Story:
    """What a card says of a story; `play` opens it. `minutes` is 0 where the file does not say."""

    title: str
    summary: str
    minutes: int
    play: Callable[[Context], None]


class Picker(Screen):
    """A card for each story."""

    fiction = True

    def __init__(self, stories: Callable[[], tuple[Story, ...]]) -> None:
        self._read = stories
        self._stories: tuple[Story, ...] | None = None

    def title(self) -> str:
        return _("Stories")

    def build(self, context: Context) -> Widget:
        if self._stories is None:
            self._stories = self._read()
        cards = [_card(context, story) for story in self._stories]
        if not cards:
            cards = [TextBlock(_("No story can be played here. “vigichat check” says what is wrong."))]
        heading = Heading(_("Choose a story"), level=1)
        return Scroll(Column((heading, *cards), gap="m", pad="l", limit="reading"), key="stories")


def _card(context: Context, story: Story) -> Widget:
    words: list[Widget] = [TextBlock(story.title, "h3", bold=True), TextBlock(story.summary)]
    label = f"{story.title}. {story.summary}"
    if story.minutes:
        about = ngettext("About {count} minute", "About {count} minutes", story.minutes).format(count=story.minutes)
        words.append(TextBlock(about, "small", "ink_soft"))
        label = f"{label} {about}."
    for part in words:
        part.role = None
    return Panel(
        Column(words, gap="xs"),
        edge="edge",
        pad="l",
        shadow=True,
        on_press=lambda: story.play(context),
        label=label,
        key=f"story {story.title}",
    )


class Note(Screen):
    """What is said before every story, the same for all of them.

    `go_on` starts this one; `prepare` shows what a teacher reads before a class, and `in_class` plays it on the wall.
    """

    fiction = True

    def __init__(
        self,
        name: str,
        title: str,
        go_on: Callable[[Context], None],
        prepare: Callable[[Context], None],
        in_class: Callable[[Context], None],
    ) -> None:
        self._name = name
        self._title = title
        self._go_on = go_on
        self._prepare = prepare
        self._in_class = in_class

    def title(self) -> str:
        return self._title

    def build(self, context: Context) -> Widget:
        words = tuple(blocks(content_note(self._name), lambda page: None))
        start = Button(_("Start the story"), lambda: self._go_on(context), "primary", icon="play", key="begin")
        back = Button(_("Not now"), context.back, key="not now")
        prepare = Button(
            _("For the class"),
            lambda: self._prepare(context),
            "bare",
            icon="class",
            text_size="small",
            tight=True,
            key="prepare",
        )
        play = Button(
            _("Play with the class"),
            lambda: self._in_class(context),
            "bare",
            icon="people",
            text_size="small",
            tight=True,
            key="in class",
        )
        body = [*words, Spacer("s"), Row((start, back)), Row((prepare, play))]
        if roomy(context.look):
            body = [Spacer(grow=1), *body, Spacer(grow=3)]
        return Scroll(Column(body, gap="m", pad="l", limit="reading"), key="note")

    def on_key(self, context: Context, key: Key) -> bool:
        if key.name in ("enter", "space") and not key.repeat:
            self._go_on(context)
            return True
        return False
