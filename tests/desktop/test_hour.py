"""A class at a play, without a window: nothing is played by mistake, and no count outlives its question."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game.desktop.hour import ANSWERS, Hour
from game.desktop.play import Play
from game.engine.events import Choose, Chosen, GiveVerdict, GoOn, ReadSummary, VerdictGiven
from game.shelf import open_file
from tests.desktop.playing import STORY

_TOLD = open_file(STORY, "fr").story
assert _TOLD is not None

GESTURES = ("read", "forward", "back", "digit", "pick 0", "pick 1", "look", "read it", "summary", "return", "hands")


def begun() -> Hour:
    assert _TOLD is not None
    return Hour(Play(STORY, *_TOLD, 1))


def make(hour: Hour, gesture: str) -> None:
    match gesture.split():
        case ["read"] if hour.step == "reading":
            hour.read_on()
        case ["read", "it"] if hour.step == "announced":
            hour.do(GoOn())
        case ["summary"] if hour.step == "announced":
            hour.do(ReadSummary())
        case ["forward"]:
            hour.forward()
        case ["back"]:
            hour.backward()
        case ["digit"] if hour.step == "count":
            first = hour.round.vote.choices[0]
            hour.count(lambda vote: vote.typed(first, "4"))
        case ["pick", at] if hour.pickable:
            hour.pick(hour.pickable[int(at) % len(hour.pickable)])
        case ["look"] if hour.step == "offer":
            hour.look()
        case ["return"] if hour.may_return:
            hour.go_back()
        case ["hands"]:
            hour.raised = not hour.raised


def decisions(hour: Hour) -> int:
    return sum(isinstance(event, Chosen | VerdictGiven) for event in hour.play.log)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from((*GESTURES, "read", "read", "forward", "forward")), max_size=120))
def test_only_forward_plays_and_only_what_was_counted_or_named(made: list[str]) -> None:
    hour = begun()
    for gesture in made:
        before, step = decisions(hour), hour.step
        due = hour.round.plays if step in ("result", "confirm") else ""
        make(hour, gesture)
        if decisions(hour) > before:
            assert gesture == "forward"
            assert step in ("result", "confirm")
            last = next(e for e in reversed(hour.play.log) if isinstance(e, Chosen | VerdictGiven))
            assert due == (last.choice if isinstance(last, Chosen) else last.answer)
            assert hour._round is None or not any(hour._round.vote.counts), "the counts went with the question"
        if step == "announced" and gesture == "forward":
            assert hour.step == "announced"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(GESTURES), max_size=80))
def test_whatever_was_pressed_the_class_reaches_the_end(made: list[str]) -> None:
    hour = begun()
    for gesture in made:
        make(hour, gesture)
    for _ in range(300):
        match hour.step:
            case "ended":
                return
            case "reading":
                assert hour.read_on() or hour.forward()
            case "announced":
                assert hour.do(ReadSummary())
            case "think":
                # Whoever tells somebody gets to the end.
                wanted = hour.round.vote.choices
                hour.pick(next((one for one in ("parler", "dire") if one in wanted), wanted[0]))
            case "result" if not hour.round.plays:
                hour.pick(hour.pickable[0])
            case _:
                assert hour.forward()
    raise AssertionError(f"stuck at {hour.step}")


def test_a_message_at_a_time_and_the_stop_before_the_choices() -> None:
    hour = begun()
    for _ in range(5):
        assert hour.step == "reading"
        assert hour.read_on()
    assert not hour.read_on()
    assert hour.step == "reading"
    assert hour.forward()
    assert hour.step == "stop"
    assert hour.stop == "Que sait-on d’Alex, à ce moment ?"
    assert hour.forward()
    assert hour.step == "think"


def test_a_play_that_asks_already_is_taken_up_at_its_question() -> None:
    hour = begun()
    while hour.read_on():
        pass
    again = Hour(hour.play)
    assert again.step == "stop"
    again.forward()
    assert again.round.vote.choices == ("rester", "suivre", "yanis")


def test_a_class_is_fairly_sure_of_its_verdict() -> None:
    hour = begun()
    hour.play.do(Choose("rester"))
    while hour.read_on():
        pass
    hour.forward()
    assert hour.round.vote.choices == ANSWERS
    hour.pick("unsure")
    hour.forward()
    assert hour.play.log[-2] == VerdictGiven("unsure", 2)
    assert not hour.play.do(GiveVerdict("trap", 1))
