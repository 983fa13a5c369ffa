"""The player's modules as one script: no module has to be fetched, and none is carried twice.

There is no build step: modules are joined in the order in which they need one another, and what only people and type
checkers read is left out. Modules are written so that this can be done line by line: an import on one line or several
from its line's start, `export` before a declaration, comments on lines of their own or as types of an expression.
"""

from __future__ import annotations

import re
from pathlib import Path

PLAYER = Path(__file__).with_name("player")
"""Where the modules are."""

_IMPORT = re.compile(r'^import (?:[^;"]*? from )?"\./(?P<module>[\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)
_NOTHING = re.compile(r"^export \{\};\n", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/[ \t]*|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_TYPE = re.compile(r"/\*\* @type [^\n]*?\*/ ?")
_INDENT = re.compile(r"^[ \t]+|[ \t]+$|\n(?=\s*\n)", re.MULTILINE)


def joined(entry: str = "main.js", folder: Path = PLAYER) -> str:
    """The module `entry` of `folder`, after all those that it needs, as one script that hides its names.

    Raises OSError where a module is missing.
    """
    parts: dict[str, str] = {}

    def add(name: str) -> None:
        if name in parts:
            return
        parts[name] = ""  # a module that is needed in a circle is written once, where it was met first
        text = (folder / name).read_text(encoding="utf-8")
        for found in _IMPORT.finditer(text):
            add(found["module"])
        del parts[name]  # so that it comes after those that it needs
        parts[name] = _bare(text)

    add(entry)
    return '"use strict";{\n' + "".join(parts.values()) + "}\n"


def _bare(text: str) -> str:
    for pattern in (_COMMENT, _IMPORT, _NOTHING, _EXPORT, _TYPE, _INDENT):
        text = pattern.sub("", text)
    return text.strip("\n") + "\n"
