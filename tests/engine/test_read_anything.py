"""Whatever the bytes, reading and judging them gives problems with places, never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.engine.kinds import KINDS
from game.engine.read import read
from game.engine.write import write
from tests.engine.making import file_text, problems, told
from tests.engine.strategies import bounded, scenarios

PROBLEMS = Path(__file__).parents[1] / "problems"
SEEDS = [path.read_bytes() for path in sorted(PROBLEMS.glob("*/bad.yaml"))]
SPECIALS = [
    *(b"\t", b"\n", b"\r", b" ", b"  ", b"\xc2\xa0", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\x00", b"\xff", b"\xc3"),
    *(b":", b": ", b" #", b"- ", b"? ", b"[", b"]", b"{", b"}", b",", b"|", b">", b"&a ", b"*a", b"!", b"!!str ", b"%"),
    *(b"@", b"`", b'"', b"'", b"\\", b"\n---\n", b"\n...\n", b"<<: ", b"^ ", b"~ ", b"\n      ^ ", b"\xf0\x9f\x98\x84"),
    *(b"%YAML 1.2\n---\n", b"%TAG ! x\n---\n", b"chat: |", b"go_to: ", b"here", b"me: ", b"(if x): ", b'""'),
]


def assert_sound(content: bytes) -> None:
    found = problems(content)
    assert found or read(content).scenario is not None
    lines = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    for one in found:
        assert one.name in KINDS
        assert 1 <= one.place.line <= len(lines)
        # A line that was put in quotes to read on is longer than the author's, at most as if all of it were escaped.
        assert 1 <= one.place.column <= 2 * len(lines[one.place.line - 1]) + 3
    assert len(set(found)) == len(found)


@bounded(150)
@given(st.binary(max_size=300))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example(b"\xff\xfef\x00")
def test_any_bytes_give_problems(content: bytes) -> None:
    assert_sound(content)
    assert problems(content)


@bounded(300)
@given(st.lists(st.sampled_from([*SPECIALS, b"a", b"format: 1\n", b"title: ", b"scenes:\n", b"cast:\n"]), max_size=25))
def test_any_heap_of_yaml_gives_problems(parts: list[bytes]) -> None:
    assert_sound(b"".join(parts))


@st.composite
def mutants(draw: st.DrawFn) -> bytes:
    """A file from the folders of problems after a few cuts, insertions and moves."""
    content = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        end = min(len(content), at + draw(st.sampled_from((0, 1, 2, 5, 40, 400))))
        match draw(st.sampled_from(("cut", "put", "end", "repeat", "line"))):
            case "cut":
                content = content[:at] + content[end:]
            case "put":
                content = content[:at] + draw(st.sampled_from(SPECIALS)) + content[end if at % 2 else at :]
            case "end":
                content = content[:at]
            case "repeat":
                content = content[:at] + content[at:end] * 2 + content[end:]
            case "line":
                rows = content.split(b"\n")
                row = rows.pop(at % len(rows))
                rows.insert(end % (len(rows) + 1), row)
                content = b"\n".join(rows)
    return content


@bounded(300)
@given(mutants())
def test_a_damaged_file_gives_problems_with_places_in_it(content: bytes) -> None:
    assert_sound(content)


@bounded(40)
@given(scenarios(), st.data())
def test_a_written_file_cut_anywhere_gives_problems_with_places_in_it(scenario: object, data: st.DataObject) -> None:
    content = write(scenario).encode()  # type: ignore[arg-type]
    assert_sound(content[: data.draw(st.integers(0, len(content)))])


DEEP = 5_000
DEEPLY = {
    "[": "[" * DEEP,
    "closed [": "[" * DEEP + "]" * DEEP,
    "{": "{" * DEEP,
    "{a: {": "{a: " * DEEP + "b" + "}" * DEEP,
    "- ": "- " * DEEP + "a",
    "? ": "? " * DEEP + "a",
    "- on lines": "".join(" " * depth + "-\n" for depth in range(1_000)),
    "keys": "".join(" " * depth + "a:\n" for depth in range(1_000)),
    "[ in a title": file_text("only: {go_to: end}", title="[" * DEEP),
}


@pytest.mark.parametrize("text", DEEPLY.values(), ids=DEEPLY)
def test_deep_nesting_is_one_problem(text: str) -> None:
    assert [one.name for one in problems(text)] == ["nested-too-deep"]


def test_keys_nested_five_thousand_deep_are_too_big_before_they_are_too_deep() -> None:
    assert told("".join(" " * depth + "a:\n" for depth in range(DEEP))) == ["1:1 file-too-big"]


def test_an_alias_bomb_is_refused_without_being_unfolded() -> None:
    bomb = 'a0: &a0 ["x", "x"]\n' + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    found = problems(file_text("only: {go_to: end}") + bomb)
    assert {one.name for one in found} == {"anchor-or-alias", "unknown-key"}
    assert sum(one.name == "anchor-or-alias" for one in found) == 30 + 29 * 9


def test_a_reading_of_nothing_has_no_scenario() -> None:
    assert read(b"").scenario is None
    for nothing in (b"", b" \n\n", b"# rien\n", b"---", b"--- # rien\n...\n"):
        assert told(nothing) == ["1:1 file-empty"]


def test_a_byte_order_mark_does_not_move_the_place_of_a_wrong_byte() -> None:
    assert told(b"a: b\nc\xff") == ["2:2 not-utf8"]
    assert told(b"\xef\xbb\xbfa: b\nc\xff") == ["2:2 not-utf8"]
    assert told(b"\xef\xbb\xbfab\xff") == ["1:3 not-utf8"]
    assert told("é\xff".encode("latin-1")) == ["1:1 not-utf8"]
    assert told("éé".encode() + b"\xff") == ["1:3 not-utf8"]
