"""Tone: sexual words, blame, promises, and “vous” to the player.

The words are in `french` and `english`; how long a sentence may be is `reading`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.engine.lints.sheets import Sheets
from game.engine.lints.speech import fold, sentences
from game.engine.lints.texts import TO_PLAYER, Part, Text, text_place
from game.engine.problems import Problem, problem

_BLAMES: tuple[Part, ...] = ("notice", "because", "skip", "stop", "debrief", "teacher")
_PROMISES: tuple[Part, ...] = ("ally", "notice", "because", "skip", "stop", "debrief", "teacher")
_SPEAKS_TO_PLAYER: tuple[Part, ...] = ("because", "debrief", "skip", "choice")
_TOLD_BY_GAME: tuple[Part, ...] = ("because", "debrief")


def tone(sheets: Sheets) -> Iterator[Problem]:
    """The problems in how the game speaks.

    Sexual words: in all that a player reads, and in facts. Blame: in what the game says; a person of the story may
    react badly. Promises: also in the mouth of those who help. “vous”: in `because`, `skip`, `do` and debriefs.
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
    says_tu = any(re.search(french.TU, one.folded) for one in sheets.of(_TOLD_BY_GAME))
    # A reply is the player's own: they may say “vous” to an adult.
    replies = {text_place(one) for scene in sheets.scenario.scenes for one in scene.choices if one.says}
    for one in told:
        for text, folded in zip(one.texts, one.folded.split("\n"), strict=True):
            if ("ez" in folded or "vo" in folded) and text.place not in replies:
                said = _said_vous(text, folded, says_tu)
                if said:
                    yield problem("vous-to-player", text.place, words=said)


def _said_vous(text: Text, folded: str, says_tu: bool) -> str:
    from game.engine.lints import french

    own = re.sub(french.QUOTED, " ", folded)
    if text.part not in _TOLD_BY_GAME:
        # After a colon, somebody is told to say it, or says it.
        own = own.split(" : ")[0]
    if re.search(french.PLURAL, own):
        return ""
    tu = re.search(french.TU, own) is not None
    for one in sentences(own):
        if tu and (re.search(french.TU, one) or not re.search(french.ONE_PERSON, one)):
            continue
        said = _in_sentence(text, one.strip(), says_tu)
        if said:
            return said
    return ""


def _in_sentence(text: Text, own: str, says_tu: bool) -> str:
    from game.engine.lints import french

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
