"""What protects the player: kinds of problem that leave somebody under threat without help."""

from __future__ import annotations

from game.engine.kinds.kind import N_, Kind, Severity

_WARNING = Severity.WARNING

PROTECTION: dict[str, Kind] = {
    "hard-scene-without-summary": Kind(
        N_("The scene “{scene}” shows “{sign}” and has no summary for somebody who would rather not read it."),
        N_('Add “skip: "…"”: one or two neutral sentences that say what happens.'),
        severity=_WARNING,
    ),
    "threat-without-help": Kind(
        N_("Under threat, the player can stand in the scene “{scene}” without any choice that brings help."),
        N_("Let one choice that is always on offer here take a help step. One way there: {route}."),
    ),
    "ending-without-help": Kind(
        N_("The ending “{ending}” can be reached after giving in, without help since."),
        N_("Let help come after the choice that gives in, or else add “open: true”. One way there: {route}."),
    ),
    "open-not-needed": Kind(
        N_("“open: true”, but nobody comes to the ending “{ending}” having given in without help."),
        N_("Remove “open: true”: it opens the debrief with the help card."),
        severity=_WARNING,
    ),
    "too-much-threat": Kind(
        N_("The scene “{scene}” can show more than two messages that threaten."),
        N_("Two are enough to understand. Tell the rest in a notice without a sign, or leave it out."),
        severity=_WARNING,
    ),
    "threat-without-relief": Kind(
        N_("The scene “{scene}” can threaten again before the player could breathe."),
        N_("Before its first threat, add a notice, or a word of a friend, of the family or of an adult."),
        severity=_WARNING,
    ),
    "verdict-twice": Kind(
        N_("The scene “{scene}” can ask for the verdict a second time."),
        N_("Ask once on each path. One way there: {route}."),
    ),
    "verdict-after-threat": Kind(
        N_("The scene “{scene}” can ask for the verdict after a threat, when the answer is plain."),
        N_("Ask before the first threat. One way there: {route}."),
    ),
}
