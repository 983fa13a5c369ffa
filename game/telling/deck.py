"""A story as numbered cards, for a class without computers: values only.

How a scenario becomes a deck is `cards`' affair, how it is drawn `game.paper`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CardPart = Literal["scene", "announced", "read", "summary", "ending"]
"""What of a story a card holds: a scene; a hard one's announcement, its messages, or its summary; an ending."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is read on a card: a message of `speaker`, or a notice where that is "". `when` says in words with which
    letters it is read, "" for always."""

    speaker: str
    mine: bool
    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A choice: its words, when it is there, which letters to circle, and where it leads, the first that fits.
    Where `goes` is empty, the card's own hold.
    """

    text: str
    goes: tuple[str, ...]
    when: str = ""
    circle: str = ""


@dataclass(frozen=True, slots=True)
class PlayingCard:
    """`title` is an ending's; `asks` a question to answer before going on; `stop` the number of a stop of the class,
    0 for none; `goes` where one goes on, the first that fits: after a choice that says nothing else, or where there is
    nothing (more) to choose."""

    number: int
    part: CardPart
    lines: tuple[Line, ...]
    title: str = ""
    asks: tuple[str, ...] = ()
    stop: int = 0
    answers: tuple[Answer, ...] = ()
    goes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """All cards in the order of their numbers, from 1."""

    cards: tuple[PlayingCard, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters to circle while one plays, as large as a finger."""

    letters: tuple[str, ...]
