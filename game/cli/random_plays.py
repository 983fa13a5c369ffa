"""Playing a story many times by chance, and saying what was met: for a person, or for another program.

The plays are `engine.chance`'s.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict

from game.cli.asked import Form
from game.cli.tell import tell
from game.engine.chance import LONGEST, Coverage, Spread, play_by_chance
from game.engine.model import Scenario
from game.engine.staging import StoryStuck
from game.telling.figures import figure
from game.telling.language import _, ngettext

_TOLD = 20
"""Parts that were never met, told by name; the others are counted."""


def random_plays(path: str, scenario: Scenario, plays: int, seed: int, form: Form) -> int:
    """Play `scenario`, the file at `path`, by chance, and print what was met. Gives 1 where it gets stuck, else 0."""
    try:
        met = play_by_chance(scenario, plays, seed)
    except StoryStuck:
        tell(_("“{path}” cannot be played. “vigichat check {path}” says why.").format(path=path))
        return 1
    if form == "json":
        sys.stdout.write(json.dumps({"file": path, **asdict(met)}, ensure_ascii=False, indent=2) + "\n")
    else:
        for line in _lines(path, met):
            print(line)
    return 0


def _lines(path: str, met: Coverage) -> Iterator[str]:
    yield ngettext("{number} play by chance, seed {seed}.", "{number} plays by chance, seed {seed}.", met.plays).format(
        number=figure(met.plays), seed=met.seed
    )
    for parts, told in (
        (met.scenes, _("Scenes: {met} of {all}")),
        (met.messages, _("Messages: {met} of {all}")),
        (met.choices, _("Choices: {met} of {all}")),
        (met.endings, _("Endings: {met} of {all}")),
        (met.signs, _("Warning signs: {met} of {all}")),
        (met.steps, _("Steps: {met} of {all}")),
    ):
        if parts:
            yield told.format(met=sum(part.met > 0 for part in parts), all=len(parts))
    yield _("Messages in a play: {spread}").format(spread=_spread(met.messages_each))
    yield _("Choices in a play: {spread}").format(spread=_spread(met.choices_each))
    if met.left:
        yield ngettext(
            "{number} play was left after {longest} answers, without an ending.",
            "{number} plays were left after {longest} answers, without an ending.",
            met.left,
        ).format(number=figure(met.left), longest=figure(LONGEST))
    for ending in met.endings:
        yield ngettext(
            "Ending “{ending}”: reached by {number} play.", "Ending “{ending}”: reached by {number} plays.", ending.met
        ).format(ending=ending.name, number=figure(ending.met))
    yield from _never(path, met)
    yield _("Chance proves nothing: it may miss what one pupil finds. “vigichat check” looks at every path.")


def _never(path: str, met: Coverage) -> Iterator[str]:
    missed = [
        f"{path}:{part.place.line}:{part.place.column}: {told.format(name=part.name)}"
        for parts, told in (
            (met.scenes, _("scene {name}")),
            (met.messages, _("message {name}")),
            (met.choices, _("choice {name}")),
            (met.endings, _("ending {name}")),
            (met.signs, _("warning sign {name}")),
            (met.steps, _("step {name}")),
        )
        for part in parts
        if not part.met
    ]
    if not missed:
        yield _("Everything was met at least once.")
        return
    yield _("Never met:")
    yield from (f"  {line}" for line in missed[:_TOLD])
    if len(missed) > _TOLD:
        more = len(missed) - _TOLD
        yield "  " + ngettext("and {number} more", "and {number} more", more).format(number=more)


def _spread(lengths: Spread) -> str:
    return _("{middle} in the middle, from {least} to {most}").format(
        middle=lengths.middle, least=lengths.least, most=lengths.most
    )
