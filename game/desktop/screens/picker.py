"""The stories that can be played, and the note that is read before one.

Nothing on these screens tells a trap from a chat in which there is nothing to fear: a card says what the file says to
everybody, and never who writes or what somebody will ask for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from game.desktop.layout import Beside, Column, Columns, Row, Spacer
from game.desktop.pages import blocks
from game.desktop.screens import Context, Screen
from game.desktop.sitting import Standing
from game.desktop.widget_button import Button
from game.desktop.widget_panel import Panel
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_split import roomy
from game.desktop.widget_text import Avatar, Heading, Picture, TextBlock
from game.desktop.widgets import Key, Press, Widget
from game.telling.help_now import content_note
from game.telling.how_long import how_long
from game.telling.language import N_, _


@dataclass(frozen=True, slots=True)
class Story:
    """What a card says of a story; `play` opens it. `minutes` is 0 where the file does not say.

    `name` is that of its file; `me` is who one plays, with the avatar of that person.
    """

    title: str
    summary: str
    minutes: int
    play: Callable[[Context], None]
    name: str = ""
    me: str = ""
    avatar: str = ""


def _all_new() -> Callable[[str], Standing]:
    return lambda name: "new"


_Mark = tuple[str, str, bool]
"""A few words about a story, their icon, and whether they ask for attention."""

_STANDINGS: dict[Standing, _Mark] = {
    "played": (N_("Read to its end"), "check", False),
    "place": (N_("Go on where you stopped"), "bookmark", True),
}
"""How one stands with a story. Of one that is new nothing is said: most are, and a list is read for what differs."""

_TO_BEGIN: _Mark = (N_("Start here"), "spark", True)
"""Said of the first story, as long as none was begun: it teaches how to play."""

_CARD = 22
"""How many widths of the body text a card needs before two stand beside each other."""


class Picker(Screen):
    """A card for each story. `standing` answers, for now, how one stands with the story of a name; `met` opens what was
    met so far."""

    fiction = True

    def __init__(
        self,
        stories: Callable[[], tuple[Story, ...]],
        standing: Callable[[], Callable[[str], Standing]] = _all_new,
        met: Callable[[Context], None] | None = None,
    ) -> None:
        self._read = stories
        self._standing = standing
        self._met = met
        self._stories: tuple[Story, ...] = ()
        self._language = ""
        self._stands = _all_new()

    def title(self) -> str:
        return _("Stories")

    def on_show(self, context: Context) -> None:
        self._stands = self._standing()

    def build(self, context: Context) -> Widget:
        if self._language != context.language:
            self._language = context.language
            self._stories = self._read()
        heading = Heading(_("Choose a story"), level=1)
        marks = [_STANDINGS.get(self._stands(story.name)) if story.name else None for story in self._stories]
        if len(marks) > 1 and self._stories[0].name and not any(marks):
            marks[0] = _TO_BEGIN
        cards = [_card(context, story, mark) for story, mark in zip(self._stories, marks, strict=True)]
        if not cards:
            words = _("No story can be played here. “vigichat check” says what is wrong.")
            return Scroll(Column((heading, TextBlock(words)), gap="m", pad="l", limit="wide"), key="stories")
        # A list of one card is as wide as reads well; of more, they stand two by two where there is room.
        rows: list[Widget] = list(cards)
        if len(cards) > 1:
            rows = [
                Columns((one, other or Spacer()), gap="m", least=_CARD)
                for one, other in zip_longest(cards[::2], cards[1::2])
            ]
        long = how_long(story.minutes for story in self._stories)
        told = [TextBlock(long, colour="ink_soft")] if long else []
        body = [heading, *told, *rows, *self._ways(context)]
        return Scroll(Column(body, gap="m", pad="l", limit="wide" if len(cards) > 1 else "reading"), key="stories")

    def _ways(self, context: Context) -> tuple[Widget, ...]:
        met = self._met
        if met is None:
            return ()
        return (Row((Button(_("My discoveries"), lambda: met(context), "bare", "progress", tight=True, key="met"),)),)


def _card(context: Context, story: Story, mark: _Mark | None) -> Widget:
    facts = []
    if story.me and story.me not in story.summary:
        facts.append(_("You play {name}").format(name=story.me))
    told: list[Widget] = [TextBlock(story.title, "h3", bold=True), TextBlock(story.summary)]
    if facts:
        told.append(TextBlock(" · ".join(facts), "small", "ink_soft"))
    if mark:
        words, icon, calls = mark
        colour = "primary" if calls else "ink_soft"
        said = TextBlock(_(words), "small", colour, bold=calls)
        told.append(Beside(Picture(f"icons/{icon}", tint=colour, size="small"), said, gap="xs", middle=True))
        facts.append(_(words))
    for part in told:
        for one in (part, *part.children):
            one.role = None
    label = ". ".join(part.rstrip(".") for part in (story.title, story.summary, *facts)) + "."
    body: Widget = Column(told, gap="xs")
    if story.avatar:
        body = Beside(Avatar(story.avatar, story.me, height=3), body, gap="m")
    # A card that stands beside a longer one begins where that one begins.
    body.grow = 1
    return Panel(
        body,
        edge="edge",
        pad="l",
        shadow=True,
        on_press=lambda: story.play(context),
        label=label,
        key=f"story {story.title}",
    )


@dataclass(frozen=True, slots=True)
class Stopped:
    """Where somebody stopped in a story. `how`: its place is `whole`, the story has `changed` since, or the place is
    `damaged`; `go_on` goes on from there, where that can be done."""

    how: Literal["whole", "changed", "damaged"]
    go_on: Callable[[Context], None] | None = None


_STOPPED = {
    "whole": N_("You stopped in the middle of this story. Your place is kept on this computer."),
    "changed": N_("This story has changed since you stopped. You go on as close to your place as possible."),
    "damaged": N_(
        "Your place in this story can no longer be read. It was erased, and the story starts again from the beginning."
    ),
}


class Note(Screen):
    """What is said before every story, the same for all of them.

    `go_on` starts this one; `prepare` shows what a teacher reads before a class, and `in_class` plays it on the wall.
    `stopped` is where it was left; `placed` says whether a place can be kept in it at all; `elsewhere`, in the language
    spoken now, that it takes place in another country than the one whose help is shown.
    """

    fiction = True

    def __init__(
        self,
        name: str,
        title: str,
        go_on: Callable[[Context], None],
        prepare: Callable[[Context], None],
        in_class: Callable[[Context], None],
        stopped: Stopped | None = None,
        placed: bool = True,
        elsewhere: Callable[[], str] = str,
    ) -> None:
        self._elsewhere = elsewhere
        self._name = name
        self._title = title
        self._begin = go_on
        self._prepare = prepare
        self._in_class = in_class
        self._stopped = stopped
        self._placed = placed
        self._read: Scroll | None = None
        """What the words stand in."""

    def title(self) -> str:
        return self._title

    def build(self, context: Context) -> Widget:
        keeps = self._placed and context.settings.progress
        words = list(blocks(content_note(self._name, keeps=keeps, elsewhere=self._elsewhere()), lambda page: None))
        # On the wall, where somebody stopped alone is theirs; the class begins the story, and nobody reads its stops.
        stopped = None if context.projected else self._stopped
        if stopped is not None:
            told = TextBlock(_(_STOPPED[stopped.how]))
            words.append(Panel(told, fill="note_soft", edge="", bar="note"))
        resume = stopped.go_on if stopped else None
        if resume is not None:
            ways = [
                Button(_("Go on where you stopped"), lambda: resume(context), "primary", "bookmark", key="resume"),
                Button(_("Start from the beginning"), lambda: self._begin(context), icon="reload", key="begin"),
            ]
        else:
            ways = [Button(_("Start the story"), lambda: self._begin(context), "primary", icon="play", key="begin")]
        back = Button(_("Not now"), context.back, key="not now")
        body = [*words, Spacer("s"), Row((*ways, back))]
        if not context.projected:
            prepare = _aside(_("For the class"), lambda: self._prepare(context), "class", "prepare")
            play = _aside(_("Play with the class"), lambda: self._in_class(context), "people", "in class")
            body.append(Row((prepare, play)))
        if roomy(context.look):
            body = [Spacer(grow=1), *body, Spacer(grow=3)]
        self._read = Scroll(Column(body, gap="m", pad="l", limit="reading"), key="note")
        return self._read

    def on_key_first(self, context: Context, key: Key) -> bool:
        """On a wall, the arrow of a clicker reads on and begins, as Page Down does."""
        if not (context.projected and key.plain and key.name == "right"):
            return False
        down = Key("page down", repeat=key.repeat)
        if self._read is not None and self._read.on_key(down):
            context.redraw()
            return True
        return self.on_key(context, down)

    def on_key(self, context: Context, key: Key) -> bool:
        begins = ("enter", "space", "page down") if context.projected else ("enter", "space")
        if key.name in begins and not key.repeat:
            resume = self._stopped.go_on if self._stopped and not context.projected else None
            (resume or self._begin)(context)
            return True
        return False


def _aside(words: str, on_press: Press, icon: str, key: str) -> Button:
    """A quiet way: not what most readers of the note look for."""
    return Button(words, on_press, "bare", icon, text_size="small", tight=True, key=key)
