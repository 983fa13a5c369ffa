"""What is kept on this computer: whether progress is, what there is, and one button that erases it and says what.

It is a part of other screens. Keeping and erasing are the sitting's, the words `telling.kept`'s.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.desktop.layout import Column, Row
from game.desktop.screens import Context
from game.desktop.sitting import Sitting
from game.desktop.widget_button import Button, Checkbox
from game.desktop.widget_panel import Panel
from game.desktop.widget_text import Heading, TextBlock
from game.desktop.widgets import Widget
from game.telling.kept import erased_words, kept_words, left_words
from game.telling.language import _

if TYPE_CHECKING:
    from game.keeping.erase import Erased


def kept_section(context: Context, sitting: Sitting) -> tuple[Widget, ...]:
    """The check box for progress, what is kept in words, the buttons that erase it, and what they have erased."""
    from game.keeping.erase import kept

    now = kept()
    on = context.settings.progress
    explained = _(
        "With this, the game keeps your place in a story, with your choices so far. At the end of a story, it keeps "
        "the signs and steps that you came across, what you thought of the conversation, and the day. It never asks "
        "for your name. Nothing leaves this computer."
    )
    parts: list[Widget] = [
        Heading(_("What is kept on this computer"), level=2),
        Checkbox(
            _("Keep my place and my discoveries on this computer"),
            on,
            lambda: turn_progress(context, sitting),
            key="progress",
        ),
        TextBlock(explained, "small", "ink_soft"),
    ]
    if sitting.erased is not None:
        parts.append(_told(sitting.erased))
    parts.append(TextBlock(kept_words(now)))
    if sitting.unread:
        parts.append(TextBlock(_("Some of it can no longer be read, and is not shown here.")))
    ways = [
        Button(
            _("Erase my place and my discoveries"),
            lambda: _erase(context, sitting),
            enabled=bool(now.plays or now.places),
            key="erase",
        ),
        Button(
            _("Erase everything, settings included"),
            lambda: _erase(context, sitting, settings_too=True),
            enabled=now.settings or bool(now.plays or now.places),
            key="erase settings",
        ),
    ]
    parts.append(Row(ways))
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


def _told(erased: Erased) -> Widget:
    """What was erased, and what could not be, with what to do about it."""
    lines = [line for line in (erased_words(erased), *left_words(erased)) if line]
    blocks = [TextBlock(line) for line in lines]
    for block in blocks:
        block.role = None
    tone = "note" if erased.left else "good"
    body = Column(blocks, gap="xs")
    return Panel(body, fill=f"{tone}_soft", edge="", bar=tone, role="alert", label=" ".join(lines))
