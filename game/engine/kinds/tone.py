"""How the game speaks: kinds of problem in the tone of a text and in how easy it is to read."""

from __future__ import annotations

from game.engine.kinds.kind import N_, Kind, Severity

_WARNING = Severity.WARNING

TONE: dict[str, Kind] = {
    "sexual-words": Kind(
        N_("“{words}” is a sexual word, and nothing sexual is shown or named in a story."),
        N_("Use a hidden message such as “name (masked): Intimate request”, or say it in a neutral way."),
    ),
    "intimate-image-choice": Kind(
        N_("With this choice the player would make, send, open or keep an intimate image: “{words}”."),
        N_("Tell that moment as a neutral notice, or leave it out. A choice may refuse, ask for time or seek help."),
    ),
    "blame": Kind(
        N_("“{words}” puts the blame on the person who was trapped."),
        N_("Say what the pressure was for, or what can be done now: “It was made to work.” “It can stop now.”"),
        severity=_WARNING,
    ),
    "promise": Kind(
        N_("“{words}” promises what nobody can promise."),
        N_("Write “often”, or say what can be done if it happens: “One can ask for removal, with help.”"),
        severity=_WARNING,
    ),
    "vous-to-player": Kind(
        N_("“{words}” says “vous” to the player, whom the game calls “tu”."),
        N_("Write “tu”. If several people are meant, say so: “vous deux”, “ensemble”."),
        severity=_WARNING,
    ),
    "long-sentence": Kind(
        N_("This sentence has {number} words: a 13-year-old loses the thread after about 20."),
        N_("Cut it in two. 12 to 15 words are best."),
        severity=_WARNING,
    ),
}
