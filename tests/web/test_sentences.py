"""The sentences of the player's modules: found in the same places by all who look for them, translated, and filled."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from game.shelf import find
from game.storage import folder
from game.telling.language import speaking
from game.web.edition import edition
from game.web.joined import PLAYER, joined, uncommented
from game.web.sentences import Sentence, numbered
from tests.tools import tool
from tests.web.conftest import STORY, edition_of

MODULES = sorted(path.name for path in PLAYER.glob("*.js"))
TEXTS = {name: uncommented((PLAYER / name).read_text(encoding="utf-8")) for name in MODULES}
SENTENCES = numbered("".join(TEXTS.values()))[1]


@cache
def extracted() -> dict[str, set[Sentence]]:
    """What `tools/catalogues.py` puts into the catalogues, by module."""
    found = defaultdict[str, set[Sentence]](set)
    for message in tool("catalogues").template():
        for place, _line in message.locations:
            found[Path(place).name].add((message.id,) if isinstance(message.id, str) else tuple(message.id))
    return found


@pytest.mark.parametrize("name", MODULES)
def test_what_is_put_into_the_catalogues_is_what_is_numbered(name: str) -> None:
    assert extracted().get(name, set()) == set(numbered(TEXTS[name])[1])


@pytest.mark.parametrize("name", MODULES)
def test_every_sentence_that_is_asked_for_gets_a_number(name: str) -> None:
    script, _sentences = numbered(TEXTS[name])
    asked = re.findall(r"(?<!function )(?<![\w.])(?:_|ngettext)\([^)]{0,40}", script)
    assert [one for one in asked if not re.match(r"\w+\(\d+[,)]", f"{one})")] == []


def test_a_number_stands_for_one_sentence_however_often_it_is_asked_for() -> None:
    script, sentences = numbered('_("A \\"b\\"") + _("C") + _("A \\"b\\"") + ngettext("one", "many", n) + x_("D")')
    assert script == '_(0) + _(1) + _(0) + ngettext(2, n) + x_("D")'
    assert sentences == (('A "b"',), ("C",), ("one", "many"))


@pytest.mark.parametrize("name", MODULES)
def test_what_a_sentence_leaves_open_is_filled_in_its_module(name: str) -> None:
    code = re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', TEXTS[name])
    given = set(re.findall(r"(?<=[{,])\s*(\w+)\s*(?=[:,}])", code))
    left_open = {found for one in numbered(TEXTS[name])[1] for text in one for found in re.findall(r"\{(\w+)\}", text)}
    assert left_open <= given


def test_every_sentence_is_translated_and_every_language_has_as_many() -> None:
    with (folder("locales") / "fr" / "LC_MESSAGES" / "vigichat.po").open("rb") as file:
        french = {one.id if isinstance(one.id, str) else one.id[0]: one.string for one in read_po(file) if one.id}
    assert [one for one in SENTENCES if not french.get(one[0])] == []
    said = {}
    for language in ("fr", "en"):
        said[language] = edition(edition_of(find(STORY), language), SENTENCES)["words"]
        assert len(said[language]) == len(SENTENCES)
        for one, words in zip(SENTENCES, said[language], strict=True):
            assert isinstance(words, list) == (len(one) == 2)
    assert said["en"] == [one[0] if len(one) == 1 else list(one) for one in SENTENCES]
    assert said["fr"] != said["en"]


def test_the_sentences_of_a_file_are_those_of_the_modules_that_it_holds() -> None:
    assert set(numbered(joined("debrief_pages.js"))[1]) <= set(SENTENCES)
    with speaking("fr"):
        assert ("Moments handled well: {handled} of {total}",) in SENTENCES
