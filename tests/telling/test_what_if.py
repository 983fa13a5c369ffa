"""Beside the choices of a play: where the others would have led, and the way back to each."""

from __future__ import annotations

import pytest

from game.engine.other_ways import visits
from game.engine.reference import Reference
from game.engine.transcript import play
from game.telling.debrief_pages import pages
from game.telling.language import _
from game.telling.page import Bubble, GoBack, Heading, Link, Page, Paragraph, Quote, Span, Ways, full, plain
from game.telling.what_if import other_way, what_ifs
from tests.telling.plays import BENIGN, CALM, GAVE_IN, RECOVERED, TRAPPED, all_texts, bubbles, story, told, words

HALLO = """\
  before:
    choices:
      - {id: go, reply: "J'arrive.", because: "Pourquoi pas."}
      - {id: away, reply: "Pas là.", because: "Simple.", go_to: home}
    go_to: hello
  hello:
"""


def beside(reference: Reference, *route: str) -> tuple[Page, ...]:
    return what_ifs(TRAPPED, reference, play(TRAPPED, route))


def ways(page: Page) -> list[Link | GoBack]:
    return [way for block in page.blocks if isinstance(block, Ways) for way in block.ways]


def test_each_other_choice_has_its_words_its_reason_and_what_comes_next(country: Reference) -> None:
    first = beside(country, *RECOVERED)[0]
    at = first.blocks.index(Heading(_("What if you said this?")))
    assert "Je préfère rester ici." in [words(block.spans) for block in first.blocks[:at] if isinstance(block, Quote)]
    assert first.blocks[at + 1] == Quote("Sacha", (Span("Ok, j'arrive."),))
    assert first.blocks[at + 2] == plain("On voulait être tranquille.")
    assert hard(first.blocks[at + 3])
    assert isinstance(first.blocks[at + 4], Bubble)
    assert first.blocks[at + 5] == plain(_("Then it would be up to you again."), "small")


def test_one_other_choice_can_be_told_alone_without_ways_on(country: Reference) -> None:
    log = play(TRAPPED, RECOVERED)
    visit = visits(TRAPPED, log)[0]
    page = other_way(TRAPPED, country, visit, visit.others[0].choice)
    assert page.title == _("What if you said this?")
    assert page.blocks[0] == Quote("Sacha", (Span("Ok, j'arrive."),))
    assert page.blocks[1] == plain("On voulait être tranquille.")
    assert ways(page) == []
    assert not any(isinstance(block, Heading) for block in page.blocks)
    with pytest.raises(LookupError, match="no other choice 'stay'"):
        other_way(TRAPPED, country, visit, "stay")


def test_messages_are_shown_as_they_would_have_come_without_their_signs(country: Reference) -> None:
    calm = story(CALM.replace("  hello:\n", HALLO))
    (page,) = what_ifs(calm, country, play(calm, ("away",)))
    assert [(one.speaker, words(one.spans)) for one in bubbles(page)] == [
        ("Noor", "Tu habites où exactement ?"),
        ("Noor", "C'est pour l'ampli de mon père."),
    ]
    assert not any(span.underline for one in bubbles(page) for span in one.spans)
    assert not any(one.notes for one in bubbles(page))
    assert _("Then it would be up to you again.") in all_texts(page)


def test_a_hard_scene_is_announced_and_told_by_its_summary_alone(country: Reference) -> None:
    first, second = beside(country, "stay", "tell")
    for page, summary in ((first, "Alex menace. Inès écrit au même moment."), (second, "Une nouvelle demande arrive.")):
        assert [words(one.spans) for one in bubbles(page)] == [summary]
        at = page.blocks.index(bubbles(page)[0])
        assert hard(page.blocks[at - 1])


def hard(block: object) -> bool:
    return isinstance(block, Paragraph) and words(block.spans) == _("This part is hard: here is its summary.")


def test_an_ending_is_named_with_the_helpline_of_the_country(country: Reference) -> None:
    second = beside(country, "stay", "pay", "alone")[1]
    assert Heading(_("End: {title}").format(title="Le soir, au 3018"), 3) in second.blocks
    assert "Parler au 3018 aide." in all_texts(second)


def test_what_could_be_done_first_leads_back_to_the_same_choices(country: Reference) -> None:
    second = beside(country, "stay", "tell")[1]
    assert _("Then you could still do something else here.") in all_texts(second)


def test_every_moment_leads_to_its_page_and_back_to_its_choice(country: Reference) -> None:
    log = play(TRAPPED, GAVE_IN)
    shown = {page.id: page for page in (*pages(TRAPPED, country, log), *what_ifs(TRAPPED, country, log))}
    found = ways(shown["moments"])
    assert len(found) == 6, "two moments and one other choice"
    assert len({full(way) for way in found}) == 6, "each way can be told from the others"
    for way in found:
        if isinstance(way, Link):
            assert way.page in shown
            assert next(one for one in ways(shown[way.page]) if isinstance(one, Link)).page == "moments"
        else:
            assert type(log[way.to]).__name__ == "ChoicesOffered"


def test_the_choices_without_a_step_stand_apart_with_their_reasons(country: Reference) -> None:
    page = told(country, *GAVE_IN)["moments"]
    at = page.blocks.index(Heading(_("Your other choices")))
    assert list(map(type, page.blocks[at + 1 : at + 4])) == [Quote, Paragraph, Ways]
    assert "Ici, on peut bloquer." in all_texts(page)


def test_a_choice_that_was_the_only_one_has_a_way_back_and_no_page(country: Reference) -> None:
    log = play(BENIGN, ("+verdict:unsure:1", "answer"))
    assert what_ifs(BENIGN, country, log) == ()
    (moments,) = [page for page in pages(BENIGN, country, log) if page.id == "moments"]
    (way,) = ways(moments)
    assert isinstance(way, GoBack)


def test_a_replayed_choice_is_said_to_be_so_where_it_stands(country: Reference) -> None:
    said = _("You replayed this choice. What counts is the latest one.")
    assert said not in all_texts(told(country, "stay", "pay", "alone")["moments"])
    page = told(country, "stay", "pay", "alone", "+rewind:2", "tell")["moments"]
    assert all_texts(page).count(said) == 1
    texts = all_texts(page)
    assert texts.index(_("Moment {number}").format(number=1)) < texts.index(said) < texts.index(_("The official steps"))


def test_looking_changes_nothing_of_the_play(country: Reference) -> None:
    log = play(TRAPPED, RECOVERED)
    before = tuple(log)
    what_ifs(TRAPPED, country, log)
    assert tuple(log) == before
