"""What YAML would share, change or hide, and layouts that cannot be understood (docs/format.md, section 1)."""

from __future__ import annotations

import pytest

from game.engine.model import Place
from game.engine.read import read
from tests.engine.making import file_text, problems, told

GOOD = file_text("only: {go_to: end}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD + "---\nformat: 1\n", [f"{GOOD.count(chr(10)) + 1}:1 several-documents"]),
        ("%TAG ! x\n---\n" + GOOD, ["1:1 tag-not-allowed"]),
        (GOOD.replace("\ntitle: ", "\ntitle: !x "), ["2:8 tag-not-allowed"]),
        (GOOD.replace("only: {", "only: !x {"), ["16:9 tag-not-allowed"]),
        (GOOD.replace("only: {", "only: &x {"), ["16:9 anchor-or-alias"]),
        (GOOD.replace("\n  only", "\n\tonly"), ["16:1 bad-indentation"]),
        (GOOD.replace("\n  only", "\n\u00a0\u00a0only"), ["16:1 bad-indentation"]),
        (GOOD.replace("\n  only", "\n \u202f only"), ["16:1 bad-indentation"]),
        (GOOD.replace("Un dim", "Un\u2028dim"), ["2:11 character-not-allowed"]),
        (GOOD.replace("Un dim", "Un\rdim"), ["2:11 character-not-allowed"]),
        (GOOD.replace("Un dim", "Un\x7fdim\x00"), ["2:11 character-not-allowed", "2:15 character-not-allowed"]),
        (GOOD.replace("Un dim", "Un\ufeffdim"), ["2:11 character-not-allowed"]),
    ],
)
def test_what_yaml_would_share_change_or_hide_is_refused_by_name(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (GOOD.replace("only: {go_to: end}", "only: {go_to: end"), "17:8"),
        (GOOD.replace("only: {go_to: end}", "only: [go_to: end}"), "16:20"),
        (GOOD + "\n\n[\n\n\n", "21:1"),
    ],
)
def test_a_layout_that_cannot_be_understood_is_told_once_near_its_place(text: str, place: str) -> None:
    assert told(text) == [f"{place} not-yaml"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD.replace("locale: fr-FR\ntrap", "locale: fr-FR\n  trap"), "5:3 uneven-indentation"),
        (GOOD.replace("locale: fr-FR", "locale fr-FR"), "4:7 missing-colon"),
        (GOOD.replace("locale: fr-FR", "locale:fr-FR"), "4:8 missing-space"),
        (GOOD.replace("  only", " only: {go_to: end}\n  x"), "16:2 uneven-indentation"),
    ],
)
def test_a_slip_of_layout_that_is_sure_has_a_name_and_its_own_line(text: str, expected: str) -> None:
    assert told(text)[0] == expected
    assert not any("not-yaml" in one for one in told(text))


def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing() -> None:
    assert read(("\ufeff" + GOOD.replace("\n", "\r\n")).encode()) == read(GOOD.encode())


def test_several_faults_are_told_in_one_go_from_top_to_end() -> None:
    text = file_text(
        """
        only:
          chat: |
            alx: Salut
            alex: Salut
              ^ to-fast
          choices:
            - {do: "a", because: "b", steps: blok, sets: payd, go_to: nowhere}
          go_to: end
        """,
        title="Attention : danger",
        trap="vrai",
    )
    assert [one.name for one in problems(text)] == [
        "quote-this-text",
        "unknown-value",
        "unknown-speaker",
        "unknown-sign",
        "unknown-step",
        "unknown-fact",
        "unknown-target",
    ]


def test_places_count_lines_and_code_points_from_one() -> None:
    text = file_text('only: {choices: [{do: "👨‍👩‍👧 é", because: "b", steps: blok}], go_to: end}')
    assert problems(text)[0].place == Place(16, 57)
    assert text.splitlines()[15][56:].startswith("blok")


@pytest.mark.parametrize("chat", ['"ines: ok"', "ines", ">\n      ines: ok", "[a]", "\n      ines: ok", "{ines: ok}"])
def test_a_chat_that_is_not_a_literal_block_is_told_at_its_key(chat: str) -> None:
    assert told(
        file_text("only: {go_to: end}").replace("only: {go_to: end}", f"only:\n    go_to: end\n    chat: {chat}")
    ) == ["18:5 chat-not-literal"]
