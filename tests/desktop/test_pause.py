"""Pause: the conversation is hidden at once, nothing arrives meanwhile, and it goes on where it was."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest
from pygame.event import Event
from pygame.image import tobytes

from game.desktop.screens.pause import Pause
from game.desktop.window import tell
from tests.desktop.playing import SAID, Player, at_announcement, at_first_question, under_pressure, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def pause(player: Player, how: str) -> None:
    if how == "key":
        player.key("p")
    elif how == "button":
        player.click("Pause")
    else:
        tell(player.app, Event(pygame.WINDOWMINIMIZED), set())
        player.see()


@pytest.mark.parametrize("how", ["key", "button", "minimised"])
def test_nothing_of_the_conversation_is_left_to_be_seen(how: str) -> None:
    player = under_pressure()
    story = set(player.labels)
    pause(player, how)
    assert isinstance(player.app.screen, Pause)
    left = set(player.labels) & story
    assert left == {"Retour", "Aide", "Sortir"} | (left & {"Pause", "Barre du haut"})
    assert "Fiction · Vigichat" not in player.labels


@pytest.mark.parametrize("how", ["key", "button", "escape", "enter"])
def test_it_goes_on_where_it_was(how: str) -> None:
    player = at_first_question()
    player.key("tab")
    before = [(node.label, node.rect, node.state) for node in player.app.nodes()]
    player.key("p")
    player.wait(5)
    if how == "button":
        player.click("Continuer")
    else:
        player.key("p" if how == "key" else how)
    player.wait()
    assert [(node.label, node.rect) for node in player.app.nodes()] == [one[:2] for one in before]


def test_no_message_arrives_meanwhile() -> None:
    player = Player()
    player.begin()
    player.key("space")
    shown = player.play.pace.shown
    player.key("p")
    player.wait(40)
    player.key("p")
    assert player.play.pace.shown == shown


@pytest.mark.parametrize("name", ["space", "a", "down", "backspace"])
def test_a_key_pressed_in_haste_does_not_bring_the_conversation_back(name: str) -> None:
    player = at_first_question()
    player.key("p", name, name)
    assert isinstance(player.app.screen, Pause)
    assert len(player.play.log) == len(at_first_question().play.log)


def test_it_hides_a_question_about_leaving_too() -> None:
    player = at_announcement()
    player.key("escape")
    assert "On s’arrête là\u00a0?" in player.labels
    player.key("p")
    assert isinstance(player.app.screen, Pause)
    assert "On s’arrête là\u00a0?" not in player.labels
    player.key("p")
    assert "On s’arrête là\u00a0?" in player.labels


def test_help_the_settings_and_the_way_out_are_there() -> None:
    player = at_first_question()
    player.key("p", "tab", "tab", "enter")
    assert "Qui peut t’aider" in player.labels
    player.key("escape")
    player.click("Réglages")
    player.key("escape")
    player.click("Sortir")
    assert player.app.gone
    assert SAID not in player.labels


def test_the_debrief_can_be_paused_and_home_cannot() -> None:
    player = under_pressure()
    player.choose("choice parler", "debrief")
    player.key("p")
    assert isinstance(player.app.screen, Pause)
    player = Player(None)
    player.key("p")
    tell(player.app, Event(pygame.WINDOWMINIMIZED), set())
    assert "Vigichat" in player.labels
    assert "Pause" not in player.labels


def test_every_pause_looks_the_same_whatever_it_hides() -> None:
    pictures = set()
    for player in (at_first_question(), under_pressure()):
        player.key("p")
        player.wait()
        pictures.add(tobytes(player.surface, "RGB"))
    assert len(pictures) == 1
