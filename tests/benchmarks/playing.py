"""Playing a story by chance, from its start to its end, again and again.

    python playing.py FILE PLAYS ROUNDS

Prints choices a second of processor time, round by round: each through `decide` and `fold`, with its log kept, and with
the text of every message and every choice that comes up taken out of the scenario. Chance is that of `ink.cjs`, so that
both play the same plays.
"""

import json
import sys
import time
from pathlib import Path

from game.engine.events import ChoicesOffered, Choose, Event, MessageArrived, Start
from game.engine.model import Scenario
from game.engine.read import read
from game.engine.session import NEW, decide, fold


class Plays:
    """Plays of one story; how many choices were taken in all, and how many characters came up."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._drawn = 1
        self.choices = self.characters = 0

    def walk(self) -> None:
        """Play once."""
        scenes = self._scenario.scene
        log: list[Event] = []
        state, command = NEW, Start()
        while True:
            events = decide(self._scenario, state, command)
            log += events
            state = fold(events, state)
            for event in events:
                if type(event) is MessageArrived:
                    self.characters += len(scenes[event.scene].messages[event.number].text)
                elif type(event) is ChoicesOffered:
                    for one in scenes[event.scene].choices:
                        if one.id in event.choices:
                            self.characters += len(one.text)
            if state.phase == "ended":
                return
            self._drawn = (self._drawn * 1103515245 + 12345) & 0x7FFFFFFF
            command = Choose(state.offered[(self._drawn >> 16) % len(state.offered)])
            self.choices += 1


def main(path: str, number: int, rounds: int) -> None:
    """Measure, and print one line of JSON."""
    scenario = read(Path(path).read_bytes()).scenario
    assert scenario is not None
    speeds = []
    for _ in range(rounds + 1):
        plays = Plays(scenario)
        began = time.process_time()
        for _ in range(number):
            plays.walk()
        speeds.append(plays.choices / (time.process_time() - began))
    print(json.dumps({"speeds": speeds[1:], "choices": plays.choices, "characters": plays.characters}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
