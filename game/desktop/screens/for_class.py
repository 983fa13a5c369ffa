"""“For the class” in the window: what a teacher reads before, and the way onto the wall from there."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.layout import Row
from game.desktop.screens import Context
from game.desktop.screens.page_screen import PageScreen
from game.desktop.widget_button import Button
from game.desktop.widget_scroll import Dock
from game.desktop.widgets import Widget
from game.telling.for_class import FOR_CLASS
from game.telling.language import _
from game.telling.page import Page


class ForClass(PageScreen):
    """`pages` are the teacher's page and those that it leads to; `begin` plays the story with the class."""

    def __init__(self, pages: tuple[Page, ...], begin: Callable[[Context], None]) -> None:
        super().__init__(pages, _("For the class"), FOR_CLASS, fiction=True)
        self._begin = begin

    def build(self, context: Context) -> Widget:
        play = Button(
            _("Play with the class"), lambda: self._begin(context), "primary", icon="people", tight=True, key="in class"
        )
        return Dock(self.reading(context), Row((play,)))
