"""Cast and advice: who stands by, what the teacher finds, and advice that fits another story than this one.

Each is told once. Whether somebody can be reached on every path is left to the proof.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from game.engine.lints.sheets import Sheets
from game.engine.lints.speech import matches
from game.engine.lints.texts import TO_PLAYER, Part
from game.engine.model import Message, Scenario
from game.engine.problems import Problem, problem
from game.engine.reference import Reference

_ALLIES = ("friend", "family", "adult", "helper")
_KNOWN = ("known", "partner", "peer")
_FEWEST_MESSAGES = 5
"""Of a contact, before it is odd that each of them shows a sign."""

_ADVICE: tuple[Part, ...] = ("ally", "notice", "choice", "because", "skip", "debrief")
_THESEE = re.compile(
    r"\b(?:site|plate-?forme|portail|platform|portal|signal\w*|plainte|report|complaint|ministere)\b[^.!?\n]{0,40}\bthesee\b"
    r"|\bthesee\b[^.!?\n]{0,40}\b(?:site|plate-?forme|portail|platform|portal|signalement)\b"
    r"|\b(?:va|aller|via|through) (?:sur )?thesee\b"
)
_STEP_1 = "do-not-give-in"


def cast(scenario: Scenario, reference: Reference, sheets: Sheets) -> Iterator[Problem]:
    """The problems of who and what stands by."""
    if scenario.trap and scenario.cast and not any(person.role in _ALLIES for person in scenario.cast):
        yield problem("nobody-to-turn-to", scenario.cast[0].place)
    if scenario.trap is not None:
        yield from _notes(scenario)
    if scenario.trap is not False:
        yield from _signs_everywhere(scenario)
    if "thesee" in reference.helpline and (scenario.relation, scenario.demand) != ("stranger", "money"):
        yield from _thesee(sheets)
    if scenario.relation in _KNOWN:
        yield from _step_1(scenario, sheets, scenario.relation)


def _notes(scenario: Scenario) -> Iterator[Problem]:
    teacher = scenario.teacher
    notes = (("goal", teacher.goal), ("before", teacher.before), ("ask", any(teacher.ask)))
    missing = [name for name, there in notes if not there]
    if missing:
        place = scenario.places.get("teacher", scenario.places.get("title", scenario.locale_place))
        yield problem("missing-notes", place, missing=", ".join(missing))


def _signs_everywhere(scenario: Scenario) -> Iterator[Problem]:
    said: dict[str, list[Message]] = defaultdict(list)
    for scene in scenario.scenes:
        for message in scene.messages:
            if message.speaker is not None:
                said[message.speaker].append(message)
    for person in scenario.cast:
        theirs = said[person.id]
        if person.role == "contact" and len(theirs) >= _FEWEST_MESSAGES and all(one.shown for one in theirs):
            yield problem("signs-everywhere", theirs[0].place, number=str(len(theirs)), name=person.name)


def _thesee(sheets: Sheets) -> Iterator[Problem]:
    for one in sheets.of(TO_PLAYER):
        if "thesee" not in one.folded:
            continue
        loud = {text for text in one.texts if re.search("THES[EÉ]E|THÉS[EÉ]E", text.text)}
        quiet = {text for text, _said in matches(_THESEE, one)}
        for text in one.texts:
            if text in loud or text in quiet:
                yield problem("thesee-not-for-this", text.place)


def _step_1(scenario: Scenario, sheets: Sheets, relation: str) -> Iterator[Problem]:
    for scene in scenario.scenes:
        for choice in scene.choices:
            if _STEP_1 in choice.steps:
                place = choice.places.get(f"steps/{choice.steps.index(_STEP_1)}", choice.place)
                yield problem("step-1-known-author", place, relation=relation)
    if sheets.vocabulary is not None:
        for text, _said in sheets.hits(sheets.vocabulary.REASSURANCE, _ADVICE):
            yield problem("step-1-known-author", text.place, relation=relation)
