"""What is drawn can be seen: WCAG 2.2 AA, measured on the pixels of real screens in every theme."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from pygame import Surface

from game.desktop.gallery import SCREENS, Way
from game.desktop.layout import Column
from game.desktop.screens import Context, Screen
from game.desktop.screens.preview import Preview
from game.desktop.screens.trouble import Trouble
from game.desktop.text import Run
from game.desktop.visitor import Visitor
from game.desktop.widget_button import Button, Checkbox
from game.desktop.widget_text import Picture, TextBlock
from game.desktop.widgets import Widget
from game.keeping.settings import Colours, Face, Settings
from game.telling import language
from tests.desktop import seen_contrast
from tests.desktop.class_hour import PLACES, at_first_vote
from tests.desktop.playing import STORY, Player, window
from tests.desktop.seen_contrast import contrast_faults, ring_faults

THEMES: tuple[Colours, ...] = get_args(Colours)


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def _left(visitor: Visitor) -> None:
    for name in ("shift", "shift", "shift", "a"):
        visitor.app.key(name)


def _faulty(visitor: Visitor) -> None:
    path = Path(tempfile.mkdtemp()) / "histoire.yaml"
    path.write_text("format: 1\ntitle: [\n", encoding="utf-8")
    visitor.app.go(Preview(path))


MORE: dict[str, Way] = {
    "left": _left,
    "preview": _faulty,
    "trouble": lambda visitor: visitor.app.go(Trouble()),
}
"""Screens that are in no gallery."""


def led(name: str, code: str = "fr") -> Visitor:
    visitor = Visitor(STORY, (1280, 720), Settings(language=code))
    (SCREENS | MORE)[name](visitor)
    return visitor


@pytest.mark.parametrize("name", [*SCREENS, *MORE])
def test_every_text_and_control_of_a_screen_is_seen(name: str) -> None:
    visitor = led(name)
    for theme in THEMES:
        if not visitor.app.gone:
            visitor.app.change(replace(visitor.app.settings, colours=theme))
        surface = visitor.see()
        assert contrast_faults(visitor.app.tree, surface) == [], theme


@pytest.mark.parametrize("name", [*PLACES, "counts", "bars"])
def test_every_text_of_a_class_hour_is_seen_on_the_wall(name: str) -> None:
    teacher = PLACES.get(name, at_first_vote)()
    if name == "counts":
        teacher.press("enter")
        assert len(teacher.fields) == 3
    if name == "bars":
        teacher.count(14, 3, 2)
    themes = []
    for _ in range(4):
        teacher.wait()
        teacher.app.draw(teacher.surface)
        themes.append(teacher.app.look.theme.name)
        assert contrast_faults(teacher.app.tree, teacher.surface) == [], themes[-1]
        teacher.key("f6")
    assert themes == ["projector", *THEMES]


@pytest.mark.parametrize("name", SCREENS)
def test_the_focus_ring_is_seen_wherever_tab_leads(name: str) -> None:
    visitor = led(name)
    for theme in THEMES:
        visitor.app.change(replace(visitor.app.settings, colours=theme))
        surface = visitor.see()
        for _ in range(8):
            visitor.app.key("tab")
            visitor.app.draw(surface)
            focused = visitor.app.focused
            assert focused is not None
            assert ring_faults(focused, surface) == [], theme
            assert contrast_faults(focused, surface) == [], theme


@pytest.mark.parametrize(("face", "code"), [("dyslexic", "ar-x-pseudo"), ("noto", "en-x-pseudo")])
def test_it_is_so_in_every_face_and_direction_too(face: Face, code: str) -> None:
    with language.speaking(code):
        visitor = led("chat", code)
        for theme in THEMES:
            visitor.app.change(replace(visitor.app.settings, colours=theme, face=face))
            surface = visitor.see()
            assert contrast_faults(visitor.app.tree, surface) == [], theme


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
    visitor = led("home")
    surface = visitor.see()
    visitor.app.key("tab")
    focused = visitor.app.focused
    assert focused is not None
    focused.look = replace(focused.look, theme=replace(focused.look.theme, focus=focused.look.theme.line))
    visitor.app.draw(surface)
    assert len(ring_faults(focused, surface)) == 1


def test_every_text_in_view_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """A measure that looks at nothing finds nothing: of the chat, each text that is whole in view is told of."""
    monkeypatch.setattr(seen_contrast, "contrast", lambda one, other: 1.0)
    visitor = led("chat")
    told = "\n".join(contrast_faults(visitor.app.tree, visitor.see()))
    for words in (
        "Tu joues Camille",
        "Je préfère rester ici.",
        "Tu viens à l’entraînement",
        "Fiction",
        "Aide",
        "Retour",
    ):
        assert f"'{words}" in told
