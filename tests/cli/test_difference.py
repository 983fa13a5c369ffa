"""Differences: every line that changes is told, and no other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.cli.difference import changed_lines, difference
from tests.engine.strategies import bounded


def test_lines_that_go_and_come_have_their_numbers() -> None:
    assert difference("a\nb\nc\n", "a\nx\ny\nc\n") == ("2 - b", "2 + x", "3 + y")
    assert difference("a\r\nb", "\ufeffa\nb") == ()
    assert changed_lines("a\nb\nc\n", "a\nx\ny\nc\n") == 2
    assert changed_lines("a\r\nb\nc", "a\r\nb\r\nc") == 1
    assert difference("\tx", "x") == ("1 - →   x", "1 + x")


def test_a_line_that_stays_is_not_told_between_two_that_change() -> None:
    assert difference("a\n\nb\nc\n", "A\n\nB\nc\n") == ("1 - a", "1 + A", "3 - b", "3 + B")
    assert difference("a\n\nc\n", "A\nx\n\nc\n") == ("1 - a", "1 + A", "2 + x")
    assert changed_lines("a\n\nb\nc\n", "A\n\nB\nc\n") == 2


def test_spaces_at_the_end_of_a_line_are_seen() -> None:
    assert difference("a\n  \nb ", "a\n\nb") == ("2 - ··", "2 +", "3 - b·", "3 + b")


@bounded(150)
@given(st.lists(st.sampled_from("abcd"), max_size=90), st.lists(st.sampled_from("abcd"), max_size=90))
def test_what_is_told_turns_one_text_into_the_other(old: list[str], new: list[str]) -> None:
    told = difference("\n".join(old), "\n".join(new))
    lines: dict[str, dict[int, str]] = {"+": {}, "-": {}}
    for one in told:
        number, sign, *text = one.split()
        lines[sign][int(number) - 1] = "".join(text)
    rest = [one for at, one in enumerate(old or [""]) if at not in lines["-"]]
    for at in sorted(lines["+"]):
        rest.insert(at, lines["+"][at])
    assert rest == (new or [""])
    assert bool(told) == (old != new)
