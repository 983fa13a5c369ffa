"""The player's turn: what is asked now, as widgets for the side of the play screen.

What is decided goes to the play as commands; keys that belong to no widget are the play screen's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest

from game.desktop.layout import Column, Spacer
from game.desktop.play import Play
from game.desktop.widget_button import Button
from game.desktop.widget_panel import Panel
from game.desktop.widget_split import Rule
from game.desktop.widget_text import Heading, Status, TextBlock
from game.desktop.widget_words import Explain
from game.desktop.widgets import Press, Widget
from game.engine.events import Answer, Choose, Command, GiveVerdict, GoOn, Mark, MessageArrived, ReadSummary
from game.engine.hard_words import of_scene
from game.engine.model import ME
from game.telling.hard_words import words
from game.telling.language import N_, _

LETTERS = "ABCDEFGHIJ"

_QUOTED = 48
"""How many letters of a message are said of what was marked."""
_NOT_LAST = " \N{NO-BREAK SPACE},;:«"

PROMPT = "prompt"
"""The key of the widget that takes the focus when the player is asked something."""
HURRY = "hurry"
"""The key of the button that brings the next message."""

_ANSWERS: tuple[tuple[Answer, str], ...] = (
    ("trap", N_("Somebody here means harm")),
    ("nothing", N_("There is nothing to fear here")),
    ("unsure", N_("I do not know")),
)
_SURE = (N_("Not very sure"), N_("Fairly sure"), N_("Very sure"))


@dataclass(frozen=True, slots=True)
class Gestures:
    """What the player can do on their turn."""

    do: Callable[[Command], None]
    answer: Callable[[Answer | None], None]
    """Gives the first half of a verdict, or takes it back with None."""
    hurry: Press
    helps: Press
    end: Press
    back: Press
    """Goes back to the choice before."""
    undo: Press
    """Takes the last mark back."""


def turn(play: Play, gestures: Gestures, answer: Answer | None, roomy: bool, explain: Explain) -> Widget:
    """The widgets for the play as it stands; `answer` is the first half of a verdict, `explain` makes what is seen of
    the scene's hard words: under the answers, so that unfolding one moves none of them.

    What is said on every turn is said only on the first one where there is no room beside the conversation.
    """
    if not play.settled:
        parts = _coming(gestures, roomy or not play.begun)
    elif play.state.phase == "announced":
        parts = _announced(play, gestures)
    elif play.state.phase == "verdict":
        parts = _verdict(gestures) if answer is None else _sure(gestures, answer)
    elif play.state.phase == "ended":
        parts = _ended(play, gestures, roomy)
    else:
        parts = _choices(play, gestures)
    if play.state.phase != "ended":
        if play.settled:
            parts += _hard_words(play, explain)
        if roomy or not play.begun:
            parts += _marking_hint()
    parts += _marked(play, gestures)
    if play.last_choice is not None:
        parts.append(_back(gestures))
    return Column(parts, gap="m")


def _hard_words(play: Play, explain: Explain) -> list[Widget]:
    hard = words(of_scene(play.scenario, play.reference, [event for _at, event in play.visible]))
    return [explain(hard)] if hard.words else []


def _back(gestures: Gestures) -> Widget:
    """Last and small: most plays need no way back."""
    words, key = _("Back to the choice before"), _("Backspace key")
    button = Button(words, gestures.back, "bare", "undo", detail=key, text_size="small", tight=True, key="back")
    return Column((button,), align="start")


def _coming(gestures: Gestures, hint: bool) -> list[Widget]:
    words = _("Messages arrive by themselves. The space bar brings the next one.")
    button = Button(_("Next message"), gestures.hurry, "quiet", icon="next", key=HURRY)
    return [button, TextBlock(words, "small", "ink_soft")] if hint else [button]


def _announced(play: Play, gestures: Gestures) -> list[Widget]:
    words = _("The next part is hard: someone puts {name} under pressure. You choose how to read it.")
    return [
        _prompt(_("Before you go on")),
        TextBlock(words.format(name=play.name(ME))),
        Button(_("Read it"), lambda: gestures.do(GoOn()), letter="A", key="go on"),
        Button(_("Read a short summary instead"), lambda: gestures.do(ReadSummary()), letter="B", key="summary"),
        Button(_("Get help"), gestures.helps, "help", icon="help", key="get help"),
        TextBlock(_("Both ways lead on, and neither counts less."), "small", "ink_soft"),
    ]


def _choices(play: Play, gestures: Gestures) -> list[Widget]:
    scene = play.scenario.scene[play.state.scene]
    by_id = {choice.id: choice for choice in scene.choices}
    parts: list[Widget] = [_prompt(_("You are {name}. What do you do?").format(name=play.name(ME)))]
    if play.came_back:
        words = _("You are back at this choice. What came after it no longer counts.")
        parts.append(TextBlock(words, "small", "ink_soft"))
    # A file that offers more than there are letters plays all the same: what has none is chosen by Tab or by mouse.
    for name, letter in zip_longest(play.state.offered, LETTERS[: len(play.state.offered)], fillvalue=""):
        choice = by_id[name]
        parts.append(
            Button(
                play.text(choice.text),
                lambda name=name: gestures.do(Choose(name)),  # type: ignore[misc]
                "reply" if choice.says else "action",
                letter=letter,
                detail=_("Say it") if choice.says else _("Do it"),
                key=f"choice {name}",
            )
        )
    if play.state.taken:
        parts.append(TextBlock(_("You can do several things here, one after the other."), "small", "ink_soft"))
    return parts


def _verdict(gestures: Gestures) -> list[Widget]:
    return [
        _prompt(_("What do you think of this conversation?")),
        *(
            Button(
                _(words),
                lambda answer=answer: gestures.answer(answer),  # type: ignore[misc]
                letter=LETTERS[number],
                key=f"verdict {answer}",
            )
            for number, (answer, words) in enumerate(_ANSWERS)
        ),
    ]


def _sure(gestures: Gestures, answer: Answer) -> list[Widget]:
    given = _(next(words for one, words in _ANSWERS if one == answer))
    return [
        _prompt(_("How sure are you?")),
        TextBlock(_("Your answer: {answer}.").format(answer=given), colour="ink_soft"),
        *(
            Button(
                _(words),
                lambda level=level: gestures.do(GiveVerdict(answer, level)),  # type: ignore[misc]
                letter=LETTERS[level - 1],
                key=f"sure {level}",
            )
            for level, words in enumerate(_SURE, 1)
        ),
        Button(_("Change my answer"), lambda: gestures.answer(None), icon="undo", key="change"),
    ]


def _ended(play: Play, gestures: Gestures, named: bool) -> list[Widget]:
    title = TextBlock(play.text(play.scenario.ending[play.state.ending].title), "lead", bold=True)
    return [
        _prompt(_("The story stops here")),
        # Where both are one page, the conversation has just said it.
        *((Panel(title, fill="primary_soft", edge="", bar="primary"),) if named else ()),
        Button(_("Look back at what happened"), gestures.end, "primary", icon="eye", key="debrief"),
    ]


def _prompt(words: str) -> Widget:
    """The question that is asked: it takes the focus, so that a screen reader says it and Tab goes on from there."""
    heading = Heading(words, level=3)
    heading.role = None
    return Panel(
        heading,
        fill="",
        edge="",
        radius="radius_s",
        pad="",
        on_press=lambda: None,
        role="heading",
        label=words,
        key=PROMPT,
    )


def _marking_hint() -> list[Widget]:
    words = _("Does a message bother you? Press it, or press M, to mark it. Press again to remove the mark.")
    return [Spacer("s"), Rule(), TextBlock(words, "small", "ink_soft")]


def _marked(play: Play, gestures: Gestures) -> list[Widget]:
    """What was just marked, which a screen reader says, and the way to take it back for who has no keyboard."""
    latest, undoes = play.marking.latest, play.marking.to_undo
    if latest is None:
        return []
    event = play.log[latest.at]
    assert isinstance(event, MessageArrived)
    words = " ".join(play.text(play.message(event).text).split("\n"))
    if len(words) > _QUOTED:
        words = f"{words[:_QUOTED].rsplit(' ', 1)[0].rstrip(_NOT_LAST)}…"
    made = isinstance(latest, Mark)
    told = _("Marked: “{words}”") if made else _("Mark removed: “{words}”")
    said = Status(told.format(words=words), "small", "ink_soft")
    if undoes is None:
        return [said]
    name = _("Remove the mark") if isinstance(undoes.did, Mark) else _("Put the mark back")
    button = Button(
        name, gestures.undo, "bare", "undo", detail=_("Ctrl+Z"), text_size="small", tight=True, key="undo mark"
    )
    return [said, Column((button,), align="start")]
