"""A thousand broken scenarios, and stories at the limits: problems or an honest ceiling, within stated bounds.

Work is counted in calls of Python functions, which are the same on every machine; time and memory are measured in
tests/benchmarks.
"""

from __future__ import annotations

import sys
from random import Random
from types import FrameType

import pytest

from game.engine.check import check
from game.engine.events import Choose, GiveVerdict, GoOn, Start
from game.engine.kinds import KINDS
from game.engine.problems import Problem, in_order, stops
from game.engine.proof.prove import EXACT, prove
from game.engine.read import read
from game.engine.session import NEW, decide, fold
from game.engine.source import LARGEST
from tests.engine.making import file_text
from tests.small_reference import SMALL

CALLS_A_BYTE = 50
CALLS_BEFORE = 5_000
"""Reading and checking take at most so many calls for each byte of the file, and so many more."""

STATES = 3_000
CALLS_A_STATE = 50
"""The situations that these proofs walk at most, and the calls that each may take besides."""


class Judged:
    """What was found in a file, whether every situation was walked, and the calls that it took."""

    def __init__(self, content: str) -> None:
        self.calls = 0
        self.complete: bool | None = None
        sys.setprofile(self._count)
        try:
            self.problems = self._judge(content.encode())
        finally:
            sys.setprofile(None)

    def _count(self, frame: FrameType, event: str, argument: object) -> None:
        self.calls += event == "call"

    def _judge(self, content: bytes) -> tuple[Problem, ...]:
        reading = read(content)
        if reading.scenario is None:
            return reading.problems
        found = in_order((*reading.problems, *check(reading.scenario, SMALL, reading.problems)))
        if stops(one for one in found if one.name not in EXACT):
            return found
        proof = prove(reading.scenario, SMALL, STATES)
        self.complete = proof.complete
        return in_order((*found, *proof.problems))

    def names(self) -> set[str]:
        return {one.name for one in self.problems}


def assert_within_bounds(content: str, judged: Judged) -> None:
    most = CALLS_A_BYTE * min(len(content.encode()), LARGEST) + CALLS_BEFORE
    most += CALLS_A_STATE * STATES if judged.complete is not None else 0
    assert judged.calls <= most
    lines = content.count("\n") + 1
    for one in judged.problems:
        assert one.name in KINDS
        assert 1 <= one.place.line <= lines


# -- a thousand


def broken(number: int) -> str:
    """A story of one to nine scenes whose ways, facts, conditions and names are drawn; in two of three, many wrong."""
    chance = Random(number)
    names = [f"s{at}" for at in range(chance.randint(1, 9))]
    wrong = number % 3 > 0
    targets = [*names, *names, "end", *(["here", "nowhere", "S 1", ""] if wrong else [])]
    facts = ["paid", "told", *(["ghost"] if wrong else [])]

    def way() -> str:
        if chance.random() < 0.2:
            return f"[{{to: {target()}, if: {chance.choice(facts)}}}, {target()}]"
        return target()

    def target() -> str:
        return f'"{chance.choice(targets)}"'

    rows = []
    for name in names:
        rows.append(f"{chance.choice(names) if wrong and chance.random() < 0.1 else name}:")
        if chance.random() < 0.3:
            rows.append(f'  skip: "Un résumé."\n  verdict: {chance.choice(["true", "maybe"]) if wrong else "false"}')
        if chance.random() < 0.8:
            rows.append("  chat: |")
            rows += [
                f"    {chance.choice(['alex', 'ines', 'me', *(['zoe'] if wrong else [])])}"
                f"{chance.choice(['', '', ' (if told)', *([' (masked)', ' (if ghost)'] if wrong else [])])}: Salut"
                + chance.choice(["", "", *(["\n      ^ thret", '\n      ^ threat "absent"'] if wrong else [])])
                for _ in range(chance.randint(1, 4))
            ]
        if chance.random() < 0.8:
            rows.append("  choices:")
            for choice in range(chance.randint(1, 6)):
                name = "a" if wrong and chance.random() < 0.3 else f"c{choice}"
                rows.append(f'    - {{id: {name}, do: "x", because: "y", go_to: {way()}')
                rows[-1] += f", sets: {chance.choice(facts)}" if chance.random() < 0.4 else ""
                rows[-1] += f", unless: {chance.choice(facts)}" if chance.random() < 0.3 else ""
                steps = ["", ", steps: helpline", ", against: do-not-give-in", *([", steps: bloc"] if wrong else [])]
                rows[-1] += chance.choice(steps) + "}"
        if chance.random() < (0.8 if wrong else 1):
            rows.append(f"  go_to: {way()}")
    return file_text("\n".join(rows))


@pytest.mark.parametrize("hundred", range(10))
def test_a_broken_story_gives_problems_within_bounds_and_a_sound_one_plays_to_its_end(hundred: int) -> None:
    faulty = proved = 0
    for number in range(100 * hundred, 100 * hundred + 100):
        content = broken(number)
        judged = Judged(content)
        assert_within_bounds(content, judged)
        proved += judged.complete is not None
        if stops(judged.problems):
            faulty += 1
        else:
            assert_every_play_goes_on(content, number)
    assert faulty >= 60
    assert proved >= 10


def assert_every_play_goes_on(content: str, number: int) -> None:
    """What has no error never gets stuck: 40 choices by chance."""
    scenario = read(content.encode()).scenario
    assert scenario is not None
    chance = Random(number)
    state = fold(decide(scenario, NEW, Start(number)))
    for _ in range(40):
        match state.phase:
            case "ended":
                return
            case "announced":
                events = decide(scenario, state, GoOn())
            case "verdict":
                events = decide(scenario, state, GiveVerdict("unsure", 1))
            case _:
                events = decide(scenario, state, Choose(chance.choice(state.offered)))
        state = fold(events, state)


# -- stories at the limits


def circle(scenes: int, asks: bool) -> str:
    """Scenes that lead on to the next, and the last to the first."""
    choice = '\n  choices: [{id: on, do: "x", because: "y"}]' if asks else ""
    return file_text("\n".join(f"s{at}:{choice}\n  go_to: s{(at + 1) % scenes}" for at in range(scenes)))


def alive(facts: int) -> str:
    """One scene in which each fact can be made true in any order, and one that reads them all."""
    names = [f"f{at}" for at in range(facts)]
    sets = "\n".join(f'    - {{id: {one}, do: "x", because: "y", sets: {one}, go_to: here}}' for one in names)
    reads = "\n".join(f"    alex (if {one}): Salut" for one in names)
    return file_text(
        f'a:\n  choices:\n{sets}\n    - {{id: on, do: "x", because: "y"}}\n  go_to: b\n'
        f'b:\n  chat: |\n{reads}\n  choices: [{{id: back, do: "x", because: "y", go_to: a}}]\n  go_to: end',
        facts="\n".join(f'{one}: "x"' for one in names),
    )


def chat(lines: int) -> str:
    return file_text("a:\n  chat: |\n" + "    me: a\n" * lines + "  go_to: end")


def choices(number: int) -> str:
    rows = "\n".join(f'    - {{id: c{at}, do: "x", because: "y"}}' for at in range(number))
    return file_text(f"a:\n  choices:\n{rows}\n  go_to: end")


def nested(depth: int) -> str:
    return file_text(f"a:\n  go_to: {'[' * depth}end{']' * depth}")


def test_scenes_in_a_circle_that_ask_nothing_are_an_endless_loop() -> None:
    content = circle(1000, asks=False)
    judged = Judged(content)
    assert "endless-loop" in judged.names()
    assert_within_bounds(content, judged)


def test_scenes_in_a_circle_that_never_lead_to_an_ending_are_told() -> None:
    content = circle(1000, asks=True)
    judged = Judged(content)
    assert stops(judged.problems)
    assert_within_bounds(content, judged)


def test_sixteen_facts_that_are_all_alive_reach_the_ceiling_and_that_is_said() -> None:
    content = alive(16)
    judged = Judged(content)
    assert judged.complete is False
    assert "proof-too-large" in judged.names()
    assert_within_bounds(content, judged)


def test_eight_facts_that_are_all_alive_are_proved() -> None:
    content = alive(8)
    judged = Judged(content)
    assert judged.complete is True
    assert_within_bounds(content, judged)


def test_a_chat_of_a_hundred_thousand_lines_is_too_big_a_file() -> None:
    content = chat(100_000)
    judged = Judged(content)
    assert judged.names() == {"file-too-big"}
    assert judged.calls < 100


def test_the_longest_chat_that_fits_is_read_message_by_message() -> None:
    content = chat(80_000)
    judged = Judged(content)
    scenario = read(content.encode()).scenario
    assert scenario is not None
    assert len(scenario.scenes[0].messages) == 80_000
    assert_within_bounds(content, judged)


def test_five_hundred_choices_in_a_scene_are_too_many_and_told_once() -> None:
    content = choices(500)
    judged = Judged(content)
    assert [one.name for one in judged.problems].count("too-many-choices") == 1
    assert_within_bounds(content, judged)


def test_five_hundred_ways_to_nowhere_are_told_within_bounds() -> None:
    content = file_text("\n".join(f"s{at}:\n  go_to: nowhere-{at}" for at in range(500)))
    judged = Judged(content)
    assert "unknown-target" in judged.names()
    assert_within_bounds(content, judged)


@pytest.mark.parametrize("depth", [19, 21, 1000, 100_000])
def test_lists_in_lists_are_refused_however_deep(depth: int) -> None:
    content = nested(depth)
    judged = Judged(content)
    assert judged.problems
    assert_within_bounds(content, judged)


@pytest.mark.parametrize("length", [10_000, 400_000])
def test_huge_names_are_names_like_others(length: int) -> None:
    name = "a" * length
    for content in (
        file_text(f"{name[:1000]}:\n  go_to: {name}"),
        file_text(f"a:\n  chat: |\n    {name}: Salut\n  go_to: end"),
        file_text("a:\n  go_to: end", title=f'"{name}"'),
        file_text(f"a:\n  {name}: end"),
    ):
        judged = Judged(content)
        assert_within_bounds(content, judged)
