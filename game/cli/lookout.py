"""The Lookout in the terminal: what it says of what can be typed there.

When it speaks is `telling.lookout`'s affair, how it is printed `text_play`'s.
"""

from __future__ import annotations

from game.telling.language import _
from game.telling.lookout import Gesture


def gestures_here() -> dict[Gesture, str]:
    """What can be typed in the terminal, each as a sentence."""
    return {
        "marking": _("Does a message seem odd? Type m and its number, when you are asked something. Only you see it."),
        "choosing": _(
            "Hello, I keep watch here. Your turn: type the number of an answer."
            " No points, and “back” changes your mind."
        ),
        "helping": _("Is something happening to you, for real? h opens the help at any time. It asks nothing."),
        "leaving": _("Someone looking over your shoulder? q empties the screen at once."),
        "verdict": _("Now tell me what you think. Not knowing is an answer too."),
        "debrief": _("That is the whole story. The debrief goes through it again with you, and gives no grade."),
    }
