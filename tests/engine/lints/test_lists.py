"""The lists of phrases themselves: each can be searched, and a phrase is looked for wherever it could match."""

from __future__ import annotations

import re

import pytest

from game.engine.lints import brands, english, french
from game.engine.lints.speech import Phrases, Sheet, _needed, fold, hits, sheet
from game.engine.lints.texts import Text
from game.engine.model import NOWHERE
from tests.engine.lints.sentences import TABLES, names, sentences, story

LISTS = [
    (f"{module.__name__.rpartition('.')[2]}.{name}", value)
    for module in (french, english, brands)
    for name, value in vars(module).items()
    if isinstance(value, Phrases)
]
FOLDED = [fold(one.text) for name in TABLES for one in sentences(name)]


def sheet_of(*texts: str) -> Sheet:
    return sheet(Text("because", text, NOWHERE) for text in texts)


@pytest.mark.parametrize("phrases", [value for _name, value in LISTS], ids=[name for name, _value in LISTS])
def test_each_fragment_starts_with_a_letter_has_no_group_to_capture_and_is_written_folded(phrases: Phrases) -> None:
    for fragment, _letters in (*_needed(phrases.guilty), *_needed(phrases.innocent)):
        assert re.match(r"[a-z0-9](?![?*+{])", fragment), fragment
        assert re.compile(fragment).groups == 0, fragment
        assert re.sub(r"\\[A-Z]", "", fragment) == fold(re.sub(r"\\[A-Z]", "", fragment)), fragment


@pytest.mark.parametrize("phrases", [value for _name, value in LISTS], ids=[name for name, _value in LISTS])
def test_the_letters_that_a_fragment_is_said_to_need_stand_in_all_that_it_matches(phrases: Phrases) -> None:
    for fragment, runs in (*_needed(phrases.guilty), *_needed(phrases.innocent)):
        pattern = re.compile(rf"\b{fragment}(?!\w)")
        for text in FOLDED:
            for match in pattern.finditer(text):
                assert [run for run in runs if run not in match.group()] == [], fragment


def test_folding_takes_away_case_accents_and_typography_and_keeps_the_rest() -> None:
    assert fold("Ça, l’ÉTÉ : «\u00a0œuf\u00a0» 😀") == "ca, l'ete : « oeuf » 😀"
    assert fold("".join(map(chr, range(0x3B1, 0x3FF)))) == fold(fold("".join(map(chr, range(0x3B1, 0x3FF)))))


def test_an_innocent_phrase_swallows_what_it_holds_and_nothing_after_it() -> None:
    phrases = Phrases(guilty=("red",), innocent=("red wine",))
    told = list(hits(phrases, [sheet_of("Red wine", "red wine, red", "a RED sky", "redo")], "red wine"))
    assert [(text.text, said) for text, said in told] == [("red wine, red", "red"), ("a RED sky", "RED")]


def test_a_text_of_several_lines_is_one_text() -> None:
    told = list(hits(Phrases(("one two",)), [sheet_of("a", "one\ntwo", "b")], "one two"))
    assert [(text.text, said) for text, said in told] == [("one\ntwo", "one two")]


HOSTILE = (
    "souvent pas ",
    "personne ",
    "aaaa",
    "a.",
    "a@",
    "1",
    "1 ",
    "« ",
    "si ",
    "tu as ",
    "menace par ",
    "photo ",
    "envoyer une ",
    "12 rue ",
    "sur ",
    "never ",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_one_line_of_a_hundred_thousand_letters_is_read_in_steps_that_grow_with_its_length(piece: str) -> None:
    # A pattern that goes back over the whole line at each word would never come to its end here.
    text = piece * (100_000 // len(piece)) + ".com THESEE 06"
    for language in ("fr", "en"):
        one = sentences("blame")[0]._replace(text=text, language=language)
        assert isinstance(names(story(one)), list)
