"""What an exported file carries of a story: what types.js says, and nothing that no play needs."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.engine.compile import compiled
from game.engine.reference import Reference
from game.engine.transcript import play
from game.reference.library import load
from game.shelf import find
from game.telling.debrief_pages import pages
from game.telling.language import LANGUAGES, speaking
from game.telling.what_if import what_ifs
from game.web.carried import READ, carried
from game.web.edition import Edition, edition
from game.web.joined import PLAYER, joined
from game.web.plain_page import plain_block, plain_page
from game.web.sentences import numbered
from tests.telling.plays import BENIGN, GAVE_IN, TRAPPED
from tests.web.conftest import STORY, edition_of
from tests.web.node import NODE, installed, needs_node


@pytest.fixture(scope="module")
def country() -> Reference:
    return load("fr")


@pytest.fixture(scope="module", params=LANGUAGES)
def made(request: pytest.FixtureRequest) -> dict[str, Any]:
    return edition(edition_of(find(STORY), request.param), numbered(joined())[1])


def texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from texts(one)
        case list():
            for one in value:
                yield from texts(one)


@needs_node
def test_an_edition_and_its_pages_are_what_the_types_say(tmp_path: Path, country: Reference) -> None:
    checker = installed("typescript/bin/tsc")
    sentences = numbered(joined())[1]
    editions = [edition(Edition("fr", story, country), sentences) for story in (TRAPPED, BENIGN)]
    editions += [edition(edition_of(find(STORY), language), sentences) for language in LANGUAGES]
    log = play(TRAPPED, GAVE_IN)
    told = [plain_page(one) for one in (*pages(TRAPPED, country, log), *what_ifs(TRAPPED, country, log))]
    (tmp_path / "values.ts").write_text(
        f'import type {{ Content, Page }} from "{(PLAYER / "types").as_posix()}";\n'
        f"export const content: Content = {json.dumps({'editions': editions}, ensure_ascii=False)};\n"
        f"export const pages: Page[] = {json.dumps(told, ensure_ascii=False)};\n",
        encoding="utf-8",
    )
    options = ("--strict", "--noEmit", "--allowJs", "--target", "es2021", "--moduleResolution", "bundler")
    command = [NODE, checker, *options, "--module", "es2020", tmp_path / "values.ts"]
    done = subprocess.run([str(one) for one in command], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stdout[:2000]


def test_only_what_is_read_is_carried(made: dict[str, Any]) -> None:
    reference = made["story"]["reference"]
    assert reference.keys() == READ.keys()
    for name, fields in READ.items():
        # Of a country that has every text of law, none is missing.
        assert reference[name] or name == "untold", name
        assert {key for one in reference[name] for key in one} in (set(fields), set())
    assert "facts" not in made["story"]


def test_signs_and_laws_that_the_story_cannot_come_to_are_left_out(country: Reference) -> None:
    trap, calm = (carried(compiled(story, country))["reference"] for story in (TRAPPED, BENIGN))
    ids = [[one["id"] for one in reference["signs"]] for reference in (trap, calm)]
    assert set(ids[0]) > {"personal-questions", "threat", "second-demand"}
    assert ids[1] == ["personal-questions"]
    assert ids[0] == [one.id for one in country.signs if one.id in ids[0]], "in the order of the reference"
    always = {one.id for one in country.law if one.always}
    assert {one["id"] for one in trap["law"]} == {"minor-author", *always}
    assert calm["law"] == []
    assert len(trap["steps"]) == len(country.steps)


def test_every_law_that_is_carried_is_told_with_a_date_that_is_in_words(made: dict[str, Any]) -> None:
    told = made["told"]
    assert list(told["law"]) == [one["id"] for one in made["story"]["reference"]["law"]]
    assert {one["checked"] for one in told["law"].values()} == set(told["checked"])
    for date, line in told["checked"].items():
        assert date not in line
        assert date[:4] in line
    assert not re.search(r"\d{4}-\d\d", json.dumps({**told, "checked": list(told["checked"].values()), "law": []}))


def test_nothing_is_told_that_waits_to_be_filled(made: dict[str, Any]) -> None:
    assert [one for one in texts(made["told"]) if re.search(r"\{[\w-]+\}", one)] == []
    assert all(texts(made["told"]["helps"]))


def test_each_step_is_told_after_its_id(country: Reference) -> None:
    with speaking("fr"):
        told = edition(Edition("fr", TRAPPED, country), ())["told"]
    cards = {one[0]: one[1:] for one in told["steps"] if isinstance(one, list)}
    assert set(cards) == {step.id for step in country.steps}
    for step in country.steps:
        assert step.short in cards[step.id][0]
        assert not step.gloss or step.gloss in cards[step.id], "the document's words never stand without their gloss"


def test_of_a_span_what_it_is_not_is_left_out(country: Reference) -> None:
    page = next(one for one in pages(TRAPPED, country, play(TRAPPED, GAVE_IN)) if one.id == "conversation")
    spans = [span for block in map(plain_block, page.blocks) for span in block.get("spans", ())]
    assert {frozenset(span) for span in spans} == {
        frozenset({"text"}),
        frozenset({"text", "underline"}),
        frozenset({"text", "strong"}),
    }
    assert {span[key] for span in spans for key in span if key != "text"} == {True}
