"""Panels: a box with round corners around one widget, and the bubble of a message made from it.

Which messages there are, and what a press on one does, is left to the screens.
"""

from __future__ import annotations

from pygame import Rect, Surface

from game.desktop.layout import Beside, Column
from game.desktop.text import Run
from game.desktop.tokens import Look
from game.desktop.widget_button import Pressable
from game.desktop.widget_paint import box, picture
from game.desktop.widget_text import Avatar, TextBlock
from game.desktop.widgets import Press, Role, Widget
from game.telling.language import _


class Panel(Pressable):
    """A box around a child. Colours and sizes are names of the theme and of the metrics; "" draws none.

    It takes the focus only where `on_press` is given, and is then a button to a screen reader unless `role` says
    otherwise. `bar` names the colour of a thick line at its start, `shadow` lifts it from the ground.
    """

    def __init__(
        self,
        child: Widget,
        fill: str = "surface",
        edge: str = "line",
        radius: str = "radius_m",
        pad: str = "m",
        bar: str = "",
        shadow: bool = False,
        on_press: Press | None = None,
        role: Role | None = None,
        label: str = "",
        key: str = "",
        thick: int = 1,
    ) -> None:
        super().__init__(on_press)
        self.children = (child,)
        self.fill = fill
        self.edge = edge
        self.radius = radius
        self.pad = pad
        self.bar = bar
        self.shadow = shadow
        self.thick = thick
        self.focusable = on_press is not None
        self.role = role or ("button" if self.focusable else None)
        self.label = label
        self.key = key
        self._child = (0, 0)
        """The width that the child was last measured in, and its height."""

    def _pads(self, look: Look) -> tuple[int, int, int]:
        """The spaces at the start, at the end, and above and below."""
        metrics = look.metrics
        across = metrics.size(self.pad)
        return across + (metrics.s if self.bar else 0), across, round(across * 0.75)

    def natural(self, look: Look, limit: int) -> int:
        start, end, _along = self._pads(look)
        return min(limit, self.children[0].natural(look, max(1, limit - start - end)) + start + end)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        start, end, along = self._pads(look)
        room = max(1, width - start - end)
        self._child = room, self.children[0].measure(look, room)
        high = self._child[1] + 2 * along
        # The question of a play takes the focus to be read out; there is nothing to hit.
        return max(high, look.metrics.target) if self.focusable and self.role != "heading" else high

    def place(self, rect: Rect) -> None:
        super().place(rect)
        start, end, along = self._pads(self.look)
        # A panel made higher than it needs keeps its child in the middle.
        room = rect.w - start - end
        high = rect.h - 2 * along
        if not self.children[0].grow:
            known, high = self._child
            if known != room:
                high = self.children[0].measure(self.look, max(1, room))
        self.put(self.children[0], Rect(rect.x + start, rect.y + (rect.h - high) // 2, room, high))

    def draw(self, surface: Surface) -> None:
        theme, metrics = self.look.theme, self.look.metrics
        radius = metrics.size(self.radius)
        if self.shadow:
            box(surface, self.rect.move(0, max(2, metrics.stroke - 1)), radius, theme.shadow)
        if self.fill:
            fill = theme.colour(self.fill)
            if self.focusable:
                fill = self.shaded(fill, theme.ink)
            edge = theme.colour(self.edge) if self.edge else None
            box(surface, self.rect, radius, fill, edge, self.thick)
        if self.bar:
            thick = max(4, metrics.xs)
            inner = self.rect.inflate(-2 * metrics.s, -2 * metrics.s)
            side = self.turned(Rect(inner.x, inner.y, thick, inner.h))
            box(surface, side, thick // 2, theme.colour(self.bar))
        super(Pressable, self).draw(surface)
        self.draw_ring(surface, radius)


class Bubble(Widget):
    """One message: an avatar, the speaker's name, the text in a bubble, and notes under it.

    A message of `me` stands at the end of the line, another's at its start. `marked` puts a flag beside the bubble.
    With `on_press` the bubble takes the focus and can be pressed. `masked` sets the text as a neutral caption.
    """

    role: Role | None = "listitem"

    def __init__(
        self,
        speaker: str,
        runs: tuple[Run, ...],
        mine: bool = False,
        avatar: str = "",
        notes: tuple[str, ...] = (),
        marked: bool = False,
        masked: bool = False,
        show_speaker: bool = True,
        on_press: Press | None = None,
        key: str = "",
    ) -> None:
        super().__init__()
        self.mine = mine
        self.marked = marked
        said = "".join(run.text for run in runs)
        heard = _("hidden message: {words}").format(words=said.strip("[]")) if masked else said
        self.label = _("{speaker}: {words}").format(speaker=speaker, words=heard)
        ink = "on_mine" if mine else "on_theirs"
        name = TextBlock(speaker, size="small", colour="ink_soft" if not mine else ink, bold=True)
        words = TextBlock(runs, colour="ink_soft" if masked else ink)
        # The item says both: as parts of it they would be read out twice.
        name.role = words.role = None
        self.panel = Panel(
            Column((name, words) if show_speaker else (words,), gap=""),
            fill="sunken" if masked else "mine" if mine else "theirs",
            edge="edge" if masked else "mark" if marked else "bubble_edge",
            thick=2 if marked else 1,
            radius="radius_l",
            on_press=on_press,
            role="button" if on_press else None,
            label=said,
            key=key,
        )
        self.panel.checked = marked if on_press else None
        self.notes = Notes(notes) if notes else None
        self.avatar = Avatar(avatar, speaker) if avatar or not mine else None
        self.children = tuple(part for part in (self.avatar, self.panel, self.notes) if part is not None)

    def _room(self, look: Look, width: int) -> tuple[int, int]:
        """The width kept for the avatar, and the widest a bubble may be."""
        face = (self.avatar.natural(look, width) + look.metrics.s) if self.avatar else 0
        room = max(1, width - face)
        return face, min(room, max(round(room * 0.82), min(room, 14 * look.metrics.body)))

    def natural(self, look: Look, limit: int) -> int:
        return limit

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        self._face, widest = self._room(look, width)
        self._wide = self.panel.natural(look, widest)
        self._high = self.panel.measure(look, self._wide)
        self._notes_wide = max(1, widest - look.metrics.s)
        below = self.notes.measure(look, self._notes_wide) + look.metrics.xs if self.notes else 0
        face = self.avatar.measure(look, self._face) if self.avatar else 0
        return max(self._high + below, face)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        left = rect.right - self._face - self._wide if self.mine else rect.x + self._face
        if self.avatar:
            across = self._face - self.look.metrics.s
            self.put(self.avatar, Rect(rect.right - across if self.mine else rect.x, rect.y, across, across))
        self.put(self.panel, Rect(left, rect.y, self._wide, self._high))
        if self.notes:
            metrics = self.look.metrics
            start = rect.right - self._face - self._notes_wide if self.mine else left + metrics.s
            top = rect.y + self._high + metrics.xs
            self.put(self.notes, Rect(start, top, self._notes_wide, rect.bottom - top))

    def draw(self, surface: Surface) -> None:
        super().draw(surface)
        if self.marked:
            draw_flag(surface, self.panel, after=not self.mine)


def draw_flag(surface: Surface, panel: Panel, after: bool = True) -> None:
    """The flag of a marked message: behind its panel as lines run, or before it."""
    look = panel.look
    flag = picture("icons/flag-filled", round(look.metrics.body * 1.1), look.theme.mark)
    if flag is not None:
        area = flag.get_rect(top=panel.rect.y + 2)
        if after == look.mirrored:
            area.right = panel.rect.left - 4
        else:
            area.left = panel.rect.right + 4
        surface.blit(flag, area)


class _Flag(Widget):
    """The small flag in front of a note."""

    def natural(self, look: Look, limit: int) -> int:
        return min(limit, look.metrics.small)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return round(look.metrics.small * look.metrics.line)

    def draw(self, surface: Surface) -> None:
        drawn = picture("icons/flag-filled", self.look.metrics.small, self.look.theme.mark)
        if drawn is not None:
            surface.blit(drawn, drawn.get_rect(center=self.rect.center))


class Notes(Column):
    """Small sentences under a message, each with a flag."""

    def __init__(self, words: tuple[str, ...]) -> None:
        lines = [Beside(_Flag(), TextBlock(line, size="small", colour="mark"), gap="xs") for line in words]
        super().__init__(lines, gap="xs", role="note")


class Notice(Column):
    """A line in the middle of the conversation: "two days later", "wants to follow you"."""

    def __init__(self, words: str | tuple[Run, ...]) -> None:
        block = TextBlock(words, size="small", colour="ink_soft", align="centre")
        super().__init__((Panel(block, fill="sunken", edge="", radius="radius_m", pad="s"),), align="centre")
