"""Which characters of an author's words come into a document, and which do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.paper.escape import UNSEEN, attribute, harmless, kept, link, text
from tests.engine.strategies import bounded

TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
words = st.text(st.sampled_from(TURNS + "\nab\u05d0\x07\ud800"), max_size=12) | st.text()


def test_what_means_something_to_a_browser_is_text() -> None:
    assert text("a < b & c\n\té 🐈") == "a &lt; b &amp; c\n\té 🐈"
    assert attribute("a\"b'c\nd") == "a&quot;b&#x27;c d"
    assert link("javascript:alert(1)") == ""


def test_control_characters_halves_of_pairs_and_overrides_go() -> None:
    assert text("a\u202eb\u202dc\x00\x1b\x85\r\x7f\ud800\udfff\ufffe\uffffd") == "abcd"


@pytest.mark.parametrize(
    ("written", "comes"),
    [
        ("\u2067א\u2069 b", "\u2067א\u2069 b"),
        ("\u202bא\u202c b", "\u202bא\u202c b"),
        ("\u2066\u202bא\u202c\u2069", "\u2066\u202bא\u202c\u2069"),
        ("\u200fא\u200e \u061c", "\u200fא\u200e \u061c"),
        ("a\u2060b\u200b\u200d\ufeff", "a\u2060b\u200b\u200d\ufeff"),
        ("\u2067א b", "א b"),
        ("\u202bא b", "א b"),
        ("a\u2069 b\u202c", "a b"),
        ("\u2067א\n\u2069b", "א\nb"),
        ("\u2067\u202bא\u2069 \u202cb", "\u2067א\u2069 b"),
        ("\u202b\u2067א\u202c\u2069\u202c", "\u202b\u2067א\u2069\u202c"),
    ],
)
def test_only_a_change_of_direction_that_ends_within_the_words_stays(written: str, comes: str) -> None:
    assert kept(written) == comes


@bounded(300)
@given(words)
def test_what_goes_leaves_the_rest_where_it_was(written: str) -> None:
    made = harmless(written)
    assert len(made) == len(written)
    assert all(after in (before, UNSEEN) for before, after in zip(written, made))
    if UNSEEN not in written:
        assert made.replace(UNSEEN, "") == kept(written)
    assert kept(kept(written)) == kept(written)
    assert harmless(made) == made
    kept(written).encode()


@bounded(300)
@given(words)
def test_every_line_that_stays_is_a_wall_for_directions(written: str) -> None:
    for line in kept(written).split("\n"):
        left = re.sub("[^\u202a-\u202e\u2066-\u2069]", "", line)
        while left != (left := re.sub("[\u2066-\u2068]\u2069|[\u202a\u202b]\u202c", "", left)):
            pass
        assert left == ""
