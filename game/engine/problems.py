"""Problems: the faults of a scenario, as told to its author, and the closed list of their names.

The sentences stand here in English and are translated by the faces. Finding the faults is left to `source`, `chat`,
`read` and `check`. Every name has a folder of the same name in `tests/problems/`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum

from game.engine.model import Place


def N_(text: str) -> str:
    """Mark `text` for the catalogues without translating it here."""
    return text


class Severity(Enum):
    """An error does not play; a warning plays, and the author should look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of problem: its sentence, its hint, and the hint when a near name is known."""

    says: str
    hint: str
    near: str = ""
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the name of its kind, where it stands, and what fills the placeholders of its sentences."""

    name: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind that its name stands for."""
        return KINDS[self.name]

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.kind.severity

    @property
    def hint(self) -> str:
        """The untranslated hint that fits: the one with a near name if there is such a name."""
        return self.kind.near if self.kind.near and any(key == "near" for key, _ in self.values) else self.kind.hint


def problem(name: str, place: Place, /, **values: str) -> Problem:
    """A problem of the kind `name` (KeyError for one that is not in `KINDS`); empty values are left out."""
    if name not in KINDS:
        raise KeyError(name)
    return Problem(name, place, tuple((key, value) for key, value in values.items() if value))


def near(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or "" when none is close."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, from the top of the file to its end."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda one: (one.place.line, one.place.column, one.name)))


def stops(problems: Iterable[Problem]) -> bool:
    """Whether one of them keeps the scenario from playing."""
    return any(one.severity is Severity.ERROR for one in problems)


_WARNING = Severity.WARNING

KINDS: dict[str, Kind] = {
    # -- the file
    "file-not-found": Kind(
        N_("There is no file here."), N_("Check the name and the folder. “vigichat list” shows what can be played.")
    ),
    "file-is-a-folder": Kind(N_("This is a folder, not a file."), N_("Give the name of a file that ends in .yaml.")),
    "file-not-readable": Kind(
        N_("This file cannot be read: {reason}."), N_("Check that you are allowed to open it, then try again.")
    ),
    "file-too-big": Kind(
        N_("This file is larger than 1 MB."), N_("Split the story into several files, or remove what is not text.")
    ),
    "file-empty": Kind(
        N_("This file is empty."), N_("Type “vigichat new my-story” to get a small scenario to start from.")
    ),
    "not-utf8": Kind(
        N_("This file is not saved as UTF-8 text."),
        N_("In your editor, choose “Save as” and the encoding UTF-8. Accents and emoji need it."),
    ),
    "character-not-allowed": Kind(
        N_("The character {code} cannot stand in a scenario."),
        N_("It cannot be seen, or breaks lines in some programs. Delete it and type the text again."),
    ),
    # -- YAML
    "not-yaml": Kind(
        N_("From here on, the layout of the file cannot be understood."),
        N_("Compare with a scenario that works: each key ends with “:”, and what belongs to it is indented below."),
    ),
    "quote-this-text": Kind(N_("This text needs double quotes, or part of it would be lost."), N_("Write: {line}")),
    "bad-indentation": Kind(
        N_("This line is indented with a tab or a no-break space."),
        N_("Indent with ordinary spaces, two for each level."),
    ),
    "nested-too-deep": Kind(
        N_("Things are nested inside one another too deeply here."), N_("A scenario never needs more than ten levels.")
    ),
    "too-many-parts": Kind(
        N_("This file holds too many separate values."),
        N_("A scenario of this size cannot be played. Split the story."),
    ),
    "anchor-or-alias": Kind(
        N_("A value cannot start with “{sign}” here: YAML would read it as a reference."),
        N_("If it is text, put it in double quotes. If it is a YAML anchor or alias, write the text out in full."),
    ),
    "tag-not-allowed": Kind(
        N_("A value cannot start with “!” here: YAML would read it as a tag."),
        N_("If it is text, put it in double quotes."),
    ),
    "several-documents": Kind(
        N_("A second document starts here."), N_("One file is one scenario. Remove this line, or make a second file.")
    ),
    "duplicate-key": Kind(
        N_("“{key}” stands here a second time."), N_("Keep one of the two. The first is on line {line}.")
    ),
    # -- keys and values
    "not-a-scenario": Kind(
        N_("A scenario file is a list of keys such as “title:” and “scenes:”, and this is not."),
        N_("Type “vigichat new my-story” to see what one looks like."),
    ),
    "unknown-format": Kind(
        N_("This file says “format: {value}”, and this version of Vigichat reads format 1."),
        N_("Write “format: 1”, or use the version of Vigichat that this file was made for."),
    ),
    "unknown-key": Kind(
        N_("Nothing here is called “{key}”."),
        N_("Known here: {known}."),
        N_("Did you mean “{near}”?"),
    ),
    "missing-key": Kind(N_("“{key}” is missing here."), N_("Add a line “{key}: …”.")),
    "expected-text": Kind(N_("“{key}” should be a text."), N_("Write the text in double quotes after “{key}:”.")),
    "text-on-one-line": Kind(
        N_("This text holds a line break or is too wide to be one line."), N_("Write it on one line, in double quotes.")
    ),
    "expected-list": Kind(N_("“{key}” should be a list."), N_("Write each item on its own line, after “- ”.")),
    "expected-keys": Kind(N_("“{key}” should hold keys of its own."), N_("Indent “name: value” lines below “{key}:”.")),
    "unknown-value": Kind(N_("“{key}” cannot be “{value}”."), N_("Possible: {known}."), N_("Did you mean “{near}”?")),
    "not-a-number": Kind(
        N_("“{key}” should be a whole number from {least} to {most}."), N_("Write for example “{key}: {least}”.")
    ),
    "bad-name": Kind(
        N_("“{name}” cannot be used as a name here."),
        N_("Use lower-case letters without accents, digits and {joiner}, for example “{example}”."),
    ),
    "chat-not-literal": Kind(
        N_("The messages of a chat must stand under “chat: |”."),
        N_("Write “chat: |” and, below it, each message on an indented line."),
    ),
    # -- chat lines
    "chat-line": Kind(
        N_("This line of the chat is neither a message nor a notice."),
        N_("A message is “name: text”, a notice “~ text”. Indent a line that continues the message above."),
    ),
    "unknown-speaker": Kind(
        N_("Nobody in the cast is called “{speaker}”."), N_("In the cast: {known}."), N_("Did you mean “{near}”?")
    ),
    "empty-message": Kind(N_("This message has no text."), N_("Write the text on the same line, after the colon.")),
    "unknown-attribute": Kind(
        N_("“{attribute}” is not something a message can be."),
        N_("Known: masked, after 4 s, if fact, unless fact. If it is text, write it after the colon."),
    ),
    "masked-caption": Kind(
        N_("A masked message cannot say this."), N_("Its text is one of: {known}. What it hides is written nowhere.")
    ),
    "sign-line": Kind(
        N_("This line starts with “^” but does not name signs."),
        N_('Write “^ sign-name” or “^ sign-name "words of the message"”. For a text that starts so, write “\\^”.'),
    ),
    "sign-without-message": Kind(
        N_("There is no message above for this line to belong to."), N_("Put it under the message, indented.")
    ),
    "quotation-not-found": Kind(
        N_("The message above does not contain “{quotation}”."),
        N_("Copy the words from the message, letter by letter."),
    ),
    # -- names
    "unknown-sign": Kind(
        N_("There is no warning sign called “{sign}”."), N_("Known: {known}."), N_("Did you mean “{near}”?")
    ),
    "unknown-step": Kind(
        N_("There is no response step called “{step}”."), N_("Known: {known}."), N_("Did you mean “{near}”?")
    ),
    "unknown-law": Kind(
        N_("There is no law topic called “{topic}”."), N_("Known: {known}."), N_("Did you mean “{near}”?")
    ),
    "unknown-target": Kind(
        N_("No scene and no ending is called “{target}”."), N_("Known: {known}."), N_("Did you mean “{near}”?")
    ),
    "unknown-fact": Kind(
        N_("No fact is called “{fact}”."),
        N_('Add “{fact}: "what became true"” under “facts:”.'),
        N_("Did you mean “{near}”? If it is new, add it under “facts:”."),
    ),
    "duplicate-name": Kind(
        N_("“{name}” is already the name of something else here (line {line})."),
        N_("Give one of the two another name."),
    ),
    "unknown-country": Kind(
        N_("Vigichat has no steps, law and helplines for “{country}” yet."), N_("Known countries: {known}.")
    ),
    # -- ways on
    "no-way-on": Kind(
        N_("The story can stop dead in the scene “{scene}”."),
        N_("Add “go_to: …” to the scene, for when no choice leads on."),
    ),
    "last-way-conditional": Kind(
        N_("The last way of a “go_to” list must hold in every case."),
        N_("End the list with “- {to: …}” without a condition."),
    ),
    "way-never-taken": Kind(
        N_("This way is never taken: the one before it holds in every case."),
        N_("Put a condition on the one before, or remove this one."),
        severity=_WARNING,
    ),
    "here-without-choices": Kind(
        N_("“here” means “these choices again”, and a scene cannot go there by itself."),
        N_("Name a scene or an ending."),
    ),
    "endless-loop": Kind(
        N_("The story can go round in circles here without offering a choice."),
        N_("Let one of these scenes lead to another scene or to an ending: {scenes}."),
    ),
    "not-reachable": Kind(
        N_("Nothing leads to “{name}”."), N_("Name it in a “go_to”, or remove it."), severity=_WARNING
    ),
    "no-scene": Kind(N_("This story has no scene."), N_("Add at least one scene under “scenes:”.")),
    "no-ending": Kind(N_("This story has no ending."), N_("Add at least one ending under “endings:”.")),
    "no-me": Kind(
        N_("Nobody in the cast is “me”, the person that the player plays."), N_('Add “me: {name: "…"}” to the cast.')
    ),
    # -- choices
    "reply-or-do": Kind(
        N_("A choice has either “reply” (words) or “do” (an action), and exactly one of them."),
        N_("Keep the one that fits."),
    ),
    "too-many-choices": Kind(
        N_("More than four choices can be offered together here."),
        N_("A player sees at most four, lettered A to D. Split the scene, or add conditions."),
        severity=_WARNING,
    ),
    "verdict-without-trap": Kind(
        N_("A verdict is asked, but the file does not say whether this is a trap."),
        N_("Add “trap: true” or “trap: false” near the top of the file."),
    ),
    # -- protection
    "hard-scene-without-summary": Kind(
        N_("The scene “{scene}” shows “{sign}” and has no summary for somebody who would rather not read it."),
        N_('Add “skip: "…"”: one or two neutral sentences that say what happens.'),
        severity=_WARNING,
    ),
}
