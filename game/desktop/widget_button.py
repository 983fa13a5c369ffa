"""Buttons, links and check boxes: what a person presses.

What happens then is left to the callable that each is given.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pygame import Rect, Surface

from game.desktop.text import Run
from game.desktop.tokens import Colour, Look, Theme, mix
from game.desktop.widget_paint import box, disc, picture, ring
from game.desktop.widget_text import TextBlock, letter
from game.desktop.widgets import Press, Role, Widget

Kind = Literal["primary", "quiet", "reply", "action", "help", "leave", "link", "bare"]
"""`primary` the one way on, `quiet` another, `reply` and `action` choices of a play, `link` a way to another page,
`bare` without a border."""

HOVERED, HELD = 0.05, 0.1
"""How much of its text's colour a control takes under the pointer, and while it is held down."""

_ICON = 1.25


class Style(NamedTuple):
    """How one kind looks: colours of the theme by name, "" for none."""

    text: str
    fill: str
    edge: str
    radius: str
    centred: bool
    bold: bool


_STYLES: dict[Kind, Style] = {
    "primary": Style("on_primary", "primary", "", "radius_m", True, True),
    "quiet": Style("ink", "surface", "edge", "radius_m", True, False),
    "reply": Style("on_mine", "mine", "primary_edge", "radius_l", False, False),
    "action": Style("ink", "surface", "edge", "radius_s", False, False),
    "help": Style("on_help", "help", "help_edge", "radius_m", True, True),
    "leave": Style("on_leave", "leave", "", "radius_m", True, True),
    "link": Style("link", "surface", "edge", "radius_m", False, False),
    "bare": Style("ink", "", "", "radius_m", True, False),
}


class Pressable(Widget):
    """Anything that can be pressed: it takes the focus, and shows it with a ring."""

    focusable = True

    def __init__(self, on_press: Press | None) -> None:
        super().__init__()
        self.on_press = on_press

    def press(self) -> None:
        if self.enabled and self.on_press is not None:
            self.on_press()

    def shaded(self, fill: Colour, ink: Colour) -> Colour:
        """The fill as the pointer leaves it, rests on it, or holds it down."""
        if not self.enabled:
            return fill
        return mix(fill, ink, HELD if self.held else HOVERED if self.hovered else 0)

    def draw_ring(self, surface: Surface, radius: int) -> None:
        """The focus ring, a little outside the widget, when the keyboard was used last."""
        if self.ringed:
            around = self.look.metrics.ring + 2
            ring(
                surface,
                self.rect.inflate(2 * around, 2 * around),
                radius + around,
                self.look.theme.focus,
                self.look.metrics.ring,
            )


class Button(Pressable):
    """A button with wrapped text, and, where given, an icon, a letter badge and a line of `detail` under the text.

    `icon` is a name in `assets/icons`. `letter` ("A" to "D") is shown, and pressing that key presses the button.
    `text_size` names a type size, `tight` halves the space around the text. `shown` is drawn instead of the words where
    a sign says it shorter ("A+").
    """

    role: Role | None = "button"

    def __init__(
        self,
        words: str,
        on_press: Press | None,
        kind: Kind = "quiet",
        icon: str = "",
        letter: str = "",
        detail: str = "",
        enabled: bool = True,
        current: bool = False,
        text_size: str = "body",
        tight: bool = False,
        key: str = "",
        shown: str = "",
    ) -> None:
        super().__init__(on_press)
        self.label = words
        self.kind: Kind = kind
        if kind == "link":
            self.role = "link"
        self.icon = icon
        self.letter = letter
        self.enabled = enabled
        self.current = current
        self.tight = tight
        self.key = key
        self.shown = shown
        self.show_words = True
        """False shows the icon alone; the words are still the button's name."""
        self.style = _STYLES[kind]
        ink = self._ink = "off" if not enabled else "ink" if current else self.style.text
        self.words = TextBlock((Run(shown or words, bold=self.style.bold),), size=text_size, colour=ink, spacing=1.25)
        self.detail = TextBlock(detail, size="small", colour=ink, spacing=1.3) if detail else None
        # The words are the button's own label: only the detail is a node of its own.
        self.children = (self.detail,) if self.detail else ()

    def states(self) -> tuple[str, ...]:
        seen = (f"key {self.letter}" if self.letter else "", f"shown {self.shown}" if self.shown else "")
        return (*super().states(), *(state for state in seen if state))

    def _pad(self, look: Look) -> tuple[int, int]:
        metrics = look.metrics
        return (metrics.s + metrics.xs, metrics.xs) if self.tight else (metrics.m + metrics.xs, metrics.s + metrics.xs)

    def _before(self, look: Look) -> int:
        """The width taken before the words."""
        size = look.metrics.size(self.words.size)
        badge = round(size * 1.7) + look.metrics.s + look.metrics.xs if self.letter else 0
        icon = round(size * _ICON) + look.metrics.s if self.icon and not self.letter else 0
        return badge or icon

    def _after(self, look: Look) -> int:
        """The width taken after the words: a link has an arrow there."""
        return round(look.metrics.size(self.words.size)) + look.metrics.s if self.kind == "link" else 0

    def natural(self, look: Look, limit: int) -> int:
        around = 2 * self._pad(look)[0] + self._before(look) + self._after(look)
        if not self.show_words:
            return max(look.metrics.target, around - look.metrics.s)
        room = max(1, limit - around)
        widest = max(part.natural(look, room) for part in self._parts())
        return min(limit, max(look.metrics.target, widest + around))

    def _parts(self) -> tuple[TextBlock, ...]:
        if not self.show_words:
            return ()
        return (self.words, self.detail) if self.detail else (self.words,)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        across, along = self._pad(look)
        room = max(1, width - 2 * across - self._before(look) - self._after(look))
        high = sum(part.measure(look, room) for part in self._parts())
        if self.detail:
            high += look.metrics.xs
        badge = round(look.metrics.size(self.words.size) * 1.7) if self.letter else 0
        return max(look.metrics.target, max(high, badge) + 2 * along)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        look = self.look
        across, _ = self._pad(look)
        before = self._before(look)
        room = max(1, rect.w - 2 * across - before - self._after(look))
        heights = [part.measure(look, room) for part in self._parts()]
        widest = min(room, max((part.natural(look, room) for part in self._parts()), default=0))
        start = rect.x + across
        if self.style.centred and not self.letter:
            start += max(0, (room - widest) // 2)
            room = widest
        self._start = start
        y = rect.y + (rect.h - sum(heights) - (look.metrics.xs if self.detail else 0)) // 2
        for part, high in zip(self._parts(), heights, strict=True):
            self.put(part, Rect(start + before, y, room, high))
            y += high + look.metrics.xs

    def draw(self, surface: Surface) -> None:
        look, style = self.look, self.style
        theme = look.theme
        ink = theme.colour(self._ink)
        radius = look.metrics.size(style.radius)
        self._draw_fill(surface, theme, ink, radius)
        middle = self.rect.centery
        size = look.metrics.size(self.words.size)
        if self.letter:
            across = round(size * 1.7)
            centre = self.turned(Rect(self._start, middle - across // 2, across, across)).center
            disc(surface, centre, across // 2, theme.primary)
            letter(surface, centre, self.letter, round(size * 0.92), theme.on_primary)
        elif self.icon:
            drawn = picture(f"icons/{self.icon}", round(size * _ICON), ink, look.mirrored)
            if drawn is not None:
                area = drawn.get_rect(midleft=(self._start, middle))
                if not self.show_words:
                    area.centerx = self.rect.centerx
                surface.blit(drawn, self.turned(area))
        if self.kind == "link":
            arrow = picture("icons/next", round(size * 0.9), ink, look.mirrored)
            if arrow is not None:
                area = arrow.get_rect(midright=(self.rect.right - self._pad(look)[0], middle))
                surface.blit(arrow, self.turned(area))
        for part in self._parts():
            part.draw(surface)
        self.draw_ring(surface, radius)

    def _draw_fill(self, surface: Surface, theme: Theme, ink: Colour, radius: int) -> None:
        style = self.style
        if not style.fill:
            if self.enabled and (self.hovered or self.held):
                box(surface, self.rect, radius, self.shaded(theme.sunken, ink))
            return
        fill = self.shaded(theme.colour(style.fill), ink) if self.enabled else theme.sunken
        if self.current:
            box(surface, self.rect, radius, theme.primary_soft, theme.primary, 2)
        elif style.edge:
            edge = theme.colour(style.edge) if self.enabled else theme.line
            box(surface, self.rect, radius, fill, edge, max(1, self.look.metrics.stroke - 2))
        else:
            box(surface, self.rect, radius, fill)


class Checkbox(Pressable):
    """A box that is ticked or not, with its label; `on_press` turns it."""

    role: Role | None = "checkbox"

    def __init__(self, words: str, checked: bool, on_press: Press, key: str = "") -> None:
        super().__init__(on_press)
        self.label = words
        self.checked = checked
        self.key = key
        self.words = TextBlock(words)

    def _box(self, look: Look) -> int:
        return round(look.metrics.body * 1.3)

    def natural(self, look: Look, limit: int) -> int:
        around = self._box(look) + look.metrics.s + 2 * look.metrics.xs
        return min(limit, around + self.words.natural(look, max(1, limit - around)))

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        room = max(1, width - self._box(look) - look.metrics.s - 2 * look.metrics.xs)
        self._room = room
        return max(look.metrics.target, self.words.measure(look, room) + 2 * look.metrics.xs)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        high = self.words.measure(self.look, self._room)
        left = rect.x + self.look.metrics.xs + self._box(self.look) + self.look.metrics.s
        self.put(self.words, Rect(left, rect.y + (rect.h - high) // 2, self._room, high))

    def draw(self, surface: Surface) -> None:
        theme, metrics = self.look.theme, self.look.metrics
        across = self._box(self.look)
        square = self.turned(Rect(self.rect.x + metrics.xs, self.rect.centery - across // 2, across, across))
        if self.checked:
            box(surface, square, metrics.radius_s, theme.primary)
            tick = picture("icons/check", round(across * 0.8), theme.on_primary)
            if tick is not None:
                surface.blit(tick, tick.get_rect(center=square.center))
        else:
            box(surface, square, metrics.radius_s, self.shaded(theme.surface, theme.ink), theme.edge, 2)
        self.words.draw(surface)
        self.draw_ring(surface, metrics.radius_s)
