"""In which language the window opens: what was asked for with this run, else what was chosen, else the system's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli.main import main
from game.desktop import start, window
from game.desktop.app import App
from game.engine.events import Log
from game.keeping.places import VARIABLE
from game.keeping.settings import Settings
from game.keeping.settings_file import read_settings, write_settings
from game.telling import language
from tests.desktop.playing import window as dummy

FRENCH, ENGLISH = "Ça m’arrive en ce moment", "It is happening to me now"


@pytest.fixture(autouse=True)
def _window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    yield from dummy("fr")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[App]:
    """The apps that were shown, each closed at once."""
    apps: list[App] = []
    monkeypatch.setattr(window, "run", lambda app, *others, **more: apps.append(app))
    return apps


def said(app: App) -> list[str]:
    return [node.label for node in app.nodes()]


def test_without_a_choice_it_speaks_what_the_system_speaks(opened: list[App]) -> None:
    write_settings(Settings(met=True))
    assert main([]) == 0
    assert ENGLISH in said(opened[0])


def test_it_opens_in_the_language_that_was_chosen(opened: list[App]) -> None:
    write_settings(Settings(language="fr", met=True))
    assert main([]) == 0
    assert FRENCH in said(opened[0])


def test_what_is_asked_for_with_this_run_wins_and_is_not_kept(opened: list[App]) -> None:
    write_settings(Settings(language="fr", met=True))
    assert main(["--lang", "en"]) == 0
    app = opened[0]
    assert ENGLISH in said(app)
    # Another setting changes nothing about it, neither now nor for the next start.
    app.change(replace(app.settings, colours="dark"))
    assert ENGLISH in said(app)
    assert (read_settings().language, read_settings().colours) == ("fr", "dark")
    # What is then chosen is kept.
    app.change(replace(app.settings, language="fr"))
    assert FRENCH in said(app)
    app.change(replace(app.settings, language="en"))
    assert read_settings().language == "en"


def test_a_story_is_opened_in_the_language_that_was_chosen(opened: list[App]) -> None:
    write_settings(Settings(language="fr", met=True))
    assert main(["play", "trois-semaines-en-aout"]) == 0
    assert "Avant de jouer" in said(opened[0])


@pytest.mark.parametrize("language_code", ["xx", "de", "../..", "x-rtl"])
def test_a_language_that_nobody_speaks_is_no_choice(language_code: str, opened: list[App], tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    kept = json.dumps({"language": language_code, "met": True})
    (tmp_path / "kept" / "settings.json").write_text(kept, encoding="utf-8")
    assert main([]) == 0
    assert language.current() == "en"
    assert opened[0].running


@pytest.mark.parametrize("country", ["fr", "zz", ""])
def test_help_is_there_whatever_country_was_kept(country: str, opened: list[App]) -> None:
    write_settings(Settings(language="fr", country=country, met=True))
    assert main([]) == 0
    opened[0].help()
    assert any("3018" in label for label in said(opened[0]))


def test_the_log_of_the_last_play_is_given_back(opened: list[App]) -> None:
    log: Log = start.run(None)
    assert log == ()
