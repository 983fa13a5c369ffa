"""The Babel extractor for the files of the reference: `vigichat_reference`, an entry point of `babel.extractors`.

What the entries mean, and which ones a country needs, is left to `reference.library`: a test holds that both know the
same texts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

import yaml

from game.reference.entries import Entry, listed, read_file
from game.translating.scenario_texts import Extracted

FIELDS = ("name", "said", "short", "long", "effect", "gloss", "gloss_known", "since", "penalty", "hours")
"""The fields of an entry that are translated, each under the context “<entry id>.<field>”."""

_OF_THE_DOCUMENT = ("missing_number",)
"""The same of a file itself, under “document.<field>”."""


class EntryText(NamedTuple):
    """A text of the reference with its context, where it stands in its file, and what a translator is told of it."""

    context: str
    text: str
    line: int
    column: int
    comments: tuple[str, ...] = ()


def extract(
    fileobj: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extracted]:
    """The texts of the reference file `fileobj`, as Babel asks for them. Raises ReferenceFault."""
    for one in entry_texts(read_file(Path(fileobj.name))):
        yield one.line, "pgettext", (one.context, one.text), list(one.comments)


def entry_texts(file: Entry) -> Iterator[EntryText]:
    """The texts of a reference file that are translated; the source's own words are comments. Raises ReferenceFault."""
    for field in _OF_THE_DOCUMENT:
        if file.optional(field):
            yield _told(file, field, "document", ())
    for key, node in file.nodes.items():
        if not isinstance(node, yaml.SequenceNode):
            continue
        for entry in listed(file, key):
            quoted = entry.optional("quotation")
            comments = (f"The source says: « {quoted} »",) if quoted else ()
            for field in FIELDS:
                if entry.optional(field):
                    yield _told(entry, field, entry.name, comments)


def _told(entry: Entry, field: str, id: str, comments: tuple[str, ...]) -> EntryText:
    mark = entry.nodes[field].start_mark
    return EntryText(f"{id}.{field}", entry.text(field), mark.line + 1, mark.column + 1, comments)
