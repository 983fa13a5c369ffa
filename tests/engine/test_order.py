"""The order of the choices on the screen."""

from __future__ import annotations

import pytest

from game.engine.model import Choice, Scene
from game.engine.order import fnv1a, on_screen

WORDS = ("stay", "follow", "block", "tell")


def scene(*ids: str, keep_order: bool = False) -> Scene:
    return Scene("s", choices=tuple(Choice(name, "a", False, "b") for name in ids), keep_order=keep_order)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", 2166136261),
        ("a", 0xE40C292C),
        ("b", 0xE70C2DE5),
        ("foo", 0xA9F37ED7),
        ("foobar", 0xBF9CF968),
        # Two bytes of UTF-8, by the definition: xor with the byte, times the prime, modulo 2 to the 32.
        ("é", (((2166136261 ^ 0xC3) * 16777619 % 2**32 ^ 0xA9) * 16777619) % 2**32),
    ],
)
def test_the_hash_is_fnv_1a_of_the_utf8_bytes(text: str, value: int) -> None:
    assert fnv1a(text) == value


def test_choices_are_sorted_by_the_hash_of_seed_scene_and_choice() -> None:
    ids = ("a", "b", "c", "d")
    for seed in range(20):
        shown = [choice.id for choice in on_screen(scene(*ids), seed)]
        assert shown == sorted(ids, key=lambda name: fnv1a(f"{seed}/s/{name}/"))


def test_the_same_seed_gives_the_same_order_and_other_seeds_give_others() -> None:
    orders = {tuple(choice.id for choice in on_screen(scene(*WORDS), seed)) for seed in range(200)}
    assert len(orders) == 24


def test_each_choice_comes_first_about_as_often_as_the_others() -> None:
    firsts = [on_screen(scene(*WORDS), seed)[0].id for seed in range(1000)]
    assert all(180 <= firsts.count(name) <= 320 for name in WORDS)


def test_keep_order_shows_the_order_of_the_file() -> None:
    for seed in range(20):
        assert [choice.id for choice in on_screen(scene("c", "a", "b", keep_order=True), seed)] == ["c", "a", "b"]


def test_equal_hashes_keep_the_order_of_the_file() -> None:
    # Ids are unique in a scene; two that are equal stand here for two that collide.
    first, second = Choice("a", "first", False, "b"), Choice("a", "second", False, "b")
    assert on_screen(Scene("s", choices=(first, second)), 3) == (first, second)
    assert on_screen(Scene("s", choices=(second, first)), 3) == (second, first)
