"""The made-up languages: longer, in letters of their own, and nothing in them that a program reads is touched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from unicodedata import bidirectional

import pytest
from babel.messages.pofile import read_po

from game.catalogue import translations, words
from game.pseudo import ARABIC_LIKE, LONG, MADE_UP, made_up
from game.reference.library import load
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
        assert language.choose(code, {}) in language.LANGUAGES
        assert language.choose(None, {"LANG": code}) in language.LANGUAGES


def test_the_interface_and_the_reference_speak_it_and_stories_do_not() -> None:
    language.use(LONG)
    assert language._("Play") == "Płáý"
    assert language.ngettext("{count} fault", "{count} faults", 2).startswith("{count} fáüłtš")
    assert words("reference", LONG) is not None
    assert load("fr", LONG).helplines[0].name == load("fr").helplines[0].name == "3018"
    assert load("fr", LONG).steps[0].short != load("fr").steps[0].short
    story = next((folder("scenarios")).rglob("*.yaml"))
    assert translations(Path(story).stem, LONG) is None


def test_dates_are_those_of_a_language_that_has_months() -> None:
    language.use(ARABIC_LIKE)
    assert "2026" in long_date("2026-11-27")
    assert long_date("2026-11-27") != "2026-11-27"
