"""What must stay out of a story: kinds of problem where the real world, or a method, slips into a text."""

from __future__ import annotations

from game.engine.kinds.kind import N_, Kind, Severity

_WARNING = Severity.WARNING

LEAKS: dict[str, Kind] = {
    "real-brand": Kind(
        N_("“{words}” is a real brand."),
        N_("Invent a name, and say once what it is: “on Pebble, the chat app”."),
        severity=_WARNING,
    ),
    "phone-number": Kind(
        N_("“{words}” may be the telephone number of somebody who exists."),
        N_("Leave the number out, or say it without writing it: “she gives her number”."),
        severity=_WARNING,
    ),
    "address-or-handle": Kind(
        N_("“{words}” may be the address or account of somebody who exists."),
        N_("Leave it out, or say it without writing it: “she gives her account”."),
        severity=_WARNING,
    ),
    "demand-in-detail": Kind(
        N_("“{words}” is the detail of a demand: an amount, a deadline, a means of payment or a threat."),
        N_("Tell it in the third person, without details: “~ Alex threatens, and demands money.”"),
        severity=_WARNING,
        by_found=(
            ("amount", N_("“{words}” gives the amount of money that is demanded.")),
            ("deadline", N_("“{words}” gives the deadline of a demand.")),
            ("means", N_("“{words}” gives a means of payment.")),
            ("threat", N_("“{words}” gives a threat word for word.")),
        ),
    ),
    "helpline-in-figures": Kind(
        N_("“{words}” is written out, and would be wrong in another country or after a change."),
        N_("Write {helpline} in its place: the game puts in the number of the country."),
        severity=_WARNING,
    ),
}
