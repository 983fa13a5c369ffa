"""Checking scenario files: every problem in its place, for a person or for another program.

Finding the problems is left to `game.shelf` and the engine, wording them to `telling.problem_words`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from game.cli.arguments import Form
from game.cli.tell import tell
from game.engine.problems import Problem, Severity
from game.shelf import find, open_file
from game.telling.language import _, current, ngettext
from game.telling.problem_words import as_json, line


def check_files(names: Iterable[str], form: Form) -> int:
    """Tell of every problem in the files, and in every .yaml file of the folders, called `names`.

    Gives 2 when something is not there to be checked, else 1 when there is an error, else 0.
    """
    paths: dict[Path, None] = {}
    empty: list[Path] = []
    for name in names:
        there = _files(find(name))
        paths.update(dict.fromkeys(there))
        if not there:
            empty.append(Path(name))
    found = [(path, problem) for path in paths for problem in open_file(path, current()).problems]
    absent = [one for one in found if one[1].name == "file-not-found"]
    if form == "json":
        told = [as_json(str(path), problem) for path, problem in found]
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        for path, problem in found:
            if (path, problem) in absent:
                tell(line(str(path), problem).partition("\n")[0])
            else:
                print(line(str(path), problem))
    for folder in empty:
        tell(_("There is no .yaml file in “{folder}”.").format(folder=folder))
    there = len(paths) - len(absent)
    if form == "text" and there:
        print(_closing(there, [problem for path, problem in found if (path, problem) not in absent]))
    if absent or empty:
        return 2
    return int(any(problem.severity is Severity.ERROR for _path, problem in found))


def _files(path: Path) -> list[Path]:
    """The files meant by `path`: itself, or every .yaml file in the folder that it is and in those below."""
    if not path.is_dir():
        return [path]
    return sorted(one for one in path.rglob("*.yaml") if not one.is_dir())


def _closing(files: int, problems: list[Problem]) -> str:
    """One line that says how many files were read, and what is to be mended in them."""
    return ", ".join((_files_read(files), *_counts(problems))) + "."


def _files_read(number: int) -> str:
    return ngettext("{number} file", "{number} files", number).format(number=number)


def _counts(problems: list[Problem]) -> Iterator[str]:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    if errors:
        yield ngettext("{number} error", "{number} errors", errors).format(number=errors)
    if warnings:
        yield ngettext("{number} warning", "{number} warnings", warnings).format(number=warnings)
    if not problems:
        yield _("nothing to mend")
