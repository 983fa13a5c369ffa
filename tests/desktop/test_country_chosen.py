"""The country chosen in the settings, which open on top of any screen: what stands beneath is then that country's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.desktop.game import Game
from game.desktop.screens.preview import Preview
from game.keeping.settings import Settings
from game.shelf import find
from game.telling import country
from tests.desktop.playing import STORY, Player, window

FRENCH, BELGIAN = "3018", "116 000"


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def choose_belgium(player: Player) -> None:
    player.key("f10")
    player.click("Belgique")
    player.key("escape")


def said(player: Player) -> str:
    return " ".join(player.labels)


@pytest.mark.parametrize("door", ["door help", "door class"])
def test_a_page_that_was_open_says_the_help_of_the_country_chosen_since(door: str) -> None:
    player = Player(None)
    player.click_at(player.keyed(door))
    if door == "door class":
        player.click_at(player.keyed("confides"))
    if door == "door help":
        player.app.help()
        player.see()
    assert FRENCH in said(player)
    choose_belgium(player)
    assert BELGIAN in said(player)
    assert FRENCH not in said(player)


def test_the_note_before_a_story_leads_to_the_help_of_the_country_chosen_since() -> None:
    player = Player(find("trois-semaines-en-aout"))
    assert "Belgique" not in said(player)
    choose_belgium(player)
    assert "Belgique" in said(player)
    player.begin()
    assert player.play.reference.country == "be"


@pytest.mark.parametrize("on_the_wall", [False, True])
def test_a_play_goes_on_with_the_help_of_the_country_chosen_since(on_the_wall: bool) -> None:
    player = Player(STORY)
    player.begin()
    if on_the_wall:
        player.key("f8")
    choose_belgium(player)
    assert player.play.reference.country == "be"


def test_the_preview_of_a_story_helps_the_reader(tmp_path: Path) -> None:
    country.use("be", asked=True)
    file = tmp_path / "story.yaml"
    file.write_bytes(STORY.read_bytes())
    play = Preview(file).play
    assert play is not None
    assert play.reference.country == "be"


def test_a_country_asked_for_this_run_outlives_other_settings_and_is_not_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept: list[Settings] = []
    monkeypatch.setattr("game.desktop.game.write_settings", kept.append)
    country.use("ch", asked=True)
    app = Game(settings=Settings(country="be")).app(kept=True)
    app.larger_text(1)
    assert (country.current(), kept[-1].country) == ("ch", "be")
    player = Player(None, settings=Settings(country="be"), keep=True)
    choose_belgium(player)
    assert (country.current(), kept[-1].country) == ("be", "be")
