"""The top bar: back, the title, pause where there is a conversation, help and the way out, on every screen.

It never scrolls away and takes at most about 15 % of the height, so its text stops growing earlier than the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from pygame import Rect, Surface

from game.desktop.tokens import TEXT_PERCENTS, Look, metrics
from game.desktop.widget_button import Button
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Press, Role, Widget
from game.telling.language import _

HIGHEST = 0.15
"""The most of the window's height that the bar may take."""

_CLOSE = 1.2
"""How far the title and the mark under it stand apart, in em, where they would be too high."""


class Bar(Widget):
    """`on_back` and `on_pause` None leave their buttons out.

    `fiction` bears "Fiction · Vigichat", which is never left out. Where the window is too narrow, the words of the back
    and the pause button go first, then the title: the page says it too. The type is smaller than the window's only
    where all that would not help the fullest bar of all, so that Help has one size on every screen. On a wall higher
    than wide, where the text may not shrink, the other buttons are left with their signs at last.
    """

    role: Role | None = "group"

    def __init__(
        self,
        title: str,
        fiction: bool,
        on_back: Press | None,
        on_help: Press,
        on_leave: Press,
        in_help: bool = False,
        on_pause: Press | None = None,
    ) -> None:
        super().__init__()
        self.label = _("Top bar")
        self._on_back = on_back
        self._on_pause = on_pause
        self._back: Button | None = None
        self._pause: Button | None = None
        self._title = TextBlock(title, size="body", bold=True) if title else None
        self._fiction = _mark() if fiction else None
        self._help = Button(_("Help"), on_help, "help", icon="help", tight=True, current=in_help, key="bar help")
        self._leave = Button(_("Leave"), on_leave, "leave", icon="exit", tight=True, key="bar leave")

    def measure(self, look: Look, width: int) -> int:
        window = look.metrics
        self._help.show_words = self._leave.show_words = True
        for percent in sorted((p for p in TEXT_PERCENTS if p <= window.percent), reverse=True):
            # Each text has one line here, which needs no spacing.
            sizes = metrics(window.width, window.height, percent, projected=window.projected)
            self.look = replace(look, metrics=sizes)
            if self._holds_the_fullest(width):
                break
        if not self._fill(width):
            self._help.show_words = self._leave.show_words = False
            self._fill(width)
        return self._high()

    def _holds_the_fullest(self, width: int) -> bool:
        """Whether the least of the fullest bar of any screen fits: all bars of one look have one size of type."""
        look = self.look
        buttons = (_plain("back"), _plain("pause"), self._help, self._leave)
        mark = _mark()
        # Between two of them and at both ends there is a gap, and one more on both sides of the mark.
        wide = sum(part.natural(look, width) for part in (*buttons, mark)) + 8 * look.metrics.s
        return wide <= width and self._height_of(buttons, (mark,)) <= self._highest

    def _fill(self, width: int) -> bool:
        """Choose what is shown in this width: words go before the title, and come back where the title had to go.

        False when even the least of this bar is too wide.
        """
        look = self.look
        gap = look.metrics.s
        fixed = sum(button.natural(look, width) + gap for button in (self._help, self._leave)) + 2 * gap
        marked = self._fiction.natural(look, width) if self._fiction else 0
        titled = self._title.natural(look, width) if self._title else 0
        narrow = False
        for with_title, in_words in product((True, False), ((True, True), (False, True), (False, False))):
            middle = max(titled, marked) if with_title else marked
            back, pause = self._back_button(in_words[0]), self._pause_button(in_words[1])
            taken = fixed + sum(button.natural(look, width) + gap for button in (back, pause) if button)
            self._show(back, pause, with_title)
            narrow = taken + middle + (2 * gap if middle else 0) > width
            if not narrow and self._low_enough():
                break
        return not narrow

    def _low_enough(self) -> bool:
        """Whether what is shown is not too high, with its lines closer together where that is needed."""
        for spacing in (None, _CLOSE):
            for part in self._middle:
                part.spacing = spacing
            if self._high() <= self._highest:
                return True
        return False

    @property
    def _highest(self) -> float:
        return HIGHEST * self.look.metrics.height

    def _back_button(self, in_words: bool) -> Button | None:
        return None if self._on_back is None else _plain("back", _("Back"), self._on_back, in_words)

    def _pause_button(self, in_words: bool) -> Button | None:
        return None if self._on_pause is None else _plain("pause", _("Pause"), self._on_pause, in_words)

    def _show(self, back: Button | None, pause: Button | None, with_title: bool) -> None:
        self._back, self._pause = back, pause
        self._middle = [part for part in (self._title if with_title else None, self._fiction) if part is not None]
        parts = (back, *self._middle, pause, self._help, self._leave)
        self.children = tuple(part for part in parts if part is not None)

    def _buttons(self) -> list[Button]:
        return [button for button in (self._back, self._pause, self._help, self._leave) if button is not None]

    def _high(self) -> int:
        return self._height_of(self._buttons(), self._middle)

    def _height_of(self, buttons: Sequence[Widget], words: Sequence[Widget]) -> int:
        """The height of a bar with these buttons beside each other, and these words under each other."""
        look, width = self.look, self.look.metrics.width
        highest = max(button.measure(look, button.natural(look, width)) for button in buttons)
        # The ring of a button stays in the bar.
        around = max(look.metrics.xs, look.metrics.ring + 1)
        return max(highest, sum(part.measure(look, width) for part in words)) + 2 * around + 2

    def place(self, rect: Rect) -> None:
        super().place(rect)
        look, gap = self.look, self.look.metrics.s
        right, left = rect.right - gap, rect.x + gap
        for button in (self._leave, self._help, self._pause):
            if button is None:
                continue
            wide = button.natural(look, rect.w)
            high = button.measure(look, wide)
            self.put(button, Rect(right - wide, rect.centery - high // 2, wide, high))
            right -= wide + gap
        if self._back is not None:
            wide = self._back.natural(look, rect.w)
            high = self._back.measure(look, wide)
            self.put(self._back, Rect(left, rect.centery - high // 2, wide, high))
            left += wide + gap
        heights = [part.measure(look, right - left) for part in self._middle]
        y = rect.centery - sum(heights) // 2
        for part, high in zip(self._middle, heights, strict=True):
            self.put(part, Rect(left + gap, y, right - left - 2 * gap, high))
            y += high

    def draw(self, surface: Surface) -> None:
        surface.fill(self.look.theme.bar, self.rect)
        surface.fill(self.look.theme.line, (self.rect.x, self.rect.bottom - 1, self.rect.w, 1))
        super().draw(surface)


def _mark() -> TextBlock:
    # The name of the game is the same in every language; the word before it too.
    return TextBlock("Fiction · Vigichat", size="small", colour="ink_soft")


def _plain(name: str, words: str = "", on_press: Press | None = None, in_words: bool = False) -> Button:
    """A button without a fill, named like its sign."""
    button = Button(words, on_press, "bare", icon=name, tight=True, key=f"bar {name}")
    button.show_words = in_words
    return button
