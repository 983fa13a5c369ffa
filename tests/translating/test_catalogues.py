"""A translator's work, from beginning a catalogue to a story that changed: what is kept, shown and told, what fails."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile

import pytest
from babel.messages.catalog import Catalog

from game.catalogue import words
from game.cli.translate_files import begin_catalogue, status, update_catalogues
from game.compiling import read_written
from game.storage import folder
from game.translating.catalogue_files import keep
from game.translating.overview import Home
from game.translating.refreshing import refreshed
from tests.tools import tool

STORY = """\
format: 1
title: "Une partie"
summary: "Une rencontre."
locale: fr-FR
cast:
  me: {name: "Sacha"}
  alex: {name: "Alex", role: contact, profile: "Joue au même jeu"}
scenes:
  contact:
    skip: "Alex insiste."
    chat: |
      alex: Viens sur une autre appli
        ^ change-app "une autre appli"
      alex: Alors, tu viens ce soir
      alex (masked): Demande intime
        ^ intimate-request
    choices:
      - {id: tell, do: "Appeler le {helpline}", because: "Parler aide."}
    go_to: end
endings:
  end: {title: "La fin", debrief: "Appelle le 3018 avant 23 h."}
"""

PLACE = "locales/en/LC_MESSAGES/partie.po"
TOOL = tool("text_catalogues")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one story, which nobody has translated, and somebody in it."""
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "partie.yaml").write_text(STORY, encoding="utf-8")
    there = tmp_path / "locales" / "en" / "LC_MESSAGES"
    there.mkdir(parents=True)
    copyfile(folder("locales") / "en" / "LC_MESSAGES" / "reference.po", there / "reference.po")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def home(root: Path) -> Home:
    return Home(root / "scenarios", root / "locales")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, text
    path.write_text(text.replace(old, new), encoding="utf-8")


def mend(root: Path, old: str, new: str) -> None:
    """Change the story."""
    edit(root / "scenarios" / "partie.yaml", old, new)


def translated(root: Path, said: Mapping[str, str] | None = None, language: str = "en") -> Path:
    """The story's catalogue, filled in as a person does: every text in capitals, or as is `said` for it."""
    assert begin_catalogue(language, "partie", home(root)) == 0
    path = root / "locales" / language / "LC_MESSAGES" / "partie.po"
    catalogue = read_written(path.read_bytes(), language)
    for message in catalogue:
        if message.id:
            loud = str(message.id).upper().replace("{HELPLINE}", "{helpline}")
            message.string = (said or {}).get(str(message.id), loud)
    keep(path, catalogue)
    return path


def told(capsys: pytest.CaptureFixture[str], root: Path, into: str = "en") -> tuple[int, list[str]]:
    """What `translate status` ends with and says below its table."""
    capsys.readouterr()
    code = status(("partie",), into, "text", home(root))
    return code, capsys.readouterr().out.splitlines()[2:]


def spoken(root: Path, context: str, text: str) -> str:
    say = words("partie", "en", root / "locales")
    assert say is not None
    return say(context, text)


# -- beginning


def test_a_catalogue_is_begun_with_every_text_and_who_says_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert begin_catalogue("en", "partie", home(root)) == 0
    assert capsys.readouterr().out == f"{PLACE}: 13 texts to translate.\n"
    text = (root / PLACE).read_text(encoding="utf-8")
    assert text.startswith("# The story “Une partie” in English.\n")
    assert '#. Alex (contact, Joue au même jeu)\nmsgctxt "partie/contact"\nmsgid "Viens sur une autre appli"\n' in text
    assert "Demande intime" not in text
    assert (root / PLACE).with_suffix(".mo").is_file()


@pytest.mark.parametrize(
    ("language", "story", "why"),
    [
        ("en", "nothing", "no story that can be read is called “nothing”"),
        ("fr", "partie", "the story is written in “fr”"),
        ("zz", "partie", "“zz” is no language"),
        ("../up", "partie", "“../up” is no language"),
        ("de", "reference", "no story that can be read is called “reference”"),
    ],
)
def test_a_catalogue_that_cannot_be_begun_is_told_and_nothing_is_written(
    language: str, story: str, why: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(root.rglob("*"))
    assert begin_catalogue(language, story, home(root)) == 1
    assert why in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before


def test_a_catalogue_is_not_begun_twice(root: Path) -> None:
    path = translated(root)
    before = path.read_bytes()
    assert begin_catalogue("en", "partie", home(root)) == 1
    assert path.read_bytes() == before


# -- what is told


def test_a_complete_catalogue_has_nothing_to_tell_and_is_looked_up(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = translated(root)
    before = path.read_bytes()
    assert told(capsys, root) == (0, [])
    assert update_catalogues(("partie",), home(root)) == 0
    assert capsys.readouterr().out == "Every text is translated.\n"
    assert path.read_bytes() == before
    assert spoken(root, "partie/contact", "Alors, tu viens ce soir") == "ALORS, TU VIENS CE SOIR"


def test_every_text_without_a_translation_is_told_with_both_places(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = translated(root, {"La fin": ""})
    line = path.read_text(encoding="utf-8").split("\n").index('msgid "La fin"') + 1
    assert told(capsys, root) == (1, [f"scenarios/partie.yaml:21:16: to translate: “La fin” ({PLACE}:{line})"])


@pytest.mark.parametrize(
    ("text", "translation", "what"),
    [
        ("une autre appli", "elsewhere", "a quotation that is not in its message: “elsewhere” in “VIENS SUR"),
        ("Appeler le {helpline}", "Ring {helpine}", "other words in braces than in its text: “Appeler"),
        ("Appelle le 3018 avant 23 h.", "Call 3081 before 11 pm.", "another number than in its text: “Appelle"),
    ],
)
def test_what_is_lost_in_a_translation_is_told_and_fails_in_every_language(
    text: str, translation: str, what: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in ("en", "de"):
        translated(root, {text: translation}, language)
        code, lines = told(capsys, root, language)
        assert code == 1
        assert [what in line for line in lines if "CAPTIONS" not in line] == [True]
    assert TOOL.main(["--check"], root) == 1


def test_an_hour_may_be_told_by_another_clock(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translated(root, {"Appelle le 3018 avant 23 h.": "Call 3018 before 11 pm."})
    assert told(capsys, root) == (0, [])


def test_a_small_number_that_differs_fails_nothing_and_may_be_settled_by_a_remark(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mend(root, "Parler aide.", "En 5e, parler aide.")
    path = translated(root, {"En 5e, parler aide.": "In year 8, talking helps."})
    code, (line,) = told(capsys, root)
    assert (code, "another number than in its text: “En 5e" in line) == (0, True)
    edit(
        path,
        '\nmsgctxt "partie/contact"\nmsgid "En 5e',
        '\n# numbers: 5e is year 8\nmsgctxt "partie/contact"\nmsgid "En 5e',
    )
    assert told(capsys, root) == (0, [])


def test_a_language_without_captions_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translated(root, language="es")
    code, (line,) = told(capsys, root, "es")
    assert code == 1
    assert "add “es” to CAPTIONS" in line


def test_the_status_is_there_for_other_programs_too(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translated(root, {"La fin": ""})
    capsys.readouterr()
    assert status((), "en", "json", home(root)) == 1
    sheets = {one["name"]: one for one in json.loads(capsys.readouterr().out)["sheets"]}
    assert (sheets["partie"]["translated"], sheets["partie"]["missing"]) == (12, 1)
    assert sheets["partie"]["findings"][0]["kind"] == "missing"
    assert (sheets["reference"]["again"], sheets["reference"]["missing"]) == (0, 0)


def test_a_name_that_no_story_has_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(("parti",), None, "text", home(root)) == 2
    assert "Did you mean “partie”?" in capsys.readouterr().err


def test_a_catalogue_of_no_story_and_a_story_without_one_are_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = translated(root)
    path.rename(path.with_name("autre.po"))
    capsys.readouterr()
    assert status((), "en", "text", home(root)) == 1
    lines = capsys.readouterr().out
    assert "locales/en/LC_MESSAGES/autre.po: no story has this name" in lines
    assert "Begin it: vigichat translate new partie --into en" in lines
    assert TOOL.main(["--check"], root) == 1


# -- a story that changed


def test_a_typo_mended_keeps_the_translation_shows_it_and_is_told_once(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = translated(root)
    mend(root, "Alors, tu viens ce soir", "Alors, tu viens ce soir ?")
    before = path.read_bytes()
    assert TOOL.main(["--check"], root) == 1  # the catalogue is behind
    assert path.read_bytes() == before
    assert update_catalogues(("partie",), home(root)) == 0
    text = path.read_text(encoding="utf-8")
    assert (
        "#, fuzzy\n"
        '#| msgid "Alors, tu viens ce soir"\n'
        'msgctxt "partie/contact"\n'
        'msgid "Alors, tu viens ce soir ?"\n'
        'msgstr "ALORS, TU VIENS CE SOIR"\n'
    ) in text
    assert spoken(root, "partie/contact", "Alors, tu viens ce soir ?") == "ALORS, TU VIENS CE SOIR"
    code, (line,) = told(capsys, root)
    assert (code, TOOL.main(["--check"], root)) == (0, 0)
    assert line.startswith("scenarios/partie.yaml:14:7: to be read again: “Alors, tu viens ce soir ?”: “ALORS")
    # Somebody has read it: it is not marked again.
    edit(path, "#, fuzzy\n", "")
    update_catalogues(("partie",), home(root))
    assert told(capsys, root) == (0, [])
    assert "#|" not in path.read_text(encoding="utf-8")


def test_a_change_that_is_taken_back_leaves_no_mark(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = translated(root)
    before = path.read_bytes()
    mend(root, "ce soir", "ce soir ?")
    update_catalogues(("partie",), home(root))
    mend(root, "ce soir ?", "ce soir")
    update_catalogues(("partie",), home(root))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "context"),
    [
        ("Appelle le 3018 avant 23 h.", "Appelle le 3019 avant 23 h.", "partie/end"),
        ("Parler aide.", "Parler aide : {helpline}.", "partie/contact"),
    ],
)
def test_an_old_translation_is_not_shown_where_a_number_or_a_placeholder_changed(
    old: str, new: str, context: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = translated(root)
    mend(root, old, new)
    update_catalogues(("partie",), home(root))
    assert spoken(root, context, new) == new
    path.with_suffix(".mo").unlink()  # and no more from the written file
    assert spoken(root, context, new) == new
    code, lines = told(capsys, root)
    assert code == 1
    assert ["its old translation no longer fits" in line for line in lines] == [True]
    assert TOOL.main(["--check"], root) == 1


def test_a_scene_that_is_renamed_keeps_its_translations_to_be_read_again(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    translated(root)
    mend(root, "  contact:\n", "  premier-contact:\n")
    update_catalogues(("partie",), home(root))
    code, lines = told(capsys, root)
    assert code == 0
    assert ["to be read again" in line for line in lines] == [True] * 6


def catalogue(*messages: tuple[str, str, str], comment: str = "Inès (friend)") -> Catalog:
    made = Catalog(locale="en")
    for context, text, string in messages:
        made.add(text, string, context=context, auto_comments=[comment])
    return made


def guesses(old: Catalog, *wanted: tuple[str, str], comment: str = "Inès (friend, 16 ans)") -> list[str]:
    new = catalogue(*((context, text, "") for context, text in wanted), comment=comment)
    return [str(message.string) for message in refreshed(old, new) if message.id and message.fuzzy]


def test_the_guess_is_the_most_alike_of_what_one_person_no_longer_says_in_one_scene() -> None:
    old = catalogue(
        ("a", "Tu viens répéter demain", "one"),
        ("a", "Tu viens jouer demain", "two"),
        ("b", "Tu viens jouer demain soir là", "three"),
    )
    assert guesses(old, ("a", "Tu viens jouer demain soir")) == ["two"]
    assert guesses(old, ("a", "Tu viens jouer demain soir"), comment="Malo (friend)") == []
    # A text that is still there keeps its own, and lends it to nobody.
    assert guesses(old, ("a", "Tu viens jouer demain"), ("a", "Tu viens jouer demain soir")) == ["one"]
    # Each is offered once, to the text most like its own, and to none that is quite another.
    assert guesses(old, ("a", "Tu viens jouer demain ?"), ("a", "MILLE VUES. MILLE")) == ["two"]


# -- a file that a person wrote


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('msgstr "LA FIN"', 'msgstr "LA FIN', 'cannot be read: msgstr "LA FIN Mend its quotes'),
        ('msgstr "LA FIN"', 'msgstr "LA "FIN""', "cannot be read"),
        ('msgstr "LA FIN"', 'msgst "LA FIN"', "cannot be read"),
        ('msgstr "LA FIN"\n', "", "missing msgstr"),
    ],
)
def test_a_file_that_would_lose_something_is_told_and_left_alone(
    old: str, new: str, why: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = translated(root)
    edit(path, old, new)
    before = path.read_bytes()
    assert update_catalogues(("partie",), home(root)) == 1
    assert why in capsys.readouterr().out
    assert (TOOL.main(["--check"], root), path.read_bytes()) == (1, before)


def test_a_file_that_is_not_in_utf8_is_told_and_left_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = translated(root)
    path.write_bytes(path.read_text(encoding="utf-8").replace("“", "").replace("”", "").encode("latin-1"))
    before = path.read_bytes()
    update_catalogues(("partie",), home(root))
    assert "Save it as UTF-8" in capsys.readouterr().out
    assert path.read_bytes() == before


@pytest.mark.parametrize("charset", ["iso-8859-1", "zorglub"])
@pytest.mark.parametrize("before", ["", "\ufeff"])
def test_a_file_in_utf8_keeps_every_letter_whatever_it_begins_with(charset: str, before: str, root: Path) -> None:
    path = translated(root, {"Une partie": "Ça, “l’été”"})
    whole = path.read_text(encoding="utf-8")
    path.write_text(before + whole.replace("charset=utf-8", f"charset={charset}"), encoding="utf-8", newline="\r\n")
    assert spoken(root, "partie", "Une partie") == "Ça, “l’été”"
    assert update_catalogues(("partie",), home(root)) == 0
    assert path.read_bytes() == whole.encode()


def test_remarks_of_a_translator_and_breaks_in_a_text_are_kept(root: Path) -> None:
    mend(root, "ce soir", "ce soir\n        ou demain")
    path = translated(root, {"Alors, tu viens ce soir\nou demain": "first\nsecond"})
    remark = "# A remark that is longer than what anybody would put on one line of seventy-six characters."
    edit(path, "#. Said to the player in the debrief.\n", f"{remark}\n#. Said to the player in the debrief.\n")
    update_catalogues(("partie",), home(root))
    text = path.read_text(encoding="utf-8")
    assert remark in text
    assert 'msgid ""\n"Alors, tu viens ce soir\\n"\n"ou demain"\nmsgstr ""\n"first\\n"\n"second"\n' in text
