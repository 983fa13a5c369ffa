"""The words of the reference: short sentences, French typography, nothing that blames or frightens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import mean, quantiles

import pytest

from game.reference.library import files_of, load, texts

FRANCE, IN_ENGLISH = load("fr"), load("fr", "en")

TEACHERS_ONLY = {line.id for line in FRANCE.helplines if not line.for_players}
SOURCE_SAYS = re.compile(r" The source says: “[^”]*”")

FORBIDDEN = re.compile(
    r"pédoporn|pornograph|child porn|revenge|suicid|naïf|naïve|stupide|idiot|honte|shame|ta faute|your fault"
    r"|tu risques|you risk|légal d’envoyer|legal to send|jamais publi|never be published|tu aurais|you should have"
    r"|n’aurais pas dû|prédateur|predator|pédocrim|revenge porn|nude|sextos?\b",
    re.IGNORECASE,
)


def for_players(language: str) -> Iterator[tuple[str, str]]:
    """Each text that a player reads, by entry and field; in English without the rendering of the quotation."""
    reference = FRANCE if language == "fr" else IN_ENGLISH
    yield "document.missing_number", reference.missing_number
    for family in reference.families:
        yield f"{family.id}.short", family.short
    entries = (*reference.signs, *reference.steps, *reference.law, *reference.helplines)
    for entry in entries:
        if entry.id in TEACHERS_ONLY:
            continue
        for field in ("name", "short", "long", "effect", "gloss", "since", "penalty", "hours"):
            text = getattr(entry, field, "")
            if text:
                yield f"{entry.id}.{field}", SOURCE_SAYS.sub("", text)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text)


def length(sentence: str) -> int:
    return sum(any(sign.isalnum() for sign in word) for word in sentence.split())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_sentence_for_a_player_has_more_than_twenty_words(language: str) -> None:
    long = [(where, one) for where, text in for_players(language) for one in sentences(text) if length(one) > 20]
    assert not long


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nearly_all_sentences_have_fifteen_words_at_most(language: str) -> None:
    lengths = [length(one) for _, text in for_players(language) for one in sentences(text)]
    assert mean(lengths) < 10
    assert quantiles(lengths, n=20)[-1] <= (15 if language == "fr" else 17)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_word_that_blames_shames_or_promises(language: str) -> None:
    reference = FRANCE if language == "fr" else IN_ENGLISH
    everything = [*for_players(language), *((line.id, line.long) for line in reference.helplines)]
    assert not [(where, text) for where, text in everything if FORBIDDEN.search(text)]


def test_players_are_spoken_to_as_tu() -> None:
    assert not [(where, text) for where, text in for_players("fr") if re.search(r"\b(vous|votre|vos)\b", text)]


def test_french_texts_have_typographic_apostrophes_and_no_break_spaces() -> None:
    for where, text in texts(files_of("fr")):
        assert "'" not in text, where
        assert '"' not in text, where
        assert "..." not in text, where
        assert not re.search(r"[^\u00a0\u202f](?:[;?!»€]|:(?=\s|$))", text), where
        assert not re.search(r"«(?!\u00a0)", text), where


def test_texts_have_no_double_space_or_line_break() -> None:
    for _, text in (*for_players("fr"), *for_players("en")):
        assert not re.search(r"\s\s|[\n\t]", text), text


def test_the_law_is_never_said_against_the_reader() -> None:
    for topic in FRANCE.law:
        assert not re.search(r"\btu (?:seras|peux être) puni", topic.long + topic.penalty), topic.id


def test_a_short_number_in_prose_is_one_that_has_its_own_entry() -> None:
    """What players can dial stands in the field `number`, where it has a status; prose repeats only those."""
    dialled = {line.number for line in FRANCE.helplines if line.for_players}
    for where, text in for_players("fr"):
        assert set(re.findall(r"\b(?:17|11\d|3\d{3})\b", text)) <= dialled, where
