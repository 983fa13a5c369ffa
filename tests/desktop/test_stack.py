"""The screens that lie on one another: what is on top, what is kept of each, and what a class sees in their place."""

from __future__ import annotations

import pytest

from game.desktop.screens import Screen
from game.desktop.stack import Shown, Stack
from game.desktop.widget_dialog import Dialog
from game.desktop.widget_text import TextBlock


class Chat(Screen):
    """A play at the desk, which has another screen for a class."""

    def __init__(self) -> None:
        self.other_stage = Wall


class Wall(Screen):
    """The same play for a class."""

    for_class = True

    def __init__(self) -> None:
        self.other_stage = Chat


def test_what_comes_onto_it_on_the_wall_is_what_a_class_is_to_see() -> None:
    stack = Stack(Screen())
    stack.push(Chat())
    assert isinstance(stack.top.screen, Chat)
    stack.project(True)
    assert isinstance(stack.top.screen, Wall)
    stack.push(Chat())
    assert isinstance(stack.top.screen, Wall)
    stack.swap(Wall())
    assert isinstance(stack.top.screen, Wall)
    stack.project(False)
    assert isinstance(stack.top.screen, Chat)
    assert len(stack) == 3


def test_a_screen_that_shows_the_same_to_everybody_stays_with_what_was_kept_of_it() -> None:
    first = Screen()
    stack = Stack(first)
    stack.top.focus = "door play"
    stack.project(True)
    assert stack.top.screen is first
    assert stack.top.focus == "door play"


def test_what_is_taken_away_is_told_so_that_it_can_forget() -> None:
    first, second, third = Screen(), Screen(), Screen()
    stack = Stack(first)
    stack.push(second)
    stack.push(third)
    assert stack.cut() == (second, third)
    assert stack.top.screen is first
    assert stack.clear() == (first,)
    assert not stack
    with pytest.raises(IndexError):
        _ = stack.top


def test_after_a_dialog_the_focus_goes_back_to_where_it_was_before_the_first_one() -> None:
    shown = Shown(Screen())
    dialog = Dialog("Stop here?", TextBlock("…"))
    assert shown.ask(dialog, "choice tell") == ""
    assert shown.ask(dialog, "stay") == ""
    assert shown.ask(None, "stay") == "choice tell"
    assert shown.dialog is None
