"""`vigichat format`: lays files out in house style, and says how many lines that changes.

What house style is, the engine knows; reading and writing files is left to `own_file`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from game.cli.check_files import files_of
from game.cli.difference import changed_lines, difference, show
from game.cli.own_file import OwnFile, read_own, write_own
from game.cli.tell import tell
from game.engine.mending.house_style import NotLaidOut, laid_out
from game.engine.problems import stops
from game.engine.read import read
from game.telling.language import _, ngettext
from game.telling.problem_words import line


def format_files(names: Iterable[str], check: bool, diff: bool) -> int:
    """Lay out the files, and every .yaml file of the folders, called `names`.

    With `check` or `diff` nothing is written: the first says what would be, the second shows it. Gives the worst of: 0
    when all is in house style now, 1 when something is not, 2 when a file cannot be read.
    """
    worst = 0
    for name in names:
        files = files_of(Path(name))
        if not files:
            tell(_("There is no .yaml file in “{folder}”.").format(folder=name))
            worst = 2
        for path in files:
            own = read_own(path)
            worst = max(worst, 2 if own is None else _format(own, check, diff))
    return worst


def _format(own: OwnFile, check: bool, diff: bool) -> int:
    # What is not understood could be lost; a name that nothing bears, for one, could not.
    faults = read(own.text.encode("utf-8")).problems
    if stops(faults):
        for problem in faults:
            tell(line(str(own.path), problem))
        tell(_("“{path}” stays as it is: mend this first, then it can be laid out.").format(path=own.path))
        return 1
    try:
        text = laid_out(own.text)
    except NotLaidOut:
        tell(
            _("“{path}” stays as it is: laid out, it would lose a comment or say something else.").format(path=own.path)
        )
        return 1
    if text == own.text:
        print(_("“{path}” is in house style.").format(path=own.path))
        return 0
    if diff:
        show(difference(own.text, text), sys.stdout)
    count = changed_lines(own.text, text)
    if check or diff:
        told = ngettext("“{path}”: {number} line would change.", "“{path}”: {number} lines would change.", count)
    else:
        if not write_own(own, text):
            return 1
        told = ngettext("“{path}”: {number} line changed.", "“{path}”: {number} lines changed.", count)
    print(told.format(path=own.path, number=count))
    return int(check or diff)
