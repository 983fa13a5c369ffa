"""The debrief's moments beside the response steps: what was done, what was possible too, what the source document says.

The source document's steps stand under its own numbers, each with its gloss; complements stand apart. Nothing here
judges: a moment that was not handled is what else was possible, or pressure that worked. Each choice of the play can be
gone back to from here; where its others would have led is `what_if`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.engine.debrief import Debrief, fill
from game.engine.events import Log, MessageArrived, SceneEntered
from game.engine.model import Scenario
from game.engine.other_ways import Visit, visits
from game.engine.reference import Reference
from game.engine.score import Moment, Outcome
from game.telling.debrief_conversation import choice_of, quote_of
from game.telling.language import N_, _
from game.telling.page import Block, Bullets, Heading, Link, Page, Span, Tone, plain
from game.telling.sourced import SEPARATOR, provenance
from game.telling.step_cards import step_cards, step_title
from game.telling.what_if import ways_from

# Of a moment that was missed, only what else was possible is said: a sentence each time would sound like blame.
_OUTCOMES: dict[Outcome, tuple[str, Tone]] = {
    "followed": (N_("You handled this moment well."), "good"),
    "recovered": (N_("The pressure worked, then you took back control. That is worth as much."), "good"),
    "given-in": (N_("The pressure worked here. It is made for that."), "note"),
}

_MOST_PARTS, _LONGEST_DATE = 2, 32
"""A notice begins with the day and the hour, between commas; what is longer, in letters, is no date."""


def moments(scenario: Scenario, reference: Reference, log: Log, result: Debrief) -> Page:
    """The page “moments” of the play whose debrief is `result`."""
    blocks: list[Block] = []
    visited = {visit.at: visit for visit in visits(scenario, log)}
    if result.score.moments:
        blocks.append(plain(_("What you did, and what was possible too."), "lead"))
        if any(moment.outcome == "missed" for moment in result.score.moments):
            blocks.append(plain(_("Such moments are hard for everyone."), "note"))
        for number, moment in enumerate(result.score.moments, 1):
            title = _("Moment {number}").format(number=number)
            when = _when(scenario, reference, log, moment)
            blocks.append(Heading(SEPARATOR.join(filter(None, (title, when))), 3))
            blocks += _moment(scenario, reference, moment)
            blocks += _ways(visited.pop(moment.at), title)
    else:
        blocks.append(plain(_("Nothing in this play called for these steps. Here they are, just in case."), "lead"))
    taken = {one.step for one in result.steps if one.taken}
    blocks += step_cards(reference, {step: _("Done in this play.") for step in taken})
    blocks += _others(scenario, reference, tuple(visited.values()))
    blocks += provenance([(step_title(step), step.sourced) for step in reference.steps], but=reference.document)
    return Page("moments", _("Your moments, and the steps"), (*blocks, Link(_("What the law says"), "law")))


def _when(scenario: Scenario, reference: Reference, log: Log, moment: Moment) -> str:
    """The date or the time in the last notice before the choices that has one, in this scene; else ""."""
    for event in reversed(log[: moment.at]):
        match event:
            case SceneEntered():
                return ""
            case MessageArrived(scene, number):
                message = scenario.scene[scene].messages[number]
                if message.speaker is None and (told := _dated(fill(message.text, reference))):
                    return told
    return ""


def _dated(notice: str) -> str:
    """What of a notice is a date or a time, as its author begins it: “16 August, 10 pm. It rains.”; else ""."""
    sentence = re.split(r"[.!?:](?:\s|$)", notice, maxsplit=1)[0].strip()
    parts = sentence.split(", ")
    timed = [at for at, part in enumerate(parts[:_MOST_PARTS]) if re.search(r"\d", part)]
    told = ", ".join(parts[: timed[-1] + 1]) if timed else ""
    return told if len(told) <= _LONGEST_DATE else ""


def _ways(visit: Visit, where: str) -> Iterator[Block]:
    if visit.replayed:
        yield plain(_("You replayed this choice. What counts is the latest one."), "small")
    yield ways_from(visit, where)


def _others(scenario: Scenario, reference: Reference, others: tuple[Visit, ...]) -> Iterator[Block]:
    """The choices that no step was at stake in: they too led somewhere, and can be made again."""
    if not others:
        return
    yield Heading(_("Your other choices"))
    for visit in others:
        for name in visit.taken:
            choice = choice_of(scenario, visit.scene, name)
            yield quote_of(scenario, reference, choice)
            yield plain(fill(choice.because, reference))
        first = choice_of(scenario, visit.scene, visit.taken[0])
        yield from _ways(visit, _("“{words}”").format(words=fill(first.text, reference)))


def _moment(scenario: Scenario, reference: Reference, moment: Moment) -> Iterator[Block]:
    for name in moment.choices:
        choice = choice_of(scenario, moment.scene, name)
        yield quote_of(scenario, reference, choice)
        yield plain(fill(choice.because, reference))
    if moment.outcome in _OUTCOMES:
        said, tone = _OUTCOMES[moment.outcome]
        yield plain(_(said), tone)
    steps = [reference.step[step] for step in moment.possible]
    if moment.outcome in ("recovered", "given-in"):
        # Who gave in is told what can be done, not that it should not have happened.
        steps = [step for step in steps if not step.giving_in]
    if steps:
        yield plain(_("Also possible:"))
        yield Bullets(tuple((Span(step.short),) for step in steps))
