"""What a scenario says to people, as a flat list: each text with its part in the story and its place.

What a text means is left to the lints, which ask for some parts of the story and not for others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from game.engine.model import ME, Choice, Ending, Place, Scenario, Scene

Part = Literal[
    "title",
    "contact profile",
    "profile",
    "contact",
    "ally",
    "me",
    "notice",
    "choice",
    "because",
    "skip",
    "stop",
    "debrief",
    "teacher",
    "fact",
]
"""`contact` and `ally` are bubbles: of a contact, and of anybody else but the player; `debrief` is all that an ending
says; `contact profile` is also that of a stranger, whom a player does not know either."""

TO_PLAYER: tuple[Part, ...] = (
    *("title", "contact profile", "profile", "contact", "ally", "me", "notice", "choice"),
    *("because", "skip", "stop", "debrief"),
)
"""All that a player may read."""


class Text(NamedTuple):
    """One text; `signs` are the warning signs that it shows, if it is a message."""

    part: Part
    text: str
    place: Place
    signs: tuple[str, ...] = ()


def texts(scenario: Scenario) -> Iterator[Text]:
    """All texts of `scenario` but masked captions, which come from a closed list."""
    places = scenario.places
    top = places.get("title", scenario.locale_place)
    for key, said in (("title", scenario.title), ("summary", scenario.summary)):
        yield Text("title", said, places.get(key, top))
    teacher = scenario.teacher
    for said in (teacher.goal, teacher.before, *teacher.ask, *teacher.lesson):
        yield Text("teacher", said, places.get("teacher", top))
    for person in scenario.cast:
        part: Part = "contact profile" if person.role in ("contact", "stranger") else "profile"
        yield Text(part, person.profile, person.places.get("profile", person.place))
    for fact in scenario.facts:
        yield Text("fact", fact.label, fact.place)
    contacts = {person.id for person in scenario.cast if person.role == "contact"}
    for scene in scenario.scenes:
        yield from _of_scene(scene, contacts)
    for ending in scenario.endings:
        yield from _of_ending(ending)


def _of_scene(scene: Scene, contacts: set[str]) -> Iterator[Text]:
    if scene.skip:
        yield Text("skip", scene.skip, scene.places.get("skip", scene.place))
    if scene.stop:
        yield Text("stop", scene.stop, scene.places.get("stop", scene.place))
    for message in scene.messages:
        if not message.masked:
            shown = tuple(one.sign for one in message.shown)
            yield Text(_part_of(message.speaker, contacts), message.text, message.place, shown)
    for choice in scene.choices:
        yield Text("choice", choice.text, text_place(choice))
        yield Text("because", choice.because, choice.places.get("because", choice.place))


def text_place(choice: Choice) -> Place:
    """Where the words of a choice stand."""
    return choice.places.get("reply" if choice.says else "do", choice.place)


def _of_ending(ending: Ending) -> Iterator[Text]:
    yield Text("debrief", ending.title, ending.places.get("title", ending.place))
    for said in ending.debrief:
        yield Text("debrief", said.text, said.place)


def _part_of(speaker: str | None, contacts: set[str]) -> Part:
    if speaker is None:
        return "notice"
    if speaker in contacts:
        return "contact"
    return "me" if speaker == ME else "ally"
