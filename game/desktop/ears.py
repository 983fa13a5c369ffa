"""Ears: whoever hears the window instead of seeing it, at the side of the window's loop.

What is heard is `heard`'s; here it goes to the system's screen readers, and what they wish comes back to the app. While
somebody listens, the up and down keys read on and back, line by line: text that cannot be pressed is read too.
"""

from __future__ import annotations

from typing import Protocol

from game.desktop.heard import Heard
from game.desktop.hearing import Hearing
from game.desktop.screen_reader import ScreenReader
from game.desktop.widgets import Widget
from game.telling import language

_READ_ON = {"down": 1, "up": -1}


class Heeded(Protocol):
    """What ears need of the app."""

    @property
    def tree(self) -> Widget: ...
    @property
    def focused(self) -> Widget | None: ...
    def reach(self, widget: Widget, press: bool = False) -> None: ...


class Placed(Protocol):
    """What ears need of the window."""

    title: str

    @property
    def handle(self) -> int: ...
    @property
    def position(self) -> tuple[int, int]: ...
    @property
    def size(self) -> tuple[int, int]: ...
    @property
    def focused(self) -> bool: ...


class Ears:
    """Listens to the app in a window. `begin` once, then `attend` in every turn of the loop, and `close` at the end."""

    def __init__(self, app: Heeded, window: Placed) -> None:
        self._app = app
        self._window = window
        self._hearing = Hearing()
        self._reader: ScreenReader | None = None
        self._tree: tuple[Widget, tuple[int, int]] | None = None
        self._heard = Heard()
        self._placed: object = None

    def begin(self) -> None:
        """Reach the system's screen readers. AccessKit is loaded here, so that the first frame need not wait for it."""
        self._reader = ScreenReader(getattr(self._window, "handle", 0))

    @property
    def listens(self) -> bool:
        """Whether anybody does."""
        return self._reader is not None and self._reader.listens

    def takes(self, key: str) -> bool:
        """Whether a key that went down, without Shift, Ctrl or Alt, was used for reading on."""
        if not self.listens or key not in _READ_ON:
            return False
        coming = self._hear().beside(_READ_ON[key])
        if coming is not None:
            self._go_to(coming)
        return True

    def attend(self) -> None:
        """Tell whoever listens what has changed, and do what they wished."""
        reader = self._reader
        if reader is None:
            return
        if not reader.listens:
            self._forget()
            return
        self._tell_place(reader)
        for wish in reader.wishes():
            self._hear()
            widget = self._hearing.widgets.get(wish.number)
            if widget is None:
                continue
            if wish.doing == "press":
                self._app.reach(widget, press=True)
            else:
                self._go_to(wish.number)
        reader.tell(self._hear())

    def close(self) -> None:
        """Nobody listens any more."""
        if self._reader is not None:
            self._reader.close()
        self._forget()

    def _hear(self) -> Heard:
        """What is heard now; a tree that was heard before is not gone through again."""
        root = self._app.tree
        if root is not (self._tree and self._tree[0]) or self._tree is None or self._tree[1] != root.rect.size:
            self._tree = root, root.rect.size
            resting = self._hearing.resting
            self._heard = self._hearing.hear(root, self._app.focused, self._window.title, language.current())
            if self._hearing.resting not in (None, resting):
                # A new page is read from its title: Tab and the arrow keys go on from there.
                self._app.reach(self._hearing.widgets[self._hearing.resting or 0])
        self._heard = self._hearing.look_again(self._app.focused)
        return self._heard

    def _go_to(self, number: int) -> None:
        """Read this node: with the focus where it can have it."""
        widget = self._hearing.widgets.get(number)
        if widget is not None:
            self._hearing.resting = number
            self._app.reach(widget)

    def _tell_place(self, reader: ScreenReader) -> None:
        window = self._window
        placed = window.position, window.size, window.focused
        if placed != self._placed:
            self._placed = placed
            reader.place(*placed)

    def _forget(self) -> None:
        if self._tree is not None:
            self._tree = None
            self._heard = Heard()
            self._hearing.forget()
