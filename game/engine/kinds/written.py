"""Keys, values, chat lines and names: kinds of problem found while a scenario is read and its names compared."""

from __future__ import annotations

from game.engine.kinds.kind import N_, Kind

WRITTEN: dict[str, Kind] = {
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
        N_("This text must stand on one line, and it holds a line break."),
        N_("Write it on one line, in double quotes."),
    ),
    "expected-list": Kind(N_("“{key}” should be a list."), N_("Write each item on its own line, after “- ”.")),
    "expected-keys": Kind(
        N_("“{key}” should hold several lines, each with a word and its value."),
        N_("Indent lines such as “word: value” below “{key}:”."),
    ),
    "names-without-brackets": Kind(N_("Several names after “{key}:” stand in square brackets."), N_("Write: {line}")),
    "unknown-value": Kind(N_("“{key}” cannot be “{value}”."), N_("Possible: {known}."), N_("Did you mean “{near}”?")),
    "not-a-number": Kind(
        N_("“{key}” should be a whole number from {least} to {most}."),
        N_("Write for example “{key}: {least}”."),
        N_("Write “{key}: {near}”."),
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
        N_("Nobody in the cast is called “{speaker}”. Messages, by line: {lines}."),
        N_("In the cast: {known}."),
        N_("Did you mean “{near}”?"),
    ),
    "empty-message": Kind(N_("This message has no text."), N_("Write the text on the same line, after the colon.")),
    "unknown-attribute": Kind(
        N_("“{attribute}” is not something a message can be."),
        N_("Known: masked, after 4 s, if fact, unless fact. If it is text, write it after the colon."),
        N_("Did you mean “{near}”?"),
    ),
    "masked-caption": Kind(
        N_("A masked message cannot say this."),
        N_("Its text is one of: {known}. What it hides is written nowhere."),
        N_("Did you mean “{near}”? What it hides is written nowhere."),
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
    "sign-not-indented": Kind(
        N_("This line of signs starts in the same column as the messages."),
        N_("Move “^” two spaces to the right of the message above."),
    ),
    "sign-quotes": Kind(
        N_("The quotation marks of this line of signs are not straight ones."),
        N_("Write: {line}"),
    ),
    "quotes-or-dash": Kind(
        N_("Under “chat: |”, a message has neither a dash nor quotation marks around it."),
        N_("Write: {line}"),
    ),
    # -- names
    "unknown-sign": Kind(
        N_("There is no warning sign called “{sign}”."), N_("Known: {known}."), N_("Did you mean “{near}” ({short})?")
    ),
    "unknown-step": Kind(
        N_("There is no response step called “{step}”."), N_("Known: {known}."), N_("Did you mean “{near}” ({short})?")
    ),
    "unknown-law": Kind(
        N_("There is no law topic called “{topic}”."), N_("Known: {known}."), N_("Did you mean “{near}” ({short})?")
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
        N_("Vigichat has no steps, law and helplines for “{country}” yet."),
        N_("Known countries: {known}."),
        N_("Did you mean “{near}”? Known countries: {known}."),
    ),
}
