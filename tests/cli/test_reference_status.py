"""`vigichat reference status`: how old every fact is, for a country and a day; and `--country` elsewhere."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from game.cli.arguments import Misused, asked_country, parse
from game.cli.asked import ReferenceStatus
from game.cli.main import main
from game.shelf import find, open_file
from game.telling import language
from game.telling.for_class import for_class
from game.telling.sourced import too_old


def status(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert main(["reference", "status", "--lang", "en", *more]) == 0
    return capsys.readouterr().out


def test_a_fact_is_to_be_checked_again_after_twelve_months(capsys: pytest.CaptureFixture[str]) -> None:
    told = {
        on: json.loads(status(capsys, "--country", "be", "--on", on, "--format", "json"))
        for on in ("2026-11-28", "2027-11-28", "2027-11-29")
    }
    assert all(one["country"] == "be" for one in told.values())
    first = [one["facts"][0] for one in told.values()]
    assert [(one["id"], one["days"], one["to_check"]) for one in first] == [
        ("child-focus", 0, False),
        ("child-focus", 365, False),
        ("child-focus", 366, True),
    ]
    assert first[0]["status"] == "secondary"
    assert "block" in told["2026-11-28"]["general"]
    assert "identity-theft" in told["2026-11-28"]["untold"]


def test_twelve_months_are_a_year_of_the_calendar() -> None:
    fresh = (("2027-11-28", "2028-11-28"), ("2028-02-29", "2029-02-28"))
    old = (("2027-11-28", "2028-11-29"), ("2028-02-29", "2029-03-01"))
    assert [too_old(checked, date.fromisoformat(on)) for checked, on in (*fresh, *old)] == [False] * 2 + [True] * 2


def test_a_day_before_the_check_has_no_age(capsys: pytest.CaptureFixture[str]) -> None:
    told = status(capsys, "--country", "fr", "--on", "2000-01-01")
    assert "3018: checked later, on 22\u00a0November\u00a02026." in told
    assert "days ago" not in told


def test_it_is_told_in_words_and_never_fails(capsys: pytest.CaptureFixture[str]) -> None:
    old = status(capsys, "--country", "fr", "--on", "2030-01-01")
    assert old.startswith("France, 1\u00a0January\u00a02030\n")
    assert "To be checked again: that was more than a year ago." in old
    assert "To be confirmed: read in a copy or in the press." in old
    assert " 0 facts are to be checked again." not in old
    assert "0 facts are to be checked again." in status(capsys, "--country", "fr", "--on", "2026-11-22")


def test_a_country_is_asked_for_with_any_command() -> None:
    assert parse(["reference", "status", "--on", "2027-12-01"]) == ReferenceStatus("2027-12-01")
    assert asked_country(["play", "a", "--country=BE"]) == "be"
    assert asked_country(["play", "a", "--", "--country", "be"]) == ""
    for words in (
        ["play", "a", "--country", "zz"],
        ["reference"],
        ["reference", "state"],
        ["reference", "status", "x"],
    ):
        with pytest.raises(Misused):
            parse(words)


def test_what_is_made_for_a_country_holds_its_help(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, card = tmp_path / "notes.html", tmp_path / "card.html"
    story = "trois-semaines-en-aout"
    assert main(["export", story, "-o", str(page), "--lang", "en", "--country", "be"]) == 0
    assert main(["help-card", "-o", str(card), "--lang", "fr", "--country", "ch"]) == 0
    capsys.readouterr()
    made = page.read_text(encoding="utf-8")
    assert "116 000" in made
    assert "This story takes place in another country: France." in made
    assert "3018" not in made
    printed = card.read_text(encoding="utf-8")
    assert "appelle le 147 avec moi" in printed
    assert "3018" not in printed


def test_a_teacher_is_told_of_old_facts_and_nobody_else_is() -> None:
    story = open_file(find("trois-semaines-en-aout"), "fr").story
    assert story is not None
    with language.speaking("en"):
        old, fresh, unasked = (f"{for_class(*story, day)}" for day in (date(2028, 1, 1), date(2026, 11, 28), None))
    assert "checked more than a year ago" in old
    assert "more than a year ago" not in fresh + unasked
