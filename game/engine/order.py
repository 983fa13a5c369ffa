"""The order in which choices stand on the screen: mixed, but the same for everybody who plays the same seed.

A fixed order in the file would put the good choice where the author happened to write it.
"""

from __future__ import annotations

from game.engine.model import Choice, Scene


def fnv1a(text: str) -> int:
    """The FNV-1a hash, 32 bits, of the UTF-8 bytes of `text` (Fowler, Noll, Vo; offset 2166136261, prime 16777619)."""
    value = 2166136261
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def on_screen(scene: Scene, seed: int) -> tuple[Choice, ...]:
    """All choices of `scene` in the order they are shown for `seed` (0 or more)."""
    if scene.keep_order:
        return scene.choices
    # The last slash mixes the last character in too: without it, the ids "1" to "4" come out nearly in order.
    # The sort is stable: equal hashes keep the file's order.
    return tuple(sorted(scene.choices, key=lambda choice: fnv1a(f"{seed}/{scene.id}/{choice.id}/")))
