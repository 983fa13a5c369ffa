"""The catalogues of the reference, brought up to what its files say: one command updates and compiles.

    python tools/reference_catalogue.py           update locales/*/LC_MESSAGES/reference.po in place
    python tools/reference_catalogue.py --check   change nothing; exit 1 if a catalogue is behind or a text is missing

A text that changed keeps its old translation, marked fuzzy: it is shown to nobody until somebody has read it again.
Which texts there are is said by `game.reference.library.texts`; translating them is left to people.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # A checkout whose game is not installed can be translated too.

from game.reference.library import countries, files_of, texts

# Dates and versions would change a file in which no text changed.
_VOLATILE = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid-Bugs-To'
    r"|Project-Id-Version):.*\n",
    re.MULTILINE,
)


def all_texts(folder: Path = ROOT / "game" / "reference") -> tuple[tuple[str, str], ...]:
    """The texts of every country of `folder`, with their contexts, each once."""
    every = (found for country in countries(folder) for found in texts(files_of(country, folder)))
    return tuple(dict.fromkeys(every))


def refreshed(old: Catalog, wanted: Iterable[tuple[str, str]]) -> Catalog:
    """A catalogue of the `wanted` texts, in their order, that keeps the translations of `old` by context."""
    same = {(message.context, message.id): message for message in old if message.id}
    near: dict[str | None, Message] = {message.context: message for message in same.values()}
    new = Catalog(locale=old.locale, domain="reference", header_comment=old.header_comment, fuzzy=False)
    for context, text in wanted:
        kept, guess = same.get((context, text)), near.get(context)
        if kept is not None:
            new.add(text, kept.string, context=context, flags=kept.flags, user_comments=kept.user_comments)
        elif guess is not None and guess.string:
            before = guess.id if isinstance(guess.id, str) else guess.id[0]
            new.add(text, guess.string, context=context, flags={"fuzzy"}, previous_id=before)
        else:
            new.add(text, "", context=context)
    return new


def written(catalogue: Catalog) -> str:
    """The text of the .po file of `catalogue`."""
    out = BytesIO()
    write_po(out, catalogue, width=0, include_previous=True)
    return _VOLATILE.sub("", out.getvalue().decode()).rstrip("\n") + "\n"


def waiting(catalogue: Catalog) -> tuple[str, ...]:
    """The contexts of the texts that have no translation, or only a guess."""
    return tuple(f"{message.context}" for message in catalogue if message.id and (message.fuzzy or not message.string))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Bring the catalogues of the reference up to its files.")
    parser.add_argument("--check", action="store_true", help="change nothing, exit 1 if something is to be done")
    check = parser.parse_args(arguments).check
    wanted = all_texts()
    told = []
    for path in sorted((ROOT / "locales").glob("*/LC_MESSAGES/reference.po")):
        place = path.relative_to(ROOT).as_posix()
        with path.open("rb") as file:
            new = refreshed(read_po(file, locale=path.parts[-3]), wanted)
        text = written(new)
        if not check:
            path.write_text(text, encoding="utf-8", newline="\n")
            with path.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, new)
        elif text != path.read_text(encoding="utf-8"):
            told.append(f"{place}: behind its files: run python tools/reference_catalogue.py")
        told += [f"{place}: to translate: {context}" for context in waiting(new)]
    print("\n".join(told) if told else f"{len(wanted)} texts, all translated.")
    return 1 if check and told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
