"""The file itself and its YAML: kinds of problem that are found before any key is read."""

from __future__ import annotations

from game.engine.kinds.kind import N_, Kind

LAYOUT: dict[str, Kind] = {
    # -- the file
    "file-not-found": Kind(
        N_("There is no file here."),
        N_("Check the name and the folder. “vigichat list” shows what can be played."),
        N_("Did you mean “{near}”?"),
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
        N_("From this line on, or the one just above, the layout of the file cannot be understood."),
        N_("Compare with a scenario that works: each key ends with “:”, and what belongs to it is indented below."),
    ),
    "quote-this-text": Kind(N_("This text needs double quotes, or part of it would be lost."), N_("Write: {line}")),
    "unpaired-quote": Kind(
        N_("A double quote is missing at the start or at the end of this text."), N_("Write: {line}")
    ),
    "quotes-in-quotes": Kind(
        N_("Double quotes stand inside the double quotes of this text."),
        N_("Use “ and ” inside. Or write: {line}"),
    ),
    "typographic-quotes": Kind(
        N_("The quotes around this text come from a word processor: they would be shown with it."), N_("Write: {line}")
    ),
    "missing-space": Kind(N_("A space is missing after “{key}:”."), N_("Write: {line}")),
    "missing-colon": Kind(N_("“:” is missing after “{key}”."), N_("Write: {line}")),
    "uneven-indentation": Kind(
        N_("Spaces in front of this line: {count}. The lines that it goes with have {wanted}."),
        N_("Make it start exactly below the others: {wanted} spaces, then the text."),
    ),
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
        N_("A value cannot start with “{sign}” here: in this sort of file the sign refers to another place."),
        N_("If it is text, put it in double quotes. If one text is to stand in two places, write it out twice."),
    ),
    "tag-not-allowed": Kind(
        N_("A value cannot start with “!” here: in this sort of file the sign is not read as text."),
        N_("If it is text, put it in double quotes."),
    ),
    "several-documents": Kind(
        N_("A second document starts here."), N_("One file is one scenario. Remove this line, or make a second file.")
    ),
    "duplicate-key": Kind(
        N_("“{key}” stands here a second time."), N_("Keep one of the two. The first is on line {line}.")
    ),
}
