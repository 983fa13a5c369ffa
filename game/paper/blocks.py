"""The blocks of pages and sheets as HTML.

What a block says is `game.telling`'s, how it looks `style`'s. A story's map is drawn by `map_drawing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from game.paper.card_drawing import drawn_cards, letters
from game.paper.escape import attribute, link, text
from game.paper.map_drawing import drawn
from game.telling.deck import Deck, Letters
from game.telling.hard_words import WORDS
from game.telling.language import _
from game.telling.page import (
    Bubble,
    Bullets,
    Card,
    Code,
    GoBack,
    Heading,
    Link,
    Paragraph,
    Quote,
    Span,
    Ways,
    Word,
    Words,
    full,
)
from game.telling.sheet import Cell, SheetBlock, SourceList, StoryMap, Table
from game.telling.sourced import long_date

_TITLE = 2
"""The level of the title that a page's blocks stand under."""


class Writer:
    """Writes blocks as HTML; `pages` are the ids that a link can lead to, with `before` in front of each.

    `reached` says where the words of a card lead, where they lead anywhere: a number that is called, an address.
    Levels of headings never jump: a card's title is one below the heading that it stands under.
    """

    def __init__(
        self, pages: frozenset[str], before: str = "", reached: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._pages = pages
        self._before = before
        self._reached = reached
        self._level = _TITLE

    def blocks(self, blocks: Iterable[SheetBlock]) -> Iterator[str]:
        """The blocks of one page, under its title; a heading and what is under it, up to the next, are a group,
        and so are cards that follow one another."""
        self._level = _TITLE
        grouped = False
        for cards, run in groupby(blocks, lambda block: isinstance(block, Card)):
            some = tuple(run)
            if cards and len(some) > 1:
                yield '<div class="cards">'
                for card in some:
                    yield from self._block(card)
                yield "</div>"
                continue
            for block in some:
                if isinstance(block, Heading):
                    if grouped:
                        yield "</div>"
                    yield "<div>"
                    grouped = True
                yield from self._block(block)
        if grouped:
            yield "</div>"

    def _block(self, block: SheetBlock) -> Iterator[str]:
        match block:
            case Heading(words, level):
                self._level = min(level + 1, self._level + 1)
                yield f"<h{self._level}>{text(words)}</h{self._level}>"
            case Paragraph(spans, tone):
                yield f'<p class="{tone}">{_spans(spans)}</p>'
            case Bullets(items, numbers):
                yield from _list(items, numbers)
            case Quote(speaker, spans):
                said = f"<cite>{text(speaker)}</cite> " if speaker else ""
                yield f"<blockquote><p>{said}{_spans(spans)}</p></blockquote>"
            case Bubble():
                yield from _bubble(block)
            case Card():
                yield from self._card(block)
            case Link() | GoBack():
                yield from (f"<p>{way}</p>" for way in self._ways((block,)))
            case Ways(ways):
                found = tuple(self._ways(ways))
                if found:
                    yield f"<p>{' · '.join(found)}</p>"
            case Words(words):
                yield from self._words(words)
            case Code(lines):
                yield f"<pre>{text(chr(10).join(lines))}</pre>"
            case Table():
                yield from _table(block)
            case StoryMap():
                yield from drawn(block)
            case Deck():
                yield from drawn_cards(block)
            case Letters():
                yield from letters(block)
            case SourceList(sources):
                yield '<ol class="sources">'
                for source in sources:
                    where = link(source.address)
                    shown = f'<a href="{where}">{text(source.address)}</a>' if where else text(source.address)
                    yield f"<li>{text(source.title)} ({text(long_date(source.date))}) {shown}</li>"
                yield "</ol>"

    def _ways(self, ways: Sequence[Link | GoBack]) -> Iterator[str]:
        for way in ways:
            if isinstance(way, Link) and way.page in self._pages:
                yield f'<a href="#{attribute(self._before + way.page)}">{text(full(way))}</a>'

    def _words(self, words: Sequence[Word]) -> Iterator[str]:
        """Ways to the page of all hard words; where it is not there, what they mean."""
        if WORDS in self._pages:
            where = attribute(self._before + WORDS)
            ways = (f'<li><a href="#{where}">{text(one.word)}</a></li>' for one in words)
            yield f'<ul class="hard">{"".join(ways)}</ul>'
        else:
            yield from (
                f'<p class="small"><strong>{text(one.word)}</strong> – {text(one.meaning)}</p>' for one in words
            )

    def _card(self, card: Card) -> Iterator[str]:
        level = self._level + 1
        yield f'<div class="card {card.kind}">'
        yield f"<h{level}>{self._reaching(card.title)}</h{level}>"
        for line in card.lines:
            yield f"<p>{self._reaching(line)}</p>"
        if card.small:
            yield f'<p class="small">{text(card.small)}</p>'
        yield "</div>"

    def _reaching(self, words: str) -> str:
        where = self._reached.get(words)
        if where is None:
            return _lines(words)
        away = ' target="_blank" rel="noreferrer noopener"' if where.startswith("http") else ""
        return f'<a href="{attribute(where)}"{away}>{text(words)}</a>'


def _spans(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    words = _lines(span.text)
    if span.underline:
        words = f"<u>{words}</u>"
    return f"<strong>{words}</strong>" if span.strong else words


def _lines(words: str) -> str:
    return text(words).replace("\n", "<br>")


def _list(items: Sequence[tuple[Span, ...]], numbers: Sequence[str]) -> Iterator[str]:
    # A list whose numbers are no longer those of the screen reader's count keeps them as words.
    counted = tuple(map(str, range(1, len(items) + 1))) == tuple(numbers)
    kind = "ol" if counted else "ul"
    yield f"<{kind}>"
    for at, item in enumerate(items):
        number = f"<strong>{text(numbers[at])}.</strong> " if not counted and at < len(numbers) else ""
        yield f"<li>{number}{_spans(item)}</li>"
    yield f"</{kind}>"


def _bubble(bubble: Bubble) -> Iterator[str]:
    side = "notice" if not bubble.speaker else "mine" if bubble.mine else "theirs"
    yield f'<div class="bubble {side}">'
    said = f"<cite>{text(bubble.speaker)}</cite> " if bubble.speaker else ""
    yield f"<p>{said}{_spans(bubble.spans)}</p>"
    for note in bubble.notes:
        yield f'<p class="small">{text(note)}</p>'
    yield "</div>"


def _table(table: Table) -> Iterator[str]:
    # The roles say again what the elements are: on a narrow screen rows are laid out one below the other, and some
    # browsers then forget that they were a table.
    yield f'<table role="table" aria-label="{attribute(table.caption)}">'
    yield '<thead role="rowgroup"><tr role="row">'
    yield from (f'<th role="columnheader" scope="col">{text(head)}</th>' for head in table.heads)
    yield '</tr></thead><tbody role="rowgroup">'
    for row in table.rows:
        yield '<tr role="row">'
        for head, cell in zip(table.heads, row, strict=True):
            yield f'<td role="cell"{_headed(head, cell)}>{_cell(cell)}</td>'
        yield "</tr>"
    yield "</tbody></table>"


def _headed(head: str, cell: Cell) -> str:
    """What a narrow screen shows in front of a cell; nothing in front of an empty one."""
    shown = _("{head}:").format(head=head)
    return f' data-head="{attribute(shown)}"' if cell else ' class="empty"'


def _cell(cell: Cell) -> str:
    return "".join(f"<p>{_spans(line)}</p>" for line in cell)
