"""A screen that shows one page of a set at a time, and follows the links between them.

What the pages say is `game.telling`'s, how their blocks look `pages`'.
"""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.pages import view
from game.desktop.screens import Context, Screen
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_words import Unfolded
from game.desktop.widgets import Widget
from game.telling import country
from game.telling.language import _
from game.telling.page import Page, Words


class PageScreen(Screen):
    """Begins on the page called `first`, else on the first one; Back goes through the pages that were read.

    `pages` makes them in the language spoken now, with the help of the country chosen now. `name`, a sentence of the
    interface as it is written in the code, is said in the bar. Raises ValueError when there is no page.
    """

    def __init__(
        self, pages: Callable[[], tuple[Page, ...]], name: str, first: str = "", fiction: bool = False
    ) -> None:
        self._make = pages
        self._name = name
        self._take()
        self._read = [first if first in self._pages else next(iter(self._pages))]
        self._unfolded = Unfolded()
        self.fiction = fiction

    def _take(self) -> None:
        pages = self._make()
        if not pages:
            raise ValueError("a page screen needs a page")
        self._pages = {page.id: page for page in pages}
        self._made_for = country.reader()

    @property
    def page(self) -> Page:
        """The page shown now."""
        return self._pages[self._read[-1]]

    def title(self) -> str:
        return _(self._name)

    def build(self, context: Context) -> Widget:
        return self.reading(context)

    def reading(self, context: Context, large: bool = False) -> Scroll:
        """The page in a scrolling part of its own: another page begins at its top."""
        if self._made_for != country.reader():
            self._take()
        page = self.page

        def explain(words: Words) -> Widget:
            return self._unfolded.shown(words, page.id, context.refresh)

        shown = view(page, lambda to: self.follow(context, to), large, explain)
        return Scroll(shown, key=f"page {page.id}")

    def follow(self, context: Context, to: str) -> None:
        """Show the page called `to`; a page that was read before is gone back to. An unknown id does nothing."""
        if to in self._read:
            del self._read[self._read.index(to) + 1 :]
        elif to in self._pages:
            self._read.append(to)
        context.focus("")

    def on_back(self, context: Context) -> bool:
        if len(self._read) == 1:
            return False
        self._read.pop()
        context.focus("")
        return True
