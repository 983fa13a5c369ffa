"""One story for two programs: as a scenario of ours, and as ink. The same bytes for the same number, on every machine.

Each scene has three messages and three choices. One choice makes a fact true, and one can only be taken where the fact
of a scene before it is, at most five scenes back. The last way of a scene may jump far ahead, so that a walk by chance
takes about as many choices in a story of 1,000 scenes as in those that the recorded figures were taken with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from story import MESSAGES, REASONS, REPLIES

from game.engine.order import fnv1a

_BACK = (1, 4, 2, 5, 3)
"""How many scenes back the fact is made that a scene reads. Every fact is read once, since these differ by place."""

_FARTHEST = 160

_SAID = [words for words in MESSAGES if "#" not in words]
"""Without the one in which ink would see a tag."""

_HEAD = """\
format: 1
title: "Une longue histoire"
summary: "Beaucoup de scènes, pour mesurer le temps qu’il faut pour les lire."
locale: fr-FR
trap: false
cast:
  me: {name: "Sacha"}
  alex: {name: "Alex", role: contact}
  ines: {name: "Inès", role: friend}
"""

_TAIL = """\
endings:
  calm:
    title: "La fin"
    debrief: "On peut en parler, à tout moment, au {helpline}."
"""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its id, its words, where it leads, and the fact that it makes or needs ("" for none)."""

    name: str
    words: str
    to: str
    makes: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A scene: who says what, then what can be answered."""

    name: str
    said: tuple[tuple[str, str], ...]
    options: tuple[Option, ...]


def pages(scenes: int) -> Iterator[Page]:
    """The scenes of a story of so many (10 or more)."""
    chance = Random(7)
    read = {number - _BACK[number % 5]: number for number in range(scenes)}
    needed = {number: made for made, number in read.items() if made >= 0}
    for number in range(scenes):

        def ahead(most: int, number: int = number) -> str:
            target = number + chance.randint(1, most)
            return f"s{target}" if target < scenes else "calm"

        words = chance.sample(_SAID, 3)
        first, second, third = chance.sample(REPLIES, 3)
        yield Page(
            f"s{number}",
            tuple(zip(("alex", "ines", "alex"), words, strict=True)),
            (
                Option("stay", first, ahead(1)),
                Option("ask", second, ahead(1), makes=f"f{number}" if number in read else ""),
                Option("leave", third, ahead(_FARTHEST), needs=f"f{needed[number]}" if number in needed else ""),
            ),
        )


def as_scenario(scenes: int) -> str:
    """The story as a scenario file."""
    facts = [f'  {one.makes}: "a demandé"\n' for page in pages(scenes) for one in page.options if one.makes]
    return _HEAD + "facts:\n" + "".join(facts) + "scenes:\n" + "".join(map(_scene, pages(scenes))) + _TAIL


def _scene(page: Page) -> str:
    lines = [f"  {page.name}:\n    chat: |\n"]
    lines += [f"      {speaker}: {words}\n" for speaker, words in page.said]
    lines.append("    choices:\n")
    for number, one in enumerate(page.options):
        lines.append(f'      - id: {one.name}\n        reply: "{one.words}"\n        because: "{REASONS[number]}"\n')
        if one.makes:
            lines.append(f"        sets: {one.makes}\n")
        if one.needs:
            lines.append(f"        if: {one.needs}\n")
        lines.append(f"        go_to: {one.to}\n")
    return "".join(lines)


def as_ink(scenes: int) -> str:
    """The same story in ink, its choices in the order in which the scenario shows them for the seed 0."""
    facts = [f"VAR {one.makes} = false\n" for page in pages(scenes) for one in page.options if one.makes]
    return "".join(facts) + "-> s0\n" + "".join(map(_knot, pages(scenes))) + "=== calm ===\nLa fin.\n-> END\n"


def files(folder: Path, scenes: int) -> tuple[Path, Path]:
    """The story in two files of `folder`: as a scenario, and as ink."""
    ours, theirs = folder / f"{scenes}.yaml", folder / f"{scenes}.ink"
    ours.write_text(as_scenario(scenes), encoding="utf-8")
    theirs.write_text(as_ink(scenes), encoding="utf-8")
    return ours, theirs


def _knot(page: Page) -> str:
    lines = [f"=== {page.name} ===\n"]
    lines += [f"{words}\n" for _, words in page.said]
    for one in sorted(page.options, key=lambda one: fnv1a(f"0/{page.name}/{one.name}/")):
        needs = f"{{{one.needs}}} " if one.needs else ""
        lines.append(f"+ {needs}[{one.words}]\n")
        if one.makes:
            lines.append(f"  ~ {one.makes} = true\n")
        lines.append(f"  -> {one.to}\n")
    return "".join(lines)
