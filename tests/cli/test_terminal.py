"""Lines, questions and the wiping of the screen."""

from __future__ import annotations

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli.terminal import InputEnded, Terminal, columns, printable, wrapped


class Screen(StringIO):
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_words_are_never_cut_and_no_break_spaces_never_break() -> None:
    assert wrapped("Oui ou non\u00a0? Anticonstitutionnellement.", 10) == [
        "Oui ou",
        "non\u00a0?",
        "Anticonstitutionnellement.",
    ]


def test_an_indent_and_a_hang_count_in_the_width() -> None:
    assert wrapped("un deux trois", 9, indent=2, hang=2) == ["  un deux", "    trois"]


def test_line_breaks_and_runs_of_spaces_of_a_message_stay() -> None:
    assert wrapped("un\n\ndeux  trois", 40) == ["un", "", "deux  trois"]


@pytest.mark.parametrize(
    ("text", "wide"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("🎧", 2), ("日本", 4), ("a\u200db", 2)]
)
def test_columns_are_those_of_a_terminal(text: str, wide: int) -> None:
    assert columns(text) == wide


@given(st.text(), st.integers(20, 100))
def test_no_word_is_lost_by_wrapping(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert [word for line in lines for word in line.split(" ") if word] == [
        word for line in printable(text).split("\n") for word in line.split(" ") if word
    ]
    assert all(columns(line) <= width or " " not in line for line in lines)


def test_a_terminal_is_never_commanded_by_a_text() -> None:
    assert printable("a\x1b[31mb\tc\x9b\nd") == "a\ufffd[31mb c\ufffd\nd"


def test_answers_stand_beside_questions_when_they_come_from_a_file() -> None:
    out = StringIO()
    assert Terminal(StringIO("2 \n"), out, 80).ask("Combien ?") == "2"
    assert out.getvalue() == "Combien ? 2\n"


@pytest.mark.parametrize("source", [StringIO(""), None])
def test_the_end_of_the_input_is_told(source: StringIO | None) -> None:
    with pytest.raises(InputEnded):
        Terminal(source, StringIO(), 80).ask("Combien ?")


def test_ctrl_d_is_typed_once() -> None:
    source = StringIO("")
    terminal = Terminal(source, StringIO(), 80)
    with pytest.raises(InputEnded):
        terminal.ask("?")
    source.write("more\n")
    source.seek(0)
    with pytest.raises(InputEnded):
        terminal.ask("?")


def test_a_kept_answer_is_the_next_one() -> None:
    terminal = Terminal(StringIO("b\n"), StringIO(), 80)
    terminal.keep("a")
    assert [terminal.ask("?"), terminal.ask("?")] == ["a", "b"]


@pytest.mark.parametrize(("asked", "got"), [(5, 20), (64, 64), (300, 100)])
def test_lines_are_neither_too_short_nor_too_long_to_read(asked: int, got: int) -> None:
    assert Terminal(None, StringIO(), asked).width == got


def test_the_screen_and_what_was_scrolled_away_are_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("TERM", "xterm")
    screen = Screen()
    Terminal(None, screen, 80).wipe()
    assert screen.getvalue() == "\x1b[H\x1b[2J\x1b[3J"


def test_a_simple_terminal_is_filled_with_empty_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("TERM", "dumb")
    screen = Screen()
    Terminal(None, screen, 80).wipe()
    assert screen.getvalue().count("\n") >= 60
    assert not screen.getvalue().strip()


def test_a_file_or_a_pipe_gets_no_escape_sequence() -> None:
    out = StringIO()
    Terminal(None, out, 80).wipe()
    assert out.getvalue() == ""
