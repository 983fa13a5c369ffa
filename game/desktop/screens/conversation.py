"""The conversation of a play as widgets: bubbles, notices, summaries, and the bubble of somebody who is typing.

When what arrives is `pace`'s; what a press on a bubble does is the play screen's.
"""

from __future__ import annotations

from collections.abc import Callable

from pygame import Surface

from game.desktop.layout import Column
from game.desktop.play import Play
from game.desktop.text import Run
from game.desktop.tokens import Look
from game.desktop.widget_paint import disc, picture
from game.desktop.widget_panel import Bubble, Panel
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Press, Widget, walk
from game.engine.events import Chosen, EndingReached, Event, MessageArrived, SummaryRead
from game.engine.model import ME, Choice
from game.telling.language import _


def conversation(play: Play, kept: dict[tuple[int, bool], Widget], on_press: Callable[[int], None]) -> list[Widget]:
    """What is shown of the conversation, oldest first.

    `kept` holds the widgets made before, by index in the log and whether they are marked, and is added to.
    `on_press` is called with the index of a message that was pressed.
    """
    shown: list[Widget] = []
    last_speaker: str | None = None
    for at, event in play.visible:
        marked = at in play.state.marks
        widget = kept.get((at, marked))
        if widget is None:
            widget = _widget(play, at, event, marked, last_speaker, on_press)
            if widget is None:
                continue
            kept[at, marked] = widget
        else:
            _untouched(widget)
        shown.append(widget)
        last_speaker = _speaker(play, event)
    return shown


def typing(play: Play) -> Widget | None:
    """Somebody who is writing, if that is to be seen."""
    speaker = play.typing
    return None if speaker is None else Typing(play.name(speaker), play.scenario.person[speaker].avatar)


def _untouched(widget: Widget) -> None:
    """Forget the focus and the pointer of the tree that the widget was in: the next one gives them anew."""
    for part in walk(widget):
        part.focused = part.ringed = part.hovered = part.held = False


def _speaker(play: Play, event: Event) -> str | None:
    match event:
        case MessageArrived():
            return play.message(event).speaker
        case Chosen() if _choice(play, event).says:
            return ME
    return None


def _choice(play: Play, event: Chosen) -> Choice:
    return play.scenario.scene[event.scene].choice(event.choice)


def _widget(
    play: Play, at: int, event: Event, marked: bool, last_speaker: str | None, on_press: Callable[[int], None]
) -> Widget | None:
    match event:
        case MessageArrived():
            return _message(play, at, event, marked, last_speaker, lambda: on_press(at))
        case Chosen():
            choice = _choice(play, event)
            words = play.text(choice.text)
            if not choice.says:
                return Notice(words, fill="mine", colour="on_mine")
            me = play.scenario.person[ME]
            return Bubble(me.name, (Run(words),), mine=True, avatar=me.avatar, show_speaker=last_speaker != ME)
        case SummaryRead(scene):
            summary = play.text(play.scenario.scene[scene].skip or "")
            told = TextBlock((Run(_("In short: "), bold=True), Run(summary)))
            told.role = None
            return Panel(told, fill="note_soft", edge="", bar="note", role="listitem", label=told.label)
        case EndingReached(ending):
            return Notice(play.text(play.scenario.ending[ending].title), fill="primary_soft", colour="ink", bold=True)
    return None


def _message(
    play: Play, at: int, event: MessageArrived, marked: bool, last_speaker: str | None, on_press: Press
) -> Widget:
    message = play.message(event)
    words = play.text(message.text)
    if message.speaker is None:
        return Notice(words, marked=marked, on_press=on_press, key=f"message {at}")
    person = play.scenario.person[message.speaker]
    mine = message.speaker == ME
    return Bubble(
        person.name,
        (Run(f"[{words}]" if message.masked else words),),
        mine=mine,
        avatar=person.avatar,
        marked=marked,
        masked=message.masked,
        show_speaker=message.speaker != last_speaker,
        on_press=None if mine else on_press,
        key=f"message {at}",
    )


class Notice(Column):
    """A line in the middle of the conversation. With `on_press` it can be marked, like a bubble."""

    def __init__(
        self,
        words: str,
        fill: str = "sunken",
        colour: str = "ink_soft",
        bold: bool = False,
        marked: bool = False,
        on_press: Press | None = None,
        key: str = "",
    ) -> None:
        block = TextBlock(words, size="small", colour=colour, align="centre", bold=bold)
        block.role = None
        self.panel = Panel(
            block,
            fill="mark_soft" if marked else fill,
            edge="mark" if marked else "",
            thick=2,
            radius="radius_l",
            on_press=on_press,
            label=words,
            key=key,
        )
        self.panel.checked = marked if on_press else None
        super().__init__((self.panel,), align="centre", role="listitem", label=words)

    def draw(self, surface: Surface) -> None:
        super().draw(surface)
        if self.panel.checked:
            flag = picture("icons/flag-filled", round(self.look.metrics.body * 1.1), self.look.theme.mark)
            if flag is not None:
                area = flag.get_rect(topleft=(self.panel.rect.right + 4, self.panel.rect.y + 2))
                if self.look.mirrored:
                    area.right = self.panel.rect.left - 4
                surface.blit(flag, area)


class Typing(Widget):
    """Somebody is writing: three dots in a bubble, still, so that nothing flickers at the edge of the eye."""

    role = "note"

    def __init__(self, name: str, avatar: str) -> None:
        super().__init__()
        self.label = _("{name} is writing").format(name=name)
        self.bubble = Bubble(name, (Run("    "),), avatar=avatar, show_speaker=False)
        self.bubble.role = None

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return self.bubble.measure(look, width)

    def draw(self, surface: Surface) -> None:
        self.put(self.bubble, self.rect)
        self.bubble.draw(surface)
        area = self.bubble.panel.rect
        radius = max(3, self.look.metrics.body // 6)
        for step in (-1, 0, 1):
            disc(surface, (area.centerx + step * radius * 3, area.centery), radius, self.look.theme.ink_soft)
