"""`vigichat export --all -o FOLDER`: all stories as a folder that any host serves, and that can become an app.

What is in it is `game.web`'s.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from game.cli.export_file import kilobytes, tells
from game.cli.tell import reason, tell
from game.shelf import shipped
from game.telling.figures import figure
from game.telling.language import _, ngettext
from game.web.site import site
from game.web.site_folder import NotOurs, write_folder

NEUTRAL = "notes"
"""A name that says nothing."""


def export_folder(name: str, languages: Sequence[str]) -> int:
    """Write the folder `name`; gives the number to exit with."""
    path = Path(name)
    if not os.path.isdir(os.path.dirname(os.path.abspath(path))):
        tell(_("There is no folder “{folder}”. Make it first, or choose another one.").format(folder=path.parent))
        return 1
    files = site(languages)
    try:
        write_folder(path, files)
    except NotOurs as fault:
        tell(_not_ours(path, fault.name))
        return 1
    except (OSError, ValueError) as fault:
        tell(_("“{path}” cannot be written: {reason}.").format(path=path, reason=reason(fault)))
        return 1
    count = len(shipped())
    print(
        ngettext(
            "“{path}” is written: {count} story, {size} kB in all.",
            "“{path}” is written: {count} stories, {size} kB in all.",
            count,
        ).format(path=path, count=count, size=figure(kilobytes(sum(map(len, files.values())))))
    )
    print(_("Open index.html in it, or put the whole folder on a school’s site: it needs nothing else."))
    if any(tells(path.resolve().name, story.stem) for story in shipped()):
        print(
            _("The name “{name}” says what it is about, and stays in addresses. “{neutral}” would say nothing.").format(
                name=path.name, neutral=NEUTRAL
            )
        )
    return 0


def _not_ours(path: Path, name: str) -> str:
    if not name:
        return _("“{path}” is a file. Give the name of a folder, for example {example}.").format(
            path=path, example=NEUTRAL
        )
    return _(
        "“{file}” was not written by Vigichat, or was changed since. The folder “{path}” stays as it is:"
        " take the file out, or choose another folder."
    ).format(file=path / name, path=path)
