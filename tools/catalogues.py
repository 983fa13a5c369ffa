"""The interface catalogues, brought up to what the code says: one command extracts, updates and compiles.

    python tools/catalogues.py           update locales/*/LC_MESSAGES/vigichat.po in place
    python tools/catalogues.py --check   change nothing; exit 1 if a catalogue is behind or French has a fault

Translations are kept and obsolete ones dropped; nothing is guessed, since a wrong sentence on a help page is worse
than a missing one. Which sentences there are is said by `babel.cfg`; translating them is left to people, and the
words of the reference to their own catalogue.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, check_and_call_extract_file
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
COMPLETE = ("fr",)
"""Languages in which every sentence must be translated. English says only what differs from the code."""

# Dates, versions and people's addresses would change files in which no sentence changed.
_VOLATILE = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid-Bugs-To'
    r"|Project-Id-Version):.*\n",
    re.MULTILINE,
)
_PLACEHOLDER = re.compile(r"\{\w*")
# What stands in guillemets may be a line of a scenario file, whose punctuation is YAML's.
_QUOTED = re.compile(r"«\u00a0[^»]*\u00a0»")
_STRAIGHT = re.compile(r"\w'\w")
_UNSPACED = re.compile(r"[^\s\u00a0\u202f?!]([?!;]|:(?=\s|$))|(?<= )[?!;:]|[«»]")


def template() -> Catalog:
    """Every sentence marked in the code, in the order of files and lines."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = Catalog()
    for path in sorted(path for path in (ROOT / "game").rglob("*.*") if path.suffix in (".py", ".js")):
        for name, line, message, comments, context in check_and_call_extract_file(
            path, methods, options, None, DEFAULT_KEYWORDS, ("Translators:",), False, ROOT
        ):
            found.add(message, None, [(Path(name).as_posix(), line)], auto_comments=comments, context=context)
    return found


def updated(written: Path, code: Catalog) -> tuple[Catalog, str]:
    """The catalogue at `written` brought up to `code`, as a value and as the text of its file."""
    with written.open("rb") as file:
        catalogue = read_po(file, ignore_obsolete=True)
    catalogue.update(code, no_fuzzy_matching=True, update_creation_date=False)
    out = BytesIO()
    write_po(out, catalogue, width=0, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    return catalogue, _VOLATILE.sub("", out.getvalue().decode()).rstrip("\n") + "\n"


def faults(catalogue: Catalog) -> Iterator[str]:
    """What a reader of a complete catalogue would miss or stumble on, one line each."""
    for message in catalogue:
        if not message.id:
            continue
        said, told = _forms(message.id), _forms(message.string)
        quoted = f"“{said[0]}”"
        if message.fuzzy or not told or not all(told):
            yield f"not translated: {quoted}"
            continue
        if any(set(_PLACEHOLDER.findall(form)) != set(_PLACEHOLDER.findall(said[-1])) for form in told):
            yield f"other placeholders than in the code: {quoted}"
        if catalogue.locale_identifier == "fr":
            prose = [_QUOTED.sub("", form) for form in told]
            if any(map(_STRAIGHT.search, prose)):
                yield f"straight apostrophe, ’ is wanted, in the translation of {quoted}"
            if any(map(_UNSPACED.search, prose)):
                yield f"no-break space missing at « » ? ! : or ; in the translation of {quoted}"


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    if not text:
        return ()
    return (text,) if isinstance(text, str) else tuple(str(form) for form in text)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Bring the interface catalogues up to the code.")
    parser.add_argument("--check", action="store_true", help="change nothing, exit 1 if something is to be done")
    check = parser.parse_args(arguments).check
    code = template()
    told = []
    for written in sorted((ROOT / "locales").glob("*/LC_MESSAGES/vigichat.po")):
        place = written.relative_to(ROOT).as_posix()
        catalogue, text = updated(written, code)
        if check:
            if text != written.read_text(encoding="utf-8"):
                told.append(f"{place}: behind the code: run python tools/catalogues.py")
        else:
            written.write_text(text, encoding="utf-8", newline="\n")
            with written.with_suffix(".mo").open("wb") as file:
                write_mo(file, catalogue)
        if catalogue.locale_identifier in COMPLETE:
            told += [f"{place}: {fault}" for fault in faults(catalogue)]
    print("\n".join(told) if told else f"{len(code)} sentences, all translated.")
    return 1 if check and told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
