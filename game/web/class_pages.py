"""The pages of a class in an exported file: what a teacher reads before and prints, the keys, what to ask at the end.

The first one gives the story away, and is shown only to who asks for it. What a class is asked while it plays is the
player's modules' affair; a whole guide to print is `vigichat guide`'s.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.model import Scenario
from game.engine.reference import Reference
from game.telling import for_class
from game.telling.class_running import how_a_class_plays
from game.telling.language import _
from game.telling.page import Block, Bullets, Page, Span, plain

KEYS, ASK = "class-keys", "class-ask"
"""The ids of the pages of keys and of questions."""


def class_pages(scenario: Scenario, reference: Reference) -> tuple[Page, ...]:
    """The pages, in the language spoken now; the author's own texts are in the story's."""
    return (
        Page(
            for_class.FOR_CLASS,
            _("For the class: {title}").format(title=scenario.title),
            (
                *for_class.reviews(scenario),
                *for_class.set_elsewhere(scenario, reference),
                *for_class.goal(scenario),
                *for_class.before(scenario),
                *how_a_class_plays(),
                *for_class.stops(scenario, reference),
                *for_class.after(scenario),
                *for_class.lesson(scenario),
                *for_class.if_a_pupil_confides(reference),
            ),
        ),
        Page(KEYS, _("Which key does what"), tuple(_keys())),
        Page(ASK, _("To talk about together"), tuple(_asked(scenario))),
    )


def _keys() -> Iterator[Block]:
    keys = (
        (_("Space, Enter, Page Down"), _("go on, as a presentation clicker does; nothing arrives by itself")),
        (_("Digits, then Enter"), _("count the votes; “+” and “-” correct them; one or two votes stay “1–2”")),
        (_("Up, Down"), _("go from one row of the count to another; the first digit replaces what stands there")),
        ("A–D", _("play a choice without a vote, after one more question")),
        ("V", _("vote with hands instead of cards, or the other way round")),
        (_("Esc, Page Up"), _("one step back; no count is lost")),
        (_("Backspace"), _("go back to the choice before, to try another way")),
        ("P", _("hide the conversation, and show it again")),
        ("N", _("open the notes for the teacher; the class sees them too")),
        (_("F6, Ctrl and +"), _("other colours, larger text")),
        (_("F5, F11"), _("full screen")),
        ("F8", _("show the story large, for the whole class; press again for one player")),
    )
    yield Bullets(tuple((Span(key, strong=True), Span(f"\u2002{does}")) for key, does in keys))
    yield plain(_("“Leave” erases the lesson; to hide the screen, press P."), "note")
    yield plain(_("After “Leave”, open the file again to start over."), "note")


def _asked(scenario: Scenario) -> Iterator[Block]:
    asked = scenario.teacher.ask or (_("What would you tell a friend who is going through this?"),)
    yield Bullets(tuple((Span(question),) for question in asked))
