"""A catalogue brought up to its texts: what stayed keeps its translation, what changed is offered the old one.

Babel's own update compares a text with those of every context, and takes seconds for a story: a text that changed is
looked for in its own context only. Which texts there are is left to `wanted`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from babel.messages.catalog import Catalog, Message

ALIKE = 0.6
"""From 0 to 1: how alike a text and one that is gone must be for its translation to be offered."""

_ID = tuple[str, str]
"""A context and a text."""


def refreshed(old: Catalog, wanted: Catalog) -> Catalog:
    """The texts and comments of `wanted`, in their order, with the translations of `old`.

    A new text is offered, as fuzzy, the translation of the text most like it that is gone from the same context and
    was said by the same person; or of the very same text that is gone from another one, as when a scene is renamed.
    A text that is again what its guess was made for is no guess any more.
    """
    same = {_id(message): message for message in old if message.id}
    there = {_id(message): message for message in wanted if message.id}
    gone = [message for one, message in same.items() if one not in there and message.string]
    offered = _offered([message for one, message in there.items() if one not in same], gone)
    new = Catalog(locale=old.locale, header_comment=old.header_comment, fuzzy=False)
    for one, message in there.items():
        kept, guess = same.get(one), offered.get(one)
        found = guess or kept
        if guess is not None:
            # What is itself a guess was said of a text before that one.
            before = list(guess.previous_id or [str(guess.id)])
            fuzzy = before != [message.id] or guess.context != message.context
        else:
            before = [] if kept is None else list(kept.previous_id)
            fuzzy = kept is not None and kept.fuzzy
        new.add(
            message.id,
            "" if found is None else found.string,
            flags={"fuzzy"} if fuzzy else (),
            auto_comments=message.auto_comments,
            user_comments=() if found is None else found.user_comments,
            previous_id=before if fuzzy else (),
            context=message.context,
        )
    return new


def _id(message: Message) -> _ID:
    return (message.context or "", str(message.id))


def _offered(new: list[Message], gone: list[Message]) -> dict[_ID, Message]:
    """For each of `new` the one of `gone` it may come from: the most alike are paired first, each but once."""
    pairs = sorted(
        (-alike, place, number)
        for place, one in enumerate(new)
        for number, other in enumerate(gone)
        if (alike := _alike(one, other)) >= ALIKE
    )
    found: dict[_ID, Message] = {}
    used: set[int] = set()
    for _unlike, place, number in pairs:
        one = _id(new[place])
        if one not in found and number not in used:
            found[one] = gone[number]
            used.add(number)
    return found


def _alike(one: Message, other: Message) -> float:
    if _speaker(one.auto_comments) != _speaker(other.auto_comments):
        return 0.0
    if one.context != other.context:
        # Less than the same words in the same place, and no guess at all at what only looks alike.
        return 0.99 if one.id == other.id else 0.0
    before = [str(other.id), *map(str, other.previous_id)]
    return max(SequenceMatcher(None, text, str(one.id), autojunk=False).ratio() for text in before)


def _speaker(comments: Iterable[str]) -> str:
    """Who says a text, or what it is, in the first of its comments, without what may change with the text."""
    return re.split("[(“]", next(iter(comments), ""))[0].strip()
