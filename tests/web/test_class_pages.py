"""What a teacher reads in an exported file: before the class, and the keys; and what a class is asked at the end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.shelf import find
from game.telling.language import speaking
from game.telling.page import Bullets, Heading, Link, Page
from game.web.class_pages import class_pages
from game.web.edition import Edition
from game.web.fixed import fixed
from tests.web.conftest import STORY, edition_of


@pytest.fixture(scope="module")
def story() -> Edition:
    return edition_of(find(STORY), "fr")


def told(story: Edition) -> tuple[Page, ...]:
    with speaking("fr"):
        return class_pages(story.scenario, story.reference)


def words(page: Page) -> str:
    lists = (block for block in page.blocks if isinstance(block, Bullets))
    return "\n".join("".join(span.text for span in item) for one in lists for item in one.items)


def test_the_page_to_print_prepares_the_class_and_ends_with_a_pupil_who_confides(story: Edition) -> None:
    page, _keys, _asked = told(story)
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert headings == [
        "À dire avant de commencer",
        "Comment la classe joue",
        "Où s’arrêter, dans l’ordre de l’histoire",
        "À demander ensuite",
        "Une séance, étape par étape",
        "Si un élève se confie à vous",
    ]
    for scene in story.scenario.scenes:
        assert not scene.stop or scene.stop in words(page)


def test_its_links_lead_to_pages_of_the_file(story: Edition) -> None:
    page, _keys, _asked = told(story)
    written = fixed([story])
    links = [block.page for block in page.blocks if isinstance(block, Link)]
    assert links
    for link in links:
        assert f'href="#fr-{link}"' in written
        assert f'id="fr-{link}"' in written


def test_a_page_that_gives_the_story_away_is_not_shown_where_no_script_runs(story: Edition) -> None:
    written = fixed([story])
    for one in ("for-class", "class-keys", "class-ask"):
        assert f'<section id="fr-{one}" hidden>' in written


def test_every_key_of_the_wall_is_told(story: Edition) -> None:
    _page, keys, _asked = told(story)
    for key in ("Espace", "Chiffres", "A–D", "V", "Échap", "Retour arrière", "P", "N", "F5", "F6", "F8"):
        assert key in words(keys)


def test_a_class_is_asked_the_authors_questions_or_a_question_of_ours(story: Edition) -> None:
    *_, asked = told(story)
    assert words(asked).split("\n") == list(story.scenario.teacher.ask)
    without = replace(story.scenario, teacher=replace(story.scenario.teacher, ask=()))
    *_, asked = told(replace(story, scenario=without))
    assert words(asked) == "Que diriez-vous à un ami ou à une amie à qui cela arrive\u00a0?"
