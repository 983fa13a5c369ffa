"""`vigichat dev gallery`: pictures of every screen, and a page that lays them out."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import vigichat


def test_the_page_shows_a_screen_in_every_look(tmp_path: Path) -> None:
    done = vigichat("dev", "gallery", str(tmp_path / "seen"), "--only", "home")
    assert done.returncode == 0, done.stderr
    pictures = sorted(path.name for path in (tmp_path / "seen").glob("*.png"))
    page = (tmp_path / "seen" / "index.html").read_text(encoding="utf-8")
    assert "home-fr-1280-100-light.png" in pictures
    assert "home-en-1920-200-contrast.png" in pictures
    assert all(f'src="{name}"' in page for name in pictures)


def test_a_screen_that_is_none_is_told_with_those_there_are(tmp_path: Path) -> None:
    done = vigichat("dev", "gallery", str(tmp_path / "seen"), "--only", "hom")
    assert done.returncode == 2
    assert "hom" in done.stderr
    assert "who-helps" in done.stderr
    assert not (tmp_path / "seen").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    done = vigichat("dev", "gallery", str(tmp_path / "a-file" / "seen"), "--only", "home")
    assert done.returncode == 1
    assert "a-file" in done.stderr
