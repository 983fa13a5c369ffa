"""The glossaries: what a reader who finds reading hard is told of a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.hard_words import found
from game.pseudo import ARABIC_LIKE
from game.reference.entries import ReferenceFault, read_file
from game.reference.glossary import glossary
from game.reference.library import countries, load

LONGEST = 25
"""Words of a meaning."""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_meaning_is_short_and_its_words_find_themselves(language: str) -> None:
    for country in countries():
        words = load(country, language).glossary
        assert len(words) >= 25
        for one in words:
            assert len(one.meaning.split()) <= LONGEST, one.meaning
            assert one.meaning.endswith("."), one.meaning
            for form in one.forms:
                assert found(f"« {form} »", words) == (one,), form
            for text in one.unlike:
                assert one not in found(text, words), text


def test_france_says_some_words_in_its_own_way_and_where_it_read_them() -> None:
    here, there = ({one.id: one for one in load(country, "fr").glossary} for country in ("fr", "be"))
    assert "18 ans" in here["minor"].meaning
    assert "18 ans" not in there["minor"].meaning
    assert here["pharos"].sourced is not None
    assert "pharos" not in there


def test_a_language_without_a_glossary_has_no_hard_words() -> None:
    assert load("fr", ARABIC_LIKE).glossary == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('{id: a, word: "x", forms: ["x"], meaning: ""}', "“meaning” is empty"),
        ('{id: a, word: "x", forms: [], meaning: "y"}', "“forms” is missing or is not a list"),
        ('{id: a, word: "x", forms: ["x", "X"], meaning: "y"}', "“x” is a form of two words"),
        ('{id: a, word: "x", forms: ["x"], meaning: "y", see: "z"}', "unknown key “see”"),
        ('{id: a, word: "x", forms: ["x"], meaning: "y"}, {id: a, word: "z", forms: ["z"], meaning: "y"}', "this id"),
    ],
)
def test_a_faulty_entry_is_told(words: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "glossary.fr.yaml"
    file.write_text(f"words: [{words}]\n", encoding="utf-8")
    with pytest.raises(ReferenceFault, match=told):
        glossary([read_file(file)], lambda entry: pytest.fail(str(entry)))
