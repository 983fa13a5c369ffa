"""The Babel extractor for the files of the reference: `vigichat_reference`, an entry point of `babel.extractors`.

What the entries mean, and which ones a country needs, is left to `reference.library`: a test holds that both know the
same texts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import yaml

from game.reference.entries import Entry, listed, read_file
from game.translating.scenario_texts import Extracted

FIELDS = ("name", "short", "long", "effect", "gloss", "since", "penalty", "hours")
"""The fields of an entry that are translated, each under the context “<entry id>.<field>”."""

_OF_THE_DOCUMENT = ("missing_number",)
"""The same of a file itself, under “document.<field>”."""


def extract(
    fileobj: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extracted]:
    """The texts of the reference file `fileobj`, as Babel asks for them; the source's own words are comments.

    Raises ReferenceFault for a file that is no mapping.
    """
    file = read_file(Path(fileobj.name))
    for field in _OF_THE_DOCUMENT:
        if file.optional(field):
            yield _line(file, field), "pgettext", (f"document.{field}", file.text(field)), []
    for key, node in file.nodes.items():
        if not isinstance(node, yaml.SequenceNode):
            continue
        for entry in listed(file, key):
            if not entry.has("id"):
                continue
            quoted = entry.optional("quotation")
            comments = [f"The source says: « {quoted} »"] if quoted else []
            for field in FIELDS:
                if entry.optional(field):
                    yield _line(entry, field), "pgettext", (f"{entry.id()}.{field}", entry.text(field)), comments


def _line(entry: Entry, field: str) -> int:
    return int(entry.nodes[field].start_mark.line) + 1
