"""What is kept on this computer: whether progress is, what there is, and one button that erases it and says what.

It is a part of other screens. Keeping and erasing are the sitting's, the words `telling.kept`'s.
"""

from __future__ import annotations

from dataclasses import replace

from game.desktop.layout import Column, Row
from game.desktop.screens import Context
from game.desktop.sitting import Sitting
from game.desktop.widget_button import Button, Checkbox
from game.desktop.widget_text import Heading, TextBlock
from game.desktop.widgets import Widget
from game.telling.kept import erased_words, kept_words, left_words
from game.telling.language import _

ERASED = "erased"
"""The key of the sentence that says what was erased."""


def kept_section(context: Context, sitting: Sitting) -> tuple[Widget, ...]:
    """The check box for progress, what is kept in words, the buttons that erase it, and what they have erased."""
    from game.keeping.erase import kept

    now = kept()
    on = context.settings.progress
    explained = _(
        "With this, three things are kept: your place in a story (the choices so far), the signs and steps that you "
        "meet, and the day. Neither your name nor your words, and nothing leaves this computer."
    )
    parts: list[Widget] = [
        Heading(_("What is kept on this computer"), level=2),
        Checkbox(_("Keep my progress on this computer"), on, lambda: turn_progress(context, sitting), key="progress"),
        TextBlock(explained, "small", "ink_soft"),
        TextBlock(kept_words(now)),
    ]
    ways = [
        Button(
            _("Erase everything that is kept"),
            lambda: _erase(context, sitting),
            enabled=bool(now.plays or now.places),
            key="erase",
        ),
        Button(
            _("Erase my settings too"),
            lambda: _erase(context, sitting, settings_too=True),
            enabled=now.settings or bool(now.plays or now.places),
            key="erase settings",
        ),
    ]
    parts.append(Row(ways))
    if sitting.erased is not None:
        said = [line for line in (erased_words(sitting.erased), *left_words(sitting.erased)) if line]
        parts.append(_told(said))
    return tuple(parts)


def turn_progress(context: Context, sitting: Sitting) -> None:
    """Keep progress from now on, with what this sitting has met; or keep no more. What is there stays."""
    on = not context.settings.progress
    context.change(replace(context.settings, progress=on))
    if on:
        sitting.keep_progress(context)
    context.refresh()


def _erase(context: Context, sitting: Sitting, settings_too: bool = False) -> None:
    if settings_too and context.settings.progress:
        context.change(replace(context.settings, progress=False))
    sitting.erase(settings_too)
    context.refresh()


def _told(lines: list[str]) -> Widget:
    from game.desktop.widget_panel import Panel

    blocks = [TextBlock(line) for line in lines]
    for block in blocks:
        block.role = None
    return Panel(Column(blocks, gap="xs"), fill="good_soft", edge="", bar="good", role="alert", label=" ".join(lines))
