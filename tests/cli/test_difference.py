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
    assert difference("\tx", "x") == ("1 - →   x", "1 + x")


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
