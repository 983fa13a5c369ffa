"""What the stories cover between them, as lines of text: a column for each story, a row for each sign, step and topic.

What a story covers is reckoned by `engine.coverage`; printing the lines is left to the command line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.engine.coverage import LEAST_SIGN, LEAST_STEP, LEAST_TOPIC, Covered, wanting
from game.engine.reference import Reference
from game.telling.language import N_, _, ngettext

RELATIONS = {
    "stranger": N_("somebody unknown"),
    "known": N_("somebody known"),
    "partner": N_("a partner, or an ex"),
    "peer": N_("a pupil"),
}
"""Who the other person is, in the words that a teacher reads."""

DEMANDS = {
    "money": N_("asks for money"),
    "images": N_("asks for images"),
    "other": N_("asks for something else"),
    "none": N_("asks for nothing"),
}
"""What is demanded."""

_THERE, _NOT_THERE = "●", "·"


def coverage_lines(stories: Sequence[Covered], titles: Sequence[str], reference: Reference) -> Iterator[str]:
    """The lines: the stories of these `titles`, numbered; the table; and what too few of them have."""
    width = len(str(len(stories)))
    for number, (story, title) in enumerate(zip(stories, titles, strict=True), 1):
        yield f"{number:>{width}}  {title} ({story.name})"
        yield " " * (width + 2) + about(story)
    stages = [(_("Stage {number}").format(number=number), number) for number in range(1, 11)]
    tables = (
        (_("Stages"), [(name, [number in one.stages for one in stories]) for name, number in stages]),
        (
            _("Warning signs, each in {least} stories at least").format(least=LEAST_SIGN),
            [(sign.short, [sign.id in one.signs for one in stories]) for sign in reference.signs],
        ),
        (
            _("Official steps, each offered in {least} stories at least").format(least=LEAST_STEP),
            [(step.short, [step.id in one.steps for one in stories]) for step in reference.steps],
        ),
        (
            ngettext(
                "Law, each topic in {least} story at least", "Law, each topic in {least} stories at least", LEAST_TOPIC
            ).format(least=LEAST_TOPIC),
            [(topic.short, [topic.id in one.law for one in stories]) for topic in reference.law],
        ),
        (_("Who it is"), [(_(name), [one.relation == id for one in stories]) for id, name in RELATIONS.items()]),
        (_("What is demanded"), [(_(name), [one.demand == id for one in stories]) for id, name in DEMANDS.items()]),
    )
    widest = max(len(name) for _title, rows in tables for name, _marks in rows)
    for title, rows in tables:
        yield ""
        yield title
        yield " " * (widest + 2) + " ".join(f"{number:>{width}}" for number in range(1, len(stories) + 1))
        for name, marks in rows:
            cells = " ".join(f"{_THERE if mark else _NOT_THERE:>{width}}" for mark in marks)
            yield f"{name:<{widest}}  {cells}  {sum(marks)}"
    yield ""
    yield from _wanting(stories, reference)


def about(story: Covered) -> str:
    """One line for a teacher: a trap or not, with whom, what is demanded, how long."""
    parts = []
    if story.trap is not None:
        parts.append(_("a trap") if story.trap else _("nothing to fear"))
    if story.relation is not None:
        parts.append(_(RELATIONS[story.relation]))
    if story.demand is not None and story.trap is not False:
        parts.append(_(DEMANDS[story.demand]))
    if story.verdict:
        parts.append(_("asks “a trap?”"))
    if story.minutes is not None:
        parts.append(_("{minutes} min").format(minutes=story.minutes))
    return ", ".join(parts)


def _wanting(stories: Sequence[Covered], reference: Reference) -> Iterator[str]:
    names = {sign.id: sign.short for sign in reference.signs}
    names |= {step.id: step.short for step in reference.steps} | {topic.id: topic.short for topic in reference.law}
    missing = wanting(stories, reference)
    if not missing:
        yield _("Nothing is missing.")
        return
    yield _("Too rare:")
    for one in missing:
        yield "  " + _("{what}: in {there}, {wanted} wanted").format(
            what=names[one.id], there=one.there, wanted=one.wanted
        )
