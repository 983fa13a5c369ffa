"""Who has read the story: kinds of problem in `reviewed`."""

from __future__ import annotations

from game.engine.kinds.kind import N_, Kind, Severity

_WARNING = Severity.WARNING

REVIEWS: dict[str, Kind] = {
    "not-a-date": Kind(
        N_("“{value}” is not a day that exists, written year-month-day."),
        N_("Write for example “{key}: 2027-01-15”."),
    ),
    "not-a-fingerprint": Kind(
        N_("“{value}” is not the fingerprint of a story: 16 characters from 0 to 9 and from a to f."),
        N_("Remove this entry, then type “vigichat review”: it writes the right one."),
    ),
    "review-out-of-date": Kind(
        N_("Since {by} read it, this story has changed: it counts as not reviewed."),
        N_("Ask {by} to read it again, then type “vigichat review”. Or remove this entry."),
        severity=_WARNING,
    ),
}
