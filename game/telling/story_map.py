"""The map of a story: its scenes and endings as boxes, what leads from one to another as roads.

A box bears the title of its scene or, where it has none, the name that the file gives it, written as words. Where boxes
stand on the paper is left to `game.paper`, the choices in full to `scene_tables`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from string import ascii_uppercase
from unicodedata import combining, normalize

from game.engine.debrief import fill
from game.engine.model import HERE, Choice, Scenario, Scene, Ways
from game.engine.order import on_screen
from game.engine.reference import Reference
from game.telling.language import _
from game.telling.sheet import Box, Road, StoryMap

_SEED = 0
"""The order of the choices that a class sees, unless it asks for another."""

_ELIDED = re.compile(r"\b([cdjlmnst]|qu)-(?=[aeiouyhàâéèêîôû])")
_WORD = re.compile(r"[^\W\d_]+")


def story_map(scenario: Scenario, reference: Reference) -> StoryMap:
    """The map of `scenario`, its boxes in the order of the file: scenes, then endings."""
    names = scene_names(scenario, reference)
    stops = [scene.id for scene in scenario.scenes if scene.stop]
    boxes = [
        Box(
            str(number),
            names[scene.id],
            "scene",
            scene.skip is not None,
            stops.index(scene.id) + 1 if scene.stop else 0,
        )
        for number, scene in enumerate(scenario.scenes, 1)
    ]
    numbers = numbered(scenario)
    boxes += [Box(numbers[ending.id], fill(ending.title, reference), "ending") for ending in scenario.endings]
    index = {part: at for at, part in enumerate(numbers)}
    return StoryMap(
        _("The map of the story"),
        _("The same is written in words under “{section}”.").format(section=_("Scene by scene")),
        tuple(boxes),
        tuple(road for scene in scenario.scenes for road in _roads(scene, index)),
    )


def numbered(scenario: Scenario) -> dict[str, str]:
    """What the guide calls each scene and ending by, by its id: “8” the eighth scene, “E2” the second ending."""
    found = {scene.id: str(number) for number, scene in enumerate(scenario.scenes, 1)}
    endings = {ending.id: _("E{number}").format(number=number) for number, ending in enumerate(scenario.endings, 1)}
    return found | endings


def lettered(scene: Scene) -> tuple[tuple[str, Choice], ...]:
    """The choices of `scene` in the order of the screen, with their letters, as where all of them are on offer."""
    return tuple(zip(ascii_uppercase, on_screen(scene, _SEED), strict=False))


def ways_of(scene: Scene, choice: Choice) -> Ways:
    """The ways on of `choice`: its own, or else its scene's."""
    return choice.ways or scene.ways


def scene_names(scenario: Scenario, reference: Reference) -> dict[str, str]:
    """The titles of the scenes, else their ids as words; accents, which an id lacks, as the story or a step writes the
    same word."""
    written = _accents(scenario, reference) if any(not scene.title for scene in scenario.scenes) else {}
    return {scene.id: scene.title or _named(scene.id, written) for scene in scenario.scenes}


def _named(name: str, written: dict[str, str]) -> str:
    words = _ELIDED.sub("\\1’", name).replace("-", " ")
    words = _WORD.sub(lambda word: written.get(word[0], word[0]), words)
    return words[:1].upper() + words[1:]


def _accents(scenario: Scenario, reference: Reference) -> dict[str, str]:
    """The words of the story by their letters without accents, each as it is most often written, in small letters."""
    seen: dict[str, Counter[str]] = {}
    for text in (*_texts(scenario), *_official(reference)):
        for word in _WORD.findall(text.lower()):
            seen.setdefault(_bare(word), Counter())[word] += 1
    return {bare: max(words, key=lambda word: (words[word], word)) for bare, words in seen.items() if len(bare) > 1}


def _texts(scenario: Scenario) -> Iterator[str]:
    teacher = scenario.teacher
    yield from (teacher.goal, teacher.before, *teacher.ask, *teacher.lesson)
    yield from (fact.label for fact in scenario.facts)
    for scene in scenario.scenes:
        yield from (message.text for message in scene.messages)
        for choice in scene.choices:
            yield from (choice.text, choice.because)
    for ending in scenario.endings:
        yield from (said.text for said in ending.debrief)


def _official(reference: Reference) -> Iterator[str]:
    for step in reference.steps:
        yield from (step.short, step.long, step.quotation)


def _bare(word: str) -> str:
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))


def _roads(scene: Scene, index: dict[str, int]) -> Iterator[Road]:
    """The roads from a scene, one for each place it leads to, in the order of its letters."""
    leads: dict[str, tuple[list[str], bool]] = {}

    def note(letter: str, ways: Ways) -> None:
        for way in ways:
            if way.to == HERE:
                continue
            letters, depends = leads.get(way.to, ([], True))
            leads[way.to] = ([*letters, letter] if letter else letters, depends and len(ways) > 1)

    there = [(letter, ways_of(scene, choice)) for letter, choice in lettered(scene)]
    for letter, ways in there:
        note(letter, ways)
    if all(not choice.when.free for choice in scene.choices):
        note("", scene.ways)
    leaving = {letter for letters, _depends in leads.values() for letter in letters}
    for to, (letters, depends) in leads.items():
        every = not _told_apart(leads) or set(letters) == leaving
        yield Road(index[scene.id], index[to], "" if every else _joined(letters), depends)


def _told_apart(leads: dict[str, tuple[list[str], bool]]) -> bool:
    """Whether letters say which way is taken: not where all choices lead to the same places."""
    return len({tuple(letters) for letters, _depends in leads.values()}) > 1


def _joined(letters: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(letters))
