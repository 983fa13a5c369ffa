"""The tables of sentences beside this file, and small stories that hold one sentence each.

A table is named after its kind of problem; its first line says where in a story its sentences stand. Guilty sentences
were written before the lists of phrases, and are not taken from them.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from game.engine.lints import lint
from game.engine.problems import Problem
from game.engine.read import read
from game.engine.reference import Reference
from game.reference.library import load

HERE = Path(__file__).parent
TABLES = sorted(path.stem for path in HERE.glob("*.txt"))


class Sentence(NamedTuple):
    """One line of a table."""

    kind: str
    where: tuple[str, ...]
    language: str
    guilty: bool
    text: str


def sentences(name: str) -> list[Sentence]:
    first, *lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    where = tuple(first.removeprefix("where: ").split())
    found, language, guilty = [], "", False
    for line in lines:
        if line in ("fr guilty", "fr innocent", "en guilty", "en innocent"):
            language, guilty = line[:2], line.endswith("guilty")
        else:
            found.append(Sentence(name, where, language, guilty, line))
    return found


def story(one: Sentence) -> str:
    """A scenario that holds the sentence where its table says, and nothing else that a lint would tell."""
    text, part = one.text, one.where[0]
    other = "La suite." if one.language == "fr" else "What follows."
    said = {place: json.dumps(text if part == place else other, ensure_ascii=False) for place in PLACES}
    bubbles = [f"alex: {text if part == 'contact' else 'Salut'}", f"~ {text if part == 'notice' else '16 h 02'}"]
    about = "{relation: known, demand: images}" if "known" in one.where else "{relation: stranger, demand: money}"
    asked = "Demande intime" if one.language == "fr" else "Intimate request"
    lines = [
        "format: 1",
        'title: "Un dimanche"',
        f"summary: {said['summary']}",
        f"locale: {one.language}-FR",
        "trap: true",
        f"about: {about}",
        f"teacher: {{goal: {other}, before: {other}, ask: {other}}}",
        'cast: {me: {name: "Sacha"}, alex: {name: "Alex", role: contact}, ines: {name: "Inès", role: friend}}',
        "scenes:",
        "  one:",
        '    skip: "Alex demande."' if one.language == "fr" else '    skip: "Alex asks."',
        "    chat: |",
        *(f"      {bubble}" for bubble in bubbles),
        f"      alex (masked): {asked}",
        "        ^ intimate-request",
        "    choices:",
        f"      - {{id: a, do: {said['choice']}, because: {said['because']}}}",
        # A story that says “tu” here and there, as stories do.
        '      - {id: b, do: "X", because: "Tu y es."}',
        "    go_to: end",
        f'endings: {{end: {{title: "Fin", debrief: [{said["debrief"]}]}}}}',
    ]
    return "\n".join(lines) + "\n"


PLACES = ("summary", "choice", "because", "debrief")


@cache
def _france() -> Reference:
    return load("fr")


def lints(text: str) -> tuple[Problem, ...]:
    """What the lints say of a scenario file's text, which reads without a problem."""
    reading = read(text.encode())
    assert reading.scenario is not None, reading.problems
    assert not reading.problems, reading.problems
    return lint(reading.scenario, _france())


def names(text: str) -> list[str]:
    """The same, as names."""
    return [one.name for one in lints(text)]
