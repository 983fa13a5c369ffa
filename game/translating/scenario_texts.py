"""The Babel extractor for scenario files: `vigichat_scenario`, an entry point of `babel.extractors`.

Which texts a person reads, and under which context, is said by `engine.translate`; writing catalogues is left to
`catalogue_files`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePath
from typing import IO, Any, NamedTuple

from game.engine.model import ME, Scenario
from game.engine.problems import stops
from game.engine.read import read
from game.engine.translate import Spoken, context, texts

Extracted = tuple[int, str, tuple[str, str], list[str]]
"""What Babel wants of an extractor: a line, the function that looks the text up, its arguments, the comments."""

_EXPLAINED = {
    "goal": "To teachers: what the story is for.",
    "before": "To teachers: what to say before.",
    "ask": "A question to a class, after the story.",
    "lesson": "To teachers: one part of a lesson.",
    "fact": "What became true, as the debrief lists it.",
    "scene": "To teachers: what printed pages call the scene.",
    "skip": "A neutral summary, which may be read instead of the scene.",
    "stop": "A question to a class.",
    "notice": "A line between the bubbles.",
    "do": "What the player may do on the phone.",
    "because": "Said in the debrief to whoever chose the above.",
    "ending": "The title of an ending.",
    "debrief": "Said to the player in the debrief.",
}


class Told(NamedTuple):
    """A text with its context, and what a translator is told above it."""

    context: str
    spoken: Spoken
    comments: tuple[str, ...]


class Unreadable(ValueError):
    """A scenario file that has errors: its texts are not known for sure."""


def extract(
    fileobj: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extracted]:
    """The texts of the scenario file `fileobj`, as Babel asks for them.

    The story is called as its file is, or as the option `story` says. Every note of the author's directly above a text
    is given, whatever `comment_tags` are. Raises Unreadable.
    """
    story = str(options.get("story") or PurePath(getattr(fileobj, "name", "")).stem)
    for told in told_texts(story, fileobj.read()):
        yield told.spoken.place.line, "pgettext", (told.context, told.spoken.text), list(told.comments)


def told_texts(story: str, content: bytes) -> tuple[Told, ...]:
    """The texts of the file `content` of the story called `story`, in reading order, each as often as it stands there.

    Comments are, in this order: who speaks or what the text is; of a quotation, its message; then each line of the
    notes (`# …`) that the author wrote directly above it. Raises Unreadable for a file with errors.
    """
    reading = read(content)
    if reading.scenario is None or stops(reading.problems):
        raise Unreadable(f"{story}: the file has errors. Run vigichat check.")
    scenario = reading.scenario
    lines = content.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    found: list[Told] = []
    where = ""
    for spoken in texts(scenario):
        first = spoken.where != where
        where = spoken.where
        notes = [note for line in _heads(scenario, spoken, first) for note in _notes(lines, line)]
        comments = dict.fromkeys((*_explained(scenario, spoken), *notes))
        found.append(Told(context(story, spoken), spoken, tuple(comments)))
    return tuple(found)


def _explained(scenario: Scenario, spoken: Spoken) -> Iterator[str]:
    """What the context does not say by itself: who speaks, or how the text is used."""
    if spoken.kind == "quotation":
        message = spoken.message.replace("\n", " / ")
        yield f"Words of the message “{message}”: their translation must occur in its translation."
    elif spoken.kind == "message" and spoken.of in scenario.person:
        person = scenario.person[spoken.of]
        plays = "whom the player plays" if spoken.of == ME else person.role
        yield f"{person.name} ({', '.join(filter(None, (plays, person.profile)))})"
    elif spoken.kind == "reply" and ME in scenario.person:
        yield f"What the player may say as {scenario.person[ME].name}."
    elif spoken.kind == "profile" and spoken.of in scenario.person:
        yield f"The profile of {scenario.person[spoken.of].name}."
    elif spoken.kind in _EXPLAINED:
        yield _EXPLAINED[spoken.kind]


def _heads(scenario: Scenario, spoken: Spoken, first: bool) -> Iterator[int]:
    """The lines above which notes on `spoken` may stand: of the scene where it is the first text, of the choice, its
    own."""
    scene = scenario.scene.get(spoken.where)
    if first and spoken.where:
        yield (scene or scenario.ending[spoken.where]).place.line
    if scene is not None and spoken.kind in ("reply", "do"):
        yield scene.choice(spoken.of).place.line
    yield spoken.place.line


def _notes(lines: list[str], line: int) -> list[str]:
    """The comments directly above `line`, from 1, not further in than it. A blank line ends them."""
    here = lines[line - 1]
    width = len(here) - len(here.lstrip(" "))
    found: list[str] = []
    for above in reversed(lines[: line - 1]):
        inner = above.lstrip(" ")
        if not inner.startswith("#") or len(above) - len(inner) > width:
            break
        found.insert(0, inner.lstrip("#").strip())
    return [note for note in found if note]
