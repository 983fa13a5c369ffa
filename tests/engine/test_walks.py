"""Random plays of random stories: what holds of every log, whoever plays."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from game.engine.check import check
from game.engine.debrief import debrief
from game.engine.events import (
    ChoicesOffered,
    Choose,
    Chosen,
    Command,
    EndingReached,
    Event,
    GiveVerdict,
    GoOn,
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
    Unmark,
    Unmarked,
    VerdictAsked,
    VerdictGiven,
)
from game.engine.model import ME, Scenario
from game.engine.plain import from_plain, to_plain
from game.engine.problems import stops
from game.engine.replay import replay
from game.engine.score import gives_in, score
from game.engine.session import NEW, Refused, State, apply, decide, effective, fold
from tests.engine.making import Play
from tests.engine.strategies import bounded, stories
from tests.small_reference import SMALL

Indexed = list[tuple[int, Event]]


def counting(log: tuple[Event, ...]) -> Indexed:
    """What counts of a log, found in the other direction than the engine does: from its end."""
    kept: Indexed = []
    limit = len(log)
    for at in reversed(range(len(log))):
        if at >= limit:
            continue
        event = log[at]
        if isinstance(event, Rewound):
            limit = event.to + 1
        else:
            kept.append((at, event))
    return kept[::-1]


def fits(scenario: Scenario, log: tuple[Event, ...], command: Command) -> bool:
    """Whether docs/play-rules.md lets `command` be given after `log`, told from the log alone."""
    counted = counting(log)
    asked = [event for _, event in counted if isinstance(event, SceneAnnounced | VerdictAsked | ChoicesOffered)]
    # What was asked last waits for an answer unless something else than a mark came after it.
    last = next((event for _, event in reversed(counted) if not isinstance(event, Marked | Unmarked)), None)
    waiting = last if asked and last is asked[-1] else None
    marks: set[int] = set()
    for _, event in counted:
        if isinstance(event, Marked):
            marks.add(event.at)
        elif isinstance(event, Unmarked):
            marks.discard(event.at)
    match command:
        case Start():
            return not log
        case GoOn() | ReadSummary():
            return isinstance(waiting, SceneAnnounced)
        case GiveVerdict(answer, sure):
            return isinstance(waiting, VerdictAsked) and answer in ("trap", "nothing", "unsure") and sure in (1, 2, 3)
        case Choose(choice):
            return isinstance(waiting, ChoicesOffered) and choice in waiting.choices
        case Mark(at):
            return any(
                index == at
                and isinstance(event, MessageArrived)
                and scenario.scene[event.scene].messages[event.number].speaker != ME
                for index, event in counted
            )
        case Unmark(at):
            return at in marks
        case Rewind(to):
            return any(index == to and isinstance(event, ChoicesOffered) for index, event in counted)


def universe(log: tuple[Event, ...]) -> list[Command]:
    indexes = range(-1, len(log) + 2)
    return [
        *(Start(0), GoOn(), ReadSummary(), GiveVerdict("trap", 2), GiveVerdict("unsure", 4)),
        *(Choose(name) for name in ("1", "2", "3", "4", "x")),
        *(Mark(at) for at in indexes),
        *(Unmark(at) for at in indexes),
        *(Rewind(to) for to in indexes),
    ]


@st.composite
def plays(draw: st.DrawFn) -> Play:
    """A play by somebody who now and then marks, rewinds, or asks for what cannot be."""
    scenario = draw(stories())
    assume(not stops(check(scenario, SMALL)))
    play = Play(scenario, draw(st.integers(0, 5)))
    for number in draw(st.lists(st.integers(0, 10**6), max_size=25)):
        kind, which = number % 8, number // 8
        if kind < 4:
            fitting = list(play.commands())
        else:
            wanted = (Mark, Mark, Unmark, Rewind)[kind - 4]
            fitting = [one for one in universe(play.log) if isinstance(one, wanted) and fits(scenario, play.log, one)]
        if fitting:
            command = fitting[which % len(fitting)]
            play.do(Mark(command.at, "contact") if isinstance(command, Mark) and which % 3 == 0 else command)
    return play


def seen(scenario: Scenario, state: State) -> tuple[object, ...]:
    """A state without its length and its past: where the play stands, and what can be marked or gone back to."""

    def possible(command: Command) -> bool:
        try:
            return bool(decide(scenario, state, command))
        except Refused:
            return False

    indexes = range(state.length)
    return (
        *(state.seed, state.phase, state.scene, state.ending, state.facts, state.offered, state.taken, state.marks),
        [at for at in indexes if possible(Mark(at))],
        [at for at in indexes if possible(Rewind(at))],
    )


@bounded(70)
@given(plays())
def test_the_state_kept_step_by_step_is_the_fold_of_the_log(play: Play) -> None:
    assert fold(play.log) == play.state
    assert play.state.length == len(play.log)
    event_by_event = NEW
    for event in play.log:
        event_by_event = apply(event_by_event, event)
    assert seen(play.scenario, fold(play.log)) == seen(play.scenario, play.state)
    assert seen(play.scenario, event_by_event) == seen(play.scenario, play.state)


@bounded(60)
@given(plays())
def test_a_command_is_accepted_exactly_when_the_rules_say_so(play: Play) -> None:
    for command in universe(play.log):
        before = play.state
        other = play.copy()
        try:
            events = other.do(command)
        except Refused:
            assert not fits(play.scenario, play.log, command), command
            assert play.state is before
        else:
            assert fits(play.scenario, play.log, command), command
            assert events


@bounded(70)
@given(plays())
def test_a_play_has_ended_or_asks_something(play: Play) -> None:
    assert play.state.phase != "new"
    assert (play.state.phase == "ended") == (not play.commands())
    assert (play.state.phase == "choosing") == bool(play.state.offered)


@bounded(50)
@given(plays())
def test_rewinding_anywhere_stands_where_one_had_just_arrived(play: Play) -> None:
    for to in [at for at, event in counting(play.log) if isinstance(event, ChoicesOffered)]:
        back = play.copy()
        back.do(Rewind(to))
        assert seen(play.scenario, back.state) == seen(play.scenario, fold(play.log[: to + 1]))
        assert back.state.length == len(play.log) + 1
        assert list(effective(back.log)) == counting(play.log[: to + 1])


@bounded(70)
@given(plays())
def test_the_effective_log_is_what_counts_read_from_either_end(play: Play) -> None:
    assert list(effective(play.log)) == counting(play.log)


@bounded(50)
@given(plays())
def test_a_replayed_story_scores_like_one_played_straight(play: Play) -> None:
    straight = Play(play.scenario, None)
    straight.log = replay(play.scenario, play.scenario, play.log)
    indexes = {at: number for number, (at, _) in enumerate(effective(play.log))}

    def moved(value: object) -> object:
        if isinstance(value, dict):
            return {key: indexes[one] if key in ("at", "to") else moved(one) for key, one in value.items()}
        return [moved(one) for one in value] if isinstance(value, list) else value

    assert to_plain(straight.log) == moved(to_plain([event for _, event in effective(play.log)]))
    first, second = (debrief(play.scenario, SMALL, log) for log in (play.log, straight.log))
    plain = to_plain(first)
    plain["score"]["harmless"] = [indexes[at] for at in plain["score"]["harmless"]]
    plain["score"]["replayed"] = False
    assert moved(plain) == to_plain(second)
    assert first.score.replayed == any(isinstance(event, Rewound) for event in play.log)


@bounded(70)
@given(plays())
def test_events_and_commands_come_back_from_their_plain_form(play: Play) -> None:
    assert tuple(from_plain(to_plain(event)) for event in play.log) == play.log
    for command in universe(play.log):
        assert from_plain(to_plain(command)) == command


@bounded(70)
@given(plays())
def test_what_always_holds_of_a_score(play: Play) -> None:
    result = score(play.scenario, SMALL, play.log)
    counted = dict(counting(play.log))
    arrived = {at: event for at, event in counted.items() if isinstance(event, MessageArrived)}
    chosen = [
        next(one for one in play.scenario.scene[event.scene].choices if one.id == event.choice)
        for event in counted.values()
        if isinstance(event, Chosen)
    ]
    shown = [
        (at, sign.sign)
        for at, event in arrived.items()
        for sign in play.scenario.scene[event.scene].messages[event.number].shown
    ]
    assert [(one.at, one.sign) for one in result.signs] == shown
    assert all((one.seen == "not") == (one.at not in play.state.marks) for one in result.signs)
    assert all(one.named is None for one in result.signs if one.seen == "not")
    assert set(result.harmless) <= play.state.marks - {one.at for one in result.signs}
    assert result.handled == sum(one.outcome in ("followed", "recovered") for one in result.moments)
    assert (result.giving_in == "never") == (not any(gives_in(one, SMALL) for one in chosen))
    outcomes = {one.outcome for one in result.moments}
    assert outcomes & {"given-in", "recovered"} == ({result.giving_in} - {"never"})
    for one in result.moments:
        assert isinstance(counted[one.at], ChoicesOffered)
        assert one.choices
        assert not set(one.steps) & set(one.possible)
        assert (one.outcome == "followed") <= bool(one.steps)
        assert (one.outcome == "missed") <= (not one.steps)


@bounded(70)
@given(plays())
def test_marks_change_nothing_of_the_moments(play: Play) -> None:
    unmarked = play.copy()
    for at in play.state.marks:
        unmarked.do(Unmark(at))
    with_marks, without = (score(play.scenario, SMALL, one.log) for one in (play, unmarked))
    assert with_marks.moments == without.moments
    assert with_marks.giving_in == without.giving_in
    assert without.harmless == ()
    assert {one.seen for one in without.signs} <= {"not"}


@bounded(70)
@given(plays())
def test_what_always_holds_of_a_debrief(play: Play) -> None:
    result = debrief(play.scenario, SMALL, play.log)
    counted = counting(play.log)
    reached = [event.ending for _, event in counted if isinstance(event, EndingReached)]
    assert result.ending == (reached[0] if reached else "")
    assert (result.ending == "") <= (result.said == () and result.title == "")
    assert result.remember in SMALL.step
    assert [one.step for one in result.steps] == [one.id for one in SMALL.steps]
    assert all(one.possible for one in result.steps if one.taken and not SMALL.step[one.step].giving_in)
    assert len(set(result.law)) == len(result.law)
    assert set(result.law) <= set(SMALL.topic)
    if play.scenario.trap:
        assert result.law[:3] == ("blackmail", "cyberharassment", "extortion")
    assert result.helplines == ("first",)
    assert all("{" not in line for line in result.said)
    assert result.help_first == (result.score.giving_in == "given-in")
    if result.praise is not None:
        event = dict(counted)[result.praise.at]
        assert isinstance(event, Chosen) == bool(result.praise.choice)


@bounded(60)
@given(plays())
def test_the_first_events_of_a_play_open_its_first_scene(play: Play) -> None:
    assert isinstance(play.log[0], Started)
    assert play.log[1] == SceneEntered("s0")


@bounded(60)
@given(plays(), st.integers(0, 5))
def test_a_verdict_comes_only_when_it_was_asked(play: Play, number: int) -> None:
    counted = [event for _, event in counting(play.log)]
    given_after = [event for event in counted if isinstance(event, VerdictAsked | VerdictGiven)]
    for first, second in zip(given_after[::2], given_after[1::2], strict=False):
        assert isinstance(first, VerdictAsked)
        assert isinstance(second, VerdictGiven)
