"""What stands between the command and the window: a screen, one pygame, and as little work as possible."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import window
from game.cli.main import main
from game.cli.window import open_window, two_pygames
from game.engine.events import Log, Started
from tests.cli.running import environment, vigichat

NOWHERE = {"SDL_VIDEODRIVER": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Windows and macOS always have a screen")
def test_a_machine_without_a_screen_is_told_how_to_play(story_file: Path) -> None:
    ran = vigichat("play", story_file.name, "--lang", "en", cwd=story_file.parent, **NOWHERE)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == f"No window can open here. “vigichat play {story_file.name} --text” plays in the terminal.\n"
    ran = vigichat("--lang", "en", **NOWHERE)
    assert ran.stderr == "No window can open here. “vigichat --text” plays in the terminal.\n"
    ran = vigichat(LANG="fr_FR.UTF-8", **NOWHERE)
    assert ran.returncode == 1
    assert "«\u00a0vigichat --text\u00a0»" in ran.stderr


@pytest.mark.parametrize(
    ("names", "both"),
    [
        ((("pygame-2.6.1.dist-info", "pygame_ce-2.5.8.dist-info"),), True),
        ((("pygame-2.6.1.dist-info",), ("pygame_ce-2.5.8.dist-info",)), True),
        ((("pygame_ce-2.5.8.dist-info",), ("pygame-2.1.2.egg-info",)), False),
        ((("pygame_ce-2.5.8.dist-info", "pygame", "pygame_gui-1.dist-info"),), False),
        ((("pygame-2.6.1.dist-info.old",), ()), False),
        (((),), False),
    ],
)
def test_pygame_in_the_way_of_pygame_ce_is_found(
    names: tuple[tuple[str, ...], ...], both: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [str(tmp_path / "not-there")]
    for number, kept in enumerate(names):
        for name in kept:
            (tmp_path / str(number) / name).mkdir(parents=True)
            (tmp_path / str(number) / name / "METADATA").write_text(
                f"Metadata-Version: 2.1\nName: {name.partition('-')[0]}\nVersion: 1\n", encoding="utf-8"
            )
        folders.append(str(tmp_path / str(number)))
    monkeypatch.setattr("sys.path", [*folders, *sys.path])
    assert two_pygames(folders) is both


def test_two_pygames_get_one_line_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(window, "two_pygames", lambda folders: True)
    assert open_window(None, "", 0) is None
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "pip uninstall -y pygame" in told
    assert "pip install pygame-ce" in told


def test_without_pygame_one_line_says_what_to_install(story_file: Path, tmp_path: Path) -> None:
    blocking = "import sys; sys.modules['pygame'] = None; import game.__main__"
    ran = subprocess.run(
        [sys.executable, "-c", blocking, "play", str(story_file)],
        capture_output=True,
        env=environment(SDL_VIDEODRIVER="dummy"),
        timeout=60,
    )
    assert ran.returncode == 1
    assert ran.stderr.decode().count("\n") == 1
    assert "pip install pygame-ce" in ran.stderr.decode()


def test_the_way_to_home_imports_nothing_that_it_does_not_need() -> None:
    looking = (
        "import sys\n"
        "sys.argv = ['vigichat']\n"
        "from game.cli import window\n"
        "from game.telling import language\n"
        "language.use = lambda spoken: None  # a catalogue that was just edited is compiled first, with Babel\n"
        "window.open_window = lambda *asked: print(*sys.modules) or ()\n"
        "from game.cli.main import main\n"
        "sys.exit(main())\n"
    )
    ran = subprocess.run([sys.executable, "-c", looking], capture_output=True, text=True, env=environment(), timeout=60)
    assert ran.returncode == 0
    loaded = set(ran.stdout.split())
    assert not loaded & {"argparse", "yaml", "json", "shutil", "importlib.metadata", "pygame", "dataclasses"}
    ours = {name for name in loaded if name.startswith("game.")}
    assert ours == {
        "game.catalogue",
        "game.cli",
        "game.cli.main",
        "game.cli.tell",
        "game.cli.window",
        "game.pseudo",
        "game.storage",
        "game.telling",
        "game.telling.language",
    }


def test_the_log_of_the_window_is_written_when_it_closes(
    story_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path | None, int, bool]] = []

    def run(path: Path | None, seed: int, watched: bool) -> Log:
        asked.append((path, seed, watched))
        return (Started(seed),)

    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr("game.desktop.start.run", run)
    log = tmp_path / "log.jsonl"
    assert main(["play", str(story_file), "--seed", "4", "--log", str(log)]) == 0
    assert asked == [(story_file, 4, False)]
    assert log.read_text(encoding="utf-8") == '{"type": "Started", "seed": 4}\n'


def test_a_window_that_does_not_open_after_all_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.desktop.window import NoWindow

    def run(path: Path | None, seed: int, watched: bool) -> Log:
        raise NoWindow

    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr("game.desktop.start.run", run)
    assert main(["--seed", "4"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_file_with_faults_can_be_watched(
    story_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[Path | None, int, bool]] = []

    def run(path: Path | None, seed: int, watched: bool) -> Log:
        asked.append((path, seed, watched))
        return ()

    story_file.write_text("not yet", encoding="utf-8")
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr("game.desktop.start.run", run)
    assert main(["watch", str(story_file), "--seed", "4"]) == 0
    assert asked == [(story_file, 4, True)]
    assert "À chaque enregistrement" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "status"), [("trois-semaines-en-out", 2), ("tests", 1)])
def test_what_is_no_file_cannot_be_watched(
    name: str, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    assert main(["watch", name]) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip()
