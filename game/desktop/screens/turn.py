"""The player's turn: what is asked now, as widgets for the side of the play screen.

What is decided goes to the play as commands; keys that belong to no widget are the play screen's.
"""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.layout import Column, Spacer
from game.desktop.play import Play
from game.desktop.widget_button import Button
from game.desktop.widget_panel import Panel
from game.desktop.widget_split import Rule
from game.desktop.widget_text import Heading, TextBlock
from game.desktop.widgets import Widget
from game.engine.model import ME
from game.engine.session import Answer, Choose, Command, GiveVerdict, GoOn, ReadSummary
from game.telling.language import N_, _

LETTERS = "ABCDEFGHIJ"

PROMPT = "prompt"
"""The key of the widget that takes the focus when the player is asked something."""

_ANSWERS: tuple[tuple[Answer, str], ...] = (
    ("trap", N_("Somebody here means harm")),
    ("nothing", N_("There is nothing to fear here")),
    ("unsure", N_("I do not know")),
)
_SURE = (N_("Not very sure"), N_("Fairly sure"), N_("Very sure"))


class Turn:
    """What the turn can do, given once by the play screen."""

    def __init__(
        self,
        do: Callable[[Command], None],
        hurry: Callable[[], None],
        helps: Callable[[], None],
        end: Callable[[], None],
    ) -> None:
        self.do = do
        self.hurry = hurry
        self.helps = helps
        self.end = end
        self.answer: Answer | None = None
        """The verdict that was given, while the player says how sure they are."""

    def build(self, play: Play, ask_again: Callable[[], None]) -> Widget:
        """The widgets for the play as it stands. `ask_again` builds them anew after a verdict's first half."""
        if not play.settled:
            parts = self._coming()
        elif play.state.phase == "announced":
            parts = self._announced(play)
        elif play.state.phase == "verdict":
            parts = self._verdict(ask_again)
        elif play.state.phase == "ended":
            parts = self._ended(play)
        else:
            parts = self._choices(play)
        return Column((*parts, *_marking_hint()), gap="m", pad="l")

    def _coming(self) -> list[Widget]:
        return [
            Button(_("Next message"), self.hurry, "quiet", icon="next", key="hurry"),
            TextBlock(_("Messages arrive by themselves. The space bar brings the next one."), "small", "ink_soft"),
        ]

    def _announced(self, play: Play) -> list[Widget]:
        words = _("The next part is hard: someone puts {name} under pressure. You choose how to read it.")
        return [
            _prompt(_("Before you go on")),
            TextBlock(words.format(name=play.name(ME))),
            Button(_("Read it"), lambda: self.do(GoOn()), "primary", letter="A", key="go on"),
            Button(_("Read a short summary instead"), lambda: self.do(ReadSummary()), letter="B", key="summary"),
            Button(_("Get help"), self.helps, "help", icon="help", key="get help"),
            TextBlock(_("Both ways lead on, and neither counts less."), "small", "ink_soft"),
        ]

    def _choices(self, play: Play) -> list[Widget]:
        scene = play.scenario.scene[play.state.scene]
        by_id = {choice.id: choice for choice in scene.choices}
        parts: list[Widget] = [_prompt(_("You are {name}. What do you do?").format(name=play.name(ME)))]
        for letter, name in zip(LETTERS, play.state.offered, strict=False):
            choice = by_id[name]
            parts.append(
                Button(
                    play.text(choice.text),
                    lambda name=name: self.do(Choose(name)),  # type: ignore[misc]
                    "reply" if choice.says else "action",
                    letter=letter,
                    detail=_("Say it") if choice.says else _("Do it"),
                    key=f"choice {name}",
                )
            )
        if play.state.taken:
            parts.append(TextBlock(_("You can do several things here, one after the other."), "small", "ink_soft"))
        return parts

    def _verdict(self, ask_again: Callable[[], None]) -> list[Widget]:
        if self.answer is None:

            def give(answer: Answer) -> Callable[[], None]:
                def press() -> None:
                    self.answer = answer
                    ask_again()

                return press

            return [
                _prompt(_("What do you think of this conversation?")),
                *(
                    Button(_(words), give(answer), letter=LETTERS[number], key=f"verdict {answer}")
                    for number, (answer, words) in enumerate(_ANSWERS)
                ),
            ]
        answer = self.answer

        def sure(level: int) -> Callable[[], None]:
            def press() -> None:
                self.answer = None
                self.do(GiveVerdict(answer, level))

            return press

        return [
            _prompt(_("How sure are you?")),
            *(
                Button(_(words), sure(level), letter=LETTERS[level - 1], key=f"sure {level}")
                for level, words in enumerate(_SURE, 1)
            ),
        ]

    def _ended(self, play: Play) -> list[Widget]:
        title = play.scenario.ending[play.state.ending].title
        return [
            _prompt(_("The story stops here")),
            Panel(TextBlock(title, "lead", bold=True), fill="primary_soft", edge="", bar="primary"),
            Button(_("Look back at what happened"), self.end, "primary", icon="eye", key="debrief"),
        ]


def _prompt(words: str) -> Widget:
    """The question that is asked: it takes the focus, so that a screen reader says it and Tab goes on from there."""
    heading = Heading(words, level=3)
    heading.role = None
    prompt = Panel(heading, fill="", edge="", pad="", on_press=lambda: None, role="heading", label=words, key=PROMPT)
    return prompt


def _marking_hint() -> list[Widget]:
    words = _("Does a message bother you? Press it to mark it. Press again to take the mark back.")
    return [Spacer("s"), Rule(), TextBlock(words, "small", "ink_soft")]
