"""What is heard of the window: every screen as nodes, which of them are said by themselves, and where the focus is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.desktop.gallery import SCREENS
from game.desktop.heard import ROOT, Heard, Said
from game.desktop.heard_changes import aloud, updates
from game.desktop.hearing import Hearing
from game.desktop.layout import Column
from game.desktop.screens import Context, Screen
from game.desktop.text import Run
from game.desktop.visitor import Visitor
from game.desktop.widget_button import Checkbox
from game.desktop.widget_frame import Frame
from game.desktop.widget_panel import Bubble
from game.desktop.widget_split import Follow, talk_and_turn
from game.desktop.widget_talk import Talk
from game.desktop.widgets import Widget, focusables, walk
from game.keeping.settings import Settings
from game.telling import language
from tests.desktop.playing import (
    SAID,
    STORY,
    Player,
    at_announcement,
    at_first_question,
    under_pressure,
    window,
)


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("en")


class Listener:
    """Hears what a player sees, look after look; `said` is what was said by itself since the look before."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.hearing = Hearing()
        self.heard = Heard()
        self.said: tuple[str, ...] = ()
        self.listen()

    def listen(self) -> Heard:
        before = self.heard
        self.heard = self.hearing.hear(self.player.app.tree, self.player.app.focused, "Notes", language.current())
        self.said = aloud(before, self.heard)
        return self.heard

    def named(self, name: str) -> tuple[int, Said]:
        return next((number, said) for number, said in self.heard.nodes.items() if said.name == name)

    @property
    def live(self) -> list[str]:
        """The messages of the conversation that are said by themselves."""
        return [one.name for one in self.heard.nodes.values() if one.role == "listitem" and one.live == "polite"]


def ended() -> Player:
    player = under_pressure()
    player.choose("choice parler")
    return player


def debriefed() -> Player:
    player = ended()
    player.app.choose_key("debrief")
    player.see()
    return player


def helped() -> Player:
    player = Player(None)
    player.app.choose_key("door help")
    player.see()
    return player


def below(heard: Heard, number: int = ROOT) -> Iterator[int]:
    yield number
    for child in heard.nodes[number].children:
        yield from below(heard, child)


@pytest.mark.parametrize("spoken", ["fr", "en"])
@pytest.mark.parametrize("screen", SCREENS)
def test_everything_on_every_screen_is_read_once_and_what_can_be_pressed_has_a_name(screen: str, spoken: str) -> None:
    language.use(spoken)
    visitor = Visitor(STORY, (1280, 720), Settings(language=spoken, met=True))
    SCREENS[screen](visitor)
    visitor.see()
    app = visitor.app
    hearing = Hearing()
    heard = hearing.hear(app.tree, app.focused, "Notes", spoken)
    front = app.tree.front if isinstance(app.tree, Frame) else app.tree
    shown = [one for one in walk(front) if one.role]
    reached = [heard.nodes[hearing._owners[id(stop)]] for stop in focusables(app.tree) if stop in shown]
    assert all(one.name.strip() and one.focusable for one in reached)
    assert sorted(below(heard)) == sorted(heard.nodes)
    assert len(set(heard.reading)) == len(heard.reading)
    said = "\n".join(f"{one.name} {one.description}" for one in heard.nodes.values())
    assert [one.label for one in shown if one.label.strip("[]") not in said] == []


def test_the_conversation_is_a_log_and_choices_are_buttons_with_their_letters() -> None:
    listener = Listener(at_first_question())
    log = next(one for one in listener.heard.nodes.values() if one.role == "log")
    said = [listener.heard.nodes[number].name for number in log.children]
    assert said[-1] == f"Alex: {SAID}"
    assert log.live == "polite"
    choices = [one for one in listener.heard.nodes.values() if one.key]
    assert [(one.role, one.key, one.description) for one in choices] == [
        ("button", "A", "Say it, key A"),
        ("button", "B", "Say it, key B"),
        ("button", "C", "Do it, key C"),
    ]


def test_a_new_message_is_said_and_then_the_question_which_has_the_focus() -> None:
    player = Player()
    player.begin()
    listener = Listener(player)
    seen = []
    while not player.play.settled:
        player.key("space")
        listener.listen()
        seen += listener.said
    assert seen[0] == "mardi, 16 h 02"
    assert seen[-2:] == [f"Alex: {SAID}", "You are Camille. What do you do?"]
    assert listener.heard.nodes[listener.heard.focus].name == seen[-1]


def test_a_message_keeps_its_number_and_no_number_comes_back_as_another_thing() -> None:
    player = at_first_question()
    listener = Listener(player)
    first, _said = listener.named(f"Alex: {SAID}")
    numbers = {number: said.name for number, said in listener.heard.nodes.items()}
    player.choose("choice rester", "verdict trap", "sure 3")
    listener.listen()
    assert listener.named(f"Alex: {SAID}")[0] == first
    player.key("backspace", "backspace")
    player.wait()
    listener.listen()
    player.choose("choice suivre")
    listener.listen()
    assert listener.named(f"Alex: {SAID}")[0] == first
    again = {number: said.name for number, said in listener.heard.nodes.items() if number in numbers}
    assert again == {number: numbers[number] for number in again}


def test_what_was_told_is_not_told_again_after_help() -> None:
    player = at_first_question()
    listener = Listener(player)
    player.key("f1")
    listener.listen()
    player.key("escape")
    listener.listen()
    assert listener.live == []
    player.choose("choice rester")
    listener.listen()
    assert listener.live[0] == "Camille: Je préfère rester ici."


def test_of_a_conversation_that_opens_in_its_middle_only_the_last_messages_are_said() -> None:
    listener = Listener(under_pressure())
    assert listener.live == [
        "Alex menace de montrer une image et réclame de l’argent.",
        "Yanis: T’es où ? On commence sans toi ou quoi ?",
    ]


def test_a_masked_message_says_that_it_is_hidden_and_an_action_that_it_is_one() -> None:
    player = under_pressure()
    player.choose("choice capture")
    listener = Listener(player)
    names = [said.name for said in listener.heard.nodes.values()]
    assert "Alex: hidden message: Demande intime" in names
    assert "Action: Faire une capture des messages" in names


def test_a_marked_message_says_so_under_the_same_number() -> None:
    player = at_first_question()
    listener = Listener(player)
    number, said = listener.named(f"Alex: {SAID}")
    assert (said.checked, said.description) == (False, "")
    player.app.reach(listener.hearing.widgets[number], press=True)
    player.see()
    listener.listen()
    after, said = listener.named(f"Alex: {SAID}")
    assert (after, said.checked, said.description) == (number, True, "marked")


def test_what_is_under_a_dialog_is_not_heard_and_what_it_says_belongs_to_its_title() -> None:
    listener = Listener(at_announcement())
    listener.player.key("escape")
    heard = listener.listen()
    assert not [one for one in heard.nodes.values() if one.role == "log"]
    assert heard.nodes[heard.focus].name == "Stop here?"
    assert heard.nodes[heard.focus].description == "You can stop at any time. Nothing is held against you."


def test_a_question_is_described_by_the_words_under_it() -> None:
    listener = Listener(at_announcement())
    asked = listener.heard.nodes[listener.heard.focus]
    assert asked.name == "Before you go on"
    assert asked.description.startswith("The next part is hard: someone puts Camille under pressure.")


def test_the_pages_of_the_debrief_are_tabs_and_a_page_that_is_turned_is_read_from_its_title() -> None:
    player = debriefed()
    listener = Listener(player)
    tabs = [(one.name, one.selected) for one in listener.heard.nodes.values() if one.role == "tab"]
    assert tabs[0] == ("In short", True)
    assert [selected for _, selected in tabs[1:]] == [False] * (len(tabs) - 1)
    player.app.choose_key("next")
    player.see()
    heard = listener.listen()
    assert (heard.nodes[heard.focus].role, heard.nodes[heard.focus].level) == ("heading", 1)
    assert heard.nodes[heard.focus].name == tabs[1][0]


def test_a_help_page_brought_by_a_button_that_stays_is_read_from_its_title() -> None:
    listener = Listener(helped())
    listener.player.app.choose_key("next")
    listener.player.see()
    heard = listener.listen()
    assert heard.nodes[heard.focus].level == 1
    assert "Step 2 of 6" in [one.name for one in heard.nodes.values()]


def test_scrolling_changes_one_node() -> None:
    player = debriefed()
    player.app.choose_key("next")
    player.see()
    listener = Listener(player)
    player.app.wheel(640, 400, -3)
    after = listener.hearing.look_again(player.app.focused)
    (changed,) = updates(listener.heard, after)
    assert [said.role for said in changed.values()] == ["scroll"]
    (scroll,) = changed.values()
    assert scroll.scrolled > 0
    # Moved up by as much as it is scrolled, it stands where it stood.
    (number,) = changed
    before = listener.heard.nodes[number]
    assert scroll.rect[1] - scroll.scrolled == before.rect[1] - before.scrolled


def test_the_updates_lead_from_one_hearing_to_the_next_and_tell_one_thing_at_a_time() -> None:
    player = at_first_question()
    listener = Listener(player)
    before = listener.heard
    player.choose("choice rester")
    after = listener.listen()
    there = dict(before.nodes)
    told = []
    for changed in updates(before, after):
        new = [number for number in changed if number not in there and changed[number].live == "polite"]
        assert len(new) <= 1
        told += [changed[number].name for number in new]
        there.update(changed)
        reachable = set(below(Heard(there)))
        there = {number: said for number, said in there.items() if number in reachable}
    assert there == dict(after.nodes)
    assert told == ["Camille: Je préfère rester ici.", "mercredi, 21 h 30", listener.live[-1]]


def test_text_that_cannot_be_pressed_is_read_on_and_tab_goes_on_from_there() -> None:
    player = Player()
    listener = Listener(player)
    number = listener.heard.beside(1)
    assert number is not None
    listener.hearing.resting = number
    player.app.reach(listener.hearing.widgets[number])
    heard = listener.hearing.look_again(player.app.focused)
    assert heard.nodes[heard.focus].role == "label"
    assert player.app.focused is None
    player.key("tab")
    assert player.focus == "Start the story"
    player.app.reach(listener.hearing.widgets[number])
    player.key("shift+tab")
    assert player.focus != "Start the story"


def test_reading_ends_where_the_text_ends() -> None:
    listener = Listener(Player(None))
    heard = listener.heard
    assert Heard(heard.nodes, heard.reading[-1], heard.reading).beside(1) is None
    assert Heard(heard.nodes, heard.reading[0], heard.reading).beside(-1) is None
    assert Heard(heard.nodes, ROOT, heard.reading).beside(1) == heard.reading[0]


def test_the_first_heading_tells_how_to_read_and_no_other_one_does() -> None:
    listener = Listener(Player(None))
    hint = "Down arrow to read on, Tab to go from button to button."
    assert listener.named("Vigichat")[1].description == hint
    listener.player.app.choose_key("door help")
    listener.player.see()
    listener.listen()
    assert [one.name for one in listener.heard.nodes.values() if hint in one.description] == []


def test_how_large_text_is_is_said_when_it_changes() -> None:
    player = Player(None)
    player.app.open_settings()
    listener = Listener(player)
    player.app.choose_key("larger")
    listener.listen()
    assert "Text: 125%" in listener.said


class Long(Screen):
    """A conversation of many messages."""

    def __init__(self) -> None:
        self.talk = Talk()
        self.talk.label = "Conversation"
        self.follow = Follow("talk")

    def say(self, first: int, count: int) -> None:
        said = (Bubble("Alex", (Run(f"Message {at}"),), on_press=lambda: None) for at in range(first, first + count))
        self.talk.show(first, list(said), None)

    def build(self, context: Context) -> Widget:
        return talk_and_turn(context.look, self.follow, self.talk, Column(()))


def test_one_more_message_in_a_long_conversation_is_one_more_node() -> None:
    screen = Long()
    screen.say(0, 2000)
    player = Player(None)
    player.app.go(screen)
    listener = Listener(player)
    before = listener.heard
    screen.say(2000, 1)
    player.app.refresh()
    after = listener.listen()
    changed = [said for update in updates(before, after) for said in update.values()]
    assert [said.name for said in changed if said.role == "listitem"] == ["Alex: Message 2000"]
    assert len(changed) <= 4
    assert listener.said == ("Alex: Message 2000",)
    kept = [number for number, said in after.nodes.items() if said.role == "listitem" and number in before.nodes]
    assert all(after.nodes[number] is before.nodes[number] for number in kept)
    assert len(kept) == 2000


class Form(Screen):
    """A box to check, twice: two things of one name are two things."""

    def build(self, context: Context) -> Widget:
        boxes = [Checkbox("Read aloud", checked, lambda: None) for checked in (True, False)]
        boxes[1].enabled = False
        return Column(boxes)


def test_boxes_say_whether_they_are_checked_and_whether_they_can_be() -> None:
    player = Player(None)
    player.app.go(Form())
    listener = Listener(player)
    boxes = [one for one in listener.heard.nodes.values() if one.role == "checkbox"]
    assert [(one.checked, one.enabled, one.pressable) for one in boxes] == [(True, True, True), (False, False, False)]


def test_after_the_way_out_nothing_of_the_play_is_kept() -> None:
    player = at_first_question()
    listener = Listener(player)
    player.key("shift", "shift", "shift")
    heard = listener.listen()
    assert {(one.role, one.name, one.description) for one in heard.nodes.values()} == {
        ("window", "Notes", ""),
        ("heading", "Notes", ""),
    }
    assert SAID not in repr(vars(listener.hearing))
    assert not listener.hearing._told


@pytest.mark.parametrize("away", ["p", "escape"])
def test_a_conversation_that_is_come_back_to_does_not_say_its_name_again(away: str) -> None:
    player = at_first_question()
    player.choose("choice rester")
    listener = Listener(player)
    assert listener.named("Conversation")[1].live == "polite"
    player.key(away)
    assert "Conversation" not in [one.name for one in listener.listen().nodes.values()]
    player.key("escape")
    listener.listen()
    assert listener.named("Conversation")[1].live == "off"
    assert listener.live == []
