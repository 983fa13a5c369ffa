"""The faces and the spacing that a person chooses: all letters in them, nothing cut, and nothing left of another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pygame
import pytest

from game.desktop import text
from game.desktop.gallery import SCREENS
from game.desktop.text import Run, draw, layout
from game.desktop.text_clusters import clusters
from game.desktop.text_faces import leading
from game.desktop.text_fallback import drawn
from game.desktop.tokens import metrics, tokens
from game.desktop.visitor import Visitor
from game.desktop.widget_button import Button
from game.desktop.widget_panel import Bubble
from game.desktop.widget_text import Heading, TextBlock
from game.desktop.widgets import walk
from game.keeping.settings import Face, Settings, Spacing
from game.pseudo import ARABIC_LIKE, LONG
from game.storage import folder
from tests.desktop.class_hour import PLACES
from tests.desktop.layout_faults import faults
from tests.desktop.playing import STORY, Player, at_first_question, window

FACES: tuple[Face, ...] = get_args(Face)
SPACINGS: tuple[Spacing, ...] = get_args(Spacing)
OWN = {"atkinson": {"latin", "latin-ext"}, "noto": {"wide"}, "dyslexic": {"dyslexic"}}
"""The fonts that each face is made of."""

SEQUENCES = {
    "a family": "👨\u200d👩\u200d👧\u200d👦",
    "a flag": "🇫🇷",
    "a keycap": "3\ufe0f\u20e3",
    "a hand in a skin tone": "👍🏽",
    "a heart on fire": "❤\ufe0f\u200d🔥",
    "a heart that could be a letter": "♥\ufe0f",
}


@pytest.fixture(autouse=True)
def _window() -> Iterator[None]:
    yield from window("fr")


def inked(words: str, size: int, spacing: float, bold: bool) -> tuple[pygame.Rect, text.Laid]:
    """Where there is ink, beside the top left corner of the text; and the text."""
    laid = layout((Run(words, bold),), size, 4000, spacing)
    surface = pygame.Surface((laid.width + 2 * size, laid.height + 2 * size))
    surface.set_colorkey((0, 0, 0))
    draw(surface, laid, size, size, (255, 255, 255))
    return surface.get_bounding_rect().move(-size, -size), laid


def test_every_letter_and_sign_of_our_texts_is_in_every_face_itself() -> None:
    texts = [*folder("scenarios").rglob("*.yaml"), *folder("locales").rglob("*.po")]
    texts += Path("game/reference").rglob("*.yaml")
    found = {cluster for path in texts for cluster in clusters(path.read_text(encoding="utf-8"))}
    assert {"é", "œ", "É", "’", "«", "…", "A", "?"} <= found
    for face in FACES:
        text.use_face(face)
        elsewhere = {
            (family, cluster)
            for cluster in found
            for family, _ in drawn(cluster)
            if family not in (*OWN[face], "gap", "emoji", "symbols")
        }
        assert not elsewhere, face


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("bold", [False, True])
def test_accents_and_tails_stay_inside_the_tightest_line(face: Face, bold: bool) -> None:
    text.use_face(face)
    for size in (15, 23, 60, 120):
        ink, laid = inked("ÉÊÀÎÇ gjpqyç", size, 1.2 * leading(face), bold)
        assert ink.top >= -1 - size // 100
        assert ink.bottom <= laid.height + 1


@pytest.mark.parametrize("face", FACES)
def test_small_letters_are_as_high_in_one_face_as_in_another(face: Face) -> None:
    text.use_face(face)
    ink, _ = inked("x", 200, 1.35, False)
    assert ink.h == pytest.approx(100, abs=9)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("size", [18, 54, 126])
@pytest.mark.parametrize("name", SEQUENCES)
def test_an_emoji_of_several_characters_is_one_picture_in_every_face(face: Face, size: int, name: str) -> None:
    text.use_face(face)
    laid = layout((Run(f"a{SEQUENCES[name]}b"),), size, 4000, 1.35 * leading(face))
    pictures = [piece for piece in laid.lines[0].pieces if piece.what[0] == "emoji"]
    assert len(pictures) == 1
    surface = pygame.Surface((laid.width, laid.height))
    surface.fill("white")
    draw(surface, laid, 0, 0, (0, 0, 0))
    at = pictures[0]
    seen = surface.subsurface((at.x, 0, at.width, laid.height))
    colours = [seen.get_at((x, y))[:3] for x in range(at.width) for y in range(laid.height)]
    # Families are drawn as figures on grey, so that they stand for any.
    painted = [colour for colour in colours if 40 < sum(colour) / 3 < 225 or max(colour) - min(colour) > 60]
    assert len(painted) > 0.2 * len(colours)
    assert at.width <= 1.5 * size


def test_the_files_that_keep_their_name_are_as_published() -> None:
    """OpenDyslexic reserves its name: a changed file would have to be called something else."""
    published = {
        "opendyslexic-latin-400-normal.woff2": "f007004af3cda5d8076e57c943f8cc8d00a0da25988b1ae1048683d60e7cac1a",
        "opendyslexic-latin-700-normal.woff2": "dd9fa9c7991113b0dddefe9506a30ad26b48e302b7a8fb91719a4726e8fde85b",
    }
    for name, digest in published.items():
        assert hashlib.sha256((folder("assets") / "fonts" / name).read_bytes()).hexdigest() == digest


def test_a_text_that_was_kept_is_set_anew_in_another_face() -> None:
    block, look = TextBlock("Tu viens répéter demain ?"), Player().app.look
    widths = []
    for face in FACES:
        text.use_face(face)
        widths.append(block.natural(look, 4000))
        assert widths[-1] == layout((Run("Tu viens répéter demain ?"),), look.metrics.body, 4000).width
    assert len(set(widths)) == 3


def test_a_change_of_face_reaches_every_text_of_a_conversation_under_way() -> None:
    """What the screen keeps of the conversation must look as if it had been met in the new face."""
    player = at_first_question()
    for face in ("dyslexic", "noto", "atkinson"):
        player.app.change(replace(player.app.settings, face=face))
        player.wait()
        anew = at_first_question(settings=Settings(face=face))  # type: ignore[arg-type]
        anew.wait()
        bubbles = [[one.panel.rect for one in walk(of.app.tree) if isinstance(one, Bubble)] for of in (player, anew)]
        assert bubbles[0] == bubbles[1]
        player.app.draw(player.surface)
        anew.app.draw(anew.surface)
        assert player.surface.get_buffer().raw == anew.surface.get_buffer().raw


def test_lines_stand_farther_apart_with_every_step_of_spacing() -> None:
    heights = {}
    for spacing in SPACINGS:
        player = Player(settings=Settings(spacing=spacing))
        look = player.app.look
        for words in (
            TextBlock("Un texte\nde deux lignes"),
            Heading("Un titre\nde deux lignes"),
            Button("Un bouton dont les mots en prennent deux", None),
        ):
            heights.setdefault(type(words).__name__, []).append(words.measure(look, 12 * look.metrics.body))
    for name, found in heights.items():
        assert found == sorted(set(found)), name


def test_spacing_never_goes_under_what_reads_well() -> None:
    assert [metrics(1280, 720, 100, tokens().spread[one]).line for one in SPACINGS] == pytest.approx([1.35, 1.62, 1.89])
    # WCAG 2.2, 1.4.12: nothing may be lost with lines 1.5 times the size of the letters apart.
    assert metrics(1280, 720, 100, tokens().spread["wide"]).line >= 1.5


LOOKS: tuple[tuple[str, Face, Spacing, tuple[int, int], int], ...] = (
    ("fr", "noto", "normal", (1280, 720), 200),
    ("fr", "noto", "wider", (640, 360), 300),
    ("fr", "dyslexic", "normal", (1280, 720), 100),
    ("fr", "dyslexic", "wider", (640, 360), 300),
    ("fr", "atkinson", "wider", (3840, 2160), 100),
    (LONG, "dyslexic", "wide", (640, 480), 150),
    (LONG, "dyslexic", "normal", (3840, 2160), 300),
    (LONG, "atkinson", "normal", (480, 360), 300),
    (ARABIC_LIKE, "atkinson", "wide", (640, 360), 200),
    (ARABIC_LIKE, "dyslexic", "wide", (1920, 1080), 250),
    (ARABIC_LIKE, "noto", "wide", (3840, 2160), 200),
)
"""Every face with every spacing, every size of window and every direction at least once, the worst ones together."""


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_cut_whatever_the_face_the_spacing_and_the_direction(name: str) -> None:
    visitor = Visitor(STORY, (1280, 720), Settings(language="fr"))
    SCREENS[name](visitor)
    for look in LOOKS:
        code, face, spacing, size, percent = look
        visitor.app.change(Settings(language=code, face=face, spacing=spacing, text_percent=percent))
        visitor.app.resize(*size)
        assert faults(visitor.app, size) == [], look


@pytest.mark.parametrize("name", PLACES)
def test_nothing_of_a_class_hour_is_cut_either(name: str) -> None:
    teacher = PLACES[name]()
    for look in LOOKS:
        code, face, spacing, size, percent = look
        teacher.app.change(Settings(language=code, face=face, spacing=spacing, text_percent=percent))
        teacher.app.resize(*size)
        assert faults(teacher.app, size) == [], look
