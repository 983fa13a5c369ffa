"""The debrief in the window: its pages as tabs, and the ways on from it.

What the pages say is the affair of `telling.debrief_pages` and `telling.what_if`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pygame import Rect, Surface

from game.desktop.layout import Column, Columns, Limit, Row
from game.desktop.pages import blocks
from game.desktop.play import Play
from game.desktop.screens import Context, Screen
from game.desktop.screens.class_turn import Way
from game.desktop.screens.stopping import ask_to_stop
from game.desktop.tokens import Look
from game.desktop.widget_button import Button, Kind
from game.desktop.widget_scroll import Dock
from game.desktop.widget_split import Anchored, airy, roomy
from game.desktop.widget_words import Explain, Unfolded
from game.desktop.widgets import Key, Widget
from game.telling.debrief_pages import PAGES, pages
from game.telling.hard_words import explained
from game.telling.language import _, current
from game.telling.page import Heading, Link, Page
from game.telling.what_if import what_ifs

_TABS = 0.3
"""The most of the height that the tabs may take above a page; they stand under it where they would take more."""


_ON, _BACK = ("page down", "right", "space"), ("page up", "left")
"""The keys that read on and back on a wall, view by view and from page to page."""

_ASIDE = PAGES.index("conversation")
"""The page that a wall goes past: a class has just read all of it. Its tab is there."""


def told_of(play: Play) -> tuple[Page, ...]:
    """What there is to look back at of a play, in the language spoken now: for `DebriefScreen`."""
    play.speak(current())
    made = (*pages(play.scenario, play.reference, play.log), *what_ifs(play.scenario, play.reference, play.log))
    return tuple(explained(page, play.reference.glossary) for page in made)


class DebriefScreen(Screen):
    """`pages` makes the pages in the language spoken now: those of `PAGES`, each with a tab, then those beside them.

    `again` plays the story once more; `go_back` goes on with the play from the choices at this index of its log;
    `others` leads to the other stories, None where there are none to choose from.
    """

    fiction = True
    pausable = True

    def __init__(
        self,
        pages: Callable[[], tuple[Page, ...]],
        again: Callable[[Context], None],
        go_back: Callable[[Context, int], None],
        others: Callable[[Context], None] | None = None,
    ) -> None:
        self._pages: Callable[[], tuple[Page, ...]] | None = pages
        self._again = again
        self._go_back = go_back
        self._others = others
        self._shown = 0
        self._beside = ""
        """The id of the page beside the shown one that is read in its place, or ""."""
        self._places: dict[str, Anchored] = {}
        self._unfolded = Unfolded()

    def title(self) -> str:
        return _("Looking back")

    def build(self, context: Context) -> Widget:
        if self._pages is None:
            return Column(())
        every = self._pages()
        pages = every[: len(PAGES)]
        beside = next((page for page in every[len(PAGES) :] if page.id == self._beside), None)
        page = _without_links(beside or pages[self._shown])
        tabs = self._tabs(context, pages)
        side_by_side = self._shown == 0 and roomy(context.look)
        explain = self._explain(context, page)
        parts = _columns(page, explain) if side_by_side else self._blocks(context, page, explain)
        foot = self._foot(context, pages) if _has_foot(context) else None
        # A page beside the others says itself where it leads.
        ways = () if beside else (self._ways(context, pages, in_foot=foot is not None),)
        place = self._places.setdefault(page.id, Anchored(f"debrief {page.id}"))
        limit: Limit = "wide" if side_by_side else "reading"
        body = (*parts, *ways)
        metrics = context.look.metrics
        above = tabs.measure(context.look, metrics.width - 2 * metrics.m) <= _TABS * metrics.height
        shown: Widget = place
        if roomy(context.look) or (above and foot is not None):
            place.show(Column(body, gap="m", pad="l" if roomy(context.look) else "m", limit=limit), body)
            shown = Tabbed(tabs, place)
        else:
            place.show(Column((tabs, *body) if above else (*body, tabs), gap="m", pad="m", limit=limit), body)
        return shown if foot is None else Dock(shown, foot)

    def on_key(self, context: Context, key: Key) -> bool:
        """Page through with Ctrl+Page Up and Ctrl+Page Down, as with tabs elsewhere."""
        if self._pages is None:
            return False
        if context.projected and key.plain and key.name == ".":
            # What a clicker's button for a black screen sends.
            context.pause()
            return True
        if context.projected and key.plain and key.name == "enter":
            return not key.repeat and self._go_on(context)
        if context.projected and key.plain and key.name in _ON + _BACK:
            return self._on_the_wall(context, 1 if key.name in _ON else -1, key.repeat)
        if not key.ctrl or key.name not in ("page up", "page down"):
            return False
        pages = self._pages()[: len(PAGES)]
        step = 1 if key.name == "page down" else -1
        self._turn_to(context, pages, (self._shown + step) % len(pages))
        return True

    def on_key_first(self, context: Context, key: Key) -> bool:
        """On a wall, the arrows of a clicker turn the pages too."""
        return context.projected and key.plain and key.name in ("left", "right") and self.on_key(context, key)

    def _on_the_wall(self, context: Context, step: int, repeat: bool) -> bool:
        """One view on or back; from the end of a page to the next one, from its top to the one before."""
        if self._pages is None:
            return False
        pages = self._pages()[: len(PAGES)]
        shown = self._beside or pages[self._shown].id
        if self._places[shown].on_key(Key("page down" if step > 0 else "page up")):
            context.redraw()
            return True
        turned = self._after(context, step)
        if repeat or self._beside or turned is None:
            return False
        self._show(context, turned)
        return True

    def _after(self, context: Context, step: int = 1) -> int | None:
        """The number of the page after the shown one, or before it (`step` -1); None where there is none."""
        turned = self._shown + step
        if context.projected and turned == _ASIDE:
            turned += step
        return turned if 0 <= turned < len(PAGES) else None

    def _go_on(self, context: Context) -> bool:
        """On a wall, straight to the next page, however long this one is; from a page beside it, back to it."""
        if self._beside:
            self._return(context)
            return True
        coming = self._after(context)
        if coming is not None:
            self._show(context, coming)
        return coming is not None

    def on_back(self, context: Context) -> bool:
        if self._beside:
            self._return(context)
        elif context.projected:
            ask_to_stop(context, _("Go on looking back"))
        else:
            return False
        return True

    def forget(self) -> None:
        self._pages = None
        self._beside = ""
        self._places.clear()
        self._unfolded.forget()

    def _blocks(self, context: Context, page: Page, explain: Explain) -> tuple[Widget, ...]:
        def go_back(to: int) -> None:
            self._go_back(context, to)

        return tuple(blocks(page, lambda to: self._follow(context, to), go_back=go_back, explain=explain))

    def _explain(self, context: Context, page: Page) -> Explain:
        return lambda words: self._unfolded.shown(words, page.id, context.refresh)

    def _tabs(self, context: Context, pages: tuple[Page, ...]) -> Widget:
        return Row(
            [
                Button(
                    _name(pages, number),
                    lambda number=number: self._show(context, number),  # type: ignore[misc]
                    current=number == self._shown,
                    tight=True,
                    key=f"tab {one.id}",
                )
                for number, one in enumerate(pages)
            ],
            role="tablist",
            label=_("Pages of the debrief"),
            align="centre",
        )

    def _foot(self, context: Context, pages: tuple[Page, ...]) -> Widget:
        """On a wall, which key does what, in one quiet line that is always there."""
        coming = self._after(context)
        ways = [Way(_("Page Down"), _("read on"), lambda: self._read_on(context))]
        if self._beside:
            ways.insert(0, Way(_("Enter"), _("back"), lambda: self._return(context), main=True))
        elif coming is not None:
            words = _("next, “{page}”").format(page=_name(pages, coming))
            ways.insert(0, Way(_("Enter"), words, lambda: self._show(context, coming), main=True))
        else:
            ways.append(Way(_("Esc"), _("stop here"), lambda: ask_to_stop(context, _("Go on looking back"))))
        return Row([way.widget for way in ways], gap="s", role="group", label=_("For the teacher"))

    def _read_on(self, context: Context) -> None:
        self._on_the_wall(context, 1, repeat=False)

    def _ways(self, context: Context, pages: tuple[Page, ...], in_foot: bool) -> Widget:
        """On to the next page, unless the foot leads there, to another story, to this one again, or to the start."""
        coming = self._after(context)
        others = self._others
        ways = [
            Button(_("Play again"), lambda: self._again(context), icon="reload", key="again"),
            Button(_("Back to the start"), context.home, key="start"),
        ]
        if others is not None and not context.projected:
            # On the last page nothing else leads on.
            kind: Kind = "primary" if coming is None else "quiet"
            ways.insert(0, Button(_("Another story"), lambda: others(context), kind, icon="book", key="others"))
        if coming is not None and not in_foot:
            words = _("Next: {page}").format(page=_name(pages, coming))
            ways.insert(
                0,
                Button(
                    words,
                    lambda: self._turn_to(context, pages, coming),
                    "primary",
                    icon="next",
                    key="next",
                ),
            )
        return Row(ways, align="start")

    def _show(self, context: Context, number: int) -> None:
        self._shown, self._beside = number, ""
        context.refresh()

    def _turn_to(self, context: Context, pages: tuple[Page, ...], number: int) -> None:
        """Show a page by another way than its tab; the keyboard goes on from there."""
        self._shown, self._beside = number, ""
        context.focus(f"tab {pages[number].id}")

    def _follow(self, context: Context, to: str) -> None:
        """Read a page beside this one, or come back from it."""
        if to in PAGES:
            self._return(context)
            return
        self._beside = to
        self._places.pop(to, None)
        context.focus(f"tab {PAGES[self._shown]}")

    def _return(self, context: Context) -> None:
        """Back to the page that the one beside it was reached from, and to the way that led there."""
        left, self._beside = self._beside, ""
        context.focus(f"link {left}")


def _has_foot(context: Context) -> bool:
    return context.projected and airy(context.look)


def _stay(page: str) -> None:
    """The tabs lead to the other pages, so the window leaves the pages' own links out."""


def _name(pages: tuple[Page, ...], number: int) -> str:
    return pages[number].title if number else _("In short")


def _without_links(page: Page) -> Page:
    return replace(page, blocks=tuple(block for block in page.blocks if not isinstance(block, Link)))


def _columns(page: Page, explain: Explain) -> tuple[Widget, ...]:
    """What happened and what went well, beside what to remember and who helps: all of it in view at once."""
    headings = [number for number, block in enumerate(page.blocks) if isinstance(block, Heading)]
    half = headings[1] if len(headings) > 1 else len(page.blocks)
    title, *left = blocks(replace(page, blocks=page.blocks[:half]), _stay, explain=explain)
    _, *right = blocks(replace(page, blocks=page.blocks[half:]), _stay, explain=explain)
    return title, Columns((Column(left, gap="m"), Column(right, gap="m")), gap="xl", least=20)


class Tabbed(Widget):
    """Tabs that stay in view, and under them the page that they belong to."""

    grow = 1

    def __init__(self, tabs: Widget, page: Widget) -> None:
        super().__init__()
        self.head = Column((tabs,), pad="s")
        self.children = (self.head, page)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return sum(child.measure(look, width) for child in self.children)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        head, page = self.children
        high = head.measure(self.look, rect.w)
        self.put(head, Rect(rect.x, rect.y, rect.w, high))
        self.put(page, Rect(rect.x, rect.y + high, rect.w, rect.h - high))

    def draw(self, surface: Surface) -> None:
        super().draw(surface)
        surface.fill(self.look.theme.line, (self.rect.x, self.head.rect.bottom - 1, self.rect.w, 1))
