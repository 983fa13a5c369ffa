"""Words that try to be more than words come out as words, in every text of a story and of a reference."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from game import __version__
from game.engine.debrief import fill
from game.engine.events import (
    Choose,
    Chosen,
    Command,
    EndingReached,
    GiveVerdict,
    GoOn,
    Log,
    Mark,
    MessageArrived,
    ReadSummary,
    Start,
    SummaryRead,
)
from game.engine.model import Message, Scenario
from game.engine.problems import stops
from game.engine.read import read
from game.engine.reference import Reference
from game.engine.session import NEW, decide, fold
from game.engine.write import write
from game.paper.escape import harmless
from game.reference.library import load
from game.shelf import open_bytes
from game.telling import help_now, sources
from game.telling.debrief_pages import PAGES, pages
from game.telling.language import _, speaking
from game.telling.page import Link
from game.telling.page import Page as Told
from game.telling.what_if import what_ifs
from game.web.class_pages import class_pages
from game.web.document import document
from game.web.edition import Edition, edition
from game.web.joined import joined
from game.web.sentences import numbered
from tests.web import hostile
from tests.web.browser import LAPTOP, PHONE, Seen, opened
from tests.web.playing import at_once, debriefed, played, started, topmost, turn
from tests.web.teaching import teaching

PLAIN = [f"word{number}" for number in range(len(hostile.EVERY))]
"""As many words that try nothing."""


def edition_of(words: Sequence[str], spoilt: bool = True) -> Edition:
    real = load("fr", "fr")
    return Edition("fr", hostile.story(words), hostile.reference(real, words) if spoilt else real)


def harmed(value: Any) -> Any:
    """`value` as a document may hold it."""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, dict):
        return {name: harmed(one) for name, one in value.items()}
    return [harmed(one) for one in value] if isinstance(value, list | tuple) else value


@contextmanager
def untouched(chromium: Browser, file: Path, size: tuple[int, int] = LAPTOP) -> Iterator[tuple[Page, Seen]]:
    """The file in the browser; at the end none of its words has come to anything."""
    with opened(chromium, file, size) as (page, seen):
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        yield page, seen
        assert page.evaluate(f"Boolean({hostile.TRACES})") is False
        assert dialogs == []
    assert seen.requests == []
    assert seen.faults == []


def written(path: Path, *editions: Edition) -> Path:
    path.write_text(document(editions), encoding="utf-8")
    return path


def test_a_file_that_says_such_words_everywhere_can_be_checked_and_exported(chromium: Browser, tmp_path: Path) -> None:
    content = write(hostile.story(hostile.ALLOWED)).encode()
    assert not stops(read(content).problems)
    found = open_bytes(tmp_path / "story.yaml", content, "fr").story
    assert found is not None
    with untouched(chromium, written(tmp_path / "notes.html", Edition("fr", *found))) as (page, _seen):
        assert page.evaluate("JSON.parse(document.getElementById('content').textContent).editions.length") == 1
        assert page.evaluate("JSON.parse(document.getElementById('rest').textContent).length") == 1


@pytest.mark.parametrize("word", hostile.REFUSED)
def test_what_no_document_may_hold_is_refused_in_a_file(word: str) -> None:
    text = write(hostile.story(["x"])).replace('"x"', json.dumps(word))
    assert stops(read(text.encode("utf-8", "surrogatepass")).problems)


def test_the_content_that_the_browser_reads_is_what_python_wrote(chromium: Browser, tmp_path: Path) -> None:
    made = edition_of(hostile.EVERY)
    _script, sentences = numbered(joined())
    with untouched(chromium, written(tmp_path / "notes.html", made)) as (page, _seen):
        ahead, rest = (
            json.loads(page.evaluate(f"JSON.stringify(JSON.parse(document.getElementById('{part}').textContent))"))
            for part in ("content", "rest")
        )
    [first], [more] = ahead["editions"], rest
    there = {**first, **more, "story": {**first["story"], **more["story"]}}
    assert there == harmed(json.loads(json.dumps(edition(made, sentences))))


def test_the_page_has_the_same_elements_whatever_the_words(chromium: Browser, tmp_path: Path) -> None:
    """Without its scripts: what the parser makes of the file."""
    tags = "[...document.querySelectorAll('*')].map(one => one.tagName + ' ' + one.getAttributeNames()).join('\\n')"
    found = []
    for name, words in (("plain", PLAIN), ("hostile", hostile.EVERY)):
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(written(tmp_path / f"{name}.html", edition_of(words)).as_uri())
        found.append(page.evaluate(tags))
        context.close()
    assert found[0] == found[1]


# -- on the screens


_UNSEEN = re.compile("[\u2060\u202a-\u202e\u2066-\u2069]")


def plainly(text: str) -> str:
    """A text as it can be compared: what only turns others is gone, and all white space is alike."""
    return " ".join(_UNSEEN.sub("", text).split())


def shown(page: Page, within: str = "body") -> str:
    return plainly(page.locator(within).evaluate("one => one.textContent"))


TURNED = """() => {
  const wrong = [];
  for (const one of document.querySelectorAll("#app *")) {
    const style = getComputedStyle(one);
    if (!/block|list-item|inline|table-cell/.test(style.display)) continue;
    const ahead = style.direction === "ltr" ? (box) => box.left : (box) => -box.right;
    let before = null;
    for (const child of one.childNodes) {
      const range = document.createRange();
      range.selectNodeContents(child);
      const inline = child.nodeType === 3 || getComputedStyle(child).display.startsWith("inline");
      const box = inline && [...range.getClientRects()].find(({ width, height }) => width > 2 && height > 2);
      if (!box) continue;
      const turned = before && Math.abs(before.top - box.top) < 2 && ahead(box) < ahead(before);
      if (turned) wrong.push(one.outerHTML.slice(0, 300));
      before = box;
    }
  }
  return wrong;
}"""
"""JavaScript: where something that comes later in a line stands before what it comes after."""

SIDEWAYS = """() => [...document.querySelectorAll("#app *")].filter((one) => {
  const { left, right, width } = one.getBoundingClientRect();
  const seen = width > 1 && !one.closest(".unseen, .sr, .sprite");
  return seen && (left < -1 || right > document.documentElement.clientWidth + 1);
}).map((one) => one.outerHTML.slice(0, 200))"""
"""JavaScript: what stands out of the window at a side."""


@pytest.mark.parametrize("way", ["say", "do", "summary"])
def test_every_word_of_a_play_comes_out_as_words(chromium: Browser, tmp_path: Path, way: str) -> None:
    """From the doors to the last page of the debrief, each text stands there as it was written."""
    made = edition_of(hostile.EVERY)
    scenario, reference = hostile.told(made.scenario, harmless), hostile.told(made.reference, harmless)
    with untouched(chromium, written(tmp_path / "notes.html", made)) as (page, _seen), speaking("fr"):
        assert plainly(scenario.title) in shown(page)
        assert plainly(scenario.summary) in shown(page)
        at_once(page)
        started(page)
        log = _played(page, scenario, reference, way)
        assert shown(page, "h1") == plainly(scenario.title)
        assert page.locator(".messages .words").count() == len(_said(scenario, reference, log))
        assert _texts(page, ".messages .words") == _said(scenario, reference, log)
        speakers = _speakers(scenario, log)
        assert _texts(page, ".messages .who b bdi") == [plainly(scenario.person[one].name) for one in speakers]
        # What a profile says stands beside somebody's first message.
        met = [scenario.person[one] for one in dict.fromkeys(speakers) if one != "me"]
        assert _texts(page, ".messages .who small bdi") == [plainly(one.profile) for one in met]
        assert page.evaluate(TURNED) == []
        _debriefed(page, scenario, reference, log)


def _played(page: Page, scenario: Scenario, reference: Reference, way: str) -> Log:
    """Plays to the ending, marking the last message before each choice; gives the log that Python makes of the same."""
    log: Log = ()
    state = NEW

    def do(command: Command) -> None:
        nonlocal log, state
        events = decide(scenario, state, command)
        log, state = (*log, *events), fold(events, state)

    do(Start(0))
    while state.phase != "ended":
        asked = turn(page)
        number = 0
        match state.phase:
            case "announced":
                number = int(way == "summary")
                do(ReadSummary() if number else GoOn())
            case "verdict":
                _answer(page, 0)
                turn(page)
                do(GiveVerdict("trap", 1))
            case _:
                scene = scenario.scene[state.scene]
                assert list(map(plainly, asked.answers)) == [
                    plainly(fill(scene.choice(one).text, reference)) for one in state.offered
                ]
                if way == "say":
                    page.keyboard.press("m")
                    do(Mark(_last_of_others(scenario, log)))
                    # Its beginning is told: what was marked.
                    assert page.locator(".turn [role=status]").is_visible()
                number = state.offered.index(way) if way in state.offered else 0
                do(Choose(state.offered[number]))
        _answer(page, number)
    turn(page)
    return log


def _answer(page: Page, number: int) -> None:
    # Straight away: a real click waits for the page to be still, which is most of the time of so many.
    page.locator(".turn .choice").nth(number).evaluate("one => one.click()")


def _message(scenario: Scenario, event: MessageArrived) -> Message:
    return scenario.scene[event.scene].messages[event.number]


def _last_of_others(scenario: Scenario, log: Log) -> int:
    """The index in the log of the last message that can be marked."""
    return max(
        at
        for at, event in enumerate(log)
        if isinstance(event, MessageArrived) and _message(scenario, event).speaker != "me"
    )


def _said(scenario: Scenario, reference: Reference, log: Log) -> list[str]:
    """All the words of the conversation."""
    said = []
    for event in log:
        match event:
            case MessageArrived():
                one = _message(scenario, event)
                said.append(f"{_('hidden message:')} [{one.text}]" if one.masked else one.text)
            case Chosen():
                said.append(scenario.scene[event.scene].choice(event.choice).text)
            case SummaryRead():
                said.append(_("In short: ") + (scenario.scene[event.scene].skip or ""))
            case EndingReached():
                said.append(scenario.ending[event.ending].title)
    return [plainly(fill(one, reference)) for one in said]


def _speakers(scenario: Scenario, log: Log) -> list[str]:
    """Who says each bubble."""
    speakers: list[str | None] = []
    for event in log:
        match event:
            case MessageArrived():
                speakers.append(_message(scenario, event).speaker)
            case Chosen():
                speakers.append("me" if scenario.scene[event.scene].choice(event.choice).says else None)
    return [one for one in speakers if one]


def _texts(page: Page, selector: str) -> list[str]:
    return [plainly(one) for one in page.locator(selector).all_text_contents()]


def _debriefed(page: Page, scenario: Scenario, reference: Reference, log: Log) -> None:
    """Every page of the debrief has the words that Python tells of the same log; so have some beside them."""
    page.click(".turn .asked .button.primary")
    for number, told in enumerate(pages(scenario, reference, log)):
        page.locator("nav.tabs button").nth(number).click()
        _told(page, told)
    page.locator("nav.tabs button").nth(PAGES.index("moments")).click()
    others = {one.id: one for one in what_ifs(scenario, reference, log)}
    leads = page.locator("[data-page^=what-if]")
    assert leads.count() >= len(others) > 0
    for number in range(0, leads.count(), 12):
        lead = leads.nth(number)
        name = lead.get_attribute("data-page") or ""
        lead.click()
        _told(page, others[name])
        page.click("[data-key=back]")


def _told(page: Page, told: Told) -> None:
    there = shown(page, "main")
    assert shown(page, "h1") == plainly(told.title)
    for words in _words(tuple(one for one in told.blocks if not isinstance(one, Link))):
        assert plainly(words) in there, (told.id, words)
    assert page.evaluate(TURNED) == []


_SEEN = {"text", "title", "speaker", "lines", "small", "notes", "spans", "items", "ways", "blocks"}


def _words(value: Any) -> Iterator[str]:
    """Every text of blocks that is shown."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _words(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name in _SEEN:
                yield from _words(getattr(value, field.name))


def test_the_pages_that_never_change_have_every_word_without_a_script_too(chromium: Browser, tmp_path: Path) -> None:
    """Help, sources and what a teacher reads before, where the reference and the story say such words everywhere."""
    made = edition_of(hostile.EVERY)
    scenario, reference = hostile.told(made.scenario, harmless), hostile.told(made.reference, harmless)
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written(tmp_path / "notes.html", made).as_uri())
    there = shown(page, "#fixed")
    with speaking("fr"):
        told = (*help_now.pages(reference), *sources.pages(reference, __version__), *class_pages(scenario, reference))
    for one in told:
        for words in _words(one.blocks):
            assert plainly(words) in there, (one.id, words)
    addresses = {link.get_attribute("href") or "" for link in page.locator("a").all()}
    context.close()
    assert {one.partition(":")[0] for one in addresses if not one.startswith("#")} <= {"https", "tel"}


LONG_AND_TURNED = (*hostile.LETTERS[1:2], *hostile.LETTERS[4:6], *hostile.LETTERS[7:11], *hostile.TURNING)


@pytest.mark.parametrize("language", ["fr", "ar-x-pseudo"])
def test_no_word_turns_its_neighbours_or_leaves_a_phone(language: str, chromium: Browser, tmp_path: Path) -> None:
    """Long words without a space, words from right to left and changes of direction that do not end: in an interface
    from left to right, and in one from right to left."""
    made = Edition(language, hostile.story(LONG_AND_TURNED), load("fr", "fr"))
    with untouched(chromium, written(tmp_path / "notes.html", made), PHONE) as (page, _seen):

        def look() -> None:
            assert page.evaluate(TURNED) == []
            assert page.evaluate(SIDEWAYS) == []

        look()
        at_once(page)
        started(page)
        for _asked in played(page, topmost):
            look()
        for _title in debriefed(page):
            look()


NASTY = (*hostile.MARKUP[:4], hostile.CODE[0], "{helpline-name", *hostile.TURNING[:3], hostile.LETTERS[7])
"""A few of each sort, where all of them would take too long."""


def test_every_word_of_a_play_with_a_class_comes_out_as_words(chromium: Browser, tmp_path: Path) -> None:
    made = edition_of(NASTY)
    scenario = hostile.told(made.scenario, harmless)
    seen: dict[str, str] = {}
    with teaching(chromium, written(tmp_path / "notes.html", made)) as teacher:
        page = teacher.page
        for _turn in range(600):
            step = teacher.step
            seen[step] = seen.get(step, "") + shown(page, "#app")
            assert page.evaluate(TURNED) == []
            if not step:
                break
            teacher.press("Enter" if page.locator(".gestures .primary").count() else "a")
        assert page.evaluate(f"Boolean({hostile.TRACES})") is False
    assert set(seen) >= {"reading", "stop", "think", "count", "result", ""}
    for word in map(plainly, map(harmless, NASTY)):
        assert word in seen["reading"]
        assert word in seen["stop"]
        assert word in seen["think"]
    assert plainly(scenario.endings[0].title) in seen[""]
