"""Which way each cluster of a paragraph runs, and the order in which the parts of a line are seen.

The levels are those of python-bidi, which is imported only when a right-to-left character occurs; what it leaves out
of Unicode's UAX 9 (brackets that belong together) and what nobody would read otherwise (telephone numbers, a quotation
from another language) is added here. Embeddings, overrides and isolates count as nothing, so that no invisible
character can turn the words of a scenario round.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar
from unicodedata import bidirectional

from game.desktop.text_clusters import is_picture

Part = TypeVar("Part")

_NEUTRAL = "\ufffc"
_NUMBER = re.compile(r"[0-9]+(?:\.[a-z]{2,})+|\+?[0-9]+(?:[ \u00a0\u202f.][0-9]+)+|\+[0-9]+|[0-9]+(?:-[0-9]+){2,}")
"""Telephone numbers, dates and addresses such as 3018.fr: their parts stay in order. Two numbers with a dash are
from the first to the second, and are read in the direction of the text."""
_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "‹": "›"}
_LONGEST_PAIR = 400
"""Clusters from one bracket to the other at most."""
_KNOWN = frozenset(("L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "WS", "ON"))


def runs_backwards(text: str) -> bool:
    """Whether any character of `text` is written from right to left."""
    if text.isascii() or max(text) < "\u0590":
        return False
    return any(bidirectional(char) in ("R", "AL", "AN") for char in text if char >= "\u0590")


def levels(clusters: Sequence[str], among_backwards: bool = False) -> tuple[int, list[int]]:
    """Of one paragraph: its own level (1 from right to left, else 0) and that of each cluster (odd: right to left).

    A paragraph runs the way of its first strong character. `among_backwards` says that the text around it runs from
    right to left: so does then a paragraph that begins with a foreign name, if two words in five do.
    """
    from bidi import algorithm

    # One character stands for each cluster, so that no rule that removes characters can shift the places.
    stand_ins = "".join(_stand_in(cluster) for cluster in clusters)
    stand_ins = _NUMBER.sub(lambda found: re.sub(r"[^0-9]", "0", found[0]), stand_ins)
    base = 1 if among_backwards and _mostly_backwards(stand_ins) else algorithm.get_base_level(stand_ins)
    storage = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    algorithm.get_embedding_levels(stand_ins, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _join_pairs(storage["chars"], base)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return base, [char["level"] for char in storage["chars"]]


def seen_order(parts: Sequence[Part], level: Callable[[Part], int]) -> list[Part]:
    """`parts` of one line from left to right, given in reading order (rule L2 of Unicode's UAX 9)."""
    order = list(parts)
    for threshold in range(max(map(level, order), default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and level(order[end]) >= threshold:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _mostly_backwards(text: str) -> bool:
    """Whether two words in five are written from right to left: a name in front makes no sentence a foreign one."""
    strong = ([way for way in map(bidirectional, word) if way in ("L", "R", "AL")] for word in text.split())
    ways = [found[0] for found in strong if found]
    return 5 * sum(way != "L" for way in ways) >= 2 * len(ways) > 0


def _join_pairs(chars: list[dict[str, Any]], base: int) -> None:
    """Give both brackets of a pair one direction (rule N0 of UAX 9), and what is only foreign inside them its own.

    The types are those after the weak ones are resolved: numbers count as right to left here, as that rule says.
    """
    own, other = ("R", "L") if base else ("L", "R")
    for start, end in _pairs(chars):
        inside = {"L" if char["type"] == "L" else "R" for char in chars[start + 1 : end] if char["type"] in _STRONG}
        if not inside:
            continue
        before = next((char["type"] for char in reversed(chars[:start]) if char["type"] in _STRONG), own)
        follows = own not in inside and ("L" if before == "L" else "R") == other
        chars[start]["type"] = chars[end]["type"] = other if follows else own
        if own not in inside:
            for char in chars[start + 1 : end]:
                if char["type"] not in _STRONG:
                    char["type"] = other


_STRONG = ("L", "R", "AL", "EN", "AN")


def _pairs(chars: list[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    """Where the brackets that belong together stand, in the order of the opening ones."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for at, char in enumerate(chars):
        if char["ch"] in _PAIRS:
            opened.append(at)
        elif char["ch"] in _PAIRS.values():
            mate = next((one for one in reversed(opened) if _PAIRS[chars[one]["ch"]] == char["ch"]), None)
            if mate is not None:
                del opened[opened.index(mate) :]
                if at - mate <= _LONGEST_PAIR:
                    found.append((mate, at))
    yield from sorted(found)


def _stand_in(cluster: str) -> str:
    if len(cluster) > 1 and (is_picture(cluster[0]) or "\u20e3" in cluster):
        return _NEUTRAL
    if cluster == "\t":
        return " "
    return cluster[0] if bidirectional(cluster[0]) in _KNOWN else _NEUTRAL
