"""Printing the guide from the window: only when it is asked for, and it is said where it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.desktop import printing
from game.desktop.printing import print_guide
from game.telling.page import Paragraph
from tests.desktop.playing import STORY, Player, window
from tests.telling.plays import words


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window()


@pytest.fixture
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for downloads, with a browser that opens nothing."""
    monkeypatch.setattr(printing, "folders", lambda: (tmp_path,))
    monkeypatch.setattr(printing.webbrowser, "open", lambda address: True)
    monkeypatch.setattr(print_guide, "__defaults__", (lambda address: True,))
    return tmp_path


def prepared() -> Player:
    player = Player()
    player.click_at(player.keyed("prepare"))
    return player


def test_reading_the_page_writes_nothing_and_the_button_does_and_says_where(downloads: Path) -> None:
    player = prepared()
    assert list(downloads.iterdir()) == []
    player.click_at(player.keyed("print guide"))
    (path,) = downloads.iterdir()
    assert path.name == f"vigichat-guide-{STORY.stem}.html"
    assert str(path) in player.said
    assert player.focus == "Imprimer le guide"
    player.click_at(player.keyed("print guide"))
    assert list(downloads.iterdir()) == [path]


def test_the_way_out_forgets_that_it_was_printed(downloads: Path) -> None:
    player = prepared()
    player.click_at(player.keyed("print guide"))
    player.app.screen.forget()
    player.app.refresh()
    player.see()
    assert str(downloads) not in player.said


def shown(into: list[Path], opens: bool = True) -> tuple[Paragraph, list[str]]:
    from game.shelf import open_file

    opened = open_file(STORY, "fr").story
    assert opened is not None
    addresses: list[str] = []

    def show(address: str) -> bool:
        addresses.append(address)
        return opens

    return print_guide("mon histoire", *opened, into, show), addresses


def test_it_goes_into_the_first_folder_that_takes_it_and_spoils_no_other_file(tmp_path: Path) -> None:
    taken, free = tmp_path / "taken", tmp_path / "free"
    taken.mkdir()
    free.mkdir()
    other = taken / "vigichat-guide-mon histoire.html"
    other.write_text("mine", encoding="utf-8")
    told, addresses = shown([tmp_path / "not there", taken, free])
    (path,) = free.iterdir()
    assert other.read_text(encoding="utf-8") == "mine"
    assert addresses == [path.as_uri()]
    assert told.tone == "good"
    assert str(path) in words(told.spans)


def test_without_a_browser_it_is_said_to_open_the_file(tmp_path: Path) -> None:
    told, _addresses = shown([tmp_path], opens=False)
    assert "Ouvrez-le dans un navigateur" in words(told.spans)


def test_where_nothing_can_be_written_it_says_what_to_do(tmp_path: Path) -> None:
    told, addresses = shown([tmp_path / "not there"])
    assert addresses == []
    assert told.tone == "note"
    assert "vigichat guide mon histoire --html" in words(told.spans)


def test_the_folders_are_those_of_the_person_at_this_computer() -> None:
    found = printing.folders()
    assert len(found) == 3
    assert found[-1] == Path.home()
