"""Ears: whoever hears the window instead of seeing it, at the side of the window's loop.

What is heard comes from `hearing`; here it goes to the system's screen readers and to the game's own voice, and what is
wished comes back to the app. While somebody listens, the up and down keys read on and back, line by line: text that
cannot be pressed is read too.
"""

from __future__ import annotations

from typing import Protocol

from game.desktop.heard import Heard, joined
from game.desktop.heard_changes import aloud
from game.desktop.hearing import Hearing
from game.desktop.screen_reader import ScreenReader, Wish
from game.desktop.voice import Voice
from game.desktop.widgets import Widget
from game.keeping.settings import Settings
from game.telling import language

_READ_ON = {"down": 1, "up": -1}
_TURNED_BY_ARROWS = ("radio", "spinbutton")
"""What the arrow keys change while it has the focus, unless they led there: whoever reads on reads past it."""


class Heeded(Protocol):
    """What ears need of the app."""

    gone: bool

    @property
    def settings(self) -> Settings: ...
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
    """Listens to the app in a window: `attend` in every turn of the loop, and `close` at the end."""

    def __init__(self, app: Heeded, window: Placed) -> None:
        self._voice = Voice()
        self._said: Heard | None = None
        """What the voice has said; None while it is off."""
        self._app = app
        self._window = window
        self._hearing = Hearing()
        self._reader = ScreenReader(window.handle)
        self._tree: tuple[Widget, tuple[int, int]] | None = None
        self._heard = Heard()
        self._placed: object = None
        self._read: Widget | None = None
        """What reading on gave the focus to with the last key."""

    @property
    def listens(self) -> bool:
        """Whether anybody does."""
        return self._speaks or self._reader.listens

    @property
    def _speaks(self) -> bool:
        """Whether the game is to read itself aloud: where somebody asked for it, and never after the way out."""
        return self._app.settings.voice and not self._app.gone and self._voice.available()

    def hush(self) -> None:
        """Somebody pressed something: they have heard enough of what is being read aloud."""
        self._voice.hush()

    def takes(self, key: str) -> bool:
        """Whether a key that went down, without Shift, Ctrl or Alt, was used for reading on."""
        read, self._read = self._read, None
        focused = self._app.focused
        if not self.listens or key not in _READ_ON:
            return False
        if focused is not None and focused is not read and focused.role in _TURNED_BY_ARROWS:
            return False
        coming = self._hear().beside(_READ_ON[key])
        if coming is not None:
            self._go_to(coming)
            self._read = self._app.focused
        return True

    def attend(self) -> None:
        """Tell whoever listens what has changed, and do what they wished."""
        if not self.listens:
            self._forget()
            return
        self._speak()
        if self._reader.listens:
            self._tell_place()
            for wish in self._reader.wishes():
                self._grant(wish)
            self._reader.tell(self._hear())

    def close(self) -> None:
        """Nobody listens any more."""
        self._voice.close()
        self._reader.close()
        self._forget()

    def _grant(self, wish: Wish) -> None:
        self._hear()
        widget = self._hearing.widgets.get(wish.number)
        # What it was about may be gone by now.
        if widget is not None and wish.doing == "press":
            self._app.reach(widget, press=True)
        else:
            self._go_to(wish.number)

    def _speak(self) -> None:
        """Have read aloud what has changed since the last turn, after what is still being said."""
        if not self._speaks:
            self._be_silent()
            return
        before, self._said = self._said or Heard(), self._hear()
        if self._said is not before and (words := aloud(before, self._said)):
            self._voice.then(joined(words, ". "), language.current())
        self._voice.attend()

    def _be_silent(self) -> None:
        if self._said is not None:
            self._said = None
            self._voice.hush()

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

    def _tell_place(self) -> None:
        window = self._window
        placed = window.position, window.size, window.focused
        if placed != self._placed:
            self._placed = placed
            self._reader.place(*placed)

    def _forget(self) -> None:
        self._be_silent()
        self._reader.forget()
        if self._tree is not None:
            self._tree = None
            self._heard = Heard()
            self._hearing.forget()
