"""How far each translation is, and what is wrong with it: one sheet for each catalogue or set of pages, in a language.

Nothing is written here and no sentence is made: `cli.translate_files` words what is found. A guess that may not be
shown (`compiling.may_be_shown`) counts as missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from babel.messages.catalog import Catalog, Message

from game.compiling import may_be_shown, numbers, placeholders
from game.engine import chat
from game.engine.model import CAPTIONS
from game.engine.translate import context, texts
from game.translating.refreshing import refreshed
from game.translating.wanted import Wanted, shown

Kind = Literal["missing", "again", "gone", "placeholder", "number", "small-number", "quotation", "caption"]
"""`missing`: nothing to show in this language. `again`: an old translation is shown until somebody has read it again.
`gone`: the translation of a text that is there no more. `number`: one of three digits or more differs, such as a
helpline's; `small-number`: another one does, which a language may have a reason for. The others are named after what is
not as in the text."""

TOLD: tuple[Kind, ...] = ("again", "gone", "small-number")
"""What is told, and keeps nothing from being complete."""

SETTLED = "numbers:"
"""How a translator's remark begins that says why a small number is another one: it is then told no more."""

_LONG = 3
_HOUR = re.compile(r"(?<!\d)(\d{1,2})[\u00a0\u202f ]?h\b")
_OF_AGE = "18"
"""What a language may say for “mineur”, which has no number."""


class Finding(NamedTuple):
    """Something to be done about the translation of `text`: where that stands in its file (“x.yaml:12:5”, "" where no
    place is known) and on which line of the catalogue its translation is (0 where it is not in it)."""

    kind: Kind
    context: str
    text: str
    translation: str
    places: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """How far the texts called `name` (a story, or what `cli` has a word for) are in `language`.

    `translated`, `again` and `missing` are counts, which together are all texts. `path` is the catalogue or the folder,
    None where there is none yet.
    """

    name: str
    language: str
    path: Path | None
    translated: int
    again: int
    missing: int
    findings: tuple[Finding, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether something is wrong in what is translated."""
        return any(one.kind != "missing" and one.kind not in TOLD for one in self.findings)

    @property
    def whole(self) -> bool:
        """Whether nothing is missing or wrong; some may be to be read again."""
        return not self.missing and not self.faulty


def sheet(wanted: Wanted, language: str, path: Path | None, old: Catalog) -> Sheet:
    """How far the catalogue `old`, of the file `path`, is with the texts of `wanted`."""
    new = refreshed(old, wanted.texts)
    lines = {(one.context or "", str(one.id)): one.lineno or 0 for one in old if one.id}
    found: list[Finding] = []
    said: dict[tuple[str, str], str] = {}
    again = missing = 0
    for message in new:
        if not message.id:
            continue
        at, text, told = message.context or "", str(message.id), str(message.string or "")
        before = str(message.previous_id[0]) if message.previous_id else text
        line = lines.get((at, text)) or lines.get((at, before), 0)
        places = tuple(wanted.places.get((at, text), ()))
        if not told or not may_be_shown(message, wanted.domain):
            missing += 1
            found.append(Finding("missing", at, text, told, places, line))
            continue
        said[at, text] = told
        if message.fuzzy:
            again += 1
            found.append(Finding("again", at, text, told, places, line))
        settled = any(remark.startswith(SETTLED) for remark in message.user_comments)
        found += [
            Finding(kind, at, text, told, places, line)
            for kind in _differing(text, told)
            if kind != "small-number" or not settled
        ]
    found += _lost_quotations(wanted, said, lines)
    known = {(one.context or "", str(one.id)) for one in new if one.id} | {
        (one.context or "", str(one.previous_id[0])) for one in new if one.previous_id
    }
    found += [
        Finding("gone", one.context or "", str(one.id), str(one.string), (), one.lineno or 0)
        for one in old
        if one.id and one.string and (one.context or "", str(one.id)) not in known
    ]
    scenario = wanted.scenario
    if scenario and language not in CAPTIONS and any(one.masked for scene in scenario.scenes for one in scene.messages):
        found.append(Finding("caption", "", "", ""))
    return Sheet(wanted.domain, language, path, len(said) - again, again, missing, tuple(found))


def _differing(text: str, told: str) -> Iterator[Kind]:
    """What is not in the translation `told` as in `text`: placeholders, and numbers that no clock explains."""
    if placeholders(text) != placeholders(told):
        yield "placeholder"
    here, there = set(numbers(text)), set(numbers(told))
    # 18 h is 6 pm, and 0 h 30 half past 12.
    clock = {hour: str((int(hour) - 12) % 12 or 12) for hour in _HOUR.findall(text)}
    lost = {one for one in here - there if clock.get(one) not in there}
    own = there - here - set(clock.values()) - {_OF_AGE}
    differing = lost | own
    if any(len(one) >= _LONG for one in differing):
        yield "number"
    elif lost:
        # A language may write a small number of its own for a word: “deux”, 2.
        yield "small-number"


def _lost_quotations(
    wanted: Wanted, said: dict[tuple[str, str], str], lines: dict[tuple[str, str], int]
) -> Iterator[Finding]:
    """The quotations whose translation is not in that of their message, where there are both."""
    told: set[tuple[str, str, str]] = set()
    for one in texts(wanted.scenario) if wanted.scenario else ():
        at = context(wanted.domain, one)
        if one.kind != "quotation" or (at, one.text, one.message) in told:
            continue
        told.add((at, one.text, one.message))
        message = said.get((context(wanted.domain, one._replace(kind="message")), one.message))
        quotation = said.get((at, one.text))
        if message is not None and quotation is not None and chat.span(quotation, message) is None:
            place = (at, one.text)
            yield Finding("quotation", at, message, quotation, tuple(wanted.places[place]), lines.get(place, 0))


def interface_sheet(language: str, path: Path, catalogue: Catalog, written_in: str) -> Sheet:
    """How far the sentences of the interface are, from the catalogue alone: bringing that up to the code is left to a
    checkout's `tools/catalogues.py`. In `written_in`, the code's language, a catalogue says only what differs."""
    found: list[Finding] = []
    missing = again = count = 0
    for message in catalogue:
        if not message.id:
            continue
        count += 1
        forms = _forms(message.string)
        places = tuple(file for file, _line in message.locations)
        whole = bool(forms) and all(forms) and not message.fuzzy
        if not whole and language != written_in:
            missing += 1
            found.append(_of_interface("missing", message, places))
        last = _forms(message.id)[-1]
        if whole and any(placeholders(form) != placeholders(last) for form in forms):
            found.append(_of_interface("placeholder", message, places))
    return Sheet("interface", language, path, count - missing - again, again, missing, tuple(found))


def _of_interface(kind: Kind, message: Message, places: tuple[str, ...]) -> Finding:
    told = _forms(message.string)
    return Finding(
        kind, message.context or "", _forms(message.id)[0], told[0] if told else "", places, message.lineno or 0
    )


def _forms(text: object) -> tuple[str, ...]:
    if not text:
        return ()
    return (text,) if isinstance(text, str) else tuple(str(form) for form in text)  # type: ignore[attr-defined]


def pages_sheet(name: str, language: str, path: Path, pairs: tuple[tuple[Path, Path], ...]) -> Sheet:
    """How far pages are that are whole files: each of `pairs` is a page and its translation. One that has not as many
    headings and examples as its page is to be read again."""
    found: list[Finding] = []
    for page, there in pairs:
        if not there.is_file():
            found.append(Finding("missing", "", page.name, "", (shown(page),)))
        elif _shape(page) != _shape(there):
            found.append(Finding("again", "", page.name, there.name, (shown(page),)))
    missing = sum(one.kind == "missing" for one in found)
    again = len(found) - missing
    return Sheet(name, language, path, len(pairs) - len(found), again, missing, tuple(found))


def _shape(page: Path) -> tuple[int, int]:
    lines = page.read_text(encoding="utf-8").split("\n")
    return sum(line.startswith("#") for line in lines), sum(line.startswith("```") for line in lines)
