"""The debrief’s moments beside the steps of the source document and their complements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.reference import Reference
from game.telling.language import _
from game.telling.page import Bullets, Card, Heading, Paragraph, Quote, Span
from tests.telling.plays import (
    GAVE_IN,
    NEVER,
    RECOVERED,
    TRAPPED,
    all_texts,
    cards,
    texts,
    told,
)


def test_each_moment_has_its_choices_their_reasons_and_what_was_possible(country: Reference) -> None:
    blocks = told(country, "stay", "proof", "pay", "speak")["moments"].blocks
    start = blocks.index(Heading(_("Moment {number}").format(number=1), 3))
    assert list(texts(blocks[start + 1])) == ["Faire une capture"]
    assert list(texts(blocks[start + 2])) == ["La preuve d'abord."]
    assert list(texts(blocks[start + 3])) == ["Payer"]
    assert list(texts(blocks[start + 4])) == ["On espère que ça s'arrête."]
    outcome = _("The pressure worked, then you took back control. That is worth as much.")
    assert blocks[start + 5] == Paragraph((Span(outcome),), "good")
    assert list(texts(blocks[start + 6])) == [_("Also possible:")]
    assert sorted(texts(blocks[start + 7])) == sorted(
        country.step[step].short for step in ("block", "report-platform", "helpline")
    )
    second = blocks.index(Heading(_("Moment {number}").format(number=2), 3))
    assert blocks[second + 1] == Quote("Sacha", (Span("Inès, j'ai besoin de toi."),))
    assert list(texts(blocks[second + 3])) == [_("You handled this moment well.")]


@pytest.mark.parametrize(
    ("notice", "when"),
    [
        ("15 août, 20 h 10", " · 15 août, 20 h 10"),
        ("Le même soir, 21 h 30, sur Galet. Deux demandes.", " · Le même soir, 21 h 30"),
        ("7 August, 1 pm. Noor came.", " · 7 August, 1 pm"),
        ("10 août, dans le groupe", " · 10 août"),
        ("À 6 h 10 : café, tartines.", " · À 6 h 10"),
        ("Au même moment, en privé", ""),
        ("Alex : quatre photos, dont 2 de la plage, et rien de plus.", ""),
    ],
)
def test_a_moment_has_the_day_and_the_hour_that_its_scene_told_last(notice: str, when: str, country: Reference) -> None:
    scene = TRAPPED.scene["pressure"]
    dated = replace(scene, messages=(replace(scene.messages[0], speaker=None, text=notice, shown=()), *scene.messages))
    scenario = replace(TRAPPED, scenes=tuple(dated if one is scene else one for one in TRAPPED.scenes))
    page = told(country, "stay", "pay", scenario=scenario)["moments"]
    headings = [block.text for block in page.blocks if isinstance(block, Heading) and block.level == 3]
    assert headings[0] == _("Moment {number}").format(number=1) + when


def test_of_a_moment_that_was_missed_only_what_was_possible_is_said(country: Reference) -> None:
    blocks = told(country, *GAVE_IN)["moments"].blocks
    second = blocks.index(Heading(_("Moment {number}").format(number=2), 3))
    assert [type(block) for block in blocks[second + 1 : second + 3]] == [Quote, Paragraph]
    assert list(texts(blocks[second + 3])) == [_("Also possible:")]
    said = all_texts(told(country, *GAVE_IN)["moments"])
    assert _("The pressure worked here. It is made for that.") in said
    assert said.count(_("Such moments are hard for everyone.")) == 1


def test_two_steps_of_one_number_are_said_to_be_so(country: Reference) -> None:
    blocks = told(country, *NEVER)["moments"].blocks
    at = next(
        at
        for at, block in enumerate(blocks)
        if _("The document names two places under number {number}.").format(number=3) in texts(block)
    )
    titles = [next(texts(block)) for block in blocks[at + 1 : at + 3]]
    assert [title[:3] for title in titles] == ["3. ", "3. "]


def test_the_document_s_steps_have_its_numbers_and_the_one_it_lacks_is_said(country: Reference) -> None:
    blocks = told(country, *NEVER)["moments"].blocks
    official = blocks[blocks.index(Heading(_("The official steps"))) : blocks.index(Heading(_("What others add")))]
    numbers = [block.title.partition(". ")[0] for block in official if isinstance(block, Card)]
    assert numbers[:7] == ["1", "2", "3", "3", "5", "6", "7"]
    gap = next(at for at, block in enumerate(official) if country.missing_number in texts(block))
    assert next(texts(official[gap - 1])).startswith("3. ")
    assert next(texts(official[gap + 1])).startswith("5. ")


def test_no_step_of_the_document_is_shown_bare(country: Reference) -> None:
    page = told(country)["moments"]
    for step in country.steps:
        (card,) = [card for card in cards(page) if card.title.endswith(step.short)]
        if step.quotation:
            assert card.lines[:2] == (_("The document says: “{words}”").format(words=step.quotation), step.gloss)
        else:
            assert card.lines == (step.long,)
        assert card.small == ""


def test_where_each_step_was_read_stands_at_the_end_of_the_page(country: Reference) -> None:
    blocks = told(country)["moments"].blocks
    end = [text for block in blocks[blocks.index(Heading(_("Where this comes from"))) :] for text in texts(block)]
    for step in country.steps:
        (line,) = [text for text in end if f"{step.short}\u00a0:" in text or f"{step.short}:" in text]
        for source in step.sourced.sources:
            assert (source.title in line) == (source != country.document), step.id
        doubtful = _("To be confirmed: read in a copy or in the press.") in line
        assert doubtful == (step.sourced.status != "verified")
    assert any("2026" in text for text in end)


def test_steps_that_were_taken_are_said_so(country: Reference) -> None:
    page = told(country, "stay", "proof", "tell")["moments"]
    done = [card.title for card in cards(page) if _("Done in this play.") in card.lines]
    taken = ("do-not-give-in", "screenshots", "helpline")
    assert [title.partition(". ")[2] or title for title in done] == [country.step[step].short for step in taken]


def test_who_gave_in_is_not_told_that_it_should_not_have_happened(country: Reference) -> None:
    """The scene offers to refuse as a step of its own; it is proposed only to who did not give in there."""
    scene = TRAPPED.scene["pressure"]
    refuse = replace(scene.choices[0], id="refuse", steps=("do-not-give-in",))
    scenario = replace(
        TRAPPED,
        scenes=tuple(replace(one, choices=(*one.choices, refuse)) if one is scene else one for one in TRAPPED.scenes),
    )
    short = country.step["do-not-give-in"].short
    for route, proposed in ((GAVE_IN, False), (RECOVERED, False), (("stay", "tell"), True)):
        page = told(country, *route, scenario=scenario)["moments"]
        lists = [list(texts(block)) for block in page.blocks if isinstance(block, Bullets)]
        assert any(short in one for one in lists) == proposed
