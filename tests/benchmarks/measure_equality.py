"""The rules of play twice, in Python and in JavaScript: whether they make the same of many plays, and how fast.

The plays are those by chance of the tests of equality, only many more of them; the tests say what is compared.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from figures import Figure
from programs import Driver, start

from game.shelf import shipped
from tests.web.node import NODE

WALKS = 10_000
_PATIENCE = 3600


def measure(dummy: Driver) -> Iterator[Figure]:
    """Two figures for each shipped story, from one run of about a minute; none without Node.js.

    Where the two differ, what does is printed.
    """
    if NODE is None:
        print("Node.js is not installed: the two players are not compared.", file=sys.stderr)
        return
    for path in shipped():
        answer = start(dummy, "both_players.py", str(path), str(WALKS)).answer(_PATIENCE)
        if answer["difference"]:
            print(answer["difference"], file=sys.stderr)
        same = Figure(f"plays alike, {path.stem}", "plays", (answer["alike"],), wanted=WALKS, least=True)
        yield same
        speeds = tuple(answer["javascript"]), "Python", tuple(answer["python"])
        yield Figure(f"plays in JavaScript, {path.stem}", "per s", *speeds, "ratio")
