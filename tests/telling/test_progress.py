"""What was met over several plays, as a page: what is listed once, what was thought, and no reproach."""

from __future__ import annotations

import pytest

from game.keeping.progress import FinishedPlay
from game.reference.library import load
from game.telling.page import Block, Bullets, Heading
from game.telling.progress import lit, progress_page

FRANCE = load("fr", "fr")


pytestmark = pytest.mark.usefixtures("french")


def play(**what: object) -> FinishedPlay:
    return FinishedPlay("une-histoire", "2026-11-27", **what)  # type: ignore[arg-type]


def under(blocks: tuple[Block, ...], title: str) -> list[str]:
    """The items of the list under a heading; none where there is no such heading."""
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and block.text == title:
            found = next(one for one in blocks[at:] if isinstance(one, Bullets))
            return ["".join(span.text for span in item) for item in found.items]
    return []


def test_a_sign_seen_in_time_once_is_not_listed_as_only_met() -> None:
    page = progress_page([play(met=("threat",)), play(met=("threat", "secrecy"), seen=("threat",))], FRANCE)
    assert under(page.blocks, "Les signes que tu as vus à temps") == [FRANCE.sign["threat"].short]
    assert under(page.blocks, "Les signes que tu as croisés") == [FRANCE.sign["secrecy"].short]


def test_every_sign_and_step_stands_on_the_page_exactly_once() -> None:
    page = progress_page([play(met=("threat", "secrecy"), seen=("threat",), steps=("block", "police"))], FRANCE)
    items = [span.text for block in page.blocks if isinstance(block, Bullets) for item in block.items for span in item]
    every = [one.short for one in (*FRANCE.signs, *FRANCE.steps)]
    assert sorted(items) == sorted(every)


@pytest.mark.parametrize(
    ("answer", "right", "words"),
    [
        ("trap", True, "voulait faire du mal"),
        ("nothing", True, "rien à craindre"),
        ("nothing", False, "bien caché"),
        ("trap", False, "Ce n’était pas bête"),
        ("unsure", False, "tu ne savais pas"),
    ],
)
def test_what_was_thought_is_told_in_plain_words(answer: str, right: bool, words: str) -> None:
    title = "Ce que tu as pensé des conversations"
    once = under(progress_page([play(answer=answer, right=right, sure=1)], FRANCE).blocks, title)
    twice = under(progress_page([play(answer=answer, right=right, sure=1)] * 2, FRANCE).blocks, title)
    assert len(once) == len(twice) == 1
    assert words in once[0]
    assert twice[0].startswith("Plus d’une fois")


def test_being_very_sure_and_mistaken_gets_a_word_about_asking_somebody() -> None:
    mistaken = progress_page([play(answer="nothing", sure=3)], FRANCE)
    assert "quelqu’un de confiance" in str(mistaken.blocks)
    assert "quelqu’un de confiance" not in str(progress_page([play(answer="unsure", sure=3)], FRANCE).blocks)


def test_the_picture_has_a_lantern_for_each_family_and_each_step() -> None:
    lights = lit([play(met=("threat",), steps=("block",))], FRANCE)
    assert len(lights) == len(FRANCE.families) + len(FRANCE.steps)
    families = {one.id: one.short for one in FRANCE.families}
    assert [name for name, on in lights if on] == [families[FRANCE.sign["threat"].family], FRANCE.step["block"].short]
    assert not any(on for _, on in lit([], FRANCE))
