"""The files of catalogues: reading one so that nothing of it is lost, and writing it, compiled beside it.

Which texts a catalogue is to hold is left to `wanted`, what is wrong with it to `judging`.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, write_po

from game.compiling import compiled, read_written
from game.storage import write_file
from game.telling.language import _

# Dates and versions would change a file in which no text changed.
_VOLATILE = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid-Bugs-To'
    r"|Project-Id-Version):.*\n",
    re.MULTILINE,
)
# Without a width, Babel still breaks comments, also in the middle of the text that a guess was made for.
_ON_ONE_LINE = 10_000_000
_STRING = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(rf"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]\])?)\s+)?{_STRING})?\s*")


class NoCatalogue(Exception):
    """A catalogue cannot be read or begun; its words say why, and what to do."""


def opened(path: Path) -> Catalog:
    """The catalogue at `path`. Raises NoCatalogue where something of it would be lost by writing it anew."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        for number, line in enumerate(text.split("\n"), 1):
            # Babel takes a line whose quotes do not close for an empty one.
            if _LINE.fullmatch(line) is None:
                raise NoCatalogue(
                    _("line {number} cannot be read: {line} Mend its quotes and its first word.").format(
                        number=number, line=line.strip()
                    )
                )
        return read_written(text.encode(), path.parts[-3], whole=True)
    except PoFileError as fault:
        raise NoCatalogue(
            _("line {number} cannot be read: {reason}. Mend it.").format(number=fault.lineno, reason=fault)
        ) from fault
    except (ValueError, LookupError) as fault:
        raise NoCatalogue(
            _("it is not a catalogue in UTF-8 ({reason}). Save it as UTF-8.").format(reason=fault)
        ) from fault


def written(catalogue: Catalog) -> str:
    """The text of the .po file of `catalogue`."""
    out = BytesIO()
    write_po(out, catalogue, width=_ON_ONE_LINE, include_previous=True, no_location=True)
    return _VOLATILE.sub("", out.getvalue().decode()).rstrip("\n") + "\n"


def keep(path: Path, catalogue: Catalog) -> None:
    """Write `catalogue` to `path`, and compiled beside it. Raises OSError where the folder cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, written(catalogue))
    path.with_suffix(".mo").write_bytes(compiled(catalogue, path.stem))
