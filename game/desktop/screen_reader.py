"""The system's screen readers (Orca, NVDA, Narrator, VoiceOver), reached through AccessKit: a thin adapter.

It is given nodes and gives back wishes; what the nodes say is `heard`'s, what a wish does is `ears`'. AccessKit calls
back from threads of its own: nothing is done there but noting it. Without the package, or where it cannot reach the
system (no desktop session, an unknown kind of window), the game goes on silently without it: who does not use a screen
reader must not be told of one, and who does hears that nothing speaks.

Tried on Linux with AT-SPI. The adapters for Windows and macOS follow AccessKit's own description; nobody has tried
them here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from game.desktop.heard import ROOT, Heard, Said
from game.desktop.heard_changes import updates

Doing = Literal["press", "focus", "show"]

_ROLES = {
    "alert": "ALERT",
    "button": "BUTTON",
    "checkbox": "CHECK_BOX",
    "dialog": "DIALOG",
    "group": "GROUP",
    "heading": "HEADING",
    "image": "IMAGE",
    "label": "LABEL",
    "link": "LINK",
    "list": "LIST",
    "listitem": "LIST_ITEM",
    "log": "LOG",
    "note": "NOTE",
    "plain": "GENERIC_CONTAINER",
    "radio": "RADIO_BUTTON",
    "radiogroup": "RADIO_GROUP",
    "scroll": "SCROLL_VIEW",
    "spinbutton": "SPIN_BUTTON",
    "tab": "TAB",
    "tablist": "TAB_LIST",
    "window": "WINDOW",
}

_DOINGS: tuple[tuple[str, Doing], ...] = (("CLICK", "press"), ("FOCUS", "focus"), ("SCROLL_INTO_VIEW", "show"))


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asked for through a screen reader: to press, focus or show the node of this number."""

    doing: Doing
    number: int


class ScreenReader:
    """The window, as the system's screen readers know it. Until one listens, it costs a look at a flag.

    `handle` is the window's own number, 0 where it has none. Raises nothing: without AccessKit it is deaf for ever.
    """

    def __init__(self, handle: int) -> None:
        self._requests: deque[Any] = deque()
        self._listens = False
        self._given: Heard | None = None
        self._kit: Any = None
        self._adapter: Any = None
        with _calmly():
            import accesskit

            self._kit = accesskit
            self._adapter = _adapter(accesskit, handle, self._begin, self._requests.append, self._end)

    @property
    def listens(self) -> bool:
        """Whether a screen reader, or another such program, wants to know the window."""
        return self._adapter is not None and self._listens

    def tell(self, heard: Heard) -> None:
        """Give on what is heard now: all of it the first time, later what has changed."""
        before, self._given = self._given, heard
        if before is heard:
            return
        if before is None:
            self._send(dict(heard.nodes), heard.focus, whole=True)
            return
        focus = before.focus if before.focus in heard.nodes else heard.focus
        for changed in updates(before, heard):
            self._send(changed, focus, whole=False)
        if focus != heard.focus:
            # By itself and last: what is new is announced before the place where it happened.
            self._send({}, heard.focus, whole=False)

    def place(self, at: tuple[int, int], size: tuple[int, int], focused: bool) -> None:
        """Where the window stands on the screen, and whether the keyboard is in it."""
        with _calmly():
            if hasattr(self._adapter, "set_root_window_bounds"):
                area = self._kit.Rect(at[0], at[1], at[0] + size[0], at[1] + size[1])
                self._adapter.set_root_window_bounds(area, area)
            if hasattr(self._adapter, "update_window_focus_state"):
                self._adapter.update_window_focus_state(focused)
            elif hasattr(self._adapter, "update_view_focus_state"):
                _raise_events(self._adapter.update_view_focus_state(focused))

    def wishes(self) -> Iterator[Wish]:
        """What was asked for since the last call; what this game knows no way to do is left out."""
        while self._requests:
            request = self._requests.popleft()
            doing = next((ours for name, ours in _DOINGS if request.action == getattr(self._kit.Action, name)), None)
            if doing is not None:
                yield Wish(doing, int(request.target))

    def forget(self) -> None:
        """Drop what was given: nobody listens now."""
        self._given = None

    def close(self) -> None:
        """Let go of the system: AccessKit's threads must not outlive the interpreter."""
        self._adapter = self._given = None

    # AccessKit's threads call these.

    def _begin(self) -> None:
        # None instead of a tree: it is given by the window's own thread.
        self._given = None
        self._listens = True

    def _end(self) -> None:
        self._listens = False

    # Inside.

    def _send(self, nodes: dict[int, Said], focus: int, whole: bool) -> None:
        def made() -> Any:
            update = self._kit.TreeUpdate(focus)
            update.nodes = [(number, _node(self._kit, said)) for number, said in nodes.items()]
            if whole:
                update.tree = self._kit.Tree(ROOT)
                update.tree.toolkit_name = "Vigichat"
            return update

        with _calmly():
            _raise_events(self._adapter.update_if_active(made))


class _calmly:
    """What AccessKit gets wrong must not stop the game. Its panics are no `Exception`, but no wish to stop either."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        return kind is not None and not issubclass(kind, KeyboardInterrupt | SystemExit)


def _adapter(
    kit: Any,
    handle: int,
    begin: Callable[[], None],
    noted: Callable[[Any], None],
    end: Callable[[], None],
) -> Any:
    """The adapter of this system; None where there is none."""
    if hasattr(kit, "unix"):
        return kit.unix.Adapter(begin, noted, end)
    if not handle:
        return None
    if hasattr(kit, "windows"):
        return kit.windows.SubclassingAdapter(handle, begin, noted)
    if hasattr(kit, "macos"):
        # SDL gives the keyboard to its window, and AccessKit's nodes are in the view within.
        kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
        return kit.macos.SubclassingAdapter.for_window(handle, begin, noted)
    return None


def _raise_events(events: Any) -> None:
    """Windows and macOS want what has changed to be told after the tree was let go of."""
    if events is not None:
        events.raise_events()


def _node(kit: Any, said: Said) -> Any:
    node = kit.Node(getattr(kit.Role, _ROLES[said.role]))
    if said.role == "label":
        node.set_value(said.name)
    elif said.name:
        node.set_label(said.name)
    if said.description:
        node.set_description(said.description)
    if said.key:
        node.set_keyboard_shortcut(said.key)
    if said.level:
        node.set_level(said.level)
    if said.checked is not None:
        node.set_toggled(kit.Toggled.TRUE if said.checked else kit.Toggled.FALSE)
    if said.expanded is not None:
        node.set_expanded(said.expanded)
    if said.selected is not None:
        node.set_selected(said.selected)
    if not said.enabled:
        node.set_disabled()
    if said.role == "dialog":
        node.set_modal()
    if said.live:
        node.set_live(kit.Live.POLITE if said.live == "polite" else kit.Live.OFF)
    if said.language:
        node.set_language(said.language)
    if said.place is not None:
        node.set_position_in_set(said.place[0] - 1)
        node.set_size_of_set(said.place[1])
    if said.role not in ("plain", "scroll", "window"):
        # What is only read can be moved to as well: see `ears`.
        node.add_action(kit.Action.FOCUS)
        node.add_action(kit.Action.SCROLL_INTO_VIEW)
    if said.pressable:
        node.add_action(kit.Action.CLICK)
    if said.role in ("plain", "scroll"):
        node.set_transform(kit.Affine([1, 0, 0, 1, 0, -said.scrolled]))
    if said.role == "scroll":
        node.set_scroll_y(said.scrolled)
        node.set_scroll_y_min(0)
        node.set_scroll_y_max(said.reach)
    x, y, wide, high = said.rect
    node.set_bounds(kit.Rect(x, y, x + wide, y + high))
    node.set_children(list(said.children))
    return node
