"""The short answers of “It is happening to me now”: what somebody says, and what is said back.

Words only, marked for translation where they stand. Making pages of them is left to `help_now`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.reference import Use
from game.telling.language import N_

FIRST: Use = "talk"
"""Stands for the country's first helpline, whatever its uses."""


@dataclass(frozen=True, slots=True)
class Where:
    """A sentence that is true only where the first helpline is of this `use`, and what is said `otherwise`, or ""."""

    use: Use
    so: str
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A sentence on what the law forbids, said only where something was read of the country's law on this `topic`."""

    topic: str
    so: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says, what is said back, the one next action, and the uses of who helps with it.

    A text may name the first helpline of a use in braces. What a country lacks is left out: the helpline, and the text.
    """

    id: str
    said: str
    told: tuple[str | Where | Forbidden, ...]
    now: str | Where
    helplines: tuple[Use, ...] = (FIRST,)


ANSWERS = (
    Answer(
        "very-bad",
        N_("I feel very bad"),
        (
            N_("What you feel is heavy. You do not have to carry it without help."),
            N_("Go and be near someone you trust. You can wake someone up, even in the middle of the night."),
            N_("The people below are there to help you."),
        ),
        N_("Now: call one of these numbers, or ask someone to call for you."),
        ("distress", FIRST, "rescue"),
    ),
    Answer(
        "sent",
        N_("I sent an image, or there is a video of me"),
        (
            N_("It is not your fault. To agree to an image is not to agree that it be shown."),
            N_("The law protects you. The guilty person is the one who threatens."),
            N_("You do not have to describe the image to be helped."),
        ),
        N_("Now: send nothing more, and talk about it."),
        (FIRST, "image"),
    ),
    Answer(
        "more-images",
        N_("I am asked for more images"),
        (
            N_("Send nothing more, not even one image."),
            Forbidden("blackmail", N_("This blackmail is punished by law too.")),
            N_("Is the threat in private messages? You can write to the {police-chat} chat."),
        ),
        N_("Now: keep the messages, then tell someone."),
        (FIRST, "police-chat"),
    ),
    Answer(
        "paid",
        N_("I have already paid"),
        (
            N_("The pressure worked. It is made for that."),
            N_("You can stop now. Stopping after paying is as good as never paying."),
            N_("Another demand may come. You owe nothing."),
        ),
        N_("Now: keep a trace of the payment, then tell someone."),
    ),
    Answer(
        "published",
        N_("It has already been published"),
        (
            N_("This is hard. It is still not your fault, and something can be done."),
            N_("Were you sent a link as proof? Do not open it. Perhaps only you can see it."),
            N_("If it really is online, report it in the app. Keep the address of the page."),
            N_("If everyone can see it, report it on {public} too."),
        ),
        Where(
            "removal",
            N_("Now: contact the helpline below. It can ask for quick removal."),
            N_("Now: contact the helpline below."),
        ),
        (FIRST, "image", "public"),
    ),
    Answer(
        "trouble",
        N_("Will I get into trouble?"),
        (
            N_("The law protects you. The guilty person is the one who threatens."),
            Where(
                "anonymous",
                N_("You can call without giving your name. It is confidential."),
                N_("When you call, you choose what you tell."),
            ),
        ),
        N_("Now: call or write, even if it is only to ask a question."),
    ),
    Answer(
        "parents",
        N_("My parents must not know"),
        (
            N_("You can begin with someone else. You choose who."),
            Where("anonymous", N_("You can contact the helpline without giving your name.")),
            N_("Another adult can listen: the school nurse, an aunt, a coach."),
            N_("If you want to tell your parents one day, someone can help you say it."),
        ),
        N_("Now: choose someone you trust and know in real life. Write to them: “I need you.”"),
    ),
    Answer(
        "deleted",
        N_("I have deleted everything"),
        (
            N_("You wanted it to stop. Anyone can understand that."),
            N_("You can ask for help without any proof."),
            N_("Write down what you remember: the account, the days, what was asked."),
        ),
        N_("Now: delete nothing more, and tell someone what happened."),
    ),
    Answer(
        "known",
        N_("I know the person"),
        (
            N_("It happens with people we know too. It can be a friend, an ex, a pupil, an adult around you."),
            Forbidden("blackmail", N_("The law forbids this blackmail, even between pupils, even between friends.")),
            N_("You betray no one when you ask for help."),
        ),
        N_("Now: talk to an adult who is not close to that person."),
        (FIRST, "danger"),
    ),
    Answer(
        "sent-nothing",
        N_("I sent nothing"),
        (
            N_("Sometimes the person is lying and has no image. Sometimes the image is fabricated."),
            N_("Either way, this is blackmail. You can ask for help."),
            N_("The advice is the same: pay nothing, do not answer, keep the messages."),
        ),
        N_("Now: tell someone, even if you think it is a bluff."),
    ),
    Answer(
        "other-account",
        N_("Another account is writing to me"),
        (
            N_("It may be the same person under another name."),
            N_("You do not have to answer this one either."),
            N_("Keep the messages, then block this account too. Turn down new requests for now."),
        ),
        N_("Now: set your profiles to private and hide your list of friends."),
    ),
    Answer(
        "passed-on",
        N_("I passed an image on"),
        (
            N_("You can stop now, and that counts. Do not send it to anyone else."),
            N_("If someone put pressure on you, say so."),
            N_("The person in the image needs support. None of this is their fault."),
        ),
        N_("Now: tell an adult or the helpline, without showing the image."),
    ),
    Answer(
        "someone-else",
        N_("It is happening to someone I know, or I was sent their image"),
        (
            N_("Do not look at their image, and do not send it on."),
            N_("Write down the name of the account, and report it."),
            N_("Tell them: “I am here. It is not your fault.”"),
        ),
        N_("Now: tell an adult or the helpline, with that person if you can."),
    ),
)
