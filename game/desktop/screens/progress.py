"""What was met over the plays: in words, in a small picture, and never as a mark.

The words are `telling.progress`'s, what is kept of it `screens.kept`'s. Without anything kept, it shows this sitting.
"""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.layout import Column, Spacer
from game.desktop.pages import blocks
from game.desktop.screens import Context, Screen
from game.desktop.screens.kept import kept_section
from game.desktop.sitting import Sitting
from game.desktop.widget_garland import Garland
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_split import Rule
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Widget
from game.engine.reference import Reference
from game.telling import country
from game.telling.language import _
from game.telling.progress import lit, progress_page


class Progress(Screen):
    """`reference` gives the words of signs and steps, of the language and country chosen now."""

    def __init__(self, sitting: Sitting, reference: Callable[[], Reference]) -> None:
        self._sitting: Sitting | None = sitting
        self._reference = reference
        self._read: tuple[tuple[str, str], Reference] | None = None

    def title(self) -> str:
        return _("Your discoveries")

    def on_show(self, context: Context) -> None:
        if self._sitting is not None:
            # What was erased on another visit is no news.
            self._sitting.erased = None

    def build(self, context: Context) -> Widget:
        if self._sitting is None:
            return Column(())
        if self._read is None or self._read[0] != country.reader():
            self._read = country.reader(), self._reference()
        reference = self._read[1]
        plays = self._sitting.plays
        heading, *words = blocks(progress_page(plays, reference), lambda page: None)
        body = [
            heading,
            *_garlands(lit(plays, reference), len(reference.families)),
            *words,
            Spacer("s"),
            Rule(),
            *kept_section(context, self._sitting),
        ]
        return Scroll(Column(body, gap="m", pad="l", limit="reading"), key="progress")

    def forget(self) -> None:
        self._sitting = None


def _garlands(lights: tuple[tuple[str, bool], ...], families: int) -> tuple[Widget, ...]:
    """The families of signs on one string, the steps on another."""
    signs, steps = lights[:families], lights[families:]
    shown = (
        (signs, _("A garland with a lantern for each family of signs. Lit: {names}.")),
        (steps, _("A garland with a lantern for each step. Lit: {names}.")),
    )
    parts: list[Widget] = []
    for some, words in shown:
        names = ", ".join(name for name, met in some if met) or _("none yet")
        parts.append(Garland(tuple(met for _name, met in some), words.format(names=names)))
    caption = _("One lantern for each family of signs, then one for each step. Those you have come across are lit.")
    return (Column((*parts, TextBlock(caption, "small", "ink_soft")), gap="xs"),)
