"""A class hour in an exported file: each message at the teacher's key, votes counted, the majority played on."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from game.desktop.hour import Hour
from game.desktop.play import Play
from game.engine.events import Chosen, EndingReached, GoOn, MessageArrived, SummaryRead
from game.pseudo import ARABIC_LIKE
from game.shelf import find
from tests.web.browser import LAPTOP, LARGE, opened
from tests.web.conftest import STORY, edition_of
from tests.web.node import installed
from tests.web.teaching import Teacher, teaching

SMALL = Path(__file__).resolve().parent.parent / "pictures" / "story.yaml"
"""A small story with a stop, a verdict, a hard scene, a list that comes again after a choice, and a giving in."""

STOP = next(scene.stop for scene in edition_of(SMALL, "fr").scenario.scenes if scene.stop)

OLD = (1024, 768)
HD = (1366, 768)
WALLS = (OLD, LAPTOP, HD, LARGE)

Export = Callable[..., Path]


@pytest.fixture(scope="session")
def small(exported: Export) -> Path:
    return exported("fr", story=SMALL)


@pytest.fixture(scope="session")
def shipped(exported: Export) -> Path:
    return exported("fr")


def to_first_vote(teacher: Teacher) -> None:
    assert teacher.read() == "stop"
    teacher.press("Enter")
    assert teacher.step == "think"


def to_verdict(teacher: Teacher) -> None:
    to_first_vote(teacher)
    teacher.vote(14, 3, 2)
    assert teacher.read() == "think"


def to_announcement(teacher: Teacher) -> None:
    to_verdict(teacher)
    teacher.vote(20, 1, 5)
    assert teacher.read() == "think"
    teacher.vote(12, 9)
    assert teacher.read() == "announced"


def to_pressure(teacher: Teacher) -> None:
    to_announcement(teacher)
    teacher.press("a")
    assert teacher.read() == "think"


def to_offer(teacher: Teacher) -> None:
    to_pressure(teacher)
    teacher.vote(4, 3, 15, 2)
    assert teacher.step == "offer"


# -- a whole hour


def by_keys(teacher: Teacher) -> None:
    match teacher.step:
        case "reading":
            teacher.press("Space")
        case "announced":
            teacher.press("b")
        case "think":
            teacher.count(*[9, 4, 0, 0][: teacher.page.locator(".ask .choice").count()])
        case "result" if not teacher.page.locator(".ahead").count():
            teacher.press("a")
        case _:
            teacher.press("Enter")


def by_clicker(teacher: Teacher) -> None:
    """Two buttons: no count can be typed, so that each vote is nobody's and the teacher chooses at the keyboard."""
    match teacher.step:
        case "announced":
            teacher.press("a")
        case "think":
            # What is out of view comes first, so that a press may only scroll.
            while teacher.step != "result":
                teacher.press("PageDown")
            while teacher.step != "count":
                teacher.press("PageUp")
            while teacher.step != "result":
                teacher.press("PageDown")
            teacher.press("a")
        case _:
            teacher.press("PageDown")


def by_mouse(teacher: Teacher) -> None:
    page = teacher.page
    match teacher.step:
        case "announced":
            page.locator(".ask .choice").nth(1).click()
        case "count":
            page.get_by_role("button", name="Plus de voix pour A").click(click_count=3)
            page.locator(".gestures .primary").click()
        case _:
            page.locator(".gestures .primary").click()
    teacher.wait()


@pytest.mark.parametrize("way", [by_keys, by_clicker, by_mouse])
@pytest.mark.parametrize("size", [OLD, LARGE])
def test_a_whole_hour(chromium: Browser, small: Path, way: Callable[[Teacher], None], size: tuple[int, int]) -> None:
    with teaching(chromium, small, size) as teacher:
        for _ in range(200):
            if teacher.step == "ended":
                break
            way(teacher)
        assert teacher.step == "ended"
        way(teacher)
        assert teacher.heading == "Le bilan, ensemble"
        seen = [teacher.heading]
        for _ in range(60):
            if teacher.heading == "On s’arrête là\u00a0?":
                break
            if way is by_mouse:
                teacher.page.locator(".gestures .primary").click()
            else:
                teacher.press("PageDown" if way is by_clicker else "Enter")
            seen += [teacher.heading] if teacher.heading != seen[-1] else []
        assert len(seen) == 6, "the class looks back, then the pages of the debrief without the conversation"
        assert (
            seen[2:]
            == [
                "Tes moments, et les étapes",
                "Ce que dit la loi",
                "Qui peut t’aider",
                "On s’arrête là\u00a0?",
            ]
            or seen[-1] == "On s’arrête là\u00a0?"
        )


def test_the_shipped_story_by_majority_is_the_one_of_the_window(chromium: Browser, shipped: Path) -> None:
    story = edition_of(find(STORY), "fr")
    hour = Hour(Play(find(STORY), story.scenario, story.reference, 0))
    with teaching(chromium, shipped) as teacher:
        for turn in range(400):
            step = hour.step
            if step == "reading" and turn == 0:
                while hour.play.settled is False and len(told(hour)) < teacher.messages:
                    hour.read_on()
            assert teacher.step == hour.step
            match hour.step:
                case "ended":
                    break
                case "reading":
                    teacher.press("Space")
                    assert hour.read_on() or hour.forward()
                case "announced":
                    teacher.press("a")
                    hour.do(GoOn())
                case "think":
                    counts = [(turn * 7 + at * 5) % 11 + at for at in range(len(hour.round.vote.choices))]
                    teacher.count(*counts)
                    hour.forward()
                    for choice, count in zip(hour.round.vote.choices, counts, strict=True):
                        for digit in str(count):
                            hour.count(lambda vote, choice=choice, digit=digit: vote.typed(choice, digit))
                    hour.forward()
                case "result" if not hour.round.plays:
                    teacher.press("a")
                    hour.pick(hour.pickable[0])
                case "offer":
                    # Back in the story, its next message comes with the same press.
                    teacher.press("Enter")
                    hour.forward()
                    hour.read_on()
                case _:
                    teacher.press("Enter")
                    hour.forward()
        assert hour.step == "ended"
        shown = [one.split("\n")[-1] for one in teacher.page.locator(".talk li .words").all_inner_texts()]
        assert shown == told(hour)


def told(hour: Hour) -> list[str]:
    """The last line of each thing that the conversation shows."""
    play, found = hour.play, []
    for _at, event in play.visible:
        match event:
            case MessageArrived():
                message = play.message(event)
                words = play.text(message.text)
                found.append(f"[{words}]" if message.masked else words)
            case Chosen(scene, choice):
                found.append(play.text(play.scenario.scene[scene].choice(choice).text))
            case SummaryRead(scene):
                found.append(play.text(play.scenario.scene[scene].skip or ""))
            case EndingReached(ending):
                found.append(play.text(play.scenario.ending[ending].title))
    return [one.split("\n")[-1] for one in found]


# -- reading


@pytest.mark.parametrize("key", ["Space", "Enter", "PageDown", "ArrowRight"])
def test_each_press_brings_one_message_and_none_comes_by_itself(chromium: Browser, small: Path, key: str) -> None:
    with teaching(chromium, small) as teacher:
        assert teacher.messages == 2, "the day and the first message: the story opens on no empty wall"
        teacher.page.clock.run_for(60_000)
        assert teacher.messages == 2
        for number in (3, 4, 5):
            teacher.press(key)
            assert teacher.messages == number
        teacher.page.keyboard.down(key)
        teacher.page.keyboard.down(key)
        teacher.page.keyboard.down(key)
        assert teacher.messages <= 6, "a key held down brings no more than one"


def test_a_stop_has_the_wall_before_the_choices(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        assert teacher.read() == "stop"
        assert teacher.asked == STOP
        assert not teacher.page.locator(".talk").is_visible()
        teacher.press("PageDown")
        assert teacher.step == "think"
        assert teacher.asked == "Que fait Camille\u00a0?"


def test_nothing_leads_into_a_hard_scene_by_mistake(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_announcement(teacher)
        before = teacher.messages
        teacher.press("Enter", "Space", "PageDown", "ArrowRight")
        assert (teacher.step, teacher.messages) == ("announced", before)
        assert teacher.page.get_by_role("button", name="Avoir de l’aide").is_visible()
        teacher.press("b")
        assert teacher.step == "think"


# -- counting


def test_choices_look_alike(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_pressure(teacher)
        looks = teacher.page.locator(".ask .choice").evaluate_all(
            "all => all.map((one) => { const s = getComputedStyle(one);"
            " return [s.backgroundColor, s.color, s.borderRadius, s.borderColor, s.fontWeight].join() })"
        )
        assert len(looks) == 4
        assert len(set(looks)) == 1
        assert teacher.page.locator(".ask .letter").all_inner_texts() == ["A", "B", "C", "D"]


def test_thinking_comes_first_with_cards_or_with_hands(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_first_vote(teacher)
        cards = "Réfléchissez sans rien dire. Yeux baissés, carte contre soi."
        assert teacher.page.get_by_text(cards).is_visible()
        teacher.press("v")
        assert not teacher.page.get_by_text(cards).count()


def test_counts_are_typed_and_one_or_two_stay_one_thing(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_first_vote(teacher)
        teacher.press("Enter")
        teacher.type("1", "2", "Tab", "1", "Enter", "2")
        fields = teacher.page.get_by_role("spinbutton")
        assert fields.all_inner_texts() == ["12", "1–2", "1–2"]
        assert fields.evaluate_all("all => all.map((one) => one.getAttribute('aria-valuenow'))") == ["12", "2", "2"]
        teacher.press("PageDown")
        assert teacher.page.locator(".bars .votes").all_inner_texts() == [
            "12 voix",
            "quelques voix",
            "quelques voix",
        ]
        widths = teacher.page.locator(".bar-of").evaluate_all("all => all.map((one) => one.offsetWidth)")
        assert widths[1] == widths[2] > 0
        assert "1–2" not in teacher.page.locator("#main").inner_text()


def test_plus_minus_and_backspace_correct_a_count_and_arrows_change_the_row(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_first_vote(teacher)
        teacher.press("Enter")
        teacher.type(
            "9", "+", "+", "-", "ArrowDown", "3", "4", "Backspace", "ArrowUp", "7", "ArrowDown", "ArrowDown", "8"
        )
        assert teacher.page.get_by_role("spinbutton").all_inner_texts() == ["7", "3", "8"], "the first digit replaces"
        teacher.type("-", "5")
        assert teacher.page.get_by_role("spinbutton").all_inner_texts()[2] == "5"


def test_the_row_of_digits_of_a_french_keyboard_types_digits(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_first_vote(teacher)
        teacher.press("Enter")
        for key, code in (("&", "Digit1"), ("-", "Digit6")):
            teacher.page.evaluate(
                "([key, code]) => document.activeElement.dispatchEvent("
                "new KeyboardEvent('keydown', {key, code, bubbles: true, cancelable: true}))",
                [key, code],
            )
        assert teacher.page.get_by_role("spinbutton").first.inner_text() == "16"


def test_the_foot_says_what_enter_does_now(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_first_vote(teacher)
        teacher.press("Enter")
        seen = []
        for key in ("1", "Enter", "Enter", "ArrowUp"):
            teacher.type(key)
            seen.append([words for words in teacher.foot if words.startswith(("Entrée", "Page"))])
        bars = "Page suiv.\u00a0: montrer les barres"
        assert seen == [
            ["Entrée\u00a0: compter B", bars],
            ["Entrée\u00a0: compter C", bars],
            ["Entrée\u00a0: montrer les barres"],
            ["Entrée\u00a0: compter C", bars],
        ]


def test_a_tie_is_the_teachers_and_is_asked_about_once_more(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_first_vote(teacher)
        teacher.count(1, 2, 0)
        assert teacher.asked == "A et B sont à égalité. C’est l’adulte qui choisit."
        teacher.press("Enter", "c")
        assert teacher.step == "result"
        teacher.press("b")
        assert teacher.asked == "On joue B\u00a0?"
        teacher.press("ArrowLeft")
        assert teacher.step == "result"
        teacher.press("b", "Enter")
        assert teacher.step in ("reading", "offer")


def test_going_back_loses_no_count_and_plays_nothing(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_first_vote(teacher)
        teacher.count(9, 4, 0)
        before = teacher.messages
        teacher.press("PageUp")
        assert teacher.page.get_by_role("spinbutton").all_inner_texts() == ["9", "4", "0"]
        teacher.press("Escape", "Escape")
        assert teacher.heading == "On s’arrête là\u00a0?"
        teacher.press("Escape", "Enter")
        assert teacher.page.get_by_role("spinbutton").all_inner_texts() == ["9", "4", "0"]
        assert teacher.messages == before


def test_a_double_click_is_not_two_decisions(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_first_vote(teacher)
        teacher.page.keyboard.press("Enter")
        teacher.page.keyboard.press("PageDown")
        assert teacher.step == "count"


def test_what_was_counted_is_gone_with_its_question(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_first_vote(teacher)
        teacher.vote(37, 3, 2)
        page = teacher.page
        assert "37" not in page.locator("#app").inner_text()
        teacher.read()
        teacher.press("Enter")
        assert page.get_by_role("spinbutton").all_inner_texts() == ["0", "0", "0"]
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


# -- another way


def test_after_a_good_choice_the_most_tempting_other_one_is_shown(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_offer(teacher)
        assert teacher.asked == "Et si…\u00a0?"
        before = teacher.messages
        teacher.press("a")
        assert teacher.step == "what if"
        assert teacher.asked.startswith("Et si tu")
        teacher.press("ArrowLeft")
        assert (teacher.step, teacher.messages) == ("offer", before)
        teacher.press("Enter")
        assert teacher.step == "ended", "back in the story"


def test_any_choice_can_be_made_again_another_way(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_first_vote(teacher)
        before = teacher.messages
        teacher.vote(9, 0, 0)
        assert teacher.messages > before
        teacher.press("Backspace")
        assert (teacher.step, teacher.messages) == ("think", before), "who comes back has talked already"


def to_the_end(teacher: Teacher) -> None:
    for _ in range(200):
        if teacher.step == "ended":
            return
        by_keys(teacher)
    raise AssertionError("the story does not end")


def test_the_class_looks_back_at_what_it_did_and_talks_about_it(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_the_end(teacher)
        teacher.press("Enter")
        said = teacher.page.locator("#main").inner_text()
        assert "La classe a répondu\u00a0: «\u00a0" in said
        assert "C’était un piège." in said
        assert "Ne notez aucun nom." in said
        assert teacher.page.locator("#main li").count() >= 1


def test_from_the_look_back_a_class_returns_to_any_choice(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_the_end(teacher)
        teacher.press("Enter", "Enter", "Enter")
        assert teacher.heading == "Tes moments, et les étapes"
        teacher.page.get_by_role("button", name="Et si").first.click()
        assert teacher.heading == "Et si…\u00a0?"
        teacher.press("Escape")
        assert teacher.heading == "Tes moments, et les étapes"
        teacher.page.get_by_role("button", name="Revenir à ce choix").first.click()
        teacher.wait()
        assert teacher.step in ("think", "stop")
        assert teacher.page.evaluate("'wall' in document.documentElement.dataset")


def test_stopping_is_asked_about_and_leads_where_one_wants(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_verdict(teacher)
        teacher.press("Escape")
        assert teacher.heading == "On s’arrête là\u00a0?"
        teacher.click("Revenir sur ce qui s’est passé")
        assert teacher.heading == "Le bilan, ensemble"
        teacher.press("Escape")
        teacher.click("Continuer le bilan")
        assert teacher.heading == "Le bilan, ensemble"
        teacher.press("Escape")
        teacher.click("Quitter l’histoire")
        assert teacher.heading == "Vigichat"
        assert not teacher.page.evaluate("'wall' in document.documentElement.dataset")


# -- keys of the wall, and what is beside it


def test_a_clickers_other_buttons_do_no_harm(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_first_vote(teacher)
        before = teacher.messages
        teacher.press("F5", "Shift+F5")
        assert (teacher.step, teacher.messages) == ("think", before), "the file was not loaded anew"
        teacher.press("b")
        assert teacher.step == "confirm", "a choice is asked about first"
        teacher.press("ArrowLeft", ".")
        assert teacher.heading == "Pause"
        assert not teacher.page.locator(".talk").count(), "what was shown is hidden"
        teacher.press(".")
        assert (teacher.step, teacher.messages) == ("think", before)


def test_a_clickers_black_screen_is_a_pause_while_no_choice_is_called_b(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        before = teacher.messages
        teacher.press("b")
        assert teacher.heading == "Pause"
        teacher.press("b")
        assert (teacher.step, teacher.messages) == ("reading", before)
        to_the_end(teacher)
        heading = teacher.heading
        teacher.press("b")
        assert teacher.heading == "Pause"
        teacher.press("b")
        assert teacher.heading == heading


def test_a_page_over_the_wall_is_closed_by_a_key_that_full_screen_leaves_to_it(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        teacher.press("n", "a")
        assert teacher.foot == ["←\u00a0: revenir"], "Esc would end the full screen, and leave the notes on the wall"
        teacher.press("ArrowLeft")
        assert teacher.step == "reading"


def test_larger_text_in_the_middle_of_a_question_leaves_the_question_in_view(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small, OLD) as teacher:
        to_first_vote(teacher)
        teacher.press(*["Control++"] * 4)
        assert teacher.page.evaluate("'tight' in document.documentElement.dataset")
        shown = teacher.page.locator(".ask h2").bounding_box()
        assert shown is not None
        assert 0 <= shown["y"] < OLD[1] / 2


def test_a_mouse_that_waits_on_the_main_way_undoes_nothing(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small, OLD) as teacher:
        main = teacher.page.locator(".gestures .primary").bounding_box()
        assert main is not None
        waits = [main["x"] + main["width"] - 2, main["y"] + main["height"] / 2]
        to_announcement(teacher)
        under = "(at) => !!document.elementFromPoint(...at).closest('button')"
        assert "Retour arrière\u00a0: choix d’avant" in teacher.foot
        assert not teacher.page.evaluate(under, waits)


def test_full_screen_is_offered_until_it_is_there(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        offer = "F5\u00a0: plein écran"
        assert offer in teacher.foot
        teacher.press("F5")
        teacher.page.wait_for_function("document.fullscreenElement")
        teacher.press("Space")
        assert offer not in teacher.foot
        teacher.press("F5")
        teacher.page.wait_for_function("!document.fullscreenElement")
        teacher.press("Space")
        assert offer in teacher.foot


def test_keys_and_notes_are_a_key_away_and_notes_are_asked_about(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        teacher.press("?")
        assert teacher.heading == "Quelle touche fait quoi"
        teacher.press("?", "n")
        assert "Toute la classe voit cet écran" in teacher.page.locator("#main").inner_text()
        assert STOP not in teacher.page.locator("#main").inner_text()
        teacher.press("a")
        assert STOP in teacher.page.locator("#main").inner_text()
        teacher.press("Escape")
        assert teacher.step == "reading"
        assert teacher.messages == 2


def test_the_wall_comes_and_goes_with_one_key_in_the_middle_of_a_play(chromium: Browser, small: Path) -> None:
    with opened(chromium, small, timed=True) as (page, seen):
        teacher = Teacher(page, seen)
        page.get_by_role("button", name="Jouer").first.click()
        page.get_by_role("button", name="Jouer").first.click()
        page.clock.run_for(40_000)
        alone = page.locator(".conversation li").count()
        assert alone > 2
        teacher.press("F8")
        assert teacher.step in ("stop", "reading")
        assert teacher.messages == alone
        assert page.evaluate("'wall' in document.documentElement.dataset")
        teacher.press("F8")
        assert not page.evaluate("'wall' in document.documentElement.dataset")
        assert page.locator(".conversation li").count() == alone
        assert seen.faults == []


def test_colours_change_the_wall_and_not_what_the_person_chose(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        grounds = []
        for _ in range(4):
            grounds.append(teacher.page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
            teacher.press("F6")
        assert len(set(grounds)) == 4
        assert grounds[0] == "rgb(255, 255, 255)"
        teacher.press("F8")
        assert teacher.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == grounds[1]


def test_the_way_out_leaves_nothing_of_the_class(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        to_first_vote(teacher)
        teacher.press("Enter")
        teacher.type("4", "2", "Shift", "Shift", "Shift")
        page = teacher.page
        assert page.locator("body").inner_text().strip() == "Notes"
        assert not page.evaluate("'wall' in document.documentElement.dataset")
        teacher.press("F8", "n", "Enter")
        assert page.locator("body").inner_text().strip() == "Notes"


def test_what_a_teacher_prepares_prints_on_two_sheets(chromium: Browser, shipped: Path) -> None:
    with opened(chromium, shipped) as (page, seen):
        page.locator('[data-key="door class"]').click()
        page.emulate_media(media="print")
        assert not page.get_by_role("button", name="Jouer avec la classe").is_visible()
        assert page.pdf(format="A4").count(b"/Type /Page\n") == 2
        assert seen.faults == []


def test_a_teacher_is_told_that_facts_are_old_on_the_day_the_file_is_read(chromium: Browser, shipped: Path) -> None:
    last = re.search(r'data-fresh-until="([0-9-]+)"', shipped.read_text(encoding="utf-8"))
    assert last is not None
    for days, told in ((0, False), (1, True)):
        with opened(chromium, shipped) as (page, seen):
            page.clock.set_fixed_time(f"{date.fromisoformat(last[1]) + timedelta(days)}T12:00:00")
            page.locator('[data-key="door class"]').click()
            assert page.locator("p[data-fresh-until]").last.is_visible() is told
            assert seen.faults == []


def test_the_notes_print_on_paper_without_bar_and_keys(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        teacher.press("n", "a")
        page = teacher.page
        page.emulate_media(media="print")
        for hidden in (".bar .help", ".gestures", ".skip"):
            assert not page.locator(hidden).first.is_visible(), hidden
        assert page.locator(".fiction").first.is_visible()
        size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
        assert size < 20
        pdf = page.pdf(format="A4")
        assert 1 <= pdf.count(b"/Type /Page\n") <= 4


# -- for everybody


_TEXTS = """
() => {
  const walker = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node; (node = walker.nextNode()); ) {
    const on = node.parentElement;
    if (!node.data.trim() || on.closest(".unseen, .skip, [hidden]") || !on.getClientRects().length) continue;
    found.push([parseFloat(getComputedStyle(on).fontSize), node.data.trim()]);
  }
  return found.sort((one, other) => one[0] - other[0])[0];
}
"""

_CUT = """
() => {
  const found = [];
  for (const one of document.querySelectorAll("#app *")) {
    if (one.closest(".unseen, .skip")) continue;
    const { left, right, width } = one.getBoundingClientRect();
    if (width > 1 && (right > innerWidth + 1 || left < -1)) found.push(`${one.tagName}.${one.className}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page");
  return found;
}
"""


def every_step(teacher: Teacher, look: Callable[[str], None]) -> None:
    """Go through an hour, and `look` at each kind of screen of it."""
    look("reading")
    for key, what in (("?", "keys"), ("n", "notes"), ("Escape", "stop"), ("p", "pause")):
        teacher.press(key)
        look(what)
        teacher.press("Escape")
    teacher.read()
    look("stop")
    teacher.press("Enter")
    look("think")
    teacher.press("b")
    look("confirm")
    teacher.press("ArrowLeft", "Enter")
    teacher.type("1", "2", "Enter", "2")
    look("count")
    teacher.press("PageDown")
    while teacher.step == "count":
        teacher.press("PageDown")
    look("result")
    teacher.press("Enter")
    assert teacher.read() == "think"
    look("verdict")
    teacher.vote(20, 20, 5)
    look("tie")
    teacher.press("a", "Enter")
    assert teacher.read() == "think"
    teacher.vote(12, 9)
    assert teacher.read() == "announced"
    look("announced")
    teacher.press("a")
    assert teacher.read() == "think"
    look("four choices")
    teacher.vote(4, 3, 15, 2)
    look("offer")
    teacher.press("a")
    look("what if")
    teacher.press("Enter")
    for _ in range(80):
        if teacher.step == "ended":
            break
        by_keys(teacher)
    look("ended")
    teacher.press("Enter")
    for page in range(5):
        look(f"looking back {page}")
        teacher.press("Enter")


@pytest.mark.parametrize("size", WALLS, ids=str)
def test_the_smallest_text_is_a_thirtieth_of_the_height(chromium: Browser, small: Path, size: tuple[int, int]) -> None:
    with teaching(chromium, small, size) as teacher:

        def look(step: str) -> None:
            least, words = teacher.page.evaluate(_TEXTS)
            assert least >= size[1] / 30 - 0.01, (step, least, words)
            assert teacher.page.evaluate(_CUT) == [], step
            assert teacher.page.evaluate("document.documentElement.scrollHeight") == size[1], (
                step,
                "nothing is under it",
            )

        every_step(teacher, look)


@pytest.mark.parametrize("percent", [200, 300])
@pytest.mark.parametrize("size", [OLD, LAPTOP], ids=str)
def test_large_text_is_never_cut(chromium: Browser, small: Path, size: tuple[int, int], percent: int) -> None:
    with teaching(chromium, small, size) as teacher:
        teacher.press(*["Control+Equal"] * ((percent - 100) // 25))

        def look(step: str) -> None:
            assert teacher.page.evaluate(_CUT) == [], step
            for one in (".bar .help", ".bar .leave"):
                assert teacher.page.locator(one).bounding_box()["y"] >= 0, "help and the way out are there"  # type: ignore[index]

        every_step(teacher, look)


@pytest.mark.parametrize("wall", ["projector", "light", "dark", "contrast"])
def test_axe_finds_nothing(chromium: Browser, small: Path, wall: str) -> None:
    axe = installed("axe-core/axe.min.js").read_text(encoding="utf-8")
    with teaching(chromium, small) as teacher:
        teacher.press(*["F6"] * ["projector", "light", "dark", "contrast"].index(wall))
        teacher.page.evaluate(axe)

        def look(step: str) -> None:
            found = teacher.page.evaluate(
                "axe.run({resultTypes: ['violations']}).then(({violations}) => violations.map("
                "({id, impact, nodes}) => `${impact} ${id}: ${nodes.map(({html}) => html.slice(0, 120)).join(' | ')}`))"
            )
            assert found == [], step

        every_step(teacher, look)


def test_from_right_to_left_the_wall_is_mirrored_and_left_leads_on(chromium: Browser, exported: Export) -> None:
    with teaching(chromium, exported(ARABIC_LIKE, story=SMALL)) as teacher:
        before = teacher.messages
        teacher.press("ArrowLeft")
        assert teacher.messages == before + 1
        to_first_vote(teacher)
        teacher.press("Enter")
        fewer, count, more = (
            teacher.page.locator(one).first.bounding_box()
            for one in (".step-count:first-child", ".count", ".step-count:last-child")
        )
        assert fewer is not None
        assert count is not None
        assert more is not None
        assert fewer["x"] > count["x"] > more["x"]
        assert any(words.startswith("→") for words in teacher.foot)
        teacher.press("ArrowRight")
        assert teacher.step == "think"


def test_the_keyboards_focus_follows_what_is_asked(chromium: Browser, small: Path) -> None:
    with teaching(chromium, small) as teacher:
        focused = "document.activeElement.tagName + ' ' + (document.activeElement.getAttribute('role') ?? '')"
        teacher.read()
        assert teacher.page.evaluate(focused).strip() == "H2"
        teacher.press("Enter", "Enter")
        assert teacher.page.evaluate(focused) == "SPAN spinbutton"
        teacher.press("?", "Escape")
        assert teacher.page.evaluate(focused) == "SPAN spinbutton", "where one was, one comes back to"
