"""Writing a page that a browser opens, for every command that makes one: what is said where it cannot be written.

What is in the page is left to those who ask for it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from game.cli.tell import reason, tell
from game.paper.html_file import ENDINGS, NotOurs
from game.telling.language import _


def html_file(name: str, example: str, write: Callable[[Path], None]) -> int:
    """Have `write` write the page to the file `name`; 0, or the number to exit with once it was said why not.

    `example` is how such a file is asked for: "--html guide.html". `write` raises as `game.paper.html_file` does.
    """
    path = Path(name)
    if path.suffix.lower() not in ENDINGS:
        tell(
            _("“{path}” does not end in .html, and stays as it is. For example: {example}").format(
                path=path, example=example
            )
        )
        return 2
    if os.path.isdir(path):
        tell(
            _("“{path}” is a folder. Give the name of a file in it, for example {example}.").format(
                path=path, example=example.rpartition(" ")[2]
            )
        )
        return 1
    if not os.path.isdir(path.parent):
        tell(_("There is no folder “{folder}”. Make it first, or choose another one.").format(folder=path.parent))
        return 1
    try:
        write(path)
    except NotOurs:
        tell(_("“{path}” was not written by Vigichat, and stays as it is. Choose another name.").format(path=path))
        return 1
    except (OSError, ValueError) as fault:
        tell(_("“{path}” cannot be written: {reason}.").format(path=path, reason=reason(fault)))
        return 1
    return 0
