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
from game.desktop.widget_paint import disc
from game.desktop.widget_panel import Bubble, Notice, Panel
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Widget
from game.engine.model import ME
from game.engine.session import Chosen, EndingReached, Event, MessageArrived, SceneEntered, SummaryRead
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
        shown.append(widget)
        last_speaker = _speaker(play, event)
    if play.typing is not None:
        shown.append(Typing(play.name(play.typing), play.scenario.person[play.typing].avatar))
    return shown


def _speaker(play: Play, event: Event) -> str | None:
    match event:
        case MessageArrived():
            return play.message(event).speaker
        case Chosen(scene, choice, _):
            return ME if _choice_says(play, scene, choice) else None
    return None


def _choice_says(play: Play, scene: str, choice: str) -> bool:
    return next(one for one in play.scenario.scene[scene].choices if one.id == choice).says


def _widget(
    play: Play, at: int, event: Event, marked: bool, last_speaker: str | None, on_press: Callable[[int], None]
) -> Widget | None:
    match event:
        case MessageArrived():
            message = play.message(event)
            words = play.text(message.text)
            if message.speaker is None:
                return MarkableNotice(words, marked, lambda: on_press(at), key=f"message {at}")
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
                on_press=None if mine else lambda: on_press(at),
                key=f"message {at}",
            )
        case Chosen(scene, name, _sets):
            choice = next(one for one in play.scenario.scene[scene].choices if one.id == name)
            words = play.text(choice.text)
            if choice.says:
                person = play.scenario.person[ME]
                return Bubble(
                    person.name,
                    (Run(words),),
                    mine=True,
                    avatar=person.avatar,
                    show_speaker=last_speaker != ME,
                )
            return Notice((Run(words, bold=True),))
        case SummaryRead(scene):
            summary = play.scenario.scene[scene].skip or ""
            told = TextBlock((Run(_("In short: "), bold=True), Run(play.text(summary))))
            return Panel(told, fill="note_soft", edge="", bar="note", role="listitem", label=told.label)
        case EndingReached(ending):
            return Notice((Run(play.scenario.ending[ending].title, bold=True),))
        case SceneEntered():
            return None
    return None


class MarkableNotice(Column):
    """A notice that can be marked like a message."""

    def __init__(self, words: str, marked: bool, on_press: Callable[[], None], key: str) -> None:
        block = TextBlock(words, size="small", colour="ink_soft", align="centre")
        block.role = None
        panel = Panel(
            block,
            fill="mark_soft" if marked else "sunken",
            edge="mark" if marked else "",
            thick=2,
            radius="radius_l",
            on_press=on_press,
            label=words,
            key=key,
        )
        panel.checked = marked
        super().__init__((panel,), align="centre", role="listitem", label=words)


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
        self.bubble.place(self.rect)
        self.bubble.draw(surface)
        area = self.bubble.panel.rect
        radius = max(3, self.look.metrics.body // 6)
        for step in (-1, 0, 1):
            disc(surface, (area.centerx + step * radius * 3, area.centery), radius, self.look.theme.ink_soft)
