"""Pages as lines, in reading order and without a symbol that a screen reader would spell out."""

from __future__ import annotations

from game.cli.print_page import links, page_lines
from game.telling.page import Bubble, Bullets, Card, Heading, Link, Page, Quote, Span, plain

PAGE = Page(
    "p",
    "Le titre",
    (
        plain("Une phrase."),
        Bullets(((Span("un"),), (Span("deux"),))),
        Bullets(((Span("cinq"),),), ("5",)),
        Heading("Ensuite"),
        Quote("Lou", (Span("Non."),)),
        plain("Parce que."),
        Quote("", (Span("Bloquer le compte"),)),
        Card("helpline", "3018", ("3018.fr", "Tous les jours"), "Source"),
        Link("La suite", "q"),
    ),
)


def test_a_page_reads_from_top_to_end() -> None:
    assert page_lines(PAGE, 80) == [
        "Le titre",
        "",
        "Une phrase.",
        "- un",
        "- deux",
        "",
        "5. cinq",
        "",
        "Ensuite",
        "  Lou\u00a0: «\u00a0Non.\u00a0»",
        "Parce que.",
        "",
        "  Bloquer le compte",
        "",
        "3018",
        "  3018.fr",
        "  Tous les jours",
        "  Source",
    ]
    assert links(PAGE) == (Link("La suite", "q"),)


def test_underlined_words_are_told_and_a_conversation_says_it_is_fiction() -> None:
    page = Page(
        "p",
        "La conversation",
        (
            Bubble("", False, "", (Span("mardi"),)),
            Bubble("Alex", False, "", (Span("Salut. "), Span("T'as quel âge ?", underline=True)), ("Une question.",)),
            Bubble("Lou", True, "", (Span("Non."),)),
        ),
    )
    assert page_lines(page, 80) == [
        "La conversation",
        "(Fiction, Vigichat)",
        "",
        "mardi",
        "Alex\u00a0: Salut. T'as quel âge ?",
        "    Dans ces mots\u00a0: «\u00a0T'as quel âge ?\u00a0»",
        "    Une question.",
        "",
        "Lou\u00a0: Non.",
    ]
