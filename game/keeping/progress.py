"""Progress: what the plays that were finished have met, as ids and dates; kept only for whoever asked for it.

It is no score: nothing is counted but what was met. Words for it are left to `telling.progress`. The file has a line
for each play, so that a damaged one costs one play.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Literal, get_args

from game.engine.events import Answer
from game.engine.score import Score
from game.keeping.places import is_story, kept_folder
from game.reference.ids import SIGNS, STEPS
from game.storage import write_file

NAME = "progress.jsonl"
MOST = 200
"""How many plays are kept; the oldest are dropped first."""

_MOST_BYTES = 512 * 1024


@dataclass(frozen=True, slots=True)
class FinishedPlay:
    """What one play has met. `story` is the name of its file, `day` an ISO date.

    `met` are the signs that its messages showed, `seen` those that were marked in time, `steps` those that were taken.
    `answer` is the verdict ("" where none was given), `sure` 1 to 3 (0 without one), `right` whether it was so.
    """

    story: str
    day: str
    met: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    answer: Answer | Literal[""] = ""
    sure: int = 0
    right: bool = False


def finished(story: str, day: date, score: Score) -> FinishedPlay:
    """What the play that `score` tells of has met."""
    shown = {sign.sign for sign in score.signs}
    in_time = {sign.sign for sign in score.signs if sign.seen == "in-time"}
    taken = {step for moment in score.moments for step in moment.steps}
    verdict = score.verdict
    return FinishedPlay(
        story,
        day.isoformat(),
        tuple(sign for sign in SIGNS if sign in shown),
        tuple(sign for sign in SIGNS if sign in in_time),
        tuple(step for step in STEPS if step in taken),
        verdict.answer if verdict else "",
        verdict.sure if verdict else 0,
        verdict.right if verdict else False,
    )


def from_plain(plain: object) -> FinishedPlay | None:
    """The play that `plain` tells of, as JSON gives it; None for what is not one. Unknown ids and keys are left out."""
    if not isinstance(plain, Mapping):
        return None
    story, day, answer, sure = (plain.get(name) for name in ("story", "day", "answer", "sure"))
    if not isinstance(story, str) or not is_story(story) or not _is_day(day):
        return None
    given = answer in get_args(Answer) and type(sure) is int and 1 <= sure <= 3
    return FinishedPlay(
        story,
        day,  # type: ignore[arg-type]
        _known(plain.get("met"), SIGNS),
        _known(plain.get("seen"), SIGNS),
        _known(plain.get("steps"), STEPS),
        answer if given else "",  # type: ignore[arg-type]
        sure if given else 0,  # type: ignore[arg-type]
        given and plain.get("right") is True,
    )


def read_progress() -> tuple[tuple[FinishedPlay, ...], int]:
    """The plays that were kept, oldest first, and how many lines could not be read. Never raises."""
    try:
        with (kept_folder() / NAME).open("rb") as file:
            lines = file.read(_MOST_BYTES).splitlines()
    except FileNotFoundError:
        return (), 0
    except OSError:
        return (), 1
    plays = [_read(line) for line in lines if line.strip()]
    return tuple(play for play in plays if play is not None), plays.count(None)


def write_progress(plays: Iterable[FinishedPlay]) -> None:
    """Keep these plays, oldest first, and no others; without any, no file. Raises OSError as `write_file` does."""
    path = kept_folder() / NAME
    lines = [json.dumps(asdict(play), separators=(",", ":")) for play in plays][-MOST:]
    if not lines:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, "\n".join([*lines, ""]))


def _read(line: bytes) -> FinishedPlay | None:
    try:
        return from_plain(json.loads(line))
    except (ValueError, RecursionError):
        return None


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _known(value: object, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in ids if one in value) if isinstance(value, list) else ()
