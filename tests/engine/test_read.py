"""From a file to a scenario: keys, kinds of value, and what is refused (docs/format.md, section 1)."""

from __future__ import annotations

import pytest

from game.engine.model import (
    ALWAYS,
    Choice,
    Condition,
    Ending,
    Fact,
    Message,
    Person,
    Said,
    Scenario,
    Scene,
    Teacher,
    Way,
)
from game.engine.problems import Problem
from game.engine.read import read
from tests.engine.making import END, file_text, problems, story, told, where

ONLY = "only: {go_to: end}"
GOOD = file_text(ONLY)


def scenario(text: str) -> Scenario:
    reading = read(text.encode())
    assert reading.problems == ()
    assert reading.scenario is not None
    return reading.scenario


def with_line(line: str) -> str:
    """The good file with one more line at its end, where top-level keys can stand."""
    return GOOD + line + "\n"


def first(text: str) -> Problem:
    return problems(text)[0]


# -- a whole file


def test_every_key_of_the_format_is_read() -> None:
    text = (
        file_text(
            """
            contact:
              chat: |
                ~ samedi
              choices:
                - id: stay
                  reply: "Je reste."
                  because: "Ici, on peut bloquer."
                  steps: [block, police]
                  against: do-not-give-in
                  sets: paid
                  if: [told]
                  unless: paid
                  go_to: [{to: here, if: paid}, {to: end, unless: [paid]}, contact]
                - do: "Rien."
                  because: "Bof."
              go_to: end
              stop: "Et là ?"
              skip: "Résumé."
              verdict: true
              keep_order: true
            """,
            'end: {title: "La fin", debrief: ["Un.", {text: "Deux.", if: paid, unless: told}],'
            " law: blackmail, open: true}",
        )
        + "tutorial: true\nabout: {relation: partner, demand: images}\nminutes: 8\n"
        + 'teacher: {goal: "Un but", before: "Avant", ask: ["Et ?", "Puis ?"]}\n'
    )
    assert scenario(text) == Scenario(
        title="Un dimanche",
        summary="Un week-end.",
        locale="fr-FR",
        cast=(
            Person("me", "Sacha", "me"),
            Person("alex", "Alex", "contact"),
            Person("ines", "Inès", "friend"),
            Person("mum", "Maman", "family"),
            Person("leo", "Léo", "stranger"),
        ),
        scenes=(
            Scene(
                "contact",
                (Message(None, "samedi"),),
                (
                    Choice(
                        "stay",
                        "Je reste.",
                        True,
                        "Ici, on peut bloquer.",
                        ("block", "police"),
                        ("do-not-give-in",),
                        ("paid",),
                        Condition(("told",), ("paid",)),
                        (
                            Way("here", Condition(("paid",))),
                            Way("end", Condition((), ("paid",))),
                            Way("contact"),
                        ),
                    ),
                    Choice("2", "Rien.", False, "Bof."),
                ),
                (Way("end"),),
                "Et là ?",
                "Résumé.",
                True,
                True,
            ),
        ),
        endings=(
            Ending(
                "end",
                "La fin",
                (Said("Un."), Said("Deux.", Condition(("paid",), ("told",)))),
                ("blackmail",),
                True,
            ),
        ),
        facts=(Fact("paid", "a payé"), Fact("told", "a parlé")),
        trap=True,
        tutorial=True,
        relation="partner",
        demand="images",
        minutes=8,
        teacher=Teacher("Un but", "Avant", ("Et ?", "Puis ?")),
    )


def test_what_may_be_left_out_may_be_left_out() -> None:
    found = scenario(file_text(ONLY, trap="", facts="", cast='me: {name: "Sacha"}'))
    assert (found.trap, found.relation, found.demand, found.minutes) == (None, None, None, None)
    assert not found.tutorial
    assert (found.facts, found.teacher) == ((), Teacher())
    assert found.scenes == (Scene("only", ways=(Way("end"),)),)


def test_whether_it_is_a_tutorial_is_yes_or_no() -> None:
    assert not scenario(GOOD + "tutorial: false\n").tutorial
    (fault,) = read((GOOD + "tutorial: oui\n").encode()).problems
    assert (fault.name, dict(fault.values)["key"], dict(fault.values)["value"]) == ("unknown-value", "tutorial", "oui")


def test_the_locale_says_language_and_country() -> None:
    found = scenario(GOOD.replace("fr-FR", "en-GB"))
    assert (found.language, found.country) == ("en", "gb")


def test_a_single_value_stands_for_a_list_of_one() -> None:
    one = """
        only:
          choices: {do: "Oui", because: "Car.", steps: block, against: police, sets: paid, if: told, unless: paid}
          go_to: end
    """
    many = """
        only:
          choices:
            - {do: "Oui", because: "Car.", steps: [block], against: [police], sets: [paid], if: [told], unless: [paid]}
          go_to: [end]
    """
    ending = 'end: {title: "La fin", debrief: ["Un."], law: [blackmail]}'
    assert scenario(file_text(one, ending.replace("[", "").replace("]", ""))) == scenario(file_text(many, ending))


def test_a_choice_without_an_id_is_called_by_its_number() -> None:
    found = story('only: {go_to: end, choices: [{do: "a", because: "b"}, {id: x, do: "a", because: "b"}]}')
    assert [one.id for one in found.scenes[0].choices] == ["1", "x"]


def test_conditions_hold_when_all_needs_and_no_bar_are_true() -> None:
    condition = Condition(("a", "b"), ("c",))
    assert condition.holds(frozenset("ab"))
    assert condition.holds(frozenset("abz"))
    assert not condition.holds(frozenset("a"))
    assert not condition.holds(frozenset("abc"))
    assert ALWAYS.holds(frozenset())


# -- values are texts


@pytest.mark.parametrize(
    "value", ["21:30", "no", "1e3", "2026-01-01", "null", "~", "0x1F", "1_000", "a:b", "<<", "..."]
)
def test_a_value_is_text_however_yaml_would_type_it(value: str) -> None:
    assert scenario(file_text(ONLY, title=value)).title == value


def test_names_are_texts_too() -> None:
    text = file_text('no: {choices: [{id: 1e3, do: "a", because: "b", go_to: 12}]}', '12: {title: "x", debrief: "y"}')
    found = scenario(text)
    assert (found.scenes[0].id, found.scenes[0].choices[0].id, found.endings[0].id) == ("no", "1e3", "12")


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("Fin : suite", '"Fin : suite"'),
        ("fin:", '"fin:"'),
        ("Viens #stop", '"Viens #stop"'),
        ("#stop", '"#stop"'),
        ("@moi", '"@moi"'),
        ("`a`", '"`a`"'),
        ("%a", '"%a"'),
        ("*a* b", '"*a* b"'),
        ("- a", '"- a"'),
        ("? a", '"? a"'),
        (", a", '", a"'),
        ('"a" b', '"\\"a\\" b"'),
        ("[a]", '"[a]"'),
        ("{a: b}", '"{a: b}"'),
        ("{helpline} répond", '"{helpline} répond"'),
        ("[rires] non", '"[rires] non"'),
        ("[a]: b", '"[a]: b"'),
    ],
)
def test_a_text_that_yaml_would_cut_or_refuse_is_told_with_the_line_to_write(value: str, quoted: str) -> None:
    text = file_text(ONLY, title=value)
    assert [one.name for one in problems(text)] == ["quote-this-text"]
    assert dict(first(text).values)["line"] == f"title: {quoted}"
    assert scenario(text.replace(f"title: {value}", f"title: {quoted}")).title == value


@pytest.mark.parametrize("value", ["!Salut", "!!str x", "! x"])
def test_a_text_that_starts_with_an_exclamation_mark_is_one_problem(value: str) -> None:
    assert told(file_text(ONLY, title=value)) == ["2:8 tag-not-allowed"]


@pytest.mark.parametrize("value", ["&co", "&a x", "*a"])
def test_a_text_that_starts_like_a_reference_is_one_problem(value: str) -> None:
    assert told(file_text(ONLY, title=value)) == ["2:8 anchor-or-alias"]


@pytest.mark.parametrize("value", ["", '""', '" "', "[]", "\n  a: b", "\n  - a"])
def test_a_text_that_is_empty_or_no_text_is_told(value: str) -> None:
    assert len(problems(file_text(ONLY, title=value))) == 1


@pytest.mark.parametrize(
    "value", ["|\n  Deux\n  lignes", '"deux\\nlignes"', '"deux\n\n  lignes"', ">\n  deux\n\n  lignes"]
)
def test_a_text_of_several_lines_is_told(value: str) -> None:
    assert told(file_text(ONLY, title=value)) == ["2:8 text-on-one-line"]


@pytest.mark.parametrize("value", ["true", "false"])
def test_yes_or_no_is_true_or_false(value: str) -> None:
    assert scenario(file_text(ONLY, trap=value)).trap is (value == "true")


@pytest.mark.parametrize("value", ["yes", "True", "on", "1", "non"])
def test_no_other_word_is_yes_or_no(value: str) -> None:
    assert told(file_text(ONLY, trap=value)) == ["5:7 unknown-value"]


@pytest.mark.parametrize(("value", "fine"), [("1", True), ("120", True), ("0", False), ("121", False), ("8.5", False)])
def test_minutes_go_from_one_to_a_hundred_and_twenty(value: str, fine: bool) -> None:
    assert [one.name for one in problems(with_line(f"minutes: {value}"))] == ([] if fine else ["not-a-number"])


@pytest.mark.parametrize("value", ["fr", "fr-fr", "FR-FR", "fr_FR", "french-FR"])
def test_a_locale_is_a_language_and_a_country(value: str) -> None:
    assert told(GOOD.replace("fr-FR", value)) == ["4:9 unknown-value"]


@pytest.mark.parametrize("name", ["Left", "left-app", "été", "1a", "a b", "a.b"])
def test_people_and_facts_have_names_of_letters_digits_and_low_lines(name: str) -> None:
    assert {one.name for one in problems(file_text(ONLY, facts=f'{name}: "x"'))} == {"bad-name"}
    assert {
        one.name for one in problems(file_text(ONLY, cast=f'me: {{name: "S"}}\n{name}: {{name: "x", role: friend}}'))
    } == {"bad-name"}


@pytest.mark.parametrize("name", ["Only", "on_ly", "fin é", "a b"])
def test_scenes_endings_and_choices_have_ids_of_letters_digits_and_hyphens(name: str) -> None:
    scene = file_text(f'"{name}": {{go_to: end}}')
    ending = file_text(ONLY.replace("end", f'"{name}"'), END.replace("end", f'"{name}"', 1))
    choice = file_text(f'only: {{choices: [{{id: "{name}", do: "a", because: "b"}}], go_to: end}}')
    for text in (scene, ending, choice):
        assert [one.name for one in problems(text)] == ["bad-name"]


def test_nothing_that_one_can_go_to_is_called_here() -> None:
    for text in (file_text("here: {go_to: end}"), file_text(ONLY, END + '\nhere: {title: "x", debrief: "y"}')):
        assert told(text) == [f"{where(text, 'here')} bad-name"]


# -- keys


@pytest.mark.parametrize("key", ["format", "title", "summary", "locale", "cast", "scenes", "endings"])
def test_a_required_key_that_is_absent_is_one_problem(key: str) -> None:
    rows = GOOD.splitlines(keepends=True)
    start = next(number for number, row in enumerate(rows) if row.startswith(key))
    end = next((number for number in range(start + 1, len(rows)) if rows[number][0] != " "), len(rows))
    text = "".join(rows[:start] + rows[end:])
    assert told(text) == ["1:1 missing-key"]
    assert dict(first(text).values) == {"key": key}


@pytest.mark.parametrize("key", ["title", "summary", "locale", "cast", "facts", "scenes", "endings"])
def test_a_misspelt_key_is_one_problem_with_the_right_one_as_hint(key: str) -> None:
    scenes = 'only: {choices: [{do: "a", because: "b", sets: paid, if: told}], go_to: end}'
    text = file_text(scenes).replace(f"{key}:", f"{key}x:", 1)
    assert [one.name for one in problems(text)] == ["unknown-key"]
    assert dict(first(text).values)["near"] == key


@pytest.mark.parametrize(
    "text",
    [
        with_line("points: 10"),
        with_line("about: {relation: known, points: 15}"),
        with_line('teacher: {goal: "x", points: "y"}'),
        file_text("only: {go_to: end, points: 1}"),
        file_text('only: {go_to: end, choices: [{do: "a", because: "b", points: 1}]}'),
        file_text("only: {go_to: [{to: end, points: 1}]}"),
        file_text(ONLY, END.replace("{", "{points: 1, ")),
        file_text(ONLY, 'end: {title: "x", debrief: {text: "y", points: 1}}'),
        file_text(ONLY, cast='me: {name: "S", points: 1}'),
    ],
)
def test_a_key_that_is_not_of_the_format_is_told_where_it_stands(text: str) -> None:
    assert told(text) == [f"{where(text, 'points')} unknown-key"]


def test_the_same_key_twice_is_told_with_the_line_of_the_first() -> None:
    text = with_line('title: "Encore"')
    assert told(text) == [f"{where(text, 'title')} duplicate-key"]
    assert dict(first(text).values) == {"key": "title", "line": "2"}


@pytest.mark.parametrize(
    ("key", "value", "name"),
    [
        ("cast", "[]", "expected-keys"),
        ("cast", "x", "expected-keys"),
        ("facts", "[paid, told]", "expected-keys"),
        ("scenes", "[]", "expected-keys"),
        ("scenes", "{}", "no-scene"),
        ("endings", "[]", "expected-keys"),
        ("endings", "{}", "no-ending"),
    ],
)
def test_a_table_that_is_none_is_one_problem(key: str, value: str, name: str) -> None:
    scenes = 'only: {choices: [{do: "a", because: "b", sets: paid, if: told}], go_to: end}'
    rows = file_text(scenes).splitlines(keepends=True)
    start = next(number for number, row in enumerate(rows) if row.startswith(key))
    end = next((number for number in range(start + 1, len(rows)) if rows[number][0] != " "), len(rows))
    text = "".join([*rows[:start], f"{key}: {value}\n", *rows[end:]])
    assert [one.name for one in problems(text)] == [name]


def test_another_format_is_told_and_nothing_else() -> None:
    assert told(GOOD.replace("format: 1", "format: 2").replace("summary", "pitch")) == ["1:9 unknown-format"]


@pytest.mark.parametrize("text", ["bonjour", "- a\n- b", "a: b", "[]", "{}", '"format: 1"', "42"])
def test_another_document_is_not_a_scenario(text: str) -> None:
    assert told(text) == ["1:1 not-a-scenario"]
