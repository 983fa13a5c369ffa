"""“It is happening to me now”, and the other pages that are the same for every story."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from game.engine.reference import Helpline, LawTopic, Reference, Sign, Source, Sourced, Status, Step, Use
from game.reference.library import load
from game.telling import language
from game.telling.disclosure import disclosure
from game.telling.help_now import (
    answered,
    content_note,
    helpline_card,
    pages,
    sequence,
    who_helps,
)
from game.telling.page import Bullets, Card, Heading, Link, Page, Paragraph
from game.telling.short_answers import ANSWERS
from game.telling.sourced import long_date

QUESTIONS = tuple(answer.id for answer in ANSWERS)


def sourced(status: Status = "verified", read: str = "2025-09-22") -> Sourced:
    return Sourced("complement", (Source("Une page", "exemple.org", read),), status, "2026-11-22")


def helpline(id: str, name: str, *use: Use, for_players: bool = True) -> Helpline:
    told = ("Pour parler.", "C’est gratuit.", "Tous les jours.")
    return Helpline(id, name, "", "site.exemple", *told, for_players, sourced(), use)


# No digit anywhere in it: a digit on a page would come from the page's own text.
COUNTRY = Reference(
    country="xx",
    language="fr",
    document=Source("Le document de départ", "", "n.d."),
    missing_number="Le document saute un numéro.",
    signs=(Sign("threat", "Une menace", "", "", 6, "pressure", sourced("unverified", "n.d.")),),
    families=(),
    steps=(
        Step("block", "", "Bloquer", "", "", "", False, False, sourced("secondary", "2024-02")),
        Step("police", "7", "Aller à la police", "", "", "", True, False, sourced()),
    ),
    law=(LawTopic("blackmail", "Le chantage", "", (), "", True, True, sourced()),),
    helplines=(
        helpline("listening", "Ligne d’écoute", "talk", "anonymous", "removal"),
        helpline("for-teachers", "Ligne des adultes", for_players=False),
        helpline("fingerprint", "Retrait", "image"),
        helpline("chat", "Tchat de nuit", "police-chat", "night"),
        helpline("urgent", "Urgences", "emergency"),
        helpline("all-urgent", "Autres urgences", "emergency", "rescue"),
        helpline("heavy", "Ligne de jour et de nuit", "distress", "night"),
    ),
)
FIRST = helpline_card(COUNTRY.helplines[0])
NIGHT_AND_DANGER = ["Ligne d’écoute", "Tchat de nuit", "Ligne de jour et de nuit", "Urgences", "Autres urgences"]


@pytest.fixture(autouse=True, params=["fr", "en"])
def _spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    with language.speaking(request.param):
        yield


def every_page() -> dict[str, Page]:
    return {page.id: page for page in (*pages(COUNTRY), content_note("Sacha"))}


def texts(page: Page) -> Iterator[str]:
    """Every text of a page, without what the cards of helplines say."""
    yield page.title
    for block in page.blocks:
        match block:
            case Heading(text) | Link(text):
                yield text
            case Paragraph(spans):
                yield "".join(span.text for span in spans)
            case Bullets(items):
                yield from ("".join(span.text for span in item) for item in items)
            case Card("words", title, lines):
                yield from (title, *lines)
            case Card("helpline"):
                pass
            case _:
                pytest.fail(f"{page.id}: {block} is not expected on a help page")


def links(page: Page) -> list[str]:
    return [block.page for block in page.blocks if isinstance(block, Link)]


def helplines(page: Page) -> list[str]:
    return [block.title for block in page.blocks if isinstance(block, Card) and block.kind == "helpline"]


def test_the_first_page_is_to_breathe_and_the_last_is_a_choice_of_questions() -> None:
    assert sequence == ("breathe", "stop", "keep", "talk", "adult", "questions")
    assert tuple(page.id for page in pages(COUNTRY)) == (*sequence, *QUESTIONS, "for-adults", "confides", "who-helps")
    assert links(every_page()["questions"])[: len(QUESTIONS) + 1] == [*QUESTIONS, "for-adults"]
    assert QUESTIONS[:2] == ("very-bad", "sent")


def test_every_link_leads_to_a_page_and_every_page_is_linked_or_guided_to() -> None:
    found = every_page()
    linked = {target for page in found.values() for target in links(page)}
    assert linked <= found.keys()
    assert linked | set(sequence) >= found.keys() - {"content-note"}


def test_every_page_shows_a_helpline_or_is_one_link_from_one() -> None:
    found = {page.id: page for page in pages(COUNTRY)}
    for page in found.values():
        assert helplines(page) or any(helplines(found[target]) for target in links(page)), page.id


def test_every_number_is_two_gestures_away() -> None:
    """The first gesture opens “breathe”; the second has to show who answers, by day and by night."""
    found = every_page()
    assert "talk" in links(found["breathe"])
    assert helplines(found["talk"]) == NIGHT_AND_DANGER


def test_every_answer_has_one_next_action_and_the_first_helpline() -> None:
    found = every_page()
    for id in QUESTIONS:
        blocks = found[id].blocks
        said = [block for block in blocks if isinstance(block, Paragraph)]
        assert [block.tone for block in said] == ["plain"] * (len(said) - 1) + ["note"], id
        assert 3 <= len(said) <= 5, id
        assert FIRST in blocks, id
        assert {"questions", "talk"} <= set(links(found[id])), id


def test_who_feels_very_bad_is_shown_who_listens_at_night_first() -> None:
    assert helplines(every_page()["very-bad"]) == ["Ligne de jour et de nuit", "Ligne d’écoute", "Autres urgences"]


def test_what_is_already_published_comes_with_a_way_to_have_it_removed() -> None:
    assert helplines(every_page()["published"]) == ["Ligne d’écoute", "Retrait"]


def test_no_number_is_written_in_a_text() -> None:
    for page in every_page().values():
        for text in texts(page):
            # The dates of the sources, and the one on which the numbers were checked, are the reference's own.
            dated = {source.date for helpline in COUNTRY.helplines for source in helpline.sourced.sources}
            for date in (*dated, "2026-11-22"):
                text = text.replace(long_date(date), "")
            assert not re.search(r"\d", text), f"{page.id}: {text}"


def test_sentences_are_short() -> None:
    """Fifteen words are the aim (FACTS.md section 6 says 12 to 15), eighteen the limit."""
    for page in every_page().values():
        for text in texts(page):
            for sentence in re.split(r"(?<=[.?!])[\s»”]+", text):
                words = [word for word in sentence.split() if re.search(r"\w", word)]
                assert len(words) <= 18, f"{page.id}: {sentence}"


def test_a_country_with_one_helpline_has_every_page() -> None:
    alone = Reference("xx", "fr", COUNTRY.document, "", (), (), (), (), COUNTRY.helplines[:1])
    found = {page.id: page for page in pages(alone)}
    assert all(set(links(page)) <= found.keys() for page in found.values())
    assert helplines(found["talk"]) == helplines(found["very-bad"]) == helplines(found["who-helps"]) == [FIRST.title]


def test_services_for_teachers_are_shown_to_no_player() -> None:
    assert "Ligne des adultes" not in str(pages(COUNTRY))


def test_who_helps_shows_all_in_order_and_who_answers_at_night() -> None:
    page = who_helps(COUNTRY)
    assert helplines(page) == [one.name for one in COUNTRY.helplines if one.for_players]
    (tonight,) = [block for block in page.blocks if isinstance(block, Bullets)]
    chat, listening, danger = ["".join(span.text for span in item) for item in tonight.items]
    assert "Ligne d’écoute" in chat
    assert "Tchat de nuit" in chat
    assert "Ligne de jour et de nuit" in listening
    assert "Autres urgences" in danger


def test_the_hint_for_the_night_is_made_of_the_reference() -> None:
    (tonight,) = [block for block in who_helps(load("fr")).blocks if isinstance(block, Bullets)]
    said = ["".join(span.text for span in item).replace("\u00a0", " ") for item in tonight.items]
    if language.current() == "fr":
        assert said == [
            "La nuit, quand le 3018 est fermé : le tchat Espace Mineurs.",
            "Si tu te sens très mal : le 3114.",
            "En danger maintenant : le 17 ou le 112.",
        ]


def test_who_helps_ends_with_the_age_of_the_numbers_and_where_to_look_again() -> None:
    *_others, last = texts(who_helps(load("fr")))
    assert long_date("2026-11-22") in last
    assert "service-public.gouv.fr" in last
    *_others, last = texts(who_helps(COUNTRY))
    assert last.endswith("2026.")


def test_an_answer_that_names_a_helpline_is_shown_where_there_is_one() -> None:
    def said(id: str, reference: Reference) -> str:
        return " ".join(texts(Page(id, "", answered(id, reference))))

    assert "Tchat de nuit" in said("more-images", COUNTRY)
    assert "PHAROS" in said("published", load("fr"))
    assert "{" not in said("published", COUNTRY)
    assert len(answered("published", COUNTRY)) == len(answered("published", load("fr"))) - 1


def test_an_adult_who_reads_along_is_told_what_to_do_tonight() -> None:
    page = every_page()["for-adults"]
    assert helplines(page) == ["Ligne d’écoute"]
    assert {"for-adults"} <= set(links(every_page()["adult"])) & set(links(every_page()["questions"]))
    if language.current() == "fr":
        spoken = " ".join(texts(page))
        assert "Ne regardez pas l’image." in spoken
        assert not re.search(r"\b(tu|ton|ta|tes)\b", spoken)


def test_a_card_says_a_number_once_and_the_rest_on_request() -> None:
    line = Helpline("x", "3018", "3018", "3018.fr", "Pour parler.", "C’est gratuit.", "9 h à 23 h", True, sourced())
    assert helpline_card(line) == Card("helpline", "3018", ("3018.fr", "Pour parler.", "9 h à 23 h"))
    whole = helpline_card(line, whole=True)
    assert whole.lines == ("3018.fr", "Pour parler.", "C’est gratuit.", "9 h à 23 h")


def test_the_words_for_an_adult_name_the_helpline_and_do_not_offer_the_image() -> None:
    (card,) = [block for block in every_page()["adult"].blocks if isinstance(block, Card)]
    assert card.kind == "words"
    assert "Ligne d’écoute" in card.lines[-1]
    if language.current() == "fr":
        assert card.lines[:3] == (
            "J’ai besoin de toi.",
            "Quelqu’un me fait du chantage avec une image.",
            "Ne me demande pas de te la montrer.",
        )


def test_the_content_note_says_that_choices_are_kept_where_that_was_asked() -> None:
    asked, not_asked = (list(texts(content_note("Sacha", keeps=keeps))) for keeps in (True, False))
    (kept,) = set(asked) - set(not_asked)
    (free,) = set(not_asked) - set(asked)
    if language.current() == "fr":
        assert kept.startswith("Comme tu l’as demandé, tes choix sont gardés")
        assert free.startswith("Tes choix ne sont gardés que si tu le demandes")


def test_the_content_note_of_a_face_that_keeps_nothing_does_not_offer_to_keep_choices() -> None:
    told = " ".join(texts(content_note("Sacha", never=True)))
    if language.current() == "fr":
        assert "Tes choix ne sont pas gardés." in told
        assert "si tu le demandes" not in told


def test_the_content_note_is_the_same_for_every_story() -> None:
    assert content_note("Sacha").blocks[0] == content_note("Inès").blocks[0] == content_note().blocks[0]
    assert "Sacha" in str(content_note("Sacha").blocks[1])
    pressed, typed = (list(texts(content_note(typed=typed)))[2] for typed in (False, True))
    assert pressed != typed
    assert typed.endswith(" h.")
    if language.current() == "fr":
        (lead,) = content_note().blocks[:1]
        assert isinstance(lead, Paragraph)
        assert lead.spans[0].text == (
            "Certaines de ces conversations contiennent un chantage, d’autres rien."
            " Aucune image. Tu peux sortir à tout moment."
        )


def test_an_adult_at_school_is_two_links_from_help_to_what_to_do() -> None:
    found = every_page()
    assert "for-adults" in links(found["who-helps"])
    assert "confides" in links(found["for-adults"])


def test_the_page_has_the_words_of_the_printed_card() -> None:
    page = every_page()["confides"]
    sheet = disclosure(COUNTRY, lambda sourced: "Une page, 22 septembre 2025.")
    assert page.title == sheet.title
    law = [block for block in sheet.blocks if isinstance(block, Card) and block.kind == "law"]
    small = [block for block in sheet.blocks if isinstance(block, Paragraph) and block.tone == "small"]
    told = [block for block in sheet.blocks if block not in law and block not in small]
    assert [block for block in page.blocks if block in told] == told
    assert {Heading, Bullets, Card} <= {type(block) for block in told}


def test_what_an_adult_risks_who_keeps_quiet_is_on_the_printed_card_and_on_no_page_of_help(country: Reference) -> None:
    cards = [block for block in disclosure(country, lambda sourced: "").blocks if isinstance(block, Card)]
    assert "law" in {block.kind for block in cards}
    for page in pages(country):
        assert not any(isinstance(block, Card) and block.kind == "law" for block in page.blocks), page.id


def test_a_card_has_the_number_to_dial_as_its_title_and_the_name_under_it(country: Reference) -> None:
    for page in (one for one in pages(country) if one.id in ("talk", "who-helps")):
        found = {block.title: block for block in page.blocks if isinstance(block, Card)}
        assert {"3018", "3114", "17", "112", "119"} <= set(found)
        for number in ("17", "112", "119"):
            assert found[number].lines[0] == country.helpline[number].name
