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
}
