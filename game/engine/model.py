"""What a scenario is: frozen values, from the whole file down to one message.

Reading them from a file is left to `read`, judging them to `check`, playing them to `session`. The words are those of
the format (docs/format.md). A `Place` never takes part in a comparison: two scenarios that say the same are equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

FORMAT = 1
"""The only value of `format:` that this version reads."""

ME = "me"
"""The speaker that the player plays."""

HERE = "here"
"""The destination that offers the same choices again, minus those taken."""

HELPLINE = "{helpline}"
HELPLINE_NAME = "{helpline-name}"

ROLES = ("contact", "friend", "family", "adult", "helper", "stranger")
"""`contact`: the person whose intentions are in question (and their other accounts); all others mean no harm."""

RELATIONS = ("stranger", "known", "partner", "peer")
DEMANDS = ("money", "images", "other", "none")

CAPTIONS: dict[str, tuple[str, ...]] = {
    "fr": (
        "Demande intime",
        "Demande intime répétée",
        "Menace",
        "Demande d'argent",
        "Image masquée",
        "Lien masqué",
        "Message agressif",
    ),
    "en": (
        "Intimate request",
        "Repeated intimate request",
        "Threat",
        "Demand for money",
        "Hidden image",
        "Hidden link",
        "Aggressive message",
    ),
}
"""The only texts a masked message may have, by language: what it hides is written nowhere."""

AVATARS = (
    "wave",
    "sun",
    "moon",
    "leaf",
    "star",
    "cat",
    "guitar",
    "drum",
    "bass",
    "tent",
    "boat",
    "shell",
    "cloud",
    "mountain",
    "kite",
    "lamp",
    "headset",
    "shield",
    "cup",
    "heron",
)
"""The pictures a person of the cast may have."""

Role = Literal["me", "contact", "friend", "family", "adult", "helper", "stranger"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in its file: line and column, both from 1, columns in code points."""

    line: int
    column: int


NOWHERE = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Condition:
    """True when every fact in `needs` is true and none in `bars` is."""

    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()

    @property
    def free(self) -> bool:
        """Whether it holds in every case."""
        return not self.needs and not self.bars

    def holds(self, facts: frozenset[str]) -> bool:
        """Whether it is met by the set of facts that are true now."""
        return facts.issuperset(self.needs) and facts.isdisjoint(self.bars)


ALWAYS = Condition()


@dataclass(frozen=True, slots=True)
class Way:
    """One entry of a `go_to`: a scene, an ending or `here`, and when it is taken."""

    to: str
    when: Condition = ALWAYS
    place: Place = field(default=NOWHERE, compare=False)


Ways = tuple[Way, ...]
"""Tried in order; the last one is unconditional."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A sign that a message shows. `quotation` is the author's; `start` and `end` (code points of the message's text,
    end excluded) are where it stands, or the whole text when nothing was quoted."""

    sign: str
    quotation: str | None
    start: int
    end: int
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Message:
    """One bubble, or a notice when `speaker` is None. `text` may hold line breaks.

    `after` is the wished delay in seconds before it shows, as the author gave it, else None.
    """

    speaker: str | None
    text: str
    shown: tuple[Shown, ...] = ()
    masked: bool = False
    after: int | None = None
    when: Condition = ALWAYS
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the player may say (`says`: a bubble of `me`) or do on the phone (a notice).

    `ways` is empty where the scene's own hold.
    """

    id: str
    text: str
    says: bool
    because: str
    steps: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    when: Condition = ALWAYS
    ways: Ways = ()
    place: Place = field(default=NOWHERE, compare=False)
    places: dict[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where its keys' values stand: "because", "steps/0" for the first step."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Messages, then choices. `skip` is the summary of a hard scene; `stop` the question for a class; `title` what
    paper for teachers calls it, "" where that is made of its id."""

    id: str
    messages: tuple[Message, ...] = ()
    choices: tuple[Choice, ...] = ()
    ways: Ways = ()
    stop: str | None = None
    skip: str | None = None
    verdict: bool = False
    keep_order: bool = False
    title: str = ""
    place: Place = field(default=NOWHERE, compare=False)
    places: dict[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where the values of "title", "skip" and "stop" stand."""

    def choice(self, name: str) -> Choice:
        """The choice of this id. Raises LookupError when the scene has none."""
        for one in self.choices:
            if one.id == name:
                return one
        raise LookupError(f"no choice {name!r} in the scene {self.id!r}")


@dataclass(frozen=True, slots=True)
class Said:
    """A line of an ending's debrief, said when its condition holds."""

    text: str
    when: Condition = ALWAYS
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a path stops. `open` says that it may be reached without help after giving in."""

    id: str
    title: str
    debrief: tuple[Said, ...] = ()
    law: tuple[str, ...] = ()
    open: bool = False
    place: Place = field(default=NOWHERE, compare=False)
    places: dict[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where its keys' values stand: "title", "law/0" for the first law topic."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the cast; `me` has the role "me"."""

    id: str
    name: str
    role: Role
    profile: str = ""
    avatar: str = ""
    place: Place = field(default=NOWHERE, compare=False)
    places: dict[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where the values of "name" and "profile" stand."""


@dataclass(frozen=True, slots=True)
class Teacher:
    """What the file tells the teacher: the goal, what to say before, what to ask after, and a lesson step by step."""

    goal: str = ""
    before: str = ""
    ask: tuple[str, ...] = ()
    lesson: tuple[str, ...] = ()
    places: dict[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where its texts stand: "goal", "ask/0" for the first question."""


@dataclass(frozen=True, slots=True)
class Review:
    """Somebody who read the story, and vouches for it: `by` whom, `as_what` (“nurse”), `on` which day (“2027-01-15”).

    `of` is the fingerprint of what was read (`review.fingerprint`).
    """

    by: str
    as_what: str
    on: str
    of: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a choice can make true, with the words that say it."""

    id: str
    label: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Scenario:
    """One story. `trap` is None where no verdict can be asked. The first scene opens the story. In a `tutorial`, what a
    choice was good for is said at once, and gestures are explained as they are first needed."""

    title: str
    summary: str
    locale: str
    cast: tuple[Person, ...]
    scenes: tuple[Scene, ...]
    endings: tuple[Ending, ...]
    facts: tuple[Fact, ...] = ()
    trap: bool | None = None
    tutorial: bool = False
    relation: str | None = None
    demand: str | None = None
    minutes: int | None = None
    teacher: Teacher = Teacher()
    reviewed: tuple[Review, ...] = ()
    locale_place: Place = field(default=NOWHERE, compare=False)
    places: dict[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where the values of "title", "summary", "teacher" and "about" stand."""

    def __post_init__(self) -> None:
        # Indexes are derived, so they take no part in comparison; a play asks for them at every step.
        object.__setattr__(self, "scene", {scene.id: scene for scene in reversed(self.scenes)})
        object.__setattr__(self, "ending", {ending.id: ending for ending in reversed(self.endings)})
        object.__setattr__(self, "person", {person.id: person for person in reversed(self.cast)})
        object.__setattr__(self, "stages", {})

    scene: dict[str, Scene] = field(init=False, compare=False, repr=False)
    ending: dict[str, Ending] = field(init=False, compare=False, repr=False)
    person: dict[str, Person] = field(init=False, compare=False, repr=False)
    stages: dict[int, Any] = field(init=False, compare=False, repr=False)
    """By seed, what `staging` worked out of the scenes when they were first played."""

    @property
    def language(self) -> str:
        """The language of the texts: "fr" of "fr-FR"."""
        return self.locale.rpartition("-")[0]

    @property
    def country(self) -> str:
        """The country whose steps, law and helplines apply: "fr" of "fr-FR"."""
        return self.locale.rpartition("-")[2].lower()
