"""The terminal face of a play: messages as lines, numbers to choose, `m 3` to mark.

The rules are left to `engine.session`, the pages of help and debrief to `text_pages`, writing the log to `commands`.
Nothing waits: the delays between messages are for eyes, and a screen reader keeps its own pace.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from game.cli.lookout import gestures_here
from game.cli.print_page import fiction, page_lines, word_lines
from game.cli.terminal import InputEnded, Terminal
from game.cli.text_commands import BACK, WORDS, commands
from game.cli.text_pages import QUIT, WayOut, read_debrief, read_for_class, read_help
from game.engine.debrief import fill
from game.engine.events import (
    Answer,
    Choose,
    Chosen,
    Command,
    EndingReached,
    Event,
    GiveVerdict,
    GoOn,
    Log,
    Mark,
    Marked,
    MessageArrived,
    ReadSummary,
    Rewound,
    SceneEntered,
    Start,
    SummaryRead,
    Unmark,
)
from game.engine.hard_words import of_scene
from game.engine.model import ME, Choice, Message, Scenario
from game.engine.other_ways import going_back, last_choice
from game.engine.reference import Reference
from game.engine.session import NEW, Refused, apply, decide, effective
from game.telling import help_now
from game.telling.country import elsewhere
from game.telling.hard_words import words
from game.telling.language import _
from game.telling.lookout import LOOKOUT, remark
from game.telling.page import Word

_LAST = 3
"""How many messages are read again after the pages of help, and at a choice that is gone back to."""

_MARK = re.compile(r"m *(?:(\d{1,6})(?: +(\d{1,2}))?|(\?))?")


class _WentBack(Exception):
    """The player went back to a choice: what was asked is asked no more."""


class TextPlay:
    """One play. `log` is what has happened so far, whatever way `run` is left."""

    def __init__(self, terminal: Terminal, scenario: Scenario, reference: Reference, seed: int) -> None:
        self._terminal = terminal
        self._scenario = scenario
        self._reference = reference
        self._seed = seed
        self._state = NEW
        self._events: list[Event] = []
        self._arrivals: list[int] = []
        self._introduced = {ME}
        self._told_how_to_unmark = False

    @property
    def log(self) -> Log:
        return tuple(self._events)

    def run(self) -> None:
        """Play to the end of the story or of the input, then the debrief, as often as the reader goes back from there.

        Raises `WayOut`.
        """
        self._open()
        self._do(Start(self._seed))
        while True:
            self._play_on()
            to = read_debrief(self._terminal, self._scenario, self._reference, self.log)
            if to is None:
                return
            self._return(to)

    def _play_on(self) -> None:
        """Ask on from where the play stands, until it has ended and its debrief was asked for, or the input ended."""
        try:
            while self._went_back():
                pass
        except InputEnded:
            if self._state.phase != "ended":
                self._terminal.say()
                self._terminal.say(
                    _("There is nothing more to read here, so the story stops. This is its debrief so far.")
                )

    def _went_back(self) -> bool:
        """Ask on to the debrief; whether the player went back to a choice instead. Raises `InputEnded`."""
        try:
            while self._state.phase != "ended":
                self._next()
            self._pause(_("Enter for the debrief (h help, q leave):"))
        except _WentBack:
            return True
        return False

    # -- the story

    def _open(self) -> None:
        me = self._scenario.person.get(ME)
        name = me.name if me else ""
        self._say(self._scenario.title)
        self._say(self._scenario.summary)
        self._terminal.say()
        self._terminal.say_all(
            page_lines(
                help_now.content_note(name, typed=True, elsewhere=elsewhere(self._scenario, self._reference)),
                self._terminal.width,
            )
        )
        if me and me.profile:
            self._terminal.say()
            self._say(_("About {name}: {profile}").format(name=name, profile=me.profile))
        self._terminal.say()
        self._how()
        self._terminal.say(_("A teacher? Type c for the page that prepares a class."))
        self._terminal.say()
        try:
            self._pause(_("Enter to begin (h help, q leave):"))
        except InputEnded:
            return  # the first message is there to be read all the same; the next question says that input ended

    def _do(self, command: Command) -> None:
        for event in decide(self._scenario, self._state, command):
            self._state = apply(self._state, event)
            self._events.append(event)
            self._show(event)

    def _show(self, event: Event) -> None:
        match event:
            case SceneEntered():
                self._terminal.say()
                self._terminal.say(fiction())
            case MessageArrived(scene, number):
                self._arrivals.append(len(self._events) - 1)
                self._message(self._scenario.scene[scene].messages[number], len(self._arrivals))
            case Rewound(to):
                self._arrivals = [at for at in self._arrivals if at < to]
                self._terminal.say()
                self._terminal.say(_("You are back at this choice. What came after it no longer counts."))
                self._last_messages()
            case SummaryRead(scene):
                self._say(_("In short: {text}").format(text=self._scenario.scene[scene].skip))
            case Chosen(scene, name):
                choice = self._scenario.scene[scene].choice(name)
                self._terminal.say()
                self._say(self._told(choice), hang=2)
            case EndingReached(ending):
                self._terminal.say()
                self._say(_("The end: {title}").format(title=self._scenario.ending[ending].title))
        if self._scenario.tutorial:
            self._look_out(event)

    def _look_out(self, event: Event) -> None:
        """What the Lookout says after the event that was just shown."""
        before = [one for _at, one in effective(self._events[:-1])]
        said = remark(self._scenario, before, event, gestures_here())
        if said:
            self._terminal.say()
            self._say(_("{speaker}: {words}").format(speaker=_(LOOKOUT), words=said), hang=2)

    def _message(self, message: Message, number: int) -> None:
        if message.speaker is None:
            self._say(f"({number}) {message.text}", hang=2)
            return
        person = self._scenario.person[message.speaker]
        if person.profile and person.id not in self._introduced:
            self._say(_("{name}, profile: {profile}").format(name=person.name, profile=person.profile))
        self._introduced.add(person.id)
        words = _("hidden message: {caption}").format(caption=message.text) if message.masked else message.text
        self._say(_("{name} ({number}): {words}").format(name=person.name, number=number, words=words), hang=2)

    def _told(self, choice: Choice) -> str:
        if choice.says:
            return _("{speaker}: {words}").format(speaker=self._scenario.person[ME].name, words=choice.text)
        return _("You do this: {action}").format(action=choice.text)

    # -- questions

    def _next(self) -> None:
        match self._state.phase:
            case "announced":
                self._hard_scene()
            case "verdict":
                self._verdict()
            case _:
                self._choice()

    def _choice(self) -> None:
        scene = self._scenario.scene[self._state.scene]
        offered = [scene.choice(name) for name in self._state.offered]
        again = bool(self._state.taken)
        question = _("What else do you do?") if again else _("What do you do?")
        options = [
            _("Reply: “{words}”").format(words=one.text) if one.says else _("Action: {action}").format(action=one.text)
            for one in offered
        ]
        self._do(Choose(offered[self._ask(question, options) - 1].id))

    def _hard_scene(self) -> None:
        while True:
            answer = self._ask(
                _("What comes next is hard to read. You decide."),
                [_("Go on"), _("Read a short summary instead"), _("Get help: it is happening to me now")],
            )
            if answer < 3:
                self._terminal.say()
                self._do(GoOn() if answer == 1 else ReadSummary())
                return
            self._help()

    def _verdict(self) -> None:
        answers: tuple[Answer, ...] = ("trap", "nothing", "unsure")
        answer = self._ask(
            _("In your opinion, is this a trap?"), [_("Yes, a trap"), _("No, nothing to fear"), _("I do not know")]
        )
        sure = self._ask(_("How sure are you?"), [_("Not very sure"), _("Fairly sure"), _("Very sure")])
        self._do(GiveVerdict(answers[answer - 1], sure))

    def _ask(self, question: str, options: list[str]) -> int:
        """The number of the option chosen, from 1; what is typed in between is obeyed. Raises as `_obey` does."""

        hard = ", ".join(one.word for one in self._hard_words())

        def show() -> None:
            self._terminal.say()
            self._terminal.say(question)
            for number, option in enumerate(options, 1):
                self._say(f"{number}. {option}", hang=3)
            if hard:
                self._terminal.say(_("Hard words: {words}. Type “word” to see what they mean.").format(words=hard))
            self._terminal.say()

        prompt = _("Your choice (1 to {most}, h help, q leave):").format(most=len(options))
        if len(options) == 1:
            prompt = _("Type 1 (h help, q leave):")
        show()
        while True:
            typed = self._terminal.ask(prompt).lower().rstrip(".)")
            if typed.isdecimal() and 1 <= int(typed[:3]) <= len(options):
                return int(typed[:3])
            if not typed:
                show()
            elif not self._obey(typed, show):
                self._terminal.say(_("“{typed}” is not possible here. Type ? to see what is.").format(typed=typed))

    def _pause(self, prompt: str) -> None:
        """Wait for Enter; a number typed too soon answers the next question."""
        while True:
            typed = self._terminal.ask(prompt)
            if not typed:
                return
            if typed.rstrip(".)").isdecimal():
                self._terminal.keep(typed)
                return
            if not self._obey(typed.lower(), lambda: None):
                self._terminal.say(_("“{typed}” is not possible here. Type ? to see what is.").format(typed=typed))

    # -- what can be typed at any time

    def _obey(self, typed: str, show_again: Callable[[], None]) -> bool:
        """Whether `typed` was a command. Raises `WayOut` and `_WentBack`."""
        if typed in QUIT:
            raise WayOut
        if typed == "h":
            self._help()
            show_again()
        elif typed == "c" and not self._events:
            read_for_class(self._terminal, self._scenario, self._reference)
            show_again()
        elif typed == "?":
            self._commands()
        elif typed == "u":
            self._unmark()
        elif typed in BACK:
            self._back()
        elif typed in WORDS:
            self._explain()
        elif match := _MARK.fullmatch(typed):
            if match[1]:
                self._mark(int(match[1]), int(match[2] or 0))
            elif match[3]:
                self._families()
            else:
                self._terminal.say(_("Type m and the number of a message, for example m 3."))
        else:
            return False
        return True

    def _help(self) -> None:
        """The pages of help, then the last messages once more: the question that follows is about them."""
        read_help(self._terminal, self._reference)
        if self._state.phase != "ended":
            self._last_messages()

    def _hard_words(self) -> tuple[Word, ...]:
        shown = [event for _at, event in effective(self._events)]
        return words(of_scene(self._scenario, self._reference, shown)).words

    def _explain(self) -> None:
        """What the hard words of the scene mean."""
        hard = self._hard_words()
        if hard:
            self._terminal.say_all(word_lines(hard, self._terminal.width))
        else:
            self._terminal.say(_("There is no hard word here."))

    def _last_messages(self) -> None:
        if not self._arrivals:
            return
        self._terminal.say()
        self._terminal.say(fiction())
        for number in range(max(1, len(self._arrivals) - _LAST + 1), len(self._arrivals) + 1):
            arrived = self._events[self._arrivals[number - 1]]
            assert isinstance(arrived, MessageArrived)
            self._message(self._scenario.scene[arrived.scene].messages[arrived.number], number)

    def _back(self) -> None:
        """Go back to where the last choice was made. Raises `_WentBack` when there was one."""
        to = last_choice(self.log)
        if to is None:
            self._terminal.say(_("There is no choice to go back to yet."))
            return
        self._return(to)
        raise _WentBack

    def _return(self, to: int) -> None:
        for command in going_back(self.log, to):
            self._do(command)

    def _mark(self, number: int, family: int) -> None:
        """Mark message `number`; `family` is what bothers the player, by its place in the list, or 0."""
        families = self._reference.families
        if not 1 <= number <= len(self._arrivals):
            self._terminal.say(_("There is no message {number}.").format(number=number))
            return
        if family > len(families):
            self._families()
            return
        at = self._arrivals[number - 1]
        if at in self._state.marks and not family:
            self._terminal.say(_("Message {number} is marked already.").format(number=number))
            return
        named = families[family - 1] if family else None
        try:
            self._do(Mark(at, named.id if named else None))
        except Refused:
            self._terminal.say(_("Message {number} is your own: it cannot be marked.").format(number=number))
            return
        if named:
            self._terminal.say(_("Message {number} marked: {family}.").format(number=number, family=named.short))
        else:
            self._terminal.say(_("Message {number} marked.").format(number=number))
        if not self._told_how_to_unmark:
            self._told_how_to_unmark = True
            self._terminal.say(_("Type u to take it back. Type m ? to say what bothers you."))

    def _unmark(self) -> None:
        """Take the latest mark back; the engine has no other undo, since a story goes on as life does."""
        marked = [one.at for one in self._events if isinstance(one, Marked) and one.at in self._state.marks]
        if not marked:
            self._terminal.say(_("There is no mark to take back."))
            return
        self._do(Unmark(marked[-1]))
        number = self._arrivals.index(marked[-1]) + 1
        self._terminal.say(_("Message {number} is no longer marked.").format(number=number))

    def _families(self) -> None:
        self._terminal.say(_("To say what bothers you, add a number, for example m 3 1. The numbers are:"))
        for number, family in enumerate(self._reference.families, 1):
            self._terminal.say(f"{number}. {family.short}", hang=3)

    def _how(self) -> None:
        self._terminal.say(
            _(
                "Type the number of your choice, then Enter. Does a message bother you?"
                " Type m and its number, for example m 3. Type ? for the other commands."
            )
        )

    def _commands(self) -> None:
        for line in commands(begun=bool(self._events)):
            self._terminal.say(line, hang=2)

    def _say(self, text: str, hang: int = 0) -> None:
        """Words of the scenario, with the country's helpline where they ask for it."""
        self._terminal.say(fill(text, self._reference), hang=hang)
