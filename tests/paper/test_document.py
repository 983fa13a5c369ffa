"""A document is whole, needs nothing else, says that it is fiction, and lets no word of a story do anything."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import pairwise

import pytest

from game.engine.model import Scenario
from game.engine.reference import Reference
from game.engine.transcript import play
from game.paper.document import FICTION, GENERATOR, document
from game.paper.escape import link
from game.shelf import open_file, shipped
from game.telling import help_now, language
from game.telling.debrief_pages import pages
from game.telling.page import Bullets, Code, GoBack, Heading, Link, Page, Span, Ways, plain
from game.telling.sheet import Sheet, SourceList
from game.telling.teacher_guide import teacher_guide
from game.telling.what_if import what_ifs
from tests.paper.reading import Reading
from tests.telling.plays import RECOVERED, TRAP, TRAPPED, story

TODAY = date(2026, 12, 1)


def guide(scenario: Scenario, reference: Reference) -> str:
    return document("Guide", teacher_guide(scenario, reference, TODAY))


def flagship(reference: Reference) -> Scenario:
    (path,) = [path for path in shipped() if path.stem == "trois-semaines-en-aout"]
    opened = open_file(path, reference.language).story
    assert opened is not None
    return opened[0]


@pytest.mark.parametrize("kind", ["guide", "flagship", "debrief", "help"])
def test_every_element_is_closed_in_its_turn_and_no_id_comes_twice(kind: str, country: Reference) -> None:
    log = play(TRAPPED, RECOVERED)
    written = {
        "guide": lambda: guide(TRAPPED, country),
        "flagship": lambda: guide(flagship(country), country),
        "debrief": lambda: document("D", (*pages(TRAPPED, country, log), *what_ifs(TRAPPED, country, log))),
        "help": lambda: document("H", help_now.pages(country)),
    }[kind]()
    reading = Reading(written)
    assert reading.faults == []
    ids = [attributes["id"] for _, attributes in reading.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [attributes["href"] for attributes in reading.all("a")]
    assert {href[1:] for href in links if href.startswith("#")} <= set(ids)
    levels = reading.levels()
    assert levels[:2] == [1, 2]
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


def test_it_asks_a_browser_for_nothing_but_its_own_style(country: Reference) -> None:
    written = guide(TRAPPED, country)
    (policy,) = [one["content"] for one in Reading(written).all("meta") if "http-equiv" in one]
    css = written.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(css.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    reading = Reading(written)
    assert reading.all("script", "link", "img", "iframe", "object", "embed", "form") == []
    assert not any(name == "style" or name.startswith("on") for _, some in reading.elements for name in some)
    assert "url(" not in css
    assert "@import" not in css


def test_it_says_its_language_and_that_it_is_fiction_on_the_screen_and_on_every_printed_page(
    country: Reference,
) -> None:
    written = guide(TRAPPED, country)
    reading = Reading(written)
    (html,) = reading.all("html")
    assert html == {"lang": country.language, "dir": "ltr"}
    assert reading.words.count(FICTION) == 1
    assert f'@bottom-left {{ content: "{FICTION}"' in written
    assert GENERATOR in written[:600]


def test_a_language_that_runs_from_right_to_left_turns_the_document(country: Reference) -> None:
    language.use("ar-x-pseudo")
    (html,) = Reading(guide(TRAPPED, country)).all("html")
    assert html["dir"] == "rtl"


WILD = """</style></title><script>alert(1)</script>'"&amp;<!--]]>"""


def test_no_word_of_a_story_gets_out_of_its_place(country: Reference) -> None:
    """Every text that an author can write, in every place where a guide shows it."""
    spiteful = story(
        TRAP.replace(
            "trap: true",
            'trap: true\nteacher: {goal: "GOAL", before: "BEFORE", ask: ["ASK"], lesson: ["LESSON"]}',
        ).replace("  pressure:\n", '  pressure:\n    stop: "STOP"\n')
    )
    scenario = _everywhere(spiteful, WILD + "\u202e")
    written = document(f"T {WILD}", teacher_guide(scenario, country, TODAY))
    reading = Reading(written)
    assert reading.faults == []
    assert reading.all("script") == []
    assert len(re.findall("<style>", written)) == 1
    assert "\u202e" not in written
    assert reading.words.count("<script>alert(1)</script>") > 20
    debriefed = document("D", pages(scenario, country, play(scenario, RECOVERED)))
    assert Reading(debriefed).faults == []
    assert Reading(debriefed).all("script") == []


def _everywhere(scenario: Scenario, wild: str) -> Scenario:
    scenes = tuple(
        replace(
            scene,
            messages=tuple(replace(one, text=wild, shown=()) for one in scene.messages),
            choices=tuple(replace(one, text=wild, because=wild) for one in scene.choices),
            stop=wild if scene.stop else None,
            skip=wild if scene.skip else None,
        )
        for scene in scenario.scenes
    )
    endings = tuple(replace(one, title=wild, debrief=()) for one in scenario.endings)
    teacher = replace(scenario.teacher, goal=wild, before=wild, ask=(wild,), lesson=(wild,))
    cast = tuple(replace(one, name=wild) for one in scenario.cast)
    facts = tuple(replace(one, label=wild) for one in scenario.facts)
    return replace(scenario, title=wild, scenes=scenes, endings=endings, teacher=teacher, cast=cast, facts=facts)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "3018.fr", "", " https://x", "file:///"]
)
def test_only_web_addresses_become_links(address: str) -> None:
    assert link(address) == ""
    shown = document("S", (Sheet("s", "S", (SourceList((_source(address),)),)),))
    assert Reading(shown).all("a") == []
    assert Reading(shown).faults == []


def test_a_web_address_is_a_link_that_shows_itself() -> None:
    reading = Reading(document("S", (Sheet("s", "S", (SourceList((_source('https://a.fr/?x="1"&y'),)),)),)))
    assert [one["href"] for one in reading.all("a")] == ['https://a.fr/?x="1"&y']
    assert 'https://a.fr/?x="1"&y' in reading.words


def _source(address: str):  # type: ignore[no-untyped-def]
    from game.engine.reference import Source

    return Source("Titre", address, "n.d.")


def test_ways_out_of_the_set_and_back_into_a_play_are_left_out() -> None:
    blocks = (Link("In", "b"), Link("Out", "c"), GoBack("Back", 3), Ways((Link("Also", "b", "here"), GoBack("B", 1))))
    reading = Reading(document("T", (Page("a", "A", blocks), Page("b", "B", ()))))
    assert [one["href"] for one in reading.all("a")] == ["#a", "#b", "#b", "#b"]
    assert "Also (here)" in reading.words
    assert "Out" not in reading.words
    assert "Back" not in reading.words


def test_a_page_alone_has_no_table_of_contents() -> None:
    assert Reading(document("T", (Page("a", "A", (plain("x"),)),))).all("nav") == []


def test_numbers_that_a_list_would_not_count_itself_stay_as_words() -> None:
    items = ((Span("one"),), (Span("two"),))
    counted = document("T", (Page("a", "A", (Bullets(items, ("1", "2")),)),))
    own = document("T", (Page("a", "A", (Bullets(items, ("3", "5")),)),))
    assert "<ol>" in counted
    assert Reading(counted).words.endswith("one two")
    assert "<ul>" in own
    assert "3. one 5. two" in Reading(own).words


def test_a_heading_never_jumps_over_a_level_and_lines_of_code_stay_lines() -> None:
    blocks = (Heading("deep", 3), Heading("next", 2), Code(("a:", "  <b>")))
    written = document("T", (Page("a", "A", blocks),))
    assert Reading(written).levels() == [1, 2, 3, 3]
    assert "<pre>a:\n  &lt;b&gt;</pre>" in written


def test_a_sheet_apart_begins_and_ends_on_paper_of_its_own() -> None:
    sheets = (Sheet("a", "A", ()), Sheet("b", "B", (), apart=True), Sheet("c", "C", ()), Sheet("d", "D", ()))
    reading = Reading(document("T", sheets))
    assert [one.get("class", "") for one in reading.all("section")] == ["", "apart", "apart", ""]


def test_the_same_pages_give_the_same_bytes(country: Reference) -> None:
    assert guide(TRAPPED, country) == guide(TRAPPED, country)
