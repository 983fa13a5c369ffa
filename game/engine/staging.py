"""What each scene of a story brings about, worked out once and shared by every play of it.

Events are values, and a scene brings the same ones whenever the facts that it reads are the same. Which command is
possible when, and where a play stands, is left to `session`. Rules: docs/play-rules.md, section 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from game.engine.events import (
    ChoicesOffered,
    Chosen,
    EndingReached,
    Event,
    MessageArrived,
    SceneAnnounced,
    SceneEntered,
    VerdictAsked,
)
from game.engine.model import ALWAYS, HERE, Message, Scenario, Scene, Ways
from game.engine.order import on_screen

_MOST_SEEDS = 8
_MOST_CASES = 64
"""How many seeds of a scenario, and how many cases of a scene, are kept. An author may let a scene read sixteen facts:
what was worked out is then forgotten from time to time, rather than kept for every combination of them."""


class StoryStuck(ValueError):
    """The scenario has an error that `check` tells of: it leads nowhere from here."""


class Brought(NamedTuple):
    """What a scene brings until the player is asked, or until it leads on to `then` ("" when the player is asked)."""

    events: tuple[Event, ...]
    then: str = ""


class Taken(NamedTuple):
    """What taking a choice brings: its event, and its ways or its scene's. `to` is where these lead whatever the facts
    are, "" where it depends on them."""

    event: Chosen
    ways: Ways
    to: str


class Staged:
    """A scene as it is played with one seed. All that it answers follows from the scene, the seed and the facts."""

    __slots__ = ("_arrivals", "_choices", "_entered", "_reads", "scene", "taken")

    def __init__(self, scene: Scene, seed: int) -> None:
        self.scene = scene
        self._choices = tuple((one.id, one.when) for one in on_screen(scene, seed))
        self._arrivals = tuple(
            (MessageArrived(scene.id, number, waits(message)), message.when)
            for number, message in enumerate(scene.messages)
        )
        self.taken = {
            one.id: Taken(Chosen(scene.id, one.id, one.sets), ways, _always(ways))
            for one in reversed(scene.choices)
            for ways in (one.ways or scene.ways,)
        }
        conditions = [when for _, when in (*self._choices, *self._arrivals)] + [way.when for way in scene.ways]
        self._reads = frozenset(fact for when in conditions for fact in (*when.needs, *when.bars))
        self._entered: dict[frozenset[str], Brought] = {}

    def entered(self, facts: frozenset[str]) -> Brought:
        """From entering the scene: its announcement if it is a hard one, else all that reading it brings."""
        case = facts & self._reads
        brought = self._entered.get(case)
        if brought is None:
            entered = SceneEntered(self.scene.id)
            if self.scene.skip is None:
                read = self.read(case)
                brought = Brought((entered, *read.events), read.then)
            else:
                brought = Brought((entered, SceneAnnounced(self.scene.id)))
            _keep(self._entered, case, brought)
        return brought

    def read(self, facts: frozenset[str]) -> Brought:
        """The messages, then the verdict if one is asked, else what is offered."""
        arrived = tuple(event for event, when in self._arrivals if when.holds(facts))
        if self.scene.verdict:
            return Brought((*arrived, VerdictAsked(self.scene.id)))
        offer = self.offer(facts)
        return Brought((*arrived, *offer.events), offer.then)

    def offer(self, facts: frozenset[str]) -> Brought:
        """The choices that can be taken, or the scene's own way on where there are none."""
        choices = self.offered(facts)
        if choices:
            return Brought((ChoicesOffered(self.scene.id, choices, False),))
        return Brought((), target(self.scene, self.scene.ways, facts))

    def offered(self, facts: frozenset[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
        """The ids of the choices that can be taken and were not, in the order of the screen."""
        gone = set(taken)
        return tuple(name for name, when in self._choices if name not in gone and when.holds(facts))


class Stage:
    """A whole story as it is played with one seed; a scene is worked out when a play first comes to it."""

    __slots__ = ("_endings", "_scenes", "_seed", "_staged")

    def __init__(self, scenario: Scenario, seed: int) -> None:
        # Not the scenario itself, which holds its stages: such a circle would keep it when nobody needs it any more.
        self._scenes = scenario.scene
        self._endings = scenario.ending
        self._seed = seed
        self._staged: dict[str, Staged] = {}

    def scene(self, name: str) -> Staged:
        """The scene of this id. Raises `StoryStuck` where there is none."""
        staged = self._staged.get(name)
        if staged is None:
            if name not in self._scenes:
                raise StoryStuck(name)
            staged = self._staged[name] = Staged(self._scenes[name], self._seed)
        return staged

    def enter(self, name: str, facts: frozenset[str]) -> tuple[Event, ...]:
        """Everything from entering a scene or an ending to the next time the player is asked, or to the end.

        Raises `StoryStuck` where a story with errors leads nowhere.
        """
        staged = self._staged.get(name)
        if staged is not None:
            # Nearly always: a scene that was played before, and that asks something.
            brought = staged.entered(facts)
            if not brought.then:
                return brought.events
        return self._through((), name, facts, set())

    def answer(
        self, scene: str, choice: str, facts: frozenset[str], taken: tuple[str, ...]
    ) -> tuple[Chosen, tuple[Event, ...]]:
        """What taking `choice` brings, and all that follows. `taken` are the choices of this visit before it."""
        here = self.scene(scene)
        chosen, ways, to = here.taken[choice]
        if chosen.sets:
            facts = facts.union(chosen.sets)
        to = to or target(here.scene, ways, facts)
        if to == HERE:
            again = here.offered(facts, (*taken, choice))
            if again:
                return chosen, (ChoicesOffered(scene, again, True),)
            to = target(here.scene, here.scene.ways, facts)
        return chosen, self.enter(to, facts)

    def onward(self, scene: str, brought: Brought, facts: frozenset[str]) -> tuple[Event, ...]:
        """What `scene` brought, and everything after it to the next time the player is asked."""
        if not brought.then:
            return brought.events
        return self._through(brought.events, brought.then, facts, {scene})

    def _through(
        self, events: tuple[Event, ...], name: str, facts: frozenset[str], passed: set[str]
    ) -> tuple[Event, ...]:
        """`events`, and those of all scenes from `name` on. `passed` are the scenes since the player was asked."""
        while name:
            if name in self._endings:
                return (*events, EndingReached(name))
            if name in passed:
                # No fact can change before the player is asked again, so a scene met twice would come for ever.
                raise StoryStuck(name)
            passed.add(name)
            more, name = self.scene(name).entered(facts)
            events += more
        return events


def stage(scenario: Scenario, seed: int) -> Stage:
    """The stage of `scenario` for `seed`, the same one for all plays."""
    found: Stage | None = scenario.stages.get(seed)
    if found is None:
        found = Stage(scenario, seed)
        _keep(scenario.stages, seed, found, _MOST_SEEDS)
    return found


def target(scene: Scene, ways: Ways, facts: frozenset[str]) -> str:
    """Where the first of `ways` that holds leads. Raises `StoryStuck` where none does."""
    for way in ways:
        if way.when.holds(facts):
            return way.to
    raise StoryStuck(scene.id)


def waits(message: Message) -> int:
    """Seconds to wait before `message` shows: the author's, else 1 more for every 30 code points, at most 6."""
    return message.after if message.after is not None else min(1 + len(message.text) // 30, 6)


def _always(ways: Ways) -> str:
    return ways[0].to if ways and ways[0].when == ALWAYS else ""


def _keep(kept: dict[Any, Any], key: Any, value: Any, most: int = _MOST_CASES) -> None:
    if len(kept) == most:
        kept.clear()
    kept[key] = value
