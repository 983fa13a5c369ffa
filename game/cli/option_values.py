"""What may follow an option or a command: from the text that was typed to its value, or a sentence that says why not.

Which options a command has is left to `arguments`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from game.cli.asked import LIKES, Form, Like
from game.pseudo import MADE_UP
from game.telling.language import LANGUAGES, _

SPOKEN = (*LANGUAGES, *MADE_UP)
"""What may be asked for. Whoever works on screens may ask for a made-up language; no list and no refusal names one."""

LARGEST_SEED = 999_999_999
MOST_PLAYS = 100_000
LEAST_PORT, LARGEST_PORT = 1024, 65_535


class Misused(ValueError):
    """What was typed cannot be understood; the message is one sentence for the person who typed it."""


EXAMPLES = {
    "--seed": "--seed 7",
    "--log": "--log play.jsonl",
    "--route": "--route stay,proof,block",
    "--keep": "--keep first",
    "--plays": "--plays 1000",
    "--format": "--format json",
    "--by": '--by "Alix Martin"',
    "--as": "--as psychologue",
    "--on": "--on 2027-01-15",
    "--like": "--like friend",
    "--html": "--html guide.html",
    "--output": "-o notes.html",
    "--port": "--port 8000",
    "--languages": "--languages fr,en",
    "--only": "--only home,chat",
    "--into": "--into en",
    "--lang": "--lang fr",
    "--country": "--country be",
}


def one(words: list[str], example: str) -> str:
    if not words or not words[0]:
        raise Misused(missing(example))
    if len(words) > 1:
        raise Misused(too_many(words[1]))
    return words[0]


def seed(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise Misused(
            _("“--seed” needs a whole number from 0 to {largest}, not “{value}”.").format(
                largest=LARGEST_SEED, value=value
            )
        )
    return int(value)


def plays(value: str) -> int:
    if re.fullmatch(r"[0-9]{1,6}", value) and 1 <= int(value) <= MOST_PLAYS:
        return int(value)
    raise Misused(
        _("“--plays” needs a whole number from 1 to {most}, not “{value}”.").format(most=MOST_PLAYS, value=value)
    )


def kept_name(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[\w-]+", value):
        raise Misused(
            _("“--keep” needs a name of letters, digits and hyphens, for example “{example}”.").format(example="first")
        )
    return value


def route(value: str) -> tuple[str, ...]:
    words = [word.strip() for word in value.split(",")] if value.strip() else []
    if not all(words):
        raise Misused(_("A route is names with commas between them, for example “{example}”.").format(example="a,b"))
    return tuple(words)


def output(options: dict[str, str], command: str, example: str) -> str:
    if not options.get("--output"):
        raise Misused(
            _("“{command}” needs the name of a file to write, for example “{example}”.").format(
                command=command, example=example
            )
        )
    return options["--output"]


def languages(options: dict[str, str]) -> tuple[str, ...]:
    words = (word.strip().lower() for word in options.get("--languages", "").split(","))
    named = tuple(dict.fromkeys(word for word in words if word))
    for one in named:
        if one not in SPOKEN:
            raise Misused(not_one_of("--languages", LANGUAGES, one))
    return named


def port(value: str | None) -> int | None:
    if value is None:
        return None
    if re.fullmatch(r"[0-9]{1,5}", value) and LEAST_PORT <= int(value) <= LARGEST_PORT:
        return int(value)
    raise Misused(
        _("“--port” needs a whole number from {least} to {largest}, not “{value}”.").format(
            least=LEAST_PORT, largest=LARGEST_PORT, value=value
        )
    )


def day(options: dict[str, str]) -> str | None:
    """The ISO day of `--on`, None where it was not said."""
    from game.engine.read import is_date

    on = options.get("--on")
    if on is not None and not is_date(on):
        turned = "-".join(part.zfill(2) for part in reversed(re.split("[/.-]", on.strip())))
        if is_date(turned):
            raise Misused(_("“--on” needs the year first. Write: --on {day}").format(day=turned))
        raise Misused(_("“--on” needs a day such as {example}, not “{value}”.").format(example="2027-01-15", value=on))
    return on


def form(value: str) -> Form:
    match value:
        case "text" | "json":
            return value
    raise Misused(not_one_of("--format", ("text", "json"), value))


def like(value: str | None) -> Like | None:
    if value is None:
        return None
    for one in LIKES:
        if value == one:
            return one
    from game.cli.new_scenario import meant  # needed by nobody who types the name as it is

    near = meant(value)
    if near is not None:
        raise Misused(
            _("No story to start from is called “{value}”. Did you mean “{near}”?").format(value=value, near=near)
        )
    raise Misused(not_one_of("--like", LIKES, value))


def near(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1)), "")


def missing(example: str) -> str:
    return _("A name is missing, for example “{example}”.").format(example=example)


def too_many(word: str) -> str:
    return _("There is one word too many: “{word}”.").format(word=word)


def not_one_of(option: str, known: Sequence[str], value: str) -> str:
    return _("“{option}” can be {known}, not “{value}”.").format(option=option, known=", ".join(known), value=value)
