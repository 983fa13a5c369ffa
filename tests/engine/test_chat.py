"""The chat grammar, line by line (docs/format.md, section 2)."""

from __future__ import annotations

import pytest

from game.engine import chat
from game.engine.model import Condition, Message, Shown
from game.engine.problems import Problem


def parsed(*rows: str) -> tuple[Message, ...]:
    found: list[Problem] = []
    messages = chat.parse(list(rows), 1, 0, found)
    assert found == []
    return messages


def faults(*rows: str) -> list[str]:
    found: list[Problem] = []
    chat.parse(list(rows), 1, 0, found)
    return [f"{one.place.line}:{one.place.column} {one.name}" for one in found]


def test_empty_lines_and_comments_at_the_left_edge_are_nothing() -> None:
    assert parsed("", "# note", "   ", "\t", "alex: a", "#note", "", "  b") == (Message("alex", "a\nb"),)


@pytest.mark.parametrize("colon", [":", " :", "\u00a0:", "\u202f:"])
@pytest.mark.parametrize("attributes", ["", "()", "(masked)", " (masked)", "\u00a0( masked )"])
def test_the_colon_may_follow_a_space_of_three_kinds(colon: str, attributes: str) -> None:
    (message,) = parsed(f"alex{attributes}{colon} Menace")
    assert message == Message("alex", "Menace", masked="masked" in attributes)


def test_only_the_first_colon_divides_a_message() -> None:
    assert [one.text for one in parsed("alex: a: b", "alex:a:b", "alex : : c", "alex: (if x): y")] == [
        "a: b",
        "a:b",
        ": c",
        "(if x): y",
    ]


def test_spaces_and_tabs_at_the_ends_of_a_text_do_not_count_and_other_spaces_do() -> None:
    (message,) = parsed("alex: \t a \u00a0b\u202f \t", "   \t  \u2009c\u3000 ")
    assert message.text == "a \u00a0b\u202f\n\u2009c\u3000"


def test_a_message_may_carry_several_attributes() -> None:
    (message,) = parsed("alex (masked, after 600 s, if a, if b, unless c, unless d): Menace")
    assert message == Message("alex", "Menace", (), True, 600, Condition(("a", "b"), ("c", "d")))
    assert parsed("alex (after 0s): x")[0].after == 0


@pytest.mark.parametrize(
    "attribute", ["after 601 s", "after 4", "after 4 min", "after -1 s", "after ٣ s", "if", "if A", "if a b", "x", ""]
)
def test_an_attribute_that_is_none_is_told(attribute: str) -> None:
    assert faults(f"alex (masked, {attribute}): Menace") == ["1:1 unknown-attribute"]


def test_a_notice_is_not_masked() -> None:
    assert faults("~ (masked): Menace") == ["1:1 unknown-attribute"]


def test_a_notice_has_attributes_only_before_a_colon() -> None:
    assert parsed("~ a", "~b", "~ (after 1 s): c", "~ (): (d", "~ (rires) e", "~ (): (): f") == (
        Message(None, "a"),
        Message(None, "b"),
        Message(None, "c", after=1),
        Message(None, "(d"),
        Message(None, "(rires) e"),
        Message(None, "(): f"),
    )


def test_an_indented_line_continues_the_message_above_after_a_line_break() -> None:
    assert parsed("alex: a", " b", "        c", "~ d", "  e") == (Message("alex", "a\nb\nc"), Message(None, "d\ne"))


def test_lines_that_look_like_marks_continue_the_message() -> None:
    (message,) = parsed("alex: a", "  # b", "  ~ c", "  ines: d", "  ^^ e", "  ^f", "  ^")
    assert message.text == "a\n# b\n~ c\nines: d\n^^ e\n^f\n^"


def test_signs_belong_to_the_message_above_and_share_the_quotation_of_their_line() -> None:
    (message,) = parsed("alex: Viens ici", '  ^ a, b ,c "ici"', "  ^ d", "  vite", '  ^ e "vite"')
    assert message.text == "Viens ici\nvite"
    assert message.shown == (
        *(Shown(name, "ici", 6, 9) for name in "abc"),
        Shown("d", None, 0, 14),
        Shown("e", "vite", 10, 14),
    )


def test_a_quotation_doubles_its_double_quotes() -> None:
    (message,) = parsed('alex: Dis "oui", ok ?', '  ^ a """oui"", ok"')
    assert message.shown == (Shown("a", '"oui", ok', 4, 13),)


@pytest.mark.parametrize("quotation", ["l'appli : ok", "l’appli\u00a0: ok", "l'appli\u202f:\u00a0ok"])
def test_a_quotation_matches_spaces_and_apostrophes_of_another_kind(quotation: str) -> None:
    (message,) = parsed("alex: Viens sur l’appli\u00a0:", "  ok ?", f'  ^ a "{quotation}"')
    assert message.shown == (Shown("a", quotation, 10, 22),)
    assert message.text[10:22] == "l’appli\u00a0:\nok"


def test_the_first_occurrence_of_a_quotation_counts() -> None:
    (message,) = parsed("alex: ok ok ok", '  ^ a "ok"')
    assert message.shown == (Shown("a", "ok", 0, 2),)


def test_lengths_are_code_points() -> None:
    (message,) = parsed("alex: 👨‍👩‍👧 ici", '  ^ a "ici"')
    assert message.shown == (Shown("a", "ici", 6, 9),)


@pytest.mark.parametrize("quotation", ["Ici", "ici.", "", " ici  "])
def test_a_quotation_that_is_not_in_the_message_is_told_once_for_its_line(quotation: str) -> None:
    assert faults("alex: Viens ici", f'  ^ a, b "{quotation}"') == ["2:3 quotation-not-found"]


@pytest.mark.parametrize("line", ["^ a b", '^ a "x', '^ a "x" b', '^ "x"', "^ a,", "^ A", '^ a "x" "y"', "^ a é"])
def test_a_line_of_signs_that_cannot_be_read_is_told(line: str) -> None:
    assert faults("alex: x y", f"  {line}") == ["2:3 sign-line"]


def test_a_line_of_signs_at_the_edge_is_told_and_belongs_to_the_message_above() -> None:
    assert faults("alex: x y", '^ a "x"', "ines: ok") == ["2:1 sign-not-indented"]
    assert faults('^ a "x: y"') == ["1:1 sign-without-message"]


@pytest.mark.parametrize("written", ["« x y »", "«x y»", "«\u00a0x y\u00a0»", "“x y”", "„x y“"])
def test_other_quotes_in_a_line_of_signs_are_told_with_the_line_to_write(written: str) -> None:
    found: list[Problem] = []
    chat.parse(["alex: x y", f"  ^ a, b {written}"], 1, 0, found)
    assert [(one.name, dict(one.values)["line"]) for one in found] == [("sign-quotes", '^ a, b "x y"')]


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("- alex: Salut", "alex: Salut"),
        ('"alex: Salut"', "alex: Salut"),
        ('- "alex (masked): Menace"', "alex (masked): Menace"),
        ('- alex: "Salut"', 'alex: "Salut"'),
        ("- ~ Le soir", "~ Le soir"),
    ],
)
def test_a_message_with_a_dash_or_in_quotes_is_told_once_and_read(line: str, bare: str) -> None:
    found: list[Problem] = []
    (message,) = chat.parse([line], 1, 0, found)
    assert [(one.name, dict(one.values)["line"]) for one in found] == [("quotes-or-dash", bare)]
    assert (message,) == parsed(bare)


def test_signs_and_continuations_need_a_message_above() -> None:
    assert faults("  ^ a") == ["1:3 sign-without-message"]
    assert faults("  texte") == ["1:3 chat-line"]


def test_a_line_that_was_not_understood_is_told_once_with_what_hangs_on_it() -> None:
    assert faults("rien à voir", "  suite", "  ^ a", "alex: ok", "  ^ a b") == ["1:1 chat-line", "5:3 sign-line"]


def test_a_message_without_text_is_told() -> None:
    assert faults("alex:", "~", "~ ():", "alex (masked): ") == [f"{line}:1 empty-message" for line in range(1, 5)]


def test_a_name_that_no_cast_can_hold_is_kept_so_that_the_right_one_can_be_named() -> None:
    assert [one.speaker for one in parsed("Alex: a", "inès : b", "Jean-Marc (after 1 s): c")] == [
        "Alex",
        "inès",
        "Jean-Marc",
    ]
