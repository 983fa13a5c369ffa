"""The cards of a deck as HTML: each in one piece, with a line to cut along, and marked as fiction once it is cut out.

What stands on them is `game.telling`'s, how they look `cards.css`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.paper.escape import text
from game.telling.deck import Answer, CardPart, Deck, Letters, Line, PlayingCard
from game.telling.language import _

MARK = "Fiction · Vigichat"

_LETTERS, _LINES = 46, 58
"""Letters in a line of a column, and lines in a column: what is longer lies across the page."""


def drawn_cards(deck: Deck) -> Iterator[str]:
    """All cards, in the order of their numbers."""
    yield '<div class="deck">'
    for card in deck.cards:
        yield from _card(card)
    yield "</div>"


def letters(block: Letters) -> Iterator[str]:
    """The letters to circle."""
    yield f'<p class="circles">{"".join(f"<span>{text(one)}</span> " for one in block.letters)}</p>'


def _card(card: PlayingCard) -> Iterator[str]:
    across = " across" if _length(card) > _LINES else ""
    yield f'<article class="playing {card.part}{across}">'
    stop = _("stop {number}").format(number=card.stop)
    marks = f' <span class="stop">{text(stop)}</span>' if card.stop else ""
    yield f'<h3><span class="number">{card.number}</span>{marks}</h3>'
    if card.title:
        ending = _("The end: {title}").format(title=card.title)
        yield f'<p class="end">{text(ending)}</p>'
    for line in card.lines:
        yield _line(line, card.part)
    for asked in card.asks:
        yield f'<p class="asks">{text(asked)}</p>'
    if card.answers:
        yield '<ul class="answers">'
        for answer in card.answers:
            yield from _answer(answer)
        yield "</ul>"
    if card.goes:
        if card.answers:
            together = any(not answer.goes for answer in card.answers)
            left = _("Then:") if together else _("Nothing left to choose:")
            yield f'<p class="left">{text(left)}</p>'
        yield _goes(card.goes)
    if card.part == "ending":
        helps = _("Is it happening to you now? Take the help card.")
        yield f'<p class="small">{text(helps)}</p>'
    yield f'<p class="fiction-mark">{MARK}</p></article>'


def _length(card: PlayingCard) -> int:
    """About how many lines the card has in a column."""
    texts = [f"{line.when} {line.speaker} {line.text}" for line in card.lines]
    for answer in card.answers:
        texts += (f"{answer.when} {answer.text} {answer.circle}", *answer.goes)
    return sum(1 + len(words) // _LETTERS for words in (*texts, *card.asks, *card.goes)) + 5


def _line(line: Line, part: CardPart) -> str:
    when = f'<em class="when">{text(line.when)}</em> ' if line.when else ""
    words = text(line.text).replace("\n", "<br>")
    if not line.speaker:
        kind = "notice" if part in ("scene", "read") else "told"
        return f'<p class="said {kind}">{when}{words}</p>'
    side = "mine" if line.mine else "theirs"
    return f'<p class="said {side}">{when}<cite>{text(line.speaker)}</cite> {words}</p>'


def _answer(answer: Answer) -> Iterator[str]:
    when = f'<em class="when">{text(answer.when)}</em> ' if answer.when else ""
    circle = f' <span class="circle">{text(answer.circle)}</span>' if answer.circle else ""
    yield f'<li>{when}<span class="words">{text(answer.text)}</span>{circle}'
    yield f"{_goes(answer.goes)}</li>"


def _goes(ways: Iterable[str]) -> str:
    return "".join(f'<span class="goes">{text(way)}</span>' for way in ways)
