"""The player's modules as one script: no module has to be fetched, and none is carried twice.

There is no build step: modules are joined in the order in which they need one another, and what only people and type
checkers read is left out. Modules are written so that this can be done without understanding them: imports of names,
as they are, from "./module.js" at a line's start; `export` before a declaration; no name twice at the top of any two.
What is in quotes, and what is between the slashes of a regular expression, stays as it is.
"""

from __future__ import annotations

import re
from pathlib import Path

PLAYER = Path(__file__).with_name("player")
"""Where the modules are."""

_OPENS = r"[(,=:\[!&|?{};>]"  # after one of these, a slash begins a regular expression; anywhere else, it divides
LITERAL = (
    r'"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|`(?:[^`\\]|\\.)*`"
    rf"|(?:(?<={_OPENS})|(?<={_OPENS} )|(?<=return ))/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*"
)
"""What a text, a template or a regular expression of JavaScript looks like, as a pattern that is read with DOTALL."""

_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"\./(?P<module>[\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:\{\};\n)?", re.MULTILINE)
_COMMENT = re.compile(rf"(?P<kept>{LITERAL})|/\*.*?\*/ ?|//[^\n]*", re.DOTALL)
_SPACE = re.compile(rf"(?P<kept>{LITERAL})|\s*\n\s*| ?(?P<mark>[=(){{}}\[\],;:?<>&|!*%]) ?", re.DOTALL)


def joined(entry: str = "main.js", folder: Path = PLAYER) -> str:
    """The module `entry` of `folder`, after all those that it needs, as one script that hides its names.

    Raises OSError where a module is missing.
    """
    parts = [_bare(text) for text in needed(entry, folder).values()]
    return "\n".join(['"use strict";{', *filter(None, parts), "}\n"])


def needed(entry: str = "main.js", folder: Path = PLAYER) -> dict[str, str]:
    """The modules that `entry` of `folder` needs, by name and each after those that it needs itself; without comments.

    Raises OSError where one is missing.
    """
    found: dict[str, str] = {}

    def add(name: str) -> None:
        if name in found:
            return
        found[name] = ""  # a module that is needed in a circle comes once, where it was met first
        text = uncommented((folder / name).read_text(encoding="utf-8"))
        for one in _IMPORT.finditer(text):
            add(one["module"])
        del found[name]  # so that it comes after those that it needs
        found[name] = text

    add(entry)
    return found


def uncommented(text: str) -> str:
    """JavaScript without its comments."""
    return _COMMENT.sub(lambda found: found["kept"] or "", text)


def _bare(text: str) -> str:
    text = _EXPORT.sub("", _IMPORT.sub("", text))
    return _SPACE.sub(lambda found: found["kept"] or found["mark"] or "\n", text).strip("\n")
