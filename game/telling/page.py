"""A page of words for a person, as a small tree of blocks that every face can show.

The debrief, the help pages, the law and the sources are all pages. How a page is laid out, drawn or
read aloud is left to the faces: the window draws it, the terminal prints it, a browser could show it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "lead", "small", "good", "note"]
"""How a paragraph is set: `lead` larger, `small` for sources, `good` for what went well, `note` for advice."""

CardKind = Literal["helpline", "law", "step", "sign", "words"]
"""What a card holds; `words` are sentences to say to somebody, worth reading out as they are."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style. `underline` shows the words that carry a sign."""

    text: str
    strong: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page; the page's own title is level 1, so `level` is 2 or 3."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: tuple[Span, ...]
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `numbers` are shown in front where given, and are the source's own numbers."""

    items: tuple[tuple[Span, ...], ...]
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the play, shown again: what a person of the cast wrote, or what was done (`speaker` is then "")."""

    speaker: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message of the play in the debrief's conversation.

    `notes` are the sentences that belong under it (the signs it showed, whether they were seen).
    `speaker` is "" for a notice; `avatar` is a name in `assets/avatars`, or "".
    """

    speaker: str
    mine: bool
    avatar: str
    spans: tuple[Span, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A boxed piece: `title` ("3018"), lines of text under it, and one small line (source, date)."""

    kind: CardKind
    title: str
    lines: tuple[str, ...]
    small: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another page of the same set, by its id.

    `where` is said after `text` where that alone would not tell, as in a list of all the ways from a page.
    """

    text: str
    page: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class GoBack:
    """A way back into the play, to the choices that were offered at the index `to` of its log."""

    text: str
    to: int
    where: str = ""


@dataclass(frozen=True, slots=True)
class Ways:
    """A few quiet ways on from what stands above them. Several on a page may say the same: `where` tells them apart."""

    ways: tuple[Link | GoBack, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines of a scenario file, to be shown as they are typed: their spaces count."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A hard word, by the `id` of its entry in the glossary: how it is called, and what it means."""

    id: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Words:
    """Hard words of what stands above, each explained to who asks; on paper and in a terminal, under the page."""

    words: tuple[Word, ...]


Block = Heading | Paragraph | Bullets | Quote | Bubble | Card | Link | Ways | Code | Words


@dataclass(frozen=True, slots=True)
class Page:
    id: str
    title: str
    blocks: tuple[Block, ...]


def full(way: Link | GoBack) -> str:
    """The whole name of a way: its words, and where it starts from."""
    return f"{way.text} ({way.where})" if way.where else way.text


def plain(text: str, tone: Tone = "plain") -> Paragraph:
    """A paragraph of one unstyled run."""
    return Paragraph((Span(text),), tone)
