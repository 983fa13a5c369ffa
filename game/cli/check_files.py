"""Checking scenario files: every problem in its place, for a person or for another program.

Finding the problems is left to `game.shelf` and the engine, wording them to `telling.problem_words`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from game.cli.arguments import Form
from game.cli.tell import tell
from game.engine.kinds import Severity
from game.engine.problems import Problem, stops
from game.shelf import find, open_file
from game.telling.language import _, current, ngettext
from game.telling.problem_words import as_json, line

_ABSENT = "file-not-found"


def check_files(names: Iterable[str], form: Form) -> int:
    """Tell of every problem in the files, and in every .yaml file of the folders, called `names`.

    Gives 2 when something is not there to be checked, else 1 when there is an error, else 0.
    """
    folders = {name: _files(find(name)) for name in names}
    paths = dict.fromkeys(path for there in folders.values() for path in there)
    found = [(str(path), problem) for path in paths for problem in open_file(path, current()).problems]
    there = [problem for _path, problem in found if problem.name != _ABSENT]
    absent = len(found) - len(there)
    if form == "json":
        told = [as_json(path, problem) for path, problem in found]
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        for path, problem in found:
            if problem.name == _ABSENT:
                tell(line(path, problem).partition("\n")[0])
            else:
                print(line(path, problem))
        if len(paths) > absent:
            print(_closing(len(paths) - absent, there))
    empty = [name for name, files in folders.items() if not files]
    for name in empty:
        tell(_("There is no .yaml file in “{folder}”.").format(folder=name))
    if absent or empty:
        return 2
    return int(stops(there))


def _files(path: Path) -> list[Path]:
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
