"""Each lint on sentences, in `NAME.txt`: it tells the guilty ones, and is silent on innocent ones that look alike."""

from __future__ import annotations

from collections import Counter

import pytest

from game.engine.lints.speech import fold
from tests.engine.lints.sentences import TABLES, Sentence, names, sentences, story

FEWEST = 10
ALL = [one for name in TABLES for one in sentences(name)]
GUILTY = [one for one in ALL if one.guilty]
INNOCENT = [one for one in ALL if not one.guilty]
FRENCH_ONLY = {"vous-to-player"}


def called(one: Sentence) -> str:
    return f"{one.kind} {one.language}: {one.text}"


@pytest.mark.parametrize("one", GUILTY, ids=called)
def test_a_guilty_sentence_is_told(one: Sentence) -> None:
    assert one.kind in names(story(one))


@pytest.mark.parametrize("one", INNOCENT, ids=called)
def test_an_innocent_sentence_that_looks_alike_is_not(one: Sentence) -> None:
    assert one.kind not in names(story(one))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_ten_sentences_and_more_of_each_sort_in_each_language(name: str) -> None:
    languages = ("fr",) if name in FRENCH_ONLY else ("fr", "en")
    many = Counter((one.language, one.guilty) for one in sentences(name))
    assert set(many) == {(language, guilty) for language in languages for guilty in (True, False)}
    assert min(many.values()) >= FEWEST


def test_no_sentence_stands_in_a_table_twice() -> None:
    for name in TABLES:
        texts = [(one.language, one.text) for one in sentences(name)]
        assert len(texts) == len(set(texts))


def test_a_sentence_is_told_however_it_is_typed() -> None:
    for one in (one for one in GUILTY if one.kind in ("blame", "promise", "gives-it-away")):
        for text in (one.text.upper(), one.text.replace("’", "'"), fold(one.text)):
            assert one.kind in names(story(one._replace(text=text))), text


def test_a_language_without_lists_is_judged_by_what_needs_no_words() -> None:
    text = story(Sentence("blame", ("because",), "fr", True, "Tu as été naïf. 06 12 34 56 78"))
    assert names(text) == ["blame", "phone-number"]
    assert names(text.replace("fr-FR", "de-FR").replace("Demande intime", "Menace")) == ["phone-number"]
