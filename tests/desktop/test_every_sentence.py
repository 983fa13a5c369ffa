"""Every sentence is looked up when it is shown: in a made-up language no word is left in another one, and all has its
place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from babel.messages.pofile import read_po

from game import shelf
from game.desktop import text
from game.desktop.gallery import SCREENS
from game.desktop.text import Laid, Run
from game.desktop.visitor import Visitor
from game.keeping.settings import Settings
from game.pseudo import ARABIC_LIKE, LONG, made_up
from game.storage import folder
from game.telling import language
from tests.desktop.class_hour import PLACES
from tests.desktop.layout_faults import faults
from tests.desktop.playing import STORY, window
from tests.other_words import other_words

SIZE = (1280, 720)

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


@pytest.fixture
def words_set(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """All words that the window sets from now on, whether a screen reader says them or not."""
    found: set[str] = set()
    layout = text.layout

    def noted(runs: tuple[Run, ...], *args: Any, **more: Any) -> Laid:
        found.add("".join(run.text for run in runs))
        return layout(runs, *args, **more)

    monkeypatch.setattr(text, "layout", noted)
    return found


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small story counts as one that comes with the game, and so is there in every language."""
    monkeypatch.setattr(shelf, "ships", lambda path: True)


NOT_TRANSLATED = {
    "create": ("vigichat new", "vigichat watch", "vigichat check"),
    "settings": ("Noto Sans",),
    "settings-as-first": ("Noto Sans",),
    "stopped": ("Camille", "Une partie de plus"),
}
"""By screen: commands, fonts, and the story that the gallery makes up. "Noto Sans" stands inside other names."""


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize("name", SCREENS)
def test_no_word_of_a_screen_is_in_another_language_and_it_holds_in_both_directions(
    name: str, words_set: set[str]
) -> None:
    """Stories and reference too: what is found was written into the code and never looked up."""
    for code, percents in ((ARABIC_LIKE, (100, 300)), (LONG, (100, 200))):
        language.use(code)
        visitor = Visitor(STORY, SIZE, Settings(language=code))
        SCREENS[name](visitor)
        said = {node.label for node in visitor.app.nodes()}
        if code == ARABIC_LIKE:
            assert other_words(said | words_set, *NOT_TRANSLATED.get(name, ())) == []
        assert any(char in label for label in said for char in "áéíóهين"), "the made-up language is spoken"
        for percent in percents:
            visitor.app.change(replace(visitor.app.settings, text_percent=percent))
            visitor.see(SIZE)
            assert faults(visitor.app, SIZE) == [], (code, percent)


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize("name", PLACES)
def test_nor_of_a_class_hour(name: str, words_set: set[str]) -> None:
    language.use(ARABIC_LIKE)
    teacher = PLACES[name](settings=Settings(language=ARABIC_LIKE))
    assert other_words({node.label for node in teacher.app.nodes()} | words_set) == []
    assert faults(teacher.app, SIZE) == []


@pytest.mark.parametrize("name", [name for name in SCREENS if name not in SAID_ONCE])
def test_a_screen_that_is_shown_follows_a_change_of_language(name: str, english: frozenset[str]) -> None:
    """What is under the settings must not stay behind when the language is changed there."""
    language.use("en")
    visitor = Visitor(STORY, (1280, 720), Settings(language="en"))
    SCREENS[name](visitor)
    visitor.app.change(Settings(language=LONG))
    assert not {node.label for node in visitor.app.nodes()} & english
