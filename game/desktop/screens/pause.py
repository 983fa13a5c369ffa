"""Pause: what was shown is hidden at once behind a calm screen that says nothing of it, and nothing arrives meanwhile.

The screen under it waits untouched: the app shows this one on top.
"""

from __future__ import annotations

from game.desktop.layout import Column, Row, Spacer
from game.desktop.screens import Context, Screen
from game.desktop.widget_button import Button
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_text import Heading, TextBlock
from game.desktop.widgets import Key, Widget
from game.telling.language import _


class Pause(Screen):
    """Goes on by its button, by the key that paused, or by Back; no other key brings the conversation back."""

    def title(self) -> str:
        return _("Pause")

    def build(self, context: Context) -> Widget:
        ways = Row(
            (
                Button(_("Go on"), context.back, "primary", icon="play", key="go on"),
                Button(_("Help"), context.help, "help", icon="help", key="help"),
                Button(_("Settings"), context.open_settings, icon="settings", key="settings"),
                Button(_("Leave"), context.way_out, "leave", icon="exit", key="leave"),
            )
        )
        words = (
            Spacer(grow=1),
            Heading(_("Pause"), level=1),
            TextBlock(_("Nothing is lost. Take your time."), size="lead"),
            Spacer("s"),
            ways,
            TextBlock(_("Or press P to go on."), size="small", colour="ink_soft"),
            Spacer(grow=2),
        )
        return Scroll(Column(words, pad="l", limit="reading"), key="pause")

    def on_key(self, context: Context, key: Key) -> bool:
        if key.name == "p" and key.plain and not key.repeat:
            context.back()
            return True
        return False
