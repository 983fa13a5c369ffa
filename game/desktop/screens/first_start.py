"""The first start: language and country, the size of the text and the colours, then the way out, rehearsed once.

One question a screen, each with an answer that can stay as it is. Whoever needs help gets it without answering, and
“Later” leads past all of it. The rehearsal is a screen of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.desktop.layout import Beside, Column, Row, Spacer
from game.desktop.screens import Context, Screen, chosen
from game.desktop.screens.rehearsal import Rehearsal
from game.desktop.widget_button import Button
from game.desktop.widget_panel import Panel
from game.desktop.widget_scroll import Dock, Scroll
from game.desktop.widget_text import Heading, Picture, TextBlock
from game.desktop.widgets import Key, Widget
from game.telling.language import _

_ROOMY = 30
"""From how many lines of text the window has room for the cat."""
_QUESTIONS = 3


class FirstStart(Screen):
    """`on_help` opens what to do first; `country` is the name of the one whose help is shown."""

    def __init__(self, on_help: Callable[[Context], None], country: Callable[[], str]) -> None:
        self._on_help = on_help
        self._country = country
        self._reading = False
        """Whether the second question is asked."""

    def title(self) -> str:
        return _("Getting started")

    def build(self, context: Context) -> Widget:
        words = self._read(context) if self._reading else self._speak(context)
        body = Column((Spacer(grow=1), *words, Spacer(grow=2)), pad="l", limit="reading")
        number = 2 if self._reading else 1
        ways = (
            TextBlock(_count(number), "small", "ink_soft"),
            Button(_("Later"), lambda: finish(context), key="later"),
            Button(_("Next"), lambda: self._next(context), "primary", icon="next", key="next"),
        )
        return Dock(Scroll(body, key=f"question {number}"), Row(ways, align="end"))

    def _speak(self, context: Context) -> tuple[Widget, ...]:
        metrics = context.look.metrics
        welcome = Column(
            (
                Heading(_("Welcome"), level=1),
                TextBlock(_("Two questions, then a button to try. You can change everything later."), size="lead"),
            ),
            gap="xs",
        )
        roomy = metrics.height >= _ROOMY * metrics.body
        hero = Beside(Picture("mascot", height=6), welcome, gap="l", middle=True) if roomy else welcome
        help_now = Column(
            (
                TextBlock(_("Is someone blackmailing you right now? These questions can wait.")),
                Row(
                    (
                        Button(
                            _("It is happening to me now"),
                            lambda: self._on_help(context),
                            "help",
                            icon="help",
                            key="help now",
                        ),
                    )
                ),
            ),
            gap="s",
        )
        return (
            hero,
            Panel(help_now, fill="help_soft", edge="help_edge", role="group", label=_("Help")),
            Spacer("xs"),
            chosen.language(context),
            chosen.country_said(self._country()),
        )

    def _read(self, context: Context) -> tuple[Widget, ...]:
        return (
            Heading(_("Is this easy to read?"), level=1),
            TextBlock(
                _("Make the text as large as you like, and choose colours that are easy on your eyes."), size="lead"
            ),
            Spacer("xs"),
            chosen.text_size(context),
            chosen.colours(context),
            TextBlock(
                _("At any time: Ctrl and + or - for the text, F6 for the colours. There is more in the settings."),
                size="small",
                colour="ink_soft",
            ),
        )

    def _next(self, context: Context) -> None:
        if self._reading:
            context.go(Rehearsal(finish, lambda: _count(_QUESTIONS)))
        else:
            self._reading = True
            context.focus("")

    def on_key(self, context: Context, key: Key) -> bool:
        if key.name == "enter" and not key.repeat:
            self._next(context)
            return True
        return False

    def on_back(self, context: Context) -> bool:
        if self._reading:
            self._reading = False
            context.focus("")
        else:
            finish(context)
        return True


def _count(number: int) -> str:
    return _("{number} of {total}").format(number=number, total=_QUESTIONS)


def finish(context: Context) -> None:
    """The first start was gone through, or put off: it is not asked again, and home is there."""
    context.change(replace(context.settings, met=True))
    context.home()
