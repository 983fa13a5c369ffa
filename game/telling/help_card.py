"""The help card: what to do and who helps, on one sheet of paper that can lie on a table or hang on a wall.

Its sentences are those of `help_now`, where they stand one thing at a time; here they are all in sight.
"""

from __future__ import annotations

from game.engine.reference import Reference
from game.telling.help_now import helpline_card
from game.telling.language import _
from game.telling.page import Bullets, Card, Heading, Span, plain
from game.telling.sheet import Sheet, SheetBlock
from game.telling.sourced import long_date

HELP_CARD = "help-card"
"""The id of the sheet."""


def help_card(reference: Reference) -> Sheet:
    """The sheet; it fits on one page of A4."""
    first = reference.helplines[0]
    shown = [helpline for helpline in reference.helplines if helpline.for_players]
    oldest = long_date(min(helpline.sourced.checked for helpline in shown))
    steps = (
        _("You do not have to answer. You can stop now."),
        _("Send no more images, videos or messages."),
        _("Pay nothing, not even to gain time."),
        _("Already answered, sent something or paid? You can still stop."),
        _("Keep the messages, not the image"),
        _("Talk to someone now"),
    )
    words = (
        _("I need you."),
        _("Someone is blackmailing me with an image."),
        _("Do not ask me to show it to you."),
        _("Stay calm and call {helpline} with me.").format(helpline=first.called),
    )
    blocks: tuple[SheetBlock, ...] = (
        plain(_("Breathe. It is not your fault."), "lead"),
        plain(_("The person who threatens you is in the wrong. You are not.")),
        Bullets(tuple((Span(step.rstrip(".") + "."),) for step in steps)),
        Card("words", _("Words that you can use as they are"), words),
        plain(_("If the first person reacts badly, you were not wrong to talk. Try someone else."), "note"),
        Heading(_("Who can help you")),
        *(helpline_card(helpline) for helpline in shown if helpline.number),
        Bullets(
            tuple(
                (Span(helpline.name, strong=True), Span(f"\u2002{helpline.short}. {helpline.address}"))
                for helpline in shown
                if not helpline.number
            )
        ),
        plain(_("Numbers checked on {date}.").format(date=oldest), "small"),
    )
    return Sheet(HELP_CARD, _("Is it happening to you now?"), blocks, apart=True)
