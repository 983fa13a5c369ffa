"""`vigichat coverage`: what the stories cover between them, as a table or for another program.

Reckoning is `engine.coverage`'s, the words are `telling.coverage_table`'s.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from game import shelf
from game.cli.asked import Form
from game.cli.tell import tell
from game.engine.coverage import covered, wanting
from game.engine.model import Scenario
from game.engine.reference import Reference
from game.telling.coverage_table import coverage_lines
from game.telling.language import _, current


def coverage(names: tuple[str, ...], form: Form) -> int:
    """Print what the stories of `names` cover, or all that come with the game. Gives 1 if one cannot be played, else 0.

    A name is a file, a shipped story or a folder.
    """
    paths = [path for name in names for path in _files(name)] if names else list(shelf.shipped())
    opened: list[tuple[Path, Scenario, Reference]] = []
    for path in paths:
        story = shelf.open_file(path, current()).story
        if story is None:
            tell(_("“{name}” cannot be played. “vigichat check {path}” says why.").format(name=path.stem, path=path))
            return 1
        opened.append((path, *story))
    if not opened:
        tell(_("There is no story here."))
        return 1
    reference = opened[0][2]
    stories = [covered(path.stem, scenario, known) for path, scenario, known in opened]
    if form == "json":
        told = {
            "stories": [asdict(one) for one in stories],
            "wanting": [asdict(one) for one in wanting(stories, reference)],
        }
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        for line in coverage_lines(stories, [scenario.title for _path, scenario, _known in opened], reference):
            print(line)
    return 0


def _files(name: str) -> list[Path]:
    path = shelf.find(name)
    return sorted(path.glob("*.yaml")) if path.is_dir() else [path]
