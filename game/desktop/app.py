"""The app: which screen is shown, the keys that mean the same everywhere, and the way out.

It has no window and no clock: keys, pointer and seconds come in as calls, and it draws on the surface that it is
given. `window` does that for a person, tests do it for themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import get_args

from pygame import Rect, Surface

from game.desktop import projector, text
from game.desktop.projector import Projector
from game.desktop.screens import Screen
from game.desktop.screens.pause import Pause
from game.desktop.screens.trouble import Trouble
from game.desktop.shown import Shown
from game.desktop.tokens import Look, tokens
from game.desktop.widget_banner import NOTICED, Banner, notice
from game.desktop.widget_bar import Bar
from game.desktop.widget_dialog import Dialog
from game.desktop.widget_frame import Blank, Frame
from game.desktop.widget_hands import Hands, Taps
from game.desktop.widget_scroll import Scroll, scrolls, slide
from game.desktop.widgets import Key, Node, Role, Widget, find, key_of, nodes, path_to, walk
from game.keeping.settings import LEAST_PERCENT, MOST_PERCENT, PERCENT_STEP, Colours, Settings
from game.telling import language

FIRST = Settings()
"""The settings of a first start."""

COLOURS: tuple[Colours, ...] = get_args(Colours)

_TAPS = 3
_NOTICE = 30.0
"""Seconds for which a notice stays when nobody puts it away; longer while the keyboard is on it."""
_TURNED = {"left": "right", "right": "left"}


class App:
    """A stack of screens in one window; it is the `Context` of them all.

    `help_screen` makes the screen that says who helps, `settings_screen` the settings. `keep` is given the settings
    whenever the person changed them, for the next start; the OSError that it raises is told, and the game goes on.
    With `strict`, what goes wrong in a screen is raised rather than shown as a calm sentence: for tests.
    """

    def __init__(
        self,
        first: Screen,
        help_screen: Callable[[], Screen],
        size: tuple[int, int] = (1280, 720),
        settings: Settings = FIRST,
        keep: Callable[[Settings], object] = lambda settings: None,
        strict: bool = False,
        settings_screen: Callable[[], Screen] | None = None,
    ) -> None:
        self.running = True
        self.filled = False
        """Whether the window should fill the screen."""
        self._all_dirty = True
        self._slid: Scroll | None = None
        """The part that was scrolled since the last drawing, where nothing else has changed."""
        self._drawn_on: Surface | None = None
        self.gone = False
        """Whether the way out was taken: nothing brings the play back then."""
        self.trouble: Exception | None = None
        """What last went wrong in a screen."""
        self._size = size
        self._settings = settings
        self._keep = keep
        self._help_screen = help_screen
        self._settings_screen = settings_screen
        self._strict = strict
        self._hands = Hands()
        self._clock = 0.0
        self._taps = Taps("shift", _TAPS, tokens().durations["way_out_taps"])
        self._wanted: str | None = None
        self._notice = ""
        self._noticed = 0.0
        """When the notice was given, by the app's clock."""
        self._stale = True
        self._projector: Projector | None = None
        self._frame = Widget()
        self._stack = [Shown(first)]
        text.use_face(settings.face)
        self._try(lambda: first.on_show(self))

    @property
    def dirty(self) -> bool:
        """Whether the window must be drawn again. Set it where the window lost what was drawn."""
        return self._all_dirty or self._slid is not None

    @dirty.setter
    def dirty(self, dirty: bool) -> None:
        self._all_dirty = dirty
        self._slid = None

    # What screens may ask: see `Context`.

    @property
    def look(self) -> Look:
        return projector.look(self._settings, self._size, self._projector)

    @property
    def projected(self) -> bool:
        return self._projector is not None

    @property
    def language(self) -> str:
        return language.current()

    @property
    def settings(self) -> Settings:
        return self._settings

    def change(self, settings: Settings) -> None:
        if settings == self._settings:
            return
        self._settings = settings
        text.use_face(settings.face)
        if settings.language and settings.language != language.current():
            language.use(settings.language)
        self.refresh()
        try:
            self._keep(settings)
        except OSError as fault:
            from game.keeping.places import kept_folder
            from game.telling.kept import not_kept_words

            self.tell(not_kept_words(fault, kept_folder()))

    def go(self, screen: Screen) -> None:
        self._keep_place()
        self._stack.append(Shown(self._staged(screen)))
        self._arrive()

    def replace(self, screen: Screen) -> None:
        self._stack[-1] = Shown(self._staged(screen))
        self._arrive()

    def back(self) -> None:
        if len(self._stack) > 1:
            self._stack.pop()
            self._arrive()

    def home(self) -> None:
        del self._stack[1:]
        self._arrive()

    def help(self) -> None:
        if self._stack[-1].screen.is_help:
            self.replace(self._help_screen())
        else:
            self.go(self._help_screen())

    def open_settings(self) -> None:
        if self._settings_screen is not None and not self._stack[-1].screen.is_settings:
            self.go(self._settings_screen())

    def pause(self) -> None:
        if self._stack and self._stack[-1].screen.pausable:
            self.go(Pause())

    def way_out(self) -> None:
        if self._rehearsed():
            return
        leaving = [shown.screen for shown in self._stack]
        self.gone = True
        self._notice = ""
        self._stack.clear()
        self._put(Blank(notes=False), ())
        for screen in leaving:
            # One that fails to forget must not keep the others from it; nothing of them is shown any more.
            self._try(screen.forget)
        # What went wrong in a screen holds on to the play, and its words are in the caches of set text too.
        self.trouble = None
        text.forget()

    def refresh(self) -> None:
        self._stale = True
        self.dirty = True

    def redraw(self) -> None:
        self.dirty = True

    def focus(self, key: str) -> None:
        self._wanted = key
        self.refresh()

    def ask(self, dialog: Dialog | None) -> None:
        shown = self._stack[-1]
        if dialog is not None and shown.dialog is None:
            shown.under = self._focused_key()
        shown.dialog = dialog
        self.focus(shown.under if dialog is None else "")

    def tell(self, words: str) -> None:
        self._notice = words
        self._noticed = self._clock
        self.refresh()

    def next_theme(self) -> None:
        if self._projector is not None:
            self._projector = self._projector.recoloured()
            self.refresh()
            return
        coming = COLOURS[(COLOURS.index(self._settings.colours) + 1) % len(COLOURS)]
        self.change(replace(self._settings, colours=coming))

    def larger_text(self, steps: int) -> None:
        self._text_percent(self._settings.text_percent + steps * PERCENT_STEP)

    def _text_percent(self, percent: int) -> None:
        bounded = max(LEAST_PERCENT, min(MOST_PERCENT, percent))
        self.change(replace(self._settings, text_percent=bounded))

    def full_screen(self) -> None:
        self.filled = not self.filled

    def project(self, on: bool) -> None:
        if on == self.projected:
            return
        was_filled = self.filled if self._projector is None else self._projector.was_filled
        self._projector = Projector(was_filled) if on else None
        self.filled = on or was_filled
        for at, shown in enumerate(self._stack):
            staged = self._staged(shown.screen)
            if staged is not shown.screen:
                self._stack[at] = Shown(staged)
        self._arrive()

    def _staged(self, screen: Screen) -> Screen:
        """The screen, or in its place the one that shows the same on the wall, or at the desk."""
        other = screen.other_stage
        return screen if other is None or screen.for_class == self.projected else other()

    def quit(self) -> None:
        self.running = False

    # What the window, or a test, tells.

    def key(
        self,
        name: str,
        shift: bool = False,
        ctrl: bool = False,
        alt: bool = False,
        repeat: bool = False,
        digit: str = "",
    ) -> None:
        """A key went down (see `Key` for names)."""
        pressed = Key(_along_the_line(name), shift, ctrl, alt, repeat, digit)
        if self._taps.complete(name, self._clock) and not self.gone:
            self.way_out()
        elif self.gone:
            self._put(Blank(notes=True), ())
        elif self._bare:
            if name != "shift":
                self._touch()
        else:
            self._try(lambda: self._key(pressed))

    def move(self, x: int, y: int) -> None:
        """The pointer is at a point of the window, in pixels."""
        self._up_to_date()
        self._changed(self._hands.moved(x, y))

    def press(self, x: int, y: int) -> None:
        """The pointer went down."""
        self._up_to_date()
        self._changed(self._hands.down(x, y))

    def release(self, x: int, y: int, finger: bool = False) -> None:
        """The pointer was let go; a `finger` leaves the window with it, and a page that it drags goes on a little."""
        self._up_to_date()
        self.dirty = True
        pressed = self._hands.up(x, y, finger)
        if self._bare:
            self._touch()
        elif pressed is not None:
            self._try(pressed.press)

    def click(self, x: int, y: int) -> None:
        """The pointer went to a point, down, and up."""
        self.move(x, y)
        self.press(x, y)
        self.release(x, y)

    def wheel(self, x: int, y: int, notches: float) -> None:
        """The wheel was turned; positive is towards the start of the page."""
        self._up_to_date()
        self._changed(self._hands.wheel(x, y, notches))

    def resize(self, width: int, height: int) -> None:
        """The window has another size, in pixels."""
        if (width, height) != self._size:
            self._size = (max(1, width), max(1, height))
            self.refresh()

    def tick(self, seconds: float) -> None:
        """Time has passed."""
        self._clock += seconds
        if self._notice and self._clock - self._noticed > _NOTICE and self._focused_key() != NOTICED:
            self.tell("")
        if not self.gone:
            self._changed(self._hands.tick(seconds))
            try:
                if self._stack[-1].screen.tick(self, seconds):
                    self.dirty = True
            except Exception as error:
                self._failed(error)

    def draw(self, surface: Surface) -> None:
        """Draw the whole window on a surface; its size becomes the window's."""
        self.resize(*surface.get_size())
        self._up_to_date()
        slid = None if self._all_dirty or surface is not self._drawn_on else self._slid
        self.dirty = False
        self._drawn_on = surface
        self._try(lambda: self._draw(surface, slid))

    def _draw(self, surface: Surface, slid: Scroll | None) -> None:
        if slid is None or not slide(slid, self._frame, surface):
            self._frame.draw(surface)

    # What a screen reader, or a test, asks.

    @property
    def tree(self) -> Widget:
        """The widgets shown now, in reading order."""
        self._up_to_date()
        return self._frame

    def nodes(self) -> tuple[Node, ...]:
        """Everything that is said now: role, label, states, rectangle."""
        return nodes(self.tree)

    def find(self, role: Role, label: str) -> Widget:
        """The widget with this role and label. Raises LookupError, naming what there is, when there is none."""
        found = find(self.tree, role, label)
        if found is None:
            there = ", ".join(repr(node.label) for node in self.nodes() if node.role == role)
            raise LookupError(f"no {role} {label!r}; there are: {there or 'none'}")
        return found

    def choose(self, role: Role, label: str) -> None:
        """Press that widget, as a screen reader would. Raises LookupError."""
        self.reach(self.find(role, label), press=True)

    def choose_key(self, key: str) -> None:
        """Press the widget with this `key`. Raises LookupError, naming what there is, when there is none."""
        for widget in walk(self.tree):
            if widget.key == key and widget.focusable:
                self.reach(widget, press=True)
                return
        raise LookupError(f"no {key!r}; there are: {', '.join(one.key for one in walk(self.tree) if one.key)}")

    def reach(self, widget: Widget, press: bool = False) -> None:
        """Bring a widget of the tree into view and, where it can have it, give it the focus; `press` presses it too."""
        self.dirty = True
        if not (widget.focusable and widget.enabled):
            self._hands.rest_on(widget)
            return
        self._hands.focus_on(widget)
        if press:
            self._try(widget.press)

    @property
    def focused(self) -> Widget | None:
        """The widget that has the focus."""
        self._up_to_date()
        if self._hands.focus is not None:
            # One in a long conversation is placed when it is looked for.
            path_to(self._frame, self._hands.focus)
        return self._hands.focus

    @property
    def screen(self) -> Screen | None:
        """The topmost screen; None after the way out."""
        return self._stack[-1].screen if self._stack else None

    # Inside.

    def _changed(self, part: Widget | None) -> None:
        """This part of the window must be drawn again: one that was scrolled, or else all of it."""
        if isinstance(part, Scroll) and self._slid in (None, part):
            self._slid = part
        elif part is not None:
            self.dirty = True

    def _key(self, key: Key) -> None:
        self._up_to_date()
        if self._everywhere(key) or self._first(key) or self._hands.offer(key) or self._moves_focus(key):
            self.dirty = True
        elif (pressed := self._pressed_by(key)) is not None:
            self.dirty = True
            if not key.repeat:
                pressed.press()
        elif self._stack[-1].dialog is None and self._stack[-1].screen.on_key(self, key):
            self.dirty = True

    def _everywhere(self, key: Key) -> bool:
        match key:
            case Key(name="f1"):
                self.help()
            case Key(name="f6"):
                self.next_theme()
            case Key(name="f8", repeat=False):
                self.project(not self.projected)
            case Key(name="f10") | Key(name=",", ctrl=True):
                self.open_settings()
            case Key(name="f11"):
                self.full_screen()
            case Key(name="+" | "=", ctrl=True):
                self.larger_text(1)
            case Key(name="-", ctrl=True):
                self.larger_text(-1)
            case Key(name="0", ctrl=True):
                self._text_percent(LEAST_PERCENT)
            case Key(name="escape") | Key(name="left", alt=True):
                self._go_back()
            case Key(name="p", repeat=False) if key.plain and self._stack[-1].screen.pausable:
                self.pause()
            case _:
                return False
        return True

    def _first(self, key: Key) -> bool:
        shown = self._stack[-1]
        return shown.dialog is None and shown.screen.on_key_first(self, key)

    def _go_back(self) -> None:
        shown = self._stack[-1]
        if shown.dialog is not None:
            if shown.dialog.on_close is not None:
                shown.dialog.on_close()
        elif not shown.screen.on_back(self):
            self.back()

    def _moves_focus(self, key: Key) -> bool:
        if not key.plain:
            return False
        if key.name == "tab":
            return self._hands.tab(-1 if key.shift else 1)
        return key.name in ("up", "down", "left", "right") and self._hands.arrow(key.name)

    def _pressed_by(self, key: Key) -> Widget | None:
        """The widget that this key presses: the focused one once the keyboard is used, or the one with that letter."""
        if not key.plain:
            return None
        if key.name in ("enter", "space"):
            return self._hands.focus if self._hands.ring else None
        return self._hands.lettered(key.name)

    def _rehearsed(self) -> bool:
        # Whatever goes wrong in a screen, the way out is open.
        with suppress(Exception):
            return bool(self._stack) and self._stack[-1].screen.rehearse(self)
        return False

    @property
    def _bare(self) -> bool:
        return bool(self._stack) and self._stack[-1].screen.bare

    def _touch(self) -> None:
        self._try(lambda: self._stack[-1].screen.on_touch(self))

    def _arrive(self) -> None:
        # The focus of the screen before must not land on a widget of the same name here.
        self._hands.take(Widget(), ())
        self._wanted = self._stack[-1].focus
        self.refresh()
        self._stack[-1].screen.on_show(self)

    def _keep_place(self) -> None:
        shown = self._stack[-1]
        shown.focus = self._focused_key()
        for scroll in scrolls(self._frame):
            shown.places[scroll.key] = (scroll.offset, scroll.at_end)

    def _focused_key(self) -> str:
        return key_of(self._hands.focus) if self._hands.focus else ""

    def _up_to_date(self) -> None:
        if self._stale:
            self._stale = False
            self._try(self._build)

    def _build(self) -> None:
        self.dirty = True
        if self.gone:
            self._put(self._frame, ())
            return
        shown = self._stack[-1]
        if self._hands.root is self._frame:
            self._keep_place()
        screen = shown.screen
        body = screen.build(self)
        if screen.bare:
            self._put(body, ())
            return
        if self._notice:
            told = notice(self._notice, lambda: self.tell(""))
            body = Banner(told, body, "note_soft", key="notice")
        back = self._go_back if len(self._stack) > 1 else None
        pause = self.pause if screen.pausable else None
        bar = Bar(screen.title(), screen.fiction, back, self.help, self.way_out, screen.is_help, pause)
        frame = Frame(bar, body, shown.dialog)
        for scroll in scrolls(frame):
            if scroll.key in shown.places:
                scroll.restore(*shown.places[scroll.key])
        self._put(frame, frame.zones)

    def _put(self, frame: Widget, zones: tuple[Widget, ...]) -> None:
        frame.measure(self.look, self._size[0])
        frame.place(Rect(0, 0, *self._size))
        self._frame = frame
        wanted, self._wanted = self._wanted, None
        self._hands.take(frame, zones, wanted)
        if wanted is not None and self._hands.focus is not None and self._hands.ring:
            self._hands.reveal(self._hands.focus)
        self.dirty = True

    def _try(self, act: Callable[[], object]) -> None:
        """Do what a screen may have got wrong; if it has, say so calmly instead of stopping."""
        try:
            act()
        except Exception as error:
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        self.trouble = error
        if self._strict:
            raise error
        if not self.gone:
            dropped, self._stack[1:] = self._stack[1:], [Shown(Trouble())]
            for shown in dropped:
                with suppress(Exception):
                    shown.screen.forget()
            self._hands.take(Widget(), ())
            self.refresh()


def _along_the_line(name: str) -> str:
    """The key as screens know it: "right" leads on, wherever a line of the language spoken now begins."""
    return _TURNED.get(name, name) if language.backwards() else name
