"""The glossary of one language: its hard words, as files of entries have them.

Where the files are, and whom they belong to, is `library`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.engine.reference import HardWord, Sourced
from game.reference.entries import Entry, listed

SOURCED = ("origin", "sources", "status", "checked")
"""The keys of an entry that say where it was read."""

_KEYS = frozenset(["id", "word", "forms", "unlike", "meaning", *SOURCED])


def glossary(files: Iterable[Entry], provenance: Callable[[Entry], Sourced]) -> tuple[HardWord, ...]:
    """The words of `files`, each as the last file that has its id says it; `provenance` reads that of an entry.

    Raises ReferenceFault at an entry that is incomplete, at an id that is twice in a file, and where two words have a
    form in common.
    """
    found: dict[str, HardWord] = {}
    for file in files:
        own: dict[str, HardWord] = {}
        for entry in listed(file, "words"):
            word = _word(entry, provenance)
            if word.id in own:
                raise entry.fault("another entry has this id.", "Give each entry its own id.")
            own[word.id] = word
        found |= own
        forms = [form.lower() for one in found.values() for form in one.forms]
        twice = sorted({form for form in forms if forms.count(form) > 1})
        if twice:
            raise file.fault(f"“{twice[0]}” is a form of two words, or twice of one.", "Leave it to one of them, once.")
    return tuple(found.values())


def _word(entry: Entry, provenance: Callable[[Entry], Sourced]) -> HardWord:
    """It is in the language of its file, and is not translated."""
    entry.only(_KEYS)
    return HardWord(
        id=entry.id(),
        word=entry.words("word"),
        forms=entry.texts("forms"),
        meaning=entry.words("meaning"),
        unlike=entry.texts("unlike") if entry.has("unlike") else (),
        sourced=provenance(entry) if entry.has("sources") else None,
    )
