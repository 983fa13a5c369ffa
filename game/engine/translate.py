"""A scenario in another language: which texts a person reads of it, and the same scenario with other words for them.

Where the words come from is left to `catalogue`, which scenario is shown in which language to `shelf`, and keeping
catalogues up to the stories to `translating`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, NamedTuple

from game.engine import chat
from game.engine.model import CAPTIONS, NOWHERE, Choice, Ending, Message, Person, Place, Scenario, Scene, Teacher

Kind = Literal[
    "title",
    "summary",
    "goal",
    "before",
    "ask",
    "lesson",
    "name",
    "profile",
    "fact",
    "scene",
    "skip",
    "stop",
    "message",
    "notice",
    "quotation",
    "reply",
    "do",
    "because",
    "ending",
    "debrief",
]
"""What a text is; `scene` and `ending` are titles."""


class Spoken(NamedTuple):
    """One text that a person reads, where it stands in its file.

    `where` is the id of its scene or ending, "" before the scenes. `of` is whose text it is: the speaker of a message,
    the person, the fact or the choice; "" for a notice and where nobody is meant. `message` is the text that a
    quotation was taken from, "" for all others.
    """

    where: str
    kind: Kind
    text: str
    place: Place
    of: str = ""
    message: str = ""


Say = Callable[[Spoken], str]
"""What a text is in another language."""


def context(story: str, spoken: Spoken) -> str:
    """Under what the catalogue of the story called `story` (its file's name without the ending) has `spoken`.

    `STORY` before the scenes, then `STORY/SCENE` and `STORY/ENDING`. What a sign quotes is under
    `STORY/SCENE/quotation`: it must occur in its message, also where another bubble of the scene says the same alone.
    """
    there = f"{story}/{spoken.where}" if spoken.where else story
    return f"{there}/quotation" if spoken.kind == "quotation" else there


def texts(scenario: Scenario) -> tuple[Spoken, ...]:
    """Every text of `scenario` to be translated, in reading order, a text as often as it stands there.

    Captions of masked messages are not among them: they are the game's own.
    """
    found: list[Spoken] = []

    def note(spoken: Spoken) -> str:
        found.append(spoken)
        return spoken.text

    translated(scenario, note, scenario.language)
    return tuple(found)


def translated(scenario: Scenario, say: Say, language: str) -> Scenario:
    """`scenario` in `language` ("en"), in the words that `say` has for its texts; its country stays.

    Only texts change, and reviews are not taken over. A caption is the game's own of that language; `say` is asked for
    it only where there are none. A quotation is translated and then found anew in its message; where it is not in it,
    the sign stands for the whole message, as for a file that quotes nothing.
    """
    heard = _Hearing(say)
    return replace(
        scenario,
        title=heard.head("title", scenario.title, scenario.places.get("title", NOWHERE)),
        summary=heard.head("summary", scenario.summary, scenario.places.get("summary", NOWHERE)),
        locale=f"{language}-{scenario.country.upper()}",
        teacher=heard.teacher(scenario.teacher),
        cast=tuple(heard.person(person) for person in scenario.cast),
        facts=tuple(
            replace(fact, label=heard.head("fact", fact.label, fact.place, fact.id)) for fact in scenario.facts
        ),
        scenes=tuple(heard.scene(scene, language) for scene in scenario.scenes),
        endings=tuple(heard.ending(ending) for ending in scenario.endings),
        # Whoever read the story read it in its own language: nobody has vouched for these words.
        reviewed=(),
    )


class _Hearing:
    """Asks for every text of a part of the scenario, and gives the part in the words that it got."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def one(self, spoken: Spoken) -> str:
        # gettext keeps the header of a catalogue under the empty text.
        return self._say(spoken) if spoken.text else spoken.text

    def head(self, kind: Kind, text: str, place: Place, of: str = "") -> str:
        return self.one(Spoken("", kind, text, place, of))

    def teacher(self, teacher: Teacher) -> Teacher:
        def at(key: str) -> Place:
            return teacher.places.get(key, NOWHERE)

        return replace(
            teacher,
            goal=self.head("goal", teacher.goal, at("goal")),
            before=self.head("before", teacher.before, at("before")),
            ask=tuple(self.head("ask", text, at(f"ask/{number}")) for number, text in enumerate(teacher.ask)),
            lesson=tuple(
                self.head("lesson", text, at(f"lesson/{number}")) for number, text in enumerate(teacher.lesson)
            ),
        )

    def person(self, person: Person) -> Person:
        return replace(
            person,
            name=self.head("name", person.name, person.places.get("name", person.place), person.id),
            profile=self.head("profile", person.profile, person.places.get("profile", person.place), person.id),
        )

    def scene(self, scene: Scene, language: str) -> Scene:
        def of_scene(kind: Literal["skip", "stop"], text: str | None) -> str | None:
            place = scene.places.get(kind, scene.place)
            return None if text is None else self.one(Spoken(scene.id, kind, text, place))

        title = Spoken(scene.id, "scene", scene.title, scene.places.get("title", scene.place))
        return replace(
            scene,
            title=self.one(title),
            skip=of_scene("skip", scene.skip),
            stop=of_scene("stop", scene.stop),
            messages=tuple(
                _masked(message, language)
                if message.masked and language in CAPTIONS
                else self.message(scene.id, message)
                for message in scene.messages
            ),
            choices=tuple(self.choice(scene.id, choice) for choice in scene.choices),
        )

    def message(self, scene: str, message: Message) -> Message:
        kind: Kind = "notice" if message.speaker is None else "message"
        speaker = message.speaker or ""
        text = self.one(Spoken(scene, kind, message.text, message.place, speaker))
        shown = tuple(
            replace(
                one, quotation=self.one(Spoken(scene, "quotation", one.quotation, one.place, speaker, message.text))
            )
            if one.quotation
            else one
            for one in message.shown
        )
        return chat.located(replace(message, text=text, shown=shown))

    def choice(self, scene: str, choice: Choice) -> Choice:
        kind: Kind = "reply" if choice.says else "do"
        text, because = (choice.places.get(key, choice.place) for key in (kind, "because"))
        return replace(
            choice,
            text=self.one(Spoken(scene, kind, choice.text, text, choice.id)),
            because=self.one(Spoken(scene, "because", choice.because, because, choice.id)),
        )

    def ending(self, ending: Ending) -> Ending:
        title = ending.places.get("title", ending.place)
        return replace(
            ending,
            title=self.one(Spoken(ending.id, "ending", ending.title, title)),
            debrief=tuple(
                replace(said, text=self.one(Spoken(ending.id, "debrief", said.text, said.place)))
                for said in ending.debrief
            ),
        )


def _masked(message: Message, language: str) -> Message:
    """The caption of the same number in `language`; a text that is no caption stays, since `check` refuses it."""
    plain = message.text.replace("\u2019", "'")
    there = CAPTIONS[language]
    for here in CAPTIONS.values():
        if plain in here and plain not in there:
            # Part of a caption means all of it: in another language it has no such part.
            whole = tuple(replace(one, quotation=None) for one in message.shown)
            return chat.located(replace(message, text=there[here.index(plain)], shown=whole))
    return message
