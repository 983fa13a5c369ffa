"""What an author certainly meant: a name almost spelt right, a line of signs.

Each function answers "" or None where two readings are possible. Where the faults stand and whether mending one makes
another is left to `fix`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

_SHORTEST, _LONG = 3, 8
"""Letters: a shorter name has no sure near miss; a longer one may differ in two letters."""

_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“”", "'": "'", "‘": "’"}
_NAMES = re.compile(r"[^\"“«„'‘]*")
_STOPS = ".,;:!?…\u00a0\u202f "
_TRUTH = {"yes": "true", "oui": "true", "vrai": "true", "on": "true", "no": "false", "non": "false", "faux": "false"}
_TRUTH["off"] = "false"
_SECONDS = re.compile(r"(?:after|apres|après) *:? *([0-9]{1,3}) *(?:s|sec|secs|second|seconds|seconde|secondes)?\.?")
_CONDITIONS = {"if": "if", "si": "if", "unless": "unless", "sauf": "unless"}
_ATTRIBUTE = re.compile(r"([^\W\d_]+) +(not +)?([a-z_][a-z0-9_]*)")


def folded(text: str) -> str:
    """`text` without what a hurried hand gets wrong: capitals, accents, spaces, hyphens and other signs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def meant(word: str, known: Iterable[str]) -> str:
    """The one name of `known` that `word` was to be, or "" when none is near enough or a second one is near."""
    names = tuple(dict.fromkeys(known))
    mine = folded(word)
    if word in names or not mine:
        return ""
    same = [name for name in names if folded(name) == mine]
    if same:
        return same[0] if len(same) == 1 else ""
    most = 0 if len(mine) < _SHORTEST else 1 if len(mine) < _LONG else 2
    near = [name for name in names if distance(mine, folded(name), most) <= most]
    if len(near) != 1:
        return ""
    other = folded(near[0])
    # “scene-3” is not a slip for “scene-2”, “unlocked” not one for “locked”, “lea” not one for “leo”.
    if _digits(mine) != _digits(other) or mine[0] != other[0] or abs(len(mine) - len(other)) > 1:
        return ""
    return "" if len(mine) == len(other) == _SHORTEST and sorted(mine) != sorted(other) else near[0]


def truth(word: str) -> str:
    """ "true" or "false" for a word that means it, else ""."""
    return _TRUTH.get(word.casefold(), "")


def distance(one: str, other: str, most: int) -> int:
    """How many letters were added, left out, changed or swapped with their neighbour; `most` + 1 when more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, above, row = above, row, [i]
        for j, mate in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != mate))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == mate:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def attribute(written: str) -> str:
    """The attribute of a message that `written` was to be, or ""."""
    wait = _SECONDS.fullmatch(written.casefold())
    if wait:
        return f"after {int(wait[1])} s"
    word = _ATTRIBUTE.fullmatch(written.strip())
    if word is None:
        return "masked" if folded(written) in ("masque", "masquee") else meant(written, ("masked",))
    key = _CONDITIONS.get(word[1].casefold()) or meant(word[1], ("if", "unless"))
    if word[2]:
        key = "unless" if key == "if" else ""
    return f"{key} {word[3]}" if key else ""


def signs(line: str, known: Collection[str], said: str) -> str:
    """A line “^ signs "quotation"” in the form that the chat takes, or "". `line` starts with “^ ”.

    `known` are the signs that there are, `said` is the text of the message above.
    """
    rest = line[2:].strip()
    match = _NAMES.match(rest)
    assert match is not None  # the pattern takes any start
    written, words = match[0].strip(" \t:,;."), rest[match.end() :].strip()
    names = _sign_names(written, known)
    if not names:
        return ""
    if not words:
        return f"^ {', '.join(names)}"
    closing = _QUOTES[words[0]]
    inner = words[1:].rstrip(".")
    inner = inner[:-1] if inner and inner[-1] in closing else inner
    inner = inner.strip(" \u00a0\u202f")
    if not inner or re.search(r'[“”«»„]|""', inner):
        return ""
    doubled = (quotation(inner, said) or inner).replace('"', '""')
    return f'^ {", ".join(names)} "{doubled}"'


def _sign_names(written: str, known: Collection[str]) -> list[str]:
    """The signs of `known` that `written` names, between commas or spaces; none when one of them is not sure."""

    def sure(part: str) -> str:
        return part if part in known else meant(part, known)

    parts = [part.strip() for part in re.split(r"[,;/&+]", written)]
    names = [sure(part) for part in parts]
    if not all(names):
        names = [sure(part) for part in re.split(r"[,;/&+\s]+", written)]
    return names if all(names) else []


def quotation(written: str, text: str) -> str:
    """The words of the message `text` that the quotation `written` was to be, on one line, or ""."""
    wanted = folded(written)
    words = list(re.finditer(r"\S+", text))
    count = len(written.split())
    if not wanted or not words:
        return ""
    most = min(2, len(wanted) // 12)
    best: list[tuple[int, str]] = []
    for size in {count, count - 1, count + 1} - {0}:
        for at in range(len(words) - size + 1):
            piece = text[words[at].start() : words[at + size - 1].end()]
            away = distance(wanted, folded(piece), most)
            if away <= most:
                best.append((away, piece))
    least = min((away for away, _ in best), default=0)
    # The same words with and without the signs around them count as one.
    found = [piece for away, piece in best if away == least]
    if len(found) != 1 or _digits(wanted) != _digits(folded(found[0])):
        return ""
    words_found = re.sub(r"\s*\n\s*", " ", found[0])
    return words_found if written[-1:] in _STOPS else words_found.rstrip(_STOPS)


def _digits(word: str) -> str:
    return "".join(letter for letter in word if letter.isdigit())
