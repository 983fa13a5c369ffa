"""A story played in an exported file as a person plays it: by pointer and by keys, to its end, back, and out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from game.engine.events import Choose, Chosen, GiveVerdict, GoOn, Mark, Marked, ReadSummary, Start, Unmark, Unmarked
from game.engine.session import effective
from game.engine.transcript import kept, play
from game.shelf import find
from game.storage import folder
from game.telling.debrief_pages import pages
from game.telling.language import speaking
from game.telling.lookout import Gesture, remark
from tests.web.browser import PHONE, opened
from tests.web.equality import commands_of
from tests.web.one_play import Exported, has_focus, playing, press, seen_of, shown, told, visible_at
from tests.web.playing import at_once, played, started, turn

ALL = sorted(folder("scenarios").glob("*.plays/*.txt"))
GOLDEN = [
    path for path in ALL if path.parent.stem == "trois-semaines-en-aout" or path == min(path.parent.glob("*.txt"))
]
"""The plays of the longest story, and one of each other: clicks are slow, and what is computed is `test_equality`'s."""


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
                    press(page, "Lire plutôt un court résumé")
                case Choose(choice):
                    event = next(one for one in log[place:] if isinstance(one, Chosen))
                    place = log.index(event, place) + 1
                    words = scenario.scene[event.scene].choice(choice).text
                    press(page, words.replace("{helpline}", "3018"))
                case GiveVerdict(answer, sure):
                    for number in (("trap", "nothing", "unsure").index(answer), sure - 1):
                        page.eval_on_selector_all(".choice", "(all, number) => all[number].click()", number)
                case Mark(at) | Unmark(at):
                    page.locator(".messages > li:not(.lookout)").nth(visible_at(log, at)).locator(".flag").click()
                case _:
                    raise AssertionError(command)
        assert shown(page) == seen_of(scenario, reference, log)
        marked = page.eval_on_selector_all(
            ".messages > li:not(.lookout)", "all => all.flatMap((one, at) => one.matches('.marked') ? [at] : [])"
        )
        marks = {event.at for _, event in effective(log) if isinstance(event, Marked)}
        gone = {event.at for _, event in effective(log) if isinstance(event, Unmarked)}
        assert marked == sorted(visible_at(log, at) for at in marks - gone)
        page.click(".asked .primary")
        with speaking("fr"):
            titles = [one.title for one in pages(scenario, reference, log)]
        for number, title in enumerate(titles):
            page.locator(".tabs button").nth(number).click()
            assert page.inner_text("h1") == title


def test_the_lookout_of_the_tutorial_says_in_the_file_what_it_says_in_python(
    chromium: Browser, exported: Exported
) -> None:
    scenario, _reference = told("la-trousse-verte")
    with playing(chromium, exported("fr", story=find("la-trousse-verte"))) as (page, _):
        for words in (
            "Retourner tout le sac sur le lit",
            "Envoyer une capture à Bintou",
            "et pourquoi je te croirais, moi\u00a0?",
        ):
            turn(page)
            press(page, words)
        items = page.locator(".messages > .lookout")
        assert items.locator(".flag").count() == 0
        here = items.locator(".words").all_inner_texts()
        # Back to the last choice: what was said of it goes with it.
        page.keyboard.press("Backspace")
        assert items.count() == 5
    log = play(scenario, ("sac", "capture", "mefiance"), 0)
    before = [event for _, event in effective(log)]
    gestures: dict[Gesture, str] = {"marking": "?", "choosing": "?", "helping": "?", "leaving": "?"}
    there = [remark(scenario, before[:at], event, gestures) for at, event in enumerate(before)]
    assert [one if one in there else "?" for one in here] == [one for one in there if one]


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


def test_the_log_is_a_list_that_says_nothing_itself(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        log = page.get_by_role("log", name="Conversation")
        assert log.get_attribute("aria-live") == "off"
        assert log.get_by_role("list").count() == 1
        assert log.get_by_role("listitem").count() == len(shown(page))


def test_a_whole_play_needs_no_pointer_and_the_focus_is_always_somewhere(chromium: Browser, exported: Exported) -> None:
    with opened(chromium, exported("fr")) as (page, seen):
        at_once(page)
        for _ in range(20):
            page.keyboard.press("Tab")
            if "to-chat" in page.evaluate("document.activeElement.className"):
                break
        page.keyboard.press("Enter")
        page.locator("main [data-key=play]").focus()
        page.keyboard.press("Enter")
        for pressed in range(100):
            assert not has_focus(page).startswith("BODY"), pressed
            if page.locator(".asked .primary").count():
                break
            page.keyboard.press("ab1"[pressed % 3])
            page.wait_for_selector(".turn:not(.coming)")
        for _ in range(20):
            if has_focus(page) == "BUTTON Revenir sur ce qui s’est passé":
                break
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


def test_keys_of_one_letter_can_be_turned_off(chromium: Browser, exported: Exported) -> None:
    with opened(chromium, exported("fr")) as (page, _):
        at_once(page)
        page.click("[data-key=settings]")
        page.locator("[data-key=keys]").uncheck(force=True)
        page.click("[data-key=back]")
        started(page)
        asked = turn(page)
        for key in ("a", "B", "1", "m", "p"):
            page.keyboard.press(key)
        assert turn(page) == asked
        assert page.locator(".marked").count() == 0
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert turn(page) != asked


def test_a_finger_brings_messages_marks_and_answers(chromium: Browser, exported: Exported) -> None:
    width, height = PHONE
    context = chromium.new_context(
        viewport={"width": width, "height": height}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(5_000)
    page.goto(exported("fr").as_uri())
    started(page)
    assert "Touche la conversation" in page.inner_text(".turn")
    page.locator(".asked .button").tap()
    before = len(shown(page))
    page.locator(".words").first.tap()
    assert len(shown(page)) > before
    asked = turn(page)
    page.locator(".flag").last.tap()
    assert page.locator(".marked").count() == 1
    page.locator(".choice").first.tap()
    turn(page)
    assert asked.answers[0] in [words for _, words in shown(page)]
    context.close()


def test_the_focus_goes_to_the_question_when_what_it_was_on_is_gone(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr"), hurried=False) as (page, _):
        coming = page.get_by_role("button", name="Message suivant")
        coming.focus()
        while coming.count():
            page.keyboard.press("Enter")
        assert has_focus(page) == "H2 Tu joues Sacha. Que fais-tu\u00a0? 3 réponses possibles"
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
        assert page.locator("[role=status].unseen").inner_text() == (
            "Inès\u00a0: Bon. Il faut du monde le 23. Qui fait quoi\u00a0? "
            "Tu joues Sacha. Que fais-tu\u00a0? 3 réponses possibles."
        )


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
        assert page.locator(".asked .small").inner_text() == "Te revoilà à ce choix. Ce qui a suivi ne compte plus."
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
        assert page.inner_text("h1") == "On s’arrête là\u00a0?"
        page.get_by_role("button", name="Continuer à jouer").click()
        assert shown(page) == before
        page.get_by_role("button", name="S’arrêter là").click()
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
        page.get_by_role("button", name="Quitter l’histoire").click()
        page.click(".door.to-chat")
        page.click("[data-key=resume]")
        assert shown(page) == before
        page.click("[data-key=back]")
        page.get_by_role("button", name="Quitter l’histoire").click()
        started(page)
        assert len(shown(page)) < len(before)


def hard(page: Page) -> None:
    """To the first hard scene."""
    for asked in played(page):
        if asked.prompt == "Avant de continuer":
            return


def test_a_hard_scene_is_announced_and_can_be_read_as_a_summary(chromium: Browser, exported: Exported) -> None:
    scenario, _ = told("trois-semaines-en-aout")
    with playing(chromium, exported("fr")) as (page, _):
        hard(page)
        assert turn(page).answers == ("La lire", "Lire plutôt un court résumé")
        assert page.locator(".asked").get_by_role("button", name="Avoir de l’aide").is_visible()
        before = len(shown(page))
        page.keyboard.press("b")
        turn(page)
        summary = shown(page)[before][1]
        assert summary.removeprefix("En bref\u00a0: ") in [scene.skip for scene in scenario.scenes]
        assert not has_focus(page).startswith("BODY")


def test_help_from_an_announcement_comes_back_to_it(chromium: Browser, exported: Exported) -> None:
    with playing(chromium, exported("fr")) as (page, _):
        hard(page)
        page.locator(".asked .help").click()
        assert "3018" in page.inner_text("main")
        page.keyboard.press("Escape")
        assert page.inner_text(".prompt").startswith("Avant de continuer")


VERDICT = """\
format: 1
title: "Un ampli"
summary: "Un inconnu écrit."
locale: fr-FR
trap: false
cast:
  me: {name: "Sacha"}
  noor: {name: "Noor", role: contact}
scenes:
  hello:
    verdict: true
    chat: |
      noor: Je peux venir répéter ?
    choices:
      - {id: ask, reply: "Qui es-tu ?", because: "Demander aide.", steps: trusted-adult}
      - {id: wait, do: "Attendre", because: "On peut."}
    go_to: end
endings:
  end: {title: "À samedi", debrief: "C’était un ampli."}
"""


def test_a_verdict_is_given_in_two_steps_and_can_be_changed(
    chromium: Browser, exported: Exported, tmp_path: Path
) -> None:
    story = tmp_path / "ampli.yaml"
    story.write_text(VERDICT, encoding="utf-8")
    with playing(chromium, exported("fr", story=story)) as (page, _):
        asked = turn(page)
        assert asked.prompt == "Que penses-tu de cette conversation\u00a0?"
        assert len(asked.answers) == 3
        page.keyboard.press("3")
        assert turn(page).prompt == "Avec quelle certitude\u00a0?"
        assert not has_focus(page).startswith("BODY")
        page.get_by_role("button", name="Changer ma réponse").click()
        assert turn(page) == asked
        page.keyboard.press("b")
        page.keyboard.press("c")
        assert sorted(turn(page).answers) == ["Attendre", "Qui es-tu ?"]
        press(page, "Attendre")
        page.click(".asked .primary")
        assert "Tu ne voyais rien à craindre, et il n’y avait rien à craindre." in page.inner_text("main")
