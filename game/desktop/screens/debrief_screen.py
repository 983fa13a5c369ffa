"""The debrief in the window: its pages as tabs, and the ways on from it.

What the pages say is `telling.debrief_pages`' affair.
"""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.layout import Column, Columns, Row
from game.desktop.pages import blocks, view, widget
from game.desktop.screens import Context, Screen
from game.desktop.widget_button import Button
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_split import roomy
from game.desktop.widgets import Key, Widget
from game.telling.language import _
from game.telling.page import Block, Heading, Link, Page


class DebriefScreen(Screen):
    """`pages` makes the pages in the language spoken now; `again` plays the story once more."""

    fiction = True

    def __init__(self, pages: Callable[[], tuple[Page, ...]], again: Callable[[Context], None]) -> None:
        self._pages: Callable[[], tuple[Page, ...]] | None = pages
        self._again = again
        self._shown = 0

    def title(self) -> str:
        return _("Looking back")

    def build(self, context: Context) -> Widget:
        if self._pages is None:
            return Column(())
        pages = self._pages()
        page = pages[self._shown]
        tabs = Row(
            [
                Button(
                    _("In short") if one is pages[0] else one.title,
                    lambda number=number: self._show(context, number),  # type: ignore[misc]
                    current=number == self._shown,
                    tight=True,
                    key=f"tab {one.id}",
                )
                for number, one in enumerate(pages)
            ],
            role="group",
            label=_("Pages of the debrief"),
            align="centre",
        )
        ways = Row(
            (
                Button(_("Play again"), lambda: self._again(context), "primary", icon="reload", key="again"),
                Button(_("Back to the start"), context.home, key="start"),
            ),
            align="centre",
        )
        parts = (tabs, _side_by_side(page) if self._shown == 0 and roomy(context.look) else _one_column(page), ways)
        return Scroll(Column(parts, gap="s", pad="m"), key=f"debrief {page.id}")

    def on_key(self, context: Context, key: Key) -> bool:
        """Page through with Ctrl+Page Up and Ctrl+Page Down, as with tabs elsewhere."""
        if self._pages is None or not key.ctrl or key.name not in ("page up", "page down"):
            return False
        step = 1 if key.name == "page down" else -1
        self._show(context, (self._shown + step) % len(self._pages()))
        return True

    def forget(self) -> None:
        self._pages = None

    def _show(self, context: Context, number: int) -> None:
        self._shown = number
        context.refresh()


def _stay(page: str) -> None:
    """The tabs lead to the other pages, so the window leaves the pages' own links out."""


def _without_links(page: Page) -> tuple[Block, ...]:
    return tuple(block for block in page.blocks if not isinstance(block, Link))


def _one_column(page: Page) -> Widget:
    return view(Page(page.id, page.title, _without_links(page)), _stay)


def _side_by_side(page: Page) -> Widget:
    """What happened and what went well, beside what to remember and who helps: all of it in view at once."""
    shown = _without_links(page)
    headings = [number for number, block in enumerate(shown) if isinstance(block, Heading)]
    half = headings[1] if len(headings) > 1 else len(shown)
    left = Column(blocks(Page(page.id, page.title, shown[:half]), _stay), gap="m")
    right = Column([widget(block, _stay) for block in shown[half:]], gap="m")
    return Column((Columns((left, right), gap="xl", least=20),), pad="l", limit="wide")
