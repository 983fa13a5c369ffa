"""Each country that ships: somebody to reach, sources and dates, in both languages; and every story beside it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import game.reference
from game.engine.check import check
from game.engine.debrief import debrief
from game.engine.events import Log
from game.engine.model import Scenario
from game.engine.problems import stops
from game.engine.proof.prove import prove
from game.engine.reference import Reference, Untold
from game.reference.ids import LAW, STEPS
from game.reference.library import countries, files_of, load, read
from game.shelf import open_bytes, open_unproved, shipped
from game.telling import country as whose
from game.telling import language
from game.telling.debrief_pages import pages as debrief_pages
from game.telling.help_now import pages as help_pages
from tests.engine.making import file_text

SHIPPED = Path(game.reference.__file__).parent
ALL = countries()
# What is France's own, and must reach nobody elsewhere. 119 and 17 are looked for as whole words.
FRENCH = ("3018", "3114", "PHAROS", "THESEE", "Espace Mineurs", "e-Enfance", "service-public", "gendarmerie", "17Cyber")

GOOD = file_text("only: {go_to: end}", facts="", trap="")

loaded = cache(load)


@cache
def stories() -> tuple[Scenario, ...]:
    found = (open_unproved(path, "fr").scenario for path in shipped())
    return tuple(one for one in found if one is not None)


@pytest.mark.parametrize("code", ALL)
@pytest.mark.parametrize("spoken", ["fr", "en"])
def test_a_country_says_whom_to_reach_and_where_it_was_read(code: str, spoken: str) -> None:
    reference = loaded(code, spoken)
    assert (reference.country, reference.language) == (code, spoken)
    first = reference.helplines[0]
    assert first.for_players
    assert first.typed
    assert "talk" in first.use
    assert reference.of_use("emergency")[0].number
    assert reference.of_use("rescue")
    assert reference.of_use("distress")
    assert reference.look_up
    assert {step.id for step in reference.steps} == set(STEPS)
    assert set(reference.topics) == set(LAW)
    entries = (*reference.steps, *reference.law, *reference.helplines, *reference.duties)
    assert all(entry.sourced.sources and entry.sourced.checked for entry in entries)
    assert not [one.id for one in reference.helplines if one.for_players and one.sourced.status == "unverified"]


@pytest.mark.parametrize("code", [one for one in ALL if one != "fr"])
def test_nothing_of_france_is_shown_elsewhere(code: str) -> None:
    reference = loaded(code, "fr")
    assert not reference.own_document
    with language.speaking("fr"):
        shown = f"{help_pages(reference)}"
        for story in stories():
            # Titles and addresses of sources may name anything; what they say of themselves is not advice.
            told = debrief_pages(story, reference, ())
            shown += str([page.blocks for page in told if page.id in ("first", "helps")])
    for sourced in (source.title for entry in reference.steps for source in entry.sourced.sources):
        shown = shown.replace(sourced, "")
    assert [words for words in FRENCH if words in shown] == []


@pytest.mark.parametrize("code", ALL)
def test_every_shipped_story_holds_with_every_country(code: str) -> None:
    reference = loaded(code, "fr")
    empty: Log = ()
    for story in stories():
        assert not stops(check(story, reference, ())), story.title
        result = debrief(story, reference, empty)
        assert result.remember in reference.step
        told = {topic for ending in story.endings for topic in ending.law}
        assert told <= set(reference.topics), story.title


def test_a_story_is_proved_alike_with_the_reference_of_another_country() -> None:
    story = min(stories(), key=lambda one: len(one.scenes))
    france, belgium = prove(story, loaded("fr", "fr")), prove(story, loaded("be", "fr"))
    assert (france.problems, france.certificate) == (belgium.problems, belgium.certificate)


def test_a_file_is_judged_beside_its_own_country_and_played_beside_the_readers() -> None:
    belgian = GOOD.replace("fr-FR", "fr-BE").encode()
    own, elsewhere = (open_bytes(Path("x.yaml"), belgian, "en", country=code) for code in ("", "ch"))
    assert own.reference is not None
    assert elsewhere.reference is not None
    assert (own.reference.country, elsewhere.reference.country) == ("be", "ch")
    assert own.problems == elsewhere.problems
    unknown = open_bytes(Path("x.yaml"), belgian, "en", country="zz")
    assert unknown.reference is not None
    assert unknown.reference.country == "be"


def test_a_debrief_says_plainly_which_law_was_not_found() -> None:
    story = next(one for one in stories() if one.trap)
    for spoken, said in (
        ("fr", "Nous n’avons pas encore de texte de loi vérifié"),
        ("en", "no checked text of its law"),
    ):
        with language.speaking(spoken):
            bare = _without_law(loaded("be", spoken))
            (law,) = [page for page in debrief_pages(story, bare, ()) if page.id == "law"]
            assert said in f"{law}"
            assert "Child Focus" in f"{law}"
            assert "Belgique" in f"{law}" or "Belgium" in f"{law}"


def _without_law(reference: Reference) -> Reference:
    missing = tuple(Untold(one.id, one.short, one.always) for one in reference.law)
    return replace(reference, law=(), untold=(*missing, *reference.untold))


COUNTRY = """\
look_up: example.org
sources:
  page:
    title: "Une page"
    address: https://example.org/page
    date: 2026-11
"""
HELPLINES = """\
helplines:
  - id: listening
    use: [talk]
    name: "Une ligne"
    number: ""
    address: ecoute.example.org
    short: "Pour parler"
    long: "On t’écoute."
    hours: "Jour et nuit"
    for_players: true
    origin: complement
    sources: [page]
    status: verified
    checked: 2026-11-28
  - id: urgent
    use: [emergency]
    name: "Urgences"
    number: "999"
    address: ""
    short: "En danger"
    long: "Appelle."
    hours: "Jour et nuit"
    for_players: true
    origin: complement
    sources: [page]
    status: verified
    checked: 2026-11-28
"""


def test_a_country_is_a_folder_with_two_files_and_no_code(tmp_path: Path) -> None:
    shutil.copy(SHIPPED / "signs.yaml", tmp_path)
    shutil.copytree(SHIPPED / "general", tmp_path / "general")
    own = tmp_path / "mc"
    own.mkdir()
    (own / "country.yaml").write_text(COUNTRY, encoding="utf-8")
    (own / "helplines.yaml").write_text(HELPLINES, encoding="utf-8")
    assert countries(tmp_path) == ("mc",)
    reference = read(files_of("mc", tmp_path))
    assert all(step.general for step in reference.steps)
    assert [one.id for one in reference.untold] == [*LAW]
    assert [one.id for one in reference.helplines] == ["listening", "urgent", "take-it-down"]
    with language.speaking("fr"):
        assert whose.country_name("mc") == "Monaco"
        story = next(one for one in stories() if one.trap)
        assert "ecoute.example.org" in f"{help_pages(reference)}"
        assert "Monaco" in f"{debrief_pages(story, reference, ())}"


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({"LANG": "fr_BE.UTF-8"}, "be"),
        ({"LANG": "en_CA"}, "ca"),
        ({"LANG": "fr-CH"}, "ch"),
        ({"LC_ALL": "de_LU@euro", "LANG": "fr_FR"}, "lu"),
        ({"LANG": "en_US.UTF-8"}, "us"),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "fr"}, ""),
    ],
)
def test_the_system_names_a_country(environ: dict[str, str], code: str) -> None:
    assert whose.guessed(environ) == code
