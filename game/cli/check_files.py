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
from game.engine.plain import to_plain
from game.engine.problems import Problem, stops
from game.shelf import Opened, find, open_file
from game.telling.language import _, current, ngettext
from game.telling.problem_words import as_json, line

_ABSENT = "file-not-found"


def check_files(names: Iterable[str], form: Form, explain: bool = False) -> int:
    """Tell of every problem in the files, and in every .yaml file of the folders, called `names`; with `explain` also
    what was proved of each. As JSON: a list with an object a file, which holds its `problems` and its `certificate`.

    Gives 2 when something is not there to be checked, else 1 when there is an error, else 0.
    """
    folders = {name: files_of(find(name)) for name in names}
    paths = dict.fromkeys(path for there in folders.values() for path in there)
    opened = [open_file(path, current(), prove_shipped=True) for path in paths]
    found = [(str(one.path), problem) for one in opened for problem in one.problems]
    there = [problem for _path, problem in found if problem.name != _ABSENT]
    absent = len(found) - len(there)
    if form == "json":
        listed = [_as_json(one) for one in opened]
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
    else:
        for path, problem in found:
            if problem.name == _ABSENT:
                told = line(path, problem)
                tell(told if "near" in dict(problem.values) else told.splitlines()[0])
            else:
                print(line(path, problem))
        if explain:
            for one in opened:
                _print_certificate(one)
        if there:
            print(
                _("To know more about a problem, type for example “vigichat explain {name}”.").format(
                    name=there[0].name
                )
            )
        if len(paths) > absent:
            print(_closing(len(paths) - absent, there))
    empty = [name for name, files in folders.items() if not files]
    for name in empty:
        tell(_("There is no .yaml file in “{folder}”.").format(folder=name))
    if absent or empty:
        return 2
    return int(stops(there))


def _as_json(opened: Opened) -> dict[str, object]:
    """A file's problems, and its certificate if it could be proved."""
    path = str(opened.path)
    return {
        "file": path,
        "problems": [as_json(path, problem) for problem in opened.problems],
        "certificate": None if opened.proof is None else to_plain(opened.proof.certificate),
    }


def _print_certificate(opened: Opened) -> None:
    from game.cli.print_page import page_lines
    from game.cli.terminal import here
    from game.telling.certificate_words import certificate_page

    if opened.proof is not None:
        print("\n".join(("", *page_lines(certificate_page(opened.proof), here().width), "")))
    elif opened.problems and opened.scenario is not None:
        print(_("{path} was not proved: what is wrong with it comes first.").format(path=opened.path))


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
