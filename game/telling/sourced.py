"""Where something was read and when, in words: sources, dates, and what is still to be confirmed.

Pages of the debrief gather it at their end, so that it stops nobody's reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from game.engine.reference import Source, Sourced
from game.telling.language import _, cldr
from game.telling.page import Block, Heading, plain

SEPARATOR = " · "
"""Stands between titles that have commas of their own; in French a semicolon would need a space before it."""


def read_in(sources: Iterable[Source]) -> str:
    """The titles and dates of `sources`, without their addresses."""
    return SEPARATOR.join(map(_dated, sources))


def _dated(source: Source) -> str:
    when = long_date(source.date)
    # The title of a text of law often says its version's date, in the language of the law.
    title = source.title.replace("\u00a0", " ")
    said = any(date.replace("\u00a0", " ") in title for date in (when, _in_words(source.date, "fr")))
    return source.title if said else f"{source.title}, {when}"


def provenance(entries: Sequence[tuple[str, Sourced]], but: Source | None = None) -> tuple[Block, ...]:
    """The end of a page: where each of its `entries`, by the name that it bears there, was read, and what is in doubt.

    `but` is a source that the page has named already.
    """
    if not entries:
        return ()
    lines = [origin_line(name, sourced, but) for name, sourced in entries]
    checked = checked_line(min(sourced.checked for _name, sourced in entries))
    return (Heading(_("Where this comes from")), *(plain(line, "small") for line in (*lines, checked) if line))


def origin_line(name: str, sourced: Sourced, but: Source | None = None) -> str:
    """Where what bears `name` was read, and what is in doubt; "" if there is nothing to say but `but`."""
    read = read_in(source for source in sourced.sources if source != but)
    told = " ".join(part for part in (f"{read}." if read else "", doubt(sourced)) if part)
    return _("{name}: {told}").format(name=name, told=told) if told else ""


def checked_line(oldest: str) -> str:
    """How old the facts of a page are at most; `oldest` is the first of the ISO dates when they were checked."""
    return _("Everything was checked on {date} or later.").format(date=long_date(oldest))


def doubt(sourced: Sourced) -> str:
    """A sentence that says what is still to be confirmed, "" where nothing is."""
    match sourced.status:
        case "verified":
            return ""
        case "secondary":
            return _("To be confirmed: read in a copy or in the press.")
        case "unverified":
            return _("To be confirmed: not found in a source yet.")


def too_old(checked: str, today: date) -> bool:
    """Whether the ISO date when something was `checked` is more than twelve months before `today`."""
    return today.isoformat() > fresh_until(checked)


def fresh_until(checked: str) -> str:
    """The same day a year after the ISO date `checked`: the last on which that is not too old.

    It is to be compared as text: for 29 February it is a day that is in no calendar.
    """
    year, rest = checked.split("-", 1)
    return f"{int(year) + 1:04}-{rest}"


def to_check(sourced: Sourced, today: date | None) -> str:
    """What is said to who teaches of something that was checked too long before `today`; "" else, or if that is None:
    players are not told."""
    return _("To be checked again: that was more than a year ago.") if today and too_old(sourced.checked, today) else ""


def long_date(written: str) -> str:
    """An ISO date or month in words; "n.d." said; a year as it is written."""
    if written == "n.d.":
        return _("no date")
    return _in_words(written, cldr())


def _in_words(written: str, locale: str) -> str:
    from babel.dates import format_date, format_skeleton  # imported here: it is slower than the first frame may be

    try:
        if len(written) == len("2026-11"):
            return format_skeleton("yMMMM", date.fromisoformat(f"{written}-01"), locale=locale)
        # No line may break in a date.
        said = format_date(date.fromisoformat(written), "long", locale=locale).replace(" ", "\u00a0")
        # The one day that CLDR does not write as French does.
        return f"1er{said[1:]}" if locale == "fr" and said.startswith("1\u00a0") else said
    except ValueError:
        return written
