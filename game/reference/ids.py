"""The ids that scenarios may name: neutral between countries, so each country can give all of them its own words.

What an entry says is left to the files, reading them to `library`. The order is that of DESIGN.md section 6.
"""

from __future__ import annotations

SIGNS = (
    "unknown-contact",
    "thin-profile",
    "odd-account",
    "too-fast",
    "personal-questions",
    "secrecy",
    "no-live",
    "change-app",
    "offers-first",
    "intimate-request",
    "insistence",
    "urgency",
    "threat",
    "shows-contacts",
    "payment-demand",
    "proof-link",
    "second-demand",
    "recruitment",
    "paid-rescue",
)

STEPS = (
    "do-not-give-in",
    "check-link",
    "report-platform",
    "report-authority",
    "lock-profiles",
    "screenshots",
    "police",
    "helpline",
    "stop-replying",
    "block",
    "trusted-adult",
    "do-not-delete",
    "change-passwords",
    "image-hash",
)

LAW = (
    "cyberharassment",
    "extortion",
    "blackmail",
    "sharing-intimate-images",
    "fabricated-image",
    "images-of-minors",
    "soliciting-a-minor",
    "account-access",
    "identity-theft",
    "minor-author",
)
