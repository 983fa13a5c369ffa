"""What is shown when a screen of the game failed: a calm sentence, and two ways on.

Which screens are left then is the app's.
"""

from __future__ import annotations

from game.desktop.layout import Column, Row, Spacer
from game.desktop.screens import Context, Screen
from game.desktop.widget_button import Button
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_text import Heading, TextBlock
from game.desktop.widgets import Widget
from game.telling.language import _


class Trouble(Screen):
    """The fault is the program's: it is said so, and help stays in reach."""

    def title(self) -> str:
        return _("A problem in the game")

    def build(self, context: Context) -> Widget:
        ways = Row(
            (
                Button(_("Back to the start"), context.home, "primary"),
                Button(_("See who can help"), context.help, "help", icon="help"),
            )
        )
        words = (
            Heading(_("Something went wrong in the game"), level=1),
            TextBlock(_("You did nothing wrong: the mistake is in the program.")),
            Spacer("s"),
            ways,
        )
        return Scroll(Column(words, gap="m", pad="xl", limit="reading"))

    def on_back(self, context: Context) -> bool:
        context.home()
        return True
