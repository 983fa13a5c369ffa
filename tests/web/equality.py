"""Plays with all that Python makes of them, as lines that JavaScript is held to, and what it said of them.

`equality.js` gives the same plays again and has the same values under the same names: a value that both sides can make
of a play is added here to `VALUES`, and there. Pages are compared too; since plays tell much alike, their blocks stand
in the lines once, and by number after that. Which plays are compared is left to the tests; random ones are drawn by
`walks`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

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
from game.telling.debrief_pages import pages
from game.telling.language import speaking
from game.telling.page import Block
from game.telling.page import Page as PageOfWords
from game.telling.what_if import other_way, what_ifs
from game.web.edition import Edition, edition
from game.web.joined import PLAYER, joined
from game.web.plain_page import plain_block
from game.web.sentences import numbered
from tests.web.node import HERE, node

SENTENCES = numbered(joined("debrief_pages.js") + joined("what_if.js"))[1]
"""All that the modules that make pages say."""


@dataclass(frozen=True, slots=True)
class Story:
    """A scenario that plays are compared in, with its country; `name` says which in a difference.

    `language` is the one that pages are told in.
    """

    name: str
    scenario: Scenario
    reference: Reference
    language: str = "en"

    def line(self) -> dict[str, Any]:
        """What JavaScript plays: what an exported file would hold, with sentences by their English."""
        said = edition(Edition(self.language, self.scenario, self.reference), SENTENCES)
        words = {sentence[0]: word for sentence, word in zip(SENTENCES, said["words"], strict=True)}
        return {
            "story": self.name,
            "compiled": said["story"],
            "told": said["told"],
            "words": words,
            "language": self.language,
        }


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


def pages_of(played: Played) -> Iterator[PageOfWords]:
    """All that is told of a play: its debrief, its “what if” pages, and those about one other choice."""
    scenario, reference = played.story.scenario, played.story.reference
    yield from pages(scenario, reference, played.log)
    yield from what_ifs(scenario, reference, played.log)
    for visit in visits(scenario, played.log):
        for other in visit.others:
            yield other_way(scenario, reference, visit, other.choice)


def play_line(story: Story, name: str, commands: Iterable[Command], known: dict[Block, int] | None) -> dict[str, Any]:
    """A play by `commands`: what each of them brought or why it brought nothing, and all that it amounts to, with its
    pages in the language spoken now.

    `known` are the blocks that were in lines before; those that are new are in this one, and are added. With None, the
    play has no pages.
    """
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
    told, new = None, list[Any]()
    if known is not None:
        first = len(known)
        told = [
            {"id": one.id, "title": one.title, "blocks": [known.setdefault(block, len(known)) for block in one.blocks]}
            for one in pages_of(played)
        ]
        new = [plain_block(block) for block in islice(known, first, None)]
    return {
        "story": story.name,
        "play": name,
        "commands": to_plain(given),
        "answers": answers,
        "values": values,
        "blocks": new,
        "pages": told,
    }


def lines(story: Story, plays: Iterable[tuple[str, Iterable[Command]]], paged: int = 1) -> str:
    """`plays` of a story, each with a name, as the text that is compared. Every one out of `paged` has its pages:
    these take longer than all the rest."""
    known: dict[Block, int] = {}
    with speaking(story.language):
        parts = [story.line()]
        for number, (name, commands) in enumerate(plays):
            parts.append(play_line(story, name, commands, None if number % paged else known))
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
    script, sentences = numbered(joined("equality_browser.js", folder))
    page.add_script_tag(content=script)
    asked = "([text, sentences]) => comparison(text, sentences)"
    return lambda text: Compared(**page.evaluate(asked, [text, sentences]))
