"""What gives the answer away before the player has looked: kinds of problem in a story's titles, choices and signs."""

from __future__ import annotations

from game.engine.kinds.kind import N_, Kind, Severity

_WARNING = Severity.WARNING

CUES: dict[str, Kind] = {
    "gives-it-away": Kind(
        N_("“{words}” tells what the player is to find out."),
        N_("Say what the story starts with: a place, a plan, a meeting."),
        severity=_WARNING,
    ),
    "longest-is-right": Kind(
        N_("In each of {number} scenes the longest choice is the one that takes an official step."),
        N_("Shorten some of them, and give the tempting choices words of their own."),
        severity=_WARNING,
    ),
    "right-in-one-place": Kind(
        N_("In each of {number} scenes with “keep_order” the choice with an official step stands in place {place}."),
        N_("Remove “keep_order”, or vary the order."),
        severity=_WARNING,
    ),
    "help-same-words": Kind(
        N_("All {number} choices that ask for help say “{words}”."),
        N_("Let people ask for help in several ways: a message to a friend, a call, sitting down beside somebody."),
        severity=_WARNING,
    ),
    "signs-everywhere": Kind(
        N_("Each of the {number} messages of “{name}” shows a sign."),
        N_("Add ordinary messages between: somebody who wants to please also talks about everyday things."),
        severity=_WARNING,
    ),
}
