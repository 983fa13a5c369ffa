"""What a person can choose, as widgets that apply it at once: language, colours, size of text, and the rest.

Home, the first start and the settings show the same ones. What is kept of a choice, and where, is left to `keeping`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from game.desktop.layout import Column, Row
from game.desktop.screens import Context
from game.desktop.widget_button import Button, Checkbox
from game.desktop.widget_radio import Radios
from game.desktop.widget_text import Status, TextBlock
from game.desktop.widgets import Widget
from game.keeping.settings import LEAST_PERCENT, MOST_PERCENT, Arrival, Colours, Face, Spacing
from game.telling.figures import percentage
from game.telling.language import LANGUAGES, N_, OWN_NAMES, _

_COLOURS: tuple[tuple[Colours, str], ...] = (
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("contrast", N_("High contrast")),
)
_FACES: tuple[tuple[Face, str], ...] = (
    # Names of fonts are the same in every language.
    ("atkinson", "Atkinson Hyperlegible"),
    ("noto", "Noto Sans"),
    ("dyslexic", "OpenDyslexic"),
)
_SPACINGS: tuple[tuple[Spacing, str], ...] = (
    ("normal", N_("Normal")),
    ("wide", N_("Wide")),
    ("wider", N_("Wider")),
)
_ARRIVALS: tuple[tuple[Arrival, str], ...] = (
    ("slow", N_("Slow")),
    ("normal", N_("Natural")),
    ("fast", N_("Fast")),
    ("at once", N_("At once")),
)


def language(context: Context) -> Widget:
    """The language of the interface, each named in itself."""
    options = [(code, OWN_NAMES[code]) for code in LANGUAGES]
    return _radios(context, "language", _("Language"), options, context.language)


def country(context: Context, countries: Iterable[tuple[str, str]], now: str) -> Widget:
    """Whose help, steps and law are shown, of these codes and names; `now` is the code of the one that is."""
    return _radios(context, "country", _("Country for help and the law"), countries, now)


def country_said(name: str) -> Widget:
    """Which country that is, where it is not asked."""
    told = _("Help and the law are those of this country: {country}. You can change it in the settings.")
    return TextBlock(told.format(country=name), size="small", colour="ink_soft")


def colours(context: Context) -> Widget:
    options = [(value, _(words)) for value, words in _COLOURS]
    return _radios(context, "colours", _("Colours"), options, context.settings.colours)


def face(context: Context) -> Widget:
    """The typeface."""
    return _radios(context, "face", _("Font"), _FACES, context.settings.face)


def spacing(context: Context) -> Widget:
    """How far lines stand apart."""
    options = [(value, _(words)) for value, words in _SPACINGS]
    return _radios(context, "spacing", _("Space between lines"), options, context.settings.spacing)


def arrival(context: Context) -> Widget:
    """How fast messages arrive."""
    options = [(value, _(words)) for value, words in _ARRIVALS]
    return _radios(context, "arrival", _("How messages arrive"), options, context.settings.arrival)


def text_size(context: Context) -> Widget:
    """Smaller and larger, with how large it is between them."""
    name = _("Size of the text")
    percent = percentage(context.settings.text_percent)
    size = Status(percent)
    size.label = _("Text: {percent}").format(percent=percent)
    row = Row((smaller(context), size, larger(context)), gap="m", role="group", label=name)
    return _named(name, row)


def smaller(context: Context) -> Button:
    return Button(
        _("Smaller text"),
        lambda: context.larger_text(-1),
        enabled=context.settings.text_percent > LEAST_PERCENT,
        tight=True,
        key="smaller",
        shown="A−",
    )


def larger(context: Context) -> Button:
    return Button(
        _("Larger text"),
        lambda: context.larger_text(1),
        enabled=context.settings.text_percent < MOST_PERCENT,
        tight=True,
        key="larger",
        shown="A+",
    )


def still(context: Context) -> Widget:
    """Reduced motion."""
    return _box(context, "still", _("No movement: nothing glides on the screen"))


def voice(context: Context) -> Widget:
    """Reading aloud."""
    return _box(context, "voice", _("Read aloud, if this computer has a voice"))


def change(context: Context, field: str, value: Any, focus: str) -> None:
    """Take `value` for one of the settings, and leave the keyboard on the widget with the key `focus`."""
    context.change(replace(context.settings, **{field: value}))
    context.focus(focus)


def _box(context: Context, field: str, words: str) -> Widget:
    checked = getattr(context.settings, field)
    return Checkbox(words, checked, lambda: change(context, field, not checked, field), key=field)


def _radios(context: Context, field: str, label: str, options: Iterable[tuple[Any, str]], chosen: str) -> Widget:
    def choose(value: str) -> None:
        change(context, field, value, f"{field} {value}")

    return _named(label, Radios(label, options, chosen, choose, field))


def _named(label: str, group: Widget) -> Widget:
    """A group under its name, which the group itself says to a screen reader."""
    words = TextBlock(label, bold=True)
    words.role = None
    return Column((words, group), gap="xs")
