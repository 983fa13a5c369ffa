"""What can be typed while a story is played in the terminal, and how that is told.

What each does is `text_play`'s.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.telling.language import _

BACK = ("back", "retour")
"""What goes back to the choice before, in whatever language the interface speaks."""

WORDS = ("word", "words", "mot", "mots")
"""What has the hard words of the scene explained, in whatever language the interface speaks."""


def commands(begun: bool) -> Iterator[str]:
    """A line for each; once the story has `begun`, it can be gone back in, and is too late to prepare for a class."""
    yield _("A number: choose. Enter alone: read the question again.")
    yield _("m 3: mark message 3, because it bothers you. m 3 1: say why. m ?: the list of reasons.")
    yield _("u: take back the last mark.")
    if begun:
        yield _("back: go back to the choice before, and take another way.")
    else:
        yield _("c: for the class. What a teacher says, asks and does.")
    yield _("word: what the hard words mean.")
    yield _("h: help, for you, now. Who to call, what to say.")
    yield _("q: leave at once. The screen is wiped and nothing is kept.")
