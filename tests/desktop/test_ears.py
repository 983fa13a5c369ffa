"""Ears at the side of the window's loop: when they begin, what goes through them, and life without AccessKit."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from game.desktop import window as game_window
from game.desktop.ears import Ears
from game.desktop.heard import ROOT, Heard, Said
from game.desktop.screen_reader import ScreenReader, Wish
from game.desktop.widgets import focusables
from tests.desktop.playing import SAID, Player, at_first_question, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


class Place:
    """A window's place on the screen."""

    title = "Notes"
    handle = 7
    position = (0, 0)
    size = (1280, 720)
    focused = True


class Told:
    """Stands for what AccessKit offers on Windows: an adapter that is made for a handle and tells what it was given."""

    def __init__(self, handle: int, begin: Any, noted: Any) -> None:
        self.handle, self.begin, self.noted = handle, begin, noted
        self.updates: list[Any] = []
        self.raised = 0

    def update_if_active(self, made: Any) -> Told:
        self.updates.append(made())
        return self

    def raise_events(self) -> None:
        self.raised += 1


@pytest.fixture
def kit(monkeypatch: pytest.MonkeyPatch) -> Any:
    """AccessKit, with the adapter of another system in the place of this one's."""
    real = pytest.importorskip("accesskit")
    made: list[Told] = []

    def adapter(*words: Any) -> Told:
        made.append(Told(*words))
        return made[-1]

    class Kit(ModuleType):
        windows = SimpleNamespace(SubclassingAdapter=adapter)

        def __getattr__(self, name: str) -> Any:
            if name == "unix":
                raise AttributeError(name)
            return getattr(real, name)

    kit = Kit("accesskit")
    monkeypatch.setitem(sys.modules, "accesskit", kit)
    return SimpleNamespace(made=made, Action=real.Action)


def labels(update: Any) -> set[str]:
    return {node.label or node.value for _number, node in update.nodes} - {None}


def test_without_accesskit_nobody_listens_and_the_game_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "accesskit", None)
    player = Player()
    ears = Ears(player.app, Place())
    ears.attend()
    assert not ears.listens
    assert not ears.takes("down")
    ears.close()


def test_an_accesskit_that_panics_leaves_the_game_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        pass

    class Broken(ModuleType):
        def __getattr__(self, name: str) -> Any:
            raise Panic(name)

    monkeypatch.setitem(sys.modules, "accesskit", Broken("accesskit"))
    reader = ScreenReader(1)
    assert not reader.listens
    reader.place((0, 0), (10, 10), True)
    reader.tell(Heard({ROOT: Said("window")}))
    assert list(reader.wishes()) == []


def test_the_adapter_of_windows_is_made_for_the_window_and_told_everything_once_it_is_asked(kit: Any) -> None:
    player = at_first_question()
    ears = Ears(player.app, Place())
    (adapter,) = kit.made
    assert adapter.handle == 7
    ears.attend()
    assert adapter.updates == []
    adapter.begin()
    ears.attend()
    (update,) = adapter.updates
    assert {f"Alex\u00a0: {SAID}", "Tu joues Camille. Que fais-tu\xa0?", "Notes"} <= labels(update)
    assert update.tree is not None
    assert adapter.raised == 1
    ears.attend()
    assert len(adapter.updates) == 1


def test_only_what_has_changed_is_told_afterwards(kit: Any) -> None:
    player = at_first_question()
    ears = Ears(player.app, Place())
    adapter = kit.made[0]
    adapter.begin()
    ears.attend()
    player.key("tab")
    ears.attend()
    moved = adapter.updates[-1]
    assert (list(moved.nodes), moved.tree) == ([], None)
    assert moved.focus != adapter.updates[0].focus


def test_a_press_that_comes_from_another_thread_is_done_in_the_next_turn_of_the_loop(kit: Any) -> None:
    player = at_first_question()
    ears = Ears(player.app, Place())
    adapter = kit.made[0]
    adapter.begin()
    ears.attend()
    number = next(number for number, node in adapter.updates[0].nodes if (node.label or "") == "Je préfère rester ici.")
    adapter.noted(SimpleNamespace(action=kit.Action.CLICK, target=number))
    adapter.noted(SimpleNamespace(action=kit.Action.EXPAND, target=number))
    adapter.noted(SimpleNamespace(action=kit.Action.CLICK, target=10**9))
    assert player.play.state.scene == "le-match"
    ears.attend()
    assert player.play.state.scene != "le-match"
    ears.attend()
    assert any("Camille\u00a0: Je préfère rester ici." in labels(update) for update in adapter.updates[1:])


def test_the_way_out_is_told_at_once(kit: Any) -> None:
    player = at_first_question()
    ears = Ears(player.app, Place())
    adapter = kit.made[0]
    adapter.begin()
    ears.attend()
    player.key("shift", "shift", "shift")
    ears.attend()
    last = adapter.updates[-1]
    root = next(node for number, node in adapter.updates[-1].nodes if number == ROOT)
    assert (root.label, len(root.children)) == ("Notes", 1)
    assert labels(last) == {"Notes"}


def test_the_adapter_of_macos_is_made_for_the_window_and_told_where_the_keyboard_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[object] = []

    class View(Told):
        def update_view_focus_state(self, focused: bool) -> None:
            done.append(focused)

    class Kit(ModuleType):
        macos = SimpleNamespace(
            add_focus_forwarder_to_window_class=done.append,
            SubclassingAdapter=SimpleNamespace(for_window=lambda *words: done.append(words[0]) or View(*words)),
        )

    monkeypatch.setitem(sys.modules, "accesskit", Kit("accesskit"))
    reader = ScreenReader(7)
    reader.place((0, 0), (1280, 720), True)
    assert done == ["SDLWindow", 7, True]
    assert not ScreenReader(0).listens


def test_wishes_are_values(kit: Any) -> None:
    reader = ScreenReader(7)
    kit.made[0].noted(SimpleNamespace(action=kit.Action.SCROLL_INTO_VIEW, target=3))
    assert list(reader.wishes()) == [Wish("show", 3)]
    assert list(reader.wishes()) == []


def test_reading_on_goes_past_what_the_arrow_keys_change_and_tab_stops_there(kit: Any) -> None:
    player = Player(None)
    player.app.change(replace(player.app.settings, language="fr"))
    player.app.open_settings()
    ears = Ears(player.app, Place())
    kit.made[0].begin()
    ears.attend()
    read = []
    for _ in range(40):
        assert ears.takes("down")
        ears.attend()
        read.append(player.focus)
    assert {"Français", "English"} <= set(read)
    assert player.app.language == "fr"
    assert player.app.settings.colours == "light"
    player.app.reach(next(one for one in focusables(player.app.tree) if one.role == "radio"))
    assert not ears.takes("down")


@pytest.mark.parametrize(("first", "order"), [(True, ["heard", "shown", "drawn"]), (False, ["drawn", "heard"])])
def test_some_systems_want_ears_before_the_window_is_shown_and_others_after_the_first_frame(
    first: bool, order: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done = []
    player = Player(None)

    class Last(game_window.Nobody):
        def __init__(self) -> None:
            done.append("heard")

        def attend(self) -> None:
            player.app.quit()

        def close(self) -> None:
            done.append("closed")

    class Opened(game_window.Window):
        def show(self) -> None:
            done.append("shown")
            super().show()

        def draw(self, app: Any) -> None:
            done.append("drawn")
            super().draw(app)

    monkeypatch.setattr(game_window, "Window", Opened)
    monkeypatch.setattr(game_window, "LISTEN_FIRST", first)
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    opened = game_window.open_window((640, 480))
    game_window.run(player.app, opened, Last)
    assert [one for one in dict.fromkeys(done) if one != "closed"] == order
    assert done[-1] == "closed"
    opened.destroy()
