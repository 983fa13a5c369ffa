"""The shelf of scenarios: finding a file, and opening it with all that playing it needs.

A story that comes with the game is given in the language of whoever opens it, where it has a catalogue in that one;
any story, with the help and the law of their country, where something is known of it.
Reading, judging and translating are the engine's; whether a fault is shown in a window or a terminal is left to the
faces.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.catalogue import words
from game.engine.check import check
from game.engine.model import Place, Scenario
from game.engine.problems import Problem, in_order, near, problem, stops
from game.engine.read import read
from game.engine.reference import Reference
from game.engine.source import LARGEST
from game.engine.translate import Spoken, context, translated
from game.reference.library import countries, load
from game.storage import folder

if TYPE_CHECKING:
    from game.engine.proof.prove import Proof

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
    proof: Proof | None = None
    """What was proved; None for a file with errors, and for a shipped one, unless it was asked for."""
    whole: bool = False
    """Whether reading met no error: nothing of the story is missing."""

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
    """The scenario files that come with the game, as `scenarios/order.txt` orders them; those it does not name come
    last, by name."""
    own = folder("scenarios")
    place = {name: number for number, name in enumerate(_ordered(own / "order.txt"))}
    return tuple(sorted(own.glob("*.yaml"), key=lambda path: (place.get(path.stem, len(place)), path.name)))


def _ordered(path: Path) -> tuple[str, ...]:
    """The names in the file at `path`: one a line, "#" begins a comment. None where there is no such file."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        # The order is a courtesy: without it the stories are all there.
        return ()
    return tuple(name for line in lines if (name := line.partition("#")[0].strip()))


def find(name: str) -> Path:
    """The file meant by `name`: a path, or the name of a shipped scenario without its ending."""
    path = Path(name)
    own = folder("scenarios") / f"{name}.yaml"
    # Unlike the methods of Path, these two say no to a name that no system can hold; `open_file` then says why.
    return own if not os.path.exists(path) and path.name == name and os.path.isfile(own) else path


def open_file(path: Path, language: str, *, country: str = "", prove_shipped: bool = False) -> Opened:
    """Open a scenario file for somebody who reads `language` ("en"), lint and prove it. Never raises for what it is.

    A shipped one is linted and proved only with `prove_shipped`: that was done before it shipped, and nobody who plays
    should wait for it. The reference is that of `country`, or of the story's own where that is "" or unknown; judged is
    the story beside its own. It is in `language`. The scenario too, if it comes with the game and has a catalogue
    (a text that the catalogue lacks stays as it is); a file of one's own stays in its language. Problems are always
    those of the file itself.
    """
    content = content_of(path)
    if isinstance(content, Problem):
        return Opened(path, None, None, (content,))
    return open_bytes(path, content, language, country=country, prove_shipped=prove_shipped)


def open_unproved(path: Path, language: str) -> Opened:
    """The same, in its own language, read and checked only: for playing by the thousand, where a proof would take
    longer than the plays. A story that opens so may still get stuck on some path."""
    content = content_of(path)
    if isinstance(content, Problem):
        return Opened(path, None, None, (content,))
    with nothing_swept():
        return _open_bytes(path, content, language)


def content_of(path: Path) -> bytes | Problem:
    """The bytes of a file, one more than are read at most; or why there are none. Never raises for what the file is."""
    try:
        if path.is_dir():
            return problem("file-is-a-folder", _FIRST)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        return problem("file-not-found", _FIRST, near=_alike(path))
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        return problem("file-not-readable", _FIRST, reason=reason)


def _alike(path: Path) -> str:
    """What may have been meant by a `path` where there is nothing: a story of the same folder, a shipped one, or ""."""
    try:
        here = {one.stem: str(one) for one in sorted(path.parent.glob("*.yaml"))}
    except (OSError, ValueError):
        here = {}
    if path.name == str(path):
        here = {**{one.stem: one.stem for one in shipped()}, **here}
    return here.get(near(path.stem, here), "")


def _unknown_country(scenario: Scenario, known: tuple[str, ...]) -> Problem:
    # Two letters say little: one of them in its place is all that a slip of the keyboard leaves.
    # Where several are left, it is the one that begins alike: hands slip at the end of a word.
    alike = sorted(
        (one for one in known if any(a == b for a, b in zip(one, scenario.country, strict=False))),
        key=lambda one: one[:1] != scenario.country[:1],
    )
    close = next((f"{scenario.language}-{one.upper()}" for one in alike), "")
    codes = ", ".join(one.upper() for one in known)
    return problem("unknown-country", scenario.locale_place, country=scenario.country.upper(), known=codes, near=close)


def open_bytes(path: Path, content: bytes, language: str, *, country: str = "", prove_shipped: bool = False) -> Opened:
    """The same for content that is already in hand; `path` only names it."""
    with nothing_swept():
        opened = _open_bytes(path, content, language)
        judged = opened if ships(path) and not prove_shipped else _proved(opened)
        return _helped_in(_told_in(judged, language), country, language)


@contextmanager
def nothing_swept() -> Iterator[None]:
    """Without Python's collector of cycles: reading and playing make none, but many objects, over which it would go
    again and again. In a large file that takes as long as reading does."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _open_bytes(path: Path, content: bytes, language: str) -> Opened:
    reading = read(content)
    if reading.scenario is None:
        return Opened(path, None, None, reading.problems)
    known = countries()
    country = reading.scenario.country
    if country not in known:
        missing = _unknown_country(reading.scenario, known)
        return Opened(path, reading.scenario, None, in_order((*reading.problems, missing)))
    reference = load(country, language).beside(reading.scenario.relation)
    problems = in_order((*reading.problems, *check(reading.scenario, reference, reading.problems)))
    return Opened(path, reading.scenario, reference, problems, whole=not stops(reading.problems))


def _proved(opened: Opened) -> Opened:
    """`opened` with its proof, and with the problems that lints and a proof find. Not linted when reading met an error,
    not proved when there is one: what is then said would not be true of the story that was meant."""
    if opened.scenario is None or opened.reference is None:
        return opened
    # Neither is imported before it is needed: home opens shipped stories, and should not wait for them.
    from game.engine.lints import lint
    from game.engine.proof.prove import EXACT, prove

    told = lint(opened.scenario, opened.reference) if opened.whole else ()
    linted = replace(opened, problems=in_order((*opened.problems, *told)))
    if stops(one for one in opened.problems if one.name not in EXACT):
        return linted
    proof = prove(opened.scenario, opened.reference)
    guessed = EXACT if proof.complete else frozenset[str]()
    kept = (one for one in linted.problems if one.name not in guessed)
    return replace(linted, problems=in_order((*kept, *proof.problems)), proof=proof)


def _told_in(opened: Opened, language: str) -> Opened:
    """`opened` with its scenario in `language`, where it ships and has a catalogue."""
    scenario = opened.scenario
    if scenario is None or scenario.language == language or not opened.playable or not ships(opened.path):
        return opened
    story = opened.path.stem
    words_of = words(story, language)
    if words_of is None:
        return opened

    def say(spoken: Spoken) -> str:
        return words_of(context(story, spoken), spoken.text)

    return replace(opened, scenario=translated(scenario, say, language))


def _helped_in(opened: Opened, country: str, language: str) -> Opened:
    """`opened` with the reference of `country`, where it can be played and something is known of that country."""
    if (
        opened.scenario is None
        or opened.reference is None
        or country in ("", opened.reference.country)
        or country not in countries()
    ):
        return opened
    return replace(opened, reference=load(country, language).beside(opened.scenario.relation))


def languages(path: Path, known: Iterable[str]) -> tuple[str, ...]:
    """The languages in which the story at `path` is there: its file's own, then those of `known` that a shipped one is
    translated into. None where it cannot be read."""
    scenario = open_unproved(path, "").scenario
    if scenario is None:
        return ()
    others = (one for one in known if words(path.stem, one) is not None) if ships(path) else ()
    return tuple(dict.fromkeys((scenario.language, *others)))


def ships(path: Path) -> bool:
    """Whether the file comes with the game."""
    try:
        return os.path.samefile(path.parent, folder("scenarios"))
    except (OSError, ValueError):  # content in hand may be named after a path that is not there, or cannot be one
        return False
