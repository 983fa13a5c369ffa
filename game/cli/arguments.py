"""The words typed after `vigichat`, read into one of the small classes of `asked`.

What each of them does is left to `commands`, what `--help` says to `usage`, the values of options to `option_values`.
This is not argparse, because its messages speak English only and importing it costs more than opening home does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.cli import option_values as values
from game.cli.asked import (
    Asked,
    Cards,
    Check,
    Coverage,
    Explain,
    Export,
    ExportAll,
    Fix,
    Format,
    Gallery,
    Guide,
    Help,
    HelpCard,
    Home,
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
from game.cli.option_values import Misused as Misused
from game.telling.language import LANGUAGES, _

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
_SHORT = {"-h": "--help", "-V": "--version", "-o": "--output"}


def asked_language(arguments: Sequence[str]) -> str | None:
    """The value of the last `--lang`, wherever it stands, or None: known before anything else is understood."""
    asked = _last(arguments, "--lang")
    return asked if asked in values.SPOKEN else None


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
    text, seed = "--text" in options, values.seed(options.get("--seed", "0"))
    match command:
        case "play":
            return Play(values.one(words, "vigichat play trois-semaines-en-aout"), text, seed, options.get("--log"))
        case "transcript":
            name = values.one(words, "vigichat transcript story.yaml --route stay,proof")
            if "--route" not in options:
                raise Misused(_("“transcript” needs a route, for example “{example}”.").format(example="--route a,b"))
            return Transcript(name, values.route(options["--route"]), seed, values.kept_name(options.get("--keep")))
        case "test":
            if not words:
                raise Misused(values.missing("vigichat test story.yaml"))
            return PlayAgain(tuple(words), "--update" in options)
        case "random":
            name = values.one(words, "vigichat random story.yaml")
            form = values.form(options.get("--format", "text"))
            return Random(
                name, values.plays(options.get("--plays", "1000")), values.seed(options.get("--seed", "1")), form
            )
        case "check":
            if not words:
                raise Misused(values.missing("vigichat check story.yaml"))
            return Check(tuple(words), values.form(options.get("--format", "text")), "--explain" in options)
        case "coverage":
            return Coverage(tuple(words), values.form(options.get("--format", "text")))
        case "fix":
            return Fix(values.one(words, "vigichat fix story.yaml"), "--yes" in options)
        case "format":
            if not words:
                raise Misused(values.missing("vigichat format story.yaml"))
            return Format(tuple(words), "--check" in options, "--diff" in options)
        case "new":
            return New(values.one(words, "vigichat new my-story"), values.like(options.get("--like")))
        case "watch":
            return Watch(values.one(words, "vigichat watch my-story.yaml"), seed)
        case "schema":
            if words:
                raise Misused(values.too_many(words[0]))
            return Schema()
        case "explain":
            return Explain(values.one(words, "vigichat explain unknown-sign") if words else "")
        case "guide":
            name = values.one(words, "vigichat guide trois-semaines-en-aout") if words or "--html" in options else ""
            return Guide(name, options.get("--html"))
        case "export":
            return _export(words, options)
        case "cards":
            name = values.one(words, "vigichat cards trois-semaines-en-aout -o cards.html")
            return Cards(name, values.output(options, command, "-o cards.html"))
        case "help-card":
            if words:
                raise Misused(values.too_many(words[0]))
            return HelpCard(values.output(options, command, "-o help.html"))
        case "serve":
            if words:
                raise Misused(values.too_many(words[0]))
            return Serve(values.port(options.get("--port")), "--network" in options, values.languages(options))
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
                raise Misused(values.too_many(words[0]))
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
        if name not in values.EXAMPLES and name not in _FLAGS:
            raise Misused(_unknown_option(name, next(iter(words), "")))
        if name in _FLAGS:
            if equals:
                raise Misused(_("“{option}” takes no value.").format(option=name))
        elif not equals:
            if not rest or rest[0].startswith("--"):
                raise Misused(
                    _("“{option}” needs a value, for example “{example}”.").format(
                        option=name, example=values.EXAMPLES[name]
                    )
                )
            value = rest.pop(0)
        options[name] = value
    if options.get("--lang", LANGUAGES[0]) not in values.SPOKEN:
        raise Misused(values.not_one_of("--lang", LANGUAGES, options["--lang"]))
    if "--country" in options:
        _known_country(options["--country"])
    return words, options


def _known_country(value: str) -> None:
    from game.reference.library import countries  # read only where somebody asks for one

    if value.strip().lower() not in countries():
        raise Misused(values.not_one_of("--country", countries(), value))


def _export(words: list[str], options: dict[str, str]) -> Export | ExportAll:
    languages = values.languages(options)
    if "--all" not in options:
        name = values.one(words, f"vigichat export trois-semaines-en-aout {values.EXAMPLES['--output']}")
        return Export(name, values.output(options, "export", values.EXAMPLES["--output"]), languages)
    if words:
        raise Misused(_("“--all” exports every story: leave out “{word}”.").format(word=words[0]))
    if not options.get("--output"):
        raise Misused(_("“--all” needs a folder to write, for example “{example}”.").format(example="-o notes"))
    return ExportAll(options["--output"], languages)


def _review(words: list[str], options: dict[str, str]) -> Review:
    name = values.one(words, f"vigichat review my-story.yaml {values.EXAMPLES['--by']} {values.EXAMPLES['--as']}")
    for option in ("--by", "--as"):
        if not options.get(option, "").strip():
            raise Misused(
                _("“review” needs who has read the story, and as what, for example “{example}”.").format(
                    example=f"{values.EXAMPLES['--by']} {values.EXAMPLES['--as']}"
                )
            )
    return Review(name, options["--by"].strip(), options["--as"].strip(), values.day(options))


def _reference(words: list[str], options: dict[str, str]) -> ReferenceStatus:
    example = "vigichat reference status"
    if not words:
        raise Misused(values.missing(example))
    if words[0] != "status":
        raise Misused(_unknown_command(f"reference {words[0]}"))
    if len(words) > 1:
        raise Misused(values.too_many(words[1]))
    return ReferenceStatus(values.day(options), values.form(options.get("--format", "text")))


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
            return TranslationStatus(names, into, values.form(options.get("--format", "text")))
        case "update":
            return TranslationUpdate(names)
        case "new":
            name = values.one(list(names), "vigichat translate new trois-semaines-en-aout --into es")
            if into is None:
                raise Misused(
                    _("“translate new” needs a language, for example “{example}”.").format(example="--into es")
                )
            return TranslationNew(name, into)
    raise Misused(values.not_one_of("translate", known, what))


def _dev(words: list[str], options: dict[str, str]) -> Gallery:
    """What developers of the project run; there is one such command yet."""
    example = "vigichat dev gallery pictures"
    if not words:
        raise Misused(values.missing(example))
    if words[0] != "gallery":
        raise Misused(_unknown_command(f"dev {words[0]}"))
    return Gallery(values.one(words[1:], example), values.route(options.get("--only", "")))


def _unknown_command(word: str) -> str:
    near = values.near(word, _COMMANDS)
    if near:
        return _("There is no command “{word}”. Did you mean “vigichat {near}”?").format(word=word, near=near)
    from game.shelf import find

    if find(word).is_file():
        return _("There is no command “{word}”. To play this story, type “vigichat play {word}”.").format(word=word)
    return _("There is no command “{word}”. Type “vigichat --help” to see them all.").format(word=word)


def _unknown_option(name: str, command: str) -> str:
    if command in _OPTIONS and (name in values.EXAMPLES or name in _FLAGS):
        if not command:
            return _("The option “{option}” needs a command. Type “vigichat --help” to see them all.").format(
                option=name
            )
        return _("“vigichat {command}” has no option “{option}”.").format(command=command, option=name)
    near = values.near(name, (*values.EXAMPLES, *_FLAGS))
    if near:
        return _("There is no option “{option}”. Did you mean “{near}”?").format(option=name, near=near)
    return _("There is no option “{option}”. Type “vigichat --help” to see them all.").format(option=name)
