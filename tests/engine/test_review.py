"""Who has read a story: what of it a review holds for, and how one is added to a file (docs/format.md, section 4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given

from game.engine.check import check
from game.engine.model import Review, Scenario
from game.engine.read import read
from game.engine.review import fingerprint, standing
from game.engine.review_text import NoRoom, with_review
from game.engine.write import write
from tests.engine.making import file_text, problems, told, where
from tests.engine.strategies import bounded, scenarios
from tests.small_reference import SMALL

PLAIN = file_text(
    """
    only:
      stop: "Et là ?"
      chat: |
        ines: Salut
      go_to: end
    """
)
NURSE = ("Prénom Nom", "infirmière scolaire", "2027-01-15")


def scenario_of(text: str | bytes) -> Scenario:
    found = read(text if isinstance(text, bytes) else text.encode()).scenario
    assert found is not None
    return found


def signed(text: str, *who: str) -> str:
    return with_review(text.encode(), *(who or NURSE)).text


def lines_added(before: str, after: str) -> list[str]:
    """The lines of `after` that `before` lacks; all others are there, in their order, to the byte."""
    rest, added = before.split("\n"), []
    for line in after.split("\n"):
        if rest and rest[0] == line:
            rest.pop(0)
        else:
            added.append(line)
    assert rest == []
    return added


# -- what a review holds for


def test_a_review_holds_for_what_was_read() -> None:
    scenario = scenario_of(signed(PLAIN))
    assert standing(scenario) == (Review(*NURSE, fingerprint(scenario_of(PLAIN))),)
    assert problems(signed(PLAIN)) == ()


def test_notes_and_layout_make_no_difference() -> None:
    text = signed(PLAIN)
    moved = text.replace("cast:", "# une note\n\ncast:").replace('name: "Sacha"', "name:   'Sacha'")
    assert moved != text
    assert len(standing(scenario_of(moved))) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Un dimanche", "Un samedi"),
        ("Et là ?", "Et là ? Pourquoi ?"),
        ("ines: Salut", "alex: Salut"),
        ("role: family", "role: adult"),
        ("trap: true", "trap: false"),
        ("locale: fr-FR", "locale: fr-BE"),
        ("C'est fini.", "C’est fini."),
        ("go_to: end", "go_to: [{to: end, if: paid}, end]"),
        ('a payé"', 'a tout payé"'),
        ("cast:", 'teacher: {goal: "Se taire."}\ncast:'),
    ],
)
def test_an_edited_story_counts_as_not_reviewed(old: str, new: str) -> None:
    text = signed(PLAIN)
    assert old in text
    edited = text.replace(old, new)
    assert standing(scenario_of(edited)) == ()
    found = [one for one in problems(edited) if one.name == "review-out-of-date"]
    assert [dict(one.values) for one in found] == [{"by": "Prénom Nom"}]
    assert f"{found[0].place.line}:{found[0].place.column}" == where(edited, '{by: "Prénom')


def test_another_reader_changes_nothing_for_the_first() -> None:
    text = signed(signed(PLAIN), "Autre Nom", "psychologue", "2027-02-01")
    assert [one.by for one in standing(scenario_of(text))] == ["Prénom Nom", "Autre Nom"]


def test_a_story_that_nobody_read_has_no_review_and_no_fingerprint_is_made() -> None:
    # Without what it tells the teacher it cannot be written, so making a fingerprint would fail.
    scenario = replace(scenario_of(PLAIN), teacher=None)  # type: ignore[arg-type]
    assert standing(scenario) == ()
    assert check(scenario, SMALL) == ()


def test_a_fingerprint_stays_what_it_is_from_one_version_to_the_next() -> None:
    # Another way to write the same story would put every review in every file out of date.
    assert fingerprint(scenario_of(PLAIN)) == "16f3afd20eeebc7d"


@bounded(60)
@given(scenarios())
def test_a_fingerprint_is_the_same_for_what_says_the_same(scenario: Scenario) -> None:
    again = scenario_of(write(scenario))
    assert fingerprint(again) == fingerprint(scenario) == fingerprint(replace(scenario, reviewed=()))
    assert fingerprint(replace(scenario, title=f"{scenario.title}.")) != fingerprint(scenario)


def test_a_file_with_an_error_is_not_also_told_that_it_changed() -> None:
    text = signed(PLAIN).replace("locale: fr-FR", "locale: France")
    assert told(text) == [f"{where(text, 'France')} unknown-value"]


# -- reading


@pytest.mark.parametrize(
    ("written", "needle", "name"),
    [
        ("{by: a, as: b, on: 2027-02-30, of: 0123456789abcdef}", "2027-02-30", "not-a-date"),
        ("{by: a, as: b, on: 20270115, of: 0123456789abcdef}", "20270115", "not-a-date"),
        ("{by: a, as: b, on: 2027-W03-5, of: 0123456789abcdef}", "2027-W03-5", "not-a-date"),
        ("{by: a, as: b, on: 2027-01-15, of: 0123456789ABCDEF}", "0123456789A", "not-a-fingerprint"),
        ("{by: a, as: b, on: 2027-01-15, of: 0123}", "0123}", "not-a-fingerprint"),
        ("{by: a, as: b, on: 2027-01-15}", "{by: a", "missing-key"),
        ('{by: "", as: b, on: 2027-01-15, of: 0123456789abcdef}', '""', "expected-text"),
        ("{by: a, as: b, on: 2027-01-15, of: 0123456789abcdef, at: home}", "at: home", "unknown-key"),
        ("quelqu'un", "quelqu'un", "expected-keys"),
    ],
)
def test_a_review_that_cannot_be_one_is_told_where_it_stands(written: str, needle: str, name: str) -> None:
    text = PLAIN.replace("cast:", f"reviewed: {written}\ncast:")
    assert told(text) == [f"{where(text, needle)} {name}"]


def test_one_review_needs_no_list() -> None:
    text = PLAIN.replace("cast:", "reviewed: {by: a, as: b, on: 2027-01-15, of: 0123456789012345}\ncast:")
    assert scenario_of(text).reviewed == (Review("a", "b", "2027-01-15", "0123456789012345"),)


# -- adding one to a file


def test_a_first_review_stands_above_the_cast_and_its_note() -> None:
    text = PLAIN.replace("cast:", "\n# les gens\ncast:")
    after = signed(text)
    of = fingerprint(scenario_of(PLAIN))
    assert lines_added(text, after) == [
        "reviewed:",
        f'  - {{by: "Prénom Nom", as: "infirmière scolaire", on: 2027-01-15, of: "{of}"}}',
    ]
    assert after.index("reviewed:") < after.index("# les gens")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.rstrip("\n"),
        lambda text: "---\n" + text,
        lambda text: "".join(f"  {line}\n" for line in text.splitlines()),
        lambda text: text.replace("cast:", "reviewed:\ncast:"),
        lambda text: text + "\n# fin\n",
    ],
)
def test_no_other_byte_of_the_file_changes(change: Callable[[str], str]) -> None:
    before = change(PLAIN)
    once = with_review(before.encode(), *NURSE).text
    twice = with_review(once.encode(), "Autre Nom", "psychologue", "2027-02-01").text
    assert len(lines_added(once, twice)) == 1
    assert len(standing(scenario_of(twice))) == 2
    added = lines_added(before.replace("reviewed:\n", ""), once)
    assert [line.strip().partition(":")[0] for line in added] == ["reviewed", "- {by"]


def test_who_reads_it_again_has_one_entry_and_notes_between_entries_stay() -> None:
    text = PLAIN.replace(
        "cast:",
        "reviewed:  # merci à elles\n"
        "- by: Prénom Nom\n"
        "  as: infirmière scolaire\n"
        "  on: 2026-12-01\n"
        "  of: 0123456789abcdef\n"
        "# par téléphone\n"
        '- {by: "Autre Nom", as: "psychologue", on: 2026-12-02, of: 0123456789abcdef}\n'
        "\n"
        "cast:",
    )
    of = fingerprint(scenario_of(PLAIN))
    assert signed(text) == text.replace(
        "- by: Prénom Nom\n  as: infirmière scolaire\n  on: 2026-12-01\n  of: 0123456789abcdef\n", ""
    ).replace("\n\ncast:", f'\n- {{by: "Prénom Nom", as: "infirmière scolaire", on: 2027-01-15, of: "{of}"}}\n\ncast:')


@pytest.mark.parametrize(
    "written",
    [
        "{by: Autre Nom, as: psychologue, on: 2026-12-02, of: 0123456789abcdef}",
        "[{by: Autre Nom, as: psychologue, on: 2026-12-02, of: 0123456789abcdef}]",
        "\n  by: Autre Nom\n  as: psychologue\n  on: 2026-12-02\n  of: 0123456789abcdef",
    ],
)
def test_one_entry_becomes_a_list_of_two(written: str) -> None:
    after = signed(PLAIN.replace("cast:", f"reviewed: {written}\ncast:"))
    assert [one.by for one in scenario_of(after).reviewed] == ["Autre Nom", "Prénom Nom"]
    assert after.replace(after[after.index("reviewed:") : after.index("cast:")], "") == PLAIN


def test_a_file_without_room_for_lines_is_left_alone_and_what_to_add_is_given() -> None:
    cramped = PLAIN.replace(
        "cast:", "reviewed: # à relire\n  {by: a, as: b, on: 2026-12-02, of: 0123456789abcdef}\ncast:"
    )
    with pytest.raises(NoRoom) as refused:
        with_review(cramped.encode(), *NURSE)
    assert refused.value.lines[0] == "reviewed:"
    assert [line.partition('"')[0] for line in refused.value.lines[1:]] == ["  - {by: ", "  - {by: "]


def test_a_file_with_an_error_gets_no_review() -> None:
    with pytest.raises(ValueError, match="without an error"):
        with_review(PLAIN.replace("title:", "titel:").encode(), *NURSE)


@pytest.mark.parametrize("by", ["", " ", "deux\nlignes", "a\u2028b", "a\x07b"])
def test_a_name_that_no_file_can_hold_is_refused(by: str) -> None:
    with pytest.raises(ValueError, match="no file can hold"):
        with_review(PLAIN.encode(), by, *NURSE[1:])


@pytest.mark.parametrize("by", ['Ines "la" Nom', "C:\\", "# : {}", "Zoé 🎸"])
def test_any_other_name_comes_back_as_it_was_given(by: str) -> None:
    assert scenario_of(signed(PLAIN, by, *NURSE[1:])).reviewed[0].by == by


@bounded(60)
@given(scenarios())
def test_any_story_can_be_reviewed(scenario: Scenario) -> None:
    # A scene with nothing in it can only be written as an empty value, which is an error.
    assume(all(scene.messages or scene.choices or scene.ways for scene in scenario.scenes))
    text = write(scenario)
    after = scenario_of(with_review(text.encode(), "Prénom Nom", "psychologue", "2027-01-15").text)
    assert replace(after, reviewed=()) == replace(scenario, reviewed=())
    assert standing(after)[-1].by == "Prénom Nom"
