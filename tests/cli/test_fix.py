"""`vigichat fix`: it shows first, asks, and writes safely or not at all."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest

from game.cli.own_file import OwnFile, read_own, write_own
from game.engine.source import LARGEST
from tests.cli.running import command, environment, vigichat
from tests.engine.making import file_text

STORY = file_text(
    """
    first:
      chat: |
        # une note
        alex: Salut
      choices:
        - id: stay
          do: "Rester"
          because: "On peut."
          steps: screenshots
      go_to: pressure   # la suite
    pressure:
      go_to: end
    """,
    title='"Le #carnet"   # à revoir',
)
SLIPS = (("go_to: pressure  ", "go_to: presure  "), ('title: "Le #carnet"', "titel: Le #carnet"))


@pytest.fixture
def story_file(tmp_path: Path) -> Path:
    """A story with comments, in a folder of its own."""
    path = tmp_path / "histoire.yaml"
    path.write_text(STORY, encoding="utf-8")
    return path


def break_it(path: Path) -> bytes:
    """Put two slips into the story at `path`; its bytes from then on."""
    text = path.read_text(encoding="utf-8")
    for right, wrong in SLIPS:
        assert right in text
        text = text.replace(right, wrong, 1)
    path.write_bytes(("\ufeff" + text).replace("\n", "\r\n").encode())
    return path.read_bytes()


def at_a_terminal(*words: str, typed: bytes, **variables: str) -> tuple[int, str]:
    """Run `vigichat` as at a terminal, with these keys; how it ended and what was on the screen."""
    outer, inner = pty.openpty()
    ran = subprocess.Popen(
        command(*words), stdin=inner, stdout=inner, stderr=inner, env=environment(TERM="xterm", **variables)
    )
    os.close(inner)
    os.write(outer, typed)
    shown = b""
    while True:
        try:
            more = os.read(outer, 65536)
        except OSError:  # the other end is closed
            break
        if not more:
            break
        shown += more
    os.close(outer)
    return ran.wait(timeout=60), shown.decode("utf-8")


def test_a_space_that_is_added_is_told_as_one(story_file: Path) -> None:
    text = story_file.read_text(encoding="utf-8")
    assert text.count("\ntitle: ") == 1
    story_file.write_text(text.replace("\ntitle: ", "\ntitle:"), encoding="utf-8")
    assert vigichat("fix", str(story_file)).stdout.startswith("ligne 2\u00a0: une espace est ajoutée (missing-space)\n")


def test_without_a_terminal_it_only_shows(story_file: Path) -> None:
    before = break_it(story_file)
    ran = vigichat("fix", str(story_file))
    assert ran.returncode == 1
    assert ran.stdout.splitlines()[:8] == [
        "ligne 2\u00a0: titel → title (unknown-key)",
        'ligne 2\u00a0: Le #carnet → "Le #carnet" (quote-this-text)',
        "ligne 25\u00a0: presure → pressure (unknown-target)",
        "",
        " 2 - titel: Le #carnet   # à revoir",
        ' 2 + title: "Le #carnet"   # à revoir',
        "25 -     go_to: presure   # la suite",
        "25 +     go_to: pressure   # la suite",
    ]
    assert "--yes" in ran.stdout
    assert "\x1b" not in ran.stdout
    assert story_file.read_bytes() == before


def test_yes_writes_and_changes_no_other_byte(story_file: Path) -> None:
    before = break_it(story_file)
    story_file.chmod(0o640)
    ran = vigichat("fix", str(story_file), "--yes")
    assert ran.returncode == 0
    wanted = before.replace(b"presure", b"pressure").replace(b"titel: Le #carnet", b'title: "Le #carnet"')
    assert story_file.read_bytes() == wanted
    assert story_file.stat().st_mode & 0o777 == 0o640
    again = vigichat("fix", str(story_file), "--yes")
    assert again.returncode == 0
    assert "Aucune étourderie" in again.stdout
    assert [path.name for path in story_file.parent.iterdir()] == [story_file.name]


@pytest.mark.parametrize(
    ("typed", "writes"), [(b"o\n", True), (b"y\n", True), (b"n\n", False), (b"\n", False), (b"\x04", False)]
)
def test_at_a_terminal_it_asks(typed: bytes, writes: bool, story_file: Path) -> None:
    before = break_it(story_file)
    status, shown = at_a_terminal("fix", str(story_file), typed=typed)
    assert "Écrire ces changements\u00a0?" in shown
    assert status == (0 if writes else 1)
    assert (story_file.read_bytes() != before) == writes


def test_colours_are_for_terminals_that_show_them(story_file: Path) -> None:
    break_it(story_file)
    assert "\x1b[31m 2 - titel" in at_a_terminal("fix", str(story_file), typed=b"n\n")[1]
    assert "\x1b" not in at_a_terminal("fix", str(story_file), typed=b"n\n", NO_COLOR="1")[1]


def test_what_is_left_to_the_author_is_said(story_file: Path) -> None:
    text = story_file.read_text(encoding="utf-8").replace("go_to: pressure  ", "go_to: nowhere-near  ")
    story_file.write_text(text, encoding="utf-8")
    ran = vigichat("fix", str(story_file))
    assert ran.returncode == 0
    assert "vigichat check" in ran.stdout
    assert story_file.read_text(encoding="utf-8") == text


def test_a_file_without_slips_is_not_said_to_have_some(story_file: Path) -> None:
    ran = vigichat("fix", str(story_file))
    assert (ran.returncode, ran.stdout.count("\n")) == (0, 1)
    assert "Aucune étourderie" in ran.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "file-not-found"), (b"\xff\xfe", "not-utf8"), (b"", "file-empty"), (b"#" * (LARGEST + 1), "file-too-big")],
)
@pytest.mark.parametrize("words", [("fix",), ("fix", "--yes"), ("format",)])
def test_a_file_without_a_text_is_said_and_stays(
    words: tuple[str, ...], content: bytes | None, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.yaml"
    if content is not None:
        path.write_bytes(content)
    ran = vigichat(*words, str(path))
    assert ran.returncode == 2
    assert said in ran.stderr
    assert (path.read_bytes() if path.exists() else None) == content


def test_a_folder_is_no_file_to_mend(tmp_path: Path) -> None:
    ran = vigichat("fix", str(tmp_path), "--yes")
    assert ran.returncode == 2
    assert "file-is-a-folder" in ran.stderr


@pytest.mark.parametrize("words", [("fix", "--yes"), ("format",)])
def test_a_protected_file_stays_as_it_is(words: tuple[str, ...], story_file: Path) -> None:
    text = story_file.read_text(encoding="utf-8").replace('title: "Le #carnet"', "title:   'Le carnet'")
    text = text.replace("steps: screenshots", "steps: screenshot") if "fix" in words else text
    story_file.write_text(text, encoding="utf-8")
    story_file.chmod(0o444)
    ran = vigichat(*words, str(story_file))
    assert ran.returncode == 1
    assert "protégé en écriture" in ran.stderr
    assert story_file.read_text(encoding="utf-8") == text


def test_what_another_program_wrote_meanwhile_stays(story_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = read_own(story_file)
    assert own is not None
    story_file.write_text("typed meanwhile", encoding="utf-8")
    assert not write_own(own, "mended")
    assert story_file.read_text(encoding="utf-8") == "typed meanwhile"
    assert "entre-temps" in capsys.readouterr().err


def test_a_file_that_has_gone_meanwhile_is_not_made_anew(story_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = read_own(story_file)
    assert own is not None
    story_file.unlink()
    assert not write_own(own, "mended")
    assert not story_file.exists()
    assert capsys.readouterr().err.count("\n") == 1


def test_a_link_goes_on_pointing_to_the_file(story_file: Path) -> None:
    link = story_file.with_name("lien.yaml")
    link.symlink_to(story_file)
    own = read_own(link)
    assert own is not None
    assert write_own(OwnFile(link, own.text), own.text + "# fin\n")
    assert link.is_symlink()
    assert story_file.read_text(encoding="utf-8").endswith("# fin\n")
