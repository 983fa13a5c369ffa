"""The debrief's conversation: all that was shown, in order, with its signs, and what the player chose.

Only what still counts of the log is here: what was rewound is not told again. How a bubble is drawn, or its underlined
words are told in a terminal, is left to the faces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from game.engine.debrief import Debrief, fill
from game.engine.events import (
    Chosen,
    EndingReached,
    Event,
    Log,
    MessageArrived,
    SceneEntered,
    SummaryRead,
    VerdictGiven,
)
from game.engine.model import ME, Choice, Message, Scenario
from game.engine.reference import Reference
from game.engine.score import SignSeen
from game.engine.session import effective
from game.telling.language import N_, _
from game.telling.page import Block, Bubble, Heading, Link, Page, Quote, Span, plain

_ANSWERED = {
    "trap": N_("You answered: it is a trap."),
    "nothing": N_("You answered: there is nothing to fear."),
    "unsure": N_("You answered: I do not know."),
}


def conversation(
    scenario: Scenario, reference: Reference, log: Log, result: Debrief, more: tuple[str, ...] = ()
) -> Page:
    """The page “conversation” of the play whose debrief is `result`.

    `more` are the ending's lines that the first page had no room for: they follow the ending.
    """
    shown = tuple(_shown(scenario, reference, log, result))
    blocks: list[Block] = [plain(text, "lead") for text in _opening(scenario, result, bool(shown))]
    if any(sign.seen == "not" and not _proves_nothing(scenario, sign) for sign in result.score.signs):
        blocks.append(plain(_("Did some escape you? It happens to everyone: they are made to go unnoticed."), "note"))
    blocks += [*shown, *map(plain, more)]
    blocks += [plain(text, "lead") for text in _question(scenario, result)]
    return Page("conversation", _("The conversation"), (*blocks, Link(_("Your moments, and the steps"), "moments")))


def words_of(scenario: Scenario, speaker: str | None) -> str:
    """The name under which `speaker` writes, "" for a notice."""
    if speaker is None:
        return ""
    person = scenario.person.get(speaker)
    return person.name if person is not None else speaker


def spans_of(message: Message, reference: Reference) -> tuple[Span, ...]:
    """The text of `message`, with the words that carry a sign underlined and placeholders filled."""
    spans: list[Span] = []
    end = 0
    for start, stop in _quoted(message):
        spans += [Span(message.text[end:start]), Span(message.text[start:stop], underline=True)]
        end = stop
    spans.append(Span(message.text[end:]))
    if message.masked:
        # A caption stands for what is shown nowhere: it must not read as if it had been said.
        spans = [Span("["), *spans, Span("]")]
    # Signs are placed in the author's text, so placeholders are filled only once it is cut.
    return tuple(Span(fill(span.text, reference), underline=span.underline) for span in spans if span.text)


def quote_of(scenario: Scenario, reference: Reference, choice: Choice) -> Quote:
    """What the player said, under the name of who they play, or did."""
    speaker = words_of(scenario, ME) if choice.says else ""
    return Quote(speaker, (Span(fill(choice.text, reference)),))


def choice_of(scenario: Scenario, scene: str, name: str) -> Choice:
    """The choice called `name` of `scene`."""
    return scenario.scene[scene].choice(name)


def _quoted(message: Message) -> Iterator[tuple[int, int]]:
    """The runs of quoted words, in order; runs that overlap or touch are one."""
    runs = sorted((one.start, one.end) for one in message.shown if one.quotation is not None)
    if not runs:
        return
    first, last = runs[0]
    for start, end in runs[1:]:
        if start > last:
            yield first, last
            first = start
        last = max(last, end)
    yield first, last


def _opening(scenario: Scenario, result: Debrief, anything: bool) -> Iterator[str]:
    if not anything:
        yield _("Nothing was shown yet.")
    elif result.score.signs:
        yield _("Below each message: the signs in it, and what they do to a person.")
    elif scenario.trap is False:
        yield _("Here is what you read. There was nothing to fear in it.")
    else:
        yield _("Here is what you read, message by message.")


def _question(scenario: Scenario, result: Debrief) -> Iterator[str]:
    if scenario.trap is False:
        yield _("Which message showed that all was well?")
    elif result.score.signs:
        yield _("At which message did you understand?")


def _shown(scenario: Scenario, reference: Reference, log: Log, result: Debrief) -> Iterator[Block]:
    signs: defaultdict[int, list[SignSeen]] = defaultdict(list)
    for sign in result.score.signs:
        signs[sign.at].append(sign)
    scenes = 0
    opening = False
    for at, event in effective(log):
        if isinstance(event, SceneEntered):
            opening = True
            continue
        block = _block(scenario, reference, event, signs.get(at, []), at in result.score.harmless)
        if block is None:
            continue
        if opening and not isinstance(event, EndingReached):
            # A scene that showed nothing has no heading, and no number.
            scenes += 1
            opening = False
            yield Heading(_("Scene {number}").format(number=scenes), 3)
        yield block


def _block(
    scenario: Scenario, reference: Reference, event: Event, signs: list[SignSeen], harmless: bool
) -> Block | None:
    match event:
        case MessageArrived(scene, number):
            message = scenario.scene[scene].messages[number]
            notes = tuple(_notes(scenario, reference, message, signs, harmless))
            return bubble_of(scenario, message.speaker, spans_of(message, reference), notes)
        case SummaryRead(scene):
            told = fill(scenario.scene[scene].skip or "", reference)
            return bubble_of(
                scenario, None, (Span(told),), (_("You read the summary of this scene. It is there for that."),)
            )
        case Chosen(scene, name):
            choice = choice_of(scenario, scene, name)
            # What was done is set apart from the notices of the story.
            span = Span(fill(choice.text, reference), strong=not choice.says)
            return bubble_of(scenario, ME if choice.says else None, (span,))
        case VerdictGiven(answer):
            return bubble_of(scenario, None, (Span(_(_ANSWERED[answer]), strong=True),))
        case EndingReached(ending):
            return Heading(_("End: {title}").format(title=fill(scenario.ending[ending].title, reference)), 3)
    return None


def bubble_of(scenario: Scenario, speaker: str | None, spans: tuple[Span, ...], notes: tuple[str, ...] = ()) -> Bubble:
    """What `speaker` wrote, or a notice where that is None, with its `notes`."""
    person = None if speaker is None else scenario.person.get(speaker)
    avatar = "" if person is None else person.avatar
    return Bubble(words_of(scenario, speaker), speaker == ME, avatar, spans, notes)


def _notes(
    scenario: Scenario, reference: Reference, message: Message, signs: list[SignSeen], harmless: bool
) -> Iterator[str]:
    """The signs of a message, when they were seen (nothing where they were not), and whether there was any danger."""
    for sign in signs:
        entry = reference.sign[sign.sign]
        yield f"{entry.short}. {entry.effect}"
    if signs:
        yield from _seen(reference, signs)
        if _means_no_harm(scenario, message.speaker):
            yield _("One sign alone proves nothing. Here, there was nothing to fear.")
    elif harmless:
        yield _("This message was harmless here. Being wary was not silly; asking is good.")


def _seen(reference: Reference, signs: list[SignSeen]) -> Iterator[str]:
    first = signs[0]
    families = {reference.sign[sign.sign].family for sign in signs}
    named = reference.family[first.named].short if first.named in families and first.named in reference.family else ""
    match first.seen:
        case "in-time" if named:
            yield _("Seen in time, and named: {family}").format(family=named)
        case "in-time":
            yield _("Seen in time.")
        case "late":
            yield _("Seen afterwards, and that is still seeing.")


def _proves_nothing(scenario: Scenario, sign: SignSeen) -> bool:
    return _means_no_harm(scenario, scenario.scene[sign.scene].messages[sign.number].speaker)


def _means_no_harm(scenario: Scenario, speaker: str | None) -> bool:
    """Whether who wrote this is known to mean no harm; a notice tells of somebody else."""
    if speaker is None or speaker == ME:
        return False
    person = scenario.person.get(speaker)
    return scenario.trap is False or (person is not None and person.role != "contact")
