"""The library: reads a country's files into one `Reference`, and refuses what must not reach a player.

A country is a folder, and none of them is named here but the first one. What it leaves out of the steps stands in
general words, and of the law is said to be missing. How a field is read is left to `entries`, the words of another
language to `catalogue`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from game.catalogue import Words
from game.catalogue import words as words_of
from game.engine.reference import (
    Family,
    Helpline,
    LawTopic,
    Origin,
    Reference,
    Sign,
    Source,
    Sourced,
    Status,
    Step,
    Untold,
    Use,
)
from game.reference.entries import Entry, ReferenceFault, listed, named, read_file
from game.reference.glossary import SOURCED, glossary
from game.reference.ids import LAW, SIGNS, STEPS

WRITTEN_IN = "fr"
"""The language of the texts in the files."""

FIRST_COUNTRY = "fr"
"""The country of who has said nothing of theirs."""

FAMILIES_AT_MOST = 8
"""More names than that, and a player who marks a message reads a list instead of the chat."""

_HERE = Path(__file__).resolve().parent
_SIGN = frozenset(["id", "stage", "family", "short", "long", "effect", *SOURCED])
_WORDS_OF_STEP = ["short", "long", "gloss", "gloss_known"]
_GENERAL_STEP = frozenset(["id", "help", "giving_in", *_WORDS_OF_STEP, *SOURCED])
_STEP = frozenset(["id", "number", "since", "quotation", *_WORDS_OF_STEP, *SOURCED])
_LAW = frozenset(["id", "short", "long", "articles", "penalty", "always", "closest", *SOURCED])
_HELPLINE = frozenset(
    ["id", "use", "name", "said", "number", "address", "short", "long", "hours", "for_players", *SOURCED]
)
_USES = frozenset(get_args(Use))


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one `country`, an ISO code in lower case: what is everybody's, and those of its `own` folder.

    Of these, `country.yaml` and `helplines.yaml` are there; `steps.yaml` and `law.yaml` may be left out.
    """

    country: str
    signs: Path
    general: Path
    own: Path

    @property
    def paths(self) -> tuple[Path, ...]:
        """All of them that are there: what is everybody's first."""
        return (self.signs, *sorted(self.general.glob("*.yaml")), *sorted(self.own.glob("*.yaml")))


def countries(folder: Path = _HERE) -> tuple[str, ...]:
    """The codes of the countries that `folder` has files for, sorted."""
    return tuple(sorted(path.parent.name for path in folder.glob("*/country.yaml")))


def known_or_first(country: str) -> str:
    """`country` where something is known of it, else the first one."""
    return country if country in countries() else FIRST_COUNTRY


def files_of(country: str, folder: Path = _HERE) -> Files:
    """Where the files of `country` are: the signs and the general words are everybody's, the rest is its own.

    Raises ReferenceFault if it is not one of `countries`.
    """
    known = countries(folder)
    if country not in known:
        raise ReferenceFault(folder, country, "there is no folder for this country.", f"Known: {', '.join(known)}.")
    return Files(country, folder / "signs.yaml", folder / "general", folder / country)


def load(country: str = FIRST_COUNTRY, language: str = WRITTEN_IN) -> Reference:
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
    signs = _opened(files.signs, "document", "sources", "families", "signs")
    general = _opened(files.general / "steps.yaml", "sources", "steps")
    names = _opened(files.general / "law.yaml", "law")
    anywhere = _opened(files.general / "helplines.yaml", "helplines")
    country = _opened(files.own / "country.yaml", "sources", "missing_number", "look_up")
    steps = _opened_if_there(files.own / "steps.yaml", "steps")
    law = _opened_if_there(files.own / "law.yaml", "law", "duties")
    helplines = _opened(files.own / "helplines.yaml", "helplines")
    hard_words = [
        _opened_if_there(folder / f"glossary.{language}.yaml", "words") for folder in (files.general, files.own)
    ]
    reader = _Reader(words)
    for file in (signs, general, country):
        reader.add_sources(file)

    families = tuple(reader.family(entry) for entry in listed(signs, "families"))
    if len(families) > FAMILIES_AT_MOST:
        raise signs.fault(f"there are {len(families)} families.", f"Keep {FAMILIES_AT_MOST} at most.")
    known = frozenset(family.id for family in families)
    shared = reader.apart()
    every_step = tuple(shared.general_step(entry) for entry in listed(general, "steps"))
    every_topic = tuple(shared.untold(entry) for entry in listed(names, "law"))
    every_helpline = tuple(shared.helpline(entry) for entry in listed(anywhere, "helplines"))
    _complete(general, STEPS, (step.id for step in every_step))
    _complete(names, LAW, (topic.id for topic in every_topic))
    own_steps = tuple(reader.step(entry, every_step) for entry in listed(steps, "steps")) if steps else ()
    own_law = tuple(reader.topic(entry, LAW) for entry in listed(law, "law")) if law else ()
    own_helplines = tuple(reader.helpline(entry) for entry in listed(helplines, "helplines"))
    reference = Reference(
        country=files.country,
        language=language,
        document=reader.source(signs, signs.words("document")),
        missing_number=reader.said(country, "document.missing_number", "missing_number"),
        families=families,
        signs=tuple(reader.sign(entry, known) for entry in listed(signs, "signs")),
        steps=_in_order(own_steps, every_step),
        law=own_law,
        helplines=(*own_helplines, *(one for one in every_helpline if one.id not in {own.id for own in own_helplines})),
        duties=tuple(reader.topic(entry) for entry in listed(law, "duties")) if law and law.has("duties") else (),
        untold=tuple(one for one in every_topic if one.id not in {own.id for own in own_law}),
        look_up=country.optional("look_up"),
        glossary=glossary(filter(None, hard_words), reader.shown),
    )
    _complete(signs, SIGNS, (sign.id for sign in reference.signs))
    _whole(reference, general, law, helplines)
    return reference


def _opened(path: Path, *sections: str) -> Entry:
    file = read_file(path)
    file.only(frozenset(sections))
    return file


def _opened_if_there(path: Path, *sections: str) -> Entry | None:
    """A file that a country may lack: it then has nothing of its own to say there."""
    return _opened(path, *sections) if path.exists() else None


def _in_order(own: tuple[Step, ...], general: tuple[Step, ...]) -> tuple[Step, ...]:
    """Every step, in the country's words where it has some: those of the source document first, as it orders them."""
    first = tuple(step for step in own if step.sourced.origin == "source")
    rest = {step.id: step for step in own if step.sourced.origin != "source"}
    left = (step for step in general if step.id not in {one.id for one in first})
    return (*first, *(rest.get(step.id, step) for step in left))


def texts(files: Files) -> tuple[tuple[str, str], ...]:
    """Every text of `files` that is translated, with its context first. Raises ReferenceFault."""
    found: list[tuple[str, str]] = []

    def note(context: str, text: str) -> str:
        found.append((context, text))
        return text

    read(files, words=note)
    # The general words are often the country's own too.
    return tuple(dict.fromkeys(found))


class _Reader:
    """Reads entries into values, knowing the sources and the ids met so far."""

    def __init__(self, words: Words, sources: dict[str, Source] | None = None) -> None:
        self._words = words
        self._sources: dict[str, Source] = {} if sources is None else sources
        self._ids: set[str] = set()

    def apart(self) -> _Reader:
        """A reader with the same sources, of entries that a country may have under the same ids."""
        return _Reader(self._words, self._sources)

    def said(self, file: Entry, context: str, key: str) -> str:
        """A text of the file itself, in the reader's language; "" if it is not there."""
        return self._words(context, file.words(key)) if file.has(key) else ""

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
        return Sign(id, say("short"), say("long"), say("effect"), stage, family, self.shown(entry))

    def general_step(self, entry: Entry) -> Step:
        """A step in the words of no country, with what is the same in all of them."""
        entry.only(_GENERAL_STEP)
        id, say = self._open(entry)
        sourced = self.shown(entry)
        if sourced.origin == "source":
            raise entry.fault("the source document is one country's.", "Say origin: complement here.")
        return Step(
            id=id,
            number="",
            short=say("short"),
            long=say("long"),
            gloss=say("gloss") if entry.optional("gloss") else "",
            gloss_known=say("gloss_known") if entry.optional("gloss_known") else "",
            quotation="",
            help=entry.flag("help"),
            giving_in=entry.flag("giving_in"),
            sourced=sourced,
            general=True,
        )

    def step(self, entry: Entry, general: tuple[Step, ...]) -> Step:
        """A step as the country says it: in its own words, or with its own sources for the `general` ones."""
        entry.only(_STEP)
        id, say = self._open(entry)
        there = next((step for step in general if step.id == id), None)
        if there is None:
            raise entry.fault("this is none of the steps of general/steps.yaml.", "Use one of their ids.")
        number, quotation, gloss = entry.optional("number"), entry.optional("quotation"), entry.optional("gloss")
        sourced = self.shown(entry)
        if sourced.origin == "source" and not (quotation and gloss):
            raise entry.fault("the source's words stand bare.", "Give both “quotation” and “gloss”.")
        if sourced.origin == "complement" and (number or quotation):
            raise entry.fault("a complement has the source's number or words.", "Take them out, or say origin: source.")
        if not any(entry.has(key) for key in _STEP.difference(["id", *SOURCED])):
            return replace(there, sourced=sourced, general=False)
        return replace(
            there,
            number=number,
            short=say("short"),
            long=say("long"),
            gloss=say("gloss") if gloss else "",
            gloss_known=say("gloss_known") if entry.optional("gloss_known") else "",
            quotation=quotation,
            sourced=sourced,
            since=say("since") if entry.optional("since") else "",
            general=False,
        )

    def untold(self, entry: Entry) -> Untold:
        entry.only(frozenset(["id", "short", "always"]))
        id, say = self._open(entry)
        return Untold(id, say("short"), entry.flag("always"))

    def topic(self, entry: Entry, known: tuple[str, ...] = ()) -> LawTopic:
        """A law topic, one of `known` unless that is empty."""
        entry.only(_LAW)
        id, say = self._open(entry)
        if known and id not in known:
            raise entry.fault("this is none of the topics of general/law.yaml.", "Use one of their ids.")
        return LawTopic(
            id=id,
            short=say("short"),
            long=say("long"),
            articles=entry.texts("articles") if entry.has("articles") else (),
            penalty=say("penalty"),
            always=entry.flag("always"),
            closest=entry.flag("closest"),
            sourced=self.shown(entry),
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
        use = entry.texts("use") if entry.has("use") else ()
        for one in use:
            if one not in _USES:
                raise entry.fault(f"“{one}” is no use.", f"Use some of: {', '.join(sorted(_USES))}.")
        return Helpline(
            id=id,
            name=say("name"),
            number=number,
            address=address,
            short=say("short"),
            long=say("long"),
            hours=say("hours"),
            for_players=for_players,
            sourced=self.shown(entry) if for_players else self._sourced(entry),
            use=use,  # type: ignore[arg-type]  # each was found among them
            said=say("said") if entry.has("said") else "",
        )

    def _open(self, entry: Entry) -> tuple[str, Callable[[str], str]]:
        """The entry's id, met for the first time, and what says one of its fields in the reader's language."""
        id = entry.id()
        if id in self._ids:
            # Ids are unique across all files: a translation is found by entry id and field alone.
            raise entry.fault("another entry has this id.", "Give each entry its own id.")
        self._ids.add(id)
        return id, lambda field: self._words(f"{id}.{field}", entry.words(field))

    def shown(self, entry: Entry) -> Sourced:
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


def _whole(reference: Reference, steps: Entry, law: Entry | None, helplines: Entry) -> None:
    """What must hold of the entries together. Raises ReferenceFault."""
    if not any(step.help for step in reference.steps):
        raise steps.fault("no step is marked “help: true”.", "Mark those that reach somebody.")
    if not any(step.giving_in for step in reference.steps):
        raise steps.fault("no step is marked “giving_in: true”.", "Mark the one whose contrary is giving in.")
    closest = [topic.id for topic in reference.law if topic.closest]
    if law is not None and len(closest) != 1:
        raise law.fault(f"{len(closest)} topics are marked “closest: true”.", "Mark exactly one.")
    if not reference.helplines[0].for_players:
        raise helplines.fault("the first helpline is not one that players can reach.", "Put such a one first.")
    if not reference.of_use("emergency"):
        raise helplines.fault("no helpline is for an emergency.", "Add “use: [emergency]” to one that players see.")
