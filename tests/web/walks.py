"""Plays by chance, the same ones each time: what is chosen, marked, gone back to, and asked for although it cannot be.

And small stories by chance, with texts as people type them, some of which lead nowhere.
"""

from __future__ import annotations

import random
from dataclasses import replace

from game.engine.events import (
    ChoicesOffered,
    Choose,
    Command,
    Event,
    GiveVerdict,
    GoOn,
    Mark,
    MessageArrived,
    ReadSummary,
    Rewind,
    Start,
    Unmark,
)
from game.engine.model import Choice, Message, Said, Scenario, Scene, Shown
from game.engine.session import NEW, Refused, State, decide, fold
from game.engine.staging import StoryStuck
from tests.engine.realistic import LINES
from tests.engine.test_prove_against_every_path import Drawn
from tests.small_reference import SMALL
from tests.web.equality import Story

DATED = (
    "",
    "mardi, 16 h 02. ",
    "16 août, 22 h : ",
    "Le soir, tard, le 3. ",
    "Plus tard. Le 3. ",
    "Le 7, qui est un jour de classe !? ",
    "Le 12 du mois, 32 lettres en tou. ",
    "Le 12 du mois, 33 lettres en tout. ",
    "٣ heures, 2 ",
)
"""How a notice may begin: with a date that stands above a moment of the debrief, or nearly."""

SEEDS = (0, 1, 2, 7, 1000, 2**32, 2**53 - 1)


def walk(story: Story, number: int) -> tuple[Command, ...]:
    """The commands of one play by chance, some of which are refused; another `number` gives another play."""
    chance = random.Random(f"{story.name} {number}")
    # Some play straight on to the ending, some mark a lot and change their mind.
    restless = chance.choice((0, 0.1, 0.5))
    state, log, commands = NEW, list[Event](), list[Command]()
    for _ in range(chance.randint(8, 80)):
        command = _next(story, chance, state, log, restless)
        commands.append(command)
        try:
            events = decide(story.scenario, state, command)
        except (Refused, StoryStuck):
            continue
        state = fold(events, state)
        log += events
    return tuple(commands)


def _next(story: Story, chance: random.Random, state: State, log: list[Event], restless: float) -> Command:
    if state.phase != "new" and chance.random() < restless:
        return _aside(story, chance, state, log)
    match state.phase:
        case "new":
            return Start(chance.choice(SEEDS))
        case "announced":
            return chance.choice((GoOn(), GoOn(), ReadSummary()))
        case "verdict":
            return GiveVerdict(chance.choice(("trap", "nothing", "unsure")), chance.randint(1, 3))
        case "choosing":
            return Choose(chance.choice(state.offered))
        case "ended":
            return _aside(story, chance, state, log)


def _aside(story: Story, chance: random.Random, state: State, log: list[Event]) -> Command:
    """A mark, one taken back, a way back, or what nobody can ask for now."""
    arrived = [at for at, event in enumerate(log) if isinstance(event, MessageArrived)]
    offers = [at for at, event in enumerate(log) if isinstance(event, ChoicesOffered)]
    anywhere = chance.randint(-2, len(log) + 1)
    match chance.randint(0, 9):
        case 0 | 1 | 2 | 3 if arrived:
            return Mark(chance.choice(arrived), chance.choice((None, *story.reference.family)))
        case 4 | 5 if state.marks:
            return Unmark(chance.choice(sorted(state.marks)))
        case 6 | 7 if offers:
            return Rewind(chance.choice(offers))
        case 8:
            return chance.choice((Mark(anywhere), Unmark(anywhere), Rewind(anywhere)))
    choices = [choice.id for scene in story.scenario.scenes for choice in scene.choices]
    return chance.choice(
        (
            Start(1),
            GoOn(),
            ReadSummary(),
            GiveVerdict("trap", chance.randint(0, 4)),
            Choose(chance.choice([*choices, "x"])),
        )
    )


def small_story(number: int) -> Scenario:
    """A story by chance; another `number` gives another one."""
    chance = random.Random(number)
    drawn = Drawn(number).scenario()
    return replace(
        drawn,
        scenes=tuple(_varied(scene, chance) for scene in drawn.scenes),
        endings=tuple(
            replace(
                one,
                title=f"{chance.choice(LINES)} {{helpline}}",
                debrief=(*one.debrief, Said(f"{chance.choice(LINES)} {{helpline}}, {{helpline-name}}, {{x}}")),
                law=tuple(chance.sample(("minor-author", "extortion", "blackmail"), chance.randint(0, 2))),
                open=chance.random() < 0.2,
            )
            for one in drawn.endings
        ),
        trap=chance.choice((True, True, False, None)),
    )


def _varied(scene: Scene, chance: random.Random) -> Scene:
    return replace(
        scene,
        messages=tuple(_worded(one, chance) for one in scene.messages),
        choices=tuple(_replied(one, chance) for one in scene.choices),
        keep_order=chance.random() < 0.2,
    )


def _replied(choice: Choice, chance: random.Random) -> Choice:
    # A step that no country knows counts for nothing.
    against = (*choice.against, "nobody-knows") if chance.random() < 0.1 else choice.against
    return replace(choice, text=chance.choice(LINES), says=chance.random() < 0.5, against=against)


def _worded(message: Message, chance: random.Random) -> Message:
    dated = chance.choice(DATED) if message.speaker is None else ""
    text = dated + "".join(chance.choices(LINES, k=chance.randint(1, 3)))
    after = chance.choice((None, None, None, 0, 9))
    shown = (*message.shown, *(_quoted(text, chance) for _ in range(chance.choice((0, 0, 0, 1, 4)))))
    return replace(message, text=text, shown=shown, after=after, masked=chance.random() < 0.1)


def _quoted(text: str, chance: random.Random) -> Shown:
    """A sign of some words of `text`, which may overlap or touch those of another."""
    start, end = sorted(chance.sample(range(min(len(text), 8) + 1), 2))
    sign = chance.choice(SMALL.signs).id
    return Shown(sign, None, 0, len(text)) if chance.random() < 0.2 else Shown(sign, text[start:end], start, end)
