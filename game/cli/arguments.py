"""The words typed after `vigichat`, read into one of the small classes of `asked`.

What each of them does is left to `commands`, what `--help` says to `usage`. This is not argparse, because its messages
speak English only and importing it costs more than opening home does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from game.cli.asked import (
    LIKES,
    Asked,
    Cards,
    Check,
    Coverage,
    Explain,
    Export,
    ExportAll,
    Fix,
    Form,
    Format,
    Gallery,
    Guide,
    Help,
    HelpCard,
    Home,
    Like,
    New,
    Play,
    PlayAgain,
    Random,
    ReferenceStatus,
    Review,
    Schema,
    Serve,
    Shelf,
    Transcript,
    TranslationNew,
    TranslationStatus,
    TranslationUpdate,
    Version,
    Watch,
)
from game.pseudo import MADE_UP
from game.telling.language import LANGUAGES, _

LARGEST_SEED = 999_999_999
MOST_PLAYS = 100_000
LEAST_PORT, LARGEST_PORT = 1024, 65_535


class Misused(ValueError):
    """What was typed cannot be understood; the message is one sentence for the person who typed it."""


_OPTIONS: dict[str, tuple[str, ...]] = {
    "": ("--text", "--seed"),
    "play": ("--text", "--seed", "--log"),
    "transcript": ("--route", "--seed", "--keep"),
    "test": ("--update",),
    "random": ("--plays", "--seed", "--format"),
    "check": ("--format", "--explain"),
    "fix": ("--yes",),
    "format": ("--check", "--diff"),
    "list": (),
    "coverage": ("--format",),
    "guide": ("--html",),
    "export": ("--output", "--languages", "--all"),
    "cards": ("--output",),
    "help-card": ("--output",),
    "serve": ("--port", "--network", "--languages"),
    "review": ("--by", "--as", "--on"),
    "reference": ("--on", "--format"),
    "new": ("--like",),
    "watch": ("--seed",),
    "schema": (),
    "explain": (),
    "translate": ("--into", "--format"),
    "dev": ("--only",),
}
"""What each command takes; "" is no command: home."""

_COMMANDS = tuple(command for command in _OPTIONS if command)

_ALWAYS = ("--lang", "--country", "--help", "--version")
_FLAGS = ("--text", "--update", "--yes", "--check", "--diff", "--explain", "--all", "--network", "--help", "--version")
_SPOKEN = (*LANGUAGES, *MADE_UP)
"""Whoever works on screens may ask for a made-up language; no list and no refusal names one."""
_SHORT = {"-h": "--help", "-V": "--version", "-o": "--output"}
_EXAMPLES = {
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


def asked_language(arguments: Sequence[str]) -> str | None:
    """The value of the last `--lang`, wherever it stands, or None: known before anything else is understood."""
    asked = _last(arguments, "--lang")
    return asked if asked in _SPOKEN else None


def asked_country(arguments: Sequence[str]) -> str:
    """The code of the last `--country`, in small letters; "" for none. `parse` refuses an unknown one."""
    return _last(arguments, "--country").strip().lower()


def _last(arguments: Sequence[str], option: str) -> str:
    """The value of the last `option`, wherever it stands, or ""."""
    asked = ""
    for number, word in enumerate(arguments):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        if name == option:
            asked = value if equals else (*arguments, "")[number + 1]
    return asked


def parse(arguments: Sequence[str]) -> Asked:
    """What the words ask for. Raises `Misused`."""
    words, options = _sorted(arguments)
    if "--help" in options or words[:1] == ["help"]:
        return Help()
    if "--version" in options:
        return Version()
    typed = bool(words)
    command = words.pop(0) if words else ""
    if typed and command not in _COMMANDS:
        raise Misused(_unknown_command(command))
    for name in options:
        if name not in (*_OPTIONS[command], *_ALWAYS):
            raise Misused(_unknown_option(name, command))
    text, seed = "--text" in options, _seed(options.get("--seed", "0"))
    match command:
        case "play":
            return Play(_one(words, "vigichat play trois-semaines-en-aout"), text, seed, options.get("--log"))
        case "transcript":
            name = _one(words, "vigichat transcript story.yaml --route stay,proof")
            if "--route" not in options:
                raise Misused(_("“transcript” needs a route, for example “{example}”.").format(example="--route a,b"))
            return Transcript(name, _route(options["--route"]), seed, _kept_name(options.get("--keep")))
        case "test":
            if not words:
                raise Misused(_missing("vigichat test story.yaml"))
            return PlayAgain(tuple(words), "--update" in options)
        case "random":
            name = _one(words, "vigichat random story.yaml")
            form = _form(options.get("--format", "text"))
            return Random(name, _plays(options.get("--plays", "1000")), _seed(options.get("--seed", "1")), form)
        case "check":
            if not words:
                raise Misused(_missing("vigichat check story.yaml"))
            return Check(tuple(words), _form(options.get("--format", "text")), "--explain" in options)
        case "coverage":
            return Coverage(tuple(words), _form(options.get("--format", "text")))
        case "fix":
            return Fix(_one(words, "vigichat fix story.yaml"), "--yes" in options)
        case "format":
            if not words:
                raise Misused(_missing("vigichat format story.yaml"))
            return Format(tuple(words), "--check" in options, "--diff" in options)
        case "new":
            return New(_one(words, "vigichat new my-story"), _like(options.get("--like")))
        case "watch":
            return Watch(_one(words, "vigichat watch my-story.yaml"), seed)
        case "schema":
            if words:
                raise Misused(_too_many(words[0]))
            return Schema()
        case "explain":
            return Explain(_one(words, "vigichat explain unknown-sign") if words else "")
        case "guide":
            name = _one(words, "vigichat guide trois-semaines-en-aout") if words or "--html" in options else ""
            return Guide(name, options.get("--html"))
        case "export":
            return _export(words, options)
        case "cards":
            name = _one(words, "vigichat cards trois-semaines-en-aout -o cards.html")
            return Cards(name, _output(options, command, "-o cards.html"))
        case "help-card":
            if words:
                raise Misused(_too_many(words[0]))
            return HelpCard(_output(options, command, "-o help.html"))
        case "serve":
            if words:
                raise Misused(_too_many(words[0]))
            return Serve(_port(options.get("--port")), "--network" in options, _languages(options))
        case "review":
            return _review(words, options)
        case "translate":
            return _translate(words, options)
        case "reference":
            return _reference(words, options)
        case "dev":
            return _dev(words, options)
        case "list":
            if words:
                raise Misused(_too_many(words[0]))
            return Shelf()
    return Home(text, seed)


def _sorted(arguments: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The plain words, and the options with their values; "--" ends the options."""
    words: list[str] = []
    options: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--":
            return words + rest, options
        if not word.startswith("-") or word == "-":
            words.append(word)
            continue
        name, equals, value = word.partition("=")
        name = _SHORT.get(name, name)
        if name not in _EXAMPLES and name not in _FLAGS:
            raise Misused(_unknown_option(name, next(iter(words), "")))
        if name in _FLAGS:
            if equals:
                raise Misused(_("“{option}” takes no value.").format(option=name))
        elif not equals:
            if not rest or rest[0].startswith("--"):
                raise Misused(
                    _("“{option}” needs a value, for example “{example}”.").format(option=name, example=_EXAMPLES[name])
                )
            value = rest.pop(0)
        options[name] = value
    if options.get("--lang", LANGUAGES[0]) not in _SPOKEN:
        raise Misused(_not_one_of("--lang", LANGUAGES, options["--lang"]))
    if "--country" in options:
        _known_country(options["--country"])
    return words, options


def _known_country(value: str) -> None:
    from game.reference.library import countries  # read only where somebody asks for one

    if value.strip().lower() not in countries():
        raise Misused(_not_one_of("--country", countries(), value))


def _one(words: list[str], example: str) -> str:
    if not words or not words[0]:
        raise Misused(_missing(example))
    if len(words) > 1:
        raise Misused(_too_many(words[1]))
    return words[0]


def _seed(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise Misused(
            _("“--seed” needs a whole number from 0 to {largest}, not “{value}”.").format(
                largest=LARGEST_SEED, value=value
            )
        )
    return int(value)


def _plays(value: str) -> int:
    if re.fullmatch(r"[0-9]{1,6}", value) and 1 <= int(value) <= MOST_PLAYS:
        return int(value)
    raise Misused(
        _("“--plays” needs a whole number from 1 to {most}, not “{value}”.").format(most=MOST_PLAYS, value=value)
    )


def _kept_name(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[\w-]+", value):
        raise Misused(
            _("“--keep” needs a name of letters, digits and hyphens, for example “{example}”.").format(example="first")
        )
    return value


def _route(value: str) -> tuple[str, ...]:
    words = [word.strip() for word in value.split(",")] if value.strip() else []
    if not all(words):
        raise Misused(_("A route is names with commas between them, for example “{example}”.").format(example="a,b"))
    return tuple(words)


def _export(words: list[str], options: dict[str, str]) -> Export | ExportAll:
    languages = _languages(options)
    if "--all" not in options:
        name = _one(words, f"vigichat export trois-semaines-en-aout {_EXAMPLES['--output']}")
        return Export(name, _output(options, "export", _EXAMPLES["--output"]), languages)
    if words:
        raise Misused(_("“--all” exports every story: leave out “{word}”.").format(word=words[0]))
    if not options.get("--output"):
        raise Misused(_("“--all” needs a folder to write, for example “{example}”.").format(example="-o notes"))
    return ExportAll(options["--output"], languages)


def _output(options: dict[str, str], command: str, example: str) -> str:
    if not options.get("--output"):
        raise Misused(
            _("“{command}” needs the name of a file to write, for example “{example}”.").format(
                command=command, example=example
            )
        )
    return options["--output"]


def _languages(options: dict[str, str]) -> tuple[str, ...]:
    words = (word.strip().lower() for word in options.get("--languages", "").split(","))
    named = tuple(dict.fromkeys(word for word in words if word))
    for one in named:
        if one not in _SPOKEN:
            raise Misused(_not_one_of("--languages", LANGUAGES, one))
    return named


def _port(value: str | None) -> int | None:
    if value is None:
        return None
    if re.fullmatch(r"[0-9]{1,5}", value) and LEAST_PORT <= int(value) <= LARGEST_PORT:
        return int(value)
    raise Misused(
        _("“--port” needs a whole number from {least} to {largest}, not “{value}”.").format(
            least=LEAST_PORT, largest=LARGEST_PORT, value=value
        )
    )


def _review(words: list[str], options: dict[str, str]) -> Review:
    name = _one(words, f"vigichat review my-story.yaml {_EXAMPLES['--by']} {_EXAMPLES['--as']}")
    for option in ("--by", "--as"):
        if not options.get(option, "").strip():
            raise Misused(
                _("“review” needs who has read the story, and as what, for example “{example}”.").format(
                    example=f"{_EXAMPLES['--by']} {_EXAMPLES['--as']}"
                )
            )
    return Review(name, options["--by"].strip(), options["--as"].strip(), _day(options))


def _reference(words: list[str], options: dict[str, str]) -> ReferenceStatus:
    example = "vigichat reference status"
    if not words:
        raise Misused(_missing(example))
    if words[0] != "status":
        raise Misused(_unknown_command(f"reference {words[0]}"))
    if len(words) > 1:
        raise Misused(_too_many(words[1]))
    return ReferenceStatus(_day(options), _form(options.get("--format", "text")))


def _day(options: dict[str, str]) -> str | None:
    """The ISO day of `--on`, None where it was not said."""
    from game.engine.read import is_date

    on = options.get("--on")
    if on is not None and not is_date(on):
        turned = "-".join(part.zfill(2) for part in reversed(re.split("[/.-]", on.strip())))
        if is_date(turned):
            raise Misused(_("“--on” needs the year first. Write: --on {day}").format(day=turned))
        raise Misused(_("“--on” needs a day such as {example}, not “{value}”.").format(example="2027-01-15", value=on))
    return on


def _translate(words: list[str], options: dict[str, str]) -> TranslationStatus | TranslationUpdate | TranslationNew:
    known = ("status", "update", "new")
    what, names = (words[0], tuple(words[1:])) if words else ("status", ())
    into = options.get("--into")
    if into is not None and not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", into):
        raise Misused(
            _("“--into” needs the code of a language, for example “{example}”, not “{value}”.").format(
                example="es", value=into
            )
        )
    match what:
        case "status":
            return TranslationStatus(names, into, _form(options.get("--format", "text")))
        case "update":
            return TranslationUpdate(names)
        case "new":
            name = _one(list(names), "vigichat translate new trois-semaines-en-aout --into es")
            if into is None:
                raise Misused(
                    _("“translate new” needs a language, for example “{example}”.").format(example="--into es")
                )
            return TranslationNew(name, into)
    raise Misused(_not_one_of("translate", known, what))


def _dev(words: list[str], options: dict[str, str]) -> Gallery:
    """What developers of the project run; there is one such command yet."""
    example = "vigichat dev gallery pictures"
    if not words:
        raise Misused(_missing(example))
    if words[0] != "gallery":
        raise Misused(_unknown_command(f"dev {words[0]}"))
    return Gallery(_one(words[1:], example), _route(options.get("--only", "")))


def _form(value: str) -> Form:
    match value:
        case "text" | "json":
            return value
    raise Misused(_not_one_of("--format", ("text", "json"), value))


def _like(value: str | None) -> Like | None:
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
    raise Misused(_not_one_of("--like", LIKES, value))


def _near(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1)), "")


def _unknown_command(word: str) -> str:
    near = _near(word, _COMMANDS)
    if near:
        return _("There is no command “{word}”. Did you mean “vigichat {near}”?").format(word=word, near=near)
    from game.shelf import find

    if find(word).is_file():
        return _("There is no command “{word}”. To play this story, type “vigichat play {word}”.").format(word=word)
    return _("There is no command “{word}”. Type “vigichat --help” to see them all.").format(word=word)


def _unknown_option(name: str, command: str) -> str:
    if command in _OPTIONS and (name in _EXAMPLES or name in _FLAGS):
        if not command:
            return _("The option “{option}” needs a command. Type “vigichat --help” to see them all.").format(
                option=name
            )
        return _("“vigichat {command}” has no option “{option}”.").format(command=command, option=name)
    near = _near(name, (*_EXAMPLES, *_FLAGS))
    if near:
        return _("There is no option “{option}”. Did you mean “{near}”?").format(option=name, near=near)
    return _("There is no option “{option}”. Type “vigichat --help” to see them all.").format(option=name)


def _missing(example: str) -> str:
    return _("A name is missing, for example “{example}”.").format(example=example)


def _too_many(word: str) -> str:
    return _("There is one word too many: “{word}”.").format(word=word)


def _not_one_of(option: str, known: Sequence[str], value: str) -> str:
    return _("“{option}” can be {known}, not “{value}”.").format(option=option, known=", ".join(known), value=value)
