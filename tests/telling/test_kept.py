"""Words about what is kept: each says what, where it matters which, and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from game.keeping.erase import Erased, Kept
from game.telling.kept import erased_words, kept_words, left_words, not_kept_words

pytestmark = pytest.mark.usefixtures("french")


def test_what_was_erased_is_said_exactly() -> None:
    assert erased_words(Erased(Kept(3, 1))) == "Effacé\u00a0: 3 histoires jouées, 1 place gardée."
    assert erased_words(Erased(Kept(0, 2, True))) == "Effacé\u00a0: 2 places gardées, tes réglages."
    assert erased_words(Erased(Kept())) == "Il n’y avait rien à effacer."


def test_what_is_kept_is_said_in_the_same_words() -> None:
    assert kept_words(Kept(1, 0, True)) == "Gardé sur cet ordinateur\u00a0: 1 histoire jouée, tes réglages."
    assert kept_words(Kept()) == "Rien n’est gardé sur cet ordinateur."


def test_what_could_not_be_erased_is_named_with_what_to_do() -> None:
    erased = Erased(Kept(), ((Path("/kept/places/a.json"), "Read-only file system"),))
    assert erased_words(erased) == ""
    (said,) = left_words(erased)
    assert "/kept/places/a.json" in said
    assert "Read-only file system" in said
    assert "Réessaie" in said


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EIO, errno.ENAMETOOLONG]
)
def test_what_could_not_be_kept_never_stops_the_game(number: int) -> None:
    said = not_kept_words(OSError(number, "reason"), Path("/kept"))
    assert "Le jeu continue" in said
    assert ("plein" in said) == (number in (errno.ENOSPC, errno.EDQUOT))
