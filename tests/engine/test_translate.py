"""A scenario in another language: every text that a person reads is in it, and nothing else changes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from game.engine.check import check
from game.engine.model import CAPTIONS, Review, Scenario
from game.engine.read import read
from game.engine.translate import Spoken, context, texts, translated
from game.engine.write import write
from tests.engine.making import file_text
from tests.engine.strategies import bounded, scenarios
from tests.small_reference import SMALL

SCENES = """
contact:
  skip: "Alex veut de l'argent."
  stop: "Et là ?"
  chat: |
    ~ mardi
      ^ too-fast
    alex: Viens « ici »
      vite
      ^ change-app, too-fast "« ici » vite"
    me: Non
    alex: Viens
    alex: Viens
    alex (masked): Demande d’argent
      ^ payment-demand "argent"
    ~ Un appel arrive.
      ^ too-fast "appel"
  choices:
    - {id: stay, reply: "Je reste.", because: "C'est ton droit."}
    - {do: "Appeler le {helpline}", because: "On t'aide."}
  go_to: end
"""
ENDINGS = 'end: {title: "La fin", debrief: ["C\'est fini.", {text: "Tu as payé.", if: paid}]}'
TEACHER = """
  goal: "Voir venir."
  ask: ["Quand ?", "Qui ?"]
"""
CAST = """
me: {name: "Sacha", profile: "16 ans"}
alex: {name: "Alex", role: contact}
"""


def scenario(text: str | None = None) -> Scenario:
    told = text or file_text(SCENES, ENDINGS, cast=CAST, facts='paid: "a payé"') + f"teacher:{TEACHER}"
    found = read(told.encode())
    assert found.problems == ()
    assert found.scenario is not None
    return found.scenario


def loud(spoken: Spoken) -> str:
    """A language in which quotations stay where they are: all in capitals, but for placeholders."""
    return re.sub(r"\{[a-z-]+\}", lambda match: match[0].lower(), spoken.text.upper())


def listed(scenario: Scenario) -> list[tuple[str, str, str, str]]:
    return [(context("s", one), one.kind, one.of, one.text) for one in texts(scenario)]


def test_every_text_is_listed_in_reading_order_under_its_scene_with_what_it_is() -> None:
    assert listed(scenario()) == [
        ("s", "title", "", "Un dimanche"),
        ("s", "summary", "", "Un week-end."),
        ("s", "goal", "", "Voir venir."),
        ("s", "ask", "", "Quand ?"),
        ("s", "ask", "", "Qui ?"),
        ("s", "name", "me", "Sacha"),
        ("s", "profile", "me", "16 ans"),
        ("s", "name", "alex", "Alex"),
        ("s", "fact", "paid", "a payé"),
        ("s/contact", "skip", "", "Alex veut de l'argent."),
        ("s/contact", "stop", "", "Et là ?"),
        ("s/contact", "notice", "", "mardi"),
        ("s/contact", "message", "alex", "Viens « ici »\nvite"),
        *[("s/contact/quotation", "quotation", "alex", "« ici » vite")] * 2,
        ("s/contact", "message", "me", "Non"),
        *[("s/contact", "message", "alex", "Viens")] * 2,
        ("s/contact", "notice", "", "Un appel arrive."),
        ("s/contact/quotation", "quotation", "", "appel"),
        ("s/contact", "reply", "stay", "Je reste."),
        ("s/contact", "because", "stay", "C'est ton droit."),
        ("s/contact", "do", "2", "Appeler le {helpline}"),
        ("s/contact", "because", "2", "On t'aide."),
        ("s/end", "ending", "", "La fin"),
        ("s/end", "debrief", "", "C'est fini."),
        ("s/end", "debrief", "", "Tu as payé."),
    ]


def test_every_text_knows_where_it_stands() -> None:
    told = file_text(SCENES, ENDINGS, cast=CAST, facts='paid: "a payé"') + f"teacher:{TEACHER}"
    lines = told.split("\n")
    for one in texts(scenario()):
        assert one.text.split("\n")[0] in lines[one.place.line - 1], one


def test_every_text_changes_and_nothing_else() -> None:
    before, after = scenario(), translated(scenario(), loud, "en")
    assert [one.text for one in texts(after)] == [loud(one) for one in texts(before)]
    assert (after.locale, after.language, after.country) == ("en-FR", "en", "fr")
    # Back in small letters, and with its own caption, it is the story it was.
    small = write(after).replace("Demand for money", "Demande d’argent").replace("en-FR", "fr-FR").casefold()
    assert small == write(before).replace('  ^ payment-demand "argent"', "  ^ payment-demand").casefold()
    assert check(before, SMALL) == ()
    # In capitals, “{helpline}” stands for nothing.
    assert {one.name for one in check(after, SMALL)} == {"unknown-placeholder"}


def test_a_quotation_is_found_anew_in_the_message_that_was_translated() -> None:
    said = {
        "Viens « ici »\nvite": "Quick, come ‘over\u00a0here’ now\nplease",
        "« ici » vite": "over here' now please",
        "Un appel arrive.": "A call.",
        "appel": "call",
    }
    after = translated(scenario(), lambda one: said.get(one.text, one.text), "en")
    messages = after.scene["contact"].messages
    both = messages[1].shown
    assert [messages[1].text[one.start : one.end] for one in both] == ["over\u00a0here’ now\nplease"] * 2
    assert [one.sign for one in both] == ["change-app", "too-fast"]
    assert (messages[0].shown[0].start, messages[0].shown[0].end) == (0, len("mardi"))


def test_a_quotation_that_is_nowhere_means_the_whole_message() -> None:
    after = translated(scenario(), lambda one: "No, now" if one.text == "« ici » vite" else one.text, "en")
    message = after.scene["contact"].messages[1]
    assert {(one.start, one.end) for one in message.shown} == {(0, len(message.text))}
    assert check(after, SMALL) == ()


def test_a_caption_is_the_one_of_the_same_number() -> None:
    for number, caption in enumerate(CAPTIONS["fr"]):
        text = write(scenario()).replace("Demande d’argent", caption).replace(' "argent"', "")
        there = translated(scenario(text), loud, "en")
        masked = next(one for one in there.scene["contact"].messages if one.masked)
        assert masked.text == CAPTIONS["en"][number]
        assert (masked.shown[0].start, masked.shown[0].end) == (0, len(masked.text))


@pytest.mark.parametrize(("language", "caption"), [("fr", "Demande d’argent"), ("es", "DEMANDE D’ARGENT")])
def test_a_caption_stays_in_its_own_language_and_is_asked_for_where_there_are_none(language: str, caption: str) -> None:
    there = translated(scenario(), loud, language)
    assert caption in [one.text for one in there.scene["contact"].messages]


def test_the_same_words_may_be_said_otherwise_elsewhere() -> None:
    after = translated(scenario(), lambda one: f"{one.kind}: {one.text}", "en")
    assert [after.title, after.scene["contact"].skip] == ["title: Un dimanche", "skip: Alex veut de l'argent."]
    assert [one.text for one in after.scene["contact"].messages][3:5] == ["message: Viens"] * 2


def test_a_text_that_is_not_there_is_not_asked_for() -> None:
    assert "" not in [one.text for one in texts(scenario())]
    assert translated(scenario(), lambda one: "x", "en").teacher.before == ""


def test_a_review_is_not_taken_over() -> None:
    reviewed = replace(scenario(), reviewed=(Review("Inès", "infirmière", "2027-01-15", "0" * 16),))
    assert translated(reviewed, loud, "en").reviewed == ()


@bounded(60)
@given(scenarios())
def test_in_the_same_words_it_is_the_same_scenario(drawn: Scenario) -> None:
    # Captions are drawn in French, whatever the language of the scenario.
    french = replace(drawn, locale="fr-FR", reviewed=())
    same = translated(french, lambda one: one.text, "fr")
    assert same == french
