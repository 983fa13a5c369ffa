"""Problems in words: the sentence, the hint, and the line that a compiler would print.

What is wrong is found by the engine, whose sentences stand in English beside their names; here they are translated and
filled in. Where they are shown is left to the faces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.engine.problems import Problem
from game.telling.language import _

# A hint may show a line of YAML such as “- {to: …}”, and a value may be any text: `str.format` would stumble on both.
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

# YAML's escapes can put these into a value: they would break the one line, or colour the terminal.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")

Json = dict[str, str | int]


def sentence(problem: Problem) -> str:
    """What is wrong, in the language spoken now."""
    return _filled(_(problem.says), dict(problem.values))


def hint(problem: Problem) -> str:
    """What to do about it, in the language spoken now; "" where the problem lacks what its hint would name."""
    values = dict(problem.values)
    untranslated = problem.hint
    if not values.keys() >= set(_PLACEHOLDER.findall(untranslated)):
        return ""
    return _filled(_(untranslated), values)


def has_place(problem: Problem) -> bool:
    """Whether it stands somewhere in the file; else it is of the file as a whole, or there is no file."""
    return not problem.name.startswith("file-")


def line(path: str, problem: Problem) -> str:
    """“file:line:column: name: text”, or “file: name: text” for a problem without a place; then the hint, if any, on a
    line of its own."""
    place = f":{problem.place.line}:{problem.place.column}" if has_place(problem) else ""
    told = f"{path}{place}: {problem.name}: {sentence(problem)}"
    advice = hint(problem)
    return f"{told}\n    {advice}" if advice else told


def as_json(path: str, problem: Problem) -> Json:
    """The same as a flat object for other programs; `severity` is “error” or “warning”, places count from 1."""
    return {
        "file": path,
        "line": problem.place.line,
        "column": problem.place.column,
        "name": problem.name,
        "severity": problem.severity.value,
        "text": sentence(problem),
        "hint": hint(problem),
    }


def _filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with its placeholders replaced in one pass, so that braces in a value stay; a value left out is empty."""
    return _PLACEHOLDER.sub(lambda found: _CONTROLS.sub("\ufffd", values.get(found[1], "")), text)
