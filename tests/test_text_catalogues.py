"""The tool that brings catalogues up to the reference and the stories, and says what is left to be done by people."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from game.catalogue import words
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
  end: {title: "La fin", debrief: "C'est fini."}
"""


TOOL = tool("text_catalogues")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with one story and no catalogue."""
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "partie.yaml").write_text(STORY, encoding="utf-8")
    return tmp_path


def po(root: Path, language: str = "en") -> Path:
    return root / "locales" / language / "LC_MESSAGES" / "partie.po"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, text
    path.write_text(text.replace(old, new), encoding="utf-8")


def fill_in(path: Path, said: Mapping[str, str] | None = None) -> None:
    """Translate as a person does: every text by itself in capitals, or as is `said` for it."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parts[-3])
    for message in catalogue:
        if message.id:
            loud = str(message.id).upper().replace("{HELPLINE}", "{helpline}")
            message.string = (said or {}).get(str(message.id), loud)
    TOOL.keep(path, catalogue)


def translated(root: Path, said: Mapping[str, str] | None = None) -> Path:
    """The story's catalogue, begun and filled in."""
    assert TOOL.main(["--new", "en", "partie"], root) == 0
    fill_in(po(root), said)
    TOOL.main([], root)
    return po(root)


def told(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str) -> tuple[int, list[str]]:
    capsys.readouterr()
    code = TOOL.main([*arguments], root)
    return code, capsys.readouterr().out.splitlines()


# -- beginning


def test_a_catalogue_is_begun_with_every_text_and_who_says_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = told(capsys, root, "--new", "en", "partie")
    assert (code, lines) == (0, ["locales/en/LC_MESSAGES/partie.po: 13 texts to translate."])
    text = po(root).read_text(encoding="utf-8")
    assert text.startswith("# The story “Une partie” in English.\n")
    assert '#. Alex (contact, Joue au même jeu)\nmsgctxt "partie/contact"\nmsgid "Viens sur une autre appli"\n' in text
    assert '#. What the player may do on the phone.\n#, python-brace-format\nmsgctxt "partie/contact"\n' in text
    assert "Demande intime" not in text
    assert po(root).with_suffix(".mo").is_file()


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
    code, lines = told(capsys, root, "--new", language, story)
    assert code == 1
    assert [why in line for line in lines] == [True]
    assert not (root / "locales").exists()


def test_a_catalogue_is_not_begun_twice(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = translated(root)
    before = path.read_bytes()
    assert told(capsys, root, "--new", "en", "partie")[0] == 1
    assert path.read_bytes() == before


# -- what is told


def test_a_complete_catalogue_has_nothing_to_tell(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = translated(root)
    before = path.read_bytes()
    assert told(capsys, root, "--check") == (0, ["Every text is translated."])
    assert told(capsys, root) == (0, ["Every text is translated."])
    assert path.read_bytes() == before
    say = words("partie", "en", root / "locales")
    assert say is not None
    assert say("partie/contact", "Alors, tu viens ce soir") == "ALORS, TU VIENS CE SOIR"


def test_every_text_without_a_translation_is_told_with_its_context(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    translated(root, {"La fin": "", "Parler aide.": ""})
    code, lines = told(capsys, root, "--check")
    place = "locales/en/LC_MESSAGES/partie.po"
    assert code == 1
    assert lines == [
        f"{place}: to translate: partie/contact: Parler aide.",
        f"{place}: to translate: partie/end: La fin",
    ]


def test_a_quotation_that_is_not_in_its_message_is_told_with_its_context(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    translated(root, {"une autre appli": "elsewhere"})
    assert told(capsys, root, "--check")[1] == [
        "locales/en/LC_MESSAGES/partie.po: quotation not found in its message: "
        "partie/contact: “elsewhere” in: VIENS SUR UNE AUTRE APPLI"
    ]


@pytest.mark.parametrize("text", ["une autre appli", "Viens sur une autre appli"])
def test_a_quotation_is_not_told_while_its_message_or_itself_waits(
    text: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    translated(root, {text: ""})
    assert [": to translate: " in line for line in told(capsys, root, "--check")[1]] == [True]


def test_a_placeholder_that_was_lost_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translated(root, {"Appeler le {helpline}": "Ring {helpine}", "C'est fini.": "{helpline-name}"})
    assert told(capsys, root, "--check")[1] == [
        "locales/en/LC_MESSAGES/partie.po: other placeholders than in its text: "
        "partie/contact: {helpline}: Ring {helpine}",
        "locales/en/LC_MESSAGES/partie.po: other placeholders than in its text: "
        "partie/end: {helpline-name}: {helpline-name}",
    ]


def test_a_language_without_captions_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert TOOL.main(["--new", "es", "partie"], root) == 0
    fill_in(po(root, "es"))
    (line,) = told(capsys, root, "--check")[1]
    assert "add “es” to CAPTIONS" in line


def test_a_catalogue_of_no_story_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = translated(root)
    path.rename(path.with_name("autre.po"))
    (line,) = told(capsys, root, "--check")[1]
    assert line.startswith("locales/en/LC_MESSAGES/autre.po: no story that can be read has this name")


# -- a story that changed


def test_a_catalogue_behind_its_story_is_told_and_then_brought_up(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = translated(root)
    edit(root / "scenarios" / "partie.yaml", "Alors, tu viens ce soir", "Alors, tu viens demain soir")
    place = "locales/en/LC_MESSAGES/partie.po"
    waits = f"{place}: to translate: partie/contact: Alors, tu viens demain soir"
    before = path.read_bytes()
    assert told(capsys, root, "--check") == (
        1,
        [f"{place}: behind its files: run python tools/text_catalogues.py", waits],
    )
    assert path.read_bytes() == before
    assert told(capsys, root) == (0, [waits])
    assert told(capsys, root, "--check") == (1, [waits])
    text = path.read_text(encoding="utf-8")
    assert (
        "#, fuzzy\n"
        '#| msgid "Alors, tu viens ce soir"\n'
        'msgctxt "partie/contact"\n'
        'msgid "Alors, tu viens demain soir"\n'
        'msgstr "ALORS, TU VIENS CE SOIR"\n'
    ) in text
    assert 'msgstr "VIENS SUR UNE AUTRE APPLI"' in text


def test_a_guess_that_somebody_has_read_is_no_guess_any_more(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = translated(root)
    edit(root / "scenarios" / "partie.yaml", "Alors, tu viens ce soir", "Alors, tu viens demain soir")
    TOOL.main([], root)
    edit(path, "#, fuzzy\n", "")
    TOOL.main([], root)
    assert told(capsys, root, "--check") == (0, ["Every text is translated."])
    assert "#|" not in path.read_text(encoding="utf-8")


def catalogue(*messages: tuple[str, str, str]) -> Catalog:
    made = Catalog(locale="en")
    for context, text, string in messages:
        made.add(text, string, context=context)
    return made


def guesses(old: Catalog, *wanted: tuple[str, str]) -> list[str]:
    return [str(message.string) for message in TOOL.refreshed(old, wanted) if message.id and message.fuzzy]


def test_the_guess_is_the_most_alike_of_the_texts_that_are_gone_from_the_same_context() -> None:
    old = catalogue(
        ("a.ines", "Tu viens répéter demain", "one"),
        ("a.ines", "Tu viens jouer demain", "two"),
        ("b.ines", "Tu viens jouer demain soir", "three"),
    )
    assert guesses(old, ("a.ines", "Tu viens jouer demain soir")) == ["two"]
    # A text that is still there keeps its own, and lends it to nobody.
    assert guesses(old, ("a.ines", "Tu viens jouer demain"), ("a.ines", "Tu viens jouer demain soir")) == ["one"]


def test_each_translation_is_offered_once_to_the_text_most_like_its_own() -> None:
    old = catalogue(("a.ines", "Tu viens répéter demain", "one"))
    assert guesses(old, ("a.ines", "Tu viens manger demain"), ("a.ines", "Tu viens répéter demain ?")) == ["one"]
    new = TOOL.refreshed(old, [("a.ines", "Tu viens manger demain"), ("a.ines", "Tu viens répéter demain ?")])
    assert TOOL.waiting(new)[0] == ("a.ines", "Tu viens manger demain")
    assert [message.string for message in new if message.id] == ["", "one"]


def test_a_text_that_is_quite_another_is_offered_no_guess() -> None:
    old = catalogue(("a.ines", "Tu viens répéter demain", "one"))
    assert guesses(old, ("a.ines", "MILLE VUES. MILLE")) == []


# -- a file that a person wrote


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('msgstr "LA FIN"', 'msgstr "LA FIN', 'cannot be read: msgstr "LA FIN Mend its quotes'),
        ('msgstr "LA FIN"', 'msgstr "LA "FIN""', "cannot be read"),
        ('msgstr "LA FIN"', 'msgst "LA FIN"', "cannot be read"),
        ('msgstr "LA FIN"\n', "", "missing msgstr"),
        ("charset=utf-8", "charset=zorglub", "Save it as UTF-8"),
    ],
)
def test_a_file_that_would_lose_something_is_told_and_left_alone(
    old: str, new: str, why: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = translated(root)
    edit(path, old, new)
    before = path.read_bytes()
    for arguments in ((), ("--check",)):
        lines = told(capsys, root, *arguments)[1]
        assert [why in line for line in lines] == [True], lines
    assert path.read_bytes() == before


def test_a_file_that_is_not_in_utf8_is_told_and_left_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = translated(root)
    path.write_bytes(path.read_text(encoding="utf-8").replace("“", "").replace("”", "").encode("latin-1"))
    before = path.read_bytes()
    (line,) = told(capsys, root)[1]
    assert "Save it as UTF-8" in line
    assert path.read_bytes() == before


def test_remarks_of_a_translator_and_breaks_in_a_text_are_kept(root: Path) -> None:
    edit(root / "scenarios" / "partie.yaml", "ce soir", "ce soir\n        ou demain")
    path = translated(root, {"Alors, tu viens ce soir\nou demain": "first\nsecond"})
    remark = "# A remark that is longer than what anybody would put on one line of seventy-six characters."
    edit(path, "#. Said to the player in the debrief.\n", f"{remark}\n#. Said to the player in the debrief.\n")
    TOOL.main([], root)
    text = path.read_text(encoding="utf-8")
    assert remark in text
    assert 'msgid ""\n"Alors, tu viens ce soir\\n"\n"ou demain"\nmsgstr ""\n"first\\n"\n"second"\n' in text
