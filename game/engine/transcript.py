"""A play as text: the golden format, with the ids of its score and debrief.

It is the form in which plays are kept beside scenarios and reviewed like code; docs/play-rules.md specifies it.
Words for a player are left to the faces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.engine import chat
from game.engine.debrief import Debrief, debrief
from game.engine.events import (
    ChoicesOffered,
    Choose,
    Chosen,
    Command,
    EndingReached,
    Event,
    GiveVerdict,
    GoOn,
    Log,
    Mark,
    Marked,
    MessageArrived,
    ReadSummary,
    Rewind,
    Rewound,
    SceneAnnounced,
    SceneEntered,
    Start,
    Started,
    SummaryRead,
    Unmark,
    Unmarked,
    VerdictAsked,
    VerdictGiven,
)
from game.engine.model import Message, Scenario
from game.engine.reference import Reference
from game.engine.session import NEW, Refused, State, apply, decide

_TAKEN = re.compile(
    r"> (?P<choice>[a-z0-9-]+) \((?:reply|do)\): .*|> verdict (?P<verdict>\w+ \d)|(?P<skip>! summary: ).*"
    r"|(?P<mark>[*-]) mark (?P<number>\d+)|< choices (?P<back>\d+)"
)
_SEED = re.compile(r"seed: ([0-9]{1,9})")
_EXTRA = re.compile(r"\+(mark|unmark|rewind):([1-9][0-9]*)|\+verdict:(trap|nothing|unsure):([123])|\+skip")


class NoSuchRoute(ValueError):
    """A route asks for what is not offered. `word` is the part that failed, `number` its place from 1, `offered` what
    could have stood there (empty at an ending)."""

    def __init__(self, word: str, number: int, offered: tuple[str, ...]) -> None:
        super().__init__(word)
        self.word = word
        self.number = number
        self.offered = offered


@dataclass(frozen=True, slots=True)
class Kept:
    """What a play in its golden form holds to be played again: its seed, its route, and the line (from 1) of the file
    that each word of the route was read from."""

    seed: int
    route: tuple[str, ...]
    lines: tuple[int, ...]


def play(scenario: Scenario, route: tuple[str, ...], seed: int = 0) -> tuple[Event, ...]:
    """The log of a play along `route`.

    A route is the choices' ids in order, with `+skip` to read a hard scene's summary (it is read through otherwise),
    `+mark:N` and `+unmark:N` for the Nth message that arrived, `+rewind:N` for the Nth list of choices (both from 1,
    over the whole log), and `+verdict:ANSWER:SURE`. Raises `NoSuchRoute`.
    """
    log: list[Event] = []
    state = NEW

    def do(command: Command) -> None:
        nonlocal state
        for event in decide(scenario, state, command):
            log.append(event)
            state = apply(state, event)

    do(Start(seed))
    for number, word in enumerate(route, 1):
        try:
            while state.phase == "announced" and _comes_after(word, log):
                do(GoOn())
            do(_command(word, log))
        except (Refused, IndexError):
            raise NoSuchRoute(word, number, _offered(state)) from None
    while state.phase == "announced":
        do(GoOn())
    return tuple(log)


def text(scenario: Scenario, reference: Reference, log: Log) -> str:
    """The golden form of a play: what happened, line by line, then score and debrief as ids. Ends in a newline."""
    lines = [f"title: {scenario.title}"]
    numbers = {at: number for number, at in enumerate(_arrivals(log), 1)}
    offers = {at: number for number, at in enumerate(_offers(log), 1)}
    for event in log:
        if isinstance(event, Rewound):
            offered = log[event.to]
            lines += ["", f"< choices {offers[event.to]}", *_event_lines(scenario, offered, numbers)]
        else:
            lines += _event_lines(scenario, event, numbers)
    return "\n".join([*lines, "", *_result_lines(debrief(scenario, reference, log), numbers), ""])


def kept(golden: str) -> Kept:
    """What the golden form of a play holds to be played again; the seed is 0 where none is written."""
    seed, words = 0, list[tuple[str, int]]()
    for number, line in enumerate(golden.splitlines(), 1):
        if not words and (written := _SEED.fullmatch(line)):
            seed = int(written[1])
        if match := _TAKEN.fullmatch(line):
            words.append((_word(match), number))
    return Kept(seed, tuple(word for word, _ in words), tuple(number for _, number in words))


def _word(taken: re.Match[str]) -> str:
    if taken["choice"]:
        return taken["choice"]
    if taken["verdict"]:
        return "+verdict:" + taken["verdict"].replace(" ", ":")
    if taken["skip"]:
        return "+skip"
    if taken["back"]:
        return f"+rewind:{taken['back']}"
    return f"+{'mark' if taken['mark'] == '*' else 'unmark'}:{taken['number']}"


def _comes_after(word: str, log: list[Event]) -> bool:
    """Whether an announced hard scene is read through before `word`: not when what it means is there already."""
    match = _EXTRA.fullmatch(word)
    if match is not None and match[1]:
        there = _offers(log) if match[1] == "rewind" else _arrivals(log)
        return int(match[2]) > len(there)
    return word != "+skip"


def _command(word: str, log: list[Event]) -> Command:
    match = _EXTRA.fullmatch(word)
    if match is None:
        return Choose(word)
    if word == "+skip":
        return ReadSummary()
    if match[3]:
        return GiveVerdict(match[3], int(match[4]))  # type: ignore[arg-type]
    number = int(match[2]) - 1
    if match[1] == "rewind":
        return Rewind(_offers(log)[number])
    at = _arrivals(log)[number]
    return Mark(at) if match[1] == "mark" else Unmark(at)


def _offers(log: Log) -> list[int]:
    return [at for at, event in enumerate(log) if isinstance(event, ChoicesOffered)]


def _arrivals(log: Log) -> list[int]:
    return [at for at, event in enumerate(log) if isinstance(event, MessageArrived)]


def _offered(state: State) -> tuple[str, ...]:
    if state.phase == "verdict":
        return ("+verdict:trap:1",)
    return state.offered if state.phase == "choosing" else ()


def _event_lines(scenario: Scenario, event: Event, numbers: dict[int, int]) -> list[str]:
    match event:
        case SceneEntered(scene):
            return ["", f"== {scene}"]
        case MessageArrived(scene, number):
            return _message_lines(scenario.scene[scene].messages[number])
        case SceneAnnounced():
            return ["! hard scene"]
        case SummaryRead(scene):
            return [f"! summary: {scenario.scene[scene].skip}"]
        case ChoicesOffered(_, choices):
            return ["? " + " | ".join(choices)]
        case Chosen(scene, name, _):
            choice = scenario.scene[scene].choice(name)
            return [f"> {name} ({'reply' if choice.says else 'do'}): {choice.text}"]
        case VerdictAsked():
            return ["? verdict"]
        case VerdictGiven(answer, sure):
            return [f"> verdict {answer} {sure}"]
        case Marked(at) | Unmarked(at):
            return [f"{'*' if isinstance(event, Marked) else '-'} mark {numbers[at]}"]
        case EndingReached(ending):
            return ["", f"== ending {ending}: {scenario.ending[ending].title}"]
        case Started(seed):
            return [f"seed: {seed}"]
    return []


def _message_lines(message: Message) -> list[str]:
    first, *more = chat.write(message)
    return [f"  {first}", *(f"  {line}" for line in more)]


def _result_lines(result: Debrief, numbers: dict[int, int]) -> list[str]:
    score = result.score
    lines = ["-- score"]
    for sign in score.signs:
        named = f", named {sign.named}" if sign.named else ""
        lines.append(f"sign {sign.sign} in message {numbers[sign.at]}: {sign.seen}{named}")
    lines += [f"harmless mark: message {numbers[at]}" for at in score.harmless]
    for moment in score.moments:
        taken = ", ".join(moment.steps) or "none"
        also = f"; also possible: {', '.join(moment.possible)}" if moment.possible else ""
        lines.append(f"moment {moment.scene} ({', '.join(moment.choices)}): {moment.outcome}; steps: {taken}{also}")
    lines.append(f"handled: {score.handled} of {len(score.moments)}")
    lines.append(f"giving in: {score.giving_in}")
    if score.verdict is not None:
        lines.append(
            f"verdict: {score.verdict.answer} {score.verdict.sure}, {'right' if score.verdict.right else 'not'}"
        )
    lines += [f"summary read: {scene}" for scene in score.skipped]
    lines += ["", "-- debrief", f"ending: {result.ending or 'none yet'}"]
    lines.append(f"help first: {'yes' if result.help_first else 'no'}")
    lines += [f"said: {line}" for line in result.said]
    if result.praise is not None:
        praised = result.praise.choice or f"mark on message {numbers[result.praise.at]}"
        lines.append(f"well done: {result.praise.scene}/{praised}")
    lines.append(f"remember: {result.remember}")
    lines.append(f"steps taken: {', '.join(one.step for one in result.steps if one.taken) or 'none'}")
    lines.append(f"law: {', '.join(result.law)}")
    return [*lines, f"helplines: {', '.join(result.helplines)}"]
