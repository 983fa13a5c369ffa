"""A story played in an exported file, as a person plays it: by pointer, by keys, by finger, at any pace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from game.engine.events import (
    Choose,
    Chosen,
    EndingReached,
    GiveVerdict,
    GoOn,
    Log,
    Mark,
    MessageArrived,
    ReadSummary,
    Start,
    SummaryRead,
    Unmark,
)
from game.engine.model import ME, Scenario
from game.engine.reference import Reference
from game.engine.session import effective
from game.engine.transcript import kept, play
from game.shelf import find, open_file
from game.storage import folder
from game.telling.debrief_pages import pages
from game.telling.language import speaking
from tests.web.browser import LAPTOP, PHONE, Seen, opened
from tests.web.equality import commands_of
from tests.web.playing import at_once, played, started, turn

Exported = Callable[..., Path]
GOLDEN = sorted(folder("scenarios").glob("*.plays/*.txt"))
VECTORS = Path(__file__).parents[1] / "vectors" / "scenarios"


@cache
def told(name: str) -> tuple[Scenario, Reference]:
    with speaking("fr"):
        story = open_file(find(name), "fr").story
    assert story is not None
    return story


@contextmanager
def playing(
    on: Browser, file: Path, size: tuple[int, int] = LAPTOP, *, hurried: bool = True, still: bool = True
) -> Iterator[tuple[Page, Seen]]:
    """The file with its story begun; `hurried` lets all messages come at once."""
    with opened(on, file, size, still=still) as (page, seen):
        page.set_default_timeout(5_000)
        if hurried:
            at_once(page)
        started(page)
        yield page, seen
        assert seen.faults == []
        assert seen.requests == []


def shown(page: Page) -> list[tuple[str, str]]:
    """The conversation as it stands: who says it ("" for a notice), and the words that are seen."""
    return [
        (who, words)
        for who, words in page.eval_on_selector_all(
            ".conversation .messages > li",
            """items => items.map((item) => {
              const words = item.querySelector(".words").cloneNode(true);
              words.querySelectorAll(".unseen").forEach((one) => one.remove());
              return [item.querySelector(".who bdi")?.textContent ?? "", words.textContent];
            })""",
        )
    ]


def seen_of(scenario: Scenario, reference: Reference, log: Log) -> list[tuple[str, str]]:
    """The same, as Python has it."""
    from game.engine.debrief import fill

    found = []
    for _, event in effective(log):
        match event:
            case MessageArrived(scene, number):
                message = scenario.scene[scene].messages[number]
                words = f"[{message.text}]" if message.masked else message.text
                found.append((message.speaker, words))
            case SummaryRead(scene):
                found.append((None, f"En bref : {scenario.scene[scene].skip}"))
            case Chosen(scene, name):
                choice = scenario.scene[scene].choice(name)
                found.append((ME if choice.says else None, choice.text))
            case EndingReached(ending):
                found.append((None, scenario.ending[ending].title))
    return [(scenario.person[who].name if who else "", fill(words, reference)) for who, words in found]


def press(page: Page, words: str) -> None:
    """Press the answer with these words at once, without the moment in which new answers take no press."""
    page.eval_on_selector_all(
        ".choice", "(all, words) => all.find((one) => one.querySelector('bdi').textContent === words).click()", words
    )


def has_focus(page: Page) -> str:
    """What has the focus: its element and its words; "BODY" where nothing has."""
    return page.evaluate("`${document.activeElement.tagName} ${document.activeElement.textContent}`.trim()")


def visible_at(log: Log, at: int) -> int:
    """The place in the conversation of what happened at this index of the log."""
    kinds = (MessageArrived, Chosen, SummaryRead, EndingReached)
    return [index for index, event in effective(log) if isinstance(event, kinds)].index(at)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_a_golden_play_by_clicks_shows_what_python_has(golden: Path, chromium: Browser, exported: Exported) -> None:
    scenario, reference = told(golden.parent.stem)
    text = golden.read_text(encoding="utf-8")
    log = play(scenario, kept(text).route, kept(text).seed)
    with playing(chromium, exported("fr", story=find(golden.parent.stem))) as (page, _):
        place = 0
        for command in commands_of(log):
            match command:
                case Start():
                    turn(page)
                case GoOn():
                    press(page, "La lire")
                case ReadSummary():
                    press(page, "Lire un court résumé à la place")
                case Choose(choice):
                    event = next(one for one in log[place:] if isinstance(one, Chosen))
                    place = log.index(event, place) + 1
                    words = scenario.scene[event.scene].choice(choice).text
                    press(page, words.replace("{helpline}", "3018"))
                case Mark(at) | Unmark(at):
                    page.locator(".messages > li").nth(visible_at(log, at)).locator(".flag").click()
                case _:
                    raise AssertionError(command)
        assert shown(page) == seen_of(scenario, reference, log)
        marked = page.eval_on_selector_all(
            ".messages > li", "all => all.flatMap((one, at) => one.matches('.marked') ? [at] : [])"
        )
        marks = {event.at for _, event in effective(log) if type(event).__name__ == "Marked"}
        gone = {event.at for _, event in effective(log) if type(event).__name__ == "Unmarked"}
        assert marked == sorted(visible_at(log, at) for at in marks - gone)
        page.click(".asked .primary")
        with speaking("fr"):
            titles = [one.title for one in pages(scenario, reference, log)]
        for number, title in enumerate(titles):
            page.locator(".tabs button").nth(number).click()
            assert page.inner_text("h1") == title


def test_every_message_is_added_to_the_log_once(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr"), hurried=False) as (page, _):
        page.evaluate(
            """() => {
              window.added = [];
              new MutationObserver((all) => all.forEach((one) => one.addedNodes.forEach((node) => added.push(node))))
                .observe(document.querySelector("[role=log]"), { childList: true, subtree: true });
            }"""
        )
        before = page.locator(".messages > li").count()
        for answered, _turn in enumerate(played(page)):
            if answered == 5:
                break
        added = page.evaluate("added.map((one) => one.tagName)")
        items = page.locator(".messages > li").count()
        assert set(added) == {"LI"}
        assert len(added) == items - before
        assert page.evaluate("new Set(added).size") == len(added)


def test_the_log_is_a_list_that_is_told_politely_and_flags_are_not(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        log = page.get_by_role("log", name="Conversation")
        assert log.get_attribute("aria-live") == "polite"
        assert log.get_by_role("list").count() == 1
        assert log.get_by_role("listitem").count() == len(shown(page))
        assert page.locator(".flag").count() == page.locator("[aria-live=off] > .flag").count() > 0


# -- by keys


def test_a_whole_play_needs_no_pointer_and_the_focus_is_always_somewhere(chromium: Browser, exported: Exported) -> None:
    with opened(chromium, exported("fr")) as (page, seen):
        for _ in range(20):
            page.keyboard.press("Tab")
            if "to-chat" in page.evaluate("document.activeElement.className"):
                break
        page.keyboard.press("Enter")
        page.locator("main [data-key=play]").focus()
        page.keyboard.press("Enter")
        for pressed in range(1_000):
            assert not has_focus(page).startswith("BODY"), pressed
            if page.locator(".asked .primary").count():
                break
            page.keyboard.press(" " if page.locator(".turn.coming").count() else "ab1"[pressed % 3])
        while not has_focus(page).startswith("BUTTON Regarder"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.locator(".tabs").count() == 1
        assert has_focus(page).startswith("H1")
        for number in range(5):
            page.locator(".tabs button").nth(number).focus()
            page.keyboard.press("Enter")
            assert not has_focus(page).startswith("BODY")
            assert page.locator(".tabs button").nth(number).get_attribute("aria-current") == "page"
        assert seen.faults == []


@pytest.mark.parametrize("key", ["B", "b", "2"])
def test_a_letter_or_a_digit_gives_the_answer_that_bears_it(key: str, chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        answers = turn(page).answers
        page.keyboard.press(key)
        turn(page)
        assert answers[1] in [words for _, words in shown(page)]


def test_the_focus_goes_to_the_question_when_what_it_was_on_is_gone(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr"), hurried=False) as (page, _):
        coming = page.get_by_role("button", name="Message suivant")
        coming.focus()
        while coming.count():
            page.keyboard.press("Enter")
        assert has_focus(page) == "H2 Tu joues Sacha. Que fais-tu ? 3 réponses possibles"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert has_focus(page) == "H2 La conversation continue"
        page.keyboard.press("Tab")
        assert has_focus(page) == "BUTTON Message suivant"


def test_a_question_is_told_to_who_was_not_brought_to_it(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr"), hurried=False) as (page, _):
        while page.locator(".turn.coming").count():
            page.keyboard.press(" ")
        assert has_focus(page).startswith("H1")
        assert page.locator("[role=status].unseen").inner_text() == "Tu joues Sacha. Que fais-tu ? 3 réponses possibles"


def test_help_and_pause_lead_back_to_the_question(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        asked = turn(page)
        conversation = shown(page)
        page.locator(".prompt").focus()
        page.keyboard.press("F1")
        assert page.locator(".conversation").count() == 0
        page.keyboard.press("Escape")
        assert (shown(page), turn(page)) == (conversation, asked)
        assert has_focus(page).startswith("H2 Tu joues Sacha.")
        page.keyboard.press("p")
        assert has_focus(page) == "H1 Pause"
        assert page.locator(".conversation").count() == 0
        page.keyboard.press("P")
        assert (shown(page), turn(page)) == (conversation, asked)


# -- marks


def test_a_flag_marks_and_takes_back_and_says_so(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr"), PHONE) as (page, _):
        turn(page)
        item = page.locator(".message.theirs").first
        flag = item.get_by_role("button", name="Marquer ce message")
        status = page.locator(".aside [role=status]")
        flag.click()
        assert flag.get_attribute("aria-pressed") == "true"
        expect(status).to_have_text("Message marqué : « MILLE VUES. MILLE »")
        flag.click()
        assert flag.get_attribute("aria-pressed") == "false"
        expect(status).to_have_text("Marque enlevée : « MILLE VUES. MILLE »")
        page.get_by_role("button", name="Remettre la marque").click()
        assert flag.get_attribute("aria-pressed") == "true"
        page.get_by_role("button", name="Enlever la marque").click()
        assert flag.get_attribute("aria-pressed") == "false"
        assert page.get_by_role("button", name="Enlever la marque").is_hidden()
        assert not has_focus(page).startswith("BODY")


def test_keys_mark_undo_and_redo(chromium: Browser, exported: Exported) -> None:
    def marked(page: Page) -> list[str]:
        return page.locator(".marked .words").all_text_contents()

    with playing(chromium, exported("fr")) as (page, _):
        turn(page)
        page.keyboard.press("m")
        assert marked(page) == ["Bon. Il faut du monde le 23. Qui fait quoi ?"]
        page.locator(".flag[tabindex='0']").focus()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("M")
        assert marked(page) == ["Toi.", "Bon. Il faut du monde le 23. Qui fait quoi ?"]
        page.keyboard.press("Control+z")
        page.keyboard.press("Control+z")
        assert marked(page) == []
        page.keyboard.press("Control+y")
        page.keyboard.press("Control+Shift+Z")
        assert len(marked(page)) == 2
        assert has_focus(page).startswith("BUTTON")


def test_the_conversation_is_one_stop_for_tab(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        turn(page)
        assert page.locator(".flag[tabindex='0']").count() == 1
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.choice')")


def test_nobody_marks_their_own_messages(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        turn(page)
        assert page.locator(".mine").count() > 0
        assert page.locator(".mine .flag").count() == 0


# -- back, and out


def test_going_back_takes_what_followed_away_and_keeps_what_was_marked_before(
    chromium: Browser, exported: Exported
) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        asked = turn(page)
        page.keyboard.press("m")
        before = shown(page)
        assert page.locator(".aside").get_by_text("Revenir au choix d’avant").is_hidden()
        page.locator(".choice").first.click()
        turn(page)
        page.keyboard.press("m")
        page.get_by_role("button", name="Revenir au choix d’avant").click()
        assert (shown(page), turn(page)) == (before, asked)
        assert page.locator(".marked").count() == 1
        assert page.get_by_text("Te voilà revenu à ce choix").or_(page.locator(".asked .small")).count() == 1
        assert has_focus(page).startswith("H2 Tu joues Sacha.")
        page.locator(".choice").nth(1).click()
        turn(page)
        page.keyboard.press("Backspace")
        assert shown(page) == before


def test_stopping_early_is_asked_about_and_leads_to_what_was_played(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        turn(page)
        page.locator(".choice").first.click()
        turn(page)
        before = shown(page)
        page.keyboard.press("Escape")
        assert page.inner_text("h1") == "S’arrêter ici ?"
        page.get_by_role("button", name="Continuer à jouer").click()
        assert shown(page) == before
        page.get_by_role("button", name="Arrêter ici").click()
        page.get_by_role("button", name="Revenir sur ce qui s’est passé").click()
        assert page.locator(".tabs").count() == 1
        assert page.get_by_text("3018").first.is_visible()


def test_who_left_the_story_can_go_on_or_start_again(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        turn(page)
        page.locator(".choice").first.click()
        turn(page)
        before = shown(page)
        page.click("[data-key=back]")
        page.click(".door.to-chat")
        page.click("[data-key=resume]")
        assert shown(page) == before
        page.click("[data-key=back]")
        started(page)
        assert len(shown(page)) < len(before)


# -- hard scenes, and verdicts


def hard(page: Page) -> None:
    """To the first hard scene."""
    for asked in played(page):
        if asked.prompt == "Avant de continuer":
            return


def test_a_hard_scene_is_announced_and_can_be_read_as_a_summary(chromium: Browser, exported: Exported) -> None:
    scenario, _ = told("trois-semaines-en-aout")
    with playing(chromium, exported("fr")) as (page, _):
        hard(page)
        assert turn(page).answers == ("La lire", "Lire un court résumé à la place")
        assert page.locator(".asked").get_by_role("button", name="Trouver de l’aide").is_visible()
        before = len(shown(page))
        page.keyboard.press("b")
        turn(page)
        summary = shown(page)[before][1]
        assert summary.removeprefix("En bref : ") in [scene.skip for scene in scenario.scenes]
        assert not has_focus(page).startswith("BODY")


def test_help_from_an_announcement_comes_back_to_it(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        hard(page)
        page.locator(".asked .help").click()
        assert "3018" in page.inner_text("main")
        page.keyboard.press("Escape")
        assert page.inner_text(".prompt").startswith("Avant de continuer")


def test_a_verdict_is_given_in_two_steps_and_can_be_changed(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr", story=VECTORS / "benign.yaml")) as (page, _):
        asked = turn(page)
        assert asked.prompt == "Que penses-tu de cette conversation ?"
        assert len(asked.answers) == 3
        page.keyboard.press("3")
        assert turn(page).prompt == "À quel point en es-tu sûr(e) ?" or "sûr" in turn(page).prompt
        assert has_focus(page).startswith("H2") or has_focus(page).startswith("H1")
        page.get_by_role("button", name="Changer ma réponse").click()
        assert turn(page) == asked
        page.keyboard.press("b")
        page.keyboard.press("c")
        assert turn(page).answers[-1:] != asked.answers[-1:]
        page.keyboard.press("Backspace")
        while page.locator(".choice").count():
            press(page, "Attendre")
        page.click(".asked .primary")
        assert "Tu n’as rien vu à craindre" in page.inner_text("main")


# -- pace


@contextmanager
def timed(on: Browser, file: Path, arrival: str) -> Iterator[Page]:
    """The story begun, under a clock that only the test moves."""
    with opened(on, file) as (page, seen):
        page.set_default_timeout(5_000)
        page.click("[data-key=settings]")
        page.locator(f"[data-key='arrival {arrival}']").check(force=True)
        page.click("[data-key=back]")
        page.clock.install(time=0)
        page.clock.pause_at(1_000)
        started(page)
        yield page
        assert seen.faults == []


@pytest.mark.parametrize(("arrival", "times"), [("slow", 2.0), ("normal", 1.0), ("fast", 0.5)])
def test_messages_arrive_after_their_time(arrival: str, times: float, chromium: Browser, exported: Exported) -> None:
    scenario, _ = told("trois-semaines-en-aout")
    log = [event for event in play(scenario, ()) if isinstance(event, MessageArrived)]
    with timed(chromium, exported("fr"), arrival) as page:
        for number, event in enumerate(log):
            assert len(shown(page)) == number
            page.clock.run_for(round(event.after * times * 1000) - 10)
            assert len(shown(page)) == number
            page.clock.run_for(20)
        assert len(shown(page)) == len(log)


def test_all_messages_at_once_are_there_at_once(chromium: Browser, exported: Exported) -> None:
    scenario, _ = told("trois-semaines-en-aout")
    with timed(chromium, exported("fr"), "at once") as page:
        page.clock.run_for(1)
        assert len(shown(page)) == len([event for event in play(scenario, ()) if isinstance(event, MessageArrived)])


def test_a_tap_or_a_key_brings_the_next_message(chromium: Browser, exported: Exported) -> None:
    with timed(chromium, exported("fr"), "normal") as page:
        page.keyboard.press(" ")
        assert len(shown(page)) == 1
        page.locator(".conversation .words").first.click()
        assert len(shown(page)) == 2
        page.get_by_role("button", name="Message suivant").click()
        assert len(shown(page)) == 3


def test_nothing_arrives_during_a_pause(chromium: Browser, exported: Exported) -> None:
    with timed(chromium, exported("fr"), "normal") as page:
        page.keyboard.press(" ")
        page.get_by_role("button", name="Pause").click()
        page.clock.run_for(60_000)
        assert page.locator(".messages").count() == 0
        page.keyboard.press("p")
        assert len(shown(page)) == 1


THREAT = """\
format: 1
title: "Deux appels"
summary: "Quelqu’un écrit."
locale: fr-FR
cast:
  me: {name: "Sacha"}
  alex: {name: "Alex", role: contact}
  ines: {name: "Inès", role: friend}
scenes:
  start:
    chat: |
      ines (after 4 s): Salut
      ~ Alex menace de montrer une image.
        ^ threat
      ines (after 4 s): T’es où ?
    choices:
      - {id: tell, reply: "J’ai besoin de toi", because: "Parler aide.", steps: trusted-adult}
    go_to: end
endings:
  end: {title: "Fin", debrief: "Ce n’est pas ta faute.", law: blackmail}
"""


def test_nothing_presses_the_player_under_threat(chromium: Browser, exported: Exported, tmp_path: Path) -> None:
    story = tmp_path / "appels.yaml"
    story.write_text(THREAT, encoding="utf-8")
    with timed(chromium, exported("fr", story=story), "fast") as page:
        assert page.locator(".typing").is_visible(), "Inès is seen writing"
        page.clock.run_for(2_010)
        assert len(shown(page)) == 1
        assert page.locator(".typing").is_hidden(), "a threat is not seen coming"
        page.clock.run_for(2_010)
        assert len(shown(page)) == 2
        assert page.locator(".typing").is_hidden()
        page.clock.run_for(2_010)
        assert len(shown(page)) == 2, "messages come no faster than their authors meant"
        page.clock.run_for(2_010)
        assert len(shown(page)) == 3


# -- looks


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_play_at_300_per_cent_is_one_page_as_wide_as_a_phone(
    language: str, chromium: Browser, exported: Exported
) -> None:
    def too_wide(page: Page) -> bool:
        return page.evaluate("document.documentElement.scrollWidth > innerWidth")

    with opened(chromium, exported("fr", "en"), PHONE) as (page, _):
        if language == "en":
            page.click("[data-key=language]")
        for _larger in range(8):
            page.click("[data-key=larger]")
        at_once(page)
        started(page)
        for asked in played(page):
            assert not too_wide(page), asked
        page.click(".asked .primary")
        for number in range(5):
            page.locator(".tabs button").nth(number).click()
            assert not too_wide(page), number
        page.click("[data-key='tab moments']")
        page.locator(".ways [data-page]").first.click()
        assert not too_wide(page)


def test_a_story_written_from_right_to_left_stands_so(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("ar")) as (page, _):
        turn(page)
        assert page.evaluate("document.documentElement.dir") == "rtl"
        mine = page.locator(".mine .bubble").first.bounding_box()
        theirs = page.locator(".theirs .bubble").first.bounding_box()
        assert mine is not None
        assert theirs is not None
        assert mine["x"] < theirs["x"]
        assert page.locator(".messages").get_attribute("lang") == "fr"


@pytest.mark.parametrize("still", [True, False])
def test_nothing_moves_for_who_asked_for_that(still: bool, chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr"), still=still) as (page, _):
        moving = page.evaluate("document.getAnimations().map((one) => one.animationName)")
        assert ("arrive" in moving) != still


def test_a_reader_further_up_is_not_moved_and_can_come_back(chromium: Browser, exported: Exported) -> None:
    with timed(chromium, exported("fr"), "normal") as page:
        for _ in range(12):
            page.keyboard.press(" ")
            page.clock.run_for(20)
        down = page.evaluate("scrollY")
        assert down > 0
        page.evaluate("scrollTo(0, 0)")
        page.clock.run_for(7_000)
        assert page.evaluate("scrollY") == 0
        page.get_by_role("button", name="Nouveaux messages").click()
        page.clock.run_for(20)
        assert page.evaluate("scrollY") > 0
        assert page.get_by_role("button", name="Nouveaux messages").count() == 0
        assert not has_focus(page).startswith("BODY")


def test_another_language_tells_the_same_play(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr", "en")) as (page, _):
        turn(page)
        page.locator(".choice").first.click()
        turn(page)
        before = shown(page)
        page.click("[data-key=language]")
        after = shown(page)
        assert len(after) == len(before)
        assert after != before
        assert page.inner_text(".prompt").startswith("You are Sacha.")
        assert not has_focus(page).startswith("BODY")


# -- looking back


def test_what_if_and_going_back_lead_into_the_play_and_out_of_it(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        for _asked in played(page):
            pass
        page.click(".asked .primary")
        page.click("[data-key='tab moments']")
        page.locator(".ways [data-page]").first.click()
        assert page.inner_text("h1") == "Et si… ?"
        page.keyboard.press("Escape")
        assert page.inner_text("h1") == "Tes moments, et les étapes"
        page.locator(".ways [data-page]").first.click()
        page.locator(".ways").get_by_role("button", name="Tes moments, et les étapes").click()
        assert page.inner_text("h1") == "Tes moments, et les étapes"
        page.locator(".ways").get_by_role("button", name="Revenir à ce choix").first.click()
        assert turn(page).answers
        assert not has_focus(page).startswith("BODY")


def test_playing_again_begins_anew(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        first = turn(page)
        for _asked in played(page):
            pass
        page.click(".asked .primary")
        page.get_by_role("button", name="Rejouer").click()
        page.click("main [data-key=play]")
        assert turn(page) == first


def test_headings_never_jump_a_level(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        for _asked in played(page):
            pass
        page.click(".asked .primary")
        for number in range(5):
            page.locator(".tabs button").nth(number).click()
            levels = page.eval_on_selector_all("h1, h2, h3, h4", "all => all.map((one) => Number(one.tagName[1]))")
            assert levels[0] == 1
            assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), levels


# -- the voice

VOICE = """
  window.said = [];
  class Words { constructor(text) { this.text = text; } }
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Words });
  Object.defineProperty(window, "speechSynthesis", { value: {
    speak: (words) => said.push(`${words.lang}: ${words.text}`), cancel: () => said.push("-") } });
"""


def test_the_voice_says_what_comes_once_it_is_asked_for_and_stops_with_the_screen(
    chromium: Browser, exported: Exported
) -> None:
    with opened(chromium, exported("fr")) as (page, seen):
        page.add_init_script(VOICE)
        page.reload()
        started(page)
        page.keyboard.press(" ")
        assert [words for words in page.evaluate("said") if words != "-"] == []
        page.click("[data-key=back]")
        page.click("[data-key=settings]")
        page.locator("[data-key=voice]").check(force=True)
        page.click("[data-key=back]")
        started(page)
        page.evaluate("said.length = 0")
        page.keyboard.press(" ")
        page.keyboard.press(" ")
        said = page.evaluate("said")
        assert said == ["fr: 2 août, 18 h 04, groupe « Marée Basse »", "fr: Inès: MILLE VUES. MILLE"] or said == [
            "fr: 2 août, 18 h 04, groupe « Marée Basse »",
            "fr: Inès : MILLE VUES. MILLE",
        ]
        asked = turn(page)
        assert page.evaluate("said").count(f"fr: {asked.answers[0]}, Le dire") <= 1
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        assert page.evaluate("said").pop() == "-"
        assert seen.faults == []


def test_no_voice_is_offered_where_there_is_none(chromium: Browser, exported: Exported) -> None:
    with opened(chromium, exported("fr")) as (page, seen):
        page.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis;")
        page.reload()
        page.click("[data-key=settings]")
        assert page.locator("[data-key=voice]").count() == 0
        assert seen.faults == []
