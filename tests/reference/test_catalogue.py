"""The reference in English: complete, not stale, and looked up the same way from either file."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from game.catalogue import words
from game.reference import library
from game.reference.library import countries, files_of, load, texts
from game.translating.catalogue_files import opened, written
from game.translating.judging import sheet
from game.translating.refreshing import refreshed
from game.translating.wanted import reference

ROOT = Path(__file__).parents[2]
WRITTEN = ROOT / "locales" / "en" / "LC_MESSAGES" / "reference.po"
FRENCH = {one for country in countries() for one in texts(files_of(country))}


def english() -> Catalog:
    with WRITTEN.open("rb") as file:
        return read_po(file)


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """A folder of catalogues with the shipped English one, not compiled."""
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    shutil.copyfile(WRITTEN, folder / "reference.po")
    return tmp_path


def compile_at(locales: Path, age: float = 0.0, **changes: str) -> None:
    """Compile the catalogue of `locales`, with other words for some contexts, `age` seconds before its .po."""
    written = locales / "en" / "LC_MESSAGES" / "reference.po"
    with written.open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        if message.context in changes:
            message.string = changes[message.context]
    with written.with_suffix(".mo").open("wb") as out:
        write_mo(out, catalogue)
    saved = written.stat().st_mtime
    os.utime(written.with_suffix(".mo"), (saved - age, saved - age))


def test_every_text_is_translated_and_none_is_stale() -> None:
    said = [message for message in english() if message.id]
    assert {(str(message.context), str(message.id)) for message in said} == FRENCH
    assert not [message.context for message in said if not message.string or message.fuzzy]
    assert not english().obsolete


def test_the_shipped_catalogue_is_what_the_tool_writes() -> None:
    new = refreshed(opened(WRITTEN), reference().texts)
    assert written(new) == WRITTEN.read_text(encoding="utf-8")


def test_both_languages_load_with_the_same_entries() -> None:
    french, en = load("fr", "fr"), load("fr", "en")
    assert (french.language, en.language) == ("fr", "en")
    for kind in ("signs", "steps", "law", "helplines", "families"):
        assert [entry.id for entry in getattr(french, kind)] == [entry.id for entry in getattr(en, kind)]
    assert en.sign["threat"].short == "A threat"
    assert en.missing_number.startswith("The source document goes from point 3 to point 5")
    assert [line.number for line in en.helplines] == [line.number for line in french.helplines]


def test_quotations_stay_in_french_and_are_rendered_in_english_after_the_advice() -> None:
    french, en = load("fr", "fr"), load("fr", "en")
    for step in en.steps:
        assert step.quotation == french.step[step.id].quotation
        assert ("The source says: “" in step.long) == bool(step.quotation), step.id


def test_english_says_the_same_numbers() -> None:
    """Amounts, years, hours and phone numbers are facts: a translation must not lose or change one."""
    for message in english():
        if not message.id:
            continue
        french = numbers(
            str(message.id)
            .replace("18\u00a0h", "6\u00a0h")
            .replace("19\u00a0h", "7\u00a0h")
            .replace("16\u00a0h", "4\u00a0h")
        )
        told = numbers(re.sub(r"“[^”]*”", "", str(message.string)))
        # “Mineur” is often said as “under 18”, and 23 h is 11 pm.
        wanted = {"11" if number == "23" else number for number in french}
        assert wanted <= told <= wanted | {"18", "2014"}, message.context


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", re.sub(r"(?<=\d)[\u00a0,](?=\d{3})", "", re.sub(r"«[^»]*»", "", text))))


def test_a_language_without_a_catalogue_gets_french_and_says_so() -> None:
    assert load("fr", "es") == load("fr", "fr")
    assert load("fr", "es").language == "fr"


def test_a_regional_language_finds_the_catalogue_of_its_language(locales: Path) -> None:
    say = words("reference", "en_GB", locales)
    assert say is not None
    assert say("threat.short", "Une menace") == "A threat"


def test_a_text_that_the_catalogue_lacks_comes_back_as_written(locales: Path) -> None:
    for compiled in (False, True):
        if compiled:
            compile_at(locales)
        say = words("reference", "en", locales)
        assert say is not None
        assert say("threat.short", "Une autre menace") == "Une autre menace"
        assert say("nowhere.short", "Une menace") == "Une menace"


def test_a_guess_is_shown_to_nobody(locales: Path) -> None:
    written = locales / "en" / "LC_MESSAGES" / "reference.po"
    text = written.read_text(encoding="utf-8")
    written.write_text(text.replace('msgctxt "threat.short"', '#, fuzzy\nmsgctxt "threat.short"'), encoding="utf-8")
    for compiled in (False, True):
        if compiled:
            compile_at(locales)
        say = words("reference", "en", locales)
        assert say is not None
        assert say("threat.short", "Une menace") == "Une menace"


def test_the_compiled_catalogue_is_used_when_it_is_as_new(locales: Path) -> None:
    compile_at(locales, age=1.0, **{"threat.short": "compiled"})
    say = words("reference", "en", locales)
    assert say is not None
    assert say("threat.short", "Une menace") == "compiled"


def test_the_written_catalogue_is_used_when_it_was_edited_since(locales: Path) -> None:
    compile_at(locales, age=60.0, **{"threat.short": "compiled"})
    say = words("reference", "en", locales)
    assert say is not None
    assert say("threat.short", "Une menace") == "A threat"


def test_the_compiled_catalogue_is_enough_alone(locales: Path) -> None:
    compile_at(locales)
    (locales / "en" / "LC_MESSAGES" / "reference.po").unlink()
    say = words("reference", "en", locales)
    assert say is not None
    assert say("threat.short", "Une menace") == "A threat"


def test_refreshing_keeps_translations_by_context_and_marks_a_changed_text() -> None:
    old = Catalog(locale="en")
    old.add("Une menace", "A threat", context="threat.short")
    old.add("Du chantage", "Blackmail", context="gone.short")
    old.add("Oui", "Yes", context="same.short")
    wanted = Catalog()
    for at, text in (("same.short", "Oui"), ("threat.short", "Une grosse menace"), ("new.short", "Du chantage, aussi")):
        wanted.add(text, context=at)
    new = refreshed(old, wanted)
    said = {message.context: message for message in new if message.id}
    assert list(said) == ["same.short", "threat.short", "new.short"]
    assert (said["same.short"].string, said["same.short"].fuzzy) == ("Yes", False)
    assert (said["threat.short"].string, said["threat.short"].fuzzy) == ("A threat", True)
    assert said["new.short"].string == ""
    assert '#| msgid "Une menace"' in written(new)
    # Law and help are not shown in the words of another text: what waits to be read again is missing.
    judged = sheet(replace(reference(), texts=wanted), "en", None, new)
    assert [(one.kind, one.context) for one in judged.findings] == [
        ("missing", "threat.short"),
        ("missing", "new.short"),
    ]


def test_french_needs_no_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(domain: str, language: str) -> None:
        raise AssertionError(language)

    monkeypatch.setattr(library, "words_of", never)
    assert load("fr", "fr").language == "fr"
