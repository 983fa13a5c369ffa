"""Hard words in the window: a quiet row of them, each of which unfolds what it means, and folds it again.

Which words they are is `game.telling.hard_words`'s. What is unfolded is remembered by the screen, since widgets are
made anew whenever something changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pygame import Surface

from game.desktop.layout import Column, Row
from game.desktop.text import Run
from game.desktop.tokens import Colour, Theme
from game.desktop.widget_button import Button
from game.desktop.widget_paint import box
from game.desktop.widget_panel import Panel
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Press, Widget
from game.telling.language import _
from game.telling.page import Word, Words


class Unfolded:
    """Which words of a screen are unfolded, by the place that they stand in."""

    def __init__(self) -> None:
        self._open: set[str] = set()

    def shown(self, words: Words, place: str, changed: Press) -> Widget:
        """The row of `words`, and under it what those that are unfolded mean; a press tells `changed`.

        `place` names where they stand, so that the same word elsewhere stays as it is.
        """
        return Column(tuple(self._parts(words, place, changed)), gap="xs")

    def _parts(self, words: Words, place: str, changed: Press) -> Iterator[Widget]:
        def turn(key: str) -> None:
            self._open ^= {key}
            changed()

        keys = {one: f"word {place} {one.id}" for one in words.words}
        row = (Chip(one.word, key in self._open, lambda key=key: turn(key), key) for one, key in keys.items())  # type: ignore[misc]
        yield Row(tuple(row), role="group", label=_("Hard words"))
        yield from (meaning(one) for one, key in keys.items() if key in self._open)

    def forget(self) -> None:
        """Fold everything."""
        self._open.clear()


Explain = Callable[[Words], Widget]
"""Makes the widget of a page's hard words."""


def all_told(words: Words) -> Widget:
    """What every one of the words means: for a page on which nothing can be unfolded."""
    return Column(tuple(map(meaning, words.words)), gap="xs")


def meaning(word: Word) -> Widget:
    """A word and what it means; a screen reader says it as it appears."""
    said = TextBlock((Run(_("{word}: ").format(word=word.word), bold=True), Run(word.meaning)), colour="ink")
    said.role = "status"
    return Panel(said, fill="sunken", edge="", bar="primary", radius="radius_s")


class Chip(Button):
    """A word with a question mark, small and quiet, that says whether it is unfolded."""

    def __init__(self, word: str, expanded: bool, on_press: Press, key: str) -> None:
        super().__init__(
            _("{word}: what does it mean?").format(word=word),
            on_press,
            text_size="small",
            tight=True,
            key=key,
            shown=_("{word}?").format(word=word),
        )
        self.expanded = expanded

    def _draw_fill(self, surface: Surface, theme: Theme, ink: Colour, radius: int) -> None:
        if self.expanded:
            box(surface, self.rect, radius, self.shaded(theme.primary_soft, ink), theme.primary, 2)
        else:
            super()._draw_fill(surface, theme, ink, radius)
