"""The sentences that the player's modules say: found in their text, and put into numbers for a file.

A module writes `_("…")`, or `ngettext("…", "…", number)`, on one line with plain double quotes. Translating them is the
interface's catalogue's work, as for Python; extracting them into it is `tools/catalogues.py`'s.
"""

from __future__ import annotations

import json
import re

_STRING = r'"(?:[^"\\\n]|\\.)*"'
_SAID = re.compile(rf"(?<![\w.])(?P<name>_|ngettext)\((?P<one>{_STRING})(?:(?P<comma>, ?)(?P<many>{_STRING}))?")

Sentence = tuple[str, ...]
"""One sentence in English, or its singular and its plural."""


def numbered(script: str) -> tuple[str, tuple[Sentence, ...]]:
    """`script` with a number in the place of every sentence, and the sentences in the order of their numbers."""
    known: dict[Sentence, int] = {}

    def number(found: re.Match[str]) -> str:
        literals = [found["one"]] + ([found["many"]] if found["name"] == "ngettext" and found["many"] else [])
        sentence = tuple(json.loads(one) for one in literals)
        rest = "" if len(literals) == 2 or not found["comma"] else f"{found['comma']}{found['many']}"
        return f"{found['name']}({known.setdefault(sentence, len(known))}{rest}"

    return _SAID.sub(number, script), tuple(known)
