"""What only a walk over every path shows: kinds of problem in conditions, facts and endings."""

from __future__ import annotations

from game.engine.kinds.kind import N_, Kind, Severity

_WARNING = Severity.WARNING

PROOF: dict[str, Kind] = {
    "condition-always-true": Kind(
        N_("This condition holds on every path that comes here: {condition}."),
        N_("Remove the condition, or let a choice decide it before this point."),
        severity=_WARNING,
    ),
    "condition-never-true": Kind(
        N_("This condition holds on no path that comes here: {condition}."),
        N_("What stands under it never happens. Remove it, or let a choice before this point make it possible."),
        severity=_WARNING,
    ),
    "fact-never-set": Kind(
        N_("No choice makes the fact “{fact}” true."),
        N_("Add “sets: {fact}” to a choice, or remove the fact and the conditions that ask for it."),
        severity=_WARNING,
    ),
    "fact-never-read": Kind(
        N_("Nothing asks whether the fact “{fact}” is true."),
        N_("Use it in an “if” or “unless”, or remove it and its “sets”."),
        severity=_WARNING,
    ),
    "ending-out-of-reach": Kind(
        N_("Here the story can come to a point from which no ending can be reached any more."),
        N_("Let one of these scenes lead to an ending in every case: {scenes}."),
    ),
    "full-marks-impossible": Kind(
        N_("No path handles every moment well: in the scene “{scene}” it can no longer be done."),
        N_("Give this scene a choice that takes a step and does not give in."),
        severity=_WARNING,
    ),
    "proof-too-large": Kind(
        N_("This story has more situations than can be walked ({most}); nothing is claimed about its paths."),
        N_("The scene “{scene}” has the most of them. Use fewer facts at a time, or fewer “go_to: here” together."),
        severity=_WARNING,
    ),
}
