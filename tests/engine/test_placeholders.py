"""Words in braces: those that stand for nothing are told, other braces are text."""

from __future__ import annotations

import pytest

from tests.engine.making import file_text, problems, told, where


def told_in(message: str) -> list[tuple[str, str]]:
    text = file_text(f"only:\n  go_to: end\n  chat: |\n    ines: {message}")
    return [(dict(one.values)["placeholder"], dict(one.values).get("near", "")) for one in problems(text)]


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("Appelle le {numero}.", [("{numero}", "")]),
        ("Appelle le {numéro-vert}.", [("{numéro-vert}", "")]),
        ("Appelle le {helpline", [("{helpline", "{helpline}")]),
        ("Appelle le {helpline, vite", [("{helpline", "{helpline}")]),
        ("Appelle {helpline-name, vite", [("{helpline-name", "{helpline-name}")]),
        ("Appelle {Helpline}.", [("{Helpline}", "{helpline}")]),
        ("Appelle { helpline }.", [("{ helpline }", "{helpline}")]),
        ("{a} et {b} et {a}", [("{a}", ""), ("{b}", "")]),
    ],
)
def test_a_word_in_braces_that_stands_for_nothing_is_told(message: str, found: list[tuple[str, str]]) -> None:
    assert told_in(message) == found


@pytest.mark.parametrize("message", ["{helpline} ou {helpline-name}", "{ }", "{}", ":-{", "{:-)}", "{12}", "{a: b}"])
def test_what_is_known_and_other_braces_are_not_told(message: str) -> None:
    assert told_in(message) == []


def test_every_text_in_which_placeholders_are_filled_is_looked_at() -> None:
    text = file_text(
        """
        only:
          skip: "{a}"
          chat: |
            ines: {b}
          choices:
            - {reply: "{c}", because: "{d}"}
          go_to: end
        """,
        'end: {title: "{e}", debrief: ["{f}", {text: "{g}"}]}',
    )
    assert [dict(one.values)["placeholder"] for one in problems(text)] == [f"{{{one}}}" for one in "abcdefg"]
    assert f"{where(text, 'ines: {b}')} unknown-placeholder" in told(text)
