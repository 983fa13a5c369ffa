"""The test vectors in tests/vectors: plays with what they bring about, for any implementation of the rules of play.

    python tools/vectors.py           write tests/vectors/*.json anew
    python tools/vectors.py --check   change nothing; exit 1 if a vector is not what the engine gives

What is played stands here and in tests/vectors/scenarios; events, scores and debriefs are the engine's. They say what
the engine does, not that it is right: read the difference against docs/play-rules.md before keeping it.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from game.engine.debrief import debrief
from game.engine.events import Choose, Command, Event, GiveVerdict, GoOn, Mark, ReadSummary, Rewind, Start, Unmark
from game.engine.model import Scenario
from game.engine.plain import from_plain, to_plain
from game.engine.read import read
from game.engine.reference import Family, Helpline, LawTopic, Reference, Sign, Source, Sourced, Step
from game.engine.score import score
from game.engine.session import NEW, Refused, apply, decide

VECTORS = ROOT / "tests" / "vectors"

REFERENCE: dict[str, Any] = {
    "signs": [
        {"id": "too-fast", "family": "contact", "stage": 2},
        {"id": "personal-questions", "family": "contact", "stage": 2},
        {"id": "change-app", "family": "contact", "stage": 3},
        {"id": "intimate-request", "family": "pressure", "stage": 5},
        {"id": "threat", "family": "pressure", "stage": 6},
        {"id": "payment-demand", "family": "pressure", "stage": 7},
        {"id": "second-demand", "family": "pressure", "stage": 9},
    ],
    "families": ["contact", "pressure"],
    "steps": [
        {"id": "do-not-give-in", "number": "1", "help": False, "giving_in": True},
        {"id": "report-platform", "number": "3", "help": False, "giving_in": False},
        {"id": "screenshots", "number": "6", "help": False, "giving_in": False},
        {"id": "police", "number": "7", "help": True, "giving_in": False},
        {"id": "helpline", "number": "", "help": True, "giving_in": False},
        {"id": "stop-replying", "number": "", "help": False, "giving_in": False},
        {"id": "block", "number": "", "help": False, "giving_in": False},
        {"id": "trusted-adult", "number": "", "help": True, "giving_in": False},
    ],
    "law": [
        {"id": "cyberharassment", "always": True, "closest": False},
        {"id": "extortion", "always": True, "closest": False},
        {"id": "blackmail", "always": True, "closest": True},
        {"id": "minor-author", "always": False, "closest": False},
    ],
    "helplines": [
        {"id": "first", "name": "Une ligne", "number": "1234", "for_players": True},
        {"id": "teachers", "name": "Une autre", "number": "5678", "for_players": False},
        {"id": "third", "name": "Une troisième", "number": "", "for_players": True},
    ],
}
"""The country of all vectors: what the rules need of a reference, and no more."""


@dataclass(frozen=True, slots=True)
class Play:
    """What a vector shows: a scenario's name, the commands that are accepted, and those that are refused.

    `refused` are commands to give after so many of the accepted ones: each changes nothing.
    """

    about: str
    scenario: str
    commands: tuple[Command, ...]
    refused: tuple[tuple[int, Command], ...] = ()


PLAYS = {
    "words": Play(
        "Every form of line in a chat, with the waits that follow from lengths in code points; signs and where their "
        "quotations stand; placeholders.",
        "words",
        (Start(0), Mark(11), Mark(12), Mark(12, "contact"), Choose("1")),
        ((0, Choose("1")), (1, Start(0)), (1, Mark(7)), (1, Unmark(11)), (1, GoOn())),
    ),
    "facts-told": Play(
        "Facts, conditions of messages and choices, the first way that holds, `here` with what became available.",
        "facts",
        (Start(1), Choose("tell"), Choose("ask"), Choose("both")),
        ((1, Choose("ask")), (2, Choose("tell")), (2, Choose("move")), (4, Choose("leave"))),
    ),
    "facts-moved": Play(
        "The same scene entered again is a new visit; scenes are passed through; a `here` with nothing left leads on.",
        "facts",
        (Start(1), Choose("move"), Choose("move"), Choose("leave")),
    ),
    "facts-none": Play(
        "A scene whose only choice leads `here` goes its own way once that was taken.",
        "facts",
        (Start(1), Choose("leave"), Choose("once")),
    ),
    "order-seed-0": Play(
        "The order of choices for seed 0, also after a `here` and for choices without an id.",
        "order",
        (Start(0), Choose("follow"), Choose("stay"), Choose("tell"), Choose("2"), Choose("block")),
    ),
    "order-seed-4294967296": Play(
        "The order of choices for a large seed.",
        "order",
        (Start(4294967296), Choose("stay"), Choose("block"), Choose("stay")),
    ),
    "followed": Play(
        "Steps taken and possible; signs seen in time, late and not at all; a right verdict; harmless marks; marks "
        "named, taken back and given after the ending.",
        "pressure",
        (
            *(Start(2), Mark(3), Mark(5), Mark(6, "contact"), GiveVerdict("trap", 3), Mark(4), Unmark(6)),
            *(Choose("stay"), GoOn(), Mark(20, "contact"), Choose("proof"), Mark(20, "pressure"), Choose("tell")),
            *(Choose("a"), Mark(21), Mark(19)),
        ),
        (
            *((1, Choose("stay")), (1, GiveVerdict("trap", 4)), (1, Mark(7)), (1, Rewind(3)), (1, Unmark(3))),
            *((7, ReadSummary()), (8, Choose("proof")), (14, Choose("a"))),
        ),
    ),
    "missed": Play(
        "Moments missed; a wrong verdict; a hard scene read as its summary, whose messages did not arrive.",
        "pressure",
        (
            Start(2),
            GiveVerdict("nothing", 1),
            Choose("follow"),
            ReadSummary(),
            Choose("proof"),
            Choose("block"),
            Choose("b"),
        ),
        ((3, Mark(11)), (4, GoOn())),
    ),
    "recovered": Play(
        "Giving in, then a step: the last word wins, and the moment of giving in is recovered.",
        "pressure",
        (
            *(Start(3), GiveVerdict("unsure", 2), Choose("stay"), GoOn(), Choose("pay"), GoOn(), Choose("tell")),
            *(Choose("call"),),
        ),
    ),
    "given-in": Play(
        "Giving in as the last word, also by a choice that takes a step; an open ending: help comes first.",
        "pressure",
        (
            *(
                Start(3),
                GiveVerdict("trap", 1),
                Choose("follow"),
                GoOn(),
                Choose("proof"),
                Choose("pay"),
                ReadSummary(),
            ),
            *(Choose("both"), Choose("more")),
        ),
    ),
    "left-early": Play(
        "A play left amid a moment: that moment counts with what was done in it; there is no ending.",
        "pressure",
        (Start(5), Mark(3), GiveVerdict("trap", 2), Choose("follow"), GoOn(), Choose("proof")),
    ),
    "only-started": Play(
        "A play left before its first answer: no moment counts.", "pressure", (Start(5), Mark(5), Mark(3, "pressure"))
    ),
    "rewound": Play(
        "Rewinding twice, once from the ending: what was done after the choices counts no more, marks and facts "
        "included.",
        "pressure",
        (
            *(Start(2), GiveVerdict("trap", 2), Choose("stay"), GoOn(), Mark(14), Choose("proof"), Mark(15)),
            *(Choose("pay"), Rewind(20), Choose("tell"), Choose("a"), Mark(16), Rewind(17), Mark(15, "pressure")),
            *(Choose("block"), Choose("b")),
        ),
        ((8, Rewind(19)), (9, Unmark(15)), (9, Rewind(22)), (13, Rewind(20)), (13, Unmark(14))),
    ),
    "benign": Play(
        "A story without a trap: marks on the contact's messages are told as harmless, the verdict `nothing` is right, "
        "the law is the ending's alone; the same scene twice is two moments.",
        "benign",
        (
            *(Start(0), Mark(2), Mark(4), GiveVerdict("nothing", 2), Mark(5), Choose("ask"), Mark(3)),
            *(GiveVerdict("trap", 3), Choose("wait")),
        ),
    ),
}


def reference_of(plain: dict[str, Any]) -> Reference:
    """The reference of a vector as the engine wants it; what the rules do not need is left empty."""
    nowhere = Source("", "", "n.d.")
    sourced = Sourced("complement", (nowhere,), "verified", "2026-01-01")
    return Reference(
        country="fr",
        language="fr",
        document=nowhere,
        missing_number="",
        signs=tuple(Sign(one["id"], "", "", "", one["stage"], one["family"], sourced) for one in plain["signs"]),
        families=tuple(Family(one, "") for one in plain["families"]),
        steps=tuple(
            Step(one["id"], one["number"], "", "", "", "", one["help"], one["giving_in"], sourced)
            for one in plain["steps"]
        ),
        law=tuple(LawTopic(one["id"], "", "", (), "", one["always"], one["closest"], sourced) for one in plain["law"]),
        helplines=tuple(
            Helpline(one["id"], one["name"], one["number"], "", "", "", "", one["for_players"], sourced)
            for one in plain["helplines"]
        ),
    )


def scenario_of(text: str) -> Scenario:
    """The scenario of a vector. Raises ValueError when reading finds anything wrong with it."""
    reading = read(text.encode())
    if reading.scenario is None or reading.problems:
        raise ValueError(str(reading.problems))
    return reading.scenario


def replayed(vector: dict[str, Any]) -> dict[str, Any]:
    """`vector` with the events, score and debrief that the engine gives for its commands.

    Raises `Refused` for a command that is not accepted, and ValueError for one of `refused` that is.
    """
    scenario, reference = scenario_of(vector["scenario"]), reference_of(vector["reference"])
    log: tuple[Event, ...] = ()
    state = NEW
    for number, plain in enumerate([*vector["commands"], None]):
        for refused in (one["command"] for one in vector["refused"] if one["after"] == number):
            try:
                decide(scenario, state, from_plain(refused))
            except Refused:
                continue
            raise ValueError(f"accepted after {number} commands: {refused}")
        if plain is not None:
            events = decide(scenario, state, from_plain(plain))
            log += events
            for event in events:
                state = apply(state, event)
    told = to_plain(debrief(scenario, reference, log))
    del told["score"]  # it stands beside the debrief already
    return {**vector, "events": to_plain(log), "score": to_plain(score(scenario, reference, log)), "debrief": told}


def vector_of(play: Play) -> dict[str, Any]:
    """The vector of a play, from its parts here and its scenario's file."""
    return replayed(
        {
            "about": play.about,
            "scenario": (VECTORS / "scenarios" / f"{play.scenario}.yaml").read_text(encoding="utf-8"),
            "reference": REFERENCE,
            "commands": to_plain(play.commands),
            "refused": [{"after": number, "command": to_plain(command)} for number, command in play.refused],
        }
    )


def text_of(vector: dict[str, Any]) -> str:
    """A vector as the text of its file: JSON with one item of a list on a line, so that a difference can be read."""

    def short(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    def written(value: Any, indent: str) -> str:
        if isinstance(value, list) and any(isinstance(one, dict | list) for one in value):
            return "[\n" + ",\n".join(f"{indent}  {short(one)}" for one in value) + f"\n{indent}]"
        if isinstance(value, dict) and indent == "  ":
            rows = (f"{indent}  {short(key)}: {written(one, indent + '  ')}" for key, one in value.items())
            return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
        return short(value)

    rows = (f"  {short(key)}: {written(value, '  ')}" for key, value in vector.items())
    return "{\n" + ",\n".join(rows) + "\n}\n"


def main(arguments: list[str]) -> int:
    """Write or check the vectors; 0 if all is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing")
    check = parser.parse_args(arguments).check
    wanted = {f"{name}.json": text_of(vector_of(play)) for name, play in PLAYS.items()}
    behind = [name for name, text in wanted.items() if _content(VECTORS / name) != text]
    extra = sorted(path.name for path in VECTORS.glob("*.json") if path.name not in wanted)
    if check:
        for name in [*behind, *extra]:
            print(f"not what the engine gives: tests/vectors/{name}")
        return 1 if behind or extra else 0
    for name in behind:
        (VECTORS / name).write_text(wanted[name], encoding="utf-8", newline="\n")
    for name in extra:
        (VECTORS / name).unlink()
    return 0


def _content(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
