"""The widgets: they take the room that their words need, say what they are, and can be reached by hand and by key."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
from pygame import Rect, Surface

from game.desktop.layout import Beside, Column, Columns, Row, Spacer
from game.desktop.text import Run
from game.desktop.tokens import TEXT_PERCENTS, Look, metrics, theme
from game.desktop.widget_button import Button, Checkbox
from game.desktop.widget_dialog import Dialog
from game.desktop.widget_hands import Hands
from game.desktop.widget_panel import Bubble, Notice, Panel
from game.desktop.widget_scroll import Dock, Scroll
from game.desktop.widget_text import Avatar, Heading, Picture, TextBlock
from game.desktop.widgets import Key, Widget, find, focusables, keyed, nodes, path_at, walk

LONG = "Tu peux en parler à quelqu’un, même si cela te semble impossible ce soir. " * 12


@pytest.fixture(autouse=True)
def _fonts() -> Iterator[None]:
    pygame.display.init()
    pygame.font.init()
    yield
    pygame.display.quit()


def look(width: int = 1280, height: int = 720, percent: int = 100) -> Look:
    return Look(theme("light"), metrics(width, height, percent))


def placed(widget: Widget, seen: Look, width: int | None = None, height: int | None = None) -> Widget:
    wide = width or seen.metrics.width
    high = widget.measure(seen, wide)
    widget.place(Rect(0, 0, wide, height or high))
    return widget


def test_a_column_is_as_high_as_what_is_in_it() -> None:
    seen = look()
    words = [TextBlock("Un"), TextBlock(LONG), TextBlock("Trois")]
    column = placed(Column(words, gap="m", pad="l"), seen, 500)
    for above, below in pairwise(words):
        assert below.rect.top - above.rect.bottom == seen.metrics.m
    assert column.rect.bottom - words[-1].rect.bottom == seen.metrics.l


def test_left_over_height_goes_to_the_children_that_grow() -> None:
    first, last = TextBlock("Un"), TextBlock("Deux")
    placed(Column((first, Spacer(grow=1), last), gap=""), look(), 400, 600)
    assert first.rect.top == 0
    assert last.rect.bottom == 600


def test_a_column_with_a_limit_stays_in_the_middle_and_readable() -> None:
    seen = look(1920, 1080)
    block = TextBlock(LONG)
    placed(Column((block,), limit="reading"), seen)
    assert block.rect.w == seen.metrics.reading
    assert abs(block.rect.centerx - 960) <= 1


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_a_line_of_the_reading_column_holds_about_seventy_characters(percent: int) -> None:
    seen = look(3840, 2160, percent)
    block = TextBlock(LONG)
    lines = block.laid(seen, seen.metrics.reading).height / (seen.metrics.body * seen.metrics.line)
    assert 55 <= len(LONG) / lines <= 75


def test_a_row_goes_on_below_where_it_is_too_narrow() -> None:
    buttons = [Button(f"Un bouton {n}", None) for n in range(4)]
    placed(Row(buttons), look(), 1200)
    assert len({button.rect.y for button in buttons}) == 1
    placed(Row(buttons), look(), 300)
    assert len({button.rect.y for button in buttons}) == 2
    assert all(button.rect.right <= 300 for button in buttons)


def test_a_growing_child_takes_the_rest_of_its_line() -> None:
    grower, button = Button("Une bande", None), Button("Suite", None)
    grower.grow = 1
    placed(Row((grower, button), align="stretch"), look(), 900)
    assert button.rect.right == 900
    assert grower.rect.x == 0


def test_columns_stand_under_each_other_when_one_would_be_too_narrow() -> None:
    left, right = Panel(TextBlock("Un")), Panel(TextBlock(LONG))
    placed(Columns((left, right), least=16), look(), 1000)
    assert left.rect.y == right.rect.y
    assert left.rect.h == right.rect.h
    placed(Columns((left, right), least=16), look(), 400)
    assert right.rect.top > left.rect.bottom


def test_every_control_is_at_least_44_pixels_large() -> None:
    for control in (Button("A", None, tight=True), Button("A", None, "bare"), Checkbox("A", False, lambda: None)):
        wide = control.natural(look(), 1000)
        placed(control, look(), wide)
        assert control.rect.h >= 44
        assert control.rect.w >= 44


@pytest.mark.parametrize("size", [(640, 480), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_words_are_never_higher_than_the_room_they_were_given(size: tuple[int, int], percent: int) -> None:
    seen = look(*size, percent)
    tree = Column(
        (
            Heading("Et dans ton cas, qu’est-ce qui t’arrive ?", level=1),
            Button(LONG[:120], None, "reply", letter="A"),
            Button(LONG[:90], None, "action", icon="action", letter="B", detail="Une précision"),
            Checkbox(LONG[:100], True, lambda: None),
            Bubble("Inès", (Run(LONG[:200]),), avatar="drum", notes=("Un signe",), on_press=lambda: None),
            Bubble("Sacha", (Run("Ok"),), mine=True),
            Notice("mardi, 16 h 02"),
            Beside(Picture("icons/info"), TextBlock(LONG)),
        ),
        pad="m",
    )
    placed(tree, seen)
    for widget in walk(tree):
        if isinstance(widget, TextBlock):
            laid = widget.laid(seen, widget.rect.w)
            assert laid.width <= widget.rect.w, widget.label
            assert laid.height <= widget.rect.h, widget.label
        assert tree.rect.contains(widget.rect), widget.label
    for above, below in pairwise(tree.children):
        assert above.rect.bottom <= below.rect.top


def test_the_tree_says_role_label_and_state_of_everything() -> None:
    tree = Column(
        (
            Heading("Titre", level=1),
            TextBlock("Des mots"),
            Button("Suite", None, letter="B", enabled=False),
            Checkbox("Son", True, lambda: None),
            Bubble("Inès", (Run("Salut"),), on_press=lambda: None, marked=True),
        ),
        role="log",
        label="Conversation",
    )
    placed(tree, look())
    said = [(node.role, node.label, node.state) for node in nodes(tree)]
    assert said == [
        ("log", "Conversation", ()),
        ("heading", "Titre", ("level 1",)),
        ("label", "Des mots", ()),
        ("button", "Suite", ("disabled", "key B")),
        ("checkbox", "Son", ("checked",)),
        ("listitem", "Inès: Salut", ()),
        ("button", "Salut", ("checked",)),
    ]
    assert find(tree, "button", "Suite").label == "Suite"
    with pytest.raises(LookupError, match="no button 'Autre'; there are: 'Suite', 'Salut'"):
        find(tree, "button", "Autre")
    with pytest.raises(LookupError, match="no 'autre'"):
        keyed(tree, "autre")
    assert [widget.label for widget in focusables(tree)] == ["Son", "Salut"]


def test_a_scroll_shows_the_widget_that_is_asked_for() -> None:
    buttons = [Button(f"Bouton {n}", None) for n in range(40)]
    scroll = Scroll(Column(buttons))
    placed(scroll, look(), 400, 300)
    scroll.reveal(buttons[30].rect)
    assert scroll.rect.contains(buttons[30].rect)
    scroll.reveal(buttons[2].rect)
    assert scroll.rect.contains(buttons[2].rect)


def test_a_scroll_stops_at_its_ends() -> None:
    scroll = Scroll(TextBlock(LONG))
    placed(scroll, look(), 300, 200)
    assert not scroll.on_key(Key("page up"))
    assert scroll.on_key(Key("end"))
    assert scroll.offset == scroll.reach > 0
    assert not scroll.on_key(Key("page down"))
    assert scroll.on_key(Key("home"))
    assert scroll.offset == 0


def test_a_scroll_that_sticks_to_its_end_shows_what_is_added_unless_the_reader_went_back() -> None:
    def conversation(count: int) -> Column:
        return Column([TextBlock(f"Message {n}") for n in range(count)])

    scroll = Scroll(conversation(30), stick_to_end=True)
    placed(scroll, look(), 300, 200)
    assert scroll.offset == scroll.reach
    scroll.children = (conversation(31),)
    placed(scroll, look(), 300, 200)
    assert scroll.offset == scroll.reach
    scroll.scroll_to(10)
    scroll.children = (conversation(32),)
    placed(scroll, look(), 300, 200)
    assert scroll.offset == 10


def test_a_glide_ends_where_it_aims() -> None:
    scroll = Scroll(TextBlock(LONG))
    placed(scroll, look(), 300, 200)
    scroll.glide_to(scroll.reach)
    seen = []
    while scroll.advance(1 / 60):
        seen.append(scroll.offset)
    assert seen == sorted(seen)
    assert 3 < len(seen) < 60
    assert scroll.offset == scroll.reach
    assert not scroll.advance(1 / 60)


def test_a_foot_higher_than_its_share_scrolls_and_leaves_room_above() -> None:
    choices = Column([Button(LONG[:80], None, "reply", letter=mark) for mark in "ABCD"])
    dock = Dock(Scroll(TextBlock(LONG)), choices)
    seen = look(640, 480, 300)
    placed(dock, seen, 640, 408)
    main, foot = dock.children
    assert main.rect.h >= 408 * 0.4
    assert main.rect.bottom == foot.rect.top
    assert foot.rect.bottom == 408
    assert isinstance(foot, Scroll)
    assert foot.reach > 0


def test_a_foot_that_leaves_hardly_a_line_above_it_comes_after_what_it_stood_under() -> None:
    inside, choices = TextBlock(LONG), Column([Button(LONG[:80], None, "reply", letter=mark) for mark in "ABCD"])
    dock = Dock(Scroll(inside, key="page"), choices)
    placed(dock, look(640, 360, 300), 640, 260)
    (whole,) = dock.children
    assert isinstance(whole, Scroll)
    assert (whole.key, whole.rect.h) == ("page", 260)
    whole.scroll_to(whole.reach)
    assert whole.rect.y < choices.children[-1].rect.bottom <= whole.rect.bottom
    assert inside.rect.bottom <= choices.rect.top


def test_where_a_page_was_read_it_is_read_on_when_its_foot_joins_it() -> None:
    main = Scroll(TextBlock(LONG * 3), key="page")
    main.restore(120, was_at_end=False)
    dock = Dock(main, Column([Button(LONG[:80], None) for _ in range(4)]))
    placed(dock, look(640, 360, 300), 640, 260)
    (whole,) = dock.children
    assert isinstance(whole, Scroll)
    assert whole.offset == 120


def hands_on(tree: Widget) -> Hands:
    hands = Hands()
    hands.take(tree, (tree,))
    return hands


def test_tab_goes_round_in_reading_order_and_keeps_the_focus_in_view() -> None:
    buttons = [Button(f"Bouton {n}", None) for n in range(20)]
    buttons[1].enabled = False
    scroll = placed(Scroll(Column(buttons)), look(), 400, 300)
    hands = hands_on(scroll)
    hands.tab(1)
    assert hands.focus is buttons[0]
    assert buttons[0].ringed
    hands.tab(1)
    assert hands.focus is buttons[2]
    hands.tab(-1)
    hands.tab(-1)
    assert hands.focus is buttons[19]
    assert scroll.rect.contains(buttons[19].rect)
    assert not buttons[0].focused


def test_down_reads_on_through_long_text_before_it_jumps_to_a_far_button() -> None:
    button = Button("Suite", None)
    scroll = Scroll(Column((TextBlock(LONG * 3), button)))
    placed(scroll, look(), 400, 300)
    hands = hands_on(scroll)
    offsets = []
    while hands.focus is None:
        assert hands.arrow("down")
        offsets.append(scroll.offset)
    assert len(offsets) > 5
    assert max(b - a for a, b in pairwise(offsets)) <= scroll.step()
    assert hands.focus is button


def test_the_focus_stays_on_the_widget_of_the_same_name_when_the_tree_is_made_anew() -> None:
    def tree() -> Widget:
        return placed(Column((Button("Un", None), Button("Deux", None), Button("Trois", None))), look())

    hands = hands_on(tree())
    hands.tab(1)
    hands.tab(1)
    again = tree()
    hands.take(again, (again,))
    assert hands.focus is again.children[1]
    assert again.children[1].ringed


def test_when_the_focused_widget_is_gone_tab_goes_on_from_its_place() -> None:
    first = placed(Column([Button(label, None) for label in ("Un", "Deux", "Trois")]), look())
    hands = hands_on(first)
    hands.tab(1)
    hands.tab(1)
    left = placed(Column([Button(label, None) for label in ("Un", "Trois")]), look())
    hands.take(left, (left,))
    assert hands.focus is None
    hands.tab(1)
    assert hands.focus is left.children[1]


def test_a_press_counts_where_it_ends_on_what_it_began_on() -> None:
    one, two = Button("Un", lambda: None), Button("Deux", lambda: None)
    tree = placed(Column((one, two)), look(), 400)
    hands = hands_on(tree)
    hands.down(*one.rect.center)
    assert one.held
    assert hands.up(*one.rect.center) is one
    hands.down(*one.rect.center)
    assert hands.up(*two.rect.center) is None
    assert not one.ringed


def test_words_inside_a_pressable_panel_press_the_panel() -> None:
    words = TextBlock("Un message")
    panel = Panel(words, on_press=lambda: None, label="Un message")
    tree = placed(Column((panel,)), look(), 400)
    assert path_at(tree, *words.rect.center)[-1] is words
    hands = hands_on(tree)
    hands.down(*words.rect.center)
    assert hands.up(*words.rect.center) is panel


def test_a_drag_scrolls_and_presses_nothing() -> None:
    buttons = [Button(f"Bouton {n}", lambda: None) for n in range(40)]
    scroll = Scroll(Column(buttons))
    placed(scroll, look(), 400, 300)
    hands = hands_on(scroll)
    hands.down(100, 200)
    hands.moved(100, 80)
    assert scroll.offset == 120
    assert hands.up(100, 80) is None


def test_the_bar_can_be_dragged_to_the_end() -> None:
    scroll = Scroll(TextBlock(LONG * 4))
    placed(scroll, look(), 400, 300)
    thumb = scroll.thumb()
    assert thumb is not None
    hands = hands_on(scroll)
    hands.down(*thumb.center)
    hands.moved(thumb.centerx, 299 + thumb.h)
    assert scroll.offset == scroll.reach


def test_what_is_scrolled_out_of_view_cannot_be_hit() -> None:
    buttons = [Button(f"Bouton {n}", lambda: None) for n in range(40)]
    foot = Button("Pied", lambda: None)
    dock = Dock(Scroll(Column(buttons)), foot)
    placed(dock, look(), 400, 300)
    assert foot in path_at(dock, *foot.rect.center)


def test_the_wheel_scrolls_what_is_under_the_pointer() -> None:
    left, right = Scroll(TextBlock(LONG), key="left"), Scroll(TextBlock(LONG), key="right")
    tree = Columns((left, right), least=1)
    placed(tree, look(), 600)
    for scroll in (left, right):
        scroll.place(Rect(scroll.rect.x, 0, scroll.rect.w, 150))
    hands = hands_on(tree)
    assert hands.wheel(right.rect.centerx, 50, -1)
    assert (left.offset, right.offset > 0) == (0, True)


def test_a_dialog_keeps_to_its_room_and_scrolls_what_is_too_much() -> None:
    close = Button("Fermer", None)
    dialog = Dialog("Une question", Column((TextBlock(LONG * 2), close)))
    seen = look(640, 480, 300)
    dialog.measure(seen, 640)
    dialog.place(Rect(0, 72, 640, 408))
    panel = dialog.children[0]
    assert dialog.rect.contains(panel.rect)
    hands = hands_on(dialog)
    hands.tab(1)
    assert panel.rect.contains(close.rect)


@pytest.mark.parametrize("percent", TEXT_PERCENTS[::4])
def test_everything_can_be_drawn(percent: int) -> None:
    surface = Surface((640, 480))
    tree = Scroll(
        Column(
            (
                Picture("icons/help", tint="ink"),
                Picture("no-such-picture"),
                Avatar("", "Inès"),
                Avatar("drum", "Inès"),
                Panel(TextBlock("Un"), bar="primary", shadow=True),
                Button("Un", None, "primary", current=True),
                Button("Deux", None, enabled=False),
                Checkbox("Trois", True, lambda: None),
            )
        )
    )
    seen = look(640, 480, percent)
    placed(tree, seen, 640, 480)
    before = surface.copy()
    tree.draw(surface)
    assert surface.get_clip() == Rect(0, 0, 640, 480)
    assert pygame.image.tobytes(surface, "RGB") != pygame.image.tobytes(before, "RGB")


def test_the_focus_ring_shows_only_after_the_keyboard() -> None:
    button = Button("Un", lambda: None)
    tree = Column((button,), pad="xl")
    placed(tree, look(), 400)
    hands = hands_on(tree)
    ring = look().theme.focus

    def shows() -> bool:
        surface = Surface((400, tree.rect.h))
        surface.fill(look().theme.ground)
        tree.draw(surface)
        return surface.get_at((button.rect.centerx, button.rect.y - look().metrics.ring))[:3] == ring

    hands.down(*button.rect.center)
    hands.up(*button.rect.center)
    assert button.focused
    assert not shows()
    hands.tab(1)
    assert shows()
