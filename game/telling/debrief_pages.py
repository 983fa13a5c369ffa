"""The debrief as pages of words: first page, conversation, moments and steps, law, who helps.

What happened is worked out by `engine.debrief`; here it becomes sentences, warm and without a grade. Laying the pages
out, as tabs or one after the other, is left to the faces: links between them are a convenience.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.engine.debrief import Debrief, Praise, debrief, fill
from game.engine.events import Log, MessageArrived
from game.engine.model import Scenario
from game.engine.reference import LawTopic, Reference
from game.telling.country import elsewhere, untold_line
from game.telling.debrief_conversation import choice_of, conversation, quote_of, spans_of, words_of
from game.telling.debrief_moments import moments
from game.telling.help_now import answered, helpline_card, who_helps
from game.telling.language import N_, _
from game.telling.page import Block, Card, Heading, Link, Page, Paragraph, Quote, Span, plain
from game.telling.short_answers import ANSWERS
from game.telling.sourced import SEPARATOR, provenance

PAGES: tuple[str, ...] = ("first", "conversation", "moments", "law", "helps")
"""The ids of the pages, in order."""

_MOST_SAID = 3
"""The author's lines that the first page has room for on a phone; the others follow the ending of the conversation."""

_VERDICTS = {
    ("trap", True): N_("You sensed a trap, and it was one."),
    ("trap", False): N_("You thought of a trap. There was nothing to fear here. Being wary was not silly."),
    ("nothing", True): N_("You did not see the trap yet. It is made not to be seen."),
    ("nothing", False): N_("You saw nothing to fear, and there was nothing to fear."),
    ("unsure", True): N_("You were not sure. It was a trap, and doubt is a good signal."),
    ("unsure", False): N_("You were not sure. There was nothing to fear here."),
}
"""What is said of a verdict, by the answer and whether the story is a trap."""

_GAVE_IN = {"money": ("paid",), "images": ("more-images",)}
"""The short answers for who gave in to a demand, by what was demanded."""


def pages(scenario: Scenario, reference: Reference, log: Log) -> tuple[Page, ...]:
    """The pages of the debrief of a play, finished or not, in the order of `PAGES`: always all five."""
    result = debrief(scenario, reference, log)
    return (
        _first(scenario, reference, log, result),
        conversation(scenario, reference, log, result, result.said[_MOST_SAID:]),
        moments(scenario, reference, log, result),
        _law(scenario, reference, result),
        _helps(scenario, reference, result),
    )


def handled_line(result: Debrief) -> str:
    """“Moments handled well: 5 of 6”, or "" where the figure would be a reproach: none handled, or given in."""
    total = len(result.score.moments)
    if not result.score.handled or result.score.giving_in == "given-in":
        return ""
    return _("Moments handled well: {handled} of {total}").format(handled=result.score.handled, total=total)


def _first(scenario: Scenario, reference: Reference, log: Log, result: Debrief) -> Page:
    title = fill(result.title, reference) if result.ending else _("Stopping here")
    helps = helpline_card(reference.helplines[0])
    blocks: list[Block] = [helps] if result.help_first else []
    blocks += _happened(scenario, reference, result)
    blocks += [Heading(_("What you did well")), *_done_well(scenario, reference, log, result)]
    blocks += _figures(scenario, result)
    if result.score.giving_in != "given-in":
        blocks += [Heading(_("One thing to remember")), _remember(scenario, reference, result)]
    if not result.help_first:
        blocks += [Heading(_("Who can help you")), helps]
    blocks += [
        Link(_("The conversation, message by message"), "conversation"),
        Link(_("Your moments, and the steps"), "moments"),
        Link(_("What the law says"), "law"),
        Link(_("Everyone who can help"), "helps"),
    ]
    return Page("first", title, tuple(blocks))


def _happened(scenario: Scenario, reference: Reference, result: Debrief) -> Iterator[Block]:
    if not result.ending:
        yield plain(_("You can stop at any time. Here is what this play already shows."), "lead")
    match result.score.giving_in:
        case "given-in":
            yield plain(_("The pressure worked here. It is made for that."), "lead")
            yield plain(_("Stopping now is worth as much as never giving in. The next step:"))
            yield _step(reference, result)
        case "recovered":
            yield plain(_("You took back control. That is worth as much as never giving in."), "good")
        case "never":
            pass
    for line in result.said[:_MOST_SAID]:
        yield plain(line)
    verdict = result.score.verdict
    if verdict is not None:
        yield plain(_(_VERDICTS[verdict.answer, bool(scenario.trap)]))


def _done_well(scenario: Scenario, reference: Reference, log: Log, result: Debrief) -> Iterator[Block]:
    praise = result.praise
    if praise is not None and praise.choice:
        choice = choice_of(scenario, praise.scene, praise.choice)
        yield quote_of(scenario, reference, choice)
        yield plain(fill(choice.because, reference), "good")
    elif praise is not None:
        yield from _seen_in_time(scenario, reference, log, result, praise)
    elif result.ending and scenario.trap is False and result.score.verdict is not None:
        yield plain(
            _("You asked yourself whether it was a trap. That is the right question, even where there is none."), "good"
        )
    elif result.ending:
        yield plain(_("You went to the end of the story, and you are thinking it over. That counts."), "good")
    else:
        yield plain(_("Stopping when you need to is a good reaction."), "good")


def _seen_in_time(
    scenario: Scenario, reference: Reference, log: Log, result: Debrief, praise: Praise
) -> Iterator[Block]:
    event = log[praise.at]
    assert isinstance(event, MessageArrived)
    message = scenario.scene[event.scene].messages[event.number]
    yield Quote(words_of(scenario, message.speaker), spans_of(message, reference))
    sign = next(sign for sign in result.score.signs if sign.at == praise.at)
    yield plain(_("You saw this sign in time: {sign}").format(sign=reference.sign[sign.sign].short), "good")


def _figures(scenario: Scenario, result: Debrief) -> Iterator[Block]:
    handled = handled_line(result)
    if handled:
        yield plain(handled)
    if (
        scenario.trap is not False
        and result.score.moments
        and not result.score.handled
        and result.score.giving_in == "never"
    ):
        yield plain(_("Such moments are hard for everyone."))
    if result.score.replayed:
        yield plain(_("You replayed a part. This page follows your latest choices."), "small")


def _remember(scenario: Scenario, reference: Reference, result: Debrief) -> Block:
    if scenario.trap is False:
        # After a chat in which there was nothing to fear, a step against blackmail would be out of place.
        return plain(_("One sign alone proves nothing. When in doubt, asking is good."))
    return _step(reference, result)


def _step(reference: Reference, result: Debrief) -> Block:
    step = reference.step[result.remember]
    return Paragraph((Span(f"{step.short}.", strong=True), *([Span(f" {step.gloss}")] if step.gloss else [])))


def _law(scenario: Scenario, reference: Reference, result: Debrief) -> Page:
    there = elsewhere(scenario, reference)
    blocks: list[Block] = [plain(there, "small")] if there else []
    if result.law:
        blocks += [
            plain(_("What the person who blackmails risks. The law protects you."), "lead"),
            plain(_("Only a prosecutor or a judge decides which text applies."), "note"),
            *_document(reference),
            *(law_card(reference.topic[topic], reference.own_document) for topic in result.law),
            *_untold(reference, result.untold),
            *provenance([(topic.short, topic.sourced) for topic in map(reference.topic.__getitem__, result.law)]),
        ]
    elif result.untold:
        blocks += _untold(reference, result.untold)
    else:
        blocks.append(
            plain(
                _("No law is at stake in this story. If someone threatens you one day, the law protects you."), "lead"
            )
        )
    return Page("law", _("What the law says"), (*blocks, Link(_("Everyone who can help"), "helps")))


def _document(reference: Reference) -> Iterator[Block]:
    """What is meant by “the source document”, where cards of the law speak of it."""
    if reference.own_document:
        yield plain(
            _(
                "The source document is the page “Vigilance chantage à la webcam” by e-Enfance, from 2020:"
                " this game began with it."
            ),
            "small",
        )


def _untold(reference: Reference, topics: Sequence[str]) -> Iterator[Block]:
    if topics:
        yield plain(untold_line(reference, map(reference.topics.__getitem__, topics)), "note")


def law_card(topic: LawTopic, own_document: bool) -> Card:
    """A topic with what its author risks, its articles, and, where the source document is the country's own, whether
    that names it."""
    title = _("{topic}: the closest text").format(topic=topic.short) if topic.closest else topic.short
    named, absent = _("Named by the source document."), _("Not in the source document.")
    articles = f"{SEPARATOR.join(topic.articles)}." if topic.articles else ""
    lines = (topic.long, topic.penalty)
    origin = named if topic.sourced.origin == "source" else absent
    small = (articles, origin if own_document else "")
    return Card("law", title, tuple(line for line in lines if line), " ".join(part for part in small if part))


def _helps(scenario: Scenario, reference: Reference, result: Debrief) -> Page:
    """Who helps; to who gave in, also the short answers that they may be in need of, and that the help pages hold."""
    page = who_helps(reference, () if result.score.giving_in == "never" else after_giving_in(scenario, reference))
    return Page("helps", page.title, page.blocks)


def after_giving_in(scenario: Scenario, reference: Reference) -> Iterator[Block]:
    """The short answers that who gave in to the demand of `scenario` may be in need of."""
    said = {answer.id: answer.said for answer in ANSWERS}
    for question in (*_GAVE_IN.get(scenario.demand or "", ()), "parents"):
        yield Heading(_(said[question]))
        yield from answered(question, reference)
