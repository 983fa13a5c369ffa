"""Where things stand in a play, whatever the window, the text's size and the story: nothing cut, nothing hidden."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pygame import Rect

from game.desktop.widget_text import TextBlock
from game.desktop.widgets import walk
from game.keeping.settings import Face, Settings, Spacing
from game.pseudo import ARABIC_LIKE
from game.pseudo import LONG as LONGER
from game.telling import language
from tests.desktop.layout_faults import faults, focus_faults
from tests.desktop.playing import STORY, Player, window

SIZES = [(1280, 720), (1920, 1080), (640, 480)]
PERCENTS = [100, 150, 200, 300]

NAME = "Anne-Charlotte Marie-Bérénice de Saint-Aubrac-sur-Mer"
LONG = "Je te raconte tout depuis le début, et ça va être un peu long. " * 32
ARABIC = "مرحبا يا نور، نلتقي غدا في الساعة 16:30 مع Camille"
WORD = "A" + "h" * 150


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.fixture
def hard_to_set(tmp_path: Path) -> Path:
    """The story with everything that is hard to set: long names, a long message and word, Arabic, many messages."""
    text = STORY.read_text(encoding="utf-8")
    text = text.replace('name: "Camille"', f'name: "{NAME}"').replace('name: "Alex"', f'name: "{NAME} junior"')
    text = text.replace('title: "Une partie de plus"', f'title: "{NAME} joue une partie de plus"')
    more = [LONG.strip()[:2000], ARABIC, WORD, *(f"Message numéro {number}." for number in range(56))]
    chat = "".join(f"      {('alex', 'yanis')[at % 2]}: {words}\n" for at, words in enumerate(more))
    text = text.replace("      ~ mardi, 16 h 02\n", f"      ~ mardi, 16 h 02, {NAME}\n{chat}")
    text = text.replace("Je préfère rester ici.", f"Je préfère rester ici. {LONG[:400]}")
    path = tmp_path / "difficile.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def assert_holds(player: Player, size: tuple[int, int]) -> None:
    assert faults(player.app, size) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", PERCENTS)
def test_everything_has_its_place(size: tuple[int, int], percent: int, hard_to_set: Path) -> None:
    _play_through(Player(hard_to_set, size, percent=percent), size)


@pytest.mark.parametrize(
    ("face", "spacing", "code", "size", "percent"),
    [
        ("dyslexic", "wider", "fr", (640, 360), 300),
        ("dyslexic", "normal", ARABIC_LIKE, (1280, 720), 100),
        ("dyslexic", "wide", LONGER, (3840, 2160), 200),
        ("noto", "wide", ARABIC_LIKE, (640, 360), 200),
        ("noto", "normal", LONGER, (1920, 1080), 250),
        ("atkinson", "wider", ARABIC_LIKE, (3840, 2160), 300),
    ],
)
def test_it_has_it_in_every_face_spacing_and_direction(
    face: Face, spacing: Spacing, code: str, size: tuple[int, int], percent: int, hard_to_set: Path
) -> None:
    """Pairs, not the full product: every face and spacing in some direction, in the smallest and largest windows."""
    language.use(code)
    settings = Settings(language=code, face=face, spacing=spacing, text_percent=percent)
    _play_through(Player(hard_to_set, size, settings=settings), size)


def _play_through(player: Player, size: tuple[int, int]) -> None:
    assert_holds(player, size)
    player.begin()
    player.key("space", "space")
    assert_holds(player, size)
    player.read()
    assert_holds(player, size)
    for label in (ARABIC, WORD):
        player.click(label)
    assert_holds(player, size)
    player.choose("choice rester")
    assert_holds(player, size)
    player.choose("verdict trap")
    assert_holds(player, size)
    player.choose("sure 2", "choice demain")
    assert_holds(player, size)
    player.key("escape")
    assert_holds(player, size)
    player.key("escape")
    player.choose("summary")
    assert_holds(player, size)
    player.choose("choice capture")
    assert_holds(player, size)
    player.choose("choice parler")
    assert_holds(player, size)
    player.choose("debrief")
    assert_holds(player, size)
    for _ in range(4):
        player.key("ctrl+page down")
        assert_holds(player, size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_the_focus_is_in_view_wherever_tab_leads(size: tuple[int, int], percent: int) -> None:
    player = Player(size=size, percent=percent)
    for keys in (
        (),
        ("choice rester",),
        ("verdict trap", "sure 1", "choice ici"),
        ("go on", "choice parler", "debrief"),
    ):
        if isinstance(player.app.screen, type(player.app.screen)) and not keys:
            player.begin()
        player.choose(*keys) if keys else player.read()
        for name in ["tab"] * 14 + ["shift+tab"] * 6:
            player.key(name)
            assert focus_faults(player.app, size) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", PERCENTS)
def test_the_last_message_and_the_question_are_both_met(size: tuple[int, int], percent: int) -> None:
    player = Player(size=size, percent=percent)
    player.begin()
    player.key("tab", "shift+tab")
    player.read()
    view = player.scroll("talk").rect
    last = next(one for one in walk(player.app.tree) if one.label.startswith("T’as quel âge"))
    assert view.y <= last.rect.y < view.bottom, "who reads on begins with the last message"
    player.key("tab")
    assert focus_faults(player.app, size) == []
    assert player.focus == "Je préfère rester ici."


def test_arabic_stands_at_the_right_of_its_bubble(hard_to_set: Path) -> None:
    player = Player(hard_to_set)
    player.begin()
    player.read()
    block = next(one for one in walk(player.app.tree) if isinstance(one, TextBlock) and one.label == ARABIC)
    assert block.laid(block.look, block.rect.w).backwards


def test_a_message_higher_than_the_window_is_shown_from_its_beginning(hard_to_set: Path) -> None:
    player = Player(hard_to_set, (640, 480))
    player.begin()
    player.key("space", "space")
    player.wait(0.9)
    view: Rect = player.scroll("talk").rect
    bubble = player.named(LONG.strip()[:2000]).rect
    assert bubble.h > view.h
    assert view.y <= bubble.y < view.y + 40
