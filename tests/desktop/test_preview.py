"""A story shown while it is written: each save is followed to the same moment, and faults stand above what was good."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli.new_scenario import story
from game.desktop.screens.preview import Preview
from game.desktop.watched_file import LOOK_EVERY, WatchedFile
from tests.desktop.layout_faults import faults as layout_faults
from tests.desktop.playing import Player, choices, edit, window


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "carnet.yaml"
    path.write_text(story(path.name), encoding="utf-8")
    return path


class Author(Player):
    """Writes the file at `path` and looks at the preview of it."""

    def __init__(self, path: Path, size: tuple[int, int] = (1280, 720), percent: int = 100) -> None:
        super().__init__(None, size, percent=percent)
        self.preview = Preview(path, seed=1)
        self.app.go(self.preview)
        self.see()

    @property
    def play(self):  # type: ignore[no-untyped-def]
        assert self.preview.play is not None
        return self.preview.play

    def save(self, path: Path, old: str, new: str) -> None:
        """Change the file, and wait until the preview has looked twice."""
        edit(path, old, new)
        self.wait(3 * LOOK_EVERY)


def at_pressure(path: Path) -> Author:
    author = Author(path)
    author.read()
    author.choose("choice open", "go on")
    return author


def looking_back(path: Path) -> Author:
    author = at_pressure(path)
    author.choose("choice talk", "choice later")
    author.app.choose("button", "Revenir sur ce qui s’est passé")
    author.see()
    return author


def test_it_begins_at_the_first_message_and_says_that_it_is_a_preview(path: Path) -> None:
    author = Author(path)
    assert "Aperçu\u00a0: Le carnet de croquis" in author.labels
    assert "Voici «\u00a0carnet.yaml\u00a0», tel qu’il est enregistré." in author.labels
    author.read()
    assert author.named("Mes dessins, j'en parle avec Assia aussi.")


def test_a_save_is_followed_to_the_same_moment(path: Path) -> None:
    author = at_pressure(path)
    author.save(path, "Payer, pour que ça s'arrête", "Céder, pour que ça s'arrête")
    assert author.named("Céder, pour que ça s'arrête")
    assert choices(author) == ["open"]
    assert author.play.state.scene == "pressure"


def test_with_a_fault_the_last_good_version_stays_and_can_be_played(path: Path) -> None:
    author = at_pressure(path)
    author.save(path, "go_to: nurse", "go_to: nurze")
    line = path.read_text(encoding="utf-8").split("\n").index("        go_to: nurze") + 1
    told = next(label for label in author.labels if label.startswith(f"Ligne {line}, colonne 16"))
    assert "nurze" in told
    assert any("nurse" in label and "Vouliez-vous dire" in label for label in author.labels)
    assert any(label.startswith("«\u00a0carnet.yaml\u00a0» a 2 erreurs.") for label in author.labels)
    author.choose("choice talk")
    assert author.play.state.scene == "nurse"


def test_mended_the_faults_go_and_the_play_goes_on_where_it_was(path: Path) -> None:
    author = at_pressure(path)
    author.save(path, "format: 1", "format: 1\nformat: 1")
    assert any(label.startswith("Ligne ") for label in author.labels)
    author.save(path, "format: 1\nformat: 1", "format: 1")
    assert not any(label.startswith("Ligne ") for label in author.labels)
    assert choices(author) == ["open"]
    assert author.play.state.phase == "choosing"


def test_a_file_that_cannot_be_played_at_first_appears_once_it_can(path: Path) -> None:
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("title:", "titel:", 1), encoding="utf-8")
    author = Author(path)
    assert "Aperçu\u00a0: carnet.yaml" in author.labels
    assert any("l’histoire apparaîtra ici" in label for label in author.labels)
    path.write_text(good, encoding="utf-8")
    author.wait(3 * LOOK_EVERY)
    author.read()
    assert author.named("Mes dessins, j'en parle avec Assia aussi.")


def test_a_save_by_renaming_is_followed(path: Path) -> None:
    author = at_pressure(path)
    new = path.with_suffix(".new")
    new.write_text(path.read_text(encoding="utf-8").replace("Payer, pour", "Céder, pour"), encoding="utf-8")
    os.replace(new, path)
    author.wait(3 * LOOK_EVERY)
    assert author.named("Céder, pour que ça s'arrête")


def test_a_file_that_is_gone_for_a_moment_is_not_told(path: Path) -> None:
    author = at_pressure(path)
    aside = path.rename(path.with_suffix(".old"))
    author.wait(LOOK_EVERY)
    aside.rename(path)
    author.wait(4 * LOOK_EVERY)
    assert not any(label.startswith("Ligne ") for label in author.labels)


def test_a_deleted_file_is_told_and_the_play_stays(path: Path) -> None:
    author = at_pressure(path)
    content = path.read_bytes()
    path.unlink()
    author.wait(3 * LOOK_EVERY)
    assert any("Il n’y a aucun fichier ici." in label for label in author.labels)
    assert author.keyed("choice talk")
    path.write_bytes(content)
    author.wait(3 * LOOK_EVERY)
    assert not any(label.startswith("Ligne ") for label in author.labels)


def test_a_half_written_file_is_not_read(path: Path) -> None:
    author = at_pressure(path)
    content = path.read_text(encoding="utf-8")
    path.write_text("", encoding="utf-8")
    author.wait(LOOK_EVERY)
    path.write_text(content.replace("Payer, pour", "Céder, pour"), encoding="utf-8")
    author.see(LOOK_EVERY)
    assert not any(label.startswith("Ligne ") for label in author.labels)
    author.see(LOOK_EVERY)
    assert author.named("Céder, pour que ça s'arrête")


def test_the_debrief_follows_too_and_can_lead_to_another_play(path: Path) -> None:
    author = looking_back(path)
    author.save(path, "C'est déjà beaucoup.", "C'est déjà un grand pas.")
    assert any("un grand pas" in label for label in author.labels)
    author.click("Rejouer")
    author.read()
    assert choices(author) == []
    assert author.app.screen is author.preview


def test_the_debrief_speaks_another_language_once_it_is_chosen(path: Path) -> None:
    author = looking_back(path)
    author.app.change(replace(author.app.settings, language="en"))
    author.see()
    assert author.play.reference.language == "en"
    assert author.keyed("tab law").label == "What the law says"


def test_on_a_wall_the_arrows_turn_the_pages_of_the_debrief(path: Path) -> None:
    author = looking_back(path)
    author.key("f8")
    for _ in range(40):
        author.key("right")
    assert author.keyed("tab helps").current


def test_where_the_ending_is_none_any_more_the_play_goes_on_from_there(path: Path) -> None:
    author = looking_back(path)
    author.save(path, "trusted-adult\n        go_to: own-pace", "trusted-adult\n        go_to: here")
    assert choices(author) == ["open", "talk", "later"]
    assert author.play.state.phase == "choosing"
    assert author.keyed("choice call")


def test_the_first_remark_is_told_with_its_line_and_the_others_are_counted(path: Path) -> None:
    author = Author(path)
    author.save(path, '  goal: "Remarquer une demande de secret ; savoir à qui parler, sans honte."\n', "")
    line = path.read_text(encoding="utf-8").split("\n").index("teacher:") + 1
    assert any(label.startswith(f"Ligne {line}, colonne ") and "goal" in label for label in author.labels)
    assert not any("vigichat check" in label for label in author.labels)
    author.save(path, "facts:\n", "facts:\n  unread: 'a lu'\n")
    assert any("autre" in label and "vigichat check carnet.yaml" in label for label in author.labels)
    author.read()
    assert author.named("Mes dessins, j'en parle avec Assia aussi.")


def test_the_way_out_forgets_the_story_and_its_faults(path: Path) -> None:
    author = at_pressure(path)
    author.save(path, "go_to: nurse", "go_to: nurze")
    author.key("shift", "shift", "shift")
    assert author.labels == ["Notes"]
    assert author.preview.play is None
    author.save(path, "go_to: nurze", "go_to: nurse")
    assert author.labels == ["Notes"]


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("size", [(1280, 720), (640, 480)])
def test_faults_leave_room_for_the_play(path: Path, size: tuple[int, int], percent: int) -> None:
    author = Author(path, size, percent)
    author.save(path, "minutes: 4", "minutes: 4\n" + "\n".join(f"nothing{number}: 1" for number in range(9)))
    assert "Et 4 autres erreurs." in author.labels
    banner, talk = author.scroll("banner").rect, author.scroll("talk").rect
    assert banner.h <= 0.4 * size[1]
    assert talk.h >= 0.4 * size[1]
    assert not banner.colliderect(talk)
    assert layout_faults(author.app, size) == []


# -- looking at the file


def test_the_file_is_looked_at_four_times_a_second(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = WatchedFile(path)
    looks: list[object] = []
    stat = os.stat
    monkeypatch.setattr(os, "stat", lambda one: looks.append(one) or stat(one))
    for _ in range(60):
        assert not watched.saved(1 / 60)
    assert 3 <= len(looks) <= 4
