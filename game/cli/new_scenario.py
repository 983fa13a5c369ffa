"""`vigichat new`: writes a small story to start from, with notes that teach the format.

The story stands in `new_story.<language>.yaml`, beside this module; checking it is left to `check_files`.
"""

from __future__ import annotations

import os
from pathlib import Path

from game.cli.tell import tell
from game.storage import write_file
from game.telling.language import _, current

_FILE = "{file}"


def new_scenario(name: str) -> int:
    """Write the story to `name`.yaml, unless something of that name is there; gives the number to exit with."""
    path = Path(name if name.endswith(".yaml") else f"{name}.yaml")
    if path.name == ".yaml":
        tell(_("“{name}” cannot be the name of a story. For example: “vigichat new my-story”.").format(name=name))
        return 2
    if os.path.lexists(path):
        tell(_("“{path}” is there already, and stays as it is. Choose another name.").format(path=path))
        return 1
    try:
        write_file(path, story(_typed(path)))
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        tell(_("“{path}” cannot be written: {reason}.").format(path=path, reason=reason))
        return 1
    print(_("“{path}” is written. To play it: {play}").format(path=path, play=f"vigichat play {_typed(path)}"))
    return 0


def story(file: str) -> str:
    """The story, in the language spoken now, whose notes call it `file`."""
    written = Path(__file__).with_name(f"new_story.{current()}.yaml").read_text(encoding="utf-8")
    # A comment ends where its line ends, and YAML knows more line breaks than a file's name should hold.
    return written.replace(_FILE, file if file.isprintable() else "my-story.yaml")


def _typed(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
