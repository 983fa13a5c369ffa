"""`vigichat new`: writes a small story to start from, with notes that teach the format.

The stories stand in the folder `new_story`, one a kind and language; the schema that editors go by is `schema_file`'s,
checking a story `check_files`'s.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from unicodedata import combining, normalize

from game.cli.asked import LIKES, Like
from game.cli.own_file import typed
from game.cli.schema_file import MODELINE, write_schema
from game.cli.tell import reason, tell
from game.cli.terminal import InputEnded, Terminal
from game.reference.library import FIRST_COUNTRY, load
from game.storage import write_file
from game.telling.language import N_, _, current, of_files

_FILE = "{file}"
_SAYS: dict[Like, str] = {
    "trap": N_("somebody sets a trap"),
    "benign": N_("there is nothing to fear"),
    "friend": N_("one helps a friend"),
    "blank": N_("nearly empty, with every word of the format explained"),
}


def new_scenario(name: str, like: Like | None = None, terminal: Terminal | None = None) -> int:
    """Write a story to `name`.yaml, unless something of that name is there; gives the number to exit with.

    Without `like`, the person at the `terminal` is asked which; where there is none, it is the first of `LIKES`.
    """
    path = Path(name if name.endswith(".yaml") else f"{name}.yaml")
    if path.name == ".yaml":
        tell(_("“{name}” cannot be the name of a story. For example: “vigichat new my-story”.").format(name=name))
        return 2
    if os.path.lexists(path):
        tell(_("“{path}” is there already, and stays as it is. Choose another name.").format(path=path))
        return 1
    if not path.parent.is_dir():
        tell(_("There is no folder “{folder}”. Make it first, or choose another one.").format(folder=path.parent))
        return 1
    if like is None:
        like = LIKES[0] if terminal is None else _asked(terminal)
        if like is None:
            print(_("Nothing was written."))
            return 1
    try:
        write_file(path, story(typed(str(path)), like))
    except (OSError, ValueError) as fault:
        tell(_("“{path}” cannot be written: {reason}.").format(path=path, reason=reason(fault)))
        return 1
    file = typed(str(path))
    print(
        _("“{path}” is written. To see it while you write it: {watch}").format(
            path=path, watch=f"vigichat watch {file}"
        )
    )
    write_schema(path.parent)
    return 0


def story(file: str, like: Like = "trap") -> str:
    """The story of this kind, in the language spoken now, whose notes call it `file`."""
    folder = Path(__file__).with_name("new_story")
    first, _line, body = (folder / f"{like}.{of_files()}.yaml").read_text(encoding="utf-8").partition("\n\n")
    top = (folder / f"top.{of_files()}.txt").read_text(encoding="utf-8")
    # A comment ends where its line ends, and YAML knows more line breaks than a file's name should hold.
    top = top.replace(_FILE, file if file.isprintable() else "my-story.yaml")
    return f"{MODELINE}\n{first}\n{top}{body}\n{_names()}"


def _asked(terminal: Terminal) -> Like | None:
    """Which story the person at the terminal wants; None when they want none."""
    terminal.say(_("Which story do you want to start from?"))
    for number, like in enumerate(LIKES, 1):
        terminal.say(f"{number}  {_(_SAYS[like])} ({like})", indent=2)
    numbers = {str(number): like for number, like in enumerate(LIKES, 1)}
    while True:
        try:
            answer = terminal.ask(">").strip()
        except InputEnded:
            return None
        if answer in numbers:
            return numbers[answer]
        wanted = meant(answer)
        if wanted is not None:
            return wanted
        terminal.say(_("Type a number from 1 to {number}.").format(number=len(LIKES)))


def meant(word: str) -> Like | None:
    """The kind of story that `word` names, nearly names, or tells of in the language spoken now: “trap”, “piège”."""
    told = {like: set(re.findall("[a-z]{3,}", _bare(_(_SAYS[like])))) for like in LIKES}
    # A word that two of them have tells nothing.
    often = Counter(one for words in told.values() for one in words)
    known = {one: like for like, words in told.items() for one in words if often[one] == 1}
    known.update((like, like) for like in LIKES)
    for one in re.findall("[a-z]{3,}", _bare(word)):
        near = get_close_matches(one, known, n=1, cutoff=0.75)
        if near:
            return known[near[0]]
    return None


def _bare(text: str) -> str:
    """`text` in small letters without accents."""
    return "".join(letter for letter in normalize("NFD", text.casefold()) if not combining(letter))


def _names() -> str:
    """The names that a story may use, as notes: they come from the reference, so none is forgotten."""
    reference = load(FIRST_COUNTRY, current())
    groups = (
        (
            _("Warning signs (^), from the first contact to the threat:"),
            ((one.id, one.short) for one in reference.signs),
        ),
        (_("Official steps (steps, against):"), ((one.id, one.short) for one in reference.steps)),
        (_("Law topics (law):"), ((one.id, one.short) for one in reference.law)),
    )
    notes = [_("The names that the game knows, and what players read for them.")]
    for title, names in groups:
        notes += [title, *_columns(names)]
    return "".join(f"# {note}\n" for note in notes)


def _columns(names: Iterable[tuple[str, str]]) -> Iterable[str]:
    rows = tuple(names)
    width = max(len(name) for name, _says in rows)
    return (f"  {name:{width}}  {says}" for name, says in rows)
