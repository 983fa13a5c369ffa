"""Sources: every entry of the reference is named with where it was read, and what is in doubt says so."""

from __future__ import annotations

from dataclasses import replace

from game.engine.reference import Reference
from game.storage import folder
from game.telling import language
from game.telling.page import Bullets, Heading, Link, Page
from game.telling.sourced import long_date
from game.telling.sources import pages
from tests.telling.plays import all_texts, words


def told(reference: Reference) -> dict[str, Page]:
    return {page.id: page for page in pages(reference, "0.0.0")}


def lines(page: Page) -> list[str]:
    return [words(item) for block in page.blocks if isinstance(block, Bullets) for item in block.items]


def line_of(page: Page, short: str) -> str:
    return next(line for line in lines(page) if line.startswith(short))


def test_the_first_page_says_what_it_starts_from_its_missing_number_its_version_and_that_nobody_reviewed(
    country: Reference,
) -> None:
    said = "\n".join(all_texts(told(country)["sources"]))
    assert "CDAFAL" in said
    assert country.missing_number in said
    assert country.document.address in said
    assert "0.0.0" in said
    nobody = {
        "fr": "Aucun professionnel de la protection de l’enfance n’a encore relu ces textes.",
        "en": "No child protection professional has reviewed these texts yet.",
    }
    assert nobody[language.current()] in said


def test_every_page_is_linked_and_every_link_leads_somewhere(country: Reference) -> None:
    every = told(country)
    links = {block.page for page in every.values() for block in page.blocks if isinstance(block, Link)}
    assert links == every.keys() - {"sources"}


def test_every_entry_is_there_with_the_date_on_which_it_was_checked(country: Reference) -> None:
    every = told(country)
    groups = (
        ("sources-steps", [(one.short, one.sourced) for one in country.steps]),
        ("sources-signs", [(one.short, one.sourced) for one in country.signs]),
        ("sources-law", [(one.short, one.sourced) for one in country.law]),
        ("sources-helplines", [(one.name, one.sourced) for one in country.helplines]),
    )
    for id, entries in groups:
        assert len([line for line in lines(every[id]) if long_date(entries[0][1].checked) in line]) >= len(entries)
        for short, sourced in entries:
            line = line_of(every[id], short)
            assert long_date(sourced.checked) in line
            assert all(source.title in line for source in sourced.sources)


def test_what_was_not_read_in_its_official_source_never_looks_verified(country: Reference) -> None:
    doubtful = {"fr": "À confirmer", "en": "To be confirmed"}[language.current()]
    every = told(country)
    for helpline in country.helplines:
        assert (doubtful in line_of(every["sources-helplines"], helpline.name)) == (
            helpline.sourced.status != "verified"
        )
    sourced = replace(country.signs[0].sourced, status="unverified")
    page = told(replace(country, signs=(replace(country.signs[0], sourced=sourced),)))["sources-signs"]
    assert doubtful in line_of(page, country.signs[0].short)


def test_the_steps_of_the_document_stand_apart_with_its_own_numbers(country: Reference) -> None:
    page = told(country)["sources-steps"]
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    own, added, *_rest = [block for block in page.blocks if isinstance(block, Bullets)]
    assert len(headings) == 3
    assert set(own.numbers) - {""} == {"1", "2", "3", "5", "6", "7"}
    assert added.numbers == ()
    assert len(own.items) + len(added.items) == len(country.steps)


def test_the_texts_of_law_name_their_articles(country: Reference) -> None:
    page = told(country)["sources-law"]
    for topic in country.law:
        assert all(article in line_of(page, topic.short) for article in topic.articles)


def test_addresses_are_told_once_each(country: Reference) -> None:
    for page in told(country).values():
        read = [line for line in lines(page) if "http" in line]
        assert len(read) == len(set(read))


def test_every_font_of_the_game_is_credited(country: Reference) -> None:
    said = "\n".join(all_texts(told(country)["sources-made"]))
    for path in (folder("assets") / "fonts").glob("*-OFL.txt"):
        family = path.name.removesuffix("-OFL.txt").replace("-", " ")
        assert family.split()[-1] in said.casefold(), family
    assert "CC BY-SA 4.0" in said
    assert "MIT" in said


def test_a_country_with_one_helpline_and_nothing_else_has_its_pages(country: Reference) -> None:
    alone = replace(country, signs=(), steps=(), law=(), helplines=country.helplines[:1])
    every = told(alone)
    links = {block.page for block in every["sources"].blocks if isinstance(block, Link)}
    assert links == every.keys() - {"sources"} == {"sources-helplines", "words", "sources-made"}
