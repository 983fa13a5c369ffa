"""The game's own voice, with stand-ins for the programs that speak: what they are given, and that they hush."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.desktop.app import App
from game.desktop.ears import Ears
from game.desktop.voice import Voice
from game.keeping.settings import Settings
from tests.desktop.playing import Player, window

PATIENCE = 20.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


class Programs:
    """Programs of these names in a folder, the only one that is looked in; each writes down what it is given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, name: str, lasts: float = 0.0) -> None:
        """A program that speaks for so many seconds."""
        path = self.folder / name
        lines = (
            "#!/bin/sh",
            f"said=$(/bin/cat); echo \"{name} $* <$said>\" >> '{self.folder}/told'",
            f"exec /bin/sleep {lasts}",
        )
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        path.chmod(0o755)

    @property
    def told(self) -> list[str]:
        path = self.folder / "told"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    return Programs(tmp_path)


@pytest.fixture
def voice(programs: Programs) -> Iterator[Voice]:
    voice = Voice()
    yield voice
    voice.close()


def until(holds: Callable[[], bool], between: Callable[[], object] = lambda: None) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        between()
        time.sleep(0.01)


def test_without_a_program_there_is_no_voice_and_nothing_fails(programs: Programs, voice: Voice) -> None:
    assert not voice.available()
    voice.say("Bonjour", "fr")
    voice.attend()
    voice.hush()


def test_what_is_said_comes_by_the_input_and_never_through_a_shell(programs: Programs, voice: Voice) -> None:
    programs.add("espeak-ng")
    voice.say("T’as « $(rm -rf) » `vu` ?\n--stdout", "fr")
    until(lambda: bool(programs.told))
    assert programs.told == ["espeak-ng -v fr --stdin <T’as « $(rm -rf) » `vu` ? --stdout>"]


def test_speech_dispatcher_comes_first_and_gets_the_text_after_its_options(programs: Programs, voice: Voice) -> None:
    programs.add("espeak-ng")
    programs.add("spd-say")
    voice.say("-C est une option", "en")
    until(lambda: bool(programs.told))
    assert programs.told == ["spd-say --wait -l en -- -C est une option <>"]


def test_one_thing_is_said_after_the_other(programs: Programs, voice: Voice) -> None:
    programs.add("espeak-ng", lasts=0.1)
    voice.then("Un", "fr")
    voice.then("Deux", "fr")
    until(lambda: len(programs.told) == 2, voice.attend)
    assert [line.rpartition("<")[2] for line in programs.told] == ["Un>", "Deux>"]


def test_what_is_said_now_takes_the_place_of_the_rest(programs: Programs, voice: Voice) -> None:
    programs.add("spd-say", lasts=60)
    voice.then("Un long message", "fr")
    voice.then("Encore un", "fr")
    until(lambda: len(programs.told) == 1)
    speaking = voice._speaking
    assert speaking is not None
    programs.add("spd-say")
    voice.say("Autre chose", "fr")
    assert speaking.poll() is not None
    until(lambda: len(programs.told) == 3, voice.attend)
    assert programs.told[1:] == ["spd-say --cancel <>", "spd-say --wait -l fr -- Autre chose <>"]


def test_a_speech_service_that_hangs_keeps_nobody_from_leaving(programs: Programs, voice: Voice) -> None:
    programs.add("spd-say", lasts=60)
    voice.say("Un long message", "fr")
    until(lambda: len(programs.told) == 1)
    voice.hush()
    assert voice._hushing is not None
    assert voice._hushing.poll() is None, "it hangs, and was not waited for"
    voice._hushing.kill()


class Place:
    """A window's place on the screen."""

    title = "Notes"
    handle = 0
    position = (0, 0)
    size = (1280, 720)
    focused = True


def reading(player: Player) -> Ears:
    """Somebody who asked the game to read itself aloud."""
    player.app.change(replace(player.app.settings, voice=True))
    ears = Ears(player.app, Place())
    ears.attend()
    return ears


def test_the_game_reads_new_messages_and_the_question_aloud(programs: Programs) -> None:
    programs.add("espeak-ng")
    player = Player()
    ears = reading(player)
    until(lambda: len(programs.told) == 1, ears.attend)
    assert programs.told[0].startswith("espeak-ng -v fr --stdin <Avant de jouer. Flèche du bas")
    player.begin()
    while not player.play.settled:
        player.key("space")
        ears.attend()
    until(lambda: "Que fais-tu" in programs.told[-1], ears.attend)
    said = "".join(line.rpartition("--stdin ")[2] for line in programs.told)
    assert said.index("mardi, 16 h 02") < said.index("Alex : Salut !") < said.index("Tu joues Camille.")
    player.key("tab")
    until(lambda: programs.told[-1].endswith("<Je préfère rester ici. bouton. Le dire, touche A>"), ears.attend)
    ears.close()


def test_a_key_hushes_and_the_arrow_keys_read_on(programs: Programs) -> None:
    programs.add("espeak-ng", lasts=60)
    player = Player()
    ears = reading(player)
    until(lambda: len(programs.told) == 1, ears.attend)
    ears.hush()
    assert ears.takes("down")
    assert not ears.takes("enter")
    until(lambda: len(programs.told) == 2, ears.attend)
    assert "<Certaines de ces conversations" in programs.told[1]
    ears.close()


def test_the_way_out_silences_the_voice_for_good(programs: Programs) -> None:
    programs.add("espeak-ng", lasts=60)
    player = Player()
    ears = reading(player)
    until(lambda: len(programs.told) == 1, ears.attend)
    speaking = ears._voice._speaking
    assert speaking is not None
    player.key("shift", "shift", "shift")
    ears.attend()
    assert speaking.poll() is not None
    player.key("a")
    ears.attend()
    assert ears._voice._speaking is None
    assert len(programs.told) == 1


def test_nothing_is_read_aloud_unless_somebody_asked_for_it(programs: Programs) -> None:
    programs.add("espeak-ng")
    player = Player()
    ears = Ears(player.app, Place())
    ears.attend()
    assert not ears.takes("down")
    assert ears._voice._speaking is None
    assert Settings().voice is False
    assert isinstance(player.app, App)
