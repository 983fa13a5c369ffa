"""An address as a QR code: for a terminal, and as a page for a projector.

Which address it is, and what is said beside it, is left to the faces.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import segno

from game.paper.escape import text
from game.telling.language import backwards, current
from game.web.document import TITLE

_BORDER = 4
"""Light squares around a code, as its standard asks (ISO/IEC 18004)."""

_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
_ON, _OFF = "\x1b[0;30;107m", "\x1b[0m"
"""Black on bright white (ECMA-48), whatever colours the terminal has: not every phone reads light on dark."""

_CSS = (
    "*{box-sizing:border-box}body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;"
    "justify-content:center;gap:2vmin;padding:2vmin;background:#fff;color:#060d12;text-align:center;"
    'font:4.2vmin/1.3 "Atkinson Hyperlegible",Verdana,"DejaVu Sans",sans-serif}p{margin:0;overflow-wrap:anywhere}'
    ".a{font-weight:bold;font-size:6vmin}svg{width:min(72vmin,100%);height:auto;display:block}"
)


def lines(address: str) -> list[str]:
    """The code as lines for a terminal, two rows of it in each."""
    rows = [list(row) for row in segno.make(address, error="m").matrix_iter(border=_BORDER)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))
    return [
        _ON + "".join(_HALVES[upper, lower] for upper, lower in zip(*pair, strict=True)) + _OFF
        for pair in zip(rows[::2], rows[1::2], strict=True)
    ]


def page(address: str, told: str) -> bytes:
    """The code as large as a screen, with the address in letters and the sentence `told`."""
    code = segno.make(address, error="m")
    drawn = code.svg_inline(border=_BORDER, scale=1, omitsize=True, svgclass=None, lineclass=None)
    digest = b64encode(sha256(_CSS.encode("utf-8")).digest()).decode("ascii")
    direction = "rtl" if backwards() else "ltr"
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{current()}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{TITLE}</title>\n'
        f"<style>{_CSS}</style>\n</head>\n<body>\n<p>{text(told)}</p>\n{drawn}\n"
        f'<p class="a" dir="ltr">{text(address)}</p>\n</body>\n</html>\n'
    ).encode()
