"""The shelf of scenarios: finding a file, and opening it with all that playing it needs.

A story that comes with the game is given in the language of whoever opens it, where it has a catalogue in that one.
Reading, judging and translating are the engine's; whether a fault is shown in a window or a terminal is left to the
faces.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from game.catalogue import words
from game.engine.check import check
from game.engine.model import Place, Scenario
from game.engine.problems import Problem, in_order, problem, stops
from game.engine.read import read
from game.engine.reference import Reference
from game.engine.source import LARGEST
from game.engine.translate import translated
from game.reference.library import countries, load
from game.storage import folder

_FIRST = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was found: its scenario and reference (None where they could not be had) and its problems.

    The problems are the file's own. The scenario may be a translation of it: its `locale` says in which language it is.
    """

    path: Path
    scenario: Scenario | None
    reference: Reference | None
    problems: tuple[Problem, ...]

    @property
    def story(self) -> tuple[Scenario, Reference] | None:
        """What a play needs, or None when a problem keeps the file from playing."""
        if self.scenario is None or self.reference is None or stops(self.problems):
            return None
        return self.scenario, self.reference

    @property
    def playable(self) -> bool:
        """Whether it can be played."""
        return self.story is not None


def shipped() -> tuple[Path, ...]:
    """The scenario files that come with the game, by name."""
    return tuple(sorted(folder("scenarios").glob("*.yaml")))


def find(name: str) -> Path:
    """The file meant by `name`: a path, or the name of a shipped scenario without its ending."""
    path = Path(name)
    own = folder("scenarios") / f"{name}.yaml"
    # Unlike the methods of Path, these two say no to a name that no system can hold; `open_file` then says why.
    return own if not os.path.exists(path) and path.name == name and os.path.isfile(own) else path


def open_file(path: Path, language: str) -> Opened:
    """Open a scenario file for somebody who reads `language` ("en"). Never raises for what the file is.

    The reference is in that language. The scenario too, if it comes with the game and has a catalogue (a text that the
    catalogue lacks stays as it is); a file of one's own stays in its language.
    """
    try:
        if path.is_dir():
            return Opened(path, None, None, (problem("file-is-a-folder", _FIRST),))
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        return Opened(path, None, None, (problem("file-not-found", _FIRST),))
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        return Opened(path, None, None, (problem("file-not-readable", _FIRST, reason=reason),))
    return open_bytes(path, content, language)


def open_bytes(path: Path, content: bytes, language: str) -> Opened:
    """The same for content that is already in hand; `path` only names it."""
    reading = read(content)
    if reading.scenario is None:
        return Opened(path, None, None, reading.problems)
    known = countries()
    country = reading.scenario.country
    if country not in known:
        missing = problem("unknown-country", reading.scenario.locale_place, country=country, known=", ".join(known))
        return Opened(path, reading.scenario, None, in_order((*reading.problems, missing)))
    reference = load(country, language)
    problems = in_order((*reading.problems, *check(reading.scenario, reference, reading.problems)))
    shown = reading.scenario if stops(problems) else _in_language(reading.scenario, path, language)
    return Opened(path, shown, reference, problems)


def _in_language(scenario: Scenario, path: Path, language: str) -> Scenario:
    if scenario.language == language or not _comes_with_the_game(path):
        return scenario
    say = words(path.stem, language)
    return scenario if say is None else translated(scenario, say, language)


def _comes_with_the_game(path: Path) -> bool:
    try:
        return os.path.samefile(path.parent, folder("scenarios"))
    except (OSError, ValueError):  # content in hand may be named after a path that is not there, or cannot be one
        return False
