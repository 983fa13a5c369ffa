"""Hard words on pages: each explained once, right after what it first stands in."""

from __future__ import annotations

from game.engine.reference import HardWord, Reference
from game.telling import help_now
from game.telling.hard_words import WORDS, explained, with_words
from game.telling.page import Bubble, Bullets, Card, Heading, Link, Page, Paragraph, Span, Words, plain

PROOF = HardWord("proof", "preuve", ("preuve", "preuves"), "Ce qui montre qu’une chose est vraie.")
FINE = HardWord("fine", "amende", ("amende",), "De l’argent à payer.")
GLOSSARY = (PROOF, FINE)


def placed(*blocks: object) -> list[str]:
    """The kinds of the blocks of a page of these, with the words where they are explained."""
    page = explained(Page("p", "Une page", blocks), GLOSSARY)  # type: ignore[arg-type]
    return [
        ", ".join(one.word for one in block.words) if isinstance(block, Words) else type(block).__name__
        for block in page.blocks
    ]


def test_words_follow_the_sentences_that_they_stand_in_and_are_explained_once() -> None:
    said = [plain("Une preuve."), plain("Une amende."), Link("Ailleurs", "q"), plain("Des preuves.")]
    assert placed(*said) == ["Paragraph", "Paragraph", "preuve, amende", "Link", "Paragraph"]


def test_a_list_ends_a_piece_and_a_heading_begins_one() -> None:
    items = Bullets(((Span("Garde une "), Span("preuve", strong=True)),))
    after = placed(items, plain("Une amende."), Heading("Après"))
    assert after == ["Bullets", "preuve", "Paragraph", "amende", "Heading"]
    assert placed(Heading("Une preuve"), plain("Oui.")) == ["Heading", "Paragraph", "preuve"]


def test_bubbles_are_not_parted() -> None:
    bubbles = [Bubble("Ana", False, "", (Span("Une preuve ?"),)), Bubble("Ana", False, "", (Span("Oui."),))]
    assert placed(*bubbles) == ["Bubble", "Bubble", "preuve"]


def test_law_cards_have_their_words_beside_them_and_small_print_has_none() -> None:
    cards = [Card("law", "Une loi", ("Une amende.",), "Une preuve"), Card("law", "Une autre", ("Une preuve.",))]
    assert placed(*cards) == ["Card", "amende", "Card", "preuve"]
    assert placed(Paragraph((Span("Une preuve."),), "small")) == ["Paragraph"]


def test_a_card_or_two_of_helplines_explain_nothing_and_all_of_them_do() -> None:
    card = Card("helpline", "3018", ("Pas besoin de preuve.",))
    assert placed(card) == ["Card"]
    assert placed(card, card, card, card) == ["Card", "Card", "Card", "Card", "preuve"]


def test_help_explains_its_words_and_leads_to_all_of_them(country: Reference) -> None:
    pages = {page.id: page for page in with_words(help_now.pages(country), country, "who-helps")}
    assert any(isinstance(block, Words) for block in pages["keep"].blocks)
    assert Link(pages[WORDS].title, WORDS) in pages["who-helps"].blocks
    listed = next(block for block in pages[WORDS].blocks if isinstance(block, Bullets))
    assert len(listed.items) == len(country.glossary)
    words = [item[0].text.casefold() for item in listed.items]
    assert words == sorted(words)
