"""`vigichat translate`: how far the translations are, with places; bringing catalogues up; beginning one.

What is found is said by `game.translating`, in ids and counts; here it gets its words.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from game.cli.asked import Form
from game.cli.tell import reason, tell
from game.cli.terminal import columns
from game.engine.problems import near
from game.telling.figures import figure
from game.telling.language import _, ngettext
from game.translating.catalogue_files import NoCatalogue
from game.translating.judging import Finding, Sheet
from game.translating.overview import (
    DOCUMENTS,
    INTERFACE_NAME,
    PROBLEMS,
    Home,
    Overview,
    UnknownName,
    home,
    names,
    overview,
)
from game.translating.updating import begin, update
from game.translating.wanted import REFERENCE, shown


def status(asked: tuple[str, ...], into: str | None, form: Form, here: Home | None = None) -> int:
    """Tell how far the translations of `asked` are (names of stories, or all), `into` one language or all of them.

    Gives 2 for a name that nothing has, 1 when something is missing or wrong, else 0.
    """
    here = here or home()
    try:
        found = overview(here, tuple(Path(name).stem for name in asked), into)
    except UnknownName as fault:
        tell(_unknown(str(fault), near(str(fault), names(here))))
        return 2
    if form == "json":
        sys.stdout.write(json.dumps(_as_json(found), ensure_ascii=False, indent=2) + "\n")
    else:
        for line in (*_table(found.sheets), *details(found)):
            print(line)
    return 0 if found.whole else 1


def update_catalogues(asked: tuple[str, ...], here: Home | None = None) -> int:
    """Bring the catalogues of `asked` up to their texts, and tell which changed and what is left to do. Gives 1 where
    one could not be read, which then stays as it was."""
    here = here or home()
    named = tuple(Path(name).stem for name in asked)
    try:
        changed = update(here, named)
        found = overview(here, named)
    except UnknownName as fault:
        tell(_unknown(str(fault), near(str(fault), names(here))))
        return 2
    except OSError as fault:
        tell(_not_written(fault))
        return 1
    for path in changed:
        print(_("{path}: brought up to its texts.").format(path=shown(path)))
    for line in details(found):
        print(line)
    if found.whole and not any(one.findings for one in found.sheets):
        print(_("Every text is translated."))
    return 1 if found.troubles else 0


def begin_catalogue(language: str, story: str, here: Home | None = None) -> int:
    """Begin the catalogue of `story` in `language`, and tell where it is. Gives 1 where that cannot be."""
    try:
        path, texts = begin(here or home(), language, Path(story).stem)
    except NoCatalogue as fault:
        tell(_("{story} in {language}: {why}").format(story=story, language=language, why=fault))
        return 1
    except OSError as fault:
        tell(_not_written(fault))
        return 1
    print(
        ngettext("{path}: {number} text to translate.", "{path}: {number} texts to translate.", texts).format(
            path=shown(path), number=figure(texts)
        )
    )
    return 0


def details(found: Overview) -> Iterator[str]:
    """What is to be done, one line each, with the places of the text and of its translation."""
    for trouble in found.troubles:
        yield f"{shown(trouble.path)}: {trouble.why}"
    for sheet in found.sheets:
        if sheet.path is None:
            yield _("{name}: nothing in “{language}” yet. Begin it: {command}").format(
                name=_name(sheet.name),
                language=sheet.language,
                command=f"vigichat translate new {sheet.name} --into {sheet.language}",
            )
        for one in sheet.findings:
            yield _line(sheet, one)


def _line(sheet: Sheet, one: Finding) -> str:
    """Where, what is to be done, and the text; behind it where its translation is."""
    catalogue = "" if sheet.path is None or sheet.path.is_dir() else shown(sheet.path)
    if one.line:
        catalogue = f"{catalogue}:{one.line}"
    first = one.places[0] if one.places else catalogue
    told = f"{first}: {_words(sheet, one)}"
    return told if first == catalogue or not catalogue else f"{told} ({catalogue})"


def _words(sheet: Sheet, one: Finding) -> str:
    text, translation = _on_one_line(one.text), _on_one_line(one.translation)
    match one.kind:
        case "missing" if one.translation:
            return _("to translate, its old translation no longer fits: “{text}”").format(text=text)
        case "missing":
            return _("to translate: “{text}”").format(text=text)
        case "again":
            return _("to be read again: “{text}”: “{translation}”").format(text=text, translation=translation)
        case "gone":
            return _("the translation of a text that is gone: “{text}”").format(text=text)
        case "placeholder":
            return _("other words in braces than in its text: “{text}”: “{translation}”").format(
                text=text, translation=translation
            )
        case "number" | "small-number":
            return _("another number than in its text: “{text}”: “{translation}”").format(
                text=text, translation=translation
            )
        case "quotation":
            return _("a quotation that is not in its message: “{quotation}” in “{text}”").format(
                quotation=translation, text=text
            )
        case "caption":
            return _("no caption for a hidden message: add “{language}” to CAPTIONS in game/engine/model.py").format(
                language=sheet.language
            )


def _table(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    heads = ("", _("language"), _("translated"), _("to be read again"), _("missing"))
    rows = [heads] + [
        (_name(one.name), one.language, *map(figure, (one.translated, one.again, one.missing))) for one in sheets
    ]
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            " " * (width - columns(cell)) + cell if number > 1 else cell + " " * (width - columns(cell))
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def _name(name: str) -> str:
    """What a sheet is called in the language spoken now; a story is called as its file is."""
    return {
        INTERFACE_NAME: _("the interface"),
        REFERENCE: _("the reference"),
        PROBLEMS: _("the pages about problems"),
        DOCUMENTS: _("the documents"),
    }.get(name, name)


def _as_json(found: Overview) -> dict[str, object]:
    return {
        "sheets": [
            {
                "name": one.name,
                "language": one.language,
                "catalogue": None if one.path is None else shown(one.path),
                "translated": one.translated,
                "again": one.again,
                "missing": one.missing,
                "findings": [finding._asdict() for finding in one.findings],
            }
            for one in found.sheets
        ],
        "troubles": [{"file": shown(one.path), "why": one.why} for one in found.troubles],
    }


def _unknown(name: str, close: str) -> str:
    if close:
        return _("No story of the game is called “{name}”. Did you mean “{near}”?").format(name=name, near=close)
    return _("No story of the game is called “{name}”. “vigichat list” shows them.").format(name=name)


def _not_written(fault: OSError) -> str:
    return _("“{path}” cannot be written: {reason}. Translate in a copy of the project that is yours.").format(
        path=fault.filename, reason=reason(fault)
    )


def _on_one_line(text: str) -> str:
    return text.replace("\n", " / ")
