"""A vote on the wall: a field to count hands or cards for one choice, and the bar of a choice once they are counted.

What a count may look like is `classroom.vote`'s affair; which of them is typed now, the screen's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pygame import Rect, Surface

from game.desktop.layout import Column
from game.desktop.text import Run
from game.desktop.tokens import Look
from game.desktop.widget_button import Button, Pressable
from game.desktop.widget_paint import box, disc, picture
from game.desktop.widget_scroll import Scroll
from game.desktop.widget_text import TextBlock, letter
from game.desktop.widgets import Key, Press, Role, Widget
from game.telling.language import _


@dataclass(frozen=True, slots=True)
class Lettered:
    """A choice as the class knows it: its letter ("" where there are no more letters), and its words."""

    letter: str
    words: str

    @property
    def label(self) -> str:
        return f"{self.letter}. {self.words}" if self.letter else self.words


@dataclass(frozen=True, slots=True)
class Counting:
    """What can be done with a count. `typed` is given one digit."""

    typed: Callable[[str], None]
    rubbed: Press
    more: Press
    fewer: Press
    done: Press
    """Enter: this one is counted."""
    come: Press
    """The field itself was pressed, by mouse, finger or screen reader."""


class _Row(Pressable):
    """A letter and words, with room at the end of the line. It grows where the wall has room."""

    grow = 2

    def __init__(self, choice: Lettered) -> None:
        super().__init__(None)
        self.choice = choice
        self._words = TextBlock((Run(choice.words),), spacing=1.25)
        self._words.role = None

    def _badge(self, look: Look) -> int:
        return round(look.metrics.body * 1.7) + look.metrics.s + look.metrics.xs if self.choice.letter else 0

    def _draw_letter(self, surface: Surface, left: int, middle: int) -> None:
        if not self.choice.letter:
            return
        size, theme = self.look.metrics.body, self.look.theme
        across = round(size * 1.7)
        centre = self.turned(Rect(left, middle - across // 2, across, across)).center
        disc(surface, centre, across // 2, theme.primary)
        letter(surface, centre, self.choice.letter, round(size * 0.92), theme.on_primary)


class CountField(_Row):
    """A choice with its count, which is typed while the field has the focus, or changed by its two buttons.

    `shown` is the count as it may be seen.
    """

    role: Role | None = "spinbutton"

    def __init__(self, choice: Lettered, shown: str, counting: Counting, key: str) -> None:
        super().__init__(choice)
        self.label = choice.label
        self.shown = shown
        self.key = key
        self._counting = counting
        named = choice.letter or choice.words
        fewer, more = _("Fewer votes for {choice}"), _("More votes for {choice}")
        self._fewer = Button(fewer.format(choice=named), counting.fewer, shown="−", tight=True, key=f"{key} fewer")
        self._more = Button(more.format(choice=named), counting.more, shown="+", tight=True, key=f"{key} more")
        # The field's own keys do the same: Tab goes from count to count.
        self._fewer.tab_stop = self._more.tab_stop = False
        self._count = TextBlock((Run(shown, bold=True),), size="h2", align="centre", spacing=1.2)
        self.children = (self._words, self._count, self._fewer, self._more)

    def states(self) -> tuple[str, ...]:
        return (*super().states(), f"value {self.shown}")

    def _sizes(self, look: Look) -> tuple[int, int]:
        """The width of a button, and that of the count."""
        return max(look.metrics.target, round(look.metrics.body * 1.9)), round(look.metrics.h2 * 2.3)

    def _taken(self, look: Look) -> int:
        button, count = self._sizes(look)
        return 2 * button + count + 2 * look.metrics.s

    def _beside(self, look: Look, width: int) -> bool:
        """Whether the words have room beside the count; else they stand above it."""
        return width - self._taken(look) >= 9 * look.metrics.body

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        m = look.metrics
        room = max(1, width - 2 * m.s - self._badge(look))
        button, count = self._sizes(look)
        controls = max(
            self._fewer.measure(look, button), self._more.measure(look, button), self._count.measure(look, count)
        )
        if self._beside(look, room):
            high = max(self._words.measure(look, room - self._taken(look) - m.m), controls, self._badge(look))
            return high + m.s
        return self._words.measure(look, room) + m.xs + controls + 2 * m.xs

    def place(self, rect: Rect) -> None:
        super().place(rect)
        look, m = self.look, self.look.metrics
        left = rect.x + m.s + self._badge(look)
        room = max(1, rect.right - m.s - left)
        button, count = self._sizes(look)
        beside = self._beside(look, room)
        wide = room - self._taken(look) - m.m if beside else room
        high = self._words.measure(look, wide)
        top = rect.y + (rect.h - high) // 2 if beside else rect.y + m.xs
        self.put(self._words, Rect(left, top, wide, high))
        tall = self._fewer.measure(look, button)
        middle = rect.centery if beside else (top + high + rect.bottom) // 2
        x = rect.right - m.s - self._taken(look)
        for part, across in ((self._fewer, button), (self._count, count), (self._more, button)):
            own = part.measure(look, across) if part is self._count else tall
            self.put(part, Rect(x, middle - own // 2, across, own))
            x += across + m.s

    def press(self) -> None:
        self._counting.come()

    def on_key(self, key: Key) -> bool:
        if not key.plain:
            return False
        if key.number:
            if not key.repeat:
                self._counting.typed(key.number)
            return True
        act = {"backspace": self._counting.rubbed, "+": self._counting.more, "-": self._counting.fewer}.get(key.name)
        if act is None and key.name in ("enter", "space"):
            if not key.repeat:
                self._counting.done()
            return True
        if act is not None:
            act()
        return act is not None

    def draw(self, surface: Surface) -> None:
        theme, m = self.look.theme, self.look.metrics
        edge, thick = (theme.primary, 3) if self.focused else (theme.line, 1)
        box(surface, self.rect, m.radius_m, theme.primary_soft if self.focused else theme.surface, edge, thick)
        self._draw_letter(surface, self.rect.x + m.s, self.rect.centery)
        around = self._count.rect.inflate(0, m.xs)
        box(surface, around, m.radius_s, theme.surface, theme.edge, 2)
        for part in self.children:
            part.draw(surface)
        self.draw_ring(surface, m.radius_m)


class ResultBar(_Row):
    """A choice, how many took it in words, and a bar. `mark` says what it is for the class, with a `sign`.

    `share` is the length of the bar, 0 to 1, and `grown` how much of that is seen now.
    """

    role: Role | None = "listitem"
    focusable = False

    def __init__(
        self, choice: Lettered, votes: str, share: float, grown: Callable[[], float], mark: str = "", sign: str = ""
    ) -> None:
        super().__init__(choice)
        self.label = ". ".join(part for part in (choice.label.rstrip("."), votes, mark) if part)
        self._share = share
        self._grown = grown
        self._sign = sign
        self._votes = TextBlock((Run(votes, bold=True),), align="end", spacing=1.25) if votes else None
        self._mark = (
            TextBlock((Run(mark, bold=True),), size="small", colour="on_primary", spacing=1.2) if mark else None
        )
        for part in (self._votes, self._mark):
            if part is not None:
                part.role = None
        self.children = tuple(part for part in (self._words, self._mark, self._votes) if part is not None)

    def _chip(self, look: Look) -> int:
        """The width of what marks it, before the bar."""
        if self._mark is None:
            return 0
        return self._mark.natural(look, look.metrics.width) + round(look.metrics.small * 1.4) + 2 * look.metrics.s

    def _bar(self, look: Look) -> int:
        return round(look.metrics.body * 1.35)

    def _columns(self, look: Look, width: int) -> tuple[int, int]:
        """The widths of the words and of the votes; the votes stand under the words where both do not fit."""
        room = max(1, width - 2 * look.metrics.s - self._badge(look))
        votes = self._votes.natural(look, room) + look.metrics.l if self._votes else 0
        return (room - votes, votes) if room - votes >= 9 * look.metrics.body else (room, 0)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        words, votes = self._columns(look, width)
        high = self._words.measure(look, words)
        under = self._votes.measure(look, words) if self._votes and not votes else 0
        low = max(self._bar(look), self._mark.measure(look, self._chip(look)) + look.metrics.xs if self._mark else 0)
        return high + under + low + look.metrics.xs + 2 * look.metrics.s

    def place(self, rect: Rect) -> None:
        super().place(rect)
        look, m = self.look, self.look.metrics
        words, votes = self._columns(look, rect.w)
        left = rect.x + m.s + self._badge(look)
        y = rect.y + m.s
        high = self._words.measure(look, words)
        self.put(self._words, Rect(left, y, words, high))
        if self._votes is not None:
            if votes:
                own = self._votes.measure(look, votes)
                self.put(self._votes, Rect(rect.right - m.s - votes, y, votes, own))
            else:
                own = self._votes.measure(look, words)
                self.put(self._votes, Rect(left, y + high, words, own))
                y += own
        top = y + high + m.xs
        # A bar grows with the wall, but stays a bar.
        high = min(rect.bottom - m.s - top, 2 * self._bar(look))
        self._track = Rect(left, top, rect.right - m.s - left, high)
        chip = min(self._chip(look), self._track.w)
        self._chipped = Rect(left, top, chip, self._track.h)
        if self._mark is not None:
            before = m.s + round(m.small * 1.2)
            wide = max(1, chip - before - m.xs)
            own = self._mark.measure(look, wide)
            self.put(self._mark, Rect(left + before, self._track.centery - own // 2, wide, own))

    def draw(self, surface: Surface) -> None:
        theme, m = self.look.theme, self.look.metrics
        if self._mark is not None:
            box(surface, self.rect, m.radius_m, theme.primary_soft, theme.primary, 3)
        self._draw_letter(surface, self.rect.x + m.s, self.rect.centery)
        track = self._track
        box(surface, self.turned(track), m.radius_s, theme.sunken, theme.edge, 2)
        long = round(track.w * self._share * self._grown())
        if long > 2 * m.radius_s:
            box(surface, self.turned(Rect(track.x, track.y, long, track.h)), m.radius_s, theme.primary)
        if self._mark is not None:
            # Whatever the length of the bar is, what marks it stands on the colour of the bar.
            box(surface, self.turned(self._chipped), m.radius_s, theme.primary)
            self._draw_sign(surface)
        for part in self.children:
            part.draw(surface)

    def _draw_sign(self, surface: Surface) -> None:
        theme, m = self.look.theme, self.look.metrics
        square = Rect(self._chipped.x + m.s, self._chipped.centery - m.small // 2, m.small, m.small)
        centre = self.turned(square).center
        if self._sign == "check":
            tick = picture("icons/check", round(m.small * 1.1), theme.on_primary)
            if tick is not None:
                surface.blit(tick, tick.get_rect(center=centre))
        elif self._sign:
            letter(surface, centre, self._sign, m.small, theme.on_primary)


class _Room(Widget):
    """Nothing, `high` pixels of it."""

    high = 0

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return self.high


class Keeping(Scroll):
    """A Scroll that has `kept`, if given, in view whenever it is laid out.

    Keys stop where one of the `parts`, which stand one under the other, begins, so that none is cut at the top.
    """

    def __init__(self, child: Widget, key: str, kept: Widget | None, parts: tuple[Widget, ...] = ()) -> None:
        self._under = _Room()
        """Under the last part, so that at the end too the view begins with a whole one."""
        child.grow = 1
        super().__init__(Column((child, self._under), gap="") if parts else child, key)
        self._kept = kept
        self._parts = parts

    def place(self, rect: Rect) -> None:
        wanted, self._under.high = self.offset, 0
        self.measure(self.look, rect.w)
        super().place(rect)
        if self.reach and self._parts:
            self._under.high = next((top for top in self._tops() if top >= self.reach), self.reach) - self.reach
            self.measure(self.look, rect.w)
            self.offset = wanted
            super().place(rect)
        if self._kept is not None:
            self.reveal(self._kept.rect, self.look.metrics.s)

    def _tops(self) -> list[int]:
        """The offsets at which a part begins, from top to bottom."""
        begin = self.rect.y - self.offset
        return [0, *(part.rect.y - begin - self.look.metrics.xs for part in self._parts[1:])]

    def go_lines(self, step: int) -> bool:
        if not self._parts:
            return super().go_lines(step)
        tops = self._tops()
        near = [top for top in tops if top > self.offset] if step > 0 else [top for top in tops if top < self.offset]
        return bool(near) and self.scroll_to(near[0] if step > 0 else near[-1])

    def on_key(self, key: Key) -> bool:
        if not (self._parts and key.plain and key.name in ("page down", "page up")):
            return super().on_key(key)
        step = 1 if key.name == "page down" else -1
        aim = self.offset + step * max(self.step(), self.rect.h - self.step())
        passed = [top for top in self._tops() if self.offset < top <= aim or aim <= top < self.offset]
        return self.scroll_to(passed[-1] if step > 0 else passed[0]) if passed else self.scroll_to(aim)


def grown(seconds: float, whole: float) -> float:
    """How much of a bar is seen after so many seconds of growing, 0 to 1; it slows down towards its end."""
    rest = 1 - min(1.0, seconds / whole)
    return 1 - rest * rest
