"""The whole game in a real window, played without seeing it: by AT-SPI alone, as a screen reader reads and presses."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from game import shelf
from game.keeping.settings import Settings
from game.keeping.settings_file import read_settings, write_settings
from tests.desktop.playing import STORY
from tests.desktop.real_screen import MISSING, PATIENCE, Screen

PYTHON = "/usr/bin/python3"
"""The system's Python, for which the library of AT-SPI is packaged."""

PLAYER = Path(__file__).with_name("blind_player.py")

HURRY, DEBRIEF = "Message suivant", "Revenir sur ce qui s’est passé"


def _missing() -> str:
    """What these tests need and this machine lacks."""
    lacking = [*MISSING, *(name for name in ("dbus-run-session",) if shutil.which(name) is None)]
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    try:
        found = subprocess.run([PYTHON, "-c", probe], capture_output=True, check=False).returncode == 0
    except OSError:
        found = False
    return " and ".join([*lacking, *([] if found else ["AT-SPI for Python"])])


_LACKING = _missing() if sys.platform == "linux" else "AT-SPI, which is for Linux"

pytestmark = pytest.mark.skipif(
    bool(_LACKING),
    reason=f"needs {_LACKING}: apt-get install xvfb xdotool dbus at-spi2-core python3-gi gir1.2-atspi-2.0",
)

Report = dict[str, Any]


@pytest.fixture
def blind(tmp_path: Path) -> Iterator[Callable[..., Report]]:
    """Opens the game with `words` and goes through `steps`; what was found."""
    screen = Screen(tmp_path, (1280, 720))
    write_settings(Settings(met=True))

    def go_through(words: list[str], *steps: list[Any]) -> Report:
        plan, report = tmp_path / "plan.json", tmp_path / "report.json"
        command = [sys.executable, "-m", "game", *words]
        plan.write_text(json.dumps({"command": command, "steps": steps, "report": str(report)}), encoding="utf-8")
        spoken = {"SDL_AUDIODRIVER": "dummy", "LANG": "fr_FR.UTF-8", "LC_ALL": "", "LANGUAGE": ""}
        done = subprocess.run(
            ["dbus-run-session", "--", PYTHON, str(PLAYER), str(plan)],
            env={**screen.environment, **spoken},
            capture_output=True,
            text=True,
            timeout=6 * PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        found: Report = json.loads(report.read_text(encoding="utf-8"))
        assert found["told"] == "", found["told"]
        assert found["ended"] == 0
        return found

    yield go_through
    screen.close()


def _names(nodes: list[list[str]]) -> list[str]:
    return [name for _, name, _ in nodes]


def test_a_story_is_played_to_its_debrief_and_every_message_is_said_once_in_its_order(
    blind: Callable[..., Report],
) -> None:
    found = blind(
        ["play", str(STORY)],
        ["press", "Commencer l’histoire"],
        ["play", HURRY, DEBRIEF, ["Très forte", "Yanis, j’ai besoin de toi. Tu peux venir ?"]],
        ["leads", DEBRIEF, "Les pages du bilan"],
        ["hear", "debrief"],
    )
    assert [(turn["asked"], turn["chosen"]) for turn in found["turns"]] == [
        ("Tu joues Camille. Que fais-tu\xa0?", "Je préfère rester ici."),
        ("Que penses-tu de cette conversation\xa0?", "Quelqu’un ici veut faire du mal"),
        ("Avec quelle certitude\xa0?", "Très forte"),
        ("Tu joues Camille. Que fais-tu\xa0?", "Là je dors. À demain."),
        ("Avant de continuer", "La lire"),
        ("Tu joues Camille. Que fais-tu\xa0?", "Yanis, j’ai besoin de toi. Tu peux venir ?"),
    ]
    assert found["log"][:2] == ["mardi, 16 h 02", "Alex\u00a0: Salut ! On était dans la même partie hier, non ?"]
    assert "Camille\u00a0: Je préfère rester ici." in found["log"]
    assert found["log"][-1] == "On joue samedi"
    assert found["announced"] == ["Conversation", *found["log"]]
    assert "Ce n’est jamais ta faute. Demander de l’aide est la bonne réaction." in _names(found["debrief"])
    assert found["focused"][-1] == "On joue samedi"


def test_a_shipped_story_is_found_from_home_and_played_to_its_end(blind: Callable[..., Report]) -> None:
    story = shelf.open_file(shelf.find("trois-semaines-en-aout"), "fr").story
    assert story is not None
    found = blind(
        [],
        ["wait", "Ça m’arrive en ce moment"],
        ["hear", "home"],
        ["press", "Jouer"],
        ["begins", story[0].title],
        ["press", "Commencer l’histoire"],
        ["play", HURRY, DEBRIEF, []],
        ["leads", DEBRIEF, "Les pages du bilan"],
        ["leads", "La conversation", "Scène 1"],
        ["hear", "conversation"],
    )
    hint = "Flèche du bas pour lire la suite, Tab pour aller d’un bouton à l’autre."
    assert ["heading", "Vigichat", hint] in found["home"]
    assert len(found["turns"]) > 5
    assert found["announced"][-len(found["log"]) :] == found["log"]
    assert "L’histoire s’arrête ici" in found["focused"]
    assert found["focused"][-1] == "La conversation"
    # A hidden message stands in brackets in the debrief.
    messages = [name for name in found["log"] if ": " in name and "\xa0: " not in name]
    assert set(messages) <= set(_names(found["conversation"]))


def test_the_first_start_is_gone_through_by_ear(blind: Callable[..., Report]) -> None:
    write_settings(Settings())
    found = blind(
        [],
        ["wait", "Bienvenue"],
        ["hear", "first"],
        ["press", "English"],
        ["wait", "Welcome"],
        ["press", "Next"],
        ["wait", "Is this easy to read?"],
        ["press", "Later"],
        ["wait", "Play"],
    )
    assert ["radio button", "Français", ""] in found["first"]
    assert "Ça m’arrive en ce moment" in _names(found["first"])
    assert read_settings() == Settings(language="en", met=True)


def test_the_arrow_keys_read_what_cannot_be_pressed_and_tab_goes_on_from_there(blind: Callable[..., Report]) -> None:
    found = blind(
        ["play", str(STORY)],
        ["wait", "Avant de jouer"],
        ["key", "Down"],
        ["key", "Down"],
        ["key", "Up"],
        ["key", "Tab"],
    )
    first = "Certaines de ces conversations contiennent un chantage, d’autres rien."
    first += " Aucune image. Tu peux sortir à tout moment."
    item = "Ça t’arrive en ce moment\xa0? Commence par l’aide, en haut de l’écran."
    assert found["focused"] == ["Avant de jouer", first, item, first, "Commencer l’histoire"]


def test_a_message_that_is_marked_says_so(blind: Callable[..., Report]) -> None:
    message = "Alex\u00a0: Salut ! On était dans la même partie hier, non ?"
    found = blind(
        ["play", str(STORY)],
        ["press", "Commencer l’histoire"],
        ["wait", message],
        ["mark", message],
        ["hear", "play"],
    )
    assert ["list item", message, "marqué"] in found["play"]


def test_a_screen_reader_may_come_and_go(blind: Callable[..., Report]) -> None:
    found = blind(
        [],
        ["press", "Ça m’arrive en ce moment"],
        ["wait", "Respire. Ce n’est pas ta faute."],
        ["off_and_on"],
        ["wait", "Respire. Ce n’est pas ta faute."],
        ["press", "Suivant"],
        ["wait", "Étape 2 sur 6"],
    )
    assert found["focused"][0] == "Vigichat"


def test_help_is_said_page_by_page(blind: Callable[..., Report]) -> None:
    found = blind(
        [],
        ["press", "Ça m’arrive en ce moment"],
        ["wait", "Respire. Ce n’est pas ta faute."],
        ["press", "Suivant"],
        ["wait", "Étape 2 sur 6"],
        ["hear", "second"],
    )
    title = next(name for role, name, _ in found["second"] if role == "heading")
    assert found["focused"][-1] == title


def test_the_way_out_leaves_nothing_of_the_play_to_be_heard(blind: Callable[..., Report]) -> None:
    found = blind(
        ["play", str(STORY)],
        ["press", "Commencer l’histoire"],
        ["wait", "Alex\u00a0: Salut ! On était dans la même partie hier, non ?"],
        ["press", "Sortir"],
        ["only", ["Notes", "Notes"]],
        ["hear", "gone"],
    )
    assert found["gone"] == [["frame", "Notes", ""], ["heading", "Notes", ""]]
