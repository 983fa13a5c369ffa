"""The wall: its smallest text, and where things stand on it, at every size, in every theme and both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from game.desktop import text
from game.desktop.screens.class_play import ClassPlay
from game.desktop.tokens import PROJECTED_PART, TEXT_PERCENTS, metrics, theme
from game.keeping.settings import Settings
from game.pseudo import ARABIC_LIKE
from game.telling import language
from tests.contrast import contrast
from tests.desktop.class_hour import PLACES, Teacher
from tests.desktop.layout_faults import faults, focus_faults
from tests.desktop.playing import STORY, Player, window

SIZES = [(1280, 720), (1920, 1080), (1024, 768), (3840, 2160)]
ODD = [(800, 600), (2560, 1080), (480, 900)]


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The size of every text that is set, in pixels to the em: of blocks, of buttons, of letters in discs."""
    found: list[int] = []
    set_it = text.layout

    def noted(runs: tuple[text.Run, ...], size: int, *rest: object, **named: object) -> text.Laid:
        found.append(size)
        return set_it(runs, size, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(text, "layout", noted)
    return found


def hour(teacher: Teacher, at: Callable[[], object]) -> None:
    """A whole hour, with a look at everything that is on the wall in it."""
    for _ in range(200):
        at()
        if not isinstance(teacher.app.screen, ClassPlay):
            break
        match teacher.step:
            case "announced":
                teacher.press("a")
            case "offer":
                teacher.press("a")
                at()
                teacher.press("enter")
            case "think":
                teacher.press("c")
                at()
                teacher.press("escape", "enter")
                teacher.key("1", "2", "enter", "2", "enter", "1", "2")
                at()
                while teacher.step == "count":
                    teacher.key("enter")
                at()
                teacher.press("escape")
                teacher.key("tab", "tab", "9", "9")
                while teacher.step == "count":
                    teacher.key("enter")
                teacher.press("enter")
            case _:
                teacher.press("enter")
    for _ in range(40):
        teacher.press("page down")
        at()


@pytest.mark.parametrize("size", SIZES)
def test_the_smallest_text_is_a_thirtieth_of_the_height(size: tuple[int, int], sizes: list[int]) -> None:
    teacher = Teacher(size=size)
    sizes.clear()
    hour(teacher, lambda: None)
    assert sizes
    assert min(sizes) >= size[1] / PROJECTED_PART


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
@pytest.mark.parametrize("door", ["door help", "door play", "prepare", "help"])
def test_so_it_is_on_every_other_screen(size: tuple[int, int], door: str, sizes: list[int]) -> None:
    player = Player(STORY if door == "prepare" else None, size)
    if door == "prepare":
        # On the wall nothing leads there: it gives the stops away.
        player.click_at(player.keyed(door))
        sizes.clear()
    player.key("f8")
    if door == "help":
        sizes.clear()
        player.key("f1")
    elif door != "prepare":
        sizes.clear()
        player.click_at(player.keyed(door))
    player.see()
    assert min(sizes) >= size[1] / PROJECTED_PART
    assert faults(player.app, size) == []


def test_larger_text_still_enlarges_the_wall() -> None:
    teacher = Teacher()
    before = teacher.app.look.metrics
    for _ in range(2):
        teacher.app.key("+", ctrl=True)
    after = teacher.app.look.metrics
    assert abs(after.body - before.body * 1.5) <= 1
    assert after.projected


@pytest.mark.parametrize("size", [*SIZES, *ODD[:2], (1366, 768), (1280, 1024), (1000, 777)])
def test_every_size_of_type_holds_the_rule(size: tuple[int, int]) -> None:
    for percent in TEXT_PERCENTS:
        sized = metrics(*size, percent, projected=True)
        types = (sized.small, sized.body, sized.lead, sized.h3, sized.h2, sized.h1)
        assert min(types) >= size[1] / PROJECTED_PART
        assert sized.target >= 44


def test_the_wall_reads_where_daylight_washes_it_out() -> None:
    colours = theme("projector")
    for name in ("ink", "ink_soft", "primary", "good", "note", "link", "mark", "on_theirs"):
        assert contrast(colours.colour(name), colours.ground) >= 10
    for name in ("edge", "bubble_edge", "primary_edge"):
        assert contrast(colours.colour(name), colours.ground) >= 7


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (1920, 1080)])
def test_everything_has_its_place_all_the_hour(size: tuple[int, int], percent: int, code: str) -> None:
    language.use(code)
    teacher = Teacher(size=size, percent=percent)

    def look() -> None:
        teacher.app.draw(teacher.surface)
        assert faults(teacher.app, size) == [], teacher.app.screen
        assert focus_faults(teacher.app, size) == [], teacher.app.screen

    hour(teacher, look)


def test_from_right_to_left_everything_has_its_place_too() -> None:
    before = Settings(language=ARABIC_LIKE)
    language.use(ARABIC_LIKE)
    teacher = Teacher(settings=before)
    assert teacher.app.look.mirrored

    def look() -> None:
        teacher.app.draw(teacher.surface)
        assert faults(teacher.app, (1280, 720)) == [], teacher.app.screen

    hour(teacher, look)


@pytest.mark.parametrize(("size", "percent"), [*((size, 100) for size in ODD), ((800, 600), 300), ((2560, 1080), 300)])
@pytest.mark.parametrize("place", PLACES)
def test_odd_windows_and_the_largest_text_hold_too(size: tuple[int, int], percent: int, place: str) -> None:
    teacher = PLACES[place](size=size, percent=percent)
    assert faults(teacher.app, size) == []
    if teacher.step == "think":
        teacher.press("enter")
        teacher.key("9", "enter", "3")
        assert faults(teacher.app, size) == []
        assert focus_faults(teacher.app, size) == []


@pytest.mark.parametrize("colours", [0, 1, 2, 3])
def test_every_theme_can_be_on_the_wall(colours: int) -> None:
    teacher = PLACES["think"]()
    teacher.key(*["f6"] * colours)
    assert teacher.app.look.theme.name == ("projector", "light", "dark", "contrast")[colours]
    assert teacher.surface.get_at((5, 120))[:3] == teacher.app.look.theme.ground


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_four_choices_and_the_last_message_are_in_view_together(size: tuple[int, int]) -> None:
    teacher = PLACES["under pressure"](size=size)
    for key in ("choice capture", "choice bloquer", "choice parler", "choice payer"):
        button = teacher.keyed(key)
        assert teacher.view_of(button).contains(button.rect)
    talk = teacher.scroll("talk")
    last = next(one for one in reversed(talk.children[0].children[0].children))
    assert talk.rect.contains(last.rect)
