"""What a proof found, as a frozen value: how much was walked, how to come to everything, how long a play is.

Finding the situations is `graph`'s, what is wrong with them `prove`'s; a certificate is put into words by the
faces.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import ALWAYS, Scenario
from game.engine.proof.dress import found_beside
from game.engine.proof.graph import Graph, in_turn, rings, walk
from game.engine.proof.lengths import Length, length, paths
from game.engine.proof.routes import route
from game.engine.proof.scenes import Ready, ready
from game.engine.reference import Reference

Route = tuple[str, ...]
"""The words of a shortest route, as `transcript.play` takes them."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A scene or an ending, or a choice of `scene`, and how to come to it or take it; None when no way was found."""

    id: str
    route: Route | None
    scene: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was walked. Unless `complete`, there is more, and what was not found may still be there.

    `paths` is how many plays differ in their choices; None when scenes can come again for ever, and then `loop` names
    them (or when not all was walked). `choices` and `messages` are lengths of a play, None where they are not known.
    `signs` and `steps` can be met, in the order of the file; `missed_signs` and `missed_steps` are named in the story
    and were not.
    """

    complete: bool
    states: int
    paths: int | None
    loop: tuple[str, ...]
    choices: Length | None
    messages: Length | None
    scenes: tuple[Reached, ...]
    choices_taken: tuple[Reached, ...]
    endings: tuple[Reached, ...]
    signs: tuple[str, ...]
    missed_signs: tuple[str, ...]
    steps: tuple[str, ...]
    missed_steps: tuple[str, ...]


def certify(scenario: Scenario, reference: Reference, made: Ready, graph: Graph, most: int) -> Certificate:
    """The certificate of what was walked. To know the messages of a play, situations that differ only in what is
    shown are walked too, `most` at the utmost."""
    turn = in_turn(graph)
    whole = graph.complete
    first_in, first_of = _first(graph)
    parts = [
        Reached(name, route(scenario, made, graph, first_in[at]) if at in first_in else None)
        for at, name in enumerate(made.names)
    ]
    taken = [
        Reached(
            choice.id,
            route(scenario, made, graph, first_of[at, number], number) if (at, number) in first_of else None,
            scene.id,
        )
        for at, scene in enumerate(scenario.scenes)
        for number, choice in enumerate(scene.choices)
    ]
    signs, steps = _signs(scenario, made, graph), _steps(scenario, first_of)
    return Certificate(
        complete=whole,
        states=len(graph.part),
        paths=paths(graph, made.scenes, turn) if whole else None,
        loop=_loop(made, graph) if turn is None else (),
        choices=length(graph, made.scenes, turn, [0] * len(graph.part), 1) if whole else None,
        messages=_messages(scenario, reference, most) if whole else None,
        scenes=tuple(parts[: made.scenes]),
        choices_taken=tuple(taken),
        endings=tuple(parts[made.scenes :]),
        signs=tuple(sign for sign, met in signs.items() if met),
        missed_signs=tuple(sign for sign, met in signs.items() if not met),
        steps=tuple(step for step, met in steps.items() if met),
        missed_steps=tuple(step for step, met in steps.items() if not met),
    )


def _first(graph: Graph) -> tuple[dict[int, int], dict[tuple[int, int], int]]:
    """The nearest situation of each part, and that in which each choice can be taken."""
    parts: dict[int, int] = {}
    choices: dict[tuple[int, int], int] = {}
    for node in sorted(range(len(graph.part)), key=graph.choices.__getitem__):
        part = graph.part[node]
        parts.setdefault(part, node)
        for choice in graph.picked[node]:
            choices.setdefault((part, choice), node)
    return parts, choices


def _loop(made: Ready, graph: Graph) -> tuple[str, ...]:
    """The scenes of the loop that is met first."""
    first = min(rings(graph), key=min)
    return tuple(made.names[part] for part in sorted({graph.part[node] for node in first}))


def _messages(scenario: Scenario, reference: Reference, most: int) -> Length | None:
    made = ready(scenario, reference, messages_steer=True)
    graph = walk(made, most)
    return length(graph, made.scenes, in_turn(graph), graph.shown, 0) if graph.complete else None


def _signs(scenario: Scenario, made: Ready, graph: Graph) -> dict[str, bool]:
    reached = set(graph.part)
    beside = found_beside(scenario, made, graph, in_turn(graph))
    found = {(one.part, one.number): value for one, value in zip(made.beside, beside, strict=True)} | graph.direct
    signs: dict[str, bool] = {}
    for part, scene in enumerate(scenario.scenes):
        for number, message in enumerate(scene.messages):
            shows = part in reached if message.when == ALWAYS else bool(found.get((part, number), 0) & 1)
            for one in message.shown:
                signs[one.sign] = signs.get(one.sign, False) or shows
    return signs


def _steps(scenario: Scenario, taken: dict[tuple[int, int], int]) -> dict[str, bool]:
    steps: dict[str, bool] = {}
    for part, scene in enumerate(scenario.scenes):
        for number, choice in enumerate(scene.choices):
            for step in choice.steps:
                steps[step] = steps.get(step, False) or (part, number) in taken
    return steps
