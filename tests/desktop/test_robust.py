"""What can go wrong on a computer is said, and the game goes on: disks, rights, files, fonts, sound and screens.

The program runs in a process of its own; full and read-only disks are real ones where the system allows it.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pygame
import pytest

from game import shelf
from game.desktop import fonts, text
from game.desktop.game import Game
from game.desktop.window import tell
from game.keeping.places import kept_folder
from game.keeping.saved_play import path_of
from game.keeping.settings import Settings
from game.keeping.settings_file import read_settings, write_settings
from tests.desktop.layout_faults import faults
from tests.desktop.playing import Player, under_pressure, window
from tests.desktop.real_home import ROOT, Home
from tests.desktop.real_run import EVENTS

linux = pytest.mark.skipif(sys.platform != "linux", reason="its disks and limits are those of Linux")

PLAYED = ("press door play", "press story", "press begin", "read", "first", "read")


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home", {"SDL_VIDEODRIVER": "dummy"})
    home.settings(language="fr", progress=True)
    return home


@cache
def mounts() -> bool:
    """Whether a disk of our own can be put somewhere, seen by one program only."""
    if shutil.which("unshare") is None:
        return False
    script = "mount -t tmpfs -o size=64k none /mnt"
    return any(
        subprocess.run(["unshare", *how, "sh", "-c", script], capture_output=True, check=False).returncode == 0
        for how in (["-m"], ["-rm"])
    )


def on_a_disk(home: Home, *, full: bool) -> tuple[str, ...]:
    """What stands before the program's words so that its folder is on a full disk, or on a read-only one."""
    how = "-m" if os.geteuid() == 0 else "-rm"
    kept, copy = home.kept, home.at.parent / "copy"
    shutil.copytree(kept, copy)
    fill = f"dd if=/dev/zero of={kept}/fill bs=1k count=64 2>/dev/null" if full else f"mount -o remount,ro {kept}"
    script = f'mount -t tmpfs -o size=64k none {kept} && cp {copy}/* {kept} && ( {fill} ; true ) && exec "$0" "$@"'
    return ("unshare", how, "sh", "-c", script)


def without_room(home: Home) -> tuple[str, ...]:
    """The same with a limit on the size of files, which every system has: nothing at all can be written."""
    return ("sh", "-c", 'ulimit -f 0; exec "$0" "$@"')


@linux
def test_on_a_full_disk_it_says_so_once_and_goes_on(home: Home) -> None:
    before = on_a_disk(home, full=True) if mounts() else without_room(home)
    said = home.run("key f6", "say", "press noticed", *PLAYED, "say", "first", "read", "say", "quit", before=before)
    assert any("Le disque est plein" in label for label in said[0])
    assert any("Le disque est plein" in label for label in said[1])
    assert any("Que fais-tu" in label for label in said[2])
    # What was kept before is still there, whole.
    assert json.loads((home.kept / "settings.json").read_text(encoding="utf-8")) == {
        "met": True,
        "language": "fr",
        "progress": True,
    }
    assert [path.name for path in home.kept.iterdir()] == ["settings.json"]


@linux
def test_where_nothing_may_be_written_it_says_so_and_goes_on(home: Home) -> None:
    if mounts():
        before = on_a_disk(home, full=False)
    else:
        home.kept.chmod(0o500)
        before = ()
    said = home.run("key f6", "say", *PLAYED, "say", "quit", before=before)
    assert any("ne permet pas d’écrire" in label and str(home.kept) in label for label in said[0])
    assert any("Que fais-tu" in label for label in said[1])
    home.kept.chmod(0o700)
    assert [path.name for path in home.kept.iterdir()] == ["settings.json"]


def test_damaged_files_keep_nobody_from_playing_and_are_told(home: Home) -> None:
    (home.kept / "places").mkdir()
    for name in ("settings.json", "progress.jsonl", "places/la-trousse-verte.json"):
        (home.kept / name).write_bytes(random.Random(name).randbytes(300))
    # Without settings it is a first start, and it is said why.
    said = home.run("say", "quit")
    assert any("Your settings could not be read" in label or "Tes réglages" in label for label in said[0])
    home.settings(language="fr")
    said = home.run("press door play", "press story", "say", *PLAYED[2:], "say", "quit")
    assert any("n’est plus lisible" in label for label in said[0])
    assert any("Que fais-tu" in label for label in said[1])


def test_whatever_bytes_are_in_its_files_it_opens() -> None:
    chance = random.Random(3)
    write_settings(Settings(language="fr"))
    whole = (kept_folder() / "settings.json").read_bytes()
    for _ in range(300):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        (kept_folder() / "settings.json").write_bytes(content)
        settings = read_settings()
        Player(None, settings=settings)
        assert Game(0, settings).help_screen() is not None
    path = path_of("trois-semaines-en-aout")
    path.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(20):
        path.write_bytes(chance.randbytes(chance.randrange(400)))
        assert "n’est plus lisible" in Player(shelf.find("trois-semaines-en-aout")).said


def copied_game(tmp_path: Path) -> Path:
    """The program with all that it needs, in a folder of its own."""
    at = tmp_path / "program"
    for name in ("game", "assets", "locales", "scenarios", "docs/problems", "tests"):
        shutil.copytree(ROOT / name, at / name, ignore=shutil.ignore_patterns("__pycache__", "*.png"))
    return at


@pytest.mark.parametrize("how", ["missing", "spoilt"])
def test_without_its_fonts_it_opens_with_another_and_says_so(how: str, home: Home, tmp_path: Path) -> None:
    program = copied_game(tmp_path)
    for font in (program / "assets" / "fonts").iterdir():
        if how == "missing":
            font.unlink()
        else:
            font.write_bytes(b"no font")
    home.more |= {"PYTHONPATH": str(program)}
    said = home.run("say", *PLAYED, "say", "quit", cwd=program)
    assert any("Une police" in label and "Réinstalle le jeu" in label for label in said[0])
    assert any("Que fais-tu" in label for label in said[1])


def test_every_face_falls_back_on_a_font_that_draws_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_path", lambda name: tmp_path / name)
    fonts.forget()
    text.forget()
    assert "noto-color-emoji-subset.ttf" in fonts.unusable()
    try:
        player = under_pressure()
        assert faults(player.app, (1280, 720)) == []
        assert fonts.font("latin", False, 18).size("Vigichat")[0] > 40
    finally:
        monkeypatch.undo()
        fonts.forget()
        text.forget()
    assert fonts.unusable() == ()


def test_a_missing_sound_device_is_no_matter(home: Home) -> None:
    home.more |= {"SDL_AUDIODRIVER": "nonsense"}
    said = home.run(*PLAYED, "say", "quit")
    assert any("Que fais-tu" in label for label in said[0])


def test_a_burst_of_what_a_system_tells_of_displays_changes_nothing(home: Home) -> None:
    said = home.run(*PLAYED, "say", "burst", "key escape", "wait", "say", "burst", "wait", "say", "quit")
    assert any("Que fais-tu" in label for label in said[0])
    # Put aside, the play was paused; brought back, it goes on.
    assert all(said)


@pytest.mark.parametrize("kind", EVENTS)
def test_each_of_those_events_leaves_the_app_as_it_was(kind: int) -> None:
    player = under_pressure()
    before = player.labels
    event = pygame.event.Event(kind, window=None, x=640, y=360, gain=0, state=1, size=(640, 360), w=640, h=360)
    held: set[int] = set()
    for _ in range(3):
        tell(player.app, event, held)
        player.see()
    assert player.app.running
    if kind != pygame.WINDOWMINIMIZED:
        assert player.labels == before
    assert faults(player.app, (1280, 720)) == []


@pytest.mark.parametrize("size", [(640, 360), (3840, 2160), (1, 1), (480, 4000), (5000, 360)])
def test_another_size_of_window_in_the_middle_of_a_play_goes_on(size: tuple[int, int]) -> None:
    player = under_pressure()
    player.resize(*size)
    player.see()
    player.resize(1280, 720)
    player.see()
    assert player.play.state.phase == "choosing"
    assert faults(player.app, (1280, 720)) == []
