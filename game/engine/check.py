"""Judging a scenario that was read: names, ways on, and what protects the player.

What holds for every path of a story is left to the proof; here are the faults that can be seen without walking it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from game.engine.keys import NAME
from game.engine.model import (
    CAPTIONS,
    HERE,
    ME,
    Choice,
    Condition,
    Place,
    Scenario,
    Scene,
    Ways,
)
from game.engine.placeholders import unknown_placeholders
from game.engine.problems import Guesses, Problem, cleaned, in_order, problem, some, stops
from game.engine.reference import Reference
from game.engine.review import standing

THREAT = 6
"""The stage of a sign from which on the player is under threat (DESIGN: the course of a blackmail, 1 to 10)."""

MOST_CHOICES = 4
"""Choices are lettered A to D."""

_MOST_FACTS = 10


_BLUR_WAYS = frozenset(
    (
        *("bad-name", "duplicate-key", "duplicate-name", "expected-keys", "expected-list", "expected-text"),
        *("here-without-choices", "missing-key", "no-ending", "no-scene", "not-yaml", "unknown-key", "unknown-target"),
    )
)
"""Faults after which it is not known where the story leads; what follows from them would be told twice."""

_FACTS_LOST = {("key", "facts"), ("near", "facts")}
"""What a problem carries when the table of facts could not be read: as a list, or under a misspelt key."""


def check(scenario: Scenario, reference: Reference, told: tuple[Problem, ...] = ()) -> tuple[Problem, ...]:
    """The problems of `scenario`, from the top of its file to the end, judged with the country's `reference`.

    `told` are the problems that reading met: what only follows from one of them is not told again.
    """
    names = {one.name for one in told}
    guesses = Guesses()
    # What stands under the second of two keys is not read: another name may be missing because of it.
    twice = {value for one in told if one.name == "duplicate-key" for key, value in one.values if key == "key"}
    facts_known = not any(_FACTS_LOST & set(one.values) for one in told)
    found = [
        *_cast(scenario),
        *_speakers(scenario, guesses, known=twice.isdisjoint(scenario.person)),
        *_messages(scenario, reference, guesses),
        *_names(scenario, reference, guesses, facts_known and twice.isdisjoint(one.id for one in scenario.facts)),
        *unknown_placeholders(scenario, guesses),
        *_asked(scenario, reference),
    ]
    if scenario.scenes and scenario.endings:
        found += _targets(scenario, guesses, known=twice.isdisjoint((*scenario.scene, *scenario.ending)))
    if scenario.reviewed and not stops(told):
        found += _reviews(scenario)
    if _BLUR_WAYS.isdisjoint(names.union(one.name for one in found)):
        found += [*_dead_ends(scenario), *_circles(scenario), *_unreachable(scenario)]
    return in_order(found)


def _cast(scenario: Scenario) -> Iterator[Problem]:
    if scenario.cast and ME not in scenario.person:
        yield problem("no-me", scenario.cast[0].place)


def _speakers(scenario: Scenario, guesses: Guesses, known: bool) -> Iterator[Problem]:
    """Who writes and is not in the cast, each told once: where they write first, with the lines of all they write."""
    if not scenario.cast or not known:
        return
    strangers: dict[str, list[Place]] = {}
    for scene in scenario.scenes:
        for message in scene.messages:
            if message.speaker is not None and message.speaker != ME and message.speaker not in scenario.person:
                strangers.setdefault(message.speaker, []).append(message.place)
    for speaker, places in strangers.items():
        lines = some(str(place.line) for place in places)
        yield guesses.unknown("speaker", speaker, tuple(scenario.person), places[0], lines=lines)


def _messages(scenario: Scenario, reference: Reference, guesses: Guesses) -> Iterator[Problem]:
    captions = CAPTIONS.get(scenario.language, tuple(text for texts in CAPTIONS.values() for text in texts))
    signs = {sign.id: sign.short for sign in reference.signs}
    for scene in scenario.scenes:
        for message in scene.messages:
            if message.masked and message.text.replace("\u2019", "'") not in captions:
                close = guesses.near(message.text, captions)
                yield problem("masked-caption", message.place, known=some(captions), near=close)
            for shown in message.shown:
                if shown.sign not in reference.sign:
                    yield guesses.unlisted("sign", shown.sign, signs, shown.place)


def _names(scenario: Scenario, reference: Reference, guesses: Guesses, facts_known: bool) -> Iterator[Problem]:
    facts = dict.fromkeys(fact.id for fact in scenario.facts)
    steps = {step.id: step.short for step in reference.steps}
    topics = reference.topics

    def unknown_fact(name: str, place: Place) -> Problem:
        one = guesses.unknown("fact", name, facts, place)
        if re.fullmatch(NAME, name) or "near" in dict(one.values):
            return one
        # “Add it under facts” would only lead to the next problem.
        return problem("bad-name", place, name=name, joiner="_", example=cleaned(name, "_") or "first_night")

    def condition(when: Condition, place: Place, places: dict[str, Place]) -> Iterator[Problem]:
        for key, names in (("if", when.needs), ("unless", when.bars)):
            for number, name in enumerate(names):
                if name not in facts and facts_known:
                    yield unknown_fact(name, places.get(f"{key}/{number}", place))

    for scene in scenario.scenes:
        for message in scene.messages:
            if not message.when.free:
                yield from condition(message.when, message.place, {})
        for way in (*scene.ways, *(way for choice in scene.choices for way in choice.ways)):
            if not way.when.free:
                yield from condition(way.when, way.place, {})
        for choice in scene.choices:
            if not choice.when.free:
                yield from condition(choice.when, choice.place, choice.places)
            for key, names in (("steps", choice.steps), ("against", choice.against)):
                for number, name in enumerate(names):
                    if name not in reference.step:
                        place = choice.places.get(f"{key}/{number}", choice.place)
                        yield guesses.unlisted("step", name, steps, place)
            for number, name in enumerate(choice.sets):
                if name not in facts and facts_known:
                    place = choice.places.get(f"sets/{number}", choice.place)
                    yield unknown_fact(name, place)
    for ending in scenario.endings:
        for said in ending.debrief:
            yield from condition(said.when, said.place, {})
        for number, name in enumerate(ending.law):
            if name not in topics:
                place = ending.places.get(f"law/{number}", ending.place)
                yield guesses.unlisted("topic", name, topics, place)


def _targets(scenario: Scenario, guesses: Guesses, known: bool) -> Iterator[Problem]:
    names = dict.fromkeys((*scenario.scene, *scenario.ending))
    for scene in scenario.scenes:
        for ways, own in ((scene.ways, False), *((choice.ways, True) for choice in scene.choices)):
            for number, way in enumerate(ways):
                last = number == len(ways) - 1
                free = way.when.free
                if way.to == HERE and not own:
                    yield problem("here-without-choices", way.place)
                elif known and way.to != HERE and way.to not in names:
                    yield guesses.unknown("target", way.to, names, way.place)
                if last and not free:
                    yield problem("last-way-conditional", way.place)
                if free and not last:
                    yield problem("way-never-taken", ways[number + 1].place)
                    break


def _tried(ways: Ways) -> Ways:
    """Those that can be taken: up to the first that holds in every case."""
    for number, way in enumerate(ways, 1):
        if way.when.free:
            return ways[:number]
    return ways


def _leads_on(choice: Choice) -> bool:
    return all(way.to != HERE for way in _tried(choice.ways))


def _may_be_without(choices: tuple[Choice, ...]) -> bool:
    """Whether some set of facts leaves none of `choices` available (assumed when too many facts are involved)."""
    if any(choice.when.free for choice in choices):
        return False
    facts = sorted({fact for choice in choices for fact in (*choice.when.needs, *choice.when.bars)})
    if len(facts) > _MOST_FACTS:
        return True
    for truth in product((False, True), repeat=len(facts)):
        now = frozenset(fact for fact, true in zip(facts, truth, strict=True) if true)
        if not any(choice.when.holds(now) for choice in choices):
            return True
    return False


def _dead_ends(scenario: Scenario) -> Iterator[Problem]:
    for scene in scenario.scenes:
        if scene.ways:
            continue
        needs_default = any(not choice.ways for choice in scene.choices)
        if needs_default or _may_be_without(tuple(one for one in scene.choices if _leads_on(one))):
            yield problem("no-way-on", scene.place, scene=scene.id)


def _circles(scenario: Scenario) -> Iterator[Problem]:
    """Rings of scenes that can be passed through without a choice.

    A hard scene and a verdict stop and ask, but no answer to them leads elsewhere. Depth first, each scene once.
    """
    passes = {scene.id: _tried(scene.ways) for scene in scenario.scenes if _may_be_without(scene.choices)}
    done: set[str] = set()
    told: set[str] = set()
    for start in passes:
        path = {} if start in done else {start: iter(passes[start])}
        while path:
            here = next(reversed(path))
            way = next(path[here], None)
            if way is None:
                done.add(here)
                del path[here]
            elif way.to in path:
                ring = list(path)[list(path).index(way.to) :]
                if told.isdisjoint(ring):
                    told.update(ring)
                    yield problem("endless-loop", scenario.scene[way.to].place, scenes=some(ring))
            elif way.to in passes and way.to not in done:
                path[way.to] = iter(passes[way.to])


def _unreachable(scenario: Scenario) -> Iterator[Problem]:
    if not scenario.scenes:
        return
    reached = {scenario.scenes[0].id}
    ahead = [scenario.scenes[0]]
    while ahead:
        scene = ahead.pop()
        lists: tuple[Ways, ...] = (scene.ways, *(choice.ways for choice in scene.choices))
        for way in (way for ways in lists for way in _tried(ways)):
            if way.to not in reached:
                reached.add(way.to)
                if way.to in scenario.scene:
                    ahead.append(scenario.scene[way.to])
    parts = [(one.id, one.place) for one in scenario.scenes] + [(one.id, one.place) for one in scenario.endings]
    for name, place in parts:
        if name not in reached:
            yield problem("not-reachable", place, name=name)


def _asked(scenario: Scenario, reference: Reference) -> Iterator[Problem]:
    for scene in scenario.scenes:
        if scene.verdict and scenario.trap is None:
            yield problem("verdict-without-trap", scene.place)
        if sum(choice.when.free for choice in scene.choices) > MOST_CHOICES:
            yield problem("too-many-choices", scene.choices[MOST_CHOICES].place)
        sign = _hard_sign(scene, reference)
        if sign and scene.skip is None:
            yield problem("hard-scene-without-summary", scene.place, scene=scene.id, sign=sign)


def _reviews(scenario: Scenario) -> Iterator[Problem]:
    held = standing(scenario)
    for review in scenario.reviewed:
        if review not in held:
            yield problem("review-out-of-date", review.place, by=review.by)


def _hard_sign(scene: Scene, reference: Reference) -> str:
    for message in scene.messages:
        for shown in message.shown:
            sign = reference.sign.get(shown.sign)
            if sign is not None and sign.stage >= THREAT:
                return sign.id
    return ""
