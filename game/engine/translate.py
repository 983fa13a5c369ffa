"""A scenario in another language: which texts a person reads of it, and the same scenario with other words for them.

Where the words come from is left to `catalogue`, which scenario is shown in which language to `shelf`, and keeping
catalogues up to the stories to `tools/text_catalogues.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from game.engine import chat
from game.engine.model import CAPTIONS, Choice, Ending, Message, Person, Scenario, Scene

Words = Callable[[str, str], str]
"""From a context ("pressure.ines") and a text as the file has it, that text in another language."""


def texts(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """Every text of `scenario` to be translated, in reading order, each pair of context and text once.

    A context says where a text stands and who speaks: `title`, `summary`, `teacher.goal`, `teacher.before`,
    `teacher.ask`, `teacher.lesson`, `cast.NAME.name`, `cast.NAME.profile`, `fact.NAME`; in a scene, `SCENE.skip`,
    `SCENE.stop`,
    `SCENE.SPEAKER` or `SCENE.notice`, the same with `.quotation` for the words that a sign quotes of it, and
    `SCENE.CHOICE.reply` or `.do`, then `.because`; at the end, `ENDING.title` and `ENDING.debrief`. Texts of one kind
    in one place share their context. Captions of masked messages are not among them: they are the game's own.
    """
    found: dict[tuple[str, str], None] = {}

    def note(context: str, text: str) -> str:
        found[context, text] = None
        return text

    translated(scenario, note, scenario.language)
    return tuple(found)


def translated(scenario: Scenario, words: Words, language: str) -> Scenario:
    """`scenario` in `language` ("en"), in the words that `words` has for its texts; its country stays.

    Only texts change, and reviews are not taken over. A quotation is translated and then found anew in its message;
    where it is not in it, the sign stands for the whole message, as for a file that quotes nothing. `lost_quotations`
    tells those.
    """

    def say(context: str, text: str) -> str:
        # gettext keeps the header of a catalogue under the empty text.
        return words(context, text) if text else text

    teacher = scenario.teacher
    return replace(
        scenario,
        title=say("title", scenario.title),
        summary=say("summary", scenario.summary),
        locale=f"{language}-{scenario.country.upper()}",
        teacher=replace(
            teacher,
            goal=say("teacher.goal", teacher.goal),
            before=say("teacher.before", teacher.before),
            ask=tuple(say("teacher.ask", question) for question in teacher.ask),
            lesson=tuple(say("teacher.lesson", part) for part in teacher.lesson),
        ),
        cast=tuple(_person(person, say) for person in scenario.cast),
        facts=tuple(replace(fact, label=say(f"fact.{fact.id}", fact.label)) for fact in scenario.facts),
        scenes=tuple(_scene(scene, say, language) for scene in scenario.scenes),
        endings=tuple(_ending(ending, say) for ending in scenario.endings),
        # Whoever read the story read it in its own language: nobody has vouched for these words.
        reviewed=(),
    )


def lost_quotations(scenario: Scenario) -> tuple[tuple[str, str, str], ...]:
    """The quotations that are not in their message: the message's context and text, then the quotation, each once.

    A file that has one is told so when it is read: this is for a scenario that was translated.
    """
    return tuple(dict.fromkeys(_lost(scenario)))


def _lost(scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    for scene in scenario.scenes:
        for message in scene.messages:
            for one in message.shown:
                if one.quotation and chat.span(one.quotation, message.text) is None:
                    yield _said_in(scene.id, message), message.text, one.quotation


def _person(person: Person, say: Words) -> Person:
    named = f"cast.{person.id}"
    return replace(person, name=say(f"{named}.name", person.name), profile=say(f"{named}.profile", person.profile))


def _scene(scene: Scene, say: Words, language: str) -> Scene:
    return replace(
        scene,
        skip=None if scene.skip is None else say(f"{scene.id}.skip", scene.skip),
        stop=None if scene.stop is None else say(f"{scene.id}.stop", scene.stop),
        messages=tuple(_message(scene.id, message, say, language) for message in scene.messages),
        choices=tuple(_choice(scene.id, choice, say) for choice in scene.choices),
    )


def _said_in(scene: str, message: Message) -> str:
    return f"{scene}.{message.speaker or 'notice'}"


def _message(scene: str, message: Message, say: Words, language: str) -> Message:
    if message.masked:
        return _masked(message, language)
    context = _said_in(scene, message)
    text = say(context, message.text)
    shown = tuple(
        replace(one, quotation=say(f"{context}.quotation", one.quotation)) if one.quotation else one
        for one in message.shown
    )
    return chat.located(replace(message, text=text, shown=shown))


def _masked(message: Message, language: str) -> Message:
    """The caption of the same number in `language`; a text that is no caption stays, since `check` refuses it."""
    plain = message.text.replace("\u2019", "'")
    there = CAPTIONS.get(language, ())
    for here in CAPTIONS.values():
        if plain in here and there and plain not in there:
            # Part of a caption means all of it: in another language it has no such part.
            whole = tuple(replace(one, quotation=None) for one in message.shown)
            return chat.located(replace(message, text=there[here.index(plain)], shown=whole))
    return message


def _choice(scene: str, choice: Choice, say: Words) -> Choice:
    named = f"{scene}.{choice.id}"
    return replace(
        choice,
        text=say(f"{named}.{'reply' if choice.says else 'do'}", choice.text),
        because=say(f"{named}.because", choice.because),
    )


def _ending(ending: Ending, say: Words) -> Ending:
    return replace(
        ending,
        title=say(f"{ending.id}.title", ending.title),
        debrief=tuple(replace(said, text=say(f"{ending.id}.debrief", said.text)) for said in ending.debrief),
    )
