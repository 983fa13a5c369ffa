"""What a class is asked, as widgets for the wall: the choices with their letters, the count, what came out.

Nothing here tells a good choice from another. Where the class is, is `hour`'s affair; what a key does and where the
conversation stands, `class_play`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from game.classroom.vote import Majority, NoVotes, Tie, result, said, share, typed_as
from game.desktop.hour import Hour
from game.desktop.layout import Column, Row, Spacer
from game.desktop.pages import blocks
from game.desktop.play import Play
from game.desktop.screens.turn import LETTERS
from game.desktop.widget_button import Button, Kind
from game.desktop.widget_panel import Panel
from game.desktop.widget_text import Heading, TextBlock
from game.desktop.widget_vote import CountField, Counting, Lettered, ResultBar
from game.desktop.widgets import Press, Widget
from game.engine.events import Answer, Command, GoOn, ReadSummary
from game.engine.model import ME, Choice
from game.telling.language import N_, _
from game.telling.what_if import other_way

_ANSWERS: dict[Answer, str] = {
    "trap": N_("Somebody here means harm"),
    "nothing": N_("There is nothing to fear here"),
    "unsure": N_("I do not know"),
}


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


@dataclass(frozen=True, slots=True)
class Hands:
    """What the teacher does. `picked` and `counting` are given a choice's id."""

    forward: Press
    backward: Press
    back: Press
    """Goes back to the choice before."""
    do: Callable[[Command], None]
    picked: Callable[[str], None]
    other_hands: Press
    """Hands instead of cards, or the other way round."""
    look: Press
    """Shows where the other choice would have led."""
    helps: Press
    counting: Callable[[str], Counting]


def wall(hour: Hour, hands: Hands, grown: Callable[[], float]) -> tuple[Widget | None, tuple[CountField, ...]]:
    """What has the whole wall now, without the conversation, and the fields in it; None where nothing has."""
    match hour.step:
        case "stop":
            return _stop(hour.play.text(hour.stop or "")), ()
        case "count":
            return _count(hour, hands)
        case "result":
            return _came_out(hour, grown, hands), ()
        case "what if" if hour.tempting is not None:
            page = other_way(hour.play.scenario, hour.play.reference, *hour.tempting)
            return Column(tuple(blocks(page, lambda to: None)), gap="m"), ()
    return None, ()


def panel(hour: Hour, hands: Hands) -> Widget | None:
    """What stands under the conversation now; None while the class reads."""
    play = hour.play
    match hour.step:
        case "announced":
            return _announced(play, hands)
        case "think":
            return _think(hour, hands)
        case "confirm":
            return _confirm(hour)
        case "offer" if hour.tempting is not None:
            visit, choice = hour.tempting
            return _offer(_words(play, play.scenario.scene[visit.scene].choice(choice)), hands)
        case "ended":
            return _ended(play.text(play.scenario.ending[play.state.ending].title))
    return None


def foot(hour: Hour, hands: Hands, typed: str = "") -> Widget:
    """The quiet line at the foot of the wall: which key comes next. `typed` is the choice whose count is typed now."""
    return Row([way.widget for way in _ways(hour, hands, typed)], gap="s", role="group", label=_("For the teacher"))


def _ways(hour: Hour, hands: Hands, typed: str) -> Iterator[Way]:
    step = hour.step
    words = {
        "reading": _("go on") if hour.play.settled else _("next message"),
        "stop": _("go on"),
        "think": _("count the votes"),
        "count": _("show the bars"),
        "confirm": _("play it"),
        "offer": _("go on with our story"),
        "what if": _("back to our story"),
        "ended": _("look back at what happened"),
    }.get(step, "")
    if step == "result" and hour.round.plays:
        words = _("play {letter}").format(letter=_named(_lettered(hour)[hour.round.plays]))
    after = _after(hour, typed)
    if step == "count" and after:
        yield Way(_("Enter"), _("count {letter}").format(letter=after), None)
        yield Way(_("Page Down"), words, hands.forward, main=True)
    elif words:
        yield Way(_("Space") if step == "reading" else _("Enter"), words, hands.forward, main=True)
    if step == "announced":
        yield Way("A / B", _("choose"), None)
    letters = [_lettered(hour)[choice].letter for choice in hour.pickable]
    if step == "think":
        by = _("cards instead of hands") if hour.raised else _("hands instead of cards")
        yield Way("V", by, hands.other_hands)
        yield Way("–".join(filter(None, (letters[0], letters[-1]))), _("without a vote"), None)
    elif letters:
        yield Way(" / ".join(filter(None, letters)), _("choose"), None)
    if step in ("count", "result", "confirm"):
        yield Way(_("Esc"), _("back"), hands.backward)
    if hour.may_return:
        yield Way(_("Backspace"), _("the choice before"), hands.back)


def _after(hour: Hour, typed: str) -> str:
    """What names the choice that is counted after this one; "" after the last."""
    if hour.step != "count":
        return ""
    named = list(_lettered(hour).items())
    at = next((at for at, (choice, _words) in enumerate(named) if choice == typed), len(named))
    return _named(named[at + 1][1]) if at + 1 < len(named) else ""


def _words(play: Play, choice: Choice) -> str:
    """A choice as the class reads it: what is said stands in quotes."""
    words = play.text(choice.text)
    return _("“{words}”").format(words=words) if choice.says else words


def _lettered(hour: Hour) -> dict[str, Lettered]:
    """The choices, or the answers to a verdict, by id: each with its letter and its words."""
    play, choices = hour.play, hour.round.vote.choices
    words: dict[str, str] = {answer: _(text) for answer, text in _ANSWERS.items()}
    if play.state.phase == "choosing":
        scene = play.scenario.scene[play.state.scene]
        words = {choice: _words(play, scene.choice(choice)) for choice in choices}
    # A file that offers more than there are letters plays all the same.
    letters = LETTERS[: len(choices)]
    return {choice: Lettered(letter, words[choice]) for choice, letter in zip_longest(choices, letters, fillvalue="")}


def _question(play: Play) -> str:
    """What is asked, without a word of what would be well answered."""
    if play.state.phase == "verdict":
        return _("What do you all think of this conversation?")
    return _("What does {name} do?").format(name=play.name(ME))


def _think(hour: Hour, hands: Hands) -> Widget:
    """Each for themselves; nobody sees what the others choose."""
    words = _("Think about it without speaking. Then close your eyes and raise your hand.")
    if not hour.raised:
        words = _("Think about it without speaking. Eyes down, card against your chest.")
    parts: list[Widget] = [Heading(_question(hour.play), level=3), TextBlock(words, "small")]
    for choice, shown in _lettered(hour).items():
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


def _count(hour: Hour, hands: Hands) -> tuple[Widget, tuple[CountField, ...]]:
    """The count of each choice, and the fields in which it is typed."""
    vote = hour.round.vote
    fields = tuple(
        CountField(shown, typed_as(vote.count(choice)), hands.counting(choice), key=f"count {choice}")
        for choice, shown in _lettered(hour).items()
    )
    words = _("Type each number, then Enter. One or two votes stay “1–2”, so that nobody is singled out.")
    hint = TextBlock(words, "small", "ink_soft")
    parts = (Heading(_("How many votes for each choice?"), level=3), *fields, hint, Spacer(grow=1))
    return Column(parts, gap="s", grow=1), fields


def _came_out(hour: Hour, grown: Callable[[], float], hands: Hands) -> Widget:
    """The bars, who is ahead in words, and where the teacher decides, a way to do so."""
    shown, vote = _lettered(hour), hour.round.vote
    outcome = result(vote)
    parts: list[Widget] = [Heading(_said_of(outcome, shown), level=3)]
    for choice, one in shown.items():
        mark, sign = "", ""
        match outcome:
            case Majority(ahead) if ahead == choice:
                mark, sign = _("Most votes"), "check"
            case Tie(ahead) if choice in ahead:
                mark, sign = _("Tied"), "="
        votes = said(vote.count(choice))
        parts.append(ResultBar(one, votes, share(vote, choice), grown, mark, sign))
    if hour.pickable:
        parts.append(_picks(shown, hour.pickable, hands))
    return Column((*parts, Spacer(grow=1)), gap="s", grow=1)


def _said_of(outcome: Majority | Tie | NoVotes, shown: dict[str, Lettered]) -> str:
    match outcome:
        case Majority(choice):
            return _("Most votes: {letter}").format(letter=_named(shown[choice]))
        case Tie(choices):
            names = [_named(shown[choice]) for choice in choices]
            told = _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
            return _("{letters} are tied. Your teacher chooses.").format(letters=told)
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


def _confirm(hour: Hour) -> Widget:
    """The teacher named a choice: once more, so that no slip of a finger plays it."""
    one = _lettered(hour)[hour.round.picked]
    return Column(
        (
            Heading(_("Play {letter}?").format(letter=_named(one)), level=3),
            Panel(TextBlock(one.words, "lead"), fill="primary_soft", edge="primary_edge", bar="primary"),
        ),
        gap="m",
    )


def _stop(words: str) -> Widget:
    """A stop: the question of the story to the class, which talks until the teacher goes on."""
    return Column(
        (
            Spacer(grow=2),
            TextBlock(_("Let us stop here for a moment"), "lead", "primary", bold=True),
            TextBlock(words, "h1", bold=True, spacing=1.25),
            TextBlock(_("Take your time to talk about it. Nobody has to speak about themselves."), colour="ink_soft"),
            Spacer(grow=3),
        ),
        gap="l",
        grow=1,
    )


def _announced(play: Play, hands: Hands) -> Widget:
    """A hard scene comes: the teacher chooses how it is read. No key leads into it by mistake."""
    words = _(
        "The next part is hard: someone puts {name} under pressure. You can read it, or read a short summary instead."
    )
    return Column(
        (
            Heading(_("Before you go on"), level=3),
            TextBlock(words.format(name=play.name(ME))),
            Button(_("Read it"), lambda: hands.do(GoOn()), letter="A", key="go on"),
            Button(_("Read a short summary instead"), lambda: hands.do(ReadSummary()), letter="B", key="summary"),
            TextBlock(_("Anyone may look away, or step out for a while."), "small"),
            Row((Button(_("Get help"), hands.helps, "help", "help", tight=True, key="get help"),)),
        ),
        gap="s",
    )


def _offer(words: str, hands: Hands) -> Widget:
    """After a good choice: where the other one that tempted would have led; `words` are that choice's."""
    told = _("Another choice was possible: {words}").format(words=words)
    return Column(
        (
            Heading(_("What if…?"), level=3),
            TextBlock(told),
            Button(_("See where it would have led"), hands.look, "action", letter="A", key="what if"),
        ),
        gap="s",
    )


def _ended(title: str) -> Widget:
    """The story is over."""
    named = Panel(TextBlock(title, "lead", bold=True), fill="primary_soft", edge="", bar="primary")
    return Column((Heading(_("The story stops here"), level=3), named), gap="m")
