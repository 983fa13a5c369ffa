"""Where things stand on the screens of the house, whatever the window, the text's size, the language: nothing cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from game.telling import language
from tests.desktop.layout_faults import faults, focus_faults
from tests.desktop.playing import STORY, Player, window

SIZES = [(640, 360), (640, 480), (1280, 720), (1920, 1080), (3840, 2160)]
PERCENTS = [100, 150, 200, 300]


@pytest.fixture(params=["fr", "en"], autouse=True)
def _window(request: pytest.FixtureRequest) -> Iterator[None]:
    yield from window(request.param)


def _home(player: Player) -> None: ...


def _settings(player: Player) -> None:
    player.key("f10")


def _settings_put_back(player: Player) -> None:
    player.key("f6", "f10")
    player.app.choose("button", player.keyed("first").label)
    player.see()


def _first(player: Player) -> None:
    player.app.go(player.game.first_start())
    player.see()


def _second(player: Player) -> None:
    _first(player)
    player.key("enter")


def _rehearsal(player: Player) -> None:
    _second(player)
    player.key("enter")


def _rehearsed(player: Player) -> None:
    _rehearsal(player)
    player.key("shift", "shift", "shift")
    player.wait()
    player.key("x")


def _paused(player: Player) -> None:
    player.app.go(player.game.story(STORY))
    player.begin()
    player.key("p")


def _door(key: str) -> Callable[[Player], None]:
    def lead_to(player: Player) -> None:
        player.app.choose("button", player.keyed(key).label)
        player.see()

    return lead_to


def _sources(id: str) -> Callable[[Player], None]:
    def lead_to(player: Player) -> None:
        _door("way book")(player)
        player.app.choose("link", player.keyed(f"link {id}").label)
        player.see()

    return lead_to


SCREENS = {
    "home": _home,
    "settings": _settings,
    "settings put back": _settings_put_back,
    "first start": _first,
    "reading": _second,
    "rehearsal": _rehearsal,
    "rehearsed": _rehearsed,
    "pause": _paused,
    "for the class": _door("door class"),
    "create": _door("door pencil"),
    "sources": _door("way book"),
    "steps": _sources("sources-steps"),
    "helplines": _sources("sources-helplines"),
    "law": _sources("sources-law"),
    "made of": _sources("sources-made"),
}


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut_or_drawn_over_something_else(name: str, size: tuple[int, int], percent: int) -> None:
    player = Player(None, size, percent=percent)
    SCREENS[name](player)
    assert faults(player.app, size) == []


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize(("size", "percent"), [((640, 360), 300), ((1280, 720), 100), ((1280, 720), 200)])
def test_the_focus_is_in_view_wherever_tab_leads_and_comes_round(
    name: str, size: tuple[int, int], percent: int
) -> None:
    player = Player(None, size, percent=percent)
    SCREENS[name](player)
    met = []
    for _ in range(60):
        player.key("tab")
        assert focus_faults(player.app, size) == []
        if player.app.focused in met:
            break
        met.append(player.app.focused)
    assert player.app.focused is met[0]
    assert {"Aide", "Sortir"} <= {one.label for one in met} or {"Help", "Leave"} <= {one.label for one in met}


@pytest.mark.parametrize("name", SCREENS)
def test_targets_are_large_enough_for_a_finger(name: str) -> None:
    player = Player(None)
    SCREENS[name](player)
    for widget in player.app._hands.order():
        assert min(widget.rect.size) >= 44, widget.label


@pytest.mark.parametrize("name", SCREENS)
def test_help_is_one_key_away_and_leads_back_to_the_same_place(name: str) -> None:
    player = Player(None)
    SCREENS[name](player)
    before = [(node.label, node.rect) for node in player.app.nodes()]
    player.key("f1")
    assert "3018" in player.said
    player.key("escape")
    assert [(node.label, node.rect) for node in player.app.nodes()] == before


def test_home_needs_no_scrolling_in_the_window_it_opens_with() -> None:
    player = Player(None)
    player.game.progress = lambda context: None
    player.app.replace(player.game.home())
    player.see()
    assert player.scroll("home").reach == 0
    assert player.keyed("way progress").rect.y == player.keyed("quit").rect.y
    assert faults(player.app, (1280, 720)) == []


@pytest.mark.parametrize("name", SCREENS)
def test_every_sentence_is_said_in_the_language_spoken_now(name: str) -> None:
    spoken = language.current()
    player = Player(None)
    SCREENS[name](player)
    said = player.said
    other = "en" if spoken == "fr" else "fr"
    language.use(other)
    twin = Player(None)
    SCREENS[name](twin)
    language.use(spoken)
    same = {line for line in said.splitlines() if line in twin.said.splitlines() and len(line.split()) > 3}
    assert {line for line in same if "–" not in line and "http" not in line and "Vigilance" not in line} == set()
