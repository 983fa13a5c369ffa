"""`vigichat review`: notes in a scenario's file who has read it as it stands now.

What the note holds for, and where it goes in the file, are the engine's; checking a file is `check_files`'.
"""

from __future__ import annotations

from datetime import date

from game.cli.tell import tell
from game.engine.problems import stops
from game.engine.review_text import NoRoom, with_review
from game.shelf import find, open_file
from game.storage import folder, write_file
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
    path = path.resolve()  # a link to a file stays one
    try:
        # A file that may not be written could still be replaced by another of its name.
        with path.open("r+b") as file:
            content = file.read()
        text, written = with_review(content, by, as_what, on or date.today().isoformat())
        write_file(path, text)
    except OSError as fault:
        tell(_("“{path}” cannot be written: {reason}.").format(path=path, reason=fault.strerror or str(fault)))
        if folder("scenarios").resolve() in path.parents:
            tell(_("This story is a part of the game. Copy its file to a folder of yours, and review the copy."))
        return 1
    except NoRoom as refused:
        tell(_("The review cannot be added to “{path}” without touching more of it. Add it by hand:").format(path=path))
        for one in refused.lines:
            tell(one)
        return 1
    except ValueError:
        tell(_("“--by” and “--as” are each one line of text, and not empty."))
        return 2
    print(_("“{path}” is written. It now says:").format(path=path))
    print(f"    {written}")
    return 0
