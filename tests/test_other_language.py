"""A story of the game in the language of whoever opens it, from its catalogue, in the window and in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from shutil import copyfile

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from game import catalogue, shelf
from game.cli.check_files import check_files
from game.cli.terminal import Terminal
from game.cli.text_home import home
from game.engine.debrief import fill
from game.engine.model import Scenario
from game.engine.transcript import play
from game.engine.translate import context, texts
from game.shelf import find, open_bytes, open_file
from game.storage import folder
from game.telling import language
from game.telling.debrief_pages import pages
from tests.desktop.playing import Player, window
from tests.telling.plays import all_texts, bubbles, words

FRENCH = """\
format: 1
title: "Une partie de plus"
summary: "Une rencontre dans un jeu."
locale: fr-FR
trap: true
cast:
  me: {name: "Sacha"}
  alex: {name: "Alex", role: contact, profile: "Joue au même jeu"}
  mum: {name: "Maman", role: family}
scenes:
  contact:
    skip: "Alex veut une image."
    chat: |
      ~ mardi, 16 h 02
      alex: Viens sur une autre appli, vite
        ^ change-app "sur une autre appli"
      alex (masked): Demande intime
        ^ intimate-request
      mum: On dîne
    choices:
      - {id: stay, reply: "Je reste ici", because: "C’est ton droit.", steps: stop-replying}
      - {id: tell, do: "Appeler le {helpline}", because: "Parler aide.", steps: helpline}
    go_to: evening
endings:
  evening: {title: "Le soir venu", debrief: "Ce n’est pas ta faute.", law: blackmail}
"""

ENGLISH = {
    "Une partie de plus": "One more game",
    "Une rencontre dans un jeu.": "Somebody new in a game.",
    "Sacha": "Sasha",
    "Alex": "Alec",
    "Joue au même jeu": "Plays the same game",
    "Maman": "Mum",
    "Alex veut une image.": "Alec wants an image.",
    "mardi, 16 h 02": "Tuesday, 4:02 pm",
    "Viens sur une autre appli, vite": "Quick, there is another app, come",
    "sur une autre appli": "another app",
    "On dîne": "Dinner’s ready",
    "Je reste ici": "I stay here",
    "C’est ton droit.": "You may.",
    "Appeler le {helpline}": "Ring {helpline}",
    "Parler aide.": "Talking helps.",
    "Le soir venu": "That evening",
    "Ce n’est pas ta faute.": "It is not your fault.",
}

NAME = "une-partie"


@pytest.fixture
def game(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a game that comes with one story in French, and the reference in English."""
    root = tmp_path / "game"
    (root / "scenarios").mkdir(parents=True)
    (root / "scenarios" / f"{NAME}.yaml").write_text(FRENCH, encoding="utf-8")
    there = root / "locales" / "en" / "LC_MESSAGES"
    there.mkdir(parents=True)
    for name in ("reference.po", "vigichat.po"):
        copyfile(folder("locales") / "en" / "LC_MESSAGES" / name, there / name)
    for module in (shelf, catalogue):
        monkeypatch.setattr(module, "folder", root.joinpath)
    with language.speaking("en"):
        yield root


def translate(game: Path, words: Mapping[str, str] = ENGLISH, spoken: str = "en") -> Path:
    """Put a catalogue of the story into the game, as a translator saves it."""
    scenario = open_bytes(Path("x.yaml"), FRENCH.encode(), "fr").scenario
    assert scenario is not None
    made = Catalog(locale=spoken)
    for one in texts(scenario):
        made.add(one.text, words.get(one.text, ""), context=context(NAME, one))
    path = game / "locales" / spoken / "LC_MESSAGES" / f"{NAME}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        write_po(out, made)
    return path


def told(path: Path, spoken: str) -> Scenario:
    story = open_file(path, spoken).story
    assert story is not None
    return story[0]


def said(scenario: Scenario) -> list[str]:
    return [one.text for one in texts(scenario)]


# -- which story is given in which language


def test_a_story_of_the_game_is_given_in_the_language_that_is_asked_for(game: Path) -> None:
    translate(game)
    opened = open_file(find(NAME), "en")
    assert opened.story is not None
    scenario, reference = opened.story
    assert (scenario.locale, reference.language, reference.country) == ("en-FR", "en", "fr")
    assert said(scenario) == list(ENGLISH.values())
    message = scenario.scene["contact"].messages[1]
    assert message.text[message.shown[0].start : message.shown[0].end] == "another app"
    assert scenario.scene["contact"].messages[2].text == "Intimate request"
    assert opened.problems == ()


def test_in_its_own_language_and_in_one_without_a_catalogue_it_is_as_it_was_written(game: Path) -> None:
    translate(game)
    for spoken in ("fr", "es"):
        assert told(find(NAME), spoken).locale == "fr-FR"
        assert said(told(find(NAME), spoken)) == list(ENGLISH)


def test_a_file_of_ones_own_stays_in_its_language(game: Path, tmp_path: Path) -> None:
    translate(game)
    own = tmp_path / f"{NAME}.yaml"
    own.write_text(FRENCH, encoding="utf-8")
    assert said(told(own, "en")) == list(ENGLISH)
    (game / "scenarios" / "mine").mkdir()
    own = own.rename(game / "scenarios" / "mine" / own.name)
    assert said(told(own, "en")) == list(ENGLISH)


def test_a_story_of_the_game_is_known_however_its_path_is_written(game: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    translate(game)
    monkeypatch.chdir(game / "scenarios")
    for way in (f"{NAME}.yaml", f"../scenarios/{NAME}.yaml", str(game / "scenarios" / f"{NAME}.yaml")):
        assert told(Path(way), "en").title == "One more game"


@pytest.mark.parametrize("name", ["x.yaml", "absent/x.yaml", "\0/x.yaml", "\0"])
def test_content_in_hand_is_named_after_any_path(name: str, game: Path) -> None:
    assert open_bytes(Path(name), FRENCH.encode(), "en").story is not None


# -- nothing keeps anybody from playing


def test_a_text_that_the_catalogue_lacks_stays_as_it_was_written(game: Path) -> None:
    translate(game)
    edited = FRENCH.replace("On dîne", "On mange").replace("Joue au même jeu", "Joue")
    find(NAME).write_text(edited, encoding="utf-8")
    assert said(told(find(NAME), "en")) == [
        {"Plays the same game": "Joue", "Dinner’s ready": "On mange"}.get(text, text) for text in ENGLISH.values()
    ]


def test_a_quotation_that_was_not_translated_means_the_whole_message(game: Path) -> None:
    translate(game, {**ENGLISH, "sur une autre appli": ""})
    message = told(find(NAME), "en").scene["contact"].messages[1]
    assert (message.shown[0].start, message.shown[0].end) == (0, len("Quick, there is another app, come"))


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b'msgid "', b"nothing of a catalogue", b'msgid ""\nmsgstr "a"']
)
def test_a_catalogue_that_cannot_be_read_keeps_nobody_from_playing(content: bytes, game: Path) -> None:
    translate(game).write_bytes(content)
    assert said(told(find(NAME), "en")) == list(ENGLISH)


def test_the_stories_that_come_with_the_game_play_in_every_language_of_the_interface() -> None:
    for path in shelf.shipped():
        for spoken in language.LANGUAGES:
            opened = open_file(path, spoken)
            assert opened.story is not None
            assert opened.problems == ()
            scenario, reference = opened.story
            assert pages(scenario, reference, play(scenario, ()))


# -- what is judged


def test_checking_judges_the_file_itself(game: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translate(game, {**ENGLISH, "sur une autre appli": "nowhere"})
    find(NAME).write_text(
        FRENCH.replace("go_to: evening", "go_to: evening\n  lost: {go_to: evening}"), encoding="utf-8"
    )
    assert check_files([NAME], "text") == 0
    out = capsys.readouterr().out
    assert f"{NAME}.yaml:24:3: not-reachable" in out
    assert "nowhere" not in out


# -- the faces


@pytest.fixture
def screen() -> Iterator[None]:
    """What the window needs."""
    yield from window("en")


def test_the_window_plays_in_its_language_from_the_list_of_stories_to_the_ending(game: Path, screen: None) -> None:
    translate(game)
    player = Player(None)
    player.click("Play")
    player.wait()
    player.click("One more game. Somebody new in a game. You play Sasha.")
    player.wait()
    assert "You play a character, Sasha" in player.said
    player.begin()
    player.choose("go on", "choice tell")
    spoken = player.said
    for text in ("Tuesday, 4:02 pm", "Alec: Quick, there is another app, come", "Dinner’s ready", "Ring 3018"):
        assert text in spoken
    assert "That evening" in spoken
    assert not [text for text in ENGLISH if text in spoken and len(text) > 6]


def test_the_terminal_lists_and_plays_in_its_language(game: Path) -> None:
    translate(game)
    out = StringIO()
    home(Terminal(StringIO("2\n\n1\n1\n"), out, 200), 0)
    shown = out.getvalue()
    for text in ("One more game. Somebody new in a game.", "Tuesday, 4:02 pm", "another app", "Intimate request"):
        assert text in shown
    assert not [text for text in ENGLISH if text in shown and len(text) > 6]


def test_the_debrief_of_a_translated_story_is_all_in_one_language(game: Path) -> None:
    translate(game)
    opened = open_file(find(NAME), "en")
    assert opened.story is not None
    scenario, reference = opened.story
    shown = {page.id: page for page in pages(scenario, reference, play(scenario, ("+mark:2", "tell")))}
    every = "\n".join(text for page in shown.values() for text in all_texts(page))
    assert not [text for text in ENGLISH if fill(text, reference) in every and len(text) > 6]
    assert "That evening" in every
    assert "Blackmail" in every
    (marked,) = [one for one in bubbles(shown["conversation"]) if words(one.spans).startswith("Quick")]
    assert [span.text for span in marked.spans if span.underline] == ["another app"]
