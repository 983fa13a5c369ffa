"""Tone: sexual words, blame, promises, and “vous” to the player.

The words are in `french` and `english`; how long a sentence may be is `reading`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.engine.lints.sheets import Sheets
from game.engine.lints.speech import fold
from game.engine.lints.texts import TO_PLAYER, Part, Text
from game.engine.problems import Problem, problem

_BLAMES: tuple[Part, ...] = ("notice", "because", "skip", "stop", "debrief", "teacher")
_PROMISES: tuple[Part, ...] = ("ally", "notice", "because", "skip", "stop", "debrief", "teacher")
_SPEAKS_TO_PLAYER: tuple[Part, ...] = ("because", "debrief")


def tone(sheets: Sheets) -> Iterator[Problem]:
    """The problems in how the game speaks.

    Sexual words: in all that a player reads, and in facts. Blame: in what the game says; a person of the story may
    react badly. Promises: also in the mouth of those who help. “vous”: in `because` and debriefs.
    """
    words = sheets.vocabulary
    if words is None:
        return
    for name, phrases, parts in (
        ("sexual-words", words.SEXUAL, (*TO_PLAYER, "fact")),
        ("blame", words.BLAME, _BLAMES),
        ("promise", words.PROMISE, _PROMISES),
    ):
        for text, said in sheets.hits(phrases, parts):
            yield problem(name, text.place, words=said)
    if sheets.scenario.language == "fr":
        yield from _vous(sheets)


def _vous(sheets: Sheets) -> Iterator[Problem]:
    """A text with “vous” may mean several people: where the file says “tu” elsewhere, the past (“vous avez attendu”)
    is taken so, and so is every text that says “tu” itself, counts people or quotes."""
    from game.engine.lints import french

    told = sheets.of(_SPEAKS_TO_PLAYER)
    says_tu = any(re.search(french.TU, one.folded) for one in told)
    for one in told:
        for text, folded in zip(one.texts, one.folded.split("\n"), strict=True):
            if "vous" in folded or "ez" in folded or "vo" in folded:
                said = _said_vous(text, folded, says_tu)
                if said:
                    yield problem("vous-to-player", text.place, words=said)


def _said_vous(text: Text, folded: str, says_tu: bool) -> str:
    from game.engine.lints import french

    own = re.sub(french.QUOTED, " ", folded)
    if re.search(french.TU, own) or re.search(french.PLURAL, own):
        return ""
    imperative = re.search(french.IMPERATIVE, own)
    if imperative:
        return _as_written(text.text, imperative.group().strip(" .!?:;,\n"))
    if re.search(french.VOUS, own) is None:
        return ""
    if says_tu and re.search(french.PAST, own) and not re.search(french.PRESENT, own):
        return ""
    found = re.search(french.VOUS + r"(?: \w+)?", own)
    return _as_written(text.text, found.group()) if found else ""


def _as_written(text: str, folded: str) -> str:
    start = fold(text).find(folded)
    return text[start : start + len(folded)] if start >= 0 else folded
