"""Hard words on pages: put beside what they stand in, and all of them on a page of their own.

Which ones stand in a text is the engine's to find; how a meaning is unfolded, or listed, is left to the faces. The
pages themselves know nothing of it: a face asks for it once they are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.engine.hard_words import found
from game.engine.reference import HardWord, Reference
from game.telling.language import _
from game.telling.page import (
    Block,
    Bubble,
    Bullets,
    Card,
    Heading,
    Link,
    Page,
    Paragraph,
    Quote,
    Span,
    Word,
    Words,
    plain,
)
from game.telling.sourced import provenance

WORDS = "words"
"""The id of the page of all words."""


_HELPLINES = 4
"""From how many cards of helplines on a page their words are explained there."""


def explained(page: Page, glossary: tuple[HardWord, ...]) -> Page:
    """`page` with each hard word explained once, right after what it first stands in.

    Sentences that follow one another, to the end of a list, are one piece, and so are bubbles, and the cards of who
    helps.
    """
    return Page(page.id, page.title, tuple(_explained(page, glossary)))


def _explained(page: Page, glossary: tuple[HardWord, ...]) -> Iterator[Block]:
    known: set[str] = set()
    met = list(found(page.title, glossary))
    # The card or two at the end of many pages would explain the same words on all of them.
    helplines = sum(map(_is_helpline, page.blocks)) >= _HELPLINES
    for at, block in enumerate(page.blocks):
        yield block
        if helplines or not _is_helpline(block):
            met += found(" | ".join(_texts(block)), glossary)
        new = words(one for one in dict.fromkeys(met) if one.id not in known)
        if new.words and not _goes_on(block, page.blocks[at + 1 : at + 2]):
            yield new
            known |= {one.id for one in new.words}
            met.clear()


def _is_helpline(block: Block) -> bool:
    return isinstance(block, Card) and block.kind == "helpline"


def words(some: Iterable[HardWord]) -> Words:
    """These words, to be explained where they stand."""
    return Words(tuple(Word(one.id, one.word, one.meaning) for one in some))


def _texts(block: Block) -> Iterator[str]:
    """What is read of a block. Small print and ways to other pages say nothing that is not explained elsewhere."""
    match block:
        case Heading(text):
            yield text
        case Paragraph(spans, tone) if tone != "small":
            yield _joined(spans)
        case Bullets(items):
            yield from map(_joined, items)
        case Quote(_, spans):
            yield _joined(spans)
        case Bubble():
            yield from (_joined(block.spans), *block.notes)
        case Card():
            yield from (block.title, *block.lines)


def _joined(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans)


def _goes_on(block: Block, rest: tuple[Block, ...]) -> bool:
    """Whether the first of `rest`, if there is one, still belongs to the piece that `block` is of."""
    match block, *rest:
        case [Heading(), _]:
            return True
        case [Bubble(), Bubble()]:
            return True
        case [Paragraph() | Quote(), Paragraph(tone=tone)]:
            return tone != "small"
        case [Paragraph() | Quote(), Bullets() | Quote()]:
            return True
        case [Card(kind="helpline"), Card(kind="helpline")]:
            return True
    return False


def with_words(pages: Iterable[Page], reference: Reference, linked: str) -> tuple[Page, ...]:
    """`pages` with their hard words explained, then the page of all words, to which the page called `linked` leads."""
    return (
        *(
            explained(
                replace(page, blocks=(*page.blocks, *to_words(reference))) if page.id == linked else page,
                reference.glossary,
            )
            for page in pages
        ),
        *words_pages(reference),
    )


def words_pages(reference: Reference) -> tuple[Page, ...]:
    """The page of all words; none where there are no words."""
    return (_words_page(reference),) if reference.glossary else ()


def _words_page(reference: Reference) -> Page:
    """All hard words with what they mean, in alphabetical order, and where what they state was read."""
    every = sorted(reference.glossary, key=lambda one: one.word.casefold())
    sourced = [(one.word, one.sourced) for one in every if one.sourced is not None]
    return Page(
        WORDS,
        _("Hard words"),
        (
            plain(_("What the words mean that the game uses, or that you may hear."), "lead"),
            Bullets(tuple((Span(one.word, strong=True), Span(f" – {one.meaning}")) for one in every)),
            *provenance(sourced),
        ),
    )


def to_words(reference: Reference) -> tuple[Link, ...]:
    """The way to the page of all words; none where there are no words."""
    return (Link(_("Hard words"), WORDS),) if reference.glossary else ()
