"""Where a play stopped: in few words, and from them the same play again, at any message and any decision."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from game import shelf
from game.engine.events import (
    ChoicesOffered,
    Choose,
    Chosen,
    Command,
    Event,
    GiveVerdict,
    GoOn,
    Log,
    Mark,
    MessageArrived,
    ReadSummary,
    Rewind,
    Start,
    Unmark,
)
from game.engine.model import Scenario
from game.engine.save import Saved, is_word, restore, save, shape
from game.engine.session import NEW, Refused, State, decide, fold
from tests.desktop.playing import STORY

AUGUST = "trois-semaines-en-aout"


def opened(path: Path, language: str = "fr") -> Scenario:
    scenario = shelf.open_file(path, language).scenario
    assert scenario is not None
    return scenario


@pytest.fixture(scope="module")
def small() -> Scenario:
    return opened(STORY)


@pytest.fixture(scope="module")
def august() -> Scenario:
    return opened(shelf.find(AUGUST))


def after(scenario: Scenario, *commands: Command) -> tuple[Event, ...]:
    """The log after these commands."""
    log: tuple[Event, ...] = ()
    state = NEW
    for command in commands:
        events = decide(scenario, state, command)
        log += events
        state = fold(events, state)
    return log


def possible(log: Log, state: State) -> list[Command]:
    """What may be asked now: every answer, and a few marks and rewinds."""
    commands: list[Command] = [Choose(choice) for choice in state.offered] * 3
    if state.phase == "announced":
        commands += [GoOn(), ReadSummary()] * 2
    if state.phase == "verdict":
        commands += [GiveVerdict("trap", 3), GiveVerdict("nothing", 1), GiveVerdict("unsure", 2)]
    arrived = [at for at, event in enumerate(log) if isinstance(event, MessageArrived)]
    offered = [at for at, event in enumerate(log) if isinstance(event, ChoicesOffered)]
    commands += [Mark(at) for at in arrived[-2:]] + [Mark(at, "secrecy") for at in arrived[:1]]
    commands += [Unmark(at) for at in state.marks] + [Rewind(at) for at in offered[-1:]]
    return commands


def walk(scenario: Scenario, chance: random.Random, steps: int) -> tuple[Event, ...]:
    """The log of a play in which anything that may be asked is asked, marks and rewinds too."""
    log: list[Event] = list(after(scenario, Start(chance.randrange(5))))
    state = fold(log)
    for _ in range(steps):
        try:
            events = decide(scenario, state, chance.choice(possible(log, state)))
        except (Refused, IndexError):
            continue
        log += events
        state = fold(events, state)
    return tuple(log)


@pytest.mark.parametrize("number", range(40))
def test_any_play_can_be_taken_up_at_any_message(number: int, small: Scenario, august: Scenario) -> None:
    chance = random.Random(number)
    scenario = small if number % 2 else august
    log = walk(scenario, chance, chance.randrange(60))
    for shown in (1, chance.randrange(1, len(log) + 1), len(log)):
        saved = save(scenario, log, shown)
        again = restore(scenario, saved)
        assert (again.log, again.shown, again.whole) == (log, shown, True)
        assert all(map(is_word, saved.route))


def test_a_hard_scene_that_is_only_announced_is_announced_again(small: Scenario) -> None:
    log = after(small, Start(1), Choose("rester"), GiveVerdict("trap", 3), Choose("demain"))
    assert fold(log).phase == "announced"
    assert restore(small, save(small, log, len(log))).log == log
    read = after(small, Start(1), Choose("rester"), GiveVerdict("trap", 3), Choose("demain"), GoOn())
    assert save(small, read, len(read)).route[-1] == "+read"
    assert restore(small, save(small, read, len(read))).log == read


def test_a_whole_play_of_the_longest_story_fits_in_280_bytes(august: Scenario) -> None:
    for number in range(20):
        chance = random.Random(number)
        state = fold(log := list(after(august, Start(0))))
        while state.phase != "ended":
            asked = [one for one in possible(log, state) if not isinstance(one, Mark | Unmark | Rewind)]
            log += (events := decide(august, state, chance.choice(asked)))
            state = fold(events, state)
        saved = save(august, log, len(log))
        assert len(" ".join((saved.of, *saved.route))) <= 280


def test_a_place_holds_in_every_language_and_when_words_were_mended(august: Scenario) -> None:
    english = opened(shelf.find(AUGUST), "en")
    assert english.title != august.title
    log = walk(august, random.Random(5), 20)
    again = restore(english, save(august, log, 12))
    # Longer words take longer to arrive; all else is the same.
    assert [replace(one, after=0) if isinstance(one, MessageArrived) else one for one in again.log] == [
        replace(one, after=0) if isinstance(one, MessageArrived) else one for one in log
    ]
    assert (again.shown, again.whole) == (12, True)
    assert shape(replace(august, title="Autre", summary="Autre")) == shape(august)


def test_where_the_story_has_changed_the_play_goes_as_far_as_it_can(small: Scenario) -> None:
    log = after(small, Start(1), Mark(3), Choose("rester"), GiveVerdict("trap", 3), Choose("demain"), GoOn())
    saved = save(small, log, len(log))
    scenes = [
        replace(scene, choices=tuple(one for one in scene.choices if one.id != "demain")) for scene in small.scenes
    ]
    changed = replace(small, scenes=tuple(scenes))
    again = restore(changed, saved)
    assert not again.whole
    assert again.shown == len(again.log)
    assert [event.choice for event in again.log if isinstance(event, Chosen)] == ["rester"]
    # A mark might have landed on another message.
    assert not fold(again.log).marks


def test_a_scene_that_has_become_a_hard_one_counts_as_read(small: Scenario) -> None:
    log = after(small, Start(1), Choose("rester"), GiveVerdict("trap", 3))
    scenes = (replace(small.scenes[0], skip="Une rencontre."), *small.scenes[1:])
    again = restore(replace(small, scenes=scenes), save(small, log, len(log)))
    assert [type(event) for event in again.log if isinstance(event, Chosen)] == [Chosen]
    assert not again.whole


@pytest.mark.parametrize(
    "route",
    [("nowhere",), ("+mark:999",), ("+rewind:7",), ("+skip",), ("+verdict:trap:2",), ("rester", "rester", "+read")],
)
def test_a_route_that_leads_nowhere_stops_where_it_fails(route: tuple[str, ...], small: Scenario) -> None:
    again = restore(small, Saved(shape(small), 1, route, 10_000))
    assert not again.whole
    assert again.log[: len(after(small, Start(1)))] == after(small, Start(1))
    assert again.shown == len(again.log)


def test_no_word_of_a_route_can_hold_what_somebody_typed() -> None:
    for text in ("Bonjour", "mon nom", "é", "+mark:x", "+mark:0", "+verdict:trap:9", "a\n", "", "+read ", "A"):
        assert not is_word(text)
