"""What a measured program tells of itself: when its first frame was shown, what memory it takes, what time it uses.

It imports next to nothing before the first frame, since that would be counted in.
"""

import os
import sys
import time

_SETTLED = 5.0
"""Seconds after the first frame until a program that does nothing is at rest: the game's loop slows down after two."""


def memory() -> float:
    """Megabytes (2**20 bytes) of this process that are in memory now; 0 where the system has no /proc."""
    try:
        with open("/proc/self/status", encoding="ascii") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS:"))
    except OSError:
        return 0.0


def first_frame(rounds: int, seconds: float) -> None:
    """To be called right after the first flip. Tells of it and ends the process: at once without `rounds`, else after
    so many spans of `seconds` at rest, while the caller goes on."""
    shown = time.monotonic()
    if rounds == 0:
        _tell(shown=shown, memory=memory())
    import threading

    threading.Thread(target=_at_rest, args=(shown, rounds, seconds), daemon=True).start()


def _at_rest(shown: float, rounds: int, seconds: float) -> None:
    time.sleep(_SETTLED)
    used = []
    for _ in range(rounds):
        began, before = time.monotonic(), time.process_time()
        time.sleep(seconds)
        used.append(100 * (time.process_time() - before) / (time.monotonic() - began))
    _tell(shown=shown, memory=memory(), percent=used)


def _tell(**what: object) -> None:
    import json

    sys.stdout.write(json.dumps(what))
    sys.stdout.flush()
    # The window and its thread need no leave-taking, and how long that takes is not what is measured.
    os._exit(0)
