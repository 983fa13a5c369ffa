"""Text in the window: nothing is lost, no line is too wide, and French, emoji and Arabic come out as they are read."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.desktop import fonts, text_chips
from game.desktop.text import Align, Laid, Run, draw, layout, line_height
from game.desktop.text_clusters import clusters
from game.desktop.text_fallback import NO_BREAK_SPACES, SPACES, drawn
from game.storage import folder

NBSP, NARROW = "\u00a0", "\u202f"
BREAKING = "".join(set(SPACES) - set(NO_BREAK_SPACES)) + "\u200b"

ONE_PICTURE = (
    "❤️",
    "😀",
    "👍",
    "👍🏽",
    "👏🏿",
    "🎸",
    "🥁",
    "🎶",
    "🐱",
    "📱",
    "🔒",
    "☀️",
    "1️⃣",
    "#️⃣",
    "🇫🇷",
    "🇧🇪",
    "🇨🇭",
    "🇱🇺",
    "🇨🇦",
    "🏳️‍🌈",
    "❤️‍🔥",
    "🤷‍♀️",
    "👨‍👩‍👧",
    "👩🏽‍⚕️",
)

PIECES = (
    *(
        "Salut",
        "répéter",
        "œuvre",
        "anticonstitutionnellement",
        "j’arrive",
        "«",
        "»",
        "!",
        "?",
        ":",
        "…",
        "3018",
        "#stop",
    ),
    *(" ", "  ", NBSP, NARROW, "\u2009", "\t", "\u200b", "\u00ad", "\u200f", "\r"),
    *("e\u0301", "q\u0307", "Ω", "Привет", "→", "✓", "日本", "\ue000", "\u0301", "\U0001f9ff"),
    *("مرحبا", "إيناس", "٣٠١٨", "(", ")", "،", "می‌خواهم", "שלום"),
    *ONE_PICTURE,
)
ANY_TEXT = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))
"""Anything, and what chats are made of."""


def natural_width(text: str, size: int, bold: bool = False) -> int:
    """How wide a text is where no line is broken."""
    return layout((Run(text, bold),), size, 2**30).width


def rows(laid: Laid) -> list[str]:
    """The text of each line as it is seen, from left to right."""
    return ["".join(piece.source for piece in line.pieces) for line in laid.lines]


def pixels(laid: Laid, *, ground: str = "white", ink: tuple[int, int, int] = (0, 0, 0), rim: int = 0) -> pygame.Surface:
    surface = pygame.Surface((laid.width + 2 * rim + 1, laid.height + 2 * rim), 0, 32)
    surface.fill(ground)
    draw(surface, laid, rim, rim, ink)
    return surface


def inked_columns(surface: pygame.Surface) -> list[int]:
    """The columns that are not all white."""
    width, height = surface.get_size()
    return [x for x in range(width) if any(surface.get_at((x, y))[:3] != (255, 255, 255) for y in range(height))]


def seen(text: str) -> str:
    """What of `text` must be in the lines, whatever their width: all but unseen characters and breaking spaces."""
    return without_spaces("".join(cluster for cluster in clusters(text) if drawn(cluster)))


def without_spaces(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, BREAKING)))


@settings(deadline=None)
@given(ANY_TEXT)
def test_clusters_are_the_text_cut_up(text: str) -> None:
    found = clusters(text)
    assert "".join(found) == text
    assert all(found)


@pytest.mark.parametrize("one", [*ONE_PICTURE, "e\u0301", "q\u0307\u0323", "ن\u064e", "ی\u200c", "☎\ufe0e"])
def test_what_looks_like_one_character_is_one_cluster(one: str) -> None:
    assert clusters(f"a{one}b{one}") == ("a", one, "b", one)


def test_neighbours_stay_apart() -> None:
    assert clusters("🇫🇷🇧🇪") == ("🇫🇷", "🇧🇪")
    assert clusters("🇫🇷🇧") == ("🇫🇷", "🇧")
    assert clusters("👍🏽👍") == ("👍🏽", "👍")
    assert clusters("a\u200db") == ("a\u200d", "b")
    assert clusters("a🏽") == ("a", "🏽")


@settings(deadline=None, max_examples=200)
@given(ANY_TEXT, st.integers(1, 400), st.sampled_from((12, 18, 31)))
def test_only_a_single_cluster_may_be_wider_than_a_line(text: str, width: int, size: int) -> None:
    laid = layout((Run(text),), size, width)
    for line, row in zip(laid.lines, rows(laid), strict=True):
        assert line.width <= width or len(clusters(row)) == 1
    assert laid.width == max(line.width for line in laid.lines)
    assert laid.height == len(laid.lines) * line_height(size)


@settings(deadline=None, max_examples=200)
@given(ANY_TEXT, st.integers(1, 400))
def test_every_cluster_is_drawn_once(text: str, width: int) -> None:
    shown = "".join(rows(layout((Run(text),), 18, width)))
    paragraphs = text.split("\n")
    assert Counter(without_spaces(shown)) == Counter("".join(map(seen, paragraphs)))


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([piece for piece in PIECES if piece.isascii() or piece[0] < "\u0590"])),
    st.integers(1, 400),
)
def test_left_to_right_text_keeps_its_order(parts: list[str], width: int) -> None:
    text = "".join(parts)
    assert without_spaces("".join(rows(layout((Run(text),), 18, width)))) == seen(text)


@settings(deadline=None)
@given(ANY_TEXT, st.integers(1, 400))
def test_pieces_of_a_line_stand_side_by_side(text: str, width: int) -> None:
    for line in layout((Run(text),), 18, width).lines:
        x = 0
        for piece in line.pieces:
            assert piece.x == x
            x += piece.width
        assert x == line.width


@settings(deadline=None, max_examples=60)
@given(ANY_TEXT, st.booleans(), st.booleans())
def test_no_text_stops_the_drawing(text: str, bold: bool, underline: bool) -> None:
    pixels(layout((Run(text, bold, underline),), 18, 300))


@pytest.mark.parametrize(
    "text", ["\0", "\ud800", "a\ud800\u0301", "\u2028", "\U0010ffff", "\u0301", "\u064b", "\U000e007f"]
)
def test_broken_characters_are_drawn_or_skipped(text: str) -> None:
    pixels(layout((Run(text),), 18, 300))


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                f"Tu viens{NBSP}?",
                f"Non{NARROW}!",
                f"Attention{NBSP}:",
                f"«{NBSP}oui{NBSP}»",
                f"anticonstitutionnellement{NBSP};",
                "Salut !",
                "« bon »",
                "et",
                "alors,",
            )
        ),
        min_size=1,
        max_size=12,
    ),
    st.integers(60, 300),
)
def test_no_line_begins_with_a_french_sign_that_follows_a_gap(parts: list[str], width: int) -> None:
    for row in rows(layout((Run(" ".join(parts)),), 16, width)):
        assert row[0] not in f":;!?»{NBSP}{NARROW}"
        assert row[-1] not in f"«{NBSP}{NARROW}"


def test_words_are_kept_whole_when_a_line_can_hold_them() -> None:
    laid = layout((Run("Tu viens répéter demain avec nous ?"),), 18, natural_width("répéter demain", 18))
    assert rows(laid) == ["Tu viens", "répéter demain", "avec nous ?"]


def test_a_word_wider_than_a_line_is_cut_between_clusters() -> None:
    word = "👍🏽" * 7
    laid = layout((Run(word),), 20, natural_width("👍🏽", 20) * 3)
    assert rows(laid) == ["👍🏽" * 3, "👍🏽" * 3, "👍🏽"]


def test_line_breaks_and_empty_text_take_lines() -> None:
    assert layout((Run(""),), 20, 100).height == line_height(20) == 27
    assert layout((), 20, 100).height == line_height(20)
    assert rows(layout((Run("a\n\nb"), Run("c\n")), 20, 100)) == ["a", "", "bc", ""]


def test_text_fits_in_its_natural_width() -> None:
    for text in ("Tu viens répéter demain ?", f"«{NBSP}Oui{NBSP}» 🎸", "مرحبا Inès 123"):
        assert len(layout((Run(text),), 18, natural_width(text, 18)).lines) == 1
        assert natural_width(text, 18, bold=True) > natural_width(text, 18)


def test_spaces_at_the_end_count_for_the_caret() -> None:
    assert natural_width("a ", 18) > natural_width("a", 18)


@pytest.mark.parametrize("space", sorted(SPACES))
def test_no_space_is_a_box(space: str) -> None:
    columns = inked_columns(pixels(layout((Run(f"l{space}l"),), 30, 500)))
    breaks = sum(after - before > 1 for before, after in pairwise(columns))
    assert breaks == 1  # two letters, and nothing between them
    assert natural_width(f"l{space}l", 30) > natural_width("ll", 30)


def test_the_narrow_space_is_narrower() -> None:
    assert natural_width(f"oui{NARROW}!", 18) < natural_width(f"oui{NBSP}!", 18) == natural_width("oui !", 18)


def test_unseen_characters_take_no_room() -> None:
    assert natural_width("a\u200b\u00ad\u2060\u200fb\ufeff", 18) == natural_width("a", 18) + natural_width("b", 18)


@pytest.mark.parametrize("picture", ONE_PICTURE)
def test_an_emoji_sequence_is_one_colourful_chip(picture: str) -> None:
    laid = layout((Run(picture),), 40, 500)
    assert [piece.source for piece in laid.lines[0].pieces] == [picture]
    assert laid.lines[0].pieces[0].what[0] == "emoji"
    assert laid.width == natural_width("😀", 40)
    if picture == "👨‍👩‍👧":  # drawn in black and white by its makers
        return
    surface = pixels(laid)
    colours = (surface.get_at((x, y))[:3] for x in range(laid.width) for y in range(laid.height))
    assert sum(max(colour) - min(colour) > 20 for colour in colours) > 60


def test_emoji_have_no_dark_rim_on_white() -> None:
    surface = pixels(layout((Run("😀"),), 24, 100))
    assert min(sum(surface.get_at((x, surface.get_height() // 2))[:3]) for x in range(4)) > 300


def test_every_listed_emoji_is_in_the_font() -> None:
    from game.desktop.text_coverage import EMOJI

    font = fonts.font("emoji", False, fonts.EMOJI_HEIGHT)
    missing = font.render("\u2bd1", True, (0, 0, 0)).get_buffer().raw
    for codes in EMOJI.split():
        drawn_one = font.render("".join(chr(int(code, 16)) for code in codes.split("-")), True, (0, 0, 0))
        assert drawn_one.get_size() == (136, 128), codes
        assert drawn_one.get_bounding_rect().width > 20, codes
        assert drawn_one.get_buffer().raw != missing, codes


def test_an_emoji_that_the_font_lacks_falls_apart_gently() -> None:
    assert drawn("✋🏽") == (("emoji", "✋"),)
    assert drawn("👩🏽‍🚀") == (("emoji", "👩"), ("emoji", "🚀"))
    assert drawn("🏴\U000e0067\U000e0062\U000e007f") == (("emoji", "🏴"),)
    assert len(drawn("🇿🇿")) == 1


def test_text_style_is_asked_for_and_given() -> None:
    assert drawn("▶")[0][0] == "symbols"
    assert drawn("▶\ufe0e")[0][0] == "symbols"
    assert drawn("▶\ufe0f")[0][0] == "emoji"
    assert drawn("♥")[0][0] == "emoji"


def test_an_accent_typed_apart_is_drawn_as_the_letter() -> None:
    assert drawn("e\u0301") == (("latin", "é"),)
    assert drawn("q\u0307") == (("wide", "q\u0307"),)


def test_digits_and_latin_words_in_arabic_stand_where_they_are_read() -> None:
    assert rows(layout((Run("رقم 3018!"),), 18, 500)) == ["!3018 رقم"]
    assert rows(layout((Run("مرحبا Inès 123"),), 18, 500)) == ["Inès 123 مرحبا"]
    assert rows(layout((Run("Elle dit إيناس علي."),), 18, 500)) == ["Elle dit علي إيناس."]
    line = layout((Run("رقم 3018!"),), 18, 500).lines[0]
    assert [piece.level % 2 for piece in line.pieces] == [1, 0, 1, 1]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("اتصل 0 800 235 236 مجانا", "مجانا 0 800 235 236 اتصل"),
        ("رقم +33 1 23 45", "+33 1 23 45 رقم"),
        ("متاح 24/7 الآن", "الآن 24/7 متاح"),
        ("دائما 7j/7", "7j/7 دائما"),
        ("يوم 2026-11-27", "2026-11-27 يوم"),
        ("الساعة 16:30", "16:30 الساعة"),
        ("من 9-23 غدا", "غدا 23-9 من"),
        ("اتصل (3018) الآن", "الآن )3018( اتصل"),
        ("مع Camille (15 ans)", "Camille (15 ans) مع"),
        ("لعبة Vigichat [FR] هنا", "هنا Vigichat [FR] لعبة"),
        ("كتب «Salut !» ثم", "ثم »Salut !« كتب"),
        ("كتبت (مرحبا Camille) ثم", "ثم )Camille مرحبا( كتبت"),
        ("Elle dit (مرحبا) hier", "Elle dit (مرحبا) hier"),
    ],
)
def test_numbers_brackets_and_foreign_words_in_arabic_come_out_right(written: str, seen: str) -> None:
    """As they are seen from left to right; a bracket that runs backwards is drawn mirrored."""
    assert rows(layout((Run(written),), 18, 900)) == [seen]


def test_a_sentence_that_begins_with_a_foreign_name_runs_as_the_text_around_it() -> None:
    sentence = (Run("Camille تكتب الآن"),)
    assert not layout(sentence, 18, 900).backwards
    among = layout(sentence, 18, 900, among_backwards=True)
    assert among.backwards
    assert rows(among) == ["الآن تكتب Camille"]
    french = (Run("Elle dit مرحبا à Nour, puis elle part."),)
    assert not layout(french, 18, 900, among_backwards=True).backwards


def test_arabic_lines_break_in_reading_order() -> None:
    text = "الموعد على الساعة"
    assert rows(layout((Run(text),), 18, natural_width("الموعد على", 18))) == ["على الموعد", "الساعة"]


def test_brackets_are_mirrored_in_arabic() -> None:
    line = layout((Run("مع (هنا)"),), 40, 500).lines[0]
    left = text_chips.chip(line.pieces[0].what, False, 40, True, (0, 0, 0)).pixels
    assert line.pieces[0].what == ("latin", ")")
    plain = text_chips.chip(("latin", "("), False, 40, False, (0, 0, 0)).pixels
    assert left.get_buffer().raw == plain.get_buffer().raw


def test_a_right_to_left_paragraph_starts_at_the_right() -> None:
    laid = layout((Run("مرحبا بك يا صديقي\nنعم\nok"),), 18, 500)
    assert laid.backwards
    assert laid.starts == (0, laid.width - laid.lines[1].width, 0)


@pytest.mark.parametrize(("align", "start"), [("start", 0), ("centre", 0.5), ("end", 1)])
def test_lines_are_aligned(align: Align, start: float) -> None:
    laid = layout((Run("ok"),), 18, 400, 1.35, align)
    assert laid.starts[0] == pytest.approx(start * (400 - laid.width), abs=1)


def test_no_invisible_character_turns_words_round() -> None:
    assert rows(layout((Run("abc \u202edef\u202c مر"),), 18, 500)) == ["abc def مر"]


@pytest.mark.parametrize(("ground", "ink"), [("white", (0, 0, 0)), ("black", (255, 255, 255))])
@pytest.mark.parametrize("size", [12, 18, 44])
def test_the_underline_is_clear_of_the_letters(ground: str, ink: tuple[int, int, int], size: int) -> None:
    surface = pixels(layout((Run(" nom ", underline=True),), size, 500), ground=ground, ink=ink)
    full = [
        y
        for y in range(surface.get_height())
        if sum(surface.get_at((x, y))[:3] == ink for x in range(surface.get_width())) > natural_width("nom", size) - 2
    ]
    assert len(full) >= 2
    assert full == list(range(full[0], full[-1] + 1))
    above = {tuple(surface.get_at((x, full[0] - 1))) for x in range(surface.get_width())}
    assert above == {tuple(pygame.Color(ground))}
    line = [x for x in range(surface.get_width()) if surface.get_at((x, full[0]))[:3] == ink]
    assert len(line) == natural_width("nom", size)  # not under the spaces around


def test_a_run_may_have_its_own_colour() -> None:
    surface = pixels(layout((Run("l"), Run("l", colour=(255, 0, 0))), 60, 500))
    found = {tuple(surface.get_at((x, 40))[:3]) for x in range(surface.get_width())}
    assert {(0, 0, 0), (255, 0, 0)} <= found


def test_chips_are_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_chips, "KEPT_BYTES", 50_000)
    for number in range(200):
        pixels(layout((Run(f"mot{number}"),), 20, 500))
        assert text_chips._kept_bytes <= 50_000
    assert text_chips._kept_bytes == sum(map(text_chips._weight, text_chips._kept.values()))
    first = text_chips.chip(("latin", "mot199"), False, 20, False, (0, 0, 0))
    assert text_chips.chip(("latin", "mot199"), False, 20, False, (0, 0, 0)) is first


def test_text_can_be_drawn_again_after_pygame_has_quit() -> None:
    natural_width("avant", 23)
    pygame.quit()
    pixels(layout((Run("après 😀"),), 23, 500))


def test_french_needs_one_font_file_and_no_bidi() -> None:
    code = (
        "import sys, pygame; from game.desktop import fonts; from game.desktop.text import *\n"
        "assert 'game.desktop.text_coverage' not in sys.modules and not pygame.font.get_init()\n"
        "draw(pygame.Surface((9, 9)), layout((Run('Où\\u202f? «\\u00a0Là\\u00a0»… l’œil'),), 18, 90), 0, 0, (0,) * 3)\n"
        "assert fonts._open.cache_info().currsize == 1\n"
        "assert not {'bidi', 'fontTools'} & set(sys.modules)\n"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root, capture_output=True)


def test_all_our_texts_can_be_drawn() -> None:
    texts = [*folder("scenarios").rglob("*.yaml"), *folder("locales").rglob("*.po")]
    boxes = {
        (path.name, cluster)
        for path in texts
        for cluster in set(clusters(path.read_text(encoding="utf-8")))
        if drawn(cluster) == (("latin", "\ufffd"),)
    }
    assert not boxes, "add these emoji to tools/fonts.py, or write something else"
