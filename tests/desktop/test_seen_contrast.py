"""What is drawn can be seen: WCAG 2.2 AA, measured on the pixels of real screens in every theme."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from pygame import Surface

from game.desktop.layout import Column
from game.desktop.screens import Context, Screen
from game.desktop.screens.preview import Preview
from game.desktop.screens.trouble import Trouble
from game.desktop.text import Run
from game.desktop.widget_button import Button, Checkbox
from game.desktop.widget_text import Picture, TextBlock
from game.desktop.widgets import Widget
from game.keeping.settings import Colours, Face, Settings
from game.telling import language
from tests.desktop import seen_contrast
from tests.desktop.pictured import PICTURES
from tests.desktop.pictured import Picture as Pictured
from tests.desktop.playing import Player, window
from tests.desktop.seen_contrast import contrast_faults, ring_faults

THEMES: tuple[Colours, ...] = get_args(Colours)
SCREENS = [one for one in PICTURES if one.theme == "light"]


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def _verdict(player: Player) -> None:
    next(one for one in PICTURES if one.name == "chat").lead_to(player)
    player.app.click(*player.in_sight("choice rester").rect.center)
    player.read()


def _dialog(player: Player) -> None:
    _verdict(player)
    player.key("escape")
    assert player.keyed("leave story")


def _left(player: Player) -> None:
    player.key("shift", "shift", "shift", "a")


def _faulty(player: Player) -> None:
    path = Path(tempfile.mkdtemp()) / "histoire.yaml"
    path.write_text("format: 1\ntitle: [\n", encoding="utf-8")
    player.app.go(Preview(path))


MORE = (
    Pictured("dialog", _dialog),
    Pictured("verdict", _verdict),
    Pictured("left", _left),
    Pictured("preview", _faulty),
    Pictured("trouble", lambda player: player.app.go(Trouble())),
)
"""Screens of which no picture is kept."""


def led(pictured: Pictured, theme: Colours, percent: int = 100) -> Player:
    player = Player(None, pictured.size, theme, percent)
    pictured.lead_to(player)
    player.wait()
    player.app.move(0, 0)
    player.app.draw(player.surface)
    return player


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pictured", [*SCREENS, *MORE], ids=lambda one: one.name)
def test_every_text_and_control_of_a_screen_is_seen(pictured: Pictured, theme: Colours) -> None:
    player = led(pictured, theme)
    assert contrast_faults(player.app.tree, player.surface) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["home", "help", "stories", "chat", "hard-scene", "debrief", "moments"])
def test_the_focus_ring_is_seen_wherever_tab_leads(name: str, theme: Colours) -> None:
    player = led(next(one for one in PICTURES if one.name == name), theme)
    rung = set()
    for _ in range(12):
        player.key("tab")
        player.wait(0.3)
        focused = player.app.focused
        assert focused is not None
        rung.add(focused.key or focused.label)
        assert ring_faults(focused, player.surface) == []
        assert contrast_faults(focused, player.surface) == []
    assert len(rung) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("face", "code"), [("dyslexic", "ar-x-pseudo"), ("noto", "en-x-pseudo")])
def test_it_is_so_in_every_face_and_direction_too(face: Face, code: str, theme: Colours) -> None:
    language.use(code)
    player = Player(None, settings=Settings(colours=theme, face=face))
    next(one for one in PICTURES if one.name == "chat").lead_to(player)
    player.wait()
    player.app.draw(player.surface)
    assert contrast_faults(player.app.tree, player.surface) == []


class Planted(Screen):
    """One widget that nobody should draw so."""

    def __init__(self, widget: Widget) -> None:
        self.widget = widget

    def title(self) -> str:
        return ""

    def build(self, context: Context) -> Widget:
        return Column((TextBlock("Ce texte se lit bien."), self.widget), pad="l")


def planted(widget: Widget, theme: Colours = "light") -> list[str]:
    player = Player(None, theme=theme)
    player.app.go(Planted(widget))
    player.see()
    return contrast_faults(player.app.tree, player.surface)


def _button(edge: str) -> Button:
    button = Button("Un bouton", lambda: None)
    button.style = button.style._replace(edge=edge, fill="ground")
    return button


class Pale(Checkbox):
    """A box of which nothing is seen."""

    def draw(self, surface: Surface) -> None:
        self.words.draw(surface)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "widget",
    [
        lambda: TextBlock("Gris", colour="off"),
        lambda: TextBlock((Run("Noir puis "), Run("gris", colour=(120, 120, 120))), colour="ink"),
        lambda: TextBlock("Trop pâle, et gras", size="h1", bold=True, colour="line"),
        lambda: Picture("icons/phone", tint="line"),
        lambda: _button("line"),
        lambda: Pale("Une case", False, lambda: None),
    ],
    ids=["text", "run", "large", "picture", "edge", "box"],
)
def test_what_is_too_pale_is_found(widget: Callable[[], Widget], theme: Colours) -> None:
    """The measure itself is held: it finds each of these, and the same things drawn well it lets pass."""
    assert len(planted(widget(), theme)) == 1


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_drawn_well_is_let_pass(theme: Colours) -> None:
    for widget in (
        TextBlock("Gris 😄", colour="ink_soft", size="small"),
        TextBlock("Grand", size="h1", bold=True, colour="edge"),
        Picture("icons/phone", tint="edge"),
        _button("edge"),
        Checkbox("Une case", False, lambda: None),
        Checkbox("Une case", True, lambda: None),
        Button("On ne peut pas", None, enabled=False),
    ):
        assert planted(widget, theme) == []


def test_a_pale_ring_is_found() -> None:
    player = led(next(one for one in PICTURES if one.name == "home"), "light")
    player.key("tab")
    focused = player.app.focused
    assert focused is not None
    focused.look = replace(focused.look, theme=replace(focused.look.theme, focus=focused.look.theme.line))
    player.app.redraw()
    player.app.draw(player.surface)
    assert len(ring_faults(focused, player.surface)) == 1


def test_every_text_in_view_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """A measure that looks at nothing finds nothing: of the chat, each text that is whole in view is told of."""
    monkeypatch.setattr(seen_contrast, "contrast", lambda one, other: 1.0)
    player = led(next(one for one in PICTURES if one.name == "chat"), "light")
    told = "\n".join(contrast_faults(player.app.tree, player.surface))
    for words in (
        "Tu joues Camille",
        "Je préfère rester ici.",
        "Tu viens à l’entraînement",
        "Fiction",
        "Aide",
        "Retour",
    ):
        assert f"'{words}" in told
