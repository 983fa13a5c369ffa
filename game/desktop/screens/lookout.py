"""The Lookout in the window: its words beside its picture, and what it says of the gestures there.

When it speaks is `telling.lookout`'s affair.
"""

from __future__ import annotations

from game.desktop.layout import Beside, Column
from game.desktop.widget_panel import Panel
from game.desktop.widget_text import Picture, TextBlock
from game.telling.language import _
from game.telling.lookout import LOOKOUT, Gesture


class Remark(Beside):
    """What the Lookout says. It is no message: it cannot be marked, and takes no focus."""

    role = "listitem"

    def __init__(self, words: str) -> None:
        name = TextBlock(_(LOOKOUT), size="small", colour="note", bold=True)
        said = TextBlock(words, colour="ink")
        # The item says both: as parts of it they would be read out twice.
        name.role = said.role = None
        panel = Panel(Column((name, said), gap=""), fill="note_soft", edge="note", radius="radius_l")
        super().__init__(Picture("mascot", height=2.6), panel)
        self.label = _("{speaker}: {words}").format(speaker=_(LOOKOUT), words=words)


def gestures_here() -> dict[Gesture, str]:
    """What can be done in the window by who plays alone."""
    return {
        "marking": _("Does a message seem odd? Press it, or press M. Only you see its flag, and it can be taken away."),
        "choosing": _(
            "Hello, I keep watch here. Your turn: press an answer, or its letter."
            " No points, and you can change your mind."
        ),
        "helping": _(
            "Is something happening to you, for real? “Help”, at the top, opens at any time. It asks nothing."
        ),
        "leaving": _(
            "Someone looking over your shoulder? “Leave”, at the top, empties the screen at once. So does Shift, three"
            " times."
        ),
        "verdict": _("Now tell me what you think. Not knowing is an answer too."),
        "debrief": _("That is the whole story. The debrief goes through it again with you, and gives no grade."),
    }
