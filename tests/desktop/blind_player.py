"""Somebody who plays without seeing the screen: everything is read and pressed through AT-SPI, as Orca does it.

Not a test: a program for the system's Python, which has the library of AT-SPI, to be run in a D-Bus session of its own:

    dbus-run-session -- /usr/bin/python3 blind_player.py PLAN

PLAN is a JSON file: the `command` that opens the game, the `steps` to go through, and where to write the `report`. What
is right is left to `test_screen_reader`, which wrote the plan and reads the report.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from closing import ask_to_close  # noqa: E402
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 90.0
"""Seconds after which what should have happened will not."""


class Player:
    """Hears what the window says by itself, and finds and presses what is in it."""

    def __init__(self, command: list[str]) -> None:
        self.announced: list[str] = []
        self.focused: list[tuple[str, str]] = []
        """Role and name of whatever got the focus, in that order."""
        _use_readers(True)
        Atspi.init()
        self._listeners = [
            self._listen("object:announcement", lambda event: self.announced.append(event.any_data)),
            self._listen("object:state-changed:focused", self._focus),
        ]
        self.game = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.window: Any = None
        self.seen: dict[str, Any] = {}
        self.until(self.found, "the window is known to screen readers")
        self.id = _xdotool("search", "--sync", "--onlyvisible", "--pid", str(self.game.pid)).partition("\n")[0]
        _xdotool("windowfocus", "--sync", self.id)

    def _listen(self, kind: str, heard: Callable[[Any], object]) -> Any:
        listener = Atspi.EventListener.new(heard)
        listener.register(kind)
        return listener

    def _focus(self, event: Any) -> None:
        if event.detail1:
            self.focused.append((event.source.get_role_name(), event.source.get_name()))

    def apps(self) -> list[Any]:
        """What AT-SPI knows of the game: one application, or none."""
        desktop = Atspi.get_desktop(0)
        known = [desktop.get_child_at_index(number) for number in range(desktop.get_child_count())]
        return [app for app in known if app is not None and app.get_process_id() == self.game.pid]

    def found(self) -> bool:
        """Whether AT-SPI knows the game's window."""
        assert self.game.poll() is None, f"the program ended: {self.game.communicate()[0]}"
        for app in self.apps():
            app.set_cache_mask(Atspi.Cache.NONE)
            if app.get_child_count():
                self.window = app.get_child_at_index(0)
        return self.window is not None

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until `holds`. Fails, naming `what`, when patience ends."""
        end = time.monotonic() + PATIENCE
        while True:
            while GLib.MainContext.default().iteration(False):
                pass
            try:
                if holds():
                    return
            except GLib.Error:
                # What was asked about is gone by now; the next look finds what is there instead.
                pass
            assert time.monotonic() < end, f"not within {PATIENCE:.0f} s: {what}; there is {self.heard()}"
            time.sleep(0.02)

    def nodes(self, above: Any = None, but: str = "") -> Iterator[Any]:
        """Everything in the window, in reading order; nothing below what has the role `but`."""
        above = above or self.window
        yield above
        if but and above.get_role_name() == but:
            return
        for number in range(above.get_child_count()):
            below = above.get_child_at_index(number)
            if below is not None:
                yield from self.nodes(below, but)

    def heard(self) -> list[tuple[str, str, str]]:
        """Role, name and description of everything in the window."""
        try:
            return [(one.get_role_name(), one.get_name(), one.get_description()) for one in self.nodes()]
        except GLib.Error:
            return []

    def find(self, name: str) -> Any:
        """What is called so and can be pressed; None when there is none."""
        for one in self.nodes():
            if one.get_name() == name and "Action" in one.get_interfaces():
                return one
        return None

    def press(self, name: str) -> None:
        """Press what is called so, as soon as it is there."""

        def pressed() -> bool:
            found = self.find(name)
            return found is not None and _do(found)

        self.until(pressed, f"{name} is there")

    def log(self) -> list[str]:
        """What is said in the conversation, oldest first."""
        for one in self.nodes(but="log"):
            if one.get_role_name() == "log":
                items = [one.get_child_at_index(number) for number in range(one.get_child_count())]
                return [item.get_name() for item in items if item is not None and item.get_role_name() == "list item"]
        return []

    def buttons(self) -> dict[str, Any]:
        """The buttons outside the conversation, by name; `seen` are those of the last look."""
        self.seen = {one.get_name(): one for one in self.nodes(but="log") if one.get_role_name() == "push button"}
        return self.seen

    def close(self) -> int:
        """Close the window as its button would; the number that the program then ends with."""
        ask_to_close(os.environ["DISPLAY"], int(self.id))
        return self.game.wait(PATIENCE)


def _use_readers(on: bool) -> None:
    """Say on this session's bus whether assistive programs are used, as a desktop does when Orca is switched on."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    asked = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", on)))
    properties = "org.freedesktop.DBus.Properties"
    bus.call_sync("org.a11y.Bus", "/org/a11y/bus", properties, "Set", asked, None, Gio.DBusCallFlags.NONE, -1, None)


def _xdotool(*words: str) -> str:
    """What xdotool, which presses keys, answers to these words."""
    return subprocess.run(["xdotool", *words], stdout=subprocess.PIPE, text=True, check=True).stdout


class Steps:
    """The steps of a plan, each a method of its name; `report` is what they found."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.report: dict[str, Any] = {"turns": []}

    def press(self, name: str) -> None:
        """Press something."""
        self.player.press(name)

    def off_and_on(self) -> None:
        """Switch assistive programs off, and on again once the window is not known to them any more."""
        player = self.player
        _use_readers(False)
        player.until(lambda: not player.apps(), "the window is no longer known")
        player.window = None
        _use_readers(True)
        player.until(player.found, "the window is known again")

    def leads(self, name: str, to: str) -> None:
        """Press something until there is what it leads to: just shown, it may not decide yet."""
        looks = 0

        def arrived() -> bool:
            nonlocal looks
            button = self.player.find(name)
            if button is not None and looks % 40 == 0:
                _do(button)
            looks += 1
            return any(said == to for _, said, _ in self.player.heard())

        self.player.until(arrived, f"{name} leads to {to}")

    def hear(self, key: str) -> None:
        """Note everything that there is in the window."""
        self.report[key] = self.player.heard()

    def wait(self, name: str) -> None:
        """Wait until something is called so."""
        self.player.until(lambda: any(name == said for _, said, _ in self.player.heard()), f"{name} is heard")

    def begins(self, start: str) -> None:
        """Press what has a name that begins so."""
        player = self.player
        wanted: list[str] = []

        def there() -> bool:
            wanted[:] = [name for role, name, _ in player.heard() if role == "push button" and name.startswith(start)]
            return bool(wanted)

        player.until(there, f"something beginning with {start} is there")
        player.press(wanted[0])

    def only(self, names: list[str]) -> None:
        """Wait until these are all the names that there are."""
        self.player.until(lambda: [name for _, name, _ in self.player.heard()] == names, f"nothing but {names}")

    def key(self, key: str) -> None:
        """Press a key of the keyboard, and wait until the focus has moved."""
        player = self.player
        before = len(player.focused)
        _xdotool("key", key)
        player.until(lambda: len(player.focused) > before, f"{key} moves the focus")

    def mark(self, name: str) -> None:
        """Mark a message, and wait until it says that it is marked."""
        self.player.press(name)

        def marked() -> bool:
            message = self.player.find(name)
            return message.get_state_set().contains(Atspi.StateType.CHECKED) and "marqué" in message.get_description()

        self.player.until(marked, f"{name} is marked")

    def play(self, more: str, end: str, wanted: list[str]) -> None:
        """Read and choose until there is a button `end`: of what can be chosen, what is `wanted`, else the first."""
        player = self.player
        while True:
            player.until(lambda: self._asked(more, end), "a next step")
            buttons = player.seen
            if end in buttons:
                break
            if more in buttons:
                # Whether it brings a message or the question: it is looked at again.
                _do(buttons[more])
            else:
                self._choose([name for name, one in buttons.items() if _is_choice(one)], wanted)
        self.report["log"] = player.log()
        player.until(lambda: player.announced[-1:] == self.report["log"][-1:], "the last message is announced")
        self.report["announced"] = list(player.announced)

    def _asked(self, more: str, end: str) -> bool:
        buttons = self.player.buttons()
        return end in buttons or more in buttons or any(_is_choice(one) for one in buttons.values())

    def _choose(self, offered: list[str], wanted: list[str]) -> None:
        player = self.player
        player.until(lambda: player.focused[-1][0] == "heading", "the question has the focus")
        name = next((one for one in offered if one in wanted), offered[0])
        self.report["turns"].append({"asked": player.focused[-1][1], "offered": offered, "chosen": name})
        looks = 0

        def moved() -> bool:
            # Just asked, a press may not decide yet: press again as long as nothing happens.
            nonlocal looks
            there = player.buttons()
            same = [one for one in there if one in offered] == offered
            if same and looks % 40 == 0:
                _do(there[name])
            looks += 1
            return not same

        player.until(moved, f"{name} is chosen")


def _do(button: Any) -> bool:
    """Press it; False when it has just gone."""
    try:
        return bool(Atspi.Action.do_action(button, 0))
    except GLib.Error:
        return False


def _is_choice(button: Any) -> bool:
    return "touche " in button.get_description()


def main() -> None:
    """Go through the plan."""
    plan = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    player = Player(plan["command"])
    steps = Steps(player)
    for name, *words in plan["steps"]:
        getattr(steps, name)(*words)
    steps.report["focused"] = [name for _, name in player.focused]
    steps.report["ended"] = player.close()
    steps.report["told"] = player.game.communicate()[0]
    Path(plan["report"]).write_text(json.dumps(steps.report), encoding="utf-8")


if __name__ == "__main__":
    main()
