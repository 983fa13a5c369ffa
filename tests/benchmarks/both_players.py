"""Plays by chance of one story, in Python and in JavaScript.

    python both_players.py FILE PLAYS

Prints one line of JSON: how many plays were `alike` in everything that `tests.web.equality` compares, and what is told
of the first that was not (`difference`); and for each part of the plays but the first, plays a second of processor time
in `python` and in `javascript`, where a play is its commands decided and folded, its debrief, and the other ways.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from game.engine.debrief import debrief
from game.engine.events import Command, Event
from game.engine.other_ways import visits
from game.engine.plain import to_plain
from game.engine.session import NEW, Refused, decide, fold
from game.shelf import open_file
from tests.web.equality import Story, assembled, in_node, lines
from tests.web.node import node
from tests.web.walks import walk

PART = 500


def speed(story: Story, plays: list[tuple[Command, ...]]) -> float:
    """Plays a second of processor time."""
    began = time.process_time()
    for commands in plays:
        state, log = NEW, list[Event]()
        for command in commands:
            try:
                events = decide(story.scenario, state, command)
            except Refused:
                continue
            state = fold(events, state)
            log += events
        debrief(story.scenario, story.reference, log)
        visits(story.scenario, log)
    return len(plays) / (time.process_time() - began)


def main(path: str, number: int) -> None:
    """Compare, measure, and print one line of JSON."""
    opened = open_file(Path(path), "fr").story
    assert opened is not None
    story = Story(Path(path).stem, *opened)
    plays = [walk(story, one) for one in range(number)]
    parts = [plays[at : at + PART] for at in range(0, number, PART)]
    python = [speed(story, part) for part in parts]
    alike, difference = 0, ""
    with tempfile.TemporaryDirectory() as folder:
        modules = assembled(Path(folder))
        for at, part in enumerate(parts):
            named = [(f"walk {at * PART + n}", commands) for n, commands in enumerate(part)]
            found = in_node(modules, lines(story, named, paged=10))
            alike += found.plays
            difference = difference or found.difference
    given = [json.dumps(one) for one in (story.line()["compiled"], *(to_plain(part) for part in parts))]
    ran = node(Path(__file__).with_name("walking.mjs"), given="\n".join(given))
    assert ran.returncode == 0, ran.stderr
    told = {"alike": alike, "difference": difference, "python": python[1:], "javascript": json.loads(ran.stdout)[1:]}
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
