"""The debrief in the window: its pages as tabs, and the ways on from it.

What the pages say is `telling.debrief_pages`' affair.
"""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.layout import Column, Row
from game.desktop.pages import view
from game.desktop.screens import Context, Screen
from game.desktop.widget_button import Button
from game.desktop.widget_scroll import Scroll
from game.desktop.widgets import Key, Widget
from game.telling.language import _
from game.telling.page import Page


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
                    one.title,
                    lambda number=number: self._show(context, number),  # type: ignore[misc]
                    current=number == self._shown,
                    tight=True,
                    key=f"tab {one.id}",
                )
                for number, one in enumerate(pages)
            ],
            role="group",
            label=_("Pages of the debrief"),
        )
        ids = [one.id for one in pages]
        body = view(page, lambda to: self._show(context, ids.index(to)))
        ways = Row(
            (
                Button(_("Play again"), lambda: self._again(context), "primary", icon="reload", key="again"),
                Button(_("Back to the start"), context.home, key="start"),
            )
        )
        return Scroll(
            Column((tabs, body, Column((ways,), limit="reading")), gap="m", pad="m"), key=f"debrief {page.id}"
        )

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
