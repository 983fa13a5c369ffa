"""Reading and checking a story again and again, in turn with PyYAML reading the same bytes.

    python reading.py SCENES terse|full ROUNDS

Prints milliseconds of processor time, run by run: unlike the time on the wall, it hardly grows when the machine does
other things. The garbage collector is left as Python sets it, for both.
"""

import json
import sys
import time
from collections.abc import Callable

import story
import yaml

from game.engine.check import check
from game.engine.read import read
from game.reference.library import load


def milliseconds(work: Callable[[], object]) -> float:
    """How long `work` takes; what it made is thrown away after the time was taken."""
    began = time.process_time()
    made = work()
    took = 1000 * (time.process_time() - began)
    del made
    return took


def main(scenes: int, terse: bool, rounds: int) -> None:
    """Measure, and print one line of JSON."""
    reference = load("fr", "fr")
    content = story.text(scenes, terse).encode()

    def read_and_check() -> object:
        reading = read(content)
        assert reading.scenario is not None
        assert reading.problems == ()
        problems = check(reading.scenario, reference, reading.problems)
        assert problems == ()
        return reading, problems

    def compose() -> object:
        return yaml.compose(content, Loader=yaml.CSafeLoader)

    read_and_check(), compose()
    ours, peer = [], []
    for _ in range(rounds):
        peer.append(milliseconds(compose))
        ours.append(milliseconds(read_and_check))
    print(json.dumps({"ours": ours, "peer": peer, "bytes": len(content)}))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] == "terse", int(sys.argv[3]))
