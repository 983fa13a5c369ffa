"""The page by which a teacher chooses a story: whom it comes from, what is demanded, which signs it shows."""

from __future__ import annotations

from dataclasses import replace

from game.shelf import find, open_file
from game.telling.choosing import choosing
from game.telling.language import speaking
from game.telling.page import Heading, Page, Paragraph

NAME = "trois-semaines-en-aout"


def said(page: Page) -> list[str]:
    return [
        "".join(span.text for span in block.spans) if isinstance(block, Paragraph) else block.text
        for block in page.blocks
        if isinstance(block, Paragraph | Heading)
    ]


def test_it_warns_first_and_puts_stories_with_nothing_to_fear_before_traps() -> None:
    with speaking("fr"):
        story = open_file(find(NAME), "fr").story
        assert story is not None
        calm = replace(story[0], title="Un calme", trap=False)
        told = said(choosing([(NAME, *story), ("calm", calm, story[1])]))
    assert told[0] == "À lire sans les élèves\u00a0: cette page dit où sont les pièges."
    headings = ["Rien à craindre", "Un calme", "Une personne inconnue", "Trois semaines en août"]
    assert [line for line in told if line in headings] == headings
    assert "Un piège, une personne inconnue, demande de l’argent, 10\u00a0min." in [
        line.replace(" min", "\u00a0min") for line in told
    ]


def test_a_trap_that_does_not_say_whom_it_comes_from_is_not_put_with_what_is_harmless() -> None:
    with speaking("en"):
        story = open_file(find(NAME), "en").story
        assert story is not None
        told = said(choosing([("draft", replace(story[0], relation=None), story[1])]))
    assert "Somebody unknown" in told
    assert "Nothing to fear" not in told


def test_what_is_demanded_is_not_said_where_nothing_is_to_be_feared() -> None:
    with speaking("en"):
        story = open_file(find(NAME), "en").story
        assert story is not None
        told = said(choosing([("calm", replace(story[0], trap=False), story[1])]))
    assert "Nothing to fear, somebody unknown, 10 min." in told
