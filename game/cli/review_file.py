"""`vigichat review`: notes in a scenario's file who has read it as it stands now.

What the note holds for, and where it goes in the file, are the engine's; checking a file is `check_files`', writing it
`own_file`'s.
"""

from __future__ import annotations

from datetime import date

from game.cli.own_file import read_own, write_own
from game.cli.tell import tell
from game.engine.problems import stops
from game.engine.review_text import NoRoom, with_review
from game.shelf import find, open_file
from game.storage import folder
from game.telling.language import _, current
from game.telling.problem_words import line


def review_file(name: str, by: str, as_what: str, on: str | None) -> int:
    """Note that `by` read the file `name`, `as_what`, `on` a day (“2027-01-15”; today when None).

    Gives the number to exit with; the file is written whole or stays as it is.
    """
    path = find(name)
    problems = open_file(path, current()).problems
    if stops(problems):
        for problem in problems:
            tell(line(str(path), problem))
        if any(problem.name == "file-not-found" for problem in problems):
            return 2
        tell(_("The file stays as it is: a story is reviewed once there is no error in it."))
        return 1
    own = read_own(path)
    if own is None:
        return 1
    try:
        text, written, replaced = with_review(own.text.encode("utf-8"), by, as_what, on or date.today().isoformat())
    except NoRoom as refused:
        tell(_("The review cannot be added to “{path}” without touching more of it. Add it by hand:").format(path=path))
        for one in refused.lines:
            tell(one)
        return 1
    except ValueError:
        tell(_("“--by” and “--as” are each one line of text, and not empty."))
        return 2
    if not write_own(own, text):
        if folder("scenarios").resolve() in path.resolve().parents:
            tell(_("This story is a part of the game. Copy its file to a folder of yours, and review the copy."))
        return 1
    print(_("“{path}” is written. It now says:").format(path=path))
    print(f"    {written}")
    if replaced:
        print(_("It replaces an older review by {by}.").format(by=by))
    return 0
