"""Ways on and choices: kinds of problem in how a story goes from scene to scene."""

from __future__ import annotations

from game.engine.kinds.kind import N_, Kind, Severity

_WARNING = Severity.WARNING

WAYS: dict[str, Kind] = {
    # -- ways on
    "no-way-on": Kind(
        N_("The story can stop dead in the scene “{scene}”."),
        N_("Add “go_to: …” to the scene, for when no choice leads on."),
    ),
    "last-way-conditional": Kind(
        N_("The last way of a “go_to” list must hold in every case."),
        N_("End the list with “- {to: …}” without a condition."),
    ),
    "way-never-taken": Kind(
        N_("This way is never taken: the one before it holds in every case."),
        N_("Put a condition on the one before, or remove this one."),
        severity=_WARNING,
    ),
    "here-without-choices": Kind(
        N_("“here” means “these choices again”, and a scene cannot go there by itself."),
        N_("Name a scene or an ending."),
    ),
    "endless-loop": Kind(
        N_("The story can go round in circles here without offering a choice."),
        N_("Let one of these scenes lead out of the circle, or give it a choice: {scenes}."),
    ),
    "not-reachable": Kind(
        N_("Nothing leads to “{name}”."), N_("Name it in a “go_to”, or remove it."), severity=_WARNING
    ),
    "no-scene": Kind(N_("This story has no scene."), N_("Add at least one scene under “scenes:”.")),
    "no-ending": Kind(N_("This story has no ending."), N_("Add at least one ending under “endings:”.")),
    "no-me": Kind(
        N_("Nobody in the cast is “me”, the person that the player plays."), N_('Add “me: {name: "…"}” to the cast.')
    ),
    # -- choices
    "reply-or-do": Kind(
        N_("A choice has either “reply” (words) or “do” (an action), and exactly one of them."),
        N_("Keep the one that fits."),
    ),
    "too-many-choices": Kind(
        N_("More than four choices can be offered together here."),
        N_("A player sees at most four, lettered A to D. Split the scene, or add conditions."),
        severity=_WARNING,
    ),
    "verdict-without-trap": Kind(
        N_("A verdict is asked, but the file does not say whether this is a trap."),
        N_("Add “trap: true” or “trap: false” near the top of the file."),
    ),
}
