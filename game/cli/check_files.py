"""Checking scenario files: every problem in its place, for a person or for another program.

Finding the problems is left to `game.shelf` and the engine, wording them to `telling.problem_words`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from game.cli.asked import Form
from game.cli.tell import tell
from game.engine.kinds import Severity
from game.engine.problems import Problem, stops
from game.shelf import Opened, find, open_file
from game.telling.language import _, current, ngettext
from game.telling.problem_words import as_json, line

_ABSENT = "file-not-found"


@dataclass(frozen=True, slots=True)
class _Read:
    """What is to be told of a file: its problems, and what was proved, in lines or as an object for programs."""

    path: Path
    problems: tuple[Problem, ...]
    proved: tuple[str, ...] = ()
    listed: dict[str, object] = field(default_factory=dict)


def check_files(names: Iterable[str], form: Form, explain: bool = False) -> int:
    """Tell of every problem in the files, and in every .yaml file of the folders, called `names`; with `explain` also
    what was proved of each. As JSON: a list with an object a file, which holds its `problems` and its `certificate`.

    Gives 2 when something is not there to be checked, else 1 when there is an error, else 0.
    """
    folders = {name: files_of(find(name)) for name in names}
    paths = dict.fromkeys(path for there in folders.values() for path in there)
    # What was walked in a file is let go before the next one is opened: in a folder, it would fill the memory.
    read = [_read(path, form, explain) for path in paths]
    found = [(str(one.path), problem) for one in read for problem in one.problems]
    there = [problem for _path, problem in found if problem.name != _ABSENT]
    absent = len(found) - len(there)
    if form == "json":
        sys.stdout.write(json.dumps([one.listed for one in read], ensure_ascii=False, indent=2) + "\n")
    else:
        for path, problem in found:
            if problem.name == _ABSENT:
                told = line(path, problem)
                tell(told if "near" in dict(problem.values) else told.splitlines()[0])
            else:
                print(line(path, problem))
        for one in read:
            for told in one.proved:
                print(told)
        if there:
            first = next((problem for problem in there if problem.severity is Severity.ERROR), there[0])
            print(
                _("To know more about a problem, type for example “vigichat explain {name}”.").format(name=first.name)
            )
        if len(paths) > absent:
            print(_closing(len(paths) - absent, there))
    empty = [name for name, files in folders.items() if not files]
    for name in empty:
        tell(_("There is no .yaml file in “{folder}”.").format(folder=name))
    if absent or empty:
        return 2
    return int(stops(there))


def _read(path: Path, form: Form, explain: bool) -> _Read:
    opened = open_file(path, current(), prove_shipped=True)
    if form == "json":
        return _Read(path, opened.problems, listed=_as_json(opened))
    return _Read(path, opened.problems, proved=tuple(_proved(opened)) if explain else ())


def _as_json(opened: Opened) -> dict[str, object]:
    """A file's problems, and its certificate if it could be proved."""
    from game.engine.plain import to_plain

    path = str(opened.path)
    return {
        "file": path,
        "problems": [as_json(path, problem) for problem in opened.problems],
        "certificate": None if opened.proof is None else to_plain(opened.proof.certificate),
    }


def _proved(opened: Opened) -> Iterator[str]:
    from game.cli.print_page import page_lines
    from game.cli.terminal import here
    from game.telling.certificate_words import certificate_page

    if opened.proof is not None:
        yield from ("", str(opened.path), *page_lines(certificate_page(opened.proof), here().width), "")
    elif opened.problems and opened.problems[0].name != _ABSENT:
        yield _("{path} was not proved: what is wrong with it comes first.").format(path=opened.path)


def files_of(path: Path) -> list[Path]:
    """The files meant by `path`: itself, or every .yaml file in the folder that it is and in those below."""
    if not os.path.isdir(path):
        return [path]
    return sorted(one for one in path.rglob("*.yaml") if not one.is_dir())


def _closing(files: int, problems: list[Problem]) -> str:
    """One line that says how many files were read, and what is to be mended in them."""
    read = ngettext("{number} file", "{number} files", files).format(number=files)
    return ", ".join((read, *_counts(problems))) + "."


def _counts(problems: list[Problem]) -> Iterator[str]:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    if errors:
        yield ngettext("{number} error", "{number} errors", errors).format(number=errors)
    if warnings:
        yield ngettext("{number} warning", "{number} warnings", warnings).format(number=warnings)
    if not problems:
        yield _("nothing to mend")
