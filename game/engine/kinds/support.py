"""Who and what stands by: kinds of problem in the cast, the teacher's notes and the advice that a story gives."""

from __future__ import annotations

from game.engine.kinds.kind import N_, Kind, Severity

_WARNING = Severity.WARNING

SUPPORT: dict[str, Kind] = {
    "nobody-to-turn-to": Kind(
        N_("There is a trap in this story, and no friend, relative or other helpful person in the cast."),
        N_("Add somebody with “role: friend”, “family”, “adult” or “helper”, and let them write."),
        severity=_WARNING,
    ),
    "missing-notes": Kind(
        N_("The teacher who takes this story up does not find: {missing}."),
        N_("Under “teacher:”, “goal” is what to learn, “before” what to say first, “ask” the questions for after."),
        severity=_WARNING,
    ),
    "thesee-not-for-this": Kind(
        N_("THESEE is for money that a stranger demands, and this file does not say that this is such a story."),
        N_("If it is one, add “about: {relation: stranger, demand: money}”. If not, name the platform or the police."),
        severity=_WARNING,
    ),
    "step-1-known-author": Kind(
        N_("“Often, the threat is not carried out” is said of strangers. Here, the two know each other ({relation})."),
        N_("Say instead what can be done: tell somebody, keep the messages, ask for removal."),
        severity=_WARNING,
    ),
    "unknown-placeholder": Kind(
        N_("“{placeholder}” stands for nothing: the player would read it as it is."),
        N_("Possible: {known}."),
        N_("Did you mean “{near}”?"),
        severity=_WARNING,
    ),
}
