"""Where a play stopped, in few words: enough to decide it all again, and nothing else.

A log is thousands of events that follow from a story, a seed and what was decided; only these three are worth keeping.
No word of it can hold what a person typed. Writing it to a disk is left to `game.keeping.saved_play`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.events import (
    ChoicesOffered,
    Choose,
    Chosen,
    Command,
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
    Start,
    Started,
    SummaryRead,
    Unmark,
    Unmarked,
    VerdictGiven,
)
from game.engine.model import Condition, Scenario, Ways
from game.engine.session import NEW, Refused, State, decide, fold
from game.engine.staging import StoryStuck

DIGITS = 8
"""Hexadecimal digits that tell one shape of a story from another."""

_READ, _SKIP = "+read", "+skip"
_MARKS = re.compile(r"\+(mark|unmark):([1-9][0-9]{0,6})(?::([a-z0-9-]+))?")
_REWIND = re.compile(r"\+rewind:([1-9][0-9]{0,6})")
_VERDICT = re.compile(r"\+verdict:(trap|nothing|unsure):([123])")
_CHOICE = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a play stopped. `of` is the shape of its story (see `shape`), `shown` how many events were shown.

    `route` are the decisions in order: a choice's id, `+read` or `+skip` for a hard scene, `+verdict:ANSWER:SURE`,
    `+mark:N` (`+mark:N:FAMILY`) and `+unmark:N` for the Nth message that arrived, `+rewind:N` for the Nth list of
    choices, both from 1 and over the whole log.
    """

    of: str
    seed: int
    route: tuple[str, ...]
    shown: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A play that was taken up again: its log, and how many events of it are shown. `whole` is False where the story
    has changed since, so that it may stand earlier than it did."""

    log: tuple[Event, ...]
    shown: int
    whole: bool


def save(scenario: Scenario, log: Log, shown: int) -> Saved:
    """Where the play of `scenario` with this `log` stands, `shown` events of it being shown."""
    seed = next((event.seed for event in log if isinstance(event, Started)), 0)
    return Saved(shape(scenario), seed, tuple(_words(log)), shown)


def restore(scenario: Scenario, saved: Saved) -> Restored:
    """The play again, decided anew, as far as `scenario` still allows. Never raises for what `saved` says.

    Where the shape of the story is another one, marks are left out: they might land on another message.
    """
    same = shape(scenario) == saved.of
    log: list[Event] = []
    state = NEW
    whole = same
    try:
        state = _done(scenario, state, log, Start(saved.seed))
        for word in saved.route:
            if not same and _MARKS.fullmatch(word):
                continue
            command = _command(word, log)
            if not same and state.phase == "announced" and not isinstance(command, GoOn | ReadSummary | Rewind):
                # A scene that has become a hard one was read when it was none.
                state = _done(scenario, state, log, GoOn())
            state = _done(scenario, state, log, command)
    except (Refused, StoryStuck):
        whole = False
    return Restored(tuple(log), min(max(saved.shown, 1), len(log)) if whole else len(log), whole)


def shape(scenario: Scenario) -> str:
    """`DIGITS` hexadecimal digits that are the same for two stories that play alike, whatever their words say.

    So a place holds in every language of a story, and when a slip of the pen was mended in it.
    """
    import hashlib  # imported here: most plays are never saved, and it is slow to load

    scenes = [
        (
            scene.id,
            scene.skip is not None,
            scene.verdict,
            [(message.speaker, _facts(message.when)) for message in scene.messages],
            [(one.id, _facts(one.when), one.sets, _ways(one.ways)) for one in scene.choices],
            _ways(scene.ways),
        )
        for scene in scenario.scenes
    ]
    said = repr((scenes, [ending.id for ending in scenario.endings]))
    return hashlib.sha256(said.encode("utf-8")).hexdigest()[:DIGITS]


def is_word(word: str) -> bool:
    """Whether `word` can stand in a route: ids and numbers only."""
    return any(one.fullmatch(word) for one in (_CHOICE, _MARKS, _REWIND, _VERDICT)) or word in (_READ, _SKIP)


_Facts = tuple[tuple[str, ...], tuple[str, ...]]


def _facts(when: Condition) -> _Facts:
    return when.needs, when.bars


def _ways(ways: Ways) -> list[tuple[str, _Facts]]:
    return [(way.to, _facts(way.when)) for way in ways]


def _words(log: Log) -> Iterator[str]:
    """The decisions that led to `log`, rewound ones too."""
    arrived: dict[int, int] = {}
    offered: dict[int, int] = {}
    announced = False
    for at, event in enumerate(log):
        if announced and not isinstance(event, SummaryRead | Marked | Unmarked | Rewound):
            yield _READ
        if not isinstance(event, Marked | Unmarked):
            announced = isinstance(event, SceneAnnounced)
        match event:
            case MessageArrived():
                arrived[at] = len(arrived) + 1
            case ChoicesOffered():
                offered[at] = len(offered) + 1
            case SummaryRead():
                yield _SKIP
            case VerdictGiven(answer, sure):
                yield f"+verdict:{answer}:{sure}"
            case Chosen(_, choice, _):
                yield choice
            case Marked(marked, family):
                yield f"+mark:{arrived[marked]}" + (f":{family}" if family else "")
            case Unmarked(marked):
                yield f"+unmark:{arrived[marked]}"
            case Rewound(to):
                yield f"+rewind:{offered[to]}"


def _command(word: str, log: Log) -> Command:
    """The command that `word` means after `log`. Raises Refused where it can mean none."""
    if word == _READ:
        return GoOn()
    if word == _SKIP:
        return ReadSummary()
    if given := _VERDICT.fullmatch(word):
        return GiveVerdict(given[1], int(given[2]))  # type: ignore[arg-type]
    if rewound := _REWIND.fullmatch(word):
        return Rewind(_numbered(log, ChoicesOffered, int(rewound[1])))
    if marked := _MARKS.fullmatch(word):
        at = _numbered(log, MessageArrived, int(marked[2]))
        return Mark(at, marked[3]) if marked[1] == "mark" else Unmark(at)
    return Choose(word)


def _numbered(log: Log, kind: type[Event], number: int) -> int:
    """The index of the event of this kind that has this number, from 1."""
    found = [at for at, event in enumerate(log) if isinstance(event, kind)]
    if number > len(found):
        raise Refused(f"there are only {len(found)} of {kind.__name__}")
    return found[number - 1]


def _done(scenario: Scenario, state: State, log: list[Event], command: Command) -> State:
    events = decide(scenario, state, command)
    log += events
    return fold(events, state)
