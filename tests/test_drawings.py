"""The drawings: every avatar, icon and the mascot loads, shows, is small, and keeps to what both faces can draw.

What the window does with them (tints, sizes, mirrored arrows) is tested with the window.
"""

from __future__ import annotations

import os
import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

# The dummy drivers have to be chosen before pygame is imported.
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.storage import folder

ASSETS = folder("assets")
AVATARS = [
    "bass",
    "boat",
    "cat",
    "cloud",
    "cup",
    "drum",
    "guitar",
    "headset",
    "heron",
    "kite",
    "lamp",
    "leaf",
    "moon",
    "mountain",
    "shell",
    "shield",
    "star",
    "sun",
    "tent",
    "wave",
]
ICONS = [
    "action",
    "back",
    "book",
    "bookmark",
    "chat",
    "check",
    "class",
    "contrast",
    "exit",
    "eye",
    "flag",
    "flag-filled",
    "help",
    "info",
    "language",
    "law",
    "moon",
    "next",
    "pause",
    "pencil",
    "people",
    "phone",
    "play",
    "progress",
    "quote",
    "reload",
    "reply",
    "settings",
    "spark",
    "sun",
    "text-size",
    "undo",
    "web",
]
FILES = (
    *(ASSETS / "avatars" / f"{name}.svg" for name in AVATARS),
    *(ASSETS / "icons" / f"{name}.svg" for name in ICONS),
    ASSETS / "mascot.svg",
)
# The whole vocabulary: SDL_image's reader draws these and silently drops text, masks, filters and style sheets.
ELEMENTS = {"svg", "g", "path", "circle", "ellipse", "rect", "linearGradient", "radialGradient", "stop"}
FORBIDDEN_ATTRIBUTES = {"class", "style", "href", "filter", "mask", "clip-path"}
LARGEST = 6000  # bytes
# Mean difference of a colour channel (0 to 255) at 36 px over a light ground; the closest pair stands near 29.
DIFFERENT = 20.0
LIGHT = (0xF6, 0xF4, 0xEE)
DARK = (0x12, 0x20, 0x2B)


def named(path: Path) -> str:
    """The folder and name of a drawing, as a test id."""
    return f"{path.parent.name}/{path.stem}"


def elements(path: Path) -> list[tuple[str, dict[str, str]]]:
    """Every element of a drawing, as (name without its namespace, attributes)."""
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    return [(item.tag.rpartition("}")[2], dict(item.attrib)) for item in root.iter()]


def over(path: Path, size: int, ground: tuple[int, int, int]) -> bytes:
    """The drawing at `size` px on a plain ground, as RGB bytes."""
    picture = pygame.Surface((size, size))
    picture.fill(ground)
    picture.blit(pygame.image.load_sized_svg(str(path), (size, size)), (0, 0))
    return pygame.image.tobytes(picture, "RGB")


def difference(one: bytes, other: bytes) -> float:
    """The mean difference of two pictures of one size, 0 (equal) to 255."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def test_the_folders_hold_these_drawings_and_no_other() -> None:
    assert sorted(path.stem for path in (ASSETS / "avatars").glob("*")) == AVATARS
    assert sorted(path.stem for path in (ASSETS / "icons").glob("*")) == ICONS


@pytest.mark.parametrize("path", FILES, ids=named)
@pytest.mark.parametrize("size", [24, 36, 48, 96, 192])
def test_loads_at_every_size_and_shows(path: Path, size: int) -> None:
    picture = pygame.image.load_sized_svg(str(path), (size, size))
    assert picture.get_size() == (size, size)
    alpha = pygame.image.tobytes(picture, "RGBA")[3::4]
    assert sum(value > 128 for value in alpha) > 0.06 * size * size


@pytest.mark.parametrize("path", FILES, ids=named)
def test_is_small_and_uses_only_what_both_faces_draw(path: Path) -> None:
    assert path.stat().st_size <= LARGEST
    source = path.read_text(encoding="utf-8")
    assert "<!DOCTYPE" not in source
    assert "<!ENTITY" not in source
    for name, attributes in elements(path):
        assert name in ELEMENTS
        assert not {key.rpartition("}")[2] for key in attributes} & FORBIDDEN_ATTRIBUTES


@pytest.mark.parametrize("path", FILES, ids=named)
def test_says_what_it_shows(path: Path) -> None:
    assert re.search(r"<!-- [A-Z].+ -->", path.read_text(encoding="utf-8"))


def test_gradients_are_measured_in_drawing_units_and_named_once() -> None:
    # nanosvg reads "0.5" of a bounding box as half a pixel; and an id met twice in one HTML page paints the wrong one.
    seen: list[str] = []
    for path in FILES:
        for name, attributes in elements(path):
            if name.endswith("Gradient"):
                assert attributes["gradientUnits"] == "userSpaceOnUse"
                assert attributes["id"].startswith(f"{path.stem}-")
            seen += [attributes["id"]] if "id" in attributes else []
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_black_alone(name: str) -> None:
    path = ASSETS / "icons" / f"{name}.svg"
    for _, attributes in elements(path):
        for key in ("fill", "stroke"):
            assert attributes.get(key, "none") in {"none", "#000000"}
    raw = pygame.image.tobytes(pygame.image.load_sized_svg(str(path), (48, 48)), "RGBA")
    assert all(raw[at : at + 3] == b"\0\0\0" for at in range(0, len(raw), 4) if raw[at + 3])


@pytest.mark.parametrize("name", AVATARS)
def test_an_avatar_is_a_full_disc(name: str) -> None:
    picture = pygame.image.load_sized_svg(str(ASSETS / "avatars" / f"{name}.svg"), (64, 64))
    for x in range(64):
        for y in range(64):
            reach = ((x - 31.5) ** 2 + (y - 31.5) ** 2) ** 0.5
            if reach < 31:
                assert picture.get_at((x, y)).a == 255
            elif reach > 33:
                assert picture.get_at((x, y)).a == 0


def test_avatars_are_told_apart_at_36_px() -> None:
    pictures = {name: over(ASSETS / "avatars" / f"{name}.svg", 36, LIGHT) for name in AVATARS}
    for one, other in combinations(AVATARS, 2):
        assert difference(pictures[one], pictures[other]) > DIFFERENT, (one, other)


@pytest.mark.parametrize("ground", [LIGHT, DARK], ids=["light", "dark"])
def test_the_mascot_shows_on_light_and_dark(ground: tuple[int, int, int]) -> None:
    bare = bytes(ground) * (96 * 96)
    assert difference(over(ASSETS / "mascot.svg", 96, ground), bare) > 40
