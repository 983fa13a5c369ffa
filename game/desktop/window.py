"""The window: what a person does reaches the app, and what the app shows reaches the screen.

Nothing is decided here. The loop asks for events 60 times a second (30 times once nothing has happened for a while)
and draws only when something changed: `pygame.event.wait` would cost seven times the processor time, since SDL then
asks the system every millisecond.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import Protocol

import pygame
from pygame import Surface
from pygame.event import Event

_FRAME, _QUIET_FRAME = 1 / 60, 1 / 30
_QUIET_AFTER = 2.0
"""Seconds without an event or a change after which the loop slows down; the first event wakes it."""

_SIZE = (1280, 720)
_LEAST = (480, 360)
_AROUND = (16, 96)
"""What a title bar, borders and a task bar may take of the desktop: SDL tells the size of the whole alone."""
_CAPTION = "Notes"
"""The title of the window: the same before and after the way out, and nothing about blackmail in a task bar."""

LISTEN_FIRST = sys.platform in ("win32", "darwin")
"""Whether screen readers have to be reached before the window is shown for the first time: AccessKit wants it there."""

_REPEAT_AFTER, _REPEAT_EVERY = 400, 45

_NAMES = {
    pygame.K_TAB: "tab",
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_SPACE: "space",
    pygame.K_ESCAPE: "escape",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_PAGEUP: "page up",
    pygame.K_PAGEDOWN: "page down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_LSHIFT: "shift",
    pygame.K_RSHIFT: "shift",
    pygame.K_KP_PLUS: "+",
    pygame.K_KP_MINUS: "-",
    **{getattr(pygame, f"K_F{number}"): f"f{number}" for number in range(1, 13)},
    **{getattr(pygame, f"K_KP{number}"): str(number) for number in range(10)},
}
_DIGITS = {getattr(pygame, f"K_{number}"): str(number) for number in range(10)}
_ROW_OF_DIGITS = {getattr(pygame, f"KSCAN_{number}"): str(number) for number in range(10)}
_SILENT = (pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR)


class NoWindow(Exception):
    """No window can be opened on this machine."""


class Showing(Protocol):
    """What the window needs of the app."""

    running: bool
    dirty: bool
    filled: bool
    gone: bool

    def key(
        self,
        name: str,
        shift: bool = False,
        ctrl: bool = False,
        alt: bool = False,
        repeat: bool = False,
        digit: str = "",
    ) -> None: ...
    def move(self, x: int, y: int) -> None: ...
    def press(self, x: int, y: int) -> None: ...
    def release(self, x: int, y: int, finger: bool = False) -> None: ...
    def wheel(self, x: int, y: int, notches: float) -> None: ...
    def pause(self) -> None: ...
    def tick(self, seconds: float) -> None: ...
    def draw(self, surface: Surface) -> None: ...


class Listening(Protocol):
    """What the window needs of whoever hears it instead of seeing it: see `ears`."""

    def hush(self) -> None: ...
    def takes(self, key: str) -> bool: ...
    def attend(self) -> None: ...
    def close(self) -> None: ...


class Nobody:
    """Nobody listens."""

    def hush(self) -> None:
        pass

    def takes(self, key: str) -> bool:
        return False

    def attend(self) -> None:
        pass

    def close(self) -> None:
        pass


class Window(pygame.Window):
    """The one window of the game; pygame gives its surface the new size whenever it is resized."""

    cramped = False
    """Whether the desktop has little more room than the window needs: it is then best shown maximised."""

    def get_size(self) -> tuple[int, int]:
        """Its size in pixels."""
        return self.size

    def fill(self, wanted: bool) -> bool:
        """Fill the screen, or go back to a window; whether it is filled then, where the system refuses."""
        try:
            if wanted:
                self.set_fullscreen(desktop=True)
            else:
                self.set_windowed()
        except pygame.error:
            return not wanted
        return wanted

    def draw(self, app: Showing) -> None:
        """Draw the app on it; where its screen is being changed just now, with the next frame."""
        try:
            app.draw(self.get_surface())
            self.flip()
        except pygame.error:
            app.dirty = True


def fitting(desktop: tuple[int, int]) -> tuple[int, int]:
    """The size for a window on a desktop of this size, in pixels: what is on its edges must be on the screen too."""
    room = (desktop[0] - _AROUND[0], desktop[1] - _AROUND[1])
    return max(_LEAST[0], min(_SIZE[0], room[0])), max(_LEAST[1], min(_SIZE[1], room[1]))


def open_window(size: tuple[int, int] | None = None) -> Window:
    """A window that can be resized, which `run` shows, of this size or else of one that fits the desktop.

    Raises NoWindow when there is no screen to open it on.
    """
    # Software drawing straight to the window: three to four times faster here than through an accelerated texture.
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    # A person who reads must not be cut off by the screen saver, nor keep a lent computer awake for ever.
    os.environ.setdefault("SDL_VIDEO_ALLOW_SCREENSAVER", "1")
    os.environ.setdefault("SDL_TOUCH_MOUSE_EVENTS", "1")
    # Task bars show this name beside the title; importing pygame has put the program's there.
    os.environ["SDL_VIDEO_X11_WMCLASS"] = os.environ["SDL_VIDEO_WAYLAND_WMCLASS"] = _CAPTION.lower()
    _launch_no_bus()
    asked = os.environ.get("SDL_VIDEODRIVER")
    try:
        pygame.display.init()
        pygame.font.init()
        fits = fitting(pygame.display.get_desktop_sizes()[0])
        opened = Window(_CAPTION, size or fits, resizable=True, hidden=LISTEN_FIRST)
    except pygame.error as error:
        raise NoWindow(str(error)) from error
    if not asked and pygame.display.get_driver() in ("offscreen", "dummy"):
        # Without a screen SDL draws into nothing, silently.
        pygame.display.quit()
        raise NoWindow("no screen")
    pygame.key.set_repeat(_REPEAT_AFTER, _REPEAT_EVERY)
    opened.set_icon(_icon())
    opened.minimum_size = _LEAST
    opened.cramped = size is None and fits != _SIZE
    return opened


def _launch_no_bus() -> None:
    """Use the message bus of the session if it has one. Else D-Bus would start one for us, which outlives the game and
    leaves files in the home of whoever plays."""
    running = os.path.exists(os.path.join(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"), "bus"))
    if sys.platform == "linux" and not running:
        os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")


def _icon() -> Surface:
    """A sheet with lines: as neutral as the title."""
    sheet = Surface((32, 32), pygame.SRCALPHA)
    sheet.fill((250, 248, 242), (5, 2, 22, 28))
    for y in (9, 14, 19, 24):
        sheet.fill((120, 135, 140), (9, y, 14, 2))
    return sheet


def run(app: Showing, opened: Window, listen: Callable[[], Listening] = Nobody) -> None:
    """Show the app in a window until it no longer runs or the window is closed.

    `listen` is called for whoever hears it once the first frame is drawn: no frame need wait for that.
    """
    ears: Listening = Nobody()
    if LISTEN_FIRST:
        ears = listen()
        opened.show()
    if opened.cramped:
        # Only now: to maximise a window that is hidden would show it on Windows.
        opened.maximize()
    opened.draw(app)
    if not LISTEN_FIRST:
        ears = listen()
    try:
        _loop(app, opened, ears)
    finally:
        ears.close()


def _loop(app: Showing, opened: Window, ears: Listening) -> None:
    held: set[int] = set()
    filled = False
    before = busy = time.perf_counter()
    while app.running:
        events = pygame.event.get()
        for event in events:
            if not _read_on(event, ears):
                tell(app, event, held)
            if app.gone and app.dirty:
                # The way out is drawn before anything else is looked at, and heard.
                opened.draw(app)
                ears.attend()
        now = time.perf_counter()
        app.tick(now - before)
        before = now
        if app.filled != filled:
            filled = app.filled = opened.fill(app.filled)
            app.dirty = True
        if app.dirty or events:
            busy = now
        if app.dirty:
            opened.draw(app)
        ears.attend()
        frame = _FRAME if now - busy < _QUIET_AFTER else _QUIET_FRAME
        time.sleep(max(0.0, frame - (time.perf_counter() - now)))


def _read_on(event: Event, ears: Listening) -> bool:
    """Whether this is a key that whoever listens uses for reading."""
    if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
        ears.hush()
    if event.type != pygame.KEYDOWN or event.mod & (pygame.KMOD_SHIFT | pygame.KMOD_CTRL | pygame.KMOD_ALT):
        return False
    return ears.takes(key_name(event))


def close_window() -> None:
    """Take the window away."""
    pygame.display.quit()


def tell(app: Showing, event: Event, held: set[int]) -> None:
    """Tell the app one event; `held` are the keys that are down, and is kept up to date.

    A finger comes as the mouse, as SDL tells it: that is the first finger on the screen, whatever others do there, and
    never one on a touch pad. What SDL says of fingers besides is therefore left alone.
    """
    match event.type:
        case pygame.QUIT:
            app.running = False
        case pygame.KEYDOWN:
            _tell_key(app, event, held)
        case pygame.KEYUP:
            held.discard(event.key)
        case pygame.MOUSEMOTION:
            app.move(*event.pos)
        case pygame.MOUSEBUTTONDOWN if event.button == 1:
            app.press(*event.pos)
        case pygame.MOUSEBUTTONUP if event.button == 1:
            _tell_release(app, event)
        case pygame.MOUSEWHEEL:
            app.wheel(*pygame.mouse.get_pos(), event.precise_y)
        case pygame.WINDOWFOCUSLOST:
            held.clear()
        case pygame.WINDOWMINIMIZED:
            app.pause()
        case (
            pygame.WINDOWEXPOSED
            | pygame.WINDOWSIZECHANGED
            | pygame.WINDOWRESTORED
            | pygame.WINDOWSHOWN
            | pygame.WINDOWDISPLAYCHANGED
            | pygame.RENDER_TARGETS_RESET
            | pygame.RENDER_DEVICE_RESET
        ):
            app.dirty = True


def _tell_release(app: Showing, event: Event) -> None:
    x, y = event.pos
    app.release(x, y, finger=getattr(event, "touch", False))


def _tell_key(app: Showing, event: Event, held: set[int]) -> None:
    if event.key in _SILENT:
        return
    repeat = event.key in held
    held.add(event.key)
    name = key_name(event)
    if repeat and name == "shift":
        # Holding Shift down is not pressing it three times.
        return
    ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
    alt = bool(event.mod & pygame.KMOD_ALT)
    app.key(name, bool(event.mod & pygame.KMOD_SHIFT), ctrl, alt, repeat, _ROW_OF_DIGITS.get(event.scancode, ""))


def key_name(event: Event) -> str:
    """The name of the key that went down: what is written on it, whatever the keyboard's layout.

    With Ctrl, digits are those of the keys: on a French keyboard they need Shift, and Ctrl+0 would never arrive. The
    key that has the full stop on an American keyboard is "." unless it writes a letter: a presenter's clicker, which
    knows no layout, presses it for a black screen.
    """
    if event.key in _NAMES:
        return _NAMES[event.key]
    if event.mod & pygame.KMOD_CTRL and event.scancode == pygame.KSCAN_0:
        return "0"
    typed: str = event.unicode if event.unicode and event.unicode.isprintable() else ""
    if event.scancode == pygame.KSCAN_PERIOD and not typed.isalpha():
        return "."
    if typed and not event.mod & pygame.KMOD_CTRL:
        return typed.lower()
    return _DIGITS.get(event.key) or pygame.key.name(event.key) or "unknown"
