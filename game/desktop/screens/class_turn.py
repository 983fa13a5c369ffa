"""What a class is asked, as widgets for the wall: the choices with their letters, the count, what came out.

Nothing here tells a good choice from another. What the teacher's keys do is `class_play`'s affair, and so is the
conversation above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import zip_longest

from game.classroom.round import Round
from game.classroom.vote import Majority, NoVotes, Tie, result, said, share, typed_as
from game.desktop.layout import Column, Row, Spacer
from game.desktop.pages import blocks
from game.desktop.play import Play
from game.desktop.screens.turn import LETTERS
from game.desktop.widget_button import Button, Kind
from game.desktop.widget_panel import Panel
from game.desktop.widget_text import Heading, TextBlock
from game.desktop.widget_vote import CountField, Counting, Lettered, ResultBar
from game.desktop.widgets import Press, Widget
from game.engine.events import Answer
from game.engine.model import ME
from game.telling.language import N_, _
from game.telling.page import Page

_ANSWERS: dict[Answer, str] = {
    "trap": N_("Somebody here means harm"),
    "nothing": N_("There is nothing to fear here"),
    "unsure": N_("I do not know"),
}
ANSWERS: tuple[Answer, ...] = tuple(_ANSWERS)
"""What a class answers to “is this a trap?”, in the order of the wall."""


@dataclass(frozen=True, slots=True)
class Way:
    """A gesture of the teacher: the key that the foot names, what it does in short, and doing it.

    `press` None only tells of keys that stand elsewhere.
    """

    key: str
    words: str
    press: Press | None
    main: bool = False

    @property
    def widget(self) -> Widget:
        shown = _("{key}: {action}").format(key=self.key, action=self.words)
        if self.press is None:
            return Column((TextBlock(shown, "small", "ink_soft"),), pad="xs")
        kind: Kind = "primary" if self.main else "bare"
        name = "forward" if self.main else f"way {self.key}"
        return Button(self.words, self.press, kind, text_size="small", tight=True, key=name, shown=shown)


def foot(ways: Iterable[Way]) -> Widget:
    """The quiet line at the foot of the wall: which key comes next."""
    return Row([way.widget for way in ways], gap="s", role="group", label=_("For the teacher"))


@dataclass(frozen=True, slots=True)
class Hands:
    """What the teacher does at a question. `picked` and the makers of `counting` are given a choice's id."""

    picked: Callable[[str], None]
    counting: Callable[[str], Counting]


def lettered(play: Play, choices: tuple[str, ...]) -> dict[str, Lettered]:
    """The choices, or the answers to a verdict, by id: each with its letter and its words."""
    words = {answer: _(text) for answer, text in _ANSWERS.items()}
    if play.state.phase == "choosing":
        scene = play.scenario.scene[play.state.scene]
        for choice in scene.choices:
            text = play.text(choice.text)
            words[choice.id] = _("“{words}”").format(words=text) if choice.says else text  # type: ignore[index]
    return {
        choice: Lettered(letter, words[choice])  # type: ignore[index]
        for choice, letter in zip_longest(choices, LETTERS[: len(choices)], fillvalue="")
    }


def question(play: Play) -> str:
    """What is asked, without a word of what would be well answered."""
    if play.state.phase == "verdict":
        return _("What do you all think of this conversation?")
    return _("What does {name} do?").format(name=play.name(ME))


def think(play: Play, round_: Round, raised: bool, hands: Hands) -> Widget:
    """Each for themselves; nobody sees what the others choose. `raised`: with hands rather than cards."""
    words = _("Think for yourself. Then close your eyes and raise your hand.")
    if not raised:
        words = _("Think for yourself. Eyes down, card against your chest.")
    parts: list[Widget] = [Heading(question(play), level=3), TextBlock(words, "small")]
    for choice, shown in lettered(play, round_.vote.choices).items():
        parts.append(
            Button(
                shown.words,
                lambda choice=choice: hands.picked(choice),  # type: ignore[misc]
                # All alike: one that stands out would look like the answer. Words that are said stand in quotes.
                "action",
                letter=shown.letter,
                tight=True,
                key=f"choice {choice}",
            )
        )
    return Column(parts, gap="s")


def count(play: Play, round_: Round, hands: Hands) -> tuple[Widget, tuple[CountField, ...]]:
    """The count of each choice, and the fields in which it is typed."""
    fields = tuple(
        CountField(shown, typed_as(round_.vote.count(choice)), hands.counting(choice), key=f"count {choice}")
        for choice, shown in lettered(play, round_.vote.choices).items()
    )
    words = _("Type each number, then Enter. One or two votes stay “1–2”: nobody is shown alone.")
    hint = TextBlock(words, "small", "ink_soft")
    parts = (Heading(_("How many for each?"), level=3), *fields, hint, Spacer(grow=1))
    return Column(parts, gap="s", grow=1), fields


def came_out(play: Play, round_: Round, grown: Callable[[], float], hands: Hands) -> Widget:
    """The bars, who is ahead in words, and where the teacher decides, a way to do so."""
    shown = lettered(play, round_.vote.choices)
    outcome = result(round_.vote)
    parts: list[Widget] = [Heading(_said_of(outcome, shown), level=3)]
    for choice, one in shown.items():
        mark, sign = "", ""
        match outcome:
            case Majority(ahead) if ahead == choice:
                mark, sign = _("Majority"), "check"
            case Tie(ahead) if choice in ahead:
                mark, sign = _("As many"), "="
        votes = said(round_.vote.count(choice))
        parts.append(ResultBar(one, votes, share(round_.vote, choice), grown, mark, sign))
    if round_.pickable:
        parts.append(_picks(shown, round_.pickable, hands))
    return Column((*parts, Spacer(grow=1)), gap="s", grow=1)


def _said_of(outcome: Majority | Tie | NoVotes, shown: dict[str, Lettered]) -> str:
    match outcome:
        case Majority(choice):
            return _("Most of the class: {letter}").format(letter=_named(shown[choice]))
        case Tie(choices):
            names = [_named(shown[choice]) for choice in choices]
            told = _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
            return _("{letters}: as many votes. Your teacher chooses.").format(letters=told)
        case _:
            return _("No votes this time. Your teacher chooses.")


def _named(one: Lettered) -> str:
    return one.letter or one.words


def _picks(shown: dict[str, Lettered], choices: tuple[str, ...], hands: Hands) -> Widget:
    return Row(
        [
            Button(
                _("Play {letter}").format(letter=_named(shown[choice])),
                lambda choice=choice: hands.picked(choice),  # type: ignore[misc]
                letter=shown[choice].letter,
                tight=True,
                key=f"pick {choice}",
            )
            for choice in choices
        ],
        gap="m",
    )


def confirm(play: Play, round_: Round) -> Widget:
    """The teacher named a choice: once more, so that no slip of a finger plays it."""
    one = lettered(play, round_.vote.choices)[round_.picked]
    return Column(
        (
            Heading(_("Play {letter}?").format(letter=_named(one)), level=3),
            Panel(TextBlock(one.words, "lead"), fill="primary_soft", edge="primary_edge", bar="primary"),
        ),
        gap="m",
    )


def stop(words: str) -> Widget:
    """A stop: the question of the story to the class, which talks until the teacher goes on."""
    return Column(
        (
            Spacer(grow=2),
            TextBlock(_("Let us stop here"), "lead", "primary", bold=True),
            TextBlock(words, "h1", bold=True, spacing=1.25),
            TextBlock(_("Take the time to talk. Nobody has to speak about themselves."), colour="ink_soft"),
            Spacer(grow=3),
        ),
        gap="l",
        grow=1,
    )


def announced(play: Play, read: Press, summary: Press, helps: Press) -> Widget:
    """A hard scene comes: the teacher chooses how it is read. No key leads into it by mistake."""
    words = _("The next part is hard: someone puts {name} under pressure. It can be read, or told in short.")
    return Column(
        (
            Heading(_("Before you go on"), level=3),
            TextBlock(words.format(name=play.name(ME))),
            Button(_("Read it"), read, letter="A", key="go on"),
            Button(_("Read a short summary instead"), summary, letter="B", key="summary"),
            TextBlock(_("Anyone may look away, or step out for a while."), "small"),
            Row((Button(_("Get help"), helps, "help", "help", tight=True, key="get help"),)),
        ),
        gap="s",
    )


def offer(words: str, look: Press) -> Widget:
    """After a good choice: where the other one that tempted would have led; `words` are that choice's."""
    told = _("Another choice was possible: {words}").format(words=words)
    return Column(
        (
            Heading(_("What if…?"), level=3),
            TextBlock(told),
            Button(_("Look where it would have led"), look, "action", letter="A", key="what if"),
        ),
        gap="s",
    )


def other_way(page: Page) -> Widget:
    """Where the other choice would have led."""
    return Column(tuple(blocks(page, lambda to: None)), gap="m")


def ended(title: str) -> Widget:
    """The story is over."""
    named = Panel(TextBlock(title, "lead", bold=True), fill="primary_soft", edge="", bar="primary")
    return Column((Heading(_("The story stops here"), level=3), named), gap="m")
