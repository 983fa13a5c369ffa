"""Which way each cluster of a paragraph runs, and the order in which the parts of a line are seen.

The levels are those of python-bidi, which is imported only when a right-to-left character occurs. Embeddings,
overrides and isolates count as nothing, so that no invisible character can turn the words of a scenario round.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar
from unicodedata import bidirectional

from game.desktop.text_clusters import is_picture

Part = TypeVar("Part")

_NEUTRAL = "\ufffc"
_KNOWN = frozenset(("L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "WS", "ON"))


def runs_backwards(text: str) -> bool:
    """Whether any character of `text` is written from right to left."""
    if text.isascii() or max(text) < "\u0590":
        return False
    return any(bidirectional(char) in ("R", "AL", "AN") for char in text if char >= "\u0590")


def levels(clusters: Sequence[str]) -> tuple[int, list[int]]:
    """Of one paragraph: its own level (1 from right to left, else 0) and that of each cluster (odd: right to left)."""
    from bidi import algorithm

    # One character stands for each cluster, so that no rule that removes characters can shift the places.
    stand_ins = "".join(_stand_in(cluster) for cluster in clusters)
    base = algorithm.get_base_level(stand_ins)
    storage = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    algorithm.get_embedding_levels(stand_ins, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
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


def _stand_in(cluster: str) -> str:
    if len(cluster) > 1 and (is_picture(cluster[0]) or "\u20e3" in cluster):
        return _NEUTRAL
    if cluster == "\t":
        return " "
    return cluster[0] if bidirectional(cluster[0]) in _KNOWN else _NEUTRAL
