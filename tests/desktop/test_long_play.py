"""A conversation of hundreds of messages is as quick, as still and as exact as a short one.

That many are not measured at once: how high those far from the view are is guessed until they come near.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pygame
import pytest
from pygame import Rect, Surface

from game.desktop.pace import Pace
from game.desktop.tokens import Look
from game.desktop.widget_panel import Bubble
from game.desktop.widget_scroll import scrolls
from game.desktop.widget_talk import Talk
from game.desktop.widget_text import TextBlock
from game.desktop.widgets import Widget, path_at, walk
from tests.desktop.layout_faults import focus_faults
from tests.desktop.playing import SAID, STORY, Player, window

COUNT = 600
WORDS = "Tu viens répéter demain ? J’ai trouvé une idée pour le refrain, et Yanis apporte son ampli."


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story with so many more messages, of one word to thirty, in its first scene."""
    chance = random.Random(5)
    words = WORDS.split()
    lines = (
        f"      {('alex', 'yanis', 'me')[at % 3]}: {at}. {' '.join(chance.choices(words, k=chance.randint(1, 30)))}\n"
        for at in range(COUNT)
    )
    said = "      ~ mardi, 16 h 02\n"
    path = tmp_path_factory.mktemp("longue") / "longue.yaml"
    path.write_text(STORY.read_text(encoding="utf-8").replace(said, said + "".join(lines)), encoding="utf-8")
    return path


def reading(story: Path, **how: object) -> Player:
    """Somebody who has read all of it, and sees its end."""
    player = Player(story, **how)  # type: ignore[arg-type]
    player.begin()
    # All of it at once would be read from its first message on: the last ones come one by one.
    player.play.pace = Pace(len(player.play.log) - 4)
    player.app.refresh()
    player.read()
    return player


def view_of(player: Player) -> Rect:
    """Where the conversation is seen."""
    return next(one for one in scrolls(player.app.tree) if one.key == "talk").rect


def talk_of(player: Player) -> Talk:
    """The conversation, without asking for every message in it."""
    scroll = next(one for one in scrolls(player.app.tree) if one.key == "talk")
    talk = scroll.children[0].children[0]
    assert isinstance(talk, Talk)
    return talk


def in_view(player: Player) -> dict[str, Rect]:
    """The messages that are seen, and where, without asking for any other."""
    view, talk = view_of(player), talk_of(player)
    return {part.label: Rect(part.rect) for y in range(view.y, view.bottom, 8) for part in talk.under(view.centerx, y)}


def turn(player: Player, notches: int) -> None:
    player.app.wheel(*view_of(player).center, notches)
    player.see(0)


@pytest.mark.parametrize("percent", [100, 200])
def test_what_is_in_view_moves_as_far_as_the_wheel_and_no_further(story: Path, percent: int) -> None:
    player = reading(story, percent=percent)
    player.app.larger_text(1)
    player.wait()
    for notches in (1, 1, 2, 1, -1, 1, 1, 1, 1, 1, -2, 1, 1, 1, 1, 1):
        before = in_view(player)
        step = next(one for one in scrolls(player.app.tree) if one.key == "talk").step()
        turn(player, notches)
        after = in_view(player)
        both = before.keys() & after.keys()
        assert both
        assert {after[label].y - before[label].y for label in both} == {notches * step}


def test_every_message_has_its_place_once_the_tree_is_asked(story: Path) -> None:
    player = reading(story)
    player.app.larger_text(2)
    turn(player, 40)
    messages = talk_of(player).children
    assert len(messages) > COUNT
    for above, below in pairwise(messages):
        assert above.rect.bottom < below.rect.y
    # Each is as high as it is when measured by itself.
    assert [one.rect.h for one in messages] == [one.measure(one.look, one.rect.w) for one in messages]


def test_the_pointer_meets_the_message_that_is_seen_there(story: Path) -> None:
    player = reading(story)
    for notches in (7, 30, 200, -11):
        turn(player, notches)
        for label, rect in in_view(player).items():
            middle = rect.clip(view_of(player)).center
            assert label in [one.label for one in path_at(player.app.tree, *middle)]


def test_home_and_end_lead_to_the_first_and_the_last_message(story: Path) -> None:
    player = reading(story)
    player.app.larger_text(2)
    for _ in range(2):
        player.key("home")
        assert next(iter(in_view(player))) == "mardi, 16 h 02"
        player.key("end")
        assert any(label.endswith(SAID) for label in in_view(player))


def test_dragging_the_bar_to_its_end_shows_the_last_message(story: Path) -> None:
    player = reading(story)
    player.app.larger_text(2)
    player.key("home")
    thumb = next(one for one in scrolls(player.app.tree) if one.key == "talk").thumb()
    assert thumb is not None
    player.app.press(*thumb.center)
    for y in range(thumb.centery, view_of(player).bottom + 200, 7):
        player.app.move(thumb.centerx, y)
        player.see(0)
    player.app.release(thumb.centerx, y)
    assert any(label.endswith(SAID) for label in in_view(player))


def test_tab_goes_up_the_conversation_message_by_message_each_in_view(story: Path) -> None:
    player = reading(story)
    player.app.larger_text(2)
    player.key("tab", "shift+tab")
    met = []
    for _ in range(80):
        player.key("shift+tab")
        assert focus_faults(player.app, (1280, 720)) == []
        met.append(player.focus)
    numbers = [int(label.partition(".")[0]) for label in met if label[0].isdigit()]
    assert len(numbers) > 70
    assert numbers == sorted(numbers, reverse=True)
    assert len(set(numbers)) == len(numbers)


def test_a_message_that_arrives_is_measured_alone(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    player = reading(story)
    player.play.pace = Pace(len(player.play.log) - 4)
    player.app.refresh()
    player.wait()
    measured: list[str] = []
    measure = Bubble.measure

    def counted(self: Bubble, look: Look, width: int) -> int:
        measured.append(self.label)
        return measure(self, look, width)

    monkeypatch.setattr(Bubble, "measure", counted)
    player.key("space")
    assert 1 <= len(measured) <= 3, measured


def test_a_message_stays_the_same_widget_while_others_come_and_are_marked(story: Path) -> None:
    player = reading(story)
    before = talk_of(player).children
    turn(player, 3)
    player.app.larger_text(1)
    marked = player.keyed("message 30")
    marked.press()
    player.see()
    after = talk_of(player).children
    changed = [at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one is not other]
    assert len(changed) == 1
    assert player.keyed("message 30").checked


def test_set_text_is_kept_only_near_the_view(story: Path) -> None:
    player = reading(story)
    most = 0
    for _ in range(150):
        turn(player, 3)
        kept = sum(bool(one._laid) for part in talk_of(player)._parts for one in texts(part))
        most = max(most, kept)
    assert most < 150


def texts(part: Widget) -> list[TextBlock]:
    return [one for one in walk(part) if isinstance(one, TextBlock)]


@pytest.mark.parametrize("notches", [0, 5, 90])
@pytest.mark.parametrize("percent", [100, 200])
def test_another_size_keeps_the_place(story: Path, notches: int, percent: int) -> None:
    player = reading(story, percent=percent)
    if notches:
        turn(player, notches)
    first = next(iter(in_view(player)))
    for size, steps in (((1920, 1080), 0), ((640, 480), 0), ((1280, 720), 2), ((1280, 720), -2)):
        player.resize(*size)
        player.app.larger_text(steps)
        player.wait()
        if notches:
            assert first in list(in_view(player))[:2]
        else:
            assert any(label.endswith(SAID) for label in in_view(player))


def test_who_reads_on_from_messages_that_came_at_once_keeps_the_place(story: Path) -> None:
    player = Player(story)
    player.begin()
    player.play.pace = Pace(len(player.play.log))
    player.app.refresh()
    player.wait()
    assert next(iter(in_view(player))) == "mardi, 16 h 02", "they are read from the first one on"
    turn(player, -40)
    first = next(iter(in_view(player)))
    player.app.larger_text(2)
    player.wait()
    assert first in list(in_view(player))[:2]


def test_other_colours_reach_every_message(story: Path) -> None:
    player = reading(story)
    turn(player, 60)
    player.key("f6")
    turn(player, 25)
    fresh = Surface(player.surface.get_size())
    player.app.draw(fresh)
    assert same(player.surface, fresh)
    assert all(one.look.theme.name == "dark" for one in talk_of(player).children)


def same(one: Surface, other: Surface) -> bool:
    return pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(other, "RGB")


def nothing(player: Player) -> None: ...


def to_the_debrief(player: Player) -> None:
    player.choose("choice rester", "verdict trap", "sure 3", "choice demain", "go on", "choice parler", "debrief")
    player.key("ctrl+page down")


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("lead_to", [nothing, to_the_debrief, lambda player: player.key("f1")])
def test_a_page_that_was_scrolled_looks_as_if_it_were_drawn_anew(
    story: Path, percent: int, lead_to: Callable[[Player], None]
) -> None:
    player = reading(story, percent=percent)
    lead_to(player)
    player.key("shift+tab")
    player.wait()
    chance = random.Random(3)
    for _ in range(40):
        x, y = chance.randrange(1280), chance.randrange(100, 720)
        for _ in range(chance.randint(1, 4)):
            player.app.wheel(x, y, chance.choice((-3, -1, -0.5, 0.25, 1, 2)))
        player.see(0)
        seen = player.surface.copy()
        player.app.dirty = True
        player.app.draw(player.surface)
        assert same(seen, player.surface)
