"""Small stories and plays for the tests of the engine.

Stories are written as an author would write them, so that a test reads like the file that it is about.
"""

from __future__ import annotations

from textwrap import dedent, indent

from game.engine.check import check
from game.engine.events import Choose, Command, Event, GiveVerdict, GoOn, ReadSummary, Start
from game.engine.model import Scenario
from game.engine.problems import Problem, in_order, stops
from game.engine.read import read
from game.engine.session import NEW, State, apply, decide
from tests.small_reference import SMALL

CAST = """
me: {name: "Sacha"}
alex: {name: "Alex", role: contact}
ines: {name: "Inès", role: friend}
mum: {name: "Maman", role: family}
leo: {name: "Léo", role: stranger}
"""

END = 'end: {title: "La fin", debrief: "C\'est fini."}'


def file_text(
    scenes: str,
    endings: str = END,
    *,
    trap: str = "true",
    facts: str = 'paid: "a payé"\ntold: "a parlé"',
    cast: str = CAST,
    title: str = '"Un dimanche"',
) -> str:
    """The text of a scenario file. `scenes`, `endings`, `facts` and `cast` are YAML without their outer indentation."""
    parts = [f'format: 1\ntitle: {title}\nsummary: "Un week-end."\nlocale: fr-FR']
    if trap:
        parts.append(f"trap: {trap}")
    for key, block in (("cast", cast), ("facts", facts), ("scenes", scenes), ("endings", endings)):
        if block:
            parts.append(f"{key}:\n{indent(dedent(block).strip(), '  ')}")
    return "\n".join(parts) + "\n"


def problems(text: str | bytes) -> tuple[Problem, ...]:
    """All that reading and checking find wrong with a file's text, from its top to its end."""
    reading = read(text if isinstance(text, bytes) else text.encode())
    if reading.scenario is None:
        return reading.problems
    return in_order((*reading.problems, *check(reading.scenario, SMALL, reading.problems)))


def told(text: str | bytes) -> list[str]:
    """The same as "line:column name" each."""
    return [f"{one.place.line}:{one.place.column} {one.name}" for one in problems(text)]


def where(text: str, needle: str) -> str:
    """The "line:column" at which `needle` stands last in `text`."""
    before = text[: text.rindex(needle)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def story(scenes: str, endings: str = END, *, trap: str = "true") -> Scenario:
    """A scenario that plays; what the file says wrong fails the test here."""
    text = file_text(scenes, endings, trap=trap)
    found = problems(text)
    assert not stops(found), found
    scenario = read(text.encode()).scenario
    assert scenario is not None
    return scenario


class Play:
    """A play under way: its log, and its state kept event by event."""

    def __init__(self, scenario: Scenario, seed: int | None = 0) -> None:
        self.scenario = scenario
        self.log: tuple[Event, ...] = ()
        self.state: State = NEW
        if seed is not None:
            self.do(Start(seed))

    def do(self, *commands: Command) -> tuple[Event, ...]:
        """Give `commands` one after the other; what the last of them brought about."""
        events: tuple[Event, ...] = ()
        for command in commands:
            events = decide(self.scenario, self.state, command)
            self.log += events
            for event in events:
                self.state = apply(self.state, event)
        return events

    def commands(self) -> tuple[Command, ...]:
        """What leads on from here, marks and rewinds apart."""
        match self.state.phase:
            case "announced":
                return (GoOn(), ReadSummary())
            case "verdict":
                return (GiveVerdict("trap", 2),)
            case "choosing":
                return tuple(Choose(choice) for choice in self.state.offered)
        return ()

    def copy(self) -> Play:
        """Another play that stands at the same point."""
        other = Play(self.scenario, None)
        other.log, other.state = self.log, self.state
        return other

    def last(self, kind: type[Event]) -> int:
        """The index of the last event of `kind`."""
        return max(at for at, event in enumerate(self.log) if isinstance(event, kind))
