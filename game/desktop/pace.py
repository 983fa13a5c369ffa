"""How messages arrive: which part of a log is shown after so many seconds, as pure functions.

The log holds everything up to the next decision at once; here its wishes for delays are granted. Drawing is left to
the screens.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.events import Log, MessageArrived
from game.keeping.settings import Arrival

_SPEED: dict[Arrival, float] = {"slow": 0.5, "normal": 1.0, "fast": 2.0}


@dataclass(frozen=True, slots=True)
class Pace:
    """`shown` events of the log are shown, the last one `waited` seconds ago."""

    shown: int = 0
    waited: float = 0.0


def advance(log: Log, pace: Pace, seconds: float) -> Pace:
    """The pace `seconds` later: messages come when their wait is over, everything else comes at once."""
    shown, waited = pace.shown, pace.waited + seconds
    while shown < len(log):
        event = log[shown]
        if isinstance(event, MessageArrived):
            if waited < event.after:
                return Pace(shown, waited)
            waited -= event.after
        shown += 1
    return Pace(shown)


def arrive(log: Log, pace: Pace, seconds: float, arrival: Arrival) -> Pace:
    """The same for somebody who wants messages slower or faster than their authors meant, or all of them at once."""
    if arrival == "at once":
        return Pace(len(log))
    return advance(log, pace, seconds * _SPEED[arrival])


def hurry(log: Log, pace: Pace) -> Pace:
    """The pace after the next message was asked for without waiting."""
    return pace if pace.shown == len(log) else advance(log, Pace(pace.shown + 1), 0)


def coming(log: Log, pace: Pace) -> MessageArrived | None:
    """The message that is on its way, if one is."""
    event = log[pace.shown] if pace.shown < len(log) else None
    return event if isinstance(event, MessageArrived) else None
