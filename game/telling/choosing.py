"""“Which story for your class?”: every story with what it is about, for a teacher who chooses.

It gives the answers away, so that faces show it only behind a door of the class. What a class does with one story is
`for_class`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.engine.coverage import Covered, covered
from game.engine.model import Scenario
from game.engine.reference import Reference
from game.telling.coverage_table import about
from game.telling.language import N_, _
from game.telling.page import Block, Heading, Page, plain

CHOOSING = "choosing"
"""The id of the page."""

_GROUPS = (
    (N_("Nothing to fear"), ("nothing",)),
    (N_("Somebody unknown"), ("stranger", None)),
    (N_("Somebody one knows"), ("known", "partner", "peer")),
)
"""What stories are put together by: those with nothing to fear first, then whom it comes from; who is not named is
unknown."""

Told = tuple[str, Scenario, Reference]
"""A story: the name of its file, and what a play of it needs."""


def choosing(stories: Sequence[Told]) -> Page:
    """The page, in the language spoken now; the author's own texts are in the story's."""
    return Page(CHOOSING, _("Which story for your class?"), tuple(_blocks(stories)))


def _blocks(stories: Sequence[Told]) -> Iterator[Block]:
    yield plain(_("Read this on your own: it says which stories are traps."), "note")
    yield plain(
        _("A class that meets only traps learns to see traps everywhere. Play one trap, then one with nothing to fear.")
    )
    counted = [(told[1], told[2], covered(*told)) for told in stories]
    for name, relations in _GROUPS:
        shown = [one for one in counted if ("nothing" if one[2].trap is False else one[2].relation) in relations]
        if shown:
            yield Heading(_(name))
        for scenario, reference, story in shown:
            yield from _story(scenario, reference, story)


def _story(scenario: Scenario, reference: Reference, story: Covered) -> Iterator[Block]:
    yield Heading(scenario.title, 3)
    said = about(story)
    yield plain(f"{said[:1].upper()}{said[1:]}.", "small")
    if scenario.teacher.goal:
        yield plain(scenario.teacher.goal)
    if story.signs:
        # Some names have a comma of their own.
        names = " · ".join(reference.sign[sign].short for sign in story.signs)
        yield plain(_("Signs to see: {signs}.").format(signs=names), "small")
