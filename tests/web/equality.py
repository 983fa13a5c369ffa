"""Plays with all that Python makes of them, as lines that JavaScript is held to, and what it said of them.

`equality.js` gives the same plays again and has the same values under the same names: a value that both sides can make
of a play is added here to `VALUES`, and there. Which plays are compared is left to the tests; random ones are drawn by
`walks`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from game.engine.compile import compiled
from game.engine.debrief import debrief
from game.engine.events import (
    Choose,
    Chosen,
    Command,
    Event,
    GiveVerdict,
    GoOn,
    Log,
    Mark,
    Marked,
    ReadSummary,
    Rewind,
    Rewound,
    SceneAnnounced,
    Start,
    Started,
    SummaryRead,
    Unmark,
    Unmarked,
    VerdictGiven,
)
from game.engine.model import Scenario
from game.engine.other_ways import going_back, last_choice, visits
from game.engine.plain import to_plain
from game.engine.reference import Reference
from game.engine.session import NEW, Refused, State, decide, fold
from game.engine.staging import StoryStuck
from game.web.carried import carried
from game.web.joined import PLAYER, joined
from tests.web.node import HERE, node


@dataclass(frozen=True, slots=True)
class Story:
    """A scenario that plays are compared in, with its country; `name` says which in a difference."""

    name: str
    scenario: Scenario
    reference: Reference

    def line(self) -> dict[str, Any]:
        """What JavaScript plays: what an exported file carries of it."""
        return {"story": self.name, "compiled": carried(compiled(self.scenario, self.reference))}


@dataclass(frozen=True, slots=True)
class Played:
    """A play of a story: its log, and the state that was kept from command to command."""

    story: Story
    log: Log
    state: State


VALUES: dict[str, Callable[[Played], Any]] = {
    "state": lambda one: _plain_state(one.state),
    "folded": lambda one: _plain_state(fold(one.log)),
    "debrief": lambda one: to_plain(debrief(one.story.scenario, one.story.reference, one.log)),
    "visits": lambda one: to_plain(visits(one.story.scenario, one.log)),
    "returned": lambda one: [_returned(one, at) for at in (-1, 0, len(one.log) // 2, len(one.log) - 1, len(one.log))],
    "going_back": lambda one: None if (to := last_choice(one.log)) is None else to_plain(going_back(one.log, to)),
}
"""What a play amounts to, as plain values by name; the score is part of the debrief."""


def play_line(story: Story, name: str, commands: Iterable[Command]) -> dict[str, Any]:
    """A play by `commands`, with what each of them brought or why it brought nothing, and all `VALUES`."""
    given = tuple(commands)
    state, log, answers = NEW, list[Event](), list[Any]()
    for command in given:
        try:
            events = decide(story.scenario, state, command)
        except (Refused, StoryStuck) as fault:
            answers.append(type(fault).__name__)
            continue
        state = fold(events, state)
        log += events
        answers.append(to_plain(events))
    played = Played(story, tuple(log), state)
    values = {name: value(played) for name, value in VALUES.items()}
    return {"story": story.name, "play": name, "commands": to_plain(given), "answers": answers, "values": values}


def lines(story: Story, plays: Iterable[tuple[str, Iterable[Command]]]) -> str:
    """`plays` of a story, each with a name, as the text that is compared."""
    parts = [story.line(), *(play_line(story, name, commands) for name, commands in plays)]
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in parts)


def commands_of(log: Log) -> tuple[Command, ...]:
    """The commands that brought a log about."""
    commands: list[Command] = []
    announced = False
    for event in log:
        match event:
            case Started(seed):
                commands.append(Start(seed))
            case Chosen(_, choice, _):
                commands.append(Choose(choice))
            case VerdictGiven(answer, sure):
                commands.append(GiveVerdict(answer, sure))
            case Marked(at, family):
                commands.append(Mark(at, family))
            case Unmarked(at):
                commands.append(Unmark(at))
            case SummaryRead():
                commands.append(ReadSummary())
            case Rewound(to):
                commands.append(Rewind(to))
            case _ if announced:
                commands.append(GoOn())
        # A mark does not answer the announcement of a hard scene; anything else has.
        announced = isinstance(event, SceneAnnounced) or (announced and isinstance(event, Marked | Unmarked))
    return tuple(commands)


def _returned(played: Played, to: int) -> str:
    """Where a play stands that was gone back to `to` without being asked whether it can be."""
    try:
        return fold((*played.log, Rewound(to))).phase
    except Refused:
        return "Refused"


def _plain_state(state: State) -> dict[str, Any]:
    kept = state._asdict()
    del kept["past"]
    return {**to_plain(kept), "facts": sorted(state.facts), "marks": sorted(state.marks)} | {
        "offered": list(state.offered),
        "taken": list(state.taken),
    }


# -- JavaScript


@dataclass(frozen=True, slots=True)
class Compared:
    """How many plays were alike, and what is told of the first that was not; "" where all were."""

    plays: int
    difference: str


def assembled(folder: Path) -> Path:
    """`folder`, with the player's modules in it and those that compare."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in (*PLAYER.glob("*.js*"), *HERE.glob("equality*.js")):
        shutil.copy(source, folder)
    return folder


def in_node(folder: Path, text: str) -> Compared:
    """What the modules in `folder` make of the plays of `text`, in Node."""
    ran = node(folder / "equality_node.js", given=text)
    assert ran.returncode == 0, ran.stderr
    return Compared(**json.loads(ran.stdout))


def on_page(folder: Path, page: Page) -> Callable[[str], Compared]:
    """The same in a browser, with the script that an exported file would hold."""
    page.add_script_tag(content=joined("equality_browser.js", folder))
    return lambda text: Compared(**page.evaluate("text => comparison(text)", text))
