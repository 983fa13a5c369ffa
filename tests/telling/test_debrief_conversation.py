"""The debrief’s conversation: every message, choice and sign of a play, told again in order."""

from __future__ import annotations

from dataclasses import replace

from game.engine.events import Mark, MessageArrived
from game.engine.reference import Reference
from game.engine.session import NEW, apply, decide
from game.engine.transcript import play
from game.telling.debrief_pages import pages
from game.telling.language import _
from game.telling.page import Heading, Span
from tests.telling.plays import (
    BENIGN,
    TRAPPED,
    all_texts,
    bubble,
    bubbles,
    texts,
    told,
    words,
)


def test_the_conversation_is_what_was_shown_in_order(country: Reference) -> None:
    page = told(country, "follow", "proof", "tell")["conversation"]
    assert [(one.speaker, one.mine, one.avatar) for one in bubbles(page)] == [
        ("", False, ""),
        ("Alex", False, "wave"),
        ("Sacha", True, "bass"),
        ("Inès", False, "sun"),
        ("Alex", False, "wave"),
        ("Noor", False, ""),
        ("Sacha", True, "bass"),
        ("Alex", False, "wave"),
        ("", False, ""),
        ("Inès", False, "sun"),
        ("", False, ""),
        ("", False, ""),
    ]
    assert [words(one.spans) for one in bubbles(page)[-2:]] == ["Faire une capture", "Appeler le 3018"]
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    scene = _("Scene {number}")
    assert headings == [
        scene.format(number=1),
        scene.format(number=2),
        _("End: {title}").format(title="Le soir, au 3018"),
    ]
    assert _("At which message did you understand?") in all_texts(page)


def test_quoted_words_are_underlined_once_and_no_word_is_lost(country: Reference) -> None:
    page = told(country, "stay", "tell")["conversation"]
    message = TRAPPED.scene["contact"].messages[4]
    found = bubble(page, "T'as quel âge")
    assert words(found.spans) == message.text
    assert [span.text for span in found.spans if span.underline] == [
        "T'as quel âge ?",
        "Viens sur une autre appli : c'est plus tranquille",
    ]
    assert not any(span.underline for span in bubble(page, "[Demande d'argent]").spans)


def test_placeholders_are_filled_around_underlined_words(country: Reference) -> None:
    found = bubble(told(country, "stay", "tell")["conversation"], "3018 au secours")
    assert found.spans == (
        Span("3018 au secours, "),
        Span("c'est le", underline=True),
        Span(" 3018 hein, pas le {17}"),
    )


def test_each_sign_says_its_effect_and_when_it_was_seen(country: Reference) -> None:
    log = list(play(TRAPPED, ("+mark:5", "stay", "tell", "+mark:8")))
    page = next(page for page in pages(TRAPPED, country, log) if page.id == "conversation")
    signs = [country.sign[id] for id in ("personal-questions", "change-app", "secrecy")]
    named = [f"{sign.short}. {sign.effect}" for sign in signs]
    assert bubble(page, "T'as quel âge").notes == (*named, _("Seen in time."))
    assert bubble(page, "Alex menace").notes[1:] == (_("Seen afterwards, and that is still seeing."),)
    assert len(bubble(page, "[Demande d'argent]").notes) == 1
    assert _("Did some escape you? It happens to everyone: they are made to go unnoticed.") in all_texts(page)


def test_a_sign_that_was_named_is_said_so_if_the_name_fits(country: Reference) -> None:
    log = list(play(TRAPPED, ("stay",)))
    at = next(at for at, event in enumerate(log) if event == MessageArrived("contact", 4, 3))
    for family, note in ((country.sign["secrecy"].family, None), ("fear", _("Seen in time."))):
        expected = note or _("Seen in time, and named: {family}").format(family=country.family[family].short)
        state = NEW
        for event in log:
            state = apply(state, event)
        early = [*log[: at + 4], *decide(TRAPPED, state, Mark(at, family))]
        page = next(page for page in pages(TRAPPED, country, early) if page.id == "conversation")
        assert bubble(page, "T'as quel âge").notes[-1] == expected


def test_to_be_wary_of_a_harmless_message_is_no_fault(country: Reference) -> None:
    page = told(country, "+mark:4", "+mark:2", "+mark:6", "stay")["conversation"]
    assert bubble(page, "Tu viens").notes == (
        _("This message was harmless here. Being wary was not silly; asking is good."),
    )
    assert bubble(page, "Salut").notes == ()
    assert bubble(page, "Et toi").notes[1:] == (
        _("Seen in time."),
        _("One sign alone proves nothing. Here, there was nothing to fear."),
    )


def test_a_chat_without_danger_asks_what_reassured(country: Reference) -> None:
    page = told(country, "+verdict:nothing:2", "answer", scenario=BENIGN)["conversation"]
    said = all_texts(page)
    assert _("Which message showed that all was well?") in said
    assert _("Did some escape you? It happens to everyone: they are made to go unnoticed.") not in said
    assert words(bubbles(page)[2].spans) == _("You answered: there is nothing to fear.")
    calm = replace(
        BENIGN,
        scenes=tuple(
            replace(scene, messages=tuple(replace(one, shown=()) for one in scene.messages)) for scene in BENIGN.scenes
        ),
    )
    opening = told(country, "+verdict:nothing:2", "answer", scenario=calm)["conversation"].blocks[0]
    assert list(texts(opening)) == [_("Here is what you read. There was nothing to fear in it.")]


def test_a_summary_is_shown_as_one(country: Reference) -> None:
    page = told(country, "stay", "+skip", "tell")["conversation"]
    found = bubble(page, "Alex menace. Inès")
    assert (found.speaker, found.notes) == ("", (_("You read the summary of this scene. It is there for that."),))


def test_what_was_rewound_is_not_told_again(country: Reference) -> None:
    page = told(country, "stay", "pay", "alone", "+rewind:2", "tell")["conversation"]
    assert "Payer" not in all_texts(page)
    assert "Appeler le 3018" in all_texts(page)
