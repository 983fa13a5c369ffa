"""What counts of a log that grows, kept up to date at the cost of what is new in it.

What counts is the engine's rule (`session.effective`); this says the same, without going through a long log for every
message. How much of a log is shown is `pace`'s.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from game.engine.events import Event, Log, Rewound


class Counting:
    """The events that count of the beginning of a log, each with its index; some of them, chosen by `picks`, apart."""

    def __init__(self, picks: Callable[[Event], bool]) -> None:
        self.events: list[tuple[int, Event]] = []
        self.picked: list[int] = []
        """The indices in the log of those that `picks` chose."""
        self.ever = False
        """Whether one was ever picked, even if it does not count any more."""
        self._picks = picks
        self._log: Log = ()
        self._read = 0

    def read(self, log: Log, count: int) -> Counting:
        """Go on to the first `count` events of this log; anew when it is another one, or fewer than before."""
        if log is not self._log or count < self._read:
            self.events, self.picked, self.ever = [], [], False
            self._log, self._read = log, 0
        for at in range(self._read, count):
            event = log[at]
            if isinstance(event, Rewound):
                del self.events[self.place(event.to + 1) :]
                del self.picked[bisect_left(self.picked, event.to + 1) :]
                continue
            self.events.append((at, event))
            if self._picks(event):
                self.picked.append(at)
                self.ever = True
        self._read = count
        return self

    def place(self, at: int) -> int:
        """Where in `events` the first one stands that has this index of the log or a later one."""
        return bisect_left(self.events, at, key=lambda counted: counted[0])
