"""The response steps as cards: the source document's under its own numbers, each with its gloss; complements apart.

In a country that the document was not written for: those that its own sources give, and the general ones apart.

Which steps are told, and what is said under each, is left to the page that they stand on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from game.engine.reference import Reference, Step
from game.telling.country import country_name
from game.telling.language import _
from game.telling.page import Block, Card, Heading, plain
from game.telling.sourced import read_in


def step_cards(
    reference: Reference,
    last: Mapping[str, str],
    only: Collection[str] | None = None,
    small: Mapping[str, str] | None = None,
) -> Iterator[Block]:
    """The steps in the order of the reference, by id all of them or `only` some.

    `last` is a last line for some of them, `small` a small line under them, by id.
    """
    return (block for _step, block in cards_of_steps(reference, last, only, small))


def cards_of_steps(
    reference: Reference,
    last: Mapping[str, str],
    only: Collection[str] | None = None,
    small: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, Block]]:
    """What `step_cards` gives, each card with the id of its step before it, and "" before what stands between them."""
    steps = [step for step in reference.steps if only is None or step.id in only]
    cards = {step.id: _card(step, last.get(step.id, ""), (small or {}).get(step.id, "")) for step in steps}
    if not reference.own_document:
        yield from _of_the_country(steps, reference, cards)
        return
    yield from _official([step for step in steps if step.sourced.origin == "source"], reference, cards, only is None)
    complements = [step for step in steps if step.sourced.origin == "complement"]
    if complements:
        yield "", Heading(_("What others add"))
        yield "", plain(_("These steps are not in that document. Other sources give them."))
        yield from ((step.id, cards[step.id]) for step in complements)


def _of_the_country(steps: list[Step], reference: Reference, cards: dict[str, Card]) -> Iterator[tuple[str, Block]]:
    own = [step for step in steps if not step.general]
    general = [step for step in steps if step.general]
    country = country_name(reference.country)
    if own:
        yield "", Heading(_("The steps"))
        yield "", plain(_("Sources of this country give them: {country}.").format(country=country))
        yield from ((step.id, cards[step.id]) for step in own)
    if general:
        yield "", Heading(_("What others add"))
        none = _(
            "We have found no source of this country for these steps: {country}. Sources of other countries give them."
        )
        yield "", plain(none.format(country=country))
        yield from ((step.id, cards[step.id]) for step in general)


def step_title(step: Step) -> str:
    """The number of a step, if the document gives it one, and its short words."""
    return f"{step.number}. {step.short}" if step.number else step.short


def _official(
    steps: list[Step], reference: Reference, cards: dict[str, Card], every: bool
) -> Iterator[tuple[str, Block]]:
    if not steps:
        return
    document = read_in((reference.document,))
    yield "", Heading(_("The official steps"))
    yield "", plain(_("They come from a document, with its own numbers: {document}.").format(document=document))
    if not every and reference.missing_number:
        # Where steps are left out, a gap in the numbers says nothing of the document.
        yield "", plain(reference.missing_number, "note")
    before = 0
    shared = {number for number, times in Counter(step.number for step in steps).items() if number and times > 1}
    for step in steps:
        number = int(step.number) if step.number.isdecimal() else 0
        if every and number > before + 1 and reference.missing_number:
            yield "", plain(reference.missing_number, "note")
        before = number or before
        if step.number in shared:
            shared.remove(step.number)
            yield (
                "",
                plain(_("The document names two places under number {number}.").format(number=step.number), "note"),
            )
        yield step.id, cards[step.id]


def _card(step: Step, last: str, small: str) -> Card:
    """One step. The document's words are said to be its own, and never stand without the gloss below them."""
    words = _("The document says: “{words}”").format(words=step.quotation) if step.quotation else step.long
    lines = (words, step.gloss, step.since, last)
    return Card("step", step_title(step), tuple(line for line in lines if line), small)
