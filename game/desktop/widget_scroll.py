"""Scrolling: a window onto something higher than the room there is, and a part docked under it.

Keys, the wheel, dragging and the bar all move the same offset. When a screen wants the last message in view
it says so with `stick_to_end` or `reveal`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pygame import Rect, Surface

from game.desktop.layout import Column
from game.desktop.tokens import Look, mix, tokens
from game.desktop.widget_paint import box
from game.desktop.widgets import Key, Widget, path_to

_STEP = 3
"""Lines of text that an arrow key or a notch of the wheel moves."""

_LEAST = 2
"""Lines of text that are seen at least over a foot."""


class Scroll(Widget):
    """Shows as much of its child as fits, from `offset` pixels down.

    `key` keeps the offset when the screen is built again. With `stick_to_end` it begins at the end, and what is added
    there comes into view if the end was in view before; with `glide`, in several frames (call `advance` in `tick`).
    A child that wants less height than there is gets all of it.
    """

    grow = 1
    even = True
    """What is behind it looks the same at every height: what was drawn may be moved with the content."""

    def __init__(self, child: Widget, key: str = "main", stick_to_end: bool = False, glide: bool = False) -> None:
        super().__init__()
        self.children = (child,)
        self.key = key
        self.stick_to_end = stick_to_end
        self.glide = glide
        self.offset = 0
        self.aim: int | None = None
        """Where `advance` glides to; None when it stays."""
        self.drawn_at = 0
        """The offset at which what is seen was last drawn."""
        self._content = 0
        self._was_at_end = True
        self._begun = False

    @property
    def reach(self) -> int:
        """The largest offset, 0 when everything is in view."""
        return max(0, self._content - self.rect.h)

    @property
    def at_end(self) -> bool:
        """Whether the end of the content is in view, or about to be."""
        return (self.offset if self.aim is None else self.aim) >= self.reach - 2

    def _gutter(self, look: Look) -> int:
        return max(10, look.metrics.s + 4)

    def natural(self, look: Look, limit: int) -> int:
        gutter = self._gutter(look)
        return min(limit, self.children[0].natural(look, max(1, limit - gutter)) + gutter)

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        self._content = self.children[0].measure(look, max(1, width - self._gutter(look)))
        return self._content

    def restore(self, offset: int, was_at_end: bool) -> None:
        """Be where another one was before it: for a tree that is built again."""
        self.offset = offset
        self._was_at_end = was_at_end
        self._begun = True

    def place(self, rect: Rect) -> None:
        super().place(rect)
        was_at_end = self._was_at_end
        self._fill()
        if self.stick_to_end and was_at_end:
            if self.glide and self._begun:
                self.glide_to(self.reach)
            else:
                self.scroll_to(self.reach)
        self._begun = True

    def _fill(self) -> None:
        self.offset = max(0, min(self.offset, self.reach))
        width = self.rect.w - self._gutter(self.look)
        high = max(self._content, self.rect.h)
        self.put(self.children[0], Rect(self.rect.x, self.rect.y - self.offset, width, high))
        self._was_at_end = self.at_end

    def scroll_to(self, offset: int) -> bool:
        """Show the content from `offset` down, as far as it goes; False when nothing moved."""
        before = self.offset
        self.aim = None
        self.offset = offset
        self._fill()
        return self.offset != before

    def glide_to(self, offset: int) -> None:
        """Move there in the next frames, by `advance`; at once where nothing is to move."""
        if self.look.still:
            self.scroll_to(offset)
            return
        self.aim = max(0, min(offset, self.reach))
        self._was_at_end = self.at_end

    def advance(self, seconds: float) -> bool:
        """Glide on by `seconds` towards `aim`; False when there is nothing to do."""
        if self.aim is None:
            return False
        rest = self.aim - self.offset
        step = round(rest * min(1.0, seconds / tokens().durations["glide"] * 2))
        if abs(rest) <= 1 or step == 0:
            self.offset, self.aim = self.aim, None
        else:
            self.offset += step
        self._fill()
        return True

    def reveal(self, part: Rect, margin: int = 0) -> bool:
        """Scroll so that a rectangle of the window, inside the content, is in view; its top if it is too high."""
        if part.h <= self.rect.h:
            # What just fits is shown whole rather than with room above it.
            margin = min(margin, (self.rect.h - part.h) // 2)
        if part.bottom + margin > self.rect.bottom:
            below = part.bottom + margin - self.rect.bottom
            return self.scroll_to(self.offset + min(below, part.top - margin - self.rect.top))
        if part.top - margin < self.rect.top:
            return self.scroll_to(self.offset - (self.rect.top - part.top + margin))
        return False

    def step(self) -> int:
        """The pixels that an arrow key moves."""
        return round(_STEP * self.look.metrics.body * self.look.metrics.line)

    def go_lines(self, step: int) -> bool:
        """A few lines on (`step` 1) or back (-1) from where the view is, as an arrow key does; False at the end."""
        return self.scroll_to(self.offset + step * self.step())

    def on_key(self, key: Key) -> bool:
        if not key.plain:
            return False
        page = max(self.step(), self.rect.h - self.step())
        match key.name:
            case "page down":
                return self.scroll_to(self.offset + page)
            case "page up":
                return self.scroll_to(self.offset - page)
            case "home":
                return self.scroll_to(0)
            case "end":
                return self.scroll_to(self.reach)
        return False

    def thumb(self) -> Rect | None:
        """The part of the bar that can be dragged; None when everything is in view."""
        if not self.reach:
            return None
        track = self.rect.h
        high = max(min(track, 3 * self.look.metrics.target // 4), track * track // max(1, self._content))
        top = self.rect.y + (track - high) * self.offset // self.reach
        gutter = self._gutter(self.look)
        return self.turned(Rect(self.rect.right - gutter, top, gutter, high))

    def drag_thumb(self, by: int, start: int) -> bool:
        """Scroll as when the thumb, grabbed at offset `start`, has moved `by` pixels."""
        thumb = self.thumb()
        if thumb is None:
            return False
        return self.scroll_to(start + by * self.reach // max(1, self.rect.h - thumb.h))

    def draw(self, surface: Surface) -> None:
        outer = surface.get_clip()
        view = self.rect.clip(outer)
        if not view.w or not view.h:
            return
        surface.set_clip(view)
        _draw_seen(self.children[0], surface, view)
        thumb = self.thumb()
        if thumb is not None:
            theme = self.look.theme
            strength = 0.35 if self.hovered or self.held else 0
            colour = mix(theme.edge, theme.ink, strength)
            wide = max(5, thumb.w // 2)
            bar = self.turned(Rect(self.rect.right - wide - 2, thumb.y + 2, wide, thumb.h - 4))
            box(surface, bar, wide // 2, colour)
        surface.set_clip(outer)
        self.drawn_at = self.offset

    @property
    def content_area(self) -> Rect:
        """Where the content is seen: all of it but the bar."""
        gutter = self._gutter(self.look)
        return self.turned(Rect(self.rect.x, self.rect.y, self.rect.w - gutter, self.rect.h))

    @property
    def bar_area(self) -> Rect:
        """Where the bar is."""
        gutter = self._gutter(self.look)
        return self.turned(Rect(self.rect.right - gutter, self.rect.y, gutter, self.rect.h))


def scrolls(root: Widget) -> Iterator[Scroll]:
    """The scrolling parts of a tree, in reading order."""
    if isinstance(root, Scroll):
        yield root
    if not root.flat:
        for child in root.children:
            yield from scrolls(child)


def slide(scroll: Scroll, root: Widget, surface: Surface) -> bool:
    """Draw what has changed on a surface that shows the tree of `root` as it was before `scroll` was scrolled.

    What stays in view is moved, and only what came into view is drawn. False where that cannot be done: nothing was.
    """
    outer, area = surface.get_clip(), scroll.content_area
    by = scroll.offset - scroll.drawn_at
    if not outer.contains(scroll.rect) or abs(by) >= area.h or not scroll.even or _covered(root, scroll):
        return False
    surface.set_clip(area)
    surface.scroll(0, -by)
    uncovered = Rect(area.x, area.bottom - by if by > 0 else area.y, area.w, abs(by))
    for part in (uncovered, scroll.bar_area):
        surface.set_clip(part)
        root.draw(surface)
    surface.set_clip(outer)
    return True


def _covered(root: Widget, scroll: Scroll) -> bool:
    """Whether something may be drawn over it, or it is itself in something that scrolls."""
    path = path_to(root, scroll)
    for above, below in pairwise(path):
        later = above.children[above.children.index(below) + 1 :]
        if isinstance(above, Scroll) or any(one.rect.colliderect(scroll.rect) for one in later):
            return True
    return not path


def _draw_seen(widget: Widget, surface: Surface, view: Rect) -> None:
    """Draw a widget; of one that only holds others, leave out what is out of view: a long conversation costs little."""
    if type(widget).draw is not Widget.draw:
        widget.draw(surface)
        return
    # The focus ring reaches a little out of its widget.
    near = view.inflate(0, 40)
    for child in widget.children:
        if child.rect.colliderect(near):
            _draw_seen(child, surface, view)


class Dock(Widget):
    """A part that takes the room, and a `foot` under it that keeps its height, up to a `share` of all of it.

    A foot that is higher scrolls, so that neither part is ever cut at large text; `key` names that scrolling part.
    The foot stands on the colour of the bar, with a line above it. In a window so low that hardly a line of a scrolling
    main part would be seen over it, both are one page, and the foot is at its end.
    """

    grow = 1

    def __init__(self, main: Widget, foot: Widget, share: float = 0.55, key: str = "foot") -> None:
        super().__init__()
        self.foot = Scroll(Column((foot,), limit="wide", pad="s"), key=key)
        self.foot.even = False
        self._main = main
        self._whole: Scroll | None = None
        self.children = (main, self.foot)
        self.share = share

    def measure(self, look: Look, width: int) -> int:
        self.look = look
        return self._main.measure(look, width) + self.foot.measure(look, width)

    def place(self, rect: Rect) -> None:
        super().place(rect)
        main, foot = self._main, self.foot
        high = min(foot.measure(self.look, rect.w), round(rect.h * self.share))
        least = _LEAST * self.look.metrics.body * self.look.metrics.line
        if isinstance(main, Scroll) and rect.h - high < least:
            self._put_as_one(main, rect)
            return
        self.put(main, Rect(rect.x, rect.y, rect.w, rect.h - high))
        self.put(foot, Rect(rect.x, rect.bottom - high, rect.w, high))

    def _put_as_one(self, main: Scroll, rect: Rect) -> None:
        if self._whole is None:
            parts = (*main.children, *self.foot.children)
            self._whole = Scroll(Column(parts, gap=""), key=main.key)
            # Where the reader was, the tree before this one has told the main part.
            self._whole.restore(main.offset, was_at_end=False)
        self.children = (self._whole,)
        self._whole.measure(self.look, rect.w)
        self.put(self._whole, rect)

    def draw(self, surface: Surface) -> None:
        if self.foot in self.children:
            theme, foot = self.look.theme, self.foot.rect
            surface.fill(theme.bar, foot)
            surface.fill(theme.line, (foot.x, foot.y, foot.w, 1))
        super().draw(surface)
