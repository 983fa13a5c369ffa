"""The top bar has one size of type on every screen of one look: Help is found where it was, as large as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.desktop.gallery import SCREENS
from game.desktop.tokens import Look, metrics, theme
from game.desktop.visitor import Visitor
from game.desktop.widget_bar import HIGHEST, Bar
from game.desktop.widgets import walk
from game.keeping.settings import Settings
from game.telling import language
from tests.desktop.layout_faults import faults
from tests.desktop.playing import STORY, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def bar(title: str, percent: int, size: tuple[int, int], fiction: bool, pause: bool) -> Bar:
    """The bar of a screen in this look."""

    def nothing() -> None: ...

    made = Bar(title, fiction, nothing, nothing, nothing, on_pause=nothing if pause else None)
    look = Look(theme("light"), metrics(*size, percent))
    made.measure(look, size[0])
    return made


def help_size(visitor: Visitor) -> tuple[int, int]:
    found = [one for one in walk(visitor.app.tree) if one.key == "bar help"]
    assert len(found) == 1
    return found[0].rect.size


@pytest.mark.parametrize("spoken", ["fr", "en"])
@pytest.mark.parametrize("percent", [200, 300])
def test_help_is_as_large_on_every_screen_of_one_look(percent: int, spoken: str) -> None:
    language.use(spoken)
    seen = {}
    for name, way in SCREENS.items():
        visitor = Visitor(STORY, (1280, 720), Settings(language=spoken, text_percent=percent, met=True))
        way(visitor)
        if visitor.app.projected or visitor.app.settings.text_percent != percent:
            # On a wall, text has the size of the wall; and one way goes back to how it was at first.
            continue
        visitor.see()
        seen[name] = help_size(visitor)
        assert not [one for one in faults(visitor.app, (1280, 720)) if "Bar" in one]
    assert len(set(seen.values())) == 1, seen


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 600)])
@pytest.mark.parametrize("percent", [100, 150, 200, 250, 300])
def test_words_go_before_type_is_made_smaller(size: tuple[int, int], percent: int) -> None:
    long = "Une histoire dont le titre est bien plus long que la fenêtre la plus large qui soit"
    bars = [
        bar(title, percent, size, fiction, pause)
        for title in ("Pause", long)
        for fiction in (False, True)
        for pause in (False, True)
    ]
    assert len({one.look.metrics.percent for one in bars}) == 1
    for one in bars:
        assert one.measure(Look(theme("light"), metrics(*size, percent)), size[0]) <= HIGHEST * size[1]


def test_at_three_times_the_size_on_a_common_window_the_bar_has_the_type_of_the_page() -> None:
    assert bar("Trois semaines en août", 300, (1280, 720), True, True).look.metrics.percent == 300


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_the_focus_ring_of_every_button_of_the_bar_is_whole(percent: int) -> None:
    visitor = Visitor(STORY, (1280, 720), Settings(language="fr", text_percent=percent, met=True))
    SCREENS["chat"](visitor)
    root = visitor.app.tree
    buttons = [one for one in walk(root) if one.key.startswith("bar ") and one.focusable]
    assert [one.key for one in buttons] == ["bar back", "bar pause", "bar help", "bar leave"]
    for one in buttons:
        around = one.look.metrics.ring + 2
        assert root.children[0].rect.contains(one.rect.inflate(2 * around, 2 * around)), one.key


def test_the_help_of_the_bar_bears_the_name_of_its_page_and_leads_on_under_another() -> None:
    visitor = Visitor(STORY, (1280, 720), Settings(language="fr", met=True))
    visitor.press("bar help")
    assert visitor.app.screen is not None
    assert visitor.app.screen.title() == "Qui peut t’aider"
    visitor.press("begin")
    assert visitor.app.screen.title() == "Ça m’arrive en ce moment"


@pytest.mark.parametrize("name", ["left", "up"])
def test_an_arrow_back_from_nothing_does_not_lead_to_the_way_out(name: str) -> None:
    visitor = Visitor(STORY, (1280, 720), Settings(language="fr", met=True))
    for way in ("door help", "next"):
        visitor.press(way)
        visitor.app.focus("")
        visitor.app.key(name)
        assert visitor.app.focused is None
