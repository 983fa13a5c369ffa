"""The proof finds what walking every path with every fact finds, in hundreds of small stories drawn by chance."""

from __future__ import annotations

import random

import pytest

from game.engine.events import Chosen, EndingReached, SceneEntered
from game.engine.model import (
    ALWAYS,
    HERE,
    Choice,
    Condition,
    Ending,
    Fact,
    Message,
    Person,
    Place,
    Said,
    Scenario,
    Scene,
    Shown,
    Way,
)
from game.engine.proof.conditions import conditions_found
from game.engine.proof.dress import found_beside
from game.engine.proof.graph import in_turn
from game.engine.proof.prove import Proof, prove
from game.engine.score import score
from game.engine.transcript import play
from tests.engine.every_path import Walked, ends, every_path, figures, turn_of
from tests.small_reference import SMALL

FACTS = ("a", "b", "c", "d")
STEPS = ("helpline", "block", "trusted-adult", "screenshots")


class Drawn:
    """A story drawn by chance; each thing in it stands at a place of its own."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.line = 0
        chance = self.chance
        self.names = [f"s{number}" for number in range(chance.randint(1, 6))]
        self.ends = ["end", "last"][: chance.randint(1, 2)]
        self.loops = chance.random() < 0.35
        self.threats = chance.random() < 0.6
        self.here = chance.random() < 0.4

    def place(self) -> Place:
        self.line += 1
        return Place(self.line, 1)

    def when(self, often: float = 0.5) -> Condition:
        if self.chance.random() > often:
            return ALWAYS
        some = self.chance.sample(FACTS, self.chance.choice((1, 1, 1, 2, 3)))
        cut = self.chance.randint(0, len(some))
        return Condition(tuple(some[:cut]), tuple(some[cut:]))

    def ways(self, at: int, own: bool) -> tuple[Way, ...]:
        ahead = (self.names if self.loops else self.names[at + 1 :]) + self.ends
        if own and self.here:
            ahead = [*ahead, HERE, HERE]
        conditional = [
            Way(self.chance.choice(ahead), when, self.place())
            for _ in range(self.chance.choice((0, 0, 0, 1, 2)))
            if (when := self.when(1.0)) != ALWAYS
        ]
        return (*conditional, Way(self.chance.choice(ahead), ALWAYS, self.place()))

    def message(self) -> Message:
        sign = self.chance.choice(
            ("threat", "payment-demand") if self.threats and self.chance.random() < 0.4 else ("", "too-fast")
        )
        shown = (Shown(sign, None, 0, 2),) if sign else ()
        speaker = self.chance.choice((None, "me", "alex", "alex", "ines", "leo"))
        return Message(speaker, "Ah", shown, when=self.when(0.6), place=self.place())

    def choice(self, at: int, number: int) -> Choice:
        chance = self.chance
        return Choice(
            f"c{number}",
            "Oui",
            True,
            "Bon.",
            steps=tuple(chance.sample(STEPS, 1)) if chance.random() < 0.4 else (),
            against=("do-not-give-in",) if chance.random() < 0.15 else (),
            sets=tuple(chance.sample(FACTS, chance.choice((1, 1, 2)))) if chance.random() < 0.5 else (),
            when=self.when(0.4),
            ways=self.ways(at, True) if chance.random() < 0.5 else (),
            place=self.place(),
        )

    def scene(self, at: int, name: str) -> Scene:
        chance = self.chance
        return Scene(
            name,
            tuple(self.message() for _ in range(chance.randint(0, 4))),
            tuple(self.choice(at, number) for number in range(chance.choice((0, 1, 2, 2, 3, 4)))),
            self.ways(at, False) if chance.random() < 0.95 else (),
            skip="Bref." if chance.random() < 0.2 else None,
            verdict=chance.random() < 0.15,
            place=self.place(),
        )

    def scenario(self) -> Scenario:
        scenes = tuple(self.scene(at, name) for at, name in enumerate(self.names))
        endings = tuple(
            Ending(name, "Fin", tuple(Said("Voilà.", self.when(), self.place()) for _ in range(3)), place=self.place())
            for name in self.ends
        )
        return Scenario(
            title="Un dimanche",
            summary="Un week-end.",
            locale="fr-FR",
            cast=(
                Person("me", "Sacha", "me"),
                Person("alex", "Alex", "contact"),
                Person("ines", "Inès", "friend"),
                Person("leo", "Léo", "stranger"),
            ),
            scenes=scenes,
            endings=endings,
            facts=tuple(Fact(fact, fact) for fact in FACTS),
            trap=True,
        )


@pytest.mark.parametrize("part", range(12))
def test_the_proof_finds_what_every_path_shows(part: int) -> None:
    whole = 0
    for seed in range(part * 50, part * 50 + 50):
        scenario = Drawn(seed).scenario()
        walked = every_path(scenario, SMALL)
        proof = prove(scenario, SMALL)
        names = {one.name for one in proof.problems}
        if walked.stuck:
            assert names & {"no-way-on", "endless-loop"}, seed
            continue
        whole += 1
        assert ends(walked) == names.isdisjoint(("no-way-on", "endless-loop", "ending-out-of-reach")), seed
        reached_alike(proof, walked, seed)
        counted_alike(proof, walked, seed)
    assert whole > 20


def reached_alike(proof: Proof, walked: Walked, seed: int) -> None:
    certificate = proof.certificate
    assert {one.id for one in certificate.scenes if one.route is not None} == walked.scenes, seed
    assert {one.id for one in certificate.endings if one.route is not None} == walked.endings, seed
    taken = {(one.scene, one.id) for one in certificate.choices_taken if one.route is not None}
    assert taken == walked.choices, seed
    faults = {(name, proof.ready.names[part]) for name, part in proof.graph.faults}
    assert faults == walked.faults, seed
    scenario, made, graph = proof.scenario, proof.ready, proof.graph
    bits = {frozenset({True}): 1, frozenset({False}): 2, frozenset({True, False}): 3}
    wanted = {place: bits[frozenset(values)] for place, values in walked.conditions.items()}
    for turn in (in_turn(graph), None):
        beside = found_beside(scenario, made, graph, turn)
        met: dict[Place, int] = {}
        for one in conditions_found(scenario, made, graph, beside):
            if one.found:
                met[one.place] = one.found
        assert met == wanted, seed


def counted_alike(proof: Proof, walked: Walked, seed: int) -> None:
    certificate = proof.certificate
    turn = turn_of(walked)
    if turn is None:
        assert certificate.paths is None, seed
        assert certificate.loop, seed
        return
    paths, (choices, messages) = figures(walked, turn)
    assert certificate.paths == paths, seed
    for told, (least, mean, most) in ((certificate.choices, choices), (certificate.messages, messages)):
        assert told is not None
        assert (told.shortest, told.longest) == (least, most), seed
        assert told.expected == pytest.approx(float(mean)), seed


@pytest.mark.parametrize("part", range(4))
def test_every_route_of_a_certificate_arrives(part: int) -> None:
    for seed in range(part * 50, part * 50 + 50):
        scenario = Drawn(seed).scenario()
        if every_path(scenario, SMALL).stuck:
            continue
        certificate = prove(scenario, SMALL).certificate
        for one in certificate.scenes:
            if one.route is not None:
                assert SceneEntered(one.id) in play(scenario, one.route), seed
        for one in certificate.endings:
            if one.route is not None:
                assert play(scenario, one.route)[-1] == EndingReached(one.id), seed
        for one in certificate.choices_taken:
            if one.route is not None:
                chosen = [event for event in play(scenario, one.route) if isinstance(event, Chosen)]
                assert (chosen[-1].scene, chosen[-1].choice) == (one.scene, one.id), seed


@pytest.mark.parametrize("part", range(4))
def test_full_marks_are_possible_where_some_play_has_them(part: int) -> None:
    compared = 0
    for seed in range(part * 100, part * 100 + 100):
        scenario = Drawn(seed).scenario()
        walked = every_path(scenario, SMALL)
        turn = None if walked.stuck else turn_of(walked)
        if turn is None or figures(walked, turn)[0] > 300:
            continue
        compared += 1
        told = any(one.name == "full-marks-impossible" for one in prove(scenario, SMALL).problems)
        assert told != any(full_marks(scenario, route) for route in routes(walked)), seed
    assert compared > 20


def full_marks(scenario: Scenario, route: tuple[str, ...]) -> bool:
    moments = score(scenario, SMALL, play(scenario, route)).moments
    return all(moment.outcome == "followed" for moment in moments)


def routes(walked: Walked) -> list[tuple[str, ...]]:
    """Every play as its route."""
    assert walked.first is not None
    found: list[tuple[str, ...]] = []
    pending = [(walked.first[0], ())]
    while pending:
        key, route = pending.pop()
        if key[0] == "ended":
            found.append(route)
        for choice, there, _ in walked.ahead[key]:
            word = (choice,) if choice else ("+verdict:unsure:1",) if key[0] == "verdict" else ()
            pending.append((there, (*route, *word)))
    return found
