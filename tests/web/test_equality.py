"""Python and JavaScript make the same of every play: events, refusals, scores, debriefs, and the other ways.

In Node with the modules as they are, and in Chromium with the one script that an exported file holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from game.engine.events import Command, Event
from game.engine.plain import from_plain
from game.engine.proof.prove import prove
from game.engine.reference import Reference, Untold
from game.engine.score import GivingIn, Outcome, Seen
from game.engine.transcript import kept, play
from game.reference.library import load
from game.shelf import find, open_file, shipped
from game.telling.debrief_pages import PAGES
from game.telling.language import LANGUAGES, speaking
from game.telling.page import Block, Tone
from tests.small_reference import SMALL
from tests.telling.plays import BENIGN, TRAPPED
from tests.tools import tool
from tests.web.equality import SENTENCES, Compared, Story, assembled, commands_of, in_node, lines, on_page
from tests.web.node import needs_node
from tests.web.walks import small_story, walk

VECTORS = sorted((Path(__file__).parents[1] / "vectors").glob("*.json"))
SHIPPED = [pytest.param(path, language, id=f"{path.stem}-{language}") for path in shipped() for language in LANGUAGES]
LONGEST = "trois-semaines-en-aout"
WALKS, WALKS_OF_OTHERS = 500, 60
"""Plays by chance: of the longest story, and of each other one, which brings the same rules other words."""
SMALL_STORIES = 250

Compare = Callable[[str], Compared]


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return assembled(tmp_path_factory.mktemp("modules"))


@pytest.fixture(scope="module", params=(pytest.param("node", marks=needs_node), "chromium"))
def compare(request: pytest.FixtureRequest, modules: Path) -> Iterator[Compare]:
    """Holds plays to what Python made of them."""
    if request.param == "chromium":
        page = request.getfixturevalue("chromium").new_page()
        yield on_page(modules, page)
        page.close()
    else:
        yield lambda text: in_node(modules, text)


def alike(found: Compared, text: str) -> bool:
    """Whether every play of `text` was alike; fails with what was not."""
    if found.difference:
        pytest.fail(found.difference, pytrace=False)
    return found.plays == text.count('"play": ') > 0


@cache
def shipped_story(path: Path, language: str) -> Story:
    with speaking(language):
        story = open_file(path, language).story
    assert story is not None
    return Story(f"{path.stem} ({language})", *story, language)


@cache
def vectors() -> str:
    made = tool("vectors")
    text = ""
    for language, path in product(("en", "fr"), VECTORS):
        vector = json.loads(path.read_text(encoding="utf-8"))
        name = path.name if language == "en" else f"{path.name} ({language})"
        story = Story(name, made.scenario_of(vector["scenario"]), made.reference_of(vector["reference"]), language)
        commands: list[Command] = []
        for number in range(len(vector["commands"]) + 1):
            commands += [from_plain(one["command"]) for one in vector["refused"] if one["after"] == number]
            commands += map(from_plain, vector["commands"][number : number + 1])
        text += lines(story, [("vector", commands)])
    return text


@cache
def golden(path: Path, language: str) -> str:
    story = shipped_story(path, language)
    plays = []
    for file in sorted(path.with_suffix(".plays").glob("*.txt")):
        found = kept(file.read_text(encoding="utf-8"))
        plays.append((file.name, commands_of(play(story.scenario, found.route, found.seed))))
    return lines(story, plays)


@cache
def certified(path: Path) -> str:
    # In one language: the routes are the same in all of them.
    story = shipped_story(path, LANGUAGES[0])
    certificate = prove(story.scenario, story.reference).certificate
    reached = (*certificate.scenes, *certificate.endings, *certificate.choices_taken)
    routes = {one.route: f"the shortest route to {one.scene or one.id}/{one.id}" for one in reversed(reached)}
    return lines(
        story, [(name, commands_of(play(story.scenario, route))) for route, name in routes.items() if route is not None]
    )


@cache
def walked(path: Path, language: str) -> str:
    story = shipped_story(path, language)
    numbers = range(WALKS if path.stem == LONGEST else WALKS_OF_OTHERS)[language == "en" :: 2]
    return lines(story, [(f"walk {number}", walk(story, number)) for number in numbers], paged=3)


@cache
def small() -> str:
    stories = (
        Story(f"small story {number}", small_story(number), SMALL, LANGUAGES[number % 2])
        for number in range(SMALL_STORIES)
    )
    return "".join(lines(one, [(f"walk {number}", walk(one, number)) for number in range(2)]) for one in stories)


def checked_at_times(reference: Reference) -> Reference:
    """`reference` with a date of its own for each law topic."""
    dated = (
        replace(one, sourced=replace(one.sourced, checked=f"2026-11-{30 - number}"))
        for number, one in enumerate(reference.law)
    )
    return replace(reference, law=tuple(dated))


@cache
def uncommon() -> str:
    """Stories with what is rare in shipped ones: placeholders in titles, signs that overlap, a scene without words."""
    text = ""
    for name, scenario in (("a trap", TRAPPED), ("a calm day", BENIGN)):
        for language in LANGUAGES:
            story = Story(f"{name} ({language})", scenario, checked_at_times(load("fr", language)), language)
            text += lines(story, [("nothing", ()), *((f"walk {number}", walk(story, number)) for number in range(40))])
    # A country with steps in general words and law that is missing, beside a story of another one.
    bare = replace(
        load("be", "fr"), law=(), untold=(Untold("blackmail", "Chantage", True), Untold("minor-author", "X"))
    )
    for name, reference in (("Belgium", load("be", "fr")), ("no law", bare)):
        story = Story(f"a trap ({name})", TRAPPED, reference, "fr")
        text += lines(story, [("nothing", ()), *((f"walk {number}", walk(story, number)) for number in range(8))])
    return text


def test_every_test_vector_is_met(compare: Compare) -> None:
    assert alike(compare(vectors()), vectors())


@pytest.mark.parametrize(("path", "language"), SHIPPED)
def test_every_golden_play_is_the_same(compare: Compare, path: Path, language: str) -> None:
    assert alike(compare(golden(path, language)), golden(path, language))


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_every_route_of_a_certificate_is_the_same(compare: Compare, path: Path) -> None:
    assert alike(compare(certified(path)), certified(path))


@pytest.mark.parametrize(("path", "language"), SHIPPED)
def test_plays_by_chance_are_the_same(compare: Compare, path: Path, language: str) -> None:
    assert alike(compare(walked(path, language)), walked(path, language))


def test_plays_by_chance_of_stories_by_chance_are_the_same(compare: Compare) -> None:
    assert alike(compare(small()), small())


def test_plays_by_chance_of_stories_with_what_is_rare_are_the_same(compare: Compare) -> None:
    assert alike(compare(uncommon()), uncommon())


def test_what_is_compared_meets_every_answer_and_every_sort_of_result() -> None:
    plays = [json.loads(line) for line in (small() + vectors()).splitlines() if line.startswith('{"story": ')]
    plays = [one for one in plays if "play" in one]
    answered = [(command["type"], answer) for one in plays for command, answer in zip(one["commands"], one["answers"])]
    commands = {kind.__name__ for kind in get_args(Command)}
    assert {name for name, answer in answered if answer == "Refused"} == commands
    assert {name for name, answer in answered if isinstance(answer, list)} == commands
    assert {name for name, answer in answered if answer == "StoryStuck"} >= {"Start", "Choose", "GiveVerdict"}
    events = {event["type"] for _, answer in answered if isinstance(answer, list) for event in answer}
    assert events == {kind.__name__ for kind in get_args(Event)}
    scores = [one["values"]["debrief"]["score"] for one in plays]
    assert {moment["outcome"] for one in scores for moment in one["moments"]} == set(get_args(Outcome))
    assert {sign["seen"] for one in scores for sign in one["signs"]} == set(get_args(Seen))
    assert {one["giving_in"] for one in scores} == set(get_args(GivingIn))
    assert {len(visit["others"]) > 0 for one in plays for visit in one["values"]["visits"]} == {True, False}
    assert {not one["values"]["going_back"] for one in plays} == {True, False}


def test_the_pages_that_are_compared_meet_every_sort_of_block_and_both_languages() -> None:
    path = find(LONGEST)
    found = [json.loads(line) for line in (vectors() + golden(path, "fr")).splitlines()]
    stories = {one["story"]: one["language"] for one in found if "compiled" in one}
    assert set(stories.values()) == {"fr", "en"}
    plays = [one for one in found if "play" in one]
    blocks = [block for one in plays for block in one["blocks"]]
    # A page of a play holds its ways back in a row of ways, and no lines of a scenario file; faces put in hard words.
    assert {one["type"] for one in blocks} == {kind.__name__ for kind in get_args(Block)} - {"Code", "Words"}
    assert {one["tone"] for one in blocks if one["type"] == "Paragraph"} == set(get_args(Tone))
    assert {one["kind"] for one in blocks if one["type"] == "Card"} == {"helpline", "law", "step"}
    assert {key for one in blocks for span in one.get("spans", ()) for key in span} == {"text", "strong", "underline"}
    assert any("\u00a0:" in one["text"] for one in blocks if one["type"] == "Heading"), "French is told in French"
    pages = {page["id"].rstrip("0123456789") for one in plays for page in one["pages"]}
    assert pages == {*PAGES, "what-if-"}


def test_no_page_holds_a_placeholder_that_nothing_filled() -> None:
    path = find(LONGEST)
    sentences = {found for one in SENTENCES for text in one for found in re.findall(r"\{\w+\}", text)}
    assert len(sentences) > 3
    assert [one for one in sentences if one in golden(path, "fr").partition('"play": ')[2]] == []


def planted(folder: Path, module: str, old: str, new: str) -> Compared:
    """What is told of the test vectors when `module` says `new` in the place of `old`."""
    path = assembled(folder) / module
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return in_node(folder, vectors())


@needs_node
def test_an_event_that_differs_is_told_with_its_story_its_commands_and_both_sides(tmp_path: Path) -> None:
    found = planted(tmp_path, "session.js", "text].length / 30), 6)", "text].length / 30), 5)")
    place, python, javascript, commands = found.difference.splitlines()
    assert place == 'words.json, vector: command 1 {"type":"Start","seed":0}, event 11'
    assert python == '  Python:     {"type":"MessageArrived","scene":"words","number":9,"after":6}'
    assert javascript == '  JavaScript: {"type":"MessageArrived","scene":"words","number":9,"after":5}'
    assert json.loads(commands.removeprefix("  commands: "))[1] == {"type": "Start", "seed": 0}
    assert found.plays == len(VECTORS) - 1


@needs_node
def test_a_score_that_differs_is_told_with_the_place_in_it(tmp_path: Path) -> None:
    found = planted(tmp_path, "score.js", '"in-time" : "late"', '"in-time" : "not"')
    assert "followed.json, vector: debrief.score.signs[" in found.difference
    assert '  Python:     "late"\n  JavaScript: "not"\n' in found.difference


@needs_node
def test_a_command_that_only_one_side_refuses_is_told(tmp_path: Path) -> None:
    found = planted(tmp_path, "session.js", "[1, 2, 3].includes(sure)", "[1, 2, 3, 4].includes(sure)")
    assert '"sure":4}, event' in found.difference
    assert '  Python:     "Refused"\n  JavaScript: {"type":"VerdictGiven"' in found.difference


@needs_node
def test_a_module_that_fails_is_told_with_where_it_failed(tmp_path: Path) -> None:
    found = planted(tmp_path, "debrief.js", "reached?.debrief ?? []", "reached.debrief ?? []")
    assert "left-early.json, vector: debrief" in found.difference
    assert "TypeError" in found.difference
    assert "debrief.js:" in found.difference


@needs_node
def test_a_page_that_differs_is_told_with_its_first_block_that_does(tmp_path: Path) -> None:
    found = planted(tmp_path, "debrief_conversation.js", "stop).join(", "stop - 1).join(")
    place, python, javascript, _commands = found.difference.splitlines()
    assert re.fullmatch(r"\w[\w-]*\.json, vector: pages\[\d\]\.blocks\[\d+\] of (first|conversation)", place)
    told, other = (json.loads(line.partition(":")[2]) for line in (python, javascript))
    assert told["type"] == other["type"]
    assert told["spans"] != other["spans"]


@needs_node
def test_a_page_that_only_one_side_has_is_told(tmp_path: Path) -> None:
    found = planted(tmp_path, "what_if.js", "filter(({ others }) => others.length)", "filter(() => true)")
    assert re.search(r", vector: pages\[\d\]\.id\n  Python: +\"what-if-\d+\"\n", found.difference)
