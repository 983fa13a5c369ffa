"""What a play amounts to: signs seen, moments handled, giving in, verdict. Ids and counts only, never sentences.

There are no points: everything is derived from the log and the country's official steps. Rules: docs/play-rules.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.engine.events import (
    Answer,
    ChoicesOffered,
    Chosen,
    EndingReached,
    Log,
    Marked,
    MessageArrived,
    Rewound,
    SceneEntered,
    SummaryRead,
    Unmarked,
    VerdictGiven,
)
from game.engine.model import ME, Choice, Scenario
from game.engine.reference import Reference
from game.engine.session import effective

Seen = Literal["in-time", "late", "not"]
Outcome = Literal["followed", "recovered", "missed", "given-in"]
GivingIn = Literal["never", "recovered", "given-in"]


@dataclass(frozen=True, slots=True)
class SignSeen:
    """One sign of one message that was shown. `at` is the message's index in the log; `start` and `end` are code
    points of its text. `named` is the family that the player gave, if any."""

    at: int
    scene: str
    number: int
    sign: str
    start: int
    end: int
    seen: Seen
    named: str | None


@dataclass(frozen=True, slots=True)
class Moment:
    """One visit to a choice list that offered a step or a giving in, with its `here` returns.

    `at` is the log's index of its first offer; `steps` were taken, `possible` were offered and not taken.
    """

    at: int
    scene: str
    choices: tuple[str, ...]
    steps: tuple[str, ...]
    possible: tuple[str, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Verdict:
    answer: Answer
    sure: int
    right: bool


@dataclass(frozen=True, slots=True)
class Score:
    """`harmless` are the log's indexes of marked messages in which there was nothing to fear; `handled` of the
    `moments` were followed or recovered; `skipped` are scenes read as their summary."""

    signs: tuple[SignSeen, ...]
    harmless: tuple[int, ...]
    moments: tuple[Moment, ...]
    handled: int
    giving_in: GivingIn
    verdict: Verdict | None
    skipped: tuple[str, ...]
    replayed: bool


def score(scenario: Scenario, reference: Reference, log: Log) -> Score:
    """What the effective log amounts to. A moment that was left before a choice is not counted."""
    events = effective(log)
    signs, harmless = _vigilance(scenario, log, events)
    giving_in = _giving_in(scenario, reference, events)
    moments = _moments(scenario, reference, events, giving_in == "recovered")
    return Score(
        signs=signs,
        harmless=harmless,
        moments=moments,
        handled=sum(moment.outcome in ("followed", "recovered") for moment in moments),
        giving_in=giving_in,
        verdict=_verdict(scenario, events),
        skipped=tuple(event.scene for _, event in events if isinstance(event, SummaryRead)),
        replayed=any(isinstance(event, Rewound) for event in log),
    )


def gives_in(choice: Choice, reference: Reference) -> bool:
    """Whether to take `choice` is to give in."""
    return reference.gives_in(choice.against)


def _choice(scenario: Scenario, event: Chosen) -> Choice:
    return scenario.scene[event.scene].choice(event.choice)


def _vigilance(
    scenario: Scenario, log: Log, events: tuple[tuple[int, object], ...]
) -> tuple[tuple[SignSeen, ...], tuple[int, ...]]:
    marks: dict[int, tuple[int, str | None]] = {}
    left: dict[int, int] = {}
    arrived: list[int] = []
    here: list[int] = []
    for at, event in events:
        match event:
            case SceneEntered() | EndingReached():
                left.update(dict.fromkeys(here, at))
                here = []
            case MessageArrived():
                arrived.append(at)
                here.append(at)
            case Marked(marked, family):
                marks[marked] = (marks.get(marked, (at, None))[0], family)
            case Unmarked(marked):
                marks.pop(marked, None)
    signs: list[SignSeen] = []
    harmless: list[int] = []
    for at in arrived:
        event = log[at]
        assert isinstance(event, MessageArrived)
        message = scenario.scene[event.scene].messages[event.number]
        mark = marks.get(at)
        seen: Seen = "not" if mark is None else "in-time" if mark[0] < left.get(at, len(log)) else "late"
        for shown in message.shown:
            named = None if mark is None else mark[1]
            signs.append(SignSeen(at, event.scene, event.number, shown.sign, shown.start, shown.end, seen, named))
        if mark is not None and not message.shown and _harmless(scenario, message.speaker):
            harmless.append(at)
    return tuple(signs), tuple(harmless)


def _harmless(scenario: Scenario, speaker: str | None) -> bool:
    """Whether a mark on `speaker`'s message without a sign met somebody who means no harm."""
    if speaker is None or speaker == ME:
        return False
    return scenario.trap is False or scenario.person[speaker].role != "contact"


def _moments(
    scenario: Scenario, reference: Reference, events: tuple[tuple[int, object], ...], recovered: bool
) -> tuple[Moment, ...]:
    moments: list[Moment] = []
    first: int | None = None
    offered: dict[str, None] = {}
    taken: list[Choice] = []
    scene = ""

    def close() -> None:
        if first is None or not taken:
            return
        choices = [one for one in scenario.scene[scene].choices if one.id in offered]
        could = dict.fromkeys(step for one in choices for step in one.steps)
        did = dict.fromkeys(step for one in taken for step in one.steps)
        gave_in = any(gives_in(one, reference) for one in taken)
        if not could and not any(gives_in(one, reference) for one in choices):
            return
        outcome: Outcome = "followed" if did else "missed"
        if gave_in:
            outcome = "recovered" if recovered else "given-in"
        possible = tuple(step for step in could if step not in did)
        moments.append(Moment(first, scene, tuple(one.id for one in taken), tuple(did), possible, outcome))

    for at, event in events:
        match event:
            case ChoicesOffered(where, choices, again):
                if not again:
                    close()
                    first, scene, offered, taken = at, where, {}, []
                offered.update(dict.fromkeys(choices))
            case Chosen():
                taken.append(_choice(scenario, event))
    close()
    return tuple(moments)


def _giving_in(scenario: Scenario, reference: Reference, events: tuple[tuple[int, object], ...]) -> GivingIn:
    """The last word wins: who took a step after giving in has recovered, and that is as good as never giving in."""
    last: GivingIn = "never"
    for _, event in events:
        if isinstance(event, Chosen):
            choice = _choice(scenario, event)
            if gives_in(choice, reference):
                last = "given-in"
            elif choice.steps and last == "given-in":
                last = "recovered"
    return last


def _verdict(scenario: Scenario, events: tuple[tuple[int, object], ...]) -> Verdict | None:
    for _, event in events:
        if isinstance(event, VerdictGiven):
            right = event.answer == ("trap" if scenario.trap else "nothing")
            return Verdict(event.answer, event.sure, right)
    return None
