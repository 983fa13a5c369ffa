"""“What if”: a page for each choice of a play, which tells where the others that were on offer would have led.

Nothing of the play is changed by it. What would have come is worked out by `engine.other_ways`; of a hard scene only
its summary is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.engine.debrief import fill
from game.engine.events import (
    ChoicesOffered,
    EndingReached,
    Event,
    Log,
    MessageArrived,
    SceneAnnounced,
    SummaryRead,
    VerdictAsked,
)
from game.engine.model import Scenario
from game.engine.other_ways import OtherWay, Visit, visits
from game.engine.reference import Reference
from game.telling.debrief_conversation import bubble_of, choice_of, quote_of, spans_of
from game.telling.language import _
from game.telling.page import Block, GoBack, Heading, Link, Page, Span, Ways, plain


def what_ifs(scenario: Scenario, reference: Reference, log: Log) -> tuple[Page, ...]:
    """A page for each visit of the play in which another choice was on offer, in the order of the play."""
    return tuple(_page(scenario, reference, visit) for visit in visits(scenario, log) if visit.others)


def other_way(scenario: Scenario, reference: Reference, visit: Visit, choice: str) -> Page:
    """A page about one choice that was on offer and not taken, without ways on. Raises LookupError for any other."""
    for other in visit.others:
        if other.choice == choice:
            blocks = tuple(_other(scenario, reference, visit.scene, other))
            return Page(_id(visit), _if_you(scenario, visit.scene, choice), blocks[1:])
    raise LookupError(f"no other choice {choice!r}")


def ways_from(visit: Visit, where: str) -> Ways:
    """The ways on from a visit that is told: to its page, if it has one, and back into the play; `where` names it."""
    back = GoBack(_("Go back to this choice"), visit.at, where)
    if not visit.others:
        return Ways((back,))
    return Ways((Link(_("What if…?"), _id(visit), where), back))


def _id(visit: Visit) -> str:
    return f"what-if-{visit.at}"


def _page(scenario: Scenario, reference: Reference, visit: Visit) -> Page:
    blocks: list[Block] = [
        plain(_("Where another choice would have led. Nothing of your play changes."), "lead"),
        plain(_("What you chose:")),
        *(quote_of(scenario, reference, choice_of(scenario, visit.scene, name)) for name in visit.taken),
    ]
    for other in visit.others:
        blocks += _other(scenario, reference, visit.scene, other)
    ways = Ways((GoBack(_("Go back to this choice"), visit.at), Link(_("Your moments, and the steps"), "moments")))
    return Page(_id(visit), _("What if…?"), (*blocks, ways))


def _other(scenario: Scenario, reference: Reference, scene: str, other: OtherWay) -> Iterator[Block]:
    choice = choice_of(scenario, scene, other.choice)
    yield Heading(_if_you(scenario, scene, other.choice))
    yield quote_of(scenario, reference, choice)
    yield plain(fill(choice.because, reference))
    for event in other.events:
        block = _block(scenario, reference, event)
        if block is not None:
            yield block


def _if_you(scenario: Scenario, scene: str, choice: str) -> str:
    says = choice_of(scenario, scene, choice).says
    return _("What if you said this?") if says else _("What if you did this?")


def _block(scenario: Scenario, reference: Reference, event: Event) -> Block | None:
    match event:
        case MessageArrived(scene, number):
            message = scenario.scene[scene].messages[number]
            # Which words carry a sign is told where the message was read, with what the sign does.
            spans = tuple(replace(span, underline=False) for span in spans_of(message, reference))
            return bubble_of(scenario, message.speaker, spans)
        case SceneAnnounced():
            return plain(_("This part is hard: here is its summary."))
        case SummaryRead(scene):
            return bubble_of(scenario, None, (Span(fill(scenario.scene[scene].skip or "", reference)),))
        case ChoicesOffered(again=True):
            return plain(_("Then you could still do something else here."), "small")
        case ChoicesOffered() | VerdictAsked():
            return plain(_("Then it would be up to you again."), "small")
        case EndingReached(ending):
            return Heading(_("End: {title}").format(title=fill(scenario.ending[ending].title, reference)), 3)
    return None
