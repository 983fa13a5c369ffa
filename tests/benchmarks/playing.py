"""Playing a story of 1,000 scenes by chance, from its start to its end, again and again.

    python playing.py ROUNDS

Prints choices a second of processor time, round by round: each through `decide` and `apply`, with its log kept, and
with the text of every message and every choice that comes up taken out of the scenario.
"""

import json
import sys
import time
from random import Random

import story

from game.engine.model import Scenario
from game.engine.read import read
from game.engine.session import NEW, ChoicesOffered, Choose, Event, MessageArrived, Start, apply, decide

_PLAYS = 30


def walk(scenario: Scenario, chance: Random) -> tuple[int, int]:
    """Play once; how many choices were taken, and how many characters came up."""
    log: list[Event] = []
    state, choices, characters = NEW, 0, 0
    command: Start | Choose = Start()
    while True:
        for event in decide(scenario, state, command):
            log.append(event)
            state = apply(state, event)
            if isinstance(event, MessageArrived):
                characters += len(scenario.scene[event.scene].messages[event.number].text)
            elif isinstance(event, ChoicesOffered):
                characters += sum(len(one.text) for one in scenario.scene[event.scene].choices)
        if state.phase == "ended":
            return choices, characters
        command = Choose(chance.choice(state.offered))
        choices += 1


def main(rounds: int) -> None:
    """Measure, and print one line of JSON."""
    scenario = read(story.text(1000).encode()).scenario
    assert scenario is not None
    speeds, characters = [], 0
    for number in range(rounds + 1):
        chance = Random(number)
        began = time.process_time()
        plays = [walk(scenario, chance) for _ in range(_PLAYS)]
        speeds.append(sum(choices for choices, _ in plays) / (time.process_time() - began))
        characters += sum(came_up for _, came_up in plays)
    # The characters are the same on every machine: the same plays were played.
    print(json.dumps({"speeds": speeds[1:], "characters": characters}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
