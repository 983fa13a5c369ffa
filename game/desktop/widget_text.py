"""Words and pictures in the window: text, headings, pictures and avatars.

Shaping, wrapping and fallback of fonts are left to `text`.
"""

from __future__ import annotations

from typing import Literal

from pygame import Rect, Surface

from game.desktop import text
from game.desktop.text import Laid, Run
from game.desktop.tokens import Colour, Look
from game.desktop.widget_paint import disc, picture
from game.desktop.widgets import Role, Widget

TextAlign = Literal["start", "centre", "end"]

_KEPT = 4


class TextBlock(Widget):
    """Text in one or several runs, wrapped to its width.

    `size` names a type size ("body", "small", "lead", "h1", ...), `colour` a colour of the theme, for the runs that
    have none of their own.
    """

    role: Role | None = "label"

    def __init__(
        self,
        words: str | tuple[Run, ...],
        size: str = "body",
        colour: str = "ink",
        align: TextAlign = "start",
        bold: bool = False,
        spacing: float | None = None,
    ) -> None:
        super().__init__()
        self.runs = (Run(words, bold=bold),) if isinstance(words, str) else words
        self.label = "".join(run.text for run in self.runs)
        self.size = size
        self.colour = colour
        self.align: TextAlign = align
        self.spacing = spacing
        self._laid: dict[tuple[int, int, float, str, bool], Laid] = {}

    def laid(self, look: Look, width: int) -> Laid:
        """The text set in `width` pixels; the last few are kept."""
        size = look.metrics.size(self.size)
        spacing = look.metrics.line if self.spacing is None else self.spacing * look.metrics.spread
        key = (size, width, spacing, text.face(), look.mirrored)
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) >= _KEPT:
                self._laid.clear()
            found = text.layout(self.runs, size, max(1, width), spacing, self.align, look.mirrored)
            self._laid[key] = found
            if self.align == "start":
                # In exactly the room it takes, its lines break as they do in more.
                self._laid[size, found.width, spacing, text.face(), look.mirrored] = found
        return found

    def drop(self) -> None:
        """Forget how the text was set: it is set again when it is next drawn."""
        self._laid.clear()

    def natural(self, look: Look, limit: int) -> int:
        return min(limit, self.laid(look, limit).width)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return self.laid(look, width).height

    def draw(self, surface: Surface) -> None:
        laid = self.laid(self.look, self.rect.w)
        text.draw(surface, laid, *self.set_in(laid).topleft, self.look.theme.colour(self.colour))

    def set_in(self, laid: Laid) -> Rect:
        """The rectangle that the lines of this block fill: at the start of its own, whatever way each of them runs."""
        if self.align != "start":
            return self.rect
        at_right = self.look.mirrored or laid.backwards
        left = self.rect.right - laid.width if at_right else self.rect.x
        return Rect(left, self.rect.y, laid.width, laid.height)


class Heading(TextBlock):
    """A heading of `level` 1 (the screen's or page's title) to 3."""

    role: Role | None = "heading"

    def __init__(self, words: str, level: int = 2, colour: str = "ink", align: TextAlign = "start") -> None:
        super().__init__(words, size=f"h{level}", colour=colour, align=align, bold=True, spacing=1.2)
        self.level = level

    def states(self) -> tuple[str, ...]:
        return (*super().states(), f"level {self.level}")


class Status(TextBlock):
    """A line that says how something stands now; a screen reader says it whenever it changes."""

    role: Role | None = "status"


class Picture(Widget):
    """`assets/NAME.svg`, `height` body lines high; `tint` names a colour of the theme for a one-colour picture.

    With a `label` it is an image to a screen reader, without one a decoration.
    """

    def __init__(self, name: str, height: float = 1.35, tint: str = "", label: str = "", size: str = "body") -> None:
        super().__init__()
        self.name = name
        self.height = height
        self.tint = tint
        self.size = size
        if label:
            self.role, self.label = "image", label

    def _drawn(self, look: Look) -> Surface | None:
        tint = look.theme.colour(self.tint) if self.tint else None
        return picture(self.name, round(look.metrics.size(self.size) * self.height), tint, look.mirrored)

    def natural(self, look: Look, limit: int) -> int:
        drawn = self._drawn(look)
        return min(limit, drawn.get_width() if drawn else 0)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        drawn = self._drawn(look)
        return drawn.get_height() if drawn else 0

    def draw(self, surface: Surface) -> None:
        drawn = self._drawn(self.look)
        if drawn is not None:
            surface.blit(drawn, drawn.get_rect(center=self.rect.center))


class Avatar(Widget):
    """The round picture of a person of the cast, `assets/avatars/NAME.svg`, or the first letter of `person`."""

    def __init__(self, name: str, person: str, height: float = 2) -> None:
        super().__init__()
        self.name = name
        self.person = person
        self.height = height

    def _across(self, look: Look) -> int:
        # Faces need no room that words could use: they grow with the window, and little with the text.
        slower = float((100 / look.metrics.percent) ** 0.6)
        return round(self.height * look.metrics.body * slower)

    def natural(self, look: Look, limit: int) -> int:
        return min(limit, self._across(look))

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return self._across(look)

    def draw(self, surface: Surface) -> None:
        across = self._across(self.look)
        drawn = picture(f"avatars/{self.name}", across) if self.name else None
        if drawn is not None:
            surface.blit(drawn, (self.rect.x, self.rect.y))
            return
        centre = (self.rect.x + across // 2, self.rect.y + across // 2)
        disc(surface, centre, across // 2, self.look.theme.primary)
        letter(surface, centre, self.person[:1].upper(), round(across * 0.5), self.look.theme.on_primary)


def letter(surface: Surface, centre: tuple[int, int], mark: str, size: int, colour: Colour) -> None:
    """A short text (a letter, a number) centred on a point."""
    laid = text.layout((Run(mark, bold=True),), size, 10_000, 1.0)
    area = Rect(0, 0, laid.width, laid.height)
    area.center = centre
    text.draw(surface, laid, area.x, area.y, colour)
