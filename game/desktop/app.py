"""The app: which screen is shown, what reaches it, and the way out.

It has no window and no clock: keys, pointer and seconds come in as calls, and it draws on the surface that it is
given. `window` does that for a person, tests do it for themselves. The screens lie on a `Stack`, what is seen of the
topmost one is a `View`, what a key does on all of them is `everywhere`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from pygame import Surface

from game.desktop import text
from game.desktop.everywhere import along_the_line, everywhere
from game.desktop.looks import Looks
from game.desktop.screens import Screen
from game.desktop.screens.pause import Pause
from game.desktop.screens.trouble import Trouble
from game.desktop.stack import Stack
from game.desktop.tokens import Look, tokens
from game.desktop.view import View
from game.desktop.widget_banner import Banner, Notice
from game.desktop.widget_bar import Bar
from game.desktop.widget_dialog import Dialog
from game.desktop.widget_frame import Blank, Frame
from game.desktop.widget_hands import WAY_OUT_TAPS, Taps
from game.desktop.widgets import Key, Node, Role, Widget, find, keyed, nodes, path_to
from game.keeping.settings import FIRST, Settings, larger, recoloured
from game.telling import language


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
        self.gone = False
        """Whether the way out was taken: nothing brings the play back then."""
        self.trouble: Exception | None = None
        """What last went wrong in a screen."""
        self._help_screen = help_screen
        self._settings_screen = settings_screen
        self._strict = strict
        self._clock = 0.0
        self._taps = Taps("shift", WAY_OUT_TAPS, tokens().durations["way_out_taps"])
        self._notice: Notice | None = None
        self._looks = Looks(settings, keep)
        self._view = View(size, lambda: self._try(self._build))
        self._stack = Stack(first)
        self._try(lambda: first.on_show(self))

    @property
    def dirty(self) -> bool:
        """Whether the window must be drawn again. Set it where the window lost what was drawn."""
        return self._view.dirty

    @dirty.setter
    def dirty(self, dirty: bool) -> None:
        self._view.dirty = dirty

    # What screens may ask: see `Context`.

    @property
    def look(self) -> Look:
        return self._looks.look(self._view.size)

    @property
    def projected(self) -> bool:
        return self._looks.projected

    @property
    def language(self) -> str:
        return language.current()

    @property
    def settings(self) -> Settings:
        return self._looks.settings

    def change(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.refresh()
        if told := self._looks.take(settings):
            self.tell(told)

    def go(self, screen: Screen) -> None:
        self._keep_place()
        self._stack.push(screen)
        self._arrive()

    def replace(self, screen: Screen) -> None:
        self._stack.swap(screen)
        self._arrive()

    def back(self) -> None:
        if len(self._stack) > 1:
            self._stack.pop()
            self._arrive()

    def home(self) -> None:
        self._stack.cut()
        self._arrive()

    def help(self) -> None:
        if self._stack.top.screen.is_help:
            self.replace(self._help_screen())
        else:
            self.go(self._help_screen())

    def open_settings(self) -> None:
        if self._settings_screen is not None and not self._stack.top.screen.is_settings:
            self.go(self._settings_screen())

    def pause(self) -> None:
        if self._stack and self._stack.top.screen.pausable:
            self.go(Pause())

    def way_out(self) -> None:
        if self._rehearsed():
            return
        leaving = self._stack.clear()
        self.gone = True
        self._notice = None
        # What fills a screen has no button to close it. The window draws the blank before it sees to this.
        self.filled = False
        self._view.put(Blank(), self.look)
        for screen in leaving:
            # One that fails to forget must not keep the others from it; nothing of them is shown any more.
            self._try(screen.forget)
        # What went wrong in a screen holds on to the play, and its words are in the caches of set text too.
        self.trouble = None
        text.forget()

    def refresh(self) -> None:
        self._view.refresh()

    def redraw(self) -> None:
        self.dirty = True

    def focus(self, key: str) -> None:
        self._view.refresh(key)

    def ask(self, dialog: Dialog | None) -> None:
        shown = self._stack.top
        self.focus(shown.ask(dialog, self._view.focus))

    def tell(self, words: str) -> None:
        self._notice = Notice(words, self._clock) if words else None
        self.refresh()

    def next_theme(self) -> None:
        if self._looks.recolour_wall():
            self.refresh()
        else:
            self.change(recoloured(self.settings))

    def larger_text(self, steps: int) -> None:
        self.change(larger(self.settings, steps))

    def full_screen(self) -> None:
        self.filled = not self.filled

    def project(self, on: bool) -> None:
        if on == self.projected:
            return
        self.filled = self._looks.project(on, self.filled)
        self._stack.project(on)
        self._arrive()

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
        pressed = Key(along_the_line(name), shift, ctrl, alt, repeat, digit)
        if self._taps.complete(name, self._clock) and not self.gone:
            self.way_out()
        elif self.gone:
            # An empty sheet stays as it is, whatever is typed; once more, where the system refused to leave the screen.
            self.filled &= name not in ("escape", "f11")
        elif self._bare:
            if name != "shift":
                self._touch()
        else:
            self._try(lambda: self._key(pressed))

    def move(self, x: int, y: int) -> None:
        """The pointer is at a point of the window, in pixels."""
        self._view.changed(self._view.now().hands.moved(x, y))

    def press(self, x: int, y: int) -> None:
        """The pointer went down."""
        self._view.changed(self._view.now().hands.down(x, y))

    def release(self, x: int, y: int, finger: bool = False) -> None:
        """The pointer was let go; a `finger` leaves the window with it, and a page that it drags goes on a little."""
        self.dirty = True
        pressed = self._view.now().hands.up(x, y, finger)
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
        self._view.changed(self._view.now().hands.wheel(x, y, notches))

    def resize(self, width: int, height: int) -> None:
        """The window has another size, in pixels."""
        if (width, height) != self._view.size:
            self._view.size = (max(1, width), max(1, height))
            self.refresh()

    def tick(self, seconds: float) -> None:
        """Time has passed."""
        self._clock += seconds
        if self._notice is not None and self._notice.over(self._clock, self._view.focus):
            self.tell("")
        if not self.gone:
            self._view.changed(self._view.hands.tick(seconds))
            try:
                if self._stack.top.screen.tick(self, seconds):
                    self.dirty = True
            except Exception as error:
                self._failed(error)

    def draw(self, surface: Surface) -> None:
        """Draw the whole window on a surface; its size becomes the window's."""
        self.resize(*surface.get_size())
        view = self._view.now()
        self._try(lambda: view.draw(surface))

    # What a screen reader, or a test, asks.

    @property
    def tree(self) -> Widget:
        """The widgets shown now, in reading order."""
        return self._view.now().tree

    def nodes(self) -> tuple[Node, ...]:
        """Everything that is said now: role, label, states, rectangle."""
        return nodes(self.tree)

    def choose(self, role: Role, label: str) -> None:
        """Press the widget with this role and label, as a screen reader would. Raises LookupError."""
        self.reach(find(self.tree, role, label), press=True)

    def choose_key(self, key: str) -> None:
        """Press the widget with this `key` that the keyboard can reach. Raises LookupError."""
        self.reach(keyed(self.tree, key, focusable=True), press=True)

    def reach(self, widget: Widget, press: bool = False) -> None:
        """Bring a widget of the tree into view and, where it can have it, give it the focus; `press` presses it too."""
        self.dirty = True
        if not (widget.focusable and widget.enabled):
            self._view.hands.rest_on(widget)
            return
        self._view.hands.focus_on(widget)
        if press:
            self._try(widget.press)

    @property
    def focused(self) -> Widget | None:
        """The widget that has the focus."""
        view = self._view.now()
        if view.hands.focus is not None:
            # One in a long conversation is placed when it is looked for.
            path_to(view.tree, view.hands.focus)
        return view.hands.focus

    @property
    def screen(self) -> Screen | None:
        """The topmost screen; None after the way out."""
        return self._stack.top.screen if self._stack else None

    # Inside.

    def _key(self, key: Key) -> None:
        hands = self._view.now().hands
        shown = self._stack.top
        act = everywhere(key, shown.screen, self, self._go_back)
        if act is not None:
            self.dirty = True
            act()
        elif (not shown.dialog and shown.screen.on_key_first(self, key)) or hands.offer(key) or hands.walks(key):
            self.dirty = True
        elif (pressed := hands.pressed_by(key)) is not None:
            self.dirty = True
            if not key.repeat:
                pressed.press()
        elif self._stack.top.dialog is None and self._stack.top.screen.on_key(self, key):
            self.dirty = True
        elif (way_on := hands.way_on(key)) and not (
            # A play and the settings are never gone on with by a key too many.
            shown.dialog or shown.screen.pausable or shown.screen.is_settings
        ):
            way_on.press()

    def _go_back(self) -> None:
        shown = self._stack.top
        if shown.dialog is not None:
            if shown.dialog.on_close is not None:
                shown.dialog.on_close()
        elif not shown.screen.on_back(self):
            self.back()

    def _rehearsed(self) -> bool:
        # Whatever goes wrong in a screen, the way out is open.
        with suppress(Exception):
            return bool(self._stack) and self._stack.top.screen.rehearse(self)
        return False

    @property
    def _bare(self) -> bool:
        return self.screen is not None and self.screen.bare

    def _touch(self) -> None:
        self._try(lambda: self._stack.top.screen.on_touch(self))

    def _arrive(self) -> None:
        self._view.leave()
        self._view.refresh(self._stack.top.focus)
        self._stack.top.screen.on_show(self)

    def _keep_place(self) -> None:
        self._stack.top.keep_place(self._view.tree, self._view.focus)

    def _build(self) -> None:
        if self.gone:
            self._view.put(self._view.tree, self.look)
            return
        shown = self._stack.top
        if not self._view.left:
            self._keep_place()
        screen = shown.screen
        body = screen.build(self)
        if screen.bare:
            self._view.put(body, self.look)
            return
        if self._notice is not None:
            body = Banner(self._notice.told(lambda: self.tell("")), body, "note_soft", key="notice")
        back = self._go_back if len(self._stack) > 1 else None
        pause = self.pause if screen.pausable else None
        bar = Bar(screen.title(), screen.fiction, back, self.help, self.way_out, screen.is_help, pause)
        frame = Frame(bar, body, shown.dialog)
        shown.scroll_back(frame)
        self._view.put(frame, self.look, frame.zones)

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
            dropped = self._stack.cut()
            self._stack.push(Trouble())
            for screen in dropped:
                with suppress(Exception):
                    screen.forget()
            self._view.leave()
            self.refresh()
