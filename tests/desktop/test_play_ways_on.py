"""After the ending, out of a play, and back into a file that was changed."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.desktop.play import Play
from game.desktop.screens.debrief_screen import DebriefScreen
from game.desktop.screens.home import Home
from game.desktop.screens.picker import Note, Picker
from game.desktop.screens.play_screen import PlayScreen
from tests.desktop.playing import (
    STORY,
    Player,
    at_first_question,
    choices,
    copied,
    edit,
    heading,
    states,
    under_pressure,
    window,
)


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return copied(tmp_path)


# -- the end


def test_after_the_ending_come_the_debrief_its_pages_and_the_ways_on() -> None:
    player = under_pressure()
    player.choose("choice parler")
    assert player.focus == "L’histoire s’arrête ici"
    assert "On joue samedi" in player.labels
    player.click("Revenir sur ce qui s’est passé")
    assert "3018" in player.said
    for page in ("La conversation", "Tes moments, et les étapes", "Ce que dit la loi", "Qui peut t’aider"):
        player.click(f"Suite\u00a0: {page}")
        assert heading(player) == page
        assert "current" in states(player, page)
    player.click("En bref")
    player.key("tab")
    player.click("Rejouer")
    assert isinstance(player.app.screen, Note)
    player.begin()
    player.read()
    assert choices(player) == []
    assert isinstance(player.app.screen, PlayScreen)


def test_the_pages_of_the_debrief_by_keyboard() -> None:
    player = under_pressure()
    player.choose("choice parler", "debrief")
    titles = []
    for _ in range(5):
        player.key("ctrl+page down")
        titles.append(heading(player))
        player.key("page down")
    assert titles == [
        "La conversation",
        "Tes moments, et les étapes",
        "Ce que dit la loi",
        "Qui peut t’aider",
        "On joue samedi",
    ]
    player.key("ctrl+page up")
    player.key("shift+tab")
    assert player.focus == "Ce que dit la loi"
    player.key("enter")
    assert "312-10" in player.said


def test_the_start_is_reached_from_the_debrief_also_when_the_story_was_opened_by_its_name() -> None:
    player = under_pressure()
    player.choose("choice parler", "debrief")
    player.click("Retour à l’accueil")
    assert isinstance(player.app.screen, Home)


def test_a_story_whose_file_is_gone_is_played_again_as_it_was(path: Path) -> None:
    player = under_pressure(path=path)
    player.choose("choice parler", "debrief")
    path.unlink()
    player.click("Rejouer")
    player.begin()
    player.read()
    assert player.named("Je préfère rester ici.")


# -- leaving


def test_help_and_the_way_out_are_on_every_screen() -> None:
    player = Player(path=None)
    for step in (
        lambda: player.click("Jouer"),
        lambda: player.app.go(player.game.story(STORY)),
        player.begin,
        player.read,
        lambda: player.choose("choice rester"),
        lambda: player.choose("verdict trap", "sure 1", "choice ici"),
        lambda: player.choose("summary"),
        lambda: player.key("escape"),
        lambda: player.key("escape"),
        lambda: player.choose("choice payer"),
        lambda: player.choose("summary", "choice attendre"),
        lambda: player.choose("debrief"),
        lambda: player.click("La conversation"),
    ):
        step()
        for name in ("Aide", "Sortir"):
            rect = player.named(name).rect
            assert player.surface.get_rect().contains(rect)


def test_leaving_in_the_middle_is_asked_about() -> None:
    player = at_first_question()
    player.key("a")
    player.key("escape")
    assert "On s’arrête là\u00a0?" in player.labels
    shown = player.play.pace.shown
    player.wait(20)
    assert player.play.pace.shown == shown, "no message arrives under the question"
    player.key("a")
    player.wait(20)
    assert isinstance(player.app.screen, PlayScreen)
    assert player.play.pace.shown > shown
    player.click("Retour")
    player.key("escape")
    player.click("Retour")
    player.click("Quitter l’histoire")
    assert isinstance(player.app.screen, Home)


def test_a_play_that_was_left_can_be_looked_back_at() -> None:
    player = at_first_question()
    player.choose("choice rester")
    player.key("escape")
    player.wait()
    player.key("b")
    assert isinstance(player.app.screen, DebriefScreen)
    assert "3018" in player.said
    player.click("La conversation")
    assert "Je préfère rester ici." in player.said


def test_before_the_first_choice_there_is_nothing_to_ask_about() -> None:
    player = Player(path=None)
    player.click("Jouer")
    assert isinstance(player.app.screen, Picker)
    player.app.go(player.game.story(STORY))
    player.begin()
    player.read()
    player.key("escape")
    assert isinstance(player.app.screen, Picker)


def alive(kind: type) -> int:
    gc.collect()
    return sum(isinstance(one, kind) for one in gc.get_objects())


@pytest.mark.parametrize("where", ["message", "choices", "help", "dialog", "debrief", "home"])
def test_the_way_out_leaves_nothing_of_the_play(where: str) -> None:
    before = {kind: alive(kind) for kind in (Play, PlayScreen, DebriefScreen)}
    player = under_pressure()
    match where:
        case "message":
            player.key("shift+tab", "enter")
        case "help":
            player.key("f1")
        case "dialog":
            player.key("escape")
        case "debrief":
            player.choose("choice parler", "debrief")
        case "home":
            player.choose("choice parler", "debrief")
            player.click("Retour à l’accueil")
    player.key("shift", "shift", "shift")
    assert player.app.gone
    assert player.labels == ["Notes"]
    assert player.game.play is None
    assert {kind: alive(kind) for kind in before} == before
    player.key("escape", "f1", "a")
    assert not any(isinstance(one, str) and "Camille" in one for one in player.labels)


# -- the file read again


def test_f5_shows_a_changed_text_at_the_same_moment(path: Path) -> None:
    player = under_pressure(path=path)
    edit(path, "Faire une capture des messages", "Garder une capture")
    edit(path, "On commence sans toi ou quoi ?", "On t’attend.")
    player.key("f5")
    assert "Garder une capture" in player.labels
    assert any("On t’attend." in label for label in player.labels)
    assert player.play.state.phase == "choosing"
    player.wait()
    player.key("a")
    assert choices(player)[-1] == "capture"


def test_f5_stands_in_an_added_scene(path: Path) -> None:
    player = at_first_question(path=path)
    player.choose("choice rester")
    edit(path, "    go_to: le-doute\n", "    go_to: le-detour\n")
    scene = "  le-detour:\n    chat: |\n      yanis: Au fait.\n    choices:\n"
    scene += '      - {id: q, reply: "Quoi ?", because: "."}\n'
    edit(path, "  le-doute:\n", scene + "    go_to: le-doute\n\n  le-doute:\n")
    player.key("f5")
    assert any("Au fait." in label for label in player.labels)
    assert player.named("Quoi ?")


def test_f5_says_what_is_wrong_with_the_file_and_where_and_the_play_goes_on(path: Path) -> None:
    player = at_first_question(path=path)
    edit(path, "go_to: le-doute", "go_to: le-dout")
    player.key("f5")
    assert "Le fichier a des erreurs" in player.labels
    (told,) = [label for label in player.labels if "histoire.yaml:" in label]
    line = path.read_text(encoding="utf-8").split("\n").index("    go_to: le-dout") + 1
    assert told.startswith(f"histoire.yaml:{line}:")
    assert "unknown-target" in told
    assert "le-dout" in told
    player.key("f5", "b")
    assert choices(player) == []
    player.click("Continuer")
    player.wait()
    player.key("b")
    assert choices(player) == ["suivre"]


def test_f5_tells_five_faults_and_how_many_more_there_are(path: Path) -> None:
    player = at_first_question(path=path)
    edit(path, "minutes: 3\n", "minutes: 3\n" + "".join(f"nothing{number}: 1\n" for number in range(8)))
    player.key("f5")
    assert len([label for label in player.labels if label.startswith("histoire.yaml:")]) == 5
    assert "Et 3 autres erreurs." in player.labels
    player.key("escape")
    assert "Le fichier a des erreurs" not in player.labels


def test_f5_after_the_file_was_deleted_says_so(path: Path) -> None:
    player = at_first_question(path=path)
    path.unlink()
    player.key("f5")
    assert "file-not-found" in player.said
    player.key("escape")
    player.wait()
    player.key("a")
    assert choices(player) == ["rester"]


def test_f5_in_the_first_half_of_a_verdict_asks_it_anew(path: Path) -> None:
    player = at_first_question(path=path)
    player.choose("choice rester", "verdict trap")
    edit(path, "    verdict: true\n", "")
    player.key("f5")
    assert player.play.state.phase == "choosing"
