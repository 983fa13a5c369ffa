"""Words about what is kept on this computer: what there is, what was erased, and what could not be kept, and why.

Keeping and erasing are left to `game.keeping`, showing it to the faces.
"""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from game.telling.language import _, ngettext

if TYPE_CHECKING:
    from game.keeping.erase import Erased, Kept

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def kept_words(kept: Kept) -> str:
    """What is kept now, as a sentence: “Kept on this computer: 3 stories played, 1 place.”"""
    parts = _parts(kept)
    if not parts:
        return _("Nothing is kept on this computer.")
    return _("Kept on this computer: {things}.").format(things=", ".join(parts))


def erased_words(erased: Erased) -> str:
    """What was erased, as a sentence: “Erased: 3 stories played, 1 place.”"""
    parts = _parts(erased.what)
    if not parts:
        return "" if erased.left else _("There was nothing to erase.")
    return _("Erased: {things}.").format(things=", ".join(parts))


def left_words(erased: Erased) -> tuple[str, ...]:
    """A sentence for each file that could not be erased: which, why, and what to do."""
    words = _("“{file}” could not be erased ({reason}). Try again, or erase this file yourself.")
    return tuple(words.format(file=path, reason=reason) for path, reason in erased.left)


def not_kept_words(fault: OSError, folder: Path) -> str:
    """What could not be written, and what to do; the game goes on."""
    if fault.errno in _FULL:
        return _("The disk is full, so this could not be kept. The game goes on. Free some space to keep it next time.")
    if fault.errno in _FORBIDDEN:
        words = _(
            "This could not be kept: this computer does not allow writing in “{folder}”. The game goes on without it."
        )
        return words.format(folder=folder)
    words = _("This could not be kept in “{folder}” ({reason}). The game goes on without it.")
    return words.format(folder=folder, reason=fault.strerror or fault)


def _parts(kept: Kept) -> list[str]:
    parts = []
    if kept.plays:
        parts.append(ngettext("{count} story played", "{count} stories played", kept.plays).format(count=kept.plays))
    if kept.places:
        parts.append(ngettext("{count} place kept", "{count} places kept", kept.places).format(count=kept.places))
    if kept.settings:
        parts.append(_("your settings"))
    return parts
