"""The settings: how the game looks, speaks and runs. Each change applies at once.

What can be chosen, and how that looks, is `chosen`'s; keeping it is left to the app. What else is kept on this computer
is told by the part that it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from game.desktop.layout import Column, Columns, Row, Spacer
from game.desktop.screens import Context, Screen, chosen
from game.desktop.widget_button import Button
from game.desktop.widget_split import Anchored, roomy
from game.desktop.widget_text import Heading, TextBlock
from game.desktop.widgets import Widget
from game.keeping.settings import FIRST, Settings
from game.telling.language import _

Part = Callable[[Context], Iterable[Widget]]
"""A part of the screen that somebody else tells: its heading and what stands under it."""


def nothing(context: Context) -> Iterable[Widget]:
    """A part that is not there."""
    return ()


class SettingsScreen(Screen):
    """`countries` are codes and names; `rehearse` shows the way out once more; `kept` tells what else is kept."""

    is_settings = True

    def __init__(
        self,
        countries: Callable[[], Iterable[tuple[str, str]]],
        country: Callable[[], str],
        rehearse: Callable[[Context], None],
        kept: Part = nothing,
    ) -> None:
        self._countries = countries
        self._country = country
        """The code of the one whose help is shown."""
        self._rehearse = rehearse
        self._kept = kept
        self._before: Settings | None = None
        """What was chosen before everything was put back."""
        self._place = Anchored("settings")

    def title(self) -> str:
        return _("Settings")

    def build(self, context: Context) -> Widget:
        reading = (
            Heading(_("Reading")),
            chosen.text_size(context),
            chosen.colours(context),
            chosen.face(context),
            chosen.spacing(context),
        )
        playing = (
            Heading(_("Playing")),
            chosen.arrival(context),
            Column((chosen.still(context), chosen.voice(context)), gap=""),
        )
        speaking = (
            Heading(_("Language and country")),
            chosen.language(context),
            chosen.country(context, self._countries(), self._country()),
        )
        leaving = (
            Heading(_("The way out")),
            TextBlock(_("Press Shift three times, or the “Leave” button: the window goes blank.")),
            Row((Button(_("Try the way out"), lambda: self._rehearse(context), icon="exit", key="rehearse"),)),
        )
        kept = tuple(self._kept(context))
        title = Heading(_("Settings"), level=1)
        last = self._back_to_first(context)
        if roomy(context.look):
            left = (*reading, Spacer("s"), *leaving)
            right = (*speaking, Spacer("s"), *playing, *((Spacer("s"), *kept) if kept else ()))
            parts: tuple[tuple[Widget, ...], ...] = ((Columns((Column(left), Column(right)), gap="xl"),), last)
        else:
            parts = (reading, speaking, playing, leaving, kept, last)
        groups = tuple(widget for part in parts if part for widget in (*part, Spacer("s")))
        parts_in_order = (title, *groups)
        self._place.show(Column(parts_in_order, pad="l", limit="wide"), parts_in_order)
        return self._place

    def _back_to_first(self, context: Context) -> tuple[Widget, ...]:
        """Everything as on the first day, but for what was decided about language and keeping; and back again."""
        now = context.settings
        first = _as_decided(FIRST, now)
        words = _("Reset all settings")
        way = Button(words, lambda: self._reset(context, first), icon="undo", enabled=now != first, key="first")
        if self._before is None:
            return (Row((way,)),)
        undo = Button(_("Undo"), lambda: self._take_back(context), "primary", key="take back")
        told = TextBlock(_("The settings are as they were at the start."), "small", "ink_soft")
        return (Row((way, undo)), *((told,) if now == first else ()))

    def _reset(self, context: Context, first: Settings) -> None:
        self._before = context.settings
        context.change(first)
        context.focus("take back")

    def _take_back(self, context: Context) -> None:
        if self._before is not None:
            context.change(_as_decided(self._before, context.settings))
            self._before = None
            context.focus("first")

    def forget(self) -> None:
        self._before = None


def _as_decided(settings: Settings, now: Settings) -> Settings:
    """With what was decided `now` about language and keeping: that stands, whatever is put back."""
    return replace(settings, language=now.language, country=now.country, progress=now.progress, met=now.met)
