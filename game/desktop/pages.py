"""Pages in the window: the blocks of a `telling.page.Page` as widgets.

What the pages say is left to `game.telling`; going from one to another to `screens.page_screen`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pygame import Surface

from game.desktop.layout import Beside, Column, Row, Spacer
from game.desktop.text import Run
from game.desktop.tokens import Look
from game.desktop.widget_button import Button
from game.desktop.widget_paint import disc
from game.desktop.widget_panel import Bubble, Notes, Notice, Panel
from game.desktop.widget_text import Heading, Picture, TextBlock, letter
from game.desktop.widget_words import Explain, all_told
from game.desktop.widgets import Press, Widget, walk
from game.telling import page as told
from game.telling.language import _

Follow = Callable[[str], None]
"""Goes to the page with this id."""

GoBack = Callable[[int], None]
"""Goes back to the choices that were offered at this index of the play's log."""


def _nowhere(to: int) -> None:
    """For pages that are about no play."""


def view(page: told.Page, follow: Follow, large: bool = False, explain: Explain = all_told) -> Column:
    """The whole page in a column that reads well: its title, then its blocks.

    `large` sets plain paragraphs and lists as large as leads: for a page that holds one thing to do. `explain` makes
    what is seen of its hard words.
    """
    size = "lead" if large else "body"
    return Column(blocks(page, follow, size, explain=explain), gap="m", pad="l", limit="reading")


def blocks(
    page: told.Page, follow: Follow, size: str = "body", go_back: GoBack = _nowhere, explain: Explain = all_told
) -> Iterator[Widget]:
    """The title of the page and its blocks, each as a widget; `size` names the type size of plain text."""
    yield Heading(page.title, level=1)
    before: told.Block | None = None
    for block in page.blocks:
        if isinstance(block, told.Heading) and before is not None:
            yield Spacer("s")
        yield explain(block) if isinstance(block, told.Words) else widget(block, follow, size, go_back)
        before = block


def widget(block: told.Block, follow: Follow, size: str = "body", go_back: GoBack = _nowhere) -> Widget:
    """One block as a widget."""
    match block:
        case told.Heading(text, level):
            return Heading(text, level)
        case told.Paragraph(spans, tone):
            return _paragraph(runs(spans), tone, size)
        case told.Bullets(items, numbers):
            return _bullets(items, numbers, size)
        case told.Quote(speaker, spans):
            return _quote(speaker, runs(spans))
        case told.Bubble():
            return _bubble(block)
        case told.Card():
            return card(block)
        case told.Code(lines):
            return _code(lines)
        case told.Link(text, to):
            return Button(text, lambda: follow(to), "link", key=f"link {to}")
        case told.Words():
            return all_told(block)
        case told.Ways(ways):
            return Row([_way(way, follow, go_back) for way in ways])


def _way(way: told.Link | told.GoBack, follow: Follow, go_back: GoBack) -> Button:
    """A quiet way on: a screen reader hears where it starts from, the eye sees it."""
    shown = way.text if way.where else ""
    match way:
        case told.Link(_, page):
            return Button(told.full(way), lambda: follow(page), icon="eye", tight=True, shown=shown, key=f"link {page}")
        case told.GoBack(_, to):
            return Button(
                told.full(way), lambda: go_back(to), icon="undo", tight=True, shown=shown, key=f"go back {to}"
            )


def runs(spans: tuple[told.Span, ...]) -> tuple[Run, ...]:
    """Spans as runs of text."""
    return tuple(Run(span.text, bold=span.strong, underline=span.underline) for span in spans)


def _paragraph(words: tuple[Run, ...], tone: told.Tone, size: str) -> Widget:
    match tone:
        case "plain":
            return TextBlock(words, size=size)
        case "lead":
            return TextBlock(words, size="lead")
        case "small":
            return TextBlock(words, size="small", colour="ink_soft")
        case "good":
            return _toned(words, "good", "check", size)
        case "note":
            return _toned(words, "note", "info", size)


def _toned(words: tuple[Run, ...], tone: str, icon: str, size: str) -> Widget:
    inside = Beside(Picture(f"icons/{icon}", tint=tone, size=size), TextBlock(words, size=size), gap="s")
    return Panel(inside, fill=f"{tone}_soft", edge="", role="note")


def _bullets(items: tuple[tuple[told.Span, ...], ...], numbers: tuple[str, ...], size: str) -> Widget:
    listed = []
    for at, item in enumerate(items):
        number = numbers[at] if at < len(numbers) else ""
        words = TextBlock(runs(item), size=size)
        words.role = None
        listed.append(Item(number, Beside(Marker(number, any(numbers), size), words, gap="s"), words.label))
    return Column(listed, gap="s", role="list")


class Item(Column):
    """One item of a list; a screen reader hears its number with it."""

    def __init__(self, number: str, inside: Widget, said: str) -> None:
        label = f"{number}. {said}" if number else said
        super().__init__((inside,), role="listitem", label=label)


class Marker(Widget):
    """What stands in front of an item: its number in a disc, or a dot; `wide` keeps the room of a number."""

    def __init__(self, number: str, wide: bool, size: str = "body") -> None:
        super().__init__()
        self.number = number
        self.wide = wide
        self.size = size

    def natural(self, look: Look, limit: int) -> int:
        return min(limit, round(look.metrics.size(self.size) * (1.7 if self.wide else 1)))

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return round(look.metrics.size(self.size) * (1.7 if self.number else look.metrics.line))

    def draw(self, surface: Surface) -> None:
        theme, size = self.look.theme, self.look.metrics.size(self.size)
        # Level with the middle of the first line beside it.
        centre = (self.rect.centerx, self.rect.y + round(size * self.look.metrics.line / 2))
        if self.number:
            disc(surface, centre, round(size * 0.8), theme.primary)
            letter(surface, centre, self.number, round(size * 0.85), theme.on_primary)
        else:
            disc(surface, centre, max(3, round(size * 0.17)), theme.primary)


def _quote(speaker: str, words: tuple[Run, ...]) -> Widget:
    text = TextBlock(words, colour="ink")
    if not speaker:
        return Panel(text, fill="sunken", edge="", bar="primary")
    name = TextBlock(speaker, size="small", colour="ink_soft", bold=True)
    # The panel says both: apart, nobody would hear who speaks.
    said = _("{speaker}: {words}").format(speaker=speaker, words=text.label)
    name.role = text.role = None
    return Panel(Column((name, text), gap=""), fill="sunken", edge="", bar="primary", role="note", label=said)


def _code(lines: tuple[str, ...]) -> Widget:
    # No-break spaces keep what begins a line from being trimmed where it wraps.
    typed = (line.lstrip(" ").rjust(len(line), "\u00a0") for line in lines)
    return Panel(Column([TextBlock(line, size="small") for line in typed], gap=""), fill="sunken")


def _bubble(block: told.Bubble) -> Widget:
    if block.speaker:
        return Bubble(block.speaker, runs(block.spans), block.mine, block.avatar, block.notes)
    notice = Notice(runs(block.spans))
    return Column((notice, Notes(block.notes)), gap="xs", align="centre") if block.notes else notice


_CARDS: dict[told.CardKind, tuple[str, str, str, str]] = {
    "helpline": ("phone", "help_soft", "help_edge", "ink"),
    "law": ("law", "surface", "line", "primary"),
    "step": ("book", "surface", "line", "primary"),
    "sign": ("flag-filled", "mark_soft", "", "mark"),
    "words": ("quote", "primary_soft", "primary_edge", "primary"),
}
"""By kind: icon, fill, edge and the icon's colour."""


def card(block: told.Card) -> Widget:
    """A boxed piece: its icon and title, its lines, and its small line."""
    icon, fill, edge, tint = _CARDS[block.kind]
    if block.kind == "helpline" and not any(char.isdigit() for char in block.title):
        # It is written to, not called.
        icon = "chat"
    size = "h2" if block.kind == "helpline" else "h3"
    title = Heading(block.title, level=2 if size == "h2" else 3)
    lines = [TextBlock(line, size="lead" if block.kind == "words" else "body") for line in block.lines]
    if block.small:
        lines.append(TextBlock(block.small, size="small", colour="ink_soft"))
    top = Beside(Picture(f"icons/{icon}", height=1.15, tint=tint, size=size), title, gap="s", middle=True)
    body = Column((top, *lines), gap="xs")
    return Panel(body, fill=fill, edge=edge, shadow=fill == "surface", role="group", label=block.title)


class Strip(Panel):
    """The helpline in a line or two, to stand at the foot of a screen; it takes what is left of a Row.

    `brief` shows its name and where to write. A press shows everybody who helps, where `on_press` says how.
    """

    grow = 20

    def __init__(self, block: told.Card, brief: bool = False, on_press: Press | None = None) -> None:
        name = TextBlock(block.title, size="h3", bold=True)
        inside: Widget = Beside(Picture("icons/phone", height=1.15, tint="ink", size="h3"), name, middle=True)
        # Where to write and when it answers; what it is for stands on its card, and the foot must stay low.
        chosen = (block.lines[0],) if brief else (block.lines[0], block.lines[-1])
        lines = " · ".join(dict.fromkeys(chosen))
        said = f"{block.title} · {lines}"
        inside = Beside(inside, TextBlock(lines, size="small"), gap="m", middle=True)
        for part in walk(inside):
            part.role = None
        if on_press:
            said = " · ".join((said, _("See who can help")))
        super().__init__(
            inside,
            fill="help_soft",
            edge="help_edge",
            role="button" if on_press else "note",
            label=said,
            on_press=on_press,
            key="helpline",
        )

    def measure(self, look: Look, width: int) -> int:
        return max(super().measure(look, width), look.metrics.target)
