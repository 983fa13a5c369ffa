"""“For the class”: what a teacher reads in ten minutes before playing a story with pupils, on one page.

It says who has read the story, gives its stops away, and ends with what to do if a pupil confides. It is shown only to
who asks for it; how, is left to the faces. Its links lead to pages of `help_now`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from game.engine.debrief import fill
from game.engine.model import ALWAYS, Review, Scenario, Scene
from game.engine.reference import Reference
from game.engine.review import standing
from game.telling.country import elsewhere
from game.telling.language import _, ngettext
from game.telling.page import Block, Bullets, Heading, Link, Page, Span, plain
from game.telling.sourced import long_date, too_old

FOR_CLASS = "for-class"
"""The id of the page."""

_LONG = re.compile(r"\d+(?= min)")
"""“10 minutes. Play…”: how a step of a lesson says how long it takes."""


def for_class(scenario: Scenario, reference: Reference, today: date | None = None) -> Page:
    """The page, in the language spoken now; the author's own texts are in the story's. What was checked too long before
    `today` is told, where that is given."""
    return Page(
        FOR_CLASS,
        _("For the class: {title}").format(title=scenario.title),
        (
            *reviews(scenario),
            *set_elsewhere(scenario, reference),
            *(facts_to_check() if today and stale_since(reference, today) else ()),
            *goal(scenario),
            *before(scenario),
            *stops(scenario, reference),
            *after(scenario),
            *lesson(scenario),
            *on_the_wall(),
            *if_a_pupil_confides(reference),
        ),
    )


def set_elsewhere(scenario: Scenario, reference: Reference) -> Iterator[Block]:
    """That the story takes place in another country, if it does."""
    there = elsewhere(scenario, reference)
    if there:
        yield plain(there, "note")


def facts_to_check() -> Iterator[Block]:
    """That some of what is known of the country is old: said where `stale_since` holds."""
    yield plain(_("Some numbers or texts were checked more than a year ago. Look them up before the class."), "note")


def oldest_check(reference: Reference) -> str:
    """The ISO date when the oldest of the numbers, steps and texts of law was checked."""
    numbers = [one.sourced for one in reference.helplines]
    steps = [one.sourced for one in reference.steps]
    law = [one.sourced for one in (*reference.law, *reference.duties)]
    return min(one.checked for one in (*numbers, *steps, *law))


def stale_since(reference: Reference, today: date) -> bool:
    """Whether one of them was checked too long before `today`."""
    return too_old(oldest_check(reference), today)


def reviews(scenario: Scenario) -> Iterator[Block]:
    """Who has read the story as it is now, or that nobody has."""
    held = standing(scenario)
    for review in held:
        yield plain(_read(review), "good")
    if not held and scenario.reviewed:
        yield plain(_("This story has changed since it was read. It counts as not reviewed."), "note")
    elif not held:
        yield plain(_("No professional has reviewed this story yet."), "note")


def _read(review: Review) -> str:
    told = _("Reviewed by {by}, {as_what}, on {date}.")
    return told.format(by=review.by, as_what=review.as_what, date=long_date(review.on))


def goal(scenario: Scenario) -> Iterator[Block]:
    """What the story is for, and how long a play is."""
    if scenario.teacher.goal:
        yield plain(scenario.teacher.goal, "lead")
    advice = _("If you can, play it once before the class.")
    if scenario.minutes is None:
        yield plain(advice)
        return
    long = ngettext(
        "One play takes about {minutes} minute, without the stops.",
        "One play takes about {minutes} minutes, without the stops.",
        scenario.minutes,
    )
    yield plain(f"{long.format(minutes=scenario.minutes)} {advice}")


def before(scenario: Scenario) -> Iterator[Block]:
    """What to say to the class first."""
    if scenario.teacher.before:
        yield Heading(_("To say before you begin"))
        yield plain(scenario.teacher.before)


def stops(scenario: Scenario, reference: Reference) -> Iterator[Block]:
    """The question of each stop, and how to know the moment for it."""
    asked = [(scene.stop, _moment(scenario, scene, reference)) for scene in scenario.scenes if scene.stop]
    if not asked:
        return
    yield Heading(_("Where to stop, in the order of the story"))
    yield plain(_("Keep these to yourself: they give the story away. The class meets those of its path."))
    yield Bullets(
        tuple((*((Span(f"{moment} "),) if moment else ()), Span(question, strong=True)) for question, moment in asked),
        tuple(str(number) for number in range(1, len(asked) + 1)),
    )


def _moment(scenario: Scenario, scene: Scene, reference: Reference) -> str:
    """What the class has just read: the summary of a hard scene, else the last words of it that every path shows."""
    if scene.skip:
        return fill(scene.skip, reference)
    for message in reversed(scene.messages):
        if message.when == ALWAYS and not message.masked:
            words = " ".join(fill(message.text, reference).split("\n"))
            if message.speaker is None:
                return _("After: “{words}”").format(words=words)
            person = scenario.person.get(message.speaker)
            name = person.name if person else message.speaker
            return _("After this message from {name}: “{words}”").format(name=name, words=words)
    return ""


def after(scenario: Scenario) -> Iterator[Block]:
    """What to ask the class once it has played."""
    if scenario.teacher.ask:
        yield Heading(_("To ask afterwards"))
        yield Bullets(tuple((Span(question),) for question in scenario.teacher.ask))


def lesson(scenario: Scenario) -> Iterator[Block]:
    """An hour with the story, step by step."""
    if scenario.teacher.lesson:
        yield Heading(_("A lesson, step by step"))
        steps = scenario.teacher.lesson
        yield Bullets(tuple((Span(step),) for step in steps), tuple(str(number) for number in range(1, len(steps) + 1)))


def lesson_minutes(scenario: Scenario) -> int:
    """How long that hour is, in minutes; 0 where there is none, or a step does not begin with how long it takes."""
    told = [_LONG.match(step) for step in scenario.teacher.lesson]
    return sum(int(long[0]) for long in told if long) if all(told) else 0


def on_the_wall() -> Iterator[Block]:
    """Which key does what in the window, with a class before one screen."""
    yield Heading(_("In the window, for the whole class: which key does what"))
    yield plain(_("Cards against the chest, eyes down: nobody sees what a neighbour chooses. No count is kept."))
    keys = (
        ("F8", _("show the story large, for the whole class; press again for one player")),
        (_("Space, Enter, Page Down"), _("go on, as a presentation clicker does; nothing arrives by itself")),
        (_("Digits, then Enter"), _("count the votes; “+” and “-” correct them; one or two votes stay “1–2”")),
        (_("Up, Down"), _("go from one row of the count to another; the first digit replaces what stands there")),
        ("A–D", _("play a choice without a vote, after one more question")),
        (_("Esc, Page Up"), _("one step back; no count is lost")),
        (_("Backspace"), _("go back to the choice before, to try another way")),
        ("P", _("hide the conversation, and show it again")),
        (_("F6, Ctrl and +"), _("other colours, larger text")),
    )
    yield Bullets(tuple((Span(_("{key}: {action}").format(key=key, action=does)),) for key, does in keys))
    yield plain(_("“Leave” erases the lesson; to hide the screen, press P."), "note")


def if_a_pupil_confides(reference: Reference) -> Iterator[Block]:
    """The protocol of FACTS.md, section 5: listen, do not look, tell the head of the school, who to call."""
    yield Heading(_("If a pupil confides in you"))
    yield Bullets(
        tuple(
            (Span(line),)
            for line in (
                _("Listen first, without blame."),
                _("Do not ask to see the image. Do not look at it."),
                _("Tell the head of your school."),
                " ".join(_numbers(reference)),
            )
        )
    )
    yield Link(_("What an adult can do the same evening"), "for-adults")
    yield Link(_("Everyone who can help"), "who-helps")


def _numbers(reference: Reference) -> Iterator[str]:
    first = reference.helplines[0]
    # A number is what a teacher looks for here; in France, the name is the number.
    named = first.name if first.number in ("", first.name) else f"{first.name}, {first.number}"
    yield _("To be helped: {helpline}.").format(helpline=named)
    for one in reference.of_use("danger")[:1]:
        yield _("A child in danger: {number}.").format(number=one.number)
    for one in reference.of_use("emergency")[:1]:
        yield _("In an emergency: {number}.").format(number=one.number)
