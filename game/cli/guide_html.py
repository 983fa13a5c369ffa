"""`vigichat guide NAME --html FILE`: writes the guide of a story as a file that a browser reads and prints.

What is in it is `game.paper`'s and `game.telling`'s; opening the story is left to `commands`.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from game.cli.tell import reason, tell
from game.engine.model import Scenario
from game.engine.reference import Reference
from game.paper.guide_file import ENDINGS, NotOurs, write_guide
from game.telling.language import _


def guide_html(name: str, scenario: Scenario, reference: Reference) -> int:
    """Write the guide to the file `name`; gives the number to exit with."""
    path = Path(name)
    if path.suffix.lower() not in ENDINGS:
        tell(_("“{path}” does not end in .html, and stays as it is. For example: --html guide.html").format(path=path))
        return 2
    if os.path.isdir(path):
        tell(_("“{path}” is a folder. Give the name of a file in it, for example guide.html.").format(path=path))
        return 1
    if not os.path.isdir(path.parent):
        tell(_("There is no folder “{folder}”. Make it first, or choose another one.").format(folder=path.parent))
        return 1
    try:
        write_guide(path, scenario, reference, date.today())
    except NotOurs:
        tell(_("“{path}” is not a guide by Vigichat, and stays as it is. Choose another name.").format(path=path))
        return 1
    except (OSError, ValueError) as fault:
        tell(_("“{path}” cannot be written: {reason}.").format(path=path, reason=reason(fault)))
        return 1
    print(_("“{path}” is written. Open it in a browser; to print it, press Ctrl+P there.").format(path=path))
    return 0
