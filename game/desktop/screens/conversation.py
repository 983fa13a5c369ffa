"""The conversation of a play as widgets: bubbles, notices, summaries, and the bubble of somebody who is typing.

When what arrives is `pace`'s; what a press on a bubble does is the play screen's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from pygame import Surface

from game.desktop.layout import Column
from game.desktop.play import Play
from game.desktop.screens.lookout import Remark
from game.desktop.text import Run
from game.desktop.tokens import Look
from game.desktop.widget_paint import disc
from game.desktop.widget_panel import Bubble, Panel, draw_flag
from game.desktop.widget_talk import Talk
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Press, Widget
from game.engine.events import Chosen, EndingReached, Event, MessageArrived, SummaryRead
from game.engine.model import ME, Choice
from game.telling.language import _
from game.telling.lookout import LOOKOUT, Gesture, remark


class Conversation:
    """The widgets of one play's conversation, made as it grows and kept from one build of the screen to the next.

    `on_press` is called with the index in the log of a message that was pressed. In a tutorial, `gestures` are what
    the Lookout explains.
    """

    def __init__(self, on_press: Callable[[int], None], gestures: Mapping[Gesture, str] | None = None) -> None:
        self._on_press = on_press
        self._gestures = gestures or {}
        self._talk = Talk()
        self._counted: list[int] = []
        """The index in the log of each event that was shown, whether there is something to see of it or not."""
        self._seen: list[tuple[int, str | None]] = []
        """The same for each part of the talk, and who said it: what the Lookout says follows its event."""
        self._marks: frozenset[int] = frozenset()

    def talk(self, play: Play, awaited: bool = True) -> Talk:
        """The conversation as it is shown now; where the next message is not `awaited`, nobody is seen writing it."""
        visible, marks = play.visible, play.state.marks
        self._cut(visible)
        kept = len(self._seen)
        for at in marks ^ self._marks:
            place = self._place(at)
            if place < kept and self._seen[place][0] == at:
                self._talk.change(place, self._made(play, at, at in marks))
        self._marks = marks
        more: list[Widget] = []
        for at, event in visible[len(self._counted) :]:
            self._counted.append(at)
            widget = _widget(play, at, event, at in marks, self._last_speaker(kept + len(more)), self._press(at))
            if widget is not None:
                more.append(widget)
                self._seen.append((at, _speaker(play, event)))
            if play.scenario.tutorial:
                before = [one for _at, one in visible[: len(self._counted) - 1]]
                said = remark(play.scenario, before, event, self._gestures)
                if said:
                    more.append(Remark(play.text(said)))
                    self._seen.append((at, LOOKOUT))
        self._talk.label = _("Conversation")
        self._talk.show(kept, more, typing(play) if awaited else None)
        return self._talk

    @property
    def focused(self) -> int | None:
        """The index in the log of the message that has the focus."""
        place = self._talk.focused_at
        return None if place is None else self._seen[place][0]

    def _cut(self, visible: Sequence[tuple[int, Event]]) -> None:
        """Forget what a rewind took back: what counts of a log only changes from its end."""
        counted = self._counted
        while counted and (len(counted) > len(visible) or visible[len(counted) - 1][0] != counted[-1]):
            counted.pop()
        while self._seen and (not counted or self._seen[-1][0] > counted[-1]):
            self._seen.pop()

    def _place(self, at: int) -> int:
        return bisect_left(self._seen, at, key=lambda seen: seen[0])

    def _made(self, play: Play, at: int, marked: bool) -> Widget:
        """Message `at` made anew."""
        made = _widget(play, at, play.log[at], marked, self._last_speaker(self._place(at)), self._press(at))
        assert made is not None
        return made

    def _last_speaker(self, place: int) -> str | None:
        return self._seen[place - 1][1] if place else None

    def _press(self, at: int) -> Press:
        return lambda: self._on_press(at)


def typing(play: Play) -> Widget | None:
    """Somebody who is writing, if that is to be seen."""
    speaker = play.typing
    return None if speaker is None else Typing(play.name(speaker), play.scenario.person[speaker].avatar)


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
    play: Play, at: int, event: Event, marked: bool, last_speaker: str | None, on_press: Press
) -> Widget | None:
    match event:
        case MessageArrived():
            return _message(play, at, event, marked, last_speaker, on_press)
        case Chosen():
            choice = _choice(play, event)
            words = play.text(choice.text)
            if not choice.says:
                return Notice(words, fill="mine", colour="on_mine", label=_("Action: {words}").format(words=words))
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
        label: str = "",
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
        super().__init__((self.panel,), align="centre", role="listitem", label=label or words)

    def draw(self, surface: Surface) -> None:
        super().draw(surface)
        if self.panel.checked:
            draw_flag(surface, self.panel)


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
