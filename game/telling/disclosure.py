"""If a pupil confides: a card for an adult that fits on one sheet, to be kept at hand.

The protocol is that of FACTS.md, section 5: listen, do not look at the image, tell the head of the school, whom to
call, what the law asks. What an adult at home can do is `help_now`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.engine.reference import Helpline, LawTopic, Reference, Sourced
from game.telling.language import _
from game.telling.page import Block, Bullets, Card, Heading, Link, Page, Span, plain
from game.telling.sheet import Sheet
from game.telling.sourced import SEPARATOR, doubt, read_in

CONFIDES = "confides"
"""The id of the sheet, and of the page."""


def disclosure(reference: Reference, marks: Callable[[Sourced], str]) -> Sheet:
    """The sheet “confides”. `marks` says in a few words where something was read."""
    blocks = (*_blocks(reference, marks), *(_duty(duty, marks) for duty in reference.duties))
    return Sheet(CONFIDES, _("If a pupil confides in you"), blocks, apart=True)


def disclosure_page(reference: Reference) -> Page:
    """The same words to read on a screen, with their sources by name; its link leads to a page of `help_now`.

    Without what the law asks of adults: from help, a pupil can open this page, and none shall read there what an adult
    risks who keeps quiet.
    """
    who = Link(_("Everyone who can help"), "who-helps")
    return Page(CONFIDES, _("If a pupil confides in you"), (*_blocks(reference, _read), who))


def _read(sourced: Sourced) -> str:
    return " ".join(part for part in (f"{read_in(sourced.sources)}.", doubt(sourced)) if part)


def _blocks(reference: Reference, marks: Callable[[Sourced], str]) -> Iterator[Block]:
    yield plain(_("Listening is already helping. You do not have to settle everything, nor be sure."), "lead")
    yield Heading(_("Words that you can use as they are"))
    yield Card(
        "words",
        _("To the pupil"),
        (
            _("Thank you for telling me. It is not your fault."),
            _("The one who threatens is in the wrong. You are not."),
            _("Do not show me the image. I do not need to see it to believe you."),
            _("I cannot keep this to myself. I will tell you first who I am going to talk to, and why."),
            _("Send nothing more, pay nothing, delete nothing. We will look for help together."),
        ),
    )
    yield Heading(_("What to do, in this order"))
    steps = (
        _("Listen first, without blame, somewhere quiet, and take your time."),
        _("Tell the head of your school, the same day. You do not have to carry this alone."),
        _with_the_pupil(reference.helplines[0]),
        _("Write down the pupil’s own words and the date, for the head of the school. Nothing else."),
    )
    yield Bullets(tuple((Span(step),) for step in steps), tuple(str(number) for number in range(1, len(steps) + 1)))
    yield Heading(_("What not to do"))
    yield Bullets(
        tuple(
            (Span(line),)
            for line in (
                _("Do not ask to see the image. Do not look at it, do not copy it, do not send it to anyone."),
                _("Do not promise to keep the secret. Do not promise that nothing will be published."),
                _("Do not investigate: no “why did you…”, no questions about the image."),
                _("Do not write to the person who threatens, do not pay, do not take the phone away."),
                _("Do not talk about it in the staff room or in front of the class."),
            )
        )
    )
    yield Heading(_("Who to call"))
    yield from _calls(reference, marks)


def _with_the_pupil(first: Helpline) -> str:
    if "complaint" in first.use:
        told = _("With the pupil, call {helpline}: about removal, for advice, or about making a complaint.")
    else:
        told = _("With the pupil, call {helpline}, for advice.")
    return told.format(helpline=first.called)


def _calls(reference: Reference, marks: Callable[[Sourced], str]) -> Iterator[Block]:
    first = reference.helplines[0]
    called = [(first, _("Help and advice, for the pupil and for you. {hours}.").format(hours=first.hours))]
    called += [(one, _("A child in danger, or who may be.")) for one in reference.of_use("danger")[:1]]
    called += [(one, _("An emergency: somebody is in danger now.")) for one in reference.of_use("emergency")[:1]]
    yield Bullets(
        tuple((Span(helpline.number or helpline.name, strong=True), Span(f"\u2002{told}")) for helpline, told in called)
    )
    for helpline, _told in called:
        read = _("{name}: {told}").format(name=helpline.number or helpline.name, told=marks(helpline.sourced))
        yield plain(read, "small")


def _duty(duty: LawTopic, marks: Callable[[Sourced], str]) -> Card:
    small = f"{SEPARATOR.join(duty.articles)}. {marks(duty.sourced)}"
    return Card("law", duty.short, (duty.long, duty.penalty), small)
