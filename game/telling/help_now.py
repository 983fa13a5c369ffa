"""“It is happening to me now”: pages for somebody who is being blackmailed; who helps, and the content note.

Written to be read alone, at night, with a threat on the screen: short, warm, nothing promised, nobody blamed. Every
number, name and hour comes from the reference, and who is named where is chosen by what each is of use for: so the
pages are those of any country. How they are drawn, and the buttons from one to the next along `sequence`, are left to
the faces; the words of the short answers to `short_answers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.engine.reference import Helpline, Reference, Use
from game.telling.disclosure import CONFIDES, disclosure_page
from game.telling.language import N_, _
from game.telling.page import Block, Bullets, Card, Heading, Link, Page, Span, plain
from game.telling.short_answers import ANSWERS, FIRST, Answer, Forbidden, Where
from game.telling.sourced import long_date

sequence: tuple[str, ...] = ("breathe", "stop", "keep", "talk", "adult", "questions")
"""The guided pages, by id, in order: one action a screen."""

_NIGHT: tuple[Use, ...] = ("police-chat", "night")
"""What answers when the first helpline is closed, in the order of display; a country may lack some."""

_NOBODY_AT_NIGHT = N_("At night, the helpline may be closed. You can wake up someone you trust.")

_DANGER: tuple[Use, ...] = ("emergency", "rescue", "danger")
"""What is there for somebody in danger, in the order of display; emergencies come first."""

_NAMED = re.compile(r"\{([a-z0-9-]+)\}")


def pages(reference: Reference) -> tuple[Page, ...]:
    """The guided pages in the order of `sequence`, the short answers, who helps: every link leads to one of them."""
    return (
        _breathe(),
        _stop(),
        _keep(),
        _talk(reference),
        _adult(reference),
        _questions(),
        *(_answer(answer, reference) for answer in ANSWERS),
        _for_adults(reference),
        disclosure_page(reference),
        who_helps(reference, (Link(_("I am a parent, a teacher"), "for-adults"),)),
    )


def _breathe() -> Page:
    return Page(
        "breathe",
        _("Breathe. It is not your fault."),
        (
            plain(_("Put both feet on the floor. Breathe in gently, then out for longer."), "lead"),
            plain(_("The person who threatens you is in the wrong. You are not.")),
            plain(_("You have nothing to settle tonight. You can wake someone up.")),
            plain(_("This happens to many young people, girls and boys. There are people whose job is to help.")),
            plain(_("One thing at a time. You can stop reading whenever you like."), "note"),
            _to_talk(),
        ),
    )


def _stop() -> Page:
    return Page(
        "stop",
        _("Send nothing more"),
        (
            plain(_("You do not have to answer. You can stop now."), "lead"),
            _bullets(
                _("Send no more images, videos or messages."),
                _("Pay nothing, not even to gain time."),
                _("Already answered, sent something or paid? You can still stop."),
            ),
            plain(_("Giving in does not guarantee that it stops. Often, another demand follows.")),
            plain(_("Often, the threat is not carried out. If it is, you can ask for removal, and be helped."), "note"),
            _to_talk(),
        ),
    )


def _keep() -> Page:
    return Page(
        "keep",
        _("Keep the messages, not the image"),
        (
            plain(_("Delete nothing for now. It can help you later."), "lead"),
            _bullets(
                _("Keep the messages that threaten you or ask for something."),
                _("Keep the exact name of the account, its profile's address, the dates, the link you were sent."),
                _("Did you pay? Keep the receipt too."),
                _("The intimate image: leave it where it is. Do not copy it, do not send it on."),
                _("Make your profiles private and hide your list of friends."),
            ),
            plain(
                _(
                    "Some apps tell the other person when you take a screenshot."
                    " You can photograph the screen with another device, without the intimate image."
                )
            ),
            plain(_("No screenshot? You can still be helped.")),
            plain(_("After that, you can block the account and report it in the app."), "note"),
            _to_talk(),
        ),
    )


def _talk(reference: Reference) -> Page:
    first = _first(reference)
    night = [one for one in reference.of_use(*_NIGHT) if one != first]
    danger = reference.of_use(*_DANGER)
    return Page(
        "talk",
        _("Talk to someone now"),
        (
            plain(_("You do not have to deal with this alone."), "lead"),
            plain(_("You need neither proof nor the right words. Say what you can.")),
            *([plain(_("You can contact the helpline without giving your name."))] if "anonymous" in first.use else []),
            helpline_card(first),
            *([Heading(_("At night"))] if night else []),
            *map(helpline_card, night),
            *(() if night or "night" in first.use else (plain(_(_NOBODY_AT_NIGHT)),)),
            *([Heading(_("If you are in danger"))] if danger else []),
            *map(helpline_card, danger),
            Link(_("Words to tell an adult"), "adult"),
            Link(_("Everyone who can help"), "who-helps"),
            Link(_("Short answers to your questions"), "questions"),
        ),
    )


def _adult(reference: Reference) -> Page:
    words = (
        _("I need you."),
        _("Someone is blackmailing me with an image."),
        _("Do not ask me to show it to you."),
        _("Stay calm and call {helpline} with me.").format(helpline=_first(reference).called),
    )
    return Page(
        "adult",
        _("Tell an adult you trust"),
        (
            plain(_("You can read this out, send it, or show this page."), "lead"),
            Card("words", _("Words that you can use as they are"), words),
            plain(_("It can be a parent, an aunt, a teacher, the school nurse.")),
            plain(_("If the first person reacts badly, you were not wrong to talk. Try someone else."), "note"),
            Link(_("A page for the adult who reads with you"), "for-adults"),
            _to_talk(),
        ),
    )


def _questions() -> Page:
    return Page(
        "questions",
        _("What about your case?"),
        (
            plain(_("Choose the sentence that sounds like you. The answers are short."), "lead"),
            *(Link(_(answer.said), answer.id) for answer in ANSWERS),
            Link(_("I am a parent, a teacher"), "for-adults"),
            _to_talk(),
        ),
    )


def _answer(answer: Answer, reference: Reference) -> Page:
    return Page(
        answer.id,
        _(answer.said),
        (
            *answered(answer.id, reference),
            *map(helpline_card, _found(answer.helplines, reference)),
            Link(_("Another question"), "questions"),
            _to_talk(),
        ),
    )


def answered(question: str, reference: Reference) -> tuple[Block, ...]:
    """What the short answer to `question`, the id of one, says, without who helps. Raises StopIteration."""
    answer = next(one for one in ANSWERS if one.id == question)
    names: dict[str, str] = {
        use: one.name for one in reversed(reference.helplines) if one.for_players for use in one.use
    }
    told = [text for text in (_held(text, reference) for text in answer.told) if text]
    said = [_(text).format_map(names) for text in told if set(_NAMED.findall(text)) <= names.keys()]
    return (*map(plain, said), plain(_(_held(answer.now, reference)), "note"))


def _held(text: str | Where | Forbidden, reference: Reference) -> str:
    """The words of a text, for the country; "" for one that does not hold there."""
    match text:
        case Where(use, so, otherwise):
            return so if use in _first(reference).use else otherwise
        case Forbidden(topic, so):
            return so if topic in reference.topic else ""
        case _:
            return text


def _for_adults(reference: Reference) -> Page:
    """For an adult who reads over the shoulder, in the same hour: what to do tonight, and nothing else."""
    first = _first(reference)
    return Page(
        "for-adults",
        _("I am a parent, a teacher"),
        (
            plain(_("Thank you for listening first, without scolding."), "lead"),
            _bullets(
                _("Do not look at the image."),
                _("Do not write to the person who threatens, and do not pay."),
                _("Delete nothing, and do not take the phone away."),
                _("Call {helpline} together.").format(helpline=first.called),
                _("Tonight, stay close."),
            ),
            Link(_("At school: if a pupil confides in you"), CONFIDES),
            helpline_card(first),
            Link(_("Everyone who can help"), "who-helps"),
            _to_talk(),
        ),
    )


def who_helps(reference: Reference, first: Iterable[Block] = ()) -> Page:
    """Everybody a player can turn to, in the reference's order, who answers at night, and how old the numbers are.

    `first` are blocks that come before the cards.
    """
    shown = [helpline for helpline in reference.helplines if helpline.for_players]
    return Page(
        "who-helps",
        _("Who can help you"),
        (
            plain(_("You can call, write, or only ask a question."), "lead"),
            *_tonight(reference),
            *first,
            *(helpline_card(helpline, whole=True) for helpline in shown),
            plain(_age(shown, reference.look_up), "small"),
        ),
    )


def _tonight(reference: Reference) -> Iterator[Block]:
    """Who answers when the first helpline is closed, in three short lines or fewer."""
    lines = []
    for chat in reference.of_use("police-chat")[:1]:
        closed = _("At night, when {helpline} is closed: the {chat} chat.")
        lines.append(closed.format(helpline=_first(reference).called, chat=chat.name))
    for one in reference.of_use("distress")[:1]:
        lines.append(_("If you feel very bad: {number}.").format(number=_dialled(one)))
    match [_dialled(one) for one in reference.of_use("emergency", "rescue")[:2]]:
        case [number]:
            lines.append(_("In danger now: {number}.").format(number=number))
        case [number, other]:
            lines.append(_("In danger now: {number} or {other}.").format(number=number, other=other))
    if lines:
        yield _bullets(*lines)


def _age(shown: list[Helpline], look_up: str) -> str:
    date = long_date(min(helpline.sourced.checked for helpline in shown))
    age = _("Numbers checked on {date}.").format(date=date)
    return " ".join((age, _("Any doubt? Look at {address}.").format(address=look_up))) if look_up else age


def content_note(
    name: str = "", typed: bool = False, keeps: bool = False, never: bool = False, elsewhere: str = ""
) -> Page:
    """What to know before a story, the same for all of them; `name` is the character played, "" if not yet known.

    `typed`: help is opened by typing a letter, not by a button. `keeps`: somebody asked that their place be kept;
    `never`: the face keeps none, even if asked. `elsewhere` says that the story takes place in another country, "" if
    it does not.
    The first paragraph is fixed (DESIGN.md section 4): it must not tell a story with blackmail from one without.
    """
    now = _("Is it happening to you now? Begin with help, at the top of the screen.")
    if keeps:
        kept = _("As you asked, your choices are kept on this computer. Nobody asks for your name.")
    elif never:
        kept = _("Your choices are not kept. Nobody asks for your name.")
    else:
        kept = _("Your choices are kept only if you ask for that. Nobody asks for your name.")
    known = _("You play a character, {name}. Everything is made up.").format(name=name)
    return Page(
        "content-note",
        _("Before you play"),
        (
            plain(
                _(
                    "Some of these conversations contain blackmail, others nothing at all."
                    " No images. You can leave at any time."
                ),
                "lead",
            ),
            _bullets(
                _("Is it happening to you now? Begin with help: type h.") if typed else now,
                known if name else _("You play a character. Everything is made up."),
                kept,
                _("Help and the way out stay on the screen."),
            ),
            *([plain(elsewhere, "small")] if elsewhere else []),
        ),
    )


def helpline_card(helpline: Helpline, whole: bool = False) -> Card:
    """Who answers: how to reach them, what for, and when; with `whole`, also what to expect of them.

    Its title is what is dialled, where there is a number: that is what must be found at once.
    """
    title = _dialled(helpline)
    name = "" if title == helpline.name else helpline.name
    lines = (name, helpline.address, helpline.short, helpline.long if whole else "", helpline.hours)
    return Card("helpline", title, tuple(line for line in lines if line))


def _dialled(helpline: Helpline) -> str:
    return helpline.number or helpline.name


def _first(reference: Reference) -> Helpline:
    return reference.helplines[0]


def _found(uses: Iterable[Use], reference: Reference) -> tuple[Helpline, ...]:
    """The first helpline where `FIRST` stands, and those of the other uses, in that order; each once."""
    found = (one for use in uses for one in ((_first(reference),) if use == FIRST else reference.of_use(use)))
    return tuple({one.id: one for one in found}.values())


def _bullets(*texts: str) -> Bullets:
    return Bullets(tuple((Span(text),) for text in texts))


def _to_talk() -> Link:
    return Link(_("Talk to someone now"), "talk")
