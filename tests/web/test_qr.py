"""The QR code of an address: dark on light in every terminal, and large on a page."""

from __future__ import annotations

import re

import segno
from playwright.sync_api import Browser

from game.telling.language import speaking
from game.web import qr
from tests.web.serving import served

ADDRESS = "http://192.168.178.123:8000/"


def test_lines_of_a_terminal_are_the_code_with_its_border_black_on_white() -> None:
    told = qr.lines(ADDRESS)
    rows: list[list[int]] = []
    for line in told:
        assert line.startswith("\x1b[0;30;107m")
        assert line.endswith("\x1b[0m")
        drawn = re.sub(r"\x1b\[[\d;]*m", "", line)
        rows.append([int(half in "▀█") for half in drawn])
        rows.append([int(half in "▄█") for half in drawn])
    code = [list(row) for row in segno.make(ADDRESS, error="m").matrix_iter(border=4)]
    assert rows[: len(code)] == code
    assert not any(any(row) for row in rows[len(code) :])
    assert len(rows[0]) <= 80


def test_the_page_shows_code_and_address_within_one_screen_and_asks_for_nothing(chromium: Browser) -> None:
    with speaking("fr"):
        page_of = qr.page(ADDRESS, "Pour jouer aussi, scannez ce code ou tapez l’adresse :")
    with served({"qr": page_of}) as server:
        for width, height in ((1280, 720), (1920, 1080), (390, 844)):
            page = chromium.new_page(viewport={"width": width, "height": height})
            page.goto(server.address + "qr")
            box = page.locator("svg").bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 0.6 * min(width, height)
            assert page.evaluate("document.documentElement.scrollHeight") <= height
            assert ADDRESS in page.inner_text("body")
            page.close()
