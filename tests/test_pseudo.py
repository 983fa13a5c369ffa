"""The made-up languages: longer, in letters of their own, and nothing in them that a program reads is touched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter
from unicodedata import bidirectional

import pytest
from babel.messages.pofile import read_po

from game.catalogue import words
from game.pseudo import ARABIC_LIKE, LONG, MADE_UP, made_up
from game.reference.library import load
from game.shelf import find, open_file
from game.storage import folder
from game.telling import language
from game.telling.sourced import long_date


@pytest.fixture(autouse=True)
def _spoken_before() -> Iterator[None]:
    with language.speaking(language.current()):
        yield


def _messages() -> list[str]:
    with (folder("locales") / "fr" / "LC_MESSAGES" / "vigichat.po").open("rb") as file:
        found = [message.id for message in read_po(file) if message.id]
    return [one for each in found for one in ((each,) if isinstance(each, str) else each)]


@pytest.mark.parametrize("code", MADE_UP)
def test_placeholders_numbers_and_the_name_of_the_game_stay(code: str) -> None:
    messages = _messages()
    assert len(messages) > 200
    for message in messages:
        said = made_up(code, message)
        if "{" in message:
            fields = sorted(str(name) for _, name, _, _ in Formatter().parse(message) if name is not None)
            assert sorted(str(name) for _, name, _, _ in Formatter().parse(said) if name is not None) == fields
        assert re.findall(r"\d+|Vigichat", said) == re.findall(r"\d+|Vigichat", message)


def test_a_sentence_is_about_a_third_longer() -> None:
    sentences = [one for one in _messages() if len(one) > 40]
    for code in MADE_UP:
        grown = sum(len(made_up(code, one)) for one in sentences) / sum(map(len, sentences))
        assert 1.2 < grown < 1.4


def test_one_of_them_runs_from_right_to_left_and_the_other_does_not() -> None:
    message = "Does a message bother you? Press it to mark it."
    ways = {code: {bidirectional(char) for char in made_up(code, message)} for code in MADE_UP}
    assert "AL" in ways[ARABIC_LIKE]
    assert "L" not in ways[ARABIC_LIKE]
    assert "AL" not in ways[LONG]
    language.use(ARABIC_LIKE)
    assert language.backwards()
    for code in (LONG, "fr", "en"):
        language.use(code)
        assert not language.backwards()


def test_no_player_is_offered_one() -> None:
    assert not set(MADE_UP) & set(language.LANGUAGES)
    for code in MADE_UP:
        assert language.choose(code, {}) == code, "only to whoever asks for it by its whole name"
        assert language.choose(code.partition("-")[0], {}) in language.LANGUAGES
        assert language.choose(None, {"LANG": code}) in language.LANGUAGES


def test_the_interface_the_reference_and_the_stories_of_the_game_speak_it() -> None:
    language.use(LONG)
    assert language._("Play") == "Płáý"
    assert language.ngettext("{count} fault", "{count} faults", 2).startswith("{count} fáüłtš")
    assert words("reference", LONG) is not None
    assert load("fr", LONG).helplines[0].name == load("fr").helplines[0].name == "3018"
    assert load("fr", LONG).steps[0].short != load("fr").steps[0].short
    story = open_file(find("le-phare"), LONG).story
    assert story is not None
    assert story[0].title == "Łé pháré"
    assert (story[0].language, story[0].country) == (LONG, "fr")


@pytest.mark.parametrize("code", MADE_UP)
def test_what_a_sign_quotes_and_what_a_masked_message_says_are_told_in_it(code: str) -> None:
    told, plain = open_file(find("trois-semaines-en-aout"), code).story, open_file(find("trois-semaines-en-aout"), "fr")
    assert told is not None
    assert plain.scenario is not None
    pairs = [
        (one, other)
        for here, there in zip(told[0].scenes, plain.scenario.scenes, strict=True)
        for one, other in zip(here.messages, there.messages, strict=True)
    ]
    assert [len(one.shown) for one, _other in pairs] == [len(other.shown) for _one, other in pairs]
    for one, other in pairs:
        if one.masked:
            assert one.text != other.text
        for mine, its in zip(one.shown, other.shown, strict=True):
            assert (mine.quotation is None) == (its.quotation is None)
            assert mine.quotation is None or mine.quotation in one.text


def test_dates_are_those_of_a_language_that_has_months() -> None:
    language.use(ARABIC_LIKE)
    assert "2026" in long_date("2026-11-27")
    assert long_date("2026-11-27") != "2026-11-27"
