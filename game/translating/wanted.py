"""What catalogues are to hold: the texts of each story and of the reference, with their places.

How a text is found in its file is said by the two extractors; comparing with what is translated is left to `judging`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog

from game.compiling import NEVER_GUESSED
from game.engine.model import Scenario
from game.engine.read import read
from game.reference import library
from game.reference.entries import read_file
from game.translating.reference_texts import entry_texts
from game.translating.scenario_texts import Unreadable, told_texts

INTERFACE, REFERENCE = NEVER_GUESSED

Places = dict[tuple[str, str], list[str]]
"""By context and text: where it stands, as “scenarios/x.yaml:12:5”."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the catalogues of one domain are to hold: the texts, untranslated, and where each stands.

    `language` is the one they are written in; `scenario` is None for the reference.
    """

    domain: str
    language: str
    texts: Catalog
    places: Places = field(repr=False)
    scenario: Scenario | None = None


def story(path: Path) -> Wanted:
    """The texts of the story at `path`. Raises Unreadable for a file with errors."""
    content = path.read_bytes()
    template = Catalog(fuzzy=False)
    places: Places = {}
    for told in told_texts(path.stem, content):
        spoken = told.spoken
        template.add(spoken.text, auto_comments=told.comments, context=told.context)
        where = f"{shown(path)}:{spoken.place.line}:{spoken.place.column}"
        places.setdefault((told.context, spoken.text), []).append(where)
    scenario = read(content).scenario
    assert scenario is not None  # its texts were read
    return Wanted(path.stem, scenario.language, template, places, scenario)


def stories(scenarios: Path) -> dict[str, Wanted | None]:
    """The stories of the folder `scenarios` by name; None for a file with errors."""
    found: dict[str, Wanted | None] = {}
    for path in sorted(scenarios.glob("*.yaml")):
        try:
            found[path.stem] = story(path)
        except Unreadable:
            found[path.stem] = None
    return found


def reference(folder: Path | None = None) -> Wanted:
    """The texts of the reference of every country. Raises ReferenceFault."""
    template = Catalog(fuzzy=False)
    places: Places = {}
    codes = library.countries() if folder is None else library.countries(folder)
    for code in codes:
        files = library.files_of(code) if folder is None else library.files_of(code, folder)
        for context, text in library.texts(files):
            if template.get(text, context) is None:
                template.add(text, context=context)
        for path in files.paths:
            for one in entry_texts(read_file(path)):
                where = f"{shown(path)}:{one.line}:{one.column}"
                there = places.setdefault((one.context, one.text), [])
                if where not in there:
                    there.append(where)
    return Wanted(REFERENCE, library.WRITTEN_IN, template, places)


def shown(path: Path) -> str:
    """`path` as somebody types it who is where this runs."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
