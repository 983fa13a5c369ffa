"""What holds on every screen of the house: help is one key away, the way out is open, and one language is spoken."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.desktop.gallery import SCREENS
from game.desktop.visitor import Visitor
from game.keeping.settings import Settings
from game.telling import language
from tests.desktop.layout_faults import faults
from tests.desktop.playing import STORY, Player, window

HOUSE = (
    "home",
    "first-start",
    "reading",
    "way-out",
    "way-out-tried",
    "settings",
    "settings-as-first",
    "teachers",
    "create",
    "pause",
    *(name for name in SCREENS if name.startswith("sources")),
)


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window()


def at(name: str) -> Visitor:
    visitor = Visitor(STORY, (1280, 720), Settings(language=language.current()))
    SCREENS[name](visitor)
    return visitor


def labels(visitor: Visitor) -> list[str]:
    return [node.label for node in visitor.app.nodes()]


@pytest.mark.parametrize("name", HOUSE)
def test_help_is_one_key_away_and_leads_back_to_the_same_place(name: str) -> None:
    visitor = at(name)
    before = [(node.label, node.rect) for node in visitor.app.nodes()]
    visitor.app.key("f1")
    assert any("3018" in label for label in labels(visitor))
    visitor.app.key("escape")
    assert [(node.label, node.rect) for node in visitor.app.nodes()] == before


@pytest.mark.parametrize("name", [name for name in HOUSE if name != "way-out"])
def test_the_way_out_is_open(name: str) -> None:
    visitor = at(name)
    for _ in range(3):
        visitor.app.key("shift")
    assert visitor.app.gone
    assert labels(visitor) == ["Notes"]


@pytest.mark.parametrize("name", HOUSE)
def test_what_is_said_in_one_language_is_not_said_in_the_other(name: str) -> None:
    french = labels(at(name))
    language.use("en")
    english = labels(at(name))
    same = {label for label in french if label in english and len(label.split()) > 3}
    # The titles of French documents and the makers of fonts are the same in every language.
    assert {label for label in same if not any(mark in label for mark in ("–", "http", "CDAFAL"))} == set()


def test_home_needs_no_scrolling_in_the_window_it_opens_with() -> None:
    for spoken in ("fr", "en"):
        language.use(spoken)
        player = Player(None)
        player.game.progress = lambda context: None
        player.app.replace(player.game.home())
        player.see()
        assert player.scroll("home").reach == 0
        assert player.keyed("way progress").rect.y == player.keyed("quit").rect.y, "on one line"
        assert faults(player.app, (1280, 720)) == []
