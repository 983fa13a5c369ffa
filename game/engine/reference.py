"""The value type `Reference`: signs, official response steps, law topics and helplines of one country.

This module says what such data is. Reading it from files is left to `game.reference`, so that `check`, `score`
and `debrief` stay pure. Every text here is already in the language of the person who reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

Origin = Literal["source", "complement"]
"""`source`: said by the document that the project starts from; `complement`: added from elsewhere."""

Status = Literal["verified", "secondary", "unverified"]
"""`verified`: read in the official source; `secondary`: in a copy or the press; `unverified`: from memory."""


Use = Literal[
    "talk",
    "anonymous",
    "removal",
    "complaint",
    "night",
    "police-chat",
    "distress",
    "emergency",
    "rescue",
    "danger",
    "image",
    "public",
    "money",
]
"""What a service is turned to for, so that faces can choose one in any country: to talk about it, without giving one's
name, to have something removed, about a complaint; at night; the chat of the police; who feels very bad; in danger now,
from somebody or in any way; a child in danger at home; to have an image found again; to report what everybody can see,
or that money is demanded."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: title, address ("" if printed), date as ISO text or "n.d."."""

    title: str
    address: str
    date: str


@dataclass(frozen=True, slots=True)
class Sourced:
    """What every entry carries: its provenance and the ISO date it was last `checked`."""

    origin: Origin
    sources: tuple[Source, ...]
    status: Status
    checked: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A warning sign. `stage` (1 to 10) orders the signs along the course of a blackmail; 6 and more is a threat."""

    id: str
    short: str
    long: str
    effect: str
    """What the sign does to a person, in one sentence."""
    stage: int
    family: str
    sourced: Sourced


@dataclass(frozen=True, slots=True)
class Family:
    """A family of signs, as a player may name it (at most eight)."""

    id: str
    short: str


@dataclass(frozen=True, slots=True)
class Step:
    """A response step. `number` is the source document's own ("" for a complement)."""

    id: str
    number: str
    short: str
    long: str
    gloss: str
    """What must always stand beside the source's words; "" where nothing is needed."""
    quotation: str
    """The source document's own words ("" for a complement)."""
    help: bool
    giving_in: bool
    """Whether doing the contrary of this step is giving in."""
    sourced: Sourced
    since: str = ""
    """What is no longer as the source's words say: only said right beside them; "" for most steps."""
    gloss_known: str = ""
    """What is said in the place of `gloss`, and of the document's words, where the author is known to the player: the
    document speaks of strangers. "" where nothing differs."""
    general: bool = False
    """Whether it stands in the words of no country, because no source of this one was found for it."""

    def beside(self, known: bool) -> Step:
        """The step as it is said beside a story whose author is `known` to the player, or is not."""
        if not self.gloss_known:
            return self
        if not known:
            return replace(self, gloss_known="")
        return replace(self, gloss=self.gloss_known, gloss_known="", quotation="")


@dataclass(frozen=True, slots=True)
class LawTopic:
    """What the author of an act risks. `always` topics stand in every trap's debrief; one of them is `closest`.

    `articles` is empty and `penalty` says so where only the ban itself was read, not the text of the law.
    """

    id: str
    short: str
    long: str
    articles: tuple[str, ...]
    penalty: str
    always: bool
    closest: bool
    sourced: Sourced


@dataclass(frozen=True, slots=True)
class Untold:
    """A law topic that scenarios may name, and of which no text of this country was checked.

    `always`: it is missed in every trap's debrief, named there or not.
    """

    id: str
    short: str
    always: bool = False


@dataclass(frozen=True, slots=True)
class Helpline:
    """Somebody to call, write to or report to. The first one of a country is `{helpline}`."""

    id: str
    name: str
    number: str
    """What is dialled or typed, "" if there is none."""
    address: str
    """A site without its scheme, "" if there is none."""
    short: str
    long: str
    hours: str
    for_players: bool
    """False for services shown to teachers only."""
    sourced: Sourced
    use: tuple[Use, ...] = ()
    said: str = ""
    """The name as it stands in a sentence, with its article where the language has one; "" if it is `name`."""

    @property
    def called(self) -> str:
        """How a sentence names it: “le 3018”."""
        return self.said or self.name

    @property
    def in_full(self) -> str:
        """Its name with its number, where that is another one: “Child Focus (116 000)”."""
        return f"{self.name} ({self.number})" if self.number not in ("", self.name) else self.name

    @property
    def typed(self) -> str:
        """What is dialled, or where there is no number what is typed."""
        return self.number or self.address


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word of the game's texts that is explained to who asks: `word` is how it is called, `meaning` what it means."""

    id: str
    word: str
    forms: tuple[str, ...]
    """All that is found of it in a text."""
    meaning: str
    unlike: tuple[str, ...] = ()
    """What holds one of the forms and is another word."""
    sourced: Sourced | None = None
    """Where the fact that the meaning states was read; None where it states none."""


@dataclass(frozen=True)
class Reference:
    """All of it for one country, in one language. Order is the order of display."""

    country: str
    language: str
    document: Source
    """The page that the project starts from. It was written for one country: see `own_document`."""
    missing_number: str
    """The sentence that says aloud which number the document skips; "" where it is another country's."""
    signs: tuple[Sign, ...]
    families: tuple[Family, ...]
    steps: tuple[Step, ...]
    law: tuple[LawTopic, ...]
    helplines: tuple[Helpline, ...]
    duties: tuple[LawTopic, ...] = ()
    """What the law asks of an adult who learns of it: for teachers only, and no scenario names them."""
    untold: tuple[Untold, ...] = ()
    """The law topics that are not in `law`."""
    look_up: str = ""
    """Where the numbers can be looked up again, a site without its scheme; "" if that is nowhere."""
    glossary: tuple[HardWord, ...] = ()
    """The hard words of `language`; none where nobody has explained them in it."""

    @property
    def own_document(self) -> bool:
        """Whether the document is this country's: its numbers and the law that it names are then said to be its own."""
        return any(step.sourced.origin == "source" for step in self.steps)

    def of_use(self, *uses: Use) -> tuple[Helpline, ...]:
        """The helplines for players that are there for one of `uses`, in the order of these; each once."""
        found = (one for use in uses for one in self.helplines if one.for_players and use in one.use)
        return tuple({one.id: one for one in found}.values())

    @cached_property
    def sign(self) -> dict[str, Sign]:
        """Signs by id."""
        return {entry.id: entry for entry in self.signs}

    @cached_property
    def step(self) -> dict[str, Step]:
        """Steps by id."""
        return {entry.id: entry for entry in self.steps}

    @cached_property
    def topic(self) -> dict[str, LawTopic]:
        """Law topics by id."""
        return {entry.id: entry for entry in self.law}

    @cached_property
    def topics(self) -> dict[str, str]:
        """The short words of every law topic that a scenario may name, by id, told here or not."""
        return {one.id: one.short for one in self.law} | {one.id: one.short for one in self.untold}

    @cached_property
    def helpline(self) -> dict[str, Helpline]:
        """Helplines by id."""
        return {entry.id: entry for entry in self.helplines}

    def beside(self, relation: str | None) -> Reference:
        """What is shown beside a story whose author is to the player what `about.relation` says: what the source
        document says of strangers is not said of somebody who is known."""
        known = relation not in (None, "stranger")
        return replace(self, steps=tuple(step.beside(known) for step in self.steps))

    def gives_in(self, against: tuple[str, ...]) -> bool:
        """Whether to act against these steps (unknown ones count for nothing) is to give in."""
        return any(step in self.step and self.step[step].giving_in for step in against)

    @cached_property
    def family(self) -> dict[str, Family]:
        """Families by id."""
        return {entry.id: entry for entry in self.families}
