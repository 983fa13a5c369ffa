"""How long the stories of a list take, said once for all of them.

A card says nothing of it: what is harmless ends sooner than a trap does, and the minutes would give it away.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.telling.language import _, ngettext


def how_long(minutes: Iterable[int | None]) -> str:
    """One sentence about stories of these `minutes`, or "" where no file says any."""
    known = [one for one in minutes if one]
    if not known:
        return ""
    least, most = min(known), max(known)
    if least == most:
        return ngettext("A story takes about {count} minute.", "A story takes about {count} minutes.", most).format(
            count=most
        )
    return _("A story takes {least} to {most} minutes.").format(least=least, most=most)
