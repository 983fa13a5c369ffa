"""The catalogues of the reference and of the stories, brought up to what their files say: one command does it all.

    python tools/text_catalogues.py                 update and compile every reference.po and every STORY.po
    python tools/text_catalogues.py --new en STORY  begin the catalogue of scenarios/STORY.yaml in a language
    python tools/text_catalogues.py --check         change nothing; exit 1 if a catalogue is behind or has a fault

A text that changed keeps its old translation, marked fuzzy: it is shown to nobody until somebody has read it again.
Which texts there are is said by `game.reference.library` and `game.engine.translate`; translating them is left to
people, and the sentences of the interface to `tools/catalogues.py`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, unescape, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # A checkout whose game is not installed can be translated too.

from game.engine.model import CAPTIONS, HELPLINE, HELPLINE_NAME, Scenario
from game.engine.read import read
from game.engine.translate import context as context_of
from game.engine.translate import lost_quotations, translated
from game.reference import library
from game.storage import write_file
from game.translating.scenario_texts import Unreadable, told_texts

INTERFACE, REFERENCE = "vigichat", "reference"

ALIKE = 0.5
"""From 0 to 1: how alike a text and one that is gone must be for the old translation to be offered as a guess."""

Text = tuple[str, str]
"""A context and a text."""

# Dates and versions would change a file in which no text changed.
_VOLATILE = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid-Bugs-To'
    r"|Project-Id-Version):.*\n",
    re.MULTILINE,
)
# Without a width, Babel still breaks comments, also in the middle of the text that a guess was made for.
_ON_ONE_LINE = 10_000_000
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_LINE = re.compile(rf"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]\])?)\s+)?{_STRING.pattern})?\s*")


class NoCatalogue(Exception):
    """A catalogue cannot be read or begun; its words say why, and what to do."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the catalogues of one domain are to hold. `scenario` is None for the reference."""

    texts: tuple[Text, ...]
    scenario: Scenario | None = None
    comments: dict[Text, list[str]] = field(default_factory=dict)
    """What a translator is told above a text."""


def all_texts(folder: Path = ROOT / "game" / "reference") -> tuple[Text, ...]:
    """The texts of the reference of every country of `folder`, with their contexts, each once."""
    countries = library.countries(folder)
    every = (found for country in countries for found in library.texts(library.files_of(country, folder)))
    return tuple(dict.fromkeys(every))


def domains(root: Path) -> dict[str, Wanted]:
    """What catalogues there may be, by domain: the reference, and every story of `root` that can be read."""
    found: dict[str, Wanted] = {}
    for path in sorted((root / "scenarios").glob("*.yaml")):
        content = path.read_bytes()
        comments: dict[Text, list[str]] = {}
        try:
            for told in told_texts(path.stem, content):
                above = comments.setdefault((told.context, told.spoken.text), [])
                above += [one for one in told.comments if one not in above]
        except Unreadable:
            continue
        found[path.stem] = Wanted(tuple(comments), read(content).scenario, comments)
    return {**found, REFERENCE: Wanted(all_texts())}


def refreshed(old: Catalog, wanted: Iterable[Text], comments: Mapping[Text, list[str]] | None = None) -> Catalog:
    """A catalogue of the `wanted` texts, in their order, that keeps the translations of `old`.

    A new text is offered the translation of the text most like it, if that one had the same context and is gone.
    """
    wanted = tuple(wanted)
    same = {(message.context, message.id): message for message in old if message.id}
    guesses = _guesses([one for one in wanted if one not in same], [same[one] for one in same if one not in {*wanted}])
    new = Catalog(locale=old.locale, header_comment=old.header_comment, fuzzy=False)
    for context, text in wanted:
        kept, guess = same.get((context, text)), guesses.get((context, text))
        if guess is not None:
            # What is itself a guess was said of a text before that one.
            message = Message(text, guess.string, flags={"fuzzy"}, previous_id=guess.previous_id or guess.id)
        elif kept is not None:
            message = Message(text, kept.string, flags=kept.flags, previous_id=kept.previous_id)
        else:
            message = Message(text, "")
        new.add(
            text,
            message.string,
            flags=message.flags,
            auto_comments=(comments or {}).get((context, text), ()),
            user_comments=() if kept is None else kept.user_comments,
            previous_id=message.previous_id,
            context=context,
        )
    return new


def _guesses(new: list[Text], gone: list[Message]) -> dict[Text, Message]:
    """For each text of `new` the one of `gone` it may come from: the most alike are paired first, each but once."""
    pairs = sorted(
        (
            (-SequenceMatcher(None, str(message.id), text, autojunk=False).ratio(), place, number)
            for place, (context, text) in enumerate(new)
            for number, message in enumerate(gone)
            if message.context == context and message.string
        )
    )
    found: dict[Text, Message] = {}
    used: set[int] = set()
    for unlike, place, number in pairs:
        if -unlike >= ALIKE and new[place] not in found and number not in used:
            found[new[place]] = gone[number]
            used.add(number)
    return found


def written(catalogue: Catalog) -> str:
    """The text of the .po file of `catalogue`."""
    out = BytesIO()
    write_po(out, catalogue, width=_ON_ONE_LINE, include_previous=True)
    return _VOLATILE.sub("", out.getvalue().decode()).rstrip("\n") + "\n"


def waiting(catalogue: Catalog) -> tuple[Text, ...]:
    """The texts that have no translation, or only a guess, each after its context."""
    return tuple(
        (f"{message.context}", f"{message.id}")
        for message in catalogue
        if message.id and (message.fuzzy or not message.string)
    )


def faults(catalogue: Catalog, language: str, story: str, scenario: Scenario | None = None) -> Iterator[str]:
    """What a reader of `catalogue` would miss or stumble on, one line each."""
    missing = waiting(catalogue)
    yield from (f"to translate: {context}: {_one_line(text)}" for context, text in missing)
    said = {
        (f"{message.context}", f"{message.id}"): f"{message.string}"
        for message in catalogue
        if message.id and message.string and not message.fuzzy
    }
    for (context, text), other in said.items():
        lost = [one for one in (HELPLINE, HELPLINE_NAME) if (one in text) != (one in other)]
        if lost:
            yield f"other placeholders than in its text: {context}: {' and '.join(lost)}: {_one_line(other)}"
    if scenario is None:
        return
    shown = translated(scenario, lambda one: said.get((context_of(story, one), one.text), one.text), language)
    for where, text, quotation in lost_quotations(shown):
        context = f"{story}/{where}"
        # Where one of the two is still to be translated, that is said already.
        if (context, text) not in missing and (f"{context}/quotation", quotation) not in missing:
            yield f"quotation not found in its message: {context}: “{quotation}” in: {_one_line(text)}"
    if language not in CAPTIONS and any(message.masked for scene in scenario.scenes for message in scene.messages):
        yield f"no caption for a hidden message: add “{language}” to CAPTIONS in game/engine/model.py"


def _one_line(text: str) -> str:
    return text.replace("\n", " / ")


def opened(path: Path) -> Catalog:
    """The catalogue at `path`. Raises NoCatalogue where something of it would be lost by writing it anew."""
    try:
        text = path.read_text(encoding="utf-8")
        for number, line in enumerate(text.split("\n"), 1):
            # Babel takes a line whose quotes do not close for an empty one.
            if _LINE.fullmatch(line) is None:
                raise NoCatalogue(f"line {number} cannot be read: {line.strip()} Mend its quotes and its first word.")
        catalogue = read_po(BytesIO(text.encode()), locale=path.parts[-3], abort_invalid=True)
    except PoFileError as fault:
        raise NoCatalogue(f"line {fault.lineno} cannot be read: {fault}. Mend it.") from fault
    except (ValueError, LookupError) as fault:
        raise NoCatalogue(f"it is not a catalogue in UTF-8 ({fault}). Save it as UTF-8.") from fault
    for message in catalogue:
        # Babel writes the text that a guess was made for, and reads it back as a remark of the translator's.
        before = " ".join(told[1:].strip() for told in message.user_comments if told.startswith("|"))
        message.user_comments = [told for told in message.user_comments if not told.startswith("|")]
        if message.fuzzy and before:
            message.previous_id = ["".join(map(unescape, _STRING.findall(before.partition("msgid")[2])))]
    return catalogue


def begun(language: str, story: str, wanted: Wanted | None) -> Catalog:
    """The first, empty catalogue of a story in `language`. Raises NoCatalogue."""
    if wanted is None or wanted.scenario is None:
        raise NoCatalogue(f"no story that can be read is called “{story}”. Run vigichat check scenarios.")
    if wanted.scenario.language == language:
        raise NoCatalogue(f"the story is written in “{language}”: it needs no catalogue in it.")
    try:
        name = Locale.parse(language).get_display_name("en")
    except (ValueError, UnknownLocaleError) as fault:
        raise NoCatalogue(f"“{language}” is no language. Write its code, such as en.") from fault
    comment = f"# The story “{wanted.scenario.title}” in {name}.\n# docs/translating.md says how. CC BY-SA 4.0."
    return refreshed(Catalog(locale=language, header_comment=comment), wanted.texts, wanted.comments)


def keep(path: Path, catalogue: Catalog) -> None:
    """Write `catalogue` to `path`, and compiled beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, written(catalogue))
    with path.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)


def refresh(root: Path, check: bool) -> tuple[str, ...]:
    """Update the catalogues of `root`, or only `check` them; what is to be done by people, one line each."""
    told: list[str] = []
    wanted = domains(root)
    for path in sorted((root / "locales").glob("*/LC_MESSAGES/*.po")):
        if path.stem == INTERFACE:
            continue
        place = path.relative_to(root).as_posix()
        if path.stem not in wanted:
            told.append(f"{place}: no story that can be read has this name: run vigichat check scenarios")
            continue
        there = wanted[path.stem]
        try:
            new = refreshed(opened(path), there.texts, there.comments)
        except NoCatalogue as fault:
            told.append(f"{place}: {fault}")
            continue
        if not check:
            keep(path, new)
        elif written(new) != path.read_text(encoding="utf-8"):
            told.append(f"{place}: behind its files: run python tools/text_catalogues.py")
        told += [f"{place}: {fault}" for fault in faults(new, path.parts[-3], path.stem, there.scenario)]
    return tuple(told)


def begin(root: Path, language: str, story: str) -> str:
    """Write the first catalogue of a story in a language, and say so. Raises NoCatalogue."""
    path = root / "locales" / language / "LC_MESSAGES" / f"{story}.po"
    if path.exists():
        raise NoCatalogue("it is there already. Without --new, it is brought up to the story.")
    catalogue = begun(language, story, domains(root).get(story))
    keep(path, catalogue)
    return f"{path.relative_to(root).as_posix()}: {len(catalogue)} texts to translate."


def main(arguments: list[str], root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(description="Bring the catalogues of the reference and the stories up to date.")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="change nothing, exit 1 if something is to be done")
    what.add_argument("--new", nargs=2, metavar=("LANGUAGE", "STORY"), help="begin the catalogue of a story")
    asked = parser.parse_args(arguments)
    if asked.new:
        try:
            print(begin(root, *asked.new))
        except NoCatalogue as fault:
            print(f"{asked.new[1]} in {asked.new[0]}: {fault}")
            return 1
        return 0
    told = refresh(root, asked.check)
    print("\n".join(told) if told else "Every text is translated.")
    return 1 if asked.check and told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
