"""The debrief as pages: the whole set, its first page, the law and who helps, in both languages."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from game.engine.debrief import debrief, fill
from game.engine.events import (
    Choose,
    Chosen,
    GiveVerdict,
    GoOn,
    Log,
    Mark,
    MessageArrived,
    ReadSummary,
    Rewind,
    Start,
    SummaryRead,
    VerdictGiven,
)
from game.engine.model import Scenario
from game.engine.reference import Reference
from game.engine.session import NEW, Refused, apply, decide, effective
from game.engine.transcript import play
from game.telling.debrief_pages import PAGES, handled_line, pages
from game.telling.help_now import helpline_card
from game.telling.language import _
from game.telling.page import Card, Heading, Link, Paragraph, Quote, Span
from tests.telling.plays import (
    BENIGN,
    GAVE_IN,
    NEVER,
    RECOVERED,
    TRAPPED,
    all_texts,
    bubbles,
    cards,
    texts,
    told,
)

JUDGING = re.compile(r"\b((?<!not )wrong|worst|mistake|contradict|points|erreur|échec|perdu)", re.IGNORECASE)


# -- the set


@pytest.mark.parametrize("route", [(), ("stay",), GAVE_IN, RECOVERED, NEVER])
def test_there_are_always_the_same_five_pages_whose_links_lead_to_one_another(
    country: Reference, route: tuple[str, ...]
) -> None:
    found = told(country, *route)
    assert tuple(found) == PAGES == ("first", "conversation", "moments", "law", "helps")
    for page in found.values():
        assert {block.page for block in page.blocks if isinstance(block, Link)} <= found.keys() - {page.id}
    assert [block.page for block in found["first"].blocks if isinstance(block, Link)] == list(PAGES[1:])


@pytest.mark.parametrize("route", [(), ("stay",), GAVE_IN, RECOVERED, NEVER])
def test_every_debrief_of_a_trap_carries_who_helps_and_the_law(country: Reference, route: tuple[str, ...]) -> None:
    found = told(country, *route)
    assert helpline_card(country.helplines[0]) in cards(found["first"])
    assert "3018" in all_texts(found["helps"])
    first, *others = cards(found["law"])
    assert first.title == _("{topic}: the closest text").format(topic=country.topic["blackmail"].short)
    assert "312-10" in first.small
    assert any("222-33-2-2" in card.small for card in others)
    assert any(card.small.startswith("Code pénal, article 312-1.") for card in others)


def test_an_empty_log_has_its_debrief_too(country: Reference) -> None:
    found = {page.id: page for page in pages(TRAPPED, country, ())}
    assert _("Nothing was shown yet.") in all_texts(found["conversation"])
    assert not bubbles(found["conversation"])


@pytest.mark.parametrize("seed", range(30))
def test_whatever_was_played_is_told_and_nothing_judges(country: Reference, seed: int) -> None:
    dice = random.Random(seed)
    scenario = dice.choice((TRAPPED, BENIGN))
    log = anything_played(scenario, dice)
    found = {page.id: page for page in pages(scenario, country, log)}
    shown = (MessageArrived, Chosen, SummaryRead, VerdictGiven)
    assert len(bubbles(found["conversation"])) == sum(isinstance(event, shown) for _, event in effective(log))
    for page in found.values():
        for text in all_texts(page):
            assert not re.search(r"\{[a-z-]+\}", text), text
            assert not JUDGING.search(text), text


def anything_played(scenario: Scenario, dice: random.Random) -> Log:
    log = list(decide(scenario, NEW, Start(dice.randrange(9))))
    for _try in range(dice.randrange(60)):
        state = NEW
        for event in log:
            state = apply(state, event)
        command = dice.choice(
            (
                GoOn(),
                ReadSummary(),
                GiveVerdict(dice.choice(("trap", "nothing", "unsure")), dice.randint(1, 3)),
                Choose(dice.choice(state.offered or ("",))),
                Mark(dice.randrange(len(log)), dice.choice((None, "fear", "identity"))),
                Rewind(dice.randrange(len(log))) if dice.random() < 0.2 else GoOn(),
            )
        )
        try:
            log += decide(scenario, state, command)
        except Refused:
            continue
    return log


# -- the first page


def test_a_play_that_never_gave_in_is_told_what_was_done_well_first(country: Reference) -> None:
    page = told(country, *NEVER)["first"]
    assert page.title == "Le soir, au 3018"
    quote = next(block for block in page.blocks if isinstance(block, Quote))
    assert quote == Quote("", (Span("Appeler le 3018"),))
    assert page.blocks[page.blocks.index(quote) + 1] == Paragraph((Span("Parler au 3018 aide."),), "good")
    assert _("Moments handled well: {handled} of {total}").format(handled=1, total=1) in all_texts(page)
    assert _("Who can help you") in all_texts(page)


def test_who_gave_in_is_met_by_help_and_by_no_blame(country: Reference) -> None:
    page = told(country, *GAVE_IN)["first"]
    helps = helpline_card(country.helplines[0])
    assert page.blocks[0] == helps
    assert cards(page) == [helps]
    assert page.blocks[1] == Paragraph((Span(_("The pressure worked here. It is made for that.")),), "lead")
    result = debrief(TRAPPED, country, play(TRAPPED, GAVE_IN))
    assert country.step[result.remember].help
    assert any(text.startswith(country.step[result.remember].short) for text in all_texts(page))
    assert _("One thing to remember") not in all_texts(page)


def test_who_gave_in_then_stopped_is_met_as_warmly_as_who_never_did(country: Reference) -> None:
    never, recovered = (told(country, *route)["first"] for route in (NEVER, RECOVERED))
    more = Paragraph((Span(_("You took back control. That is worth as much as never giving in.")),), "good")
    shape = [type(block) for block in never.blocks]
    assert recovered.blocks[0] == more
    assert [type(block) for block in recovered.blocks[1:]] == shape
    assert Quote("Sacha", (Span("Inès, j'ai besoin de toi."),)) in recovered.blocks


def test_what_has_changed_since_the_document_is_told_only_beside_its_words(country: Reference) -> None:
    since = country.step["helpline"].since
    assert "Net Écoute" in since
    found = told(country, *GAVE_IN)
    assert debrief(TRAPPED, country, play(TRAPPED, GAVE_IN)).remember == "helpline"
    step = next(text for text in all_texts(found["first"]) if text.startswith(country.step["helpline"].short))
    assert country.step["helpline"].gloss in step
    assert not any(since in text for text in all_texts(found["first"]))
    assert any(since in text for text in all_texts(found["moments"]))


def test_a_play_left_early_is_not_punished(country: Reference) -> None:
    page = told(country, "stay")["first"]
    assert page.title == _("Stopping here")
    assert _("You can stop at any time. Here is what this play already shows.") in all_texts(page)
    assert _("Stopping when you need to is a good reaction.") in all_texts(page)


def test_a_play_that_handled_nothing_or_gave_in_has_no_figure(country: Reference) -> None:
    start = _("Moments handled well: {handled} of {total}").partition("{")[0]
    for route in (GAVE_IN, ("stay", "proof", "pay", "alone")):
        assert handled_line(debrief(TRAPPED, country, play(TRAPPED, route))) == ""
        assert not any(text.startswith(start) for text in all_texts(told(country, *route)["first"]))
    assert handled_line(debrief(TRAPPED, country, play(TRAPPED, RECOVERED)))


def test_the_online_report_to_keep_in_mind_says_where_a_private_threat_for_money_goes(country: Reference) -> None:
    """A story of a stranger who wants money, in private messages: the portal of public content takes none of it."""
    scene = TRAPPED.scene["pressure"]
    steps = {"proof": ("report-authority",), "block": ("block",)}
    kept = replace(scene, choices=tuple(replace(one, steps=steps.get(one.id, one.steps)) for one in scene.choices))
    scenario = replace(
        TRAPPED,
        relation="stranger",
        demand="money",
        scenes=tuple(kept if one is scene else one for one in TRAPPED.scenes),
    )
    assert debrief(scenario, country, play(scenario, ("stay", "tell"))).remember == "report-authority"
    shown = " ".join(all_texts(told(country, "stay", "tell", scenario=scenario)["first"]))
    assert "Espace Mineurs" in shown
    assert "THESEE" in shown


def test_who_gave_in_finds_the_short_answers_beside_who_helps(country: Reference) -> None:
    asked = {"money": [_("I have already paid")], "images": [_("I am asked for more images")], "other": [], None: []}
    for demand, first in asked.items():
        scenario = replace(TRAPPED, demand=demand)
        for route in (GAVE_IN, RECOVERED, NEVER):
            page = told(country, *route, scenario=scenario)["helps"]
            headings = [block.text for block in page.blocks if isinstance(block, Heading)]
            assert headings == ([] if route is NEVER else [*first, _("My parents must not know")])


def test_without_a_moment_there_is_no_line_about_moments(country: Reference) -> None:
    log = play(TRAPPED, ("stay",))
    assert handled_line(debrief(TRAPPED, country, log)) == ""
    start = _("Moments handled well: {handled} of {total}").partition("{")[0]
    assert not any(text.startswith(start) for text in all_texts(told(country, "stay")["first"]))


def test_the_message_that_was_seen_in_time_is_quoted_with_its_words(country: Reference) -> None:
    page = told(country, "+mark:5", "stay")["first"]
    quote = next(block for block in page.blocks if isinstance(block, Quote))
    assert quote.speaker == "Alex"
    assert [span.text for span in quote.spans if span.underline] == [
        "T'as quel âge ?",
        "Viens sur une autre appli : c'est plus tranquille",
    ]
    sign = _("You saw this sign in time: {sign}").format(sign=country.sign["personal-questions"].short)
    assert sign in all_texts(page)


def test_to_have_asked_oneself_counts_as_done_well_where_there_was_nothing(country: Reference) -> None:
    page = told(country, "+verdict:trap:3", "answer", scenario=BENIGN)["first"]
    said = all_texts(page)
    assert _("You asked yourself whether it was a trap. That is the right question, even where there is none.") in said
    assert _("Such moments are hard for everyone.") not in said
    assert _("You thought of a trap. There was nothing to fear here. Being wary was not silly.") in said
    assert _("One sign alone proves nothing. When in doubt, asking is good.") in said


def test_a_part_that_was_replayed_is_said_so(country: Reference) -> None:
    line = _("You replayed a part. This page follows your latest choices.")
    assert line not in all_texts(told(country, *NEVER)["first"])
    assert line in all_texts(told(country, "stay", "pay", "alone", "+rewind:2", "tell")["first"])


def test_lines_that_the_first_page_has_no_room_for_follow_the_ending(country: Reference) -> None:
    found = told(country, *RECOVERED)
    assert "Une troisième ligne." in all_texts(found["first"])
    assert "Une quatrième ligne, pour qui a payé." not in all_texts(found["first"])
    blocks = found["conversation"].blocks
    ending = blocks.index(Heading(_("End: {title}").format(title="Le soir, au 3018"), 3))
    assert list(texts(blocks[ending + 1])) == ["Une quatrième ligne, pour qui a payé."]
    assert "Une quatrième ligne, pour qui a payé." not in all_texts(told(country, *NEVER)["conversation"])


@pytest.mark.parametrize("route", [(), GAVE_IN, RECOVERED, NEVER])
def test_the_first_page_fits_a_phone(country: Reference, route: tuple[str, ...]) -> None:
    """About 40 characters a line and 34 lines a screen; the links below it need not show."""
    lines = 0
    for block in told(country, *route)["first"].blocks:
        if not isinstance(block, Link):
            lines += sum(-(-len(text) // 40) for text in texts(block) if text)
    assert lines <= 26


# -- law and help


def test_the_law_is_about_who_blackmails_and_only_a_judge_decides(country: Reference) -> None:
    page = told(country, *NEVER)["law"]
    lead, note, *_cards = page.blocks
    assert lead == Paragraph((Span(_("What the person who blackmails risks. The law protects you.")),), "lead")
    assert note == Paragraph((Span(_("Only a prosecutor or a judge decides which text applies.")),), "note")
    titles = [card.title for card in cards(page)]
    assert titles[1:] == [country.topic[id].short for id in ("cyberharassment", "extortion", "minor-author")]
    end = " ".join(
        text for block in page.blocks[page.blocks.index(Heading(_("Where this comes from"))) :] for text in texts(block)
    )
    assert "2026" in end
    for topic in map(country.topic.__getitem__, debrief(TRAPPED, country, play(TRAPPED, NEVER)).law):
        assert all(source.title in end for source in topic.sourced.sources)
    named = [_("Named by the source document.") in card.small for card in cards(page)]
    assert named == [False, True, True, False]


def test_a_story_without_law_says_that_the_law_protects(country: Reference) -> None:
    page = told(country, "+verdict:unsure:1", "answer", scenario=BENIGN)["law"]
    assert not cards(page)
    said = _("No law is at stake in this story. If someone threatens you one day, the law protects you.")
    assert said in all_texts(page)


def test_all_who_help_players_stand_in_order_with_their_hours(country: Reference) -> None:
    page = told(country, *NEVER)["helps"]
    shown = [one for one in country.helplines if one.for_players]
    assert [card.title for card in cards(page)] == [one.number or one.name for one in shown]
    assert all(one.hours in card.lines for one, card in zip(shown, cards(page), strict=True))
    assert tuple(one.id for one in shown) == debrief(TRAPPED, country, ()).helplines
    assert fill("{helpline}", country) == "3018"


def test_the_page_of_law_says_first_which_document_its_cards_speak_of(country: Reference) -> None:
    blocks = told(country, *NEVER)["law"].blocks
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Card))
    before = blocks[at - 1]
    assert isinstance(before, Paragraph)
    assert before.tone == "small"
    words = "".join(span.text for span in before.spans)
    assert "Vigilance chantage à la webcam" in words
    assert "e-Enfance" in words
