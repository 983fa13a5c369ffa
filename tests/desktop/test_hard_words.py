"""Hard words in the window: a press unfolds what one means, and nothing is taken away for that."""

from __future__ import annotations

import pytest

from game.desktop.widget_words import Chip
from game.desktop.widgets import walk
from game.storage import folder
from game.telling import language
from tests.desktop.layout_faults import faults
from tests.desktop.playing import Player

STORY = folder("scenarios") / "trois-semaines-en-aout.yaml"


def chips(player: Player) -> list[Chip]:
    return [widget for widget in walk(player.app.tree) if isinstance(widget, Chip)]


@pytest.mark.parametrize("percent", [100, 300])
def test_help_unfolds_a_word_by_keyboard_and_folds_it_again(percent: int) -> None:
    size = (1280, 720)
    with language.speaking("fr"):
        player = Player(None, size, percent=percent)
        player.click_at(player.keyed("door help"))
        for _step in range(2):
            player.click_at(player.keyed("next"))
        player.wait()
        first = chips(player)[0]
        while not player.app.focused or player.app.focused.key != first.key:
            player.key("tab")
        meaning = "image intime\u00a0: Une image très personnelle."
        assert not any(label.startswith(meaning) for label in player.labels)
        assert "collapsed" in chips(player)[0].states()
        player.key("enter")
        player.wait()
        assert any(node.role == "status" and node.label.startswith(meaning) for node in player.app.nodes())
        assert {"expanded", "focused"} <= set(chips(player)[0].states())
        assert faults(player.app, size) == []
        player.key("enter")
        assert not any(label.startswith(meaning) for label in player.labels)


def test_the_words_of_a_scene_stand_under_its_answers_and_move_none_of_them() -> None:
    with language.speaking("fr"):
        player = Player(STORY)
        player.begin()
        player.read()
        for _turn in range(40):
            if chips(player):
                break
            phase, offered = player.play.state.phase, player.play.state.offered
            asked = {"announced": ("go on",), "verdict": ("verdict trap", "sure 1")}
            player.choose(*asked.get(phase, (f"choice {offered[0]}" if offered else "",)))
        answers = [player.keyed(f"choice {name}").rect.copy() for name in player.play.state.offered]
        log = tuple(player.play.log)
        player.click_at(chips(player)[0])
        player.wait()
        assert chips(player)[0].expanded
        assert all(one.rect.bottom <= chips(player)[0].rect.top for one in map(player.keyed, _keys(player)))
        assert [player.keyed(key).rect for key in _keys(player)] == answers
        assert tuple(player.play.log) == log


def _keys(player: Player) -> list[str]:
    return [f"choice {name}" for name in player.play.state.offered]
