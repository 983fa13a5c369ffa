"""Many plays by chance, and what of a story they met: a quick look, which proves nothing.

Chance is a formula here: the same seed gives the same plays everywhere. What holds for every path is left to the
proof, and saying it in words to the faces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.engine.events import (
    ChoicesOffered,
    Chosen,
    EndingReached,
    Event,
    MessageArrived,
    SceneAnnounced,
    SceneEntered,
)
from game.engine.model import Place, Scenario
from game.engine.staging import Stage, stage

LONGEST = 5_000
"""Answers (choices, verdicts, hard scenes read) after which a play is left: a story may lead in circles for as long as
chance wants, and one with errors for ever."""

_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a story: what it is called, where it stands, and how many plays reached it if it is an ending; else 1
    if it was met at all, or 0."""

    name: str
    place: Place
    met: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The shortest, the middle and the longest of many lengths."""

    least: int
    middle: int
    most: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What `plays` plays met of a story, part by part in the order of its file, and how long they were.

    A message is called by its scene and its number from 1, a choice by its scene and its id. `steps` are those that
    were taken. `left` plays were left without an ending.
    """

    plays: int
    seed: int
    scenes: tuple[Part, ...]
    messages: tuple[Part, ...]
    choices: tuple[Part, ...]
    endings: tuple[Part, ...]
    signs: tuple[Part, ...]
    steps: tuple[Part, ...]
    messages_each: Spread
    choices_each: Spread
    left: int


def play_by_chance(scenario: Scenario, plays: int, seed: int = 0, longest: int = LONGEST) -> Coverage:
    """Play `scenario`, which has no error, `plays` times (1 or more), each choice drawn with `seed` (0 or more).

    A play of `longest` answers is left. Hard scenes are read, not their summaries. Raises `StoryStuck` where
    a story with errors leads nowhere.
    """
    walks = _Walks(scenario, seed)
    lengths = [walks.walk(longest) for _ in range(plays)]
    scenes, messages, choices, endings, signs, steps = walks.parts()
    return Coverage(
        plays=plays,
        seed=seed,
        scenes=scenes,
        messages=messages,
        choices=choices,
        endings=endings,
        signs=signs,
        steps=steps,
        messages_each=_spread(arrived for arrived, _ in lengths),
        choices_each=_spread(taken for _, taken in lengths),
        left=plays - sum(walks.reached.values()),
    )


class _Brought:
    """Events that a stage gave: how many messages are among them, and the last scene that was entered, "" for none."""

    def __init__(self, events: tuple[Event, ...]) -> None:
        self.events = events
        self.messages = sum(isinstance(event, MessageArrived) for event in events)
        self.scene = next((event.scene for event in reversed(events) if isinstance(event, SceneEntered)), "")


class _Walks:
    """Walks through one story, and what they met."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self._scenario = scenario
        self._stage: Stage = stage(scenario, 0)  # the order on the screen is nothing to chance
        self._drawn = seed
        # By identity, with what they are kept alive: a stage brings the same values again and again, and to compare
        # them would take longer than to play.
        self._brought: dict[int, _Brought] = {}
        self._chosen: dict[int, Chosen] = {}
        self._events: set[Event] = set()
        self.reached: dict[str, int] = dict.fromkeys(scenario.ending, 0)
        for _ in range(3):
            self._draw(1)  # the first numbers of neighbouring seeds are neighbours

    def walk(self, longest: int) -> tuple[int, int]:
        """Play once; how many messages arrived, and how many choices were taken."""
        stage, brought, chosen = self._stage, self._brought, self._chosen
        scene, facts, taken = "", frozenset[str](), tuple[str, ...]()
        messages = choices = 0
        events = stage.enter(self._scenario.scenes[0].id, facts)
        for _ in range(longest):
            known = brought.get(id(events))
            if known is None:
                known = brought[id(events)] = _Brought(events)
            messages += known.messages
            if known.scene:
                scene, taken = known.scene, ()
            last = events[-1]
            if type(last) is ChoicesOffered:
                name = last.choices[self._draw(len(last.choices))]
                event, events = stage.answer(scene, name, facts, taken)
                if event.sets:
                    facts = facts.union(event.sets)
                taken = (*taken, name)
                chosen[id(event)] = event
                choices += 1
            elif type(last) is EndingReached:
                self.reached[last.ending] += 1
                return messages, choices
            elif type(last) is SceneAnnounced:
                events = stage.onward(scene, stage.scene(scene).read(facts), facts)
            else:
                events = stage.onward(scene, stage.scene(scene).offer(facts), facts)
            if len(brought) == _KEPT:
                self._sort()
        return messages, choices

    def parts(self) -> tuple[tuple[Part, ...], ...]:
        """Scenes, messages, choices, endings, signs and steps, as `Coverage` has them."""
        self._sort()
        scenes = {event.scene for event in self._events if isinstance(event, SceneEntered)}
        messages = {(event.scene, event.number) for event in self._events if isinstance(event, MessageArrived)}
        choices = {(event.scene, event.choice) for event in self._chosen.values()}
        story = self._scenario
        signs = (
            (shown.sign, message.place, (scene.id, number) in messages)
            for scene in story.scenes
            for number, message in enumerate(scene.messages)
            for shown in message.shown
        )
        steps = (
            (step, choice.place, (scene.id, choice.id) in choices)
            for scene in story.scenes
            for choice in scene.choices
            for step in choice.steps
        )
        return (
            tuple(Part(scene.id, scene.place, int(scene.id in scenes)) for scene in story.scenes),
            tuple(
                Part(f"{scene.id}/{number + 1}", message.place, int((scene.id, number) in messages))
                for scene in story.scenes
                for number, message in enumerate(scene.messages)
            ),
            tuple(
                Part(f"{scene.id}/{choice.id}", choice.place, int((scene.id, choice.id) in choices))
                for scene in story.scenes
                for choice in scene.choices
            ),
            tuple(Part(ending.id, ending.place, self.reached[ending.id]) for ending in story.endings),
            tuple(_once(signs)),
            tuple(_once(steps)),
        )

    def _sort(self) -> None:
        for brought in self._brought.values():
            self._events.update(brought.events)
        self._brought.clear()

    def _draw(self, among: int) -> int:
        """A number from 0 to `among` - 1. Linear congruence with the numbers of D. E. Knuth's MMIX; its low bits hardly
        change, so the high ones are taken."""
        self._drawn = (self._drawn * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self._drawn >> 33) % among


def _once(parts: Iterable[tuple[str, Place, bool]]) -> Iterator[Part]:
    """Each name once, where it stands first; met when it was met anywhere."""
    places: dict[str, Place] = {}
    met: dict[str, bool] = {}
    for name, place, here in parts:
        places.setdefault(name, place)
        met[name] = met.get(name, False) or here
    for name, place in places.items():
        yield Part(name, place, int(met[name]))


def _spread(lengths: Iterable[int]) -> Spread:
    """Of an even number of lengths, the lower of the two in the middle."""
    ordered = sorted(lengths)
    return Spread(ordered[0], ordered[(len(ordered) - 1) // 2], ordered[-1])
