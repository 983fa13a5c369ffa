"""The library: reads a country's files into one `Reference`, and refuses what must not reach a player.

How a field is read is left to `entries`, the words of another language to `catalogue`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from game.catalogue import Words
from game.catalogue import words as words_of
from game.engine.reference import Family, Helpline, LawTopic, Origin, Reference, Sign, Source, Sourced, Status, Step
from game.reference.entries import Entry, ReferenceFault, listed, named, read_file
from game.reference.ids import LAW, SIGNS, STEPS

WRITTEN_IN = "fr"
"""The language of the texts in the files."""

FAMILIES_AT_MOST = 8
"""More names than that, and a player who marks a message reads a list instead of the chat."""

_HERE = Path(__file__).resolve().parent
_SOURCED = ["origin", "sources", "status", "checked"]
_SIGN = frozenset(["id", "stage", "family", "short", "long", "effect", *_SOURCED])
_STEP = frozenset(["id", "number", "help", "giving_in", "short", "long", "gloss", "since", "quotation", *_SOURCED])
_LAW = frozenset(["id", "short", "long", "articles", "penalty", "always", "closest", *_SOURCED])
_HELPLINE = frozenset(["id", "name", "number", "address", "short", "long", "hours", "for_players", *_SOURCED])


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one `country`, an ISO code in lower case."""

    country: str
    signs: Path
    document: Path
    steps: Path
    law: Path
    helplines: Path


def countries(folder: Path = _HERE) -> tuple[str, ...]:
    """The codes of the countries that `folder` has files for, sorted."""
    return tuple(sorted(path.parent.name for path in folder.glob("*/country.yaml")))


def files_of(country: str, folder: Path = _HERE) -> Files:
    """Where the files of `country` are: the signs are everybody's, the rest is in the country's own folder.

    Raises ReferenceFault if it is not one of `countries`.
    """
    known = countries(folder)
    if country not in known:
        raise ReferenceFault(folder, country, "there is no folder for this country.", f"Known: {', '.join(known)}.")
    own = folder / country
    return Files(
        country,
        folder / "signs.yaml",
        own / "country.yaml",
        own / "steps.yaml",
        own / "law.yaml",
        own / "helplines.yaml",
    )


def load(country: str = "fr", language: str = WRITTEN_IN) -> Reference:
    """The reference of `country` in `language`; in French where nobody has translated it, and it then says so.

    Raises ReferenceFault if the country is unknown or one of its files is at fault.
    """
    words = None if language == WRITTEN_IN else words_of("reference", language)
    if words is None:
        return read(files_of(country))
    return read(files_of(country), language, words)


def read(files: Files, language: str = WRITTEN_IN, words: Words = lambda context, text: text) -> Reference:
    """Read `files`, each text passed through `words` with its context "<entry id>.<field>".

    Raises ReferenceFault at the first entry that is incomplete, that has no source, or that must not be shown.
    """
    reader = _Reader(words)
    signs = read_file(files.signs)
    document = read_file(files.document)
    steps = read_file(files.steps)
    law = read_file(files.law)
    helplines = read_file(files.helplines)
    signs.only(frozenset(["sources", "families", "signs"]))
    document.only(frozenset(["sources", "document", "missing_number"]))
    steps.only(frozenset(["steps"]))
    law.only(frozenset(["law", "duties"]))
    helplines.only(frozenset(["helplines"]))
    reader.add_sources(signs)
    reader.add_sources(document)

    families = tuple(reader.family(entry) for entry in listed(signs, "families"))
    if len(families) > FAMILIES_AT_MOST:
        raise signs.fault(f"there are {len(families)} families.", f"Keep {FAMILIES_AT_MOST} at most.")
    known = frozenset(family.id for family in families)
    reference = Reference(
        country=files.country,
        language=language,
        document=reader.source(document, document.words("document")),
        missing_number=words("document.missing_number", document.words("missing_number")),
        families=families,
        signs=tuple(reader.sign(entry, known) for entry in listed(signs, "signs")),
        steps=tuple(reader.step(entry) for entry in listed(steps, "steps")),
        law=tuple(reader.topic(entry) for entry in listed(law, "law")),
        helplines=tuple(reader.helpline(entry) for entry in listed(helplines, "helplines")),
        duties=tuple(reader.topic(entry) for entry in listed(law, "duties")) if law.has("duties") else (),
    )
    _complete(signs, SIGNS, (sign.id for sign in reference.signs))
    _complete(steps, STEPS, (step.id for step in reference.steps))
    _complete(law, LAW, (topic.id for topic in reference.law))
    _whole(reference, steps, law, helplines)
    return reference


def texts(files: Files) -> tuple[tuple[str, str], ...]:
    """Every text of `files` that is translated, with its context first. Raises ReferenceFault."""
    found: list[tuple[str, str]] = []

    def note(context: str, text: str) -> str:
        found.append((context, text))
        return text

    read(files, words=note)
    return tuple(found)


class _Reader:
    """Reads entries into values, knowing the sources and the ids met so far."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._sources: dict[str, Source] = {}
        self._ids: set[str] = set()

    def add_sources(self, file: Entry) -> None:
        for entry in named(file, "sources"):
            entry.only(frozenset(["title", "address", "date"]))
            if entry.name in self._sources:
                raise entry.fault("this source is there twice.", "Rename one of the two.")
            self._sources[entry.name] = Source(entry.words("title"), entry.text("address"), entry.dated("date"))

    def source(self, entry: Entry, key: str) -> Source:
        source = self._sources.get(key)
        if source is None:
            raise entry.fault(f"“{key}” is not a source.", "Name one that is listed under “sources:”.")
        return source

    def family(self, entry: Entry) -> Family:
        entry.only(frozenset(["id", "short"]))
        id, say = self._open(entry)
        return Family(id, say("short"))

    def sign(self, entry: Entry, families: frozenset[str]) -> Sign:
        entry.only(_SIGN)
        id, say = self._open(entry)
        family = entry.words("family")
        if family not in families:
            raise entry.fault(f"“{family}” is not a family.", f"Use one of: {', '.join(sorted(families))}.")
        stage = entry.whole("stage", 1, 10)
        return Sign(id, say("short"), say("long"), say("effect"), stage, family, self._shown(entry))

    def step(self, entry: Entry) -> Step:
        entry.only(_STEP)
        id, say = self._open(entry)
        number, quotation, gloss = entry.optional("number"), entry.optional("quotation"), entry.optional("gloss")
        sourced = self._shown(entry)
        if sourced.origin == "source" and not (quotation and gloss):
            raise entry.fault("the source's words stand bare.", "Give both “quotation” and “gloss”.")
        if sourced.origin == "complement" and (number or quotation):
            raise entry.fault("a complement has the source's number or words.", "Take them out, or say origin: source.")
        return Step(
            id=id,
            number=number,
            short=say("short"),
            long=say("long"),
            gloss=say("gloss") if gloss else "",
            quotation=quotation,
            help=entry.flag("help"),
            giving_in=entry.flag("giving_in"),
            sourced=sourced,
            since=say("since") if entry.optional("since") else "",
        )

    def topic(self, entry: Entry) -> LawTopic:
        entry.only(_LAW)
        id, say = self._open(entry)
        return LawTopic(
            id=id,
            short=say("short"),
            long=say("long"),
            articles=entry.texts("articles"),
            penalty=say("penalty"),
            always=entry.flag("always"),
            closest=entry.flag("closest"),
            sourced=self._shown(entry),
        )

    def helpline(self, entry: Entry) -> Helpline:
        entry.only(_HELPLINE)
        id, say = self._open(entry)
        number, address = entry.text("number"), entry.text("address")
        if not number and not address:
            raise entry.fault("there is no way to reach it.", "Give a “number” or an “address”.")
        if "://" in address:
            raise entry.fault("the address has its scheme.", "Write it as people type it, from after “://”.")
        if not entry.has("for_players"):
            raise entry.fault("“for_players” is missing.", "Say true, or false for a service for teachers only.")
        for_players = entry.flag("for_players")
        return Helpline(
            id=id,
            name=say("name"),
            number=number,
            address=address,
            short=say("short"),
            long=say("long"),
            hours=say("hours"),
            for_players=for_players,
            sourced=self._shown(entry) if for_players else self._sourced(entry),
        )

    def _open(self, entry: Entry) -> tuple[str, Callable[[str], str]]:
        """The entry's id, met for the first time, and what says one of its fields in the reader's language."""
        id = entry.id()
        if id in self._ids:
            # Ids are unique across all files: a translation is found by entry id and field alone.
            raise entry.fault("another entry has this id.", "Give each entry its own id.")
        self._ids.add(id)
        return id, lambda field: self._words(f"{id}.{field}", entry.words(field))

    def _shown(self, entry: Entry) -> Sourced:
        """The provenance of an entry that players see: one that nobody has verified at all is refused."""
        sourced = self._sourced(entry)
        if sourced.status == "unverified":
            raise entry.fault("nobody has verified it.", "Read its official page first; until then, leave it out.")
        return sourced

    def _sourced(self, entry: Entry) -> Sourced:
        sources = tuple(self.source(entry, key) for key in entry.texts("sources"))
        return Sourced(_origin(entry), sources, _status(entry), entry.day("checked"))


def _origin(entry: Entry) -> Origin:
    match entry.words("origin"):
        case "source":
            return "source"
        case "complement":
            return "complement"
        case other:
            raise entry.fault(f"“origin” is “{other}”.", "Write source or complement.")


def _status(entry: Entry) -> Status:
    match entry.words("status"):
        case "verified":
            return "verified"
        case "secondary":
            return "secondary"
        case "unverified":
            return "unverified"
        case other:
            raise entry.fault(f"“status” is “{other}”.", "Write verified, secondary or unverified.")


def _complete(file: Entry, wanted: tuple[str, ...], found: Iterable[str]) -> None:
    there = frozenset(found)
    missing = [id for id in wanted if id not in there]
    if missing:
        raise file.fault(f"no entry for {', '.join(missing)}.", "Add what is missing: scenarios may name it.")


def _whole(reference: Reference, steps: Entry, law: Entry, helplines: Entry) -> None:
    """What must hold of the entries together. Raises ReferenceFault."""
    if not any(step.help for step in reference.steps):
        raise steps.fault("no step is marked “help: true”.", "Mark those that reach somebody.")
    if not any(step.giving_in for step in reference.steps):
        raise steps.fault("no step is marked “giving_in: true”.", "Mark the one whose contrary is giving in.")
    closest = [topic.id for topic in reference.law if topic.closest]
    if len(closest) != 1:
        raise law.fault(f"{len(closest)} topics are marked “closest: true”.", "Mark exactly one.")
    first = reference.helplines[0] if reference.helplines else None
    if first is None or not (first.for_players and first.number):
        raise helplines.fault("the first helpline is not one that players can call.", "Put such a one first.")
