"""What a module of the player may not hold: what `game.web.joined` does not understand, and what the file's own
Content-Security-Policy or the charter forbid.

Types are TypeScript's to check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.web.joined import LITERAL, uncommented

ALLOWED: dict[str, frozenset[str]] = {
    "localStorage": frozenset({"settings.js"}),
    "history.replaceState": frozenset({"way_out.js"}),
}
"""What only some modules may name, and which: `"localStorage": frozenset({"kept.js"})`."""

_RULES = {
    # What joining does not understand.
    r"^import\b(?! (?:\{[^}]*\} from )?\"\./[\w.]+\";\n)": 'an import is `import { a, b } from "./module.js";`',
    r"^import \{[^}]*\bas\b": "an import keeps the name of what it imports",
    r"^[ \t]+(?:import|export)\b(?=[ {*])": "an import and an export begin their line",
    r"^export (?!\{\};\n)(?!(?:async )?(?:function|const|let|class)\b)": "`export` stands before a declaration",
    r"\bimport(?:\(|\.)": "nothing is imported while the script runs",
    r"^[ \t]*/(?![/*])": "a regular expression does not begin a line",
    r"^(?:const|let|var) [\[{]": "a name at the top of a module has a declaration of its own",
    r"\bvar\b(?= )": "a variable is `const` or `let`",
    # What would end the script's element, or make the parser wait for its end.
    r"</?script|<!--|\]\]>": "this would end the script in the middle of a page",
    # What the file may not do.
    r"\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write": "markup is made of elements, never of text",
    r"\beval\(|\bnew Function\b|\bset(?:Timeout|Interval)\(\s*[\"'`]": "no text becomes a program",
    r"\b(?:local|session)Storage\b|\bindexedDB\b|\bdocument\.cookie\b": "nothing is stored unless it was asked for",
    r"\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b": "the file makes no request",
    r"\bhistory\.(?:push|replace)State\b|\blocation\.(?:hash|href) *=(?!=)": "the browser's history keeps no screen",
    r"https?://(?!www\.w3\.org/(?:2000/svg|1999/xlink)\b)": "no address stands in a module",
    r"\bstyle[\"'`]?:(?! \"percent\")|\bsetAttribute\([\"'`]style\b": "a style is a class: no attribute",
}

_LITERAL = re.compile(LITERAL, re.DOTALL)


def breaches(name: str, text: str) -> Iterator[str]:
    """Each place where the module `name`, whose text is `text`, breaks a convention, as `name:line: what is so`."""
    bare = _without_comments(text)

    def at(offset: int, what: str) -> str:
        return f"{name}:{bare.count(chr(10), 0, offset) + 1}: {what}"

    for rule, what in _RULES.items():
        for found in re.finditer(rule, bare, re.MULTILINE):
            if name not in ALLOWED.get(found[0], frozenset()):
                yield at(found.start(), what)
    for found in _LITERAL.finditer(bare):
        if found[0].startswith("`"):
            if "\n" in found[0]:
                yield at(found.start(), "a template is on one line")
            if re.search(r"\$\{[^}]*$", found[0]):
                yield at(found.start(), "no template stands in a template")


def declared(text: str) -> list[str]:
    """The names that a module declares at its top."""
    return re.findall(r"^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)", uncommented(text), re.MULTILINE)


def _without_comments(text: str) -> str:
    """`text` without comments, and with as many lines."""
    kept = re.compile(rf"(?P<kept>{LITERAL})|/\*.*?\*/|//[^\n]*", re.DOTALL)
    return kept.sub(lambda found: found["kept"] or "\n" * found[0].count("\n"), text)
