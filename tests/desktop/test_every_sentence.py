"""Every sentence of the interface is looked up when it is shown: in a made-up language, none is left in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from game.desktop.gallery import SCREENS
from game.desktop.visitor import Visitor
from game.keeping.settings import Settings
from game.pseudo import LONG, made_up
from game.storage import folder
from game.telling import language
from tests.desktop.class_hour import PLACES
from tests.desktop.playing import STORY, window

SAID_ONCE = ("notice", "leaving")
"""A notice and a question, over a screen: nobody comes to the settings while they are shown."""


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


@pytest.fixture(scope="module")
def english() -> frozenset[str]:
    """The sentences as they are written in the code, but for those that are the same in every language."""
    with (folder("locales") / "fr" / "LC_MESSAGES" / "vigichat.po").open("rb") as file:
        ids = [message.id for message in read_po(file) if message.id]
    found = frozenset(one for each in ids for one in ((each,) if isinstance(each, str) else each))
    return frozenset(one for one in found if made_up(LONG, one) != one)


@pytest.mark.parametrize("name", SCREENS)
def test_no_sentence_of_a_screen_is_left_in_english(name: str, english: frozenset[str]) -> None:
    language.use(LONG)
    visitor = Visitor(STORY, (1280, 720), Settings(language=LONG))
    SCREENS[name](visitor)
    labels = {node.label for node in visitor.app.nodes()}
    assert not labels & english
    assert any(char in label for label in labels for char in "áéíó"), "the made-up language is spoken"


@pytest.mark.parametrize("name", PLACES)
def test_nor_of_a_class_hour(name: str, english: frozenset[str]) -> None:
    language.use(LONG)
    assert not {node.label for node in PLACES[name]().app.nodes()} & english


@pytest.mark.parametrize("name", [name for name in SCREENS if name not in SAID_ONCE])
def test_a_screen_that_is_shown_follows_a_change_of_language(name: str, english: frozenset[str]) -> None:
    """What is under the settings must not stay behind when the language is changed there."""
    language.use("en")
    visitor = Visitor(STORY, (1280, 720), Settings(language="en"))
    SCREENS[name](visitor)
    visitor.app.change(Settings(language=LONG))
    assert not {node.label for node in visitor.app.nodes()} & english
