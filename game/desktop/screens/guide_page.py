"""The guide of a story: the page that prepares a class, and a button that prints the whole of it.

What the page says is `telling.for_class`'s; writing the guide is left to a callable.
"""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.layout import Column, Row
from game.desktop.pages import blocks, widget
from game.desktop.screens import Context
from game.desktop.screens.page_screen import PageScreen
from game.desktop.widget_button import Button
from game.desktop.widget_scroll import Scroll
from game.desktop.widgets import Widget
from game.telling.language import N_, _
from game.telling.page import Page, Paragraph


class GuidePage(PageScreen):
    """The page, and those it leads to. `print_guide` writes the guide, and says in words what came of it; `in_class`
    plays the story on the wall."""

    def __init__(
        self,
        pages: Callable[[], tuple[Page, ...]],
        print_guide: Callable[[], Paragraph],
        in_class: Callable[[Context], None],
    ) -> None:
        super().__init__(pages, N_("For the class"), fiction=True)
        self._first = self.page.id
        self._print = print_guide
        self._in_class = in_class
        self._told: Paragraph | None = None

    def build(self, context: Context) -> Widget:
        reading = self.reading(context)
        if self.page.id != self._first:
            return reading

        def follow(to: str) -> None:
            self.follow(context, to)

        title, *rest = blocks(self.page, follow)
        button = Button(_("Print the guide"), lambda: self._press(context), icon="book", key="print guide")
        play = Button(
            _("Play with the class"), lambda: self._in_class(context), "primary", icon="class", key="in class"
        )
        told = () if self._told is None else (widget(self._told, follow),)
        body = Column((title, Row((play, button)), *told, *rest), gap="m", pad="l", limit="reading")
        return Scroll(body, key=f"page {self.page.id}")

    def _press(self, context: Context) -> None:
        self._told = self._print()
        context.focus("print guide")

    def forget(self) -> None:
        self._told = None
