"""Where something was read and when, in words: sources, dates, and what is still to be confirmed.

Which of it is shown, and how small, is left to the pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from game.engine.reference import Source, Sourced
from game.telling.language import _, current

SEPARATOR = " · "
"""Stands between titles that have commas of their own; in French a semicolon would need a space before it."""


def read_in(sources: Iterable[Source]) -> str:
    """The titles and dates of `sources`, without their addresses."""
    return SEPARATOR.join(map(_dated, sources))


def _dated(source: Source) -> str:
    when = long_date(source.date)
    # The title of a text of law often says its version's date.
    return source.title if when in source.title else f"{source.title}, {when}"


def checked_on(sourced: Sourced) -> str:
    """A sentence that says when somebody last looked."""
    return _("Checked on {date}.").format(date=long_date(sourced.checked))


def doubt(sourced: Sourced) -> str:
    """A sentence that says what is still to be confirmed, "" where nothing is."""
    match sourced.status:
        case "verified":
            return ""
        case "secondary":
            return _("To be confirmed: read in a copy or in the press.")
        case "unverified":
            return _("To be confirmed: not found in a source yet.")


def long_date(written: str) -> str:
    """An ISO date or month in words; "n.d." said; a year as it is written."""
    if written == "n.d.":
        return _("no date")
    from babel.dates import format_date, format_skeleton  # imported here: it is slower than the first frame may be

    try:
        if len(written) == len("2026-11"):
            return format_skeleton("yMMMM", date.fromisoformat(f"{written}-01"), locale=current())
        return format_date(date.fromisoformat(written), "long", locale=current())
    except ValueError:
        return written
