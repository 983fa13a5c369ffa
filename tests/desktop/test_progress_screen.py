"""What was met over the plays: in words and in a small picture, without marks; and one button that erases it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.keeping.erase import kept
from game.keeping.places import kept_folder
from game.keeping.progress import FinishedPlay, read_progress, write_progress
from game.keeping.settings import Settings
from tests.desktop.layout_faults import faults
from tests.desktop.playing import Player, alerts, window

PLAY = FinishedPlay(
    "une-histoire", "2026-11-27", ("secrecy", "threat"), ("secrecy",), ("block", "trusted-adult"), "trap", 3, True
)
FR = Settings(language="fr")


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def looking(*plays: FinishedPlay, **how: object) -> Player:
    """Somebody who opened the screen from home after these plays."""
    player = Player(None, **{"settings": FR, "keep": True, **how})  # type: ignore[arg-type]
    for play in plays:
        player.game.sitting.remember(play)
    player.click_at(player.keyed("way progress"))
    return player


def said(player: Player) -> str:
    return player.said.replace("\u00a0", " ")


def pressed(player: Player, key: str) -> None:
    player.click_at(player.keyed(key))
    player.see()


def test_it_tells_signs_and_steps_in_words_and_in_a_picture() -> None:
    player = looking(PLAY)
    said = player.said
    assert said.index("Les signes que tu as vus à temps") < said.index("Les signes que tu as croisés")
    assert "Les étapes que tu as suivies" in said
    assert "Tu as vu que quelqu’un voulait faire du mal." in said
    assert "Pas encore dans tes histoires" in said
    pictures = [node.label for node in player.app.nodes() if node.role == "image"]
    assert [label.partition(" Allumés")[0] for label in pictures] == [
        "Une guirlande avec un lampion par famille de signes.",
        "Une guirlande avec un lampion par étape.",
    ]
    assert not any("aucun" in label for label in pictures)


def test_it_gives_no_mark_and_counts_nothing_that_was_missed() -> None:
    said = looking(PLAY, PLAY, replace(PLAY, answer="nothing", right=False)).said
    assert not re.search(r"\d+\s*(/|sur|%)\s*\d*", said)
    assert "score" not in said.lower()


def test_nothing_met_yet_is_no_reproach() -> None:
    player = looking()
    assert "s’affiche ici quand tu l’as lue jusqu’au bout" in said(player)
    assert "Pas encore dans tes histoires" not in said(player)
    assert "Rien n’est gardé sur cet ordinateur." in said(player)
    assert not kept_folder().exists()


def test_what_was_met_is_kept_from_the_moment_it_is_asked_for_and_erased_by_one_button() -> None:
    player = looking(PLAY)
    pressed(player, "progress")
    assert player.app.settings.progress
    assert read_progress() == ((PLAY,), 0)
    assert "Gardé sur cet ordinateur : 1 histoire jouée, tes réglages." in said(player)
    pressed(player, "erase")
    assert "Effacé : 1 histoire jouée." in said(player)
    assert read_progress() == ((), 0)
    assert kept().settings
    assert alerts(player) == ["Effacé\u00a0: 1 histoire jouée."]


def test_the_settings_go_only_by_their_own_button_and_then_nothing_is_left() -> None:
    write_progress([PLAY] * 3)
    player = looking(settings=replace(FR, progress=True))
    player.key("f6")
    pressed(player, "erase settings")
    assert "Effacé : 3 histoires jouées, tes réglages." in said(player)
    assert not kept_folder().exists()
    assert not player.app.settings.progress
    assert "Les signes que tu as croisés" not in said(player)


def test_what_cannot_be_read_any_more_is_said() -> None:
    write_progress([PLAY, PLAY])
    path = kept_folder() / "progress.jsonl"
    path.write_bytes(path.read_bytes().replace(b"une-histoire", b"Une Histoire!", 1))
    player = looking()
    assert "Certaines choses ne sont plus lisibles" in said(player)
    assert "Gardé sur cet ordinateur : 2 histoires jouées." in said(player)
    pressed(player, "erase")
    assert "Effacé : 2 histoires jouées." in said(player)
    assert "Une partie" not in said(player)


def test_what_cannot_be_erased_is_named_and_the_rest_is_gone() -> None:
    write_progress([PLAY])
    in_the_way = kept_folder() / "places" / "une-histoire.json"
    (in_the_way / "folder").mkdir(parents=True)
    player = looking()
    pressed(player, "erase")
    (alert,) = alerts(player)
    assert alert.startswith("Effacé\u00a0: 1 histoire jouée.")
    assert str(in_the_way) in alert
    assert "supprime ce fichier toi-même" in alert
    assert faults(player.app, (1280, 720)) == []


def test_turning_it_off_keeps_no_more_and_leaves_what_is_there() -> None:
    write_progress([PLAY])
    player = looking(settings=replace(FR, progress=True))
    pressed(player, "progress")
    assert not player.app.settings.progress
    assert read_progress() == ((PLAY,), 0)


def test_what_was_erased_is_no_news_on_the_next_visit() -> None:
    write_progress([PLAY])
    player = looking()
    pressed(player, "erase")
    player.key("escape")
    player.click_at(player.keyed("way progress"))
    assert "Effacé" not in said(player)


def test_the_settings_tell_what_is_kept_too() -> None:
    write_progress([PLAY])
    player = Player(None, settings=FR, keep=True)
    player.click_at(player.keyed("settings"))
    assert "Gardé sur cet ordinateur : 1 histoire jouée." in said(player)
    pressed(player, "erase")
    assert "Effacé : 1 histoire jouée." in said(player)
    assert faults(player.app, (1280, 720)) == []


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (640, 360), (3840, 2160)])
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_nothing_is_cut_whatever_the_size(size: tuple[int, int], percent: int) -> None:
    write_progress([PLAY])
    player = looking(settings=replace(FR, text_percent=percent), size=size)
    pressed(player, "erase")
    assert faults(player.app, size) == []
