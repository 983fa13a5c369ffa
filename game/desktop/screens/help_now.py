"""“It is happening to me now”: the help pages, one action a screen, with the helpline always in view.

What the pages say is left to `telling.help_now`. Nothing here asks, counts or keeps anything.
"""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.layout import Row
from game.desktop.pages import Strip
from game.desktop.screens import Context
from game.desktop.screens.page_screen import PageScreen
from game.desktop.widget_button import Button
from game.desktop.widget_scroll import Dock
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Key, Widget
from game.telling.language import N_, _
from game.telling.page import Card, Page

BREATHE, WHO_HELPS = "breathe", "who-helps"

_ROOMY = 28
"""From how many lines of text the window has room for more than the helpline's name."""


class HelpNow(PageScreen):
    """The pages, those of `sequence` in its order with Next and Previous; the `helpline` stands at the foot of each.

    `pages` and `helpline` are made in the language spoken now.

    `first` is `BREATHE` from home and `WHO_HELPS` from the Help button: the numbers are then one gesture away.
    """

    is_help = True

    def __init__(
        self,
        pages: Callable[[], tuple[Page, ...]],
        sequence: tuple[str, ...],
        helpline: Callable[[], Card],
        first: str = BREATHE,
    ) -> None:
        super().__init__(pages, N_("It is happening to me now"), first)
        self._sequence = sequence
        self._helpline = helpline

    def title(self) -> str:
        # Who came for the numbers is told where they are by the page itself.
        return self.page.title if self.page.id == WHO_HELPS else super().title()

    def build(self, context: Context) -> Widget:
        at = self._at()
        if at is not None:
            ways = self._steps(context, at)
        elif self.page.id == WHO_HELPS:
            ways = (Button(super().title(), lambda: self.follow(context, BREATHE), "primary", key="begin"),)
        else:
            ways = ()
        metrics = context.look.metrics
        everybody = None if self.page.id == WHO_HELPS else lambda: self.follow(context, WHO_HELPS)
        strip = Strip(self._helpline(), metrics.height < _ROOMY * metrics.body, everybody)
        return Dock(self.reading(context, large=at is not None), Row((strip, *ways), align="stretch"))

    def _at(self) -> int | None:
        return self._sequence.index(self.page.id) if self.page.id in self._sequence else None

    def _steps(self, context: Context, at: int) -> tuple[Widget, ...]:
        last = len(self._sequence) - 1
        count = _("{number} of {total}").format(number=at + 1, total=last + 1)
        told = TextBlock(count, size="small", colour="ink_soft")
        told.label = _("Step {number} of {total}").format(number=at + 1, total=last + 1)
        parts: list[Widget] = [told]
        if at > 0:
            parts.append(Button(_("Previous"), lambda: self._step(context, -1), key="previous"))
        if at < last:
            parts.append(Button(_("Next"), lambda: self._step(context, 1), "primary", icon="next", key="next"))
        steps = Row(parts, align="end")
        # Where the strip leaves no room, they have a line of their own, and stand at its end.
        steps.grow = 1
        return (steps,)

    def _step(self, context: Context, by: int) -> None:
        at = self._at()
        if at is not None and 0 <= at + by < len(self._sequence):
            self.follow(context, self._sequence[at + by])
            context.focus("next" if by > 0 else "previous")

    def on_key(self, context: Context, key: Key) -> bool:
        if key.name in ("enter", "space") and not key.repeat and self._at() is not None:
            self._step(context, 1)
            return True
        return False
