"""Plays kept as text beside a story: keeping one, and playing them all again to see whether they are as they were.

What such a text says is `engine.transcript`'s; docs/play-rules.md, section 4, specifies it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game import shelf
from game.cli.check_files import files_of
from game.cli.difference import difference, show
from game.cli.own_file import typed
from game.cli.tell import reason, tell
from game.engine.model import Scenario
from game.engine.reference import Reference
from game.engine.staging import StoryStuck
from game.engine.transcript import NoSuchRoute, kept, play, text
from game.reference.library import load
from game.storage import write_file
from game.telling.language import _, current, ngettext

DONE, FAILED, NOT_FOUND = 0, 1, 2
_SHOWN = 20
"""Lines of a difference that are shown."""


@dataclass(slots=True)
class _Count:
    """How the plays of one story fared."""

    same: int = 0
    written: int = 0
    differing: int = 0
    impossible: int = 0


def folder_of(story: Path) -> Path:
    """Where the plays of a story are kept: `NAME.plays` beside `NAME.yaml`."""
    return story.with_suffix(".plays")


def golden(scenario: Scenario, route: tuple[str, ...], seed: int) -> str:
    """A play as text, in the words of the story's own language whoever runs it. Raises `NoSuchRoute`."""
    return text(scenario, _reference(scenario), play(scenario, route, seed))


def keep(story: Path, name: str, content: str) -> int:
    """Write a play as `name` beside `story`, and say where; one of this name is never written over."""
    path = folder_of(story) / f"{name}.txt"
    if path.exists():
        tell(
            _("{path} is there already. “vigichat test {story} --update” writes it anew.").format(
                path=path, story=typed(str(story))
            )
        )
        return FAILED
    try:
        path.parent.mkdir(exist_ok=True)
        write_file(path, content)
    except OSError as fault:
        tell(_("The play could not be written to {path}: {reason}.").format(path=path, reason=reason(fault)))
        return FAILED
    print(_("Kept in {path}. “vigichat test {story}” plays it again.").format(path=path, story=typed(str(story))))
    return DONE


def play_again(names: Iterable[str], update: bool) -> int:
    """Play all plays of the stories called `names` again, those of folders too, and say where one differs.

    With `update`, those that differ are written anew. Gives 2 when a story is not there, else 1 when a play differs or
    cannot be played, or a story has none, else 0.
    """
    status = DONE
    for name in names:
        path = shelf.find(name)
        files = files_of(path)
        if not files:
            tell(_("There is no .yaml file in “{folder}”.").format(folder=name))
            status = NOT_FOUND
        for story in files:
            status = max(status, _test_story(story, update, alone=not os.path.isdir(path)))
    return status


def _test_story(story: Path, update: bool, alone: bool) -> int:
    opened = shelf.open_unproved(story, current())
    if opened.story is None:
        missing = any(problem.name == "file-not-found" for problem in opened.problems)
        if missing:
            tell(_("There is no file “{path}”.").format(path=story))
            return NOT_FOUND
        tell(_("“{path}” cannot be played. “vigichat check {path}” says why.").format(path=story))
        return FAILED
    plays = sorted(folder_of(story).glob("*.txt"))
    if not plays:
        return _no_plays(story, alone)
    scenario, _here = opened.story
    count = _Count()
    for path in plays:
        _test_play(path, scenario, update, count)
    for line in _closing(story, count):
        print(line)
    return FAILED if count.differing or count.impossible else DONE


def _no_plays(story: Path, alone: bool) -> int:
    """Say how to keep a play. Only a fault where this one story was asked for: in a folder, stories may have none."""
    print(
        _("{path}: no plays are kept. To keep one, type “{command}”.").format(
            path=story, command=f"vigichat transcript {typed(str(story))} --route … --keep first"
        )
    )
    return FAILED if alone else DONE


def _test_play(path: Path, scenario: Scenario, update: bool, count: _Count) -> None:
    try:
        before = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        why = _("it is not UTF-8") if isinstance(fault, UnicodeDecodeError) else reason(fault)
        print(_("{path}: this play cannot be read: {reason}.").format(path=path, reason=why))
        count.impossible += 1
        return
    held = kept(before)
    try:
        now = golden(scenario, held.route, held.seed)
    except NoSuchRoute as fault:
        print(f"{path}:{held.lines[fault.number - 1]}: {_not_possible(fault)}")
        count.impossible += 1
        return
    except StoryStuck:
        print(_("{path}: the story gets stuck in this play. “vigichat check” says where.").format(path=path))
        count.impossible += 1
        return
    if now == before:
        count.same += 1
    elif update and _write(path, now):
        count.written += 1
    else:
        count.differing += 1
        if not update:
            _show_difference(path, before, now)


def _write(path: Path, content: str) -> bool:
    try:
        write_file(path, content)
    except OSError as fault:
        tell(_("The play could not be written to {path}: {reason}.").format(path=path, reason=reason(fault)))
        return False
    print(_("{path}: written anew.").format(path=path))
    return True


def _not_possible(fault: NoSuchRoute) -> str:
    if fault.offered:
        return _("“{word}” is not possible here. Offered: {offered}.").format(
            word=fault.word, offered=", ".join(fault.offered)
        )
    return _("“{word}” comes after the end of the story.").format(word=fault.word)


def _show_difference(path: Path, before: str, now: str) -> None:
    lines = difference(before, now)
    first = lines[0].split()[0]
    print(_("{path}:{line}: this play is not as it was (- before, + now):").format(path=path, line=first))
    show(tuple(f"  {line}" for line in lines[:_SHOWN]), sys.stdout)
    if len(lines) > _SHOWN:
        more = len(lines) - _SHOWN
        print("  " + ngettext("and {number} more line", "and {number} more lines", more).format(number=more))


def _closing(story: Path, count: _Count) -> Iterator[str]:
    if count.same:
        yield ngettext(
            "{path}: {number} play is as it was.", "{path}: {number} plays are as they were.", count.same
        ).format(path=story, number=count.same)
    if count.impossible:
        yield ngettext(
            "{path}: {number} play cannot be played again. Mend the line, or delete the file.",
            "{path}: {number} plays cannot be played again. Mend the lines, or delete the files.",
            count.impossible,
        ).format(path=story, number=count.impossible)
    if count.differing:
        yield ngettext(
            "{path}: {number} play differs. If it is right so, “{command}” keeps it.",
            "{path}: {number} plays differ. If they are right so, “{command}” keeps them.",
            count.differing,
        ).format(path=story, number=count.differing, command=f"vigichat test {typed(str(story))} --update")


def _reference(scenario: Scenario) -> Reference:
    return load(scenario.country, scenario.language)
