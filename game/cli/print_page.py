"""Prints the pages of words (`telling.page`) as lines of text, in reading order.

What a page says is left to `telling`, how one goes from page to page to `text_pages`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.cli.terminal import printable, wrapped
from game.telling.language import _
from game.telling.page import (
    Block,
    Bubble,
    Bullets,
    Card,
    Code,
    GoBack,
    Heading,
    Link,
    Page,
    Paragraph,
    Quote,
    Span,
    Ways,
    Word,
    Words,
)


def page_lines(page: Page, width: int) -> list[str]:
    """The lines of `page`, wrapped to `width` columns, and under them its hard words; its links are left out (see
    `links`)."""
    lines = wrapped(page.title, width)
    if any(isinstance(block, Bubble) for block in page.blocks):
        lines.append(fiction())
    before: Block | None = None
    for block in page.blocks:
        if isinstance(block, Link | Ways | Words):
            continue
        if not _belongs(before, block):
            lines.append("")
        lines += _block(block, width)
        before = block
    hard = tuple(word for block in page.blocks if isinstance(block, Words) for word in block.words)
    return [*lines, "", *word_lines(hard, width)] if hard else lines


def word_lines(words: Iterable[Word], width: int) -> list[str]:
    """Hard words and what they mean, under a title."""
    lines = wrapped(_("Hard words:"), width)
    for one in words:
        lines += wrapped(_("{word}: {meaning}").format(word=one.word, meaning=one.meaning), width, indent=2, hang=2)
    return lines


def links(page: Page) -> tuple[Link | GoBack, ...]:
    """The ways from `page` to others and back into the play, in order."""
    found: list[Link | GoBack] = []
    for block in page.blocks:
        match block:
            case Link():
                found.append(block)
            case Ways(ways):
                found += ways
    return tuple(found)


def fiction() -> str:
    """What every conversation bears, so that none can pass for a real one."""
    return _("(Fiction, Vigichat)")


def _belongs(before: Block | None, block: Block) -> bool:
    """Whether `block` follows the one before without an empty line between them."""
    match before, block:
        case (Heading(), _) | (Paragraph(), Bullets()) | (Quote(), Paragraph()):
            return True
        case Bubble(notes=notes), Bubble():
            return not notes
    return False


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading(text):
            yield from wrapped(text, width)
        case Paragraph(spans):
            yield from wrapped(_joined(spans), width)
        case Bullets(items, numbers):
            for place, spans in enumerate(items):
                number = numbers[place] if place < len(numbers) else ""
                yield from wrapped(f"{number}. {_joined(spans)}" if number else f"- {_joined(spans)}", width, hang=2)
        case Quote(speaker, spans):
            words = _joined(spans)
            told = _said(speaker, _("“{words}”").format(words=words)) if speaker else words
            yield from wrapped(told, width, indent=2)
        case Bubble(speaker, _mine, _avatar, spans, notes):
            yield from wrapped(_said(speaker, _joined(spans)), width, hang=2)
            if any(span.underline for span in spans):
                yield from wrapped(_underlined(spans), width, indent=4, hang=2)
            for note in notes:
                yield from wrapped(note, width, indent=4, hang=2)
        case Card(_kind, title, texts, small):
            yield from wrapped(title, width)
            for text in (*texts, *([small] if small else [])):
                yield from wrapped(text, width, indent=2)
        case Code(written):
            # Never wrapped: it is to be compared with a file, or copied into one.
            yield from (f"    {printable(text)}".rstrip() for text in written)


def _said(speaker: str, words: str) -> str:
    return _("{speaker}: {words}").format(speaker=speaker, words=words) if speaker else words


def _underlined(spans: Iterable[Span]) -> str:
    """The words that a window underlines, told: neither a screen reader nor a pipe has lines under words."""
    words = [_("“{words}”").format(words=span.text.strip()) for span in spans if span.underline]
    return _("In these words: {words}").format(words=", ".join(words))


def _joined(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans)
