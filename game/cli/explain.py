"""The command `vigichat explain`: the page about one kind of problem, or the list of them all.

What the pages say is left to `docs/problems`, reading them to `telling.problem_pages`.
"""

from __future__ import annotations

from game.cli.print_page import page_lines
from game.cli.tell import tell
from game.cli.terminal import here
from game.engine.kinds import FAMILIES, KINDS, Severity
from game.engine.problems import near
from game.telling.language import _, of_files
from game.telling.problem_pages import first_words, problem_page

DONE, NOT_FOUND = 0, 2


def explain(name: str) -> int:
    """Print the page about `name`, or every name with a sentence or two when it is "".

    Gives 2 for a name that is none, else 0.
    """
    terminal = here()
    if not name:
        for title, family in FAMILIES.items():
            terminal.say(_(title))
            for each in family:
                terminal.say(each, indent=2)
                terminal.say(first_words(problem_page(each, of_files())), indent=6)
            terminal.say()
        terminal.say(_("To know more about one of them, type its name after “vigichat explain”."))
        return DONE
    if name not in KINDS:
        tell(_unknown(name))
        return NOT_FOUND
    terminal.say_all(page_lines(problem_page(name, of_files()), terminal.width))
    terminal.say()
    if KINDS[name].severity is Severity.ERROR:
        terminal.say(_("This is an error: the story cannot be played until it is mended."))
    else:
        terminal.say(_("This is a warning: the story can be played, and you decide."))
    return DONE


def _unknown(name: str) -> str:
    close = near(name, KINDS)
    if close:
        return _("No problem is called “{name}”. Did you mean “vigichat explain {near}”?").format(name=name, near=close)
    return _("No problem is called “{name}”. “vigichat explain” lists them all.").format(name=name)
