"""How a class plays a story together, for a teacher with ten minutes: what to prepare, how to vote, what to keep safe.

The same for every story. What is particular to one is `for_class`'s; the votes themselves are counted by the faces.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.telling.language import _
from game.telling.page import Block, Bullets, Heading, Span


def in_ten_minutes() -> Iterator[Block]:
    """What to do in the ten minutes before a class."""
    yield Heading(_("Ten minutes to prepare"))
    yield Bullets(
        (
            (
                Span(_("3 minutes:") + " ", strong=True),
                Span(_("read this sheet, and the card “If a pupil confides in you”.")),
            ),
            (
                Span(_("2 minutes:") + " ", strong=True),
                Span(_("look through the map. The numbered circles are the stops.")),
            ),
            (Span(_("5 minutes:") + " ", strong=True), Span(_("play alone, up to the first stop or further."))),
        )
    )


def how_a_class_plays() -> Iterator[Block]:
    """How to run the hour: votes, ties, stops, and what protects the pupils."""
    yield Heading(_("How the class plays"))
    yield Bullets(
        tuple(
            (Span(f"{lead} ", strong=True), Span(told))
            for lead, told in (
                (
                    _("One screen."),
                    _("Have the messages read aloud, or allow time to read. The choices have letters, A to D."),
                ),
                (
                    _("A secret vote."),
                    _("A hand or a card held against the chest, eyes down. Nobody sees what the others choose."),
                ),
                (
                    _("No number that singles somebody out."),
                    _("For one or two votes, say “a few votes”. Never ask who chose what."),
                ),
                (
                    _("The choice with the most votes wins."),
                    _("If there is a tie, you choose. Take the path that gives you more to talk about."),
                ),
                (
                    _("“What if…?”"),
                    _(
                        "After a choice that follows an official step, the screen offers to look at the other one"
                        " that was most tempting. Why is it?"
                    ),
                ),
                (
                    _("Class stops."),
                    _("Ask the question, leave a silence, listen. There is no need to conclude."),
                ),
                (
                    _("Anyone may step out."),
                    _(
                        "Not voting, reading a summary, leaving the room: do not ask why."
                        " Nobody has to speak about themselves."
                    ),
                ),
                (
                    _("Nothing is kept."),
                    _("Write down no name and no vote. The game keeps nothing about a pupil either."),
                ),
            )
        )
    )
