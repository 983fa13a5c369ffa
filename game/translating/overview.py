"""Every translation there is: the catalogues and pages of a game, each judged in each of its languages.

What is judged is said by `judging`, what the texts are by `wanted`; changing files is left to `updating`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from game.engine.kinds import KINDS
from game.storage import folder
from game.telling.language import _
from game.translating.catalogue_files import NoCatalogue, opened
from game.translating.judging import Sheet, interface_sheet, pages_sheet, sheet
from game.translating.wanted import INTERFACE, REFERENCE, Wanted, reference, stories

COMPLETE = "en"
"""The language in which every story and the reference must be there; others may be begun."""

CODE = "en"
"""The language that the sentences of the code are written in."""

INTERFACE_NAME, PROBLEMS, DOCUMENTS = "interface", "problems", "documents"


class Home(NamedTuple):
    """The folders of a game; `problems` is None where its pages are not looked at."""

    scenarios: Path
    locales: Path
    problems: Path | None = None


class Trouble(NamedTuple):
    """A file that cannot be judged, and why, in a sentence."""

    path: Path
    why: str


class Overview(NamedTuple):
    """What was found: the sheets, and the files of which there is none."""

    sheets: tuple[Sheet, ...]
    troubles: tuple[Trouble, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is missing or wrong anywhere."""
        return not self.troubles and all(one.whole for one in self.sheets)


class UnknownName(ValueError):
    """Nothing that is translated has this name."""


def home() -> Home:
    """The folders of the game that runs."""
    return Home(folder("scenarios"), folder("locales"), folder("problems"))


def names(here: Home) -> tuple[str, ...]:
    """What may be asked for by name: the stories, then what is no story."""
    own = (path.stem for path in sorted(here.scenarios.glob("*.yaml")))
    return (*own, INTERFACE_NAME, REFERENCE, PROBLEMS, DOCUMENTS)


def overview(here: Home, asked: tuple[str, ...] = (), into: str | None = None) -> Overview:
    """The translations of `asked` (names; all there are when empty), `into` one language or all.

    Raises UnknownName, and ReferenceFault where a file of the reference cannot be used.
    """
    known = names(here)
    for name in asked:
        if name not in known:
            raise UnknownName(name)
    wished = asked or known
    sheets: list[Sheet] = []
    troubles: list[Trouble] = []
    if INTERFACE_NAME in wished:
        for path in _catalogues(here.locales, INTERFACE, into):
            try:
                sheets.append(interface_sheet(path.parts[-3], path, opened(path), CODE))
            except NoCatalogue as fault:
                troubles.append(Trouble(path, str(fault)))
    written = stories(here.scenarios)
    for name in known:
        if name not in wished or (name != REFERENCE and name not in written):
            continue
        wanted = reference() if name == REFERENCE else written[name]
        if wanted is None:
            troubles.append(Trouble(here.scenarios / f"{name}.yaml", _("it has errors: run “vigichat check”.")))
            continue
        for one in _judged(here, wanted, into):
            (sheets if isinstance(one, Sheet) else troubles).append(one)  # type: ignore[arg-type]
    if not asked:
        troubles += _of_no_story(here, written, into)
    sheets += [one for one in _pages(here, wished) if into in (None, one.language)]
    return Overview(tuple(sheets), tuple(troubles))


def _catalogues(locales: Path, domain: str, into: str | None) -> list[Path]:
    return sorted(path for path in locales.glob(f"*/LC_MESSAGES/{domain}.po") if into in (None, path.parts[-3]))


def _judged(here: Home, wanted: Wanted, into: str | None) -> Iterator[Sheet | Trouble]:
    paths = {path.parts[-3]: path for path in _catalogues(here.locales, wanted.domain, into)}
    for path in paths.values():
        try:
            yield sheet(wanted, path.parts[-3], path, opened(path))
        except NoCatalogue as fault:
            yield Trouble(path, str(fault))
    due = into or COMPLETE
    if due not in paths and due != wanted.language:
        yield Sheet(wanted.domain, due, None, 0, 0, len(wanted.texts))


def _of_no_story(here: Home, written: dict[str, Wanted | None], into: str | None) -> Iterator[Trouble]:
    for path in _catalogues(here.locales, "*", into):
        if path.stem not in (*written, INTERFACE, REFERENCE):
            yield Trouble(path, _("no story has this name: rename it as its story is called, or take it away."))


def _pages(here: Home, wished: tuple[str, ...]) -> Iterator[Sheet]:
    if here.problems is None:
        return
    if PROBLEMS in wished:
        for there in sorted(path for path in here.problems.glob("*") if path.is_dir()):
            pairs = tuple((here.problems / f"{kind}.md", there / f"{kind}.md") for kind in sorted(KINDS))
            yield pages_sheet(PROBLEMS, there.name, there, pairs)
    if DOCUMENTS in wished:
        folder_of = here.problems.parent
        languages: dict[str, list[tuple[Path, Path]]] = {}
        for there in sorted(folder_of.glob("*.*.md")):
            name, language = there.stem.split(".", 1)
            languages.setdefault(language, []).append((folder_of / f"{name}.md", there))
        for language, documents in languages.items():
            yield pages_sheet(DOCUMENTS, language, folder_of, tuple(documents))
