"""The picture of the exported folder once it is an app: a sheet with lines, as neutral as the window's and as its name.

It is drawn from a few rectangles, as SVG and as PNG, so that no drawing program is needed and no second picture kept.
"""

from __future__ import annotations

import struct
import zlib

GROUND, SHEET, LINE = "#dfe6e4", "#fffdf9", "#748284"
"""Colours of the ground, the sheet and its lines."""

_SIDE = 32
_RECTANGLES = (
    (GROUND, 0, 0, 32, 32),
    (SHEET, 8, 6, 16, 20),
    *((LINE, 11, y, 10, 1) for y in (10, 14, 18, 22)),
)
"""Colour, left, top, width and height on a square of 32; the sheet lies in the middle, where no mask cuts it."""


def svg() -> str:
    """The picture as a file of its own."""
    drawn = "".join(
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}"/>'
        for colour, x, y, width, height in _RECTANGLES
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}">{drawn}</svg>\n'


def png(side: int) -> bytes:
    """The picture as a PNG of `side` pixels, a multiple of 32 (PNG, third edition, with a palette)."""
    scale = side // _SIDE
    colours = (GROUND, SHEET, LINE)
    rows = [bytearray(side) for _ in range(side)]
    for colour, x, y, width, height in _RECTANGLES:
        for row in rows[y * scale : (y + height) * scale]:
            row[x * scale : (x + width) * scale] = bytes([colours.index(colour)]) * (width * scale)
    palette = b"".join(bytes.fromhex(colour[1:]) for colour in colours)
    drawn = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    header = struct.pack(">IIBBBBB", side, side, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", drawn), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
