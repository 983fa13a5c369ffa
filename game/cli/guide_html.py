"""`vigichat guide NAME --html FILE`: writes the guide of a story as a file that a browser reads and prints.

What is in it is `game.paper`'s and `game.telling`'s; opening the story is left to `commands`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from game.cli.html_file import html_file
from game.engine.model import Scenario
from game.engine.reference import Reference
from game.paper.guide_file import write_guide
from game.telling.language import _


def guide_html(name: str, scenario: Scenario, reference: Reference) -> int:
    """Write the guide to the file `name`; gives the number to exit with."""

    def write(path: Path) -> None:
        write_guide(path, scenario, reference, date.today())

    failed = html_file(name, "--html guide.html", write)
    if not failed:
        print(_("“{path}” is written. Open it in a browser; to print it, press Ctrl+P there.").format(path=Path(name)))
    return failed
