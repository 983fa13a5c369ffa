"""A story on paper: whoever follows the words on its cards comes the same ways as in the game."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from game.engine.debrief import fill
from game.engine.events import (
    Choose,
    GiveVerdict,
    GoOn,
    MessageArrived,
    ReadSummary,
    SceneEntered,
    Start,
)
from game.engine.model import ME, Scenario
from game.engine.proof.prove import prove
from game.engine.read import read
from game.engine.reference import Reference
from game.engine.session import NEW, decide, fold
from game.shelf import find, open_file, shipped
from game.telling.cards import cards_title, deck, paper_version
from game.telling.deck import Deck, Letters, PlayingCard
from game.telling.language import speaking

STORY = "trois-semaines-en-aout"


def story(name: str, language: str = "en") -> tuple[Scenario, Reference]:
    with speaking(language):
        opened = open_file(find(name), language, prove_shipped=True)
    assert opened.story is not None
    return opened.story


@dataclass
class Walker:
    """A pupil with the deck and a pencil, who knows only the words on the cards and the circled letters."""

    deck: Deck
    circled: set[str] = field(default_factory=set)
    taken: list[str] = field(default_factory=list)
    heard: list[tuple[str, str]] = field(default_factory=list)
    """What was read on scenes since the test last asked."""

    def __post_init__(self) -> None:
        self.go(1)

    def go(self, number: int) -> None:
        (self.card,) = (card for card in self.deck.cards if card.number == number)
        self.taken = []
        if self.card.part in ("scene", "read"):
            self.heard += self.read()

    def fits(self, when: str) -> bool:
        """Whether "With A + B, without C, D" is so."""
        if not when:
            return True
        found = re.fullmatch(r"(?:With ([A-Z+\s]+))?(?:(?:, w|W)ithout ([A-Z, ]+))?", when)
        assert found is not None, when
        needs = set(found[1].split("\u00a0+\u00a0")) if found[1] else set()
        bars = set(found[2].split(", ")) if found[2] else set()
        return needs <= self.circled and not bars & self.circled

    def read(self) -> list[tuple[str, str]]:
        """What is read on the card: who says it, and what."""
        return [(line.speaker, line.text) for line in self.card.lines if self.fits(line.when)]

    def offered(self) -> list[str]:
        return [answer.text for answer in self.card.answers if self.fits(answer.when) and answer.text not in self.taken]

    def follow(self, ways: Iterable[str]) -> None:
        """Take the first way that fits."""
        for way in ways:
            when, _, there = way.rpartition(": ")
            if when and when != "otherwise" and not self.fits(when):
                continue
            if there == "stay on this card, choose something else":
                if not self.offered():
                    self.follow(self.card.goes)
                return
            self.go(int(re.fullmatch(r"→\u00a0(\d+)", there)[1]))  # type: ignore[index]
            return
        raise AssertionError(f"card {self.card.number}: no way fits")

    def choose(self, words: str) -> None:
        (answer,) = (one for one in self.card.answers if one.text == words and self.fits(one.when))
        self.taken.append(words)
        if answer.circle:
            self.circled |= set(re.fullmatch(r"Circle ([A-Z, ]+)\.", answer.circle)[1].split(", "))  # type: ignore[index]
        self.follow(answer.goes or self.card.goes)

    def pass_on(self) -> None:
        """Go on where the card leaves nothing to choose."""
        while self.card.part != "ending" and not self.offered():
            self.follow(self.card.goes)


def walked(scenario: Scenario, reference: Reference, route: Iterable[str], summaries: bool) -> Iterator[str]:
    """Play a route in the game and on paper side by side; gives the parts of the story that were met."""
    walker = Walker(deck(scenario, reference))
    walker.pass_on()
    words = [word for word in route if not word.startswith("+")]
    log = decide(scenario, NEW, Start(0))
    state = fold(log)
    while True:
        assert walker.heard == _messages(scenario, reference, log)
        walker.heard = []
        yield from (event.scene for event in log if isinstance(event, SceneEntered))
        if state.phase == "ended":
            assert walker.card.part == "ending"
            ending = scenario.ending[state.ending]
            assert walker.card.title == fill(ending.title, reference)
            told = [fill(said.text, reference) for said in ending.debrief if said.when.holds(state.facts)]
            assert [text for _speaker, text in walker.read()] == told
            yield state.ending
            return
        scene = scenario.scene[state.scene]
        if state.phase == "announced":
            assert walker.card.part == "announced"
            walker.choose("Read a short summary instead" if summaries else "Read it")
            if summaries:
                assert walker.read() == [("", fill(scene.skip or "", reference))]
            walker.pass_on()
            log = decide(scenario, state, ReadSummary() if summaries else GoOn())
        elif state.phase == "verdict":
            assert walker.card.asks
            log = decide(scenario, state, GiveVerdict("unsure", 1))
        else:
            choices = [scene.choice(name) for name in state.offered]
            assert walker.offered() == [_on_card(one.text, one.says, reference) for one in choices]
            if not words:
                return
            taken = scene.choice(words.pop(0))
            walker.choose(_on_card(taken.text, taken.says, reference))
            walker.pass_on()
            log = decide(scenario, state, Choose(taken.id))
        state = fold(log, state)


def _on_card(text: str, says: bool, reference: Reference) -> str:
    words = fill(text, reference)
    return f"“{words}”" if says else words


def _messages(scenario: Scenario, reference: Reference, log: Iterable[object]) -> list[tuple[str, str]]:
    """The messages that a log brings: who says them, and what."""
    arrived = [scenario.scene[event.scene].messages[event.number] for event in log if isinstance(event, MessageArrived)]
    return [
        (
            scenario.person[one.speaker].name if one.speaker else "",
            f"hidden message: {fill(one.text, reference)}" if one.masked else fill(one.text, reference),
        )
        for one in arrived
    ]


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
@pytest.mark.parametrize("summaries", [False, True], ids=["read", "summaries"])
def test_every_route_of_the_certificate_can_be_walked_on_the_cards(path: Path, summaries: bool) -> None:
    scenario, reference = story(path.stem)
    certificate = prove(scenario, reference).certificate
    reached = (*certificate.scenes, *certificate.choices_taken, *certificate.endings)
    met: set[str] = set()
    with speaking("en"):
        for one in reached:
            assert one.route is not None
            met |= set(walked(scenario, reference, one.route, summaries))
    assert met == {scene.id for scene in scenario.scenes} | {ending.id for ending in scenario.endings}


def test_the_first_card_opens_the_story_and_numbers_have_no_gap() -> None:
    scenario, reference = story(STORY)
    with speaking("en"):
        cards = deck(scenario, reference).cards
        again = deck(scenario, reference).cards
    assert [card.number for card in cards] == list(range(1, len(cards) + 1))
    assert cards[0].lines[0].text in {message.text for message in scenario.scenes[0].messages}
    assert cards == again


def test_neighbours_hardly_ever_lead_to_each_other() -> None:
    scenario, reference = story(STORY)
    with speaking("en"):
        cards = deck(scenario, reference).cards
    near = [
        (card.number, int(number))
        for card in cards
        for ways in (card.goes, *(answer.goes for answer in card.answers))
        for way in ways
        for number in re.findall(r"→\u00a0(\d+)", way)
        if abs(card.number - int(number)) == 1
    ]
    assert len(set(near)) <= 1


def test_a_hard_scene_is_announced_on_a_card_of_its_own_with_help_and_a_summary() -> None:
    scenario, reference = story(STORY)
    hard = [scene for scene in scenario.scenes if scene.skip]
    with speaking("en"):
        cards = deck(scenario, reference).cards
    announced = [card for card in cards if card.part == "announced"]
    assert len(announced) == len(hard)
    for card in announced:
        assert len(card.lines) == 1
        assert [answer.text for answer in card.answers] == ["Read it", "Read a short summary instead", "Get help"]
    summaries = {card.lines[0].text for card in cards if card.part == "summary"}
    assert summaries == {fill(scene.skip or "", reference) for scene in hard}


def test_only_facts_that_something_depends_on_are_circled() -> None:
    scenario, reference = story(STORY)
    with speaking("en"):
        sheets = paper_version(scenario, reference)
    (letters,) = (block for sheet in sheets for block in sheet.blocks if isinstance(block, Letters))
    (made,) = (block for sheet in sheets for block in sheet.blocks if isinstance(block, Deck))
    told = " ".join(_words(made.cards))
    assert len(set(letters.letters)) == len(letters.letters)
    for letter in letters.letters:
        assert re.search(rf"(?:With|ithout|\+\u00a0|, )\s?{letter}\b", told)


def _words(cards: Iterable[PlayingCard]) -> Iterator[str]:
    for card in cards:
        yield from (line.when for line in card.lines)
        for answer in card.answers:
            yield from (answer.when, *answer.goes)
        yield from card.goes


def test_what_gives_the_story_away_stands_on_the_teachers_sheet_only() -> None:
    scenario, reference = story(STORY)
    with speaking("en"):
        sheets = paper_version(scenario, reference)
        assert cards_title(scenario) == f"On paper: {scenario.title}"
    assert [sheet.id for sheet in sheets] == ["how", "cards", "help-card", "teacher"]
    by_name = {sheet.id: repr(sheet.blocks) for sheet in sheets}
    for scene in scenario.scenes:
        if scene.stop:
            assert scene.stop in by_name["teacher"]
            assert scene.stop not in by_name["how"] + by_name["cards"]
    for fact in scenario.facts:
        assert fact.label not in by_name["how"]


def test_a_story_whose_choices_run_out_says_where_it_goes_then() -> None:
    text = """\
format: 1
title: A
summary: B
locale: en-FR
cast:
  me: {name: "Sam"}
  a: {name: "Alex", role: friend}
facts: {x: "x"}
scenes:
  one:
    chat: |
      a: Hi
    choices:
      - {id: first, reply: "one", because: "b", sets: x, go_to: here}
      - {id: second, reply: "two", because: "b", go_to: [{to: here, unless: x}, {to: end}]}
    go_to: end
endings:
  end: {title: "End"}
"""
    scenario = read(text.encode()).scenario
    assert scenario is not None
    _story, reference = story(STORY)
    with speaking("en"):
        for route in (["first", "second"], ["second", "first"]):
            assert list(walked(scenario, reference, route, False)) == ["one", "end"]
        assert scenario.person[ME].name == "Sam"
