"""Reading pages in the terminal: one after the other, and by their links.

What the pages say is left to `telling`, how one is printed to `print_page`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from game.cli.print_page import links, page_lines
from game.cli.terminal import InputEnded, Terminal
from game.engine.events import Log
from game.engine.model import Scenario
from game.engine.reference import Reference
from game.telling import debrief_pages, help_now
from game.telling.for_class import FOR_CLASS, for_class
from game.telling.hard_words import explained, with_words
from game.telling.language import _
from game.telling.page import GoBack, Link, Page, full
from game.telling.what_if import what_ifs

QUIT = ("q", "quit", "exit")
_BACK = ("r", "b")
_WHO = "who-helps"


class WayOut(Exception):
    """The player leaves by the way out: the screen is wiped and nothing is kept."""


def read_help(terminal: Terminal, reference: Reference) -> None:
    """“It is happening to me now”, page by page; everybody who helps is one number away on each of them."""
    pages = with_words(help_now.pages(reference), reference, _WHO)
    shown = {page.id: page for page in pages}
    who = Link(shown[_WHO].title, _WHO)
    ways = {page.id: _with(links(page), who, page.id) for page in pages}
    _read(terminal, shown, ways, help_now.sequence, set(), None)


def read_debrief(terminal: Terminal, scenario: Scenario, reference: Reference, log: Log) -> int | None:
    """The debrief of a play, finished or not; where nothing more can be read, what is left of it is printed.

    What comes out is the index in the log of the choices that the reader wants to go back to, None when they are done.
    """
    pages = debrief_pages.pages(scenario, reference, log)
    order = tuple(page.id for page in pages)
    every = (*pages, *what_ifs(scenario, reference, log))
    shown = {page.id: explained(page, reference.glossary) for page in every}
    seen: set[str] = set()
    try:
        ways = {page.id: links(page) for page in shown.values()}
        return _read(terminal, shown, ways, order, seen, lambda: read_help(terminal, reference))
    except InputEnded:
        for page in pages:
            if page.id not in seen:
                terminal.say()
                terminal.say()
                terminal.say_all(page_lines(shown[page.id], terminal.width))
        return None


def read_for_class(terminal: Terminal, scenario: Scenario, reference: Reference) -> None:
    """What prepares a class for the story; its links lead to pages of help."""
    pages = (for_class(scenario, reference, date.today()), *help_now.pages(reference))
    shown = {page.id: page for page in pages}
    ways = {page.id: links(page) for page in pages}
    _read(terminal, shown, ways, (FOR_CLASS,), set(), lambda: read_help(terminal, reference))


def _with(found: tuple[Link | GoBack, ...], who: Link, page: str) -> tuple[Link | GoBack, ...]:
    if page == who.page or any(isinstance(link, Link) and link.page == who.page for link in found):
        return found
    return (*found, who)


def _read(
    terminal: Terminal,
    pages: dict[str, Page],
    ways: dict[str, tuple[Link | GoBack, ...]],
    order: Sequence[str],
    seen: set[str],
    on_help: Callable[[], None] | None,
) -> int | None:
    """Show pages from the first of `order` until the reader has had enough; `seen` gathers those shown.

    What comes out is where in the play the reader wants to go back to, if they do. `on_help` is what h does; None among
    the pages of help, where it shows everybody who helps. Raises `WayOut` and `InputEnded`.
    """
    trail = [order[0]]
    show = True
    while trail:
        here = trail[-1]
        offered = [way for way in ways[here] if isinstance(way, GoBack) or way.page in pages]
        if show:
            seen.add(here)
            terminal.say()
            terminal.say()
            terminal.say_all(page_lines(pages[here], terminal.width))
            if offered:
                terminal.say()
            for number, way in enumerate(offered, 1):
                terminal.say(f"{number}. {full(way)}", hang=3)
            terminal.say()
        typed = terminal.ask(_prompt(here, bool(offered), order)).lower().rstrip(".)")
        show = True
        if typed in QUIT:
            raise WayOut
        if typed in _BACK:
            return None
        if not typed:
            _go_on(trail, order)
        elif typed == "h" and on_help is not None:
            on_help()
        elif typed == "h":
            trail += [_WHO] if here != _WHO else []
        elif typed == "?":
            _commands(terminal, bool(offered))
            show = False
        elif typed.isdecimal() and 1 <= int(typed[:3]) <= len(offered):
            taken = offered[int(typed[:3]) - 1]
            if isinstance(taken, GoBack):
                return taken.to
            trail.append(taken.page)
        else:
            terminal.say(_("“{typed}” is not possible here. Type ? to see what is.").format(typed=typed))
            show = False
    return None


def _commands(terminal: Terminal, numbers: bool) -> None:
    for line in (
        _("Enter alone: read on."),
        *([_("A number: go where it leads.")] if numbers else []),
        _("h: help. Who to call, at any hour."),
        _("r: go back to where you were."),
        _("q: leave at once. The screen is wiped and nothing is kept."),
    ):
        terminal.say(line, hang=2)


def _go_on(trail: list[str], order: Sequence[str]) -> None:
    """The page after this one in `order`; from a page beside it, back to where the reader came from."""
    here = trail.pop()
    if here in order[:-1]:
        trail[:] = [order[order.index(here) + 1]]


def _prompt(here: str, numbers: bool, order: Sequence[str]) -> str:
    if here in order[:-1]:
        if numbers:
            return _("Enter for the next page, a number, r to go back, q to leave:")
        return _("Enter for the next page, r to go back, q to leave:")
    if numbers:
        return _("Enter to go on, a number, r to go back, q to leave:")
    return _("Enter to go on, r to go back, q to leave:")
