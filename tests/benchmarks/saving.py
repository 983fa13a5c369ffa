"""What is kept of a play after forty choices: its log, or its seed and route, from which the log follows.

    python saving.py FILE ROUNDS

Prints the bytes of both, and the milliseconds that writing the route durably takes: beside, to the disk, renamed.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from game.engine.events import Choose, Chosen, Event, Start
from game.engine.plain import to_plain
from game.engine.read import read
from game.engine.session import NEW, decide, fold
from game.engine.transcript import play
from game.storage import write_file


def main(path: str, rounds: int) -> None:
    """Measure, and print one line of JSON."""
    scenario = read(Path(path).read_bytes()).scenario
    assert scenario is not None
    log: list[Event] = list(decide(scenario, NEW, Start()))
    for number in range(40):
        state = fold(log)
        # Not the last choice, which may jump to the end.
        log += decide(scenario, state, Choose(sorted(state.offered)[0] if number % 2 else "stay"))
    route = tuple(event.choice for event in log if isinstance(event, Chosen))
    assert play(scenario, route) == tuple(log)
    lines = "".join(json.dumps(to_plain(event), ensure_ascii=False) + "\n" for event in log)
    kept = json.dumps({"seed": 0, "route": route}, separators=(",", ":"))
    took = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds + 1):
            began = time.perf_counter()
            write_file(Path(folder, "play.json"), kept)
            took.append(1000 * (time.perf_counter() - began))
    print(json.dumps({"log": len(lines.encode()), "route": len(kept.encode()), "ms": took[1:]}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
